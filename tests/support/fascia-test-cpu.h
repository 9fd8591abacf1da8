/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What something costs on a machine that may have other things to do: time of the processor, not of
 * the clock. */

#pragma once

#include <time.h>

#include <glib.h>

G_BEGIN_DECLS

/* Microseconds that this process has computed so far. */
static inline gint64
fascia_test_get_cpu_us (void)
{
  struct timespec used = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return used.tv_sec * G_GINT64_CONSTANT (1000000) + used.tv_nsec / 1000;
}

G_END_DECLS
