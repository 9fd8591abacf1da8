/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of keys.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* (transfer floating) A dialog that lists what every key does. */
AdwDialog *fascia_shortcuts_dialog_new (void);

G_END_DECLS
