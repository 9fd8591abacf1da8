/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions in the preferences: chimes, voice, border and waiting.
 */

#include "config.h"

#include "fascia-session-preferences.h"

#include <glib/gi18n.h>
#include <math.h>

#include "flare/fascia-breath-gate.h"
#include "routines/fascia-player-page.h"
#include "routines/fascia-speaker.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-row-words.h"

enum
{
  CHIME,
  VOICE,
  FADE,
  BREATH,
  WAITS,
  N_SWITCHES,
};

#define N_VOLUMES 2 /* of CHIME and VOICE */
#define STEP 5
#define PAGE 20
#define SCALE_PX 120

struct _FasciaSessionPreferences
{
  AdwPreferencesGroup parent_instance;

  FasciaBodySetup *setup;
  FasciaBreathGate *gate;
  AdwSwitchRow *switches[N_SWITCHES];
  GtkWidget *volume_rows[N_VOLUMES];
  GtkRange *volumes[N_VOLUMES];
  AdwActionRow *try_row;
  FasciaSpeech *speech; /* (nullable) while and after it is tried */
  FasciaSpeaker *speaker;
  gboolean is_trying;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaSessionPreferences,
                     fascia_session_preferences,
                     ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *key;
  const char *volume_key;
  gboolean fallback;
} choices[N_SWITCHES] = {
  [CHIME] = { FASCIA_SETTING_PLAYER_CHIME, FASCIA_SETTING_PLAYER_CHIME_VOLUME, TRUE },
  [VOICE] = { FASCIA_SETTING_PLAYER_VOICE, FASCIA_SETTING_PLAYER_VOICE_VOLUME, TRUE },
  [FADE] = { FASCIA_SETTING_PLAYER_FADE, NULL, FALSE },
  [BREATH] = { FASCIA_SETTING_PLAYER_BREATH, NULL, FALSE },
  [WAITS] = { FASCIA_SETTING_PLAYER_WAITS, NULL, FALSE },
};

/* ---- what is shown ---- */

static int
round_volume (GtkRange *volume)
{
  return (int) lround (gtk_range_get_value (volume) / STEP) * STEP;
}

static const char *
get_breath_words (void)
{
  return _ ("While you hold, a slow breath in and out, with no sound of its own");
}

/* Where it is held back nothing can be chosen, and why stands there. */
static void
update_breath (FasciaSessionPreferences *self)
{
  g_autofree char *why = fascia_breath_gate_is_ready (self->gate)
                             ? fascia_breath_gate_dup_reasons (self->gate)
                             : NULL;
  const char *words = why != NULL ? why : get_breath_words ();
  AdwSwitchRow *row = self->switches[BREATH];

  if (why != NULL)
    adw_switch_row_set_active (row, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (row), why == NULL);
  if (g_strcmp0 (words, adw_action_row_get_subtitle (ADW_ACTION_ROW (row))) != 0)
    fascia_row_set_words (ADW_ACTION_ROW (row), words);
}

static void
update (FasciaSessionPreferences *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (self->setup);

  self->is_updating = TRUE;
  for (guint i = 0; i < N_SWITCHES; i++)
    adw_switch_row_set_active (
        self->switches[i],
        fascia_settings_get_boolean (settings, choices[i].key, choices[i].fallback));
  update_breath (self);
  for (guint i = 0; i < N_VOLUMES; i++)
    {
      gint64 volume
          = fascia_settings_get_int64 (settings, choices[i].volume_key, FASCIA_SPEAKER_VOLUME);

      /* A hand that drags it is not pulled back to the step it is near. */
      if (volume != round_volume (self->volumes[i]))
        gtk_range_set_value (self->volumes[i], (double) CLAMP (volume, STEP, 100));
      gtk_widget_set_sensitive (self->volume_rows[i],
                                adw_switch_row_get_active (self->switches[i]));
    }
  self->is_updating = FALSE;
}

/* ---- what is chosen ---- */

static void
on_switched (FasciaSessionPreferences *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  if (self->is_updating)
    return;
  for (guint i = 0; i < N_SWITCHES; i++)
    if (self->switches[i] == row)
      fascia_body_setup_set (self->setup, choices[i].key,
                             g_variant_new_boolean (adw_switch_row_get_active (row)));
}

static void
on_volume_changed (FasciaSessionPreferences *self, GtkRange *range)
{
  if (self->is_updating)
    return;
  for (guint i = 0; i < N_VOLUMES; i++)
    if (self->volumes[i] == range
        && fascia_settings_get_int64 (fascia_body_setup_get_settings (self->setup),
                                      choices[i].volume_key, FASCIA_SPEAKER_VOLUME)
               != round_volume (range))
      fascia_body_setup_set (self->setup, choices[i].volume_key,
                             g_variant_new_int64 (round_volume (range)));
}

/* ---- how it sounds ---- */

/* (nullable) */
static const char *
get_voice_words (FasciaSessionPreferences *self)
{
  if (fascia_speaker_get_voice_volume (self->speaker) == 0)
    return NULL;
  switch (fascia_speech_get_trouble (self->speech))
    {
    case FASCIA_SPEECH_NOT_REACHED:
      return _ ("This computer has no voice yet. Install “speech-dispatcher” and “espeak-ng” with "
                "the app that installs software. Until then the words are shown, and a screen "
                "reader says them.");
    case FASCIA_SPEECH_NO_VOICE:
      return _ ("No voice on this computer speaks your language. “espeak-ng” has one for most "
                "languages. Until then the words are shown, and a screen reader says them.");
    case FASCIA_SPEECH_FINE:
    default:
      return fascia_speech_is_known (self->speech) ? NULL : _ ("Looking for a voice…");
    }
}

static const char *
get_chime_words (FasciaSessionPreferences *self)
{
  if (fascia_speaker_get_chime_volume (self->speaker) == 0
      || fascia_speaker_can_chime (self->speaker))
    return NULL;
  return _ ("This computer cannot play the chimes: the bell of the desktop rings instead. Install "
            "“libgtk-4-media-gstreamer” to hear them.");
}

static void
show_result (FasciaSessionPreferences *self)
{
  const char *chime = get_chime_words (self);
  const char *voice = get_voice_words (self);
  g_autofree char *both
      = chime != NULL && voice != NULL ? g_strdup_printf ("%s\n%s", chime, voice) : NULL;
  const char *words = both != NULL ? both : chime != NULL ? chime : voice;

  if (words == NULL && fascia_speaker_get_chime_volume (self->speaker) == 0
      && fascia_speaker_get_voice_volume (self->speaker) == 0)
    words = _ ("Chimes and voice are off. The words are shown, and a screen reader says them.");
  if (g_strcmp0 (words != NULL ? words : "", adw_action_row_get_subtitle (self->try_row)) == 0)
    return;
  fascia_row_set_words (self->try_row, words);
  if (words != NULL && fascia_speech_is_known (self->speech))
    fascia_announce (GTK_WIDGET (self), words);
}

static void
on_speech_changed (FasciaSessionPreferences *self)
{
  if (self->is_trying)
    show_result (self);
}

void
fascia_session_preferences_try (FasciaSessionPreferences *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_PREFERENCES (self));

  /* Made anew each time: what was installed meanwhile is found. */
  g_clear_object (&self->speaker);
  g_clear_object (&self->speech);
  self->speech = fascia_speech_new (NULL);
  self->speaker = fascia_speaker_new (self->speech);
  fascia_speaker_follow (self->speaker, self->setup);
  g_signal_connect_object (self->speech, "notify::known", G_CALLBACK (on_speech_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->speech, "notify::available", G_CALLBACK (on_speech_changed), self,
                           G_CONNECT_SWAPPED);
  self->is_trying = TRUE;
  fascia_cue_sink_chime (FASCIA_CUE_SINK (self->speaker), FASCIA_CHIME_START);
  fascia_cue_sink_say (FASCIA_CUE_SINK (self->speaker),
                       _ ("Lean in a little, and breathe out slowly."));
  show_result (self);
}

const char *
fascia_session_preferences_get_result (FasciaSessionPreferences *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_PREFERENCES (self), NULL);

  return self->try_row != NULL ? adw_action_row_get_subtitle (self->try_row) : NULL;
}

/* ---- rows ---- */

static AdwSwitchRow *
add_switch (FasciaSessionPreferences *self, const char *title, const char *words)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_SWITCH_ROW (row);
}

/* A page that is scrolled with the pointer over a volume leaves it as it is. */
static void
ignore_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
add_volume (FasciaSessionPreferences *self, guint which, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, STEP, 100, STEP);

  gtk_range_set_increments (GTK_RANGE (scale), STEP, PAGE);
  gtk_widget_set_size_request (scale, SCALE_PX, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  ignore_scrolling (scale);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->volume_rows[which] = row;
  self->volumes[which] = GTK_RANGE (scale);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (on_volume_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
add_try (FasciaSessionPreferences *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Listen"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (fascia_session_preferences_try), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How It Sounds"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->try_row = ADW_ACTION_ROW (row);
}

static void
fill (FasciaSessionPreferences *self)
{
  self->is_updating = TRUE;
  self->switches[CHIME]
      = add_switch (self, _ ("_Chimes"),
                    _ ("At the start, halfway, in the last five seconds and at each change"));
  add_volume (self, CHIME, _ ("Volume of the Chimes"));
  self->switches[VOICE]
      = add_switch (self, _ ("_Voice"), _ ("Says what to do, so your eyes can stay shut"));
  add_volume (self, VOICE, _ ("Volume of the Voice"));
  add_try (self);
  self->switches[FADE]
      = add_switch (self, _ ("_Border Fade"),
                    _ ("The border slowly takes on colour while you hold. Nothing flashes."));
  self->switches[BREATH] = add_switch (self, _ ("_Breath to Follow"), get_breath_words ());
  self->switches[WAITS] = add_switch (self, _ ("_Wait for Me Before Each Step"),
                                      _ ("In place of the count, from now on"));
  self->is_updating = FALSE;
}

/* ---- the group ---- */

/* Who goes on to something else has heard enough. */
static void
fascia_session_preferences_unmap (GtkWidget *widget)
{
  FasciaSessionPreferences *self = FASCIA_SESSION_PREFERENCES (widget);

  GTK_WIDGET_CLASS (fascia_session_preferences_parent_class)->unmap (widget);

  self->is_trying = FALSE;
  g_clear_object (&self->speaker);
  g_clear_object (&self->speech);
}

static void
fascia_session_preferences_dispose (GObject *object)
{
  FasciaSessionPreferences *self = FASCIA_SESSION_PREFERENCES (object);

  g_clear_object (&self->speaker);
  g_clear_object (&self->speech);
  g_clear_object (&self->setup);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (fascia_session_preferences_parent_class)->dispose (object);
}

static void
fascia_session_preferences_class_init (FasciaSessionPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_session_preferences_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = fascia_session_preferences_unmap;
}

static void
fascia_session_preferences_init (FasciaSessionPreferences *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Session"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("What you hear and see while one runs. Its own menu has the same switches."));
}

GtkWidget *
fascia_session_preferences_new (FasciaBodySetup *setup)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaSessionPreferences *self = g_object_new (FASCIA_TYPE_SESSION_PREFERENCES, NULL);

  self->setup = g_object_ref (setup);
  self->gate = fascia_breath_gate_new (fascia_body_setup_get_journal (setup),
                                       fascia_body_setup_get_body (setup));
  /* Not later: the search of the preferences looks for rows that are there. */
  fill (self);
  update (self);
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gate, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

AdwSwitchRow *
fascia_session_preferences_get_switch (FasciaSessionPreferences *self, const char *key)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_PREFERENCES (self), NULL);

  for (guint i = 0; i < N_SWITCHES; i++)
    if (g_strcmp0 (choices[i].key, key) == 0)
      return self->switches[i];
  return NULL;
}

GtkRange *
fascia_session_preferences_get_volume (FasciaSessionPreferences *self, const char *key)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_PREFERENCES (self), NULL);

  for (guint i = 0; i < N_VOLUMES; i++)
    if (g_strcmp0 (choices[i].volume_key, key) == 0)
      return self->volumes[i];
  return NULL;
}
