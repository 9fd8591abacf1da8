/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check in the journal: kept as codes, cleared and not deleted, taken back. */

#include "config.h"

#include "core/journal/fascia-journal-safety.h"
#include "core/store/fascia-db-practice.h"
#include "fascia-core-resources.h"
#include "store-fixture.h"

#define DAY 20700

static const FasciaConditionAnswer some[] = {
  { "wound", "calf-upper-left", FASCIA_SIDE_LEFT, FASCIA_DAY_UNKNOWN, FALSE },
  { "surgery", "sacrum", FASCIA_SIDE_MIDLINE, DAY - 20, TRUE },
  { "lymphoedema", NULL, FASCIA_SIDE_RIGHT, FASCIA_DAY_UNKNOWN, FALSE },
  { "falls", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, TRUE },
};

static void
set (StoreFixture *self, const FasciaConditionAnswer *answers, guint n_answers, gint32 day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_db_set_answers (self->db, answers, n_answers, day, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_SAFETY);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
undo (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_undo (self->db, 0, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_db_check (self->db, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_loaded (StoreFixture *self,
               const FasciaConditionAnswer *answers,
               guint n_answers,
               gint32 day)
{
  g_autoptr (GError) error = NULL;
  gint32 answered;
  g_autoptr (GArray) loaded = fascia_db_load_answers (self->db, &answered, &error);

  g_assert_no_error (error);
  g_assert_cmpint (answered, ==, day);
  g_assert_cmpuint (loaded->len, ==, n_answers);
  for (guint i = 0; i < n_answers; i++)
    {
      const FasciaConditionAnswer *one = &g_array_index (loaded, FasciaConditionAnswer, i);

      g_assert_cmpstr (one->code, ==, answers[i].code);
      g_assert_cmpstr (one->region, ==, answers[i].region);
      g_assert_cmpint (one->side, ==, answers[i].side);
      g_assert_cmpint (one->since_day, ==, answers[i].since_day);
      g_assert_cmpint (one->is_unsure, ==, answers[i].is_unsure);
    }
}

static void
test_kept (StoreFixture *self, gconstpointer data)
{
  assert_loaded (self, NULL, 0, FASCIA_DAY_UNKNOWN);
  set (self, some, G_N_ELEMENTS (some), DAY);
  assert_loaded (self, some, G_N_ELEMENTS (some), DAY);
  store_fixture_close (self);
  store_fixture_open (self);
  assert_loaded (self, some, G_N_ELEMENTS (some), DAY);
  /* Nothing but codes, places and days. */
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM condition WHERE code IN ('wound', "
                                          "'surgery', 'lymphoedema', 'falls') AND (region IS NULL "
                                          "OR region IN ('calf-upper-left', 'sacrum', 'right'))"),
                   ==, 4);
}

/* "None of these" is an answer. */
static void
test_none (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (self, NULL, 0, DAY);
  assert_loaded (self, NULL, 0, DAY);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM condition"), ==, 0);
  /* A place put on the map does not count as having answered the rest. */
  undo (self);
  set (self, some, 1, FASCIA_DAY_UNKNOWN);
  assert_loaded (self, some, 1, FASCIA_DAY_UNKNOWN);
  /* What was answered already is no change. */
  g_autoptr (FasciaOperation) same
      = fascia_db_set_answers (self->db, some, 1, FASCIA_DAY_UNKNOWN, &error);
  g_assert_no_error (error);
  g_assert_false (fascia_operation_can_undo (same));
  g_assert_cmpint (fascia_operation_get_changes (same), ==, FASCIA_CHANGE_NONE);
}

static void
test_cleared (StoreFixture *self, gconstpointer data)
{
  set (self, some, G_N_ELEMENTS (some), DAY);
  store_fixture_wait (self, 3 * DAY_MS);
  set (self, some + 1, 2, DAY + 3);
  assert_loaded (self, some + 1, 2, DAY + 3);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM condition"), ==, 4);
  g_assert_cmpint (
      store_count (self->db, "SELECT count(*) FROM condition WHERE cleared_day IS NOT NULL"), ==,
      2);
  /* The same again is a new answer; what was stays as it was. */
  set (self, some, 3, DAY + 3);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM condition"), ==, 5);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM condition WHERE code = 'wound'"),
                   ==, 2);
}

static void
test_undone (StoreFixture *self, gconstpointer data)
{
  const FasciaConditionAnswer other
      = { "falls", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE };

  set (self, some, G_N_ELEMENTS (some), DAY);
  store_fixture_wait (self, DAY_MS);
  g_autofree char *before = store_dump (self->db, "table_digest");
  set (self, &other, 1, DAY + 1);
  assert_loaded (self, &other, 1, DAY + 1);
  g_autoptr (FasciaOperation) newest = fascia_db_peek_undo (self->db);
  g_autofree char *label = fascia_operation_dup_undo_label (newest, DAY);
  g_assert_cmpstr (label, ==, "Undo the safety answers");
  undo (self);
  assert_loaded (self, some, G_N_ELEMENTS (some), DAY);
  g_autofree char *after = store_dump (self->db, "table_digest");
  g_assert_cmpstr (after, ==, before);
  undo (self);
  assert_loaded (self, NULL, 0, FASCIA_DAY_UNKNOWN);
  g_assert_cmpint (store_count (self->db, "SELECT count(*) FROM setting"), ==, 0);
  g_assert_cmpint (
      store_count (self->db, "SELECT count(*) FROM tombstone WHERE kind = 'condition'"), ==, 4);
}

/* Undo never takes back over what was changed since. */
static void
test_changed_since (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (self, some, 1, DAY);
  store_exec (self->db, "UPDATE condition SET since_day = 5");
  g_autoptr (FasciaOperation) operation = fascia_db_undo (self->db, 0, &error);
  g_assert_null (operation);
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
}

static void
test_damaged (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint32 answered;

  set (self, some, G_N_ELEMENTS (some), DAY);
  store_exec (self->db, "UPDATE condition SET since_day = 1 WHERE code = 'surgery'");
  g_assert_false (fascia_db_check (self->db, NULL, NULL, NULL));
  store_exec (self->db, "UPDATE condition SET since_day = 99999999999 WHERE code = 'surgery'");
  store_exec (self->db, "UPDATE setting SET value = '\"soon\"' WHERE key = 'safety.answered'");
  g_autoptr (GArray) loaded = fascia_db_load_answers (self->db, &answered, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answered, ==, FASCIA_DAY_UNKNOWN);
  g_assert_cmpint (g_array_index (loaded, FasciaConditionAnswer, 1).since_day, ==,
                   FASCIA_DAY_UNKNOWN);
}

static void
test_refused (StoreFixture *self, gconstpointer data)
{
  const FasciaConditionAnswer bad[] = {
    { "", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE },
    { "wound", "", FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE },
    { "\xff", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaOperation) operation
          = fascia_db_set_answers (self->db, &bad[i], 1, DAY, &error);

      g_assert_null (operation);
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
    }
  assert_loaded (self, NULL, 0, FASCIA_DAY_UNKNOWN);
}

/* ---- as the window does it ---- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **to = data;

  *to = g_object_ref (result);
}

static gboolean
is_done (gpointer data)
{
  GAsyncResult *const *result = data;

  return *result != NULL;
}

static void
test_journal (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  gint32 answered = 0;

  store_fixture_close (self);
  g_autoptr (FasciaJournal) journal = fascia_journal_new (self->path, self->clock);
  fascia_journal_open (journal);
  fascia_journal_set_answers_async (journal, some, G_N_ELEMENTS (some), DAY, NULL, on_done,
                                    &written);
  fascia_test_assert_until (is_done, &written);
  g_autoptr (FasciaOperation) operation = fascia_journal_write_finish (journal, written, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_SETTINGS, !=, 0);
  fascia_journal_load_answers_async (journal, NULL, on_done, &loaded);
  fascia_test_assert_until (is_done, &loaded);
  g_autoptr (GArray) answers
      = fascia_journal_load_answers_finish (journal, loaded, &answered, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, G_N_ELEMENTS (some));
  g_assert_cmpint (answered, ==, DAY);
  fascia_journal_shutdown (journal);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

#define ADD(name, function)                                                                        \
  g_test_add ("/db-answers/" name, StoreFixture, NULL, store_fixture_set_up, function,             \
              store_fixture_tear_down)
  ADD ("kept", test_kept);
  ADD ("none", test_none);
  ADD ("cleared", test_cleared);
  ADD ("undone", test_undone);
  ADD ("changed-since", test_changed_since);
  ADD ("damaged", test_damaged);
  ADD ("refused", test_refused);
  ADD ("journal", test_journal);
#undef ADD
  return g_test_run ();
}
