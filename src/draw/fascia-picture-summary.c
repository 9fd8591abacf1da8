/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in in a line, for the top of its picture.
 */

#include "config.h"

#include "fascia-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/body/fascia-counts.h"
#include "fascia-entry-words.h"

/* Marks and what is drawn, together. */
typedef struct
{
  guint n_places;  /* with anything above 0, or without a level */
  guint n_eased;   /* with nothing but 0 */
  guint n_unknown; /* of another version, not eased */
  int worst[2];    /* tightness, pain; 0: none */
} Tally;

enum
{
  PLACE_EASED = 1,
  PLACE_MARKED,
};

static void
count_marks (Tally *tally, const FasciaBody *body, const FasciaEntry *entry, guint8 *places)
{
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const char *last_unknown = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaRegion *region = fascia_body_lookup (body, marks[i].region);
      int *worst = &tally->worst[marks[i].scale == FASCIA_SCALE_PAIN ? 1 : 0];

      if (region != NULL)
        {
          guint8 *place = &places[fascia_region_get_index (region)];

          *place = MAX (*place, marks[i].level == 0 ? PLACE_EASED : PLACE_MARKED);
        }
      /* The marks of one place stand side by side. */
      else if (marks[i].level != 0 && g_strcmp0 (last_unknown, marks[i].region) != 0)
        {
          tally->n_unknown++;
          last_unknown = marks[i].region;
        }
      *worst = MAX (*worst, marks[i].level);
    }
}

static void
count_extents (Tally *tally, const GArray *extents, guint8 *places)
{
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);
      int *worst = &tally->worst[extent->scale == FASCIA_SCALE_PAIN ? 1 : 0];

      places[fascia_region_get_index (extent->region)] = PLACE_MARKED;
      *worst = MAX (*worst, (int) lround (extent->mean));
    }
}

static void
count (Tally *tally, const FasciaBody *body, const FasciaEntry *entry, const GArray *extents)
{
  const guint n = fascia_body_get_n_regions (body);
  g_autofree guint8 *places = g_new0 (guint8, n + 1);

  count_marks (tally, body, entry, places);
  count_extents (tally, extents, places);
  for (guint i = 0; i < n; i++)
    {
      tally->n_places += places[i] == PLACE_MARKED;
      tally->n_eased += places[i] == PLACE_EASED;
    }
}

static char *
places_to_text (const Tally *tally)
{
  const guint n = tally->n_places;
  const guint all = FASCIA_COUNTS_PLACES;

  if (tally->worst[0] > 0 && tally->worst[1] > 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst levels. */
        ngettext ("%1$u place of %2$u · tight up to %3$d · pain up to %4$d",
                  "%1$u places of %2$u · tight up to %3$d · pain up to %4$d", n),
        n, all, tally->worst[0], tally->worst[1]);
  if (tally->worst[0] > 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst level. */
        ngettext ("%1$u place of %2$u · tight up to %3$d", "%1$u places of %2$u · tight up to %3$d",
                  n),
        n, all, tally->worst[0]);
  if (tally->worst[1] > 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst level. */
        ngettext ("%1$u place of %2$u · pain up to %3$d", "%1$u places of %2$u · pain up to %3$d",
                  n),
        n, all, tally->worst[1]);
  /* Translators: how many places of the body are marked, of how many. */
  return g_strdup_printf (ngettext ("%1$u place of %2$u", "%1$u places of %2$u", n), n, all);
}

/* Where no place is marked: what there is instead; NULL when there is nothing. */
static char *
others_to_text (const Tally *tally, const FasciaEntry *entry)
{
  guint n_spreads = 0;
  g_autofree char *drawings = NULL;

  if (tally->n_eased > 0)
    /* Translators: A check-in in which all answers are 0: nothing is tight or hurts there now. */
    return g_strdup_printf (ngettext ("%u place eased", "%u places eased", tally->n_eased),
                            tally->n_eased);
  drawings = fascia_words_dup_all_drawings (entry);
  if (drawings != NULL)
    return g_steal_pointer (&drawings);
  fascia_entry_get_spreads (entry, &n_spreads);
  if (n_spreads > 0)
    /* Translators: arrows that say where a feeling goes; nothing else is in the check-in. */
    return g_strdup_printf (
        ngettext ("%u arrow, no place marked", "%u arrows, no place marked", n_spreads), n_spreads);
  return NULL;
}

char *
fascia_picture_dup_summary (const FasciaBody *body, const FasciaEntry *entry, const GArray *extents)
{
  Tally tally = { 0 };
  g_autofree char *known = NULL;
  g_autofree char *unknown = NULL;

  if (fascia_entry_is_nothing_today (entry))
    return g_strdup (_ ("Nothing tight or painful"));
  count (&tally, body, entry, extents);
  if (tally.n_places > 0)
    known = places_to_text (&tally);
  else
    known = others_to_text (&tally, entry);
  if (tally.n_unknown > 0)
    /* Translators: places of the body that only a later version knows; they are not on the figure. */
    unknown
        = g_strdup_printf (ngettext ("%u place that this version does not know",
                                     "%u places that this version does not know", tally.n_unknown),
                           tally.n_unknown);
  if (known != NULL && unknown != NULL)
    /* Translators: "18 days with entries · 7 places of 110". */
    return g_strdup_printf (C_ ("picture", "%1$s · %2$s"), known, unknown);
  if (known == NULL && unknown == NULL)
    return g_strdup (_ ("Nothing marked"));
  return known != NULL ? g_steal_pointer (&known) : g_steal_pointer (&unknown);
}
