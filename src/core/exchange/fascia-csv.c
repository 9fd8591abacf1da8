/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as a tidy table of comma-separated values. */

#include "config.h"

#include "fascia-csv.h"

#include <string.h>

#include "fascia-csv-whole.h"

static const char *const columns[]
    = { "entry",         "kind",     "time",        "zone",      "day",   "region",
        "base",          "side",     "region_name", "scale",     "level", "feelings",
        "nothing_today", "note",     "what",        "to_region", "view",  "figure",
        "width",         "n_points", "mean_level",  "points" };

void
fascia_csv_append_cell (GString *text, const char *value)
{
  g_return_if_fail (text != NULL);

  if (value == NULL || *value == '\0')
    return;

  gsize length = strlen (value);
  if (strcspn (value, ",\"\r\n") == length && value[0] != ' ' && value[length - 1] != ' ')
    {
      g_string_append_len (text, value, (gssize) length);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_next_cell (GString *text, const char *value)
{
  g_string_append_c (text, ',');
  fascia_csv_append_cell (text, value);
}

void
fascia_csv_append_header (GString *text)
{
  g_return_if_fail (text != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append (text, columns[i]);
    }
  fascia_csv_append_whole_header (text);
  g_string_append (text, ",mark_is_drawn\r\n");
}

/* Region, base, side and name. */
static void
append_region (GString *text, const FasciaBody *body, const char *code)
{
  /* A region that replaced a retired one is another id: names and sides come from it, the code
   * stays what the person chose. */
  const FasciaRegion *region = code != NULL ? fascia_body_lookup (body, code) : NULL;

  append_next_cell (text, code);
  append_next_cell (text, region != NULL ? fascia_region_get_base (region) : NULL);
  append_next_cell (text,
                    region != NULL ? fascia_side_to_code (fascia_region_get_side (region)) : NULL);
  append_next_cell (text, region != NULL ? fascia_region_get_name_c (region) : NULL);
}

static void
append_mark (GString *text, const FasciaBody *body, const FasciaMark *mark)
{
  append_region (text, body, mark != NULL ? mark->region : NULL);
  append_next_cell (text, mark != NULL ? fascia_scale_to_code (mark->scale) : NULL);
  g_string_append_c (text, ',');
  if (mark != NULL && mark->level != FASCIA_LEVEL_NOT_GIVEN)
    g_string_append_printf (text, "%d", mark->level);
  g_string_append_c (text, ',');
  if (mark != NULL && mark->feelings != NULL)
    {
      g_autofree char *joined = g_strjoinv (";", (char **) mark->feelings);

      fascia_csv_append_cell (text, joined);
    }
}

static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  /* Sixteenths of a unit and tenths of a level are whole in eight digits. */
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.8g", number));
}

/* "x y level;x y;…" */
static void
append_points (GString *text, const FasciaDrawing *drawing)
{
  for (guint i = 0; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint *point = &drawing->points[i];

      if (i > 0)
        g_string_append_c (text, ';');
      append_number (text, point->x);
      g_string_append_c (text, ' ');
      append_number (text, point->y);
      if (point->level < 0)
        continue;
      g_string_append_c (text, ' ');
      append_number (text, point->level);
    }
}

static void
append_drawing (GString *text, const FasciaDrawing *drawing)
{
  double sum = 0;
  guint n_levels = 0;

  for (guint i = 0; i < drawing->n_points; i++)
    if (drawing->points[i].level >= 0)
      {
        sum += drawing->points[i].level;
        n_levels++;
      }
  append_next_cell (text, fascia_drawing_kind_to_code (drawing->kind));
  append_next_cell (text, NULL);
  append_next_cell (text, fascia_view_to_code (drawing->view));
  g_string_append_printf (text, ",%u,", drawing->figure);
  append_number (text, drawing->width);
  g_string_append_printf (text, ",%u,", drawing->n_points);
  if (n_levels > 0)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.2f", sum / n_levels));
    }
  g_string_append_c (text, ',');
  append_points (text, drawing);
}

/* Of a row that is no mark. */
static void
append_end (GString *text, const char *whole)
{
  g_string_append (text, whole);
  g_string_append (text, ",\r\n");
}

void
fascia_csv_append_entry (GString *text, const FasciaBody *body, const FasciaEntry *entry)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (body != NULL);
  g_return_if_fail (entry != NULL);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  g_autofree char *uid = fascia_uid_to_string (fascia_entry_get_uid (entry));
  g_autofree char *time = fascia_moment_to_iso (moment);
  int year, month, dom;
  fascia_day_to_ymd (moment->day, &year, &month, &dom);

  g_autoptr (GString) head = g_string_new (uid);
  append_next_cell (head, fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  append_next_cell (head, time);
  append_next_cell (head, moment->zone);
  g_string_append_printf (head, ",%04d-%02d-%02d", year, month, dom);

  g_autoptr (GString) words = g_string_new (fascia_entry_is_nothing_today (entry) ? ",1" : ",0");
  append_next_cell (words, fascia_entry_get_note (entry));

  g_autofree char *whole = fascia_csv_dup_whole (body, entry);

  guint n_marks = 0, n_drawings = 0, n_spreads = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  for (guint i = 0; i < n_marks; i++)
    {
      g_string_append_len (text, head->str, (gssize) head->len);
      append_mark (text, body, &marks[i]);
      g_string_append_len (text, words->str, (gssize) words->len);
      g_string_append (text, ",mark,,,,,,,");
      g_string_append (text, whole);
      g_string_append (text, marks[i].is_drawn ? ",1\r\n" : ",0\r\n");
    }
  for (guint i = 0; i < n_drawings; i++)
    {
      g_string_append_len (text, head->str, (gssize) head->len);
      append_region (text, body, NULL);
      append_next_cell (text, fascia_scale_to_code (drawings[i].scale));
      g_string_append (text, ",,");
      g_string_append_len (text, words->str, (gssize) words->len);
      append_drawing (text, &drawings[i]);
      append_end (text, whole);
    }
  for (guint i = 0; i < n_spreads; i++)
    {
      g_string_append_len (text, head->str, (gssize) head->len);
      append_region (text, body, spreads[i].from);
      g_string_append (text, ",,,");
      g_string_append_len (text, words->str, (gssize) words->len);
      append_next_cell (text, "spread");
      append_next_cell (text, spreads[i].to);
      g_string_append (text, ",,,,,,");
      append_end (text, whole);
    }
  if (n_marks + n_drawings + n_spreads > 0)
    return;
  g_string_append_len (text, head->str, (gssize) head->len);
  append_mark (text, body, NULL);
  g_string_append_len (text, words->str, (gssize) words->len);
  g_string_append (text, ",,,,,,,,");
  append_end (text, whole);
}
