/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading steps: the table of the library, and the ways of reading it shares. */

#pragma once

#include "fascia-library-private.h"

G_BEGIN_DECLS

/* Fills the steps and the tools of @self from the text of steps.xml. */
gboolean fascia_library_read_steps (FasciaLibrary *self, const char *xml, GError **error);

/* A whole number, not negative, and nothing else. */
gboolean fascia_step_read_number (const char *text, int *number);
/* "30 60", or "30" for both. */
gboolean fascia_step_read_range (const char *text, int *least, int *most);

G_END_DECLS
