/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One suggestion: its picture, its one reason, how long and with what, and Start.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SUGGESTION_CARD (fascia_suggestion_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSuggestionCard,
                      fascia_suggestion_card,
                      FASCIA,
                      SUGGESTION_CARD,
                      GtkWidget)

typedef enum
{
  FASCIA_SUGGESTION_HERO = 1, /* of the Routines page */
  FASCIA_SUGGESTION_SMALL,    /* beside the figure */
  FASCIA_SUGGESTION_PILL,     /* below the figure: one button */
} FasciaSuggestionStyle;

/* Shows the best suggestion of @model, and nothing while there is none. Does not load the model.
 * Signal: "opened" (const char *routine): the person wants to read about it. */
GtkWidget *fascia_suggestion_card_new (FasciaRoutinesModel *model, FasciaSuggestionStyle style);

G_END_DECLS
