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

#define FASCIA_ROUTINE_MAX_CONFIRMED 8000

/* The first letter that hides something: a control character, or one that turns the order of what is
 * read. 0: there is none. */
gunichar fascia_routine_find_hidden (const char *text, const char **at);

/* Reads @text, which is valid UTF-8, and adds what is in it to @routines. Errors are of
 * FASCIA_ROUTINE_FILE_ERROR, whole sentences with the line. */
gboolean fascia_routine_read (FasciaLibrary *library,
                              const char *text,
                              FasciaRoutineOrigin origin,
                              GPtrArray *routines,
                              GError **error);
/* As above: those of the program, checked against every limit, become the ready ones of @library. */
gboolean fascia_routine_read_ready (FasciaLibrary *library, const char *xml, GError **error);

/* Cuts a sentence that quotes too much, in place. */
void fascia_routine_shorten (char *sentence);

/* ---- shared by the parts of the reader ---- */

/* As GLib counts. */
typedef struct
{
  int line, column;
} FasciaRoutinePosition;

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
  GArray *item_ends; /* FasciaRoutinePosition, of the items of the routine */
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
