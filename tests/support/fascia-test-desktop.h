/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A desktop that shows notifications, for tests.
 */

#pragma once

#include <gio/gio.h>

#include "fascia-test-utils.h"

static const char notifications_xml[]
    = "<node><interface name='org.freedesktop.Notifications'>"
      "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
      "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
      "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
      "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
      "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
      "</interface></node>";

#define DESKTOP_NOTICE_ID 7

typedef struct
{
  GDBusConnection *bus;
  GPtrArray *shown; /* char *: summaries */
  guint n_closed;
  guint object;
  guint name;
  gboolean desktop_has_name;
} Desktop;

static inline void
desktop_on_called (GDBusConnection *bus,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *method,
                   GVariant *parameters,
                   GDBusMethodInvocation *invocation,
                   gpointer data)
{
  Desktop *desktop = data;

  if (g_str_equal (method, "Notify"))
    {
      const char *summary = NULL;

      g_variant_get_child (parameters, 3, "&s", &summary);
      g_ptr_array_add (desktop->shown, g_strdup (summary));
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", DESKTOP_NOTICE_ID));
      return;
    }
  desktop->n_closed++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static inline void
desktop_on_name_acquired (GDBusConnection *bus, const char *name, gpointer data)
{
  ((Desktop *) data)->desktop_has_name = TRUE;
}

static inline gboolean
desktop_has_name (gpointer data)
{
  return ((Desktop *) data)->desktop_has_name;
}

static inline void
desktop_start (Desktop *desktop)
{
  static const GDBusInterfaceVTable vtable = { .method_call = desktop_on_called };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (notifications_xml, NULL);

  desktop->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  desktop->shown = g_ptr_array_new_with_free_func (g_free);
  desktop->object
      = g_dbus_connection_register_object (desktop->bus, "/org/freedesktop/Notifications",
                                           info->interfaces[0], &vtable, desktop, NULL, NULL);
  desktop->name = g_bus_own_name_on_connection (desktop->bus, "org.freedesktop.Notifications",
                                                G_BUS_NAME_OWNER_FLAGS_NONE,
                                                desktop_on_name_acquired, NULL, desktop, NULL);
  fascia_test_assert_until (desktop_has_name, desktop);
}

static inline void
desktop_stop (Desktop *desktop)
{
  g_bus_unown_name (desktop->name);
  g_dbus_connection_unregister_object (desktop->bus, desktop->object);
  g_ptr_array_unref (desktop->shown);
  g_object_unref (desktop->bus);
}

static inline gboolean
desktop_has_shown (gpointer data)
{
  return ((Desktop *) data)->shown->len > 0;
}

static inline gboolean
desktop_has_closed (gpointer data)
{
  return ((Desktop *) data)->n_closed > 0;
}

static inline void
desktop_on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(gboolean *) data = TRUE;
}

static inline gboolean
desktop_is_answered (gpointer data)
{
  return *(gboolean *) data;
}

/* What the desktop answered before has arrived when the bus answers after it. */
static inline void
desktop_let_answers_in (Desktop *desktop)
{
  gboolean is_done = FALSE;

  g_dbus_connection_call (desktop->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, desktop_on_answered, &is_done);
  fascia_test_assert_until (desktop_is_answered, &is_done);
}

static inline void
desktop_assert_told (Desktop *desktop, const char *summary)
{
  fascia_test_assert_until (desktop_has_shown, desktop);
  desktop_let_answers_in (desktop);
  g_assert_cmpuint (desktop->shown->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (desktop->shown, 0), ==, summary);
  g_ptr_array_set_size (desktop->shown, 0);
}
