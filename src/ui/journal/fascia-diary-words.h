/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit, an exercise and an event are described with: codes and their names. Pure.
 */

#pragma once

#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

/* One of a few codes to choose from. */
typedef struct
{
  const char *code;
  const char *name; /* for xgettext and gettext: not translated yet */
} FasciaWord;

/* How somebody worked at a visit, what with, and what sort of thing happened, in the order in which
 * they are offered. (transfer none) */
const FasciaWord *fascia_words_get_techniques (guint *n_words);
const FasciaWord *fascia_words_get_tools (guint *n_words);
const FasciaWord *fascia_words_get_events (guint *n_words);

/* The name in the current language. */
const char *fascia_word_get_name (const FasciaWord *word);

/* The name of a code in the current language; @code itself when this version does not know it. */
const char *fascia_words_get_technique_name (const char *code);
const char *fascia_words_get_tool_name (const char *code);
const char *fascia_words_get_event_name (const char *code);

/* (nullable) "Light"; NULL when not given. */
const char *fascia_words_get_effort_name (FasciaEffort effort);

G_END_DECLS
