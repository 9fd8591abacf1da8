/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of words: one line, and what there is to say of it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @subtitle: (nullable). Neither is markup; both are said aloud. */
GtkWidget *fascia_data_row_new (const char *title, const char *subtitle);

G_END_DECLS
