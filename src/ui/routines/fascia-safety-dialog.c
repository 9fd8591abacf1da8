/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety setup: what is to be known about the body before anything presses on it. */

#include "config.h"

#include "fascia-session-start.h"

#include <glib/gi18n.h>

void
fascia_safety_dialog_present (GtkWidget *parent, FasciaRoutinesModel *model)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
}
