/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library from within: its readers and its sums share it. */

#pragma once

#include "fascia-library.h"
#include "fascia-routine-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code; /* interned */
  char *name;       /* English */
  gboolean is_default;
} FasciaTool;

struct _FasciaLibrary
{
  gatomicrefcount ref_count;
  FasciaBody *body;
  GPtrArray *steps; /* FasciaStep, in the order of the table */
  GPtrArray *ready; /* FasciaRoutine, in the order of the table */
  GPtrArray *own;   /* FasciaRoutine, by title */
  GArray *tools;    /* FasciaTool */
  const char **tool_codes;
};

FasciaLibrary *fascia_library_new_empty (FasciaBody *body);

G_END_DECLS
