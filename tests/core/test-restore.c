/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ended at any moment, backing up, restoring and repairing leave the old or the new, never between.
 *
 * A child does the work and is watched by its parent, system call by system call; at the one that
 * is next in turn it ends without notice. What the kernel was told is then all there is, and what
 * was not synced before it was named is taken for lost. */

#include "config.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup-fixture.h"

typedef gboolean (*Work) (StoreFixture *f, const char *path);

/* ---- the child and its end ---- */

/* Those that change files, or give them names. */
static const unsigned int calls[] = {
  SYS_write,    SYS_pwrite64, SYS_ftruncate, SYS_fsync,  SYS_fdatasync,
  SYS_linkat,   SYS_unlinkat, SYS_renameat2, SYS_openat, SYS_fchmod,
#ifdef SYS_link
  SYS_link,     SYS_unlink,   SYS_rename,    SYS_open,   SYS_mkdir,
#endif
#ifdef SYS_renameat
  SYS_renameat,
#endif
};

/* From now on the parent is asked before each of them. */
static gboolean
ask_parent (void)
{
  struct sock_filter filter[2 * G_N_ELEMENTS (calls) + 2];
  guint n = 0;

  filter[n++] = (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS,
                                               offsetof (struct seccomp_data, nr));
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      filter[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, calls[i], 0, 1);
      filter[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    }
  filter[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog program = { .len = (unsigned short) n, .filter = filter };
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* When set, told of before each of those calls. */
static void (*probe) (StoreFixture *f);

/* Lets a child do @work and ends it before the @n-th system call that changes files. TRUE when it
 * came to its own end. *@is_possible: FALSE where processes may not be watched. */
static gboolean
work_until (StoreFixture *f, Work work, const char *path, guint n, gboolean *is_possible)
{
  pid_t child = fork ();
  guint n_calls = 0;
  int status, signal_number = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (ptrace (PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit (99);
      raise (SIGSTOP);
      if (!ask_parent ())
        _exit (98);
      _exit (work (f, path) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *is_possible = WIFSTOPPED (status);
  if (!*is_possible)
    return FALSE;
  ptrace (PTRACE_SETOPTIONS, child, NULL, PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL);
  for (;;)
    {
      g_assert_cmpint (ptrace (PTRACE_CONT, child, NULL, signal_number), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (WIFEXITED (status))
        {
          *is_possible = WEXITSTATUS (status) != 98;
          g_assert_true (WEXITSTATUS (status) == 0 || !*is_possible);
          return *is_possible;
        }
      g_assert_true (WIFSTOPPED (status));
      signal_number = 0;
      if (probe != NULL)
        probe (f);
      if (status >> 8 != (SIGTRAP | PTRACE_EVENT_SECCOMP << 8))
        signal_number = WSTOPSIG (status);
      else if (n_calls++ == n)
        {
          kill (child, SIGKILL);
          waitpid (child, &status, 0);
          return FALSE;
        }
    }
}

/* ---- what is there afterwards ---- */

typedef struct
{
  GBytes *journal;
  GBytes *wal;
  char *old_state;
  char *new_state;
} Before;

static char *
open_and_tell (StoreFixture *f)
{
  store_fixture_open (f);
  store_assert_whole (f->db);
  char *state = backup_get_state (f->db);
  store_fixture_close (f);
  return state;
}

static void
put_back (StoreFixture *f, const Before *before)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  g_assert_true (fascia_journal_files_erase (f->path, NULL));
  store_write_file (f->path, "", before->journal);
  if (before->wal != NULL)
    store_write_file (f->path, "-wal", before->wal);
}

static gboolean
do_restore (StoreFixture *f, const char *path)
{
  return fascia_backup_restore (f->path, path, NULL, f->clock, NULL, NULL);
}

static gboolean
do_repair (StoreFixture *f, const char *path)
{
  return fascia_journal_files_repair (f->path, f->clock, NULL, NULL);
}

/* Ends the work at every system call, or at some, and looks. */
static void
cut_everywhere (StoreFixture *f,
                Work work,
                const char *path,
                const Before *before,
                guint *n_between)
{
  guint n_old = 0, n_new = 0, stride = g_test_slow () ? 1 : 7;
  gboolean is_possible = TRUE;

  for (guint n = 0;; n++)
    {
      put_back (f, before);
      gboolean is_done = work_until (f, work, path, n, &is_possible);
      if (!is_possible)
        {
          g_test_fail_printf ("processes may not be watched here (ptrace)");
          return;
        }
      g_autofree char *state = open_and_tell (f);
      if (n_between != NULL && !g_str_equal (state, before->old_state)
          && !g_str_equal (state, before->new_state))
        {
          (*n_between)++;
          continue;
        }
      if (g_str_equal (state, before->old_state))
        n_old++;
      else if (g_str_equal (state, before->new_state))
        n_new++;
      else
        g_error ("Cut at %u: neither the old nor the new", n);
      /* Once the new one was there it stays there. */
      g_assert_true (n_new == 0 || g_str_equal (state, before->new_state));
      backup_grep_journal (f, NULL);
      if (is_done)
        break;
      /* Most are writes of the same file; the last ones count. */
      if (n_new == 0 && n % stride == 0 && n > 4 && n < 20)
        n += stride - 1;
    }
  g_test_message ("%u times the old, %u times the new", n_old, n_new);
  g_assert_true (n_between != NULL || n_old > 3);
  g_assert_true (n_between != NULL || n_new > 3);
}

static void
before_clear (Before *before)
{
  g_clear_pointer (&before->journal, g_bytes_unref);
  g_clear_pointer (&before->wal, g_bytes_unref);
  g_free (before->old_state);
  g_free (before->new_state);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Before, before_clear)

/* A backup elsewhere, then more; @with_log: the journal is left as by a crash. */
static void
prepare (StoreFixture *f, const char *path, gboolean with_log, Before *before)
{
  backup_fill (f, 6);
  before->new_state = backup_get_state (f->db);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  /* Without its log the old one says neither. */
  backup_fill (f, 1);
  store_fixture_close (f);
  store_fixture_open (f);
  backup_fill (f, 4);
  before->old_state = backup_get_state (f->db);
  if (with_log)
    {
      before->journal = store_read_file (f->path, "");
      before->wal = store_read_file (f->path, "-wal");
      g_assert_nonnull (before->wal);
    }
  store_fixture_close (f);
  if (!with_log)
    before->journal = store_read_file (f->path, "");
}

static char *
build_outside (FasciaTestDir **dir)
{
  *dir = fascia_test_dir_new ();
  g_autofree char *journal = fascia_test_dir_build_journal (*dir);
  g_autofree char *folder = g_path_get_dirname (journal);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "one" FASCIA_BACKUP_SUFFIX, NULL);
}

static void
test_restore (StoreFixture *f, gconstpointer data)
{
  FasciaTestDir *outside;
  g_autofree char *path = build_outside (&outside);
  g_auto (Before) before = { 0 };

  prepare (f, path, GPOINTER_TO_INT (data) != 0, &before);
  cut_everywhere (f, do_restore, path, &before, NULL);
  fascia_test_dir_free (outside);
}

static void
test_restore_with_log (StoreFixture *f, gconstpointer data)
{
  test_restore (f, GINT_TO_POINTER (TRUE));
}

/* As one would do it at first: the log goes, the new one is put in its place. */
static gboolean
do_naively (StoreFixture *f, const char *path)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (FasciaBackup) backup = fascia_backup_load (path, NULL, NULL);

  (void) g_unlink (wal);
  return g_file_set_contents_full (f->path, g_bytes_get_data (backup->journal, NULL),
                                   (gssize) g_bytes_get_size (backup->journal),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* The test sees what it is there for. */
static void
test_control (StoreFixture *f, gconstpointer data)
{
  FasciaTestDir *outside;
  g_autofree char *path = build_outside (&outside);
  g_auto (Before) before = { 0 };
  guint n_between = 0;

  prepare (f, path, TRUE, &before);
  cut_everywhere (f, do_naively, path, &before, &n_between);
  g_assert_cmpuint (n_between, >, 0);
  fascia_test_dir_free (outside);
}

/* The damaged one cannot say the same as the repaired one, so it is looked at as a file. */
static void
test_repair (StoreFixture *f, gconstpointer data)
{
  guint n_old = 0, n_new = 0;
  gboolean is_possible;
  g_auto (Before) before = { 0 };

  backup_fill (f, 6);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE id = 3");
  store_fixture_close (f);
  before.journal = store_read_file (f->path, "");
  for (guint n = 0;; n += n > 2 && n_new == 0 && !g_test_slow () ? 41 : 1)
    {
      g_autoptr (GError) error = NULL;

      put_back (f, &before);
      gboolean is_done = work_until (f, do_repair, NULL, n, &is_possible);
      if (!is_possible)
        {
          g_test_fail_printf ("processes may not be watched here (ptrace)");
          return;
        }
      store_fixture_open (f);
      if (fascia_db_check (f->db, NULL, NULL, NULL))
        n_new++;
      else
        n_old++;
      g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 12);
      store_fixture_close (f);
      if (is_done)
        break;
    }
  g_test_message ("%u times the old, %u times the new", n_old, n_new);
  g_assert_cmpuint (n_old, >, 3);
  g_assert_cmpuint (n_new, >, 0);
}

static gboolean
do_backup (StoreFixture *f, const char *path)
{
  return fascia_db_backup (f->db, path, NULL, NULL, NULL);
}

/* The files in it: a temporary name that a child left would be tried again by the next, which draws
 * the same numbers. */
static void
empty_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
}

/* A backup that is there under its name is whole: the one before or the one after. */
static void
test_backup (StoreFixture *f, gconstpointer data)
{
  FasciaTestDir *outside;
  g_autofree char *path = build_outside (&outside);
  guint n_old = 0, n_new = 0;
  gboolean is_possible;

  backup_fill (f, 3);
  g_autoptr (FasciaBackupInfo) first = backup_make (f, path, NULL);
  g_autoptr (GBytes) old = store_read_file (path, "");
  backup_fill (f, 2);
  for (guint n = 0;; n++)
    {
      g_autoptr (GError) error = NULL;

      empty_folder_of (path);
      store_write_file (path, "", old);
      gboolean is_done = work_until (f, do_backup, path, n, &is_possible);
      if (!is_possible)
        {
          g_test_fail_printf ("processes may not be watched here (ptrace)");
          break;
        }
      g_autoptr (FasciaBackupInfo) info = fascia_backup_inspect (path, NULL, TRUE, &error);
      g_assert_no_error (error);
      store_assert_mode (path, "", 0600);
      if (info->n_entries == 6)
        n_old++;
      else
        n_new++;
      if (is_done)
        break;
    }
  g_test_message ("%u times the old, %u times the new", n_old, n_new);
  if (is_possible)
    {
      g_assert_cmpuint (n_old, >, 2);
      g_assert_cmpuint (n_new, >, 1);
    }
  fascia_test_dir_free (outside);
}

/* Two that open at the moment at which there is something left to do: one does it. */
static void
test_finished_once (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autofree char *ready = backup_build_path (f, ".journal.db.ready");
  g_autoptr (GError) error = NULL;

  backup_fill (f, 2);
  g_autofree char *state = backup_get_state (f->db);
  g_autoptr (FasciaBackup) backup = fascia_backup_take (f->db, NULL);
  backup_fill (f, 2);
  store_fixture_close (f);
  store_write_file (ready, "", backup->journal);
  store_write_file (f->path, "-wal", backup->journal);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *now = open_and_tell (f);

      g_assert_cmpstr (now, ==, state);
      g_assert_false (g_file_test (ready, G_FILE_TEST_EXISTS));
    }
}

/* Another process has it open: nothing is put in its place. */
static void
test_busy (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;
  int ready[2], done[2];
  char byte = 0;

  backup_fill (f, 2);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  store_fixture_close (f);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      FasciaDb *db = fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, NULL);

      if (db == NULL || write (ready[1], "x", 1) != 1 || read (done[0], &byte, 1) != 1)
        _exit (1);
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_false (fascia_backup_restore (f->path, path, NULL, f->clock, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (fascia_journal_files_erase (f->path, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (fascia_journal_files_repair (f->path, f->clock, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  g_assert_cmpuint (backup_count_files (f, ".replaced-"), ==, 0);
  g_assert_cmpint (write (done[1], "x", 1), ==, 1);
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      close (ready[i]);
      close (done[i]);
    }
}

static guint n_locked, n_kept_open;

/* Once the old journal has its second name, and still the first, what others write into it is
 * written into what goes. */
static void
look_at_lock (StoreFixture *f)
{
  struct flock lock
      = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512 };
  int fd = open (f->path, O_RDWR | O_CLOEXEC);
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpint (fcntl (fd, F_GETLK, &lock), ==, 0);
  close (fd);
  if (info.st_nlink < 2)
    return;
  if (lock.l_type == F_UNLCK)
    n_kept_open++;
  else
    n_locked++;
}

static void
assert_held (StoreFixture *f, Work work, const char *path)
{
  gboolean is_possible;

  n_locked = n_kept_open = 0;
  probe = look_at_lock;
  gboolean is_done = work_until (f, work, path, G_MAXUINT, &is_possible);
  probe = NULL;
  if (!is_possible)
    {
      g_test_fail_printf ("processes may not be watched here (ptrace)");
      return;
    }
  g_assert_true (is_done);
  g_assert_cmpuint (n_locked, >, 0);
  g_assert_cmpuint (n_kept_open, ==, 0);
}

static void
test_held (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  int fd;

  backup_fill (f, 3);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  store_fixture_close (f);
  assert_held (f, do_restore, path);

  /* It is let go again, and nobody opens what is held. */
  g_autoptr (GError) error = NULL;
  g_assert_true (fascia_db_swap_hold (f->path, &fd, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_assert_null (fascia_db_open_full (f->path, FASCIA_DB_NONE, f->clock, 0, &f->options, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (fascia_db_swap_check_free (f->path, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  fascia_db_swap_release (&fd);
  store_fixture_open (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/restore/cut", test_restore);
  store_test_add ("/restore/cut-with-log", test_restore_with_log);
  store_test_add ("/restore/control", test_control);
  store_test_add ("/restore/cut-repair", test_repair);
  store_test_add ("/restore/cut-backup", test_backup);
  store_test_add ("/restore/finished-once", test_finished_once);
  store_test_add ("/restore/busy", test_busy);
  store_test_add ("/restore/held", test_held);

  return g_test_run ();
}
