/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list below the figures: text and swatches, in columns.
 */

#include "fascia-picture-page-private.h"

#include <math.h>
#include <string.h>

#define COLUMN_GAP 16.0
#define SWATCH 8.0

void
fascia_page_set_color (const FasciaPage *page, FasciaColor color)
{
  cairo_set_source_rgba (page->cr, (double) color.red, (double) color.green, (double) color.blue,
                         (double) color.alpha);
}

PangoLayout *
fascia_page_create_text (const FasciaPage *page,
                         const char *text,
                         double size,
                         gboolean is_bold,
                         double width)
{
  PangoLayout *layout = pango_layout_new (page->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, FALSE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, page->is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
fascia_page_get_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
}

void
fascia_page_show_text (const FasciaPage *page,
                       PangoLayout *layout,
                       double x,
                       double y,
                       FasciaColor color)
{
  fascia_page_set_color (page, color);
  cairo_move_to (page->cr, x, y);
  pango_cairo_show_layout (page->cr, layout);
}

/* As such arrows are on the figure, as far as there is room. */
static void
draw_through (const FasciaPage *page, double left, double y)
{
  const double tip = left + SWATCH + 0.5;

  fascia_page_set_color (page, page->palette->tile_ink);
  cairo_set_line_width (page->cr, 1.4);
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (page->cr, left - 0.5 + 3.6 * i, y);
      cairo_rel_line_to (page->cr, i == 0 ? 2.2 : 5, 0);
    }
  cairo_move_to (page->cr, tip - 3, y - 3);
  cairo_line_to (page->cr, tip, y);
  cairo_line_to (page->cr, tip - 3, y + 3);
  cairo_stroke (page->cr);
}

void
fascia_page_draw_swatch (const FasciaPage *page, int swatch, double size, double x, double y)
{
  const FasciaFigurePalette *palette = page->palette;
  const double dashes[2] = { 2.2, 1.6 };
  const double side = fmin (SWATCH, 0.85 * size);
  const double left = page->is_rtl ? x - side : x;

  if (swatch == FASCIA_PICTURE_SWATCH_NONE)
    return;
  cairo_save (page->cr);
  if (swatch == FASCIA_PICTURE_SWATCH_THROUGH)
    {
      draw_through (page, left, y);
      cairo_restore (page->cr);
      return;
    }
  cairo_rectangle (page->cr, left + 0.5, y - side / 2 + 0.5, side - 1, side - 1);
  cairo_set_line_width (page->cr, 1);
  if (swatch >= 0 && swatch < FASCIA_FIGURE_STEPS)
    {
      fascia_page_set_color (page, palette->ramp[swatch]);
      cairo_fill_preserve (page->cr);
      fascia_page_set_color (page, palette->edge[swatch]);
    }
  else
    {
      fascia_page_set_color (page, palette->tile);
      cairo_fill_preserve (page->cr);
      fascia_page_set_color (page, swatch == FASCIA_PICTURE_SWATCH_OPEN
                                       ? palette->edge[FASCIA_FIGURE_STEPS / 2]
                                       : palette->tile_ink);
      if (swatch == FASCIA_PICTURE_SWATCH_OPEN)
        cairo_set_dash (page->cr, dashes, 2, 0);
    }
  cairo_stroke (page->cr);
  cairo_restore (page->cr);
}

double
fascia_page_get_x (const FasciaPage *page, double left, double right, double from, double width)
{
  return page->is_rtl ? right - from - width : left + from;
}

static void
clear_placed (gpointer data)
{
  FasciaPagePlaced *placed = data;

  g_clear_object (&placed->layout);
}

static double
get_column_width (guint n_columns)
{
  return (FASCIA_PICTURE_WIDTH - 2 * FASCIA_PAGE_MARGIN - COLUMN_GAP * (n_columns - 1)) / n_columns;
}

static PangoLayout *
create_line (const FasciaPage *page, const FasciaPictureLine *line, double size, double width)
{
  PangoLayout *layout = fascia_page_create_text (page, line->text, size, line->is_heading,
                                                 width - FASCIA_PAGE_SWATCH_ROOM);
  const char *at = line->bold != NULL ? strstr (line->text, line->bold) : NULL;

  if (at != NULL && !line->is_heading)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (at - line->text);
      bold->end_index = bold->start_index + (guint) strlen (line->bold);
      pango_attr_list_insert (attributes, bold);
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static void
append_placed (const FasciaPage *page,
               GArray *all,
               const FasciaPictureLine *line,
               const FasciaPageDivision *d)
{
  FasciaPagePlaced placed = { .line = line };

  placed.layout = create_line (page, line, d->size, get_column_width (d->n_columns));
  fascia_page_get_size (placed.layout, NULL, &placed.height);
  placed.height += 0.25 * d->size;
  g_array_append_val (all, placed);
}

/* Fills columns of that height; how many lines found room. A heading stays with what follows. */
static guint
flow (GArray *all, guint n_columns, double height)
{
  guint column = 0;
  double y = 0;

  for (guint i = 0; i < all->len; i++)
    {
      FasciaPagePlaced *placed = &g_array_index (all, FasciaPagePlaced, i);
      const double above = placed->line->is_heading && y > 0 ? 0.5 * placed->height : 0;
      double needed = above + placed->height;

      if (placed->line->is_heading && i + 1 < all->len)
        needed += placed[1].height;
      if (y > 0 && y + needed > height)
        {
          column++;
          y = 0;
        }
      if (column >= n_columns || y + needed > height)
        return i;
      placed->column = column;
      placed->y = y > 0 ? y + above : y;
      y = placed->y + placed->height;
    }
  return all->len;
}

GArray *
fascia_page_place_list (const FasciaPage *page, const FasciaPageDivision *division, double room)
{
  const GArray *list = page->words->list;
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (FasciaPagePlaced));
  double total = 0;
  double height;

  g_array_set_clear_func (all, clear_placed);
  for (guint i = 0; i < list->len; i++)
    {
      append_placed (page, all, &g_array_index (list, FasciaPictureLine, i), division);
      total += g_array_index (all, FasciaPagePlaced, i).height;
      if (total > room * division->n_columns)
        return NULL;
    }
  if (flow (all, division->n_columns, room) < all->len)
    return NULL;
  for (height = total / division->n_columns; height < room; height += division->size / 2)
    if (flow (all, division->n_columns, height) == all->len)
      return g_steal_pointer (&all);
  flow (all, division->n_columns, room);
  return g_steal_pointer (&all);
}

GArray *
fascia_page_place_part (const FasciaPage *page,
                        const FasciaPageDivision *division,
                        double room,
                        FasciaPictureLine *rest)
{
  const GArray *list = page->words->list;
  g_autoptr (GArray) whole = g_array_new (FALSE, TRUE, sizeof (FasciaPagePlaced));

  g_array_set_clear_func (whole, clear_placed);
  for (guint i = 0; i < list->len; i++)
    append_placed (page, whole, &g_array_index (list, FasciaPictureLine, i), division);
  /* The line that counts the others takes the place of some of those that found room. */
  for (guint n = MIN (flow (whole, division->n_columns, room) + 1, list->len); n-- > 0;)
    {
      g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (FasciaPagePlaced));
      guint n_left = 0;

      g_array_set_clear_func (all, clear_placed);
      for (guint i = n; i < list->len; i++)
        n_left += !g_array_index (list, FasciaPictureLine, i).is_heading;
      if (n > 0 && g_array_index (list, FasciaPictureLine, n - 1).is_heading)
        continue;
      g_free (rest->text);
      rest->text = fascia_picture_dup_more (n_left);
      rest->swatch = FASCIA_PICTURE_SWATCH_NONE;
      for (guint i = 0; i < n; i++)
        append_placed (page, all, &g_array_index (list, FasciaPictureLine, i), division);
      append_placed (page, all, rest, division);
      if (flow (all, division->n_columns, room) == all->len)
        return g_steal_pointer (&all);
    }
  return NULL;
}

void
fascia_page_draw_list (const FasciaPage *page,
                       const GArray *all,
                       const FasciaPageDivision *division,
                       double y)
{
  const double width = get_column_width (division->n_columns);

  for (guint i = 0; i < all->len; i++)
    {
      const FasciaPagePlaced *placed = &g_array_index (all, FasciaPagePlaced, i);
      const double from = placed->column * (width + COLUMN_GAP);
      const double left = fascia_page_get_x (
          page, FASCIA_PAGE_MARGIN, FASCIA_PICTURE_WIDTH - FASCIA_PAGE_MARGIN, from, width);
      const gboolean is_plain = placed->line->is_heading;
      const double indent = is_plain ? 0 : FASCIA_PAGE_SWATCH_ROOM;
      /* The first line of a text of several. */
      const double middle = y + placed->y + 0.62 * division->size;

      fascia_page_draw_swatch (page, placed->line->swatch, division->size,
                               fascia_page_get_x (page, left, left + width, 0, 0), middle);
      fascia_page_show_text (
          page, placed->layout,
          fascia_page_get_x (page, left, left + width, indent, width - FASCIA_PAGE_SWATCH_ROOM),
          y + placed->y, page->palette->tile_ink);
    }
}
