/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the Routines page: favourites, own routines and a row for each area, or what was
 * searched for.
 */

#include "config.h"

#include "fascia-routines-page-private.h"

#include <glib/gi18n.h>

#include "fascia-button-row.h"
#include "fascia-routine-row.h"
#include "fascia-row-words.h"

/* The code of routines for all of the body. */
#define WHOLE "whole"

/* Boxed lists do not recycle their rows. */
#define MAX_ROWS 50

static const char area_key[] = "fascia-area";
static const char rest_key[] = "fascia-rest";

/* ---- rows ---- */

static void
on_row_activated (FasciaRoutinesPage *self, GtkWidget *row)
{
  if (FASCIA_IS_ROUTINE_ROW (row))
    fascia_routines_page_open_routine (
        self, fascia_routine_row_get_routine (FASCIA_ROUTINE_ROW (row)), NULL);
}

static GtkWidget *
create_row (FasciaRoutinesPage *self, FasciaRoutine *routine)
{
  const FasciaRoutineInfo *info
      = fascia_routines_model_get_info (self->model, fascia_routine_get_id (routine));
  FasciaRoutineInfo own = { 0 };

  /* It is gone meanwhile. */
  if (info == NULL)
    fascia_routines_model_describe (self->model, routine, NULL, &own);
  GtkWidget *row = fascia_routine_row_new (self->model, routine, info != NULL ? info : &own);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static AdwPreferencesGroup *
add_group (FasciaRoutinesPage *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  gtk_box_append (self->lists, GTK_WIDGET (group));
  return group;
}

static void add_rows (FasciaRoutinesPage *self, const char *title, GPtrArray *routines);

/* What did not fit, as a list of its own below. */
static void
on_rest_activated (FasciaRoutinesPage *self, GtkWidget *row)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_ref (g_object_get_data (G_OBJECT (row), rest_key));
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

  add_rows (self, NULL, rest);
  GtkWidget *added = gtk_widget_get_next_sibling (group);
  if (added != NULL)
    gtk_widget_child_focus (added, GTK_DIR_TAB_FORWARD);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
create_rest (FasciaRoutinesPage *self, GPtrArray *routines)
{
  guint n = routines->len - MAX_ROWS;
  GPtrArray *rest = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  /* Translators: a row at the end of a long list. */
  g_autofree char *title
      = g_strdup_printf (ngettext ("Show %u More", "Show %u More", (gulong) n), n);

  for (guint i = MAX_ROWS; i < routines->len; i++)
    g_ptr_array_add (rest, fascia_routine_ref (g_ptr_array_index (routines, i)));
  GtkWidget *row = fascia_button_row_new (title, NULL);
  g_object_set_data_full (G_OBJECT (row), rest_key, rest, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_rest_activated), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
add_rows (FasciaRoutinesPage *self, const char *title, GPtrArray *routines)
{
  if (routines->len == 0)
    return;
  AdwPreferencesGroup *group = add_group (self, title);

  for (guint i = 0; i < MIN (routines->len, MAX_ROWS); i++)
    adw_preferences_group_add (group, create_row (self, g_ptr_array_index (routines, i)));
  if (routines->len > MAX_ROWS)
    adw_preferences_group_add (group, create_rest (self, routines));
}

/* ---- areas ---- */

static gboolean
is_in_area (FasciaRoutine *routine, const char *area)
{
  return !fascia_routine_is_own (routine)
         && g_strcmp0 (fascia_routine_get_group (routine), area) == 0;
}

static guint
count_area (FasciaRoutinesPage *self, const char *area)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  guint n = 0;

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    n += is_in_area (fascia_library_get_routine (library, i), area) ? 1 : 0;
  return n;
}

static void
fill_area (FasciaRoutinesPage *self, AdwExpanderRow *row)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  const char *area = g_object_get_data (G_OBJECT (row), area_key);

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);

      if (is_in_area (routine, area))
        adw_expander_row_add_row (row, create_row (self, routine));
    }
}

/* Its rows are made when it is unfolded for the first time. */
static void
on_area_expanded (FasciaRoutinesPage *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  static const char filled_key[] = "fascia-filled";
  const char *area = g_object_get_data (G_OBJECT (row), area_key);

  if (!adw_expander_row_get_expanded (row))
    {
      g_hash_table_remove (self->open, area);
      return;
    }
  g_hash_table_add (self->open, (gpointer) area);
  if (g_object_get_data (G_OBJECT (row), filled_key) != NULL)
    return;
  g_object_set_data (G_OBJECT (row), filled_key, GUINT_TO_POINTER (1));
  fill_area (self, row);
}

static void
add_area (FasciaRoutinesPage *self, AdwPreferencesGroup *group, const char *area, const char *name)
{
  guint n = count_area (self, area);

  if (n == 0)
    return;
  GtkWidget *row = adw_expander_row_new ();
  /* Translators: below the name of an area of the body. */
  g_autofree char *words = g_strdup_printf (ngettext ("%u routine", "%u routines", (gulong) n), n);
  const char *code = g_intern_string (area);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  fascia_expander_row_set_words (ADW_EXPANDER_ROW (row), words);
  g_object_set_data (G_OBJECT (row), area_key, (gpointer) code);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_area_expanded), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  if (g_hash_table_contains (self->open, code))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
add_areas (FasciaRoutinesPage *self)
{
  FasciaBody *body = fascia_routines_model_get_body (self->model);
  AdwPreferencesGroup *group = add_group (self, _ ("By Area"));

  add_area (self, group, WHOLE, _ ("Whole body"));
  for (guint i = 0; i < fascia_body_get_n_groups (body); i++)
    {
      const char *code = fascia_body_get_group_code (body, i);

      add_area (self, group, code, fascia_body_get_group_name (body, code));
    }
}

/* ---- all of it ---- */

static GPtrArray *
list_where (FasciaRoutinesPage *self, gboolean is_favourite)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);

      if (is_favourite
              ? fascia_routines_model_is_favourite (self->model, fascia_routine_get_id (routine))
              : fascia_routine_is_own (routine))
        g_ptr_array_add (list, routine);
    }
  return list;
}

static void
on_clear_clicked (FasciaRoutinesPage *self)
{
  const FasciaRoutineFilter nothing = { 0 };

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_text (self->search_entry, "");
  fascia_routines_page_set_filter (self, &nothing);
}

static void
add_nothing_found (FasciaRoutinesPage *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show All"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("No routine has all that you asked for."));
  gtk_widget_add_css_class (page, "compact");
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clear_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_box_append (self->lists, page);
}

static void
add_setup (FasciaRoutinesPage *self)
{
  AdwPreferencesGroup *group = add_group (self, NULL);
  GtkWidget *row = fascia_button_row_new (_ ("_Postures and Tools…"), NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (fascia_routines_page_ask_setup), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
describe (GString *shown, FasciaRoutinesPage *self, const char *title, GPtrArray *routines)
{
  g_string_append_printf (shown, "%s\n", title);
  for (guint i = 0; i < routines->len; i++)
    {
      FasciaRoutine *routine = g_ptr_array_index (routines, i);
      const char *id = fascia_routine_get_id (routine);
      const FasciaRoutineInfo *info = fascia_routines_model_get_info (self->model, id);

      g_string_append_printf (shown, "%s %s %d %d %d %d\n", id, fascia_routine_get_title (routine),
                              info->seconds, (int) info->postures, info->n_entries > 0,
                              fascia_routines_model_is_favourite (self->model, id));
    }
}

static void
clear (FasciaRoutinesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  /* What has it goes. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->lists)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
}

void
fascia_routines_page_update_lists (FasciaRoutinesPage *self)
{
  gboolean is_filtered = fascia_routines_page_is_filtered (self);
  g_autoptr (GPtrArray) found = fascia_routine_filter_list (
      &self->filter, self->model, gtk_editable_get_text (self->search_entry));
  g_autoptr (GPtrArray) favourites = list_where (self, TRUE);
  g_autoptr (GPtrArray) own = list_where (self, FALSE);
  g_autoptr (GString) shown = g_string_new (is_filtered ? "found" : "all");

  if (is_filtered)
    {
      g_autofree char *count = g_strdup_printf (
          ngettext ("%u routine", "%u routines", (gulong) found->len), found->len);

      gtk_label_set_label (self->count_label, count);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), is_filtered);
  describe (shown, self, "", found);
  describe (shown, self, "own", own);
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_set_str (&self->shown, shown->str);

  clear (self);
  if (is_filtered)
    {
      if (found->len == 0)
        add_nothing_found (self);
      add_rows (self, NULL, found);
      return;
    }
  add_rows (self, _ ("Favourites"), favourites);
  add_rows (self, _ ("Your Routines"), own);
  add_areas (self);
  add_setup (self);
}
