/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables that an entry is made of. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind; /* how tombstones name it; NULL for rows without a name of their own */
  guint n_columns;
  guint uid_column;   /* 0: none */
  guint stamp_column; /* 0: none */
  const char *select; /* by id of the entry, ordered by id */
  const char *walk;   /* of all entries, in the order of their rows; NULL where none owns it */
  guint
      owner_column; /* of the walk: the row of the entry; one of a feeling has its mark's uid next */
  const char *insert;
  const char *update; /* id last */
  const char *remove;
  const char *max_id;
  /* The update when no column with an index has changed: SQLite writes the indexes of all columns
   * that an update names, and each is a page to be synced. */
  const char *light_update;
  guint32 indexed; /* bits of those columns */
  int since;       /* the version of the schema that brought it; 0: the first */
} FasciaTableInfo;

const FasciaTableInfo *fascia_table_get_info (FasciaTable table);
/* An entry of that kind can own rows of it. */
gboolean fascia_table_is_for_kind (FasciaTable table, const char *kind);
/* The journal has it: one that has not been upgraded yet lacks what later versions brought. */
gboolean fascia_db_has_table (FasciaDb *db, FasciaTable table);

G_END_DECLS
