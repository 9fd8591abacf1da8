/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The year calendar: what a day is worth, where it stands, how keys walk, what is said of it.
 */

#include "config.h"

#include <adwaita.h>

#include "core/journal/fascia-moment.h"
#include "fascia-core-resources.h"
#include "fascia-test-diary.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "journal/fascia-year-calendar.h"
#include "journal/fascia-year-day-cell.h"

/* ---- pure ---- */

static gint32
day_of (int year, int month, int dom)
{
  return fascia_day_from_ymd (year, month, dom);
}

static void
test_fill (void)
{
  FasciaYearDay days[FASCIA_YEAR_MAX_DAYS];
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (FasciaDayCount));
  const gint32 first = day_of (2026, 1, 1);
  const FasciaDayCount all[] = {
    { first - 1, 9 }, { first, 3 }, { first + 40, 1 }, { first + 364, 2 }, { first + 365, 9 },
  };

  g_array_append_vals (counts, all, G_N_ELEMENTS (all));
  fascia_test_diary_add (diary, first - 1, 600, "jaw-right", FASCIA_SCALE_TIGHTNESS, 9);
  fascia_test_diary_add (diary, first, 600, "jaw-right", FASCIA_SCALE_TIGHTNESS, 6);
  fascia_test_diary_add (diary, first, 600, "jaw-left", FASCIA_SCALE_TIGHTNESS, 2);
  fascia_test_diary_add (diary, first, 600, "jaw-left", FASCIA_SCALE_PAIN, 4);
  fascia_test_diary_add_nothing (diary, first + 40, 600);
  fascia_test_diary_add (diary, first + 364, 600, "jaw-left", FASCIA_SCALE_TIGHTNESS,
                         FASCIA_LEVEL_NOT_GIVEN);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);

  fascia_year_days_fill (days, 2026, counts, series);
  /* The worst place, not the mean; the days about the year are of other years. */
  g_assert_cmpuint (days[0].n_entries, ==, 3);
  g_assert_cmpint (days[0].tightness, ==, 6);
  g_assert_cmpint (days[0].pain, ==, 4);
  /* A gap is a gap, and no 0. */
  g_assert_cmpuint (days[1].n_entries, ==, 0);
  g_assert_cmpint (days[1].tightness, ==, FASCIA_LEVEL_NOT_GIVEN);
  /* "Nothing today" is 0, and no gap. */
  g_assert_cmpint (days[40].tightness, ==, 0);
  g_assert_cmpint (days[40].pain, ==, 0);
  /* Marked without a level. */
  g_assert_cmpuint (days[364].n_entries, ==, 2);
  g_assert_cmpint (days[364].tightness, ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpuint (days[365].n_entries, ==, 0);

  g_assert_cmpint (fascia_year_day_get_step (&days[0], FASCIA_YEAR_TIGHTNESS), ==, 2);
  g_assert_cmpint (fascia_year_day_get_step (&days[0], FASCIA_YEAR_PAIN), ==, 1);
  g_assert_cmpint (fascia_year_day_get_step (&days[0], FASCIA_YEAR_ENTRIES), ==, 2);
  g_assert_cmpint (fascia_year_day_get_step (&days[1], FASCIA_YEAR_ENTRIES), ==, -1);
  g_assert_cmpint (fascia_year_day_get_step (&days[40], FASCIA_YEAR_TIGHTNESS), ==, -1);
  const FasciaYearDay busy = { 12, 10, 1 };
  g_assert_cmpint (fascia_year_day_get_step (&busy, FASCIA_YEAR_ENTRIES), ==, 4);
  g_assert_cmpint (fascia_year_day_get_step (&busy, FASCIA_YEAR_TIGHTNESS), ==, 4);
  g_assert_cmpint (fascia_year_day_get_step (&busy, FASCIA_YEAR_PAIN), ==, 0);

  /* Nothing read yet. */
  fascia_year_days_fill (days, 2024, NULL, NULL);
  g_assert_cmpuint (days[365].n_entries, ==, 0);
}

static void
assert_name (FasciaYearDay day, gint32 number, FasciaYearMeasure measure, const char *expected)
{
  g_autofree char *name = fascia_year_day_dup_name (&day, number, measure);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  const gint32 day = day_of (2026, 11, 17);

  assert_name ((FasciaYearDay) { 3, 6, 4 }, day, FASCIA_YEAR_TIGHTNESS,
               "Tuesday 17 November, worst tightness 6, 3 entries");
  assert_name ((FasciaYearDay) { 3, 6, 4 }, day, FASCIA_YEAR_PAIN,
               "Tuesday 17 November, worst pain 4, 3 entries");
  assert_name ((FasciaYearDay) { 1, 6, 4 }, day, FASCIA_YEAR_ENTRIES,
               "Tuesday 17 November, 1 entry");
  assert_name ((FasciaYearDay) { 1, 0, -1 }, day, FASCIA_YEAR_TIGHTNESS,
               "Tuesday 17 November, worst tightness 0, 1 entry");
  assert_name ((FasciaYearDay) { 1, -1, -1 }, day, FASCIA_YEAR_PAIN,
               "Tuesday 17 November, 1 entry");
  assert_name ((FasciaYearDay) { 0, -1, -1 }, day, FASCIA_YEAR_TIGHTNESS,
               "Tuesday 17 November, no entries");
}

/* Over all months of a century each day has a cell of its own, in the column of its weekday. */
static void
test_cells (void)
{
  for (int first_weekday = 1; first_weekday <= 7; first_weekday++)
    for (int year = 1980; year < 2080; year++)
      for (int month = 1; month <= 12; month++)
        {
          const int n_days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
          int last = -1;

          for (int dom = 1; dom <= n_days; dom++)
            {
              int column;
              int row;

              fascia_year_get_cell (year, month, dom, first_weekday, &column, &row);
              g_assert_cmpint ((column + first_weekday - 1) % 7 + 1, ==,
                               fascia_day_get_weekday (day_of (year, month, dom)));
              g_assert_cmpint (row * 7 + column, >, last);
              if (dom > 1)
                g_assert_cmpint (row * 7 + column, ==, last + 1);
              else
                g_assert_cmpint (row, ==, 0);
              last = row * 7 + column;
            }
          g_assert_cmpint (fascia_year_count_rows (year, month, first_weekday), ==, last / 7 + 1);
        }
  g_assert_cmpuint (fascia_year_get_n_days (2024), ==, 366);
  g_assert_cmpuint (fascia_year_get_n_days (2026), ==, 365);
}

static void
test_moves (void)
{
  static const struct
  {
    int from[3];
    FasciaYearStep step;
    int to[3];
  } cases[] = {
    { { 2026, 3, 1 }, FASCIA_YEAR_DAY_BACK, { 2026, 2, 28 } },
    { { 2026, 12, 31 }, FASCIA_YEAR_DAY_ON, { 2027, 1, 1 } },
    { { 2026, 1, 3 }, FASCIA_YEAR_WEEK_BACK, { 2025, 12, 27 } },
    { { 2026, 3, 10 }, FASCIA_YEAR_WEEK_ON, { 2026, 3, 17 } },
    { { 2026, 3, 10 }, FASCIA_YEAR_MONTH_START, { 2026, 3, 1 } },
    { { 2024, 2, 10 }, FASCIA_YEAR_MONTH_END, { 2024, 2, 29 } },
    { { 2026, 3, 31 }, FASCIA_YEAR_MONTH_BACK, { 2026, 2, 28 } },
    { { 2026, 1, 31 }, FASCIA_YEAR_MONTH_BACK, { 2025, 12, 31 } },
    { { 2026, 12, 5 }, FASCIA_YEAR_MONTH_ON, { 2027, 1, 5 } },
    { { 2026, 8, 31 }, FASCIA_YEAR_MONTH_ON, { 2026, 9, 30 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        fascia_year_move (day_of (cases[i].from[0], cases[i].from[1], cases[i].from[2]),
                          cases[i].step),
        ==, day_of (cases[i].to[0], cases[i].to[1], cases[i].to[2]));
}

/* ---- the widget ---- */

typedef struct
{
  GtkWindow *window;
  FasciaYearCalendar *calendar;
  GtkWidget *before;
  GtkWidget *after;
  int opened;
  int wanted;
} Fixture;

static void
on_opened (FasciaYearCalendar *calendar, int day, Fixture *fixture)
{
  fixture->opened = day;
}

static void
on_wanted (FasciaYearCalendar *calendar, int day, Fixture *fixture)
{
  fixture->wanted = day;
}

static gboolean
is_allocated (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((Fixture *) data)->calendar)) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *calendar = fascia_year_calendar_new ();
  FasciaYearDay days[FASCIA_YEAR_MAX_DAYS];

  fascia_year_days_fill (days, 2026, NULL, NULL);
  days[0] = (FasciaYearDay) { 2, 7, 3 };
  fixture->calendar = FASCIA_YEAR_CALENDAR (calendar);
  fixture->before = gtk_button_new_with_label ("before");
  fixture->after = gtk_button_new_with_label ("after");
  fixture->opened = -1;
  fixture->wanted = -1;
  g_signal_connect (calendar, "day-opened", G_CALLBACK (on_opened), fixture);
  g_signal_connect (calendar, "year-wanted", G_CALLBACK (on_wanted), fixture);
  fascia_year_calendar_set_first_weekday (fixture->calendar, 1);
  fascia_year_calendar_set_year (fixture->calendar, 2026, day_of (2026, 3, 10), days);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), fixture->after);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, box);
  gtk_window_set_default_size (fixture->window, 280, 700);
  gtk_window_present (fixture->window);
  fascia_test_assert_until (is_allocated, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaYearCalendar) calendar = g_object_ref (fixture->calendar);

  gtk_window_destroy (fixture->window);
  fascia_test_drain ();
  g_assert_finalize_object (g_steal_pointer (&calendar));
}

/* As the keyboard does it: the controller of the calendar hears it. */
static gboolean
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->calendar));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  return is_handled;
}

static void
assert_day (Fixture *fixture, int year, int month, int dom)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  g_assert_cmpint (fascia_year_calendar_get_day (fixture->calendar), ==, day_of (year, month, dom));
  g_assert_true (FASCIA_IS_YEAR_DAY_CELL (focus));
  g_assert_cmpint ((int) fascia_year_day_cell_get_index (FASCIA_YEAR_DAY_CELL (focus)), ==,
                   day_of (year, month, dom) - day_of (year, 1, 1));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  /* In at today, out at once. */
  gtk_widget_grab_focus (fixture->before);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  assert_day (fixture, 2026, 3, 10);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (fixture->after));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD));
  assert_day (fixture, 2026, 3, 10);

  press (fixture, GDK_KEY_Right);
  assert_day (fixture, 2026, 3, 11);
  press (fixture, GDK_KEY_Down);
  assert_day (fixture, 2026, 3, 18);
  press (fixture, GDK_KEY_Home);
  assert_day (fixture, 2026, 3, 1);
  press (fixture, GDK_KEY_Left);
  assert_day (fixture, 2026, 2, 28);
  press (fixture, GDK_KEY_End);
  assert_day (fixture, 2026, 2, 28);
  press (fixture, GDK_KEY_Page_Up);
  assert_day (fixture, 2026, 1, 28);
  press (fixture, GDK_KEY_Up);
  assert_day (fixture, 2026, 1, 21);
  g_assert_false (press (fixture, GDK_KEY_x));

  /* Where it was left. */
  gtk_widget_grab_focus (fixture->after);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  assert_day (fixture, 2026, 1, 21);

  /* Out of the year nothing moves before somebody shows the other year. */
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpint (fixture->wanted, ==, day_of (2025, 12, 21));
  assert_day (fixture, 2026, 1, 21);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  fascia_year_calendar_focus_day (fixture->calendar, day_of (2026, 5, 4));
  assert_day (fixture, 2026, 5, 4);
  g_assert_true (
      gtk_widget_activate_action (gtk_window_get_focus (fixture->window), "day.open", NULL));
  g_assert_cmpint (fixture->opened, ==, day_of (2026, 5, 4));
  /* Another year is none of its days. */
  fascia_year_calendar_focus_day (fixture->calendar, day_of (2025, 5, 4));
  assert_day (fixture, 2026, 5, 4);
}

/* Monday is at the side where reading begins. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t monday;
  graphene_rect_t sunday;

  g_assert_true (fascia_year_calendar_get_bounds (fixture->calendar, day_of (2026, 3, 9), &monday));
  g_assert_true (
      fascia_year_calendar_get_bounds (fixture->calendar, day_of (2026, 3, 15), &sunday));
  g_assert_cmpfloat (monday.origin.x, <, sunday.origin.x);
  g_assert_cmpfloat (monday.origin.y, ==, sunday.origin.y);

  gtk_widget_set_direction (GTK_WIDGET (fixture->calendar), GTK_TEXT_DIR_RTL);
  g_assert_true (fascia_year_calendar_get_bounds (fixture->calendar, day_of (2026, 3, 9), &monday));
  g_assert_true (
      fascia_year_calendar_get_bounds (fixture->calendar, day_of (2026, 3, 15), &sunday));
  g_assert_cmpfloat (monday.origin.x, >, sunday.origin.x);
  fascia_year_calendar_focus_day (fixture->calendar, day_of (2026, 3, 10));
  press (fixture, GDK_KEY_Right);
  assert_day (fixture, 2026, 3, 9);
}

/* All tiles of all days lie apart, and in the widget. */
static void
test_layout (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t tiles[365];
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (fixture->calendar));

  for (int i = 0; i < 365; i++)
    {
      g_assert_true (
          fascia_year_calendar_get_bounds (fixture->calendar, day_of (2026, 1, 1) + i, &tiles[i]));
      g_assert_cmpfloat (tiles[i].origin.x, >=, 0);
      g_assert_cmpfloat (tiles[i].origin.x + tiles[i].size.width, <=, width + 0.5F);
      /* Large enough for a finger. */
      g_assert_cmpfloat (tiles[i].size.width, >=, 24);
      g_assert_cmpfloat (tiles[i].size.height, >=, 24);
      for (int j = MAX (0, i - 45); j < i; j++)
        g_assert_false (graphene_rect_intersection (&tiles[i], &tiles[j], NULL));
    }
}

#define add(name, function)                                                                        \
  g_test_add ("/year-calendar/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  g_test_add_func ("/year-calendar/fill", test_fill);
  g_test_add_func ("/year-calendar/names", test_names);
  g_test_add_func ("/year-calendar/cells", test_cells);
  g_test_add_func ("/year-calendar/moves", test_moves);
  add ("keys", test_keys);
  add ("open", test_open);
  add ("direction", test_direction);
  add ("layout", test_layout);

  return g_test_run ();
}
