/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: one file that can prove it is whole, locked by a passphrase if wanted; restoring it;
 * which of many to keep. */

#pragma once

#include "fascia-db.h"

G_BEGIN_DECLS

#define FASCIA_BACKUP_ERROR (fascia_backup_error_quark ())
GQuark fascia_backup_error_quark (void);

typedef enum
{
  FASCIA_BACKUP_ERROR_NOT_BACKUP = 1,
  FASCIA_BACKUP_ERROR_DAMAGED,    /* cut short, or its SHA-256 is another */
  FASCIA_BACKUP_ERROR_LOCKED,     /* a passphrase is needed */
  FASCIA_BACKUP_ERROR_PASSPHRASE, /* another passphrase, or damaged */
  FASCIA_BACKUP_ERROR_TOO_NEW,
  FASCIA_BACKUP_ERROR_READ,
} FasciaBackupError;

/* How the name of a backup ends. */
#define FASCIA_BACKUP_SUFFIX ".fascia-backup"

/**
 * FasciaBackupInfo:
 *
 * What a backup says of itself. Immutable, boxed. A locked one whose passphrase was not given says
 * nothing but its size and, by its file, its time.
 */
typedef struct
{
  char *path;
  gint64 created_ms; /* UTC */
  guint64 size;      /* bytes of the file */
  gboolean is_locked;
  int schema;       /* 0: not known */
  gint64 n_entries; /* -1: not known */
  gint32 first_day; /* local days; first above last: no entries */
  gint32 last_day;
} FasciaBackupInfo;

#define FASCIA_TYPE_BACKUP_INFO (fascia_backup_info_get_type ())
GType fascia_backup_info_get_type (void);
FasciaBackupInfo *fascia_backup_info_copy (const FasciaBackupInfo *self);
void fascia_backup_info_free (FasciaBackupInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBackupInfo, fascia_backup_info_free)

/**
 * FasciaBackupPreview: what restoring would change
 * @n_only_here: entries of the journal that the backup has not
 * @n_only_there: entries of the backup that the journal has not
 * @n_different: entries that both have, and that say different things
 * @n_same: the rest
 * Counts are -1 when there is no journal that can be read.
 */
typedef struct
{
  FasciaBackupInfo *info;
  gint64 n_only_here;
  gint64 n_only_there;
  gint64 n_different;
  gint64 n_same;
} FasciaBackupPreview;

#define FASCIA_TYPE_BACKUP_PREVIEW (fascia_backup_preview_get_type ())
GType fascia_backup_preview_get_type (void);
FasciaBackupPreview *fascia_backup_preview_copy (const FasciaBackupPreview *self);
void fascia_backup_preview_free (FasciaBackupPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBackupPreview, fascia_backup_preview_free)

/* Reads the head, and with @verify all of it: SHA-256, integrity, digests. @passphrase: (nullable).
 * Any thread. */
FasciaBackupInfo *fascia_backup_inspect (const char *path,
                                         const char *passphrase,
                                         gboolean verify,
                                         GError **error);

/* Writes the whole journal into one file (0600, whole or not at all), reads it back and verifies it
 * before it gets its name. @passphrase: (nullable): age version 1, scrypt. On the thread of @db. */
gboolean fascia_db_backup (FasciaDb *db,
                           const char *path,
                           const char *passphrase,
                           FasciaBackupInfo **info,
                           GError **error);

/* @db: (nullable): what would be replaced. Verifies the backup whole. */
FasciaBackupPreview *fascia_backup_preview (FasciaDb *db,
                                            const char *path,
                                            const char *passphrase,
                                            GError **error);

/**
 * fascia_backup_restore:
 * @journal: path of the journal; nobody has it open
 * @kept: (out) (optional) (transfer full): where what was replaced is now, or NULL when there was
 *   nothing
 *
 * Lays the verified journal of the backup beside the other, keeps the other (its log included)
 * under a name of its own, and puts the new one in its place: after a power cut at any moment there
 * is the old or the new one.
 */
gboolean fascia_backup_restore (const char *journal,
                                const char *path,
                                const char *passphrase,
                                FasciaClock *clock,
                                char **kept,
                                GError **error);

/* ---- rolling backups ---- */

#define FASCIA_BACKUP_PAUSE_MS (30 * 60 * 1000)
/* All of them together, in bytes; the newest two stay whatever they take. */
#define FASCIA_BACKUP_MAX_TOTAL (500 * G_GUINT64_CONSTANT (1000000))

/**
 * fascia_retention_choose: which of the rolling backups stay
 * @created_ms: UTC, in any order
 * @offset_min: local time minus UTC, for days, weeks and months
 * @keep: (out): @n answers
 *
 * All of the last 2 days; then the newest of each of 12 days, of 10 weeks, of 9 months that have
 * one. The newest of all always stays, and those from the future. Pure.
 */
void fascia_retention_choose (const gint64 *created_ms,
                              guint n,
                              gint64 now_ms,
                              int offset_min,
                              gboolean *keep);

/* (transfer full) "backups" beside the journal. */
char *fascia_backup_dup_folder (const char *journal);
/* Array of FasciaBackupInfo, newest first; those that cannot be read at all are left out. */
GPtrArray *fascia_backup_list (const char *journal, GError **error);
/* Checks the journal, then backs it up into its folder and removes what retention lets go; nothing
 * when less than FASCIA_BACKUP_PAUSE_MS has passed since the newest, or nothing has changed since:
 * *@is_made. DAMAGED when the check fails: then nothing is written or removed. */
gboolean fascia_db_backup_rolling (FasciaDb *db, gboolean *is_made, GError **error);

/* ---- gone for good ---- */

/* Deletes the entry without a way back: overwritten in the file, its log and its search index
 * included, and no longer in the undo stack. @backups_too: makes a new rolling backup, then removes the others. An error after it was deleted
 * says that it was, and where its words may still be. */
FasciaOperation *fascia_db_delete_for_good (FasciaDb *db,
                                            const FasciaUid *entry,
                                            gboolean backups_too,
                                            GError **error);
/* Removes the journal, its side files, kept ones, rolling backups and drafts: everything in its
 * folder that is ours; nobody has it open. Exports and backups elsewhere are not touched. */
gboolean fascia_journal_files_erase (const char *journal, GError **error);

/**
 * fascia_journal_files_repair: what can be saved of a damaged journal
 * @report: (out) (transfer full): what was done, in whole translated sentences
 *
 * Keeps the damaged file under a name of its own. Takes from it what can be read and makes sense;
 * what only the newest whole backup has is added. The result is checked before it is put in place;
 * when nothing was damaged nothing is changed. Nobody has the journal open.
 */
gboolean fascia_journal_files_repair (const char *journal,
                                      FasciaClock *clock,
                                      char **report,
                                      GError **error);

G_END_DECLS
