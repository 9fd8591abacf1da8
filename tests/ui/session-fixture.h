/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of sessions share, from Start to the player.
 */

#pragma once

#include "routines/fascia-player-page.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-session-sheet.h"
#include "safety-fixture.h"

static inline gboolean
is_model_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

static inline FasciaRoutinesModel *
get_model (Fixture *fixture)
{
  FasciaRoutinesModel *model
      = fascia_routines_model_get (fixture->journal, fascia_window_get_body (fixture->window));

  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);
  return model;
}

static inline AdwNavigationView *
get_navigation (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
}

static inline gboolean
has_player (gpointer data)
{
  return FASCIA_IS_PLAYER_PAGE (adw_navigation_view_get_visible_page (get_navigation (data)));
}

static inline gboolean
has_sheet (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && FASCIA_IS_SESSION_SHEET (dialog) && is_mapped (dialog);
}
