/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: what concerns all of it: out, in, backups, the end. */

#pragma once

#include "../exchange/fascia-export.h"
#include "../exchange/fascia-import.h"
#include "../store/fascia-backup.h"
#include "fascia-journal.h"

G_BEGIN_DECLS

/* Called on the main context now and then, with how far it is: 0 … 1. */
typedef void (*FasciaJournalProgress) (double fraction, gpointer data);

/* In slices between which what is written goes first. finish: the number of entries, -1 with an
 * error. Cancelled: nothing is left. */
void fascia_journal_export_async (FasciaJournal *self,
                                  FasciaExportFormat format,
                                  FasciaBody *body,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gint64 fascia_journal_export_finish (FasciaJournal *self, GAsyncResult *result, GError **error);

void fascia_journal_plan_import_async (FasciaJournal *self,
                                       FasciaImport *import,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean fascia_journal_plan_import_finish (FasciaJournal *self,
                                            GAsyncResult *result,
                                            FasciaImportPlan *plan,
                                            GError **error);
/* Finishes with fascia_journal_write_finish(): NULL without an error when nothing was new. */
void fascia_journal_import_async (FasciaJournal *self,
                                  FasciaImport *import,
                                  gboolean skip_bad,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* @passphrase: (nullable). finish: (transfer full). */
void fascia_journal_backup_async (FasciaJournal *self,
                                  const char *path,
                                  const char *passphrase,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
FasciaBackupInfo *fascia_journal_backup_finish (FasciaJournal *self,
                                                GAsyncResult *result,
                                                GError **error);
/* The rolling ones, newest first. Works when the journal has FAILED, too; so do the next three. */
void fascia_journal_list_backups_async (FasciaJournal *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *fascia_journal_list_backups_finish (FasciaJournal *self,
                                               GAsyncResult *result,
                                               GError **error);
void fascia_journal_preview_restore_async (FasciaJournal *self,
                                           const char *path,
                                           const char *passphrase,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
FasciaBackupPreview *fascia_journal_preview_restore_finish (FasciaJournal *self,
                                                            GAsyncResult *result,
                                                            GError **error);
/* Closes, restores, opens again; "changed" with FASCIA_CHANGE_ALL and no operation follows when the
 * new journal is READY. When restoring fails the old one is opened again. finish: (transfer full)
 * (nullable): where the replaced file is kept; check @error. */
void fascia_journal_restore_async (FasciaJournal *self,
                                   const char *path,
                                   const char *passphrase,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *fascia_journal_restore_finish (FasciaJournal *self, GAsyncResult *result, GError **error);
/* Likewise; finish: (transfer full): the report. */
void fascia_journal_repair_async (FasciaJournal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *fascia_journal_repair_finish (FasciaJournal *self, GAsyncResult *result, GError **error);
/* Likewise: an empty journal is there afterwards. */
void fascia_journal_erase_async (FasciaJournal *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean fascia_journal_erase_finish (FasciaJournal *self, GAsyncResult *result, GError **error);

/* Finishes with fascia_journal_write_finish(); cannot be undone. */
void fascia_journal_delete_for_good_async (FasciaJournal *self,
                                           const FasciaUid *entry,
                                           gboolean backups_too,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

G_END_DECLS
