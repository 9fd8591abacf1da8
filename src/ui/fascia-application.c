/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application object: one per process that shows a window.
 */

#include "config.h"

#include "fascia-application.h"

#include "fascia-core-resources.h"
#include "fascia-ui-resources.h"

struct _FasciaApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FasciaApplication, fascia_application, ADW_TYPE_APPLICATION)

static void
fascia_application_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_title (GTK_WINDOW (window), "Fascia");
  gtk_window_present (GTK_WINDOW (window));
}

static void
fascia_application_class_init (FasciaApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = fascia_application_activate;

  fascia_core_get_resource ();
  fascia_ui_get_resource ();
}

static void
fascia_application_init (FasciaApplication *self)
{
}

FasciaApplication *
fascia_application_new (void)
{
  return g_object_new (FASCIA_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_BASE_PATH, NULL);
}
