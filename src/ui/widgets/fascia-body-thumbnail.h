/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small picture of the body, front and back, with the marks of one check-in.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/journal/fascia-entry.h"
#include "draw/fascia-body-figure.h"

G_BEGIN_DECLS

/**
 * FasciaThumbnailCache:
 *
 * Pictures that were drawn already, the most recently used of them: a list that scrolls binds the
 * same entries again and again, and many check-ins look alike. Reference counted, main thread.
 */
typedef struct _FasciaThumbnailCache FasciaThumbnailCache;

FasciaThumbnailCache *fascia_thumbnail_cache_new (const FasciaBody *body);
FasciaThumbnailCache *fascia_thumbnail_cache_ref (FasciaThumbnailCache *self);
void fascia_thumbnail_cache_unref (FasciaThumbnailCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaThumbnailCache, fascia_thumbnail_cache_unref)

#define FASCIA_TYPE_BODY_THUMBNAIL (fascia_body_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyThumbnail, fascia_body_thumbnail, FASCIA, BODY_THUMBNAIL, GtkWidget)

/**
 * FasciaBodyThumbnail:
 *
 * A fixed 54 × 48 px. Never mirrored: left stays left in right-to-left languages. Says nothing to a
 * screen reader, as it only repeats what stands beside it.
 */

/* Where it gets its pictures from; NULL draws nothing. */
void fascia_body_thumbnail_set_cache (FasciaBodyThumbnail *self, FasciaThumbnailCache *cache);

/* @entry: (nullable): the check-in to show; NULL draws nothing. */
void fascia_body_thumbnail_set_entry (FasciaBodyThumbnail *self, FasciaEntry *entry);

/**
 * fascia_figure_marks_from_entry:
 * @body: the body
 * @entry: an entry
 *
 * Each place once, with its worst level on any scale. Places that @body does not know cannot be
 * drawn; lists name them.
 *
 * Returns: (transfer full) (element-type FasciaFigureMark): marks for fascia_body_figure_render()
 */
GArray *fascia_figure_marks_from_entry (const FasciaBody *body, const FasciaEntry *entry);

G_END_DECLS
