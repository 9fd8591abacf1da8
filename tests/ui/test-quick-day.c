/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quick day: one click answers, is saved at once, and a second takes it back.
 */

#include "config.h"

#include <math.h>

#include "fascia-test-kinds.h"
#include "fascia-test-read.h"
#include "fascia-test-window.h"
#include "journal/fascia-quick-day.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-day-watch.h"

#define NOW FASCIA_TEST_NOW_MS
#define DAY_MS ((gint64) 24 * 60 * 60 * 1000)

static gboolean
is_settled (gpointer data)
{
  return fascia_quick_day_is_settled (data);
}

static FasciaQuickDay *
open_day (Fixture *fixture)
{
  fascia_quick_day_present (GTK_WIDGET (fixture->page), fixture->journal);
  FasciaQuickDay *day = FASCIA_QUICK_DAY (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  fascia_test_assert_until (is_settled, day);
  return day;
}

static void
close_day (Fixture *fixture, FasciaQuickDay *day)
{
  g_autoptr (FasciaQuickDay) gone = g_object_ref (day);

  adw_dialog_close (ADW_DIALOG (day));
  fascia_test_assert_until (is_settled, day);
  fascia_test_drain ();
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (g_steal_pointer (&gone));
}

static FasciaAnswerRow *
get_row (FasciaQuickDay *day, const char *code)
{
  FasciaAnswerRow *row = fascia_quick_day_get_row (day, code);

  g_assert_nonnull (row);
  return row;
}

static void
click (FasciaQuickDay *day, const char *code, double value)
{
  GtkToggleButton *button = fascia_answer_buttons_get_button (
      fascia_answer_row_get_buttons (get_row (day, code)), value);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* NAN when it was not answered. @n_entries: (out): of the journal */
static double
read_answer (Fixture *fixture, const char *code, guint *n_entries)
{
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);
  double value = NAN;

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);
      const FasciaMeasurement *found
          = fascia_entry_find_measurement (entry, code, FASCIA_SIDE_MIDLINE);

      if (found != NULL && fascia_entry_get_moment (entry)->utc_ms == NOW)
        value = found->value;
    }
  *n_entries = entries->len;
  return value;
}

static void
count_saved (GtkWidget *widget, const char *text, gpointer data)
{
  if (g_str_equal (text, "Saved"))
    (*(guint *) data)++;
}

static void
test_one_click (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;
  guint n_said = 0;

  show (fixture, 360, 640);
  FasciaQuickDay *day = open_day (fixture);
  fascia_announce_set_listener (count_saved, &n_said);

  g_assert_true (isnan (fascia_answer_row_get_value (get_row (day, "sleep"))));
  click (day, "sleep", 6);
  g_assert_cmpfloat (fascia_answer_row_get_value (get_row (day, "sleep")), ==, 6);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, "sleep", &n_entries), ==, 6);
  g_assert_cmpuint (n_entries, ==, 1);
  g_assert_cmpuint (n_said, ==, 1);

  /* In a hurry: all of them into the one entry of the day. */
  click (day, "pain-average", 0);
  click (day, "pain-worst", 3);
  click (day, "stiffness-morning", 45);
  click (day, "sleep", 7);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, "pain-average", &n_entries), ==, 0);
  g_assert_cmpuint (n_entries, ==, 1);
  g_assert_cmpfloat (read_answer (fixture, "pain-worst", &n_entries), ==, 3);
  g_assert_cmpfloat (read_answer (fixture, "stiffness-morning", &n_entries), ==, 45);
  g_assert_cmpfloat (read_answer (fixture, "sleep", &n_entries), ==, 7);

  /* A second click takes it back. */
  click (day, "pain-average", 0);
  g_assert_true (isnan (fascia_answer_row_get_value (get_row (day, "pain-average"))));
  fascia_test_assert_until (is_settled, day);
  g_assert_true (isnan (read_answer (fixture, "pain-average", &n_entries)));
  g_assert_cmpuint (n_entries, ==, 1);

  /* The last one takes the entry with it. */
  click (day, "pain-worst", 3);
  click (day, "stiffness-morning", 45);
  click (day, "sleep", 7);
  fascia_test_assert_until (is_settled, day);
  read_answer (fixture, "sleep", &n_entries);
  g_assert_cmpuint (n_entries, ==, 0);
  fascia_announce_set_listener (NULL, NULL);
  close_day (fixture, day);
}

/* What was answered is there the next time; yesterday is a hint and nothing is chosen by it. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;

  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) yesterday = fascia_test_measurement_new (NOW - DAY_MS, 1);
  fascia_test_put (fixture->journal, yesterday);
  FasciaQuickDay *day = open_day (fixture);
  g_assert_true (isnan (fascia_answer_row_get_value (get_row (day, "sleep"))));
  g_assert_true (isnan (fascia_answer_row_get_value (get_row (day, "stiffness-morning"))));
  click (day, "sleep", 9);
  fascia_test_assert_until (is_settled, day);
  close_day (fixture, day);

  day = open_day (fixture);
  g_assert_cmpfloat (fascia_answer_row_get_value (get_row (day, "sleep")), ==, 9);
  click (day, "sleep", 8);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, "sleep", &n_entries), ==, 8);
  g_assert_cmpuint (n_entries, ==, 2);
  close_day (fixture, day);

  /* Tomorrow is another day. */
  fascia_clock_set_fixed (fixture->clock, NOW + DAY_MS);
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  day = open_day (fixture);
  g_assert_true (isnan (fascia_answer_row_get_value (get_row (day, "sleep"))));
  close_day (fixture, day);
}

/* An answer that was written by hand in another entry is changed there. */
static void
test_other_entry (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;

  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_measurement_new (NOW, 1);
  fascia_test_put (fixture->journal, written);
  FasciaQuickDay *day = open_day (fixture);
  g_assert_cmpfloat (fascia_answer_row_get_value (get_row (day, "pain-worst")), ==, 5);
  click (day, "pain-worst", 4);
  click (day, "pain-average", 2);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, "pain-worst", &n_entries), ==, 4);
  g_assert_cmpuint (n_entries, ==, 1);
  g_assert_cmpfloat (read_answer (fixture, "pain-average", &n_entries), ==, 2);
  close_day (fixture, day);
}

static gboolean
shows_no_sleep (gpointer data)
{
  return fascia_quick_day_get_row (data, "sleep") == NULL;
}

/* What is asked follows the preferences while the dialog is open. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  const char *const some[] = { "mood", NULL };
  const char *const none[] = { NULL };

  show (fixture, 1000, 700);
  FasciaQuickDay *day = open_day (fixture);
  g_assert_null (fascia_quick_day_get_row (day, "mood"));
  fascia_journal_set_setting_async (fixture->journal, FASCIA_SETTING_DAILY,
                                    g_variant_new_strv (some, -1), NULL, NULL, NULL);
  fascia_test_assert_until (shows_no_sleep, day);
  g_assert_nonnull (fascia_quick_day_get_row (day, "mood"));
  close_day (fixture, day);

  fascia_journal_set_setting_async (fixture->journal, FASCIA_SETTING_DAILY,
                                    g_variant_new_strv (none, -1), NULL, NULL, NULL);
  day = open_day (fixture);
  g_assert_null (fascia_quick_day_get_row (day, "mood"));
  close_day (fixture, day);
}

/* ---- the buttons ---- */

static gboolean
is_laid_out_now (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* One Tab stop; what is chosen first, and all within 300 px. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 640);
  FasciaQuickDay *day = open_day (fixture);
  FasciaAnswerButtons *buttons = fascia_answer_row_get_buttons (get_row (day, "sleep"));
  int minimum = 0;
  int natural = 0;

  fascia_test_assert_until (is_laid_out_now, fascia_answer_buttons_get_button (buttons, 7));
  gtk_widget_measure (GTK_WIDGET (buttons), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, <=, 300);
  click (day, "sleep", 6);
  fascia_test_assert_until (is_settled, day);
  gtk_widget_grab_focus (GTK_WIDGET (fascia_answer_row_get_buttons (get_row (day, "pain-worst"))));
  gtk_widget_grab_focus (GTK_WIDGET (buttons));
  GtkRoot *root = GTK_ROOT (fixture->window);
  g_assert_true (gtk_root_get_focus (root)
                 == GTK_WIDGET (fascia_answer_buttons_get_button (buttons, 6)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (buttons), GTK_DIR_RIGHT));
  g_assert_true (gtk_root_get_focus (root)
                 == GTK_WIDGET (fascia_answer_buttons_get_button (buttons, 7)));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (buttons), GTK_DIR_TAB_FORWARD));
  close_day (fixture, day);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/quick-day/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("one-click", test_one_click);
  ADD ("again", test_again);
  ADD ("other-entry", test_other_entry);
  ADD ("questions", test_questions);
  ADD ("buttons", test_buttons);
  return run_tests ();
}
