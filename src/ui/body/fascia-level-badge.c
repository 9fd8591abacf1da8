/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level as a small coloured square with its number, the colours of the figure.
 */

#include "config.h"

#include "fascia-level-badge.h"

#include <math.h>

#include "fascia-ui-palette.h"

#define SIZE_PX 28
#define RADIUS_PX 8

struct _FasciaLevelBadge
{
  GtkWidget parent_instance;

  FasciaBodyLook look;
  int level;
  gboolean has_step; /* a step of the ramp alone */
  int step;
};

G_DEFINE_FINAL_TYPE (FasciaLevelBadge, fascia_level_badge, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (FasciaLevelBadge *self)
{
  char text[4] = "";

  if (self->level >= 0)
    g_snprintf (text, sizeof (text), "%d", self->level);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
fascia_level_badge_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  /* Wide enough for "10" in large text, and always a square. */
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "10");
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = MAX (SIZE_PX, MAX (width, height) + 8);
  *natural = *minimum;
}

static void
fascia_level_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaLevelBadge *self = FASCIA_LEVEL_BADGE (widget);
  const FasciaFigurePalette *palette = fascia_ui_palette_get ();
  int step = self->look == FASCIA_BODY_LOOK_RATED ? fascia_figure_step_for_level (self->level) : -1;

  if (self->has_step)
    step = self->step;
  float size = (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  float x = ((float) gtk_widget_get_width (widget) - size) / 2;
  float y = ((float) gtk_widget_get_height (widget) - size) / 2;
  GskRoundedRect rounded;
  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (x, y, size, size), RADIUS_PX);

  if (self->look == FASCIA_BODY_LOOK_UNRATED)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();
      GskRoundedRect inner = rounded;
      const float dashes[2] = { 4, 3 };
      const GdkRGBA color = fascia_ui_palette_to_rgba (palette->tile_ink);
      g_autoptr (GskStroke) pen = gsk_stroke_new (2);

      gsk_rounded_rect_shrink (&inner, 1, 1, 1, 1);
      gsk_path_builder_add_rounded_rect (builder, &inner);
      g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
      gsk_stroke_set_dash (pen, dashes, 2);
      gtk_snapshot_append_stroke (snapshot, path, pen, &color);
      return;
    }
  if (self->look == FASCIA_BODY_LOOK_OTHER)
    {
      const GdkRGBA color = fascia_ui_palette_to_rgba (palette->tile_ink);
      const float widths[4] = { 1, 1, 1, 1 };
      const GdkRGBA colors[4] = { color, color, color, color };

      gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
      return;
    }
  if (self->look != FASCIA_BODY_LOOK_RATED)
    return;

  const GdkRGBA color = fascia_ui_palette_to_rgba (step >= 0 ? palette->ramp[step] : palette->tile);
  const GdkRGBA ink
      = fascia_ui_palette_to_rgba (step >= 0 ? palette->ink[step] : palette->tile_ink);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);

  g_autoptr (PangoLayout) layout = create_layout (self);
  PangoRectangle inked;
  PangoRectangle logical;
  pango_layout_get_pixel_extents (layout, &inked, &logical);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float) round ((double) (x + size / 2) - logical.width / 2.0),
                    (float) round ((double) (y + size / 2) - inked.y - inked.height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

void
fascia_level_badge_set (FasciaLevelBadge *self, FasciaBodyLook look, int level)
{
  g_return_if_fail (FASCIA_IS_LEVEL_BADGE (self));

  self->look = look;
  self->level = level;
  self->has_step = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_level_badge_set_step (FasciaLevelBadge *self, int step)
{
  g_return_if_fail (FASCIA_IS_LEVEL_BADGE (self));

  self->look = step >= 0 ? FASCIA_BODY_LOOK_RATED : FASCIA_BODY_LOOK_PLAIN;
  self->level = FASCIA_LEVEL_NOT_GIVEN;
  self->has_step = step >= 0;
  self->step = step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_level_badge_class_init (FasciaLevelBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = fascia_level_badge_measure;
  widget_class->snapshot = fascia_level_badge_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_level_badge_init (FasciaLevelBadge *self)
{
  self->look = FASCIA_BODY_LOOK_PLAIN;
  self->level = FASCIA_LEVEL_NOT_GIVEN;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_level_badge_new (void)
{
  return g_object_new (FASCIA_TYPE_LEVEL_BADGE, "valign", GTK_ALIGN_CENTER, NULL);
}
