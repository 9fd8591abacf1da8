/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of every suite share: waiting for a condition, folders that clean up, a fixed clock. */

#include "fascia-test-utils.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define WAKE_MS 20
#define DRAIN_MAX 5000

struct _FasciaTestDir
{
  char *path;
};

static gboolean
on_woken (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
fascia_test_wait_until (FasciaTestCondition condition, gpointer data)
{
  if (condition (data))
    return TRUE;

  gint64 deadline = g_get_monotonic_time () + FASCIA_TEST_DEADLINE_S * G_USEC_PER_SEC;
  guint wake = g_timeout_add (WAKE_MS, on_woken, NULL);
  gboolean holds = FALSE;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      holds = condition (data);
    }
  while (!holds && g_get_monotonic_time () < deadline);

  g_source_remove (wake);
  return holds;
}

void
fascia_test_drain (void)
{
  for (int i = 0; i < DRAIN_MAX && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

gboolean
fascia_test_is_gone (gpointer pointer)
{
  return g_atomic_pointer_get ((gpointer *) pointer) == NULL;
}

void
fascia_test_remove_tree (const char *path)
{
  GStatBuf status;
  if (g_lstat (path, &status) != 0)
    return;

  if (!S_ISDIR (status.st_mode))
    {
      g_unlink (path);
      return;
    }

  /* A test may have taken its own rights away. */
  g_chmod (path, 0700);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  if (folder != NULL)
    {
      const char *name;
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          fascia_test_remove_tree (child);
        }
    }
  g_rmdir (path);
}

FasciaTestDir *
fascia_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("fascia-test-XXXXXX", &error);
  g_assert_no_error (error);

  FasciaTestDir *dir = g_new0 (FasciaTestDir, 1);
  dir->path = g_steal_pointer (&path);
  return dir;
}

void
fascia_test_dir_free (FasciaTestDir *dir)
{
  fascia_test_remove_tree (dir->path);
  g_free (dir->path);
  g_free (dir);
}

const char *
fascia_test_dir_get_path (FasciaTestDir *dir)
{
  return dir->path;
}

char *
fascia_test_dir_build (FasciaTestDir *dir, const char *name)
{
  return g_build_filename (dir->path, name, NULL);
}

char *
fascia_test_dir_build_journal (FasciaTestDir *dir)
{
  return g_build_filename (dir->path, "fascia", "journal.db", NULL);
}

FasciaClock *
fascia_test_clock_new (void)
{
  return fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "UTC");
}
