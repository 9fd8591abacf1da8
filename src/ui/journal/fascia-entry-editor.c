/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entry of any kind, new or there already, in a dialog.
 */

#include "config.h"

#include "fascia-entry-editor.h"

void
fascia_entry_editor_present_new (GtkWidget *from,
                                 FasciaJournal *journal,
                                 const FasciaBody *body,
                                 FasciaEntryKind kind,
                                 FasciaEntry *template)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
}

void
fascia_entry_editor_present (GtkWidget *from,
                             FasciaJournal *journal,
                             const FasciaBody *body,
                             FasciaEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
  g_return_if_fail (entry != NULL);
}
