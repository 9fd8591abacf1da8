/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the body a warning sign belongs, so that all of them can be found by few keys.
 */

#pragma once

#include "core/body/fascia-signs.h"

G_BEGIN_DECLS

/* In the order of the page. */
typedef enum
{
  FASCIA_HELP_CHEST = 1,
  FASCIA_HELP_HEAD,
  FASCIA_HELP_NECK,
  FASCIA_HELP_BACK,
  FASCIA_HELP_BELLY,
  FASCIA_HELP_LIMBS,
  FASCIA_HELP_WHOLE,
  FASCIA_HELP_MOOD,
} FasciaHelpArea;

#define FASCIA_N_HELP_AREAS FASCIA_HELP_MOOD

/* A sign that nobody has sorted is one of the whole body. */
FasciaHelpArea fascia_help_area_of (const FasciaSign *sign);

/* Whether the group of a sign has been sorted; for tests. */
gboolean fascia_help_area_is_known (const FasciaSign *sign);

/* In the current language: "Chest and breathing" */
const char *fascia_help_area_get_name (FasciaHelpArea area);

G_END_DECLS
