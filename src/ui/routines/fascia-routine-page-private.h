/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the page of a routine share.
 */

#pragma once

#include "fascia-pose-view.h"
#include "fascia-routine-page.h"

G_BEGIN_DECLS

struct _FasciaRoutinePage
{
  AdwNavigationPage parent_instance;

  FasciaRoutinesModel *model;
  FasciaRoutine *routine;
  const FasciaRegion **places; /* (nullable) what it is for now */

  GtkToggleButton *favourite;
  FasciaPoseView *pose;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *facts;
  GtkLabel *beside;
  GtkWidget *start;
  GtkWidget *figure;
  GtkBox *groups;
  GtkWidget *steps;     /* in @groups; NULL until shown */
  GtkWidget *held_back; /* likewise */
  GtkWidget *about;     /* likewise */
  char *shown;          /* what the steps show, to see whether they have to be made anew */
  gboolean is_updating;
};

void fascia_routine_page_update (FasciaRoutinePage *self);
/* Steps, and what is held back: fascia-routine-page-parts.c */
void fascia_routine_page_update_steps (FasciaRoutinePage *self, FasciaPractice *practice);
/* The menu, and what it does: fascia-routines-page-own.c */
void fascia_routine_page_own_class_init (GtkWidgetClass *widget_class);
GtkWidget *fascia_routine_page_create_menu (FasciaRoutinePage *self);
/* Why, and how it went. */
void fascia_routine_page_update_facts (FasciaRoutinePage *self);

G_END_DECLS
