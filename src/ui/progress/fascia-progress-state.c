/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of its faces the Progress page shows: a pure function of what is known.
 */

#include "config.h"

#include "fascia-progress-state.h"

FasciaProgressState
fascia_progress_state_for (FasciaJournalState journal,
                           gboolean has_series,
                           guint n_points,
                           gboolean has_failed)
{
  if (journal == FASCIA_JOURNAL_FAILED || has_failed)
    return FASCIA_PROGRESS_ERROR;
  if (!has_series)
    return FASCIA_PROGRESS_LOADING;
  return n_points > 0 ? FASCIA_PROGRESS_CONTENT : FASCIA_PROGRESS_EMPTY;
}

const char *
fascia_progress_state_get_name (FasciaProgressState state)
{
  switch (state)
    {
    case FASCIA_PROGRESS_EMPTY:
      return "empty";
    case FASCIA_PROGRESS_CONTENT:
      return "content";
    case FASCIA_PROGRESS_ERROR:
      return "error";
    case FASCIA_PROGRESS_LOADING:
    default:
      return "loading";
    }
}
