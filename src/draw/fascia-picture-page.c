/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays a picture out on a page: words above, the figures, what is enlarged, the list, the foot.
 */

#include "config.h"

#include "fascia-picture-page-private.h"

#include <math.h>

/* In points. */
#define CAPTION_SIZE 9.0
/* The figure is drawn as if it were that much bigger: a page is read from closer than a screen, and
 * print is finer, so numbers may be smaller and lines thinner. */
#define FINENESS 1.4
/* An inset that enlarges less than this says nothing new. */
#define MIN_ENLARGEMENT 1.3
#define LINE_SPACING 1.5
#define LEGEND_GAP 14.0

/* A long list is written smaller and in more columns before the figures give way, and then they do
 * so only a little: they are what is looked at first. */
static const FasciaPageDivision divisions[] = {
  { 440, 104, 2, 9.5 }, { 420, 100, 2, 9 },  { 400, 96, 3, 8.5 }, { 390, 92, 3, 7.5 },
  { 375, 90, 4, 7 },    { 360, 88, 4, 6.3 }, { 310, 78, 4, 6 },
};

/* Of a list that does not fit even then a part is shown, beside figures as large as these. */
#define PART_DIVISION 5

/* ── What lies on the figure ─────────────────────────────────────────────────────────────────── */

static void
collect_entry (FasciaPage *page, const FasciaPicture *picture)
{
  guint n_marks = 0;
  guint n_spreads = 0;
  const FasciaMark *marks = fascia_entry_get_marks (picture->entry, &n_marks);
  const FasciaSpread *spreads = fascia_entry_get_spreads (picture->entry, &n_spreads);

  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaFigureMark mark = {
        .region = fascia_body_lookup (page->body, marks[i].region),
        .level = marks[i].level < 0 ? FASCIA_FIGURE_LEVEL_NONE : marks[i].level,
      };

      if (mark.region != NULL && marks[i].scale == picture->scale)
        g_array_append_val (page->mark_list, mark);
    }
  for (guint i = 0; i < n_spreads; i++)
    {
      const FasciaFigureSpread spread = {
        .from = fascia_body_lookup (page->body, spreads[i].from),
        .to = fascia_body_lookup (page->body, spreads[i].to),
      };

      if (spread.from != NULL && spread.to != NULL && spread.from != spread.to)
        g_array_append_val (page->spread_list, spread);
    }
  page->marks.drawings = fascia_entry_get_drawings (picture->entry, &page->marks.n_drawings);
  page->marks.scale = picture->scale;
}

static void
collect_heat (FasciaPage *page, const FasciaPicture *picture)
{
  for (guint i = 0; i < fascia_body_get_n_regions (page->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (page->body, i);
      const FasciaFigureHeat heat
          = { region, fascia_heat_get_step (picture->heat, region, picture->measure) };

      if (heat.step >= 0)
        g_array_append_val (page->heat_list, heat);
    }
}

static gboolean
is_filled (const FasciaPage *page, const FasciaRegion *region)
{
  for (guint i = 0; i < page->mark_list->len; i++)
    if (g_array_index (page->mark_list, FasciaFigureMark, i).region == region)
      return TRUE;
  for (guint i = 0; i < page->heat_list->len; i++)
    if (g_array_index (page->heat_list, FasciaFigureHeat, i).region == region)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const FasciaInset *inset, double x, double y)
{
  return x >= inset->x && x <= inset->x + inset->width && y >= inset->y
         && y <= inset->y + inset->height;
}

static gboolean
has_content (const FasciaPage *page, const FasciaInset *inset)
{
  guint n_shapes;
  const FasciaShape *shapes = fascia_body_get_shapes (page->body, inset->view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    if (is_within (inset, shapes[i].cx, shapes[i].cy) && is_filled (page, shapes[i].region))
      return TRUE;
  for (guint i = 0; i < page->marks.n_drawings; i++)
    {
      const FasciaDrawing *drawing = &page->marks.drawings[i];

      if (drawing->view != inset->view || drawing->scale != page->marks.scale)
        continue;
      for (guint k = 0; k < drawing->n_points; k++)
        {
          double x = (double) drawing->points[k].x;
          double y = (double) drawing->points[k].y;

          fascia_body_from_canonical (page->body, drawing->view, &x, &y);
          if (is_within (inset, x, y))
            return TRUE;
        }
    }
  return FALSE;
}

static void
collect (FasciaPage *page, const FasciaPicture *picture)
{
  guint n_insets = 0;
  const FasciaInset *insets = fascia_body_get_insets (page->body, &n_insets);

  page->mark_list = g_array_new (FALSE, FALSE, sizeof (FasciaFigureMark));
  page->heat_list = g_array_new (FALSE, FALSE, sizeof (FasciaFigureHeat));
  page->spread_list = g_array_new (FALSE, FALSE, sizeof (FasciaFigureSpread));
  page->insets = g_ptr_array_new ();
  if (picture->entry != NULL)
    collect_entry (page, picture);
  else if (picture->heat != NULL)
    collect_heat (page, picture);
  for (guint i = 0; i < n_insets; i++)
    if (has_content (page, &insets[i]))
      g_ptr_array_add (page->insets, (gpointer) &insets[i]);
  page->marks.marks = (const FasciaFigureMark *) (gpointer) page->mark_list->data;
  page->marks.n_marks = page->mark_list->len;
  page->marks.heat = (const FasciaFigureHeat *) (gpointer) page->heat_list->data;
  page->marks.n_heat = page->heat_list->len;
  page->marks.spreads = (const FasciaFigureSpread *) (gpointer) page->spread_list->data;
  page->marks.n_spreads = page->spread_list->len;
}

static void
clear_page (FasciaPage *page)
{
  g_array_unref (page->mark_list);
  g_array_unref (page->heat_list);
  g_array_unref (page->spread_list);
  g_ptr_array_unref (page->insets);
  g_object_unref (page->context);
}

/* ── Words above and below ───────────────────────────────────────────────────────────────────── */

/* Nothing depends on the surface: a page is the same on screen, in a file and on paper. */
static PangoContext *
create_context (cairo_t *cr, gboolean is_rtl)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/* Of the whole width; returns the height. */
static double
draw_paragraph (const FasciaPage *page,
                const char *text,
                double size,
                gboolean is_bold,
                double y,
                FasciaColor color)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (text == NULL || *text == '\0')
    return 0;
  layout = fascia_page_create_text (page, text, size, is_bold,
                                    FASCIA_PICTURE_WIDTH - 2 * FASCIA_PAGE_MARGIN);
  fascia_page_get_size (layout, NULL, &height);
  fascia_page_show_text (page, layout, FASCIA_PAGE_MARGIN, y, color);
  return height;
}

/* How wide the steps are in one row. */
static double
measure_legend (const FasciaPage *page, double size)
{
  double total = 0;

  for (guint i = 0; i < page->words->legend->len; i++)
    {
      const FasciaPictureLine *line = &g_array_index (page->words->legend, FasciaPictureLine, i);
      g_autoptr (PangoLayout) layout = fascia_page_create_text (page, line->text, size, FALSE, -1);
      double width;

      fascia_page_get_size (layout, &width, NULL);
      total += FASCIA_PAGE_SWATCH_ROOM + width + LEGEND_GAP;
    }
  return total;
}

/* What the colours mean, in as many rows as it takes; returns the height. */
static double
draw_legend (const FasciaPage *page, double y)
{
  const double left = FASCIA_PAGE_MARGIN;
  const double right = FASCIA_PICTURE_WIDTH - FASCIA_PAGE_MARGIN;
  const double size = 9;
  const double row = size * 1.75;
  double from = 0;
  double width;
  double top = y;
  g_autoptr (PangoLayout) title
      = fascia_page_create_text (page, page->words->legend_title, size, TRUE, -1);

  fascia_page_get_size (title, &width, NULL);
  fascia_page_show_text (page, title, fascia_page_get_x (page, left, right, 0, width), top,
                         page->palette->tile_ink);
  from = width + LEGEND_GAP;
  if (from + measure_legend (page, size) > right - left + LEGEND_GAP)
    {
      from = 0;
      top += row;
    }
  for (guint i = 0; i < page->words->legend->len; i++)
    {
      const FasciaPictureLine *line = &g_array_index (page->words->legend, FasciaPictureLine, i);
      g_autoptr (PangoLayout) layout = fascia_page_create_text (page, line->text, size, FALSE, -1);
      double height;

      fascia_page_get_size (layout, &width, &height);
      if (from > 0 && from + FASCIA_PAGE_SWATCH_ROOM + width > right - left)
        {
          from = 0;
          top += row;
        }
      fascia_page_draw_swatch (page, line->swatch, size,
                               fascia_page_get_x (page, left, right, from, 0), top + height / 2);
      fascia_page_show_text (
          page, layout,
          fascia_page_get_x (page, left, right, from + FASCIA_PAGE_SWATCH_ROOM, width), top,
          page->palette->tile_ink);
      from += FASCIA_PAGE_SWATCH_ROOM + width + LEGEND_GAP;
    }
  return top - y + row;
}

/* ── Figures ─────────────────────────────────────────────────────────────────────────────────── */

static void
draw_caption (const FasciaPage *page, const char *text, double middle, double y, double room)
{
  g_autoptr (PangoLayout) layout = fascia_page_create_text (page, text, CAPTION_SIZE, FALSE, room);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  fascia_page_show_text (page, layout, middle - room / 2, y, page->palette->label);
}

/* A smaller figure has the same numbers on it as a large one, only smaller. */
static double
get_fineness (double height)
{
  return FINENESS * fmax (1, divisions[0].figure / height);
}

static void
fill_options (const FasciaPage *page, double fineness, FasciaFigureOptions *options)
{
  *options = (FasciaFigureOptions) {
    .left_label = page->words->left,
    .right_label = page->words->right,
    .has_numerals = TRUE,
    .font_scale = 0.95 * fineness / FINENESS,
  };
}

static double
draw_figures (const FasciaPage *page, double y, double height)
{
  const double width = height * FASCIA_FIGURE_WIDTH / FASCIA_FIGURE_HEIGHT;
  const double gap = fmin (28, FASCIA_PICTURE_WIDTH - 2 * FASCIA_PAGE_MARGIN - 2 * width);
  const double start = (FASCIA_PICTURE_WIDTH - 2 * width - gap) / 2;
  const double caption = CAPTION_SIZE * LINE_SPACING + 2;
  const double fineness = get_fineness (height);
  FasciaFigureOptions options;

  fill_options (page, fineness, &options);
  for (int i = 0; i < 2; i++)
    {
      const gboolean is_front = (i == 0) != page->is_rtl;
      const double x = start + i * (width + gap);

      draw_caption (page, is_front ? page->words->front : page->words->back, x + width / 2, y,
                    width);
      cairo_save (page->cr);
      cairo_translate (page->cr, x, y + caption);
      cairo_scale (page->cr, 1 / fineness, 1 / fineness);
      fascia_body_figure_render (
          page->cr, page->body, is_front ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK, 0, 0,
          width * fineness, height * fineness, &page->marks, page->palette, &options);
      cairo_restore (page->cr);
    }
  return caption + height + FASCIA_PAGE_GAP;
}

/* Those worth showing at that height, as wide as they are. */
static guint
measure_insets (const FasciaPage *page,
                const FasciaPageDivision *division,
                double *widths,
                double *total)
{
  guint n = 0;

  *total = 0;
  for (guint i = 0; i < page->insets->len; i++)
    {
      const FasciaInset *inset = g_ptr_array_index (page->insets, i);

      widths[i] = 0;
      if (division->inset / inset->height
          < MIN_ENLARGEMENT * division->figure / FASCIA_FIGURE_HEIGHT)
        continue;
      widths[i] = inset->width * division->inset / inset->height;
      *total += widths[i] + (n > 0 ? FASCIA_PAGE_GAP : 0);
      n++;
    }
  return n;
}

/* Head, hands and feet enlarged, in a row; returns the height. */
static double
draw_insets (const FasciaPage *page,
             const FasciaPageDivision *division,
             double y,
             gboolean is_measured_only)
{
  const double room = FASCIA_PICTURE_WIDTH - 2 * FASCIA_PAGE_MARGIN;
  g_autofree double *widths = g_new0 (double, page->insets->len + 1);
  double total;
  const guint n = measure_insets (page, division, widths, &total);
  const double shrink = fmin (
      1, n > 0 ? (room - FASCIA_PAGE_GAP * (n - 1)) / (total - FASCIA_PAGE_GAP * (n - 1)) : 1);
  const double height = division->inset * shrink;
  const double fineness = get_fineness (division->figure);
  double caption = CAPTION_SIZE * LINE_SPACING;
  double from;
  FasciaFigureOptions options;

  if (n == 0)
    return 0;
  fill_options (page, fineness, &options);
  from = (room - (total - FASCIA_PAGE_GAP * (n - 1)) * shrink - FASCIA_PAGE_GAP * (n - 1)) / 2;
  for (guint i = 0; i < page->insets->len; i++)
    {
      const FasciaInset *inset = g_ptr_array_index (page->insets, i);
      const double width = widths[i] * shrink;
      const double x
          = fascia_page_get_x (page, FASCIA_PAGE_MARGIN, FASCIA_PAGE_MARGIN + room, from, width);
      g_autoptr (PangoLayout) name = NULL;
      double name_height;

      if (width <= 0)
        continue;
      from += width + FASCIA_PAGE_GAP;
      name = fascia_page_create_text (page, fascia_inset_get_name (inset), CAPTION_SIZE - 1, FALSE,
                                      width + FASCIA_PAGE_GAP - 2);
      pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
      fascia_page_get_size (name, NULL, &name_height);
      caption = fmax (caption, name_height);
      if (is_measured_only)
        continue;
      fascia_page_show_text (page, name, x - FASCIA_PAGE_GAP / 2 + 1, y + height + 2,
                             page->palette->label);
      cairo_save (page->cr);
      cairo_translate (page->cr, x, y);
      cairo_scale (page->cr, 1 / fineness, 1 / fineness);
      fascia_body_figure_render_inset (page->cr, page->body, inset, 0, 0, width * fineness,
                                       height * fineness, &page->marks, page->palette, &options);
      cairo_restore (page->cr);
    }
  return height + caption + FASCIA_PAGE_GAP;
}

/* ── The page ────────────────────────────────────────────────────────────────────────────────── */

/* Returns where it begins. */
static double
draw_foot (const FasciaPage *page)
{
  const double size = 8;
  const double y = FASCIA_PICTURE_HEIGHT - FASCIA_PAGE_MARGIN - size * 1.3;
  const double left = FASCIA_PAGE_MARGIN;
  const double right = FASCIA_PICTURE_WIDTH - FASCIA_PAGE_MARGIN;
  const double room = (right - left - FASCIA_PAGE_GAP) / 2;
  g_autoptr (PangoLayout) foot
      = fascia_page_create_text (page, page->words->foot, size, FALSE, room);
  g_autoptr (PangoLayout) caution
      = fascia_page_create_text (page, page->words->caution, size, FALSE, room);
  double height, other, top;
  FasciaColor rule = page->palette->label;

  fascia_page_get_size (foot, NULL, &height);
  fascia_page_get_size (caution, NULL, &other);
  top = fmin (y, FASCIA_PICTURE_HEIGHT - FASCIA_PAGE_MARGIN - fmax (height, other));
  fascia_page_show_text (page, caution, fascia_page_get_x (page, left, right, 0, room), top,
                         page->palette->label);
  pango_layout_set_alignment (foot, page->is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  fascia_page_show_text (page, foot,
                         fascia_page_get_x (page, left, right, room + FASCIA_PAGE_GAP, room), top,
                         page->palette->label);
  rule.alpha = 0.35f;
  fascia_page_set_color (page, rule);
  cairo_set_line_width (page->cr, 0.6);
  cairo_move_to (page->cr, left, top - 6);
  cairo_line_to (page->cr, right, top - 6);
  cairo_stroke (page->cr);
  return top - 6 - FASCIA_PAGE_GAP;
}

static double
draw_head (const FasciaPage *page)
{
  double y = FASCIA_PAGE_MARGIN - 4;

  y += draw_paragraph (page, page->words->title, 18, TRUE, y, page->palette->tile_ink) + 2;
  if (page->words->subtitle != NULL)
    y += draw_paragraph (page, page->words->subtitle, 10.5, FALSE, y, page->palette->label) + 2;
  y += draw_paragraph (page, page->words->summary, 12, FALSE, y, page->palette->tile_ink) + 6;
  return y + draw_legend (page, y) + 4;
}

/* What is left for the list. */
static double
get_room (const FasciaPage *page, const FasciaPageDivision *division, double top, double bottom)
{
  return bottom - top - division->figure - CAPTION_SIZE * LINE_SPACING - 2 - FASCIA_PAGE_GAP
         - draw_insets (page, division, 0, TRUE);
}

static void
draw_body (const FasciaPage *page, double top, double bottom)
{
  const FasciaPageDivision *division = NULL;
  FasciaPictureLine rest = { 0 };
  g_autoptr (GArray) list = NULL;
  double y;

  for (guint i = 0; i < G_N_ELEMENTS (divisions) && list == NULL; i++)
    {
      const double room = get_room (page, &divisions[i], top, bottom);

      division = &divisions[i];
      if (room > 0)
        list = fascia_page_place_list (page, division, room);
    }
  if (list == NULL)
    {
      division = &divisions[PART_DIVISION];
      list = fascia_page_place_part (page, division, get_room (page, division, top, bottom), &rest);
    }
  y = top + draw_figures (page, top, division->figure);
  y += draw_insets (page, division, y, FALSE);
  if (list != NULL)
    fascia_page_draw_list (page, list, division, y);
  g_free (rest.text);
}

/* The language is known by what it says. */
static gboolean
is_written_from_right (cairo_t *cr, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  pango_layout_set_text (layout, text, -1);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

void
fascia_picture_page_draw (cairo_t *cr,
                          const FasciaBody *body,
                          const FasciaPicture *picture,
                          const FasciaPictureWords *words)
{
  FasciaPage page = {
    .cr = cr,
    .palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT),
    .body = body,
    .words = words,
    .is_rtl = is_written_from_right (cr, words->caution),
  };
  double top, bottom;

  page.context = create_context (cr, page.is_rtl);
  collect (&page, picture);
  fascia_page_set_color (&page, page.palette->surface);
  cairo_paint (cr);
  top = draw_head (&page);
  bottom = draw_foot (&page);
  draw_body (&page, top, bottom);
  clear_page (&page);
}
