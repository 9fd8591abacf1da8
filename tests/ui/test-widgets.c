/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pages share: the draft of a note, which day it is, announcements.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-announce.h"
#include "fascia-day-watch.h"
#include "fascia-note-draft.h"
#include "fascia-number-row.h"
#include "fascia-test-utils.h"
#include "fascia-window.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

/* ---- a window that only remembers what it was asked to show ---- */

static struct
{
  guint n_undos;
  guint n_operations;
  guint n_retries;
  GObject *object; /* weak: the window holds nothing */
  void (*retry) (GObject *object);
} offered;

gboolean
fascia_window_offer_undo (GtkWidget *from,
                          const char *title,
                          const guint64 *operations,
                          guint n_operations)
{
  offered.n_undos++;
  offered.n_operations = n_operations;
  return FALSE;
}

void
fascia_window_offer_retry (GtkWidget *from, const GError *error, GObject *object, GCallback retry)
{
  g_assert_nonnull (error);
  offered.n_retries++;
  g_set_weak_pointer (&offered.object, object);
  offered.retry = (void (*) (GObject *)) retry;
}

/* ---- fixture ---- */

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  GtkWidget *from;
  FasciaOperation *operation;
  gboolean is_written;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "Europe/Berlin");
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fixture->from = g_object_ref_sink (gtk_label_new (NULL));
  offered.n_undos = offered.n_operations = offered.n_retries = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->from != NULL)
    g_assert_finalize_object (fixture->from);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_clear_pointer (&fixture->operation, fascia_operation_unref);
  g_clear_weak_pointer (&offered.object);
  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_test_dir_free (fixture->dir);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->operation, fascia_operation_unref);
  fixture->operation = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  fixture->is_written = TRUE;
}

static gboolean
is_written (gpointer data)
{
  return ((Fixture *) data)->is_written;
}

static FasciaUid
log_note (Fixture *fixture, const char *note)
{
  const FasciaMark mark = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_PAIN, .level = 4 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1, .note = note };

  fixture->is_written = FALSE;
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  return *fascia_entry_get_uid (fascia_operation_get_after (fixture->operation));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray **entries = data;

  *entries = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static char *
read_note (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = NULL;

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 1, NULL, on_listed, &entries);
  fascia_test_assert_until (is_set, &entries);
  g_assert_cmpuint (entries->len, ==, 1);
  return g_strdup (fascia_entry_get_note (g_ptr_array_index (entries, 0)));
}

static gboolean
is_saved (gpointer data)
{
  return !fascia_note_draft_is_dirty (data);
}

static gboolean
has_failed (gpointer data)
{
  return fascia_note_draft_has_failed (data);
}

/* ---- the draft ---- */

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid = log_note (fixture, "before");
  FasciaNoteDraft *draft = fascia_note_draft_get (fixture->journal, &uid, fixture->from);
  g_autoptr (GtkWidget) view = g_object_ref_sink (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *shown = NULL;

  fascia_note_draft_set_stored (draft, "before");
  fascia_note_draft_attach (draft, GTK_TEXT_VIEW (view));
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "before");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));

  /* What another page writes is shown, unless something else is being written here. */
  fascia_note_draft_set_stored (draft, "elsewhere");
  g_assert_cmpstr (fascia_note_draft_get_text (draft), ==, "elsewhere");
  gtk_text_buffer_set_text (buffer, "after the garden \n", -1);
  g_assert_cmpstr (fascia_note_draft_get_text (draft), ==, "after the garden");
  fascia_note_draft_set_stored (draft, "before");
  g_assert_cmpstr (fascia_note_draft_get_text (draft), ==, "after the garden");

  fascia_note_draft_save (draft);
  fascia_test_assert_until (is_saved, draft);
  g_assert_cmpuint (offered.n_undos, ==, 1);
  g_autofree char *note = read_note (fixture);
  g_assert_cmpstr (note, ==, "after the garden");

  /* Taking everything away is a change, too. */
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_true (fascia_note_draft_is_dirty (draft));
  fascia_note_draft_save (draft);
  fascia_test_assert_until (is_saved, draft);
  g_assert_cmpuint (offered.n_operations, ==, 2);
  g_autofree char *gone = read_note (fixture);
  g_assert_null (gone);
  g_assert_finalize_object (draft);
}

/* Words that cannot be saved outlive their dialog and are saved when asked again. */
static void
test_draft_failed (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid = log_note (fixture, "before");
  FasciaNoteDraft *draft = fascia_note_draft_get (fixture->journal, &uid, fixture->from);

  fixture->is_written = FALSE;
  fascia_journal_delete_entry_async (fixture->journal, &uid, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  fascia_note_draft_set_stored (draft, "before");
  fascia_note_draft_set_text (draft, "");
  fascia_note_draft_save (draft);
  fascia_test_assert_until (has_failed, draft);
  g_assert_true (fascia_note_draft_is_dirty (draft));
  g_assert_cmpuint (offered.n_retries, ==, 1);
  fascia_note_draft_set_text (draft, "kept");

  /* The dialog goes; whoever opens it again finds the words. */
  g_object_unref (draft);
  g_assert_true (offered.object == G_OBJECT (draft));
  FasciaNoteDraft *again = fascia_note_draft_get (fixture->journal, &uid, fixture->from);
  g_assert_true (again == draft);
  g_assert_cmpstr (fascia_note_draft_get_text (again), ==, "kept");

  fixture->is_written = FALSE;
  fascia_journal_undo_async (fixture->journal, fascia_operation_get_id (fixture->operation), NULL,
                             on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  offered.retry (offered.object);
  fascia_test_assert_until (is_saved, again);
  g_assert_false (fascia_note_draft_has_failed (again));
  g_autofree char *note = read_note (fixture);
  g_assert_cmpstr (note, ==, "kept");
  g_assert_finalize_object (again);
}

/* A check-in that is there only once a place is marked; a window that closes with words unsaved. */
static void
test_draft_bound_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaNoteDraft) draft = fascia_note_draft_get (fixture->journal, NULL, fixture->from);

  fascia_note_draft_set_text (draft, "early");
  fascia_note_draft_save (draft);
  g_assert_true (fascia_note_draft_is_dirty (draft));
  FasciaUid uid = log_note (fixture, NULL);
  fascia_note_draft_bind (draft, &uid);
  fascia_test_assert_until (is_saved, draft);
  g_autofree char *early = read_note (fixture);
  g_assert_cmpstr (early, ==, "early");

  fascia_note_draft_set_text (draft, "late");
  g_assert_finalize_object (g_steal_pointer (&fixture->from));
  fascia_test_assert_until (is_saved, draft);
  g_autofree char *late = read_note (fixture);
  g_assert_cmpstr (late, ==, "late");
}

/* Somebody who never pauses: what is typed is saved all the same, in good time. */
typedef struct
{
  FasciaNoteDraft *draft;
  GString *text;
} Typing;

static gboolean
type_on (gpointer data)
{
  Typing *typing = data;

  g_string_append_c (typing->text, 'a');
  fascia_note_draft_set_text (typing->draft, typing->text->str);
  return G_SOURCE_CONTINUE;
}

static gboolean
has_saved (gpointer data)
{
  return offered.n_undos > 0;
}

static void
test_draft_typing (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid = log_note (fixture, NULL);
  g_autoptr (FasciaNoteDraft) draft = fascia_note_draft_get (fixture->journal, &uid, fixture->from);
  Typing typing = { draft, g_string_new (NULL) };
  gint64 start = g_get_monotonic_time ();

  type_on (&typing);
  guint typing_id = g_timeout_add (100, type_on, &typing);
  fascia_test_assert_until (has_saved, NULL);
  gint64 taken = g_get_monotonic_time () - start;
  g_source_remove (typing_id);
  /* Not with each keystroke. How late is told in keys: where a machine has no time they are late,
   * too. */
  g_assert_cmpint (taken, >, G_USEC_PER_SEC);
  g_assert_cmpuint (typing.text->len, <, 100);

  /* Then a pause saves the rest. */
  type_on (&typing);
  fascia_test_assert_until (is_saved, draft);
  g_autofree char *note = read_note (fixture);
  g_assert_cmpstr (note, ==, typing.text->str);
  g_string_free (typing.text, TRUE);
}

/* ---- the day ---- */

static void
on_day (guint *n_days)
{
  (*n_days)++;
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  FasciaDayWatch *days = fascia_day_watch_get (fixture->journal);
  guint n_days = 0;

  g_assert_true (days == fascia_day_watch_get (fixture->journal));
  g_signal_connect_swapped (days, "notify::day", G_CALLBACK (on_day), &n_days);
  FasciaMoment now;
  fascia_clock_now (fixture->clock, &now);
  g_assert_cmpint (fascia_day_watch_get_day (days), ==, now.day);

  /* 14:20 in Berlin: the day ends in nine hours and forty minutes. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 9 * HOUR_MS);
  fascia_day_watch_refresh (days);
  g_assert_cmpuint (n_days, ==, 0);
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 10 * HOUR_MS);
  fascia_day_watch_refresh (days);
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_cmpint (fascia_day_watch_get_day (days), ==, now.day + 1);

  /* Whatever is written makes it look. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 34 * HOUR_MS);
  log_note (fixture, NULL);
  fascia_test_drain ();
  g_assert_cmpuint (n_days, ==, 2);
}

static gboolean
is_over (gpointer data)
{
  Fixture *fixture = data;
  FasciaMoment now;

  fascia_clock_now (fixture->clock, &now);
  return fascia_day_watch_get_day (fascia_day_watch_get (fixture->journal)) == now.day;
}

/* The night in which clocks go forward has 23 hours: midnight comes by itself, and in time. */
static void
test_short_day (Fixture *fixture, gconstpointer data)
{
  /* 2026-03-28T22:59:59Z and 2026-03-29T21:59:59Z: a second before the ends of two days. */
  gint64 first_ms = G_GINT64_CONSTANT (1774738799000);
  gint64 second_ms = first_ms + 23 * HOUR_MS;

  for (guint i = 0; i < 2; i++)
    {
      gint64 end_ms = i == 0 ? first_ms : second_ms;

      fascia_clock_set_fixed (fixture->clock, end_ms);
      fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
      fascia_clock_set_fixed (fixture->clock, end_ms + 1000);
      g_assert_false (is_over (fixture));
      fascia_test_assert_until (is_over, fixture);
    }
}

/* ---- announcements ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_ptr_array_add (data, g_strdup (text));
}

static gboolean
are_two (gpointer data)
{
  return ((GPtrArray *) data)->len == 2;
}

/* One at once, then the last of those that came too fast; nothing for what is gone. */
static void
test_announce (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  fascia_announce_set_listener (on_announced, said);
  fascia_announce (fixture->from, "one");
  fascia_announce (fixture->from, "two");
  fascia_announce (fixture->from, "three");
  g_assert_cmpuint (said->len, ==, 1);
  fascia_test_assert_until (are_two, said);
  g_assert_cmpstr (g_ptr_array_index (said, 0), ==, "one");
  g_assert_cmpstr (g_ptr_array_index (said, 1), ==, "three");

  fascia_announce (fixture->from, "four");
  g_assert_finalize_object (g_steal_pointer (&fixture->from));
  fascia_announce_set_listener (NULL, NULL);
}

/* What was kept when the scale had other steps or ends is shown, is no fault, and is not lost. */
static void
test_number_kept (void)
{
  g_autoptr (FasciaNumberRow) row
      = FASCIA_NUMBER_ROW (g_object_ref_sink (fascia_number_row_new ("Glow", 10, 100, 10)));
  GtkEditable *editable = GTK_EDITABLE (row);

  gtk_editable_set_text (editable, "27");
  g_assert_false (fascia_number_row_is_valid (row));
  fascia_number_row_set_value (row, 27);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "27");
  g_assert_true (fascia_number_row_is_valid (row));
  g_assert_cmpfloat (fascia_number_row_get_value (row), ==, 27);
  gtk_editable_set_text (editable, "28");
  g_assert_false (fascia_number_row_is_valid (row));
  gtk_editable_set_text (editable, "30");
  g_assert_cmpfloat (fascia_number_row_get_value (row), ==, 30);
  gtk_editable_set_text (editable, "27");
  g_assert_cmpfloat (fascia_number_row_get_value (row), ==, 27);
  fascia_number_row_set_value (row, 250);
  g_assert_cmpfloat (fascia_number_row_get_value (row), ==, 250);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/widgets/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("draft", test_draft);
  ADD ("draft-failed", test_draft_failed);
  ADD ("draft-bound-late", test_draft_bound_late);
  ADD ("draft-typing", test_draft_typing);
  ADD ("day", test_day);
  ADD ("short-day", test_short_day);
  ADD ("announce", test_announce);
  g_test_add_func ("/widgets/number-kept", test_number_kept);
  return g_test_run ();
}
