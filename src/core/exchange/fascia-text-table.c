/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of text in memory: encodings, separators, quotes. */

#include "config.h"

#include "fascia-mapping.h"

struct _FasciaTextTable
{
  guint n_columns;
};

FasciaTextTable *
fascia_text_table_read (GBytes *bytes, GError **error)
{
  return g_new0 (FasciaTextTable, 1);
}

void
fascia_text_table_free (FasciaTextTable *self)
{
  g_free (self);
}

guint
fascia_text_table_get_n_rows (const FasciaTextTable *self)
{
  return 0;
}

guint
fascia_text_table_get_n_columns (const FasciaTextTable *self)
{
  return self->n_columns;
}

const char *
fascia_text_table_get_header (const FasciaTextTable *self, guint column)
{
  return "";
}

const char *
fascia_text_table_get (const FasciaTextTable *self, guint row, guint column)
{
  return "";
}

guint
fascia_text_table_get_line (const FasciaTextTable *self, guint row)
{
  return row + 2;
}
