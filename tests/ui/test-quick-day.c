/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quick day: one click answers, is saved at once, and a second takes it back.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "fascia-test-kinds.h"
#include "fascia-test-read.h"
#include "fascia-test-window.h"
#include "journal/fascia-quick-day.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-number-row.h"

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

/* ---- numbers that are typed ---- */

static void
on_items (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaTestRead *read = data;
  g_autoptr (GError) error = NULL;

  read->value = fascia_journal_load_items_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  read->is_done = TRUE;
}

/* Makes an own scale from 0 to 100 in steps of 0.1. (transfer full) its code */
static char *
make_scale (Fixture *fixture, const char *name)
{
  const FasciaOwnScale scale
      = { .name = name, .maximum = 100, .step = 0.1, .better = FASCIA_NOT_GIVEN };
  FasciaTestRead written = { 0 };
  FasciaTestRead read = { 0 };

  fascia_journal_put_scale_async (fixture->journal, &scale, NULL, fascia_test_on_written, &written);
  fascia_test_assert_until (fascia_test_is_read, &written);
  fascia_operation_unref (written.value);
  fascia_journal_load_items_async (fixture->journal, NULL, on_items, &read);
  fascia_test_assert_until (fascia_test_is_read, &read);
  g_autoptr (FasciaItems) items = read.value;
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    if (g_str_equal (fascia_item_get_name (fascia_items_get (items, i)), name))
      return g_strdup (fascia_item_get_code (fascia_items_get (items, i)));
  g_assert_not_reached ();
}

/* Asks for these alone. */
static void
ask (Fixture *fixture, const char *first, const char *second)
{
  const char *const codes[] = { first, second, NULL };

  fascia_journal_set_setting_async (fixture->journal, FASCIA_SETTING_DAILY,
                                    g_variant_new_strv (codes, -1), NULL, NULL, NULL);
}

static gboolean
shows_scales (gpointer data)
{
  return fascia_quick_day_is_settled (data) && fascia_quick_day_get_row (data, "sleep") == NULL;
}

/* Opens it on the scales that are asked: the dialog follows the name book. */
static FasciaQuickDay *
open_scales (Fixture *fixture, const char *code)
{
  FasciaQuickDay *day = open_day (fixture);

  fascia_test_assert_until (shows_scales, day);
  g_assert_nonnull (fascia_quick_day_get_row (day, code));
  return day;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (FasciaQuickDay *day, const char *code, const char *text)
{
  GtkWidget *number = find_widget (GTK_WIDGET (get_row (day, code)), FASCIA_TYPE_NUMBER_ROW);

  g_assert_nonnull (number);
  gtk_editable_set_text (GTK_EDITABLE (number), text);
}

static void
put_value (Fixture *fixture, guint8 number, const char *code, double value)
{
  const FasciaMeasurement measurement = { code, FASCIA_SIDE_MIDLINE, value, NULL };
  g_autoptr (FasciaEntry) empty = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, NOW, number);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_measurement (empty, &measurement);

  fascia_test_put (fixture->journal, entry);
}

/* Typing further, or over it, changes the answer where it is. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  static const char *const steps[] = { "7", "", "8", "81" };
  guint n_entries = 0;

  show (fixture, 360, 640);
  g_autofree char *code = make_scale (fixture, "Water");
  ask (fixture, code, NULL);
  put_value (fixture, 1, code, 70);
  FasciaQuickDay *day = open_scales (fixture, code);
  g_assert_cmpfloat (fascia_answer_row_get_value (get_row (day, code)), ==, 70);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    type (day, code, steps[i]);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, code, &n_entries), ==, 81);
  g_assert_cmpuint (n_entries, ==, 1);

  /* A blank that is left takes it away. */
  type (day, code, "");
  fascia_test_assert_until (is_settled, day);
  g_assert_true (isnan (read_answer (fixture, code, &n_entries)));
  g_assert_cmpuint (n_entries, ==, 0);
  close_day (fixture, day);
}

/* One that waits is written when another is typed, whichever entry it is in. */
static void
test_two_typed (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;

  show (fixture, 360, 640);
  g_autofree char *first = make_scale (fixture, "Water");
  g_autofree char *second = make_scale (fixture, "Coffee");
  ask (fixture, first, second);
  put_value (fixture, 1, first, 70);
  put_value (fixture, 2, second, 70);
  FasciaQuickDay *day = open_scales (fixture, second);
  type (day, first, "70.5");
  type (day, second, "70.6");
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, first, &n_entries), ==, 70.5);
  g_assert_cmpfloat (read_answer (fixture, second, &n_entries), ==, 70.6);
  g_assert_cmpuint (n_entries, ==, 2);
  g_assert_cmpfloat (fascia_answer_row_get_value (get_row (day, first)), ==, 70.5);
  close_day (fixture, day);
}

/* What is no number is neither an answer nor takes one away. */
static void
test_no_number (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;

  show (fixture, 360, 640);
  g_autofree char *first = make_scale (fixture, "Water");
  g_autofree char *second = make_scale (fixture, "Coffee");
  ask (fixture, first, second);
  put_value (fixture, 1, first, 70);
  FasciaQuickDay *day = open_scales (fixture, second);
  type (day, first, "70x");
  /* Written after whatever the other may have left to write. */
  type (day, second, "3");
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpfloat (read_answer (fixture, first, &n_entries), ==, 70);
  g_assert_cmpfloat (read_answer (fixture, second, &n_entries), ==, 3);
  g_assert_cmpuint (n_entries, ==, 1);
  /* It stays to be corrected. */
  g_assert_false (fascia_answer_row_is_valid (get_row (day, first)));
  close_day (fixture, day);
}

/* A window that goes, as at the end of the session, takes no answer with it. */
static void
test_window_goes (Fixture *fixture, gconstpointer data)
{
  guint n_entries = 0;

  show (fixture, 360, 640);
  g_autofree char *code = make_scale (fixture, "Water");
  ask (fixture, code, NULL);
  FasciaQuickDay *day = open_scales (fixture, code);
  type (day, code, "42");
  close_window (fixture);
  g_assert_cmpfloat (read_answer (fixture, code, &n_entries), ==, 42);
  g_assert_cmpuint (n_entries, ==, 1);
}

/* ---- what is said about it ---- */

static const char *
get_hint (FasciaQuickDay *day, const char *code)
{
  GtkWidget *row = GTK_WIDGET (get_row (day, code));
  GtkWidget *title = find_widget (row, GTK_TYPE_LABEL);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (title)));
}

static int
measure_height (FasciaQuickDay *day, const char *code)
{
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (get_row (day, code)), GTK_ORIENTATION_VERTICAL, 330, &height,
                      NULL, NULL, NULL);
  return height;
}

static gboolean
has_no_sleep (gpointer data)
{
  return fascia_quick_day_is_settled (data)
         && isnan (fascia_answer_row_get_value (get_row (data, "sleep")));
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 640);
  FasciaQuickDay *day = open_day (fixture);
  int height = measure_height (day, "sleep");
  click (day, "sleep", 6);
  fascia_test_assert_until (is_settled, day);
  g_assert_cmpstr (get_hint (day, "sleep"), ==, "Saved");
  /* Nothing moves under the finger. */
  g_assert_cmpint (measure_height (day, "sleep"), ==, height);

  fascia_journal_undo_async (fixture->journal, 0, NULL, NULL, NULL);
  fascia_test_assert_until (has_no_sleep, day);
  g_assert_cmpstr (get_hint (day, "sleep"), ==, "");
  close_day (fixture, day);
}

typedef struct
{
  GtkStack *stack;
  const char *name;
} Shown;

static gboolean
shows (gpointer data)
{
  const Shown *shown = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (shown->stack), shown->name) == 0;
}

/* What could not be read can be read again. */
static void
test_not_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *directory = g_strconcat (fixture->path, "-late", NULL);
  g_autofree char *path = g_build_filename (directory, "journal.db", NULL);

  show (fixture, 360, 640);
  /* A file is where its directory is to be. */
  g_assert_true (g_file_set_contents (directory, "in the way", -1, NULL));
  FasciaJournal *journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (journal);
  fascia_quick_day_present (GTK_WIDGET (fixture->page), journal);
  AdwDialog *day
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  Shown shown = { GTK_STACK (find_widget (GTK_WIDGET (day), GTK_TYPE_STACK)), "error" };
  fascia_test_assert_until (shows, &shown);
  GtkWidget *again = find_widget (gtk_stack_get_visible_child (shown.stack), GTK_TYPE_BUTTON);
  fascia_test_assert_until (is_laid_out_now, again);

  /* In vain, and not for ever. */
  g_signal_emit_by_name (again, "clicked");
  g_assert_false (shows (&shown));
  fascia_test_assert_until (shows, &shown);

  g_assert_cmpint (g_unlink (directory), ==, 0);
  g_signal_emit_by_name (again, "clicked");
  shown.name = "questions";
  fascia_test_assert_until (shows, &shown);
  fascia_test_assert_until (is_settled, day);
  adw_dialog_close (day);
  fascia_test_drain ();
  fascia_journal_shutdown (journal);
  fascia_test_drain ();
  g_object_unref (journal);
}

/* ---- the number itself ---- */

static void
test_format (void)
{
  static const struct
  {
    double value;
    const char *text;
  } numbers[] = {
    { 0, "0" },
    { 0.1, "0.1" },
    { -2.5, "-2.5" },
    { 12345.67, "12345.67" },
    { 1234.567, "1234.567" },
    { 1000000, "1000000" },
    { 123456789, "123456789" },
    { 999999.999, "999999.999" },
    { 0.00001, "0.00001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = fascia_number_format (numbers[i].value);
      double back = NAN;

      g_assert_cmpstr (text, ==, numbers[i].text);
      g_assert_true (fascia_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, numbers[i].value);
    }
}

/* What is opened is what is saved, at both ends and at every step. */
static void
test_round_trip (void)
{
  g_autoptr (FasciaNumberRow) row
      = g_object_ref_sink (FASCIA_NUMBER_ROW (fascia_number_row_new ("Steps", 0, 1000000, 0.001)));

  for (double value = 0; value <= 1000000; value += value < 10 ? 0.25 : 12345.125)
    {
      fascia_number_row_set_value (row, value);
      g_assert_true (fascia_number_row_is_valid (row));
      g_assert_cmpfloat (fascia_number_row_get_value (row), ==, value);
    }
  fascia_number_row_set_value (row, 1000000);
  g_assert_cmpfloat (fascia_number_row_get_value (row), ==, 1000000);
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Steps: a number from 0 to 1000000, in steps of 0.001");
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
  ADD ("typed", test_typed);
  ADD ("two-typed", test_two_typed);
  ADD ("no-number", test_no_number);
  ADD ("window-goes", test_window_goes);
  ADD ("saved", test_saved);
  ADD ("not-read", test_not_read);
  g_test_add_func ("/number-row/format", test_format);
  g_test_add_func ("/number-row/round-trip", test_round_trip);
  return run_tests ();
}
