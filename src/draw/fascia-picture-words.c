/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture says: title, summary, legend, and the places as a list.
 */

#include "config.h"

#include "fascia-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/body/fascia-counts.h"
#include "core/body/fascia-extent.h"
#include "fascia-figure-overlay.h"

static void
clear_line (gpointer data)
{
  FasciaPictureLine *line = data;

  g_clear_pointer (&line->text, g_free);
  g_clear_pointer (&line->bold, g_free);
}

static GArray *
create_lines (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (FasciaPictureLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

/* Takes @text. */
static void
add_line (GArray *lines, char *text, const char *bold, int swatch)
{
  const FasciaPictureLine line = { text, g_strdup (bold), swatch, FALSE };

  g_array_append_val (lines, line);
}

static void
add_heading (GArray *lines, const char *text)
{
  const FasciaPictureLine line
      = { g_strdup (text), g_strdup (text), FASCIA_PICTURE_SWATCH_NONE, TRUE };

  g_array_append_val (lines, line);
}

static char *
format_day (gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  if (date == NULL)
    return g_strdup_printf ("%d", day);
  /* Translators: a date such as "3 March 2026", see g_date_time_format (). */
  return g_date_time_format (date, C_ ("date on a picture", "%-e %B %Y"));
}

static char *
format_moment (const FasciaMoment *moment)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (moment->day);
  const int minute = fascia_moment_get_minute (moment);
  g_autofree char *day = NULL;
  g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

  if (date == NULL)
    return g_steal_pointer (&time);
  /* Translators: A whole date such as “Tuesday 3 March 2026”, in the notation of
   * g_date_time_format(). */
  day = g_date_time_format (date, _ ("%A %-e %B %Y"));
  /* Translators: A day and a time: “Today, 14:20”, “Tuesday 3 March 2026, 14:20”. */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

static const char *
get_scale_name (FasciaScale scale)
{
  return scale == FASCIA_SCALE_PAIN ? C_ ("quantity", "Pain") : C_ ("quantity", "Tightness");
}

static const char *
get_place_name (const FasciaBody *body, const char *code)
{
  const FasciaRegion *region = fascia_body_lookup (body, code);

  return region != NULL ? fascia_region_get_name (region) : code;
}

/* ── A check-in ──────────────────────────────────────────────────────────────────────────────── */

/* (transfer full) Takes @text: a number stays beside its word. */
static char *
keep_together (char *text)
{
  g_autofree char *whole = text;
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);

  return g_strjoinv ("\u00a0", words);
}

static char *
level_to_text (FasciaScale scale, int level)
{
  const gboolean is_pain = scale == FASCIA_SCALE_PAIN;

  if (level < 0)
    return g_strdup (is_pain ? _ ("painful, level not given") : _ ("tight, level not given"));
  if (level == 0)
    return g_strdup (is_pain ? _ ("pain eased: 0") : _ ("tightness eased: 0"));
  /* Translators: how much a place hurts, or how tight it is, 0 to 10. */
  return keep_together (is_pain ? g_strdup_printf (_ ("pain %d"), level)
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
  add_heading (list, C_ ("heading on a picture", "Places"));
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *name = get_place_name (body, place->code);

      add_line (list, place_to_text (feelings, place, name), name, get_swatch (place->marks[0]));
    }
}

static void
list_spreads (GArray *list, const FasciaBody *body, const FasciaEntry *entry)
{
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  if (n_spreads == 0)
    return;
  add_heading (list, C_ ("heading on a picture", "Spreads"));
  for (guint i = 0; i < n_spreads; i++)
    add_line (list,
              /* Translators: a feeling goes from a place to another. Both are names of places. */
              g_strdup_printf (C_ ("spread", "from %1$s to %2$s"),
                               get_place_name (body, spreads[i].from),
                               get_place_name (body, spreads[i].to)),
              NULL, FASCIA_PICTURE_SWATCH_NONE);
}

static char *
extent_to_text (const FasciaExtent *extent)
{
  const char *name = fascia_region_get_name (extent->region);
  const char *scale = get_scale_name (extent->scale);
  const int percent = MAX (1, (int) lround (100 * extent->share));

  if (extent->mean < 0)
    /* Translators: how much of a place was drawn over. "Left calf: 34 % drawn (Pain)". */
    return g_strdup_printf (C_ ("picture", "%1$s: %2$d %% drawn (%3$s)"), name, percent, scale);
  return g_strdup_printf (
      /* Translators: how much of a place was drawn over, the mean level there, and level times
         area. "Left calf: 34 % drawn (Pain), mean 4.5, sum 610". */
      C_ ("picture", "%1$s: %2$d %% drawn (%3$s), mean %4$.1f, sum %5$.0f"), name, percent, scale,
      extent->mean, extent->sum);
}

static void
list_drawings (GArray *list, const FasciaBody *body, const FasciaEntry *entry)
{
  guint n_drawings = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  guint n_spots = 0;
  g_autoptr (GArray) extents = NULL;
  g_autofree char *spots = NULL;
  g_autofree char *strokes = NULL;

  if (n_drawings == 0)
    return;
  for (guint i = 0; i < n_drawings; i++)
    n_spots += drawings[i].kind == FASCIA_DRAWING_SPOT;
  spots = g_strdup_printf (ngettext ("%u sore spot", "%u sore spots", n_spots), n_spots);
  strokes = g_strdup_printf (ngettext ("%u stroke", "%u strokes", n_drawings - n_spots),
                             n_drawings - n_spots);

  add_heading (list, C_ ("heading on a picture", "Drawn on the figure"));
  if (n_spots > 0)
    add_line (list, g_steal_pointer (&spots), NULL, FASCIA_PICTURE_SWATCH_NONE);
  if (n_drawings > n_spots)
    add_line (list, g_steal_pointer (&strokes), NULL, FASCIA_PICTURE_SWATCH_NONE);
  extents = fascia_extent_measure (body, drawings, n_drawings);
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      add_line (list, extent_to_text (extent), fascia_region_get_name (extent->region),
                FASCIA_PICTURE_SWATCH_NONE);
    }
}

static char *
dup_entry_summary (const FasciaEntry *entry)
{
  const guint n = fascia_entry_count_places (entry);
  const int tight = fascia_entry_get_worst (entry, FASCIA_SCALE_TIGHTNESS);
  const int pain = fascia_entry_get_worst (entry, FASCIA_SCALE_PAIN);
  guint n_drawings = 0;
  guint n_marks = 0;

  fascia_entry_get_drawings (entry, &n_drawings);
  fascia_entry_get_marks (entry, &n_marks);
  if (fascia_entry_is_nothing_today (entry))
    return g_strdup (_ ("Nothing tight or painful"));
  if (n_marks == 0 && n_drawings == 0)
    return g_strdup (_ ("Nothing marked"));
  if (tight >= 0 && pain >= 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst levels. */
        ngettext ("%1$u place of %2$u · tight up to %3$d · pain up to %4$d",
                  "%1$u places of %2$u · tight up to %3$d · pain up to %4$d", n),
        n, (guint) FASCIA_COUNTS_PLACES, tight, pain);
  if (tight >= 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst level. */
        ngettext ("%1$u place of %2$u · tight up to %3$d", "%1$u places of %2$u · tight up to %3$d",
                  n),
        n, (guint) FASCIA_COUNTS_PLACES, tight);
  if (pain >= 0)
    return g_strdup_printf (
        /* Translators: how many places of the body are marked, of how many, and the worst level. */
        ngettext ("%1$u place of %2$u · pain up to %3$d", "%1$u places of %2$u · pain up to %3$d",
                  n),
        n, (guint) FASCIA_COUNTS_PLACES, pain);
  /* Translators: how many places of the body are marked, of how many. */
  return g_strdup_printf (ngettext ("%1$u place of %2$u", "%1$u places of %2$u", n), n,
                          (guint) FASCIA_COUNTS_PLACES);
}

static gboolean
has_open_mark (const FasciaPicture *picture)
{
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (picture->entry, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].scale == picture->scale && marks[i].level < 0)
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

static void
fill_entry (FasciaPictureWords *self,
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

  self->summary = dup_entry_summary (picture->entry);
  self->legend_title = g_strdup (get_scale_name (picture->scale));
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    add_line (self->legend, g_strdup (steps[i]), NULL, i);
  if (has_open_mark (picture))
    add_line (self->legend, g_strdup (C_ ("legend", "level not given")), NULL,
              FASCIA_PICTURE_SWATCH_OPEN);
  if (has_arrow_through (body, picture->entry))
    /* Translators: Stands beside a small dashed arrow: how a feeling that goes from a place on the
     * front of the body to one on the back, or the other way, is drawn. */
    add_line (self->legend,
              g_strdup (C_ ("legend", "dashed arrow: goes through to the other side")), NULL,
              FASCIA_PICTURE_SWATCH_THROUGH);
  list_places (self->list, body, feelings, picture);
  list_spreads (self->list, body, picture->entry);
  list_drawings (self->list, body, picture->entry);
}

/* ── A heat map ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const FasciaRegion *region;
  double value;
  guint n_days;
} Warm;

static int
compare_warm (gconstpointer a, gconstpointer b)
{
  const Warm *p = a;
  const Warm *q = b;

  if (p->value < q->value || p->value > q->value)
    return p->value < q->value ? 1 : -1;
  if (p->n_days != q->n_days)
    return p->n_days < q->n_days ? 1 : -1;
  return (int) fascia_region_get_index (p->region) - (int) fascia_region_get_index (q->region);
}

static double
get_value (const FasciaHeatCell *cell, FasciaHeatMeasure measure)
{
  switch (measure)
    {
    case FASCIA_HEAT_MEAN:
      return cell->mean;
    case FASCIA_HEAT_WORST:
      return cell->worst;
    case FASCIA_HEAT_SHARE:
    default:
      return cell->share;
    }
}

static char *
dup_heat_title (const char *scale, FasciaHeatMeasure measure)
{
  switch (measure)
    {
    case FASCIA_HEAT_MEAN:
      /* Translators: what the colours mean; %s is "Tightness" or "Pain". */
      return g_strdup_printf (C_ ("legend", "%s: mean of the days"), scale);
    case FASCIA_HEAT_WORST:
      /* Translators: what the colours mean; %s is "Tightness" or "Pain". */
      return g_strdup_printf (C_ ("legend", "%s: worst level"), scale);
    case FASCIA_HEAT_SHARE:
    default:
      /* Translators: what the colours mean; %s is "Tightness" or "Pain". */
      return g_strdup_printf (C_ ("legend", "%s: how many of the days"), scale);
    }
}

static void
fill_heat (FasciaPictureWords *self, const FasciaBody *body, const FasciaPicture *picture)
{
  const FasciaHeat *heat = picture->heat;
  const guint n_days = fascia_heat_get_n_days (heat);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Warm));

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaHeatCell *cell = fascia_heat_get_cell (heat, region);
      const Warm warm = { region, get_value (cell, picture->measure), cell->n_days };

      if (cell->n_days > 0)
        g_array_append_val (places, warm);
    }
  g_array_sort (places, compare_warm);

  self->legend_title
      = dup_heat_title (get_scale_name (fascia_heat_get_scale (heat)), picture->measure);
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    add_line (self->legend, fascia_heat_dup_step_text (picture->measure, i), NULL, i);

  if (n_days == 0)
    self->summary = g_strdup (_ ("No entries in these days"));
  else
    {
      g_autofree char *days = g_strdup_printf (
          ngettext ("%u day with entries", "%u days with entries", n_days), n_days);
      g_autofree char *count
          = g_strdup_printf (ngettext ("%1$u place of %2$u", "%1$u places of %2$u", places->len),
                             places->len, (guint) FASCIA_COUNTS_PLACES);

      /* Translators: "18 days with entries · 7 places of 110". */
      self->summary = g_strdup_printf (C_ ("picture", "%1$s · %2$s"), days, count);
    }
  if (places->len > 0)
    add_heading (self->list, C_ ("heading on a picture", "Places"));
  for (guint i = 0; i < places->len; i++)
    {
      const FasciaRegion *region = g_array_index (places, Warm, i).region;
      const int step = fascia_heat_get_step (heat, region, picture->measure);

      add_line (self->list, fascia_heat_dup_text (heat, region), fascia_region_get_name (region),
                step >= 0 ? step : FASCIA_PICTURE_SWATCH_NONE);
    }
}

/* ── The whole of it ─────────────────────────────────────────────────────────────────────────── */

static char *
dup_title (const FasciaPicture *picture)
{
  gint32 first_day, last_day;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (picture->title != NULL)
    return g_strdup (picture->title);
  if (picture->entry != NULL)
    return format_moment (fascia_entry_get_moment (picture->entry));
  if (picture->heat == NULL)
    return g_strdup (C_ ("title of a picture", "Body map"));
  fascia_heat_get_range (picture->heat, &first_day, &last_day);
  first = format_day (first_day);
  last = format_day (last_day);
  if (first_day == last_day)
    return g_steal_pointer (&first);
  /* Translators: a period, two dates: "1 March 2026 to 31 March 2026". */
  return g_strdup_printf (C_ ("period", "%1$s to %2$s"), first, last);
}

FasciaPictureWords *
fascia_picture_words_new (const FasciaBody *body,
                          const FasciaFeelings *feelings,
                          const FasciaPicture *picture)
{
  FasciaPictureWords *self = g_new0 (FasciaPictureWords, 1);

  self->title = dup_title (picture);
  self->subtitle = g_strdup (picture->subtitle);
  self->legend = create_lines ();
  self->list = create_lines ();
  if (picture->entry != NULL)
    fill_entry (self, body, feelings, picture);
  else if (picture->heat != NULL)
    fill_heat (self, body, picture);
  else
    self->legend_title = g_strdup (get_scale_name (picture->scale));
  if (picture->made != NULL)
    {
      g_autofree char *day = format_day (picture->made->day);

      /* Translators: at the foot of a picture; %s is the date on which it was made. */
      self->foot = g_strdup_printf (_ ("Made with Fascia on %s"), day);
    }
  else
    self->foot = g_strdup (_ ("Made with Fascia"));
  self->caution = g_strdup (_ ("This is what you recorded. It is not a medical document."));
  return self;
}

void
fascia_picture_words_free (FasciaPictureWords *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->summary);
  g_free (self->legend_title);
  g_array_unref (self->legend);
  g_array_unref (self->list);
  g_free (self->foot);
  g_free (self->caution);
  g_free (self);
}

static void
append_text_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

char *
fascia_picture_words_to_text (const FasciaPictureWords *self)
{
  GString *text = g_string_new (NULL);

  append_text_line (text, self->subtitle);
  append_text_line (text, self->summary);
  append_text_line (text, self->legend_title);
  for (guint i = 0; i < self->legend->len; i++)
    append_text_line (text, g_array_index (self->legend, FasciaPictureLine, i).text);
  for (guint i = 0; i < self->list->len; i++)
    append_text_line (text, g_array_index (self->list, FasciaPictureLine, i).text);
  append_text_line (text, self->foot);
  append_text_line (text, self->caution);
  return g_string_free_and_steal (text);
}

char *
fascia_picture_dup_more (guint n)
{
  /* Translators: at the end of a list that is too long for the page. */
  return g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
}
