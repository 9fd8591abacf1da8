/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library for digests and locks, set up. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called before any other function of libgcrypt; costs nothing from the second time on. Any
 * thread. */
void fascia_gcrypt_set_up (void);

#define FASCIA_SHA256_SIZE 32

/* SHA-256 by the library, which uses the processor's own instructions for it where there are any. */
void fascia_sha256 (const void *bytes, gsize n_bytes, guint8 digest[FASCIA_SHA256_SIZE]);

G_END_DECLS
