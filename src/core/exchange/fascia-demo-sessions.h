/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guided sessions of a practice journal. */

#pragma once

#include "fascia-demo.h"

G_BEGIN_DECLS

/* @check_ins: those of @options, oldest first. Appends sessions to @entries, oldest first, none on the
 * last day: each between two check-ins of its day that are its before and after, or after one. */
void fascia_demo_add_sessions (const FasciaDemoOptions *options,
                               const GPtrArray *check_ins,
                               GPtrArray *entries);

G_END_DECLS
