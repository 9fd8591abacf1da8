/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed in the editor and not saved yet: kept, offered again, or thrown away as the person
 * says.
 */

#include "config.h"

#include "entry-editor-fixture.h"
#include "fascia-announce.h"

/* What was typed and not saved is offered, and comes back whole. */
static gboolean
is_in_note (gpointer editor)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (editor));

  return focus != NULL && GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, editor);
}

static void
test_draft_continue (Fixture *fixture, gconstpointer data)
{
  Draft draft = { fixture, FASCIA_ENTRY_VISIT };

  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);
  type (editor, "Therapist", "Anna");
  answer (editor, "Tight before", 7);
  write_note (editor, "Half a sentence");
  fascia_test_assert_until (has_draft, &draft);
  /* As when the power goes: nobody is asked. */
  g_autoptr (FasciaEntry) expected = fascia_entry_ref (fascia_entry_editor_get_entry (editor));
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_test_drain ();

  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_VISIT, NULL);
  fascia_test_assert_until (has_alert, fixture);
  const char *body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (fixture)));
  g_assert_nonnull (strstr (body, "Half a sentence"));
  respond (fixture, "continue");
  fascia_test_assert_until (has_editor, fixture);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  g_assert_cmpstr (fascia_entry_get_visit (fascia_entry_editor_get_entry (editor))->therapist, ==,
                   "Anna");
  g_assert_cmpstr (gtk_editable_get_text (get_row (editor, "Therapist")), ==, "Anna");
  /* Who writes on is asked for nothing more. */
  fascia_test_assert_until (is_in_note, editor);
  save (fixture, editor);
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_VISIT), ==, 0);
  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpint (fascia_entry_get_visit (entry)->before, ==, 7);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Half a sentence");
}

static gboolean
has_draft_of (Fixture *fixture, FasciaEntryKind kind, const char *words)
{
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  g_autofree char *key = fascia_entry_draft_dup_key (kind);
  const char *const *texts = fascia_settings_get_strv (settings, key);
  g_autofree char *all = g_strjoinv ("\n", (char **) texts);

  return strstr (all, words) != NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *words;
} Words;

static gboolean
are_in_draft (gpointer data)
{
  Words *words = data;

  return has_draft_of (words->fixture, FASCIA_ENTRY_NOTE, words->words);
}

/* Whoever types before being asked loses nothing: neither what was kept nor, beginning again, what
 * was typed. */
static void
test_draft_typed_before (Fixture *fixture, gconstpointer data)
{
  Draft draft = { fixture, FASCIA_ENTRY_NOTE };
  Words words = { fixture, "Typed at once" };

  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);
  write_note (editor, "Kept from before");
  fascia_test_assert_until (has_draft, &draft);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);

  /* Neither while the question stands, nor when the window goes away with it. */
  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_NOTE, NULL);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  write_note (editor, "Typed at once");
  fascia_test_assert_until (has_alert, fixture);
  g_assert_true (has_draft_of (fixture, FASCIA_ENTRY_NOTE, "Kept from before"));
  respond (fixture, "new");
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==,
                   "Typed at once");
  fascia_test_assert_until (are_in_draft, &words);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);

  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_NOTE, NULL);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  write_note (editor, "Another");
  respond (fixture, "continue");
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==,
                   "Typed at once");
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

typedef struct
{
  Fixture *fixture;
  const FasciaUid *uid;
} EditDraft;

static gboolean
has_edit_draft (gpointer data)
{
  EditDraft *draft = data;
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (draft->fixture->journal);
  g_autofree char *key = fascia_entry_draft_dup_edit_key (draft->uid);

  return fascia_settings_get_strv (settings, key)[0] != NULL;
}

/* Changes of an entry that is there are kept as well, and offered when it is edited again: with what
 * became of the entry meanwhile. Saving takes them away. */
static void
test_draft_of_edit (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_visit_new (NOW - 7200000, 1);
  g_autoptr (FasciaEntry) other = fascia_test_visit_new (NOW - 9200000, 2);
  fascia_test_put (fixture->journal, other);
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);
  EditDraft draft = { fixture, fascia_entry_get_uid (before) };
  FasciaEntryEditor *editor = edit (fixture, before);
  type (editor, "Therapist", "Berta");
  write_note (editor, "Half a sentence");
  fascia_test_assert_until (has_edit_draft, &draft);
  /* As when the power goes: nobody is asked. */
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);

  FasciaVisit visit = *fascia_entry_get_visit (before);
  visit.rating = 9;
  g_autoptr (FasciaEntry) theirs = fascia_entry_with_visit (before, &visit);
  fascia_test_put (fixture->journal, theirs);
  g_autoptr (FasciaEntry) now = read_newest (fixture);
  edit (fixture, other);
  fascia_test_drain ();
  g_assert_true (has_editor (fixture));
  adw_dialog_force_close (get_dialog (fixture));
  fascia_test_assert_until (has_no_dialog, fixture);

  fascia_entry_editor_present (GTK_WIDGET (fixture->page), fixture->journal, fixture->body, now);
  respond (fixture, "continue");
  fascia_test_assert_until (has_editor, fixture);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  g_assert_cmpstr (gtk_editable_get_text (get_row (editor, "Therapist")), ==, "Berta");
  save (fixture, editor);
  g_assert_false (has_edit_draft (&draft));
  g_autoptr (FasciaEntry) after = read_newest (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_cmpstr (fascia_entry_get_visit (after)->therapist, ==, "Berta");
  g_assert_cmpint (fascia_entry_get_visit (after)->rating, ==, 9);
  g_assert_cmpstr (fascia_entry_get_note (after), ==, "Half a sentence");
}

/* Thrown away is thrown away. */
static void
test_draft_of_edit_discarded (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_note_new (NOW - 7200000, 1, "Before");
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);
  EditDraft draft = { fixture, fascia_entry_get_uid (before) };
  FasciaEntryEditor *editor = edit (fixture, before);
  write_note (editor, "");
  fascia_test_assert_until (has_edit_draft, &draft);
  adw_dialog_close (ADW_DIALOG (editor));
  respond (fixture, "discard");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_false (has_edit_draft (&draft));
}

/* Beginning again takes it away; another kind knows nothing of it. */
static void
test_draft_begin_again (Fixture *fixture, gconstpointer data)
{
  Draft draft = { fixture, FASCIA_ENTRY_NOTE };

  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);
  write_note (editor, "Never mind");
  fascia_test_assert_until (has_draft, &draft);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);

  editor = begin (fixture, FASCIA_ENTRY_EVENT, NULL);
  g_assert_true (has_editor (fixture));
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);

  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_NOTE, NULL);
  respond (fixture, "new");
  fascia_test_assert_until (has_editor, fixture);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  g_assert_null (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)));
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_NOTE), ==, 0);
  fascia_test_assert_until (is_in_note, editor);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* Leaving what was changed asks; keeping on writing keeps it, discarding takes it all away. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);

  write_note (editor, "Not yet");
  adw_dialog_close (ADW_DIALOG (editor));
  respond (fixture, "keep");
  fascia_test_assert_until (has_editor, fixture);
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==, "Not yet");
  adw_dialog_close (ADW_DIALOG (editor));
  respond (fixture, "discard");
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_NOTE), ==, 0);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* ---- what the journal page says of it ---- */

static char *told;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_set_str (&told, text);
}

static gboolean
is_told (gpointer words)
{
  return g_strcmp0 (told, words) == 0;
}

/* What was said before no longer holds back what comes. */
static void
forget_told (void)
{
  fascia_announce_set_listener (on_announced, NULL);
  g_clear_pointer (&told, g_free);
}

/* (nullable) The line that says it, built or not, to be seen or not. */
static AdwBanner *
find_line (GtkWidget *widget)
{
  AdwBanner *found = NULL;

  if (ADW_IS_BANNER (widget)
      && g_strcmp0 (adw_banner_get_button_label (ADW_BANNER (widget)), "Continue") == 0)
    return ADW_BANNER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_line (child);
  return found;
}

/* (nullable) What it says, if it is to be seen. */
static const char *
get_line (Fixture *fixture)
{
  AdwBanner *line = find_line (fascia_window_get_page (fixture->window, "journal"));

  return line != NULL && gtk_widget_get_mapped (GTK_WIDGET (line)) && adw_banner_get_revealed (line)
             ? adw_banner_get_title (line)
             : NULL;
}

static gboolean
is_a_note (gpointer fixture)
{
  return g_strcmp0 (get_line (fixture), "A note was not saved") == 0;
}

static gboolean
are_two (gpointer fixture)
{
  return g_strcmp0 (get_line (fixture), "2 entries were not saved") == 0;
}

static gboolean
has_no_line (gpointer fixture)
{
  return get_line (fixture) == NULL;
}

/* Writes as far as the draft, and goes as when the power goes. */
static void
leave_note (Fixture *fixture, const char *words)
{
  Draft draft = { fixture, FASCIA_ENTRY_NOTE };
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_NOTE, NULL);

  write_note (editor, words);
  fascia_test_assert_until (has_draft, &draft);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* A line says so and goes on without a question; saved, it is gone, and so is the focus from it. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  Words words = { fixture, "A whole sentence" };

  show (fixture, 1000, 700);
  leave_note (fixture, "Half a sentence");
  GtkWidget *page = fascia_window_get_page (fixture->window, "journal");
  g_assert_null (page != NULL ? find_line (page) : NULL);
  forget_told ();
  fascia_window_show_page (fixture->window, "journal");
  fascia_test_assert_until (is_a_note, fixture);
  fascia_test_assert_until (is_told, (gpointer) "A note was not saved");

  /* Said again to whoever comes again. */
  forget_told ();
  fascia_window_show_page (fixture->window, "body");
  fascia_window_show_page (fixture->window, "journal");
  fascia_test_assert_until (is_a_note, fixture);
  fascia_test_assert_until (is_told, (gpointer) "A note was not saved");

  AdwBanner *line = find_line (fascia_window_get_page (fixture->window, "journal"));
  forget_told ();
  gtk_widget_child_focus (GTK_WIDGET (line), GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (line, "button-clicked");
  fascia_test_assert_until (has_editor, fixture);
  FasciaEntryEditor *editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  fascia_test_assert_until (is_in_note, editor);
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==,
                   "Half a sentence");
  /* Nobody is told of what is just being written. */
  write_note (editor, "A whole sentence");
  fascia_test_assert_until (are_in_draft, &words);
  g_assert_null (told);
  save (fixture, editor);
  fascia_test_assert_until (has_no_line, fixture);
  fascia_test_drain ();
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (line)));
  g_autoptr (FasciaEntry) entry = read_newest (fixture);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "A whole sentence");
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* (nullable) How far the list of days is scrolled, once there is one. */
static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *list = find_list (fascia_window_get_page (fixture->window, "journal"));

  return list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;
}

static gboolean
can_scroll (gpointer fixture)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  return adjustment != NULL
         && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* The line comes between the bar and the list, which stays at its top: the day is not cut off. */
static void
test_told_at_top (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 294);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (FasciaEntry) entry = fascia_test_note_new (NOW - (i + 1) * 3600000, i, "Words");

      fascia_test_put (fixture->journal, entry);
    }
  leave_note (fixture, "Half a sentence");
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean has_animations;
  g_object_get (settings, "gtk-enable-animations", &has_animations, NULL);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  fascia_window_show_page (fixture->window, "journal");
  fascia_test_assert_until (is_a_note, fixture);
  fascia_test_assert_until (can_scroll, fixture);
  for (guint i = 0; i < 10; i++)
    let_frames_pass (GTK_WIDGET (fixture->window));
  g_object_set (settings, "gtk-enable-animations", has_animations, NULL);
  fascia_test_assert_until (can_scroll, fixture);
  GtkAdjustment *adjustment = get_adjustment (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_lower (adjustment));
}

/* Several are counted; each goes when it is thrown away. Changes of what was deleted wait unseen. */
static void
test_told_several (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) written = fascia_test_visit_new (NOW - 7200000, 1);
  fascia_test_put (fixture->journal, written);
  g_autoptr (FasciaEntry) before = read_newest (fixture);
  EditDraft changes = { fixture, fascia_entry_get_uid (before) };
  FasciaEntryEditor *editor = edit (fixture, before);
  write_note (editor, "More of it");
  fascia_test_assert_until (has_edit_draft, &changes);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
  leave_note (fixture, "Half a sentence");

  fascia_window_show_page (fixture->window, "journal");
  fascia_test_assert_until (are_two, fixture);
  fascia_journal_delete_entry_async (fixture->journal, fascia_entry_get_uid (before), NULL, NULL,
                                     NULL);
  fascia_test_assert_until (is_a_note, fixture);
  fascia_journal_undo_async (fixture->journal, 0, NULL, NULL, NULL);
  fascia_test_assert_until (are_two, fixture);

  g_signal_emit_by_name (find_line (fascia_window_get_page (fixture->window, "journal")),
                         "button-clicked");
  fascia_test_assert_until (has_editor, fixture);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  fascia_test_assert_until (is_in_note, editor);
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==,
                   "More of it");
  /* Thrown away as everywhere: Cancel, Discard. */
  adw_dialog_close (ADW_DIALOG (editor));
  respond (fixture, "discard");
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_test_assert_until (is_a_note, fixture);
  g_assert_false (has_edit_draft (&changes));
  g_assert_cmpuint (count_draft (fixture, FASCIA_ENTRY_NOTE), >, 0);
}

static gboolean
is_in_time (gpointer editor)
{
  GtkWidget *row = GTK_WIDGET (fascia_entry_editor_get_time_row (editor, FASCIA_TIME_ROW_BEGIN));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (editor));

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* Without a note one goes on at the top, not at Cancel. */
static void
test_escape_without_words (Fixture *fixture, gconstpointer data)
{
  Draft draft = { fixture, FASCIA_ENTRY_VISIT };

  show (fixture, 1000, 700);
  FasciaEntryEditor *editor = begin (fixture, FASCIA_ENTRY_VISIT, NULL);
  type (editor, "Therapist", "Anna");
  fascia_test_assert_until (has_draft, &draft);
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_VISIT, NULL);
  fascia_test_assert_until (has_alert, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_editor, fixture);
  editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  fascia_test_assert_until (is_in_time, editor);
  fascia_test_drain ();
  g_assert_true (is_in_time (editor));
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* Escape at the question loses nothing: one writes on, in the words. */
static void
test_escape_continues (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  leave_note (fixture, "Half a sentence");
  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   FASCIA_ENTRY_NOTE, NULL);
  fascia_test_assert_until (has_alert, fixture);
  adw_dialog_close (get_dialog (fixture));
  fascia_test_assert_until (has_editor, fixture);
  FasciaEntryEditor *editor = FASCIA_ENTRY_EDITOR (get_dialog (fixture));
  fascia_test_assert_until (is_in_note, editor);
  fascia_test_drain ();
  g_assert_true (is_in_note (editor));
  g_assert_cmpstr (fascia_entry_get_note (fascia_entry_editor_get_entry (editor)), ==,
                   "Half a sentence");
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

#define ADD(name, function) g_test_add ("/editor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("draft-continue", test_draft_continue);
  ADD ("draft-begin-again", test_draft_begin_again);
  ADD ("draft-typed-before", test_draft_typed_before);
  ADD ("draft-of-edit", test_draft_of_edit);
  ADD ("draft-of-edit-discarded", test_draft_of_edit_discarded);
  ADD ("discard", test_discard);
  ADD ("draft-escape-continues", test_escape_continues);
  ADD ("draft-escape-without-words", test_escape_without_words);
  ADD ("draft-told", test_told);
  ADD ("draft-told-at-top", test_told_at_top);
  ADD ("draft-told-several", test_told_several);
  fascia_announce_set_listener (on_announced, NULL);
  int status = run_tests ();
  fascia_announce_set_listener (NULL, NULL);
  g_clear_pointer (&told, g_free);
  return status;
}
