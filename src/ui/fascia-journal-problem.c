/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to tell a person whose journal cannot be opened: error in, words out.
 */

#include "config.h"

#include "fascia-journal-problem.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db.h"

static void
init_store_problem (FasciaJournalProblem *problem, FasciaStoreError code)
{
  switch (code)
    {
    case FASCIA_STORE_ERROR_BUSY:
      problem->title = _ ("Your journal is in use");
      problem->advice = _ ("Another program has it open. Close that program, then try again.");
      return;
    case FASCIA_STORE_ERROR_NOT_JOURNAL:
      problem->title = _ ("This file is not a journal");
      problem->advice = _ ("Fascia did not change it. Move it to another folder, then try again: "
                           "a new journal will be made in its place.");
      return;
    case FASCIA_STORE_ERROR_TOO_NEW:
      problem->title = _ ("Your journal is from a newer Fascia");
      problem->advice = _ ("Fascia did not change it. Install the newer version to open it.");
      problem->can_retry = FALSE;
      return;
    case FASCIA_STORE_ERROR_TOO_OLD:
      problem->title = _ ("Your journal is from a very old Fascia");
      problem->advice = _ ("Fascia did not change it. An older version can still open it.");
      problem->can_retry = FALSE;
      return;
    case FASCIA_STORE_ERROR_DAMAGED:
      problem->title = _ ("Your journal is damaged");
      problem->advice = _ ("Fascia did not change it. Copy the whole folder to a safe place before "
                           "you do anything else. If you have a backup, put it in its place.");
      return;
    case FASCIA_STORE_ERROR_READ_ONLY:
      problem->title = _ ("Your journal cannot be written");
      problem->advice = _ ("The file or its folder is read-only. Allow writing, then try again.");
      return;
    case FASCIA_STORE_ERROR_FULL:
      problem->title = _ ("The disk is full");
      problem->advice = _ ("Make some room on the disk, then try again.");
      return;
    case FASCIA_STORE_ERROR_MOVED:
      problem->title = _ ("Your journal was moved or replaced");
      problem->advice = _ ("Nothing more is saved until the file is back in its place. Put it "
                           "back, then try again.");
      return;
    case FASCIA_STORE_ERROR_IO:
    case FASCIA_STORE_ERROR_CHANGED:
    case FASCIA_STORE_ERROR_NOT_FOUND:
    case FASCIA_STORE_ERROR_INVALID:
    default:
      return;
    }
}

void
fascia_journal_problem_init (FasciaJournalProblem *problem, const GError *error)
{
  g_return_if_fail (problem != NULL);

  *problem = (FasciaJournalProblem) {
    .title = _ ("Your journal cannot be opened"),
    .advice = NULL,
    .can_retry = TRUE,
    .can_show_file = TRUE,
  };
  if (error != NULL && error->domain == FASCIA_STORE_ERROR)
    init_store_problem (problem, error->code);
}
