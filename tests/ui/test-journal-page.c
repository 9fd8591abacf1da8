/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal page with a real journal: states, paging, deleting and undoing, notes, changes from
 * elsewhere.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "fascia-announce.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "fascia-window.h"
#include "journal/fascia-journal-page.h"
#include "journal/fascia-journal-row.h"
#include "journal/fascia-timeline-item.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)

/* ---- a window that only remembers what it was asked to show ---- */

static struct
{
  char *title;
  guint64 operation;
  guint n_operations;
  guint n_offers;
  char *error;
  char *announced;
  GObject *retry_object;
  void (*retry) (GObject *object);
  FasciaUid shown_uid;
  guint n_shown;
  guint n_same_as_last;
} offered;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_set_str (&offered.announced, text);
}

gboolean
fascia_window_offer_undo (GtkWidget *from,
                          const char *title,
                          const guint64 *operations,
                          guint n_operations)
{
  g_assert_true (GTK_IS_WIDGET (from));
  g_assert_cmpuint (n_operations, >, 0);
  g_set_str (&offered.title, title);
  offered.operation = operations[n_operations - 1];
  offered.n_operations = n_operations;
  return offered.n_offers++ > 0;
}

void
fascia_window_offer_retry (GtkWidget *from, const GError *error, GObject *object, GCallback retry)
{
  g_set_str (&offered.error, error->message);
  g_set_object (&offered.retry_object, object);
  offered.retry = (void (*) (GObject *)) retry;
}

void
fascia_window_show_error (GtkWidget *from, const GError *error)
{
  g_set_str (&offered.error, error->message);
}

void
fascia_window_show_on_body (GtkWidget *from, FasciaEntry *entry)
{
  offered.shown_uid = *fascia_entry_get_uid (entry);
  offered.n_shown++;
}

void
fascia_window_same_as_last (GtkWidget *from)
{
  offered.n_same_as_last++;
}

void
fascia_window_show_toast (GtkWidget *from, const char *title)
{
}

/* ---- fixture ---- */

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  GtkWindow *window;
  FasciaJournalPage *page;
  guint n_pending;
  guint64 last_operation;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fixture->body = fascia_body_new (NULL);
  g_clear_pointer (&offered.title, g_free);
  g_clear_pointer (&offered.error, g_free);
  g_clear_pointer (&offered.announced, g_free);
  offered.n_offers = 0;
  offered.operation = 0;
}

/* As the window of the program, which can show another page. */
static void
show_page (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-page", G_VARIANT_TYPE_STRING);

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  fixture->page = fascia_journal_page_new (fixture->journal, fixture->body);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 400, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
}

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static void
open_journal (Fixture *fixture)
{
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_ready, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      g_autoptr (FasciaJournalPage) page = g_object_ref (fixture->page);

      gtk_window_destroy (fixture->window);
      fascia_journal_shutdown (fixture->journal);
      fascia_test_drain ();
      g_assert_finalize_object (g_steal_pointer (&page));
    }
  else
    fascia_journal_shutdown (fixture->journal);

  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_body_unref (fixture->body);
  fascia_test_dir_free (fixture->dir);
  g_free (fixture->path);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  fixture->last_operation = fascia_operation_get_id (operation);
  fixture->n_pending--;
}

static gboolean
is_written (gpointer data)
{
  return ((Fixture *) data)->n_pending == 0;
}

/* Does not wait. */
static void
log_later (Fixture *fixture, gint64 utc_ms, const char *region, FasciaScale scale, int level)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMark mark = { .region = region, .scale = scale, .level = level };
  FasciaMoment at;
  FasciaLog log = {
    .at = &at,
    .new_check_in = TRUE,
    .nothing_today = region == NULL,
    .marks = &mark,
    .n_marks = region != NULL,
  };

  fascia_moment_init (&at, utc_ms, zone);
  fixture->n_pending++;
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
}

static void
log_mark (Fixture *fixture, gint64 utc_ms, const char *region, FasciaScale scale, int level)
{
  log_later (fixture, utc_ms, region, scale, level);
  fascia_test_assert_until (is_written, fixture);
}

static void
undo (Fixture *fixture, guint64 operation)
{
  fixture->n_pending++;
  fascia_journal_undo_async (fixture->journal, operation, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

/* ---- looking at the window ---- */

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkListView *
get_list (Fixture *fixture)
{
  return GTK_LIST_VIEW (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));
}

static guint
count_items (Fixture *fixture)
{
  GtkSelectionModel *model = gtk_list_view_get_model (get_list (fixture));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static FasciaEntry *
peek_entry (Fixture *fixture, guint position)
{
  g_autoptr (FasciaTimelineItem) item = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture))), position);

  return item != NULL ? fascia_timeline_item_get_entry (item) : NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *view;
  guint n_items;
} Expected;

static gboolean
shows (gpointer data)
{
  Expected *expected = data;
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (expected->fixture->page), GTK_TYPE_STACK));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), expected->view)
         && count_items (expected->fixture) == expected->n_items;
}

static void
assert_shows (Fixture *fixture, const char *view, guint n_items)
{
  Expected expected = { fixture, view, n_items };

  fascia_test_assert_until (shows, &expected);
}

/* The row of a position once the list has been laid out; NULL before. */
static FasciaJournalRow *
find_row (Fixture *fixture, guint position)
{
  FasciaEntry *entry = peek_entry (fixture, position);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_list (fixture)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (FASCIA_IS_JOURNAL_ROW (row)
          && fascia_journal_row_get_item (FASCIA_JOURNAL_ROW (row)) != NULL
          && fascia_timeline_item_get_entry (fascia_journal_row_get_item (FASCIA_JOURNAL_ROW (row)))
                 == entry)
        return FASCIA_JOURNAL_ROW (row);
    }

  return NULL;
}

typedef struct
{
  Fixture *fixture;
  guint position;
} Place;

static gboolean
has_focus (gpointer data)
{
  Place *place = data;
  FasciaJournalRow *row = find_row (place->fixture, place->position);
  GtkWidget *focus = gtk_window_get_focus (place->fixture->window);

  return row != NULL && focus != NULL && gtk_widget_get_parent (GTK_WIDGET (row)) == focus;
}

static void
assert_focus (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_focus, &place);
}

static gboolean
has_row (gpointer data)
{
  Place *place = data;

  return find_row (place->fixture, place->position) != NULL;
}

static void
focus_row (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_row, &place);
  gtk_list_view_scroll_to (get_list (fixture), position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (fixture)));
  assert_focus (fixture, position);
}

static char *
dup_spoken (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_row, &place);
  return g_strdup (fascia_journal_row_get_spoken (find_row (fixture, position)));
}

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

  g_signal_emit_by_name (get_dialog (fixture), "delete-requested");
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
  g_signal_emit_by_name (get_dialog (fixture), "show-requested");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (offered.n_shown, ==, 1);
  g_assert_true (fascia_uid_equal (&offered.shown_uid, &uid));
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

  row = find_widget (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_BUTTON_ROW);
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
  add ("dialog-of-everything", test_dialog_of_everything);
  add ("error-and-retry", test_error_and_retry);

  return g_test_run ();
}
