/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for how a place feels, as buttons to press in.
 */

#include "config.h"

#include "fascia-feeling-chips.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-place-facts.h"
#include "fascia-text.h"

struct _FasciaFeelingChips
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaPlaceFacts *facts;
  FasciaFeelingChipsKind kind;
  const FasciaRegion *region;

  AdwWrapBox *box;
  GPtrArray *chips; /* GtkToggleButton with its code as data */
  GtkWidget *more;
  gboolean is_all;     /* the words behind More are shown */
  gboolean is_touched; /* the person has pressed one: nothing moves any more */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaFeelingChips, fascia_feeling_chips, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_MORE = 1,
  SIGNAL_HELP,
} FasciaFeelingChipsSignal;

static guint signals[SIGNAL_HELP + 1];

static const char code_key[] = "fascia-feeling-code";

static const char *
get_code (GtkToggleButton *chip)
{
  return g_object_get_data (G_OBJECT (chip), code_key);
}

static void
update (FasciaFeelingChips *self)
{
  if (self->region == NULL)
    return;
  const char *const *chosen = fascia_body_model_get_feelings (self->model, self->region);

  self->is_updating = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      gtk_toggle_button_set_active (chip,
                                    chosen != NULL && g_strv_contains (chosen, get_code (chip)));
    }
  self->is_updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), fascia_body_model_is_editable (self->model));
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of the place with @code in or out. What was there and is not offered here stays. */
static GPtrArray *
change_codes (FasciaFeelingChips *self, const char *code, gboolean is_in)
{
  FasciaFeelings *known = fascia_text_get_feelings ();
  const FasciaFeeling *changed = fascia_feelings_lookup (known, code);
  const char *group = changed != NULL ? fascia_feeling_get_group (changed) : NULL;
  const char *const *old = fascia_body_model_get_feelings (self->model, self->region);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    {
      const FasciaFeeling *other = fascia_feelings_lookup (known, old[i]);

      if (g_str_equal (old[i], code))
        continue;
      if (is_in && group != NULL && other != NULL && fascia_feelings_is_choose_one (known, group)
          && g_str_equal (fascia_feeling_get_group (other), group))
        continue;
      g_ptr_array_add (codes, (gpointer) g_intern_string (old[i]));
    }
  if (is_in)
    g_ptr_array_add (codes, (gpointer) g_intern_string (code));
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return codes;
}

static void
on_chip_toggled (GtkToggleButton *chip, FasciaFeelingChips *self)
{
  if (self->is_updating || self->region == NULL)
    return;

  const FasciaRegion *region = self->region;
  const char *const *old = fascia_body_model_get_feelings (self->model, region);
  g_autoptr (GPtrArray) codes
      = change_codes (self, get_code (chip), gtk_toggle_button_get_active (chip));
  const char *const *new_codes = (const char *const *) codes->pdata;
  gboolean is_help = fascia_place_facts_should_help (self->facts, region, old, new_codes);

  self->is_touched = TRUE;
  fascia_body_model_set_feelings (self->model, region, new_codes);
  if (is_help)
    {
      fascia_place_facts_set_helped (self->facts, region);
      g_signal_emit (self, signals[SIGNAL_HELP], 0, region);
    }
}

/* ---- which words ---- */

static gboolean
is_of_kind (FasciaFeelingChips *self, const FasciaFeeling *feeling)
{
  const char *group = fascia_feeling_get_group (feeling);
  gboolean is_depth = g_str_equal (group, FASCIA_FEELINGS_DEPTH);
  gboolean is_course = g_str_equal (group, FASCIA_FEELINGS_COURSE);

  switch (self->kind)
    {
    case FASCIA_FEELING_CHIPS_DEPTH:
      return is_depth;
    case FASCIA_FEELING_CHIPS_COURSE:
      return is_course;
    case FASCIA_FEELING_CHIPS_SIX:
    case FASCIA_FEELING_CHIPS_WORDS:
    default:
      return !is_depth && !is_course;
    }
}

static void
add_chip (FasciaFeelingChips *self, const FasciaFeeling *feeling)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (fascia_feeling_get_name (feeling));

  gtk_widget_add_css_class (chip, "chip");
  gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
  /* A button that was never pressed says nothing of it by itself. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_set_data (G_OBJECT (chip), code_key,
                     (gpointer) g_intern_string (fascia_feeling_get_code (feeling)));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
  adw_wrap_box_append (self->box, chip);
  g_ptr_array_add (self->chips, chip);
}

void
fascia_feeling_chips_show_all (FasciaFeelingChips *self)
{
  g_return_if_fail (FASCIA_IS_FEELING_CHIPS (self));

  GtkWidget *first = NULL;
  if (self->kind != FASCIA_FEELING_CHIPS_WORDS || self->is_all)
    return;
  self->is_all = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);

      if (!gtk_widget_get_visible (chip) && first == NULL)
        first = chip;
      gtk_widget_set_visible (chip, TRUE);
    }
  /* The button goes with the focus: it is handed on to the first word that came. */
  if (first != NULL)
    gtk_widget_grab_focus (first);
  gtk_widget_set_visible (self->more, FALSE);
}

static void
on_more_clicked (FasciaFeelingChips *self)
{
  if (self->kind == FASCIA_FEELING_CHIPS_SIX)
    g_signal_emit (self, signals[SIGNAL_MORE], 0);
  else
    fascia_feeling_chips_show_all (self);
}

static void
rebuild (FasciaFeelingChips *self)
{
  FasciaFeelings *feelings = fascia_text_get_feelings ();
  gboolean has_six
      = self->kind == FASCIA_FEELING_CHIPS_SIX || self->kind == FASCIA_FEELING_CHIPS_WORDS;
  g_auto (GStrv) six = NULL;

  if (feelings == NULL || self->region == NULL)
    return;
  if (has_six)
    six = fascia_feelings_choose_six (feelings, fascia_place_facts_get_used (self->facts),
                                      fascia_body_model_get_feelings (self->model, self->region));

  /* The same words in the same order keep their buttons, and with them the keyboard focus. */
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  for (guint i = 0; six != NULL && six[i] != NULL; i++)
    g_ptr_array_add (wanted, (gpointer) fascia_feelings_lookup (feelings, six[i]));
  for (guint i = 0; self->kind != FASCIA_FEELING_CHIPS_SIX && i < fascia_feelings_get_n (feelings);
       i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_get (feelings, i);

      if (fascia_feeling_is_offered (feeling) && is_of_kind (self, feeling)
          && !g_ptr_array_find (wanted, feeling, NULL))
        g_ptr_array_add (wanted, (gpointer) feeling);
    }
  gboolean is_same = wanted->len == self->chips->len;
  for (guint i = 0; is_same && i < wanted->len; i++)
    is_same = g_str_equal (fascia_feeling_get_code (g_ptr_array_index (wanted, i)),
                           get_code (g_ptr_array_index (self->chips, i)));
  if (!is_same)
    {
      for (guint i = 0; i < self->chips->len; i++)
        adw_wrap_box_remove (self->box, g_ptr_array_index (self->chips, i));
      g_ptr_array_set_size (self->chips, 0);
      for (guint i = 0; i < wanted->len; i++)
        add_chip (self, g_ptr_array_index (wanted, i));
      if (self->more != NULL)
        adw_wrap_box_reorder_child_after (
            self->box, self->more,
            self->chips->len > 0 ? g_ptr_array_index (self->chips, self->chips->len - 1) : NULL);
    }
  if (self->kind == FASCIA_FEELING_CHIPS_WORDS)
    {
      guint n_six = g_strv_length (six);

      for (guint i = 0; i < self->chips->len; i++)
        gtk_widget_set_visible (g_ptr_array_index (self->chips, i), self->is_all || i < n_six);
      gtk_widget_set_visible (self->more, !self->is_all && self->chips->len > n_six);
    }
  update (self);
}

static void
on_used (FasciaFeelingChips *self)
{
  if (!self->is_touched)
    rebuild (self);
}

void
fascia_feeling_chips_set_region (FasciaFeelingChips *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_FEELING_CHIPS (self));

  if (self->region == region)
    return;
  self->region = region;
  self->is_touched = FALSE;
  rebuild (self);
}

GPtrArray *
fascia_feeling_chips_dup_codes (FasciaFeelingChips *self)
{
  g_return_val_if_fail (FASCIA_IS_FEELING_CHIPS (self), NULL);

  GPtrArray *codes = g_ptr_array_new ();
  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->chips, i)))
      g_ptr_array_add (codes, (gpointer) get_code (g_ptr_array_index (self->chips, i)));
  return codes;
}

GtkToggleButton *
fascia_feeling_chips_get_chip (FasciaFeelingChips *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_FEELING_CHIPS (self), NULL);

  for (guint i = 0; i < self->chips->len; i++)
    if (g_strcmp0 (get_code (g_ptr_array_index (self->chips, i)), code) == 0)
      return g_ptr_array_index (self->chips, i);
  return NULL;
}

/* ---- the widget ---- */

static void
fascia_feeling_chips_dispose (GObject *object)
{
  FasciaFeelingChips *self = FASCIA_FEELING_CHIPS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  self->more = NULL;
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_feeling_chips_parent_class)->dispose (object);
}

static void
fascia_feeling_chips_class_init (FasciaFeelingChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_feeling_chips_dispose;

  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_HELP] = g_signal_new ("help", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "feelingchips");
}

static void
fascia_feeling_chips_init (FasciaFeelingChips *self)
{
  self->chips = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

static const char *
get_title (FasciaFeelingChipsKind kind)
{
  FasciaFeelings *feelings = fascia_text_get_feelings ();

  if (feelings != NULL && kind == FASCIA_FEELING_CHIPS_DEPTH)
    return fascia_feelings_get_group_name (feelings, FASCIA_FEELINGS_DEPTH);
  if (feelings != NULL && kind == FASCIA_FEELING_CHIPS_COURSE)
    return fascia_feelings_get_group_name (feelings, FASCIA_FEELINGS_COURSE);
  return _ ("How it feels");
}

GtkWidget *
fascia_feeling_chips_new (FasciaBodyModel *model, FasciaFeelingChipsKind kind)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaFeelingChips *self = g_object_new (FASCIA_TYPE_FEELING_CHIPS, NULL);

  self->model = g_object_ref (model);
  self->facts = fascia_place_facts_get (model);
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (kind), -1);
  if (kind == FASCIA_FEELING_CHIPS_SIX || kind == FASCIA_FEELING_CHIPS_WORDS)
    {
      self->more = gtk_button_new_with_mnemonic (_ ("_More Words"));
      gtk_widget_add_css_class (self->more, "chip");
      gtk_widget_add_css_class (self->more, "flat");
      g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more_clicked), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->box, self->more);
    }
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "used", G_CALLBACK (on_used), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
