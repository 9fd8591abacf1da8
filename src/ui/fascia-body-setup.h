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
 * Signals: "not-written" (GError *error) -> gboolean: a setting was not written; who returns TRUE has
 * told the person, where the setting was chosen. "failed" (GError *error): the same when nobody did.
 */

/* (transfer none) Kept as long as the journal lives; @body is the figure as it is drawn, needed the
 * first time only. */
FasciaBodySetup *fascia_body_setup_get (FasciaJournal *journal, FasciaBody *body);
/* (transfer none) It holds this object. */
FasciaJournal *fascia_body_setup_get_journal (FasciaBodySetup *self);
/* (transfer none) Never NULL. */
FasciaBody *fascia_body_setup_get_body (FasciaBodySetup *self);
/* (transfer none) Never NULL; empty until the journal has answered. */
FasciaSettings *fascia_body_setup_get_settings (FasciaBodySetup *self);
gboolean fascia_body_setup_is_loaded (FasciaBodySetup *self);
/* Shown at once, written behind. @value: (nullable): a floating one is taken. */
void fascia_body_setup_set (FasciaBodySetup *self, const char *key, GVariant *value);

/**
 * fascia_body_setup_add_to_list:
 * @key: a setting that is a list of codes
 *
 * Adds a code that is not in the list yet. Until the journal has answered nobody knows what is in it,
 * and nothing is written: a list made up here would take the place of the one that is kept.
 *
 * Returns: whether the code is in the list now
 */
gboolean fascia_body_setup_add_to_list (FasciaBodySetup *self, const char *key, const char *code);

G_END_DECLS
