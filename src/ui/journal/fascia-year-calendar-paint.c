/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the year calendar: tiles, numerals, today, the focus.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"
#include "fascia-ui-palette.h"
#include "fascia-year-calendar-private.h"

#define RADIUS_PX 5
#define HATCH_PX 1.1f
#define HATCH_ALPHA 0.55f
#define PLAIN_ALPHA 0.55f

void
fascia_year_calendar_forget_layouts (FasciaYearCalendar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_clear_object (&self->numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->titles); i++)
    g_clear_object (&self->titles[i]);
}

static PangoLayout *
get_number (FasciaYearCalendar *self, int dom)
{
  if (self->numbers[dom - 1] == NULL)
    {
      /* Translators: The number of a day in a calendar. */
      g_autofree char *text = g_strdup_printf (C_ ("day of the month", "%d"), dom);

      self->numbers[dom - 1] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }
  return self->numbers[dom - 1];
}

static PangoLayout *
get_title (FasciaYearCalendar *self, int month)
{
  if (self->titles[month - 1] == NULL)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2000, month, 1, 12, 0, 0);
      /* %OB: the month as it stands alone. */
      g_autofree char *text = g_date_time_format (date, "%OB");
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      self->titles[month - 1] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->titles[month - 1], attributes);
    }
  return self->titles[month - 1];
}

static void
paint_text (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* As on the figure: denser for a higher step, crossed from the fourth on. */
static void
hatch (GtkSnapshot *snapshot,
       const FasciaFigurePalette *palette,
       int step,
       const graphene_rect_t *tile)
{
  static const float gaps[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5F, 8, 5 };
  FasciaColor ink = palette->ink[step];
  float height = tile->size.height;

  if (gaps[step] <= 0)
    return;
  ink.alpha = HATCH_ALPHA;
  const GdkRGBA color = fascia_ui_palette_to_rgba (ink);
  GskPathBuilder *builder = gsk_path_builder_new ();
  for (float x = tile->origin.x - height; x < tile->origin.x + tile->size.width; x += gaps[step])
    {
      gsk_path_builder_move_to (builder, x, tile->origin.y);
      gsk_path_builder_line_to (builder, x + height, tile->origin.y + height);
      if (step < 3)
        continue;
      gsk_path_builder_move_to (builder, x + height, tile->origin.y);
      gsk_path_builder_line_to (builder, x, tile->origin.y + height);
    }
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  g_autoptr (GskStroke) pen = gsk_stroke_new (HATCH_PX);
  gtk_snapshot_append_stroke (snapshot, path, pen, &color);
}

static void
paint_ring (GtkSnapshot *snapshot,
            const graphene_rect_t *tile,
            float grow,
            float width,
            GdkRGBA color)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { color, color, color, color };
  graphene_rect_t outer;
  GskRoundedRect ring;

  graphene_rect_inset_r (tile, -grow, -grow, &outer);
  gsk_rounded_rect_init_from_rect (&ring, &outer, RADIUS_PX + grow);
  gtk_snapshot_append_border (snapshot, &ring, widths, colors);
}

/* The ground of a day: which of the colours it has; -1: none. */
#define GROUND_TILE FASCIA_FIGURE_STEPS
#define N_GROUNDS (FASCIA_FIGURE_STEPS + 1)

static int
get_ground (FasciaYearCalendar *self, guint index)
{
  const FasciaYearDay *day = &self->days[index];
  int step = fascia_year_day_get_step (day, self->measure);

  if (step >= 0)
    return step;
  return day->n_entries > 0 ? GROUND_TILE : -1;
}

static void
add_tile (GskPathBuilder *builder, const graphene_rect_t *tile, float inset)
{
  graphene_rect_t inner;
  GskRoundedRect rounded;

  graphene_rect_inset_r (tile, inset, inset, &inner);
  gsk_rounded_rect_init_from_rect (&rounded, &inner, RADIUS_PX - inset);
  gsk_path_builder_add_rounded_rect (builder, &rounded);
}

/* One shape for all days of a month that look alike: ninety clips are dear, a few shapes are not. */
static void
paint_grounds (FasciaYearCalendar *self,
               GtkSnapshot *snapshot,
               const FasciaFigurePalette *palette,
               guint first,
               int n_days)
{
  g_autoptr (GskStroke) pen = gsk_stroke_new (1);

  for (int ground = 0; ground < N_GROUNDS; ground++)
    {
      g_autoptr (GskPathBuilder) tiles = gsk_path_builder_new ();
      g_autoptr (GskPathBuilder) edges = gsk_path_builder_new ();
      gboolean is_step = ground < FASCIA_FIGURE_STEPS;
      gboolean is_there = FALSE;

      for (guint index = first; index < first + (guint) n_days; index++)
        if (get_ground (self, index) == ground)
          {
            graphene_rect_t tile = fascia_year_calendar_get_tile (self, index);

            add_tile (tiles, &tile, 0);
            add_tile (edges, &tile, 0.5F);
            is_there = TRUE;
          }
      if (!is_there)
        continue;

      const GdkRGBA fill
          = fascia_ui_palette_to_rgba (is_step ? palette->ramp[ground] : palette->tile);
      g_autoptr (GskPath) shape = gsk_path_builder_to_path (tiles);
      gtk_snapshot_append_fill (snapshot, shape, GSK_FILL_RULE_WINDING, &fill);
      if (!is_step)
        continue;
      const GdkRGBA edge = fascia_ui_palette_to_rgba (palette->edge[ground]);
      g_autoptr (GskPath) rim = gsk_path_builder_to_path (edges);
      gtk_snapshot_append_stroke (snapshot, rim, pen, &edge);
    }
}

/* In high contrast; the numeral is read on plain ground. */
static void
paint_hatch (GtkSnapshot *snapshot,
             const FasciaFigurePalette *palette,
             const graphene_rect_t *tile,
             int step,
             const graphene_rect_t *number)
{
  const GdkRGBA color = fascia_ui_palette_to_rgba (palette->ramp[step]);
  graphene_rect_t patch;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, tile, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  hatch (snapshot, palette, step, tile);
  graphene_rect_inset_r (number, -2, 0, &patch);
  gtk_snapshot_append_color (snapshot, &color, &patch);
  gtk_snapshot_pop (snapshot);
}

static void
paint_day (FasciaYearCalendar *self,
           GtkSnapshot *snapshot,
           const FasciaFigurePalette *palette,
           guint index,
           int dom,
           gboolean has_focus)
{
  const FasciaYearDay *day = &self->days[index];
  graphene_rect_t tile = fascia_year_calendar_get_tile (self, index);
  PangoLayout *layout = get_number (self, dom);
  int step = fascia_year_day_get_step (day, self->measure);
  GdkRGBA color;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  const graphene_rect_t number = GRAPHENE_RECT_INIT (
      tile.origin.x + (tile.size.width - (float) width) / 2,
      tile.origin.y + (tile.size.height - (float) height) / 2, (float) width, (float) height);

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  if (step >= 0 && palette->has_hatch)
    paint_hatch (snapshot, palette, &tile, step, &number);
  else if (day->n_entries == 0 && self->hovered == (int) index)
    {
      GdkRGBA hover = { color.red, color.green, color.blue, 0.07F };
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (&rounded, &tile, RADIUS_PX);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &hover, &tile);
      gtk_snapshot_pop (snapshot);
    }

  if (step >= 0)
    color = fascia_ui_palette_to_rgba (palette->ink[step]);
  else if (day->n_entries > 0)
    color = fascia_ui_palette_to_rgba (palette->tile_ink);
  else if (!palette->has_hatch)
    color.alpha *= PLAIN_ALPHA;
  paint_text (snapshot, layout, number.origin.x, number.origin.y, &color);

  if (self->first_day + (gint32) index == self->today)
    {
      gtk_widget_get_color (GTK_WIDGET (self), &color);
      paint_ring (snapshot, &tile, 0, 2, color);
    }
  if (has_focus)
    {
      g_autoptr (GdkRGBA) accent
          = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

      paint_ring (snapshot, &tile, 1, 2, *accent);
    }
}

void
fascia_year_calendar_paint (FasciaYearCalendar *self, GtkSnapshot *snapshot)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const FasciaFigurePalette *palette = fascia_ui_palette_get ();
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && root != NULL
                       && gtk_window_get_focus_visible (GTK_WINDOW (root));
  guint index = 0;
  GdkRGBA color;

  if (self->cells[0] == NULL)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  for (int month = 1; month <= 12; month++)
    {
      PangoLayout *title = get_title (self, month);
      int n_days
          = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) CLAMP (self->year, 1, 9999));
      int width;
      int height;

      pango_layout_get_pixel_size (title, &width, &height);
      paint_text (snapshot, title,
                  is_rtl ? (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width - 4) : 4,
                  (float) (self->month_y[month] + self->title_height - height - 4), &color);
      paint_grounds (self, snapshot, palette, index, n_days);
      for (int dom = 1; dom <= n_days; dom++, index++)
        paint_day (self, snapshot, palette, index, dom, has_focus && index == self->current);
    }
}
