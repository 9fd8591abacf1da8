/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A programme, to read about before it is begun.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* @from: a widget of the window that stays when the dialog goes; @programme: of the model's table.
 * (transfer floating) The dialog, with "Start This Plan" unless it runs already. */
AdwDialog *fascia_programme_dialog_new (GtkWidget *from,
                                        FasciaRoutinesModel *model,
                                        const FasciaProgramme *programme);

G_END_DECLS
