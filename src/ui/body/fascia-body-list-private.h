/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the list twin share: the list itself, its rows and headings, its keys.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-keys.h"
#include "fascia-body-list-item.h"
#include "fascia-body-list-row.h"
#include "fascia-body-list.h"

struct _FasciaBodyList
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *box;
  GtkWidget *search;
  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSorter *sections;
  GHashTable *found;         /* regions that the search text means; NULL without a text */
  char *text;                /* that text, folded */
  GPtrArray *rows;           /* GtkListItem that show a place now */
  GtkWidget *areas;          /* the button of whole areas */
  GtkWidget *menu;           /* the menu of a place that was opened last, or NULL */
  FasciaBodyListItem *under; /* what the keyboard was on last */
  gboolean was_loaded;
  gboolean is_updating; /* rows come and go, and nobody has chosen anything */
  FasciaBodyDigits digits;
};

/* ---- rows and headings ---- */

/* (transfer full) */
GtkListItemFactory *fascia_body_list_create_rows (FasciaBodyList *self);
GtkListItemFactory *fascia_body_list_create_headings (FasciaBodyList *self);
/* Shows again what the model says, in every row there is. */
void fascia_body_list_update_rows (FasciaBodyList *self);

/* ---- what is done with a place ---- */

/* The button of a row. */
void fascia_body_list_ask_more (FasciaBodyList *self, FasciaBodyListItem *item);

/* ---- keys ---- */

/* Gives the list its keys, and the class the key of the menu. */
void fascia_body_list_add_keys (FasciaBodyList *self);
void fascia_body_list_install_keys (GtkWidgetClass *klass);
/* The row that has the focus, or NULL. (transfer none) */
FasciaBodyListItem *fascia_body_list_get_focus (FasciaBodyList *self);
/* The focus is somewhere else in the window. */
void fascia_body_list_follow_focus (FasciaBodyList *self);
/* Rows have come and gone: puts the focus, which was at @position, back. */
void fascia_body_list_keep_focus (FasciaBodyList *self, guint position);
/* Opens the menu of a place. */
void fascia_body_list_show_menu (FasciaBodyList *self,
                                 FasciaBodyListItem *item,
                                 const GdkRectangle *at);
