/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day it is, and a word when that changes: the one source of it for all pages.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_DAY_WATCH (fascia_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDayWatch, fascia_day_watch, FASCIA, DAY_WATCH, GObject)

/**
 * fascia_day_watch_get:
 * @journal: its clock says what time it is
 *
 * The one day watch of the journal, which lives as long as the journal does. It looks at the clock
 * when the local day ends (also in nights in which clocks are changed), after each change of the
 * journal, and when fascia_day_watch_refresh() is called. Main thread.
 *
 * Properties (notify): "day" (int), see fascia_day_watch_get_day(). Listen with
 * g_signal_connect_object (watch, "notify::day", …).
 *
 * Returns: (transfer none): the watch
 */
FasciaDayWatch *fascia_day_watch_get (FasciaJournal *journal);

/* The local day, as in #FasciaMoment. */
gint32 fascia_day_watch_get_day (FasciaDayWatch *self);

/* Looks at the clock now: the computer may have slept, or somebody has travelled. The window calls
 * it when it becomes the active one. */
void fascia_day_watch_refresh (FasciaDayWatch *self);

G_END_DECLS
