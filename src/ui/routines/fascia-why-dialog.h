/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Why this?": the data, the rule and the checks behind a suggestion.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* What is needed of @suggestion is copied. */
AdwDialog *fascia_why_dialog_new (const FasciaSuggestion *suggestion);

G_END_DECLS
