/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying down the rights of the superuser, for whom no mode of a file is a hindrance, for a while.
 */

#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

/* This thread, and those that it makes from now on. */
static inline void
fascia_test_set_rights (gboolean has_rights)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { { 0 } };

  g_assert_no_errno ((int) syscall (SYS_capget, &header, data));
  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    data[i].effective = has_rights ? data[i].permitted : 0;
  g_assert_no_errno ((int) syscall (SYS_capset, &header, data));
}

/* A journal on a stick that is sealed, or one that may be written again. */
static inline void
fascia_test_seal (const char *path, gboolean is_sealed)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!is_sealed)
    g_assert_no_errno (g_chmod (folder, 0700));
  g_assert_no_errno (g_chmod (path, is_sealed ? 0400 : 0600));
  if (is_sealed)
    g_assert_no_errno (g_chmod (folder, 0500));
}
