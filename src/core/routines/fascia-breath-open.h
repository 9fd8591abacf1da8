/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether this person may follow a paced breath, and why not. */

#pragma once

#include "fascia-library.h"
#include "fascia-safety.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_BREATH_UNKNOWN = 0, /* nobody knows: rest, as where it is held back */
  FASCIA_BREATH_OPEN,
  FASCIA_BREATH_HELD_BACK,
} FasciaBreathLeave;

/**
 * fascia_breath_judge: the one place where it is decided, wherever a breath is shown. Pure.
 * @safety: (nullable): what was answered; NULL: not known, or not yet
 * @library: (nullable)
 * @reasons: (out) (optional) (transfer full) (nullable): why it is not open, in sentences; NULL when it is
 */
FasciaBreathLeave fascia_breath_judge (const FasciaSafety *safety,
                                       FasciaLibrary *library,
                                       char **reasons);

/* Whether a breath to follow belongs into what is done for some time with @step: never into the rest that
 * stands in place of breathing. */
gboolean fascia_breath_is_for (const FasciaStep *step);

G_END_DECLS
