/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages are pictured, and what has to happen in the window before. */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

/* The journals that pages are pictured with. */
typedef enum
{
  FASCIA_SHOT_PRACTICE,
  FASCIA_SHOT_EMPTY,
  FASCIA_SHOT_DAMAGED, /* no journal at all */
  FASCIA_SHOT_CUT,     /* half of one */
  FASCIA_SHOT_SEALED,  /* as PRACTICE, to be read only */
  FASCIA_SHOT_BACKUPS, /* a few entries, and backups beside them */
  FASCIA_SHOT_N_JOURNALS,
} FasciaShotJournal;

typedef struct
{
  const char *name;
  FasciaShotJournal journal;
  /* Brings a window that stands still to what is pictured; may be NULL. */
  void (*prepare) (FasciaWindow *window);
} FasciaShot;

const FasciaShot *fascia_shots_get_all (guint *n_shots);

/* Writes ten years that end at the clock's now, and a check-in of five minutes ago. */
void fascia_shots_make_practice (const char *path, FasciaClock *clock);

/* Makes one of the journals at @path; @practice is copied, so that a page may write. */
void fascia_shots_make_journal (FasciaShotJournal journal,
                                const char *path,
                                const char *practice,
                                FasciaClock *clock);

/* Runs the main loop until the window has nothing more to do. */
void fascia_shots_settle (GtkWindow *window, FasciaJournal *journal);

G_END_DECLS
