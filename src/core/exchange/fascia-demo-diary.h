/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a practice journal holds besides check-ins. */

#pragma once

#include "fascia-demo.h"

G_BEGIN_DECLS

/* @entries: the check-ins of @options, oldest first. Some get tags; entries of other kinds come
 * between them, none on the last day. */
void fascia_demo_add_diary (const FasciaDemoOptions *options, GPtrArray *entries);

G_END_DECLS
