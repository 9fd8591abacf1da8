/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures on a page, with title, words for the sides and a legend: to a PNG, SVG or PDF file.
 */

#pragma once

#include "core/insights/fascia-heat.h"
#include "core/journal/fascia-entry.h"
#include "fascia-body-figure.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_PICTURE_PNG = 1,
  FASCIA_PICTURE_SVG,
  FASCIA_PICTURE_PDF,
} FasciaPictureFormat;

/* By the end of the name, in any case; FALSE for another one. */
gboolean fascia_picture_format_from_name (const char *name, FasciaPictureFormat *format);

/**
 * FasciaPicture: what is shown
 * @entry: (nullable): a check-in with its marks, drawings and arrows
 * @heat: (nullable): or a heat map, with @measure
 * @scale: which of the two quantities is filled; the places marked on the other one are listed too
 * @title, @subtitle: (nullable): translated, for the top: "Tuesday 3 March 2026, 14:20"
 */
typedef struct
{
  const FasciaEntry *entry;
  const FasciaHeat *heat;
  FasciaHeatMeasure measure;
  FasciaScale scale;
  const char *title;
  const char *subtitle;
} FasciaPicture;

/* Renders to memory: light look whatever the screen looks like, text in the user's language, places
 * also as a list in words. (transfer full); NULL with an error of GIO or Cairo in words. Any
 * thread. */
GBytes *fascia_picture_render (const FasciaBody *body,
                               const FasciaPicture *picture,
                               FasciaPictureFormat format,
                               GError **error);

G_END_DECLS
