/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the journal and comes back: the description of the records. */

#include "config.h"

#include "fascia-record.h"

#include <string.h>

/* clang-format off */
#define ANY 1, 0
#define TEXT(name, column, meaning) { name, column, FASCIA_FIELD_TEXT, FALSE, NULL, ANY, meaning }
#define NEEDED_TEXT(name, column, meaning) \
  { name, column, FASCIA_FIELD_TEXT, TRUE, NULL, ANY, meaning }
#define CODE(name, column, needed, meaning) \
  { name, column, FASCIA_FIELD_CODE, needed, NULL, ANY, meaning }
#define CHOICE(name, column, needed, codes, meaning) \
  { name, column, FASCIA_FIELD_CODE, needed, codes, ANY, meaning }
#define REGION(name, column, needed, meaning) \
  { name, column, FASCIA_FIELD_REGION, needed, NULL, ANY, meaning }, \
  { name "_base", NULL, FASCIA_FIELD_BASE, FALSE, NULL, ANY, \
    "The code of the region without its side; derived, and empty when it is unknown." }, \
  { name "_side", NULL, FASCIA_FIELD_SIDE, FALSE, NULL, ANY, \
    "The person's own side: left, right or midline; derived likewise." }, \
  { name "_name", NULL, FASCIA_FIELD_NAME, FALSE, NULL, ANY, \
    "The English name of the region, side first; derived likewise." }
#define INTEGER(name, column, needed, minimum, maximum, meaning) \
  { name, column, FASCIA_FIELD_INTEGER, needed, NULL, minimum, maximum, meaning }
#define NUMBER(name, column, meaning) \
  { name, column, FASCIA_FIELD_NUMBER, TRUE, NULL, ANY, meaning }
#define FLAG(name, column, needed, meaning) \
  { name, column, FASCIA_FIELD_FLAG, needed, NULL, 0, 1, meaning }
#define OWN_UID { "uid", "uid", FASCIA_FIELD_UID, TRUE, NULL, ANY, \
                  "The name of this row, a UUID: the same in every export." }
#define OTHER_UID(name, column, meaning) \
  { name, column, FASCIA_FIELD_UID, FALSE, NULL, ANY, meaning }
#define OWNER_ENTRY { "entry", NULL, FASCIA_FIELD_OWNER, TRUE, NULL, ANY, \
                      "The uid of the entry that it belongs to." }
#define DAY(name, column, meaning) { name, column, FASCIA_FIELD_DAY, FALSE, NULL, ANY, meaning }
#define TIME(name, column, needed, meaning) \
  { name, column, FASCIA_FIELD_TIME, needed, NULL, ANY, meaning }
#define WHOLE(name, column, needed, meaning) \
  { name, column, FASCIA_FIELD_INTEGER, needed, NULL, ANY, meaning }

static const FasciaField entry_fields[] = {
  OWN_UID,
  CHOICE ("kind", "kind", TRUE,
          "check-in measurement session visit exercise treatment event note",
          "What kind of entry it is."),
  { "time", "utc_ms", FASCIA_FIELD_MOMENT, TRUE, NULL, ANY,
    "When it was, as a local time with its offset from UTC." },
  NEEDED_TEXT ("zone", "zone", "The name of the time zone, or an offset where only that is known."),
  { "day", "day", FASCIA_FIELD_DAY, TRUE, NULL, ANY, "The local day that it belongs to." },
  TIME ("end", "end_ms", FALSE, "When it ended, in UTC; empty when nobody said."),
  TIME ("changed", "changed_ms", TRUE, "When it was changed last, in UTC."),
  FLAG ("nothing_today", "nothing_today", TRUE,
        "1 when the person said that nothing is tight or painful."),
  FLAG ("closed", "closed", TRUE, "1 when nothing joins it any more."),
  TEXT ("note", "note", "The person's own words."),
};

static const FasciaField mark_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  REGION ("region", "region", TRUE, "The code of the place that is marked."),
  CHOICE ("scale", "scale", TRUE, "tightness pain", "What the level is a level of."),
  INTEGER ("level", "level", FALSE, 0, 10,
           "From 0, none now, to 10; empty when it was marked without a level."),
  FLAG ("drawn", "drawn", TRUE, "1 when it came with a drawing, 0 when it was given by hand."),
};

static const FasciaField feeling_fields[] = {
  { "mark", NULL, FASCIA_FIELD_OWNER, TRUE, NULL, ANY, "The uid of the mark that it belongs to." },
  CODE ("feeling", "feeling", TRUE, "The code of a word for how it feels there."),
};

static const FasciaField entry_tag_fields[] = {
  OWNER_ENTRY,
  CODE ("tag", "tag", TRUE, "The code of a tag of the entry."),
};

static const FasciaField measurement_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  CODE ("item", "item", TRUE, "The code of the question, the movement test or the own scale."),
  CHOICE ("side", "side", FALSE, "left right",
          "The person's own side; empty where sides are not measured apart."),
  NUMBER ("value", "value", "The answer or the result."),
  TEXT ("unit", "unit", "The unit of the value; empty when it has none."),
};

static const FasciaField session_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  TEXT ("routine", "routine", "The code of the routine."),
  TIME ("started", "started_ms", TRUE, "When it began, in UTC."),
  TIME ("ended", "ended_ms", FALSE, "When it ended, in UTC; empty when it did not."),
  WHOLE ("paused_ms", "paused_ms", TRUE, "How long it was paused, in milliseconds."),
  CHOICE ("outcome", "outcome", FALSE, "finished stopped interrupted", "How it ended."),
  TEXT ("posture", "posture", "The code of the posture."),
  FLAG ("gentle", "gentle", TRUE, "1 when the gentle form was chosen."),
  INTEGER ("ease_offs", "ease_offs", TRUE, 0, G_MAXINT32, "How often the person eased off."),
  OTHER_UID ("before", "before_entry", "The uid of the check-in before it."),
  OTHER_UID ("after", "after_entry", "The uid of the check-in after it."),
};

static const FasciaField step_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  INTEGER ("position", "position", TRUE, 0, G_MAXINT32, "Its place in the session, from 0."),
  NEEDED_TEXT ("step", "step", "The code of the step."),
  REGION ("region", "region", FALSE, "The code of the place that was worked on."),
  WHOLE ("planned_s", "planned_s", FALSE, "How long it was to take, in seconds."),
  WHOLE ("done_s", "done_s", FALSE, "How long it took, in seconds."),
  CHOICE ("outcome", "outcome", FALSE, "done skipped stopped held-back", "What became of it."),
  TEXT ("reason", "reason", "Why it was left out or stopped."),
  FLAG ("eased_off", "eased_off", TRUE, "1 when the person eased off."),
  INTEGER ("discomfort", "discomfort", FALSE, 0, 10, "How uncomfortable it was, from 0 to 10."),
};

static const FasciaField visit_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  INTEGER ("minutes", "minutes", TRUE, 0, 1440, "How long it took; 0 when nobody said."),
  TEXT ("therapist", "therapist", "Who it was, in the person's words."),
  INTEGER ("pressure", "pressure", FALSE, 0, 10, "How strong the pressure felt, from 0 to 10."),
  INTEGER ("rating", "rating", FALSE, 0, 10, "How good it was, from 0 to 10."),
  INTEGER ("tight_before", "tight_before", FALSE, 0, 10, "How tight it was before, from 0 to 10."),
  INTEGER ("tight_after", "tight_after", FALSE, 0, 10, "How tight it was after, from 0 to 10."),
  TEXT ("said", "said", "What was said there."),
};

static const FasciaField visit_detail_fields[] = {
  OWNER_ENTRY,
  CHOICE ("kind", "kind", TRUE, "area technique tool", "What the code is a code of."),
  REGION ("code", "code", TRUE, "The place that was worked on, the technique or the tool."),
};

static const FasciaField exercise_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  NEEDED_TEXT ("what", "what", "What it was, in the person's words."),
  INTEGER ("minutes", "minutes", FALSE, 0, 1440, "How long it took."),
  CHOICE ("effort", "effort", FALSE, "light moderate heavy", "How hard it was."),
  INTEGER ("sets", "sets", FALSE, 1, G_MAXINT32, "How many sets."),
  INTEGER ("repetitions", "repetitions", FALSE, 1, G_MAXINT32, "How many repetitions in a set."),
};

static const FasciaField treatment_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  NEEDED_TEXT ("what", "what", "What it was, in the person's words."),
  TEXT ("amount", "amount", "How much, in the person's words."),
  FLAG ("taken", "taken", FALSE, "1 when it was taken or done, 0 when not; empty: nobody said."),
  INTEGER ("helped", "helped", FALSE, 0, 10, "How much it helped, from 0 to 10."),
};

static const FasciaField event_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  CODE ("type", "type", FALSE, "The code of what sort of event it was."),
  NEEDED_TEXT ("what", "what", "What happened, in the person's words."),
  DAY ("until", "until_day", "The last day of it; empty when it was that day alone."),
};

static const FasciaField drawing_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  CHOICE ("kind", "kind", TRUE, "spot stroke", "A spot is one point; a stroke two or more."),
  CHOICE ("scale", "scale", TRUE, "tightness pain", "What the levels are levels of."),
  CODE ("view", "view", TRUE, "The side of the figure that it is drawn on: front or back."),
  INTEGER ("figure", "figure", TRUE, 1, G_MAXINT64, "The version of the figure."),
  NUMBER ("width", "width", "Its width in units of the figure."),
  { "points", "points", FASCIA_FIELD_POINTS, TRUE, NULL, ANY,
    "x, y and, where it has one, the level of each point, with semicolons between; or base64: and "
    "the stored bytes where the figure is unknown." },
};

static const FasciaField spread_fields[] = {
  OWNER_ENTRY,
  OWN_UID,
  REGION ("from", "from_region", TRUE, "The code of the place that the feeling comes from."),
  REGION ("to", "to_region", TRUE, "The code of the place that it goes to."),
};

static const FasciaField tag_fields[] = {
  OWN_UID,
  CODE ("code", "code", TRUE, "The code that entries have."),
  TEXT ("name", "name", "The name that the person gave it; empty when it keeps its own."),
  FLAG ("hidden", "hidden", TRUE, "1 when it is not offered any more."),
};

static const FasciaField scale_fields[] = {
  OWN_UID,
  CODE ("code", "code", TRUE, "The code that measurements have as their item."),
  NEEDED_TEXT ("name", "name", "The name that the person gave it."),
  NUMBER ("minimum", "minimum", "The lowest value."),
  NUMBER ("maximum", "maximum", "The highest value."),
  NUMBER ("step", "step", "How far two values lie apart."),
  TEXT ("unit", "unit", "The unit of the values."),
  TEXT ("low_label", "low_label", "What the lowest value means."),
  TEXT ("high_label", "high_label", "What the highest value means."),
  FLAG ("higher_is_better", "higher_is_better", FALSE,
        "1 when more is better, 0 when less is; empty: nobody said."),
  FLAG ("hidden", "hidden", TRUE, "1 when it is not offered any more."),
};

static const FasciaField condition_fields[] = {
  OWN_UID,
  CODE ("code", "code", TRUE, "The code of the answer."),
  REGION ("region", "region", FALSE, "The code of the place that it is about."),
  DAY ("since", "since_day", "The first day it holds for."),
  DAY ("cleared", "cleared_day", "The day from which it held no more."),
  TIME ("answered", "answered_ms", TRUE, "When it was answered, in UTC."),
};

static const FasciaField setting_fields[] = {
  CODE ("key", "key", TRUE, "The name of the preference."),
  { "value", "value", FASCIA_FIELD_JSON, TRUE, NULL, ANY, "Its value, as JSON." },
};

#define RECORD(table, member, order, is_single, meaning, fields) \
  { table, member, order, is_single, meaning, fields, G_N_ELEMENTS (fields) }

static const FasciaRecord records[FASCIA_N_RECORDS] = {
  [FASCIA_RECORD_ENTRY] = RECORD ("entry", "entries", "", FALSE,
    "Everything that has a time: one row for each entry.", entry_fields),
  [FASCIA_RECORD_MARK] = RECORD ("mark", "marks", "c.region, c.scale", FALSE,
    "Places marked in an entry.", mark_fields),
  [FASCIA_RECORD_FEELING] = RECORD ("mark_feeling", "feelings", "m.region, m.scale, c.feeling",
    FALSE, "Words for how it feels at a mark.", feeling_fields),
  [FASCIA_RECORD_ENTRY_TAG] = RECORD ("entry_tag", "tags", "c.tag", FALSE,
    "Tags of an entry.", entry_tag_fields),
  [FASCIA_RECORD_MEASUREMENT] = RECORD ("measurement", "measurements", "c.item, c.side, c.uid",
    FALSE, "Answers to questions and results of movement tests.", measurement_fields),
  [FASCIA_RECORD_SESSION] = RECORD ("session", "session", "c.uid", TRUE,
    "Guided releases.", session_fields),
  [FASCIA_RECORD_STEP] = RECORD ("session_step", "steps", "c.position", FALSE,
    "The steps of a guided release.", step_fields),
  [FASCIA_RECORD_VISIT] = RECORD ("visit", "visit", "c.uid", TRUE,
    "Visits to a therapist.", visit_fields),
  [FASCIA_RECORD_VISIT_DETAIL] = RECORD ("visit_detail", "details", "c.kind, c.code", FALSE,
    "What was worked on at a visit, and how.", visit_detail_fields),
  [FASCIA_RECORD_EXERCISE] = RECORD ("exercise", "exercise", "c.uid", TRUE,
    "Exercise and stretching outside a routine.", exercise_fields),
  [FASCIA_RECORD_TREATMENT] = RECORD ("treatment", "treatment", "c.uid", TRUE,
    "Treatments and medicines, as plain words.", treatment_fields),
  [FASCIA_RECORD_EVENT] = RECORD ("event", "event", "c.uid", TRUE,
    "Things that happened.", event_fields),
  [FASCIA_RECORD_DRAWING] = RECORD ("drawing", "drawings", "c.uid", FALSE,
    "Spots and strokes drawn on the figure.", drawing_fields),
  [FASCIA_RECORD_SPREAD] = RECORD ("spread", "spreads", "c.from_region, c.to_region", FALSE,
    "Where a feeling goes: from a place to another.", spread_fields),
  [FASCIA_RECORD_TAG] = RECORD ("tag", "tags", "code", FALSE,
    "The person's own tags, and what became of those that come with the program.", tag_fields),
  [FASCIA_RECORD_SCALE] = RECORD ("own_scale", "scales", "code", FALSE,
    "Scales that the person made.", scale_fields),
  [FASCIA_RECORD_CONDITION] = RECORD ("condition", "conditions", "answered_ms, uid", FALSE,
    "Answers of the safety check.", condition_fields),
  [FASCIA_RECORD_SETTING] = RECORD ("setting", "settings", "key", FALSE,
    "Preferences that belong to the person.", setting_fields),
};
/* clang-format on */

const FasciaRecord *
fascia_record_get (FasciaRecordKind kind)
{
  g_return_val_if_fail (kind < FASCIA_N_RECORDS, NULL);

  return &records[kind];
}

const char *
fascia_record_get_entry_kind (FasciaRecordKind kind)
{
  switch (kind)
    {
    case FASCIA_RECORD_SESSION:
    case FASCIA_RECORD_STEP:
      return "session";
    case FASCIA_RECORD_VISIT:
    case FASCIA_RECORD_VISIT_DETAIL:
      return "visit";
    case FASCIA_RECORD_EXERCISE:
      return "exercise";
    case FASCIA_RECORD_TREATMENT:
      return "treatment";
    case FASCIA_RECORD_EVENT:
      return "event";
    case FASCIA_RECORD_ENTRY:
    case FASCIA_RECORD_MARK:
    case FASCIA_RECORD_FEELING:
    case FASCIA_RECORD_ENTRY_TAG:
    case FASCIA_RECORD_MEASUREMENT:
    case FASCIA_RECORD_DRAWING:
    case FASCIA_RECORD_SPREAD:
    case FASCIA_RECORD_TAG:
    case FASCIA_RECORD_SCALE:
    case FASCIA_RECORD_CONDITION:
    case FASCIA_RECORD_SETTING:
    case FASCIA_N_RECORDS:
      break;
    }
  return NULL;
}

gboolean
fascia_field_is_derived (const FasciaField *field)
{
  return field->type == FASCIA_FIELD_BASE || field->type == FASCIA_FIELD_SIDE
         || field->type == FASCIA_FIELD_NAME;
}

const FasciaField *
fascia_record_find (const FasciaRecord *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return &self->fields[i];
  return NULL;
}

const char *
fascia_field_get_type_name (const FasciaField *field)
{
  switch (field->type)
    {
    case FASCIA_FIELD_TEXT:
      return "text";
    case FASCIA_FIELD_CODE:
    case FASCIA_FIELD_REGION:
    case FASCIA_FIELD_BASE:
    case FASCIA_FIELD_SIDE:
      return "code";
    case FASCIA_FIELD_NAME:
      return "text";
    case FASCIA_FIELD_INTEGER:
      return "integer";
    case FASCIA_FIELD_NUMBER:
      return "number";
    case FASCIA_FIELD_FLAG:
      return "flag";
    case FASCIA_FIELD_UID:
    case FASCIA_FIELD_OWNER:
      return "uuid";
    case FASCIA_FIELD_DAY:
      return "date";
    case FASCIA_FIELD_MOMENT:
    case FASCIA_FIELD_TIME:
      return "time";
    case FASCIA_FIELD_POINTS:
      return "points";
    case FASCIA_FIELD_JSON:
      return "json";
    default:
      return "text";
    }
}

/* ---- one record in memory ---- */

void
fascia_record_value_clear (FasciaValue *value)
{
  g_free (value->bytes);
  *value = (FasciaValue) { .type = SQLITE_NULL };
}

static void
value_set_bytes (FasciaValue *value, int type, const void *bytes, gsize length)
{
  fascia_record_value_clear (value);
  value->type = type;
  value->bytes = g_malloc (length + 1);
  if (length > 0)
    memcpy (value->bytes, bytes, length);
  value->bytes[length] = '\0';
  value->length = length;
}

void
fascia_record_value_set_text (FasciaValue *value, const char *text, gsize length)
{
  value_set_bytes (value, SQLITE_TEXT, text, length);
}

FasciaRecordRow *
fascia_record_row_new (FasciaRecordKind kind, guint line)
{
  FasciaRecordRow *self = g_new0 (FasciaRecordRow, 1);
  guint n_fields = fascia_record_get (kind)->n_fields;

  self->kind = kind;
  self->line = line;
  self->owner = -1;
  self->values = g_new0 (FasciaValue, n_fields);
  for (guint i = 0; i < n_fields; i++)
    self->values[i].type = SQLITE_NULL;
  return self;
}

void
fascia_record_row_free (FasciaRecordRow *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < fascia_record_get (self->kind)->n_fields; i++)
    g_free (self->values[i].bytes);
  g_free (self->values);
  g_free (self);
}

FasciaValue *
fascia_record_row_get (FasciaRecordRow *self, const char *name)
{
  const FasciaRecord *record = fascia_record_get (self->kind);
  const FasciaField *field = fascia_record_find (record, name);

  g_return_val_if_fail (field != NULL, NULL);

  return &self->values[field - record->fields];
}

const char *
fascia_record_row_get_text (const FasciaRecordRow *self, const char *name)
{
  const FasciaValue *value = fascia_record_row_get ((FasciaRecordRow *) self, name);

  return value->type == SQLITE_TEXT ? value->bytes : NULL;
}

gint64
fascia_record_row_get_int64 (const FasciaRecordRow *self, const char *name, gint64 fallback)
{
  const FasciaValue *value = fascia_record_row_get ((FasciaRecordRow *) self, name);

  return value->type == SQLITE_INTEGER ? value->integer : fallback;
}

void
fascia_record_row_set_text (FasciaRecordRow *self, const char *name, const char *text)
{
  FasciaValue *value = fascia_record_row_get (self, name);

  if (text == NULL)
    fascia_record_value_clear (value);
  else
    value_set_bytes (value, SQLITE_TEXT, text, strlen (text));
}

void
fascia_record_row_set_int64 (FasciaRecordRow *self, const char *name, gint64 number)
{
  FasciaValue *value = fascia_record_row_get (self, name);

  fascia_record_value_clear (value);
  value->type = SQLITE_INTEGER;
  value->integer = number;
}

void
fascia_record_row_set_double (FasciaRecordRow *self, const char *name, double number)
{
  FasciaValue *value = fascia_record_row_get (self, name);

  fascia_record_value_clear (value);
  value->type = SQLITE_FLOAT;
  value->real = number;
}

void
fascia_record_row_set_uid (FasciaRecordRow *self, const char *name, const FasciaUid *uid)
{
  value_set_bytes (fascia_record_row_get (self, name), SQLITE_BLOB, uid->bytes, sizeof uid->bytes);
}
