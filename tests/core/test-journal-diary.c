/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the pages of the diary see it: what is asked for, tags, own scales. */

#include "config.h"

#include "fascia-core-resources.h"
#include "journal-fixture.h"

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* (transfer full) The result of what was asked with on_answered() and it. */
#define WAIT(result) fascia_test_assert_until (is_answered, &(result))

static void
on_flags_changed (FasciaJournal *journal,
                  FasciaChangeFlags flags,
                  FasciaOperation *operation,
                  gpointer data)
{
  *(FasciaChangeFlags *) data = flags;
}

static FasciaTags *
load_tags (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fascia_journal_load_tags_async (f->journal, NULL, on_answered, &result);
  WAIT (result);
  FasciaTags *tags = fascia_journal_load_tags_finish (f->journal, result, &error);
  g_assert_no_error (error);
  return tags;
}

static FasciaItems *
load_items (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fascia_journal_load_items_async (f->journal, NULL, on_answered, &result);
  WAIT (result);
  FasciaItems *items = fascia_journal_load_items_finish (f->journal, result, &error);
  g_assert_no_error (error);
  return items;
}

static GPtrArray *
ask (Fixture *f, FasciaQuery *query, gint64 before_ms, const FasciaUid *before_uid, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fascia_journal_query_async (f->journal, query, before_ms, before_uid, limit, NULL, on_answered,
                              &result);
  WAIT (result);
  GPtrArray *entries = fascia_journal_query_finish (f->journal, result, &error);
  g_assert_no_error (error);
  return entries;
}

static void
change_tag (Fixture *f, FasciaTagChangeType type, const char *code, const char *name)
{
  g_autoptr (Asker) asker = asker_new (f, 't');
  g_autofree char *own_code = g_strdup (code);
  g_autofree char *own_name = g_strdup (name);
  const FasciaTagChange change = { type, own_code, own_name, NULL };

  fascia_journal_change_tag_async (f->journal, &change, NULL, on_written, asker);
  /* It is copied. */
  if (own_name != NULL)
    memset (own_name, 'x', strlen (own_name));
  if (own_code != NULL)
    memset (own_code, 'x', strlen (own_code));
  wait_for_all (f);
  fascia_test_drain ();
  g_assert_no_error (asker->error);
}

static void
test_tags (Fixture *f, gconstpointer data)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_NONE;

  open_journal (f);
  g_signal_connect (f->journal, "changed", G_CALLBACK (on_flags_changed), &flags);
  change_tag (f, FASCIA_TAG_CREATE, NULL, "Gardening");
  g_assert_cmpint (flags & FASCIA_CHANGE_TAGS, !=, 0);
  g_assert_cmpint (flags & FASCIA_CHANGE_MARKS, ==, 0);
  g_autoptr (FasciaTags) tags = load_tags (f);
  const FasciaTag *tag = fascia_tags_find_name (tags, "gardening");
  g_assert_nonnull (tag);
  g_assert_cmpstr (fascia_tag_get_name (tag), ==, "Gardening");

  /* Undo has a name, and takes it back. */
  FasciaOperation *undo = fascia_journal_get_undo (f->journal);
  g_assert_nonnull (undo);
  g_assert_cmpint (fascia_operation_get_kind (undo), ==, FASCIA_OPERATION_TAGS);
  g_autofree char *label = fascia_operation_dup_undo_label (undo, 20000);
  g_assert_cmpstr (label, !=, "");
  g_autoptr (Asker) asker = asker_new (f, 'u');
  flags = FASCIA_CHANGE_NONE;
  fascia_journal_undo_async (f->journal, 0, NULL, on_written, asker);
  wait_for_all (f);
  fascia_test_drain ();
  g_assert_no_error (asker->error);
  g_assert_cmpint (flags & FASCIA_CHANGE_TAGS, !=, 0);
  g_autoptr (FasciaTags) without = load_tags (f);
  g_assert_null (fascia_tags_find_name (without, "gardening"));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  const FasciaTagChange change = { FASCIA_TAG_CREATE, NULL, "stress", NULL };
  g_autoptr (Asker) asker = asker_new (f, 't');

  open_journal (f);
  fascia_journal_change_tag_async (f->journal, &change, NULL, on_written, asker);
  wait_for_all (f);
  fascia_test_drain ();
  g_assert_error (asker->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_cmpstr (f->story->str, ==, "x");
}

static void
test_scales (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_strdup ("Steps");
  g_autofree char *unit = g_strdup ("steps");
  FasciaOwnScale scale = { .name = name, .maximum = 100, .step = 1, .unit = unit, .better = 1 };
  g_autoptr (Asker) one = asker_new (f, 'a');
  g_autoptr (Asker) two = asker_new (f, 'b');

  open_journal (f);
  fascia_journal_put_scale_async (f->journal, &scale, NULL, on_written, one);
  memset (name, 'x', strlen (name));
  memset (unit, 'x', strlen (unit));
  scale.name = "Ways";
  scale.unit = "steps";
  fascia_journal_put_scale_async (f->journal, &scale, NULL, on_written, two);
  wait_for_all (f);
  g_assert_no_error (one->error);
  g_assert_no_error (two->error);
  g_autoptr (FasciaItems) items = load_items (f);
  const guint n = fascia_items_get_n (items);
  const FasciaItem *steps = fascia_items_get (items, n - 2);
  const FasciaItem *ways = fascia_items_get (items, n - 1);
  g_assert_cmpstr (fascia_item_get_name (steps), ==, "Steps");
  g_assert_cmpstr (fascia_item_get_unit (steps), ==, "steps");
  g_assert_cmpstr (fascia_item_get_name (ways), ==, "Ways");

  g_autoptr (Asker) merge = asker_new (f, 'm');
  fascia_journal_merge_scale_async (f->journal, fascia_item_get_code (steps),
                                    fascia_item_get_code (ways), NULL, on_written, merge);
  wait_for_all (f);
  g_assert_no_error (merge->error);
  g_autoptr (Asker) gone = asker_new (f, 'd');
  fascia_journal_delete_scale_async (f->journal, fascia_item_get_code (ways), NULL, on_written,
                                     gone);
  wait_for_all (f);
  g_assert_no_error (gone->error);
  g_autoptr (FasciaItems) left = load_items (f);
  g_assert_cmpuint (fascia_items_get_n (left), ==, n - 2);
}

static void
test_query (Fixture *f, gconstpointer data)
{
  const char *const regions[] = { "neck-back-left", NULL };
  g_autoptr (FasciaQuery) all = fascia_query_new ();

  open_journal (f);
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (Asker) asker = asker_new (f, 'a');

      log_mark (f, asker, i % 2 == 0 ? "neck-back-left" : "sacrum", i, NULL);
      wait_for_all (f);
      g_assert_no_error (asker->error);
      fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + 12 * 60 * MINUTE_MS);
    }
  FasciaQuery *query = fascia_query_with_regions (all, regions);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  fascia_journal_query_async (f->journal, query, G_MAXINT64, NULL, 2, NULL, on_answered, &result);
  fascia_query_unref (query);
  WAIT (result);
  g_autoptr (GPtrArray) page = fascia_journal_query_finish (f->journal, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 2);
  FasciaEntry *last = g_ptr_array_index (page, 1);
  g_autoptr (FasciaQuery) again = fascia_query_with_regions (all, regions);
  g_autoptr (GPtrArray) rest
      = ask (f, again, fascia_entry_get_moment (last)->utc_ms, fascia_entry_get_uid (last), 2);
  g_assert_cmpuint (rest->len, ==, 1);
  g_autoptr (GPtrArray) everything = ask (f, NULL, G_MAXINT64, NULL, 100);
  g_assert_cmpuint (everything->len, ==, 6);

  g_autoptr (GAsyncResult) counted = NULL;
  fascia_journal_count_days_async (f->journal, again, G_MININT32, G_MAXINT32, NULL, on_answered,
                                   &counted);
  WAIT (counted);
  g_autoptr (GArray) days = fascia_journal_count_days_finish (f->journal, counted, &error);
  g_assert_no_error (error);
  guint n = 0;
  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, FasciaDayCount, i).n_entries;
  g_assert_cmpuint (n, ==, 3);

  g_autoptr (GAsyncResult) found = NULL;
  fascia_journal_load_entry_async (f->journal, fascia_entry_get_uid (last), NULL, on_answered,
                                   &found);
  WAIT (found);
  g_autoptr (FasciaEntry) entry = fascia_journal_load_entry_finish (f->journal, found, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_entry_equal (entry, last));
  const FasciaUid nobody = { { 9 } };
  g_autoptr (GAsyncResult) missed = NULL;
  fascia_journal_load_entry_async (f->journal, &nobody, NULL, on_answered, &missed);
  WAIT (missed);
  g_assert_null (fascia_journal_load_entry_finish (f->journal, missed, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open_journal (f);
  fascia_journal_query_async (f->journal, NULL, G_MAXINT64, NULL, 2, cancellable, on_answered,
                              &result);
  g_cancellable_cancel (cancellable);
  WAIT (result);
  g_assert_null (fascia_journal_query_finish (f->journal, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/journal-diary/tags", test_tags);
  ADD ("/journal-diary/refused", test_refused);
  ADD ("/journal-diary/scales", test_scales);
  ADD ("/journal-diary/query", test_query);
  ADD ("/journal-diary/cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}
