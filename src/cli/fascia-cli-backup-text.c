/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What backup and restore say of a backup. */

#include "config.h"

#include "fascia-cli-backup-text.h"

#include <glib/gi18n.h>

static char *
day_to_text (gint32 day)
{
  int year, month, dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
}

char *
fascia_cli_backup_to_text (const FasciaBackupInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  if (info->n_entries < 0)
    return g_strdup (_ ("locked"));
  /* Translators: the number of entries in a backup. */
  g_autofree char *entries = g_strdup_printf (
      ngettext ("%u entry", "%u entries", (gulong) info->n_entries), (guint) info->n_entries);
  if (info->first_day > info->last_day)
    return g_steal_pointer (&entries);
  g_autofree char *first = day_to_text (info->first_day);
  g_autofree char *last = day_to_text (info->last_day);
  /* Translators: %1$s is such as "12 entries", then the first and the last day. */
  return g_strdup_printf (_ ("%1$s, from %2$s to %3$s"), entries, first, last);
}

void
fascia_cli_json_add_backup (JsonBuilder *builder, const FasciaBackupInfo *info)
{
  g_return_if_fail (info != NULL);

  g_autofree char *path = g_utf8_make_valid (info->path != NULL ? info->path : "", -1);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc_usec (info->created_ms * 1000);
  g_autofree char *time = created != NULL ? g_date_time_format_iso8601 (created) : NULL;
  const gboolean has_days = info->first_day <= info->last_day && info->n_entries > 0;

  fascia_cli_json_add_text (builder, "path", path);
  fascia_cli_json_add_text (builder, "created", time);
  fascia_cli_json_add_int (builder, "size", (gint64) info->size);
  fascia_cli_json_add_bool (builder, "locked", info->is_locked);
  fascia_cli_json_add_given (builder, "schema", info->schema > 0 ? info->schema : FASCIA_NOT_GIVEN);
  fascia_cli_json_add_given (builder, "entries", (int) info->n_entries);
  fascia_cli_json_add_day (builder, "first_day", has_days ? info->first_day : FASCIA_DAY_NOT_GIVEN);
  fascia_cli_json_add_day (builder, "last_day", has_days ? info->last_day : FASCIA_DAY_NOT_GIVEN);
}

void
fascia_cli_propagate_backup (GError **error, GError *cause)
{
  if (g_error_matches (cause, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_LOCKED))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           _ ("The backup is locked: write “--passphrase-file FILE”, or start this "
                              "at a terminal."));
      g_error_free (cause);
      return;
    }
  g_propagate_error (error, cause);
}
