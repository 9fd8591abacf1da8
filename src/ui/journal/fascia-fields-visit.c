/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit to a therapist says, to write.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-answer-row.h"
#include "fascia-code-chips.h"
#include "fascia-diary-words.h"
#include "fascia-entry-fields.h"
#include "fascia-entry-text.h"
#include "fascia-place-picker.h"
#include "fascia-text-card.h"
#include "fascia-therapist-notes.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-number-row.h"
#include "widgets/fascia-row-words.h"

#define MAX_MINUTES 1440

typedef struct
{
  FasciaEntryFields parent_instance;

  FasciaNumberRow *minutes;
  AdwEntryRow *therapist;
  AdwActionRow *areas_row;
  char **areas;
  FasciaCodeChips *techniques;
  FasciaCodeChips *tools;
  FasciaAnswerRow *pressure;
  FasciaAnswerRow *before;
  FasciaAnswerRow *after;
  FasciaAnswerRow *rating;
  FasciaTextCard *said;
  FasciaTherapistNotes *notes;
} FasciaFieldsVisit;

typedef FasciaEntryFieldsClass FasciaFieldsVisitClass;

G_DEFINE_TYPE (FasciaFieldsVisit, fascia_fields_visit, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsVisit *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_visit_get_type (), FasciaFieldsVisit);
}

/* ---- areas ---- */

static void
update_areas (FasciaFieldsVisit *self)
{
  FasciaNames names;

  fascia_name_book_fill (fascia_entry_fields_get_book (FASCIA_ENTRY_FIELDS (self)),
                         fascia_entry_fields_get_body (FASCIA_ENTRY_FIELDS (self)), &names);
  g_autofree char *list = fascia_entry_text_names ((const char *const *) self->areas,
                                                   fascia_entry_text_region_name, &names);
  fascia_row_set_words (self->areas_row, list != NULL ? list : _ ("None chosen"));
}

static void
on_area_toggled (FasciaFieldsVisit *self, const char *code, gboolean is_chosen)
{
  g_auto (GStrv) before = g_steal_pointer (&self->areas);

  self->areas = fascia_codes_with ((const char *const *) before, code, is_chosen);
  update_areas (self);
  fascia_entry_fields_emit_edited (FASCIA_ENTRY_FIELDS (self));
}

static void
on_areas_activated (FasciaFieldsVisit *self)
{
  const FasciaBody *body = fascia_entry_fields_get_body (FASCIA_ENTRY_FIELDS (self));
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (body == NULL || view == NULL)
    return;
  AdwNavigationPage *page = fascia_place_picker_new (body, (const char *const *) self->areas);
  g_signal_connect_object (page, "toggled", G_CALLBACK (on_area_toggled), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

/* ---- the entry ---- */

static double
from_level (int level)
{
  return level >= 0 ? level : NAN;
}

static int
to_level (FasciaAnswerRow *row)
{
  double value = fascia_answer_row_get_value (row);

  return isnan (value) ? FASCIA_NOT_GIVEN : (int) lround (value);
}

/* What this version does not know stays, under its code. */
static void
load_codes (FasciaCodeChips *chips,
            const char *const *codes,
            const char *(*get_name) (const char *) )
{
  for (guint i = 0; codes[i] != NULL; i++)
    fascia_code_chips_add (chips, codes[i], get_name (codes[i]));
  fascia_code_chips_set_chosen (chips, codes);
}

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsVisit *self = cast (fields);
  const FasciaVisit *visit = fascia_entry_get_visit (entry);

  fascia_number_row_set_value (self->minutes, visit->minutes > 0 ? visit->minutes : NAN);
  fascia_entry_row_set_text (self->therapist, visit->therapist);
  g_strfreev (self->areas);
  self->areas = g_strdupv ((char **) visit->areas);
  update_areas (self);
  load_codes (self->techniques, visit->techniques, fascia_words_get_technique_name);
  load_codes (self->tools, visit->tools, fascia_words_get_tool_name);
  fascia_answer_row_set_value (self->pressure, from_level (visit->pressure));
  fascia_answer_row_set_value (self->before, from_level (visit->before));
  fascia_answer_row_set_value (self->after, from_level (visit->after));
  fascia_answer_row_set_value (self->rating, from_level (visit->rating));
  fascia_text_card_set_text (self->said, visit->said);
  fascia_therapist_notes_set_journal (self->notes, fascia_entry_fields_get_journal (fields));
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsVisit *self = cast (fields);
  double minutes = fascia_number_row_get_value (self->minutes);
  g_auto (GStrv) techniques = fascia_code_chips_dup_chosen (self->techniques);
  g_auto (GStrv) tools = fascia_code_chips_dup_chosen (self->tools);
  g_autofree char *said = fascia_text_card_dup_text (self->said);
  const FasciaVisit visit = {
    .minutes = isnan (minutes) ? 0 : (int) lround (minutes),
    .pressure = to_level (self->pressure),
    .before = to_level (self->before),
    .after = to_level (self->after),
    .rating = to_level (self->rating),
    .therapist = gtk_editable_get_text (GTK_EDITABLE (self->therapist)),
    .said = said,
    .areas = (const char *const *) self->areas,
    .techniques = (const char *const *) techniques,
    .tools = (const char *const *) tools,
  };

  return fascia_entry_with_visit (entry, &visit);
}

static GtkWidget *
find_invalid (FasciaEntryFields *fields)
{
  FasciaFieldsVisit *self = cast (fields);

  return fascia_number_row_is_valid (self->minutes) ? NULL : GTK_WIDGET (self->minutes);
}

static void
fascia_fields_visit_finalize (GObject *object)
{
  g_strfreev (cast (object)->areas);

  G_OBJECT_CLASS (fascia_fields_visit_parent_class)->finalize (object);
}

static void
fascia_fields_visit_class_init (FasciaFieldsVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_fields_visit_finalize;
  klass->load = load;
  klass->store = store;
  klass->find_invalid = find_invalid;
}

static FasciaAnswerRow *
add_level (FasciaEntryFields *fields, AdwPreferencesGroup *group, GtkWidget *row)
{
  /* Nobody but the person decides here: what was clicked is so. */
  g_signal_connect (row, "answered", G_CALLBACK (fascia_answer_row_set_value), NULL);
  return fascia_entry_fields_add (fields, group, row, "answered");
}

static FasciaCodeChips *
add_chips (FasciaEntryFields *fields, const char *title, const FasciaWord *words, guint n_words)
{
  AdwPreferencesGroup *group = fascia_entry_fields_add_group (fields, title);
  GtkWidget *chips = fascia_code_chips_new (title);

  for (guint i = 0; i < n_words; i++)
    fascia_code_chips_add (FASCIA_CODE_CHIPS (chips), words[i].code,
                           fascia_word_get_name (&words[i]));
  return fascia_entry_fields_add (fields, group, chips, "toggled");
}

static void
fascia_fields_visit_init (FasciaFieldsVisit *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  AdwPreferencesGroup *group = fascia_entry_fields_add_group (fields, NULL);
  guint n_words = 0;

  self->notes = FASCIA_THERAPIST_NOTES (fascia_therapist_notes_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->notes));
  self->minutes = fascia_entry_fields_add (
      fields, group, fascia_number_row_new (_ ("Minutes"), 0, MAX_MINUTES, 1), "edited");
  self->therapist = fascia_entry_fields_add_entry (fields, group, _ ("Therapist"));

  self->areas_row = ADW_ACTION_ROW (fascia_link_row_new (_ ("Areas"), NULL, NULL));
  g_signal_connect_object (self->areas_row, "activated", G_CALLBACK (on_areas_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->areas_row));

  const FasciaWord *words = fascia_words_get_techniques (&n_words);
  self->techniques = add_chips (fields, _ ("How They Worked"), words, n_words);
  words = fascia_words_get_tools (&n_words);
  self->tools = add_chips (fields, _ ("With What"), words, n_words);

  group = fascia_entry_fields_add_group (fields, _ ("How It Was"));
  self->before = add_level (
      fields, group,
      fascia_answer_row_new_level (_ ("Tight before"), _ ("not tight"), _ ("as tight as it gets")));
  self->after = add_level (
      fields, group,
      fascia_answer_row_new_level (_ ("Tight after"), _ ("not tight"), _ ("as tight as it gets")));
  self->pressure = add_level (fields, group,
                              fascia_answer_row_new_level (_ ("Pressure you felt"), _ ("none"),
                                                           _ ("as much as I can take")));
  self->rating = add_level (
      fields, group,
      fascia_answer_row_new_level (_ ("How good it was"), _ ("not good"), _ ("very good")));

  group = fascia_entry_fields_add_group (fields, _ ("What Was Said"));
  self->said = fascia_entry_fields_add (fields, group, fascia_text_card_new (_ ("What was said")),
                                        "edited");
}
