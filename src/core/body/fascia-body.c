/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body: look-ups by id, by place and by direction.
 */

#include "config.h"

#include "fascia-body-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fascia-core-resources.h"

#define REGIONS_PATH RESOURCE_BASE_PATH "/body/regions.xml"
#define FIGURE_PATH RESOURCE_BASE_PATH "/body/figure.arcs"

G_DEFINE_BOXED_TYPE (FasciaBody, fascia_body, fascia_body_ref, fascia_body_unref)
G_DEFINE_QUARK (fascia - body - error - quark, fascia_body_error)

static void
group_clear (gpointer data)
{
  FasciaBodyGroup *group = data;

  g_free (group->code);
  g_free (group->name);
}

static void
shape_clear (gpointer data)
{
  fascia_path_unref ((FasciaPath *) ((FasciaShape *) data)->path);
}

static FasciaBody *
body_alloc (void)
{
  FasciaBody *self = g_new0 (FasciaBody, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_region_free);
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_region_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_array_new (FALSE, FALSE, sizeof (FasciaBodyGroup));
  g_array_set_clear_func (self->groups, group_clear);
  self->touches = g_array_new (FALSE, FALSE, sizeof (FasciaBodyTouch));
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      FasciaBodyView *view = &self->views[i];

      view->shapes = g_array_new (FALSE, FALSE, sizeof (FasciaShape));
      g_array_set_clear_func (view->shapes, shape_clear);
      view->outlines
          = g_ptr_array_new_null_terminated (3, (GDestroyNotify) fascia_path_unref, TRUE);
      view->gutters = fascia_path_new ();
      view->details = fascia_path_new ();
    }
  return self;
}

/* What the figure needs one of for each region. */
static void
alloc_tables (FasciaBody *self)
{
  guint n = self->regions->len;

  self->home_shapes = g_new (guint, n);
  memset (self->home_shapes, 0xff, n * sizeof *self->home_shapes);
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      gsize size = (gsize) n * FASCIA_BODY_N_DIRECTIONS;

      self->views[i].steps = g_new (gint16, size);
      memset (self->views[i].steps, 0xff, size * sizeof (gint16));
    }
}

static FasciaBody *
body_new_from_data (const char *xml, gsize length, const char *figure, GError **error)
{
  g_autoptr (FasciaBody) self = body_alloc ();

  if (!fascia_body_load_regions (self, xml, length, error))
    return NULL;
  alloc_tables (self);
  if (!fascia_body_load_figure (self, figure, error))
    return NULL;
  self->form = (FasciaBodyForm) FASCIA_BODY_FORM_INIT;
  self->areas = fascia_body_collect_areas (self);
  self->insets = fascia_body_collect_insets (self);
  return g_steal_pointer (&self);
}

FasciaBody *
fascia_body_new_from_data (const char *regions_xml, const char *figure_arcs, GError **error)
{
  g_return_val_if_fail (regions_xml != NULL && figure_arcs != NULL, NULL);

  return body_new_from_data (regions_xml, strlen (regions_xml), figure_arcs, error);
}

FasciaBody *
fascia_body_new (GError **error)
{
  GResource *resource = fascia_core_get_resource ();
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GBytes) figure = NULL;
  gsize length;
  const char *text;

  xml = g_resource_lookup_data (resource, REGIONS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (xml == NULL)
    return NULL;
  figure = g_resource_lookup_data (resource, FIGURE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (figure == NULL)
    return NULL;
  text = g_bytes_get_data (xml, &length);
  /* Data in a resource ends with a zero byte that is not counted. */
  return body_new_from_data (text, length, g_bytes_get_data (figure, NULL), error);
}

FasciaBody *
fascia_body_new_with_form (FasciaBody *base, const FasciaBodyForm *form)
{
  g_return_val_if_fail (base != NULL && form != NULL, NULL);
  return fascia_body_ref (base);
}

const FasciaBodyForm *
fascia_body_get_form (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->form;
}

gboolean
fascia_body_is_shown (const FasciaBody *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);
  return TRUE;
}

gboolean
fascia_body_is_phantom (const FasciaBody *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);
  return FALSE;
}

const FasciaPath *const *
fascia_body_get_phantom_outlines (const FasciaBody *self, FasciaView view, guint *n_outlines)
{
  static const FasciaPath *const none[] = { NULL };

  g_return_val_if_fail (self != NULL, NULL);
  if (n_outlines != NULL)
    *n_outlines = 0;
  return none;
}

FasciaBody *
fascia_body_ref (FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_body_unref (FasciaBody *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      g_array_unref (self->views[i].shapes);
      g_ptr_array_unref (self->views[i].outlines);
      fascia_path_unref (self->views[i].gutters);
      fascia_path_unref (self->views[i].details);
      g_free (self->views[i].steps);
    }
  g_free (self->home_shapes);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->insets, g_array_unref);
  g_array_unref (self->touches);
  g_array_unref (self->groups);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->regions);
  g_free (self);
}

guint
fascia_body_get_n_regions (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->regions->len;
}

const FasciaRegion *
fascia_body_get_region (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->regions->len ? g_ptr_array_index (self->regions, index) : NULL;
}

const FasciaRegion *
fascia_body_lookup (const FasciaBody *self, const char *id)
{
  const FasciaRegion *region = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  /* A chain of replacements is at most as long as the list of the retired. */
  for (guint hops = 0; id != NULL && hops <= self->retired->len; hops++)
    {
      region = g_hash_table_lookup (self->by_id, id);
      if (region == NULL || region->retired == 0)
        return region;
      id = region->replaced_by;
    }
  return NULL;
}

guint
fascia_body_get_n_groups (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->groups->len;
}

const char *
fascia_body_get_group_code (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->groups->len ? g_array_index (self->groups, FasciaBodyGroup, index).code
                                   : NULL;
}

const char *
fascia_body_get_group_name (const FasciaBody *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const FasciaBodyGroup *group = &g_array_index (self->groups, FasciaBodyGroup, i);

      if (strcmp (group->code, code) == 0)
        return _ (group->name);
    }
  return code;
}

const FasciaShape *
fascia_body_get_shapes (const FasciaBody *self, FasciaView view, guint *n_shapes)
{
  const GArray *shapes;

  g_return_val_if_fail (self != NULL, NULL);
  shapes = fascia_body_peek_view (self, view)->shapes;
  if (n_shapes != NULL)
    *n_shapes = shapes->len;
  return (const FasciaShape *) (gpointer) shapes->data;
}

const FasciaShape *
fascia_body_get_home_shape (const FasciaBody *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  return &g_array_index (fascia_body_peek_view (self, region->view)->shapes, FasciaShape,
                         self->home_shapes[region->index]);
}

const FasciaShape *
fascia_body_get_shape_on (const FasciaBody *self, const FasciaRegion *region, FasciaView view)
{
  const FasciaShape *shapes;
  const FasciaShape *best = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  if (region->view == view)
    return fascia_body_get_home_shape (self, region);
  shapes = fascia_body_get_shapes (self, view, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].region == region && (best == NULL || shapes[i].r > best->r))
      best = &shapes[i];
  return best;
}

const FasciaPath *const *
fascia_body_get_outlines (const FasciaBody *self, FasciaView view, guint *n_outlines)
{
  const GPtrArray *outlines;

  g_return_val_if_fail (self != NULL, NULL);
  outlines = fascia_body_peek_view (self, view)->outlines;
  if (n_outlines != NULL)
    *n_outlines = outlines->len;
  return (const FasciaPath *const *) outlines->pdata;
}

const FasciaPath *
fascia_body_get_gutters (const FasciaBody *self, FasciaView view)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_body_peek_view (self, view)->gutters;
}

const FasciaPath *
fascia_body_get_details (const FasciaBody *self, FasciaView view)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_body_peek_view (self, view)->details;
}

const FasciaShape *
fascia_body_pick_shape (const FasciaBody *self, FasciaView view, double x, double y, double slop)
{
  const FasciaShape *shapes;
  const FasciaShape *best = NULL;
  double best_distance = slop;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  shapes = fascia_body_get_shapes (self, view, &n);
  for (guint i = 0; i < n; i++)
    {
      const FasciaShape *shape = &shapes[i];

      if (x >= shape->x0 && x <= shape->x1 && y >= shape->y0 && y <= shape->y1
          && fascia_path_contains (shape->path, x, y))
        return shape;
    }
  if (!(slop > 0))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const FasciaShape *shape = &shapes[i];
      double distance;

      if (x < shape->x0 - best_distance || x > shape->x1 + best_distance
          || y < shape->y0 - best_distance || y > shape->y1 + best_distance)
        continue;
      distance = fascia_path_get_distance (shape->path, x, y);
      if (distance <= best_distance)
        {
          best = shape;
          best_distance = distance;
        }
    }
  return best;
}

const FasciaRegion *
fascia_body_pick (const FasciaBody *self, FasciaView view, double x, double y, double slop)
{
  const FasciaShape *shape = fascia_body_pick_shape (self, view, x, y, slop);

  return shape != NULL ? shape->region : NULL;
}

const FasciaRegion *
fascia_body_get_neighbour (const FasciaBody *self,
                           const FasciaRegion *region,
                           FasciaView view,
                           FasciaDirection direction)
{
  int to;

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  g_return_val_if_fail (direction >= FASCIA_DIRECTION_UP && direction <= FASCIA_DIRECTION_RIGHT,
                        NULL);
  to = fascia_body_peek_view (self, view)
           ->steps[region->index * FASCIA_BODY_N_DIRECTIONS + (guint) direction - 1];
  return to >= 0 ? g_ptr_array_index (self->regions, (guint) to) : NULL;
}

GPtrArray *
fascia_body_get_adjacent (const FasciaBody *self, const FasciaRegion *region)
{
  g_autoptr (GPtrArray) adjacent = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  for (guint i = 0; i < self->touches->len; i++)
    {
      const FasciaBodyTouch *touch = &g_array_index (self->touches, FasciaBodyTouch, i);

      if (touch->a == region->index)
        g_ptr_array_add (adjacent, g_ptr_array_index (self->regions, touch->b));
      else if (touch->b == region->index)
        g_ptr_array_add (adjacent, g_ptr_array_index (self->regions, touch->a));
    }
  return g_steal_pointer (&adjacent);
}
