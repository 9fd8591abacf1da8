/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line at the top of the journal page that says what was being written when Fascia ended.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "fascia-entry-draft.h"
#include "fascia-entry-draft-text.h"
#include "fascia-entry-editor.h"
#include "widgets/fascia-announce.h"

/* Something that waits to be written on. */
typedef struct
{
  FasciaEntryKind kind;
  FasciaEntry *entry; /* (nullable) what is being changed; NULL: it is new */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_pointer (&waiting->entry, fascia_entry_unref);
  g_free (waiting);
}

/* ---- the line ---- */

static AdwDialog *
get_dialog (FasciaJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ADW_IS_APPLICATION_WINDOW (root)
             ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))
             : NULL;
}

static const char *
get_title (const Waiting *waiting)
{
  if (waiting->entry != NULL)
    return _ ("Changes of an entry were not saved");
  switch (waiting->kind)
    {
    case FASCIA_ENTRY_NOTE:
      return _ ("A note was not saved");
    case FASCIA_ENTRY_VISIT:
      return _ ("A therapist visit was not saved");
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_SESSION:
    case FASCIA_ENTRY_EXERCISE:
    case FASCIA_ENTRY_TREATMENT:
    case FASCIA_ENTRY_EVENT:
    default:
      return _ ("An entry was not saved");
    }
}

static char *
dup_title (GPtrArray *drafts)
{
  if (drafts->len == 1)
    return g_strdup (get_title (g_ptr_array_index (drafts, 0)));
  /* Translators: %u is how many; never 1. */
  return g_strdup_printf (
      ngettext ("%u entry was not saved", "%u entries were not saved", drafts->len), drafts->len);
}

static void
on_continue_clicked (FasciaJournalPage *self)
{
  if (self->drafts == NULL || self->drafts->len == 0)
    return;
  const Waiting *waiting = g_ptr_array_index (self->drafts, 0);

  fascia_entry_editor_continue (GTK_WIDGET (self), self->journal, self->body, waiting->kind,
                                waiting->entry);
}

static void
ensure_banner (FasciaJournalPage *self)
{
  if (self->draft_banner != NULL)
    return;
  self->draft_banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->draft_banner, FALSE);
  adw_banner_set_button_label (self->draft_banner, _ ("Continue"));
  gtk_widget_set_visible (GTK_WIDGET (self->draft_banner), FALSE);
  g_signal_connect_object (self->draft_banner, "button-clicked", G_CALLBACK (on_continue_clicked),
                           self, G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->draft_banner));
}

static void
hide_banner (FasciaJournalPage *self)
{
  if (self->draft_banner == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->draft_banner)))
    return;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Whoever went on from here is among the entries now. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->draft_banner)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* A banner that is only folded in still speaks to a screen reader. */
  gtk_widget_set_visible (GTK_WIDGET (self->draft_banner), FALSE);
  adw_banner_set_revealed (self->draft_banner, FALSE);
}

/* Takes @drafts. */
static void
show_drafts (FasciaJournalPage *self, GPtrArray *drafts)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = drafts;
  if (drafts->len == 0)
    {
      hide_banner (self);
      return;
    }
  g_autofree char *title = dup_title (drafts);

  ensure_banner (self);
  gboolean is_news = !gtk_widget_get_visible (GTK_WIDGET (self->draft_banner))
                     || !g_str_equal (adw_banner_get_title (self->draft_banner), title);
  adw_banner_set_title (self->draft_banner, title);
  /* At once: the list below it moves once, and stays at its top. */
  adw_banner_set_revealed (self->draft_banner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->draft_banner), TRUE);
  if (is_news && fascia_list_top_is_there (self->top))
    fascia_list_top_hold (self->top);
  if (is_news || !self->has_told_drafts)
    fascia_announce (GTK_WIDGET (self), title);
  self->has_told_drafts = TRUE;
}

/* ---- looking ---- */

/* What one look has found, and what it has still to look at. */
typedef struct
{
  FasciaJournalPage *page;
  GCancellable *cancellable;
  FasciaSettings *settings;
  char **keys;
  guint next;
  GPtrArray *found; /* Waiting */
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->page);
  g_object_unref (look->cancellable);
  g_clear_pointer (&look->settings, fascia_settings_unref);
  g_strfreev (look->keys);
  g_ptr_array_unref (look->found);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
add_found (Look *look, FasciaEntryKind kind, FasciaEntry *entry)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->kind = kind;
  waiting->entry = entry != NULL ? fascia_entry_ref (entry) : NULL;
  g_ptr_array_add (look->found, waiting);
}

static void go_on (Look *look);

static void
on_entry_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) entry
      = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, &error);
  const char *key = look->keys[look->next - 1];

  if (g_cancellable_is_cancelled (look->cancellable))
    return;
  /* What was deleted can come back, and its changes with it. */
  g_autoptr (FasciaEntry) changed = entry != NULL
                                        ? fascia_entry_draft_edit_from_strv (
                                              fascia_settings_get_strv (look->settings, key), entry)
                                        : NULL;
  if (changed != NULL)
    add_found (look, fascia_entry_get_kind (entry), entry);
  go_on (g_steal_pointer (&look));
}

/* Takes @look. */
static void
go_on (Look *look)
{
  g_autoptr (Look) owned = look;
  FasciaJournalPage *self = look->page;

  while (look->keys[look->next] != NULL)
    {
      const char *key = look->keys[look->next++];
      FasciaEntryKind kind;
      FasciaUid uid;

      if (fascia_settings_get_strv (look->settings, key)[0] == NULL)
        continue;
      if (fascia_entry_draft_parse_edit_key (key, &uid))
        {
          fascia_journal_load_entry_async (self->journal, &uid, look->cancellable, on_entry_loaded,
                                           g_steal_pointer (&owned));
          return;
        }
      if (fascia_entry_draft_parse_key (key, &kind))
        add_found (look, kind, NULL);
    }
  g_clear_object (&self->draft_look);
  /* Whoever is writing just now is told when that is over. */
  if (get_dialog (self) == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_drafts (self, g_ptr_array_ref (look->found));
}

static void
on_settings_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Look) look = data;
  g_autoptr (GError) error = NULL;

  look->settings = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);
  if (look->settings == NULL || g_cancellable_is_cancelled (look->cancellable))
    return;
  look->keys = fascia_settings_dup_keys (look->settings, FASCIA_SETTING_DRAFT_PREFIX);
  go_on (g_steal_pointer (&look));
}

static void
stop_looking (FasciaJournalPage *self)
{
  if (self->draft_look != NULL)
    g_cancellable_cancel (self->draft_look);
  g_clear_object (&self->draft_look);
}

static void
look_for_drafts (FasciaJournalPage *self)
{
  stop_looking (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || get_dialog (self) != NULL)
    return;
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY
      || fascia_journal_is_read_only (self->journal))
    {
      hide_banner (self);
      return;
    }
  Look *look = g_new0 (Look, 1);

  self->draft_look = g_cancellable_new ();
  look->page = g_object_ref (self);
  look->cancellable = g_object_ref (self->draft_look);
  look->found = g_ptr_array_new_with_free_func (waiting_free);
  fascia_journal_load_settings_async (self->journal, look->cancellable, on_settings_loaded, look);
}

static void
on_changed (FasciaJournalPage *self, FasciaChangeFlags flags)
{
  g_assert (FASCIA_IS_JOURNAL_PAGE (self));

  if ((flags & (FASCIA_CHANGE_SETTINGS | FASCIA_CHANGE_ENTRIES)) != 0)
    look_for_drafts (self);
}

/* ---- with the page ---- */

void
fascia_journal_page_drafts_map (FasciaJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->journal == NULL)
    return;
  self->has_told_drafts = FALSE;
  if (ADW_IS_APPLICATION_WINDOW (root))
    g_signal_connect_object (root, "notify::visible-dialog", G_CALLBACK (look_for_drafts), self,
                             G_CONNECT_SWAPPED);
  look_for_drafts (self);
}

void
fascia_journal_page_drafts_unmap (FasciaJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  stop_looking (self);
  if (root != NULL)
    g_signal_handlers_disconnect_by_func (root, look_for_drafts, self);
}

void
fascia_journal_page_drafts_init (FasciaJournalPage *self)
{
  g_signal_connect_object (self->journal, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify::state", G_CALLBACK (look_for_drafts), self,
                           G_CONNECT_SWAPPED);
}

void
fascia_journal_page_drafts_dispose (FasciaJournalPage *self)
{
  stop_looking (self);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
}
