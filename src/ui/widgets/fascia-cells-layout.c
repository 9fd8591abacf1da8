/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of one width in a line, or in two lines of half of them where one line has no room.
 */

#include "config.h"

#include "fascia-cells-layout.h"

#define SPACING_PX 2

struct _FasciaCellsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (FasciaCellsLayout, fascia_cells_layout, GTK_TYPE_LAYOUT_MANAGER)

guint
fascia_cells_layout_count_in_line (guint n_cells, int cell, int width)
{
  for (guint n_lines = 1; n_lines < n_cells; n_lines++)
    {
      guint n = (n_cells + n_lines - 1) / n_lines;

      if ((int) n * cell + (int) (n - 1) * SPACING_PX <= width)
        return n;
    }
  return 1;
}

typedef struct
{
  guint n_cells;
  int width; /* of the widest */
  int height;
} Cells;

static Cells
measure_cells (GtkWidget *widget)
{
  Cells cells = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width = 0;
      int height = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      cells.n_cells++;
      cells.width = MAX (cells.width, width);
      cells.height = MAX (cells.height, height);
    }
  return cells;
}

static GtkSizeRequestMode
fascia_cells_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fascia_cells_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  Cells cells = measure_cells (widget);
  int n_cells = (int) cells.n_cells;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* Up to four lines: large text in a narrow window. */
      int n = (n_cells + 3) / 4;

      *minimum = n * cells.width + MAX (n - 1, 0) * SPACING_PX;
      *natural = n_cells * cells.width + MAX (n_cells - 1, 0) * SPACING_PX;
      return;
    }
  int n = (int) fascia_cells_layout_count_in_line (cells.n_cells, cells.width,
                                                   for_size >= 0 ? for_size : G_MAXINT);
  int n_lines = n > 0 ? (n_cells + n - 1) / n : 0;
  *minimum = n_lines * cells.height + MAX (n_lines - 1, 0) * SPACING_PX;
  *natural = *minimum;
}

static void
fascia_cells_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  Cells cells = measure_cells (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = (int) fascia_cells_layout_count_in_line (cells.n_cells, cells.width, width);
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      int column = index % n;
      /* Edges, and not widths, are rounded: no line ends before another. */
      int from = column * (width + SPACING_PX) / n;
      int to = (column + 1) * (width + SPACING_PX) / n - SPACING_PX;
      const GtkAllocation allocation = {
        .x = is_rtl ? width - to : from,
        .y = index / n * (cells.height + SPACING_PX),
        .width = MAX (to - from, cells.width),
        .height = cells.height,
      };

      gtk_widget_size_allocate (child, &allocation, -1);
      index++;
    }
}

static void
fascia_cells_layout_class_init (FasciaCellsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = fascia_cells_layout_get_request_mode;
  layout_class->measure = fascia_cells_layout_measure;
  layout_class->allocate = fascia_cells_layout_allocate;
}

static void
fascia_cells_layout_init (FasciaCellsLayout *self)
{
}

GtkLayoutManager *
fascia_cells_layout_new (void)
{
  return g_object_new (FASCIA_TYPE_CELLS_LAYOUT, NULL);
}
