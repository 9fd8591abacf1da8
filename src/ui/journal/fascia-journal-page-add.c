/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The "+" menu of the journal page: a new entry of each kind, and the last one again.
 */

#include "config.h"

#include "fascia-journal-page-private.h"

#include <glib/gi18n.h>

#include "fascia-entry-editor.h"
#include "fascia-window.h"
#include "widgets/fascia-menu-names.h"

#define QUICK_DAY "quick-day"

/* What is offered, in this order. */
static const FasciaEntryKind kinds[] = {
  FASCIA_ENTRY_NOTE,     FASCIA_ENTRY_MEASUREMENT, FASCIA_ENTRY_VISIT,
  FASCIA_ENTRY_EXERCISE, FASCIA_ENTRY_TREATMENT,   FASCIA_ENTRY_EVENT,
};

typedef struct
{
  FasciaJournalPage *page;
  FasciaEntryKind kind;
} Asking;

/* ---- the last of each kind ---- */

static void
append_kind (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
fill_again (FasciaJournalPage *self)
{
  if (self->again == NULL)
    return;
  g_menu_remove_all (self->again);
  if (self->last[FASCIA_ENTRY_CHECK_IN] != NULL)
    append_kind (self->again, fascia_entry_text_kind (FASCIA_ENTRY_CHECK_IN), "journal.again",
                 fascia_entry_kind_to_code (FASCIA_ENTRY_CHECK_IN));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->last[kinds[i]] != NULL)
      append_kind (self->again, fascia_entry_text_kind (kinds[i]), "journal.again",
                   fascia_entry_kind_to_code (kinds[i]));
  if (gtk_menu_button_get_popover (self->add_button) != NULL)
    fascia_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (self->add_button)));
}

static void
on_last_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_query_finish (FASCIA_JOURNAL (source), result, &error);
  FasciaEntryKind kind = asking->kind;
  FasciaJournalPage *self = asking->page;

  /* Disposed, or not to be read: then it is not offered. */
  if (entries == NULL)
    return;

  g_clear_pointer (&self->last[kind], fascia_entry_unref);
  if (entries->len > 0)
    self->last[kind] = fascia_entry_ref (g_ptr_array_index (entries, 0));
  fill_again (self);
}

static void
ask_last (FasciaJournalPage *self, FasciaEntryKind kind)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) query = fascia_query_with_kinds (all, 1U << kind);
  Asking *asking = g_new0 (Asking, 1);

  asking->page = self;
  asking->kind = kind;
  fascia_journal_query_async (self->journal, query, G_MAXINT64, NULL, 1, self->cancellable,
                              on_last_read, asking);
}

/* ---- the menu ---- */

static void
on_menu_needed (GtkMenuButton *button, gpointer data)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) new_entries = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  append_kind (new_entries, _ ("Quick Day"), "journal.add", QUICK_DAY);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_kind (new_entries, fascia_entry_text_kind (kinds[i]), "journal.add",
                 fascia_entry_kind_to_code (kinds[i]));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (new_entries));

  /* What there is is shown at once, and corrected by what the journal says. */
  g_clear_object (&self->again);
  self->again = g_menu_new ();
  fill_again (self);
  g_menu_append_section (menu, _ ("Do Last Again"), G_MENU_MODEL (self->again));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));

  ask_last (self, FASCIA_ENTRY_CHECK_IN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ask_last (self, kinds[i]);
}

static void
add_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  const char *code = g_variant_get_string (parameter, NULL);
  FasciaEntryKind kind;

  if (g_str_equal (code, QUICK_DAY))
    fascia_quick_day_present (widget, self->journal);
  else if (fascia_entry_kind_from_code (code, &kind) && kind != FASCIA_ENTRY_CHECK_IN)
    fascia_entry_editor_present_new (widget, self->journal, self->body, kind, NULL);
}

static void
again_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaJournalPage *self = FASCIA_JOURNAL_PAGE (widget);
  FasciaEntryKind kind;

  if (!fascia_entry_kind_from_code (g_variant_get_string (parameter, NULL), &kind))
    return;
  if (kind == FASCIA_ENTRY_CHECK_IN)
    fascia_window_same_as_last (widget);
  else if (self->last[kind] != NULL)
    fascia_entry_editor_present_new (widget, self->journal, self->body, kind, self->last[kind]);
}

/* ---- with the page ---- */

void
fascia_journal_page_add_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.add", "s", add_activated);
  gtk_widget_class_install_action (widget_class, "journal.again", "s", again_activated);
}

void
fascia_journal_page_add_init (FasciaJournalPage *self)
{
  gtk_menu_button_set_create_popup_func (self->add_button, on_menu_needed, self, NULL);
  fascia_menu_button_name_items (self->add_button);
}

void
fascia_journal_page_add_dispose (FasciaJournalPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->last); i++)
    g_clear_pointer (&self->last[i], fascia_entry_unref);
  g_clear_object (&self->again);
}
