/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags and scales of one's own: made, renamed, hidden, merged and deleted, and nothing in use lost.
 */

#include "config.h"

#include <math.h>

#include "fascia-test-kinds.h"
#include "fascia-test-read.h"
#include "fascia-test-window.h"
#include "journal/fascia-tag-picker.h"
#include "settings/fascia-journal-preferences.h"
#include "settings/fascia-preferences-dialog.h"
#include "settings/fascia-scale-page.h"
#include "settings/fascia-tag-page.h"
#include "settings/fascia-tags-page.h"
#include "widgets/fascia-name-book.h"

#define NOW FASCIA_TEST_NOW_MS

static FasciaNameBook *
get_book (Fixture *fixture)
{
  return fascia_name_book_get (fixture->journal);
}

typedef struct
{
  Fixture *fixture;
  const char *name;
  gboolean is_there;
} Wanted;

static gboolean
is_tag_so (gpointer data)
{
  Wanted *wanted = data;
  FasciaTags *tags = fascia_name_book_get_tags (get_book (wanted->fixture));

  return (fascia_tags_find_name (tags, wanted->name) != NULL) == wanted->is_there;
}

static void
wait_for_tag (Fixture *fixture, const char *name, gboolean is_there)
{
  Wanted wanted = { fixture, name, is_there };

  fascia_test_assert_until (is_tag_so, &wanted);
  fascia_test_drain ();
}

static const FasciaTag *
find_tag (Fixture *fixture, const char *name)
{
  return fascia_tags_find_name (fascia_name_book_get_tags (get_book (fixture)), name);
}

static AdwPreferencesDialog *
open_preferences (Fixture *fixture)
{
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return ADW_PREFERENCES_DIALOG (dialog);
}

static gpointer
push (AdwPreferencesDialog *dialog, AdwNavigationPage *page)
{
  adw_preferences_dialog_push_subpage (dialog, page);
  return page;
}

static void
close_dialog (Fixture *fixture, gpointer dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fascia_test_drain ();
}

static gboolean
is_settled (gpointer data)
{
  return fascia_tags_page_is_settled (data);
}

static gboolean
has_problem (gpointer data)
{
  return fascia_tag_page_get_problem (data) != NULL;
}

static void
assert_tags (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);
  const char *const *tags = fascia_entry_get_tags (g_ptr_array_index (entries, 0));

  g_assert_cmpstr (tags[0], ==, first);
  if (first != NULL)
    g_assert_cmpstr (tags[1], ==, second);
}

static void
rename_to (FasciaTagPage *page, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (fascia_tag_page_get_name_row (page)), name);
  g_signal_emit_by_name (fascia_tag_page_get_name_row (page), "apply");
}

/* ---- the preferences ---- */

static void
test_own_tag (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  FasciaTagsPage *all = push (dialog, fascia_tags_page_new (fixture->journal));

  fascia_tags_page_create (all, "  Garden  ");
  wait_for_tag (fixture, "Garden", TRUE);
  const char *code = g_intern_string (fascia_tag_get_code (find_tag (fixture, "garden")));
  fascia_test_assert_until (is_settled, all);
  g_assert_cmpstr (adw_action_row_get_subtitle (fascia_tags_page_get_row (all, code)), ==,
                   "Not used");

  FasciaTagPage *page = push (dialog, fascia_tag_page_new (fixture->journal, code, 0));
  rename_to (page, "Gardening");
  wait_for_tag (fixture, "Gardening", TRUE);
  g_assert_null (find_tag (fixture, "Garden"));
  g_assert_cmpstr (fascia_tag_get_code (find_tag (fixture, "Gardening")), ==, code);

  /* A name that is taken is refused in a sentence, and the old one stays. */
  rename_to (page, "stress");
  fascia_test_assert_until (has_problem, page);
  g_assert_nonnull (find_tag (fixture, "Gardening"));

  adw_switch_row_set_active (fascia_tag_page_get_offered_row (page), FALSE);
  g_autoptr (GPtrArray) read = fascia_test_read_entries (fixture->journal);
  fascia_test_drain ();
  fascia_tag_page_delete (page);
  wait_for_tag (fixture, "Gardening", FALSE);
  close_dialog (fixture, dialog);
}

/* What an entry has is not lost: not deleted, hidden only from what is offered, merged as a whole. */
static void
test_used_tag (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  FasciaTagsPage *all = push (dialog, fascia_tags_page_new (fixture->journal));
  fascia_tags_page_create (all, "Garden");
  wait_for_tag (fixture, "Garden", TRUE);
  g_autofree char *code = g_strdup (fascia_tag_get_code (find_tag (fixture, "Garden")));

  const char *const tags[] = { code, NULL };
  g_autoptr (FasciaEntry) plain = fascia_test_note_new (NOW, 1, "Dug a bed");
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (plain, tags);
  fascia_test_put (fixture->journal, tagged);

  FasciaTagPage *page = push (dialog, fascia_tag_page_new (fixture->journal, code, 1));
  fascia_tag_page_delete (page);
  fascia_test_assert_until (has_problem, page);
  assert_tags (fixture, code, NULL);
  fascia_tag_page_merge (page, "overdoing");
  wait_for_tag (fixture, "Garden", FALSE);
  assert_tags (fixture, "overdoing", NULL);

  /* And back. */
  FasciaTestRead undone = { 0 };
  fascia_journal_undo_async (fixture->journal, 0, NULL, fascia_test_on_written, &undone);
  fascia_test_assert_until (fascia_test_is_read, &undone);
  fascia_operation_unref (undone.value);
  wait_for_tag (fixture, "Garden", TRUE);
  assert_tags (fixture, code, NULL);
  close_dialog (fixture, dialog);
}

/* ---- the picker ---- */

static void
test_picker (Fixture *fixture, gconstpointer data)
{
  const char *const chosen[] = { "of-tomorrow", NULL };

  show (fixture, 1000, 700);
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  FasciaTagPicker *picker = push (dialog, fascia_tag_picker_new (fixture->journal, chosen));

  g_assert_true (gtk_toggle_button_get_active (fascia_tag_picker_get_chip (picker, "of-tomorrow")));
  g_assert_nonnull (fascia_tag_picker_get_chip (picker, "walking"));
  fascia_tag_picker_search (picker, "SLEEP");
  g_assert_nonnull (fascia_tag_picker_get_chip (picker, "poor-sleep"));
  g_assert_null (fascia_tag_picker_get_chip (picker, "walking"));
  gtk_toggle_button_set_active (fascia_tag_picker_get_chip (picker, "poor-sleep"), TRUE);
  /* What is there already is not made again. */
  fascia_tag_picker_search (picker, "Stress");
  g_assert_false (fascia_tag_picker_create (picker));

  fascia_tag_picker_search (picker, "Garden");
  g_assert_true (fascia_tag_picker_create (picker));
  wait_for_tag (fixture, "Garden", TRUE);
  const char *code = fascia_tag_get_code (find_tag (fixture, "Garden"));
  g_assert_true (g_strv_contains (fascia_tag_picker_get_chosen (picker), code));
  g_assert_true (g_strv_contains (fascia_tag_picker_get_chosen (picker), "poor-sleep"));
  g_assert_true (g_strv_contains (fascia_tag_picker_get_chosen (picker), "of-tomorrow"));
  g_assert_true (gtk_toggle_button_get_active (fascia_tag_picker_get_chip (picker, code)));
  close_dialog (fixture, dialog);
}

static gboolean
is_hidden (gpointer data)
{
  return fascia_tag_is_hidden (fascia_tags_lookup (fascia_name_book_get_tags (data), "alcohol"));
}

/* A hidden tag is offered to entries that have it, and to whoever writes its name. */
static void
test_picker_hidden (Fixture *fixture, gconstpointer data)
{
  const FasciaTagChange hide = { .type = FASCIA_TAG_HIDE, .code = "alcohol" };
  const char *const chosen[] = { "alcohol", NULL };

  show (fixture, 1000, 700);
  fascia_journal_change_tag_async (fixture->journal, &hide, NULL, NULL, NULL);
  fascia_test_assert_until (is_hidden, get_book (fixture));
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  FasciaTagPicker *without = push (dialog, fascia_tag_picker_new (fixture->journal, NULL));
  g_assert_null (fascia_tag_picker_get_chip (without, "alcohol"));
  fascia_tag_picker_search (without, "alco");
  g_assert_null (fascia_tag_picker_get_chip (without, "alcohol"));
  fascia_tag_picker_search (without, "alcohol");
  g_assert_nonnull (fascia_tag_picker_get_chip (without, "alcohol"));
  FasciaTagPicker *with = push (dialog, fascia_tag_picker_new (fixture->journal, chosen));
  g_assert_nonnull (fascia_tag_picker_get_chip (with, "alcohol"));
  close_dialog (fixture, dialog);
}

/* ---- scales ---- */

static const FasciaItem *
find_scale (Fixture *fixture, const char *name)
{
  FasciaItems *items = fascia_name_book_get_items (get_book (fixture));

  for (guint i = 0; i < fascia_items_get_n (items); i++)
    if (g_str_equal (fascia_item_get_name (fascia_items_get (items, i)), name))
      return fascia_items_get (items, i);
  return NULL;
}

static gboolean
is_scale_so (gpointer data)
{
  Wanted *wanted = data;

  return (find_scale (wanted->fixture, wanted->name) != NULL) == wanted->is_there;
}

static void
wait_for_scale (Fixture *fixture, const char *name, gboolean is_there)
{
  Wanted wanted = { fixture, name, is_there };

  fascia_test_assert_until (is_scale_so, &wanted);
  fascia_test_drain ();
}

static gboolean
has_scale_problem (gpointer data)
{
  return fascia_scale_page_get_problem (data) != NULL;
}

static void
test_scale (Fixture *fixture, gconstpointer data)
{
  FasciaOwnScale scale = {
    .name = "Hugs",
    .maximum = 20,
    .step = 1,
    .unit = "hugs",
    .better = 1,
  };

  show (fixture, 1000, 700);
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  FasciaScalePage *page = push (dialog, fascia_scale_page_new (fixture->journal, NULL));
  fascia_scale_page_save (page);
  g_assert_cmpstr (fascia_scale_page_get_problem (page), ==, "A scale needs a name.");
  fascia_scale_page_fill (page, &scale);
  fascia_scale_page_save (page);
  wait_for_scale (fixture, "Hugs", TRUE);
  const FasciaItem *item = find_scale (fixture, "Hugs");
  g_autofree char *code = g_strdup (fascia_item_get_code (item));
  g_assert_cmpfloat (fascia_item_get_maximum (item), ==, 20);
  g_assert_cmpint (fascia_item_get_better (item), ==, 1);
  g_assert_cmpstr (fascia_item_get_unit_c (item), ==, "hugs");

  /* A value in use stays inside the range, and the scale with it. */
  const FasciaMeasurement value
      = { .item = g_intern_string (code), .side = FASCIA_SIDE_MIDLINE, .value = 12 };
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, NOW, 1);
  g_autoptr (FasciaEntry) measured = fascia_entry_with_measurement (plain, &value);
  fascia_test_put (fixture->journal, measured);
  page = push (dialog, fascia_scale_page_new (fixture->journal, code));
  scale.maximum = 10;
  fascia_scale_page_fill (page, &scale);
  fascia_scale_page_save (page);
  fascia_test_assert_until (has_scale_problem, page);
  g_assert_cmpfloat (fascia_item_get_maximum (find_scale (fixture, "Hugs")), ==, 20);
  scale.maximum = 12;
  scale.name = "Long hugs";
  fascia_scale_page_fill (page, &scale);
  fascia_scale_page_save (page);
  wait_for_scale (fixture, "Long hugs", TRUE);
  page = push (dialog, fascia_scale_page_new (fixture->journal, code));
  fascia_scale_page_delete (page);
  fascia_test_assert_until (has_scale_problem, page);
  g_assert_nonnull (find_scale (fixture, "Long hugs"));
  close_dialog (fixture, dialog);
}

/* ---- questions of the day ---- */

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

static void
assert_daily (Fixture *fixture, const char *expected)
{
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  g_autofree char *joined
      = g_strjoinv (" ", (char **) fascia_settings_get_strv (settings, FASCIA_SETTING_DAILY));

  g_assert_cmpstr (joined, ==, expected);
  fascia_test_drain ();
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwPreferencesDialog *dialog = open_preferences (fixture);
  adw_preferences_dialog_set_visible_page_name (dialog, "journal");
  FasciaJournalPreferences *page = FASCIA_JOURNAL_PREFERENCES (
      find_type (GTK_WIDGET (dialog), FASCIA_TYPE_JOURNAL_PREFERENCES));

  g_assert_true (gtk_switch_get_active (fascia_journal_preferences_get_switch (page, "sleep")));
  g_assert_false (gtk_switch_get_active (fascia_journal_preferences_get_switch (page, "mood")));
  gtk_switch_set_active (fascia_journal_preferences_get_switch (page, "mood"), TRUE);
  assert_daily (fixture, "pain-average pain-worst stiffness-morning sleep mood");
  gtk_switch_set_active (fascia_journal_preferences_get_switch (page, "pain-average"), FALSE);
  assert_daily (fixture, "pain-worst stiffness-morning sleep mood");
  fascia_journal_preferences_move (page, "mood", -1);
  assert_daily (fixture, "pain-worst stiffness-morning mood sleep");
  close_dialog (fixture, dialog);
}

#define ADD(name, function) g_test_add ("/tags/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("own", test_own_tag);
  ADD ("used", test_used_tag);
  ADD ("picker", test_picker);
  ADD ("picker-hidden", test_picker_hidden);
  ADD ("scale", test_scale);
  ADD ("questions", test_questions);
  return run_tests ();
}
