/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reading a table of another program is about: the table, the row at hand, its cells. */

#pragma once

#include "../journal/fascia-items-private.h"
#include "../journal/fascia-tags.h"
#include "fascia-import-private.h"
#include "fascia-mapping-private.h"
#include "fascia-text-table-private.h"

G_BEGIN_DECLS

/* A scale that the program does not have, and what the values on it are that are taken. */
typedef struct
{
  char *code;
  char *name;
  gboolean is_used;
  const char *unit; /* of the first */
  double minimum, maximum;
  int n_digits; /* behind the point, of the finest value */
} FasciaForeignScale;

/* A tag that the program does not have. */
typedef struct
{
  char *code;
  char *name;
  guint line;
  gboolean is_used;
} FasciaForeignTag;

typedef struct
{
  FasciaImportBuilder builder;
  const char *name;
  const FasciaMapping *mapping;
  const FasciaBody *body;
  FasciaTextTable *table;
  GTimeZone *zone;
  gint64 now_ms;
  FasciaItems *items;
  FasciaTags *tags;
  GHashTable *scales;     /* code → FasciaForeignScale */
  GHashTable *own_tags;   /* code → FasciaForeignTag */
  GHashTable *seen;       /* what a row says → how often */
  gboolean *is_numerical; /* of each column of habits */
  int entry_column;       /* of our own table: which entry it is … */
  int nothing_column;     /* … and whether it says "nothing today"; -1 */
} FasciaForeign;

/* The row at hand. */
typedef struct
{
  guint row;
  guint line;
  FasciaImportEntry *entry;
  GString *note;
  GString *form; /* all it says, in a form that does not change */
  char *region;
} FasciaForeignRow;

/* fascia-import-foreign-cells.c: puts what the cells of the row say into its entry, its note and its
 * form. FALSE: a cell cannot be taken, and that is told. */
gboolean fascia_foreign_read_cells (FasciaForeign *self, FasciaForeignRow *context);
const char *fascia_foreign_get_cell (FasciaForeign *self,
                                     const FasciaForeignRow *context,
                                     guint column);
/* The cell of the first column with that use; "" when there is none. */
const char *fascia_foreign_get_used (FasciaForeign *self,
                                     const FasciaForeignRow *context,
                                     FasciaColumnUse use);
/* Tells why the row cannot be taken; FALSE. @reason: (transfer full) */
gboolean fascia_foreign_refuse (FasciaForeign *self,
                                const FasciaForeignRow *context,
                                guint column,
                                char *reason);

G_END_DECLS
