/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application object: one per process that shows a window.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_APPLICATION (fascia_application_get_type ())
G_DECLARE_FINAL_TYPE (FasciaApplication, fascia_application, FASCIA, APPLICATION, AdwApplication)

/**
 * fascia_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
FasciaApplication *fascia_application_new (void);

G_END_DECLS
