/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check from a file. */

#pragma once

#include "core/routines/fascia-safety.h"

#include "fascia-cli-context.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *answers; /* of FasciaConditionAnswer */
  gint32 answered_day;
  char **signs; /* (nullable) */
} FasciaCliAnswers;

void fascia_cli_answers_clear (FasciaCliAnswers *self);
/* @self: to be cleared in any case; FALSE with a sentence that says what is wrong with it */
gboolean fascia_cli_answers_read (FasciaCliAnswers *self,
                                  const char *path,
                                  gint32 today,
                                  GError **error);

G_END_DECLS
