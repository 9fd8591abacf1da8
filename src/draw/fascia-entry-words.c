/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words about an entry that pictures and the command line share.
 */

#include "config.h"

#include "fascia-entry-words.h"

#include <glib/gi18n-lib.h>

const char *
fascia_words_get_place_name (const FasciaBody *body, const char *code)
{
  const FasciaRegion *region;

  g_return_val_if_fail (body != NULL && code != NULL, code);

  region = fascia_body_lookup (body, code);
  return region != NULL ? fascia_region_get_name (region) : code;
}

guint
fascia_words_count_drawings (const FasciaEntry *entry,
                             FasciaDrawingKind kind,
                             FasciaScale scale,
                             FasciaView view)
{
  guint n_drawings = 0;
  guint n = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);

  for (guint i = 0; i < n_drawings; i++)
    n += drawings[i].kind == kind && drawings[i].scale == scale
         && (view == 0 || drawings[i].view == view);
  return n;
}

char *
fascia_words_dup_drawings (FasciaDrawingKind kind, guint n)
{
  if (kind == FASCIA_DRAWING_SPOT)
    return g_strdup_printf (ngettext ("%u sore spot", "%u sore spots", n), n);
  return g_strdup_printf (ngettext ("%u stroke", "%u strokes", n), n);
}

char *
fascia_words_dup_all_drawings (const FasciaEntry *entry)
{
  guint n_drawings = 0;
  guint n_spots = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  g_autofree char *spots = NULL;
  g_autofree char *strokes = NULL;

  for (guint i = 0; i < n_drawings; i++)
    n_spots += drawings[i].kind == FASCIA_DRAWING_SPOT;
  if (n_spots > 0)
    spots = fascia_words_dup_drawings (FASCIA_DRAWING_SPOT, n_spots);
  if (n_drawings > n_spots)
    strokes = fascia_words_dup_drawings (FASCIA_DRAWING_STROKE, n_drawings - n_spots);
  if (spots != NULL && strokes != NULL)
    /* Translators: what is drawn on the figure: "2 sore spots, 1 stroke". */
    return g_strdup_printf (C_ ("drawings", "%1$s, %2$s"), spots, strokes);
  return spots != NULL ? g_steal_pointer (&spots) : g_steal_pointer (&strokes);
}
