/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session manager that is asked to keep the screen on, for tests. It lives in a thread of its own:
 * GTK waits for its answers.
 */

#pragma once

#include <gio/gio.h>

#include "fascia-test-utils.h"

static const char awake_xml[]
    = "<node><interface name='org.gnome.SessionManager'>"
      "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='u' direction='out'/></method>"
      "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
      "</interface></node>";

typedef struct
{
  GThread *thread;
  GMainLoop *loop;
  GMutex mutex;
  GCond ready;
  gboolean is_ready;
  char *reason;  /* (nullable) of the one that holds */
  guint32 flags; /* GtkApplicationInhibitFlags of it */
  guint n_held;
  guint32 last_cookie;
} Awake;

static inline void
awake_on_called (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *method,
                 GVariant *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer data)
{
  Awake *awake = data;
  guint32 cookie = 0;

  g_mutex_lock (&awake->mutex);
  if (g_str_equal (method, "Inhibit"))
    {
      g_clear_pointer (&awake->reason, g_free);
      g_variant_get_child (parameters, 2, "s", &awake->reason);
      g_variant_get_child (parameters, 3, "u", &awake->flags);
      awake->n_held++;
      cookie = ++awake->last_cookie;
    }
  else
    awake->n_held--;
  g_mutex_unlock (&awake->mutex);
  g_dbus_method_invocation_return_value (invocation,
                                         cookie != 0 ? g_variant_new ("(u)", cookie) : NULL);
}

static inline void
awake_on_named (GDBusConnection *bus, const char *name, gpointer data)
{
  Awake *awake = data;

  g_mutex_lock (&awake->mutex);
  awake->is_ready = TRUE;
  g_cond_signal (&awake->ready);
  g_mutex_unlock (&awake->mutex);
}

static inline gpointer
awake_run (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = awake_on_called };
  Awake *awake = data;
  GMainContext *context = g_main_loop_get_context (awake->loop);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (awake_xml, NULL);
  g_autoptr (GDBusConnection) bus = NULL;
  guint name;

  g_main_context_push_thread_default (context);
  bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  g_dbus_connection_register_object (bus, "/org/gnome/SessionManager", info->interfaces[0], &vtable,
                                     awake, NULL, NULL);
  name = g_bus_own_name_on_connection (bus, "org.gnome.SessionManager", G_BUS_NAME_OWNER_FLAGS_NONE,
                                       awake_on_named, NULL, awake, NULL);
  g_main_loop_run (awake->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  return NULL;
}

/* Before the application is registered: that is when it looks for one. */
static inline void
awake_start (Awake *awake)
{
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_mutex_init (&awake->mutex);
  g_cond_init (&awake->ready);
  awake->loop = g_main_loop_new (context, FALSE);
  awake->thread = g_thread_new ("session-manager", awake_run, awake);
  g_mutex_lock (&awake->mutex);
  while (!awake->is_ready)
    g_cond_wait (&awake->ready, &awake->mutex);
  g_mutex_unlock (&awake->mutex);
}

static inline void
awake_stop (Awake *awake)
{
  g_main_loop_quit (awake->loop);
  g_thread_join (awake->thread);
  g_main_loop_unref (awake->loop);
  g_free (awake->reason);
  g_mutex_clear (&awake->mutex);
  g_cond_clear (&awake->ready);
}

static inline guint
awake_get_n_held (Awake *awake)
{
  guint n_held;

  g_mutex_lock (&awake->mutex);
  n_held = awake->n_held;
  g_mutex_unlock (&awake->mutex);
  return n_held;
}
