/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine as a file that a therapist can write by hand: see docs/routines.md and
 * data/routines/fascia-routine.rng. */

#pragma once

#include "fascia-library.h"

G_BEGIN_DECLS

#define FASCIA_ROUTINE_FILE_ERROR (fascia_routine_file_error_quark ())
GQuark fascia_routine_file_error_quark (void);

typedef enum
{
  FASCIA_ROUTINE_FILE_ERROR_TOO_LARGE = 1,
  FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE, /* no XML, or of another kind */
  FASCIA_ROUTINE_FILE_ERROR_INVALID,     /* line and reason */
  FASCIA_ROUTINE_FILE_ERROR_FORBIDDEN,   /* a step where it must never be: line and reason */
} FasciaRoutineFileError;

#define FASCIA_ROUTINE_FILE_MAX_BYTES (256 * 1024)

/* Reads one routine. Its steps are known ones, or own ones that say which known step they are like and
 * take its safety columns; without that they are judged as the strictest of their kind. Every error
 * is one whole sentence that names the line, the reason and what to do. (transfer full) */
FasciaRoutine *fascia_routine_file_parse (FasciaLibrary *library,
                                          const char *text,
                                          gssize length,
                                          GError **error);
/* (transfer full) The file; parse (write (r)) equals r but for the id. */
char *fascia_routine_file_write (const FasciaRoutine *routine);

G_END_DECLS
