/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every routine of the library is played: times add up, what is said has time and names its side, and the
 * limits hold, with and without answers, gently and in a few minutes.
 */

#include "config.h"

#include "player-fixture.h"

typedef struct
{
  const char *name;
  gboolean is_answered;
  gboolean is_gentle;
  int max_seconds;
  const char *marked; /* (nullable) */
} Way;

static const Way ways[] = {
  { .name = "open", .is_answered = TRUE },
  { .name = "unanswered" },
  { .name = "gentle", .is_answered = TRUE, .is_gentle = TRUE },
  { .name = "short", .is_answered = TRUE, .max_seconds = 300 },
  { .name = "one-side", .is_answered = TRUE, .marked = "shoulder-top-right" },
};

static FasciaPractice *
make (Fixture *self, FasciaRoutine *routine, const Way *way)
{
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (self->body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (
      conditions, self->body, NULL, 0, way->is_answered ? DAY : FASCIA_DAY_UNKNOWN, DAY);
  const FasciaRegion *places[]
      = { way->marked != NULL ? fascia_body_lookup (self->body, way->marked) : NULL, NULL };
  const FasciaPracticeWish wish = {
    .library = self->library,
    .safety = safety,
    .places = way->marked != NULL ? places : NULL,
    .gentle = way->is_gentle,
    .max_seconds = way->max_seconds,
  };

  return fascia_practice_new (routine, &wish);
}

static int
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return (int) g_strv_length (words);
}

static gboolean
is_way (FasciaPlayerEventKind kind)
{
  return kind == FASCIA_PLAYER_EVENT_READY || kind == FASCIA_PLAYER_EVENT_REST
         || kind == FASCIA_PLAYER_EVENT_SIDE;
}

/* Of what comes before a hold. @length_ms: so long it takes. */
static void
check_way (const FasciaPracticeEntry *entry, const char *words, gint64 length_ms)
{
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, fascia_step_get_title (entry->step)));
  g_assert_cmpint (length_ms, >=, count_words (words) * 450 + 3000);
  if (entry->side == FASCIA_SIDE_LEFT)
    g_assert_true (strstr (words, "Left ") != NULL && strstr (words, "Right ") == NULL);
  if (entry->side == FASCIA_SIDE_RIGHT)
    g_assert_true (strstr (words, "Right ") != NULL && strstr (words, "Left ") == NULL);
}

/* Once for steps that follow each other at several places: what to do, and how often each time. */
static void
check_movement (const FasciaPracticeEntry *entries,
                guint i,
                FasciaPlayerEventKind kind,
                const char *words)
{
  const char *movement = fascia_step_get_movement (entries[i].step);
  const gboolean is_new = i == 0 || entries[i - 1].step != entries[i].step;

  if (movement != NULL && *movement != '\0' && kind != FASCIA_PLAYER_EVENT_SIDE)
    g_assert_cmpint (strstr (words, movement) != NULL, ==, is_new);
  if (entries[i].reps > 0 && kind != FASCIA_PLAYER_EVENT_SIDE)
    {
      g_autofree char *times = g_strdup_printf ("About %d time", entries[i].reps);

      g_assert_nonnull (strstr (words, times));
    }
}

static void
play (FasciaPractice *practice)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
  guint n_entries, n_starts = 0, n_sets = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  gint64 planned, work = 0, ways_ms = 0, now = 0;

  if (player == NULL)
    {
      g_assert_cmpuint (n_entries, ==, 0);
      return;
    }
  planned = fascia_player_get_remaining_ms (player);
  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    {
      const GArray *events = fascia_player_tick (player, now);

      for (guint i = 0; i < events->len; i++)
        {
          const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);
          const FasciaPracticeEntry *entry = &entries[event->entry];
          g_autofree char *words = fascia_player_dup_words (player, event);
          const gint64 length_ms = fascia_player_get_length_ms (player);

          g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
          if (is_way (event->kind))
            {
              check_way (entry, words, length_ms);
              check_movement (entries, event->entry, event->kind, words);
              ways_ms += length_ms;
            }
          n_starts += event->kind == FASCIA_PLAYER_EVENT_START;
          n_sets += event->kind == FASCIA_PLAYER_EVENT_SET;
        }
      now += 1000;
    }
  for (guint i = 0; i < n_entries; i++)
    {
      g_assert_cmpint (fascia_player_get_done_ms (player, i), ==, get_planned_ms (practice, i));
      g_assert_cmpint (fascia_player_get_posture (player, i), ==, entries[i].posture);
      work += fascia_player_get_done_ms (player, i);
    }
  g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==, planned);
  g_assert_cmpint (planned, ==,
                   work + ways_ms + n_sets * FASCIA_PLAYER_CHANGE_S * G_GINT64_CONSTANT (1000));
  g_assert_cmpuint (n_starts, ==, n_entries + n_sets);
  /* Never shorter than what lists say it takes, and longer only by the ways. */
  g_assert_cmpint (planned, >=, fascia_practice_get_seconds (practice) * G_GINT64_CONSTANT (1000));
  g_assert_cmpint (planned, <=,
                   fascia_practice_get_seconds (practice) * G_GINT64_CONSTANT (1000) + ways_ms);
}

static void
test_all (Fixture *self, gconstpointer data)
{
  const Way *way = data;
  const guint n = fascia_library_get_n_routines (self->library);

  g_assert_cmpuint (n, >=, 100);
  for (guint i = 0; i < n; i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (self->library, i);
      g_autoptr (FasciaPractice) practice = make (self, routine, way);
      guint n_held_back;

      fascia_practice_get_held_back (practice, &n_held_back);
      g_test_message ("%s, %s", fascia_routine_get_id (routine), way->name);
      play (practice);
      if (g_str_equal (way->name, "open") && n_held_back == 0)
        g_assert_cmpint (fascia_practice_get_seconds (practice), ==,
                         fascia_library_get_seconds (self->library, routine, 2));
    }
}

/* Whatever has one side only can have the other one, and every limit still holds. */
static void
test_other_sides (Fixture *self, gconstpointer data)
{
  const Way *way = data;
  guint n_added = 0;

  for (guint i = 0; i < fascia_library_get_n_routines (self->library); i++)
    {
      g_autoptr (FasciaPractice) practice
          = make (self, fascia_library_get_routine (self->library, i), way);
      g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
      gint64 now = 0;

      if (player == NULL)
        continue;
      fascia_player_resume (player, now);
      while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
        {
          const int offered = fascia_player_find_other_side (player);
          const gboolean is_added = fascia_player_add_other_side (player, now);

          g_assert_cmpint (is_added, ==, offered >= 0);
          n_added += is_added;
          fascia_player_tick (player, now += 4000);
        }
      FasciaPractice *longer = fascia_player_get_practice (player);
      g_assert_cmpint (fascia_practice_get_pressure_seconds (longer), <=,
                       FASCIA_DOSE_SESSION_PRESSURE_S);
      g_assert_cmpint (fascia_practice_get_seconds (longer), <=, FASCIA_DOSE_SESSION_S);
    }
  g_assert_cmpuint (n_added, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/player/library/%s", ways[i].name);

      g_test_add (path, Fixture, &ways[i], set_up, test_all, tear_down);
    }
  g_test_add ("/player/library/other-sides", Fixture, &ways[G_N_ELEMENTS (ways) - 1], set_up,
              test_other_sides, tear_down);
  return g_test_run ();
}
