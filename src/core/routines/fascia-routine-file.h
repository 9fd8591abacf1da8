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

/* Reads one routine of anybody. Its steps are known ones, or own ones that say which known step they
 * are like and take its safety columns; without that they are judged as the strictest of their kind.
 * Every error is one whole sentence that names the line, the reason and what to do. Doses above the
 * limits are no error: see fascia_library_check(). Its id, "own-" and letters, comes from what is in
 * it: the same file gives the same one. (transfer full) */
FasciaRoutine *fascia_routine_file_parse (FasciaLibrary *library,
                                          const char *text,
                                          gssize length,
                                          GError **error);
/* (transfer full) The file; parse (write (r)) equals r but for the id, and for what was confirmed,
 * which one person does for herself alone. */
char *fascia_routine_file_write (const FasciaRoutine *routine);

/* As they are kept in the preferences, under FASCIA_SETTING_ROUTINE_PREFIX and the id: with what was
 * confirmed, and read again though a step may be gone or a place be closed by now. */
FasciaRoutine *fascia_routine_file_parse_kept (FasciaLibrary *library,
                                               const char *id,
                                               const char *text,
                                               GError **error);
char *fascia_routine_file_write_kept (const FasciaRoutine *routine);

G_END_DECLS
