/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Say to my therapist": notes that wait for the next visit, and are ticked off there.
 */

#include "config.h"

#include "fascia-therapist-notes.h"

#include <glib/gi18n.h>

#include "fascia-code-chips.h"
#include "fascia-entry-editor.h"
#include "fascia-window.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-text.h"

/* More do not fit into a visit. */
#define MAX_NOTES 50

struct _FasciaTherapistNotes
{
  AdwPreferencesGroup parent_instance;

  FasciaJournal *journal;
  GCancellable *cancellable;
  GPtrArray *entries; /* FasciaEntry, as the journal has them */
  GPtrArray *checks;  /* GtkCheckButton, one for each; owned by the group */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaTherapistNotes, fascia_therapist_notes, ADW_TYPE_PREFERENCES_GROUP)

void
fascia_therapist_note_present (GtkWidget *from, FasciaJournal *journal, const FasciaBody *body)
{
  static const char *const tags[] = { FASCIA_TAG_TO_SAY, NULL };
  const FasciaUid none = { 0 };
  FasciaMoment now;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  g_autoptr (FasciaEntry) note = fascia_entry_new (&none, FASCIA_ENTRY_NOTE, &now);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (note, tags);
  fascia_entry_editor_present_new (from, journal, body, FASCIA_ENTRY_NOTE, tagged);
}

/* ---- ticking off ---- */

typedef struct
{
  FasciaTherapistNotes *self;
  guint index;
} Writing;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (FasciaTherapistNotes) self = writing->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;

  if (writing->index >= self->checks->len)
    return;
  if (after != NULL)
    {
      fascia_entry_unref (self->entries->pdata[writing->index]);
      self->entries->pdata[writing->index] = fascia_entry_ref (after);
      return;
    }
  if (operation != NULL)
    return;
  /* What is shown is what is written. */
  GtkCheckButton *check = g_ptr_array_index (self->checks, writing->index);
  self->is_updating = TRUE;
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  self->is_updating = FALSE;
  fascia_window_show_error (GTK_WIDGET (self), error);
}

static void
on_toggled (FasciaTherapistNotes *self, GtkCheckButton *check)
{
  gboolean is_said = gtk_check_button_get_active (check);
  guint index = 0;

  if (self->is_updating || !g_ptr_array_find (self->checks, check, &index))
    return;
  FasciaEntry *entry = g_ptr_array_index (self->entries, index);
  g_auto (GStrv) without = fascia_codes_with (fascia_entry_get_tags (entry),
                                              is_said ? FASCIA_TAG_TO_SAY : FASCIA_TAG_SAID, FALSE);
  g_auto (GStrv) tags = fascia_codes_with ((const char *const *) without,
                                           is_said ? FASCIA_TAG_SAID : FASCIA_TAG_TO_SAY, TRUE);
  g_autoptr (FasciaEntry) changed = fascia_entry_with_tags (entry, (const char *const *) tags);
  Writing *writing = g_new0 (Writing, 1);

  writing->self = g_object_ref (self);
  writing->index = index;
  fascia_journal_put_over_async (self->journal, entry, changed, NULL, on_written, writing);
}

/* ---- the list ---- */

static void
add_note (FasciaTherapistNotes *self, FasciaEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *note = fascia_entry_get_note (entry);
  gint32 today = fascia_day_watch_get_day (fascia_day_watch_get (self->journal));
  g_autofree char *day = fascia_text_day (fascia_entry_get_moment (entry)->day, today);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, note, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), note);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->entries, fascia_entry_ref (entry));
  g_ptr_array_add (self->checks, check);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaTherapistNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_query_finish (FASCIA_JOURNAL (source), result, &error);

  /* What cannot be read is told by the page that shows the journal. */
  if (entries == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = entries->len; i > 0; i--)
    if (fascia_entry_get_note (g_ptr_array_index (entries, i - 1)) != NULL)
      add_note (self, g_ptr_array_index (entries, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self), self->checks->len > 0);
}

void
fascia_therapist_notes_set_journal (FasciaTherapistNotes *self, FasciaJournal *journal)
{
  g_return_if_fail (FASCIA_IS_THERAPIST_NOTES (self));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  if (!g_set_object (&self->journal, journal))
    return;
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) waiting = fascia_query_with_tag (all, FASCIA_TAG_TO_SAY);

  fascia_journal_query_async (journal, waiting, G_MAXINT64, NULL, MAX_NOTES, self->cancellable,
                              on_read, g_object_ref (self));
}

guint
fascia_therapist_notes_get_n (FasciaTherapistNotes *self)
{
  g_return_val_if_fail (FASCIA_IS_THERAPIST_NOTES (self), 0);

  return self->checks->len;
}

GtkCheckButton *
fascia_therapist_notes_get_check (FasciaTherapistNotes *self, guint index)
{
  g_return_val_if_fail (FASCIA_IS_THERAPIST_NOTES (self), NULL);
  g_return_val_if_fail (index < self->checks->len, NULL);

  return g_ptr_array_index (self->checks, index);
}

/* ---- the group ---- */

static void
fascia_therapist_notes_dispose (GObject *object)
{
  FasciaTherapistNotes *self = FASCIA_THERAPIST_NOTES (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->checks, 0);

  G_OBJECT_CLASS (fascia_therapist_notes_parent_class)->dispose (object);
}

static void
fascia_therapist_notes_finalize (GObject *object)
{
  FasciaTherapistNotes *self = FASCIA_THERAPIST_NOTES (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (fascia_therapist_notes_parent_class)->finalize (object);
}

static void
fascia_therapist_notes_class_init (FasciaTherapistNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_therapist_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_therapist_notes_finalize;
}

static void
fascia_therapist_notes_init (FasciaTherapistNotes *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  self->checks = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("To Say at This Visit"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Tick what was said. It stays in your journal."));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_therapist_notes_new (void)
{
  return g_object_new (FASCIA_TYPE_THERAPIST_NOTES, NULL);
}
