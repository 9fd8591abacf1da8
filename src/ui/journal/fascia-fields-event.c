/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What something that happened says, to write; beside a new injury, when to get help.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "body/fascia-help-page.h"
#include "fascia-body-setup.h"
#include "fascia-answer-row.h"
#include "fascia-diary-words.h"
#include "fascia-entry-fields.h"
#include "fascia-time-row.h"
#include "widgets/fascia-link-row.h"

#define INJURY "injury"

typedef struct
{
  FasciaEntryFields parent_instance;

  FasciaAnswerRow *type;
  char *other_type; /* one that this version does not know */
  AdwEntryRow *what;
  AdwPreferencesGroup *group;
  FasciaTimeRow *until;
  AdwPreferencesGroup *help;
} FasciaFieldsEvent;

typedef FasciaEntryFieldsClass FasciaFieldsEventClass;

G_DEFINE_TYPE (FasciaFieldsEvent, fascia_fields_event, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsEvent *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_event_get_type (), FasciaFieldsEvent);
}

/* (nullable) */
static const char *
get_type_code (FasciaFieldsEvent *self)
{
  double value = fascia_answer_row_get_value (self->type);
  guint n_words = 0;
  const FasciaWord *words = fascia_words_get_events (&n_words);

  if (isnan (value))
    return NULL;
  return value < n_words ? words[(guint) value].code : self->other_type;
}

static void
update_help (FasciaFieldsEvent *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->help), g_strcmp0 (get_type_code (self), INJURY) == 0);
}

static void
on_help_activated (FasciaFieldsEvent *self)
{
  const FasciaBody *body = fascia_entry_fields_get_body (FASCIA_ENTRY_FIELDS (self));
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSigns) signs
      = body != NULL ? fascia_signs_new ((FasciaBody *) body, &error) : NULL;

  if (signs == NULL || view == NULL)
    {
      g_warning ("The list of signs is not there: %s", error != NULL ? error->message : "no body");
      return;
    }
  FasciaJournal *journal = fascia_entry_fields_get_journal (FASCIA_ENTRY_FIELDS (self));
  fascia_body_setup_get (journal, (FasciaBody *) body);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            fascia_help_page_new_for_injury (signs, journal));
}

static void
on_type_answered (FasciaFieldsEvent *self, double value)
{
  fascia_answer_row_set_value (self->type, value);
  update_help (self);
  fascia_entry_fields_emit_edited (FASCIA_ENTRY_FIELDS (self));
}

static void
ensure_until (FasciaFieldsEvent *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);

  if (self->until != NULL)
    return;
  self->until = fascia_entry_fields_add (
      fields, self->group,
      fascia_time_row_new (FASCIA_TIME_ROW_LAST_DAY, _ ("Last Day"),
                           fascia_journal_get_clock (fascia_entry_fields_get_journal (fields))),
      "chosen");
}

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsEvent *self = cast (fields);
  const FasciaEvent *event = fascia_entry_get_event (entry);
  guint n_words = 0;
  const FasciaWord *words = fascia_words_get_events (&n_words);
  double value = NAN;

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, event->type) == 0)
      value = i;
  if (event->type != NULL && isnan (value))
    {
      value = n_words;
      if (self->other_type == NULL)
        fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->type), value, event->type);
      g_set_str (&self->other_type, event->type);
    }
  fascia_answer_row_set_value (self->type, value);
  fascia_entry_row_set_text (self->what, event->what);
  ensure_until (self);
  fascia_time_row_set_begin (self->until, fascia_entry_get_moment (entry), FALSE);
  fascia_time_row_set_day (self->until, event->until_day);
  update_help (self);
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsEvent *self = cast (fields);
  FasciaMoment until;
  gboolean has_until = fascia_time_row_get_chosen (self->until, &until);
  const FasciaEvent event = {
    .type = get_type_code (self),
    .what = gtk_editable_get_text (GTK_EDITABLE (self->what)),
    .until_day = has_until ? until.day : FASCIA_DAY_NOT_GIVEN,
  };

  return fascia_entry_with_event (entry, &event);
}

static void
fascia_fields_event_finalize (GObject *object)
{
  g_free (cast (object)->other_type);

  G_OBJECT_CLASS (fascia_fields_event_parent_class)->finalize (object);
}

static void
fascia_fields_event_class_init (FasciaFieldsEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_fields_event_finalize;
  klass->load = load;
  klass->store = store;
}

static void
fascia_fields_event_init (FasciaFieldsEvent *self)
{
  FasciaEntryFields *fields = FASCIA_ENTRY_FIELDS (self);
  GtkWidget *type = fascia_answer_row_new_chips (_ ("What sort"));
  GtkWidget *help = fascia_link_row_new (_ ("When to Get Help"), NULL, NULL);
  guint n_words = 0;
  const FasciaWord *words = fascia_words_get_events (&n_words);

  self->group = fascia_entry_fields_add_group (fields, NULL);
  self->type = FASCIA_ANSWER_ROW (type);
  for (guint i = 0; i < n_words; i++)
    fascia_answer_buttons_add (fascia_answer_row_get_buttons (self->type), i,
                               fascia_word_get_name (&words[i]));
  g_signal_connect_object (type, "answered", G_CALLBACK (on_type_answered), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, type);
  self->what = fascia_entry_fields_add_entry (fields, self->group, _ ("What happened"));

  self->help = fascia_entry_fields_add_group (fields, NULL);
  g_signal_connect_object (help, "activated", G_CALLBACK (on_help_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->help, help);
  gtk_widget_set_visible (GTK_WIDGET (self->help), FALSE);
}
