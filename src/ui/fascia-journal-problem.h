/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to tell a person whose journal cannot be opened: error in, words out.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;      /* what happened, in the current language */
  const char *advice;     /* what can be done; may be NULL */
  gboolean can_retry;     /* trying again may help without doing anything else */
  gboolean can_show_file; /* there is a file or folder to look at */
} FasciaJournalProblem;

/**
 * fascia_journal_problem_init:
 * @problem: (out): filled with strings that live for ever
 * @error: (nullable): why the journal did not open; a #FasciaStoreError or any other
 */
void fascia_journal_problem_init (FasciaJournalProblem *problem, const GError *error);

/* (transfer none) (nullable) What a toast says of a write that failed, short enough for one line; NULL
 * for errors that say it shortly themselves. */
const char *fascia_journal_problem_get_not_saved (const GError *error);

G_END_DECLS
