/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quick day: the questions switched on, each one click, saved at once.
 */

#include "config.h"

#include "fascia-entry-editor.h"

void
fascia_quick_day_present (GtkWidget *from, FasciaJournal *journal)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
}
