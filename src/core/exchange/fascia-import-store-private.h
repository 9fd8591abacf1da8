/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What bringing a file into the journal is about: what is there, what comes, what it is called. */

#pragma once

#include "../store/fascia-db-change.h"
#include "fascia-import-private.h"

G_BEGIN_DECLS

typedef struct
{
  FasciaDb *db;
  const FasciaImport *import;
  guint next; /* entry */
  FasciaImportColumns columns;
  GHashTable *codes; /* (nullable) of the file → of the journal, where they differ */
  GHashTable
      *names; /* (nullable) the same of all that is called the same, also when it is left alone */
  GPtrArray *scales; /* rows of own scales: those of the journal, then those that come */
  guint n_scales;    /* of the journal */
  FasciaImportPlan plan;
  FasciaDbChange *change; /* NULL: only a plan */
  GCancellable *cancellable;
} FasciaImportWork;

/* 1, 0, or -1 with an error. */
int fascia_import_exists (FasciaDb *db, const char *sql, const FasciaValue *value, GError **error);
/* A name that something else in the journal has is left to it. */
gboolean fascia_import_make_names_free (FasciaDb *db,
                                        GPtrArray *rows,
                                        gint64 utc_ms,
                                        GError **error);

/* Whether the journal has it. 1, 0, or -1 with an error. */
int fascia_import_has_entry (FasciaDb *db, const FasciaImportEntry *entry, GError **error);

/* fascia-import-wholes.c: what belongs to no entry. */
gboolean fascia_import_do_wholes (FasciaImportWork *self, GError **error);

/* fascia-import-scales.c: a scale of the file, which the journal gets, or has: by code, or, what
 * another program called so, by name. *@row: (nullable) (transfer none): the one that comes. */
gboolean fascia_import_find_scale (FasciaImportWork *self,
                                   const FasciaRecordRow *record,
                                   FasciaRow **row,
                                   GError **error);
/* *@names: (nullable): what the file calls @code is called @here in the journal. */
void fascia_import_call (GHashTable **names, const char *code, const char *here);
/* Scales of the journal are made as wide as what comes. */
gboolean fascia_import_widen_scales (FasciaImportWork *self, GError **error);

G_END_DECLS
