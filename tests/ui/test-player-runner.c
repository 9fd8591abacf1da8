/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that runs: what the journal holds at each moment, what is heard and when, media keys.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "core/journal/fascia-journal.h"
#include "ear-fixture.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "routines/fascia-mpris.h"

/* ---- a session ---- */

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaLibrary *library;
  FasciaPractice *practice;
  FasciaPlayerRunner *runner;
  TestEar *ear;
  gint64 now;
} Fixture;

static gint64
get_now (gpointer data)
{
  return ((Fixture *) data)->now;
}

static FasciaPractice *
make_practice (FasciaBody *body, FasciaLibrary *library)
{
  const char *const shoulder[] = { "shoulder-top", NULL };
  const FasciaRoutineItem items[] = {
    { .step = "r20", .places = shoulder, .sets = 1, .seconds = 30, .rest_s = 10 },
    { .step = "b01", .sets = 1, .seconds = 120 },
  };
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  FasciaPracticeWish wish = { .library = library, .safety = safety };

  return fascia_practice_new (routine, &wish);
}

static void
on_write_failed (FasciaPlayerRunner *runner, const GError *error)
{
  g_error ("%s", error->message);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->dir = fascia_test_dir_new ();
  path = fascia_test_dir_build_journal (self->dir);
  self->clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "UTC");
  self->journal = fascia_journal_new (path, self->clock);
  fascia_journal_open (self->journal);
  self->body = fascia_body_new (NULL);
  self->library = fascia_library_new (self->body, NULL);
  self->practice = make_practice (self->body, self->library);
  self->ear = g_object_new (TEST_TYPE_EAR, NULL);
  self->ear->now = &self->now;
  self->now = 1000000;
  self->runner = fascia_player_runner_new (self->journal, fascia_player_new (self->practice, NULL),
                                           FASCIA_CUE_SINK (self->ear), NULL);
  fascia_player_runner_set_now (self->runner, get_now, self);
  g_signal_connect (self->runner, "write-failed", G_CALLBACK (on_write_failed), NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_journal_shutdown (self->journal);
  g_clear_object (&self->runner);
  g_clear_object (&self->ear);
  g_clear_object (&self->journal);
  fascia_practice_unref (self->practice);
  fascia_library_unref (self->library);
  fascia_body_unref (self->body);
  fascia_clock_unref (self->clock);
  fascia_test_dir_free (self->dir);
}

static void
push (Fixture *self, gint64 ms)
{
  for (gint64 i = 0; i < ms; i += 100)
    {
      self->now += 100;
      fascia_player_runner_tick (self->runner);
    }
}

/* How long getting ready takes: as long as the words do. */
static gint64
get_ready_ms (Fixture *self)
{
  return fascia_player_get_left_ms (fascia_player_runner_get_player (self->runner));
}

/* ---- what the journal holds ---- */

typedef struct
{
  FasciaEntry *entry;
  gboolean is_done;
} Reading;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;

  reading->entry = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, NULL);
  reading->is_done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Reading *) data)->is_done;
}

static FasciaEntry *
read_session (Fixture *self)
{
  Reading reading = { NULL, FALSE };

  fascia_journal_load_entry_async (self->journal, fascia_player_runner_get_uid (self->runner), NULL,
                                   on_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  return reading.entry;
}

static void
test_journal (Fixture *self, gconstpointer data)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  guint n_entries;

  fascia_practice_get_entries (self->practice, &n_entries);
  g_assert_cmpuint (n_entries, ==, 3);
  g_assert_true (fascia_player_runner_resume (self->runner));
  g_assert_true (fascia_player_runner_is_running (self->runner));
  {
    g_autoptr (FasciaEntry) entry = read_session (self);

    g_assert_nonnull (entry);
    g_assert_cmpuint (fascia_entry_get_session (entry)->n_steps, ==, 3);
    g_assert_cmpint (fascia_entry_get_session (entry)->ended_ms, ==, 0);
    g_assert_null (fascia_entry_get_session (entry)->steps[0].outcome);
  }
  push (self, get_ready_ms (self) + 30000 + 4000);
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 1);
  {
    g_autoptr (FasciaEntry) entry = read_session (self);

    g_assert_cmpstr (fascia_entry_get_session (entry)->steps[0].outcome, ==, "done");
    g_assert_cmpint (fascia_entry_get_session (entry)->steps[0].done_s, ==, 30);
    g_assert_cmpstr (fascia_entry_get_session (entry)->steps[0].region, ==, "shoulder-top-left");
    g_assert_null (fascia_entry_get_session (entry)->steps[1].outcome);
  }
  push (self, 14000);
  fascia_player_runner_stop (self->runner, "enough");
  fascia_player_runner_set_note (self->runner, "The left one was the tight one");
  g_assert_false (fascia_player_runner_is_running (self->runner));
  {
    g_autoptr (FasciaEntry) entry = read_session (self);

    g_assert_cmpstr (fascia_entry_get_session (entry)->outcome, ==, "stopped");
    g_assert_cmpstr (fascia_entry_get_session (entry)->steps[1].outcome, ==, "stopped");
    g_assert_cmpstr (fascia_entry_get_session (entry)->steps[1].reason, ==, "enough");
    g_assert_cmpstr (fascia_entry_get_note (entry), ==, "The left one was the tight one");
    g_assert_cmpint (fascia_entry_get_session (entry)->ended_ms, ==, FASCIA_TEST_NOW_MS);
  }
}

/* A sudden end inside a long hold costs no more than some seconds of it; and it is still one step to take
 * back. */
static void
test_long_hold (Fixture *self, gconstpointer data)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);

  fascia_player_runner_resume (self->runner);
  while (fascia_player_get_entry (player) < 2
         || fascia_player_get_state (player) != FASCIA_PLAYER_HOLD)
    push (self, 100);
  push (self, 45000);
  g_autoptr (FasciaEntry) entry = read_session (self);
  const FasciaSessionStep *step = &fascia_entry_get_session (entry)->steps[2];

  g_assert_null (step->outcome);
  g_assert_cmpint (step->done_s, >=, 25);
  g_assert_cmpint (step->done_s, <=, 45);
}

/* What the person writes into the session meanwhile stays. */
static void
test_edited_meanwhile (Fixture *self, gconstpointer data)
{
  fascia_player_runner_resume (self->runner);
  fascia_journal_set_note_async (self->journal, fascia_player_runner_get_uid (self->runner), "Mine",
                                 NULL, NULL, NULL);
  push (self, 60000);
  {
    g_autoptr (FasciaEntry) entry = read_session (self);

    g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Mine");
    g_assert_cmpstr (fascia_entry_get_session (entry)->steps[0].outcome, ==, "done");
  }
}

/* ---- what is heard ---- */

static void
test_heard (Fixture *self, gconstpointer data)
{
  gint64 begun = self->now;
  gint64 ready_ms;
  gint64 started = -1;
  gint64 ended = -1;
  guint n_counts = 0;
  gboolean has_cue = FALSE;

  fascia_player_runner_resume (self->runner);
  ready_ms = get_ready_ms (self);
  push (self, ready_ms + 30000);
  for (guint i = 0; i < self->ear->heard->len; i++)
    {
      const Heard *heard = &g_array_index (self->ear->heard, Heard, i);

      if (heard->chime == FASCIA_CHIME_START && started < 0)
        {
          started = heard->at_ms - begun;
          /* The chime comes first, the words at once after it. */
          g_assert_cmpint ((heard + 1)->chime, ==, FASCIA_CHIME_NONE);
          g_assert_cmpint ((heard + 1)->at_ms, ==, heard->at_ms);
          has_cue = TRUE;
        }
      if (heard->chime == FASCIA_CHIME_END && ended < 0)
        ended = heard->at_ms - begun;
      n_counts += heard->chime == FASCIA_CHIME_COUNT && started >= 0;
    }
  g_assert_true (has_cue);
  /* Within one tick. */
  g_assert_cmpint (started, ==, ready_ms);
  g_assert_cmpint (ended, ==, ready_ms + 30000);
  g_assert_cmpuint (n_counts, ==, 5);
  g_assert_nonnull (strstr (g_array_index (self->ear->heard, Heard, 0).words, "Left shoulder top"));
}

static void
test_pause_hushes (Fixture *self, gconstpointer data)
{
  guint n_heard;

  fascia_player_runner_resume (self->runner);
  push (self, 15000);
  fascia_player_runner_pause (self->runner);
  g_assert_cmpuint (self->ear->n_hushed, ==, 1);
  n_heard = self->ear->heard->len;
  push (self, 600000);
  g_assert_cmpuint (self->ear->heard->len, ==, n_heard);
}

static guint
count_timeouts (void)
{
  int priority = 0;
  int ms;
  g_autofree GPollFD *fds = g_new0 (GPollFD, 256);

  /* A source that waits for time makes the loop wake. */
  g_main_context_acquire (NULL);
  g_main_context_prepare (NULL, &priority);
  g_main_context_query (NULL, G_MAXINT, &ms, fds, 256);
  g_main_context_release (NULL);
  return ms >= 0 && ms <= 100;
}

static gboolean
is_quiet (gpointer data)
{
  g_main_context_iteration (NULL, FALSE);
  return count_timeouts () == 0;
}

/* Nothing wakes the program while a session is paused. */
static void
test_no_source_paused (Fixture *self, gconstpointer data)
{
  fascia_player_runner_resume (self->runner);
  {
    g_autoptr (FasciaEntry) entry = read_session (self);
  }
  g_assert_cmpuint (count_timeouts (), ==, 1);
  fascia_player_runner_pause (self->runner);
  {
    g_autoptr (FasciaEntry) entry = read_session (self);
  }
  fascia_test_assert_until (is_quiet, NULL);
}

/* ---- media keys ---- */

typedef struct
{
  GVariant *reply;
  gboolean is_done;
} Call;

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr (GError) error = NULL;

  call->reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
  call->is_done = TRUE;
}

static gboolean
is_called (gpointer data)
{
  return ((Call *) data)->is_done;
}

static GVariant *
call (GDBusConnection *bus, const char *interface, const char *method, GVariant *parameters)
{
  Call the_call = { NULL, FALSE };

  g_dbus_connection_call (bus, FASCIA_MPRIS_NAME, FASCIA_MPRIS_PATH, interface, method, parameters,
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_called, &the_call);
  fascia_test_assert_until (is_called, &the_call);
  return the_call.reply;
}

static void
press (GDBusConnection *bus, const char *method)
{
  g_autoptr (GVariant) reply = call (bus, "org.mpris.MediaPlayer2.Player", method, NULL);
}

static char *
get_status (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply
      = call (bus, "org.freedesktop.DBus.Properties", "Get",
              g_variant_new ("(ss)", "org.mpris.MediaPlayer2.Player", "PlaybackStatus"));
  g_autoptr (GVariant) value = NULL;

  g_variant_get (reply, "(v)", &value);
  return g_variant_dup_string (value, NULL);
}

static void
assert_status (GDBusConnection *bus, const char *expected)
{
  g_autofree char *status = get_status (bus);

  g_assert_cmpstr (status, ==, expected);
}

static void
test_media_keys (Fixture *self, gconstpointer data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  FasciaMpris *mpris;

  g_assert_nonnull (bus);
  mpris = fascia_mpris_new (bus, self->runner);
  assert_status (bus, "Paused");
  press (bus, "Play");
  assert_status (bus, "Playing");
  push (self, get_ready_ms (self) + 5000);
  {
    g_autoptr (GVariant) reply = call (bus, "org.freedesktop.DBus.Properties", "GetAll",
                                       g_variant_new ("(s)", "org.mpris.MediaPlayer2.Player"));
    g_autoptr (GVariant) all = g_variant_get_child_value (reply, 0);
    g_autoptr (GVariant) metadata = g_variant_lookup_value (all, "Metadata", NULL);
    const char *title = NULL;
    gint64 position = -1;
    gint64 length = -1;

    g_assert_true (g_variant_lookup (metadata, "xesam:title", "&s", &title));
    g_assert_cmpstr (title, ==,
                     fascia_step_get_title (fascia_library_lookup_step (self->library, "r20")));
    g_assert_true (g_variant_lookup (metadata, "mpris:length", "x", &length));
    g_assert_true (g_variant_lookup (all, "Position", "x", &position));
    g_assert_cmpint (length, ==, 30000000);
    g_assert_cmpint (position, ==, 5000000);
  }
  press (bus, "PlayPause");
  assert_status (bus, "Paused");
  /* While paused, "previous" eases off and goes on. */
  press (bus, "Previous");
  assert_status (bus, "Playing");
  g_assert_cmpuint (fascia_player_get_ease_offs (player), ==, 1);
  press (bus, "Next");
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 1);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  press (bus, "Stop");
  assert_status (bus, "Paused");
  g_object_run_dispose (G_OBJECT (mpris));
  g_object_unref (mpris);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/player-runner/journal", test_journal);
  ADD ("/player-runner/long-hold", test_long_hold);
  ADD ("/player-runner/edited-meanwhile", test_edited_meanwhile);
  ADD ("/player-runner/heard", test_heard);
  ADD ("/player-runner/pause-hushes", test_pause_hushes);
  ADD ("/player-runner/no-source-paused", test_no_source_paused);
  ADD ("/player-runner/media-keys", test_media_keys);

  return g_test_run ();
}
