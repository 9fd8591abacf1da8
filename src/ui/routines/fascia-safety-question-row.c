/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question of the safety check: whether, where, which side, since when. */

#include "config.h"

#include "fascia-safety-question-row.h"

#include <glib/gi18n.h>

#include "fascia-day-row.h"
#include "journal/fascia-place-picker.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

struct _FasciaSafetyQuestionRow
{
  AdwExpanderRow parent_instance;

  FasciaSafetyQuestion *question;
  FasciaBody *body;
  gint32 today;
  GPtrArray *details; /* owned by the row */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaSafetyQuestionRow, fascia_safety_question_row, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  SIGNAL_EDITED = 1,
} FasciaSafetyQuestionRowSignal;

static guint signals[SIGNAL_EDITED + 1];

static const char region_key[] = "fascia-region";

static void update_details (FasciaSafetyQuestionRow *self);

static void
emit_edited (FasciaSafetyQuestionRow *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* ---- places ---- */

static const char *
get_place_name (FasciaSafetyQuestionRow *self, const char *code)
{
  const FasciaRegion *region = code != NULL ? fascia_body_lookup (self->body, code) : NULL;

  if (region != NULL)
    return fascia_region_get_name (region);
  return code != NULL ? code : _ ("Place not given");
}

static void
on_place_toggled (FasciaSafetyQuestionRow *self, const char *code, gboolean is_chosen)
{
  fascia_safety_question_set_place (self->question, code, is_chosen);
  update_details (self);
  emit_edited (self);
}

void
fascia_safety_question_row_ask_places (FasciaSafetyQuestionRow *self)
{
  g_return_if_fail (FASCIA_IS_SAFETY_QUESTION_ROW (self));

  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (view == NULL)
    return;
  for (guint i = 0; i < self->question->spots->len; i++)
    {
      const char *region = g_array_index (self->question->spots, FasciaSafetySpot, i).region;

      if (region != NULL)
        g_ptr_array_add (chosen, (gpointer) region);
    }
  g_ptr_array_add (chosen, NULL);
  AdwNavigationPage *page
      = fascia_place_picker_new (self->body, (const char *const *) chosen->pdata);
  g_signal_connect_object (page, "toggled", G_CALLBACK (on_place_toggled), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

static void
on_remove_clicked (FasciaSafetyQuestionRow *self, GtkWidget *button)
{
  const char *code = g_object_get_data (G_OBJECT (button), region_key);

  /* The button goes with its row, and is not done with itself yet. */
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (button));
  fascia_safety_question_set_place (self->question, code, FALSE);
  update_details (self);
  emit_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_detail (FasciaSafetyQuestionRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->details, row);
}

static void
on_spot_day_chosen (FasciaSafetyQuestionRow *self, FasciaDayRow *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), region_key);

  for (guint i = 0; i < self->question->spots->len; i++)
    {
      FasciaSafetySpot *spot = &g_array_index (self->question->spots, FasciaSafetySpot, i);

      if (g_strcmp0 (spot->region, code) == 0)
        spot->since_day = fascia_day_row_get_day (row);
    }
  emit_edited (self);
}

static void
add_spot (FasciaSafetyQuestionRow *self, const FasciaSafetySpot *spot)
{
  const char *name = get_place_name (self, spot->region);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a place: a button that takes it out of an answer */
  g_autofree char *label = g_strdup_printf (_ ("Take Out: %s"), name);
  GtkWidget *row = NULL;

  if (self->question->asks_date)
    {
      row = fascia_day_row_new (name, self->today);
      fascia_day_row_set_day (FASCIA_DAY_ROW (row), spot->since_day);
      g_object_set_data (G_OBJECT (row), region_key, (gpointer) spot->region);
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_spot_day_chosen), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
    }
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Take Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (remove), region_key, (gpointer) spot->region);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  add_detail (self, row);
}

static void
add_places (FasciaSafetyQuestionRow *self)
{
  GtkWidget *choose = fascia_link_row_new (
      self->question->spots->len > 0 ? _ ("Other Places…") : _ ("Say Where It Is…"), NULL, NULL);

  for (guint i = 0; i < self->question->spots->len; i++)
    add_spot (self, &g_array_index (self->question->spots, FasciaSafetySpot, i));
  adw_action_row_add_prefix (ADW_ACTION_ROW (choose),
                             gtk_image_new_from_icon_name ("fascia-body-symbolic"));
  g_signal_connect_object (choose, "activated", G_CALLBACK (fascia_safety_question_row_ask_places),
                           self, G_CONNECT_SWAPPED);
  add_detail (self, choose);
}

/* ---- what else is asked ---- */

static void
on_day_chosen (FasciaSafetyQuestionRow *self, FasciaDayRow *row)
{
  self->question->since_day = fascia_day_row_get_day (row);
  emit_edited (self);
}

static void
on_side_chosen (FasciaSafetyQuestionRow *self, GParamSpec *pspec, AdwComboRow *row)
{
  static const FasciaSide sides[] = { FASCIA_SIDE_MIDLINE, FASCIA_SIDE_LEFT, FASCIA_SIDE_RIGHT };

  self->question->side = sides[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (sides) - 1)];
  emit_edited (self);
}

static void
add_side (FasciaSafetyQuestionRow *self)
{
  /* Both first: it holds the most back. */
  const char *const names[] = { _ ("Both, or not sure"), _ ("Left"), _ ("Right"), NULL };
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Side"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              self->question->side == FASCIA_SIDE_LEFT
                                  ? 1
                                  : (self->question->side == FASCIA_SIDE_RIGHT ? 2 : 0));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_side_chosen), self,
                           G_CONNECT_SWAPPED);
  add_detail (self, row);
}

static void
on_unsure_toggled (FasciaSafetyQuestionRow *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  self->question->is_unsure = adw_switch_row_get_active (row);
  emit_edited (self);
}

static void
add_unsure (FasciaSafetyQuestionRow *self)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("I am not sure"));
  fascia_row_set_words (ADW_ACTION_ROW (row), _ ("It counts as yes"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), self->question->is_unsure);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_unsure_toggled), self,
                           G_CONNECT_SWAPPED);
  add_detail (self, row);
}

static void
update_details (FasciaSafetyQuestionRow *self)
{
  for (guint i = 0; i < self->details->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->details, i));
  g_ptr_array_set_size (self->details, 0);
  if (!self->question->is_on)
    return;
  if (self->question->has_site)
    add_places (self);
  else if (self->question->asks_date)
    {
      GtkWidget *row = fascia_day_row_new (_ ("When it was"), self->today);

      fascia_day_row_set_day (FASCIA_DAY_ROW (row), self->question->since_day);
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_day_chosen), self, G_CONNECT_SWAPPED);
      add_detail (self, row);
    }
  if (self->question->asks_side && !self->question->has_site)
    add_side (self);
  add_unsure (self);
}

/* ---- the row ---- */

static void
on_enabled (FasciaSafetyQuestionRow *self)
{
  gboolean is_on = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));

  if (self->is_updating || self->question == NULL || self->question->is_on == is_on)
    return;
  self->question->is_on = is_on;
  update_details (self);
  emit_edited (self);
}

void
fascia_safety_question_row_update (FasciaSafetyQuestionRow *self)
{
  g_return_if_fail (FASCIA_IS_SAFETY_QUESTION_ROW (self));

  self->is_updating = TRUE;
  update_details (self);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->question->is_on);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), self->question->is_on);
  self->is_updating = FALSE;
}

/* Its switch has no name of its own. */
static void
name_switch (GtkWidget *widget, const char *name, const char *effect)
{
  if (GTK_IS_SWITCH (widget))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, effect, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_switch (child, name, effect);
}

static void
fascia_safety_question_row_finalize (GObject *object)
{
  FasciaSafetyQuestionRow *self = FASCIA_SAFETY_QUESTION_ROW (object);

  g_clear_pointer (&self->body, fascia_body_unref);
  g_ptr_array_unref (self->details);

  G_OBJECT_CLASS (fascia_safety_question_row_parent_class)->finalize (object);
}

static void
fascia_safety_question_row_class_init (FasciaSafetyQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_safety_question_row_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_safety_question_row_init (FasciaSafetyQuestionRow *self)
{
  self->details = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
}

GtkWidget *
fascia_safety_question_row_new (FasciaSafetyQuestion *question, FasciaBody *body, gint32 today)
{
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaSafetyQuestionRow *self = g_object_new (FASCIA_TYPE_SAFETY_QUESTION_ROW, NULL);
  const char *name = fascia_safety_question_get_name (question);
  const char *effect = fascia_safety_question_get_effect (question);

  self->question = question;
  self->body = fascia_body_ref (body);
  self->today = today;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  fascia_expander_row_set_words (ADW_EXPANDER_ROW (self), effect);
  name_switch (GTK_WIDGET (self), name, effect);
  fascia_safety_question_row_update (self);
  g_signal_connect (self, "notify::enable-expansion", G_CALLBACK (on_enabled), NULL);
  return GTK_WIDGET (self);
}
