/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the drawing (figure.arcs) into a body: shapes, outlines, gutters, steps, touching regions.
 *
 * The file holds one half of each view (x >= 0) as arcs, each line between two places once:
 *   figure VERSION
 *   view front|back
 *   arc NUMBER out|cut|mid|soft X Y c DX1 DY1 DX2 DY2 DX DY … l DX DY …
 *   detail mid|pair X Y c …                      a line that separates nothing
 *   shape BASE pair|mid FLAGS CX CY R ±ARC …     flags: h home, i inset, - none
 *   outline mid|pair ±ARC …
 *   step BASE UP DOWN LEFT RIGHT                 "~" before a base: on the other half; "-": none
 * Left and right of a step are those of the half with x >= 0; the other half is its mirror image.
 */

#include "fascia-body-private.h"
#include "fascia-figure-arc.h"

#include <math.h>
#include <string.h>

typedef struct
{
  FasciaBody *body;
  FasciaBodyView *view;
  FasciaView view_code;
  GArray *arcs;        /* FasciaFigureArc of this view */
  GPtrArray *bases;    /* of the shape lines of this view, in order */
  GHashTable *touches; /* packed pair of indices → double * */
  guint line;
} Reader;

static gboolean
fail (Reader *reader, GError **error, const char *what, const char *detail)
{
  g_set_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA, "Figure, line %u: %s “%s”",
               reader->line, what, detail != NULL ? detail : "");
  return FALSE;
}

/* The region of a base on one half of the view that is being read. On the front figure +x is the
 * person's left, on the back figure +x is the person's right. */
static FasciaRegion *
find_region (Reader *reader, const char *base, gboolean is_other_half)
{
  gboolean is_left = (reader->view_code == FASCIA_VIEW_FRONT) != is_other_half;
  g_autofree char *id = g_strconcat (base, is_left ? "-left" : "-right", NULL);
  FasciaRegion *region = g_hash_table_lookup (reader->body->by_id, id);

  if (region == NULL)
    region = g_hash_table_lookup (reader->body->by_id, base);
  return region != NULL && region->retired == 0 ? region : NULL;
}

static gboolean
read_arc (Reader *reader, char **words, guint n_words, GError **error)
{
  static const char *const kinds[] = { "out", "cut", "mid", "soft" };
  FasciaFigureArc arc = { .users = { -1, -1 } };
  const char *wrong;
  gsize kind;

  if (n_words < 5 || reader->view == NULL)
    return fail (reader, error, "short arc", n_words > 0 ? words[0] : NULL);
  for (kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (strcmp (words[1], kinds[kind]) == 0)
      break;
  if (kind == G_N_ELEMENTS (kinds) || g_ascii_strtoull (words[0], NULL, 10) != reader->arcs->len)
    return fail (reader, error, "bad arc", words[0]);
  arc.kind = (FasciaFigureArcKind) kind;
  if (!fascia_figure_arc_parse (&arc, words + 2, n_words - 2, &wrong))
    {
      fascia_figure_arc_clear (&arc);
      return fail (reader, error, "bad curve", wrong);
    }
  g_array_append_val (reader->arcs, arc);
  return TRUE;
}

/* Reads "+3 -5 …" into uses and checks that each arc begins where the last one ended. */
static GArray *
read_chain (Reader *reader, char **words, int user, GError **error)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (FasciaFigureArcUse));
  FasciaPoint at = { 0, 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      int sign = words[i][0] == '-' ? -1 : 1;
      char *end = NULL;
      guint64 number = g_ascii_strtoull (words[i] + 1, &end, 10);
      FasciaFigureArc *arc;
      FasciaFigureArcUse use;
      FasciaPoint start;

      if ((words[i][0] != '-' && words[i][0] != '+') || *end != '\0' || number >= reader->arcs->len)
        {
          fail (reader, error, "unknown arc", words[i]);
          return NULL;
        }
      arc = &g_array_index (reader->arcs, FasciaFigureArc, number);
      start = fascia_figure_arc_get_end (arc, sign > 0);
      if (i > 0 && hypot (start.x - at.x, start.y - at.y) > 0.02)
        {
          fail (reader, error, "gap before arc", words[i]);
          return NULL;
        }
      at = fascia_figure_arc_get_end (arc, sign < 0);
      if (user >= 0)
        arc->users[arc->users[0] < 0 ? 0 : 1] = user;
      use = (FasciaFigureArcUse) { arc, sign };
      g_array_append_val (chain, use);
    }
  if (chain->len == 0)
    {
      fail (reader, error, "no arcs", NULL);
      return NULL;
    }
  return g_steal_pointer (&chain);
}

static void
add_shape (Reader *reader,
           FasciaRegion *region,
           FasciaPath *path,
           int flip,
           const double label[3],
           const char *flags)
{
  FasciaShape shape = {
    .region = region,
    .view = reader->view_code,
    .path = path,
    .cx = flip * label[0],
    .cy = label[1],
    .r = label[2],
    .is_home = strchr (flags, 'h') != NULL,
    .is_inset = strchr (flags, 'i') != NULL,
  };

  if (shape.cx == 0)
    shape.cx = 0; /* no negative zero */
  fascia_path_get_bounds (path, &shape.x0, &shape.y0, &shape.x1, &shape.y1);
  if (shape.is_home)
    reader->body->home_shapes[region->index] = reader->view->shapes->len;
  g_array_append_val (reader->view->shapes, shape);
}

static gboolean
read_shape (Reader *reader, char **words, guint n_words, GError **error)
{
  g_autoptr (GArray) chain = NULL;
  FasciaRegion *region;
  double label[3];
  gboolean is_mid;

  if (n_words < 7 || reader->view == NULL || !fascia_figure_parse_doubles (words + 3, 3, label))
    return fail (reader, error, "bad shape", n_words > 0 ? words[0] : NULL);
  region = find_region (reader, words[0], FALSE);
  is_mid = strcmp (words[1], "mid") == 0;
  if (region == NULL || is_mid != (region->mirror == NULL))
    return fail (reader, error, "unknown region", words[0]);
  if (strchr (words[2], 'h') != NULL && region->view != reader->view_code)
    return fail (reader, error, "not at home on this view", words[0]);
  chain = read_chain (reader, words + 6, (int) reader->bases->len, error);
  if (chain == NULL)
    return FALSE;
  g_ptr_array_add (reader->bases, g_strdup (words[0]));
  add_shape (reader, region, fascia_figure_arcs_to_path (chain, is_mid, 1), 1, label, words[2]);
  if (!is_mid)
    add_shape (reader, (FasciaRegion *) region->mirror,
               fascia_figure_arcs_to_path (chain, FALSE, -1), -1, label, words[2]);
  return TRUE;
}

static gboolean
read_outline (Reader *reader, char **words, guint n_words, GError **error)
{
  g_autoptr (GArray) chain = NULL;
  gboolean is_mid;

  if (n_words < 2 || reader->view == NULL)
    return fail (reader, error, "bad outline", NULL);
  is_mid = strcmp (words[0], "mid") == 0;
  chain = read_chain (reader, words + 1, -1, error);
  if (chain == NULL)
    return FALSE;
  g_ptr_array_add (reader->view->outlines, fascia_figure_arcs_to_path (chain, is_mid, 1));
  if (!is_mid)
    g_ptr_array_add (reader->view->outlines, fascia_figure_arcs_to_path (chain, FALSE, -1));
  return TRUE;
}

static gboolean
read_step (Reader *reader, char **words, guint n_words, GError **error)
{
  /* UP and DOWN stay, LEFT and RIGHT change places on the other half. */
  static const int mirrored[FASCIA_BODY_N_DIRECTIONS] = { 0, 1, 3, 2 };

  if (n_words != 1 + FASCIA_BODY_N_DIRECTIONS || reader->view == NULL)
    return fail (reader, error, "bad step", n_words > 0 ? words[0] : NULL);
  for (int half = 0; half < 2; half++)
    {
      FasciaRegion *from = find_region (reader, words[0], half == 1);

      if (from == NULL)
        return fail (reader, error, "unknown region", words[0]);
      if (half == 1 && from->mirror == NULL)
        break;
      for (int d = 0; d < FASCIA_BODY_N_DIRECTIONS; d++)
        {
          const char *word = words[1 + d];
          gboolean is_across = word[0] == '~';
          FasciaRegion *to;
          int direction = half == 0 ? d : mirrored[d];

          if (strcmp (word, "-") == 0)
            continue;
          to = find_region (reader, word + (is_across ? 1 : 0), is_across != (half == 1));
          if (to == NULL || to == from)
            return fail (reader, error, "unknown region", word);
          reader->view->steps[from->index * FASCIA_BODY_N_DIRECTIONS + (guint) direction]
              = (gint16) to->index;
        }
    }
  return TRUE;
}

static void
add_touch (Reader *reader, const FasciaRegion *a, const FasciaRegion *b, double length)
{
  guint lo = MIN (a->index, b->index);
  guint hi = MAX (a->index, b->index);
  gpointer key = GUINT_TO_POINTER (lo << 16 | hi);
  double *sum = g_hash_table_lookup (reader->touches, key);

  if (a == b)
    return;
  if (sum == NULL)
    {
      sum = g_new0 (double, 1);
      g_hash_table_insert (reader->touches, key, sum);
    }
  *sum += length;
}

static gboolean
read_detail (Reader *reader, char **words, guint n_words, GError **error)
{
  FasciaFigureArc arc = { .users = { -1, -1 } };
  const char *wrong;
  gboolean is_read;

  if (reader->view == NULL)
    return fail (reader, error, "detail before a view", NULL);
  is_read = fascia_figure_arc_parse (&arc, words + 1, n_words - 1, &wrong);
  if (is_read)
    {
      fascia_figure_arc_append_open (reader->view->details, &arc, 1);
      if (strcmp (words[0], "pair") == 0)
        fascia_figure_arc_append_open (reader->view->details, &arc, -1);
    }
  fascia_figure_arc_clear (&arc);
  return is_read || fail (reader, error, "bad curve", wrong);
}

/* What the arcs of a finished view say: the lines between places and who touches whom. */
static void
finish_view (Reader *reader)
{
  if (reader->view == NULL)
    return;
  for (guint i = 0; i < reader->arcs->len; i++)
    {
      const FasciaFigureArc *arc = &g_array_index (reader->arcs, FasciaFigureArc, i);

      if (arc->kind == FASCIA_FIGURE_ARC_OUT)
        continue;
      if (arc->kind == FASCIA_FIGURE_ARC_SOFT)
        fascia_figure_arc_append_open (reader->view->details, arc, 1);
      else
        fascia_figure_arc_append_open (reader->view->gutters, arc, 1);
      if (arc->kind == FASCIA_FIGURE_ARC_CUT)
        fascia_figure_arc_append_open (reader->view->gutters, arc, -1);
      if (arc->users[0] < 0)
        continue;
      for (int half = 0; half < 2; half++)
        {
          const char *a = g_ptr_array_index (reader->bases, (guint) arc->users[0]);
          const char *b = arc->users[1] >= 0
                              ? g_ptr_array_index (reader->bases, (guint) arc->users[1])
                              : NULL;

          if (arc->kind == FASCIA_FIGURE_ARC_CUT && b != NULL)
            add_touch (reader, find_region (reader, a, half == 1),
                       find_region (reader, b, half == 1), arc->length);
          else if (arc->kind != FASCIA_FIGURE_ARC_CUT && half == 0)
            add_touch (reader, find_region (reader, a, FALSE), find_region (reader, a, TRUE),
                       arc->length);
        }
    }
  g_array_set_size (reader->arcs, 0);
  g_ptr_array_set_size (reader->bases, 0);
}

static gboolean
start_view (Reader *reader, const char *code, GError **error)
{
  finish_view (reader);
  if (strcmp (code, "front") == 0)
    reader->view_code = FASCIA_VIEW_FRONT;
  else if (strcmp (code, "back") == 0)
    reader->view_code = FASCIA_VIEW_BACK;
  else
    return fail (reader, error, "unknown view", code);
  reader->view = fascia_body_peek_view (reader->body, reader->view_code);
  return TRUE;
}

static gboolean
read_line (Reader *reader, char *line, GError **error)
{
  g_auto (GStrv) words = NULL;
  guint n_words;

  g_strchomp (line);
  if (line[0] == '\0' || line[0] == '#')
    return TRUE;
  words = g_strsplit (line, " ", -1);
  n_words = g_strv_length (words);
  if (n_words < 2)
    return fail (reader, error, "short line", line);
  if (strcmp (words[0], "arc") == 0)
    return read_arc (reader, words + 1, n_words - 1, error);
  if (strcmp (words[0], "shape") == 0)
    return read_shape (reader, words + 1, n_words - 1, error);
  if (strcmp (words[0], "outline") == 0)
    return read_outline (reader, words + 1, n_words - 1, error);
  if (strcmp (words[0], "step") == 0)
    return read_step (reader, words + 1, n_words - 1, error);
  if (strcmp (words[0], "detail") == 0)
    return read_detail (reader, words + 1, n_words - 1, error);
  if (strcmp (words[0], "view") == 0)
    return start_view (reader, words[1], error);
  if (strcmp (words[0], "figure") == 0)
    return g_ascii_strtoull (words[1], NULL, 10) == FASCIA_FIGURE_VERSION
           || fail (reader, error, "figure of another version", words[1]);
  return fail (reader, error, "unknown word", words[0]);
}

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const FasciaBodyTouch *x = a;
  const FasciaBodyTouch *y = b;

  if (x->length != y->length)
    return x->length > y->length ? -1 : 1;
  return x->a != y->a ? (int) x->a - (int) y->a : (int) x->b - (int) y->b;
}

static void
collect_touches (Reader *reader)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, reader->touches);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint pair = GPOINTER_TO_UINT (key);
      FasciaBodyTouch touch
          = { (guint16) (pair >> 16), (guint16) (pair & 0xffff), *(double *) value };

      g_array_append_val (reader->body->touches, touch);
    }
  g_array_sort (reader->body->touches, compare_touches);
}

static gboolean
check_homes (const FasciaBody *self, GError **error)
{
  for (guint i = 0; i < self->regions->len; i++)
    if (self->home_shapes[i] == G_MAXUINT)
      {
        const FasciaRegion *region = g_ptr_array_index (self->regions, i);

        g_set_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA, "Region “%s” is not drawn",
                     region->id);
        return FALSE;
      }
  return TRUE;
}

gboolean
fascia_body_load_figure (FasciaBody *self, const char *text, GError **error)
{
  Reader reader = { .body = self };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean is_read = TRUE;

  reader.arcs = g_array_new (FALSE, FALSE, sizeof (FasciaFigureArc));
  g_array_set_clear_func (reader.arcs, fascia_figure_arc_clear);
  reader.bases = g_ptr_array_new_with_free_func (g_free);
  reader.touches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; lines[i] != NULL && is_read; i++)
    {
      reader.line = i + 1;
      is_read = read_line (&reader, lines[i], error);
    }
  if (is_read)
    {
      finish_view (&reader);
      collect_touches (&reader);
      is_read = check_homes (self, error);
    }
  g_array_unref (reader.arcs);
  g_ptr_array_unref (reader.bases);
  g_hash_table_unref (reader.touches);
  return is_read;
}
