/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the store fills a series, and how the journal keeps it up to date. */

#pragma once

#include "fascia-series.h"

G_BEGIN_DECLS

struct _FasciaSeries
{
  gatomicrefcount ref_count;
  FasciaSeriesPoint *points;
  guint n_points;
  const char **regions; /* interned, sorted by code, so that a lookup needs no table */
  guint n_regions;
  gint64 *check_ins; /* by number: the row of the entry, for patching */
  guint n_check_ins;
};

/* Collects check-ins and their points in any order. One thread. */
typedef struct _FasciaSeriesBuilder FasciaSeriesBuilder;

FasciaSeriesBuilder *fascia_series_builder_new (void);
void fascia_series_builder_free (FasciaSeriesBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSeriesBuilder, fascia_series_builder_free)

/* Room for @n_points points in all, so that adding them moves nothing. */
void fascia_series_builder_reserve (FasciaSeriesBuilder *builder, guint n_points);

/* @id: the row of the entry, by which a patch finds it; also the order of check-ins at one moment.
 * Returns the number by which points name this check-in: 0, 1, 2 … in the order of the calls. */
guint fascia_series_builder_add_check_in (FasciaSeriesBuilder *builder,
                                          gint64 id,
                                          gint64 utc_ms,
                                          gint32 day,
                                          gboolean nothing_today);
/* @region: @length bytes, no terminator needed. */
void fascia_series_builder_add_point (FasciaSeriesBuilder *builder,
                                      guint check_in,
                                      const char *region,
                                      gsize length,
                                      FasciaScale scale,
                                      int level);
void fascia_series_builder_add_entry (FasciaSeriesBuilder *builder,
                                      gint64 id,
                                      const FasciaEntry *entry);
/* The builder is empty afterwards. */
FasciaSeries *fascia_series_builder_finish (FasciaSeriesBuilder *builder);

/* (transfer full) The series without the check-in in row @id, and with @after when it is one.
 * Whatever the series held of that row before, the result is the same: a patch may come twice. */
FasciaSeries *fascia_series_patched (const FasciaSeries *series,
                                     gint64 id,
                                     const FasciaEntry *after);

/* The same points at the same places. */
gboolean fascia_series_equal (const FasciaSeries *a, const FasciaSeries *b);

G_END_DECLS
