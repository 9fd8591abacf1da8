/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the store as members of objects of JSON.
 *
 * Ten years are a hundred thousand rows, so what is the same in all rows of a table is worked out
 * once, and what is known of a place once for each place. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"
#include "fascia-text-room.h"

/* A code of a place and what follows it, as often as it is met. */
#define N_PLACES 512
#define MAX_PLACE_CODE 47

typedef struct
{
  char code[MAX_PLACE_CODE + 1];
  gsize length;      /* of the code; 0: nothing is here yet */
  const char *field; /* the name before it is part of what follows */
  GString *text;
} Place;

/* One member: `,"name":`, then the value of that number. */
typedef struct
{
  const FasciaField *field;
  char *name;
  gsize name_length;
} Member;

typedef struct
{
  Member *members;
  guint n_members;
  guint figure_value; /* of a drawing */
  guint view_value;
} Plan;

struct _FasciaExportMembers
{
  FasciaBody *body;
  Plan plans[FASCIA_N_RECORDS];
  Place places[N_PLACES];
};

/* ---- once ---- */

static void
plan_init (Plan *plan, const FasciaRecord *record)
{
  plan->members = g_new0 (Member, record->n_fields);
  for (guint i = 0; i < record->n_fields; i++)
    {
      const FasciaField *field = &record->fields[i];
      Member *member = &plan->members[plan->n_members];

      if (field->column == NULL)
        continue;
      *member = (Member) { .field = field, .name = g_strdup_printf (",\"%s\":", field->name) };
      member->name_length = strlen (member->name);
      if (strcmp (field->name, "figure") == 0)
        plan->figure_value = plan->n_members;
      else if (strcmp (field->name, "view") == 0)
        plan->view_value = plan->n_members;
      plan->n_members++;
    }
}

FasciaExportMembers *
fascia_export_members_new (const FasciaBody *body)
{
  FasciaExportMembers *self = g_new0 (FasciaExportMembers, 1);

  self->body = fascia_body_ref ((FasciaBody *) body);
  for (guint i = 0; i < FASCIA_N_RECORDS; i++)
    plan_init (&self->plans[i], fascia_record_get ((FasciaRecordKind) i));
  return self;
}

void
fascia_export_members_free (FasciaExportMembers *self)
{
  for (guint i = 0; i < FASCIA_N_RECORDS; i++)
    {
      for (guint j = 0; j < self->plans[i].n_members; j++)
        g_free (self->plans[i].members[j].name);
      g_free (self->plans[i].members);
    }
  for (guint i = 0; i < N_PLACES; i++)
    if (self->places[i].text != NULL)
      g_string_free (self->places[i].text, TRUE);
  fascia_body_unref (self->body);
  g_free (self);
}

/* ---- places ---- */

static void
append_derived (GString *text, const char *field, const char *suffix, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, ",\"%s%s\":", field, suffix);
  fascia_record_append_string (text, value, strlen (value));
}

/* The code, and what is known of it. */
static void
append_place_afresh (FasciaExportMembers *self,
                     GString *text,
                     const char *field,
                     const char *code,
                     gsize length)
{
  g_autofree char *terminated = g_strndup (code, length);
  const FasciaRegion *region = fascia_body_lookup (self->body, terminated);

  fascia_record_append_string (text, code, length);
  if (region == NULL)
    return;
  append_derived (text, field, "_base", fascia_region_get_base (region));
  append_derived (text, field, "_side", fascia_side_to_code (fascia_region_get_side (region)));
  append_derived (text, field, "_name", fascia_region_get_name_c (region));
}

static void
append_place (FasciaExportMembers *self,
              GString *text,
              const char *field,
              const char *code,
              gsize length)
{
  guint hash = (guint) *field;

  if (length == 0 || length > MAX_PLACE_CODE)
    {
      append_place_afresh (self, text, field, code, length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    hash = hash * 31 + (guchar) code[i];
  Place *place = &self->places[hash % N_PLACES];
  if (place->length != length || place->field != field || memcmp (place->code, code, length) != 0)
    {
      if (place->text == NULL)
        place->text = g_string_new (NULL);
      g_string_truncate (place->text, 0);
      append_place_afresh (self, place->text, field, code, length);
      memcpy (place->code, code, length);
      place->length = length;
      place->field = field;
    }
  char *to = fascia_text_reserve (text, place->text->len);
  fascia_text_take (text, fascia_put_bytes (to, place->text->str, place->text->len));
}

/* ---- rows ---- */

static void
append_points (GString *text, const Plan *plan, const FasciaValue *values, const FasciaValue *value)
{
  const FasciaValue *view = &values[plan->view_value];

  fascia_record_append_points (text, values[plan->figure_value].integer,
                               view->type == SQLITE_TEXT ? view->bytes : NULL,
                               (const guint8 *) value->bytes, value->length);
}

static void
append_quoted (GString *text,
               const Plan *plan,
               const FasciaValue *values,
               guint number,
               int offset_min)
{
  const FasciaValue *value = &values[number];

  g_string_append_c (text, '"');
  switch (plan->members[number].field->type)
    {
    case FASCIA_FIELD_UID:
      fascia_record_append_uid (text, (const guint8 *) value->bytes, value->length);
      break;
    case FASCIA_FIELD_DAY:
      fascia_record_append_day (text, value->integer);
      break;
    case FASCIA_FIELD_MOMENT:
      fascia_record_append_time (text, value->integer, offset_min);
      break;
    case FASCIA_FIELD_TIME:
      fascia_record_append_time (text, value->integer, G_MININT);
      break;
    case FASCIA_FIELD_POINTS:
      append_points (text, plan, values, value);
      break;
    case FASCIA_FIELD_TEXT:
    case FASCIA_FIELD_CODE:
    case FASCIA_FIELD_REGION:
    case FASCIA_FIELD_INTEGER:
    case FASCIA_FIELD_NUMBER:
    case FASCIA_FIELD_FLAG:
    case FASCIA_FIELD_JSON:
    case FASCIA_FIELD_OWNER:
    case FASCIA_FIELD_BASE:
    case FASCIA_FIELD_SIDE:
    case FASCIA_FIELD_NAME:
    default:
      break;
    }
  g_string_append_c (text, '"');
}

static void
append_value (FasciaExportMembers *self,
              GString *text,
              const Plan *plan,
              const FasciaValue *values,
              guint number,
              int offset_min)
{
  const FasciaField *field = plan->members[number].field;
  const FasciaValue *value = &values[number];

  switch (field->type)
    {
    case FASCIA_FIELD_FLAG:
      if (value->integer != 0)
        g_string_append_len (text, "true", 4);
      else
        g_string_append_len (text, "false", 5);
      break;
    case FASCIA_FIELD_NUMBER:
      fascia_record_append_number (text, value->real);
      break;
    case FASCIA_FIELD_INTEGER:
      fascia_record_append_integer (text, value->integer);
      break;
    case FASCIA_FIELD_UID:
    case FASCIA_FIELD_DAY:
    case FASCIA_FIELD_MOMENT:
    case FASCIA_FIELD_TIME:
    case FASCIA_FIELD_POINTS:
      append_quoted (text, plan, values, number, offset_min);
      break;
    case FASCIA_FIELD_REGION:
      append_place (self, text, field->name, value->bytes, value->length);
      break;
    case FASCIA_FIELD_TEXT:
    case FASCIA_FIELD_CODE:
    case FASCIA_FIELD_JSON:
    case FASCIA_FIELD_OWNER:
    case FASCIA_FIELD_BASE:
    case FASCIA_FIELD_SIDE:
    case FASCIA_FIELD_NAME:
    default:
      fascia_record_append_string (text, value->bytes, value->length);
      break;
    }
}

void
fascia_export_members_append (FasciaExportMembers *self, GString *text, const FasciaExportRow *row)
{
  const Plan *plan = &self->plans[row->kind];
  const int offset_min = row->kind == FASCIA_RECORD_ENTRY ? (int) row->id : G_MININT;
  FasciaValue values[FASCIA_EXPORT_MAX_VALUES];
  gsize start = text->len;

  fascia_export_row_get_values (row, values);

  for (guint i = 0; i < plan->n_members && i < row->n_values; i++)
    {
      const Member *member = &plan->members[i];

      if (values[i].type == SQLITE_NULL)
        continue;
      char *to = fascia_text_reserve (text, member->name_length);
      fascia_text_take (text, fascia_put_bytes (to, member->name, member->name_length));
      append_value (self, text, plan, values, i, offset_min);
    }
  /* The comma before the first name. */
  if (text->len > start)
    text->str[start] = '{';
  else
    g_string_append_c (text, '{');
}
