/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Safety and routines in the preferences: answers, emergency number, postures, things at hand.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-setup.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SAFETY_PREFERENCES (fascia_safety_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSafetyPreferences,
                      fascia_safety_preferences,
                      FASCIA,
                      SAFETY_PREFERENCES,
                      AdwPreferencesPage)

/* Its tables are read when the page is shown for the first time. */
AdwPreferencesPage *fascia_safety_preferences_new (FasciaBodySetup *setup);
/* (transfer none) (nullable) The row of a posture or of a thing; for tests. */
AdwSwitchRow *fascia_safety_preferences_get_switch (FasciaSafetyPreferences *self,
                                                    const char *code);

G_END_DECLS
