/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as a tidy table of comma-separated values. */

#include "config.h"

#include "fascia-csv.h"

#include <string.h>

static const char *const columns[]
    = { "entry", "kind",        "time",  "zone",  "day",      "region",        "base",
        "side",  "region_name", "scale", "level", "feelings", "nothing_today", "note" };

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
  g_string_append (text, "\r\n");
}

static void
append_mark (GString *text, const FasciaBody *body, const FasciaMark *mark)
{
  /* A region that replaced a retired one is another id: names and sides come from it, the code
   * stays what the person chose. */
  const FasciaRegion *region = mark != NULL ? fascia_body_lookup (body, mark->region) : NULL;

  append_next_cell (text, mark != NULL ? mark->region : NULL);
  append_next_cell (text, region != NULL ? fascia_region_get_base (region) : NULL);
  append_next_cell (text,
                    region != NULL ? fascia_side_to_code (fascia_region_get_side (region)) : NULL);
  append_next_cell (text, region != NULL ? fascia_region_get_name_c (region) : NULL);
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

  g_autoptr (GString) tail = g_string_new (fascia_entry_is_nothing_today (entry) ? ",1" : ",0");
  append_next_cell (tail, fascia_entry_get_note (entry));
  g_string_append (tail, "\r\n");

  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  for (guint i = 0; i < MAX (n_marks, 1); i++)
    {
      g_string_append_len (text, head->str, (gssize) head->len);
      append_mark (text, body, n_marks > 0 ? &marks[i] : NULL);
      g_string_append_len (text, tail->str, (gssize) tail->len);
    }
}
