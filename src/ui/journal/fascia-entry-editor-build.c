/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets of the editor of entries: times, what the kind asks, tags, the note.
 */

#include "config.h"

#include "fascia-entry-editor-private.h"

#include <glib/gi18n.h>

#include "fascia-editor-state.h"
#include "widgets/fascia-link-row.h"

/* Below it the title moves into the page. */
#define NARROW_SP 300

static GtkWidget *
create_header (FasciaEntryEditor *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_button_set_can_shrink (GTK_BUTTON (cancel), TRUE);
  gtk_button_set_can_shrink (GTK_BUTTON (self->save_button), TRUE);
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (fascia_entry_editor_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (fascia_entry_editor_save),
                           self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  return header;
}

/* A kind that says how long it took in minutes, or until which day, has no end besides. */
static gboolean
has_end_row (const FasciaEntry *entry)
{
  FasciaEntryKind kind = fascia_entry_get_kind (entry);

  return fascia_entry_get_end_ms (entry) != FASCIA_END_NOT_GIVEN || kind == FASCIA_ENTRY_CHECK_IN
         || kind == FASCIA_ENTRY_TREATMENT;
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_times (FasciaEntryEditor *self, GtkBox *box)
{
  FasciaClock *clock = fascia_journal_get_clock (self->journal);
  AdwPreferencesGroup *group = add_group (box, NULL);

  self->begin_row
      = FASCIA_TIME_ROW (fascia_time_row_new (FASCIA_TIME_ROW_BEGIN, _ ("When"), clock));
  self->end_row = FASCIA_TIME_ROW (fascia_time_row_new (FASCIA_TIME_ROW_END, _ ("Until"), clock));
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), has_end_row (self->entry));
  g_signal_connect_object (self->begin_row, "chosen", G_CALLBACK (fascia_entry_editor_take_begin),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->end_row, "chosen", G_CALLBACK (fascia_entry_editor_take_end), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->begin_row));
  adw_preferences_group_add (group, GTK_WIDGET (self->end_row));
}

static void
add_tags (FasciaEntryEditor *self, GtkBox *box)
{
  AdwPreferencesGroup *group = add_group (box, NULL);

  self->tags_row = ADW_ACTION_ROW (fascia_link_row_new (_ ("Tags"), NULL, NULL));
  g_signal_connect_object (self->tags_row, "activated", G_CALLBACK (fascia_entry_editor_open_tags),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->tags_row));
}

static void
add_note (FasciaEntryEditor *self, GtkBox *box)
{
  AdwPreferencesGroup *group = add_group (box, _ ("Note"));

  self->note = FASCIA_TEXT_CARD (fascia_text_card_new (_ ("Note")));
  g_signal_connect_object (self->note, "edited", G_CALLBACK (fascia_entry_editor_take_fields), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->note));
}

static void
add_body_row (FasciaEntryEditor *self, GtkBox *box)
{
  AdwPreferencesGroup *group = add_group (box, NULL);
  GtkWidget *row = fascia_link_row_new (_ ("Change the Marks"), _ ("On the Body page"), NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (fascia_entry_editor_open_body), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

void
fascia_entry_editor_build (FasciaEntryEditor *self)
{
  FasciaEntryKind kind = fascia_entry_get_kind (self->entry);
  const char *title = fascia_editor_get_title (kind, self->is_new);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  /* Between two buttons there is no room for it then. */
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW_SP, ADW_LENGTH_UNIT_SP));
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *header = create_header (self);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_widget_set_visible (heading, FALSE);
  adw_breakpoint_add_setters (narrow, G_OBJECT (heading), "visible", TRUE, G_OBJECT (header),
                              "show-title", FALSE, NULL);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), narrow);
  gtk_box_append (GTK_BOX (box), heading);

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->banner));

  if (kind == FASCIA_ENTRY_NOTE)
    add_note (self, GTK_BOX (box));
  add_times (self, GTK_BOX (box));
  self->fields = fascia_entry_fields_new (kind, self->journal, self->body);
  if (self->fields != NULL)
    {
      g_signal_connect_object (self->fields, "edited", G_CALLBACK (fascia_entry_editor_take_fields),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fields));
    }
  if (kind == FASCIA_ENTRY_CHECK_IN)
    add_body_row (self, GTK_BOX (box));
  add_tags (self, GTK_BOX (box));
  if (kind != FASCIA_ENTRY_NOTE)
    add_note (self, GTK_BOX (box));

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_navigation_view_add (self->view, adw_navigation_page_new (toolbar, title));
  /* Else Cancel has it: the first in the order, and the last that anybody wants. */
  adw_dialog_set_focus (ADW_DIALOG (self), kind == FASCIA_ENTRY_NOTE
                                               ? GTK_WIDGET (fascia_text_card_get_view (self->note))
                                               : GTK_WIDGET (self->begin_row));
}
