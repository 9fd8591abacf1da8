/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Media keys and headsets: the running session as a player on the session bus. */

#include "config.h"

#include "fascia-mpris.h"

#define IFACE_ROOT "org.mpris.MediaPlayer2"
#define IFACE_PLAYER "org.mpris.MediaPlayer2.Player"
#define TRACK_PATH "/io/github/fascia_app/Fascia/step/%u"

static const char introspection[]
    = "<node>"
      "<interface name='org.mpris.MediaPlayer2'>"
      "<method name='Raise'/><method name='Quit'/>"
      "<property name='CanQuit' type='b' access='read'/>"
      "<property name='CanRaise' type='b' access='read'/>"
      "<property name='HasTrackList' type='b' access='read'/>"
      "<property name='Identity' type='s' access='read'/>"
      "<property name='DesktopEntry' type='s' access='read'/>"
      "<property name='SupportedUriSchemes' type='as' access='read'/>"
      "<property name='SupportedMimeTypes' type='as' access='read'/>"
      "</interface>"
      "<interface name='org.mpris.MediaPlayer2.Player'>"
      "<method name='Next'/><method name='Previous'/><method name='Pause'/>"
      "<method name='PlayPause'/><method name='Stop'/><method name='Play'/>"
      "<method name='Seek'><arg type='x' name='Offset' direction='in'/></method>"
      "<method name='SetPosition'><arg type='o' name='TrackId' direction='in'/>"
      "<arg type='x' name='Position' direction='in'/></method>"
      "<method name='OpenUri'><arg type='s' name='Uri' direction='in'/></method>"
      "<signal name='Seeked'><arg type='x' name='Position'/></signal>"
      "<property name='PlaybackStatus' type='s' access='read'/>"
      "<property name='Rate' type='d' access='readwrite'/>"
      "<property name='Metadata' type='a{sv}' access='read'/>"
      "<property name='Volume' type='d' access='readwrite'/>"
      "<property name='Position' type='x' access='read'/>"
      "<property name='MinimumRate' type='d' access='read'/>"
      "<property name='MaximumRate' type='d' access='read'/>"
      "<property name='CanGoNext' type='b' access='read'/>"
      "<property name='CanGoPrevious' type='b' access='read'/>"
      "<property name='CanPlay' type='b' access='read'/>"
      "<property name='CanPause' type='b' access='read'/>"
      "<property name='CanSeek' type='b' access='read'/>"
      "<property name='CanControl' type='b' access='read'/>"
      "</interface>"
      "</node>";

struct _FasciaMpris
{
  GObject parent_instance;

  GDBusConnection *bus;
  FasciaPlayerRunner *runner;
  guint name;
  guint objects[2];
  char *told; /* what was told last, printed */
};

enum
{
  SIGNAL_RAISE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaMpris, fascia_mpris, G_TYPE_OBJECT)

/* ---- what is told ---- */

static FasciaPlayer *
get_player (FasciaMpris *self)
{
  return fascia_player_runner_get_player (self->runner);
}

static gboolean
is_over (FasciaMpris *self)
{
  FasciaPlayerState state = fascia_player_get_state (get_player (self));

  return state == FASCIA_PLAYER_FINISHED || state == FASCIA_PLAYER_STOPPED;
}

static const char *
get_status (FasciaMpris *self)
{
  if (is_over (self))
    return "Stopped";
  return fascia_player_runner_is_running (self->runner) ? "Playing" : "Paused";
}

static GVariant *
make_metadata (FasciaMpris *self)
{
  FasciaPlayer *player = get_player (self);
  FasciaPractice *practice = fascia_player_get_practice (player);
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
  guint entry = fascia_player_get_entry (player);
  g_autofree char *path = g_strdup_printf (TRACK_PATH, entry);
  g_autofree char *place = fascia_player_dup_short_place (player, entry);
  const char *const places[] = { place, NULL };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "mpris:trackid", g_variant_new_object_path (path));
  g_variant_builder_add (&builder, "{sv}", "mpris:length",
                         g_variant_new_int64 (fascia_player_get_length_ms (player) * 1000));
  g_variant_builder_add (&builder, "{sv}", "xesam:title",
                         g_variant_new_string (fascia_step_get_title (entries[entry].step)));
  g_variant_builder_add (
      &builder, "{sv}", "xesam:album",
      g_variant_new_string (fascia_routine_get_title (fascia_practice_get_routine (practice))));
  if (place != NULL)
    g_variant_builder_add (&builder, "{sv}", "xesam:artist", g_variant_new_strv (places, 1));
  g_variant_builder_add (&builder, "{sv}", "xesam:trackNumber",
                         g_variant_new_int32 ((gint32) entry + 1));
  return g_variant_builder_end (&builder);
}

static GVariant *
get_root_property (const char *name)
{
  const char *const none[] = { NULL };

  if (g_str_equal (name, "CanQuit") || g_str_equal (name, "HasTrackList"))
    return g_variant_new_boolean (FALSE);
  if (g_str_equal (name, "CanRaise"))
    return g_variant_new_boolean (TRUE);
  if (g_str_equal (name, "Identity"))
    return g_variant_new_string ("Fascia");
  if (g_str_equal (name, "DesktopEntry"))
    return g_variant_new_string (APPLICATION_ID);
  return g_variant_new_strv (none, 0);
}

static GVariant *
get_player_property (FasciaMpris *self, const char *name)
{
  FasciaPlayer *player = get_player (self);

  if (g_str_equal (name, "PlaybackStatus"))
    return g_variant_new_string (get_status (self));
  if (g_str_equal (name, "Metadata"))
    return make_metadata (self);
  if (g_str_equal (name, "Position"))
    return g_variant_new_int64 (
        (fascia_player_get_length_ms (player) - fascia_player_get_left_ms (player)) * 1000);
  if (g_str_equal (name, "CanSeek"))
    return g_variant_new_boolean (FALSE);
  if (g_str_equal (name, "CanControl"))
    return g_variant_new_boolean (TRUE);
  if (g_str_has_prefix (name, "Can"))
    return g_variant_new_boolean (!is_over (self));
  return g_variant_new_double (1.0);
}

static GVariant *
get_property (GDBusConnection *bus,
              const char *sender,
              const char *path,
              const char *interface,
              const char *name,
              GError **error,
              gpointer data)
{
  return g_str_equal (interface, IFACE_ROOT) ? get_root_property (name)
                                             : get_player_property (data, name);
}

/* Rate and volume are those of the session: they stay as they are. */
static gboolean
set_property (GDBusConnection *bus,
              const char *sender,
              const char *path,
              const char *interface,
              const char *name,
              GVariant *value,
              GError **error,
              gpointer data)
{
  return TRUE;
}

/* Told once for each change; the position is asked for. */
static void
tell_changes (FasciaMpris *self)
{
  static const char *const names[]
      = { "PlaybackStatus", "Metadata", "CanGoNext", "CanGoPrevious", "CanPlay", "CanPause" };
  GVariantBuilder builder;
  g_autoptr (GVariant) changed = NULL;
  g_autofree char *printed = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_variant_builder_add (&builder, "{sv}", names[i], get_player_property (self, names[i]));
  changed = g_variant_ref_sink (g_variant_builder_end (&builder));
  printed = g_variant_print (changed, FALSE);
  if (g_strcmp0 (printed, self->told) == 0)
    return;
  g_set_str (&self->told, printed);
  g_dbus_connection_emit_signal (self->bus, NULL, FASCIA_MPRIS_PATH,
                                 "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new ("(s@a{sv}as)", IFACE_PLAYER, changed, NULL), NULL);
}

static void
tell_jump (FasciaMpris *self)
{
  g_dbus_connection_emit_signal (self->bus, NULL, FASCIA_MPRIS_PATH, IFACE_PLAYER, "Seeked",
                                 g_variant_new ("(@x)", get_player_property (self, "Position")),
                                 NULL);
}

/* ---- what is pressed ---- */

/* A pause is also taken back by who paused without the person, a call that is over: that begins nothing. */
static void
play (FasciaMpris *self)
{
  if (!fascia_player_runner_resume (self->runner))
    fascia_player_runner_go_on (self->runner);
}

static void
call_player (FasciaMpris *self, const char *method)
{
  gboolean is_paused = fascia_player_get_state (get_player (self)) == FASCIA_PLAYER_PAUSED;

  if (g_str_equal (method, "Next"))
    fascia_player_runner_next (self->runner, NULL);
  else if (g_str_equal (method, "Previous") && is_paused)
    fascia_player_runner_ease_off (self->runner, "headset");
  else if (g_str_equal (method, "Previous"))
    fascia_player_runner_back (self->runner);
  else if (g_str_equal (method, "Pause") || g_str_equal (method, "Stop")
           || (g_str_equal (method, "PlayPause") && fascia_player_runner_is_running (self->runner)))
    fascia_player_runner_pause (self->runner);
  else if (g_str_equal (method, "Play") || g_str_equal (method, "PlayPause"))
    play (self);
}

static void
call_method (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *method,
             GVariant *parameters,
             GDBusMethodInvocation *invocation,
             gpointer data)
{
  g_autoptr (FasciaMpris) self = g_object_ref (data);

  if (g_str_equal (interface, IFACE_PLAYER))
    call_player (self, method);
  else if (g_str_equal (method, "Raise"))
    g_signal_emit (self, signals[SIGNAL_RAISE], 0);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const GDBusInterfaceVTable vtable = { call_method, get_property, set_property, { NULL } };

static void
on_event (FasciaMpris *self, const FasciaPlayerEvent *event)
{
  if (event->kind == FASCIA_PLAYER_EVENT_BACK || event->kind == FASCIA_PLAYER_EVENT_SKIPPED
      || event->kind == FASCIA_PLAYER_EVENT_EASED)
    tell_jump (self);
}

/* ---- the object ---- */

FasciaMpris *
fascia_mpris_new (GDBusConnection *bus, FasciaPlayerRunner *runner)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  FasciaMpris *self = g_object_new (FASCIA_TYPE_MPRIS, NULL);

  self->bus = g_object_ref (bus);
  self->runner = g_object_ref (runner);
  for (guint i = 0; i < G_N_ELEMENTS (self->objects); i++)
    self->objects[i] = g_dbus_connection_register_object (
        bus, FASCIA_MPRIS_PATH, node->interfaces[i], &vtable, self, NULL, NULL);
  self->name = g_bus_own_name_on_connection (bus, FASCIA_MPRIS_NAME, G_BUS_NAME_OWNER_FLAGS_REPLACE,
                                             NULL, NULL, NULL, NULL);
  g_signal_connect_object (runner, "changed", G_CALLBACK (tell_changes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  return self;
}

static void
fascia_mpris_dispose (GObject *object)
{
  FasciaMpris *self = FASCIA_MPRIS (object);

  g_clear_handle_id (&self->name, g_bus_unown_name);
  for (guint i = 0; i < G_N_ELEMENTS (self->objects); i++)
    if (self->objects[i] != 0)
      {
        g_dbus_connection_unregister_object (self->bus, self->objects[i]);
        self->objects[i] = 0;
      }
  g_clear_object (&self->runner);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (fascia_mpris_parent_class)->dispose (object);
}

static void
fascia_mpris_class_init (FasciaMprisClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_mpris_dispose;
  signals[SIGNAL_RAISE] = g_signal_new ("raise", FASCIA_TYPE_MPRIS, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_mpris_init (FasciaMpris *self)
{
}
