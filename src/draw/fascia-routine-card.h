/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine on paper: its steps with their poses, doses and cautions.
 */

#pragma once

#include <cairo.h>

#include "core/routines/fascia-library.h"
#include "core/routines/fascia-pose.h"

G_BEGIN_DECLS

#define FASCIA_ROUTINE_CARD_A4_WIDTH 595.0
#define FASCIA_ROUTINE_CARD_A4_HEIGHT 842.0
#define FASCIA_ROUTINE_CARD_LETTER_WIDTH 612.0
#define FASCIA_ROUTINE_CARD_LETTER_HEIGHT 792.0
/* So many steps are always on one page of these sizes. */
#define FASCIA_ROUTINE_CARD_ONE_PAGE 6

/**
 * FasciaRoutineCard:
 * @width, @height: what may be drawn on, in points
 */
typedef struct
{
  FasciaLibrary *library;
  FasciaPoses *poses; /* (nullable) */
  FasciaRoutine *routine;
  double width, height;
  gboolean is_rtl;
} FasciaRoutineCard;

/* Holds what it is given; A4 less its margins. */
void fascia_routine_card_init (FasciaRoutineCard *self,
                               FasciaLibrary *library,
                               FasciaPoses *poses,
                               FasciaRoutine *routine);
void fascia_routine_card_clear (FasciaRoutineCard *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaRoutineCard, fascia_routine_card_clear)

/* At least 1. Any thread. */
guint fascia_routine_card_count_pages (const FasciaRoutineCard *self);
/* Draws page @page, from 0, black on what is there. Any thread. */
void fascia_routine_card_draw (const FasciaRoutineCard *self, cairo_t *cr, guint page);

G_END_DECLS
