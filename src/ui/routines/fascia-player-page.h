/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session, as it runs. */

#pragma once

#include <adwaita.h>

#include "fascia-player-runner.h"
#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* b: each kept with the journal; absent: no. Those of chimes and voice: fascia-speaker.h. */
#define FASCIA_SETTING_PLAYER_FADE "player.fade"
/* A breath to follow in what is held. */
#define FASCIA_SETTING_PLAYER_BREATH "player.breath"

/**
 * FasciaPlayerPage:
 *
 * Begins by itself once it is shown. Any tap or key pauses and offers to go on, to ease off or to stop,
 * so no touch by accident does harm; the buttons and their keys act at once.
 *
 * # Keys
 * Space pauses and goes on, Left and Right go back and on, E eases off, Escape asks whether to stop.
 *
 * # Accessibility
 * What the voice says is announced when there is no voice; the number is a timer and stays quiet.
 */
#define FASCIA_TYPE_PLAYER_PAGE (fascia_player_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlayerPage, fascia_player_page, FASCIA, PLAYER_PAGE, AdwNavigationPage)

/* @practice: with at least one entry. */
GtkWidget *fascia_player_page_new (FasciaRoutinesModel *model, FasciaPractice *practice);
/* Goes on with a session that was interrupted; NULL when @practice is no longer the same. */
GtkWidget *fascia_player_page_new_resumed (FasciaRoutinesModel *model,
                                           FasciaPractice *practice,
                                           FasciaEntry *entry);
/* Before it is shown. @places: (nullable): what the session is for, worst first, NULL-terminated: the
 * first is rated before and after, also when the work is done beside it. */
void fascia_player_page_set_places (FasciaPlayerPage *self, const FasciaRegion *const *places);
/* Stops with @reason, a code, and shows the summary. */
void fascia_player_page_stop (FasciaPlayerPage *self, const char *reason);
/* For tests. */
FasciaPlayerRunner *fascia_player_page_get_runner (FasciaPlayerPage *self);

G_END_DECLS
