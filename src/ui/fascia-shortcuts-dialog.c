/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of keys.
 */

#include "config.h"

#include "fascia-shortcuts-dialog.h"
#include "widgets/fascia-fit.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;       /* untranslated */
  const char *accelerator; /* as GTK writes them, or NULL */
  const char *keys;        /* untranslated words for keys that are no accelerator */
} Shortcut;

static const Shortcut map_shortcuts[] = {
  { N_ ("Walk to the neighbouring place"), NULL, N_ ("Arrow keys") },
  { N_ ("Set the level; 1 then 0 is ten"), NULL, N_ ("0 … 9") },
  { N_ ("One more, one less"), NULL, N_ ("+ and −") },
  { N_ ("Mark the place, or go to its levels"), "Return", NULL },
  { N_ ("Remove the mark"), "Delete", NULL },
  { N_ ("Find a place by name"), NULL, N_ ("Type its first letters") },
  { N_ ("Copy to the other side"), "<Control>m", NULL },
  { N_ ("Choose where it spreads to"), "<Control>l", NULL },
  { N_ ("Draw spots and strokes"), "<Control>d", NULL },
  { N_ ("The whole map in words"), "<Control><Shift>s", NULL },
  { N_ ("Head and feet"), NULL, N_ ("Home, End") },
  { N_ ("Front and back of the body"), "F6", NULL },
  { N_ ("Nearer, further, the whole figure"), NULL, N_ ("Ctrl and +, −, 0") },
  { N_ ("Menu of the figure"), "<Shift>F10", NULL },
  { N_ ("Leave the place, or the pen"), "Escape", NULL },
};

static const Shortcut general_shortcuts[] = {
  { N_ ("Body"), "<Alt>1", NULL },
  { N_ ("Routines"), "<Alt>2", NULL },
  { N_ ("Journal"), "<Alt>3", NULL },
  { N_ ("Progress"), "<Alt>4", NULL },
  { N_ ("Search this page"), "<Control>f", NULL },
  { N_ ("Flare: one calm screen"), "<Control><Shift>f", NULL },
  { N_ ("Undo"), "<Control>z", NULL },
  { N_ ("New check-in"), "<Control>n", NULL },
  { N_ ("Save the entry you write"), "<Control>Return", NULL },
  { N_ ("Preferences"), "<Control>comma", NULL },
  { N_ ("Main menu"), "F10", NULL },
  { N_ ("Keyboard shortcuts"), "<Control>question", NULL },
  { N_ ("Close the window"), "<Control>w", NULL },
  { N_ ("Quit"), "<Control>q", NULL },
};

static char *
dup_keys (const Shortcut *shortcut)
{
  if (shortcut->accelerator == NULL)
    return g_strdup (_ (shortcut->keys));

  guint keyval = 0;
  GdkModifierType modifiers = 0;
  gtk_accelerator_parse (shortcut->accelerator, &keyval, &modifiers);
  return gtk_accelerator_get_label (keyval, modifiers);
}

static void
add_group (AdwPreferencesPage *page,
           const char *title,
           const Shortcut *shortcuts,
           gsize n_shortcuts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, title);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *keys = dup_keys (&shortcuts[i]);
      GtkWidget *label = gtk_label_new (keys);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_page_add (page, group);
}

AdwDialog *
fascia_shortcuts_dialog_new (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  add_group (page, _ ("Body Map"), map_shortcuts, G_N_ELEMENTS (map_shortcuts));
  add_group (page, _ ("General"), general_shortcuts, G_N_ELEMENTS (general_shortcuts));

  GtkWidget *view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));

  AdwDialog *dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
