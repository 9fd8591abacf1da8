/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scale of one's own in the preferences: making, changing, merging and deleting it.
 */

#include "config.h"

#include "fascia-scale-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-choose-page.h"
#include "fascia-settings-write.h"
#include "journal/fascia-answer-row.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-number-row.h"
#include "widgets/fascia-row-words.h"

#define LARGEST 1000000

struct _FasciaScalePage
{
  AdwNavigationPage parent_instance;

  FasciaJournal *journal;
  FasciaNameBook *book;
  char *code; /* NULL: a new one */

  GtkLabel *problem;
  AdwEntryRow *name;
  AdwEntryRow *unit;
  AdwEntryRow *low;
  AdwEntryRow *high;
  FasciaNumberRow *minimum;
  FasciaNumberRow *maximum;
  FasciaNumberRow *step;
  FasciaAnswerRow *better;
  AdwSwitchRow *offered;
  GtkWidget *more; /* what is done to one that is there */
};

G_DEFINE_FINAL_TYPE (FasciaScalePage, fascia_scale_page, ADW_TYPE_NAVIGATION_PAGE)

char *
fascia_scale_find_problem (const char *name, double minimum, double maximum, double step)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  if (stripped[0] == '\0')
    return g_strdup (_ ("A scale needs a name."));
  if (isnan (minimum) || isnan (maximum) || isnan (step))
    return g_strdup (_ ("A scale needs a lowest and a highest number, and a step."));
  if (maximum <= minimum)
    return g_strdup (_ ("The highest number has to be above the lowest."));
  if (step <= 0 || step > maximum - minimum)
    return g_strdup (_ ("The step has to be above zero, and fit between the two."));
  return NULL;
}

/* (nullable) What is typed, without blanks around it. */
static char *
dup_typed (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
set_typed (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

void
fascia_scale_page_fill (FasciaScalePage *self, const FasciaOwnScale *scale)
{
  g_return_if_fail (FASCIA_IS_SCALE_PAGE (self));
  g_return_if_fail (scale != NULL);

  set_typed (self->name, scale->name);
  set_typed (self->unit, scale->unit);
  set_typed (self->low, scale->low_label);
  set_typed (self->high, scale->high_label);
  fascia_number_row_set_value (self->minimum, scale->minimum);
  fascia_number_row_set_value (self->maximum, scale->maximum);
  fascia_number_row_set_value (self->step, scale->step);
  fascia_answer_row_set_value (self->better, scale->better >= 0 ? scale->better : NAN);
  adw_switch_row_set_active (self->offered, !scale->is_hidden);
}

/* ---- writing ---- */

static void
leave (FasciaScalePage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL
      && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))
             == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
finish (FasciaScalePage *self, GObject *source, GAsyncResult *result, const char *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL)
    {
      fascia_settings_problem_set (self->problem, error->message);
      return;
    }
  fascia_settings_offer_undo (GTK_WIDGET (self), self->journal, done, operation);
  leave (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaScalePage) self = FASCIA_SCALE_PAGE (data);

  finish (self, source, result, _ ("Scale saved"));
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaScalePage) self = FASCIA_SCALE_PAGE (data);

  finish (self, source, result, _ ("Scales merged"));
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaScalePage) self = FASCIA_SCALE_PAGE (data);

  finish (self, source, result, _ ("Scale deleted"));
}

void
fascia_scale_page_save (FasciaScalePage *self)
{
  g_return_if_fail (FASCIA_IS_SCALE_PAGE (self));

  g_autofree char *name = dup_typed (self->name);
  g_autofree char *unit = dup_typed (self->unit);
  g_autofree char *low = dup_typed (self->low);
  g_autofree char *high = dup_typed (self->high);
  double better = fascia_answer_row_get_value (self->better);
  const FasciaOwnScale scale = {
    .code = self->code,
    .name = name,
    .minimum = fascia_number_row_get_value (self->minimum),
    .maximum = fascia_number_row_get_value (self->maximum),
    .step = fascia_number_row_get_value (self->step),
    .unit = unit,
    .low_label = low,
    .high_label = high,
    .better = isnan (better) ? -1 : (int) lround (better),
    .is_hidden = !adw_switch_row_get_active (self->offered),
  };
  g_autofree char *problem
      = fascia_scale_find_problem (name, scale.minimum, scale.maximum, scale.step);

  fascia_settings_problem_set (self->problem, problem);
  if (problem == NULL)
    fascia_journal_put_scale_async (self->journal, &scale, NULL, on_saved, g_object_ref (self));
}

static void
merge (FasciaScalePage *self, const char *into)
{
  fascia_settings_problem_set (self->problem, NULL);
  fascia_journal_merge_scale_async (self->journal, self->code, into, NULL, on_merged,
                                    g_object_ref (self));
}

void
fascia_scale_page_delete (FasciaScalePage *self)
{
  g_return_if_fail (FASCIA_IS_SCALE_PAGE (self));
  g_return_if_fail (self->code != NULL);

  fascia_settings_problem_set (self->problem, NULL);
  fascia_journal_delete_scale_async (self->journal, self->code, NULL, on_deleted,
                                     g_object_ref (self));
}

static void
on_merge_activated (FasciaScalePage *self)
{
  FasciaItems *items = fascia_name_book_get_items (self->book);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  FasciaChoosePage *page = NULL;

  if (items == NULL || view == NULL)
    return;
  page = fascia_choose_page_new (
      _ ("Merge Into"),
      _ ("All values of this scale become values of the other one. Both need the same range and "
         "unit."));
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (fascia_item_get_group (item) == FASCIA_ITEM_OWN
          && g_strcmp0 (fascia_item_get_code (item), self->code) != 0)
        fascia_choose_page_add (page, fascia_item_get_code (item), fascia_item_get_name (item));
    }
  g_signal_connect_object (page, "chosen", G_CALLBACK (merge), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

const char *
fascia_scale_page_get_problem (FasciaScalePage *self)
{
  g_return_val_if_fail (FASCIA_IS_SCALE_PAGE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_label (self->problem)
                                                             : NULL;
}

/* ---- the page ---- */

static void
fascia_scale_page_finalize (GObject *object)
{
  FasciaScalePage *self = FASCIA_SCALE_PAGE (object);

  g_clear_object (&self->journal);
  g_free (self->code);

  G_OBJECT_CLASS (fascia_scale_page_parent_class)->finalize (object);
}

static void
fascia_scale_page_class_init (FasciaScalePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_scale_page_finalize;
}

static AdwEntryRow *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ENTRY_ROW (row);
}

static FasciaNumberRow *
add_number (GtkWidget *group, const char *title, double minimum)
{
  GtkWidget *row = fascia_number_row_new (title, minimum, LARGEST, 0.001);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return FASCIA_NUMBER_ROW (row);
}

static GtkWidget *
add_button_row (FasciaScalePage *self, const char *title, GCallback activated)
{
  GtkWidget *row = fascia_button_row_new (title, NULL);

  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->more), row);
  return row;
}

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
fascia_scale_page_init (FasciaScalePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));
  GtkWidget *better = fascia_answer_row_new_chips (_ ("Which end is better"));

  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_object (save, "clicked", G_CALLBACK (fascia_scale_page_save), self,
                           G_CONNECT_SWAPPED);
  self->problem = fascia_settings_problem_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));

  GtkWidget *group = add_group (box, NULL);
  self->name = add_entry (group, _ ("Name"));
  group = add_group (box, _ ("Numbers"));
  self->minimum = add_number (group, _ ("Lowest"), -LARGEST);
  self->maximum = add_number (group, _ ("Highest"), -LARGEST);
  self->step = add_number (group, _ ("Step"), 0);
  self->unit = add_entry (group, _ ("Unit, such as cm or min"));
  group = add_group (box, _ ("Ends"));
  self->low = add_entry (group, _ ("What the lowest means"));
  self->high = add_entry (group, _ ("What the highest means"));
  self->better = FASCIA_ANSWER_ROW (better);
  fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->better), 0,
                             C_ ("scale", "Lower"));
  fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->better), 1,
                             C_ ("scale", "Higher"));
  g_signal_connect (better, "answered", G_CALLBACK (fascia_answer_row_set_value), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), better);

  self->more = add_group (box, NULL);
  self->offered = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->offered), _ ("Offered"));
  fascia_row_set_words (ADW_ACTION_ROW (self->offered),
                        _ ("Entries that have it keep it and show it"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->more), GTK_WIDGET (self->offered));
  add_button_row (self, _ ("_Merge Into Another Scale…"), G_CALLBACK (on_merge_activated));
  gtk_widget_add_css_class (
      add_button_row (self, _ ("_Delete"), G_CALLBACK (fascia_scale_page_delete)),
      "destructive-action");
  fascia_settings_page_fill (ADW_NAVIGATION_PAGE (self), box, save);
}

AdwNavigationPage *
fascia_scale_page_new (FasciaJournal *journal, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaScalePage *self = g_object_new (FASCIA_TYPE_SCALE_PAGE, NULL);
  FasciaOwnScale scale = { .maximum = 10, .step = 1, .better = -1 };

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  self->code = g_strdup (code);
  FasciaItems *items = fascia_name_book_get_items (self->book);
  const FasciaItem *item = code != NULL && items != NULL ? fascia_items_lookup (items, code) : NULL;
  if (item != NULL)
    scale = (FasciaOwnScale) {
      .code = code,
      .name = fascia_item_get_name (item),
      .minimum = fascia_item_get_minimum (item),
      .maximum = fascia_item_get_maximum (item),
      .step = fascia_item_get_step (item),
      .unit = fascia_item_get_unit_c (item),
      .low_label = fascia_item_get_low_label (item),
      .high_label = fascia_item_get_high_label (item),
      .better = fascia_item_get_better (item),
      .is_hidden = fascia_item_is_hidden (item),
    };
  gtk_widget_set_visible (self->more, item != NULL);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 item != NULL ? fascia_item_get_name (item) : _ ("New Scale"));
  fascia_scale_page_fill (self, &scale);
  return ADW_NAVIGATION_PAGE (self);
}
