/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the plan as the window makes them: each at once, with a way back.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* (transfer full) The plan as it was chosen last, written already or not. @model: ready. */
FasciaPlan *fascia_plan_read (FasciaRoutinesModel *model);
/* (nullable) The code of a programme that this version does not know. */
const char *fascia_plan_get_unknown (FasciaRoutinesModel *model);
/* Whether there is anything planned: a programme, known or not, or a day. */
gboolean fascia_plan_is_there (FasciaRoutinesModel *model);

/**
 * fascia_plan_write:
 * @from: a widget of the window
 * @changes: (transfer full): of FasciaSettingChange
 * @title: (nullable): what the toast says, which offers Undo; without it there is none
 */
void fascia_plan_write (GtkWidget *from,
                        FasciaRoutinesModel *model,
                        GArray *changes,
                        const char *title);

/* Begins @programme today, and asks about safety when that is due. */
void fascia_plan_begin (GtkWidget *from,
                        FasciaRoutinesModel *model,
                        const FasciaProgramme *programme);
void fascia_plan_end (GtkWidget *from, FasciaRoutinesModel *model);
void fascia_plan_to_tomorrow (GtkWidget *from, FasciaRoutinesModel *model, const char *routine);

G_END_DECLS
