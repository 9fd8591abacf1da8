/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety setup: what is to be known about the body before anything presses on it. */

#pragma once

#include <adwaita.h>

#include "fascia-safety-book.h"
#include "fascia-session-check.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SAFETY_DIALOG (fascia_safety_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSafetyDialog, fascia_safety_dialog, FASCIA, SAFETY_DIALOG, AdwDialog)

typedef enum
{
  FASCIA_SAFETY_DIALOG_LEFT = 1, /* by Escape or so: nothing was written, nothing is to come next */
  FASCIA_SAFETY_DIALOG_LATER,    /* nothing was written */
  FASCIA_SAFETY_DIALOG_SAVED,
  FASCIA_SAFETY_DIALOG_NONE, /* saved: nothing of all this, nor of today, or nothing has changed */
} FasciaSafetyDialogResponse;

/**
 * fascia_safety_dialog_new:
 * @from: a widget of the window that stays when the dialog goes: it offers Undo
 * @today: (nullable): what is asked of today: shown as well, and the first button answers for it too;
 *   what is chosen stays in it
 *
 * Signals: "done" (int FasciaSafetyDialogResponse), once, as the dialog closes.
 */
AdwDialog *fascia_safety_dialog_new (FasciaSafetyBook *book,
                                     GtkWidget *from,
                                     FasciaSessionCheck *today);

/* As the buttons do; for tests. */
void fascia_safety_dialog_answer_none (FasciaSafetyDialog *self);
void fascia_safety_dialog_save (FasciaSafetyDialog *self);

G_END_DECLS
