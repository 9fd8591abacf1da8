/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that go on below, where they would else be cut: titles of header bars, labels of buttons.
 */

#include "config.h"

#include "fascia-fit.h"

#define TITLE_LINES 3
/* From which scale of the text on it is large. */
#define LARGE_TEXT 1.3

/* Below it two buttons with words leave no room between them. */
#define NARROW_SP 300

typedef void (*LabelFunc) (GtkLabel *label);

/* Each label in @widget, or only those of a style class. */
static void
for_each_label (GtkWidget *widget, const char *css_class, LabelFunc func)
{
  if (GTK_IS_LABEL (widget) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    func (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_label (child, css_class, func);
}

/* ---- titles ---- */

/* What does not fit on three lines still ends with dots: a header bar is no page. */
static void
fit_title (GtkLabel *label)
{
  gtk_label_set_single_line_mode (label, FALSE);
  /* A least width may be more than a short title needs, of which GTK warns when it wraps. */
  gtk_label_set_width_chars (label, -1);
  gtk_label_set_wrap (label, TRUE);
  /* Between letters, one word may want less than it needs when it is asked for a height. */
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  gtk_label_set_lines (label, TITLE_LINES);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

GtkWidget *
fascia_header_bar_new (void)
{
  GtkWidget *header = adw_header_bar_new ();

  for_each_label (header, "title", fit_title);
  return header;
}

void
fascia_fit_titles (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_HEADER_BAR (root))
    {
      for_each_label (root, "title", fit_title);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fascia_fit_titles (child);
}

void
fascia_fit_title_below (AdwDialog *dialog, GtkWidget *header, AdwNavigationPage *page)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (ADW_IS_HEADER_BAR (header));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));
  g_return_if_fail (ADW_IS_TOOLBAR_VIEW (adw_navigation_page_get_child (page)));

  GtkWidget *view = adw_navigation_page_get_child (page);
  GtkWidget *heading = gtk_label_new (NULL);
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW_SP, ADW_LENGTH_UNIT_SP));

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_start (heading, 12);
  gtk_widget_set_margin_end (heading, 12);
  gtk_widget_set_margin_bottom (heading, 6);
  gtk_widget_add_css_class (heading, "title-2");
  gtk_widget_set_visible (heading, FALSE);
  g_object_bind_property (page, "title", heading, "label", G_BINDING_SYNC_CREATE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), heading);
  adw_breakpoint_add_setters (narrow, G_OBJECT (heading), "visible", TRUE, G_OBJECT (header),
                              "show-title", FALSE, NULL);
  adw_dialog_add_breakpoint (dialog, narrow);
}

/* ---- buttons ---- */

static void
fit_label (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

void
fascia_fit_button (GtkWidget *button)
{
  g_return_if_fail (GTK_IS_WIDGET (button));

  for_each_label (button, NULL, fit_label);
}

/* ---- large text ---- */

gboolean
fascia_is_text_large (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > LARGE_TEXT * 96 * 1024;
}

void
fascia_follow_text_size (GtkWidget *widget, GCallback changed)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (changed != NULL);

  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget,
                           G_CONNECT_SWAPPED);
}
