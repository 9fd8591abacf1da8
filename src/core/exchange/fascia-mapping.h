/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of other programs: what is in them, and which column means what. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a column may mean. */
typedef enum
{
  FASCIA_COLUMN_IGNORED = 1,
  FASCIA_COLUMN_TIME,      /* date, or date and time */
  FASCIA_COLUMN_CLOCK,     /* a time of day beside a date */
  FASCIA_COLUMN_REGION,    /* a place, by code or by name in English or the current language */
  FASCIA_COLUMN_TIGHTNESS, /* 0 … 10 */
  FASCIA_COLUMN_PAIN,      /* 0 … 10 */
  FASCIA_COLUMN_ITEM,      /* a value of the item named in the mapping, or after its header */
  FASCIA_COLUMN_ITEM_NAME, /* says of which item the value in the next one is */
  FASCIA_COLUMN_VALUE,     /* the value of it */
  FASCIA_COLUMN_NOTE,
  FASCIA_COLUMN_TAG, /* one tag, or several with ";" between */
} FasciaColumnUse;

typedef enum
{
  FASCIA_LAYOUT_OWN = 1,      /* mapped by hand */
  FASCIA_LAYOUT_LOOP_HABITS,  /* Loop Habit Tracker: Checkmarks.csv, one column for each habit */
  FASCIA_LAYOUT_TRACK_GRAPH,  /* Track & Graph: one row for each data point */
  FASCIA_LAYOUT_FASCIA_TABLE, /* our own one table for a spreadsheet */
} FasciaLayout;

typedef enum
{
  FASCIA_DATES_ISO = 1,     /* 2026-03-01 */
  FASCIA_DATES_DAY_FIRST,   /* 1.3.2026, 01/03/2026 */
  FASCIA_DATES_MONTH_FIRST, /* 3/1/2026 */
  FASCIA_DATES_UNIX,        /* seconds or milliseconds since 1970 */
} FasciaDates;

/* (transfer full) What people call it, translated. */
char *fascia_layout_dup_name (FasciaLayout layout);

/**
 * FasciaTable: a table of text in memory: RFC 4180, with the separator found out, UTF-8 with or
 * without a byte order mark, UTF-16 with one, else Windows-1252.
 */
typedef struct _FasciaTextTable FasciaTextTable;
FasciaTextTable *fascia_text_table_read (GBytes *bytes, GError **error);
void fascia_text_table_free (FasciaTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaTextTable, fascia_text_table_free)
guint fascia_text_table_get_n_rows (const FasciaTextTable *self); /* the header not counted */
guint fascia_text_table_get_n_columns (const FasciaTextTable *self);
const char *fascia_text_table_get_header (const FasciaTextTable *self, guint column);
/* "" beyond the end of a short row. */
const char *fascia_text_table_get (const FasciaTextTable *self, guint row, guint column);
/* The line, from 1, on which the row begins. */
guint fascia_text_table_get_line (const FasciaTextTable *self, guint row);

/**
 * FasciaMapping: which column means what; a plain value with @n_columns uses
 * @items: for each column a code or, for a new own scale, a name; NULL where it has none
 */
typedef struct
{
  FasciaLayout layout;
  FasciaDates dates;
  guint n_columns;
  FasciaColumnUse *uses;
  char **items;
} FasciaMapping;

/* A guess from headers and the first rows; never fails. */
FasciaMapping *fascia_mapping_guess (const FasciaTextTable *table);
FasciaMapping *fascia_mapping_copy (const FasciaMapping *self);
void fascia_mapping_free (FasciaMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaMapping, fascia_mapping_free)
/* (transfer full) (nullable) Why it cannot be used as it is, in a sentence: no time, say. */
char *fascia_mapping_dup_problem (const FasciaMapping *self);

G_END_DECLS
