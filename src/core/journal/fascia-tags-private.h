/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a list of tags, before anybody else has it. */

#pragma once

#include "fascia-tags.h"

G_BEGIN_DECLS

/* More than a name is: longer ones are refused. In characters. */
#define FASCIA_NAME_MAX_LENGTH 100

/* As fascia_tags_with(), in place. */
void fascia_tags_put (FasciaTags *self, const char *code, const char *name, gboolean is_hidden);

/* (transfer full) (nullable) @name as it is kept: one line, without blanks around it, composed; NULL
 * when nothing is left of it or it is longer than FASCIA_NAME_MAX_LENGTH. */
char *fascia_name_dup_clean (const char *name);

G_END_DECLS
