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
 * @title: (nullable): translated, for the top; NULL: when it was, "Tuesday 3 March 2026, 14:20"
 * @subtitle: (nullable): translated, below it
 * @made: (nullable): the moment at which the picture is made, for the foot
 */
typedef struct
{
  const FasciaEntry *entry;
  const FasciaHeat *heat;
  FasciaHeatMeasure measure;
  FasciaScale scale;
  const char *title;
  const char *subtitle;
  const FasciaMoment *made;
} FasciaPicture;

/* A page of A4, upright, in points; a PNG file has two pixels for each. */
#define FASCIA_PICTURE_WIDTH 595
#define FASCIA_PICTURE_HEIGHT 842
#define FASCIA_PICTURE_PIXELS 2

/**
 * fascia_picture_render:
 * @body: the figure in the person's form
 * @picture: a check-in or a heat map
 * @format: of the file
 *
 * Renders one page to memory: light look whatever the screen looks like, text in the user's
 * language, places also as a list in words; of a list that is too long for the page the last line
 * says how many more there are. In a right-to-left language text and columns follow it, the figures
 * stay as they are. The same picture gives the same bytes. A SVG file says the same in words as its
 * title and description. Any thread.
 *
 * Returns: (transfer full): NULL with an error in words of GIO or Cairo
 */
GBytes *fascia_picture_render (const FasciaBody *body,
                               const FasciaPicture *picture,
                               FasciaPictureFormat format,
                               GError **error);

G_END_DECLS
