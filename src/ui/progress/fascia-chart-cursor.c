/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chosen point of a chart: how it is drawn, and where the keys take it.
 */

#include "config.h"

#include "fascia-chart-cursor.h"

#include <math.h>

#include "widgets/fascia-ui-palette.h"

/* ---- keys ---- */

static int
get_page (FasciaBucketUnit unit)
{
  switch (unit)
    {
    case FASCIA_BUCKET_DAY:
      return 7;
    case FASCIA_BUCKET_WEEK:
    case FASCIA_BUCKET_QUARTER:
      return 4;
    case FASCIA_BUCKET_MONTH:
      return 12;
    case FASCIA_BUCKET_YEAR:
    case FASCIA_BUCKET_DECADE:
    case FASCIA_BUCKET_CENTURY:
    default:
      return 10;
    }
}

int
fascia_chart_cursor_move (int from,
                          int n_points,
                          FasciaBucketUnit unit,
                          FasciaChartMove move,
                          gboolean is_rtl)
{
  g_return_val_if_fail (n_points > 0, FASCIA_CHART_CURSOR_OUTSIDE);

  const int last = n_points - 1;

  if (move.step == GTK_MOVEMENT_BUFFER_ENDS)
    return move.count < 0 ? 0 : last;
  if (move.step == GTK_MOVEMENT_PAGES)
    return CLAMP (from + move.count * get_page (unit), 0, last);

  const int to = from + (is_rtl ? -move.count : move.count);

  return to >= 0 && to <= last ? to : FASCIA_CHART_CURSOR_OUTSIDE;
}

static void
bind_key (GtkWidgetClass *widget_class,
          GtkShortcutFunc callback,
          guint key,
          guint keypad,
          GtkMovementStep step,
          int count)
{
  gtk_widget_class_add_binding (widget_class, key, 0, callback, "(ii)", (int) step, count);
  gtk_widget_class_add_binding (widget_class, keypad, 0, callback, "(ii)", (int) step, count);
}

void
fascia_chart_cursor_bind_keys (GtkWidgetClass *widget_class, GtkShortcutFunc callback)
{
  static const struct
  {
    guint key;
    guint keypad;
    FasciaChartMove move;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, { GTK_MOVEMENT_VISUAL_POSITIONS, -1 } },
    { GDK_KEY_Right, GDK_KEY_KP_Right, { GTK_MOVEMENT_VISUAL_POSITIONS, 1 } },
    { GDK_KEY_Home, GDK_KEY_KP_Home, { GTK_MOVEMENT_BUFFER_ENDS, -1 } },
    { GDK_KEY_End, GDK_KEY_KP_End, { GTK_MOVEMENT_BUFFER_ENDS, 1 } },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, { GTK_MOVEMENT_PAGES, -1 } },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, { GTK_MOVEMENT_PAGES, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    bind_key (widget_class, callback, keys[i].key, keys[i].keypad, keys[i].move.step,
              keys[i].move.count);
}

FasciaChartMove
fascia_chart_cursor_read_move (GVariant *arguments)
{
  int step;
  int count;

  g_variant_get (arguments, "(ii)", &step, &count);
  return (FasciaChartMove) { .step = (GtkMovementStep) step, .count = count };
}

/* ---- drawing ---- */

static void
snapshot_ring (GtkSnapshot *snapshot,
               const FasciaChartSlot *slot,
               double top,
               double foot,
               const GdkRGBA *color)
{
  const double width = slot->x1 - slot->x0;
  /* A thin column still gets a ring that can be seen. */
  const double pad = MAX (3, 6 - width / 2);
  const graphene_rect_t rect
      = GRAPHENE_RECT_INIT ((float) (slot->x0 - pad), (float) (top - 4), (float) (width + 2 * pad),
                            (float) (foot - top + 8));
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &rect, 6);
  gtk_snapshot_append_border (snapshot, &ring, widths, colors);
}

void
fascia_chart_cursor_snapshot (GtkSnapshot *snapshot,
                              const FasciaChartLayout *layout,
                              const FasciaChartPalette *palette,
                              int slot,
                              const GdkRGBA *ring)
{
  g_return_if_fail (snapshot != NULL && layout != NULL && palette != NULL);

  if (slot < 0 || (guint) slot >= layout->slots->len)
    return;

  const FasciaChartSlot *column = &g_array_index (layout->slots, FasciaChartSlot, slot);
  const FasciaChartRect *plot = &layout->plot;
  const FasciaChartRect *strip = &layout->strip;
  const double foot = strip->height > 0 ? strip->y + strip->height : plot->y + plot->height;

  const GdkRGBA fill = fascia_ui_palette_to_rgba (palette->cursor);
  const GdkRGBA edge = fascia_ui_palette_to_rgba (palette->cursor_edge);

  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT ((float) column->x0, (float) plot->y,
                                                  (float) (column->x1 - column->x0),
                                                  (float) (foot - plot->y)));
  gtk_snapshot_append_color (snapshot, &edge,
                             &GRAPHENE_RECT_INIT ((float) floor (column->x), (float) plot->y, 1,
                                                  (float) (foot - plot->y)));
  if (ring != NULL)
    snapshot_ring (snapshot, column, plot->y, foot, ring);
}
