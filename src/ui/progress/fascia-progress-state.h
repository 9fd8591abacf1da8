/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of its faces the Progress page shows: a pure function of what is known.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_PROGRESS_LOADING = 1,
  FASCIA_PROGRESS_EMPTY,
  FASCIA_PROGRESS_CONTENT,
  FASCIA_PROGRESS_ERROR,
} FasciaProgressState;

/**
 * fascia_progress_state_for:
 * @journal: state of the journal
 * @has_series: levels were read before
 * @n_points: how many
 * @has_failed: the last reading failed
 *
 * What was read is shown on while the journal is read again.
 */
FasciaProgressState fascia_progress_state_for (FasciaJournalState journal,
                                               gboolean has_series,
                                               guint n_points,
                                               gboolean has_failed);

/* The name of the page of the stack. */
const char *fascia_progress_state_get_name (FasciaProgressState state);

G_END_DECLS
