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
  FASCIA_SUGGESTION_MINUTES, /* beside the name of the place that it is for: a button of few words */
} FasciaSuggestionStyle;

/**
 * FasciaSuggestionCard:
 *
 * The best suggestion of a model. Not visible while there is none; beside the figure also while
 * there is nothing but a general one: there it answers what is marked. Does not load the model.
 *
 * Property (notify): "has-suggestion" (boolean), what its visibility follows.
 * Signal: "opened": the person wants to read about the routine that is suggested.
 */
GtkWidget *fascia_suggestion_card_new (FasciaRoutinesModel *model, FasciaSuggestionStyle style);

/* (nullable) (transfer none) */
const FasciaSuggestion *fascia_suggestion_card_get_suggestion (FasciaSuggestionCard *self);
/* (transfer none) For tests. */
GtkWidget *fascia_suggestion_card_get_start (FasciaSuggestionCard *self);

G_END_DECLS
