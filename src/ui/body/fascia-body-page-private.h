/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the Body page share.
 */

#pragma once

#include "fascia-body-list.h"
#include "fascia-body-notice.h"
#include "fascia-body-page.h"
#include "fascia-body-setup.h"

G_BEGIN_DECLS

struct _FasciaBodyPage
{
  AdwBin parent_instance;

  AdwBreakpointBin *breakpoint_bin;
  AdwBreakpoint *narrow;
  AdwBreakpoint *medium;
  AdwBreakpoint *wide;
  AdwBreakpoint *low;
  AdwBreakpoint *low_narrow;
  AdwOverlaySplitView *split_view;
  GtkWidget *welcome;
  GtkWidget *view_bar;
  AdwToggleGroup *views;        /* with one figure */
  AdwToggleGroup *double_views; /* with both */
  GtkMenuButton *when_button;   /* of the narrow page */
  GtkMenuButton *narrow_menu;
  GtkMenuButton *wide_menu;
  GtkBox *mode_box; /* bars of what is not marking */
  GtkBox *top_questions;
  GtkStack *content_stack;
  GtkWidget *spinner;
  AdwStatusPage *error_page;
  AdwBin *figures_bin;
  AdwBin *list_bin;
  GtkStack *bottom_bar;
  GtkButton *summary_button;
  GtkButton *low_summary; /* of a low narrow page */
  GtkWidget *bottom_hint;
  GtkButton *bottom_ease_rest;
  AdwBin *bottom_strip;
  AdwBin *bottom_heat;
  GtkStack *side_stack;
  AdwBin *check_in_bin;
  AdwBin *heat_bin;
  AdwBin *side_suggestion;
  AdwBin *bottom_suggestion;
  GtkWidget *soreness_bin;  /* (nullable) the question of the day after, once it is to be asked */
  GtkWidget *resume_bin;    /* (nullable) until a session has broken off */
  AdwBin *strip_suggestion; /* NULL until there are levels below the figure */
  AdwBin *side_question_bin;
  AdwBin *side_strip;

  GMenu *answers; /* of the figure's menu */
  char *said;     /* what was shown when it was last told */
  FasciaBodyModel *model;
  FasciaBodySetup *setup;
  FasciaBodyFigures *figures;
  FasciaBodyList *list; /* NULL until shown */
  GtkWidget *find;      /* NULL until opened */
  GtkWidget *when;      /* a moment, where no button offers one; NULL until opened */
  GMenuModel *menu;     /* of the figure */
  GtkWidget *context;   /* menu of the figure at a point; NULL until opened */
  GCancellable *cancellable;

  FasciaBodyNotice *past_notice;
  FasciaBodyNotice *spread_notice;
  FasciaBodyNotice *question;        /* beside the levels */
  FasciaBodyNotice *narrow_question; /* over a narrow figure */
  GtkWidget *draw_bar;               /* NULL until drawn */
  GtkWidget *look_bar;               /* NULL until looked back */
  const FasciaRegion *asked;         /* the place that a question is about, or NULL */

  gboolean is_narrow;
  gboolean is_low;
  gboolean is_list;
  gboolean is_updating;
  gboolean is_relaid;      /* the layout is another one since the page has settled */
  gboolean is_welcome;     /* nothing was ever written, and the welcome not closed */
  gboolean is_welcomed;    /* something has been written: the welcome has done its work */
  gboolean is_first_asked; /* whether the journal has been asked if it is empty */
  guint expiry_id;
  guint settle_id;
  guint slow_id;
  guint suggest_id;
  gboolean has_suggestions; /* the first frame is over, and what suggestions rest on is read */
};

/* Whether the list stands for the figure: asked for, or for want of room. */
gboolean fascia_body_page_is_list_shown (FasciaBodyPage *self);

/* ---- what a person can do: fascia-body-page-actions.c ---- */

void fascia_body_page_install_actions (GtkWidgetClass *widget_class);
/* What there is to act on. */
void fascia_body_page_update_actions (FasciaBodyPage *self);
/* Menus of the figure and of the moment; once. */
void fascia_body_page_add_menus (FasciaBodyPage *self);
/* What a right click does, in coordinates of the page. */
void fascia_body_page_open_menu_at (FasciaBodyPage *self, double x, double y);
void fascia_body_page_open_find (FasciaBodyPage *self, const char *text);
void fascia_body_page_show_summary (FasciaBodyPage *self);
/* The keyboard focus goes back to the chosen place. */
void fascia_body_page_return_to_place (FasciaBodyPage *self);

/* ---- while the journal is read: fascia-body-page-reading.c ---- */

void fascia_body_page_update_reading (FasciaBodyPage *self);
void fascia_body_page_set_summary (FasciaBodyPage *self, const char *summary);
/* Text has another size. */
void fascia_body_page_fit_summary (FasciaBodyPage *self);

/* ---- levels of the chosen place: fascia-body-page-strips.c ---- */

void fascia_body_page_update_strips (FasciaBodyPage *self);
/* Text has another size: what is below the figure is another one then. */
void fascia_body_page_renew_bottom_strip (FasciaBodyPage *self);
/* The keyboard focus goes to the levels. */
void fascia_body_page_open_levels (FasciaBodyPage *self);
/* More about a place. */
void fascia_body_page_open_more (FasciaBodyPage *self, const FasciaRegion *region);
/* What depends on the layout follows once it stands. */
void fascia_body_page_queue_settle (FasciaBodyPage *self);

/* ---- a routine for what is marked: fascia-body-page-suggestion.c ---- */

/* It is made some time after the first frame. */
void fascia_body_page_suggest_later (FasciaBodyPage *self);
void fascia_body_page_suggest_never (FasciaBodyPage *self);
void fascia_body_page_update_suggestion (FasciaBodyPage *self);
/* What a newcomer is told below the figure, while there is nothing better to show. */
void fascia_body_page_update_hint (FasciaBodyPage *self);

/* ---- what is shown beside marking: fascia-body-page-modes.c ---- */

void fascia_body_page_add_modes (FasciaBodyPage *self);
void fascia_body_page_update_modes (FasciaBodyPage *self);
/* What is looked at, or what is more urgent in a low window. */
void fascia_body_page_update_view_bar (FasciaBodyPage *self);
/* How many places are marked on the side that is not shown. */
void fascia_body_page_update_counts (FasciaBodyPage *self);
/* "Did you mean the left one?"; NULL takes the question away. */
void fascia_body_page_ask_side (FasciaBodyPage *self, const FasciaRegion *region);

G_END_DECLS
