/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of a table of another program means what. */

#include "config.h"

#include "fascia-mapping.h"

#include <glib/gi18n-lib.h>

char *
fascia_layout_dup_name (FasciaLayout layout)
{
  switch (layout)
    {
    case FASCIA_LAYOUT_LOOP_HABITS:
      return g_strdup ("Loop Habit Tracker");
    case FASCIA_LAYOUT_TRACK_GRAPH:
      return g_strdup ("Track & Graph");
    case FASCIA_LAYOUT_FASCIA_TABLE:
      return g_strdup (_ ("Table of Fascia"));
    case FASCIA_LAYOUT_OWN:
    default:
      return g_strdup (_ ("Another table"));
    }
}

FasciaMapping *
fascia_mapping_guess (const FasciaTextTable *table)
{
  FasciaMapping *self = g_new0 (FasciaMapping, 1);

  self->layout = FASCIA_LAYOUT_OWN;
  self->dates = FASCIA_DATES_ISO;
  return self;
}

FasciaMapping *
fascia_mapping_copy (const FasciaMapping *self)
{
  FasciaMapping *copy = g_memdup2 (self, sizeof *self);

  copy->uses = g_memdup2 (self->uses, self->n_columns * sizeof *self->uses);
  copy->items = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    copy->items[i] = g_strdup (self->items[i]);
  return copy;
}

void
fascia_mapping_free (FasciaMapping *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->items[i]);
  g_free (self->items);
  g_free (self->uses);
  g_free (self);
}

char *
fascia_mapping_dup_problem (const FasciaMapping *self)
{
  return NULL;
}
