/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page "Journal" of the preferences: daily questions, tags, own scales.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-setup.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL_PREFERENCES (fascia_journal_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalPreferences,
                      fascia_journal_preferences,
                      FASCIA,
                      JOURNAL_PREFERENCES,
                      AdwPreferencesPage)

AdwPreferencesPage *fascia_journal_preferences_new (FasciaBodySetup *setup);

/* (nullable) (transfer none) The switch of a question; for tests. */
GtkSwitch *fascia_journal_preferences_get_switch (FasciaJournalPreferences *self, const char *code);
/* As the buttons do; for tests. */
void fascia_journal_preferences_move (FasciaJournalPreferences *self, const char *code, int by);

G_END_DECLS
