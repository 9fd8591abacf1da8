/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a log makes of an entry, before the journal has answered. */

#include "config.h"

#include "fascia-entry-private.h"
#include "fascia-log-private.h"

gboolean
fascia_note_is_blank (const char *note)
{
  if (note == NULL || *note == '\0')
    return TRUE;
  if (!g_utf8_validate (note, -1, NULL))
    return FALSE;
  while (*note != '\0' && g_unichar_isspace (g_utf8_get_char (note)))
    note = g_utf8_next_char (note);
  return *note == '\0';
}

char *
fascia_note_join (const char *old, const char *note)
{
  if (fascia_note_is_blank (note) || g_strcmp0 (old, note) == 0)
    return g_strdup (old);
  /* Nothing typed is lost: what joins an entry with a note stands under it. */
  return old != NULL ? g_strconcat (old, "\n", note, NULL) : g_strdup (note);
}

gboolean
fascia_log_takes_out (const FasciaLog *log)
{
  return log->n_gone_marks + log->n_gone_drawings + log->n_gone_spreads > 0;
}

gboolean
fascia_log_is_words (const FasciaLog *log)
{
  return log->n_marks + log->n_drawings + log->n_spreads == 0 && !log->nothing_today
         && !fascia_log_takes_out (log);
}

/* @entry is given away; what comes back is owned. */
static FasciaEntry *
take (FasciaEntry *entry, FasciaEntry *changed)
{
  fascia_entry_unref (entry);
  return changed;
}

static FasciaEntry *
take_out (const FasciaLog *log, FasciaEntry *entry)
{
  for (guint i = 0; i < log->n_gone_marks; i++)
    entry = take (entry, fascia_entry_without_mark (entry, log->gone_marks[i].region,
                                                    log->gone_marks[i].scale));
  for (guint i = 0; i < log->n_gone_drawings; i++)
    entry = take (entry, fascia_entry_without_drawing (entry, &log->gone_drawings[i]));
  for (guint i = 0; i < log->n_gone_spreads; i++)
    entry = take (entry, fascia_entry_without_spread (entry, &log->gone_spreads[i]));
  return entry;
}

static FasciaEntry *
put_mark (FasciaEntry *entry, const FasciaMark *mark)
{
  const FasciaMark *old = fascia_entry_find_mark (entry, mark->region, mark->scale);
  FasciaMark new = *mark;

  /* A drawing never speaks over what a person gave. */
  if (new.is_drawn && old != NULL && !old->is_drawn)
    return entry;
  /* "Marked" says less than a level does, and takes none away. */
  if (old != NULL && new.level == FASCIA_LEVEL_NOT_GIVEN)
    new.level = old->level;
  if (old != NULL && new.feelings == NULL)
    new.feelings = old->feelings;
  return take (entry, fascia_entry_with_mark (entry, &new));
}

FasciaEntry *
fascia_log_apply (const FasciaLog *log, const FasciaEntry *entry)
{
  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  FasciaEntry *result = take_out (log, fascia_entry_ref ((FasciaEntry *) entry));
  for (guint i = 0; i < log->n_marks; i++)
    result = put_mark (result, &log->marks[i]);
  for (guint i = 0; i < log->n_drawings; i++)
    {
      FasciaDrawing drawing = log->drawings[i];

      drawing.uid = (FasciaUid) { { 0 } };
      result = take (result, fascia_entry_with_drawing (result, &drawing));
    }
  for (guint i = 0; i < log->n_spreads; i++)
    result = take (result, fascia_entry_with_spread (result, &log->spreads[i]));

  g_autofree char *note = fascia_note_join (fascia_entry_get_note (result), log->note);
  result = take (result, fascia_entry_with_note (result, note));
  if (log->nothing_today)
    result = take (result, fascia_entry_with_nothing_today (result, TRUE));
  else if (fascia_entry_is_above_none (result))
    result = take (result, fascia_entry_with_nothing_today (result, FALSE));
  return result;
}
