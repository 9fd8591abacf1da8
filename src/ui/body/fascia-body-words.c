/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written on a figure: the levels, "your left" and "your right".
 */

#include "config.h"

#include "fascia-body-words.h"

#include <math.h>

#include <glib/gi18n.h>

#include "fascia-body-painter.h"
#include "fascia-ui-palette.h"

/* The largest circle that fits a place must be this wide to hold its number. */
#define NUMERAL_MIN_PX 17.0
#define OLD_NUMERAL_MIN_PX 11.5

#define BUBBLE_PX 22.0
#define BUBBLE_TEXT_PX 12.0
#define LEADER_PX 1.5f
#define BUBBLE_MAX_AWAY 110.0
#define BUBBLE_STEP 4.0
#define BUBBLE_DIRECTIONS 24
#define BUBBLE_GAP 6.0

/* Where "your right" and "your left" stand: beside the head, where every figure has room. */
#define SIDE_X 138.0
#define SIDE_Y 60.0
#define HEAD_X 48.0
#define HEAD_GAP 6

static void
paint_text (const FasciaBodyWords *self,
            GtkSnapshot *snapshot,
            PangoLayout *layout,
            double x,
            double y,
            FasciaColor color)
{
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (color);
  PangoRectangle ink;
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, &ink, &logical);
  gtk_snapshot_save (snapshot);
  /* Numerals are centred by what is seen of them, not by the line they stand in. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - logical.width / 2.0),
                                                          (float) (y - ink.y - ink.height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static PangoLayout *
create_layout (const FasciaBodyWords *self, const char *text, double px, gboolean is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (px * PANGO_SCALE)));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Keeps the hatching out of the number. */
static void
paint_disc (const FasciaBodyWords *self,
            GtkSnapshot *snapshot,
            const FasciaShape *shape,
            double radius,
            FasciaColor color)
{
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (color);
  const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (shape->cx * self->scale - radius),
                                                   (float) (shape->cy * self->scale - radius),
                                                   (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &rect);
  gtk_snapshot_pop (snapshot);
}

/* The nearest room beside the body for a circle of that radius, in figure units; FALSE when all of it
 * near the place is taken. A number on another place would be read as that one's. */
static gboolean
find_room (const FasciaBodyWords *self,
           const FasciaShape *shape,
           double radius,
           double *x,
           double *y)
{
  FasciaBody *body = fascia_body_model_get_body (self->model);

  for (double away = shape->r + radius; away < BUBBLE_MAX_AWAY; away += BUBBLE_STEP)
    for (int i = 0; i < BUBBLE_DIRECTIONS; i++)
      {
        double angle = 2 * G_PI * i / BUBBLE_DIRECTIONS;
        double at_x = shape->cx + away * cos (angle);
        double at_y = shape->cy - away * sin (angle);

        if (at_x - radius < FASCIA_FIGURE_X || at_x + radius > FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH
            || at_y - radius < FASCIA_FIGURE_Y
            || at_y + radius > FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT
            || fascia_body_pick_shape (body, self->view, at_x, at_y, radius) != NULL)
          continue;
        *x = at_x;
        *y = at_y;
        return TRUE;
      }
  return FALSE;
}

/* From the number to its place. */
static void
paint_leader (const FasciaBodyWords *self,
              GtkSnapshot *snapshot,
              const FasciaShape *shape,
              double x,
              double y,
              const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, (float) (self->origin_x + shape->cx * self->scale),
                            (float) (self->origin_y + shape->cy * self->scale));
  gsk_path_builder_line_to (builder, (float) x, (float) y);
  g_autoptr (GskPath) path = gsk_path_builder_to_path (builder);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LEADER_PX);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* A place too small for its number shows it beside, while it is the chosen one. */
static void
paint_bubble (const FasciaBodyWords *self,
              GtkSnapshot *snapshot,
              const FasciaShape *shape,
              int level)
{
  int step = fascia_figure_step_for_level (level);
  FasciaColor color = step >= 0 ? self->palette->ramp[step] : self->palette->tile;
  FasciaColor ink = step >= 0 ? self->palette->ink[step] : self->palette->tile_ink;
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (color);
  const GdkRGBA rim = fascia_ui_palette_to_rgba (self->palette->surface);
  char text[4];
  g_snprintf (text, sizeof (text), "%d", level);
  g_autoptr (PangoLayout) layout = create_layout (self, text, BUBBLE_TEXT_PX, TRUE);

  double x = self->origin_x + shape->cx * self->scale;
  double y = self->origin_y + shape->y0 * self->scale - BUBBLE_PX / 2 - BUBBLE_GAP;
  if (y < BUBBLE_PX / 2)
    y = self->origin_y + shape->y1 * self->scale + BUBBLE_PX / 2 + BUBBLE_GAP;
  double free_x, free_y;
  if (find_room (self, shape, (BUBBLE_PX / 2 + BUBBLE_GAP) / self->scale, &free_x, &free_y))
    {
      x = self->origin_x + free_x * self->scale;
      y = self->origin_y + free_y * self->scale;
      paint_leader (self, snapshot, shape, x, y, &rgba);
    }
  for (int i = 0; i < 2; i++)
    {
      double size = BUBBLE_PX + (i == 0 ? 4 : 0);
      const graphene_rect_t rect = GRAPHENE_RECT_INIT (
          (float) (x - size / 2), (float) (y - size / 2), (float) size, (float) size);
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) size / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, i == 0 ? &rim : &rgba, &rect);
      gtk_snapshot_pop (snapshot);
    }
  paint_text (self, snapshot, layout, x, y, ink);
}

/* Whether the place is big enough to hold its number. */
static gboolean
has_room (const FasciaBodyWords *self, const FasciaShape *shape, gboolean is_old)
{
  return 2 * shape->r * self->scale >= (is_old ? OLD_NUMERAL_MIN_PX : NUMERAL_MIN_PX);
}

static void
paint_level (const FasciaBodyWords *self,
             GtkSnapshot *snapshot,
             const FasciaShape *shape,
             int level,
             int step,
             gboolean is_old)
{
  double across = 2 * shape->r * self->scale;
  double px = is_old ? CLAMP (across * 0.5, 9, 12) : CLAMP (across * 0.55, 11, 17);
  char text[4];

  g_snprintf (text, sizeof (text), "%d", level);
  g_autoptr (PangoLayout) layout = create_layout (self, text, px, !is_old);
  if (step >= 0 && self->palette->has_hatch)
    paint_disc (self, snapshot, shape, px * 0.8, self->palette->ramp[step]);
  paint_text (self, snapshot, layout, shape->cx * self->scale, shape->cy * self->scale,
              step >= 0 ? self->palette->ink[step] : self->palette->tile_ink);
}

GskRenderNode *
fascia_body_words_create_levels (const FasciaBodyWords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaBody *body = fascia_body_model_get_body (self->model);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, self->view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      const FasciaShape *shape = &shapes[i];
      int level = FASCIA_LEVEL_NOT_GIVEN;
      int step = -1;
      gboolean is_old = fascia_body_painter_get_look (self->model, shape->region, &level, &step)
                        == FASCIA_BODY_LOOK_OLD;

      if (level != FASCIA_LEVEL_NOT_GIVEN && has_room (self, shape, is_old)
          && fascia_body_get_shape_on (body, shape->region, self->view) == shape)
        paint_level (self, snapshot, shape, level, is_old ? -1 : step, is_old);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

void
fascia_body_words_paint_bubble (const FasciaBodyWords *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  const FasciaShape *shape
      = selected != NULL ? fascia_body_get_shape_on (fascia_body_model_get_body (self->model),
                                                     selected, self->view)
                         : NULL;
  int level = FASCIA_LEVEL_NOT_GIVEN;
  if (shape == NULL || has_room (self, shape, FALSE)
      || fascia_body_painter_get_look (self->model, selected, &level, NULL)
             != FASCIA_BODY_LOOK_RATED
      || level == FASCIA_LEVEL_NOT_GIVEN)
    return;
  paint_bubble (self, snapshot, shape, level);
}

/* Which of the person's sides is on the left of the screen. */
static gboolean
is_left_at_left (const FasciaBodyWords *self)
{
  const FasciaBodyForm *form = fascia_body_get_form (fascia_body_model_get_body (self->model));

  /* Seen from behind it always is; on the front figure when it is seen as one sees oneself. */
  return self->view == FASCIA_VIEW_BACK || form->facing == FASCIA_FACING_OWN;
}

static void
paint_paper (const FasciaBodyWords *self,
             GtkSnapshot *snapshot,
             double x,
             double y,
             double width,
             double height)
{
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (self->palette->surface);
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (
      (float) (x - width / 2), (float) (y - height / 2), (float) width, (float) height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &rect);
  gtk_snapshot_pop (snapshot);
}

void
fascia_body_words_paint_sides (const FasciaBodyWords *self, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);

  gboolean is_left = is_left_at_left (self);
  const char *at_left = is_left ? _ ("your left") : _ ("your right");
  const char *at_right = is_left ? _ ("your right") : _ ("your left");
  const char *texts[2] = { at_left, at_right };
  double width = gtk_widget_get_width (self->widget);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, texts[i]);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      PangoRectangle logical;

      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_get_pixel_extents (layout, NULL, &logical);
      double half = logical.width / 2.0;
      /* Beside the head, but never on it, however large the text. */
      double away = MAX (SIDE_X * self->scale, HEAD_X * self->scale + HEAD_GAP + half);
      double x = self->origin_x + (i == 0 ? -away : away);
      double y = MAX (self->origin_y + SIDE_Y * self->scale, logical.height);
      /* Near enough, one side of the body may fill the frame: then only its word is true. */
      if (i == 0 ? self->origin_x < 2 * half : self->origin_x > width - 2 * half)
        continue;
      /* Large text may want more room than the figure leaves; it never leaves the widget. What is
       * drawn near leaves none at all: the word stands in the corner, on paper of its own. */
      if (x < half + HEAD_GAP || x > width - half - HEAD_GAP)
        {
          x = CLAMP (x, half + HEAD_GAP, MAX (width - half - HEAD_GAP, half + HEAD_GAP));
          if (self->is_near)
            {
              y = logical.height;
              paint_paper (self, snapshot, x, y, logical.width + 2.0 * HEAD_GAP,
                           logical.height + HEAD_GAP);
            }
        }
      paint_text (self, snapshot, layout, x, y, self->palette->label);
    }
}
