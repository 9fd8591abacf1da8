/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How it was before a session, and how it is after. */

#include "config.h"

#include "fascia-player-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-level-scale.h"

/* A mark that is younger is how it was before; more entries than these nobody makes in that time. */
#define RECENT_MS (30 * G_GINT64_CONSTANT (60000))
#define MAX_RECENT 20

/* ---- the place ---- */

/* The one place that stands for the session: where it works on tissue first. */
static const FasciaRegion *
choose_place (FasciaPractice *practice)
{
  const FasciaRegion *place = NULL;
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  for (guint i = 0; i < n; i++)
    {
      if (entries[i].places == NULL || entries[i].places[0] == NULL)
        continue;
      if (fascia_step_get_traits (entries[i].step)->kind == FASCIA_STEP_RELEASE)
        return entries[i].places[0];
      if (place == NULL)
        place = entries[i].places[0];
    }
  return place;
}

static int
find_level (FasciaEntry *entry, const FasciaRegion *place)
{
  const FasciaMark *mark
      = fascia_entry_find_mark (entry, fascia_region_get_id (place), FASCIA_SCALE_TIGHTNESS);

  return mark != NULL ? mark->level : FASCIA_LEVEL_NOT_GIVEN;
}

static void
log_level (FasciaPlayerPage *self, int level, gboolean is_new, GAsyncReadyCallback callback)
{
  const FasciaMark mark = { .region = fascia_region_get_id (self->place),
                            .scale = FASCIA_SCALE_TIGHTNESS,
                            .level = level };
  const FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = is_new };

  fascia_journal_log_async (fascia_routines_model_get_journal (self->model), &log, NULL, callback,
                            g_object_ref (self));
}

static GtkWidget *
make_scale (FasciaPlayerPage *self, GCallback chosen)
{
  GtkWidget *scale = fascia_level_scale_new ();
  g_autofree char *label = g_strdup_printf (
      /* Translators: a place of the body, as in “Left shoulder top: how tight is it now?” */
      _ ("%s: how tight is it now?"), fascia_region_get_name (self->place));

  fascia_level_scale_describe (FASCIA_LEVEL_SCALE (scale), label, _ ("not given"));
  /* A moment before, they were keys of the session. */
  fascia_level_scale_set_needs_answer (FASCIA_LEVEL_SCALE (scale), TRUE);
  g_signal_connect_object (scale, "chosen", chosen, self, G_CONNECT_DEFAULT);
  return scale;
}

static GtkWidget *
make_question (FasciaPlayerPage *self)
{
  g_autofree char *text
      = g_strdup_printf (_ ("%s: how tight is it now?"), fascia_region_get_name (self->place));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static GtkWidget *
make_clamp (GtkWidget *scale)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 440);
  adw_clamp_set_child (ADW_CLAMP (clamp), scale);
  return clamp;
}

/* ---- before ---- */

static void
on_before_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaPlayerPage) self = data;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, NULL);
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  if (after != NULL)
    fascia_player_runner_set_before (self->runner, fascia_entry_get_uid (after));
}

static char *
dup_spoken_question (FasciaPlayerPage *self)
{
  return g_strdup_printf (
      /* Translators: said aloud: a place of the body, and the keys that answer. */
      _ ("%s: how tight is it now? Press 0 to 9. For 10, press 1, then 0."),
      fascia_region_get_name (self->place));
}

static void
on_before_chosen (FasciaLevelScale *scale, int level, FasciaPlayerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scale));
  /* Translators: how tight a place is, 0 to 10. */
  g_autofree char *words = g_strdup_printf (_ ("Tight %d"), level);
  g_autofree char *question = dup_spoken_question (self);

  fascia_level_scale_set_level (scale, level);
  self->before_level = level;
  fascia_announce_drop (question);
  /* By a key from elsewhere: the value is not told by itself. */
  if (root == NULL || gtk_root_get_focus (root) != GTK_WIDGET (scale))
    fascia_announce (GTK_WIDGET (scale), words);
  log_level (self, level, FALSE, on_before_logged);
}

/* Heard after the words of the first step, by the same voice. */
static void
say_question (FasciaPlayerPage *self)
{
  g_autofree char *words = dup_spoken_question (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->before_box)))
    return;
  if (fascia_speaker_get_voice_volume (self->speaker) > 0)
    fascia_cue_sink_say (FASCIA_CUE_SINK (self->speaker), words);
  else
    fascia_announce (GTK_WIDGET (self), words);
}

gboolean
fascia_player_page_is_answered (FasciaPlayerPage *self, const char *words)
{
  g_autofree char *question = self->place != NULL ? dup_spoken_question (self) : NULL;

  if (g_strcmp0 (words, question) != 0)
    return FALSE;
  return self->rating != NULL ? self->after_level != FASCIA_LEVEL_NOT_GIVEN
                              : self->before_level != FASCIA_LEVEL_NOT_GIVEN;
}

/* (nullable) A check-in that says how the place was less than half an hour ago. */
static FasciaEntry *
find_recent (FasciaPlayerPage *self, GPtrArray *entries)
{
  FasciaClock *clock = fascia_journal_get_clock (fascia_routines_model_get_journal (self->model));
  gint64 since_ms = fascia_clock_now_ms (clock) - RECENT_MS;

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);

      if (fascia_entry_get_moment (entry)->utc_ms >= since_ms
          && find_level (entry, self->place) != FASCIA_LEVEL_NOT_GIVEN)
        return entry;
    }
  return NULL;
}

static void
on_entries_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaPlayerPage) self = data;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);
  FasciaEntry *recent;

  if (entries == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  recent = find_recent (self, entries);
  if (recent != NULL)
    {
      self->before_level = find_level (recent, self->place);
      fascia_player_runner_set_before (self->runner, fascia_entry_get_uid (recent));
      return;
    }
  self->before_scale = make_scale (self, G_CALLBACK (on_before_chosen));
  gtk_box_append (self->before_box, make_question (self));
  gtk_box_append (self->before_box, make_clamp (self->before_scale));
  fascia_player_page_show (self);
  say_question (self);
}

/* A session that goes on knows how it was before it began. */
static void
on_before_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaPlayerPage) self = data;
  g_autoptr (FasciaEntry) before
      = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, NULL);

  if (before != NULL)
    self->before_level = find_level (before, self->place);
}

void
fascia_player_page_begin_rating (FasciaPlayerPage *self)
{
  FasciaJournal *journal = fascia_routines_model_get_journal (self->model);
  const FasciaUid *before = fascia_player_runner_get_before (self->runner);

  if (self->has_asked)
    return;
  self->has_asked = TRUE;
  if (self->place == NULL)
    self->place = choose_place (
        fascia_player_get_practice (fascia_player_runner_get_player (self->runner)));
  if (self->place == NULL)
    return;
  if (before != NULL)
    fascia_journal_load_entry_async (journal, before, self->cancellable, on_before_loaded,
                                     g_object_ref (self));
  else
    fascia_journal_list_async (journal, G_MAXINT64, NULL, MAX_RECENT, self->cancellable,
                               on_entries_listed, g_object_ref (self));
}

/* ---- after ---- */

static void log_after (FasciaPlayerPage *self);

static void
on_after_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaPlayerPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;
  const gboolean is_changed = self->after_level != self->after_logged;

  self->is_logging = FALSE;
  if (after != NULL)
    {
      self->has_after = TRUE;
      fascia_player_runner_set_after (self->runner, fascia_entry_get_uid (after));
    }
  else if (error != NULL)
    {
      self->after_logged = FASCIA_LEVEL_NOT_GIVEN;
      fascia_player_page_set_unkept (self, error);
    }
  if (is_changed)
    log_after (self);
}

/* One behind the other: only the first answer that is kept is a check-in of its own. */
static void
log_after (FasciaPlayerPage *self)
{
  if (self->is_logging || self->after_level == self->after_logged)
    return;
  self->is_logging = TRUE;
  self->after_logged = self->after_level;
  log_level (self, self->after_level, !self->has_after, on_after_logged);
}

void
fascia_player_page_write_rest (FasciaPlayerPage *self)
{
  if (self->is_removed)
    return;
  fascia_player_runner_retry (self->runner);
  log_after (self);
}

static char *
dup_change (FasciaPlayerPage *self, int level)
{
  if (self->before_level == FASCIA_LEVEL_NOT_GIVEN)
    /* Translators: how tight a place is after a session, 0 to 10. */
    return g_strdup_printf (_ ("Tight %d now"), level);
  /* Translators: how tight a place was before a session and is after it, 0 to 10. */
  return g_strdup_printf (_ ("Tight %d before, %d now"), self->before_level, level);
}

static void
on_after_chosen (FasciaLevelScale *scale, int level, FasciaPlayerPage *self)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (scale), "change");
  g_autofree char *text = dup_change (self, level);

  fascia_level_scale_set_level (scale, level);
  gtk_label_set_label (label, text);
  fascia_announce (GTK_WIDGET (scale), text);
  self->after_level = level;
  log_after (self);
}

/* Whoever lies there with eyes shut answers it, too. Without the voice the screen reader has read it: the
 * scale has the focus. */
void
fascia_player_page_say_rating (FasciaPlayerPage *self)
{
  g_autofree char *words = self->place != NULL ? dup_spoken_question (self) : NULL;

  if (words != NULL && fascia_speaker_get_voice_volume (self->speaker) > 0)
    fascia_cue_sink_say (FASCIA_CUE_SINK (self->speaker), words);
}

void
fascia_player_page_add_rating (FasciaPlayerPage *self, GtkBox *box)
{
  GtkWidget *scale;
  GtkWidget *change;

  if (self->place == NULL)
    return;
  gtk_box_append (box, make_question (self));
  scale = make_scale (self, G_CALLBACK (on_after_chosen));
  if (self->before_level != FASCIA_LEVEL_NOT_GIVEN)
    fascia_level_scale_set_last (FASCIA_LEVEL_SCALE (scale), self->before_level);
  change = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (change), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (change), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (change), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (change, "heading");
  g_object_set_data (G_OBJECT (scale), "change", change);
  gtk_widget_add_css_class (scale, "session-rating");
  gtk_box_append (box, scale);
  gtk_box_append (box, change);
  self->rating = scale;
}
