/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body: made from its data, in a form; what it consists of.
 */

#include "config.h"

#include "fascia-body-private.h"

#include <string.h>

#include "fascia-core-resources.h"

#define REGIONS_PATH RESOURCE_BASE_PATH "/body/regions.xml"
#define FIGURE_PATH RESOURCE_BASE_PATH "/body/figure.arcs"

G_DEFINE_BOXED_TYPE (FasciaBody, fascia_body, fascia_body_ref, fascia_body_unref)
G_DEFINE_QUARK (fascia - body - error - quark, fascia_body_error)

static void
shape_clear (gpointer data)
{
  fascia_path_unref ((FasciaPath *) ((FasciaShape *) data)->path);
}

static GPtrArray *
new_path_list (void)
{
  return g_ptr_array_new_null_terminated (3, (GDestroyNotify) fascia_path_unref, TRUE);
}

static GArray *
new_shapes (void)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (FasciaShape));

  g_array_set_clear_func (shapes, shape_clear);
  return shapes;
}

static FasciaBody *
body_new (FasciaBodyTable *table, FasciaFigure *figure, const FasciaBodyForm *form)
{
  FasciaBody *self = g_new0 (FasciaBody, 1);
  guint n = table->regions->len;

  g_atomic_ref_count_init (&self->ref_count);
  self->table = fascia_body_table_ref (table);
  self->figure = fascia_figure_ref (figure);
  self->form = *form;
  self->limbs = fascia_body_collect_limbs (table, form);
  self->home_shapes = g_new0 (guint, n);
  for (int i = 0; i < FASCIA_BODY_N_VIEWS; i++)
    {
      FasciaBodyView *view = &self->views[i];

      view->shapes = new_shapes ();
      view->hidden = new_shapes ();
      view->outlines = new_path_list ();
      view->phantoms = new_path_list ();
      view->gutters = fascia_path_new ();
      view->details = fascia_path_new ();
      view->steps = g_new (gint16, (gsize) n * FASCIA_BODY_N_DIRECTIONS);
    }
  fascia_body_build_views (self);
  self->areas = fascia_body_collect_areas (self);
  self->insets = fascia_body_collect_insets (self);
  return self;
}

static FasciaBody *
body_new_from_data (const char *xml, gsize length, const char *text, GError **error)
{
  const FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaBodyTable) table = fascia_body_table_read (xml, length, error);
  g_autoptr (FasciaFigure) figure = NULL;

  if (table == NULL)
    return NULL;
  figure = fascia_figure_read (table, text, error);
  if (figure == NULL)
    return NULL;
  return body_new (table, figure, &form);
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

  if (fascia_body_form_equal (&base->form, form))
    return fascia_body_ref (base);
  return body_new (base->table, base->figure, form);
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
      FasciaBodyView *view = &self->views[i];

      g_array_unref (view->shapes);
      g_array_unref (view->hidden);
      g_ptr_array_unref (view->outlines);
      g_ptr_array_unref (view->phantoms);
      fascia_path_unref (view->gutters);
      fascia_path_unref (view->details);
      g_free (view->steps);
    }
  g_array_unref (self->insets);
  g_ptr_array_unref (self->areas);
  g_free (self->home_shapes);
  g_free (self->limbs);
  fascia_figure_unref (self->figure);
  fascia_body_table_unref (self->table);
  g_free (self);
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
  return self->limbs[region->index] != FASCIA_LIMB_HIDDEN;
}

gboolean
fascia_body_is_phantom (const FasciaBody *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);
  return self->limbs[region->index] == FASCIA_LIMB_PHANTOM;
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
  const FasciaBodyView *view;

  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  view = fascia_body_peek_view (self, region->view);
  return &g_array_index (fascia_body_is_shown (self, region) ? view->shapes : view->hidden,
                         FasciaShape, self->home_shapes[region->index]);
}

const FasciaShape *
fascia_body_get_shape_on (const FasciaBody *self, const FasciaRegion *region, FasciaView view)
{
  const FasciaShape *shapes;
  const FasciaShape *best = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  if (region->view == view && fascia_body_is_shown (self, region))
    return fascia_body_get_home_shape (self, region);
  shapes = fascia_body_get_shapes (self, view, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].region == region && (best == NULL || shapes[i].r > best->r))
      best = &shapes[i];
  return best;
}

static const FasciaPath *const *
get_list (const GPtrArray *paths, guint *n_paths)
{
  if (n_paths != NULL)
    *n_paths = paths->len;
  return (const FasciaPath *const *) paths->pdata;
}

const FasciaPath *const *
fascia_body_get_outlines (const FasciaBody *self, FasciaView view, guint *n_outlines)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_list (fascia_body_peek_view (self, view)->outlines, n_outlines);
}

const FasciaPath *const *
fascia_body_get_phantom_outlines (const FasciaBody *self, FasciaView view, guint *n_outlines)
{
  g_return_val_if_fail (self != NULL, NULL);
  return get_list (fascia_body_peek_view (self, view)->phantoms, n_outlines);
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
