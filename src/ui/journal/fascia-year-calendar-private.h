/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the year calendar share.
 */

#pragma once

#include "fascia-year-calendar.h"

G_BEGIN_DECLS

struct _FasciaYearCalendar
{
  GtkWidget parent_instance;

  int year;
  gint32 first_day; /* of the year */
  gint32 today;
  FasciaYearDay days[FASCIA_YEAR_MAX_DAYS];
  FasciaYearMeasure measure;
  int first_weekday;
  guint current; /* day of the year that has the focus, or will */
  int hovered;   /* likewise, under the pointer; -1 */

  GtkWidget *cells[FASCIA_YEAR_MAX_DAYS]; /* NULL until a year was set */

  /* Layout, in pixels. */
  int line_height;
  int number_width;
  int cell_height;
  int title_height;
  int month_y[13]; /* where each begins, from index 1 */

  PangoLayout *numbers[31]; /* made when first drawn; gone when the font changes */
  PangoLayout *titles[12];
};

/* Gap between two tiles. */
#define FASCIA_YEAR_GAP_PX 2

/* The tile of a day. */
graphene_rect_t fascia_year_calendar_get_tile (FasciaYearCalendar *self, guint index);
void fascia_year_calendar_paint (FasciaYearCalendar *self, GtkSnapshot *snapshot);
void fascia_year_calendar_forget_layouts (FasciaYearCalendar *self);

G_END_DECLS
