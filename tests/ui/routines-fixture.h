/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of routines over a real journal, for its tests and those of its pages.
 */

#pragma once

#include "fascia-body-setup.h"
#include "fascia-day-watch.h"
#include "fascia-test-utils.h"
#include "routines/fascia-routines-model.h"

G_BEGIN_DECLS

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)

typedef struct
{
  FasciaJournal *journal;
  gboolean is_done;
} Writing;

static inline void
on_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  ((Writing *) data)->is_done = TRUE;
}

static inline gboolean
is_done (gpointer data)
{
  return ((Writing *) data)->is_done;
}

/* Marks a place now, and waits until it is written. */
static inline void
log_tight (FasciaJournal *journal, const char *region, int level)
{
  const FasciaMark mark = { .region = region, .scale = FASCIA_SCALE_TIGHTNESS, .level = level };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  Writing writing = { journal, FALSE };

  fascia_journal_log_async (journal, &log, NULL, on_logged, &writing);
  fascia_test_assert_until (is_done, &writing);
}

static inline gboolean
is_settled (gpointer model)
{
  return fascia_routines_model_is_ready (model) && !fascia_routines_model_is_busy (model);
}

static inline const FasciaSuggestion *
get_first (FasciaRoutinesModel *model)
{
  GPtrArray *suggestions = fascia_routines_model_get_suggestions (model);

  return suggestions->len > 0 ? g_ptr_array_index (suggestions, 0) : NULL;
}

typedef struct
{
  FasciaRoutinesModel *model;
  const char *region;
} ForPlace;

/* What is suggested first is for that place. */
static inline gboolean
is_for_place (gpointer data)
{
  ForPlace *wanted = data;
  const FasciaSuggestion *first = get_first (wanted->model);

  return is_settled (wanted->model) && first != NULL && first->places != NULL
         && first->places[0] != NULL
         && g_str_equal (fascia_region_get_id (first->places[0]), wanted->region);
}

G_END_DECLS
