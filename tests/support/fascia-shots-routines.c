/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the Routines page.
 */

#include "fascia-shots-routines.h"

#include "fascia-body-setup.h"
#include "fascia-test-utils.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-step-row.h"
#include "routines/fascia-suggestion-card.h"

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Matches matches, gconstpointer data)
{
  if (gtk_widget_get_mapped (root) && matches (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_id (GtkWidget *widget, gconstpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_area (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_EXPANDER_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_step (GtkWidget *widget, gconstpointer data)
{
  return FASCIA_IS_STEP_ROW (widget);
}

static gboolean
is_scrolled (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
         && gtk_widget_get_ancestor (widget, FASCIA_TYPE_ROUTINE_PAGE) != NULL;
}

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

/* As the person has answered long ago. */
static GtkWidget *
open_page (FasciaWindow *window)
{
  static const char *const postures[] = { "bed", "chair", "standing", "floor", NULL };
  static const char *const tools[] = { "tennis-ball", "foam-roller", NULL };
  FasciaBodySetup *setup
      = fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window));

  fascia_body_setup_set (setup, FASCIA_SETTING_POSTURES, g_variant_new_strv (postures, -1));
  fascia_body_setup_set (setup, FASCIA_SETTING_TOOLS, g_variant_new_strv (tools, -1));
  fascia_window_show_page (window, "routines");
  settle (window);
  return fascia_window_get_page (window, "routines");
}

void
fascia_shots_show_routines (FasciaWindow *window)
{
  open_page (window);
}

void
fascia_shots_show_routines_asked (FasciaWindow *window)
{
  fascia_window_show_page (window, "routines");
  settle (window);
}

static void
scroll_to (GtkWidget *page, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scrolled == NULL)
    return;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkWidget *content = gtk_widget_get_first_child (scrolled);
  if (gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y - 12);
}

void
fascia_shots_show_routines_area (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);
  GtkWidget *row = find (page, is_area, "Neck");

  if (row == NULL)
    {
      g_warning ("there is no such area");
      return;
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (window);
  scroll_to (page, row);
}

static void
search (FasciaWindow *window, const char *text)
{
  GtkWidget *page = open_page (window);
  GtkWidget *entry = find (page, is_id, "search_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  settle (window);
  scroll_to (page, entry);
}

void
fascia_shots_show_routines_found (FasciaWindow *window)
{
  search (window, "shoulder");
}

void
fascia_shots_show_routines_nothing (FasciaWindow *window)
{
  search (window, "xylophone");
}

void
fascia_shots_show_routines_closed (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);

  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (page), "knee-back-left");
  settle (window);
  scroll_to (page, find (page, is_id, "search_entry"));
}

void
fascia_shots_show_routines_filter (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);
  GtkWidget *more = find (page, is_id, "more");

  scroll_to (page, find (page, is_id, "search_entry"));
  settle (window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
}

static void
click (FasciaWindow *window, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (window), is_button, label);

  if (button == NULL)
    g_warning ("there is no button “%s”", label);
  else
    g_signal_emit_by_name (button, "clicked");
}

void
fascia_shots_show_routines_why (FasciaWindow *window)
{
  open_page (window);
  click (window, "_Why This?");
}

static GtkWidget *
open_routine (FasciaWindow *window)
{
  GtkWidget *page = open_page (window);
  FasciaRoutinesModel *model = fascia_routines_model_get (fascia_window_get_journal (window), NULL);
  GPtrArray *suggestions = fascia_routines_model_get_suggestions (model);

  if (suggestions->len == 0)
    {
      g_warning ("nothing is suggested");
      return page;
    }
  const FasciaSuggestion *first = g_ptr_array_index (suggestions, 0);
  fascia_routines_page_open_routine (FASCIA_ROUTINES_PAGE (page), first->routine,
                                     (const FasciaRegion *const *) first->places);
  settle (window);
  return page;
}

void
fascia_shots_show_routine (FasciaWindow *window)
{
  open_routine (window);
}

void
fascia_shots_show_routine_steps (FasciaWindow *window)
{
  GtkWidget *page = open_routine (window);
  GtkWidget *row = find (page, is_step, NULL);

  if (row == NULL)
    {
      g_warning ("there is no step");
      return;
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (window);
  scroll_to (page, row);
}

void
fascia_shots_show_routine_end (FasciaWindow *window)
{
  GtkWidget *page = open_routine (window);
  GtkWidget *scrolled = find (page, is_scrolled, NULL);

  if (scrolled == NULL)
    return;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}
