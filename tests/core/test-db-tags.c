/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own tags and scales in the journal: what an entry has is never lost, and every change goes back. */

#include "config.h"

#include <locale.h>

#include "fascia-core-resources.h"
#include "store-fixture.h"

static FasciaOperation *
change (StoreFixture *self,
        FasciaTagChangeType type,
        const char *code,
        const char *name,
        const char *into,
        char **made,
        GError **error)
{
  const FasciaTagChange request = { type, code, name, into };

  return fascia_db_change_tag (self->db, &request, made, error);
}

/* (transfer full) The code of the tag made or changed. */
static char *
succeed (StoreFixture *self,
         FasciaTagChangeType type,
         const char *code,
         const char *name,
         const char *into)
{
  g_autoptr (GError) error = NULL;
  char *made = NULL;
  g_autoptr (FasciaOperation) operation = change (self, type, code, name, into, &made, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_TAGS);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
  return made;
}

static void
fail (StoreFixture *self,
      FasciaTagChangeType type,
      const char *code,
      const char *name,
      const char *into)
{
  g_autofree char *before = store_dump (self->db, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autoptr (FasciaOperation) operation = change (self, type, code, name, into, &made, &error);

  g_assert_null (operation);
  g_assert_null (made);
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_autofree char *after = store_dump (self->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
undo (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_undo (self->db, 0, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
}

static FasciaEntry *
put (StoreFixture *self, FasciaEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put (self->db, entry, &error);

  g_assert_no_error (error);
  return fascia_entry_ref (fascia_operation_get_after (operation));
}

/* (transfer full) A note that has these tags. */
static FasciaEntry *
put_tagged (StoreFixture *self, const char *one, const char *two)
{
  const FasciaUid nameless = { { 0 } };
  const char *const tags[] = { one, two, NULL };
  FasciaMoment moment;

  fascia_clock_now (self->clock, &moment);
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&nameless, FASCIA_ENTRY_NOTE, &moment);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (empty, "n");
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (noted, tags);
  return put (self, tagged);
}

static char *
join_tags (StoreFixture *self, const FasciaEntry *entry)
{
  g_autoptr (FasciaEntry) now = fascia_db_get_entry (self->db, fascia_entry_get_uid (entry), NULL);

  return g_strjoinv (" ", (char **) fascia_entry_get_tags (now));
}

static void
test_create (StoreFixture *self, gconstpointer data)
{
  g_autofree char *code = succeed (self, FASCIA_TAG_CREATE, NULL, "  garden\nwork ", NULL);
  g_autofree char *longer = g_strnfill (101, 'x');
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);

  g_assert_true (g_str_has_prefix (code, "own-"));
  g_assert_cmpstr (fascia_tags_get_name (tags, code), ==, "garden work");
  fail (self, FASCIA_TAG_CREATE, NULL, NULL, NULL);
  fail (self, FASCIA_TAG_CREATE, NULL, " ", NULL);
  fail (self, FASCIA_TAG_CREATE, NULL, "\xff", NULL);
  fail (self, FASCIA_TAG_CREATE, NULL, longer, NULL);
  fail (self, FASCIA_TAG_CREATE, NULL, "Garden WORK", NULL);
  fail (self, FASCIA_TAG_CREATE, NULL, "Long Sitting", NULL);

  undo (self);
  g_autoptr (FasciaTags) without = fascia_db_load_tags (self->db, NULL);
  g_assert_null (fascia_tags_lookup (without, code));
}

static void
test_kept (StoreFixture *self, gconstpointer data)
{
  g_autofree char *code = succeed (self, FASCIA_TAG_CREATE, NULL, "garden work", NULL);
  g_autofree char *renamed = succeed (self, FASCIA_TAG_RENAME, "sport", "Football", NULL);
  g_autofree char *hidden = succeed (self, FASCIA_TAG_HIDE, "heat", NULL, NULL);

  store_fixture_close (self);
  store_fixture_open (self);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
  g_assert_cmpstr (fascia_tags_get_name (tags, code), ==, "garden work");
  g_assert_cmpstr (fascia_tags_get_name (tags, "sport"), ==, "Football");
  g_assert_true (fascia_tag_is_hidden (fascia_tags_lookup (tags, "heat")));

  /* A tag that is not as it was written is noticed. */
  store_exec (self->db, "UPDATE tag SET name = 'golf' WHERE code = 'sport'");
  g_autoptr (GError) error = NULL;
  g_assert_false (fascia_db_check (self->db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
}

static void
test_rename (StoreFixture *self, gconstpointer data)
{
  g_autofree char *code = succeed (self, FASCIA_TAG_CREATE, NULL, "garden", NULL);
  g_autoptr (FasciaEntry) entry = put_tagged (self, code, "sport");
  g_autofree char *before = store_dump (self->db, "tombstone");
  g_autofree char *same = succeed (self, FASCIA_TAG_RENAME, code, "Garden", NULL);
  g_autofree char *ready = succeed (self, FASCIA_TAG_RENAME, "sport", "Football", NULL);

  g_assert_cmpstr (same, ==, code);
  g_assert_cmpstr (ready, ==, "sport");
  fail (self, FASCIA_TAG_RENAME, code, "football", NULL);
  fail (self, FASCIA_TAG_RENAME, code, NULL, NULL);
  fail (self, FASCIA_TAG_RENAME, "own-nobody", "x", NULL);
  fail (self, FASCIA_TAG_RENAME, NULL, "x", NULL);
  g_autofree char *again = succeed (self, FASCIA_TAG_RENAME, "sport", NULL, NULL);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
  g_assert_cmpstr (fascia_tags_get_name (tags, "sport"), ==, "sport");
  g_autofree char *codes = join_tags (self, entry);
  g_assert_nonnull (strstr (codes, code));
  for (guint i = 0; i < 3; i++)
    undo (self);
  g_autofree char *after = store_dump (self->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

static void
test_hide (StoreFixture *self, gconstpointer data)
{
  g_autofree char *code = succeed (self, FASCIA_TAG_CREATE, NULL, "garden", NULL);
  g_autoptr (FasciaEntry) entry = put_tagged (self, code, "heat");
  g_autofree char *hidden = succeed (self, FASCIA_TAG_HIDE, code, NULL, NULL);
  g_autofree char *ready = succeed (self, FASCIA_TAG_HIDE, "heat", NULL, NULL);
  g_autofree char *codes = join_tags (self, entry);
  g_autofree char *expected = g_strdup_printf ("heat %s", code);

  g_assert_cmpstr (codes, ==, expected);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
  g_assert_true (fascia_tag_is_hidden (fascia_tags_lookup (tags, code)));
  g_assert_true (fascia_tag_is_hidden (fascia_tags_lookup (tags, "heat")));
  g_autofree char *shown = succeed (self, FASCIA_TAG_SHOW, "heat", NULL, NULL);
  g_autoptr (FasciaTags) again = fascia_db_load_tags (self->db, NULL);
  g_assert_false (fascia_tag_is_hidden (fascia_tags_lookup (again, "heat")));
  fail (self, FASCIA_TAG_HIDE, "own-nobody", NULL, NULL);

  /* To hide what is hidden changes nothing, and there is nothing to undo of it. */
  g_autoptr (FasciaOperation) nothing
      = change (self, FASCIA_TAG_HIDE, code, NULL, NULL, NULL, NULL);
  g_assert_nonnull (nothing);
  g_assert_false (fascia_operation_can_undo (nothing));
}

static void
test_merge (StoreFixture *self, gconstpointer data)
{
  g_autofree char *one = succeed (self, FASCIA_TAG_CREATE, NULL, "garden", NULL);
  g_autofree char *two = succeed (self, FASCIA_TAG_CREATE, NULL, "gardening", NULL);
  g_autoptr (FasciaEntry) a = put_tagged (self, one, "sport");
  g_autoptr (FasciaEntry) b = put_tagged (self, one, two);
  g_autoptr (FasciaEntry) c = put_tagged (self, two, NULL);
  g_autoptr (FasciaEntry) strange = put_tagged (self, "of-another-version", NULL);
  g_autofree char *before = store_dump (self->db, "tombstone");

  fail (self, FASCIA_TAG_MERGE, one, NULL, one);
  fail (self, FASCIA_TAG_MERGE, one, NULL, "own-nobody");
  fail (self, FASCIA_TAG_MERGE, "own-nobody", NULL, one);
  fail (self, FASCIA_TAG_MERGE, one, NULL, NULL);
  fail (self, FASCIA_TAG_DELETE, one, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = change (self, FASCIA_TAG_MERGE, one, NULL, two, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_operation_get_n_entries (operation), ==, 2);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_TAGS, !=, 0);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_TEXT, !=, 0);
  g_assert_cmpint (fascia_db_count_tag (self->db, one, NULL), ==, 0);
  g_assert_cmpint (fascia_db_count_tag (self->db, two, NULL), ==, 3);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
  g_assert_null (fascia_tags_lookup (tags, one));
  g_autofree char *codes = join_tags (self, b);
  g_assert_cmpstr (codes, ==, two);

  /* A ready one is hidden, for it comes with the program. */
  g_autofree char *into = succeed (self, FASCIA_TAG_MERGE, "sport", NULL, two);
  g_assert_cmpstr (into, ==, two);
  g_autofree char *of_a = join_tags (self, a);
  g_assert_cmpstr (of_a, ==, two);
  g_autoptr (FasciaTags) merged = fascia_db_load_tags (self->db, NULL);
  g_assert_true (fascia_tag_is_hidden (fascia_tags_lookup (merged, "sport")));
  /* One that only entries know can be given a name that way. */
  g_autofree char *known = succeed (self, FASCIA_TAG_MERGE, "of-another-version", NULL, two);
  g_autofree char *of_strange = join_tags (self, strange);
  g_assert_cmpstr (of_strange, ==, two);

  for (guint i = 0; i < 3; i++)
    undo (self);
  g_autofree char *after = store_dump (self->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

static void
test_delete (StoreFixture *self, gconstpointer data)
{
  g_autofree char *code = succeed (self, FASCIA_TAG_CREATE, NULL, "garden", NULL);
  g_autofree char *before = store_dump (self->db, "tombstone");

  fail (self, FASCIA_TAG_DELETE, "sport", NULL, NULL);
  fail (self, FASCIA_TAG_DELETE, "own-nobody", NULL, NULL);
  g_autofree char *gone = succeed (self, FASCIA_TAG_DELETE, code, NULL, NULL);
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
  g_assert_null (fascia_tags_lookup (tags, code));
  undo (self);
  g_autofree char *after = store_dump (self->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

/* ---- no tag in use is ever lost ---- */

/* What each entry means by its tags: the end of all merges of each. */
static char *
get_meaning (GHashTable *merged, const char *code)
{
  const char *next;

  while ((next = g_hash_table_lookup (merged, code)) != NULL)
    code = next;
  return g_strdup (code);
}

static void
assert_nothing_lost (StoreFixture *self, GHashTable *merged, GPtrArray *entries, GPtrArray *meant)
{
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (FasciaEntry) entry = fascia_db_get_entry (
          self->db, fascia_entry_get_uid (g_ptr_array_index (entries, i)), NULL);
      char **codes = g_ptr_array_index (meant, i);

      for (guint j = 0; codes[j] != NULL; j++)
        {
          g_autofree char *meaning = get_meaning (merged, codes[j]);

          g_assert_true (g_strv_contains (fascia_entry_get_tags (entry), meaning));
          g_assert_nonnull (fascia_tags_lookup (tags, meaning));
        }
    }
}

/* What was done to tags, to be taken back at any time later. */
typedef struct
{
  guint64 operation;
  char *merged; /* (nullable) what it was merged into another */
} Done;

static void
done_clear (gpointer data)
{
  g_free (((Done *) data)->merged);
}

/* Any of @done: it is taken back, or something uses it or has changed it since. */
static void
undo_any (StoreFixture *self, GArray *done, GHashTable *merged, guint *n_refused)
{
  guint index = (guint) g_rand_int_range (self->rand, 0, (int) done->len);
  const Done *one = &g_array_index (done, Done, index);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) undone = fascia_db_undo (self->db, one->operation, &error);

  if (undone == NULL)
    {
      g_assert_true (g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED)
                     || g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND));
      *n_refused += error->code == FASCIA_STORE_ERROR_CHANGED ? 1 : 0;
    }
  else if (one->merged != NULL)
    g_hash_table_remove (merged, one->merged);
  if (undone != NULL)
    g_array_remove_index_fast (done, index);
}

static void
test_never_lost (StoreFixture *self, gconstpointer data)
{
  const guint n_steps = g_test_slow () ? 3000 : 150;
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GPtrArray) meant = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (Done));
  guint n_done = 0, n_refused = 0;

  g_array_set_clear_func (done, done_clear);
  g_ptr_array_add (codes, g_strdup ("sport"));
  g_ptr_array_add (codes, g_strdup ("stress"));
  for (guint i = 0; i < n_steps; i++)
    {
      const char *one
          = g_ptr_array_index (codes, (guint) g_rand_int_range (self->rand, 0, (int) codes->len));
      const char *two
          = g_ptr_array_index (codes, (guint) g_rand_int_range (self->rand, 0, (int) codes->len));
      const int type = g_rand_int_range (self->rand, 0, 9);
      g_autofree char *name = g_strdup_printf ("name %d", g_rand_int_range (self->rand, 0, 20));
      g_autofree char *made = NULL;

      if (type == 0 || type > 6)
        {
          /* Only what is in the list is given to an entry. */
          if (g_hash_table_contains (merged, one) || g_hash_table_contains (merged, two))
            continue;
          g_autoptr (FasciaTags) tags = fascia_db_load_tags (self->db, NULL);
          if (fascia_tags_lookup (tags, one) == NULL || fascia_tags_lookup (tags, two) == NULL)
            continue;
          const char *const both[] = { one, two, NULL };
          g_ptr_array_add (entries, put_tagged (self, one, two));
          g_ptr_array_add (meant, g_strdupv ((char **) both));
          continue;
        }
      /* A ready one can be used again after it was merged: what it meant then has moved. */
      if (type == FASCIA_TAG_MERGE
          && (g_hash_table_contains (merged, one) || g_hash_table_contains (merged, two)))
        continue;
      g_autoptr (FasciaOperation) operation
          = change (self, (FasciaTagChangeType) type, one, name, two, &made, NULL);
      if (operation == NULL)
        continue;
      n_done++;
      if (type == FASCIA_TAG_CREATE)
        g_ptr_array_add (codes, g_steal_pointer (&made));
      if (fascia_operation_can_undo (operation))
        {
          const Done one_more = { fascia_operation_get_id (operation),
                                  type == FASCIA_TAG_MERGE ? g_strdup (one) : NULL };

          g_array_append_val (done, one_more);
        }
      if (type == FASCIA_TAG_MERGE)
        g_hash_table_insert (merged, g_strdup (one), g_strdup (two));
      /* Not only what was done last. */
      if (done->len > 0 && g_rand_int_range (self->rand, 0, 3) == 0)
        undo_any (self, done, merged, &n_refused);
      assert_nothing_lost (self, merged, entries, meant);
    }
  assert_nothing_lost (self, merged, entries, meant);
  g_assert_cmpuint (n_done, >, 5);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (entries->len, >, 5);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
}

/* What gave an entry its tag stays as long as the entry has it. */
static void
test_undo_in_use (StoreFixture *self, gconstpointer data)
{
  const FasciaTagChange request = { FASCIA_TAG_CREATE, NULL, "garden", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (FasciaOperation) made = fascia_db_change_tag (self->db, &request, &code, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaEntry) entry = put_tagged (self, code, NULL);
  g_autofree char *before = store_dump (self->db, NULL);

  g_assert_null (fascia_db_undo (self->db, fascia_operation_get_id (made), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_autofree char *after = store_dump (self->db, NULL);
  g_assert_cmpstr (after, ==, before);

  /* Without the entry it goes. */
  undo (self);
  g_autoptr (FasciaOperation) undone
      = fascia_db_undo (self->db, fascia_operation_get_id (made), &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  /* The name of a ready one goes, the tag stays. */
  g_autofree char *renamed = succeed (self, FASCIA_TAG_RENAME, "sport", "Football", NULL);
  g_autoptr (FasciaOperation) ready = fascia_db_peek_undo (self->db);
  g_autoptr (FasciaEntry) other = put_tagged (self, "sport", NULL);
  g_autoptr (FasciaOperation) unnamed
      = fascia_db_undo (self->db, fascia_operation_get_id (ready), &error);
  g_assert_no_error (error);
  g_assert_nonnull (unnamed);
}

/* ---- scales ---- */

static FasciaEntry *
put_measured (StoreFixture *self, const char *item, double value, const char *other, double more)
{
  const FasciaUid nameless = { { 0 } };
  const FasciaMeasurement one = { item, FASCIA_SIDE_MIDLINE, value, NULL };
  const FasciaMeasurement two = { other, FASCIA_SIDE_MIDLINE, more, NULL };
  FasciaMoment moment;

  fascia_clock_now (self->clock, &moment);
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&nameless, FASCIA_ENTRY_MEASUREMENT, &moment);
  g_autoptr (FasciaEntry) measured = fascia_entry_with_measurement (empty, &one);
  if (other == NULL)
    return put (self, measured);
  g_autoptr (FasciaEntry) both = fascia_entry_with_measurement (measured, &two);
  return put (self, both);
}

static char *
put_scale (StoreFixture *self, const FasciaOwnScale *scale)
{
  g_autoptr (GError) error = NULL;
  char *code = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put_scale (self->db, scale, &code, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_ITEMS);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
  return code;
}

static void
fail_scale (StoreFixture *self, const FasciaOwnScale *scale)
{
  g_autofree char *before = store_dump (self->db, NULL);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_put_scale (self->db, scale, &code, &error));
  g_assert_null (code);
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_autofree char *after = store_dump (self->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo_scale_in_use (StoreFixture *self, gconstpointer data)
{
  const FasciaOwnScale steps = { .name = "Steps", .maximum = 50000, .step = 100, .better = 1 };
  g_autofree char *code = put_scale (self, &steps);
  g_autoptr (FasciaOperation) made = fascia_db_peek_undo (self->db);
  g_autoptr (FasciaEntry) entry = put_measured (self, code, 8000, NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_undo (self->db, fascia_operation_get_id (made), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  undo (self);
  undo (self);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM own_scale"), ==, 0);
}

static void
test_scales (StoreFixture *self, gconstpointer data)
{
  FasciaOwnScale steps = { .name = " Steps ",
                           .minimum = 0,
                           .maximum = 50000,
                           .step = 100,
                           .unit = "steps",
                           .low_label = "few",
                           .better = 1 };
  g_autofree char *code = put_scale (self, &steps);
  g_autoptr (FasciaEntry) entry = put_measured (self, code, 8000, NULL, 0);
  g_autofree char *before = store_dump (self->db, "tombstone");

  fail_scale (self, &steps);
  steps.name = "sleep";
  fail_scale (self, &steps);
  steps.name = "Ways";
  steps.code = "own-nobody";
  fail_scale (self, &steps);
  steps.code = "sleep";
  fail_scale (self, &steps);
  steps.code = code;
  steps.maximum = 7000;
  fail_scale (self, &steps);
  steps.maximum = 8000;
  steps.is_hidden = TRUE;
  steps.low_label = NULL;
  steps.better = -1;
  g_autofree char *same = put_scale (self, &steps);
  g_assert_cmpstr (same, ==, code);
  store_fixture_close (self);
  store_fixture_open (self);
  g_autoptr (FasciaItems) items = fascia_db_load_items (self->db, NULL);
  const FasciaItem *item = fascia_items_lookup (items, code);
  g_assert_cmpstr (fascia_item_get_name (item), ==, "Ways");
  g_assert_cmpfloat (fascia_item_get_maximum (item), ==, 8000);
  g_assert_cmpfloat (fascia_item_get_step (item), ==, 100);
  g_assert_cmpstr (fascia_item_get_unit (item), ==, "steps");
  g_assert_null (fascia_item_get_low_label (item));
  g_assert_cmpint (fascia_item_get_better (item), ==, -1);
  g_assert_true (fascia_item_is_hidden (item));

  steps.name = "Walks";
  g_autofree char *once_more = put_scale (self, &steps);
  undo (self);
  g_autoptr (FasciaItems) back = fascia_db_load_items (self->db, NULL);
  g_assert_cmpstr (fascia_items_get_name (back, code), ==, "Ways");
}

static void
test_scales_merged (StoreFixture *self, gconstpointer data)
{
  FasciaOwnScale scale = { .name = "a", .minimum = 0, .maximum = 10, .step = 1, .better = -1 };
  g_autofree char *one = put_scale (self, &scale);
  scale.name = "b";
  g_autofree char *two = put_scale (self, &scale);
  scale.name = "c";
  scale.maximum = 20;
  g_autofree char *wide = put_scale (self, &scale);
  g_autoptr (FasciaEntry) alone = put_measured (self, one, 4, NULL, 0);
  g_autoptr (FasciaEntry) agreeing = put_measured (self, one, 5, two, 5);
  g_autofree char *before = store_dump (self->db, "tombstone");
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_merge_scale (self->db, one, wide, NULL));
  g_assert_null (fascia_db_merge_scale (self->db, one, one, NULL));
  g_assert_null (fascia_db_merge_scale (self->db, "sleep", one, NULL));
  g_assert_null (fascia_db_merge_scale (self->db, one, "own-nobody", NULL));
  g_assert_null (fascia_db_delete_scale (self->db, one, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_autofree char *untouched = store_dump (self->db, "tombstone");
  g_assert_cmpstr (untouched, ==, before);

  g_autoptr (FasciaOperation) operation = fascia_db_merge_scale (self->db, one, two, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
  g_autoptr (FasciaEntry) now = fascia_db_get_entry (self->db, fascia_entry_get_uid (alone), NULL);
  g_assert_cmpfloat (fascia_entry_find_measurement (now, two, FASCIA_SIDE_MIDLINE)->value, ==, 4);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM measurement"), ==, 2);
  g_autoptr (FasciaItems) items = fascia_db_load_items (self->db, NULL);
  g_assert_null (fascia_items_lookup (items, one));
  undo (self);
  g_autofree char *after = store_dump (self->db, "tombstone");
  g_assert_cmpstr (after, ==, before);

  /* Of two values that differ neither is thrown away. */
  g_autoptr (FasciaEntry) torn = put_measured (self, one, 1, two, 9);
  g_assert_null (fascia_db_merge_scale (self->db, one, two, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM measurement"), ==, 5);
  /* One that is not used can go. */
  g_autoptr (FasciaOperation) deleted = fascia_db_delete_scale (self->db, wide, &error);
  g_assert_no_error (error);
  undo (self);
  g_autoptr (FasciaItems) again = fascia_db_load_items (self->db, NULL);
  g_assert_nonnull (fascia_items_lookup (again, wide));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  store_test_add ("/db-tags/create", test_create);
  store_test_add ("/db-tags/kept", test_kept);
  store_test_add ("/db-tags/rename", test_rename);
  store_test_add ("/db-tags/hide", test_hide);
  store_test_add ("/db-tags/merge", test_merge);
  store_test_add ("/db-tags/delete", test_delete);
  store_test_add ("/db-tags/never-lost", test_never_lost);
  store_test_add ("/db-tags/undo-in-use", test_undo_in_use);
  store_test_add ("/db-tags/undo-scale-in-use", test_undo_scale_in_use);
  store_test_add ("/db-tags/scales", test_scales);
  store_test_add ("/db-tags/scales-merged", test_scales_merged);
  return g_test_run ();
}
