/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a list of names to choose, such as what a tag is merged into.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_CHOOSE_PAGE (fascia_choose_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChoosePage, fascia_choose_page, FASCIA, CHOOSE_PAGE, AdwNavigationPage)

/* Signals: "chosen" (const char *code); the page goes away by itself. */
FasciaChoosePage *fascia_choose_page_new (const char *title, const char *description);
void fascia_choose_page_add (FasciaChoosePage *self, const char *code, const char *name);

G_END_DECLS
