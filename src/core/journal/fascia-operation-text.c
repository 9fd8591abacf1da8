/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What undoing an operation is called. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-operation-private.h"

char *
fascia_operation_dup_undo_label (const FasciaOperation *operation, gint32 today)
{
  return g_strdup (_ ("Undo"));
}

char *
fascia_operation_dup_undone_label (const FasciaOperation *operation, gint32 today)
{
  return g_strdup (_ ("Undone"));
}
