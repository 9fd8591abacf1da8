/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays a picture out on a page: words above, the figures, what is enlarged, the list, the foot.
 */

#include "config.h"

#include "fascia-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points. */
#define MARGIN 38.0
#define GAP 8.0
#define COLUMN_GAP 16.0
#define SWATCH 8.0
#define SWATCH_ROOM 13.0
#define CAPTION_SIZE 9.0
/* The figure is drawn as if it were that much bigger: a page is read from closer than a screen, and
 * print is finer, so numbers may be smaller and lines thinner. */
#define FINENESS 1.4
/* An inset that enlarges less than this says nothing new. */
#define MIN_ENLARGEMENT 1.3
#define LINE_SPACING 1.5
#define LEGEND_GAP 14.0

/* How the page is divided; a longer list makes the figures smaller. */
typedef struct
{
  double figure;
  double inset;
  guint n_columns;
  double size;
} Division;

static const Division divisions[] = {
  { 440, 104, 2, 9.5 }, { 400, 96, 2, 9 },   { 360, 88, 2, 8.5 }, { 330, 78, 3, 8 },
  { 300, 70, 3, 7.5 },  { 260, 62, 4, 6.5 }, { 250, 0, 4, 6.5 },
};

typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  const FasciaFigurePalette *palette;
  const FasciaBody *body;
  const FasciaPictureWords *words;
  gboolean is_rtl;
  FasciaFigureMarks marks;
  GArray *mark_list;   /* FasciaFigureMark */
  GArray *heat_list;   /* FasciaFigureHeat */
  GArray *spread_list; /* FasciaFigureSpread */
  GPtrArray *insets;   /* const FasciaInset: those with something in them */
} Page;

/* ── What lies on the figure ─────────────────────────────────────────────────────────────────── */

static void
collect_entry (Page *page, const FasciaPicture *picture)
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
collect_heat (Page *page, const FasciaPicture *picture)
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
is_filled (const Page *page, const FasciaRegion *region)
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
has_content (const Page *page, const FasciaInset *inset)
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
collect (Page *page, const FasciaPicture *picture)
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
clear_page (Page *page)
{
  g_array_unref (page->mark_list);
  g_array_unref (page->heat_list);
  g_array_unref (page->spread_list);
  g_ptr_array_unref (page->insets);
  g_object_unref (page->context);
}

/* ── Text ────────────────────────────────────────────────────────────────────────────────────── */

static void
set_color (const Page *page, FasciaColor color)
{
  cairo_set_source_rgba (page->cr, (double) color.red, (double) color.green, (double) color.blue,
                         (double) color.alpha);
}

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

/* (transfer full) @width below 0: as long as it is. */
static PangoLayout *
create_text (const Page *page, const char *text, double size, gboolean is_bold, double width)
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

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
}

static void
show_text (const Page *page, PangoLayout *layout, double x, double y, FasciaColor color)
{
  set_color (page, color);
  cairo_move_to (page->cr, x, y);
  pango_cairo_show_layout (page->cr, layout);
}

/* Of the whole width; returns the height. */
static double
draw_paragraph (const Page *page,
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
  layout = create_text (page, text, size, is_bold, FASCIA_PICTURE_WIDTH - 2 * MARGIN);
  get_size (layout, NULL, &height);
  show_text (page, layout, MARGIN, y, color);
  return height;
}

/* @x is where the swatch begins on the side where lines begin, @y its middle. */
static void
draw_swatch (const Page *page, int swatch, double x, double y)
{
  const FasciaFigurePalette *palette = page->palette;
  const double dashes[2] = { 2.2, 1.6 };
  const double left = page->is_rtl ? x - SWATCH : x;

  if (swatch == FASCIA_PICTURE_SWATCH_NONE)
    return;
  cairo_save (page->cr);
  cairo_rectangle (page->cr, left + 0.5, y - SWATCH / 2 + 0.5, SWATCH - 1, SWATCH - 1);
  cairo_set_line_width (page->cr, 1);
  if (swatch >= 0 && swatch < FASCIA_FIGURE_STEPS)
    {
      set_color (page, palette->ramp[swatch]);
      cairo_fill_preserve (page->cr);
      set_color (page, palette->edge[swatch]);
    }
  else
    {
      set_color (page, palette->tile);
      cairo_fill_preserve (page->cr);
      set_color (page, swatch == FASCIA_PICTURE_SWATCH_OPEN ? palette->edge[FASCIA_FIGURE_STEPS / 2]
                                                            : palette->tile_ink);
      if (swatch == FASCIA_PICTURE_SWATCH_OPEN)
        cairo_set_dash (page->cr, dashes, 2, 0);
    }
  cairo_stroke (page->cr);
  cairo_restore (page->cr);
}

/* x of something @width wide that begins @from after the beginning of a line between two edges. */
static double
get_x (const Page *page, double left, double right, double from, double width)
{
  return page->is_rtl ? right - from - width : left + from;
}

/* How wide the steps are in one row. */
static double
measure_legend (const Page *page, double size)
{
  double total = 0;

  for (guint i = 0; i < page->words->legend->len; i++)
    {
      const FasciaPictureLine *line = &g_array_index (page->words->legend, FasciaPictureLine, i);
      g_autoptr (PangoLayout) layout = create_text (page, line->text, size, FALSE, -1);
      double width;

      get_size (layout, &width, NULL);
      total += SWATCH_ROOM + width + LEGEND_GAP;
    }
  return total;
}

/* What the colours mean, in as many rows as it takes; returns the height. */
static double
draw_legend (const Page *page, double y)
{
  const double left = MARGIN;
  const double right = FASCIA_PICTURE_WIDTH - MARGIN;
  const double size = 9;
  const double row = size * 1.75;
  double from = 0;
  double width;
  double top = y;
  g_autoptr (PangoLayout) title = create_text (page, page->words->legend_title, size, TRUE, -1);

  get_size (title, &width, NULL);
  show_text (page, title, get_x (page, left, right, 0, width), top, page->palette->tile_ink);
  from = width + LEGEND_GAP;
  if (from + measure_legend (page, size) > right - left + LEGEND_GAP)
    {
      from = 0;
      top += row;
    }
  for (guint i = 0; i < page->words->legend->len; i++)
    {
      const FasciaPictureLine *line = &g_array_index (page->words->legend, FasciaPictureLine, i);
      g_autoptr (PangoLayout) layout = create_text (page, line->text, size, FALSE, -1);
      double height;

      get_size (layout, &width, &height);
      if (from > 0 && from + SWATCH_ROOM + width > right - left)
        {
          from = 0;
          top += row;
        }
      draw_swatch (page, line->swatch, get_x (page, left, right, from, 0), top + height / 2);
      show_text (page, layout, get_x (page, left, right, from + SWATCH_ROOM, width), top,
                 page->palette->tile_ink);
      from += SWATCH_ROOM + width + LEGEND_GAP;
    }
  return top - y + row;
}

/* ── Figures ─────────────────────────────────────────────────────────────────────────────────── */

static void
draw_caption (const Page *page, const char *text, double middle, double y, double room)
{
  g_autoptr (PangoLayout) layout = create_text (page, text, CAPTION_SIZE, FALSE, room);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  show_text (page, layout, middle - room / 2, y, page->palette->label);
}

static void
fill_options (FasciaFigureOptions *options)
{
  *options = (FasciaFigureOptions) {
    /* Translators: stands beside the figure, on the side where it is. */
    .left_label = _ ("your left"),
    .right_label = _ ("your right"),
    .has_numerals = TRUE,
    .font_scale = 0.95,
  };
}

static double
draw_figures (const Page *page, double y, double height)
{
  const double width = height * FASCIA_FIGURE_WIDTH / FASCIA_FIGURE_HEIGHT;
  const double gap = fmin (28, FASCIA_PICTURE_WIDTH - 2 * MARGIN - 2 * width);
  const double start = (FASCIA_PICTURE_WIDTH - 2 * width - gap) / 2;
  const double caption = CAPTION_SIZE * LINE_SPACING + 2;
  FasciaFigureOptions options;

  fill_options (&options);
  for (int i = 0; i < 2; i++)
    {
      const gboolean is_front = (i == 0) != page->is_rtl;
      const double x = start + i * (width + gap);

      draw_caption (page, is_front ? C_ ("figure", "Front") : C_ ("figure", "Back"), x + width / 2,
                    y, width);
      cairo_save (page->cr);
      cairo_translate (page->cr, x, y + caption);
      cairo_scale (page->cr, 1 / FINENESS, 1 / FINENESS);
      fascia_body_figure_render (
          page->cr, page->body, is_front ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK, 0, 0,
          width * FINENESS, height * FINENESS, &page->marks, page->palette, &options);
      cairo_restore (page->cr);
    }
  return caption + height + GAP;
}

/* Those worth showing at that height, as wide as they are. */
static guint
measure_insets (const Page *page, const Division *division, double *widths, double *total)
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
      *total += widths[i] + (n > 0 ? GAP : 0);
      n++;
    }
  return n;
}

/* Head, hands and feet enlarged, in a row; returns the height. */
static double
draw_insets (const Page *page, const Division *division, double y, gboolean is_measured_only)
{
  const double room = FASCIA_PICTURE_WIDTH - 2 * MARGIN;
  g_autofree double *widths = g_new0 (double, page->insets->len + 1);
  double total;
  const guint n = measure_insets (page, division, widths, &total);
  const double shrink = fmin (1, n > 0 ? (room - GAP * (n - 1)) / (total - GAP * (n - 1)) : 1);
  const double height = division->inset * shrink;
  double caption = CAPTION_SIZE * LINE_SPACING;
  double from;
  FasciaFigureOptions options;

  if (n == 0)
    return 0;
  fill_options (&options);
  from = (room - (total - GAP * (n - 1)) * shrink - GAP * (n - 1)) / 2;
  for (guint i = 0; i < page->insets->len; i++)
    {
      const FasciaInset *inset = g_ptr_array_index (page->insets, i);
      const double width = widths[i] * shrink;
      const double x = get_x (page, MARGIN, MARGIN + room, from, width);
      g_autoptr (PangoLayout) name = NULL;
      double name_height;

      if (width <= 0)
        continue;
      from += width + GAP;
      name = create_text (page, fascia_inset_get_name (inset), CAPTION_SIZE - 1, FALSE,
                          width + GAP - 2);
      pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
      get_size (name, NULL, &name_height);
      caption = fmax (caption, name_height);
      if (is_measured_only)
        continue;
      show_text (page, name, x - GAP / 2 + 1, y + height + 2, page->palette->label);
      cairo_save (page->cr);
      cairo_translate (page->cr, x, y);
      cairo_scale (page->cr, 1 / FINENESS, 1 / FINENESS);
      fascia_body_figure_render_inset (page->cr, page->body, inset, 0, 0, width * FINENESS,
                                       height * FINENESS, &page->marks, page->palette, &options);
      cairo_restore (page->cr);
    }
  return height + caption + GAP;
}

/* ── The list ────────────────────────────────────────────────────────────────────────────────── */

/* A line that has its column and its place there. */
typedef struct
{
  PangoLayout *layout;
  const FasciaPictureLine *line;
  double height;
  guint column;
  double y;
} Placed;

static void
clear_placed (gpointer data)
{
  Placed *placed = data;

  g_clear_object (&placed->layout);
}

static double
get_column_width (guint n_columns)
{
  return (FASCIA_PICTURE_WIDTH - 2 * MARGIN - COLUMN_GAP * (n_columns - 1)) / n_columns;
}

static PangoLayout *
create_line (const Page *page, const FasciaPictureLine *line, double size, double width)
{
  PangoLayout *layout = create_text (page, line->text, size, line->is_heading, width - SWATCH_ROOM);
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
append_placed (const Page *page, GArray *all, const FasciaPictureLine *line, const Division *d)
{
  Placed placed = { .line = line };

  placed.layout = create_line (page, line, d->size, get_column_width (d->n_columns));
  get_size (placed.layout, NULL, &placed.height);
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
      Placed *placed = &g_array_index (all, Placed, i);
      const double above = placed->line->is_heading && y > 0 ? 0.5 * placed->height : 0;
      double needed = above + placed->height;

      if (placed->line->is_heading && i + 1 < all->len)
        needed += placed[1].height;
      if (y > 0 && y + needed > height)
        {
          column++;
          y = 0;
        }
      if (column >= n_columns || y + placed->height > height)
        return i;
      placed->column = column;
      placed->y = y > 0 ? y + above : y;
      y = placed->y + placed->height;
    }
  return all->len;
}

/* The whole list, balanced over the columns; NULL when there is not enough room. */
static GArray *
place_list (const Page *page, const Division *division, double room)
{
  const GArray *list = page->words->list;
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Placed));
  double total = 0;
  double height;

  g_array_set_clear_func (all, clear_placed);
  for (guint i = 0; i < list->len; i++)
    {
      append_placed (page, all, &g_array_index (list, FasciaPictureLine, i), division);
      total += g_array_index (all, Placed, i).height;
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

/* As many lines as there is room for, and one that counts the others. @rest outlives the result. */
static GArray *
place_part (const Page *page, const Division *division, double room, FasciaPictureLine *rest)
{
  const GArray *list = page->words->list;
  g_autoptr (GArray) whole = g_array_new (FALSE, TRUE, sizeof (Placed));

  g_array_set_clear_func (whole, clear_placed);
  for (guint i = 0; i < list->len; i++)
    append_placed (page, whole, &g_array_index (list, FasciaPictureLine, i), division);
  /* The line that counts the others takes the place of some of those that found room. */
  for (guint n = MIN (flow (whole, division->n_columns, room) + 1, list->len); n-- > 0;)
    {
      g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Placed));
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

static void
draw_list (const Page *page, const GArray *all, const Division *division, double y)
{
  const double width = get_column_width (division->n_columns);

  for (guint i = 0; i < all->len; i++)
    {
      const Placed *placed = &g_array_index (all, Placed, i);
      const double from = placed->column * (width + COLUMN_GAP);
      const double left = get_x (page, MARGIN, FASCIA_PICTURE_WIDTH - MARGIN, from, width);
      const gboolean is_plain = placed->line->is_heading;
      const double indent = is_plain ? 0 : SWATCH_ROOM;
      /* The first line of a text of several. */
      const double middle = y + placed->y + 0.62 * division->size;

      draw_swatch (page, placed->line->swatch, get_x (page, left, left + width, 0, 0), middle);
      show_text (page, placed->layout,
                 get_x (page, left, left + width, indent, width - SWATCH_ROOM), y + placed->y,
                 page->palette->tile_ink);
    }
}

/* ── The page ────────────────────────────────────────────────────────────────────────────────── */

/* Returns where it begins. */
static double
draw_foot (const Page *page)
{
  const double size = 8;
  const double y = FASCIA_PICTURE_HEIGHT - MARGIN - size * 1.3;
  const double left = MARGIN;
  const double right = FASCIA_PICTURE_WIDTH - MARGIN;
  const double room = (right - left - GAP) / 2;
  g_autoptr (PangoLayout) foot = create_text (page, page->words->foot, size, FALSE, room);
  g_autoptr (PangoLayout) caution = create_text (page, page->words->caution, size, FALSE, room);
  double height, other, top;
  FasciaColor rule = page->palette->label;

  get_size (foot, NULL, &height);
  get_size (caution, NULL, &other);
  top = fmin (y, FASCIA_PICTURE_HEIGHT - MARGIN - fmax (height, other));
  show_text (page, caution, get_x (page, left, right, 0, room), top, page->palette->label);
  pango_layout_set_alignment (foot, page->is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  show_text (page, foot, get_x (page, left, right, room + GAP, room), top, page->palette->label);
  rule.alpha = 0.35f;
  set_color (page, rule);
  cairo_set_line_width (page->cr, 0.6);
  cairo_move_to (page->cr, left, top - 6);
  cairo_line_to (page->cr, right, top - 6);
  cairo_stroke (page->cr);
  return top - 6 - GAP;
}

static double
draw_head (const Page *page)
{
  double y = MARGIN - 4;

  y += draw_paragraph (page, page->words->title, 18, TRUE, y, page->palette->tile_ink) + 2;
  if (page->words->subtitle != NULL)
    y += draw_paragraph (page, page->words->subtitle, 10.5, FALSE, y, page->palette->label) + 2;
  y += draw_paragraph (page, page->words->summary, 12, FALSE, y, page->palette->tile_ink) + 6;
  return y + draw_legend (page, y) + 4;
}

static void
draw_body (const Page *page, double top, double bottom)
{
  const Division *division = NULL;
  FasciaPictureLine rest = { 0 };
  g_autoptr (GArray) list = NULL;
  double y;

  for (guint i = 0; i < G_N_ELEMENTS (divisions) && list == NULL; i++)
    {
      double room = bottom - top - divisions[i].figure - CAPTION_SIZE * LINE_SPACING - 2 - GAP;

      division = &divisions[i];
      room -= draw_insets (page, division, 0, TRUE);
      if (room > 0)
        list = place_list (page, division, room);
      if (list == NULL && i + 1 == G_N_ELEMENTS (divisions))
        list = place_part (page, division, room, &rest);
    }
  y = top + draw_figures (page, top, division->figure);
  y += draw_insets (page, division, y, FALSE);
  if (list != NULL)
    draw_list (page, list, division, y);
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
  Page page = {
    .cr = cr,
    .palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT),
    .body = body,
    .words = words,
    .is_rtl = is_written_from_right (cr, words->caution),
  };
  double top, bottom;

  page.context = create_context (cr, page.is_rtl);
  collect (&page, picture);
  set_color (&page, page.palette->surface);
  cairo_paint (cr);
  top = draw_head (&page);
  bottom = draw_foot (&page);
  draw_body (&page, top, bottom);
  clear_page (&page);
}
