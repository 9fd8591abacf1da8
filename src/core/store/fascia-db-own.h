/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the lists of tags and of own scales share: codes, rows, who has them. */

#pragma once

#include "fascia-db-change.h"
#include "fascia-db-rows.h"

G_BEGIN_DECLS

/* Gives a new row its name, and a code made of it, which no other journal makes. */
void fascia_db_make_own_row (FasciaDb *db, FasciaRow *row, guint uid_column, guint code_column);
/* (nullable) (transfer none) */
FasciaRow *fascia_rows_find_code (GPtrArray *rows, guint code_column, const char *code);
/* (transfer full) Numbers of entries (gint64) that @sql, a static text, finds for @code. */
GArray *fascia_db_find_entries (FasciaDb *db, const char *sql, const char *code, GError **error);
/* What @sql, a static text, counts for @code; -1 with an error. */
gint64 fascia_db_count_code (FasciaDb *db, const char *sql, const char *code, GError **error);

/* fascia-db-ends.c: *@fits: what @after has, and @before has not like that, lies between the ends of
 * the scale: values of an entry between those of the person's own scales, and of own scales all
 * values that the journal has and that had room before. */
gboolean fascia_db_check_ends (FasciaDb *db,
                               GPtrArray *before,
                               GPtrArray *after,
                               gboolean *fits,
                               GError **error);
/* TRUE when an entry fits; INVALID when it does not. */
gboolean fascia_db_refuse_outside (FasciaDb *db,
                                   GPtrArray *before,
                                   GPtrArray *after,
                                   GError **error);
/* What @after, an entry, has and @before has not like that: where it lies outside the ends of an own
 * scale, the scale is made wider, as a part of @change. */
gboolean fascia_db_make_room (FasciaDb *db,
                              FasciaDbChange *change,
                              GPtrArray *before,
                              GPtrArray *after,
                              GError **error);
/* Moves an end of an own scale, by whole steps, so that it has @value, a finite number; with more
 * steps than a scale may have they grow tenfold. */
void fascia_scale_row_widen (FasciaRow *scale, double value);

G_END_DECLS
