/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions in the preferences: chimes, voice, border and waiting.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-setup.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_PREFERENCES (fascia_session_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionPreferences,
                      fascia_session_preferences,
                      FASCIA,
                      SESSION_PREFERENCES,
                      AdwPreferencesGroup)

/**
 * FasciaSessionPreferences:
 *
 * The same choices as in the menu of a session, with volumes and a row that lets them be heard. What is
 * chosen is heard at once, also in a session that runs.
 */
GtkWidget *fascia_session_preferences_new (FasciaBodySetup *setup);

/* ---- for tests ---- */

/* (transfer none) (nullable) The switch of FASCIA_SETTING_PLAYER_…. */
AdwSwitchRow *fascia_session_preferences_get_switch (FasciaSessionPreferences *self,
                                                     const char *key);
/* (transfer none) (nullable) The volume of FASCIA_SETTING_PLAYER_…_VOLUME. */
GtkRange *fascia_session_preferences_get_volume (FasciaSessionPreferences *self, const char *key);
/* As the button does. */
void fascia_session_preferences_try (FasciaSessionPreferences *self);
/* (transfer none) (nullable) What the try has brought, as it is shown. */
const char *fascia_session_preferences_get_result (FasciaSessionPreferences *self);

G_END_DECLS
