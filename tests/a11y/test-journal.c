/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal page as a screen reader meets it: days are headings, each row is one sentence, the
 * dialog names its picture and its note.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-a11y-utils.h"
#include "fascia-core-resources.h"
#include "fascia-test-kinds.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "journal/fascia-journal-page.h"

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  GtkWidget *window;
  FasciaJournalPage *page;
  guint64 operation;
  FasciaUid uid;
  gboolean is_written;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->dir = fascia_test_dir_new ();
  path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (path, fixture->clock);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_ready, fixture);

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  fixture->page = fascia_journal_page_new (fixture->journal, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_test_dir_free (fixture->dir);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  fixture->operation = fascia_operation_get_id (operation);
  if (fascia_operation_get_after (operation) != NULL)
    fixture->uid = *fascia_entry_get_uid (fascia_operation_get_after (operation));
  fixture->is_written = TRUE;
}

static gboolean
is_written (gpointer data)
{
  return ((Fixture *) data)->is_written;
}

static void
log_marks (Fixture *fixture, const FasciaMark *marks, guint n_marks)
{
  FasciaLog log = { .marks = marks, .n_marks = n_marks };

  fixture->is_written = FALSE;
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

typedef struct
{
  GtkWidget *root;
  GtkAccessibleRole role;
  const char *label;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return fascia_a11y_find (GTK_ACCESSIBLE (wanted->root), wanted->role, wanted->label) != NULL;
}

static void
assert_there (GtkWidget *root, GtkAccessibleRole role, const char *label)
{
  Wanted wanted = { root, role, label };

  if (!fascia_test_wait_until (is_there, &wanted))
    g_error ("Nobody says “%s”", label);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  const FasciaMark marks[] = {
    { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 },
    { .region = "neck-back-right", .scale = FASCIA_SCALE_PAIN, .level = 0 },
  };
  const FasciaMark change
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 3 };

  assert_there (page, GTK_ACCESSIBLE_ROLE_LABEL, "Mark a Place");

  log_marks (fixture, marks, G_N_ELEMENTS (marks));
  assert_there (page, GTK_ACCESSIBLE_ROLE_HEADING, "Today");
  assert_there (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                "13:20, 1 place, worst 6: Left shoulder top, tight 6; "
                "Right back of neck, pain eased: 0");

  /* The same check-in, changed: the same row says the new value. */
  log_marks (fixture, &change, 1);
  assert_there (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                "13:20, 1 place, worst 3: Left shoulder top, tight 3; "
                "Right back of neck, pain eased: 0");
  g_assert_cmpuint (fascia_a11y_count (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==,
                    1);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  const FasciaMark mark
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 };
  GtkWidget *dialog;

  log_marks (fixture, &mark, 1);
  assert_there (GTK_WIDGET (fixture->page), GTK_ACCESSIBLE_ROLE_HEADING, "Today");
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &fixture->uid));
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));

  assert_there (dialog, GTK_ACCESSIBLE_ROLE_IMG,
                "Picture of the body, front and back: 1 place, worst 6");
  assert_there (dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Note");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* ---- every kind, and what is about the list ---- */

static void
put (Fixture *fixture, FasciaEntry *entry)
{
  g_autoptr (FasciaEntry) own = entry;

  fixture->is_written = FALSE;
  fascia_journal_put_async (fixture->journal, own, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

/* A row of another kind says its kind, time, what it is about, tags and words, and can be opened. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  put (fixture, fascia_test_event_new (FASCIA_TEST_NOW_MS, 1));
  put (fixture, fascia_test_note_new (FASCIA_TEST_NOW_MS - 60000, 2, "A walk."));
  assert_there (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                "13:20, Event: New chair, shoes or bed, A higher chair at the desk. "
                "Tags: lifting or carrying, overdoing it");
  assert_there (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "13:19, Note. Note: A walk.");

  GtkWidget *item = GTK_WIDGET (fascia_a11y_find (
      GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_LIST_ITEM, "13:19, Note. Note: A walk."));
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_first_child (item), "row.open", NULL));
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const FasciaJournalFilter filter = { .kinds = 1U << FASCIA_ENTRY_NOTE };
  GtkWidget *page = GTK_WIDGET (fixture->page);

  put (fixture, fascia_test_note_new (FASCIA_TEST_NOW_MS, 2, "A walk."));
  assert_there (page, GTK_ACCESSIBLE_ROLE_HEADING, "Today");
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_there (page, GTK_ACCESSIBLE_ROLE_GROUP, "Active Filters");
  assert_there (page, GTK_ACCESSIBLE_ROLE_BUTTON, "Remove filter: Note");
}

static GtkMenuButton *
find_menu_button (GtkWidget *root)
{
  if (GTK_IS_MENU_BUTTON (root))
    return GTK_MENU_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_menu_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* GTK leaves the items of menus without names. */
static void
test_menus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkMenuButton *button = find_menu_button (page);

  put (fixture, fascia_test_note_new (FASCIA_TEST_NOW_MS, 2, "A walk."));
  assert_there (page, GTK_ACCESSIBLE_ROLE_HEADING, "Today");
  gtk_menu_button_popup (button);
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  assert_there (menu, GTK_ACCESSIBLE_ROLE_MENU_ITEM, "Therapist visit");
  gtk_menu_button_popdown (button);

  gtk_widget_grab_focus (GTK_WIDGET (fascia_a11y_find (
      GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_LIST_ITEM, "13:20, Note. Note: A walk.")));
  gtk_widget_activate_action (page, "journal.popup", NULL);
  assert_there (page, GTK_ACCESSIBLE_ROLE_MENU_ITEM, "Delete for Good…");
}

/* Each day has a name of its own, and the calendar one, too. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  const FasciaMark mark
      = { .region = "shoulder-top-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 6 };

  log_marks (fixture, &mark, 1);
  assert_there (page, GTK_ACCESSIBLE_ROLE_HEADING, "Today");
  gtk_widget_activate_action (page, "journal.show-calendar", NULL);
  assert_there (page, GTK_ACCESSIBLE_ROLE_GROUP, "Calendar of 2026");
  assert_there (page, GTK_ACCESSIBLE_ROLE_BUTTON, "Tuesday 10 March, worst tightness 6, 1 entry");
  assert_there (page, GTK_ACCESSIBLE_ROLE_BUTTON, "Wednesday 11 March, no entries");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  g_test_add ("/a11y/journal/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/a11y/journal/dialog", Fixture, NULL, set_up, test_dialog, tear_down);

  g_test_add ("/a11y/journal/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/a11y/journal/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/a11y/journal/menus", Fixture, NULL, set_up, test_menus, tear_down);
  g_test_add ("/a11y/journal/calendar", Fixture, NULL, set_up, test_calendar, tear_down);

  return g_test_run ();
}
