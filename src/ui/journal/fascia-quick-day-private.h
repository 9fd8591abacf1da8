/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the quick day share.
 */

#pragma once

#include "fascia-quick-day.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-name-book.h"

G_BEGIN_DECLS

struct _FasciaQuickDay
{
  AdwDialog parent_instance;

  FasciaJournal *journal;
  FasciaNameBook *book;
  FasciaDayWatch *days; /* of the journal */
  GtkWidget *from;      /* weak */
  GCancellable *cancellable;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *error_page;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* FasciaAnswerRow with its code as data; owned by the group */
  GtkWidget *mood; /* what stands beside the question about mood, or NULL; likewise */

  FasciaSettings *settings; /* NULL until the journal has answered */
  GPtrArray *entries;       /* of today and yesterday, newest first; NULL likewise */
  GCancellable *reading;    /* of the entries, or NULL */
  char **codes;             /* of the questions that are shown */
  GHashTable *given;        /* code to double *: answers of today the entries do not have yet */
  guint n_writing;
  guint n_reading;
  gboolean is_disposed;

  char *saved_code; /* the question that was written last, or NULL */
  double saved_value;

  const char *waiting; /* an interned code: the question a number is being typed for, or NULL */
  double waiting_value;
  FasciaMoment waiting_at;
  guint waiting_id;
};

/* ---- fascia-quick-day.c ---- */

gint32 fascia_quick_day_get_day (FasciaQuickDay *self);
/* NAN: none. */
double fascia_quick_day_get_answer (FasciaQuickDay *self, const char *code);
void fascia_quick_day_update_date (FasciaQuickDay *self);
void fascia_quick_day_write_waiting (FasciaQuickDay *self);
void fascia_quick_day_rebuild (FasciaQuickDay *self);

/* ---- fascia-quick-day-load.c ---- */

void fascia_quick_day_load_entries (FasciaQuickDay *self);
void fascia_quick_day_load (FasciaQuickDay *self);
void fascia_quick_day_follow_journal (FasciaQuickDay *self, FasciaChangeFlags flags);
void fascia_quick_day_follow_day (FasciaQuickDay *self);

G_END_DECLS
