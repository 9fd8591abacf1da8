/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading routines: those that come with the program, those of a file, those kept. */

#pragma once

#include "fascia-library-private.h"
#include "fascia-routine-file.h"

G_BEGIN_DECLS

/* Who wrote the text. */
typedef enum
{
  FASCIA_ROUTINE_FROM_PROGRAM = 1, /* many, with ids and hidden words */
  FASCIA_ROUTINE_FROM_FILE,        /* one, of anybody: trusted in nothing */
  FASCIA_ROUTINE_FROM_KEPT,        /* one of the person's own, with what was confirmed */
} FasciaRoutineOrigin;

/* Numbers beyond these are a slip or a joke, not a dose. */
#define FASCIA_ROUTINE_MAX_SETS 20
#define FASCIA_ROUTINE_MAX_SECONDS 1800
#define FASCIA_ROUTINE_MAX_REPS 100
#define FASCIA_ROUTINE_MAX_REST 600
#define FASCIA_ROUTINE_MAX_ITEMS 60
#define FASCIA_ROUTINE_MAX_STEPS 30
/* Letters. */
#define FASCIA_ROUTINE_MAX_TITLE 80
#define FASCIA_ROUTINE_MAX_TEXT 600
#define FASCIA_ROUTINE_MAX_CUE 60
#define FASCIA_ROUTINE_MAX_CONFIRMED 8000

/* Reads @text, which is valid UTF-8, and adds what is in it to @routines. Errors are of
 * FASCIA_ROUTINE_FILE_ERROR, whole sentences with the line. */
gboolean fascia_routine_read (FasciaLibrary *library,
                              const char *text,
                              FasciaRoutineOrigin origin,
                              GPtrArray *routines,
                              GError **error);
/* As above: those of the program, checked against every limit, become the ready ones of @library. */
gboolean fascia_routine_read_ready (FasciaLibrary *library, const char *xml, GError **error);

/* ---- shared by the parts of the reader ---- */

typedef struct
{
  FasciaLibrary *library;
  const char *source;
  FasciaRoutineOrigin origin;
  GPtrArray *routines;
  GMarkupParseContext *context;
  const char *const *names; /* of the attributes of the element that begins */
  const char *const *values;
  FasciaRoutine *routine; /* (nullable) owned, being read */
  FasciaStep *step;       /* (nullable) owned, being read */
  GString *text;          /* (nullable) */
  gboolean is_in_item;
  guint item_line;
  GArray *item_lines; /* guint, of the items of the routine */
} FasciaRoutineReader;

/* FALSE always. @line 0: where the reader is. @format: a whole sentence, without the line. */
gboolean fascia_routine_reader_fail (FasciaRoutineReader *self,
                                     int code,
                                     guint line,
                                     GError **error,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6);
/* (nullable) */
const char *fascia_routine_reader_get (const FasciaRoutineReader *self, const char *name);
/* Only those, each once. */
gboolean fascia_routine_reader_check_names (FasciaRoutineReader *self,
                                            const char *element,
                                            const char *const *known,
                                            GError **error);
/* An own step begins. */
gboolean fascia_routine_reader_begin_step (FasciaRoutineReader *self, GError **error);
gboolean fascia_routine_reader_end_step (FasciaRoutineReader *self, GError **error);

G_END_DECLS
