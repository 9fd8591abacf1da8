/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether there is room is asked before anything is written. */

#include <string.h>

#include "core/exchange/fascia-room.h"
#include "fascia-test-utils.h"

static void
test_room (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build (dir, "backup.fascia-backup");
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_room_check (path, 0, &error));
  g_assert_true (fascia_room_check (path, 1, &error));
  g_assert_no_error (error);
  /* More than any disk has. */
  g_assert_false (fascia_room_check (path, G_MAXUINT64, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "18.4"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Where nobody can say, it is tried. */
static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_room_check ("/proc/self/x", G_MAXUINT64, &error));
  g_assert_true (fascia_room_check ("/no/such/folder/x", G_MAXUINT64, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/room/room", test_room);
  g_test_add_func ("/room/unknown", test_unknown);

  return g_test_run ();
}
