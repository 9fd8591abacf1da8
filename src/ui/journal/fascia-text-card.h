/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some lines of text to write, on a card.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_TEXT_CARD (fascia_text_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTextCard, fascia_text_card, FASCIA, TEXT_CARD, AdwBin)

/* @label: for assistive technology. Signals: "edited": the person has written. */
GtkWidget *fascia_text_card_new (const char *label);

/* @text: (nullable) */
void fascia_text_card_set_text (FasciaTextCard *self, const char *text);
/* (transfer full) As it is written. */
char *fascia_text_card_dup_text (FasciaTextCard *self);

GtkTextView *fascia_text_card_get_view (FasciaTextCard *self);

G_END_DECLS
