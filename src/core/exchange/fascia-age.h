/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locking bytes with a passphrase in the age format, version 1 (https://age-encryption.org/v1), with
 * its scrypt recipient: any program that knows the format opens them. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FASCIA_AGE_ERROR (fascia_age_error_quark ())
GQuark fascia_age_error_quark (void);

typedef enum
{
  FASCIA_AGE_ERROR_FORMAT = 1, /* no age file, or one for keys instead of a passphrase */
  FASCIA_AGE_ERROR_PASSPHRASE, /* another passphrase */
  FASCIA_AGE_ERROR_DAMAGED,    /* cut short or changed */
  FASCIA_AGE_ERROR_WORK,       /* asks for more work than is reasonable */
  FASCIA_AGE_ERROR_FAILED,     /* the library could not */
} FasciaAgeError;

/* 2^18: about a second; what is opened may ask for up to 2^22. */
#define FASCIA_AGE_WORK 18
#define FASCIA_AGE_WORK_MAX 22

/* @work: log2 of the work, 1 … FASCIA_AGE_WORK_MAX. (transfer full) Any thread. */
GBytes *fascia_age_lock (GBytes *bytes, const char *passphrase, int work, GError **error);
GBytes *fascia_age_unlock (GBytes *bytes, const char *passphrase, GError **error);
gboolean fascia_age_is_locked (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
