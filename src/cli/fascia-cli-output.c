/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file a command writes to. */

#include "config.h"

#include "fascia-cli-output.h"

#include <glib/gi18n.h>

#include "core/exchange/fascia-atomic-file.h"
#include "core/store/fascia-db-files.h"

char *
fascia_cli_parse_output (const FasciaCliContext *context,
                         char *const *rest,
                         const char *sentence,
                         GError **error)
{
  g_return_val_if_fail (context != NULL && rest != NULL && rest[0] != NULL, NULL);

  /* "x/" names a folder, and would lose its end below. */
  if (rest[1] == NULL || rest[1][0] == '\0' || rest[2] != NULL
      || g_str_has_suffix (rest[1], G_DIR_SEPARATOR_S))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE, sentence);
      return NULL;
    }
  return fascia_cli_context_build_path (context, rest[1]);
}

gboolean
fascia_cli_check_output (const FasciaCliContext *context, const char *path, GError **error)
{
  g_return_val_if_fail (context != NULL && path != NULL, FALSE);

  g_autofree char *journal = g_canonicalize_filename (context->journal, context->cwd);
  g_autoptr (GError) cause = NULL;
  if (fascia_db_files_check_output (journal, path, &cause))
    return TRUE;
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
  return FALSE;
}

void
fascia_cli_set_output_error (const char *path, const GError *cause, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
               _ ("The file “%1$s” was not written: %2$s. Choose another place."), name,
               cause->message);
}

gboolean
fascia_cli_write_output (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  g_autoptr (GError) cause = NULL;
  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (path, &cause);
  gsize n_bytes = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (file != NULL && fascia_atomic_file_write (file, data, n_bytes, &cause)
      && fascia_atomic_file_commit (file, &cause))
    return TRUE;
  fascia_cli_set_output_error (path, cause, error);
  return FALSE;
}
