/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to tell a person whose journal cannot be opened: error in, words out.
 */

#include "config.h"

#include "fascia-journal-problem.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "core/store/fascia-db.h"

static void
init_store_problem (FasciaJournalProblem *problem, FasciaStoreError code)
{
  switch (code)
    {
    case FASCIA_STORE_ERROR_BUSY:
      problem->title = _ ("Your Journal Is in Use");
      problem->advice = _ ("Another program has it open. Close that program, then try again.");
      return;
    case FASCIA_STORE_ERROR_NOT_JOURNAL:
      problem->title = _ ("This File Is Not a Journal");
      problem->advice = _ ("Fascia did not change it. Move it to another folder, then try again: "
                           "a new journal will be made in its place.");
      problem->can_restore = TRUE;
      return;
    case FASCIA_STORE_ERROR_TOO_NEW:
      problem->title = _ ("Your Journal Is from a Newer Fascia");
      problem->advice = _ ("Fascia did not change it. Install the newer version to open it.");
      problem->can_retry = FALSE;
      problem->first = FASCIA_HELP_QUIT;
      return;
    case FASCIA_STORE_ERROR_TOO_OLD:
      problem->title = _ ("Your Journal Is from a Very Old Fascia");
      problem->advice = _ ("Fascia did not change it. An older version can still open it.");
      problem->can_retry = FALSE;
      problem->first = FASCIA_HELP_QUIT;
      return;
    case FASCIA_STORE_ERROR_DAMAGED:
      problem->title = _ ("Your Journal Is Damaged");
      problem->advice
          = _ ("Fascia did not change it. Restore a backup, or let Fascia save what can "
               "still be read. The damaged file is kept either way.");
      problem->first = FASCIA_HELP_RESTORE;
      problem->can_restore = TRUE;
      problem->can_repair = TRUE;
      return;
    case FASCIA_STORE_ERROR_READ_ONLY:
      problem->title = _ ("Your Journal Cannot Be Written");
      problem->advice = _ ("The file or its folder is read-only. Allow writing, then try again.");
      return;
    case FASCIA_STORE_ERROR_FULL:
      problem->title = _ ("The Disk Is Full");
      problem->advice = _ ("Make some room on the disk, then try again.");
      return;
    case FASCIA_STORE_ERROR_MOVED:
      problem->title = _ ("Your Journal Was Moved or Replaced");
      problem->advice = _ ("Nothing more is saved until the file is back in its place. Put it "
                           "back, then try again.");
      return;
    case FASCIA_STORE_ERROR_IO:
    case FASCIA_STORE_ERROR_CHANGED:
    case FASCIA_STORE_ERROR_NOT_FOUND:
    case FASCIA_STORE_ERROR_INVALID:
    case FASCIA_STORE_ERROR_RUNNING:
    default:
      return;
    }
}

void
fascia_journal_problem_init (FasciaJournalProblem *problem, const GError *error)
{
  g_return_if_fail (problem != NULL);

  *problem = (FasciaJournalProblem) {
    .title = _ ("The Journal Could Not Be Read"),
    .advice = NULL,
    .first = FASCIA_HELP_RETRY,
    .can_retry = TRUE,
    .can_show_file = TRUE,
  };
  if (error != NULL && error->domain == FASCIA_STORE_ERROR)
    init_store_problem (problem, error->code);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
           || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    init_store_problem (problem, FASCIA_STORE_ERROR_FULL);
}

const char *
fascia_journal_problem_get_not_saved (const GError *error)
{
  if (error == NULL || error->domain != FASCIA_STORE_ERROR)
    return NULL;

  switch ((FasciaStoreError) error->code)
    {
    case FASCIA_STORE_ERROR_BUSY:
      return _ ("Not saved: the journal is in use");
    case FASCIA_STORE_ERROR_NOT_JOURNAL:
      return _ ("Not saved: the file is not a journal");
    case FASCIA_STORE_ERROR_DAMAGED:
      return _ ("Not saved: the journal is damaged");
    case FASCIA_STORE_ERROR_READ_ONLY:
      return _ ("Not saved: the journal is read-only");
    case FASCIA_STORE_ERROR_FULL:
      return _ ("Not saved: the disk is full");
    case FASCIA_STORE_ERROR_IO:
      return _ ("Not saved: the disk has a problem");
    case FASCIA_STORE_ERROR_MOVED:
      return _ ("Not saved: the journal was moved");
    case FASCIA_STORE_ERROR_TOO_NEW:
    case FASCIA_STORE_ERROR_TOO_OLD:
    case FASCIA_STORE_ERROR_CHANGED:
    case FASCIA_STORE_ERROR_NOT_FOUND:
    case FASCIA_STORE_ERROR_INVALID:
    case FASCIA_STORE_ERROR_RUNNING:
    default:
      return NULL;
    }
}
