/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as a tidy table of comma-separated values. */

#include "config.h"

#include "fascia-csv.h"

#include <string.h>

#include "fascia-csv-whole.h"

/* Other programs take no more in a cell. */
#define MAX_POINTS_LENGTH 30000

static const char *const columns[]
    = { "entry",         "kind",  "time",        "zone",        "day",       "region",
        "base",          "side",  "region_name", "scale",       "level",     "feelings",
        "nothing_today", "note",  "what",        "from_region", "to_region", "view",
        "figure",        "width", "n_points",    "mean_level",  "points" };
static const char *const last_columns[] = { "mark_is_drawn", "drawing", "part" };

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
  for (guint i = 0; i < G_N_ELEMENTS (last_columns); i++)
    g_string_append_printf (text, ",%s", last_columns[i]);
  g_string_append (text, "\r\n");
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

/* "x y level;x y;…" from point *@next on, as many as a cell holds. */
static void
append_points (GString *text, const FasciaDrawing *drawing, guint *next)
{
  gsize start = text->len;

  for (guint i = *next; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint *point = &drawing->points[i];
      gsize end = text->len;

      if (i > *next)
        g_string_append_c (text, ';');
      append_number (text, point->x);
      g_string_append_c (text, ' ');
      append_number (text, point->y);
      if (point->level >= 0)
        {
          g_string_append_c (text, ' ');
          append_number (text, point->level);
        }
      if (text->len - start > MAX_POINTS_LENGTH)
        {
          g_string_truncate (text, end);
          *next = i;
          return;
        }
    }
  *next = drawing->n_points;
}

/* From "what" to "mean_level". */
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
  g_string_append (text, ",,");
  append_next_cell (text, fascia_view_to_code (drawing->view));
  g_string_append_printf (text, ",%u,", drawing->figure);
  append_number (text, drawing->width);
  g_string_append_printf (text, ",%u,", drawing->n_points);
  if (n_levels > 0)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.2f", sum / n_levels));
    }
}

/* ---- rows ---- */

/* What all rows of an entry share. */
typedef struct
{
  const FasciaBody *body;
  GString *head; /* to "day" */
  char *words;   /* "nothing_today", "note" */
  char *whole;
} Shared;

static void
shared_init (Shared *self, const FasciaBody *body, const FasciaEntry *entry)
{
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  g_autofree char *uid = fascia_uid_to_string (fascia_entry_get_uid (entry));
  g_autofree char *time = fascia_moment_to_iso (moment);
  GString *words = g_string_new (fascia_entry_is_nothing_today (entry) ? ",1" : ",0");
  int year, month, dom;

  fascia_day_to_ymd (moment->day, &year, &month, &dom);
  self->body = body;
  self->head = g_string_new (uid);
  append_next_cell (self->head, fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  append_next_cell (self->head, time);
  append_next_cell (self->head, moment->zone);
  g_string_append_printf (self->head, ",%04d-%02d-%02d", year, month, dom);
  append_next_cell (words, fascia_entry_get_note (entry));
  self->words = g_string_free_and_steal (words);
  self->whole = fascia_csv_dup_whole (body, entry);
}

static void
shared_clear (Shared *self)
{
  g_string_free (self->head, TRUE);
  g_free (self->words);
  g_free (self->whole);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shared, shared_clear)

/* A row of a mark; without one, of an entry that has no other. */
static void
append_mark_row (GString *text, const Shared *shared, const FasciaMark *mark)
{
  g_string_append_len (text, shared->head->str, (gssize) shared->head->len);
  append_mark (text, shared->body, mark);
  g_string_append (text, shared->words);
  g_string_append (text, mark != NULL ? ",mark,,,,,,,," : ",,,,,,,,,");
  g_string_append (text, shared->whole);
  g_string_append_printf (text, ",%s,,\r\n", mark == NULL ? "" : mark->is_drawn ? "1" : "0");
}

static void
begin_row (GString *text, const Shared *shared, const char *scale)
{
  g_string_append_len (text, shared->head->str, (gssize) shared->head->len);
  append_region (text, shared->body, NULL);
  append_next_cell (text, scale);
  g_string_append (text, ",,");
  g_string_append (text, shared->words);
}

static void
end_drawing_row (GString *text, const Shared *shared, const FasciaUid *uid, guint part)
{
  g_autofree char *name = fascia_uid_to_string (uid);

  g_string_append (text, shared->whole);
  g_string_append_printf (text, ",,%s,%u\r\n", name, part);
}

static void
append_drawing_rows (GString *text, const Shared *shared, const FasciaDrawing *drawing)
{
  g_autoptr (GString) what = g_string_new (NULL);
  guint next = 0, part = 1;

  append_drawing (what, drawing);
  do
    {
      begin_row (text, shared, fascia_scale_to_code (drawing->scale));
      g_string_append_len (text, what->str, (gssize) what->len);
      g_string_append_c (text, ',');
      append_points (text, drawing, &next);
      end_drawing_row (text, shared, &drawing->uid, part++);
    }
  while (next < drawing->n_points);
}

static void
append_unknown_row (GString *text, const Shared *shared, const FasciaUnknownDrawing *drawing)
{
  begin_row (text, shared, fascia_scale_to_code (drawing->scale));
  append_next_cell (text, fascia_drawing_kind_to_code (drawing->kind));
  g_string_append (text, ",,");
  append_next_cell (text, drawing->view);
  g_string_append_printf (text, ",%" G_GINT64_FORMAT ",", drawing->figure);
  append_number (text, drawing->width);
  g_string_append (text, ",,,");
  end_drawing_row (text, shared, &drawing->uid, 1);
}

static void
append_spread_row (GString *text, const Shared *shared, const FasciaSpread *spread)
{
  begin_row (text, shared, NULL);
  g_string_append (text, ",spread");
  append_next_cell (text, spread->from);
  append_next_cell (text, spread->to);
  g_string_append (text, ",,,,,,");
  g_string_append (text, shared->whole);
  g_string_append (text, ",,,\r\n");
}

void
fascia_csv_append_entry (GString *text, const FasciaBody *body, const FasciaEntry *entry)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (body != NULL);
  g_return_if_fail (entry != NULL);

  guint n_marks = 0, n_drawings = 0, n_unknown = 0, n_spreads = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaUnknownDrawing *unknown = fascia_entry_get_unknown_drawings (entry, &n_unknown);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  g_auto (Shared) shared;

  shared_init (&shared, body, entry);
  for (guint i = 0; i < n_marks; i++)
    append_mark_row (text, &shared, &marks[i]);
  for (guint i = 0; i < n_drawings; i++)
    append_drawing_rows (text, &shared, &drawings[i]);
  for (guint i = 0; i < n_unknown; i++)
    append_unknown_row (text, &shared, &unknown[i]);
  for (guint i = 0; i < n_spreads; i++)
    append_spread_row (text, &shared, &spreads[i]);
  if (n_marks + n_drawings + n_unknown + n_spreads == 0)
    append_mark_row (text, &shared, NULL);
}
