/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dialogs for backups say: values in, words out. Pure.
 */

#pragma once

#include "core/store/fascia-backup.h"
#include "fascia-text.h"

G_BEGIN_DECLS

/* All strings are (transfer full) unless const. */

/* "Fascia 2026-03-10.fascia-backup": the name that is offered. */
char *fascia_backup_text_name (gint32 day);
/* "Today, 14:20". */
char *fascia_backup_text_when (const FasciaBackupInfo *info,
                               GTimeZone *zone,
                               gint32 today,
                               FasciaHours hours);
/* "214 entries · 2.1 MB", "Locked · 2.1 MB". */
char *fascia_backup_text_facts (const FasciaBackupInfo *info);

/* One line of what restoring would change. */
typedef struct
{
  char *what;   /* "12 entries here are not in the backup" */
  char *effect; /* (nullable) "They stay in the journal that is kept." */
} FasciaDifference;

/* Array of FasciaDifference, at least one. */
GPtrArray *fascia_backup_text_differences (const FasciaBackupPreview *preview);

/* How two passphrases stand to each other. */
typedef enum
{
  FASCIA_PASSPHRASE_NONE = 1, /* none wanted */
  FASCIA_PASSPHRASE_ONCE,     /* to be repeated */
  FASCIA_PASSPHRASE_DIFFERENT,
  FASCIA_PASSPHRASE_GOOD,
} FasciaPassphrase;

FasciaPassphrase fascia_passphrase_compare (const char *first, const char *second);

/* What the page of a backup shows. */
typedef enum
{
  FASCIA_RESTORE_CHECKING = 1,
  FASCIA_RESTORE_LOCKED, /* asks for the passphrase */
  FASCIA_RESTORE_WRONG,  /* the same, and says that it was another */
  FASCIA_RESTORE_PREVIEW,
  FASCIA_RESTORE_FAILED,
} FasciaRestoreView;

FasciaRestoreView fascia_restore_view_choose (gboolean is_checking,
                                              const FasciaBackupPreview *preview,
                                              const GError *error);

/* (transfer none) What is wrong with a file that cannot be restored. @advice: (out) (nullable): what
 * to do; NULL: what the error says. */
const char *fascia_backup_text_problem (const GError *error, const char **advice);

G_END_DECLS
