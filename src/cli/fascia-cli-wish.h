/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a session is to be like now: the options that play and suggest share. */

#pragma once

#include "core/routines/fascia-suggest.h"

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* As typed, and from fascia_cli_wish_parse() on also as understood. Begins as zeros. */
typedef struct
{
  gboolean is_gentle;
  char **tools;           /* (nullable) as typed: see fascia_cli_dup_tools() */
  FasciaPosture postures; /* 0: see fascia_cli_get_postures() */
  int max_seconds;        /* 0: as long as the limits allow */

  /* private */
  int minutes;
  char **posture_words;
} FasciaCliWish;

void fascia_cli_wish_clear (FasciaCliWish *wish);

/* Appends the options to @options, an array of GOptionEntry. */
void fascia_cli_wish_add_options (FasciaCliWish *wish, GArray *options);
/* Whether none of them was given. */
gboolean fascia_cli_wish_is_empty (const FasciaCliWish *wish);
/* Understands what was typed, as far as that needs no library. */
gboolean fascia_cli_wish_parse (FasciaCliWish *wish, GError **error);

G_END_DECLS
