/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the plan page share.
 */

#pragma once

#include "fascia-plan-page.h"
#include "fascia-plan-rows.h"

G_BEGIN_DECLS

struct _FasciaPlanPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scrolled;
  GtkBox *groups;
  FasciaRoutinesModel *model;
  GtkWidget *today; /* a FasciaPlanRows, among the groups */
  char *shown;      /* what the groups show, to see whether they have to be made anew */
  GHashTable *open; /* names of the rows that are unfolded */
};

/* Whatever may be begun, in a group or in a row that unfolds: fascia-plan-page-choice.c */
void fascia_plan_page_add_choice (FasciaPlanPage *self, FasciaPlan *plan);
void fascia_plan_page_add_other (FasciaPlanPage *self, FasciaPlan *plan);

/* This week, the days of every week, how steady it is, pressure: fascia-plan-page-parts.c */
void fascia_plan_page_add_week (FasciaPlanPage *self, FasciaPlan *plan);
void fascia_plan_page_add_days (FasciaPlanPage *self, AdwPreferencesGroup *group, FasciaPlan *plan);
void fascia_plan_page_add_score (FasciaPlanPage *self,
                                 AdwPreferencesGroup *group,
                                 FasciaPlan *plan);
void fascia_plan_page_add_pressure (FasciaPlanPage *self, AdwPreferencesGroup *group);
/* (transfer full) All that they show. */
char *fascia_plan_page_describe (FasciaPlanPage *self, FasciaPlan *plan);

AdwPreferencesGroup *fascia_plan_page_add_group (FasciaPlanPage *self, const char *title);
/* An AdwExpanderRow that stays as it was unfolded. @key: a literal. */
GtkWidget *fascia_plan_page_create_expander (FasciaPlanPage *self,
                                             const char *key,
                                             const char *title,
                                             const char *words);
/* A row that does something, with a name by which the keyboard focus finds it again. */
GtkWidget *fascia_plan_page_create_row (const char *key, const char *title, const char *words);
void fascia_plan_page_name (GtkWidget *widget, const char *key);

G_END_DECLS
