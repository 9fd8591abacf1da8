/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arcs of the drawing: reading them, and joining them to paths on either half.
 */

#include "fascia-figure-arc.h"

#include <math.h>
#include <string.h>

static gboolean
parse_double (const char *word, double *value)
{
  char *end = NULL;

  *value = word != NULL ? g_ascii_strtod (word, &end) : 0;
  return word != NULL && end != word && *end == '\0' && isfinite (*value);
}

gboolean
fascia_figure_parse_doubles (char **words, guint n, double *values)
{
  for (guint i = 0; i < n; i++)
    if (words[i] == NULL || !parse_double (words[i], &values[i]))
      return FALSE;
  return TRUE;
}

gboolean
fascia_figure_arc_parse (FasciaFigureArc *arc, char **words, guint n_words, const char **wrong)
{
  double v[6];
  FasciaPoint at;
  guint i = 2;

  arc->points = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));
  if (n_words < 3 || !fascia_figure_parse_doubles (words, 2, v))
    {
      *wrong = n_words > 0 ? words[0] : "";
      return FALSE;
    }
  at = (FasciaPoint) { v[0], v[1] };
  g_array_append_val (arc->points, at);
  while (i < n_words)
    {
      gboolean is_curve = strcmp (words[i], "c") == 0;
      guint n = is_curve ? 6 : 2;
      FasciaPoint p[3];

      if ((!is_curve && strcmp (words[i], "l") != 0) || i + n >= n_words
          || !fascia_figure_parse_doubles (words + i + 1, n, v))
        {
          *wrong = words[i];
          return FALSE;
        }
      if (is_curve)
        for (int k = 0; k < 3; k++)
          p[k] = (FasciaPoint) { at.x + v[2 * k], at.y + v[2 * k + 1] };
      else
        {
          /* A line is a curve with its controls on the thirds. */
          p[2] = (FasciaPoint) { at.x + v[0], at.y + v[1] };
          p[0] = (FasciaPoint) { at.x + v[0] / 3, at.y + v[1] / 3 };
          p[1] = (FasciaPoint) { at.x + v[0] * 2 / 3, at.y + v[1] * 2 / 3 };
        }
      arc->length += hypot (p[2].x - at.x, p[2].y - at.y);
      g_array_append_vals (arc->points, p, 3);
      at = p[2];
      i += n + 1;
    }
  return TRUE;
}

void
fascia_figure_arc_clear (gpointer data)
{
  g_array_unref (((FasciaFigureArc *) data)->points);
}

void
fascia_figure_arc_append (FasciaPath *path, const FasciaFigureArc *arc, int sign, int flip)
{
  const FasciaPoint *p = (const FasciaPoint *) (gpointer) arc->points->data;
  guint n = arc->points->len;

  for (guint i = 1; i + 2 < n; i += 3)
    {
      guint a = sign > 0 ? i : n - 1 - i;
      guint b = sign > 0 ? i + 1 : n - 2 - i;
      guint c = sign > 0 ? i + 2 : n - 3 - i;

      fascia_path_curve_to (path, flip * p[a].x, p[a].y, flip * p[b].x, p[b].y, flip * p[c].x,
                            p[c].y);
    }
}

FasciaPoint
fascia_figure_arc_get_end (const FasciaFigureArc *arc, gboolean is_first)
{
  return g_array_index (arc->points, FasciaPoint, is_first ? 0 : arc->points->len - 1);
}

FasciaPath *
fascia_figure_arcs_to_path (const GArray *arcs, const GArray *chain, gboolean is_mid, int flip)
{
  FasciaPath *path = fascia_path_new ();
  const FasciaFigureArcUse *uses = (const FasciaFigureArcUse *) (gconstpointer) chain->data;
  const FasciaFigureArc *all = (const FasciaFigureArc *) (gconstpointer) arcs->data;
  FasciaPoint start = fascia_figure_arc_get_end (&all[uses[0].arc], uses[0].sign > 0);

  fascia_path_move_to (path, flip * start.x, start.y);
  for (guint i = 0; i < chain->len; i++)
    fascia_figure_arc_append (path, &all[uses[i].arc], uses[i].sign, flip);
  /* Across the midline the mirror image leads back. */
  if (is_mid)
    for (guint i = chain->len; i > 0; i--)
      fascia_figure_arc_append (path, &all[uses[i - 1].arc], -uses[i - 1].sign, -flip);
  fascia_path_close (path);
  return path;
}

void
fascia_figure_arc_append_open (FasciaPath *path, const FasciaFigureArc *arc, int flip)
{
  FasciaPoint start = fascia_figure_arc_get_end (arc, TRUE);

  fascia_path_move_to (path, flip * start.x, start.y);
  fascia_figure_arc_append (path, arc, 1, flip);
}
