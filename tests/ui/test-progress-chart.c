/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart as a widget: choosing by key and pointer, drawing only what changed, any size.
 */

#include "config.h"

#include <locale.h>

#include "fascia-chart-view.h"
#include "fascia-test-diary.h"
#include "fascia-test-utils.h"

typedef struct
{
  GtkWidget *window;
  FasciaChartView *chart;
} Fixture;

static FasciaChartData *
make_data (gint32 n_days)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (3, 400, 5);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);

  return fascia_chart_data_new (series, NULL, FASCIA_TEST_TODAY - n_days + 1, FASCIA_TEST_TODAY, 1);
}

static gboolean
is_drawn (gpointer data)
{
  return fascia_chart_view_get_n_drawn (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (FasciaChartData) data = make_data (30);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_default_direction (GPOINTER_TO_INT (user_data) != 0 ? GTK_TEXT_DIR_RTL
                                                                     : GTK_TEXT_DIR_LTR);
  fixture->window = gtk_window_new ();
  fixture->chart = FASCIA_CHART_VIEW (fascia_chart_view_new ());
  fascia_chart_view_set_data (fixture->chart, data);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 400);
  /* Has the focus at first. */
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->chart));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fascia_test_assert_until (is_drawn, fixture->chart);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart = g_object_ref (fixture->chart);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_test_drain ();
  g_assert_finalize_object (chart);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Sends a key of the class to the chart, as a shortcut controller does. */
static gboolean
press (FasciaChartView *chart, guint key)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key)
            continue;
          is_handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                     GTK_WIDGET (chart),
                                                     gtk_shortcut_get_arguments (shortcut));
          break;
        }
    }
  g_object_unref (controllers);
  return is_handled;
}

static void
test_keys (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart = fixture->chart;
  const gboolean is_rtl = GPOINTER_TO_INT (user_data) != 0;
  const guint older = is_rtl ? GDK_KEY_Right : GDK_KEY_Left;
  const guint newer = is_rtl ? GDK_KEY_Left : GDK_KEY_Right;

  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, -1);
  /* The Tab key comes to the newest day. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 29);

  g_assert_true (press (chart, older));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 28);
  g_assert_true (press (chart, newer));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 29);
  /* At the end it stays. */
  g_assert_true (press (chart, newer));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 29);
  /* The same keys whatever the direction of text: these speak of time. */
  g_assert_true (press (chart, GDK_KEY_Page_Up));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 22);
  g_assert_true (press (chart, GDK_KEY_Home));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 0);
  g_assert_true (press (chart, GDK_KEY_Page_Up));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 0);
  g_assert_true (press (chart, GDK_KEY_Page_Down));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 7);
  g_assert_true (press (chart, GDK_KEY_End));
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 29);

  /* One stop: it is left by the next Tab. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
}

static void
count_notify (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_selected (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart = fixture->chart;
  guint n_notified = 0;

  g_signal_connect_swapped (chart, "notify::selected", G_CALLBACK (count_notify), &n_notified);
  fascia_chart_view_set_selected (chart, 5);
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, 5);
  g_assert_cmpuint (n_notified, ==, 1);
  fascia_chart_view_set_selected (chart, 5);
  g_assert_cmpuint (n_notified, ==, 1);
  fascia_chart_view_set_selected (chart, 5000);
  g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, -1);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_nonnull (fascia_chart_view_get_point_text (chart, 29));
  g_assert_null (fascia_chart_view_get_point_text (chart, 30));
}

static gboolean
has_new_frame (gpointer data)
{
  guint *frames = data;

  return *frames > 1;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (*(guint *) data)++;
  gtk_widget_queue_draw (widget);
  return *(guint *) data < 4 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The picture is kept: choosing and frames draw nothing anew, data and looks do. */
static void
test_cached (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart = fixture->chart;
  const guint before = fascia_chart_view_get_n_drawn (chart);
  g_autoptr (FasciaChartData) data = make_data (90);
  guint frames = 0;

  fascia_chart_view_set_selected (chart, 3);
  gtk_widget_add_tick_callback (GTK_WIDGET (chart), on_tick, &frames, NULL);
  fascia_test_assert_until (has_new_frame, &frames);
  fascia_chart_view_set_selected (chart, 4);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
  frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (chart), on_tick, &frames, NULL);
  fascia_test_assert_until (has_new_frame, &frames);
  g_assert_cmpuint (fascia_chart_view_get_n_drawn (chart), ==, before);

  fascia_chart_view_set_data (chart, data);
  frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (chart), on_tick, &frames, NULL);
  fascia_test_assert_until (has_new_frame, &frames);
  g_assert_cmpuint (fascia_chart_view_get_n_drawn (chart), ==, before + 1);
}

static void
test_sizes (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  int minimum;
  int natural;

  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 312, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 200);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 820, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 280);
  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
}

/* New data: as many points as there are now; the choice is dropped. */
static void
test_data (Fixture *fixture, gconstpointer user_data)
{
  FasciaChartView *chart = fixture->chart;
  static const gint32 lengths[] = { 90, 7, 365, 1, 3650 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (FasciaChartData) data = make_data (lengths[i]);

      fascia_chart_view_set_selected (chart, 0);
      fascia_chart_view_set_data (chart, data);
      g_assert_cmpint (fascia_chart_view_get_selected (chart), ==, -1);
      g_assert_nonnull (fascia_chart_view_get_point_text (chart, data->n_focus - 1));
      g_assert_null (fascia_chart_view_get_point_text (chart, data->n_focus));
      g_assert_cmpuint (data->n_focus, <=, FASCIA_BUCKET_MAX);
    }
  fascia_chart_view_set_data (chart, NULL);
  g_assert_null (fascia_chart_view_get_point_text (chart, 0));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define add(path, direction, func)                                                                 \
  g_test_add (path, Fixture, GINT_TO_POINTER (direction), set_up, func, tear_down)
  add ("/progress-chart/keys", 0, test_keys);
  add ("/progress-chart/keys-right-to-left", 1, test_keys);
  add ("/progress-chart/selected", 0, test_selected);
  add ("/progress-chart/cached", 0, test_cached);
  add ("/progress-chart/sizes", 0, test_sizes);
  add ("/progress-chart/data", 0, test_data);
#undef add

  return g_test_run ();
}
