/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the parts of a large file of JSON lie, without taking it apart: so each can be read by
 * itself, and be told by its line. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Deeper than anything of ours. */
#define FASCIA_JSON_MAX_DEPTH 32

/* A value in the text; nothing is owned. */
typedef struct
{
  const char *text;
  gsize length;
  guint line; /* of its first character, from 1 */
} FasciaJsonSpan;

typedef struct
{
  const char *p;
  const char *end;
  guint line;
} FasciaJsonScanner;

void fascia_json_scanner_init (FasciaJsonScanner *self, const FasciaJsonSpan *span);
/* Over blanks; then whether @c comes next, which is taken. */
gboolean fascia_json_scanner_take (FasciaJsonScanner *self, char c);
gboolean fascia_json_scanner_is_at_end (FasciaJsonScanner *self);
/* Over a whole value of whatever sort; FALSE when it does not end or is too deep. What is inside is
 * not judged. */
gboolean fascia_json_scanner_skip_value (FasciaJsonScanner *self, FasciaJsonSpan *span);

G_END_DECLS
