/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture says: title, summary, legend, and the places as a list.
 */

#include "config.h"

#include "fascia-picture-private.h"

#include <glib/gi18n-lib.h>

#include "core/body/fascia-counts.h"

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

void
fascia_picture_add_line (GArray *lines, char *text, const char *bold, int swatch)
{
  const FasciaPictureLine line = { text, g_strdup (bold), swatch, FALSE };

  g_array_append_val (lines, line);
}

void
fascia_picture_add_heading (GArray *lines, const char *text)
{
  const FasciaPictureLine line
      = { g_strdup (text), g_strdup (text), FASCIA_PICTURE_SWATCH_NONE, TRUE };

  g_array_append_val (lines, line);
}

/* A line may break before a number or after it, and then reads as another one: no-break spaces. */
char *
fascia_picture_keep_numbers (char *text)
{
  g_autofree char *whole = text;
  GString *kept = g_string_new (NULL);

  for (const char *p = whole; *p != '\0'; p++)
    {
      const char before = p > whole ? p[-1] : ':';
      const gboolean follows = g_ascii_isdigit (before) || before == '%';
      const gboolean leads = g_ascii_isdigit (p[1]) && before != ':' && before != ',';

      if (*p == ' ' && (follows || leads))
        g_string_append (kept, "\u00a0");
      else
        g_string_append_c (kept, *p);
    }
  return g_string_free_and_steal (kept);
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

const char *
fascia_picture_get_scale_name (FasciaScale scale)
{
  return scale == FASCIA_SCALE_PAIN ? C_ ("quantity", "Pain") : C_ ("quantity", "Tightness");
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

  self->legend_title = dup_heat_title (fascia_picture_get_scale_name (fascia_heat_get_scale (heat)),
                                       picture->measure);
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    fascia_picture_add_line (self->legend, fascia_heat_dup_step_text (picture->measure, i), NULL,
                             i);

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
    fascia_picture_add_heading (self->list, C_ ("heading on a picture", "Places"));
  for (guint i = 0; i < places->len; i++)
    {
      const FasciaRegion *region = g_array_index (places, Warm, i).region;
      const int step = fascia_heat_get_step (heat, region, picture->measure);

      fascia_picture_add_line (
          self->list, fascia_picture_keep_numbers (fascia_heat_dup_text (heat, region)),
          fascia_region_get_name (region), step >= 0 ? step : FASCIA_PICTURE_SWATCH_NONE);
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

/* Somebody else reads this: "your left" would be the reader's own. */
static void
fill_sides (FasciaPictureWords *self, const FasciaBody *body)
{
  const gboolean is_mirror = fascia_body_get_form (body)->facing == FASCIA_FACING_OWN;

  /* Translators: Stands beside the figure, on the side where it is, on a page for somebody else: the
   * side of the person who is shown. */
  self->left = g_strdup (C_ ("picture", "person’s left"));
  /* Translators: As for “person’s left”. */
  self->right = g_strdup (C_ ("picture", "person’s right"));
  /* Translators: Above the figure: seen as the person sees themselves in a mirror, with the right
   * side on the right. */
  self->front
      = g_strdup (is_mirror ? C_ ("figure", "Front, as in a mirror") : C_ ("figure", "Front"));
  self->back = g_strdup (C_ ("figure", "Back"));
  self->sides = g_strdup (_ ("Left and right are those of the person."));
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
    fascia_picture_words_fill_entry (self, body, feelings, picture);
  else if (picture->heat != NULL)
    fill_heat (self, body, picture);
  else
    self->legend_title = g_strdup (fascia_picture_get_scale_name (picture->scale));
  if (picture->made != NULL)
    {
      g_autofree char *day = format_day (picture->made->day);

      /* Translators: at the foot of a picture; %s is the date on which it was made. */
      self->foot = g_strdup_printf (_ ("Made with Fascia on %s"), day);
    }
  else
    self->foot = g_strdup (_ ("Made with Fascia"));
  fill_sides (self, body);
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
  g_free (self->left);
  g_free (self->right);
  g_free (self->front);
  g_free (self->back);
  g_free (self->sides);
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
  append_text_line (text, self->sides);
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
