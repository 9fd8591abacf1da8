/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What exercise or stretching outside a routine says, to write.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-answer-row.h"
#include "fascia-diary-words.h"
#include "fascia-entry-fields.h"
#include "widgets/fascia-number-row.h"

#define MAX_MINUTES 1440
#define MAX_COUNT 9999

typedef struct
{
  FasciaEntryFields parent_instance;

  AdwEntryRow *what;
  FasciaNumberRow *minutes;
  FasciaAnswerRow *effort;
  FasciaNumberRow *sets;
  FasciaNumberRow *repetitions;
} FasciaFieldsExercise;

typedef FasciaEntryFieldsClass FasciaFieldsExerciseClass;

G_DEFINE_TYPE (FasciaFieldsExercise, fascia_fields_exercise, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsExercise *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_exercise_get_type (),
                                     FasciaFieldsExercise);
}

static double
from_count (int count)
{
  return count >= 0 ? count : NAN;
}

static int
to_count (FasciaNumberRow *row)
{
  double value = fascia_number_row_get_value (row);

  return isnan (value) ? FASCIA_NOT_GIVEN : (int) lround (value);
}

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsExercise *self = cast (fields);
  const FasciaExercise *exercise = fascia_entry_get_exercise (entry);

  fascia_entry_row_set_text (self->what, exercise->what);
  fascia_number_row_set_value (self->minutes, from_count (exercise->minutes));
  fascia_answer_row_set_value (
      self->effort, exercise->effort != FASCIA_EFFORT_NOT_GIVEN ? (double) exercise->effort : NAN);
  fascia_number_row_set_value (self->sets, from_count (exercise->sets));
  fascia_number_row_set_value (self->repetitions, from_count (exercise->repetitions));
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsExercise *self = cast (fields);
  double effort = fascia_answer_row_get_value (self->effort);
  const FasciaExercise exercise = {
    .what = gtk_editable_get_text (GTK_EDITABLE (self->what)),
    .minutes = to_count (self->minutes),
    .effort = isnan (effort) ? FASCIA_EFFORT_NOT_GIVEN : (FasciaEffort) lround (effort),
    .sets = to_count (self->sets),
    .repetitions = to_count (self->repetitions),
  };

  return fascia_entry_with_exercise (entry, &exercise);
}

static GtkWidget *
find_invalid (FasciaEntryFields *fields)
{
  FasciaFieldsExercise *self = cast (fields);
  FasciaNumberRow *rows[] = { self->minutes, self->sets, self->repetitions };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!fascia_number_row_is_valid (rows[i]))
      return GTK_WIDGET (rows[i]);
  return NULL;
}

static void
fascia_fields_exercise_class_init (FasciaFieldsExerciseClass *klass)
{
  klass->load = load;
  klass->store = store;
  klass->find_invalid = find_invalid;
}

static void
fascia_fields_exercise_init (FasciaFieldsExercise *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  AdwPreferencesGroup *group = fascia_entry_fields_add_group (fields, NULL);
  GtkWidget *effort = fascia_answer_row_new_chips (_ ("Effort"));

  self->what = fascia_entry_fields_add_entry (fields, group, _ ("What you did"));
  self->minutes = fascia_entry_fields_add (
      fields, group, fascia_number_row_new (_ ("Minutes"), 0, MAX_MINUTES, 1), "edited");
  self->sets = fascia_entry_fields_add (
      fields, group, fascia_number_row_new (_ ("Sets"), 1, MAX_COUNT, 1), "edited");
  self->repetitions = fascia_entry_fields_add (
      fields, group, fascia_number_row_new (_ ("Repetitions in a set"), 1, MAX_COUNT, 1), "edited");

  self->effort = FASCIA_ANSWER_ROW (effort);
  for (int value = FASCIA_EFFORT_LIGHT; value <= FASCIA_EFFORT_HEAVY; value++)
    fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->effort), value,
                               fascia_words_get_effort_name ((FasciaEffort) value));
  g_signal_connect (effort, "answered", G_CALLBACK (fascia_answer_row_set_value), NULL);
  fascia_entry_fields_add (fields, group, effort, "answered");
}
