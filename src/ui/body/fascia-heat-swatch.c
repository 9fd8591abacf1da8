/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small square in the colour of one step of the figure, hatched where the figure is.
 */

#include "config.h"

#include "fascia-heat-swatch.h"

#include "fascia-ui-palette.h"

#define SIZE_PX 20
#define RADIUS_PX 5
#define HATCH_PX 1.1f
#define HATCH_ALPHA 0.55f

struct _FasciaHeatSwatch
{
  GtkWidget parent_instance;

  int step;
};

G_DEFINE_FINAL_TYPE (FasciaHeatSwatch, fascia_heat_swatch, GTK_TYPE_WIDGET)

static void
fascia_heat_swatch_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = SIZE_PX;
  *natural = SIZE_PX;
}

/* As on the figure: denser for a higher step, crossed from the fourth on. */
static void
hatch (GtkSnapshot *snapshot, const FasciaFigurePalette *palette, int step)
{
  static const float gaps[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5F, 8, 5 };
  FasciaColor ink = palette->ink[step];
  ink.alpha = HATCH_ALPHA;
  const GdkRGBA color = fascia_ui_palette_to_rgba (ink);
  float gap = gaps[step];

  if (gap <= 0)
    return;
  GskPathBuilder *builder = gsk_path_builder_new ();
  for (int i = 0; (float) i * gap < 2 * SIZE_PX; i++)
    {
      float x = (float) i * gap - SIZE_PX;

      gsk_path_builder_move_to (builder, x, 0);
      gsk_path_builder_line_to (builder, x + SIZE_PX, SIZE_PX);
      if (step < 3)
        continue;
      gsk_path_builder_move_to (builder, x + SIZE_PX, 0);
      gsk_path_builder_line_to (builder, x, SIZE_PX);
    }
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  g_autoptr (GskStroke) pen = gsk_stroke_new (HATCH_PX);
  gtk_snapshot_append_stroke (snapshot, path, pen, &color);
}

static void
fascia_heat_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaHeatSwatch *self = FASCIA_HEAT_SWATCH (widget);
  const FasciaFigurePalette *palette = fascia_ui_palette_get ();
  const GdkRGBA color = fascia_ui_palette_to_rgba (palette->ramp[self->step]);
  const GdkRGBA edge = fascia_ui_palette_to_rgba (palette->edge[self->step]);
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, 0, SIZE_PX, SIZE_PX),
                                   RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  if (palette->has_hatch)
    hatch (snapshot, palette, self->step);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, widths, edges);
}

static void
fascia_heat_swatch_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_heat_swatch_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
fascia_heat_swatch_class_init (FasciaHeatSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = fascia_heat_swatch_measure;
  widget_class->snapshot = fascia_heat_swatch_snapshot;
  widget_class->css_changed = fascia_heat_swatch_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_heat_swatch_init (FasciaHeatSwatch *self)
{
}

GtkWidget *
fascia_heat_swatch_new (int step)
{
  g_return_val_if_fail (step >= 0 && step < FASCIA_FIGURE_STEPS, NULL);

  FasciaHeatSwatch *self = g_object_new (FASCIA_TYPE_HEAT_SWATCH, "valign", GTK_ALIGN_CENTER,
                                         "halign", GTK_ALIGN_CENTER, NULL);
  self->step = step;
  return GTK_WIDGET (self);
}
