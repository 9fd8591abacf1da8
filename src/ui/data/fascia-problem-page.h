/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of the pages when the journal cannot be opened.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PROBLEM_PAGE (fascia_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaProblemPage, fascia_problem_page, FASCIA, PROBLEM_PAGE, AdwBin)

/* Says why @journal did not open, now and whenever that changes. */
GtkWidget *fascia_problem_page_new (FasciaJournal *journal);

/* (transfer none) What helps first, for the focus. */
GtkWidget *fascia_problem_page_get_first (FasciaProblemPage *self);

G_END_DECLS
