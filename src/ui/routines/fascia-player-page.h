/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session, as it runs. */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLAYER_PAGE (fascia_player_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlayerPage, fascia_player_page, FASCIA, PLAYER_PAGE, AdwNavigationPage)

GtkWidget *fascia_player_page_new (FasciaRoutinesModel *model, FasciaPractice *practice);

G_END_DECLS
