/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The age format, version 1, with a passphrase. */

#include "config.h"

#include "fascia-age.h"

G_DEFINE_QUARK (fascia_age_error, fascia_age_error)

static GBytes *
refuse (GError **error)
{
  g_set_error_literal (error, FASCIA_AGE_ERROR, FASCIA_AGE_ERROR_FAILED, "Not there yet.");
  return NULL;
}

GBytes *
fascia_age_lock (GBytes *bytes, const char *passphrase, int work, GError **error)
{
  return refuse (error);
}

GBytes *
fascia_age_unlock (GBytes *bytes, const char *passphrase, GError **error)
{
  return refuse (error);
}

gboolean
fascia_age_is_locked (const guint8 *bytes, gsize n_bytes)
{
  return FALSE;
}
