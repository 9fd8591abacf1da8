/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure as it is shown, as a file: asks where, renders on a thread, writes whole or not at all.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

/* Asks for a file and writes it; the window of @from says how that went. */
void fascia_picture_saver_ask (GtkWidget *from, FasciaBodyModel *model);

/**
 * fascia_picture_saver_write_async:
 * @file: the end of its name says whether it is a PNG, SVG or PDF
 *
 * What @model shows at the moment of the call.
 */
void fascia_picture_saver_write_async (FasciaBodyModel *model,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
gboolean fascia_picture_saver_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
