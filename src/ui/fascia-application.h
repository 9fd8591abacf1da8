/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application object: one per process that shows a window.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_APPLICATION (fascia_application_get_type ())
G_DECLARE_FINAL_TYPE (FasciaApplication, fascia_application, FASCIA, APPLICATION, AdwApplication)

/**
 * fascia_application_new:
 *
 * For the journal in its default place, which is opened at startup and closed at shutdown. When an
 * instance that shows another journal already runs, this one keeps to itself (NON_UNIQUE).
 *
 * Returns: (transfer full): the application, not yet registered
 */
FasciaApplication *fascia_application_new (void);

/**
 * fascia_application_new_for_journal:
 * @journal: the journal of its windows; opened at startup when nobody has, shut down at shutdown
 *
 * Always NON_UNIQUE: for tests and for pictures of the window.
 *
 * Returns: (transfer full): the application, not yet registered
 */
FasciaApplication *fascia_application_new_for_journal (FasciaJournal *journal);

G_END_DECLS
