/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers to choose from, one click each: 0 to 10 in a line, or chips.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_ANSWER_BUTTONS (fascia_answer_buttons_get_type ())
G_DECLARE_FINAL_TYPE (FasciaAnswerButtons, fascia_answer_buttons, FASCIA, ANSWER_BUTTONS, GtkWidget)

/* No answer. */
#define FASCIA_ANSWER_NONE NAN

/**
 * FasciaAnswerButtons:
 *
 * Shows an answer and asks for another. It never changes by itself: whoever listens to "chosen" sets
 * the value when it has become true.
 *
 * # Keys
 * One Tab stop: the answer that is there, else the first. Arrows walk, Space and Enter choose, digits
 * choose by number in a line of numbers (1 then 0 is ten), Delete and Backspace take back.
 *
 * # Accessibility
 * A group with the name of the question; each answer is a toggle button that says whether it is
 * pressed.
 *
 * # Text direction
 * Runs from right to left where the language does.
 *
 * Signals: "chosen" (double value): clicked; NAN: the answer that was there is taken back.
 */

/* Whole numbers, @minimum to @maximum. @low, @high: (nullable): what the ends mean; they are shown by
 * whoever uses this, and said here. */
GtkWidget *fascia_answer_buttons_new_numbers (int minimum,
                                              int maximum,
                                              const char *low,
                                              const char *high);
/* Chips; add each answer. */
GtkWidget *fascia_answer_buttons_new_chips (void);
void fascia_answer_buttons_add (FasciaAnswerButtons *self, double value, const char *name);

/* @value: one of those that are offered; another, or NAN, is none of them. */
void fascia_answer_buttons_set_value (FasciaAnswerButtons *self, double value);
double fascia_answer_buttons_get_value (FasciaAnswerButtons *self);

/* The question, for assistive technology. */
void fascia_answer_buttons_describe (FasciaAnswerButtons *self, const char *question);

/* What a click on @clicked makes of @value: @clicked, or nothing when it was that already. Pure. */
double fascia_answer_choose (double value, double clicked);

/* (nullable) (transfer none) The button of a value; for tests. */
GtkToggleButton *fascia_answer_buttons_get_button (FasciaAnswerButtons *self, double value);

G_END_DECLS
