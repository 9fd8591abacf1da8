/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as lines of a terminal, or as JSON. */

#pragma once

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* Columns of a terminal that a text takes. */
guint fascia_cli_measure_text (const char *text);
/* How wide the names of places are at most, in columns, in the current language. */
guint fascia_cli_measure_places (const FasciaBody *body);

/**
 * fascia_cli_append_entry:
 * @names: all of them
 * @n_digits: how many digits of its name set it apart from the others shown
 * @width: fascia_cli_measure_places()
 *
 * Appends a line for each place, then for each spread, what is drawn, what its kind says, what was
 * measured, the tags, and the note: local time and id first, then the side with the place, the
 * levels, the feelings. Nothing in it can move a terminal's cursor.
 */
void fascia_cli_append_entry (GString *text,
                              const FasciaEntry *entry,
                              const FasciaNames *names,
                              guint n_digits,
                              guint width);

/* Words in one line that a terminal does not obey. */
void fascia_cli_append_quietly (GString *text, const char *words);

/* Prints one entry, as lines or as JSON, and flushes. After the names were loaded. */
gboolean fascia_cli_tell_entry (FasciaCliContext *context,
                                const FasciaEntry *entry,
                                guint n_digits,
                                gboolean is_json,
                                GError **error);

/* fascia-cli-text-kinds.c: the lines of what the other kinds say, of measurements and of tags.
 * @head: what each line begins with */
void fascia_cli_append_kind (GString *text,
                             const char *head,
                             const FasciaEntry *entry,
                             const FasciaNames *names);

G_END_DECLS
