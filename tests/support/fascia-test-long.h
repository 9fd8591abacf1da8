/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a test is to try: some in every run, many in the long one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name: environment variable with a number of its own; else FASCIA_TEST_LONG (./dev test --long)
 * chooses @many instead of @some. */
static inline guint
fascia_test_count (const char *name, guint some, guint many)
{
  const char *wanted = g_getenv (name);
  guint64 count;

  if (wanted != NULL && g_ascii_string_to_unsigned (wanted, 10, 1, G_MAXUINT, &count, NULL))
    return (guint) count;
  return g_getenv ("FASCIA_TEST_LONG") != NULL ? many : some;
}

G_END_DECLS
