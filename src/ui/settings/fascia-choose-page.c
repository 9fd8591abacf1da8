/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a list of names to choose, such as what a tag is merged into.
 */

#include "config.h"

#include "fascia-choose-page.h"

#include <glib/gi18n.h>

#include "fascia-settings-write.h"
#include "widgets/fascia-link-row.h"

struct _FasciaChoosePage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (FasciaChoosePage, fascia_choose_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaChoosePageSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static const char code_key[] = "fascia-code";

static void
take (FasciaChoosePage *self, GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (FasciaChoosePage) kept = g_object_ref (self);
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), code_key));

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  g_signal_emit (kept, signals[SIGNAL_CHOSEN], 0, code);
}

void
fascia_choose_page_add (FasciaChoosePage *self, const char *code, const char *name)
{
  g_return_if_fail (FASCIA_IS_CHOOSE_PAGE (self));

  GtkWidget *row = fascia_link_row_new_bare (name);

  g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (code), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
}

static void
fascia_choose_page_class_init (FasciaChoosePageClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_choose_page_init (FasciaChoosePage *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  fascia_settings_page_fill (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->group), NULL);
}

FasciaChoosePage *
fascia_choose_page_new (const char *title, const char *description)
{
  FasciaChoosePage *self = g_object_new (FASCIA_TYPE_CHOOSE_PAGE, "title", title, NULL);

  adw_preferences_group_set_description (self->group, description);
  return self;
}
