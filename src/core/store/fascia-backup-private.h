/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a backup: a head in text, then the journal as one piece.
 *
 * Making the piece takes a moment on the thread of the journal; everything else needs only the
 * piece and may be done on any thread. */

#pragma once

#include "fascia-backup.h"
#include "fascia-db-private.h"

G_BEGIN_DECLS

/* What the head of a backup says. */
typedef struct
{
  gint64 created_ms;
  int schema;
  gint64 n_entries;
  gint32 first_day; /* first above last: no entries */
  gint32 last_day;
  guint64 size;                      /* of the journal that follows */
  guint8 state[FASCIA_DIGEST_SIZE];  /* of what the journal says: the same when nothing changed */
  guint8 sha256[FASCIA_DIGEST_SIZE]; /* of what follows */
} FasciaBackupHead;

/* A backup in memory. */
typedef struct
{
  FasciaBackupHead head;
  GBytes *journal;            /* a database file */
  char *origin;               /* (nullable) the journal that must not be written over */
  FasciaStopFunc should_stop; /* (nullable) asked now and then; see FasciaDb */
  gpointer stop_data;
} FasciaBackup;

void fascia_backup_free (FasciaBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBackup, fascia_backup_free)

/* FALSE with #FasciaBackupError and a sentence that names @path. @detail: (nullable) */
gboolean fascia_backup_error_set (GError **error,
                                  FasciaBackupError code,
                                  const char *path,
                                  const char *detail);
/* When the file itself could not be written: G_IO_ERROR. */
gboolean fascia_backup_error_set_write (GError **error, const char *path, const char *detail);

/* fascia-backup-rolling.c */

/* As fascia_db_backup_rolling(). @wait_ms: (out): how long until it is to be asked again, -1: not
 * before something changes. @anyway: also when it is early or nothing has changed. */
gboolean fascia_db_backup_rolling_full (FasciaDb *db,
                                        gboolean anyway,
                                        gboolean *is_made,
                                        gint64 *wait_ms,
                                        GError **error);

/* One that is taken and not written yet. */
typedef struct _FasciaRolling FasciaRolling;

/* The part of it that needs the database: a moment. *@rolling: (out) (nullable): NULL when there is
 * nothing to be done before *@wait_ms. */
gboolean fascia_db_begin_rolling (FasciaDb *db,
                                  gboolean anyway,
                                  FasciaRolling **rolling,
                                  gint64 *wait_ms,
                                  GError **error);
/* The rest, on any thread: verifies it, writes it, lets old ones go. FASCIA_BACKUP_ERROR_DAMAGED:
 * the journal itself is to be checked. */
gboolean fascia_rolling_finish (FasciaRolling *self,
                                FasciaStopFunc should_stop,
                                gpointer stop_data,
                                GError **error);
void fascia_rolling_free (FasciaRolling *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaRolling, fascia_rolling_free)

/* Checks all of the journal when that was not done for a week, or @anyway. @wait_ms: (out): until it is to be
 * done again. DAMAGED when it is. */
gboolean fascia_db_check_weekly (FasciaDb *db, gboolean anyway, gint64 *wait_ms, GError **error);
/* From now on both ask @should_stop (nullable) now and then, and end with G_IO_ERROR_CANCELLED. */
void fascia_db_set_stop (FasciaDb *db, FasciaStopFunc should_stop, gpointer data);

/* When the check was done last, as a setting of the journal. */
#define FASCIA_SETTING_CHECKED "store.checked-ms"

/* The name of a rolling backup of @journal is like this. */
gboolean fascia_backup_is_rolling (const char *journal, const char *name);

/* fascia-backup-head.c */

/* No head is longer. */
#define FASCIA_BACKUP_HEAD_MAX 1024

/* FALSE with NOT_BACKUP: nothing that begins like @bytes is one. */
gboolean fascia_backup_set_unknown (GError **error,
                                    const char *path,
                                    const char *bytes,
                                    gsize n_bytes);

/* (transfer full) */
char *fascia_backup_head_build (const FasciaBackupHead *head);
/* 0: no backup; -1: one of a later version; -2: damaged; else how many bytes it has. Never reads
 * beyond @n_bytes. */
int fascia_backup_head_parse (const char *bytes, gsize n_bytes, FasciaBackupHead *head);

/* fascia-backup-image.c */

/* The journal as it is now, not verified. On the thread of @db. */
FasciaBackup *fascia_backup_take (FasciaDb *db, GError **error);
/* Opens it in memory, without writing, and checks everything; fills in or compares the head. Errors
 * are of FASCIA_BACKUP_ERROR, in the name of @path. */
gboolean fascia_backup_verify (FasciaBackup *self, const char *path, GError **error);
/* The journal alone, without a head: TRUE when it is whole. */
gboolean fascia_backup_verify_journal (FasciaBackup *self);
/* As a database of its own, to be read; @self has to live longer. */
FasciaDb *fascia_backup_open (FasciaBackup *self, GError **error);
/* Verifies it, writes it, reads it back. @info: (out) (optional) */
gboolean fascia_backup_save (FasciaBackup *self,
                             const char *path,
                             const char *passphrase,
                             FasciaBackupInfo **info,
                             GError **error);
/* The opposite; not verified beyond the SHA-256. */
FasciaBackup *fascia_backup_load (const char *path, const char *passphrase, GError **error);
FasciaBackupInfo *fascia_backup_make_info (const FasciaBackupHead *head,
                                           const char *path,
                                           guint64 size,
                                           gboolean is_locked);

/* FALSE when it is none, or locked. */
gboolean fascia_backup_read_head (const char *path, FasciaBackupHead *head);

/* What restoring @self over @here (nullable) would change; the backup is verified. */
FasciaBackupPreview *fascia_backup_compare (FasciaBackup *self, FasciaBackup *here, GError **error);
/* As fascia_backup_preview(), with the journal that was taken. Any thread. */
FasciaBackupPreview *fascia_backup_preview_taken (FasciaBackup *here,
                                                  const char *path,
                                                  const char *passphrase,
                                                  GError **error);

/* fascia-backup-restore.c: the rest of fascia_backup_restore() for one that was verified. */
gboolean fascia_backup_put (FasciaBackup *self,
                            const char *journal,
                            FasciaClock *clock,
                            char **kept,
                            GError **error);

/* What the journal says, in 32 bytes; its own notes on itself left out. */
gboolean fascia_db_hash_state (FasciaDb *db, guint8 state[FASCIA_DIGEST_SIZE], GError **error);

G_END_DECLS
