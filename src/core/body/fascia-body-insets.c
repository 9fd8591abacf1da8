/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of the figure that are also offered enlarged.
 */

#include "config.h"

#include "fascia-body-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Room round the shapes, in figure units. */
#define MARGIN 8.0

static const struct
{
  const char *code;
  const char *name;
  FasciaView view;
  FasciaSide side;   /* 0: both */
  gboolean is_apart; /* what is drawn beside the figure, else what is on it */
  const char *bases[12];
} insets[] = {
  { "head-front",
    N_ ("Head, front"),
    FASCIA_VIEW_FRONT,
    0,
    FALSE,
    { "crown", "forehead", "temple", "cheek", "jaw" } },
  { "head-back",
    N_ ("Head, back"),
    FASCIA_VIEW_BACK,
    0,
    FALSE,
    { "crown", "head-back", "skull-base" } },
  { "palm-left", N_ ("Left palm"), FASCIA_VIEW_FRONT, FASCIA_SIDE_LEFT, FALSE, { "hand-palm" } },
  { "palm-right", N_ ("Right palm"), FASCIA_VIEW_FRONT, FASCIA_SIDE_RIGHT, FALSE, { "hand-palm" } },
  { "hand-back-left",
    N_ ("Left back of hand"),
    FASCIA_VIEW_BACK,
    FASCIA_SIDE_LEFT,
    FALSE,
    { "hand-back" } },
  { "hand-back-right",
    N_ ("Right back of hand"),
    FASCIA_VIEW_BACK,
    FASCIA_SIDE_RIGHT,
    FALSE,
    { "hand-back" } },
  { "feet-front", N_ ("Feet, front"), FASCIA_VIEW_FRONT, 0, FALSE, { "ankle-front", "foot-top" } },
  { "feet-back", N_ ("Heels"), FASCIA_VIEW_BACK, 0, FALSE, { "ankle-back", "heel" } },
  { "sole-left",
    N_ ("Left sole"),
    FASCIA_VIEW_BACK,
    FASCIA_SIDE_LEFT,
    TRUE,
    { "heel", "foot-sole" } },
  { "sole-right",
    N_ ("Right sole"),
    FASCIA_VIEW_BACK,
    FASCIA_SIDE_RIGHT,
    TRUE,
    { "heel", "foot-sole" } },
};

static gboolean
is_within (gsize inset, const FasciaShape *shape)
{
  const FasciaRegion *region = shape->region;

  if (insets[inset].is_apart != shape->is_inset)
    return FALSE;
  if (insets[inset].side != 0 && region->side != insets[inset].side)
    return FALSE;
  return g_strv_contains (insets[inset].bases, region->base);
}

/* The frames round what is shown; none round nothing. */
GArray *
fascia_body_collect_insets (const FasciaBody *self)
{
  GArray *frames = g_array_new (FALSE, FALSE, sizeof (FasciaInset));

  for (gsize i = 0; i < G_N_ELEMENTS (insets); i++)
    {
      double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
      FasciaInset frame = { .code = insets[i].code, .view = insets[i].view };
      guint n_shapes;
      const FasciaShape *shapes = fascia_body_get_shapes (self, insets[i].view, &n_shapes);

      for (guint s = 0; s < n_shapes; s++)
        {
          if (!is_within (i, &shapes[s]))
            continue;
          x0 = MIN (x0, shapes[s].x0);
          y0 = MIN (y0, shapes[s].y0);
          x1 = MAX (x1, shapes[s].x1);
          y1 = MAX (y1, shapes[s].y1);
        }
      if (x0 > x1)
        continue;
      frame.x = MAX (x0 - MARGIN, FASCIA_FIGURE_X);
      frame.y = MAX (y0 - MARGIN, FASCIA_FIGURE_Y);
      frame.width = MIN (x1 + MARGIN, FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH) - frame.x;
      frame.height = MIN (y1 + MARGIN, FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT) - frame.y;
      g_array_append_val (frames, frame);
    }
  return frames;
}

const FasciaInset *
fascia_body_get_insets (const FasciaBody *self, guint *n_insets)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_insets != NULL)
    *n_insets = self->insets->len;
  return (const FasciaInset *) (gpointer) self->insets->data;
}

const char *
fascia_inset_get_name (const FasciaInset *inset)
{
  g_return_val_if_fail (inset != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (insets); i++)
    if (strcmp (insets[i].code, inset->code) == 0)
      return _ (insets[i].name);
  return inset->code;
}
