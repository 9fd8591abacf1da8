/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of an entry as typed: a UUID, or as much of its beginning as no other has. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

typedef struct
{
  char *typed; /* for messages */
  FasciaUid name;
  guint n_digits; /* how many of it were typed */
} FasciaCliId;

void fascia_cli_id_clear (FasciaCliId *id);

/* @rest: what is left of the arguments, the command's name first. USAGE when it is not one id,
 * FAILED when it cannot be one. */
gboolean fascia_cli_id_parse (FasciaCliId *id, char *const *rest, GError **error);

/* The one entry whose name begins so; FAILED when there is none or more than one. */
gboolean fascia_cli_id_resolve (const FasciaCliId *id,
                                FasciaDb *db,
                                FasciaUid *name,
                                GError **error);

/* (transfer full) As many digits as were measured, and never so few that they look like a number. */
char *fascia_cli_id_to_text (const FasciaUid *name, guint n_digits);

G_END_DECLS
