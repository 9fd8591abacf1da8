/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dialogs for export and import say: values in, words out. Pure.
 */

#pragma once

#include "core/exchange/fascia-export.h"
#include "core/exchange/fascia-import.h"

G_BEGIN_DECLS

/* All strings are (transfer full) unless const. */

/* "214 entries", "1 entry", "No entries". */
char *fascia_data_text_entries (gint64 n_entries);

/* ---- export ---- */

/* What a form of export is called, and in a sentence what is in it. */
const char *fascia_data_text_form (FasciaExportFormat format);
const char *fascia_data_text_form_about (FasciaExportFormat format);
/* "Fascia 2026-03-10.json": the name that is offered. */
char *fascia_data_text_export_name (FasciaExportFormat format, gint32 day);

/* ---- import ---- */

typedef struct
{
  const char *what;
  char *number;
} FasciaImportCount;

/* Array of FasciaImportCount: what importing would do, without what there is none of. */
GPtrArray *fascia_data_text_plan (const FasciaImportPlan *plan);
/* (transfer none) (nullable) Why it cannot be imported as it is. */
const char *fascia_data_text_plan_problem (const FasciaImportPlan *plan, gboolean skip_bad);
/* "Line 12 of sleep.csv", "sleep.csv". */
char *fascia_data_text_problem_place (const FasciaImportProblem *problem);
const char *fascia_data_text_column_use (FasciaColumnUse use);
const char *fascia_data_text_dates (FasciaDates dates);
/* "6, 4, 7": the first values of a column. "Empty" when it has none. */
char *fascia_data_text_samples (const FasciaTextTable *table, guint column);
const char *fascia_data_text_import_problem (const GError *error, const char **advice);

G_END_DECLS
