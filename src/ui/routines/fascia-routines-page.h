/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page: one suggestion first, then the plan, then the library for who scrolls.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINES_PAGE (fascia_routines_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutinesPage, fascia_routines_page, FASCIA, ROUTINES_PAGE, AdwBin)

/* Loads @model when it is first shown. */
GtkWidget *fascia_routines_page_new (FasciaRoutinesModel *model);

/* Opens the page of a routine beside or over the list; FALSE when there is none of that id. */
gboolean fascia_routines_page_open (FasciaRoutinesPage *self, const char *routine);
/* The same for one that need not be of the library. @places: (nullable): what it is for. */
void fascia_routines_page_open_routine (FasciaRoutinesPage *self,
                                        FasciaRoutine *routine,
                                        const FasciaRegion *const *places);

/* Opens the plan beside or over the list. The model must be ready. */
void fascia_routines_page_open_plan (FasciaRoutinesPage *self);

/* Shows those for a place; NULL: for all. */
void fascia_routines_page_filter_place (FasciaRoutinesPage *self, const char *region);

typedef enum
{
  FASCIA_ROUTINES_VIEW_LOADING = 1,
  FASCIA_ROUTINES_VIEW_ERROR,
  FASCIA_ROUTINES_VIEW_CONTENT,
} FasciaRoutinesView;
/* Which of its pages is to be seen. Pure. */
FasciaRoutinesView fascia_routines_view_choose (gboolean is_ready, gboolean has_problem);

/* (transfer none) Where the rows of the plan stand. */
AdwBin *fascia_routines_page_get_plan_bin (FasciaRoutinesPage *self);

G_END_DECLS
