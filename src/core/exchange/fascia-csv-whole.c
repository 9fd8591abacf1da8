/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the table says about a check-in as a whole: how many areas hurt, how much is drawn over. */

#include "config.h"

#include "fascia-csv-whole.h"

#include "../body/fascia-counts.h"
#include "../body/fascia-extent.h"
#include "fascia-csv.h"

static const char *const columns[]
    = { "pain_places",   "pain_areas", "pain_areas_extended", "pain_body_regions", "pain_choir",
        "pain_michigan", "drawn" };

void
fascia_csv_append_whole_header (GString *text)
{
  g_return_if_fail (text != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, ",%s", columns[i]);
}

/* FALSE when nobody asked for pain: a gap, not zero. */
static gboolean
count (const FasciaBody *body, const FasciaEntry *entry, FasciaCounts *counts)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  gboolean is_answered = fascia_entry_is_nothing_today (entry);
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].scale != FASCIA_SCALE_PAIN)
        continue;
      is_answered = TRUE;
      if (marks[i].level != 0)
        g_ptr_array_add (regions, (gpointer) marks[i].region);
    }
  if (is_answered)
    fascia_counts_from_regions (body, (const char *const *) regions->pdata, regions->len, counts);
  return is_answered;
}

static void
append_number (GString *text, const char *format, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, format, number));
}

/* "region scale share mean sum;…"; without levels mean and sum are "-". */
static void
append_extents (GString *text, const FasciaBody *body, const FasciaEntry *entry)
{
  guint n_drawings = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  g_autoptr (GArray) extents = NULL;

  if (n_drawings == 0)
    return;
  extents = fascia_extent_measure (body, drawings, n_drawings);
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_string_append_printf (text, "%s%s %s ", i > 0 ? ";" : "",
                              fascia_region_get_id (extent->region),
                              fascia_scale_to_code (extent->scale));
      append_number (text, "%.4f", extent->share);
      if (extent->mean < 0)
        {
          g_string_append (text, " - -");
          continue;
        }
      g_string_append_c (text, ' ');
      append_number (text, "%.2f", extent->mean);
      g_string_append_c (text, ' ');
      append_number (text, "%.1f", extent->sum);
    }
}

char *
fascia_csv_dup_whole (const FasciaBody *body, const FasciaEntry *entry)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  GString *text = g_string_new (NULL);
  FasciaCounts counts;

  if (count (body, entry, &counts))
    g_string_append_printf (text, ",%u,%u,%u,%u,%u,%u,", counts.n_places, counts.n_areas,
                            counts.n_areas_extended, counts.n_body_regions, counts.n_choir,
                            counts.n_michigan);
  else
    g_string_append (text, ",,,,,,,");
  append_extents (text, body, entry);
  return g_string_free_and_steal (text);
}
