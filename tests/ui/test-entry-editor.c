/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing entries of every kind in the editor: what is typed is saved as the person says, and never
 * otherwise.
 */

#include "config.h"

#include <math.h>

#include "entry-editor-fixture.h"
#include "fascia-name-book.h"

/* ---- every kind ---- */

static void
test_visit (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);

  g_assert_cmpfloat (fascia_number_row_get_value (get_row (editor, "Minutes")), ==, 60);
  type (editor, "Therapist", "Anna");
  answer (editor, "Tight before", 7);
  answer (editor, "Tight after", 0);
  answer (editor, "Pressure you felt", 4);
  answer (editor, "Pressure you felt", 4);
  FasciaPlacePicker *places = open_page (editor, "Areas");
  fascia_place_picker_search (places, "l sh t");
  gtk_check_button_set_active (fascia_place_picker_get_check (places, LEFT), TRUE);
  adw_navigation_view_pop (fascia_entry_editor_get_view (editor));
  g_assert_cmpstr (adw_action_row_get_subtitle (get_row (editor, "Areas")), ==,
                   "Left shoulder top");
  FasciaTagPicker *tags = open_page (editor, "Tags");
  gtk_toggle_button_set_active (fascia_tag_picker_get_chip (tags, "stress"), TRUE);
  adw_navigation_view_pop (fascia_entry_editor_get_view (editor));
  write_note (editor, "Good hands.");
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  const FasciaVisit *visit = fascia_entry_get_visit (entry);
  g_assert_cmpint (visit->minutes, ==, 60);
  g_assert_cmpstr (visit->therapist, ==, "Anna");
  g_assert_cmpint (visit->before, ==, 7);
  g_assert_cmpint (visit->after, ==, 0);
  /* A second click took it back. */
  g_assert_cmpint (visit->pressure, ==, FASCIA_NOT_GIVEN);
  g_assert_cmpint (visit->rating, ==, FASCIA_NOT_GIVEN);
  g_assert_cmpstr (visit->areas[0], ==, LEFT);
  g_assert_null (visit->areas[1]);
  g_assert_cmpstr (fascia_entry_get_tags (entry)[0], ==, "stress");
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Good hands.");
  /* It is written down when it is over. */
  g_assert_true (fascia_entry_get_moment (entry)->utc_ms == NOW - 60 * 60000);
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_VISIT), ==, 0);
}

static void
test_exercise (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_EXERCISE, NULL);

  type (editor, "What you did", "Heel drops");
  type (editor, "Sets", "3");
  /* Its beginning goes along, and is where it was without them. */
  type (editor, "Minutes", "20");
  g_assert_true (fascia_entry_get_moment (fascia_entry_editor_get_entry (editor))->utc_ms
                 == NOW - 20 * 60000);
  type (editor, "Minutes", "");
  g_assert_true (fascia_entry_get_moment (fascia_entry_editor_get_entry (editor))->utc_ms == NOW);
  type (editor, "Repetitions in a set", "10");
  answer (editor, "Effort", FASCIA_EFFORT_HEAVY);
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  const FasciaExercise *exercise = fascia_entry_get_exercise (entry);
  g_assert_cmpstr (exercise->what, ==, "Heel drops");
  g_assert_cmpint (exercise->sets, ==, 3);
  g_assert_cmpint (exercise->repetitions, ==, 10);
  g_assert_cmpint (exercise->minutes, ==, FASCIA_NOT_GIVEN);
  g_assert_cmpint (exercise->effort, ==, FASCIA_EFFORT_HEAVY);
}

static void
test_treatment (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_TREATMENT, NULL);

  type (editor, "Treatment or medicine", "Magnesium");
  answer (editor, "Taken or done", FASCIA_ANSWER_NO);
  answer (editor, "How much it helped", 0);
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  const FasciaTreatment *treatment = fascia_entry_get_treatment (entry);
  g_assert_cmpstr (treatment->what, ==, "Magnesium");
  g_assert_null (treatment->amount);
  g_assert_cmpint (treatment->taken, ==, FASCIA_ANSWER_NO);
  g_assert_cmpint (treatment->helped, ==, 0);
}

/* An injury opens the quiet row, and nothing else does. */
static void
test_event (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_EVENT, NULL);
  GtkWidget *help
      = gtk_widget_get_ancestor (get_row (editor, "When to Get Help"), ADW_TYPE_PREFERENCES_GROUP);

  g_assert_false (gtk_widget_get_visible (help));
  answer (editor, "What sort", 2);
  g_assert_false (gtk_widget_get_visible (help));
  answer (editor, "What sort", 0);
  g_assert_true (gtk_widget_get_visible (help));
  AdwNavigationPage *page = open_page (editor, "When to Get Help");
  g_assert_cmpstr (adw_navigation_page_get_tag (page), ==, "help");
  adw_navigation_view_pop (fascia_entry_editor_get_view (editor));
  type (editor, "What happened", "Slipped");
  g_autofree char *before = fascia_time_row_choose (get_row (editor, "Last Day"), 2026, 3, 9, 0, 0);
  g_assert_cmpstr (before, ==, "That day is before the first one.");
  g_assert_null (fascia_time_row_choose (get_row (editor, "Last Day"), 2026, 3, 12, 0, 0));
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  const FasciaEvent *event = fascia_entry_get_event (entry);
  g_assert_cmpstr (event->type, ==, "injury");
  g_assert_cmpstr (event->what, ==, "Slipped");
  g_assert_cmpint (event->until_day, ==, fascia_entry_get_moment (entry)->day + 2);
}

/* Several in one entry, each side apart; a movement test says first who should leave it out. */
static void
test_measurement (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_MEASUREMENT, NULL);
  static const char *const items[] = { "ktw", "sleep" };

  fascia_entry_editor_save (editor);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_true (fascia_item_picker_choose (open_page (editor, "_Add a Measurement"), items[i]));
  FasciaItemPicker *again = open_page (editor, "_Add a Measurement");
  g_assert_false (fascia_item_picker_choose (again, "sleep"));
  adw_navigation_view_pop (fascia_entry_editor_get_view (editor));

  GtkWidget *avoid = get_row (editor, "Leave It Out");
  GtkWidget *how = get_row (editor, "How");
  GtkWidget *stop = get_row (editor, "Stop");
  g_assert_true (gtk_widget_get_next_sibling (avoid) == how);
  g_assert_true (gtk_widget_get_next_sibling (how) == stop);
  GtkWidget *left = gtk_widget_get_next_sibling (stop);
  g_assert_true (g_str_has_prefix (fascia_answer_row_get_title (FASCIA_ANSWER_ROW (left)), "Left"));

  FasciaNumberRow *number = get_row (left, "cm");
  gtk_editable_set_text (GTK_EDITABLE (number), "9,5");
  answer (editor, "How well did you sleep?", 6);
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  guint n_measurements = 0;
  fascia_entry_get_measurements (entry, &n_measurements);
  g_assert_cmpuint (n_measurements, ==, 2);
  g_assert_cmpfloat (fascia_entry_find_measurement (entry, "ktw", FASCIA_SIDE_LEFT)->value, ==,
                     9.5);
  g_assert_cmpstr (fascia_entry_find_measurement (entry, "ktw", FASCIA_SIDE_LEFT)->unit, ==, "cm");
  g_assert_null (fascia_entry_find_measurement (entry, "ktw", FASCIA_SIDE_RIGHT));
  g_assert_cmpfloat (fascia_entry_find_measurement (entry, "sleep", FASCIA_SIDE_MIDLINE)->value, ==,
                     6);
}

static const char named[] = "Rest <3 & ease";

static gboolean
has_scale (gpointer data)
{
  Fixture *fixture = data;
  FasciaItems *items = fascia_name_book_get_items (fascia_name_book_get (fixture->journal));

  for (guint i = 0; items != NULL && i < fascia_items_get_n (items); i++)
    if (g_str_equal (fascia_item_get_name (fascia_items_get (items, i)), named))
      return TRUE;
  return FALSE;
}

static gboolean
shows_name (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), named)
      && gtk_widget_has_css_class (widget, "heading"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_name (child))
      return TRUE;
  return FALSE;
}

/* What the person calls a scale is no markup. */
static void
test_measurement_named (Fixture *fixture, gconstpointer data)
{
  const FasciaOwnScale scale
      = { .name = named, .maximum = 10, .step = 1, .better = FASCIA_NOT_GIVEN };
  FasciaTestRead written = { 0 };

  show (fixture, 1000, 700);
  fascia_journal_put_scale_async (fixture->journal, &scale, NULL, fascia_test_on_written, &written);
  fascia_test_assert_until (fascia_test_is_read, &written);
  fascia_operation_unref (written.value);
  fascia_test_assert_until (has_scale, fixture);
  FasciaItems *items = fascia_name_book_get_items (fascia_name_book_get (fixture->journal));
  const char *code = NULL;
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    if (g_str_equal (fascia_item_get_name (fascia_items_get (items, i)), named))
      code = fascia_item_get_code (fascia_items_get (items, i));

  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_MEASUREMENT, NULL);
  g_assert_true (fascia_item_picker_choose (open_page (editor, "_Add a Measurement"), code));
  g_assert_true (shows_name (GTK_WIDGET (editor)));
  answer (editor, named, 6);
  save (fixture, editor);
}

/* ---- changing what is there ---- */

/* Opened and saved with one change, an entry keeps everything else, known or not. */
static void
test_edit_keeps (Fixture *fixture, gconstpointer data)
{
  static const char *const techniques[] = { "direct", "of-tomorrow", NULL };
  static const char *const tags[] = { "of-tomorrow", "stress", NULL };

  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) plain = fascia_test_visit_new (NOW - 7200000, 1);
  FasciaVisit visit = *fascia_entry_get_visit (plain);
  visit.techniques = techniques;
  g_autoptr (FasciaEntry) strange = fascia_entry_with_visit (plain, &visit);
  g_autoptr (FasciaEntry) written = fascia_entry_with_tags (strange, tags);
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);

  fascia_entry_editor_present (GTK_WIDGET (fixture->page), fixture->journal, fixture->body, before);
  fascia_test_assert_until (has_editor, fixture);
  FasciaEntryEditor *editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  g_assert_true (fascia_entry_equal (fascia_entry_editor_get_entry (editor), before));
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (editor)));
  type (editor, "Therapist", "Berta");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (editor)));
  save (fixture, editor);

  g_autoptr (FasciaEntry) after = read_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  g_assert_cmpstr (fascia_entry_get_visit (after)->therapist, ==, "Berta");
  visit = *fascia_entry_get_visit (after);
  visit.therapist = "Anna";
  g_autoptr (FasciaEntry) back = fascia_entry_with_visit (after, &visit);
  g_autoptr (FasciaEntry) then
      = fascia_entry_with_changed_ms (back, fascia_entry_get_changed_ms (before));
  g_assert_true (fascia_entry_equal (then, before));
  /* It is not a draft. */
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_VISIT), ==, 0);
}

/* Opened and closed, nothing is asked and nothing written. */
static void
test_close_unchanged (Fixture *fixture, gconstpointer data)
{
  static const FasciaEntryKind kinds[]
      = { FASCIA_ENTRY_MEASUREMENT, FASCIA_ENTRY_VISIT, FASCIA_ENTRY_EXERCISE,
          FASCIA_ENTRY_TREATMENT,   FASCIA_ENTRY_EVENT, FASCIA_ENTRY_NOTE };

  show (fixture, 360, 640);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      FasciaEntryEditor *editor = begin (fixture, kinds[i], NULL);
      g_autoptr (FasciaEntryEditor) gone = g_object_ref (editor);

      adw_dialog_close (ADW_DIALOG (editor));
      fascia_test_assert_until (has_no_dialog, fixture);
      fascia_test_drain ();
      g_assert_cmpuint (count_draft (fixture, kinds[i]), ==, 0);
      fascia_test_drain ();
      g_assert_finalize_object (g_steal_pointer (&gone));
    }
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* ---- two who write ---- */

/* What somebody else changed while the editor was open stays as they left it. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_visit_new (NOW - 7200000, 1);
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);
  FasciaEntryEditor *editor = edit (fixture, before);

  type (editor, "Therapist", "Berta");
  FasciaVisit visit = *fascia_entry_get_visit (before);
  visit.rating = 9;
  visit.said = "Breathe.";
  g_autoptr (FasciaEntry) theirs = fascia_entry_with_visit (before, &visit);
  fascia_test_put (fixture->journal, theirs);
  save (fixture, editor);

  g_autoptr (FasciaEntry) after = read_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  g_assert_cmpstr (fascia_entry_get_visit (after)->therapist, ==, "Berta");
  g_assert_cmpint (fascia_entry_get_visit (after)->rating, ==, 9);
  g_assert_cmpstr (fascia_entry_get_visit (after)->said, ==, "Breathe.");
}

static void
delete_entry (Fixture *fixture, FasciaEntry *entry)
{
  FasciaTestRead read = { 0 };

  fascia_journal_delete_entry_async (fixture->journal, fascia_entry_get_uid (entry), NULL,
                                     fascia_test_on_written, &read);
  fascia_test_assert_until (fascia_test_is_read, &read);
  fascia_operation_unref (read.value);
}

/* What was deleted meanwhile is saved with the words that are nowhere else. */
static void
test_deleted_meanwhile (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_note_new (NOW - 7200000, 1, "Before");
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);
  FasciaEntryEditor *editor = edit (fixture, before);

  write_note (editor, "Much more");
  delete_entry (fixture, before);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  save (fixture, editor);

  g_autoptr (FasciaEntry) after = read_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  g_assert_cmpstr (fascia_entry_get_note (after), ==, "Much more");
  g_assert_false (fascia_uid_equal (fascia_entry_get_uid (after), fascia_entry_get_uid (before)));
}

/* ---- times ---- */

static void
test_time (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_TREATMENT, NULL);
  FasciaTimeRow *when = fascia_entry_editor_get_time_row (editor, FASCIA_TIME_ROW_BEGIN);
  FasciaTimeRow *until = fascia_entry_editor_get_time_row (editor, FASCIA_TIME_ROW_END);

  type (editor, "Treatment or medicine", "Warmth");
  g_autofree char *ahead = fascia_time_row_choose (when, 2026, 3, 10, 23, 0);
  g_assert_cmpstr (ahead, ==, "That time is still to come.");
  /* Nothing typed is lost by it. */
  g_assert_cmpstr (gtk_editable_get_text (get_row (editor, "Treatment or medicine")), ==, "Warmth");
  g_assert_null (fascia_time_row_choose (until, 2026, 3, 10, 13, 20));
  g_assert_null (fascia_time_row_choose (when, 2026, 3, 9, 8, 0));
  /* The end went along; before the beginning it cannot lie. */
  g_autofree char *before = fascia_time_row_choose (until, 2026, 3, 9, 7, 0);
  g_assert_cmpstr (before, ==, "That is before it begins.");
  g_assert_null (fascia_time_row_choose (until, 2026, 3, 9, 9, 15));
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpint (fascia_moment_get_minute (fascia_entry_get_moment (entry)), ==, 8 * 60);
  g_assert_true (fascia_entry_get_end_ms (entry)
                 == fascia_entry_get_moment (entry)->utc_ms + 75 * 60000);
}

/* A number that cannot be saved is said, and stays as it was typed. */
static void
test_invalid_number (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_EXERCISE, NULL);
  AdwEntryRow *minutes = get_row (editor, "Minutes");

  gtk_editable_set_text (GTK_EDITABLE (minutes), "a while");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (minutes)), ==,
                   "Minutes: a whole number from 0 to 1440");
  fascia_entry_editor_save (editor);
  g_assert_nonnull (fascia_entry_editor_get_problem (editor));
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (minutes)), ==, "a while");
  gtk_editable_set_text (GTK_EDITABLE (minutes), "20");
  save (fixture, editor);
  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpint (fascia_entry_get_exercise (entry)->minutes, ==, 20);
}

/* "Do again": what it said, at the present time, as a new entry. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) old = fascia_test_exercise_new (NOW - 86400000, 1);
  fascia_test_put (fixture->journal, old);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_EXERCISE, old);
  save (fixture, editor);

  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_cmpstr (fascia_entry_get_exercise (entry)->what, ==, "Heel drops on the stairs");
  int minutes = fascia_entry_get_exercise (entry)->minutes;
  g_assert_true (fascia_entry_get_moment (entry)->utc_ms == NOW - MAX (minutes, 0) * 60000);
}

/* Ctrl+Enter is for the dialog before the note makes a new line of it. */
static void
test_save_key (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (editor));
  gboolean is_saved = FALSE;

  write_note (editor, "Words");
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_saved; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      g_autofree char *trigger
          = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      if (!g_str_equal (trigger, "<Control>Return"))
        continue; /* Ctrl+Q works in every dialog */
      is_saved = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                               GTK_WIDGET (editor), NULL);
    }
  g_assert_true (is_saved);
  fascia_test_assert_until (has_no_dialog, fixture);
  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Words");
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A page on which something is chosen has only the way back, and no button that closes it all. */
static void
test_only_back (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Areas", "Tags" };

  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *header = find_type (open_page (editor, titles[i]), ADW_TYPE_HEADER_BAR);

      g_assert_nonnull (header);
      g_assert_false (adw_header_bar_get_show_start_title_buttons (ADW_HEADER_BAR (header)));
      g_assert_false (adw_header_bar_get_show_end_title_buttons (ADW_HEADER_BAR (header)));
      g_assert_true (adw_header_bar_get_show_back_button (ADW_HEADER_BAR (header)));
      adw_navigation_view_pop (fascia_entry_editor_get_view (editor));
    }
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

static GtkWidget *
find_heading (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "title-2")
      && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_heading (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_heading_shown (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* Large text in a narrow window: the title is on the page, where it has room. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  show (fixture, 360, 640);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);
  GtkWidget *heading = find_heading (GTK_WIDGET (editor), "New Therapist Visit");
  g_assert_nonnull (heading);
  g_assert_false (gtk_widget_get_visible (heading));
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  fascia_test_assert_until (is_heading_shown, heading);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  let_frames_pass (GTK_WIDGET (fixture->window));
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* The first word that is heard is not Cancel, and Space does not leave. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);

  g_assert_true (adw_dialog_get_focus (ADW_DIALOG (editor))
                 == GTK_WIDGET (fascia_entry_editor_get_time_row (editor, FASCIA_TIME_ROW_BEGIN)));
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
test_only_with_words (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);

  /* A note without words is none. */
  fascia_entry_editor_save (editor);
  g_assert_true (has_editor (fixture));
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  write_note (editor, "   ");
  fascia_entry_editor_save (editor);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

#define ADD(name, function) g_test_add ("/editor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("visit", test_visit);
  ADD ("exercise", test_exercise);
  ADD ("treatment", test_treatment);
  ADD ("event", test_event);
  ADD ("measurement", test_measurement);
  ADD ("measurement-named", test_measurement_named);
  ADD ("edit-keeps", test_edit_keeps);
  ADD ("close-unchanged", test_close_unchanged);
  ADD ("two-writers", test_two_writers);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  ADD ("time", test_time);
  ADD ("invalid-number", test_invalid_number);
  ADD ("again", test_again);
  ADD ("save-key", test_save_key);
  ADD ("focus", test_focus);
  ADD ("only-back", test_only_back);
  ADD ("title", test_title);
  ADD ("only-with-words", test_only_with_words);
  return run_tests ();
}
