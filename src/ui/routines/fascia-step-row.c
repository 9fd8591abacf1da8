/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step of a routine: its picture and its dose, and all about it when it is unfolded.
 */

#include "config.h"

#include "fascia-step-row.h"

#include <glib/gi18n.h>

#include "fascia-held-back-row.h"
#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"
#include "fascia-row-words.h"

#define POSE_PX 64
#define LARGE_POSE_PX 240

struct _FasciaStepRow
{
  AdwExpanderRow parent_instance;

  FasciaRoutinesModel *model;
  FasciaLibrary *library; /* keeps the step */
  const FasciaStep *step;
  FasciaSide side;
  FasciaPosture posture;
  char *reasons; /* why its ceiling is lower today; empty when it is not */
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (FasciaStepRow, fascia_step_row, ADW_TYPE_EXPANDER_ROW)

/* ---- words ---- */

guint
fascia_step_row_count (const FasciaPracticeEntry *entries, guint n_entries)
{
  guint n = 1;

  while (n < n_entries && entries[n].step == entries[0].step && entries[n].item == entries[0].item
         && entries[n].kind == entries[0].kind)
    n++;
  return n;
}

static char *
dup_amount (const FasciaPracticeEntry *entry)
{
  g_autofree char *one = NULL;

  if (entry->reps > 0)
    /* Translators: how often a movement is done: “8 times” */
    one = g_strdup_printf (ngettext ("%d time", "%d times", (gulong) entry->reps), entry->reps);
  else if (entry->seconds >= 120 && entry->seconds % 60 == 0)
    one = fascia_routine_text_minutes (entry->seconds);
  else
    /* Translators: how long something is held, in seconds: “45 s” */
    one = g_strdup_printf (ngettext ("%d s", "%d s", (gulong) entry->seconds), entry->seconds);
  if (entry->sets <= 1)
    return g_steal_pointer (&one);
  /* Translators: sets of a dose: “2 × 45 s”, “2 × 8 times” */
  return g_strdup_printf (_ ("%1$d × %2$s"), entry->sets, one);
}

char *
fascia_step_row_dup_dose (const FasciaPracticeEntry *entries, guint n_entries)
{
  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (n_entries > 0, NULL);

  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  gboolean has_left = FALSE;
  gboolean has_right = FALSE;

  g_strv_builder_take (facts, dup_amount (&entries[0]));
  for (guint i = 0; i < n_entries; i++)
    {
      has_left |= entries[i].side == FASCIA_SIDE_LEFT;
      has_right |= entries[i].side == FASCIA_SIDE_RIGHT;
    }
  if (has_left && has_right)
    /* Translators: in a line about a dose: “45 s · each side” */
    g_strv_builder_add (facts, _ ("each side"));
  else if (has_left)
    g_strv_builder_add (facts, _ ("your left side"));
  else if (has_right)
    g_strv_builder_add (facts, _ ("your right side"));
  /* Translators: how much a step may be felt at most: “at most mild” */
  g_strv_builder_take (facts,
                       g_strdup_printf (_ ("at most %s"), fascia_cap_get_words (entries[0].cap)));
  g_auto (GStrv) list = g_strv_builder_end (facts);
  return g_strjoinv (" · ", list);
}

/* ---- all about it ---- */

static void
add_words (FasciaStepRow *self, const char *title, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_picture (FasciaStepRow *self)
{
  FasciaPoseView *view = FASCIA_POSE_VIEW (fascia_pose_view_new ());

  fascia_routine_pose_show (view, self->model, self->step, self->side);
  fascia_pose_view_set_posture (view, self->posture);
  fascia_pose_view_set_moving (view, TRUE);
  if (!gtk_widget_get_visible (GTK_WIDGET (view)))
    {
      g_object_ref_sink (view);
      g_object_unref (view);
      return;
    }
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *frame = fascia_routine_pose_frame (view, LARGE_POSE_PX);

  gtk_widget_set_margin_top (frame, 12);
  gtk_widget_set_margin_bottom (frame, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), frame);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
on_expanded (FasciaStepRow *self)
{
  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  add_picture (self);
  add_words (self, _ ("Set up"), fascia_step_get_setup_for (self->step, self->posture));
  add_words (self, _ ("Do"), fascia_step_get_movement (self->step));
  add_words (self, _ ("Easier"), fascia_step_get_easier (self->step));
  add_words (self, _ ("A little more"), fascia_step_get_harder (self->step));
  add_words (self, _ ("Leave it out with"), fascia_step_get_avoid (self->step));
  add_words (self, _ ("Eased today"), self->reasons);
}

static void
fascia_step_row_dispose (GObject *object)
{
  FasciaStepRow *self = FASCIA_STEP_ROW (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->reasons, g_free);

  G_OBJECT_CLASS (fascia_step_row_parent_class)->dispose (object);
}

static void
fascia_step_row_class_init (FasciaStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_step_row_dispose;
}

static void
fascia_step_row_init (FasciaStepRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

GtkWidget *
fascia_step_row_new (FasciaRoutinesModel *model,
                     const FasciaPracticeEntry *entries,
                     guint n_entries)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (entries != NULL && n_entries > 0, NULL);

  FasciaStepRow *self = g_object_new (FASCIA_TYPE_STEP_ROW, "use-markup", FALSE, "title-lines", 3,
                                      "subtitle-lines", 4, NULL);
  g_autofree char *dose = fascia_step_row_dup_dose (entries, n_entries);

  self->model = g_object_ref (model);
  self->library = fascia_library_ref (fascia_routines_model_get_library (model));
  self->step = entries[0].step;
  self->side = entries[0].side;
  self->posture = entries[0].posture;
  self->reasons = fascia_held_back_dup_reasons (
      entries[0].kind == FASCIA_VERDICT_ADAPTED ? entries[0].reasons : NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), fascia_step_get_title (self->step));
  fascia_expander_row_set_words (ADW_EXPANDER_ROW (self), dose);
  adw_expander_row_add_prefix (
      ADW_EXPANDER_ROW (self),
      fascia_routine_pose_new_for (model, self->step, self->side, self->posture, POSE_PX));
  return GTK_WIDGET (self);
}
