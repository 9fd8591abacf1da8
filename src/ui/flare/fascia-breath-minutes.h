/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long to breathe: some minutes, or until it is stopped.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-setup.h"

G_BEGIN_DECLS

/* Kept with the journal. x: 0 open-ended, absent 5 */
#define FASCIA_SETTING_BREATH_MINUTES "breath.minutes"

/**
 * FasciaBreathMinutes:
 *
 * What the person chooses is kept for the next time.
 *
 * Signals: "chosen" (): there is another length: by the person, or read late, when the person has chosen
 * none.
 */
#define FASCIA_TYPE_BREATH_MINUTES (fascia_breath_minutes_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathMinutes, fascia_breath_minutes, FASCIA, BREATH_MINUTES, AdwBin)

/* Takes it from the settings, now and when they are read. */
void fascia_breath_minutes_follow (FasciaBreathMinutes *self, FasciaBodySetup *setup);
/* 0: until it is stopped */
gint64 fascia_breath_minutes_get_ms (FasciaBreathMinutes *self);

G_END_DECLS
