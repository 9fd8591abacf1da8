/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing answers of the safety check, after asking where that is needed. */

#pragma once

#include <adwaita.h>

#include "fascia-safety-book.h"

G_BEGIN_DECLS

/**
 * fascia_safety_write_confirmed:
 * @parent: over which the question is asked
 *
 * As fascia_safety_book_write(). When something would be taken out that may go only once a clinician
 * agreed, that is asked first; @func is called with FALSE when the answer is no.
 */
void fascia_safety_write_confirmed (FasciaSafetyBook *book,
                                    const FasciaConditionAnswer *answers,
                                    guint n_answers,
                                    gint32 answered_day,
                                    GtkWidget *parent,
                                    GtkWidget *from,
                                    GObject *owner,
                                    FasciaSafetyBookFunc func);

G_END_DECLS
