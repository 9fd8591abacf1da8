/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was measured, to write: a group for each question, movement test or own scale.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-answer-row.h"
#include "fascia-entry-fields.h"
#include "fascia-entry-text.h"
#include "fascia-item-picker.h"
#include "routines/fascia-held-back-row.h"
#include "routines/fascia-safety-book.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-row-words.h"

/* One item and its rows; sided ones have one for each side. */
typedef struct
{
  char *code;
  char *unit; /* as it is stored; NULL: none */
  AdwPreferencesGroup *group;
  FasciaAnswerRow *rows[FASCIA_SIDE_RIGHT + 1]; /* NULL where there is none */
} Block;

typedef struct
{
  FasciaEntryFields parent_instance;

  GtkBox *box;
  GtkWidget *add_group;
  GPtrArray *blocks;
} FasciaFieldsMeasurement;

typedef FasciaEntryFieldsClass FasciaFieldsMeasurementClass;

G_DEFINE_TYPE (FasciaFieldsMeasurement, fascia_fields_measurement, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsMeasurement *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_measurement_get_type (),
                                     FasciaFieldsMeasurement);
}

static void
free_block (gpointer data)
{
  Block *block = data;

  g_free (block->code);
  g_free (block->unit);
  g_free (block);
}

static Block *
find_block (FasciaFieldsMeasurement *self, const char *code)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      if (g_str_equal (block->code, code))
        return block;
    }
  return NULL;
}

/* ---- a block ---- */

static void
on_answered (FasciaFieldsMeasurement *self, double value, FasciaAnswerRow *row)
{
  fascia_answer_row_set_value (row, value);
  fascia_entry_fields_emit_edited (FASCIA_ENTRY_FIELDS (self));
}

static void
on_remove_clicked (FasciaFieldsMeasurement *self, GtkWidget *button)
{
  GtkWidget *group = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_GROUP);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      if (GTK_WIDGET (block->group) != group)
        continue;
      gtk_box_remove (self->box, group);
      g_ptr_array_remove_index (self->blocks, i);
      gtk_widget_child_focus (self->add_group, GTK_DIR_TAB_FORWARD);
      fascia_entry_fields_emit_edited (FASCIA_ENTRY_FIELDS (self));
      return;
    }
}

/* What to leave it for, how to do it, when to stop: always before the values. */
static void
add_words (AdwPreferencesGroup *group, const char *title, const char *words)
{
  if (words == NULL)
    return;
  adw_preferences_group_add (group, fascia_words_row_new (title, words));
}

/* (nullable) */
static FasciaSafetyBook *
get_safety_book (FasciaFieldsMeasurement *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  const FasciaBody *body = fascia_entry_fields_get_body (fields);

  return body != NULL ? fascia_safety_book_get (fascia_entry_fields_get_journal (fields),
                                                (FasciaBody *) body)
                      : NULL;
}

/* (transfer full) (nullable) What is in the entry can be written down whatever the safety check says:
 * it is told above. */
static char *
dup_held_back (FasciaFieldsMeasurement *self, const FasciaItem *item)
{
  const FasciaTraits *traits = fascia_item_get_traits (item);
  FasciaSafetyBook *book = traits != NULL ? get_safety_book (self) : NULL;
  FasciaSafety *safety = book != NULL ? fascia_safety_book_get_safety (book) : NULL;

  if (safety == NULL)
    return NULL;
  g_auto (FasciaVerdict) verdict = { 0 };
  fascia_safety_judge (safety, &verdict, traits, NULL, FASCIA_LEVEL_MAX);
  return verdict.kind == FASCIA_VERDICT_HELD_BACK ? fascia_held_back_dup_reasons (verdict.reasons)
                                                  : NULL;
}

static void
add_row (FasciaFieldsMeasurement *self, Block *block, const FasciaItem *item, FasciaSide side)
{
  GtkWidget *row = fascia_answer_row_new (item, side);

  block->rows[side] = FASCIA_ANSWER_ROW (row);
  g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (block->group, row);
}

static Block *
add_block (FasciaFieldsMeasurement *self, const FasciaItem *item)
{
  Block *block = g_new0 (Block, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a question or what was measured: a button that takes it out of the entry */
  g_autofree char *label = g_strdup_printf (_ ("Take Out: %s"), fascia_item_get_name (item));
  /* The title of a group is markup, and a scale of one's own may be called “this & that”. */
  g_autofree char *title = g_markup_escape_text (fascia_item_get_name (item), -1);

  block->code = g_strdup (fascia_item_get_code (item));
  block->unit = g_strdup (fascia_item_get_unit_c (item));
  block->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (block->group, title);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Take Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (block->group, remove);

  g_autofree char *held_back = dup_held_back (self, item);
  add_words (block->group, _ ("Not Today"), held_back);
  add_words (block->group, _ ("Leave It Out"), fascia_item_get_avoid (item));
  add_words (block->group, _ ("How"), fascia_item_get_how (item));
  add_words (block->group, _ ("Stop"), fascia_item_get_stop (item));
  if (fascia_item_is_sided (item))
    {
      add_row (self, block, item, FASCIA_SIDE_LEFT);
      add_row (self, block, item, FASCIA_SIDE_RIGHT);
    }
  else
    add_row (self, block, item, FASCIA_SIDE_MIDLINE);
  gtk_box_append (self->box, GTK_WIDGET (block->group));
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* ---- choosing ---- */

static void
on_item_chosen (FasciaFieldsMeasurement *self, const char *code)
{
  FasciaItems *items
      = fascia_name_book_get_items (fascia_entry_fields_get_book (FASCIA_ENTRY_FIELDS (self)));
  const FasciaItem *item = items != NULL ? fascia_items_lookup (items, code) : NULL;

  if (item == NULL || find_block (self, code) != NULL)
    return;
  Block *block = add_block (self, item);
  FasciaSide first = fascia_item_is_sided (item) ? FASCIA_SIDE_LEFT : FASCIA_SIDE_MIDLINE;
  gtk_widget_grab_focus (GTK_WIDGET (block->rows[first]));
}

static void
on_add_activated (FasciaFieldsMeasurement *self)
{
  FasciaItems *items
      = fascia_name_book_get_items (fascia_entry_fields_get_book (FASCIA_ENTRY_FIELDS (self)));
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  if (items == NULL || view == NULL)
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (there, ((Block *) g_ptr_array_index (self->blocks, i))->code);
  g_ptr_array_add (there, NULL);
  FasciaSafetyBook *book = get_safety_book (self);
  AdwNavigationPage *page
      = fascia_item_picker_new_safe (items, (const char *const *) there->pdata,
                                     book != NULL ? fascia_safety_book_get_safety (book) : NULL);
  g_signal_connect_object (page, "chosen", G_CALLBACK (on_item_chosen), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

/* ---- the entry ---- */

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsMeasurement *self = cast (fields);
  FasciaItems *items = fascia_name_book_get_items (fascia_entry_fields_get_book (fields));
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  /* Read by the time that something is chosen. */
  get_safety_book (self);
  while (self->blocks->len > 0)
    {
      Block *block = g_ptr_array_index (self->blocks, self->blocks->len - 1);

      gtk_box_remove (self->box, GTK_WIDGET (block->group));
      g_ptr_array_remove_index (self->blocks, self->blocks->len - 1);
    }
  for (guint i = 0; i < n_measurements; i++)
    {
      const FasciaMeasurement *measurement = &measurements[i];
      const FasciaItem *item
          = items != NULL ? fascia_items_lookup (items, measurement->item) : NULL;
      Block *block = find_block (self, measurement->item);

      /* What this version does not know stays in the entry as it is. */
      if (item == NULL)
        continue;
      if (block == NULL)
        block = add_block (self, item);
      if (block->rows[measurement->side] == NULL)
        add_row (self, block, item, measurement->side);
      fascia_answer_row_set_value (block->rows[measurement->side], measurement->value);
    }
}

/* Without those of items that can be shown; they are added again as they are now. */
static FasciaEntry *
drop_known (FasciaEntryFields *fields, FasciaEntry *first)
{
  FasciaItems *items = fascia_name_book_get_items (fascia_entry_fields_get_book (fields));
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (first, &n_measurements);
  g_autoptr (FasciaEntry) entry = fascia_entry_ref (first);

  for (guint i = 0; i < n_measurements; i++)
    {
      if (items == NULL || fascia_items_lookup (items, measurements[i].item) == NULL)
        continue;
      g_autoptr (FasciaEntry) before = g_steal_pointer (&entry);
      entry = fascia_entry_without_measurement (before, measurements[i].item, measurements[i].side);
    }
  return g_steal_pointer (&entry);
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *first)
{
  FasciaFieldsMeasurement *self = cast (fields);
  g_autoptr (FasciaEntry) entry = drop_known (fields, first);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      for (int side = FASCIA_SIDE_MIDLINE; side <= FASCIA_SIDE_RIGHT; side++)
        {
          double value
              = block->rows[side] != NULL ? fascia_answer_row_get_value (block->rows[side]) : NAN;
          if (isnan (value))
            continue;
          const FasciaMeasurement *was
              = fascia_entry_find_measurement (first, block->code, (FasciaSide) side);
          const FasciaMeasurement measurement = {
            .item = g_intern_string (block->code),
            .side = (FasciaSide) side,
            .value = value,
            /* As it was written, when it was. */
            .unit = was != NULL ? was->unit : g_intern_string (block->unit),
          };
          g_autoptr (FasciaEntry) before = g_steal_pointer (&entry);
          entry = fascia_entry_with_measurement (before, &measurement);
        }
    }
  return g_steal_pointer (&entry);
}

static GtkWidget *
find_invalid (FasciaEntryFields *fields)
{
  FasciaFieldsMeasurement *self = cast (fields);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      for (int side = FASCIA_SIDE_MIDLINE; side <= FASCIA_SIDE_RIGHT; side++)
        if (block->rows[side] != NULL && !fascia_answer_row_is_valid (block->rows[side]))
          return GTK_WIDGET (block->rows[side]);
    }
  return NULL;
}

static void
fascia_fields_measurement_finalize (GObject *object)
{
  g_ptr_array_unref (cast (object)->blocks);

  G_OBJECT_CLASS (fascia_fields_measurement_parent_class)->finalize (object);
}

static void
fascia_fields_measurement_class_init (FasciaFieldsMeasurementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_fields_measurement_finalize;
  klass->load = load;
  klass->store = store;
  klass->find_invalid = find_invalid;
}

static void
fascia_fields_measurement_init (FasciaFieldsMeasurement *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  GtkWidget *row = fascia_button_row_new (_ ("_Add a Measurement"), "list-add-symbolic");

  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));

  AdwPreferencesGroup *group = fascia_entry_fields_add_group (fields, NULL);
  self->add_group = GTK_WIDGET (group);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_add_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}
