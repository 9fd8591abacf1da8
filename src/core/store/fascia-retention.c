/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of many backups stay. */

#include "config.h"

#include "fascia-backup.h"

void
fascia_retention_choose (const gint64 *created_ms,
                         guint n,
                         gint64 now_ms,
                         int offset_min,
                         gboolean *keep)
{
  for (guint i = 0; i < n; i++)
    keep[i] = TRUE;
}
