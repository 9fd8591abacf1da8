/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A second opinion on safety.
 *
 * Written from the rules in words, slowly and plainly; it asks the tables again for every case. It
 * must not include anything of core/routines. */

#include "config.h"

#include "safety-second.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char **columns;
  GPtrArray *rows; /* of char ** */
} Table;

/* "column op value|value": one atom, taken apart once. */
typedef struct
{
  char *column;
  char op[3];
  char **values;
} Condition;

struct _Second
{
  FasciaBody *body;
  Table conditions;
  Table steps;
  GPtrArray *clauses; /* by row of the conditions: of GPtrArray of GPtrArray of Condition */
  GPtrArray *points;  /* by index of the region: two GArray of FasciaPoint, front and back */
  gint8 *near;        /* -1: not looked at yet */
};

/* ---- tables ---- */

static GPtrArray *
read_cells (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *at = line; *at != '\0'; at++)
    if (*at == '"' && is_quoted && at[1] == '"')
      g_string_append_c (cell, *at++);
    else if (*at == '"')
      is_quoted = !is_quoted;
    else if (*at == ',' && !is_quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *at);
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
  g_ptr_array_add (cells, NULL);
  return cells;
}

static void
read_table (Table *table, const char *csv)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_autoptr (GPtrArray) cells = read_cells (lines[i]);
      guint n_cells = cells->len - 1;
      g_ptr_array_set_free_func (cells, NULL);
      char **row = g_new0 (char *, n_cells + 1);
      memcpy (row, cells->pdata, n_cells * sizeof (char *));
      if (table->columns == NULL)
        table->columns = row;
      else
        {
          g_assert_cmpuint (n_cells, ==, g_strv_length (table->columns));
          g_ptr_array_add (table->rows, row);
        }
    }
}

static const char *
get_cell (const Table *table, guint row, const char *column)
{
  char *const *cells = g_ptr_array_index (table->rows, row);

  for (guint i = 0; table->columns[i] != NULL; i++)
    if (strcmp (table->columns[i], column) == 0)
      return cells[i];
  g_error ("no column %s", column);
}

static gboolean
is_yes (const Table *table, guint row, const char *column)
{
  return strcmp (get_cell (table, row, column), "yes") == 0;
}

char **
second_split (const char *cell)
{
  return *cell == '\0' ? g_new0 (char *, 1) : g_strsplit (cell, ";", -1);
}

/* Whether @word is one of the words of a list inside a cell. */
static gboolean
lists (const char *cell, const char *word)
{
  const gsize length = strlen (word);

  for (const char *at = cell; (at = strstr (at, word)) != NULL; at += length)
    if ((at == cell || at[-1] == ';') && (at[length] == '\0' || at[length] == ';'))
      return TRUE;
  return FALSE;
}

/* ---- predicates ---- */

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->column);
  g_strfreev (condition->values);
  g_free (condition);
}

static Condition *
read_condition (char *text)
{
  Condition *condition = g_new0 (Condition, 1);
  const gsize length = strcspn (g_strstrip (text), "!<>=");
  const char *op = text + length;
  const gsize op_length = strspn (op, "!<>=");

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (op_length, >=, 1);
  g_assert_cmpuint (op_length, <=, 2);
  condition->column = g_strndup (text, length);
  memcpy (condition->op, op, op_length);
  condition->values = g_strsplit (op + op_length, "|", -1);
  return condition;
}

static GPtrArray *
read_clauses (const char *text)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; *text != '\0' && parts[i] != NULL; i++)
    {
      g_auto (GStrv) atoms = g_strsplit (parts[i], "&", -1);
      GPtrArray *clause = g_ptr_array_new_with_free_func (condition_free);

      for (guint j = 0; atoms[j] != NULL; j++)
        g_ptr_array_add (clause, read_condition (atoms[j]));
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

/* A word that stands for a number: firmness has an order. */
static int
rank (const char *word)
{
  static const char *const order[] = { "soft", "medium", "firm" };

  for (int i = 0; i < 3; i++)
    if (strcmp (order[i], word) == 0)
      return i;
  return atoi (word);
}

/* @bases: those the step works on now, joined by ";". */
static gboolean
holds_region (Second *self, const Condition *condition, guint step, const char *bases)
{
  for (guint i = 0; condition->values[i] != NULL; i++)
    if (lists (bases, condition->values[i])
        || lists (get_cell (&self->steps, step, "also_loads"), condition->values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds_one (Second *self, const Condition *condition, guint step, const char *bases)
{
  gboolean is_one = FALSE;

  if (strcmp (condition->column, "region") == 0)
    is_one = holds_region (self, condition, step, bases);
  else
    {
      const char *cell = get_cell (&self->steps, step, condition->column);

      if (strcmp (condition->op, ">=") == 0)
        return rank (cell) >= rank (condition->values[0]);
      if (strcmp (condition->op, "<=") == 0)
        return rank (cell) <= rank (condition->values[0]);
      for (guint i = 0; condition->values[i] != NULL; i++)
        is_one = is_one || strcmp (cell, condition->values[i]) == 0;
    }
  return strcmp (condition->op, "=") == 0 ? is_one : !is_one;
}

static gboolean
holds (Second *self, guint row, guint step, const char *bases)
{
  const GPtrArray *clauses = g_ptr_array_index (self->clauses, row);

  for (guint i = 0; i < clauses->len; i++)
    {
      const GPtrArray *clause = g_ptr_array_index (clauses, i);
      gboolean all = TRUE;

      for (guint j = 0; j < clause->len; j++)
        all = all && holds_one (self, g_ptr_array_index (clause, j), step, bases);
      if (all)
        return TRUE;
    }
  return FALSE;
}

/* ---- a hand-width ---- */

#define SPACING 1.0

typedef struct
{
  GArray *points;
  FasciaPoint at, start;
} Walk;

static void
add_line (Walk *walk, FasciaPoint to)
{
  const double length = hypot (to.x - walk->at.x, to.y - walk->at.y);
  const int n = MAX (1, (int) ceil (length / SPACING));

  for (int i = 1; i <= n; i++)
    {
      const FasciaPoint point
          = { walk->at.x + (to.x - walk->at.x) * i / n, walk->at.y + (to.y - walk->at.y) * i / n };

      g_array_append_val (walk->points, point);
    }
  walk->at = to;
}

static FasciaPoint
between (FasciaPoint a, FasciaPoint b, double t)
{
  return (FasciaPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

static gboolean
on_operation (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  Walk *walk = data;

  if (op == FASCIA_PATH_MOVE)
    {
      walk->at = walk->start = points[0];
      g_array_append_val (walk->points, points[0]);
    }
  else if (op == FASCIA_PATH_LINE)
    add_line (walk, points[0]);
  else if (op == FASCIA_PATH_CLOSE)
    add_line (walk, walk->start);
  else if (op == FASCIA_PATH_CURVE)
    {
      const FasciaPoint from = walk->at;

      /* De Casteljau, so as not to be the formula of the program. */
      for (int i = 1; i <= 12; i++)
        {
          const double t = i / 12.0;
          const FasciaPoint a = between (from, points[0], t);
          const FasciaPoint b = between (points[0], points[1], t);
          const FasciaPoint c = between (points[1], points[2], t);

          add_line (walk, between (between (a, b, t), between (b, c, t), t));
        }
    }
  return TRUE;
}

static void
add_points (Second *self, FasciaView view)
{
  guint n_shapes;
  const FasciaShape *shapes = fascia_body_get_shapes (self->body, view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      const guint index = fascia_region_get_index (shapes[i].region);
      Walk walk = { .points = g_ptr_array_index (self->points, index * 2 + view - 1) };

      fascia_path_foreach (shapes[i].path, on_operation, &walk);
    }
}

static double
measure (const GArray *a, const GArray *b)
{
  double least2 = G_MAXDOUBLE;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        const double x = g_array_index (a, FasciaPoint, i).x - g_array_index (b, FasciaPoint, j).x;
        const double y = g_array_index (a, FasciaPoint, i).y - g_array_index (b, FasciaPoint, j).y;

        least2 = MIN (least2, x * x + y * y);
      }
  return sqrt (least2);
}

/* How far the boxes round two rows of points are apart, at least. */
static double
measure_boxes (const GArray *a, const GArray *b)
{
  double low[2][2] = { { G_MAXDOUBLE, G_MAXDOUBLE }, { G_MAXDOUBLE, G_MAXDOUBLE } };
  double high[2][2] = { { -G_MAXDOUBLE, -G_MAXDOUBLE }, { -G_MAXDOUBLE, -G_MAXDOUBLE } };

  for (guint which = 0; which < 2; which++)
    for (guint i = 0; i < (which == 0 ? a : b)->len; i++)
      {
        const FasciaPoint *point = &g_array_index (which == 0 ? a : b, FasciaPoint, i);

        low[which][0] = MIN (low[which][0], point->x);
        low[which][1] = MIN (low[which][1], point->y);
        high[which][0] = MAX (high[which][0], point->x);
        high[which][1] = MAX (high[which][1], point->y);
      }
  return MAX (MAX (low[0][0] - high[1][0], low[1][0] - high[0][0]),
              MAX (low[0][1] - high[1][1], low[1][1] - high[0][1]));
}

double
second_get_distance (Second *self, const FasciaRegion *a, const FasciaRegion *b)
{
  double least = G_MAXDOUBLE;

  for (guint view = 0; view < 2; view++)
    {
      const GArray *ours = g_ptr_array_index (self->points, fascia_region_get_index (a) * 2 + view);
      const GArray *theirs
          = g_ptr_array_index (self->points, fascia_region_get_index (b) * 2 + view);

      if (ours->len > 0 && theirs->len > 0 && measure_boxes (ours, theirs) < 50)
        least = MIN (least, measure (ours, theirs));
    }
  return least;
}

/* Round the edge of the body: a point of the front outline that lies on the edge lies on the outline
 * of the back figure, seen from behind. */
static gboolean
touch_round_edge (Second *self,
                  const FasciaRegion *front,
                  const FasciaRegion *back,
                  FasciaView view)
{
  const FasciaView other = view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT;
  const FasciaPath *edge = fascia_body_get_outlines (self->body, view, NULL)[0];
  guint n_shapes;
  const FasciaShape *shapes = fascia_body_get_shapes (self->body, view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));
      Walk walk = { .points = points };
      guint n_others;
      const FasciaShape *others = fascia_body_get_shapes (self->body, other, &n_others);

      if (shapes[i].region != front || shapes[i].is_inset)
        continue;
      fascia_path_foreach (shapes[i].path, on_operation, &walk);
      for (guint j = 0; j < n_others; j++)
        for (guint k = 0; others[j].region == back && !others[j].is_inset && k < points->len; k++)
          {
            const FasciaPoint p = g_array_index (points, FasciaPoint, k);

            if (-p.x > others[j].x0 - 5 && -p.x < others[j].x1 + 5 && p.y > others[j].y0 - 5
                && p.y < others[j].y1 + 5
                && fascia_path_get_distance (others[j].path, -p.x, p.y) <= 4
                && fascia_path_get_distance (edge, p.x, p.y) <= 2.5)
              return TRUE;
          }
    }
  return FALSE;
}

static gboolean
are_sole_and_top (const FasciaRegion *a, const FasciaRegion *b)
{
  return fascia_region_get_side (a) == fascia_region_get_side (b)
         && lists ("foot-sole;foot-top", fascia_region_get_base (a))
         && lists ("foot-sole;foot-top", fascia_region_get_base (b));
}

/* What the table itself calls arm and leg: the places of the rows about an arm vein, a swollen arm and the
 * blood flow of the legs, without those of the trunk that they name as well. */
static char
name_limb (Second *self, const FasciaRegion *region)
{
  const char *base = fascia_region_get_base (region);

  for (guint row = 0; row < self->conditions.rows->len; row++)
    {
      const char *id = get_cell (&self->conditions, row, "id");
      const char *regions = get_cell (&self->conditions, row, "regions");

      if (strcmp (id, "leg-circulation") == 0 && lists (regions, base)
          && !lists ("hip-front;groin", base))
        return 'l';
      if (strcmp (id, "line-fistula") == 0 && lists (regions, base)
          && !lists ("shoulder-front", base))
        return 'a';
      if (strcmp (id, "lymphoedema") == 0 && lists (regions, base)
          && lists ("hand-palm;hand-back", base))
        return 'a';
    }
  return 't';
}

/* "The neighbouring regions of that side": a limb has those of its own and of the trunk on its own side, an
 * arm no farther down than the shoulder and the fold of the armpit; on the trunk, the neck and the head the
 * neighbour across the middle is one. */
static gboolean
may_be_neighbours (Second *self, const FasciaRegion *a, const FasciaRegion *b)
{
  const char limb_a = name_limb (self, a), limb_b = name_limb (self, b);
  const char *from = fascia_region_get_id (a), *to = fascia_region_get_id (b);
  const gboolean crosses = (g_str_has_suffix (from, "-left") && g_str_has_suffix (to, "-right"))
                           || (g_str_has_suffix (from, "-right") && g_str_has_suffix (to, "-left"));
  const char *girdle = "shoulder-front;shoulder-top;shoulder-back;shoulder-blade;chest-upper";

  if (limb_a == 't' && limb_b == 't')
    return TRUE;
  if (crosses)
    return FALSE;
  if (limb_a == limb_b)
    return TRUE;
  if (limb_a != 't' && limb_b != 't')
    return FALSE;
  if (limb_a == 'a')
    return lists (girdle, fascia_region_get_base (b));
  if (limb_b == 'a')
    return lists (girdle, fascia_region_get_base (a));
  return TRUE;
}

static gboolean
look_near (Second *self, const FasciaRegion *a, const FasciaRegion *b)
{
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (self->body, a);

  if (!may_be_neighbours (self, a, b))
    return FALSE;
  if (a == b || g_ptr_array_find (adjacent, b, NULL) || are_sole_and_top (a, b))
    return TRUE;
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    if (touch_round_edge (self, a, b, view) || touch_round_edge (self, b, a, view))
      return TRUE;
  /* From point to point it is a little farther than from line to line. */
  return second_get_distance (self, a, b) <= 45.005;
}

gboolean
second_is_near (Second *self, const FasciaRegion *a, const FasciaRegion *b)
{
  const guint n = fascia_body_get_n_regions (self->body);
  gint8 *near = &self->near[fascia_region_get_index (a) * n + fascia_region_get_index (b)];

  if (*near < 0)
    *near = (gint8) look_near (self, a, b);
  return *near != 0;
}

/* ---- one answer ---- */

/* The rows that an answer stands for: one, or all that tell of an injury by its age. */
static gboolean
is_meant (Second *self, guint row, const char *code)
{
  const char *id = get_cell (&self->conditions, row, "id");
  const char *injuries = "injury;acute-injury;injury-early;injury-around;injury-late";

  return strcmp (id, code) == 0 || (lists (injuries, id) && lists (injuries, code));
}

static gboolean
is_due (Second *self, guint row, const SecondAnswer *answer, int today)
{
  const char *until = get_cell (&self->conditions, row, "until");
  int days = answer->has_day ? today - answer->day : 0;

  if (days < 0)
    days = 0;
  return days >= atoi (get_cell (&self->conditions, row, "from_day"))
         && (strcmp (until, "cleared") == 0 || days <= atoi (until));
}

static gboolean
is_other_side (const FasciaRegion *region, char side)
{
  const char *id = fascia_region_get_id (region);

  return (side == 'l' && g_str_has_suffix (id, "-right"))
         || (side == 'r' && g_str_has_suffix (id, "-left"));
}

/* Whether the row, answered like that, looks at that region. */
static gboolean
looks_at (Second *self, guint row, const SecondAnswer *answer, const FasciaRegion *region)
{
  const char *regions = get_cell (&self->conditions, row, "regions");
  const gboolean has_side = is_yes (&self->conditions, row, "asks_side");
  const FasciaRegion *site;

  if (strcmp (regions, "*") == 0)
    return TRUE;
  if (strcmp (regions, "site") != 0)
    return lists (regions, fascia_region_get_base (region))
           && !(has_side && is_other_side (region, answer->side));
  site = answer->region != NULL ? fascia_body_lookup (self->body, answer->region) : NULL;
  if (site == NULL) /* nobody knows where: anywhere */
    return TRUE;
  if (is_yes (&self->conditions, row, "hand_width") ? second_is_near (self, site, region)
                                                    : site == region)
    return TRUE;
  return !has_side && fascia_region_get_mirror (site) == region;
}

/* ---- the case ---- */

static gboolean
kind_may_move (const char *allowed, const char *kind)
{
  if (strcmp (allowed, "yes") == 0)
    return TRUE;
  if (strcmp (allowed, "gentle") == 0)
    return lists ("move;control;breathe;rest", kind);
  return lists ("breathe;rest", kind);
}

/* The regions that a step touches now, and the bases of them that it works on. */
static void
collect (Second *self, guint step, const char *const *places, GPtrArray *worked, GPtrArray *touched)
{
  const char *regions = get_cell (&self->steps, step, "regions");
  const char *loads = get_cell (&self->steps, step, "also_loads");
  const gboolean is_chosen = strcmp (get_cell (&self->steps, step, "acts_on"), "chosen") == 0;
  gboolean any_left = FALSE, any_right = FALSE;

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      any_left = any_left || g_str_has_suffix (places[i], "-left");
      any_right = any_right || g_str_has_suffix (places[i], "-right");
    }
  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const char *id = fascia_region_get_id (region);
      gboolean is_worked;

      if (is_chosen && places != NULL)
        is_worked = g_strv_contains (places, id);
      else
        is_worked = lists (regions, fascia_region_get_base (region))
                    && !(any_left && !any_right && g_str_has_suffix (id, "-right"))
                    && !(any_right && !any_left && g_str_has_suffix (id, "-left"));
      if (is_worked)
        g_ptr_array_add (worked, (gpointer) region);
      if (is_worked || lists (loads, fascia_region_get_base (region)))
        g_ptr_array_add (touched, (gpointer) region);
    }
}

static gboolean
is_tool_closed (Second *self, guint step, const GPtrArray *worked)
{
  const char *tool = get_cell (&self->steps, step, "tool_class");

  for (guint i = 0; i < worked->len; i++)
    {
      const char *const *tools = fascia_region_get_tools (g_ptr_array_index (worked, i));
      gboolean is_open = FALSE;

      for (guint j = 0; tools[j] != NULL; j++)
        {
          g_autofree char *light = g_strconcat (tools[j], "-light", NULL);

          is_open = is_open || strcmp (tools[j], tool) == 0 || strcmp (light, tool) == 0;
        }
      if (!is_open)
        return TRUE;
    }
  return FALSE;
}

static gboolean
touches (Second *self, guint row, const SecondAnswer *answer, const GPtrArray *touched)
{
  if (strcmp (get_cell (&self->conditions, row, "regions"), "*") == 0)
    return TRUE;
  if (strcmp (get_cell (&self->conditions, row, "regions"), "site") == 0
      && (answer->region == NULL || fascia_body_lookup (self->body, answer->region) == NULL))
    return TRUE;
  for (guint i = 0; i < touched->len; i++)
    if (looks_at (self, row, answer, g_ptr_array_index (touched, i)))
      return TRUE;
  return FALSE;
}

static gboolean
row_forbids (Second *self, guint row, guint step, const char *bases)
{
  const char *kind = get_cell (&self->steps, step, "kind");

  if (strcmp (kind, "rest") == 0)
    return FALSE;
  if (lists (get_cell (&self->conditions, row, "forbids_kinds"), kind))
    return TRUE;
  if (strcmp (kind, "breathe") == 0)
    return FALSE;
  return !kind_may_move (get_cell (&self->conditions, row, "movement_allowed"), kind)
         || holds (self, row, step, bases);
}

gboolean
second_forbids (Second *self,
                const SecondState *state,
                guint step,
                const char *const *places,
                int cap,
                int *lowest)
{
  const char *kind = get_cell (&self->steps, step, "kind");
  const gboolean is_calm = strcmp (kind, "rest") == 0 || strcmp (kind, "breathe") == 0;
  const gboolean presses = atoi (get_cell (&self->steps, step, "pressure")) >= 1;
  g_autoptr (GPtrArray) worked = g_ptr_array_new (), touched = g_ptr_array_new ();
  g_autoptr (GString) bases = g_string_new (NULL);
  gboolean is_forbidden;

  collect (self, step, places, worked, touched);
  for (guint i = 0; i < worked->len; i++)
    g_string_append_printf (bases, "%s%s", i > 0 ? ";" : "",
                            fascia_region_get_base (g_ptr_array_index (worked, i)));
  *lowest = cap;
  is_forbidden = !is_calm
                 && (state->has_sign
                     || (presses && (!state->is_answered || is_tool_closed (self, step, worked))));
  for (guint i = 0; i < state->n_answers; i++)
    {
      const SecondAnswer *answer = &state->answers[i];
      gboolean is_known = FALSE;

      for (guint row = 0; row < self->conditions.rows->len; row++)
        {
          if (!is_meant (self, row, answer->code))
            continue;
          is_known = TRUE;
          if (!is_due (self, row, answer, state->today) || !touches (self, row, answer, touched))
            continue;
          is_forbidden = is_forbidden || row_forbids (self, row, step, bases->str);
          if (*get_cell (&self->conditions, row, "max_cap") != '\0')
            *lowest = MIN (*lowest, atoi (get_cell (&self->conditions, row, "max_cap")));
        }
      is_forbidden = is_forbidden || (!is_known && presses && !is_calm);
    }
  return is_forbidden;
}

/* ---- the whole ---- */

Second *
second_new (FasciaBody *body, const char *conditions_csv, const char *steps_csv)
{
  Second *self = g_new0 (Second, 1);
  const guint n_regions = fascia_body_get_n_regions (body);

  self->body = fascia_body_ref (body);
  read_table (&self->conditions, conditions_csv);
  read_table (&self->steps, steps_csv);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->conditions.rows->len; i++)
    g_ptr_array_add (self->clauses, read_clauses (get_cell (&self->conditions, i, "forbids")));
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_regions * 2; i++)
    g_ptr_array_add (self->points, g_array_new (FALSE, FALSE, sizeof (FasciaPoint)));
  add_points (self, FASCIA_VIEW_FRONT);
  add_points (self, FASCIA_VIEW_BACK);
  self->near = g_malloc (n_regions * n_regions);
  memset (self->near, -1, n_regions * n_regions);
  return self;
}

void
second_free (Second *self)
{
  g_strfreev (self->conditions.columns);
  g_strfreev (self->steps.columns);
  g_ptr_array_unref (self->conditions.rows);
  g_ptr_array_unref (self->steps.rows);
  g_ptr_array_unref (self->clauses);
  g_ptr_array_unref (self->points);
  g_free (self->near);
  fascia_body_unref (self->body);
  g_free (self);
}

guint
second_get_n_conditions (Second *self)
{
  return self->conditions.rows->len;
}

const char *
second_get_condition (Second *self, guint row, const char *column)
{
  return get_cell (&self->conditions, row, column);
}

guint
second_get_n_steps (Second *self)
{
  return self->steps.rows->len;
}

const char *
second_get_step (Second *self, guint row, const char *column)
{
  return get_cell (&self->steps, row, column);
}
