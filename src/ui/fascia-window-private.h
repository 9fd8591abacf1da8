/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "fascia-toasts.h"
#include "fascia-window.h"

G_BEGIN_DECLS

#define FASCIA_WINDOW_N_PAGES 4

struct _FasciaWindow
{
  AdwApplicationWindow parent_instance;

  AdwBin *toast_bin;
  AdwToastOverlay *toast_overlay;
  GtkStack *content_stack;
  AdwViewStack *view_stack;
  GtkWidget *switcher;
  GtkWidget *switcher_bar;
  AdwBin *body_bin;
  AdwBin *routines_bin;
  AdwBin *journal_bin;
  AdwBin *progress_bin;
  AdwBin *problem_bin;

  FasciaJournal *journal;
  FasciaBody *body;    /* NULL until the first page is built */
  GSettings *settings; /* NULL when the schema is not installed */
  GCancellable *cancellable;

  FasciaToasts *toasts;
  AdwBanner *read_only_banner; /* (unowned) NULL until it is needed */
  GtkMenuButton *menu_button;
  GMenu *undo_section; /* of the menu: its first item says what is undone */

  GtkWidget *last_focus[FASCIA_WINDOW_N_PAGES]; /* weak: where the focus was on each page */
  gboolean owes_focus; /* the page shown had nothing yet that could take it */
};

/* Toasts and Undo. */
void fascia_window_undo_init (FasciaWindow *self);
void fascia_window_undo_class_init (GtkWidgetClass *widget_class);
/* The menu says what Undo would take back. */
void fascia_window_update_undo (FasciaWindow *self);

/* fascia-window-read-only.c: says that the journal can only be read, or no more. */
void fascia_window_update_read_only (FasciaWindow *self);
/* The journal is open, and can be written. */
gboolean fascia_window_can_write (FasciaWindow *self);

G_END_DECLS
