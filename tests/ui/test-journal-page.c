/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal page with a real journal: states, paging, deleting and undoing, notes, changes from
 * elsewhere.
 */

#include "config.h"

#include "journal-page-fixture.h"
#include "journal/fascia-entry-dialog.h"
#include "widgets/fascia-button-row.h"

static gboolean
has_offer (gpointer data)
{
  return offered.n_offers >= GPOINTER_TO_UINT (data);
}

static void
delete_focused (Fixture *fixture, guint n_offers)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "journal.delete-focused", NULL);
  fascia_test_assert_until (has_offer, GUINT_TO_POINTER (n_offers));
}

/* ---- tests ---- */

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = NULL;
  GtkWidget *button;

  show_page (fixture);
  assert_shows (fixture, "loading", 0);
  open_journal (fixture);
  assert_shows (fixture, "empty", 0);

  button = find_widget (gtk_stack_get_visible_child (
                            GTK_STACK (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_STACK))),
                        GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-page");
  target
      = g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), FALSE);
  g_assert_cmpstr (target, ==, "'body'");
}

static gboolean
is_at_top (gpointer data)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list ((Fixture *) data)));

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment)
         && gtk_adjustment_get_value (adjustment) <= 0;
}

/* The day above the first row is in sight, also when more rows than fit have come. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  for (guint i = 0; i < 60; i++)
    log_later (fixture, FASCIA_TEST_NOW_MS - i * 5 * HOUR_MS, "shoulder-top-left",
               FASCIA_SCALE_TIGHTNESS, i % 11);
  fascia_test_assert_until (is_written, fixture);
  show_page (fixture);
  gtk_window_set_default_size (fixture->window, 360, 250);
  fascia_test_assert_until (is_at_top, fixture);
  g_free (dup_spoken (fixture, 0));
  fascia_test_drain ();
  g_assert_true (is_at_top (fixture));

  log_mark (fixture, FASCIA_TEST_NOW_MS + HOUR_MS, "neck-back-left", FASCIA_SCALE_PAIN, 2);
  g_free (dup_spoken (fixture, 0));
  fascia_test_drain ();
  fascia_test_assert_until (is_at_top, fixture);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS - HOUR_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6);
  log_mark (fixture, FASCIA_TEST_NOW_MS - 2 * HOUR_MS, NULL, 0, 0);
  log_mark (fixture, FASCIA_TEST_NOW_MS - DAY_MS, "tail-tip-left", FASCIA_SCALE_PAIN, 3);
  show_page (fixture);
  assert_shows (fixture, "content", 3);

  first = dup_spoken (fixture, 0);
  second = dup_spoken (fixture, 1);
  third = dup_spoken (fixture, 2);
  g_assert_cmpstr (first, ==, "12:20, 1 place, worst 6: Left shoulder top, tight 6");
  g_assert_cmpstr (second, ==, "11:20, Nothing tight or painful today");
  g_assert_cmpstr (third, ==, "13:20, 1 place, worst 3: tail-tip-left, pain 3");
}

static gboolean
has_header (gpointer data)
{
  Expected *expected = data;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_list (expected->fixture)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = gtk_widget_get_first_child (child);

      if (GTK_IS_LABEL (label)
          && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), expected->view))
        return TRUE;
    }

  return FALSE;
}

static void
assert_header (Fixture *fixture, const char *text)
{
  Expected expected = { fixture, text, 0 };

  fascia_test_assert_until (has_header, &expected);
}

/* Past midnight "Today" is yesterday, also for days that were on the screen already. */
static void
test_headers (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6);
  log_mark (fixture, FASCIA_TEST_NOW_MS - 7 * DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 3);
  show_page (fixture);
  assert_shows (fixture, "content", 2);
  assert_header (fixture, "Today");
  assert_header (fixture, "Tuesday 3 March 2026");

  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + DAY_MS);
  log_mark (fixture, FASCIA_TEST_NOW_MS + DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 4);
  assert_shows (fixture, "content", 3);
  assert_header (fixture, "Yesterday");
  assert_header (fixture, "Today");
}

static gboolean
scroll_down (gpointer data)
{
  Fixture *fixture = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return count_items (fixture) == 150;
}

/* What is not scrolled to is not read; scrolling reads all of it, in order, each entry once. */
static void
test_paging (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  for (guint i = 0; i < 150; i++)
    log_later (fixture, FASCIA_TEST_NOW_MS - i * 5 * HOUR_MS, "shoulder-top-left",
               FASCIA_SCALE_TIGHTNESS, i % 11);
  fascia_test_assert_until (is_written, fixture);
  show_page (fixture);
  g_free (dup_spoken (fixture, 0));
  fascia_test_drain ();
  g_assert_cmpuint (count_items (fixture), <, 150);

  fascia_test_assert_until (scroll_down, fixture);
  for (guint i = 0; i < 150; i++)
    g_assert_cmpint (fascia_entry_get_moment (peek_entry (fixture, i))->utc_ms, ==,
                     FASCIA_TEST_NOW_MS - i * 5 * HOUR_MS);
}

static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaEntry) entry = NULL;

  open_journal (fixture);
  for (guint i = 0; i < 4; i++)
    log_mark (fixture, FASCIA_TEST_NOW_MS - i * DAY_MS / 2, "shoulder-top-left",
              FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 4);

  focus_row (fixture, 1);
  entry = fascia_entry_ref (peek_entry (fixture, 1));
  delete_focused (fixture, 1);
  assert_shows (fixture, "content", 3);
  g_assert_cmpstr (offered.title, ==, "Check-in deleted");
  /* The toast is read by itself. */
  g_assert_null (offered.announced);

  /* What came after takes its place, and the focus. */
  assert_focus (fixture, 1);

  undo (fixture, offered.operation);
  assert_shows (fixture, "content", 4);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (peek_entry (fixture, 1)),
                                   fascia_entry_get_uid (entry)));
  g_assert_cmpint (fascia_entry_get_worst (peek_entry (fixture, 1), FASCIA_SCALE_TIGHTNESS), ==, 5);
  assert_focus (fixture, 1);

  /* After the last one the one before it. */
  focus_row (fixture, 3);
  delete_focused (fixture, 2);
  assert_shows (fixture, "content", 3);
  assert_focus (fixture, 2);
  /* A toast that is there already says nothing of its new title. */
  g_assert_cmpstr (offered.announced, ==, "Check-in deleted");
}

/* The last entry: the empty page, with its button ready. */
static void
test_delete_all (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  focus_row (fixture, 0);
  delete_focused (fixture, 1);
  assert_shows (fixture, "empty", 0);
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (fixture->window)));

  undo (fixture, offered.operation);
  assert_shows (fixture, "content", 1);
  assert_focus (fixture, 0);
}

/* What another page or program writes appears; a hidden page waits until it is shown. */
static void
test_changes_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *spoken = NULL;
  FasciaTimelineItem *kept;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS - DAY_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  focus_row (fixture, 0);
  kept = fascia_journal_row_get_item (find_row (fixture, 0));

  log_mark (fixture, FASCIA_TEST_NOW_MS, "neck-back-left", FASCIA_SCALE_PAIN, 2);
  assert_shows (fixture, "content", 2);
  spoken = dup_spoken (fixture, 0);
  g_assert_cmpstr (spoken, ==, "13:20, 1 place, worst 2: Left back of neck, pain 2");
  /* The row that was there, and the focus on it, are the same. */
  assert_focus (fixture, 1);
  g_assert_true (fascia_journal_row_get_item (find_row (fixture, 1)) == kept);

  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  log_mark (fixture, FASCIA_TEST_NOW_MS - 2 * DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 2);
  fascia_test_drain ();
  g_assert_cmpuint (count_items (fixture), ==, 2);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  assert_shows (fixture, "content", 3);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static FasciaEntryView *
get_view (Fixture *fixture)
{
  return fascia_entry_dialog_get_view (FASCIA_ENTRY_DIALOG (get_dialog (fixture)));
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
has_note (gpointer data)
{
  Fixture *fixture = data;
  const char *note = fascia_entry_get_note (peek_entry (fixture, 0));

  return g_strcmp0 (note, "After the garden\nbetter") == 0;
}

static gboolean
has_no_note (gpointer data)
{
  return fascia_entry_get_note (peek_entry (data, 0)) == NULL;
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *spoken = NULL;
  FasciaUid uid;
  GtkWidget *view;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));

  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));
  g_assert_nonnull (get_dialog (fixture));
  /* One at a time. */
  g_assert_false (fascia_journal_page_open_entry (fixture->page, &uid));

  view = find_widget (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "After the garden\nbetter\n", -1);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_note, fixture);
  fascia_test_assert_until (has_offer, GUINT_TO_POINTER (1));
  g_assert_cmpstr (offered.title, ==, "Note saved");
  g_assert_cmpuint (offered.n_operations, ==, 1);

  /* One place, one list: no second entry, and the row says it. */
  g_assert_cmpuint (count_items (fixture), ==, 1);
  spoken = dup_spoken (fixture, 0);
  g_assert_true (g_str_has_suffix (spoken, ". Note: After the garden better"));

  undo (fixture, offered.operation);
  fascia_test_assert_until (has_no_note, fixture);
}

/* A window that closes with words in the dialog keeps them. */
static void
test_note_kept_at_close (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid;
  GtkWidget *view;
  FasciaJournal *again;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));
  view = find_widget (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "After the garden\nbetter", -1);
  gtk_window_destroy (fixture->window);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->journal);

  again = fascia_journal_new (fixture->path, fixture->clock);
  fixture->journal = again;
  open_journal (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  g_assert_true (has_note (fixture));
}

static void
test_dialog_delete (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  log_mark (fixture, FASCIA_TEST_NOW_MS - HOUR_MS, "neck-back-left", FASCIA_SCALE_PAIN, 3);
  show_page (fixture);
  assert_shows (fixture, "content", 2);
  focus_row (fixture, 0);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));

  g_signal_emit_by_name (get_view (fixture), "delete-requested");
  assert_shows (fixture, "content", 1);
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpstr (offered.title, ==, "Check-in deleted");
  g_assert_cmpuint (offered.n_operations, ==, 1);
  assert_focus (fixture, 0);
}

/* The entry goes to the Body page, and the dialog out of the way. */
static void
test_show_on_body (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));
  offered.n_shown = 0;
  g_signal_emit_by_name (get_view (fixture), "show-requested");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (offered.n_shown, ==, 1);
  g_assert_true (fascia_uid_equal (&offered.shown_uid, &uid));
}

static gboolean
is_kept_note (gpointer data)
{
  Fixture *fixture = data;

  return has_no_dialog (fixture) && has_note (fixture);
}

static gboolean
is_kept_open (gpointer data)
{
  return !adw_dialog_get_can_close (ADW_DIALOG (data));
}

/* Words that are not in the journal yet do not go with an entry that somebody else deletes. */
static void
test_dialog_of_deleted (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));
  AdwDialog *dialog = get_dialog (fixture);
  GtkTextView *view = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "After the garden\nbetter", -1);
  fascia_journal_delete_entry_async (fixture->journal, &uid, NULL, NULL, NULL);
  assert_shows (fixture, "empty", 0);
  fascia_test_assert_until (is_kept_open, dialog);
  g_assert_true (get_dialog (fixture) == dialog);
  fascia_entry_view_keep (get_view (fixture));
  assert_shows (fixture, "content", 1);
  fascia_test_assert_until (is_kept_note, fixture);
  g_assert_false (fascia_uid_equal (fascia_entry_get_uid (peek_entry (fixture, 0)), &uid));
}

/* An entry that goes away under its dialog takes the dialog with it. */
static void
test_dialog_of_vanished (Fixture *fixture, gconstpointer data)
{
  FasciaUid uid;

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS - HOUR_MS, "neck-back-left", FASCIA_SCALE_PAIN, 3);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  show_page (fixture);
  assert_shows (fixture, "content", 2);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));

  undo (fixture, fixture->last_operation);
  assert_shows (fixture, "content", 1);
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
test_error_and_retry (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (fixture->path, "no database at all, only words that somebody wrote", -1,
                       &error);
  g_assert_no_error (error);

  show_page (fixture);
  fascia_journal_open (fixture->journal);
  assert_shows (fixture, "error", 0);

  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  button = find_widget (gtk_stack_get_visible_child (
                            GTK_STACK (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_STACK))),
                        GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  assert_shows (fixture, "empty", 0);

  log_mark (fixture, FASCIA_TEST_NOW_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5);
  assert_shows (fixture, "content", 1);
}

/* A whole body marked: every place can be reached, the dialog does not build them all at once. */
static void
test_dialog_of_everything (Fixture *fixture, gconstpointer data)
{
  guint n_regions = fascia_body_get_n_regions (fixture->body);
  g_autofree FasciaMark *marks = g_new0 (FasciaMark, n_regions);
  FasciaLog log = { .marks = marks, .n_marks = n_regions };
  FasciaUid uid;
  GtkWidget *row;
  guint n_rows = 0;

  for (guint i = 0; i < n_regions; i++)
    marks[i] = (FasciaMark) {
      .region = fascia_region_get_id (fascia_body_get_region (fixture->body, i)),
      .scale = FASCIA_SCALE_PAIN,
      .level = 1 + (int) (i % 10),
    };
  open_journal (fixture);
  fixture->n_pending++;
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));

  row = find_widget (GTK_WIDGET (get_dialog (fixture)), FASCIA_TYPE_BUTTON_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Show 61 more");
  g_signal_emit_by_name (row, "activated");
  row = find_widget (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ACTION_ROW);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += ADW_IS_ACTION_ROW (row);
  g_assert_cmpuint (n_rows, ==, n_regions);
  adw_dialog_force_close (get_dialog (fixture));
}

#define add(name, function)                                                                        \
  g_test_add ("/journal/page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  fascia_announce_set_listener (on_announced, NULL);

  add ("empty", test_empty);
  add ("content", test_content);
  add ("top", test_top);
  add ("headers", test_headers);
  add ("paging", test_paging);
  add ("delete-and-undo", test_delete_and_undo);
  add ("delete-all", test_delete_all);
  add ("changes-from-elsewhere", test_changes_from_elsewhere);
  add ("note", test_note);
  add ("note-kept-at-close", test_note_kept_at_close);
  add ("show-on-body", test_show_on_body);
  add ("dialog-delete", test_dialog_delete);
  add ("dialog-of-vanished", test_dialog_of_vanished);
  add ("dialog-of-deleted", test_dialog_of_deleted);
  add ("dialog-of-everything", test_dialog_of_everything);
  add ("error-and-retry", test_error_and_retry);

  return g_test_run ();
}
