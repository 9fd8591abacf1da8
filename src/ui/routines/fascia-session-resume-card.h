/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "You were in Neck in the evening, step 2 of 4": Go On, or Leave It. */

#pragma once

#include <adwaita.h>

#include "fascia-session-resume.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_RESUME_CARD (fascia_session_resume_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionResumeCard,
                      fascia_session_resume_card,
                      FASCIA,
                      SESSION_RESUME_CARD,
                      AdwBin)

/* Not visible while there is nothing to go on with. Property (notify): "visible", which it sets
 * itself. */
GtkWidget *fascia_session_resume_card_new (FasciaRoutinesModel *model);
/* One line, for a low window: the words end where there is no more room. */
void fascia_session_resume_card_set_is_line (FasciaSessionResumeCard *self, gboolean is_line);

G_END_DECLS
