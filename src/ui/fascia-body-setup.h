/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure in the form the person has chosen, and the other settings of the journal, kept up to
 * date for everything that shows them.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_SETUP (fascia_body_setup_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodySetup, fascia_body_setup, FASCIA, BODY_SETUP, GObject)

/**
 * FasciaBodySetup:
 *
 * One for each journal and main thread: fascia_body_setup_get(). Reads the settings when the journal
 * is ready and after each FASCIA_CHANGE_SETTINGS.
 *
 * Properties (notify): "body" (a #FasciaBody), "settings" (a #FasciaSettings).
 * Signals: "failed" (GError *error): a setting was not written.
 */

/* (transfer none) Kept as long as the journal lives; @body is the figure as it is drawn, needed the
 * first time only. */
FasciaBodySetup *fascia_body_setup_get (FasciaJournal *journal, FasciaBody *body);
/* (transfer none) Never NULL. */
FasciaBody *fascia_body_setup_get_body (FasciaBodySetup *self);
/* (transfer none) Never NULL; empty until the journal has answered. */
FasciaSettings *fascia_body_setup_get_settings (FasciaBodySetup *self);
gboolean fascia_body_setup_is_loaded (FasciaBodySetup *self);
/* Shown at once, written behind. @value: (nullable): a floating one is taken. */
void fascia_body_setup_set (FasciaBodySetup *self, const char *key, GVariant *value);

G_END_DECLS
