/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application object: one per process that shows a window.
 */

#include "config.h"

#include "fascia-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/fascia-cli-remote.h"
#include "cli/fascia-cli.h"
#include "fascia-core-resources.h"
#include "fascia-journal-service.h"
#include "fascia-shortcuts-dialog.h"
#include "fascia-ui-resources.h"
#include "fascia-window.h"
#include "routines/fascia-session-play.h"

#define LOINC_NOTICE                                                                               \
  "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "            \
  "Regenstrief "                                                                                   \
  "Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and " \
  "is available at no cost under the license at http://loinc.org/license. LOINC® is a registered " \
  "United States trademark of Regenstrief Institute, Inc."

/* A running instance that does not answer must not hold up the start for longer. */
#define ASK_TIMEOUT_MS 500

struct _FasciaApplication
{
  AdwApplication parent_instance;

  FasciaJournal *journal;
  FasciaJournalService *service; /* NULL without a session bus */
  guint term_id;
  guint int_id;
};

G_DEFINE_FINAL_TYPE (FasciaApplication, fascia_application, ADW_TYPE_APPLICATION)

/* Whether an instance that runs already shows a journal other than ours. Its journal is told apart
 * by device and inode, because paths lie (links, bind mounts, other data folders). */
static gboolean
is_other_journal_shown (GDBusConnection *connection, const char *id)
{
  g_autoptr (GVariant) owned = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "NameHasOwner", g_variant_new ("(s)", id), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE,
      ASK_TIMEOUT_MS, NULL, NULL);
  if (owned == NULL)
    return FALSE;
  gboolean is_running = FALSE;
  g_variant_get (owned, "(b)", &is_running);
  if (!is_running)
    return FALSE;

  g_autofree char *path = fascia_journal_dup_default_path ();
  const char *method = "Holds";
  GVariant *file;
  GStatBuf status;
  if (g_stat (path, &status) == 0)
    file = g_variant_new ("(tt)", (guint64) status.st_dev, (guint64) status.st_ino);
  else
    {
      /* The one that runs may be about to make the very same file. */
      method = "HoldsPath";
      file = g_variant_new ("(^ay)", path);
    }
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      connection, id, FASCIA_JOURNAL_OBJECT_PATH, FASCIA_JOURNAL_INTERFACE, method, file,
      G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, ASK_TIMEOUT_MS, NULL, NULL);
  if (answer == NULL)
    return FALSE;
  gboolean is_held = FALSE;
  g_variant_get (answer, "(b)", &is_held);
  return !is_held;
}

/* By an action, in the window that runs or in a new one. Returns the exit status. */
static int
show (GApplication *application, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) kept = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), action, kept);
  return 0;
}

static gboolean
fascia_application_local_command_line (GApplication *application,
                                       char ***arguments,
                                       int *exit_status)
{
  FasciaApplication *self = FASCIA_APPLICATION (application);
  GApplicationFlags flags = g_application_get_flags (application);

  if (self->journal == NULL && (flags & G_APPLICATION_NON_UNIQUE) == 0)
    {
      /* The same shared connection that registration uses a moment later. */
      g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

      if (connection != NULL
          && is_other_journal_shown (connection, g_application_get_application_id (application)))
        g_application_set_flags (application, flags | G_APPLICATION_NON_UNIQUE);
    }
  const char *routine = fascia_cli_find_play ((const char *const *) *arguments);
  if (routine != NULL)
    {
      *exit_status = show (application, "play", g_variant_new_string (routine));
      return TRUE;
    }
  return G_APPLICATION_CLASS (fascia_application_parent_class)
      ->local_command_line (application, arguments, exit_status);
}

static gboolean
on_signal_received (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
ensure_journal (FasciaApplication *self)
{
  if (self->journal != NULL)
    return;
  g_autofree char *path = fascia_journal_dup_default_path ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  self->journal = fascia_journal_new (path, clock);
}

/* Commands of the command line are performed on the journal that the window has open. */
static void
ensure_service (FasciaApplication *self, GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;

  if (self->service != NULL || connection == NULL)
    return;
  ensure_journal (self);
  self->service
      = fascia_journal_service_new (self->journal, connection, FASCIA_JOURNAL_OBJECT_PATH, &error);
  if (self->service == NULL)
    g_message ("The command line cannot reach this window: %s", error->message);
}

/* Before the name is owned, so that whoever finds the name finds the object, too. */
static gboolean
fascia_application_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *object_path,
                                  GError **error)
{
  if (!G_APPLICATION_CLASS (fascia_application_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  ensure_service (FASCIA_APPLICATION (application), connection);
  return TRUE;
}

static void
forget_service (FasciaApplication *self)
{
  if (self->service != NULL)
    g_object_run_dispose (G_OBJECT (self->service));
  g_clear_object (&self->service);
}

static void
fascia_application_dbus_unregister (GApplication *application,
                                    GDBusConnection *connection,
                                    const char *object_path)
{
  forget_service (FASCIA_APPLICATION (application));

  G_APPLICATION_CLASS (fascia_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

/* "fascia --flare", also as an action of the desktop: the window that runs shows it, or a new one. */
static int
fascia_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  return g_variant_dict_contains (options, "flare") ? show (application, "flare", NULL) : -1;
}

static void
fascia_application_startup (GApplication *application)
{
  FasciaApplication *self = FASCIA_APPLICATION (application);

  /* After registration, so that a second instance never fights for the file; before chaining up, so
   * that the file opens on its thread while GTK starts. */
  ensure_journal (self);
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_CLOSED)
    fascia_journal_open (self->journal);

  G_APPLICATION_CLASS (fascia_application_parent_class)->startup (application);
  /* An instance that keeps to itself owns no name, but its journal has one. */
  ensure_service (self, g_application_get_dbus_connection (application));

  self->term_id = g_unix_signal_add (SIGTERM, on_signal_received, self);
  self->int_id = g_unix_signal_add (SIGINT, on_signal_received, self);

  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
    { "window.close", { "<Control>w", NULL } },
    /* Before any page takes it for its own Ctrl+F. */
    { "win.flare", { "<Control><Shift>f", NULL } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].accelerators);
}

static void
fascia_application_activate (GApplication *application)
{
  FasciaApplication *self = FASCIA_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (fascia_window_new (ADW_APPLICATION (self), self->journal));
  gtk_window_present (window);
}

static void
fascia_application_shutdown (GApplication *application)
{
  FasciaApplication *self = FASCIA_APPLICATION (application);

  g_clear_handle_id (&self->term_id, g_source_remove);
  g_clear_handle_id (&self->int_id, g_source_remove);

  /* Windows go first, so that what they still want to write is in the queue; then the queue is
   * emptied and the file closed before the program ends. */
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
  while (windows != NULL)
    {
      gtk_window_destroy (windows->data);
      windows = gtk_application_get_windows (GTK_APPLICATION (application));
    }
  forget_service (self);
  if (self->journal != NULL)
    fascia_journal_shutdown (self->journal);

  G_APPLICATION_CLASS (fascia_application_parent_class)->shutdown (application);
}

static void
on_quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
on_shortcuts_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    adw_dialog_present (fascia_shortcuts_dialog_new (), GTK_WIDGET (window));
}

static void
on_flare_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GApplication *application = G_APPLICATION (data);

  g_application_activate (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.flare", NULL);
}

static void
on_play_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GApplication *application = G_APPLICATION (data);

  g_application_activate (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window != NULL && FASCIA_IS_WINDOW (window))
    fascia_session_play (FASCIA_WINDOW (window), g_variant_get_string (parameter, NULL));
}

static void
on_about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  if (window == NULL)
    return;

  AdwDialog *dialog = adw_about_dialog_new ();
  g_object_set (
      dialog,                                            //
      "application-name", "Fascia",                      //
      "application-icon", APPLICATION_ID,                //
      "version", VERSION,                                //
      "developer-name", _ ("The Fascia contributors"),   //
      "website", WEBSITE,                                //
      "issue-url", WEBSITE "/issues",                    //
      "license-type", GTK_LICENSE_GPL_3_0,               //
      "copyright", _ ("© 2026 The Fascia contributors"), //
      "comments",
      _ ("Fascia keeps a journal of tight and painful places. It is not medical advice "
         "and does not replace a doctor or therapist. Everything stays on this computer."),
      /* Translators: put your own name here, one line for each translator */
      "translator-credits", _ ("translator-credits"), NULL);
  /* The codes of the health record that is exported; the notice is as its owner asks for it. */
  adw_about_dialog_add_legal_section (
      ADW_ABOUT_DIALOG (dialog), "LOINC",
      "© Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes "
      "(LOINC) Committee",
      GTK_LICENSE_CUSTOM, LOINC_NOTICE);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
fascia_application_finalize (GObject *object)
{
  FasciaApplication *self = FASCIA_APPLICATION (object);

  forget_service (self);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_application_parent_class)->finalize (object);
}

static void
fascia_application_class_init (FasciaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fascia_application_finalize;
  application_class->local_command_line = fascia_application_local_command_line;
  application_class->dbus_register = fascia_application_dbus_register;
  application_class->dbus_unregister = fascia_application_dbus_unregister;
  application_class->handle_local_options = fascia_application_handle_local_options;
  application_class->startup = fascia_application_startup;
  application_class->activate = fascia_application_activate;
  application_class->shutdown = fascia_application_shutdown;

  fascia_core_get_resource ();
  fascia_ui_get_resource ();
}

static void
fascia_application_init (FasciaApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit_activated },
    { .name = "shortcuts", .activate = on_shortcuts_activated },
    { .name = "about", .activate = on_about_activated },
    { .name = "flare", .activate = on_flare_activated },
    { .name = "play", .parameter_type = "s", .activate = on_play_activated },
  };
  static const GOptionEntry options[] = {
    { "flare", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open one calm screen"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

FasciaApplication *
fascia_application_new (void)
{
  return g_object_new (FASCIA_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_BASE_PATH, NULL);
}

FasciaApplication *
fascia_application_new_for_journal (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaApplication *self = g_object_new (FASCIA_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                                          "resource-base-path", RESOURCE_BASE_PATH, "flags",
                                          G_APPLICATION_NON_UNIQUE, NULL);
  self->journal = g_object_ref (journal);
  return self;
}
