/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of importing: what was read, how it is judged, how it becomes rows. */

#pragma once

#include "fascia-import.h"
#include "fascia-record.h"

G_BEGIN_DECLS

/* What is larger is no diary. */
#define FASCIA_IMPORT_MAX_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)
#define FASCIA_IMPORT_MAX_PROBLEMS 1000

/* One entry with all that belongs to it. */
typedef struct
{
  guint line;
  gboolean is_bad;
  int offset_min;
  GPtrArray *rows; /* FasciaRecordRow: that of the entry first, a mark before its feelings */
} FasciaImportEntry;

FasciaImportEntry *fascia_import_entry_new (guint line);
void fascia_import_entry_free (FasciaImportEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaImportEntry, fascia_import_entry_free)
/* Adds a new row and gives it. */
FasciaRecordRow *fascia_import_entry_add (FasciaImportEntry *self,
                                          FasciaRecordKind kind,
                                          guint line);

/* The lowest and the highest of some values. */
typedef struct
{
  double minimum, maximum;
} FasciaImportEnds;

/* FALSE: nothing was measured on the scale @item. */
gboolean fascia_import_entry_get_ends (const FasciaImportEntry *self,
                                       const char *item,
                                       FasciaImportEnds *ends);

#define FASCIA_IMPORT_N_WHOLES (FASCIA_N_RECORDS - FASCIA_N_ENTRY_RECORDS)

struct _FasciaImport
{
  gatomicrefcount ref_count;
  gboolean is_foreign; /* of another program: its tags and scales are known by their names */
  GPtrArray *entries;  /* FasciaImportEntry */
  GPtrArray *wholes[FASCIA_IMPORT_N_WHOLES]; /* FasciaRecordRow: tags, scales, answers, settings */
  GHashTable *ends;                          /* code of a scale → FasciaImportEnds of its values */
  GArray *problems;                          /* FasciaImportProblem */
  guint n_bad;                               /* rows, also of problems that are too many to keep */
  gint32 first_day;
  gint32 last_day;
};

/* ---- building ---- */

/* How files are called in problems. */
typedef const char *(*FasciaImportNamer) (FasciaRecordKind kind, gpointer data);

typedef struct
{
  FasciaImport *import;
  FasciaImportNamer namer;
  gpointer namer_data;
  gint64 now_ms;
  GHashTable *names[FASCIA_N_RECORDS]; /* of what was taken: uids, codes or keys */
} FasciaImportBuilder;

void fascia_import_builder_init (FasciaImportBuilder *self,
                                 FasciaImportNamer namer,
                                 gpointer namer_data,
                                 gint64 now_ms);
/* (transfer full) Judges what needs all of the file: what was measured, by the scales that come
 * along. */
FasciaImport *fascia_import_builder_finish (FasciaImportBuilder *self);
void fascia_import_builder_clear (FasciaImportBuilder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaImportBuilder, fascia_import_builder_clear)

/* @column: (nullable). @reason: (transfer full): a sentence. */
void fascia_import_builder_add_problem (FasciaImportBuilder *self,
                                        FasciaRecordKind kind,
                                        guint line,
                                        const char *column,
                                        char *reason);
/* Whether all that is needed is given; else a problem. */
gboolean fascia_import_builder_check_needed (FasciaImportBuilder *self, const FasciaRecordRow *row);
/* Judges the entry and takes it, or tells what is wrong with it. (transfer full) */
void fascia_import_builder_take_entry (FasciaImportBuilder *self, FasciaImportEntry *entry);
/* The same for what belongs to no entry. (transfer full) */
void fascia_import_builder_take_whole (FasciaImportBuilder *self, FasciaRecordRow *row);

/* ---- reading, file by file ---- */

/* (transfer full) NULL with READ or TOO_LARGE. */
GBytes *fascia_import_load (const char *path, GError **error);
FasciaImport *fascia_import_read_tables (const char *folder, gint64 now_ms, GError **error);
gboolean fascia_import_is_tables (const char *folder);
/* Always FALSE. */
gboolean fascia_import_set_error (GError **error,
                                  FasciaImportError code,
                                  const char *name,
                                  const char *reason);

/* ---- rows ---- */

/* Which column of the store each field is; 0: none. */
typedef struct
{
  guint columns[FASCIA_RECORD_SCALE + 1][16];
} FasciaImportColumns;

void fascia_import_columns_init (FasciaImportColumns *self);
/* Sorted rows. @db: (nullable): gives them numbers; without it they have numbers of their own and
 * are good for looking at alone. @codes: (nullable): codes that are called otherwise in @db. */
GPtrArray *fascia_import_entry_to_rows (const FasciaImportEntry *self,
                                        const FasciaImportColumns *columns,
                                        FasciaDb *db,
                                        GHashTable *codes);
FasciaRow *fascia_import_whole_to_row (const FasciaRecordRow *self,
                                       const FasciaImportColumns *columns,
                                       FasciaDb *db);
/* (nullable) (transfer full) The value, for a look at it. */
FasciaEntry *fascia_import_entry_dup_entry (const FasciaImportEntry *self,
                                            const FasciaImportColumns *columns);

/**
 * FasciaImportPlanner:
 *
 * fascia_db_plan_import() in slices, between which others have their turn.
 */
typedef struct _FasciaImportPlanner FasciaImportPlanner;
FasciaImportPlanner *fascia_import_planner_new (FasciaImport *import);
void fascia_import_planner_free (FasciaImportPlanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaImportPlanner, fascia_import_planner_free)
gboolean fascia_import_planner_step (FasciaImportPlanner *self,
                                     FasciaDb *db,
                                     guint n_entries,
                                     gboolean *done,
                                     GError **error);
const FasciaImportPlan *fascia_import_planner_get_plan (const FasciaImportPlanner *self);

/* As fascia_db_import(); until the commit it can be cancelled. */
FasciaOperation *fascia_db_import_cancellable (FasciaDb *db,
                                               const FasciaImport *import,
                                               gboolean skip_bad,
                                               FasciaImportPlan *plan,
                                               GCancellable *cancellable,
                                               GError **error);

G_END_DECLS
