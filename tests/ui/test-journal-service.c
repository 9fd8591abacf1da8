/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real command line beside a process that holds the journal: handed over, over a real bus. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "cli/fascia-cli-remote.h"
#include "core/store/fascia-db.h"
#include "fascia-core-resources.h"
#include "fascia-journal-service.h"
#include "core/journal/fascia-journal-data.h"
#include "fascia-test-utils.h"

typedef struct
{
  FasciaTestDir *dir;
  char *data_home;
  char *path;
  GDBusConnection *connection;
  FasciaJournal *journal;
  FasciaJournalService *service;
  guint n_changed;
  FasciaChangeFlags changed;
} Fixture;

static void
on_changed (FasciaJournal *journal,
            FasciaChangeFlags flags,
            FasciaOperation *operation,
            Fixture *fixture)
{
  fixture->n_changed++;
  fixture->changed |= flags;
}

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (data) == FASCIA_JOURNAL_READY;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  g_autoptr (GError) error = NULL;

  fixture->dir = fascia_test_dir_new ();
  fixture->data_home = g_strdup (fascia_test_dir_get_path (fixture->dir));
  fixture->path = g_build_filename (fixture->data_home, DATA_FOLDER, "journal.db", NULL);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->journal = fascia_journal_new (fixture->path, clock);
  g_signal_connect (fixture->journal, "changed", G_CALLBACK (on_changed), fixture);
  fixture->service = fascia_journal_service_new (fixture->journal, fixture->connection,
                                                 FASCIA_JOURNAL_OBJECT_PATH, &error);
  g_assert_no_error (error);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_ready, fixture->journal);
}

static void
close_service (Fixture *fixture)
{
  if (fixture->service == NULL)
    return;
  g_object_run_dispose (G_OBJECT (fixture->service));
  g_assert_finalize_object (g_steal_pointer (&fixture->service));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_service (fixture);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->journal);
  g_object_unref (fixture->connection);
  g_free (fixture->path);
  g_free (fixture->data_home);
  fascia_test_dir_free (fixture->dir);
}

/* ---- the other process ---- */

typedef struct
{
  GSubprocess *process;
  gboolean is_done;
  char *out;
  char *err;
} Command;

static void
on_communicated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Command *command = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &command->out, &command->err,
                                        &error);
  g_assert_no_error (error);
  command->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  const Command *command = data;

  return command->is_done;
}

static GSubprocess *
start (Fixture *fixture, const char *const *arguments, const char *cwd, const char *zone)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;

  g_strv_builder_add (builder, g_getenv ("FASCIA_PROGRAM"));
  g_strv_builder_addv (builder, (const char **) arguments);
  g_auto (GStrv) argv = g_strv_builder_end (builder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->data_home, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", zone, TRUE);
  g_subprocess_launcher_set_cwd (launcher, cwd);
  GSubprocess *process
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  return process;
}

/* Runs a command to its end; its output is compared as far as it is wanted. */
static void
run (Fixture *fixture,
     const char *const *arguments,
     const char *cwd,
     const char *zone,
     int status,
     char **out,
     char **err)
{
  Command command = { 0 };

  command.process = start (fixture, arguments, cwd, zone);
  g_subprocess_communicate_utf8_async (command.process, NULL, NULL, on_communicated, &command);
  fascia_test_assert_until (is_done, &command);
  if (!g_subprocess_get_if_exited (command.process)
      || g_subprocess_get_exit_status (command.process) != status)
    g_error ("%s: %s", arguments[0], command.err);
  *out = command.out;
  *err = command.err;
  g_object_unref (command.process);
}

#define RUN(status, ...)                                                                           \
  run (fixture, (const char *const[]) { __VA_ARGS__, NULL }, fixture->data_home, "UTC", status,    \
       &out, &err)

/* ---- what the holder sees ---- */

typedef struct
{
  gboolean is_done;
  gpointer result;
  FasciaJournal *journal;
} Answer;

static gboolean
is_answered (gpointer data)
{
  const Answer *answer = data;

  return answer->is_done;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->result = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static GPtrArray *
list (Fixture *fixture)
{
  Answer answer = { 0 };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 1000, NULL, on_listed, &answer);
  fascia_test_assert_until (is_answered, &answer);
  return answer.result;
}

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->result = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static guint
count_points (Fixture *fixture)
{
  Answer answer = { 0 };
  guint n_points = 0;

  fascia_journal_load_series_async (fixture->journal, NULL, on_series_loaded, &answer);
  fascia_test_assert_until (is_answered, &answer);
  g_autoptr (FasciaSeries) series = answer.result;
  fascia_series_get_points (series, &n_points);
  return n_points;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (operation);
  answer->is_done = TRUE;
}

/* ---- the tests ---- */

static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpuint (count_points (fixture), ==, 0);
  RUN (0, "log", "shoulder-top-left=6", "sacrum", "--note", "größer, „ja“", "--feeling", "deep");
  g_assert_cmpstr (err, ==, "");
  g_assert_nonnull (strstr (out, "Left shoulder top"));
  g_assert_nonnull (strstr (out, "tight 6"));

  /* The window hears of it once, and finds it. */
  fascia_test_drain ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (fixture->changed & FASCIA_CHANGE_MARKS, !=, 0);
  g_assert_cmpint (fixture->changed & FASCIA_CHANGE_ENTRIES, !=, 0);
  g_autoptr (GPtrArray) entries = list (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
  FasciaEntry *entry = g_ptr_array_index (entries, 0);
  const FasciaMark *mark
      = fascia_entry_find_mark (entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->level, ==, 6);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "größer, „ja“");
  g_assert_cmpuint (count_points (fixture), ==, 2);

  /* It is whole: what is marked in the window is another check-in. */
  g_assert_true (fascia_entry_is_closed (entry));
  Answer marked = { 0 };
  const FasciaMark own = { g_intern_string ("tailbone"), FASCIA_SCALE_PAIN, 2, NULL };
  const FasciaLog log = { .marks = &own, .n_marks = 1 };
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, &marked);
  fascia_test_assert_until (is_answered, &marked);
  g_autoptr (GPtrArray) two = list (fixture);
  g_assert_cmpuint (two->len, ==, 2);

  /* And what is undone there is what was done there. */
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  RUN (0, "log", "sacrum=1");
  Answer undone = { 0 };
  fascia_journal_undo_async (fixture->journal, 0, NULL, on_written, &undone);
  fascia_test_assert_until (is_answered, &undone);
  g_autoptr (GPtrArray) after = list (fixture);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < after->len; i++)
    g_assert_null (
        fascia_entry_find_mark (g_ptr_array_index (after, i), "tailbone", FASCIA_SCALE_PAIN));
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *file = NULL;
  g_autofree char *in_file = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *work = g_build_filename (fixture->data_home, "work\xff", NULL);
  g_autofree char *target = g_build_filename (work, "out.csv", NULL);
  char *err = NULL;
  struct stat status;

  g_assert_cmpint (g_mkdir (work, 0700), ==, 0);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *mark = g_strdup_printf ("lower-back-right=%d", i);
      g_autofree char *at = g_strdup_printf ("2026-01-05T1%d:00", i);
      const char *const arguments[] = { "log", mark, "--at", at, NULL };

      g_clear_pointer (&said, g_free);
      run (fixture, arguments, fixture->data_home, "Asia/Tokyo", 0, &said, &err);
      g_clear_pointer (&err, g_free);
    }
  fascia_test_drain ();
  guint n_changed = fixture->n_changed;
  g_assert_cmpuint (n_changed, ==, 3);

  run (fixture, (const char *const[]) { "list", "--limit", "1", NULL }, work, "UTC", 0, &listed,
       &err);
  g_clear_pointer (&err, g_free);
  g_assert_cmpstr (listed, ==, said);
  run (fixture, (const char *const[]) { "check", NULL }, work, "UTC", 0, &checked, &err);
  g_clear_pointer (&err, g_free);
  g_assert_nonnull (strstr (checked, "3 entries"));

  /* Relative to the folder of who asked, whatever its name; oldest first; their zone. */
  run (fixture, (const char *const[]) { "export", "out.csv", NULL }, work, "UTC", 0, &nothing,
       &err);
  g_clear_pointer (&err, g_free);
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  run (fixture, (const char *const[]) { "export", "-", NULL }, work, "UTC", 0, &exported, &err);
  g_clear_pointer (&err, g_free);
  g_file_get_contents (target, &in_file, NULL, NULL);
  g_assert_cmpstr (in_file, ==, exported);
  const char *first = strstr (exported, "2026-01-05T10:00:00+09:00,Asia/Tokyo");
  const char *last = strstr (exported, "2026-01-05T12:00:00+09:00,Asia/Tokyo");
  g_assert_nonnull (first);
  g_assert_nonnull (last);
  g_assert_true (first < last);

  /* Reading changes nothing. */
  fascia_test_drain ();
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  RUN (1, "log", "elbow=3");
  g_assert_nonnull (strstr (err, "“elbow”"));
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  RUN (2, "log");
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  RUN (1, "export", "no/such/folder.csv");
  g_assert_true (g_str_has_prefix (err, "fascia: "));
  g_assert_nonnull (strstr (err, "cannot be written"));
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  RUN (1, "export", fixture->path);
  g_assert_nonnull (strstr (err, "journal itself"));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
on_replied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->result = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_null (answer->result);
  answer->result = g_dbus_error_get_remote_error (error);
  answer->is_done = TRUE;
}

/* Nobody gets a command into a journal it was not meant for, and nonsense does no harm. */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  struct stat status;
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const argv[] = { "fascia", "log", "sacrum=3", NULL };
      Answer answer = { 0 };
      GVariant *parameters = g_variant_new (
          "(@aay@aystt@ah)", g_variant_new_bytestring_array (argv, i == 1 ? 1 : -1),
          g_variant_new_bytestring ("/"), "UTC", (guint64) status.st_dev,
          (guint64) status.st_ino + (i == 0 ? 1 : 0),
          g_variant_new_array (G_VARIANT_TYPE_HANDLE, NULL, 0));

      g_dbus_connection_call (
          fixture->connection, g_dbus_connection_get_unique_name (fixture->connection),
          FASCIA_JOURNAL_OBJECT_PATH, FASCIA_JOURNAL_INTERFACE, "Run", parameters, NULL,
          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_replied, &answer);
      fascia_test_assert_until (is_answered, &answer);
      g_autofree char *name = answer.result;
      g_assert_cmpstr (
          name, ==, i == 0 ? FASCIA_JOURNAL_ERROR_OTHER : "org.freedesktop.DBus.Error.InvalidArgs");
    }
  g_autoptr (GPtrArray) entries = list (fixture);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
on_path_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->result = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

/* Who starts twice before there is a file asks by its path. */
static void
test_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *same = g_build_filename (folder, ".", name, NULL);
  g_autofree char *other = g_strconcat (fixture->path, "2", NULL);
  const char *const paths[] = { fixture->path, same, other };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      Answer answer = { 0 };

      g_dbus_connection_call (fixture->connection,
                              g_dbus_connection_get_unique_name (fixture->connection),
                              FASCIA_JOURNAL_OBJECT_PATH, FASCIA_JOURNAL_INTERFACE, "HoldsPath",
                              g_variant_new ("(^ay)", paths[i]), G_VARIANT_TYPE ("(b)"),
                              G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_path_answered, &answer);
      fascia_test_assert_until (is_answered, &answer);
      g_autoptr (GVariant) said = answer.result;
      gboolean is_held = FALSE;
      g_variant_get (said, "(b)", &is_held);
      g_assert_cmpint (is_held, ==, i < 2);
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1);
  answer->is_done = TRUE;
}

/* Somebody exports into a pipe and does not read: the window marks on. */
static void
test_slow_reader (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = g_strnfill (60000, 'x');
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      RUN (0, "log", "sacrum=3", "--note", note);
    }
  g_autoptr (GSubprocess) process
      = start (fixture, (const char *const[]) { "export", "-", NULL }, fixture->data_home, "UTC");
  g_autoptr (GInputStream) pipe = g_object_ref (g_subprocess_get_stdout_pipe (process));

  /* It has begun to write, and has more to write than a pipe holds. */
  Answer begun = { 0 };
  g_input_stream_read_bytes_async (pipe, 1, G_PRIORITY_DEFAULT, NULL, on_read, &begun);
  fascia_test_assert_until (is_answered, &begun);

  Answer answer = { 0 };
  const FasciaMark mark = { g_intern_string ("tailbone"), FASCIA_SCALE_PAIN, 2, NULL };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, &answer);
  fascia_test_assert_until (is_answered, &answer);

  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  fascia_journal_erase_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

/* Another file has the name of the journal now: commands find the window all the same. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  Answer answer = { 0 };

  RUN (0, "log", "sacrum=3");
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  fascia_journal_erase_async (fixture->journal, NULL, on_erased, &answer);
  fascia_test_assert_until (is_answered, &answer);
  RUN (0, "log", "sacrum=4");
  g_autoptr (GPtrArray) entries = list (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
}

static gboolean
has_exited (gpointer data)
{
  return g_subprocess_get_identifier (data) == NULL;
}

/* The service goes while commands come: each ends, none hangs, none is lost that said it is done. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  GSubprocess *processes[6];
  guint n_done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    processes[i] = start (fixture, (const char *const[]) { "log", "sacrum=3", NULL },
                          fixture->data_home, "UTC");
  fascia_test_assert_until (has_exited, processes[0]);
  close_service (fixture);
  g_autoptr (GPtrArray) entries = list (fixture);
  fascia_journal_shutdown (fixture->journal);

  /* Those that come too late find the journal free and do it themselves. */
  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      fascia_test_assert_until (has_exited, processes[i]);
      g_assert_true (g_subprocess_get_if_exited (processes[i]));
      n_done += g_subprocess_get_exit_status (processes[i]) == 0 ? 1 : 0;
      g_object_unref (processes[i]);
    }

  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_READ_EXISTING, clock, 5000, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (db, &error), >=, n_done);
  g_assert_no_error (error);
  g_assert_true (fascia_db_close (db, &error));
  g_assert_cmpuint (n_done, >=, 1);
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/journal-service/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("log", test_log);
  ADD ("read", test_read);
  ADD ("refused", test_refused);
  ADD ("nonsense", test_nonsense);
  ADD ("path", test_path);
  ADD ("slow-reader", test_slow_reader);
  ADD ("erased", test_erased);
  ADD ("closing", test_closing);
  return g_test_run ();
}
