/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dialogs for export and import say: values in, words out. Pure.
 */

#include "config.h"

#include "fascia-data-text.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"

/* So many values of a column are shown, each no longer than so many characters. */
#define N_SAMPLES 3
#define SAMPLE_CHARS 24

static guint
to_count (gint64 n)
{
  return (guint) CLAMP (n, 0, G_MAXUINT);
}

char *
fascia_data_text_entries (gint64 n_entries)
{
  guint n = to_count (n_entries);

  if (n == 0)
    return g_strdup (_ ("No entries"));
  /* Translators: %u is how many there are in the journal, a file or a backup */
  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

/* ---- export ---- */

const char *
fascia_data_text_form (FasciaExportFormat format)
{
  switch (format)
    {
    case FASCIA_EXPORT_TABLES:
      return _ ("Tables for a Spreadsheet");
    case FASCIA_EXPORT_JSON:
      return _ ("JSON");
    case FASCIA_EXPORT_FHIR:
      return _ ("Health Record");
    case FASCIA_EXPORT_TABLE:
      return _ ("One Table");
    default:
      return "";
    }
}

const char *
fascia_data_text_form_about (FasciaExportFormat format)
{
  switch (format)
    {
    case FASCIA_EXPORT_TABLES:
      return _ (
          "Everything, as a folder of CSV files that explains its columns. Fascia can read it "
          "back.");
    case FASCIA_EXPORT_JSON:
      return _ ("Everything in one file, for other programs. Fascia can read it back.");
    case FASCIA_EXPORT_FHIR:
      return _ ("Your answers as FHIR R4, for a clinic or another health app.");
    case FASCIA_EXPORT_TABLE:
      return _ ("Your marked places in one CSV file, a line for each.");
    default:
      return "";
    }
}

char *
fascia_data_text_export_name (FasciaExportFormat format, gint32 day)
{
  int year = 0;
  int month = 0;
  int dom = 0;

  fascia_day_to_ymd (day, &year, &month, &dom);
  /* Says what program and when, and nothing of what is in it. */
  return g_strdup_printf ("Fascia %04d-%02d-%02d%s", year, month, dom,
                          fascia_export_format_get_suffix (format));
}

/* ---- import ---- */

static void
count_clear (gpointer data)
{
  FasciaImportCount *count = data;

  g_free (count->number);
  g_free (count);
}

static void
add_count (GPtrArray *counts, const char *what, gint64 number)
{
  if (number <= 0)
    return;

  FasciaImportCount *count = g_new0 (FasciaImportCount, 1);
  count->what = what;
  count->number = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_ptr_array_add (counts, count);
}

GPtrArray *
fascia_data_text_plan (const FasciaImportPlan *plan)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (count_clear);

  add_count (counts, _ ("New entries"), plan->n_new);
  add_count (counts, _ ("New tags and scales"), plan->n_tags);
  add_count (counts, _ ("Already in your journal"), plan->n_same);
  add_count (counts, _ ("Different in your journal: yours stay"), plan->n_different);
  add_count (counts, _ ("Rows that cannot be read"), plan->n_bad);
  return counts;
}

const char *
fascia_data_text_plan_problem (const FasciaImportPlan *plan, gboolean skip_bad)
{
  if (plan->n_new <= 0 && plan->n_tags <= 0)
    return plan->n_bad > 0 ? _ ("No row of this file can be taken.")
                           : _ ("There is nothing new in this file.");
  if (plan->n_bad > 0 && !skip_bad)
    return _ (
        "Skip the rows that cannot be read, or correct them in the file and choose it again.");
  return NULL;
}

char *
fascia_data_text_problem_place (const FasciaImportProblem *problem)
{
  const char *file = problem->file != NULL ? problem->file : "";

  if (problem->line == 0)
    return g_strdup (file);
  /* Translators: where a row is that cannot be read: the number of the line, the name of the file */
  return g_strdup_printf (_ ("Line %u of %s"), problem->line, file);
}

const char *
fascia_data_text_column_use (FasciaColumnUse use)
{
  switch (use)
    {
    case FASCIA_COLUMN_IGNORED:
      return C_ ("column", "Leave out");
    case FASCIA_COLUMN_TIME:
      return C_ ("column", "Date and time");
    case FASCIA_COLUMN_CLOCK:
      return C_ ("column", "Time of day");
    case FASCIA_COLUMN_REGION:
      return C_ ("column", "Place");
    case FASCIA_COLUMN_TIGHTNESS:
      return C_ ("column", "Tightness");
    case FASCIA_COLUMN_PAIN:
      return C_ ("column", "Pain");
    case FASCIA_COLUMN_ITEM:
      return C_ ("column", "A scale");
    case FASCIA_COLUMN_ITEM_NAME:
      return C_ ("column", "Scale’s name");
    case FASCIA_COLUMN_VALUE:
      return C_ ("column", "Its value");
    case FASCIA_COLUMN_NOTE:
      return C_ ("column", "Note");
    case FASCIA_COLUMN_TAG:
      return C_ ("column", "Tags");
    default:
      return "";
    }
}

const char *
fascia_data_text_dates (FasciaDates dates)
{
  switch (dates)
    {
    case FASCIA_DATES_ISO:
      return _ ("Year first");
    case FASCIA_DATES_DAY_FIRST:
      return _ ("Day first");
    case FASCIA_DATES_MONTH_FIRST:
      return _ ("Month first");
    case FASCIA_DATES_UNIX:
      return _ ("Seconds");
    default:
      return "";
    }
}

static char *
dup_sample (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  g_strstrip (g_strdelimit (copy, "\r\n\t", ' '));
  if (g_utf8_strlen (copy, -1) <= SAMPLE_CHARS)
    return g_steal_pointer (&copy);
  g_autofree char *start = g_utf8_substring (copy, 0, SAMPLE_CHARS);
  return g_strconcat (start, "…", NULL);
}

char *
fascia_data_text_samples (const FasciaTextTable *table, guint column)
{
  g_autoptr (GString) samples = g_string_new (NULL);
  guint n = 0;

  for (guint row = 0; row < fascia_text_table_get_n_rows (table) && n < N_SAMPLES; row++)
    {
      g_autofree char *sample = dup_sample (fascia_text_table_get (table, row, column));

      if (*sample == '\0')
        continue;
      g_string_append_printf (samples, "%s%s", n > 0 ? " · " : "", sample);
      n++;
    }
  return n > 0 ? g_string_free (g_steal_pointer (&samples), FALSE) : g_strdup (_ ("Empty"));
}

const char *
fascia_data_text_import_problem (const GError *error, const char **advice)
{
  *advice = NULL;
  if (error == NULL || error->domain != FASCIA_IMPORT_ERROR)
    return _ ("The File Could Not Be Read");

  switch ((FasciaImportError) error->code)
    {
    case FASCIA_IMPORT_ERROR_FORMAT:
      *advice = _ ("Choose an export of Fascia, or a table: a CSV file with one line for each day "
                   "or entry.");
      return _ ("Fascia Does Not Know This File");
    case FASCIA_IMPORT_ERROR_TOO_NEW:
      *advice = _ ("A newer Fascia wrote it. Install the newer version to read it.");
      return _ ("This File Is from a Newer Fascia");
    case FASCIA_IMPORT_ERROR_TOO_LARGE:
      return _ ("This File Is Too Large");
    case FASCIA_IMPORT_ERROR_ROWS:
      return _ ("Some Rows Cannot Be Read");
    case FASCIA_IMPORT_ERROR_READ:
    default:
      return _ ("The File Could Not Be Read");
    }
}
