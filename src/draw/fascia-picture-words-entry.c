/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the picture of a check-in says: its legend, the places, where they spread, what is drawn.
 */

#include "config.h"

#include "fascia-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "fascia-entry-words.h"
#include "fascia-figure-overlay.h"

static char *
level_to_text (FasciaScale scale, int level)
{
  const gboolean is_pain = scale == FASCIA_SCALE_PAIN;

  if (level < 0)
    return g_strdup (is_pain ? _ ("painful, level not given") : _ ("tight, level not given"));
  if (level == 0)
    return g_strdup (is_pain ? _ ("pain eased: 0") : _ ("tightness eased: 0"));
  /* Translators: how much a place hurts, or how tight it is, 0 to 10. */
  return fascia_picture_keep_numbers (is_pain ? g_strdup_printf (_ ("pain %d"), level)
                                              : g_strdup_printf (_ ("tight %d"), level));
}

/* Both answers of one place. */
typedef struct
{
  const char *code;
  const FasciaMark *marks[2]; /* the scale that is filled, the other one */
  guint index;                /* in the order of the journal */
} Place;

static int
get_rank (const FasciaMark *mark)
{
  if (mark == NULL)
    return -2;
  /* Marked without a level says more than none. */
  return mark->level < 0 ? 0 : mark->level == 0 ? -1 : mark->level;
}

/* The worst first, by what is filled, then by the other scale. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *p = a;
  const Place *q = b;

  for (guint i = 0; i < 2; i++)
    if (get_rank (p->marks[i]) != get_rank (q->marks[i]))
      return get_rank (q->marks[i]) - get_rank (p->marks[i]);
  return (int) p->index - (int) q->index;
}

/* (transfer full) (element-type Place) */
static GArray *
collect_places (const FasciaEntry *entry, FasciaScale scale)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      Place *place = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;

      /* The marks of one place stand side by side. */
      if (place == NULL || !g_str_equal (place->code, marks[i].region))
        {
          const Place next = { .code = marks[i].region, .index = places->len };

          g_array_append_val (places, next);
          place = &g_array_index (places, Place, places->len - 1);
        }
      place->marks[marks[i].scale == scale ? 0 : 1] = &marks[i];
    }
  g_array_sort (places, compare_places);
  return places;
}

static char *
join_feelings (const FasciaFeelings *feelings, const Place *place)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < 2; i++)
    {
      const FasciaMark *mark = place->marks[i];

      for (guint k = 0; mark != NULL && mark->feelings != NULL && mark->feelings[k] != NULL; k++)
        {
          const char *word = fascia_feelings_get_name (feelings, mark->feelings[k]);

          if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
            g_ptr_array_add (words, (gpointer) word);
        }
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  /* Translators: between the feelings of one place: "burning, aching". */
  return g_strjoinv (C_ ("feelings", ", "), (char **) words->pdata);
}

static char *
place_to_text (const FasciaFeelings *feelings, const Place *place, const char *name)
{
  g_autofree char *words = join_feelings (feelings, place);
  g_autofree char *levels = NULL;

  if (place->marks[0] != NULL && place->marks[1] != NULL)
    {
      g_autofree char *first = level_to_text (place->marks[0]->scale, place->marks[0]->level);
      g_autofree char *second = level_to_text (place->marks[1]->scale, place->marks[1]->level);

      /* Translators: the two quantities of one place: "tight 6, pain 4". */
      levels = g_strdup_printf (C_ ("levels", "%1$s, %2$s"), first, second);
    }
  else
    {
      const FasciaMark *mark = place->marks[0] != NULL ? place->marks[0] : place->marks[1];

      levels = level_to_text (mark->scale, mark->level);
    }
  if (words != NULL)
    /* Translators: a place, its levels, its feelings: "Left calf: tight 6, pain 4 (burning)". */
    return g_strdup_printf (C_ ("picture", "%1$s: %2$s (%3$s)"), name, levels, words);
  /* Translators: a place and its levels: "Left calf: tight 6, pain 4". */
  return g_strdup_printf (C_ ("picture", "%1$s: %2$s"), name, levels);
}

static int
get_swatch (const FasciaMark *mark)
{
  if (mark == NULL)
    return FASCIA_PICTURE_SWATCH_NONE;
  if (mark->level < 0)
    return FASCIA_PICTURE_SWATCH_OPEN;
  return mark->level == 0 ? FASCIA_PICTURE_SWATCH_ZERO : fascia_figure_step_for_level (mark->level);
}

static void
list_places (GArray *list,
             const FasciaBody *body,
             const FasciaFeelings *feelings,
             const FasciaPicture *picture)
{
  g_autoptr (GArray) places = collect_places (picture->entry, picture->scale);

  if (places->len == 0)
    return;
  fascia_picture_add_heading (list, C_ ("heading on a picture", "Places"));
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *name = fascia_words_get_place_name (body, place->code);

      fascia_picture_add_line (list, place_to_text (feelings, place, name), name,
                               get_swatch (place->marks[0]));
    }
}

static void
list_spreads (GArray *list, const FasciaBody *body, const FasciaEntry *entry)
{
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  if (n_spreads == 0)
    return;
  fascia_picture_add_heading (list, C_ ("heading on a picture", "Spreads"));
  for (guint i = 0; i < n_spreads; i++)
    fascia_picture_add_line (
        list,
        /* Translators: a feeling goes from a place to another. Both are names of places. */
        g_strdup_printf (C_ ("spread", "from %1$s to %2$s"),
                         fascia_words_get_place_name (body, spreads[i].from),
                         fascia_words_get_place_name (body, spreads[i].to)),
        NULL, FASCIA_PICTURE_SWATCH_NONE);
}

/* ── Drawn by hand ── */

static char *
extent_to_text (const FasciaExtent *extent)
{
  const char *name = fascia_region_get_name (extent->region);
  const int percent = MAX (1, (int) lround (100 * extent->share));

  if (extent->mean < 0)
    /* Translators: how much of a place was drawn over: "Left calf: 34 % drawn". */
    return fascia_picture_keep_numbers (
        g_strdup_printf (C_ ("picture", "%1$s: %2$d %% drawn"), name, percent));
  /* Translators: how much of a place was drawn over, and the mean level there: "Left calf: 34 %
     drawn, mean 4.5". */
  return fascia_picture_keep_numbers (g_strdup_printf (
      C_ ("picture", "%1$s: %2$d %% drawn, mean %3$.1f"), name, percent, extent->mean));
}

/* What is covered most comes first. */
static int
compare_extents (gconstpointer a, gconstpointer b)
{
  const FasciaExtent *p = a;
  const FasciaExtent *q = b;

  if (p->share < q->share || p->share > q->share)
    return p->share < q->share ? 1 : -1;
  return (int) fascia_region_get_index (p->region) - (int) fascia_region_get_index (q->region);
}

static void
list_drawings_of (GArray *list,
                  const FasciaEntry *entry,
                  const GArray *extents,
                  FasciaScale scale,
                  const char *heading)
{
  static const FasciaDrawingKind kinds[] = { FASCIA_DRAWING_SPOT, FASCIA_DRAWING_STROKE };
  gboolean has_heading = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint n = fascia_words_count_drawings (entry, kinds[i], scale, 0);

      if (n == 0)
        continue;
      if (!has_heading)
        fascia_picture_add_heading (list, heading);
      has_heading = TRUE;
      fascia_picture_add_line (
          list, fascia_picture_keep_numbers (fascia_words_dup_drawings (kinds[i], n)), NULL,
          FASCIA_PICTURE_SWATCH_NONE);
    }
  for (guint i = 0; has_heading && i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      if (extent->scale == scale)
        fascia_picture_add_line (list, extent_to_text (extent),
                                 fascia_region_get_name (extent->region),
                                 FASCIA_PICTURE_SWATCH_NONE);
    }
}

/* What is drawn for the other quantity is not on the figures. */
static void
list_drawings (GArray *list, const FasciaPicture *picture, const GArray *extents)
{
  const gboolean is_pain = picture->scale == FASCIA_SCALE_PAIN;

  list_drawings_of (list, picture->entry, extents, picture->scale,
                    C_ ("heading on a picture", "Drawn on the figure"));
  if (is_pain)
    list_drawings_of (list, picture->entry, extents, FASCIA_SCALE_TIGHTNESS,
                      C_ ("heading on a picture", "Drawn for tightness, not shown here"));
  else
    list_drawings_of (list, picture->entry, extents, FASCIA_SCALE_PAIN,
                      C_ ("heading on a picture", "Drawn for pain, not shown here"));
}

static gboolean
has_level (const FasciaPicture *picture, int level)
{
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (picture->entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].scale == picture->scale && marks[i].level == level)
      return TRUE;
  return FALSE;
}

static gboolean
has_arrow_through (const FasciaBody *body, const FasciaEntry *entry)
{
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = 0; i < n_spreads; i++)
    {
      const FasciaRegion *from = fascia_body_lookup (body, spreads[i].from);
      const FasciaRegion *to = fascia_body_lookup (body, spreads[i].to);

      if (from != NULL && to != NULL && fascia_figure_arrow_is_through (body, from, to))
        return TRUE;
    }
  return FALSE;
}

void
fascia_picture_words_fill_entry (FasciaPictureWords *self,
                                 const FasciaBody *body,
                                 const FasciaFeelings *feelings,
                                 const FasciaPicture *picture)
{
  const char *const steps[FASCIA_FIGURE_STEPS] = {
    /* Translators: levels of 0 to 10 that have one colour. */
    C_ ("legend", "1 to 2, a little"),
    C_ ("legend", "3 to 4"),
    C_ ("legend", "5 to 6"),
    C_ ("legend", "7 to 8"),
    C_ ("legend", "9 to 10, the most"),
  };

  guint n_drawings = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (picture->entry, &n_drawings);
  g_autoptr (GArray) extents = fascia_extent_measure (body, drawings, n_drawings);

  g_array_sort (extents, compare_extents);
  self->summary = fascia_picture_dup_summary (body, picture->entry, extents);
  self->legend_title = g_strdup (fascia_picture_get_scale_name (picture->scale));
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    fascia_picture_add_line (self->legend, g_strdup (steps[i]), NULL, i);
  if (has_level (picture, 0))
    fascia_picture_add_line (self->legend, g_strdup (C_ ("legend", "0, eased")), NULL,
                             FASCIA_PICTURE_SWATCH_ZERO);
  if (has_level (picture, FASCIA_LEVEL_NOT_GIVEN))
    fascia_picture_add_line (self->legend, g_strdup (C_ ("legend", "level not given")), NULL,
                             FASCIA_PICTURE_SWATCH_OPEN);
  if (has_arrow_through (body, picture->entry))
    /* Translators: Stands beside a small dashed arrow: how a feeling that goes from a place on the
     * front of the body to one on the back, or the other way, is drawn. */
    fascia_picture_add_line (
        self->legend, g_strdup (C_ ("legend", "dashed arrow: goes through to the other side")),
        NULL, FASCIA_PICTURE_SWATCH_THROUGH);
  list_places (self->list, body, feelings, picture);
  list_spreads (self->list, body, picture->entry);
  list_drawings (self->list, picture, extents);
}
