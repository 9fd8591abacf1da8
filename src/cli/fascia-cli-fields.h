/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry says besides its places: the options that log and edit share. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_CLI_FIELD_MINUTES,
  FASCIA_CLI_FIELD_PRESSURE,
  FASCIA_CLI_FIELD_RATING,
  FASCIA_CLI_FIELD_BEFORE,
  FASCIA_CLI_FIELD_AFTER,
  FASCIA_CLI_FIELD_THERAPIST,
  FASCIA_CLI_FIELD_SAID,
  FASCIA_CLI_FIELD_AREA,
  FASCIA_CLI_FIELD_TECHNIQUE,
  FASCIA_CLI_FIELD_TOOL,
  FASCIA_CLI_FIELD_WHAT,
  FASCIA_CLI_FIELD_EFFORT,
  FASCIA_CLI_FIELD_SETS,
  FASCIA_CLI_FIELD_REPETITIONS,
  FASCIA_CLI_FIELD_AMOUNT,
  FASCIA_CLI_FIELD_TAKEN,
  FASCIA_CLI_FIELD_HELPED,
  FASCIA_CLI_FIELD_TYPE,
  FASCIA_CLI_FIELD_UNTIL,
  FASCIA_CLI_N_FIELDS,
} FasciaCliField;

/**
 * FasciaCliFields:
 *
 * As typed until fascia_cli_fields_parse(); then as understood. An empty value takes away what was
 * there.
 */
typedef struct
{
  char **typed[FASCIA_CLI_N_FIELDS]; /* NULL: not given; only lists have more than one */
  int numbers[FASCIA_CLI_N_FIELDS];  /* of those that are numbers or one of a few words */
  char **tags;
  char **untags;
  char **measures;
  char *end;
  char *note;
  gint64 end_ms;  /* FASCIA_END_NOT_GIVEN: taken away */
  GArray *values; /* what was measured */
} FasciaCliFields;

void fascia_cli_fields_clear (FasciaCliFields *fields);

/* Appends the options to @options, an array of GOptionEntry; "--untag" only when @is_edit. */
void fascia_cli_fields_add_options (FasciaCliFields *fields, gboolean is_edit, GArray *options);

/* Understands what was typed, as far as that needs no journal. @zone: of an end without one. */
gboolean fascia_cli_fields_parse (FasciaCliFields *fields,
                                  FasciaCliContext *context,
                                  GTimeZone *zone,
                                  GError **error);
gboolean fascia_cli_fields_is_empty (const FasciaCliFields *fields);
/* FALSE with @code (of #FasciaCliError) when an option was given that this kind has not. */
gboolean fascia_cli_fields_check_kind (const FasciaCliFields *fields,
                                       FasciaEntryKind kind,
                                       int code,
                                       GError **error);

/* (transfer full) @entry with all of it; FAILED for a tag or an item that is not there, or a value
 * that it does not take. */
FasciaEntry *fascia_cli_fields_apply (const FasciaCliFields *fields,
                                      FasciaEntry *entry,
                                      const FasciaTags *tags,
                                      const FasciaItems *items,
                                      GError **error);

/* fascia-cli-measure.c */

/* ITEM[@left|@right]=VALUE as typed. */
typedef struct
{
  char *item;
  gboolean has_side;
  FasciaSide side;
  char *value; /* "": taken away */
} FasciaCliMeasure;

/* (transfer full) Array of FasciaCliMeasure. */
GArray *fascia_cli_parse_measures (char *const *typed, GError **error);
/* (transfer full) */
FasciaEntry *fascia_cli_apply_measures (FasciaEntry *entry,
                                        GArray *measures,
                                        const FasciaItems *items,
                                        GError **error);

G_END_DECLS
