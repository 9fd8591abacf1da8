/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for how a place feels, as buttons to press in.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FEELING_CHIPS (fascia_feeling_chips_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFeelingChips, fascia_feeling_chips, FASCIA, FEELING_CHIPS, GtkWidget)

typedef enum
{
  FASCIA_FEELING_CHIPS_SIX = 1, /* the person's six most used; the rest is elsewhere */
  FASCIA_FEELING_CHIPS_WORDS,   /* those six, and the others once they are asked for */
  FASCIA_FEELING_CHIPS_DEPTH,   /* how deep: one or none */
  FASCIA_FEELING_CHIPS_COURSE,  /* when: any of them */
} FasciaFeelingChipsKind;

/**
 * FasciaFeelingChips:
 *
 * Chips keep their places while one place is chosen, whatever is pressed. Words that this version
 * does not know stay where they are.
 *
 * # Accessibility
 * A group with a name; each word is a toggle button with its name and whether it is pressed. Each
 * is a Tab stop.
 *
 * Signals: "more": the button after the six was pressed; "help" (FasciaRegion *region): a word was
 * chosen for which the row "When to get help" of the place opens by itself, for the first time.
 */
GtkWidget *fascia_feeling_chips_new (FasciaBodyModel *model, FasciaFeelingChipsKind kind);

/* @region: (nullable): the place the words are about. */
void fascia_feeling_chips_set_region (FasciaFeelingChips *self, const FasciaRegion *region);

/* Shows the words behind More as well and goes to the first of them. */
void fascia_feeling_chips_show_all (FasciaFeelingChips *self);

/* The words offered now: (transfer container). For tests. */
GPtrArray *fascia_feeling_chips_dup_codes (FasciaFeelingChips *self);
/* (nullable) (transfer none) The button of a word. For tests. */
GtkToggleButton *fascia_feeling_chips_get_chip (FasciaFeelingChips *self, const char *code);

G_END_DECLS
