/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entry of any kind, new or there already, in a dialog.
 */

#include "config.h"

#include "fascia-entry-editor-private.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db.h"
#include "fascia-editor-state.h"
#include "fascia-entry-draft-text.h"
#include "fascia-entry-text.h"
#include "fascia-tag-picker.h"
#include "fascia-window.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-row-words.h"

#define CONTENT_WIDTH 520
#define CONTENT_HEIGHT 720
#define MAX_DRAFT_WORDS 80

G_DEFINE_FINAL_TYPE (FasciaEntryEditor, fascia_entry_editor, ADW_TYPE_DIALOG)

/* ---- what is written ---- */

static gboolean
is_changed (FasciaEntryEditor *self)
{
  return fascia_editor_is_changed (self->entry, self->begun);
}

static void
say_problem (FasciaEntryEditor *self, const char *words)
{
  adw_banner_set_title (self->banner, words != NULL ? words : "");
  /* A banner that is only folded in still speaks to a screen reader. */
  gtk_widget_set_visible (GTK_WIDGET (self->banner), words != NULL);
  adw_banner_set_revealed (self->banner, words != NULL);
  if (words != NULL)
    fascia_announce (GTK_WIDGET (self), words);
}

static void
update_tags (FasciaEntryEditor *self)
{
  FasciaNames names;

  fascia_name_book_fill (self->book, self->body, &names);
  g_autofree char *list = fascia_entry_text_names (fascia_entry_get_tags (self->entry),
                                                   fascia_entry_text_tag_name, &names);
  fascia_row_set_words (self->tags_row, list != NULL ? list : _ ("None chosen"));
}

static void
update_state (FasciaEntryEditor *self)
{
  gtk_widget_set_sensitive (self->save_button, !self->is_saving
                                                   && fascia_editor_can_save (self->entry)
                                                   && (self->is_new || is_changed (self)));
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->is_saving && !is_changed (self));
}

/* Takes @entry. */
static void
take_entry (FasciaEntryEditor *self, FasciaEntry *entry)
{
  g_autoptr (FasciaEntry) before = g_steal_pointer (&self->entry);

  self->entry = entry;
  say_problem (self, NULL);
  update_state (self);
  if (is_changed (self))
    fascia_entry_draft_set (self->draft, self->entry);
  else
    fascia_entry_draft_discard (self->draft);
}

static void
show_times (FasciaEntryEditor *self)
{
  const FasciaMoment *begin = fascia_entry_get_moment (self->entry);
  gint64 end_ms = fascia_entry_get_end_ms (self->entry);

  fascia_time_row_set_begin (self->begin_row, begin, self->is_new);
  fascia_time_row_set_moment (self->begin_row, begin);
  fascia_time_row_set_begin (self->end_row, begin, self->is_new);
  if (end_ms == FASCIA_END_NOT_GIVEN)
    {
      fascia_time_row_set_moment (self->end_row, NULL);
      return;
    }
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (begin->offset_min * 60);
  FasciaMoment end;
  fascia_moment_init (&end, end_ms, zone);
  fascia_time_row_set_moment (self->end_row, &end);
}

void
fascia_entry_editor_take_fields (FasciaEntryEditor *self)
{
  if (self->is_loading)
    return;
  g_autofree char *note = fascia_text_card_dup_text (self->note);
  g_autoptr (FasciaEntry) said = self->fields != NULL
                                     ? fascia_entry_fields_store (self->fields, self->entry)
                                     : fascia_entry_ref (self->entry);

  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (said, note);
  if (self->has_time)
    {
      take_entry (self, g_steal_pointer (&noted));
      return;
    }
  take_entry (self, fascia_editor_end_at (noted, &self->opened));
  show_times (self);
}

void
fascia_entry_editor_take_begin (FasciaEntryEditor *self)
{
  FasciaMoment moment;

  if (!fascia_time_row_get_chosen (self->begin_row, &moment))
    return;
  self->has_time = TRUE;
  take_entry (self, fascia_entry_with_moment (self->entry, &moment));
  show_times (self);
  if (self->fields == NULL)
    return;
  /* The last day of an event is not before its first. */
  self->is_loading = TRUE;
  fascia_entry_fields_load (self->fields, self->entry);
  self->is_loading = FALSE;
}

void
fascia_entry_editor_take_end (FasciaEntryEditor *self)
{
  FasciaMoment moment;
  gboolean has_end = fascia_time_row_get_chosen (self->end_row, &moment);

  take_entry (
      self, fascia_entry_with_end_ms (self->entry, has_end ? moment.utc_ms : FASCIA_END_NOT_GIVEN));
}

/* Shows an entry as a whole: at first, and when a draft comes back. */
static void
load_entry (FasciaEntryEditor *self)
{
  self->is_loading = TRUE;
  show_times (self);
  if (self->fields != NULL)
    fascia_entry_fields_load (self->fields, self->entry);
  fascia_text_card_set_text (self->note, fascia_entry_get_note (self->entry));
  update_tags (self);
  self->is_loading = FALSE;
  update_state (self);
}

/* ---- tags ---- */

static void
on_tags_chosen (FasciaEntryEditor *self, FasciaTagPicker *picker)
{
  take_entry (self, fascia_entry_with_tags (self->entry, fascia_tag_picker_get_chosen (picker)));
  update_tags (self);
}

void
fascia_entry_editor_open_tags (FasciaEntryEditor *self)
{
  AdwNavigationPage *page
      = fascia_tag_picker_new (self->journal, fascia_entry_get_tags (self->entry));

  g_signal_connect_object (page, "changed", G_CALLBACK (on_tags_chosen), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

/* ---- saving ---- */

static void on_saved (GObject *source, GAsyncResult *result, gpointer data);

/* Never cancelled: what a person wrote is written. */
static void
write_entry (FasciaEntryEditor *self)
{
  if (self->is_new || self->was_deleted)
    fascia_journal_put_async (self->journal, self->entry, NULL, on_saved, g_object_ref (self));
  else
    fascia_journal_put_over_async (self->journal, self->begun, self->entry, NULL, on_saved,
                                   g_object_ref (self));
}

/* The words are nowhere else. */
static void
write_anew (FasciaEntryEditor *self)
{
  const FasciaUid none = { 0 };
  g_autoptr (FasciaEntry) gone = g_steal_pointer (&self->entry);

  self->was_deleted = TRUE;
  self->entry = fascia_entry_with_uid (gone, &none);
  write_entry (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryEditor) self = FASCIA_ENTRY_EDITOR (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  FasciaEntryKind kind = fascia_entry_get_kind (self->entry);

  if (!self->is_new && !self->was_deleted
      && g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    {
      write_anew (self);
      return;
    }
  self->is_saving = FALSE;
  if (operation == NULL)
    {
      update_state (self);
      say_problem (self, error->message);
      return;
    }
  fascia_entry_draft_discard (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (self->from == NULL)
    return;

  const char *title = self->was_deleted ? _ ("It had been deleted, and is now a new entry")
                                        : fascia_editor_get_saved_title (kind, self->is_new);
  guint64 id = fascia_operation_get_id (operation);
  /* A new toast is read by itself. */
  if (fascia_operation_can_undo (operation) && fascia_window_offer_undo (self->from, title, &id, 1))
    fascia_announce (self->from, title);
  if (self->is_shown_after)
    fascia_window_show_on_body (self->from, fascia_operation_get_after (operation) != NULL
                                                ? fascia_operation_get_after (operation)
                                                : self->entry);
}

void
fascia_entry_editor_save (FasciaEntryEditor *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_EDITOR (self));

  GtkWidget *invalid
      = self->fields != NULL ? fascia_entry_fields_find_invalid (self->fields) : NULL;
  g_autofree char *problem
      = fascia_editor_find_time_problem (self->entry, fascia_journal_get_clock (self->journal));

  if (self->is_saving || !fascia_editor_can_save (self->entry))
    return;
  if (invalid != NULL)
    {
      say_problem (self, _ ("One number cannot be saved as it is. Change it, or take it away."));
      gtk_widget_grab_focus (invalid);
      return;
    }
  if (problem != NULL)
    {
      say_problem (self, problem);
      return;
    }
  self->is_saving = TRUE;
  update_state (self);
  write_entry (self);
}

/* ---- leaving ---- */

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryEditor) self = FASCIA_ENTRY_EDITOR (data);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (answer, "discard"))
    return;
  fascia_entry_draft_discard (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_close_attempted (FasciaEntryEditor *self)
{
  if (self->is_saving)
    return;
  /* A short heading: a longer one has no room in a narrow window with large text. */
  AdwDialog *question = adw_alert_dialog_new (_ ("Discard?"), NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (question),
                             self->is_new
                                 ? _ ("What you wrote has not been saved to the journal.")
                                 : _ ("Your changes are lost. The entry stays as it was before."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Go Back"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL,
                           on_discard_answered, g_object_ref (self));
}

void
fascia_entry_editor_cancel (FasciaEntryEditor *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Where the marks of a check-in are changed; what was written here is saved before. */
void
fascia_entry_editor_open_body (FasciaEntryEditor *self)
{
  if (is_changed (self))
    {
      self->is_shown_after = TRUE;
      fascia_entry_editor_save (self);
      return;
    }
  GtkWidget *from = self->from;
  g_autoptr (FasciaEntry) entry = fascia_entry_ref (self->entry);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (from != NULL)
    fascia_window_show_on_body (from, entry);
}

/* ---- the draft ---- */

static void
on_question_gone (gpointer data)
{
  g_autoptr (FasciaEntryEditor) self = data;

  const char *note = fascia_entry_get_note (self->entry);
  gboolean has_words = fascia_entry_get_kind (self->entry) == FASCIA_ENTRY_NOTE
                       || (note != NULL && note[0] != '\0');

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (has_words ? GTK_WIDGET (self->note) : GTK_WIDGET (self->begin_row));
}

/* Where one writes: the letters that come next belong there. */
static void
focus_words (FasciaEntryEditor *self)
{
  /* The question that goes gives the focus back to where it was: to Cancel. */
  g_idle_add_once (on_question_gone, g_object_ref (self));
}

static void
take_draft (FasciaEntryEditor *self, FasciaEntry *draft)
{
  self->has_time = TRUE;
  take_entry (self, fascia_entry_ref (draft));
  load_entry (self);
  focus_words (self);
}

static void
on_draft_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryEditor) self = FASCIA_ENTRY_EDITOR (data);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  FasciaEntry *draft = g_object_get_data (source, "fascia-draft");

  /* Gone with the window: what is kept is offered again. */
  if (self->draft == NULL)
    return;
  fascia_entry_draft_release (self->draft);
  if (g_str_equal (answer, "new"))
    {
      fascia_entry_draft_discard (self->draft);
      /* What was typed before the question came is what is begun now. */
      if (is_changed (self))
        fascia_entry_draft_set (self->draft, self->entry);
      focus_words (self);
      return;
    }
  take_draft (self, draft);
}

static void
offer_draft (FasciaEntryEditor *self, FasciaEntry *draft)
{
  g_autofree char *words = fascia_entry_draft_dup_first_words (draft, MAX_DRAFT_WORDS);
  AdwDialog *question = adw_alert_dialog_new (_ ("Continue?"), NULL);
  g_autofree char *body = NULL;

  if (words != NULL)
    /* Translators: %s are the first words of what was written. */
    body = g_strdup_printf (_ ("What you were writing was not saved: “%s”"), words);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (question),
                             body != NULL ? body : _ ("What you were writing was not saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "new",
                                  self->is_new ? _ ("_Begin Again") : _ ("_Discard"), "continue",
                                  _ ("_Continue"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "continue",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "continue");
  /* Nothing is lost by leaving. */
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "continue");
  g_object_set_data_full (G_OBJECT (question), "fascia-draft", fascia_entry_ref (draft),
                          (GDestroyNotify) fascia_entry_unref);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL, on_draft_answered,
                           g_object_ref (self));
}

/* (transfer full) (nullable) */
static FasciaEntry *
read_draft (FasciaEntryEditor *self, const FasciaSettings *settings)
{
  FasciaEntryKind kind = fascia_entry_get_kind (self->begun);
  g_autofree char *key = self->is_new
                             ? fascia_entry_draft_dup_key (kind)
                             : fascia_entry_draft_dup_edit_key (fascia_entry_get_uid (self->begun));
  const char *const *texts = fascia_settings_get_strv (settings, key);
  FasciaMoment now;

  if (!self->is_new)
    return fascia_entry_draft_edit_from_strv (texts, self->begun);
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  return fascia_entry_draft_from_strv (texts, kind, &now);
}

static void
on_settings_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryEditor) self = FASCIA_ENTRY_EDITOR (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSettings) settings
      = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);

  /* Closed meanwhile: what is kept stays. */
  if (self->draft == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_autoptr (FasciaEntry) draft = settings != NULL ? read_draft (self, settings) : NULL;
  if (draft == NULL)
    {
      fascia_entry_draft_release (self->draft);
      return;
    }
  fascia_entry_draft_adopt (self->draft);
  /* Whoever has begun to type since is asked all the same. */
  if (!self->is_continued || is_changed (self))
    {
      offer_draft (self, draft);
      return;
    }
  fascia_entry_draft_release (self->draft);
  take_draft (self, draft);
}

/* ---- the dialog ---- */

static void
fascia_entry_editor_dispose (GObject *object)
{
  FasciaEntryEditor *self = FASCIA_ENTRY_EDITOR (object);

  g_clear_weak_pointer (&self->from);
  /* What was written and neither saved nor thrown away is kept. */
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (fascia_entry_editor_parent_class)->dispose (object);
}

static void
fascia_entry_editor_finalize (GObject *object)
{
  FasciaEntryEditor *self = FASCIA_ENTRY_EDITOR (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->begun, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_entry_editor_parent_class)->finalize (object);
}

static gboolean
on_save_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FasciaEntryEditor *self = FASCIA_ENTRY_EDITOR (widget);

  if (gtk_widget_get_sensitive (self->save_button))
    fascia_entry_editor_save (self);
  return TRUE;
}

static void
fascia_entry_editor_class_init (FasciaEntryEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_entry_editor_dispose;
  object_class->finalize = fascia_entry_editor_finalize;
}

/* Before the note, in which it would be a new line. */
static void
add_shortcuts (FasciaEntryEditor *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                          gtk_callback_action_new (on_save_pressed, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
fascia_entry_editor_init (FasciaEntryEditor *self)
{
  add_shortcuts (self);
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_content_width (ADW_DIALOG (self), CONTENT_WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), CONTENT_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempted), NULL);
}

FasciaEntryEditor *
fascia_entry_editor_new (FasciaJournal *journal,
                         const FasciaBody *body,
                         FasciaEntry *entry,
                         gboolean is_new,
                         GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  FasciaEntryEditor *self = g_object_new (FASCIA_TYPE_ENTRY_EDITOR, NULL);

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  self->body = body != NULL ? fascia_body_ref ((FasciaBody *) body) : NULL;
  self->entry = fascia_entry_ref (entry);
  self->begun = fascia_entry_ref (entry);
  self->is_new = is_new;
  self->has_time = !is_new;
  fascia_clock_now (fascia_journal_get_clock (journal), &self->opened);
  g_set_weak_pointer (&self->from, from);
  self->draft = is_new ? fascia_entry_draft_new (journal, fascia_entry_get_kind (entry))
                       : fascia_entry_draft_new_edit (journal, entry);
  /* Until it is known whether there is one from before, and what is to become of it. */
  fascia_entry_draft_hold (self->draft);
  fascia_entry_editor_build (self);
  load_entry (self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update_tags), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static FasciaEntryEditor *
present_new (GtkWidget *from,
             FasciaJournal *journal,
             const FasciaBody *body,
             FasciaEntryKind kind,
             FasciaEntry *template)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  g_autoptr (FasciaEntry) entry = fascia_editor_begin (kind, template, &now);
  FasciaEntryEditor *self = fascia_entry_editor_new (journal, body, entry, TRUE, from);
  self->opened = now;
  adw_dialog_present (ADW_DIALOG (self), from);
  fascia_journal_load_settings_async (journal, NULL, on_settings_loaded, g_object_ref (self));
  return self;
}

static FasciaEntryEditor *
present (GtkWidget *from, FasciaJournal *journal, const FasciaBody *body, FasciaEntry *entry)
{
  FasciaEntryEditor *self = fascia_entry_editor_new (journal, body, entry, FALSE, from);

  adw_dialog_present (ADW_DIALOG (self), from);
  fascia_journal_load_settings_async (journal, NULL, on_settings_loaded, g_object_ref (self));
  return self;
}

void
fascia_entry_editor_present_new (GtkWidget *from,
                                 FasciaJournal *journal,
                                 const FasciaBody *body,
                                 FasciaEntryKind kind,
                                 FasciaEntry *template)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  present_new (from, journal, body, kind, template);
}

void
fascia_entry_editor_present (GtkWidget *from,
                             FasciaJournal *journal,
                             const FasciaBody *body,
                             FasciaEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
  g_return_if_fail (entry != NULL);

  present (from, journal, body, entry);
}

void
fascia_entry_editor_continue (GtkWidget *from,
                              FasciaJournal *journal,
                              const FasciaBody *body,
                              FasciaEntryKind kind,
                              FasciaEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  FasciaEntryEditor *self = entry != NULL ? present (from, journal, body, entry)
                                          : present_new (from, journal, body, kind, NULL);
  self->is_continued = TRUE;
}

/* ---- for tests ---- */

FasciaEntry *
fascia_entry_editor_get_entry (FasciaEntryEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_EDITOR (self), NULL);

  return self->entry;
}

FasciaTimeRow *
fascia_entry_editor_get_time_row (FasciaEntryEditor *self, FasciaTimeRowKind kind)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_EDITOR (self), NULL);

  return kind == FASCIA_TIME_ROW_END ? self->end_row : self->begin_row;
}

GtkTextView *
fascia_entry_editor_get_note_view (FasciaEntryEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_EDITOR (self), NULL);

  return fascia_text_card_get_view (self->note);
}

AdwNavigationView *
fascia_entry_editor_get_view (FasciaEntryEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_EDITOR (self), NULL);

  return self->view;
}

const char *
fascia_entry_editor_get_problem (FasciaEntryEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_EDITOR (self), NULL);

  return adw_banner_get_revealed (self->banner) ? adw_banner_get_title (self->banner) : NULL;
}
