/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of words: one line, and what there is to say of it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_DATA_ROW (fascia_data_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDataRow, fascia_data_row, FASCIA, DATA_ROW, AdwActionRow)

/**
 * FasciaDataRow:
 *
 * Says its subtitle aloud, and, where it can be activated, has an action for whoever cannot press a
 * key: "data-row.press". Neither title nor subtitle is markup.
 */

/* @subtitle: (nullable) */
GtkWidget *fascia_data_row_new (const char *title, const char *subtitle);

G_END_DECLS
