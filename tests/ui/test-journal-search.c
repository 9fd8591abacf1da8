/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal page when something is looked for: words, filter, days, and doing something again.
 */

#include "config.h"

#include "fascia-test-kinds.h"
#include "fascia-test-read.h"
#include "journal-page-fixture.h"
#include "journal/fascia-filter-chips.h"
#include "journal/fascia-year-panel.h"

static void
put (Fixture *fixture, FasciaEntry *entry)
{
  g_autoptr (FasciaEntry) own = entry;

  fixture->n_pending++;
  fascia_journal_put_async (fixture->journal, own, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

/* One of each kind, and a check-in. */
static void
write_diary (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = fascia_test_kinds_new (FASCIA_TEST_NOW_MS);

  open_journal (fixture);
  for (guint i = entries->len; i > 0; i--)
    put (fixture, fascia_entry_ref (entries->pdata[i - 1]));
  log_mark (fixture, FASCIA_TEST_NOW_MS - 10 * DAY_MS, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS,
            6);
}

static GtkWidget *
find_id (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_id (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get (Fixture *fixture, const char *id)
{
  GtkWidget *found = find_id (GTK_WIDGET (fixture->page), id);

  g_assert_nonnull (found);
  return found;
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "journal.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "search_entry")), text);
}

static gboolean
is_announced (gpointer data)
{
  return g_strcmp0 (offered.announced, data) == 0;
}

static void
assert_announced (const char *text)
{
  fascia_test_assert_until (is_announced, (gpointer) text);
}

static gboolean
is_kind (gpointer data)
{
  Expected *expected = data;

  return count_items (expected->fixture) == 1
         && fascia_entry_get_kind (peek_entry (expected->fixture, 0)) == expected->n_items;
}

/* One entry of that kind and no other. */
static void
assert_found (Fixture *fixture, FasciaEntryKind kind)
{
  Expected expected = { fixture, NULL, kind };

  fascia_test_assert_until (is_kind, &expected);
}

/* ---- words ---- */

static void
test_search (Fixture *fixture, gconstpointer data)
{
  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  g_assert_false (gtk_widget_get_visible (get (fixture, "results")));

  /* The user's words. */
  search (fixture, "river");
  assert_found (fixture, FASCIA_ENTRY_NOTE);
  assert_announced ("1 entry found");
  g_assert_true (gtk_widget_get_visible (get (fixture, "results")));

  /* The name of a place, of a kind, of a tag. */
  search (fixture, "left shoulder");
  assert_found (fixture, FASCIA_ENTRY_CHECK_IN);
  search (fixture, "overdoing");
  assert_found (fixture, FASCIA_ENTRY_EVENT);

  /* Nothing, and the way out of it. */
  search (fixture, "volcano");
  assert_shows (fixture, "nothing-found", 0);
  assert_announced ("Nothing found");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "journal.clear", NULL);
  assert_shows (fixture, "content", 7);
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (get (fixture, "search_bar"))));
  g_assert_false (gtk_widget_get_visible (get (fixture, "results")));
}

/* Leaving the search shows everything again. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  search (fixture, "river");
  assert_shows (fixture, "content", 1);
  g_signal_emit_by_name (get (fixture, "search_entry"), "stop-search");
  assert_shows (fixture, "content", 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, "search_entry"))), ==, "");
}

/* What is written meanwhile comes in when it is asked for, and only then. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  search (fixture, "river");
  assert_shows (fixture, "content", 1);
  FasciaTimelineItem *kept = fascia_journal_row_get_item (find_row (fixture, 0));

  put (fixture, fascia_test_note_new (FASCIA_TEST_NOW_MS - HOUR_MS, 20, "Nothing of that."));
  put (fixture, fascia_test_note_new (FASCIA_TEST_NOW_MS - 2 * HOUR_MS, 21, "By the river again."));
  assert_shows (fixture, "content", 2);
  g_assert_true (fascia_journal_row_get_item (find_row (fixture, 0)) == kept);

  /* A changed one that is not asked for any more goes. */
  fixture->n_pending++;
  fascia_journal_set_note_async (fixture->journal, fascia_entry_get_uid (peek_entry (fixture, 1)),
                                 "By the sea.", NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  assert_shows (fixture, "content", 1);
  undo (fixture, fixture->last_operation);
  assert_shows (fixture, "content", 2);
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
is_kept_open (gpointer data)
{
  return !adw_dialog_get_can_close (ADW_DIALOG (data));
}

static void
set_note (Fixture *fixture, const FasciaUid *uid, const char *note)
{
  fixture->n_pending++;
  fascia_journal_set_note_async (fixture->journal, uid, note, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

/* An entry that the search does not find any more was not deleted: its dialog stays, what is
 * written there goes to it. That it is deleted later is told even so. */
static void
test_dialog_of_filtered (Fixture *fixture, gconstpointer data)
{
  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  search (fixture, "river");
  assert_found (fixture, FASCIA_ENTRY_NOTE);
  FasciaUid uid = *fascia_entry_get_uid (peek_entry (fixture, 0));
  g_assert_true (fascia_journal_page_open_entry (fixture->page, &uid));
  AdwDialog *dialog = get_dialog (fixture);
  GtkTextView *view = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "By the river, still writing", -1);
  set_note (fixture, &uid, "By the sea");
  assert_shows (fixture, "nothing-found", 0);
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);
  g_assert_cmpuint (entries->len, ==, 7);
  fascia_test_drain ();
  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_true (adw_dialog_get_can_close (dialog));

  fixture->n_pending++;
  fascia_journal_delete_entry_async (fixture->journal, &uid, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
  fascia_test_assert_until (is_kept_open, dialog);
  adw_dialog_force_close (dialog);
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* ---- the filter ---- */

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  FasciaJournalFilter filter = { .kinds = 1U << FASCIA_ENTRY_VISIT | 1U << FASCIA_ENTRY_NOTE };

  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 2);
  g_assert_true (gtk_widget_get_visible (get (fixture, "chips")));

  /* The place on the other side alone has only the check-in; with its mirror the visit, too. */
  filter = (FasciaJournalFilter) { .region = g_intern_static_string ("shoulder-top-left") };
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 1);
  filter.with_mirror = TRUE;
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 2);

  filter = (FasciaJournalFilter) { .tag = g_intern_static_string ("stress") };
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 1);

  filter = (FasciaJournalFilter) { .period = FASCIA_PERIOD_7_DAYS };
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 6);

  /* A chip takes its part away. */
  GtkWidget *chip = find_widget (get (fixture, "chips"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (chip), ==, "Remove filter: Last 7 Days");
  g_signal_emit_by_name (chip, "clicked");
  assert_shows (fixture, "content", 7);
  g_assert_false (gtk_widget_get_visible (get (fixture, "chips")));
  g_assert_true (fascia_journal_filter_is_empty (fascia_journal_page_get_filter (fixture->page)));
}

static void
change_tag (Fixture *fixture, const FasciaTagChange *change)
{
  fixture->n_pending++;
  fascia_journal_change_tag_async (fixture->journal, change, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

static gboolean
has_no_tag (gpointer data)
{
  return fascia_journal_page_get_filter (((Fixture *) data)->page)->tag == NULL;
}

/* A tag that was merged into another one, or is not offered any more, would find nothing for ever. */
static void
test_filter_tag_gone (Fixture *fixture, gconstpointer data)
{
  const FasciaTagChange hide = { .type = FASCIA_TAG_HIDE, .code = "stress" };
  const FasciaTagChange merge
      = { .type = FASCIA_TAG_MERGE, .code = "overdoing", .into = "poor-sleep" };
  const FasciaTagChange rename
      = { .type = FASCIA_TAG_RENAME, .code = "poor-sleep", .name = "Bad nights" };
  FasciaJournalFilter filter = { .tag = g_intern_static_string ("overdoing") };

  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 1);
  change_tag (fixture, &merge);
  fascia_test_assert_until (has_no_tag, fixture);
  assert_shows (fixture, "content", 7);
  g_assert_false (gtk_widget_get_visible (get (fixture, "chips")));

  /* The rest of the filter stays, and so does a tag with another name. */
  filter = (FasciaJournalFilter) { .kinds = 1U << FASCIA_ENTRY_EVENT,
                                   .tag = g_intern_static_string ("poor-sleep") };
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 1);
  change_tag (fixture, &rename);
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);
  fascia_test_drain ();
  g_assert_cmpstr (fascia_journal_page_get_filter (fixture->page)->tag, ==, "poor-sleep");
  filter.tag = g_intern_static_string ("stress");
  fascia_journal_page_set_filter (fixture->page, &filter);
  change_tag (fixture, &hide);
  fascia_test_assert_until (has_no_tag, fixture);
  g_assert_cmpuint (fascia_journal_page_get_filter (fixture->page)->kinds, ==,
                    1U << FASCIA_ENTRY_EVENT);
}

/* "The last 7 days" are others tomorrow. */
static void
test_filter_days (Fixture *fixture, gconstpointer data)
{
  const FasciaJournalFilter filter = { .period = FASCIA_PERIOD_7_DAYS };

  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS - 6 * DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 3);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "neck-back-left", FASCIA_SCALE_PAIN, 4);
  show_page (fixture);
  assert_shows (fixture, "content", 2);
  fascia_journal_page_set_filter (fixture->page, &filter);
  assert_shows (fixture, "content", 2);
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + DAY_MS);
  log_mark (fixture, FASCIA_TEST_NOW_MS + DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 5);
  assert_shows (fixture, "content", 2);
}

/* ---- days ---- */

static gboolean
is_focused_day (gpointer data)
{
  Expected *expected = data;
  GtkWidget *focus = gtk_window_get_focus (expected->fixture->window);
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return row != NULL && FASCIA_IS_JOURNAL_ROW (row)
         && fascia_entry_get_moment (fascia_timeline_item_get_entry (
                                         fascia_journal_row_get_item (FASCIA_JOURNAL_ROW (row))))
                    ->day
                == (gint32) expected->n_items;
}

static void
assert_at_day (Fixture *fixture, gint32 day)
{
  Expected expected = { fixture, NULL, (guint) day };

  fascia_test_assert_until (is_focused_day, &expected);
}

/* It waits its turn: at most one a second is said. */
static gboolean
is_anything_announced (gpointer data)
{
  return offered.announced != NULL;
}

/* A day far back is read to, and is where the focus goes; a day without entries is the one before. */
static void
test_jump (Fixture *fixture, gconstpointer data)
{
  const gint32 today = 20522;

  open_journal (fixture);
  for (guint i = 0; i < 400; i++)
    log_later (fixture, FASCIA_TEST_NOW_MS - i * 2 * DAY_MS, "shoulder-top-left",
               FASCIA_SCALE_TIGHTNESS, i % 11);
  fascia_test_assert_until (is_written, fixture);
  show_page (fixture);
  g_free (dup_spoken (fixture, 0));
  g_assert_cmpuint (count_items (fixture), <, 400);

  fascia_journal_page_show_day (fixture->page, today - 700);
  assert_at_day (fixture, today - 700);
  g_clear_pointer (&offered.announced, g_free);
  fascia_journal_page_show_day (fixture->page, today - 301);
  assert_at_day (fixture, today - 302);
  fascia_test_assert_until (is_anything_announced, NULL);
  /* Older than all there is. */
  fascia_journal_page_show_day (fixture->page, today - 5000);
  assert_at_day (fixture, today - 798);
  fascia_journal_page_show_day (fixture->page, today);
  assert_at_day (fixture, today);
}

static FasciaYearPanel *
get_panel (Fixture *fixture)
{
  return (FasciaYearPanel *) find_widget (GTK_WIDGET (fixture->page), FASCIA_TYPE_YEAR_PANEL);
}

static gboolean
has_panel (gpointer data)
{
  return get_panel (data) != NULL && fascia_year_panel_has_loaded (get_panel (data));
}

/* In a narrow window it is not built before it is asked for; choosing a day closes it. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS - 40 * DAY_MS, "neck-back-left", FASCIA_SCALE_PAIN, 3);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "neck-back-left", FASCIA_SCALE_PAIN, 4);
  show_page (fixture);
  assert_shows (fixture, "content", 2);
  g_free (dup_spoken (fixture, 0));
  g_assert_null (get_panel (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "journal.show-calendar", NULL);
  fascia_test_assert_until (has_panel, fixture);
  g_assert_cmpint (fascia_year_panel_get_year (get_panel (fixture)), ==, 2026);
  g_signal_emit_by_name (get_panel (fixture), "day-opened", 20522 - 40);
  assert_at_day (fixture, 20522 - 40);
  AdwOverlaySplitView *split = ADW_OVERLAY_SPLIT_VIEW (get (fixture, "split_view"));
  g_assert_true (adw_overlay_split_view_get_collapsed (split));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
}

/* In a wide one it comes by itself. */
static void
test_calendar_wide (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  log_mark (fixture, FASCIA_TEST_NOW_MS, "neck-back-left", FASCIA_SCALE_PAIN, 4);
  fixture->width = 1100;
  show_page (fixture);
  assert_shows (fixture, "content", 1);
  fascia_test_assert_until (has_panel, fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_panel (fixture))), ==, 280);
  g_assert_false (gtk_widget_get_visible (get (fixture, "calendar_button")));
}

/* ---- new entries ---- */

static GMenuModel *
get_add_menu (Fixture *fixture)
{
  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (get (fixture, "add_button")));
}

/* What "Do Last Again" offers. */
static guint
count_again (Fixture *fixture)
{
  g_autoptr (GMenuModel) section
      = g_menu_model_get_item_link (get_add_menu (fixture), 1, G_MENU_LINK_SECTION);

  return (guint) g_menu_model_get_n_items (section);
}

static gboolean
offers_all (gpointer data)
{
  return count_again (data) == 7;
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  write_diary (fixture);
  show_page (fixture);
  assert_shows (fixture, "content", 7);
  g_assert_null (get_add_menu (fixture));
  gtk_menu_button_popup (GTK_MENU_BUTTON (get (fixture, "add_button")));
  g_autoptr (GMenuModel) section
      = g_menu_model_get_item_link (get_add_menu (fixture), 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 7);
  fascia_test_assert_until (offers_all, fixture);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (get (fixture, "add_button")));

  /* A check-in is made on the Body page. */
  offered.n_same_as_last = 0;
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "journal.again", "s", "check-in");
  g_assert_cmpuint (offered.n_same_as_last, ==, 1);
}

#define add(name, function)                                                                        \
  g_test_add ("/journal/search/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());

  fascia_announce_set_listener (on_announced, NULL);

  add ("words", test_search);
  add ("leave", test_leave);
  add ("live", test_live);
  add ("filter", test_filter);
  add ("filter-days", test_filter_days);
  add ("filter-tag-gone", test_filter_tag_gone);
  add ("dialog-of-filtered", test_dialog_of_filtered);
  add ("jump", test_jump);
  add ("calendar", test_calendar);
  add ("calendar-wide", test_calendar_wide);
  add ("again", test_again);

  return g_test_run ();
}
