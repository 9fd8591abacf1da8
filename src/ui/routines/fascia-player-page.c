/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session, as it runs. */

#include "config.h"

#include "fascia-player-page.h"

#include <glib/gi18n.h>

struct _FasciaPlayerPage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *steps;

  FasciaRoutinesModel *model;
  FasciaPractice *practice;
};

G_DEFINE_FINAL_TYPE (FasciaPlayerPage, fascia_player_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_entry (FasciaPlayerPage *self, const FasciaPracticeEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_step_get_title (entry->step));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fascia_step_get_cue (entry->step));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->steps, row);
}

static void
fascia_player_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FASCIA_TYPE_PLAYER_PAGE);

  G_OBJECT_CLASS (fascia_player_page_parent_class)->dispose (object);
}

static void
fascia_player_page_finalize (GObject *object)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->practice, fascia_practice_unref);

  G_OBJECT_CLASS (fascia_player_page_parent_class)->finalize (object);
}

static void
fascia_player_page_class_init (FasciaPlayerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_player_page_dispose;
  object_class->finalize = fascia_player_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-player-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, steps);
}

static void
fascia_player_page_init (FasciaPlayerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_player_page_new (FasciaRoutinesModel *model, FasciaPractice *practice)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (practice != NULL, NULL);

  FasciaPlayerPage *self = g_object_new (FASCIA_TYPE_PLAYER_PAGE, NULL);
  guint n = 0;

  self->model = g_object_ref (model);
  self->practice = fascia_practice_ref (practice);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 fascia_routine_get_title (fascia_practice_get_routine (practice)));
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
  for (guint i = 0; i < n; i++)
    add_entry (self, &entries[i]);
  return GTK_WIDGET (self);
}
