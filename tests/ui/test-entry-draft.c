/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed in the editor and not saved yet: kept, offered again, or thrown away as the person
 * says.
 */

#include "config.h"

#include "entry-editor-fixture.h"

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

/* Whoever types before being asked loses nothing: neither what was kept nor, beginning again, what
 * was typed. */
static void
test_draft_typed_before (Fixture *fixture, gconstpointer data)
{
  Draft draft = { fixture, FASCIA_ENTRY_NOTE };

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
  while (!has_draft_of (fixture, FASCIA_ENTRY_NOTE, "Typed at once"))
    fascia_test_drain ();
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
  return run_tests ();
}
