/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting up the library for digests and locks, once in a process. */

#include "config.h"

#include "fascia-gcrypt.h"

#include <gcrypt.h>

void
fascia_gcrypt_set_up (void)
{
  static gsize set_up_once = 0;

  if (!g_once_init_enter (&set_up_once))
    return;
  /* Another library in the process may have done so, and then it is not to be done again. */
  if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
    {
      gcry_check_version (NULL);
      gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
      gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
    }
  g_once_init_leave (&set_up_once, 1);
}

void
fascia_sha256 (const void *bytes, gsize n_bytes, guint8 digest[FASCIA_SHA256_SIZE])
{
  fascia_gcrypt_set_up ();
  gcry_md_hash_buffer (GCRY_MD_SHA256, digest, n_bytes > 0 ? bytes : "", n_bytes);
}
