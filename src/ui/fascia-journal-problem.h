/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to tell a person whose journal cannot be opened: error in, words out.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What helps first. */
typedef enum
{
  FASCIA_HELP_RETRY = 1,
  FASCIA_HELP_RESTORE,
  FASCIA_HELP_QUIT,
} FasciaHelp;

typedef struct
{
  const char *title;      /* what happened, in the current language */
  const char *advice;     /* what can be done; may be NULL */
  FasciaHelp first;       /* what is suggested */
  gboolean can_retry;     /* trying again may help without doing anything else */
  gboolean can_restore;   /* a backup may take its place */
  gboolean can_repair;    /* it is a journal, and a part of it may be saved */
  gboolean can_show_file; /* there is a file or folder to look at */
} FasciaJournalProblem;

/**
 * fascia_journal_problem_init:
 * @problem: (out): filled with strings that live for ever
 * @error: (nullable): why the journal did not open; a #FasciaStoreError or any other. Both ways in
 *   which a disk says that it is full give the same.
 */
void fascia_journal_problem_init (FasciaJournalProblem *problem, const GError *error);

/* (transfer none) (nullable) What a toast says of a write that failed, short enough for one line; NULL
 * for errors that say it shortly themselves. */
const char *fascia_journal_problem_get_not_saved (const GError *error);

G_END_DECLS
