/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a treatment or a medicine says, to write.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-answer-row.h"
#include "fascia-entry-fields.h"

typedef struct
{
  FasciaEntryFields parent_instance;

  AdwEntryRow *what;
  AdwEntryRow *amount;
  FasciaAnswerRow *taken;
  FasciaAnswerRow *helped;
} FasciaFieldsTreatment;

typedef FasciaEntryFieldsClass FasciaFieldsTreatmentClass;

G_DEFINE_TYPE (FasciaFieldsTreatment, fascia_fields_treatment, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsTreatment *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_treatment_get_type (),
                                     FasciaFieldsTreatment);
}

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsTreatment *self = cast (fields);
  const FasciaTreatment *treatment = fascia_entry_get_treatment (entry);

  fascia_entry_row_set_text (self->what, treatment->what);
  fascia_entry_row_set_text (self->amount, treatment->amount);
  fascia_answer_row_set_value (
      self->taken, treatment->taken != FASCIA_ANSWER_NOT_GIVEN ? (double) treatment->taken : NAN);
  fascia_answer_row_set_value (self->helped, treatment->helped >= 0 ? treatment->helped : NAN);
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsTreatment *self = cast (fields);
  double taken = fascia_answer_row_get_value (self->taken);
  double helped = fascia_answer_row_get_value (self->helped);
  const FasciaTreatment treatment = {
    .what = gtk_editable_get_text (GTK_EDITABLE (self->what)),
    .amount = gtk_editable_get_text (GTK_EDITABLE (self->amount)),
    .taken = isnan (taken) ? FASCIA_ANSWER_NOT_GIVEN : (FasciaAnswerYesNo) lround (taken),
    .helped = isnan (helped) ? FASCIA_NOT_GIVEN : (int) lround (helped),
  };

  return fascia_entry_with_treatment (entry, &treatment);
}

static void
fascia_fields_treatment_class_init (FasciaFieldsTreatmentClass *klass)
{
  klass->load = load;
  klass->store = store;
}

static void
fascia_fields_treatment_init (FasciaFieldsTreatment *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  AdwPreferencesGroup *group = fascia_entry_fields_add_group (fields, NULL);
  GtkWidget *taken = fascia_answer_row_new_chips (_ ("Taken or done"));
  GtkWidget *helped
      = fascia_answer_row_new_level (_ ("How much it helped"), _ ("not at all"), _ ("very much"));

  self->what = fascia_entry_fields_add_entry (fields, group, _ ("Treatment or medicine"));
  self->amount = fascia_entry_fields_add_entry (fields, group, _ ("How much"));
  self->taken = FASCIA_ANSWER_ROW (taken);
  fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->taken), FASCIA_ANSWER_YES,
                             C_ ("answer", "Yes"));
  fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->taken), FASCIA_ANSWER_NO,
                             C_ ("answer", "No"));
  g_signal_connect (taken, "answered", G_CALLBACK (fascia_answer_row_set_value), NULL);
  fascia_entry_fields_add (fields, group, taken, "answered");
  self->helped = FASCIA_ANSWER_ROW (helped);
  g_signal_connect (helped, "answered", G_CALLBACK (fascia_answer_row_set_value), NULL);
  fascia_entry_fields_add (fields, group, helped, "answered");
}
