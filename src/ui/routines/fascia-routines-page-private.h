/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the Routines page share.
 */

#pragma once

#include "fascia-routine-filter.h"
#include "fascia-routines-page.h"
#include "fascia-suggestion-card.h"

G_BEGIN_DECLS

struct _FasciaRoutinesPage
{
  AdwBin parent_instance;

  AdwBreakpointBin *breakpoint_bin;
  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  GtkWidget *spinner;
  AdwStatusPage *error_page;
  GtkScrolledWindow *scrolled;
  AdwBin *setup_bin;
  AdwBin *hero_bin;
  AdwBin *plan_bin;
  AdwBin *map_bin;
  GtkEditable *search_entry;
  GtkMenuButton *add;
  GtkToggleButton *gentle;
  GtkToggleButton *no_floor;
  GtkToggleButton *is_short;
  GtkMenuButton *more;
  AdwWrapBox *chips;
  GtkLabel *beside;
  GtkLabel *count_label;
  GtkBox *lists;

  FasciaRoutinesModel *model;
  GtkWidget *hero;
  FasciaRoutineFilter filter;
  char *shown;         /* what the lists show, to see whether they have to be made anew */
  GHashTable *open;    /* codes of the areas that are unfolded */
  char *shown_routine; /* (nullable) id of the one beside the list, when somebody asked for it */
  guint spinner_id;
  guint beside_id;
  gboolean is_updating;
  gboolean asks_setup; /* asked for again */
};

/* The list below the filters: fascia-routines-page-list.c */
void fascia_routines_page_update_lists (FasciaRoutinesPage *self);
/* Search, filters and chips: fascia-routines-page-search.c */
void fascia_routines_page_search_class_init (GtkWidgetClass *widget_class);
void fascia_routines_page_search_init (FasciaRoutinesPage *self);
void fascia_routines_page_set_filter (FasciaRoutinesPage *self, const FasciaRoutineFilter *filter);
gboolean fascia_routines_page_is_filtered (FasciaRoutinesPage *self);
void fascia_routines_page_ask_setup (FasciaRoutinesPage *self);

/* The "+" button: fascia-routines-page-own.c */
void fascia_routines_page_own_class_init (GtkWidgetClass *widget_class);
void fascia_routines_page_own_init (FasciaRoutinesPage *self);

G_END_DECLS
