/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the journal and comes back, record by record: one description for tables, JSON and
 * the dictionary that explains them. */

#pragma once

#include "../store/fascia-db-rows.h"

G_BEGIN_DECLS

/* The format of both, and of what may be read. */
#define FASCIA_RECORD_VERSION 1
#define FASCIA_RECORD_FORMAT "fascia-journal"
#define FASCIA_RECORD_TABLES_FORMAT "fascia-journal-tables"

/* What is longer was made to do harm. */
#define FASCIA_RECORD_MAX_TEXT (16 * 1024 * 1024)
#define FASCIA_RECORD_MAX_CODE 100
/* What begins the points of a figure that this version does not know. */
#define FASCIA_RECORD_BASE64 "base64:"

/* Those of an entry come first, in the order of the tables of the store. */
typedef enum
{
  FASCIA_RECORD_ENTRY,
  FASCIA_RECORD_MARK,
  FASCIA_RECORD_FEELING,
  FASCIA_RECORD_ENTRY_TAG,
  FASCIA_RECORD_MEASUREMENT,
  FASCIA_RECORD_SESSION,
  FASCIA_RECORD_STEP,
  FASCIA_RECORD_VISIT,
  FASCIA_RECORD_VISIT_DETAIL,
  FASCIA_RECORD_EXERCISE,
  FASCIA_RECORD_TREATMENT,
  FASCIA_RECORD_EVENT,
  FASCIA_RECORD_DRAWING,
  FASCIA_RECORD_SPREAD,
  FASCIA_N_ENTRY_RECORDS,
  FASCIA_RECORD_TAG = FASCIA_N_ENTRY_RECORDS,
  FASCIA_RECORD_SCALE,
  FASCIA_RECORD_CONDITION,
  FASCIA_RECORD_SETTING,
  FASCIA_N_RECORDS,
} FasciaRecordKind;

typedef enum
{
  FASCIA_FIELD_TEXT = 1, /* any */
  FASCIA_FIELD_CODE,     /* not empty, at most FASCIA_RECORD_MAX_CODE bytes */
  FASCIA_FIELD_REGION,   /* a code; what is known of it stands in derived fields */
  FASCIA_FIELD_INTEGER,
  FASCIA_FIELD_NUMBER,
  FASCIA_FIELD_FLAG, /* 1 or 0; true or false in JSON */
  FASCIA_FIELD_UID,
  FASCIA_FIELD_DAY,    /* days since 1970; a date */
  FASCIA_FIELD_MOMENT, /* UTC milliseconds; with the offset of its entry */
  FASCIA_FIELD_TIME,   /* UTC milliseconds; in UTC */
  FASCIA_FIELD_POINTS, /* of a drawing: "x y level;…", or base64 where they are unknown */
  FASCIA_FIELD_JSON,
  FASCIA_FIELD_OWNER, /* of a table: the name of the entry, or of the mark */
  FASCIA_FIELD_BASE,  /* derived from the region before: its code without the side … */
  FASCIA_FIELD_SIDE,  /* … its side … */
  FASCIA_FIELD_NAME,  /* … and its English name */
} FasciaFieldType;

/**
 * FasciaField:
 * @name: of the column and of the member
 * @column: of the store; NULL for what is derived
 * @codes: (nullable): the only values, with blanks between
 * @minimum: of an integer; above @maximum when there is no limit
 */
typedef struct
{
  const char *name;
  const char *column;
  FasciaFieldType type;
  gboolean is_needed; /* not NULL in the store */
  const char *codes;
  gint64 minimum;
  gint64 maximum;
  const char *meaning; /* an English sentence */
} FasciaField;

/**
 * FasciaRecord:
 * @table: of the store, and of the file of its rows
 * @member: what holds it in JSON: an array, or, where an entry has at most one, an object
 * @order: of the rows of one entry, or of all
 */
typedef struct
{
  const char *table;
  const char *member;
  const char *order;
  gboolean is_single;
  const char *meaning;
  const FasciaField *fields;
  guint n_fields;
} FasciaRecord;

const FasciaRecord *fascia_record_get (FasciaRecordKind kind);
/* (nullable) The only kind of entry that may have it. */
const char *fascia_record_get_entry_kind (FasciaRecordKind kind);
gboolean fascia_field_is_derived (const FasciaField *field);
/* (nullable) By name. */
const FasciaField *fascia_record_find (const FasciaRecord *self, const char *name);
/* How the dictionary calls its type: "text", "integer" … */
const char *fascia_field_get_type_name (const FasciaField *field);

/* ---- one record in memory ---- */

/* A record that was read: a value for each field. Not changed once it belongs to an import. */
typedef struct
{
  FasciaRecordKind kind;
  guint line;
  int owner; /* of a feeling: which of the records of its entry is its mark; else -1 */
  FasciaValue *values;
} FasciaRecordRow;

FasciaRecordRow *fascia_record_row_new (FasciaRecordKind kind, guint line);
void fascia_record_row_free (FasciaRecordRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaRecordRow, fascia_record_row_free)

/* (nullable) By the name of a field, which must be there. */
FasciaValue *fascia_record_row_get (FasciaRecordRow *self, const char *name);
const char *fascia_record_row_get_text (const FasciaRecordRow *self, const char *name);
gint64 fascia_record_row_get_int64 (const FasciaRecordRow *self, const char *name, gint64 fallback);
void fascia_record_row_set_text (FasciaRecordRow *self, const char *name, const char *text);
void fascia_record_row_set_int64 (FasciaRecordRow *self, const char *name, gint64 number);
void fascia_record_row_set_double (FasciaRecordRow *self, const char *name, double number);
void fascia_record_row_set_uid (FasciaRecordRow *self, const char *name, const FasciaUid *uid);

/* ---- values as text ---- */

/* All are exact: what is read again is the same value. */
void fascia_record_append_integer (GString *text, gint64 number);
void fascia_record_append_number (GString *text, double number);
/* ISO 8601. @offset_min: G_MININT for UTC, written as "Z". */
void fascia_record_append_time (GString *text, gint64 utc_ms, int offset_min);
void fascia_record_append_day (GString *text, gint64 day);
void fascia_record_append_uid (GString *text, const guint8 *bytes, gsize length);
/* A string of JSON with its quotes; bytes that are no UTF-8 become U+FFFD. */
void fascia_record_append_string (GString *text, const char *string, gsize length);
/* "x y level;x y;…" when @figure and @view are known here and the text gives back the same bytes,
 * else "base64:…". */
void fascia_record_append_points (GString *text,
                                  gint64 figure,
                                  const char *view,
                                  const guint8 *bytes,
                                  gsize length);

/* Fills @value from the text of a cell or of a string: FALSE when it is nothing of that type, with
 * *@reason (transfer full), a sentence. *@offset_min: (out) (optional): of a moment. */
gboolean fascia_record_parse (const FasciaField *field,
                              const char *text,
                              gsize length,
                              FasciaValue *value,
                              int *offset_min,
                              char **reason);
/* The same for what JSON has as numbers and as true or false. */
gboolean fascia_record_take_int64 (const FasciaField *field,
                                   gint64 number,
                                   FasciaValue *value,
                                   char **reason);
gboolean fascia_record_take_double (const FasciaField *field,
                                    double number,
                                    FasciaValue *value,
                                    char **reason);
void fascia_record_value_set_text (FasciaValue *value, const char *text, gsize length);
void fascia_record_value_clear (FasciaValue *value);

/* (transfer full) (nullable) Canonical text of a value of JSON; NULL when it is none. */
char *fascia_record_dup_json (const char *text);

G_END_DECLS
