/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that leads somewhere. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_LINK_ROW (fascia_link_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLinkRow, fascia_link_row, FASCIA, LINK_ROW, AdwActionRow)

/**
 * fascia_link_row_new:
 * @title: no markup
 * @words: (nullable): its second line; said as its description, too
 * @icon: (nullable): what it ends with; NULL: an arrow
 *
 * A row to activate by pointer, by key, and over the accessibility bus, where neither a row button nor
 * a plain row can be pressed.
 */
GtkWidget *fascia_link_row_new (const char *title, const char *words, const char *icon);

/* Whether it can be activated now; its icon is there as long. */
void fascia_link_row_set_leads_on (FasciaLinkRow *self, gboolean leads_on);

/* Neither words nor an icon; @title: (nullable): to be set later. */
GtkWidget *fascia_link_row_new_bare (const char *title);

G_END_DECLS
