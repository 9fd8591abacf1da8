/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as JSON, for other programs: codes, English names, the C locale. */

#pragma once

#include <json-glib/json-glib.h>

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* A member of the object at hand. @value NULL is null. */
void fascia_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void fascia_cli_json_add_texts (JsonBuilder *builder, const char *name, const char *const *values);
void fascia_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
/* null when it is FASCIA_NOT_GIVEN. */
void fascia_cli_json_add_given (JsonBuilder *builder, const char *name, int value);
void fascia_cli_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
/* ISO 8601, null when not given. */
void fascia_cli_json_add_day (JsonBuilder *builder, const char *name, gint32 day);
/* (transfer full) On one line. */
char *fascia_cli_json_to_text (JsonBuilder *builder);
/* Prints it and flushes. */
gboolean fascia_cli_json_tell (FasciaCliContext *context, JsonBuilder *builder, GError **error);

/* fascia-cli-json-kinds.c: what the other kinds say, as members of the object at hand. */
void fascia_cli_json_add_kind (JsonBuilder *builder,
                               const FasciaEntry *entry,
                               const FasciaItems *items);

/* (transfer full) The entry as one JSON object. @items: (nullable): for names of what was measured. */
char *fascia_cli_entry_to_json (const FasciaEntry *entry,
                                const FasciaBody *body,
                                const FasciaItems *items);

G_END_DECLS
