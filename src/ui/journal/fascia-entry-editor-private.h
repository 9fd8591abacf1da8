/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the editor of entries share.
 */

#pragma once

#include "fascia-entry-draft.h"
#include "fascia-entry-editor-dialog.h"
#include "fascia-text-card.h"
#include "widgets/fascia-name-book.h"

G_BEGIN_DECLS

struct _FasciaEntryEditor
{
  AdwDialog parent_instance;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaNameBook *book;
  GtkWidget *from; /* weak */
  FasciaEntry *entry;
  FasciaEntry *begun; /* what it is compared with */
  FasciaMoment opened;
  gboolean is_new;
  gboolean is_saving;
  gboolean is_loading;
  gboolean is_shown_after; /* on the Body page, once it is saved */
  gboolean has_time;       /* the person chose it, or it is not new */
  gboolean was_deleted;    /* by somebody else while it was written here: it is saved anew */
  gboolean is_continued;   /* a draft is wanted, without a question */
  FasciaEntryDraft *draft;

  AdwNavigationView *view;
  AdwBanner *banner;
  GtkWidget *save_button;
  FasciaTimeRow *begin_row;
  FasciaTimeRow *end_row;
  FasciaEntryFields *fields; /* NULL for a kind that has none */
  AdwActionRow *tags_row;
  FasciaTextCard *note;
};

/* fascia-entry-editor-build.c: makes all widgets of the dialog, for the entry that it begins with. */
void fascia_entry_editor_build (FasciaEntryEditor *self);

/* ---- what the widgets call ---- */

void fascia_entry_editor_take_fields (FasciaEntryEditor *self);
void fascia_entry_editor_take_begin (FasciaEntryEditor *self);
void fascia_entry_editor_take_end (FasciaEntryEditor *self);
void fascia_entry_editor_open_tags (FasciaEntryEditor *self);
void fascia_entry_editor_cancel (FasciaEntryEditor *self);
void fascia_entry_editor_open_body (FasciaEntryEditor *self);

G_END_DECLS
