/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet before each session: a few lines, "None of these: start", or "One of these…". */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-signs.h"
#include "fascia-routines-model.h"
#include "fascia-safety-book.h"
#include "fascia-session-check.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_SHEET (fascia_session_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionSheet, fascia_session_sheet, FASCIA, SESSION_SHEET, AdwDialog)

/**
 * fascia_session_sheet_new:
 * @places: (nullable): NULL-terminated, copied
 * @said: (nullable): what was chosen before this: with anything in it the sheet opens on its list
 *
 * Signals: "start" (FasciaPractice *): the sheet has closed, and this is to be done;
 * "answers-asked": it has closed, and the person wants to look at the answers of the setup.
 */
AdwDialog *fascia_session_sheet_new (FasciaRoutinesModel *model,
                                     FasciaSafetyBook *book,
                                     FasciaSigns *signs,
                                     FasciaRoutine *routine,
                                     const FasciaRegion *const *places,
                                     const FasciaSessionCheck *said);
/* (transfer none) What is chosen in it. */
FasciaSessionCheck *fascia_session_sheet_get_check (FasciaSessionSheet *self);

/* As the buttons do; for tests. */
void fascia_session_sheet_answer_none (FasciaSessionSheet *self);
void fascia_session_sheet_show_list (FasciaSessionSheet *self);
/* From the list to what it means. */
void fascia_session_sheet_go_on (FasciaSessionSheet *self);
/* (transfer none) What would be started. */
FasciaPractice *fascia_session_sheet_get_practice (FasciaSessionSheet *self);

G_END_DECLS
