/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file written by a thread of its own, while what comes next is being made. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends to @text what is written of @put. */
typedef void (*FasciaWriteBehindFunc) (const GString *put, GString *text, gpointer data);

/**
 * FasciaWriteBehind:
 *
 * Writes texts one after another and lets the disk begin with each at once, so that there is little
 * left for a sync at the end. A few wait at most: who makes them faster than they can be written is
 * held up.
 */
typedef struct _FasciaWriteBehind FasciaWriteBehind;

/* @fd: of the caller; open until this is freed. @make: (nullable): called for each text on the thread
 * that writes, one after another; NULL when they are written as they are. */
FasciaWriteBehind *fascia_write_behind_new (int fd, FasciaWriteBehindFunc make, gpointer data);
/* @text: (transfer full). (transfer full) (nullable): an empty one to go on with; NULL with an error
 * of #GIOErrorEnum, the words of the system alone, when any of the texts could not be written. */
GString *fascia_write_behind_put (FasciaWriteBehind *self, GString *text, GError **error);
/* Waits until all is written; then nothing may be put any more. */
gboolean fascia_write_behind_finish (FasciaWriteBehind *self, GError **error);
/* What still waits is not written. */
void fascia_write_behind_free (FasciaWriteBehind *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaWriteBehind, fascia_write_behind_free)

G_END_DECLS
