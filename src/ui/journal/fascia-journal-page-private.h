/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the journal page share.
 */

#pragma once

#include "fascia-entry-dialog.h"
#include "fascia-filter-chips.h"
#include "fascia-journal-filter.h"
#include "fascia-journal-page.h"
#include "fascia-list-top.h"
#include "fascia-row-menu.h"
#include "fascia-timeline-model.h"
#include "fascia-timeline-rows.h"

G_BEGIN_DECLS

struct _FasciaJournalPage
{
  AdwBin parent_instance;

  AdwOverlaySplitView *split_view;
  AdwToolbarView *toolbar_view;
  AdwBin *calendar_bin;
  GtkMenuButton *add_button;
  GtkWidget *calendar_button;
  GtkMenuButton *filter_button;
  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkWidget *results;
  FasciaFilterChips *chips;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkWidget *spinner;
  GtkWidget *empty_button;
  GtkWidget *restore_button;
  GtkWidget *clear_button;
  AdwStatusPage *error_page;
  AdwBanner *banner;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  GMenuModel *row_menu;
  GtkBox *pane_box;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaNameBook *book;
  FasciaTimelineModel *model;
  FasciaTimelineRows *rows; /* NULL until the page is shown */
  FasciaListTop *top;
  FasciaRowMenu *menu;
  FasciaHours hours;
  FasciaEntryDialog *dialog; /* weak */

  /* The pane of a wide window: NULL until there is one. */
  AdwBin *pane;
  FasciaEntryView *pane_view;    /* (unowned) in the pane */
  GtkSingleSelection *selection; /* what the list shows its rows by, as long as there is a pane */
  gboolean is_wide;
  GCancellable *cancellable; /* until disposed */

  FasciaUid deleted_uid; /* the entry deleted last: focus goes back to it when it returns */
  gboolean has_deleted_uid;

  guint spinner_id;

  /* What is shown. */
  FasciaJournalFilter filter;
  GCancellable *counting; /* NULL while nothing is counted */
  guint recount_id;
  gboolean is_quiet; /* what is being counted was not asked for: it is not announced */

  /* The newest entry of each kind, for "Do last again"; NULL for a kind that has none. */
  FasciaEntry *last[FASCIA_ENTRY_NOTE + 1];
  GMenu *again; /* what the menu that is open offers; NULL before */

  /* What was being written when the program ended. */
  AdwBanner *draft_banner;  /* NULL until there is something */
  GPtrArray *drafts;        /* NULL until it is known */
  GCancellable *draft_look; /* NULL while nobody looks */
  gboolean has_told_drafts; /* since the page is shown */

  /* The calendar. */
  guint calendar_tick_id;
  guint calendar_frames;
  gint32 jump_day;
  gboolean has_jump;
  GdkFrameClock *jump_clock; /* while the list is laid out about the day */
};

FasciaNames fascia_journal_page_get_names (FasciaJournalPage *self);
gint32 fascia_journal_page_get_today (FasciaJournalPage *self);
/* Which of the pages is to be seen. */
void fascia_journal_page_update_view (FasciaJournalPage *self);

/* Rows: opening, deleting, their menu. */
void fascia_journal_page_rows_init (FasciaJournalPage *self);
void fascia_journal_page_rows_class_init (GtkWidgetClass *widget_class);
/* What a row can have done to it, in a journal that can be written or only read. */
void fascia_journal_page_rows_set_writable (FasciaJournalPage *self, gboolean is_writable);
void fascia_journal_page_open_item (FasciaJournalPage *self, FasciaTimelineItem *item);
/* (transfer floating) The entry to read and to act on. */
FasciaEntryView *fascia_journal_page_create_view (FasciaJournalPage *self,
                                                  FasciaTimelineItem *item);
/* Whether the entry that is open is still there, when it is not in the list. */
void fascia_journal_page_check_view (FasciaJournalPage *self);
FasciaJournalRow *fascia_journal_page_find_focused_row (FasciaJournalPage *self);

/* The pane beside the list, in a wide window: fascia-journal-page-pane.c. */
void fascia_journal_page_pane_class_init (GtkWidgetClass *widget_class);
void fascia_journal_page_pane_dispose (FasciaJournalPage *self);
/* Whether there is one now, and how the list behaves then. */
void fascia_journal_page_update_pane (FasciaJournalPage *self);
/* FALSE: there is no pane. */
gboolean fascia_journal_page_open_in_pane (FasciaJournalPage *self, guint position);
/* (nullable) (transfer none) The entry in it. */
FasciaEntryView *fascia_journal_page_get_pane_view (FasciaJournalPage *self);
void fascia_journal_page_empty_pane (FasciaJournalPage *self);
/* What is in the pane may be in another place of the list. */
void fascia_journal_page_follow_in_pane (FasciaJournalPage *self);

/* What is shown: search and filter. */
void fascia_journal_page_search_init (FasciaJournalPage *self);
void fascia_journal_page_search_dispose (FasciaJournalPage *self);
void fascia_journal_page_search_class_init (GtkWidgetClass *widget_class);
/* After something that the query is made of has changed; quietly: nobody asked for it. */
void fascia_journal_page_update_query (FasciaJournalPage *self, gboolean is_quiet);
/* A tag that is not on offer any more finds nothing: the filter goes without it. */
void fascia_journal_page_drop_tag (FasciaJournalPage *self);
/* How many there are may be another number. */
void fascia_journal_page_recount_later (FasciaJournalPage *self);

/* The "+" menu. */
void fascia_journal_page_add_init (FasciaJournalPage *self);
void fascia_journal_page_add_dispose (FasciaJournalPage *self);
void fascia_journal_page_add_class_init (GtkWidgetClass *widget_class);

/* What was being written when the program ended: fascia-journal-page-drafts.c. */
void fascia_journal_page_drafts_init (FasciaJournalPage *self);
void fascia_journal_page_drafts_dispose (FasciaJournalPage *self);
void fascia_journal_page_drafts_map (FasciaJournalPage *self);
void fascia_journal_page_drafts_unmap (FasciaJournalPage *self);

/* The calendar. */
void fascia_journal_page_calendar_dispose (FasciaJournalPage *self);
void fascia_journal_page_calendar_class_init (GtkWidgetClass *widget_class);
/* All that lies on the way to the day is here. */
void fascia_journal_page_finish_jump (FasciaJournalPage *self);
/* Builds it soon, after what is in sight has been drawn. */
void fascia_journal_page_calendar_later (FasciaJournalPage *self);

G_END_DECLS
