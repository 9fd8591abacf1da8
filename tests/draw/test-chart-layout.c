/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of the chart: points at their dates, gaps open, labels apart, any size.
 */

#include "config.h"

#include "fascia-chart-layout.h"
#include "fascia-test-diary.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN

/* Every character seven pixels wide. */
static double
measure (const char *text, gpointer user_data)
{
  return 7.0 * g_utf8_strlen (text, -1);
}

static FasciaChartLayout *
lay_out (const FasciaChartData *data, double width, double height, gboolean is_rtl)
{
  const FasciaChartGeometry geometry = {
    .width = width,
    .height = height,
    .is_rtl = is_rtl,
    .first_weekday = 1,
    .label_height = 15,
    .measure = measure,
  };

  return fascia_chart_layout_new (data, &geometry);
}

static FasciaChartData *
make_data (const FasciaTestDiary *diary, const char *region, gint32 first_day, gint32 last_day)
{
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);

  return fascia_chart_data_new (series, region, first_day, last_day, 1);
}

static const FasciaChartVertex *
get_vertex (const FasciaChartLayout *layout, guint line, guint index)
{
  g_assert_cmpuint (index, <, layout->lines[line].vertices->len);
  return &g_array_index (layout->lines[line].vertices, FasciaChartVertex, index);
}

static void
test_points_at_their_dates (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartData) data = NULL;
  g_autoptr (FasciaChartLayout) layout = NULL;
  double day_width;

  fascia_test_diary_add (diary, 100, 0, "a", TIGHT, 10);
  fascia_test_diary_add (diary, 101, 0, "a", TIGHT, 0);
  fascia_test_diary_add (diary, 109, 0, "a", TIGHT, 5);
  data = make_data (diary, NULL, 100, 109);
  layout = lay_out (data, 400, 200, FALSE);
  day_width = layout->plot.width / 10;

  g_assert_cmpuint (layout->lines[0].vertices->len, ==, 3);
  g_assert_cmpuint (layout->lines[1].vertices->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 0)->x, layout->plot.x + 0.5 * day_width,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 1)->x, layout->plot.x + 1.5 * day_width,
                                  1e-9);
  /* The third point of a list of three, but the tenth of ten days. */
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 2)->x, layout->plot.x + 9.5 * day_width,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 0)->y, layout->plot.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 1)->y,
                                  layout->plot.y + layout->plot.height, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_vertex (layout, 0, 2)->y,
                                  layout->plot.y + layout->plot.height / 2, 1e-9);
}

/* The axis of levels is 0 to 10 whatever the data are. */
static void
test_levels_whole (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartData) data = NULL;

  fascia_test_diary_add (diary, 100, 0, "a", TIGHT, 3);
  fascia_test_diary_add (diary, 101, 0, "a", TIGHT, 4);
  data = make_data (diary, NULL, 100, 106);
  for (double height = 60; height < 500; height += 40)
    {
      g_autoptr (FasciaChartLayout) layout = lay_out (data, 400, height, FALSE);
      const GArray *ticks = layout->level_ticks;

      g_assert_cmpuint (ticks->len, >=, 3);
      g_assert_cmpfloat (g_array_index (ticks, FasciaChartTick, 0).value, ==, 0);
      g_assert_cmpfloat (g_array_index (ticks, FasciaChartTick, ticks->len - 1).value, ==, 10);
      g_assert_cmpfloat (g_array_index (ticks, FasciaChartTick, 0).position, ==,
                         layout->plot.y + layout->plot.height);
      g_assert_cmpfloat (g_array_index (ticks, FasciaChartTick, ticks->len - 1).position, ==,
                         layout->plot.y);
    }
}

/* No run goes over a bucket without a value, and each is as long as it can be. */
static void
assert_gaps_open (const FasciaChartData *data, const FasciaChartLayout *layout)
{
  for (guint l = 0; l < FASCIA_CHART_N_SCALES; l++)
    {
      const FasciaChartLine *line = &layout->lines[l];
      guint n = 0;

      for (guint r = 0; r < line->runs->len; r++)
        {
          const FasciaChartRun *run = &g_array_index (line->runs, FasciaChartRun, r);
          guint first;
          guint last;

          g_assert_cmpuint (run->n, >, 0);
          g_assert_cmpuint (run->start, ==, n);
          first = get_vertex (layout, l, run->start)->bucket;
          last = get_vertex (layout, l, run->start + run->n - 1)->bucket;
          g_assert_cmpuint (last - first + 1, ==, run->n);
          for (guint b = first; b <= last; b++)
            g_assert_cmpuint (data->buckets[l][b].n_values, >, 0);
          if (first > 0)
            g_assert_cmpuint (data->buckets[l][first - 1].n_values, ==, 0);
          if (last + 1 < data->n_buckets)
            g_assert_cmpuint (data->buckets[l][last + 1].n_values, ==, 0);
          n += run->n;
        }
      g_assert_cmpuint (n, ==, line->vertices->len);
    }
}

static void
test_gaps (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartData) data = NULL;
  g_autoptr (FasciaChartLayout) layout = NULL;

  fascia_test_diary_add (diary, 100, 0, "a", TIGHT, 5);
  fascia_test_diary_add (diary, 101, 0, "a", TIGHT, 0);
  /* 102: nothing. 103: marked, no level: still a gap. 104: another scale. */
  fascia_test_diary_add (diary, 103, 0, "a", TIGHT, FASCIA_LEVEL_NOT_GIVEN);
  fascia_test_diary_add (diary, 104, 0, "a", PAIN, 5);
  fascia_test_diary_add (diary, 105, 0, "a", TIGHT, 6);
  data = make_data (diary, NULL, 98, 107);
  layout = lay_out (data, 400, 200, FALSE);

  g_assert_cmpuint (layout->lines[0].runs->len, ==, 2);
  g_assert_cmpuint (g_array_index (layout->lines[0].runs, FasciaChartRun, 0).n, ==, 2);
  g_assert_cmpuint (g_array_index (layout->lines[0].runs, FasciaChartRun, 1).n, ==, 1);
  g_assert_cmpuint (layout->lines[1].runs->len, ==, 1);
  assert_gaps_open (data, layout);
}

static void
assert_inside (const FasciaChartRect *rect, double x, double y)
{
  g_assert_cmpfloat (x, >=, rect->x - 1e-6);
  g_assert_cmpfloat (x, <=, rect->x + rect->width + 1e-6);
  g_assert_cmpfloat (y, >=, rect->y - 1e-6);
  g_assert_cmpfloat (y, <=, rect->y + rect->height + 1e-6);
}

static gboolean
overlaps (const FasciaChartRect *a, const FasciaChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
assert_labels_apart (const FasciaChartLayout *layout)
{
  const FasciaChartRect all = { 0, 0, layout->width, layout->height };
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (FasciaChartRect));

  for (guint i = 0; i < layout->level_ticks->len; i++)
    {
      const FasciaChartTick *tick = &g_array_index (layout->level_ticks, FasciaChartTick, i);

      if (tick->text != NULL)
        g_array_append_val (labels, tick->label);
    }
  for (guint i = 0; i < layout->day_ticks->len; i++)
    g_array_append_val (labels, g_array_index (layout->day_ticks, FasciaChartTick, i).label);
  if (layout->strip_tick.text != NULL)
    g_array_append_val (labels, layout->strip_tick.label);

  for (guint i = 0; i < labels->len; i++)
    {
      const FasciaChartRect *a = &g_array_index (labels, FasciaChartRect, i);

      assert_inside (&all, a->x, a->y);
      assert_inside (&all, a->x + a->width, a->y + a->height);
      for (guint k = i + 1; k < labels->len; k++)
        g_assert_false (overlaps (a, &g_array_index (labels, FasciaChartRect, k)));
    }
}

static void
assert_all_inside (const FasciaChartData *data, const FasciaChartLayout *layout)
{
  const FasciaChartRect all = { 0, 0, layout->width, layout->height };
  double next;

  assert_inside (&all, layout->plot.x, layout->plot.y);
  assert_inside (&all, layout->plot.x + layout->plot.width, layout->plot.y + layout->plot.height);
  for (guint l = 0; l < FASCIA_CHART_N_SCALES; l++)
    {
      for (guint i = 0; i < layout->lines[l].vertices->len; i++)
        {
          const FasciaChartVertex *vertex = get_vertex (layout, l, i);

          assert_inside (&layout->plot, vertex->x, vertex->y);
          assert_inside (&layout->plot, vertex->x, vertex->low_y);
          assert_inside (&layout->plot, vertex->x, vertex->high_y);
          g_assert_cmpfloat (vertex->high_y, <=, vertex->low_y);
        }
      for (guint i = 0; i < layout->lines[l].dots->len; i++)
        {
          const FasciaChartDot *dot = &g_array_index (layout->lines[l].dots, FasciaChartDot, i);

          assert_inside (&layout->plot, dot->x, dot->y);
        }
    }
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const FasciaChartRect *rect = &g_array_index (layout->bars, FasciaChartBar, i).rect;

      assert_inside (&layout->strip, rect->x, rect->y);
      assert_inside (&layout->strip, rect->x + rect->width, rect->y + rect->height);
    }
  g_assert_cmpuint (layout->slots->len, <=, FASCIA_BUCKET_MAX);
  /* Slots tile the plot. */
  next = layout->is_rtl ? layout->plot.x + layout->plot.width : layout->plot.x;
  for (guint i = 0; i < layout->slots->len; i++)
    {
      const FasciaChartSlot *slot = &g_array_index (layout->slots, FasciaChartSlot, i);

      g_assert_cmpfloat_with_epsilon (layout->is_rtl ? slot->x1 : slot->x0, next, 1e-6);
      next = layout->is_rtl ? slot->x0 : slot->x1;
    }
  assert_labels_apart (layout);
  assert_gaps_open (data, layout);
}

static void
test_any_size (void)
{
  static const double sizes[]
      = { 0, 1, 2, 5, 11, 20, 47, 100, 230, 360, 860, 1600, 12000, -5, NAN, INFINITY };
  static const int lengths[] = { 1, 7, 30, 90, 365, 800, 3653, 36525, 2900000 };
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (5, 800, 14);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);

  for (guint l = 0; l < G_N_ELEMENTS (lengths); l++)
    {
      g_autoptr (FasciaChartData) data = fascia_chart_data_new (
          series, NULL, FASCIA_TEST_TODAY - lengths[l] + 1, FASCIA_TEST_TODAY, 1);

      for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
        {
          for (guint h = 0; h < G_N_ELEMENTS (sizes); h++)
            {
              for (int rtl = 0; rtl < 2; rtl++)
                {
                  g_autoptr (FasciaChartLayout) layout
                      = lay_out (data, sizes[w], sizes[h], rtl == 1);

                  assert_all_inside (data, layout);
                  /* Useful sizes have their labels. */
                  if (sizes[w] >= 230 && sizes[h] >= 200 && lengths[l] >= 7 && lengths[l] <= 36525)
                    g_assert_cmpuint (layout->day_ticks->len, >=, 2);
                }
            }
        }
    }
}

static void
test_right_to_left (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (9, 90, 5);
  g_autoptr (FasciaChartData) data
      = make_data (diary, NULL, FASCIA_TEST_TODAY - 89, FASCIA_TEST_TODAY);
  g_autoptr (FasciaChartLayout) ltr = lay_out (data, 700, 260, FALSE);
  g_autoptr (FasciaChartLayout) rtl = lay_out (data, 700, 260, TRUE);

  /* A mirror image: the newest days and the axis of levels beside them change sides. */
  g_assert_cmpfloat_with_epsilon (rtl->plot.x, 700 - ltr->plot.x - ltr->plot.width, 1e-9);
  for (guint l = 0; l < FASCIA_CHART_N_SCALES; l++)
    {
      g_assert_cmpuint (ltr->lines[l].vertices->len, >, 10);
      g_assert_cmpuint (ltr->lines[l].vertices->len, ==, rtl->lines[l].vertices->len);
      for (guint i = 0; i < ltr->lines[l].vertices->len; i++)
        {
          g_assert_cmpfloat_with_epsilon (get_vertex (rtl, l, i)->x,
                                          700 - get_vertex (ltr, l, i)->x, 1e-9);
          g_assert_cmpfloat (get_vertex (rtl, l, i)->y, ==, get_vertex (ltr, l, i)->y);
        }
    }
  for (guint i = 0; i < ltr->level_ticks->len; i++)
    {
      g_assert_cmpfloat (g_array_index (ltr->level_ticks, FasciaChartTick, i).label.x, >,
                         ltr->plot.x + ltr->plot.width);
      g_assert_cmpfloat (g_array_index (rtl->level_ticks, FasciaChartTick, i).label.x, <,
                         rtl->plot.x);
    }
  g_assert_cmpint (fascia_chart_layout_find_slot (rtl, rtl->plot.x + 1), ==, 89);
  g_assert_cmpint (fascia_chart_layout_find_slot (ltr, ltr->plot.x + 1), ==, 0);
  g_assert_cmpint (fascia_chart_layout_find_slot (ltr, -100), ==, 0);
  g_assert_cmpint (fascia_chart_layout_find_slot (ltr, 9000), ==, 89);
}

static void
test_strip (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartData) all = NULL;
  g_autoptr (FasciaChartData) one = NULL;
  g_autoptr (FasciaChartLayout) layout = NULL;
  g_autoptr (FasciaChartLayout) place = NULL;
  const FasciaChartBar *bars;

  fascia_test_diary_add (diary, 100, 0, "a", TIGHT, 5);
  fascia_test_diary_add (diary, 102, 0, "a", TIGHT, 5);
  fascia_test_diary_add (diary, 102, 0, "b", TIGHT, 5);
  fascia_test_diary_add (diary, 103, 0, "a", TIGHT, 0);
  all = make_data (diary, NULL, 100, 106);
  one = make_data (diary, "a", 100, 106);
  layout = lay_out (all, 400, 240, FALSE);
  place = lay_out (one, 400, 240, FALSE);

  g_assert_cmpuint (layout->bars->len, ==, 2);
  bars = &g_array_index (layout->bars, FasciaChartBar, 0);
  g_assert_cmpuint (bars[0].bucket, ==, 0);
  g_assert_cmpuint (bars[1].bucket, ==, 2);
  g_assert_cmpfloat_with_epsilon (bars[1].rect.height, 2 * bars[0].rect.height, 1e-9);
  /* Below the levels, on the same days. */
  g_assert_cmpfloat (layout->strip.y, >, layout->plot.y + layout->plot.height);
  g_assert_cmpfloat_with_epsilon (bars[1].rect.x + bars[1].rect.width / 2,
                                  get_vertex (layout, 0, 1)->x, 1e-9);
  g_assert_cmpuint (place->bars->len, ==, 0);
  g_assert_cmpfloat (place->plot.height, >, layout->plot.height);
}

static void
test_long_ranges (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (5, 3653, 6);
  g_autoptr (FasciaChartData) data
      = make_data (diary, NULL, FASCIA_TEST_TODAY - 3652, FASCIA_TEST_TODAY);
  g_autoptr (FasciaChartData) year
      = make_data (diary, NULL, FASCIA_TEST_TODAY - 364, FASCIA_TEST_TODAY);
  g_autoptr (FasciaChartLayout) wide = lay_out (year, 860, 280, FALSE);
  g_autoptr (FasciaChartLayout) narrow = lay_out (year, 340, 200, FALSE);

  g_assert_cmpint (data->unit, ==, FASCIA_BUCKET_MONTH);
  g_assert_cmpint (data->focus_unit, ==, FASCIA_BUCKET_QUARTER);
  g_assert_cmpint (year->unit, ==, FASCIA_BUCKET_WEEK);
  /* Single days are seen behind the weeks where there is room for them. */
  g_assert_cmpuint (wide->lines[0].dots->len, ==, fascia_daily_count_values (year->daily[0]));
  g_assert_cmpuint (narrow->lines[0].dots->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-layout/points-at-their-dates", test_points_at_their_dates);
  g_test_add_func ("/chart-layout/levels-whole", test_levels_whole);
  g_test_add_func ("/chart-layout/gaps", test_gaps);
  g_test_add_func ("/chart-layout/any-size", test_any_size);
  g_test_add_func ("/chart-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/chart-layout/strip", test_strip);
  g_test_add_func ("/chart-layout/long-ranges", test_long_ranges);

  return g_test_run ();
}
