/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading what can be read of a damaged database. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

/* The digest of a day, as it is stored or as it is computed. */
typedef struct
{
  gint64 day;
  int version;
  gint64 n_entries;
  guint8 digest[FASCIA_DIGEST_SIZE];
} FasciaSavedDay;

/* Rows that @damaged has of what belongs to a person, put into @db, an empty journal, inside a
 * transaction. What the journal does not take is left out. FALSE when @db cannot be written. */
gboolean fascia_salvage_tables (sqlite3 *damaged, FasciaDb *db, GError **error);
/* Those of one table, without their ids, unless they are there under the same name. */
gboolean fascia_salvage_missing (sqlite3 *other, FasciaDb *db, const char *table, GError **error);

/* The digests of days that can be read. (transfer full) Days → #FasciaSavedDay. */
GHashTable *fascia_salvage_days (sqlite3 *damaged);
/* As they would be in that version, from what @db says. (transfer full) NULL with an error. */
GHashTable *fascia_salvage_compute_days (FasciaDb *db, int version, GError **error);

/* What was done about days that are not as their digest says. */
typedef struct
{
  gint64 n_added;      /* entries from the backup */
  GArray *from_backup; /* gint64: days that are as in the backup, and as they were written */
  GArray *uncertain;   /* gint64: days that may not be as they were written */
} FasciaMendedDays;

/* fascia-salvage-days.c: compares @db day by day with what was @stored, and takes from @other, the
 * journal of a backup (nullable), what is better there. FALSE when nothing can be written; @journal:
 * what the error speaks of. */
gboolean fascia_salvage_mend_days (FasciaDb *db,
                                   FasciaDb *other,
                                   GHashTable *stored,
                                   const char *journal,
                                   FasciaMendedDays *mended,
                                   GError **error);

/* Names of tables of no day whose digests are not those that @damaged has. Both have the same
 * version. (transfer full) NULL-terminated. */
char **fascia_salvage_compare_tables (sqlite3 *damaged, sqlite3 *saved);

G_END_DECLS
