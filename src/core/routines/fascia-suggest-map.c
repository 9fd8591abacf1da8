/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made of what is marked. */

#include "config.h"

#include "fascia-suggest-private.h"

FasciaRoutine *
fascia_suggest_from_map (const FasciaSuggestInput *input)
{
  g_return_val_if_fail (input != NULL && input->library != NULL && input->safety != NULL, NULL);

  return NULL;
}
