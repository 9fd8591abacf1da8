/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a slow breath is heard, and the switches for it.
 */

#include "config.h"

#include "fascia-breath-sounds.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-menu-names.h"
#include "routines/fascia-speaker.h"

struct _FasciaBreathSounds
{
  GObject parent_instance;

  GtkWidget *page;        /* (nullable) not held */
  FasciaBodySetup *setup; /* the journal holds it */
  GSimpleActionGroup *actions;
  FasciaCueSink *sink;    /* NULL until something is to be heard */
  FasciaSpeaker *speaker; /* (nullable) the one of its own */
};

G_DEFINE_FINAL_TYPE (FasciaBreathSounds, fascia_breath_sounds, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *key;
  gboolean fallback;
} switches[] = {
  { "chime", FASCIA_SETTING_BREATH_CHIME, FALSE },
  { "voice", FASCIA_SETTING_BREATH_VOICE, FALSE },
  { "say", FASCIA_SETTING_BREATH_SAY, TRUE },
};

static gboolean
is_on (FasciaBreathSounds *self, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].key, key))
      return fascia_settings_get_boolean (fascia_body_setup_get_settings (self->setup), key,
                                          switches[i].fallback);
  return FALSE;
}

/* ---- what is heard ---- */

static FasciaCueSink *
ensure_sink (FasciaBreathSounds *self)
{
  if (self->sink == NULL)
    {
      const FasciaSpeakerKeys keys
          = { FASCIA_SETTING_BREATH_CHIME, FASCIA_SETTING_BREATH_VOICE, FALSE };
      g_autoptr (FasciaSpeech) speech = fascia_speech_new (NULL);

      self->speaker = fascia_speaker_new (speech);
      fascia_speaker_follow_keys (self->speaker, self->setup, &keys);
      self->sink = FASCIA_CUE_SINK (g_object_ref (self->speaker));
    }
  return self->sink;
}

void
fascia_breath_sounds_hear (FasciaBreathSounds *self, FasciaChime chime, const char *words)
{
  g_return_if_fail (FASCIA_IS_BREATH_SOUNDS (self));
  g_return_if_fail (words != NULL);

  if (is_on (self, FASCIA_SETTING_BREATH_CHIME))
    fascia_cue_sink_chime (ensure_sink (self), chime);
  fascia_breath_sounds_say (self, words);
}

void
fascia_breath_sounds_say (FasciaBreathSounds *self, const char *words)
{
  g_return_if_fail (FASCIA_IS_BREATH_SOUNDS (self));
  g_return_if_fail (words != NULL);

  if (is_on (self, FASCIA_SETTING_BREATH_VOICE))
    fascia_cue_sink_say (ensure_sink (self), words);
  else if (is_on (self, FASCIA_SETTING_BREATH_SAY) && self->page != NULL)
    fascia_announce (self->page, words);
}

void
fascia_breath_sounds_hush (FasciaBreathSounds *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_SOUNDS (self));

  if (self->sink != NULL)
    fascia_cue_sink_hush (self->sink);
}

void
fascia_breath_sounds_set_sink (FasciaBreathSounds *self, FasciaCueSink *sink)
{
  g_return_if_fail (FASCIA_IS_BREATH_SOUNDS (self));

  g_set_object (&self->sink, sink);
}

/* ---- the switches ---- */

static void
on_switch (GSimpleAction *action, GVariant *value, gpointer data)
{
  FasciaBreathSounds *self = FASCIA_BREATH_SOUNDS (data);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].name, g_action_get_name (G_ACTION (action))))
      fascia_body_setup_set (self->setup, switches[i].key, value);
  g_simple_action_set_state (action, value);
  fascia_breath_sounds_hush (self);
}

static void
add_actions (FasciaBreathSounds *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          switches[i].name, NULL, g_variant_new_boolean (is_on (self, switches[i].key)));

      g_signal_connect_object (action, "change-state", G_CALLBACK (on_switch), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

/* Read when the program had only begun, they come while it runs. */
static void
update_switches (FasciaBreathSounds *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (self->actions), switches[i].name)),
                               g_variant_new_boolean (is_on (self, switches[i].key)));
}

static void
on_menu_needed (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (menu, _ ("_Chime at Each Change"), "breath.chime");
  g_menu_append (menu, _ ("_Voice"), "breath.voice");
  g_menu_append (menu, _ ("_Tell the Screen Reader"), "breath.say");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
fascia_breath_sounds_add_menu (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, on_menu_needed, NULL, NULL);
  fascia_menu_button_name_items (button);
}

GActionMap *
fascia_breath_sounds_get_actions (FasciaBreathSounds *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_SOUNDS (self), NULL);

  return G_ACTION_MAP (self->actions);
}

/* ---- the object ---- */

static void
fascia_breath_sounds_dispose (GObject *object)
{
  FasciaBreathSounds *self = FASCIA_BREATH_SOUNDS (object);

  fascia_breath_sounds_hush (self);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->sink);
  g_clear_object (&self->speaker);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (fascia_breath_sounds_parent_class)->dispose (object);
}

static void
fascia_breath_sounds_class_init (FasciaBreathSoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_breath_sounds_dispose;
}

static void
fascia_breath_sounds_init (FasciaBreathSounds *self)
{
  self->actions = g_simple_action_group_new ();
}

FasciaBreathSounds *
fascia_breath_sounds_new (GtkWidget *page, FasciaBodySetup *setup)
{
  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaBreathSounds *self = g_object_new (FASCIA_TYPE_BREATH_SOUNDS, NULL);

  g_set_weak_pointer (&self->page, page);
  self->setup = setup;
  add_actions (self);
  gtk_widget_insert_action_group (page, "breath", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (update_switches), self,
                           G_CONNECT_SWAPPED);
  return self;
}
