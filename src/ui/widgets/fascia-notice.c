/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word through the desktop to somebody who looks elsewhere.
 */

#include "config.h"

#include "fascia-notice.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define SANDBOX "/.flatpak-info"

typedef struct
{
  GApplication *application;
  GCancellable *cancellable;
  char *id;
  char *title;
} Notice;

static void
notice_free (Notice *notice)
{
  g_object_unref (notice->application);
  g_object_unref (notice->cancellable);
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Notice, notice_free)

static void
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  g_object_unref (cancellable);
}

static char *
dup_key (const char *id)
{
  return g_strconcat ("fascia-notice-", id, NULL);
}

/* Without an action of its own it activates the application, which presents its window. */
static void
send_now (GApplication *application, const char *id, const char *title)
{
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_application_send_notification (application, id, notification);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Notice) notice = data;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply != NULL && !g_cancellable_is_cancelled (notice->cancellable))
    send_now (notice->application, notice->id, notice->title);
}

void
fascia_notice_send (GApplication *application, const char *id, const char *title)
{
  g_return_if_fail (application == NULL || G_IS_APPLICATION (application));
  g_return_if_fail (id != NULL && title != NULL);

  GDBusConnection *bus = application != NULL && g_application_get_is_registered (application)
                             ? g_application_get_dbus_connection (application)
                             : NULL;
  g_autofree char *key = NULL;
  Notice *notice;

  if (bus == NULL)
    return;
  fascia_notice_withdraw (application, id);
  /* There they go another way. */
  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    {
      send_now (application, id, title);
      return;
    }
  notice = g_new0 (Notice, 1);
  notice->application = g_object_ref (application);
  notice->cancellable = g_cancellable_new ();
  notice->id = g_strdup (id);
  notice->title = g_strdup (title);
  key = dup_key (id);
  g_object_set_data_full (G_OBJECT (application), key, g_object_ref (notice->cancellable), cancel);
  /* Who is there answers, and who may be started is started by this. */
  g_dbus_connection_call (bus, NAME, PATH, "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, notice->cancellable, on_looked, notice);
}

void
fascia_notice_withdraw (GApplication *application, const char *id)
{
  g_autofree char *key = dup_key (id);

  /* Only what was sent is taken back: asking for that alone looks for somebody who shows them. */
  if (application == NULL || g_object_get_data (G_OBJECT (application), key) == NULL)
    return;
  g_object_set_data (G_OBJECT (application), key, NULL);
  if (g_application_get_is_registered (application))
    g_application_withdraw_notification (application, id);
}
