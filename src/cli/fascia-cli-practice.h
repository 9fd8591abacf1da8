/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands about routines have in common: tables, own routines, and their words. */

#pragma once

#include <json-glib/json-glib.h>

#include "core/routines/fascia-suggest.h"

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* The library with the person's own routines, which are settings. @settings: (nullable). Takes what
 * the context has of the body. (transfer full) */
FasciaLibrary *fascia_cli_load_library (FasciaCliContext *context,
                                        const FasciaSettings *settings,
                                        GError **error);

/* Postures as typed, several times. 0 when none was. */
gboolean fascia_cli_parse_postures (char *const *words, FasciaPosture *postures, GError **error);
/* Things as typed: (transfer container) interned codes, NULL-terminated, or NULL with @error. */
const char **fascia_cli_parse_tools (char *const *words,
                                     const FasciaLibrary *library,
                                     GError **error);
/* Those that the window was told, and those typed: likewise, valid as long as @settings. */
const char **fascia_cli_dup_tools (const FasciaSettings *settings,
                                   char *const *words,
                                   const FasciaLibrary *library,
                                   GError **error);
/* @typed, or those that the window was told when it is 0. */
FasciaPosture fascia_cli_get_postures (const FasciaSettings *settings, FasciaPosture typed);
/* "--minutes 8" in seconds: 0 when @minutes is G_MININT, not given. */
gboolean fascia_cli_parse_minutes (int minutes, int *seconds, GError **error);

/* "8 min", rounded. (transfer full) */
char *fascia_cli_dup_minutes (int seconds);

/* "open", "adapted", "held-back"; "condition", "sign" … */
const char *fascia_cli_verdict_to_code (FasciaVerdictKind kind);
const char *fascia_cli_reason_to_code (FasciaReasonKind kind);

/* Objects of their own. */
void fascia_cli_json_add_step (JsonBuilder *builder, const FasciaStep *step);
void fascia_cli_json_add_routine (JsonBuilder *builder,
                                  const FasciaLibrary *library,
                                  FasciaRoutine *routine);
/* Entries or what is held back, as a member. */
void fascia_cli_json_add_entries (JsonBuilder *builder,
                                  const char *name,
                                  const FasciaPracticeEntry *entries,
                                  guint n_entries);
/* Codes of the postures of a set, as a member. */
void fascia_cli_json_add_postures (JsonBuilder *builder, const char *name, FasciaPosture postures);
void fascia_cli_json_add_places (JsonBuilder *builder,
                                 const char *name,
                                 const FasciaRegion *const *places);

G_END_DECLS
