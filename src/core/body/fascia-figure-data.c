/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the drawing (figure.arcs): arcs, shapes, outlines, details, steps, touching regions.
 *
 * The file holds one half of each view (x >= 0) as arcs, each line between two places once:
 *   figure VERSION
 *   view front|back
 *   arc NUMBER out|cut|mid|soft|bare X Y c DX1 DY1 DX2 DY2 DX DY … l DX DY …
 *   detail mid|pair X Y c …                      a line that separates nothing
 *   shape BASE pair|mid FLAGS CX CY R ±ARC …     flags: h home, i inset, - none
 *   outline mid|pair ±ARC …
 *   step BASE UP DOWN LEFT RIGHT                 "~" before a base: on the other half; "-": none
 * Left and right of a step are those of the half with x >= 0; the other half is its mirror image.
 */

#include "fascia-body-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const FasciaBodyTable *table;
  FasciaFigure *figure;
  FasciaFigureView *view;
  FasciaView view_code;
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
static const FasciaRegion *
find_region (Reader *reader, const char *base, gboolean is_other_half)
{
  gboolean is_left = (reader->view_code == FASCIA_VIEW_FRONT) != is_other_half;
  g_autofree char *id = g_strconcat (base, is_left ? "-left" : "-right", NULL);
  const FasciaRegion *region = g_hash_table_lookup (reader->table->by_id, id);

  if (region == NULL)
    region = g_hash_table_lookup (reader->table->by_id, base);
  return region != NULL && region->retired == 0 ? region : NULL;
}

static gboolean
read_arc (Reader *reader, char **words, guint n_words, GError **error)
{
  static const char *const kinds[] = { "out", "cut", "mid", "soft", "bare" };
  FasciaFigureArc arc = { .users = { -1, -1 } };
  const char *wrong;
  gsize kind;

  if (n_words < 5 || reader->view == NULL)
    return fail (reader, error, "short arc", n_words > 0 ? words[0] : NULL);
  for (kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (strcmp (words[1], kinds[kind]) == 0)
      break;
  if (kind == G_N_ELEMENTS (kinds)
      || g_ascii_strtoull (words[0], NULL, 10) != reader->view->arcs->len)
    return fail (reader, error, "bad arc", words[0]);
  arc.kind = (FasciaFigureArcKind) kind;
  if (!fascia_figure_arc_parse (&arc, words + 2, n_words - 2, &wrong))
    {
      fascia_figure_arc_clear (&arc);
      return fail (reader, error, "bad curve", wrong);
    }
  g_array_append_val (reader->view->arcs, arc);
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
      gboolean has_sign = words[i][0] == '-' || words[i][0] == '+';
      char *end = NULL;
      guint64 number = has_sign ? g_ascii_strtoull (words[i] + 1, &end, 10) : 0;
      FasciaFigureArc *arc;
      FasciaFigureArcUse use;
      FasciaPoint start;

      if (!has_sign || *end != '\0' || number >= reader->view->arcs->len)
        {
          fail (reader, error, "unknown arc", words[i]);
          return NULL;
        }
      arc = &g_array_index (reader->view->arcs, FasciaFigureArc, number);
      start = fascia_figure_arc_get_end (arc, sign > 0);
      if (i > 0 && hypot (start.x - at.x, start.y - at.y) > 0.02)
        {
          fail (reader, error, "gap before arc", words[i]);
          return NULL;
        }
      at = fascia_figure_arc_get_end (arc, sign < 0);
      if (user >= 0)
        arc->users[arc->users[0] < 0 ? 0 : 1] = user;
      use = (FasciaFigureArcUse) { (guint) number, sign };
      g_array_append_val (chain, use);
    }
  if (chain->len == 0)
    {
      fail (reader, error, "no arcs", NULL);
      return NULL;
    }
  return g_steal_pointer (&chain);
}

static gboolean
read_shape (Reader *reader, char **words, guint n_words, GError **error)
{
  FasciaFigurePiece piece = { 0 };
  const FasciaRegion *region;
  double label[3];

  if (n_words < 7 || reader->view == NULL || !fascia_figure_parse_doubles (words + 3, 3, label))
    return fail (reader, error, "bad shape", n_words > 0 ? words[0] : NULL);
  if (reader->view->pieces->len >= FASCIA_FIGURE_MAX_PIECES)
    return fail (reader, error, "too many shapes", words[0]);
  region = find_region (reader, words[0], FALSE);
  piece.is_mid = strcmp (words[1], "mid") == 0;
  if (region == NULL || piece.is_mid != (region->mirror == NULL))
    return fail (reader, error, "unknown region", words[0]);
  piece.is_home = strchr (words[2], 'h') != NULL;
  piece.is_inset = strchr (words[2], 'i') != NULL;
  if (piece.is_home && region->view != reader->view_code)
    return fail (reader, error, "not at home on this view", words[0]);
  piece.regions[0] = region;
  piece.regions[1] = piece.is_mid ? region : region->mirror;
  piece.cx = label[0];
  piece.cy = label[1];
  piece.r = label[2];
  piece.chain = read_chain (reader, words + 6, (int) reader->view->pieces->len, error);
  if (piece.chain == NULL)
    return FALSE;
  g_array_append_val (reader->view->pieces, piece);
  return TRUE;
}

static gboolean
read_outline (Reader *reader, char **words, guint n_words, GError **error)
{
  FasciaFigureLoop loop = { 0 };

  if (n_words < 2 || reader->view == NULL)
    return fail (reader, error, "bad outline", NULL);
  loop.is_mid = strcmp (words[0], "mid") == 0;
  loop.chain = read_chain (reader, words + 1, -1, error);
  if (loop.chain == NULL)
    return FALSE;
  g_array_append_val (reader->view->loops, loop);
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
      const FasciaRegion *from = find_region (reader, words[0], half == 1);

      if (from == NULL)
        return fail (reader, error, "unknown region", words[0]);
      if (half == 1 && from->mirror == NULL)
        break;
      for (int d = 0; d < FASCIA_BODY_N_DIRECTIONS; d++)
        {
          const char *word = words[1 + d];
          gboolean is_across = word[0] == '~';
          const FasciaRegion *to;
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
  FasciaFigureDetail detail = { .arc = { .users = { -1, -1 } } };
  const char *wrong;

  if (reader->view == NULL)
    return fail (reader, error, "detail before a view", NULL);
  detail.is_pair = strcmp (words[0], "pair") == 0;
  if (!fascia_figure_arc_parse (&detail.arc, words + 1, n_words - 1, &wrong))
    {
      fascia_figure_arc_clear (&detail.arc);
      return fail (reader, error, "bad curve", wrong);
    }
  g_array_append_val (reader->view->details, detail);
  return TRUE;
}

/* What the arcs of a finished view say about who touches whom. */
static void
finish_view (Reader *reader)
{
  if (reader->view == NULL)
    return;
  for (guint i = 0; i < reader->view->arcs->len; i++)
    {
      const FasciaFigureArc *arc = &g_array_index (reader->view->arcs, FasciaFigureArc, i);
      const FasciaFigurePiece *a, *b;

      if (arc->kind == FASCIA_FIGURE_ARC_OUT || arc->users[0] < 0)
        continue;
      a = &g_array_index (reader->view->pieces, FasciaFigurePiece, (guint) arc->users[0]);
      if (arc->kind != FASCIA_FIGURE_ARC_CUT)
        add_touch (reader, a->regions[0], a->regions[1], arc->length);
      if (arc->kind != FASCIA_FIGURE_ARC_CUT || arc->users[1] < 0)
        continue;
      b = &g_array_index (reader->view->pieces, FasciaFigurePiece, (guint) arc->users[1]);
      for (int half = 0; half < 2; half++)
        add_touch (reader, a->regions[half], b->regions[half], arc->length);
    }
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
  reader->view = fascia_figure_peek_view (reader->figure, reader->view_code);
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
  const FasciaFigureTouch *x = a;
  const FasciaFigureTouch *y = b;

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
      FasciaFigureTouch touch
          = { (guint16) (pair >> 16), (guint16) (pair & 0xffff), *(double *) value };

      g_array_append_val (reader->figure->touches, touch);
    }
  g_array_sort (reader->figure->touches, compare_touches);
}

/* Each region has exactly one home. */
static gboolean
check_homes (Reader *reader, GError **error)
{
  guint n = reader->table->regions->len;
  g_autofree guint *homes = g_new0 (guint, n);

  for (int v = 0; v < FASCIA_BODY_N_VIEWS; v++)
    for (guint i = 0; i < reader->figure->views[v].pieces->len; i++)
      {
        const FasciaFigurePiece *piece
            = &g_array_index (reader->figure->views[v].pieces, FasciaFigurePiece, i);

        if (!piece->is_home)
          continue;
        homes[piece->regions[0]->index]++;
        if (!piece->is_mid)
          homes[piece->regions[1]->index]++;
      }
  for (guint i = 0; i < n; i++)
    if (homes[i] != 1)
      {
        const FasciaRegion *region = g_ptr_array_index (reader->table->regions, i);

        g_set_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA,
                     "Region “%s” has %u homes in the drawing", region->id, homes[i]);
        return FALSE;
      }
  return TRUE;
}

FasciaFigure *
fascia_figure_read (const FasciaBodyTable *table, const char *text, GError **error)
{
  g_autoptr (FasciaFigure) figure = fascia_figure_alloc (table->regions->len);
  g_autoptr (GHashTable) touches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reader reader = { .table = table, .figure = figure, .touches = touches };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      reader.line = i + 1;
      if (!read_line (&reader, lines[i], error))
        return NULL;
    }
  finish_view (&reader);
  collect_touches (&reader);
  if (!check_homes (&reader, error))
    return NULL;
  return g_steal_pointer (&figure);
}
