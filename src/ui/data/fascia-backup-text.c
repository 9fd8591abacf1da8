/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dialogs for backups say: values in, words out. Pure.
 */

#include "config.h"

#include "fascia-backup-text.h"

#include <glib/gi18n.h>

#include "fascia-data-text.h"

char *
fascia_backup_text_name (gint32 day)
{
  int year = 0;
  int month = 0;
  int dom = 0;

  fascia_day_to_ymd (day, &year, &month, &dom);
  return g_strdup_printf ("Fascia %04d-%02d-%02d" FASCIA_BACKUP_SUFFIX, year, month, dom);
}

char *
fascia_backup_text_when (const FasciaBackupInfo *info,
                         GTimeZone *zone,
                         gint32 today,
                         FasciaHours hours)
{
  FasciaMoment moment;

  fascia_moment_init (&moment, info->created_ms, zone);
  return fascia_text_when (&moment, today, hours);
}

char *
fascia_backup_text_facts (const FasciaBackupInfo *info)
{
  g_autofree char *size = g_format_size (info->size);
  g_autofree char *entries
      = info->n_entries >= 0 ? fascia_data_text_entries (info->n_entries) : NULL;

  if (entries == NULL && info->is_locked)
    /* Translators: a backup that asks for a passphrase; %s is its size, “2.1 MB” */
    return g_strdup_printf (_ ("Locked · %s"), size);
  if (entries == NULL)
    return g_steal_pointer (&size);
  /* Translators: of a backup: “214 entries”, “2.1 MB” */
  return g_strdup_printf (C_ ("backup", "%s · %s"), entries, size);
}

/* ---- what would change ---- */

static void
difference_free (gpointer data)
{
  FasciaDifference *difference = data;

  g_free (difference->what);
  g_free (difference->effect);
  g_free (difference);
}

static void
add_difference (GPtrArray *differences, char *what, const char *effect)
{
  FasciaDifference *difference = g_new0 (FasciaDifference, 1);

  difference->what = what;
  difference->effect = g_strdup (effect);
  g_ptr_array_add (differences, difference);
}

static void
add_only_here (GPtrArray *differences, guint n)
{
  if (n > 0)
    add_difference (differences,
                    g_strdup_printf (ngettext ("%u entry here is not in the backup",
                                               "%u entries here are not in the backup", n),
                                     n),
                    ngettext ("It stays in the journal that is kept aside.",
                              "They stay in the journal that is kept aside.", n));
}

static void
add_only_there (GPtrArray *differences, guint n)
{
  if (n > 0)
    add_difference (differences,
                    g_strdup_printf (ngettext ("%u entry of the backup is not here",
                                               "%u entries of the backup are not here", n),
                                     n),
                    ngettext ("It comes back.", "They come back.", n));
}

static void
add_different (GPtrArray *differences, guint n)
{
  if (n > 0)
    add_difference (
        differences,
        g_strdup_printf (ngettext ("%u entry says something else in the backup",
                                   "%u entries say something else in the backup", n),
                         n),
        ngettext ("It becomes what it was then.", "They become what they were then.", n));
}

GPtrArray *
fascia_backup_text_differences (const FasciaBackupPreview *preview)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);

  g_return_val_if_fail (preview != NULL, differences);

  if (preview->n_same < 0 || preview->n_only_here < 0)
    {
      add_difference (differences, g_strdup (_ ("Your journal cannot be read now")),
                      _ ("So nobody can say what differs."));
      return differences;
    }
  add_only_here (differences, (guint) preview->n_only_here);
  add_only_there (differences, (guint) MAX (preview->n_only_there, 0));
  add_different (differences, (guint) MAX (preview->n_different, 0));
  if (differences->len == 0)
    add_difference (differences, g_strdup (_ ("Nothing differs")),
                    _ ("Your journal and the backup have the same entries."));
  return differences;
}

/* ---- passphrases ---- */

FasciaPassphrase
fascia_passphrase_compare (const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (!has_first && !has_second)
    return FASCIA_PASSPHRASE_NONE;
  if (!has_second)
    return FASCIA_PASSPHRASE_ONCE;
  return g_strcmp0 (first, second) == 0 ? FASCIA_PASSPHRASE_GOOD : FASCIA_PASSPHRASE_DIFFERENT;
}

FasciaRestoreView
fascia_restore_view_choose (gboolean is_checking,
                            const FasciaBackupPreview *preview,
                            const GError *error)
{
  if (is_checking)
    return FASCIA_RESTORE_CHECKING;
  if (preview != NULL)
    return FASCIA_RESTORE_PREVIEW;
  if (g_error_matches (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_LOCKED))
    return FASCIA_RESTORE_LOCKED;
  if (g_error_matches (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_PASSPHRASE))
    return FASCIA_RESTORE_WRONG;
  return FASCIA_RESTORE_FAILED;
}

const char *
fascia_backup_text_problem (const GError *error, const char **advice)
{
  *advice = NULL;
  if (error == NULL || error->domain != FASCIA_BACKUP_ERROR)
    return _ ("The Backup Could Not Be Read");

  switch ((FasciaBackupError) error->code)
    {
    case FASCIA_BACKUP_ERROR_NOT_BACKUP:
      *advice = _ ("Choose another file. The name of a backup ends with .fascia-backup.");
      return _ ("This File Is Not a Backup");
    case FASCIA_BACKUP_ERROR_DAMAGED:
      *advice = _ ("Part of it is missing or was changed. Nothing was restored from it. Choose an "
                   "older backup.");
      return _ ("This Backup Is Damaged");
    case FASCIA_BACKUP_ERROR_TOO_NEW:
      *advice = _ ("A newer Fascia made it. Install the newer version to restore it.");
      return _ ("This Backup Is from a Newer Fascia");
    case FASCIA_BACKUP_ERROR_LOCKED:
    case FASCIA_BACKUP_ERROR_PASSPHRASE:
      *advice = _ ("Type the passphrase that was chosen when the backup was made.");
      return _ ("This Backup Is Locked");
    case FASCIA_BACKUP_ERROR_READ:
    default:
      return _ ("The Backup Could Not Be Read");
    }
}
