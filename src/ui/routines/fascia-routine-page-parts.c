/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of the page of a routine: its steps, what is held back, why it is done, how it went before.
 */

#include "config.h"

#include "fascia-routine-page-private.h"

#include <glib/gi18n.h>

#include "fascia-button-row.h"
#include "fascia-held-back-row.h"
#include "fascia-place-sources.h"
#include "fascia-routine-text.h"
#include "fascia-row-words.h"
#include "fascia-session-start.h"
#include "fascia-step-row.h"
#include "fascia-text.h"

/* Fewer sessions with both ratings say nothing yet. */
#define MIN_EFFECT 3

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (words != NULL)
    fascia_row_set_words (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
put_group (FasciaRoutinePage *self, GtkWidget **slot, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *before = NULL;

  if (*slot != NULL)
    {
      before = gtk_widget_get_prev_sibling (*slot);
      gtk_box_remove (self->groups, *slot);
      gtk_box_insert_child_after (self->groups, GTK_WIDGET (group), before);
    }
  else
    gtk_box_append (self->groups, GTK_WIDGET (group));
  *slot = GTK_WIDGET (group);
  fascia_group_set_title (group, title);
  return group;
}

/* ---- what is held back ---- */

static gboolean
is_unanswered (const GArray *reasons)
{
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    if (g_array_index (reasons, FasciaReason, i).kind == FASCIA_REASON_UNANSWERED)
      return TRUE;
  return FALSE;
}

static void
on_answers_activated (FasciaRoutinePage *self)
{
  fascia_safety_dialog_present (GTK_WIDGET (self), self->model);
}

static void
add_answers (FasciaRoutinePage *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = fascia_button_row_new (_ ("Safety _Check…"), NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_answers_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

/* Never silently missing: each step with its reason. */
static void
update_held_back (FasciaRoutinePage *self, FasciaPractice *practice)
{
  guint n_held = 0;
  const FasciaPracticeEntry *held = fascia_practice_get_held_back (practice, &n_held);
  AdwPreferencesGroup *group = put_group (self, &self->held_back, _ ("Held Back Today"));

  gtk_widget_set_visible (self->held_back, n_held > 0);
  if (n_held == 0)
    return;
  if (is_unanswered (held[0].reasons))
    adw_preferences_group_set_description (
        group, _ ("Nothing presses until you have answered a few questions. Start asks them."));
  for (guint i = 0; i < n_held;)
    {
      guint n = fascia_step_row_count (&held[i], n_held - i);
      g_autofree char *reasons = fascia_held_back_dup_reasons (held[i].reasons);

      add_row (group, fascia_step_get_title (held[i].step), reasons);
      i += n;
    }
  add_answers (self, group);
}

/* ---- steps ---- */

static char *
describe (FasciaPractice *practice)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n[2] = { 0 };
  const FasciaPracticeEntry *lists[2] = {
    fascia_practice_get_entries (practice, &n[0]),
    fascia_practice_get_held_back (practice, &n[1]),
  };

  for (guint list = 0; list < 2; list++)
    for (guint i = 0; i < n[list]; i++)
      {
        const FasciaPracticeEntry *entry = &lists[list][i];
        g_autofree char *reasons = fascia_held_back_dup_reasons (entry->reasons);

        g_string_append_printf (text, "%u %s %d %d %d %d %d %s\n", list,
                                fascia_step_get_id (entry->step), entry->side, entry->sets,
                                entry->seconds, entry->reps, entry->cap, reasons);
      }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
fascia_routine_page_update_steps (FasciaRoutinePage *self, FasciaPractice *practice)
{
  g_autofree char *shown = describe (practice);
  guint n_entries = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  /* Whoever reads in an unfolded step keeps it. */
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_set_str (&self->shown, shown);

  AdwPreferencesGroup *group = put_group (self, &self->steps, _ ("Steps"));
  for (guint i = 0; i < n_entries;)
    {
      guint n = fascia_step_row_count (&entries[i], n_entries - i);

      adw_preferences_group_add (group, fascia_step_row_new (self->model, &entries[i], n));
      i += n;
    }
  gtk_widget_set_visible (self->steps, n_entries > 0);
  update_held_back (self, practice);
}

/* ---- why, and how it went ---- */

static void
add_history (FasciaRoutinePage *self, AdwPreferencesGroup *group)
{
  FasciaPast *past = fascia_routines_model_get_past (self->model);
  const char *id = fascia_routine_get_id (self->routine);
  guint n_sessions = 0;
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastSession *last = NULL;
  guint n_done = 0;
  FasciaEffect effect = { 0 };

  for (guint i = 0; i < n_sessions; i++)
    if (g_strcmp0 (sessions[i].routine, id) == 0)
      {
        last = &sessions[i];
        n_done++;
      }
  if (last == NULL)
    {
      add_row (group, _ ("You have not done it yet"), NULL);
      return;
    }
  g_autofree char *day = fascia_text_day (last->day, fascia_routines_model_get_day (self->model));
  g_autofree char *times
      = g_strdup_printf (ngettext ("Done %u time", "Done %u times", (gulong) n_done), n_done);
  /* Translators: when a routine was done the last time: “Last: Yesterday” */
  g_autofree char *when = g_strdup_printf (_ ("Last: %s"), day);

  add_row (group, times, when);
  fascia_effect_of (&effect, past, id);
  if (effect.n < MIN_EFFECT)
    {
      g_autofree char *words = g_strdup_printf (
          /* Translators: how many sessions were rated before and after, and how many are needed. */
          _ ("Rated before and after: %1$u of %2$u"), effect.n, MIN_EFFECT);

      add_row (group, _ ("Too few entries to say whether it helps"), words);
      return;
    }
  g_autofree char *words = g_strdup_printf (
      ngettext ("In %u of your entries. Other things may have helped, too.",
                "In %u of your entries. Other things may have helped, too.", (gulong) effect.n),
      effect.n);
  g_autofree char *title = NULL;
  if (effect.change <= -0.5)
    /* Translators: a difference on a scale of 0 to 10: “Rated 2 lower after it” */
    title = g_strdup_printf (_ ("Rated %.3g lower after it"), -effect.change);
  else if (effect.change >= 0.5)
    title = g_strdup_printf (_ ("Rated %.3g higher after it"), effect.change);
  else
    title = g_strdup (_ ("Rated about the same after it"));
  add_row (group, title, words);
}

static void
add_sources (FasciaRoutinePage *self, AdwPreferencesGroup *group)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  GtkWidget *sources = fascia_place_sources_new ();
  guint n_items = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, self->routine, items[i].step);

      if (step != NULL)
        fascia_place_sources_add (FASCIA_PLACE_SOURCES (sources), fascia_step_get_source (step),
                                  fascia_step_get_certainty (step));
    }
  adw_preferences_group_add (group, sources);
}

void
fascia_routine_page_update_facts (FasciaRoutinePage *self)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  AdwPreferencesGroup *group = put_group (self, &self->about, _ ("Why, and How It Went"));

  add_row (group, _ ("What is known"),
           fascia_routine_text_evidence (fascia_library_get_evidence (library, self->routine)));
  add_history (self, group);
  add_sources (self, group);
}
