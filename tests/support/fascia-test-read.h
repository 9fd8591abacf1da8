/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal has, asked after everything written before: for tests with a main loop.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "fascia-test-utils.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_done;
  gpointer value;
} FasciaTestRead;

static inline gboolean
fascia_test_is_read (gpointer data)
{
  return ((FasciaTestRead *) data)->is_done;
}

static inline void
fascia_test_on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaTestRead *read = data;
  g_autoptr (GError) error = NULL;

  read->value = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  read->is_done = TRUE;
}

/* (transfer full) (element-type FasciaEntry) All entries, newest first, at most 100. */
static inline GPtrArray *
fascia_test_read_entries (FasciaJournal *journal)
{
  FasciaTestRead read = { 0 };

  fascia_journal_list_async (journal, G_MAXINT64, NULL, 100, NULL, fascia_test_on_listed, &read);
  fascia_test_assert_until (fascia_test_is_read, &read);
  return read.value;
}

static inline void
fascia_test_on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaTestRead *read = data;
  g_autoptr (GError) error = NULL;

  read->value = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  read->is_done = TRUE;
}

/* (transfer full) */
static inline FasciaSettings *
fascia_test_read_settings (FasciaJournal *journal)
{
  FasciaTestRead read = { 0 };

  fascia_journal_load_settings_async (journal, NULL, fascia_test_on_settings, &read);
  fascia_test_assert_until (fascia_test_is_read, &read);
  return read.value;
}

static inline void
fascia_test_on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaTestRead *read = data;
  g_autoptr (GError) error = NULL;

  read->value = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  read->is_done = TRUE;
}

/* Writes @entry and waits until it is written. */
static inline void
fascia_test_put (FasciaJournal *journal, FasciaEntry *entry)
{
  FasciaTestRead read = { 0 };

  fascia_journal_put_async (journal, entry, NULL, fascia_test_on_written, &read);
  fascia_test_assert_until (fascia_test_is_read, &read);
  fascia_operation_unref (read.value);
}

G_END_DECLS
