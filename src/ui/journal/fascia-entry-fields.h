/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry of one kind says, to write: a group of rows for each kind.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"
#include "widgets/fascia-name-book.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_FIELDS (fascia_entry_fields_get_type ())
G_DECLARE_DERIVABLE_TYPE (FasciaEntryFields, fascia_entry_fields, FASCIA, ENTRY_FIELDS, GtkBox)

/**
 * FasciaEntryFieldsClass:
 * @load: shows what @entry says
 * @store: (transfer full): @entry with what is shown
 * @find_invalid: (nullable): the widget in which something is typed that cannot be saved, or NULL
 *
 * Signals: "edited": the person has changed something.
 */
struct _FasciaEntryFieldsClass
{
  GtkBoxClass parent_class;

  void (*load) (FasciaEntryFields *self, FasciaEntry *entry);
  FasciaEntry *(*store) (FasciaEntryFields *self, FasciaEntry *entry);
  GtkWidget *(*find_invalid) (FasciaEntryFields *self);
};

/* (nullable) The fields of a kind; NULL for one that has none: a check-in, a note. @body: (nullable). */
FasciaEntryFields *fascia_entry_fields_new (FasciaEntryKind kind,
                                            FasciaJournal *journal,
                                            const FasciaBody *body);

void fascia_entry_fields_load (FasciaEntryFields *self, FasciaEntry *entry);
FasciaEntry *fascia_entry_fields_store (FasciaEntryFields *self, FasciaEntry *entry);
GtkWidget *fascia_entry_fields_find_invalid (FasciaEntryFields *self);

/* ---- for the kinds ---- */

FasciaJournal *fascia_entry_fields_get_journal (FasciaEntryFields *self);
/* (nullable) */
const FasciaBody *fascia_entry_fields_get_body (FasciaEntryFields *self);
FasciaNameBook *fascia_entry_fields_get_book (FasciaEntryFields *self);

/* Something was changed by the person; says nothing while an entry is being loaded. */
void fascia_entry_fields_emit_edited (FasciaEntryFields *self);

/* A group at the end. @title: (nullable). */
AdwPreferencesGroup *fascia_entry_fields_add_group (FasciaEntryFields *self, const char *title);
/* Rows at the end of @group. Whatever is changed in them is "edited". */
AdwEntryRow *fascia_entry_fields_add_entry (FasciaEntryFields *self,
                                            AdwPreferencesGroup *group,
                                            const char *title);
/* @widget: a row or card whose signal @signal means that it was changed. */
gpointer fascia_entry_fields_add (FasciaEntryFields *self,
                                  AdwPreferencesGroup *group,
                                  GtkWidget *widget,
                                  const char *signal);

/* The text of an entry row that differs from @text is set; @text: (nullable). */
void fascia_entry_row_set_text (AdwEntryRow *row, const char *text);

GType fascia_fields_visit_get_type (void);
GType fascia_fields_exercise_get_type (void);
GType fascia_fields_treatment_get_type (void);
GType fascia_fields_event_get_type (void);
GType fascia_fields_measurement_get_type (void);
GType fascia_fields_session_get_type (void);

G_END_DECLS
