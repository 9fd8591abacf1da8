/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding entries in the journal: says the same as the query says of each entry, whatever the
 * journal and whatever the query; pages, counts, days. */

#include "config.h"

#include <locale.h>

#include "core/journal/fascia-query-private.h"
#include "fascia-core-resources.h"
#include "store-fixture.h"

#define N_ENTRIES 100
#define N_QUERIES 120
#define N_JOURNALS 2
#define N_MANY 500

typedef struct
{
  FasciaBody *body;
  FasciaFeelings *feelings;
  FasciaTags *tags;
  FasciaItems *items;
  FasciaNames names;
} Names;

static void
names_init (Names *self, FasciaDb *db)
{
  self->body = fascia_body_new (NULL);
  self->feelings = fascia_feelings_new (NULL);
  self->tags = fascia_db_load_tags (db, NULL);
  self->items = fascia_db_load_items (db, NULL);
  self->names = (FasciaNames) { self->body, self->feelings, self->tags, self->items };
}

static void
names_clear (Names *self)
{
  fascia_body_unref (self->body);
  fascia_feelings_unref (self->feelings);
  fascia_tags_unref (self->tags);
  fascia_items_unref (self->items);
}

static const char *const regions[] = {
  "shoulder-top-left", "shoulder-top-right", "neck-back-left", "sacrum",
  "calf-upper-left",   "no-such-place",
};
static const char *const tags[] = { "stress", "long-sitting", "rest", "own-of-another", "sleep" };
static const char *const feelings[] = { "burning", "aching", "fizzy" };
static const char *const items[] = { "sleep", "stress", "slr", "own-x" };
static const char *const words[] = {
  "shoulder",  "Schulter", "müde", "mude",  "MÜDE",   "Straße", "strasse",  "x2",
  "self-made", "self",     "made", "naïve", "كَتِفِي",   "كتفي",   "肩が痛い", "右肩",
  "left",      "l",        "r",    "sh",    "stress", "burn",   "visit",    "note",
  "\"",        "'",        "%",    "_",     "*",      "a OR b", "(",        "😀",
  "कंधे",        "어깨",     "Ёлка", "елка",  "sleep",  "rest",   "knee",     "trapezius",
  "don’t",     "ⅷ",        "ﬁn",   "fin",   "Ǆ",      "ẞ",      "İstanbul", "istanbul",
};

#define PICK(array, rand) array[g_rand_int_range (rand, 0, G_N_ELEMENTS (array))]

/* (transfer full) Some of the words, with things between them. */
static char *
invent_text (GRand *rand, int max_words)
{
  static const char *const between[] = { " ", " ", " ", ", ", "\n", "-", "\"", "" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, max_words + 1); i > 0; i--)
    {
      g_string_append (text, PICK (words, rand));
      g_string_append (text, PICK (between, rand));
    }
  return g_string_free (text, FALSE);
}

static void
take (FasciaEntry **entry, FasciaEntry *changed)
{
  fascia_entry_unref (*entry);
  *entry = changed;
}

static void
invent_details (FasciaEntry **entry, GRand *rand)
{
  g_autofree char *text = invent_text (rand, 3);
  const char *const areas[] = { PICK (regions, rand), NULL };
  const FasciaVisit visit = { .minutes = 30,
                              .pressure = -1,
                              .rating = -1,
                              .before = -1,
                              .after = -1,
                              .said = text,
                              .areas = areas };
  const FasciaExercise exercise = { .what = text, .minutes = -1, .sets = -1, .repetitions = -1 };
  const FasciaTreatment treatment = { .what = "cream", .amount = text, .helped = -1 };
  const FasciaEvent event = { .type = "injury", .what = text, .until_day = FASCIA_DAY_NOT_GIVEN };
  const FasciaSessionStep step = {
    .step = "a", .region = PICK (regions, rand), .planned_s = -1, .done_s = -1, .discomfort = -1
  };
  const FasciaSession session
      = { .started_ms = FASCIA_TEST_NOW_MS - DAY_MS, .steps = &step, .n_steps = 1 };

  switch (fascia_entry_get_kind (*entry))
    {
    case FASCIA_ENTRY_VISIT:
      take (entry, fascia_entry_with_visit (*entry, &visit));
      break;
    case FASCIA_ENTRY_EXERCISE:
      take (entry, fascia_entry_with_exercise (*entry, &exercise));
      break;
    case FASCIA_ENTRY_TREATMENT:
      take (entry, fascia_entry_with_treatment (*entry, &treatment));
      break;
    case FASCIA_ENTRY_EVENT:
      take (entry, fascia_entry_with_event (*entry, &event));
      break;
    case FASCIA_ENTRY_SESSION:
      take (entry, fascia_entry_with_session (*entry, &session));
      break;
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_NOTE:
    default:
      break;
    }
}

/* Many fall on the same moment. */
static FasciaEntry *
invent_entry (GRand *rand)
{
  const FasciaUid nameless = { { 0 } };
  const gint64 utc_ms = FASCIA_TEST_NOW_MS - g_rand_int_range (rand, 1, 30) * DAY_MS / 3;
  const int offset_min = g_rand_int_range (rand, -12, 13) * 60;
  const FasciaMoment moment = {
    .utc_ms = utc_ms,
    .day = (gint32) ((utc_ms + offset_min * MINUTE_MS) / DAY_MS),
    .offset_min = offset_min,
    .zone = "UTC",
  };
  FasciaEntry *entry = fascia_entry_new (
      &nameless,
      (FasciaEntryKind) g_rand_int_range (rand, FASCIA_ENTRY_CHECK_IN, FASCIA_ENTRY_NOTE + 1),
      &moment);
  g_autofree char *note = invent_text (rand, 6);

  invent_details (&entry, rand);
  take (&entry, fascia_entry_with_note (entry, note));
  if (g_rand_boolean (rand))
    {
      const char *const some[] = { PICK (tags, rand), PICK (tags, rand), NULL };
      take (&entry, fascia_entry_with_tags (entry, some));
    }
  if (g_rand_boolean (rand))
    {
      const FasciaMeasurement measurement
          = { PICK (items, rand), FASCIA_SIDE_MIDLINE, g_rand_int_range (rand, 0, 11), NULL };
      take (&entry, fascia_entry_with_measurement (entry, &measurement));
    }
  if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_CHECK_IN)
    return entry;
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      const char *const feels[] = { PICK (feelings, rand), NULL };
      const FasciaMark mark = { PICK (regions, rand), FASCIA_SCALE_TIGHTNESS,
                                g_rand_int_range (rand, -1, 11), feels };
      take (&entry, fascia_entry_with_mark (entry, &mark));
    }
  const FasciaSpread spread = { "skull-base-left", PICK (regions, rand) };
  if (g_rand_boolean (rand))
    take (&entry, fascia_entry_with_spread (entry, &spread));
  return entry;
}

static FasciaQuery *
invent_query (GRand *rand, const FasciaNames *names)
{
  FasciaQuery *query = fascia_query_new ();
  const gint32 today = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);

#define CHANGE(call)                                                                               \
  do                                                                                               \
    {                                                                                              \
      FasciaQuery *changed = call;                                                                 \
      fascia_query_unref (query);                                                                  \
      query = changed;                                                                             \
    }                                                                                              \
  while (FALSE)

  if (g_rand_int_range (rand, 0, 4) == 0)
    CHANGE (fascia_query_with_kinds (query, (guint) g_rand_int_range (rand, 0, 512)));
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      const char *const some[] = { PICK (regions, rand), PICK (regions, rand), NULL };
      CHANGE (fascia_query_with_regions (query, some));
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    CHANGE (fascia_query_with_tag (query, PICK (tags, rand)));
  if (g_rand_int_range (rand, 0, 3) == 0)
    CHANGE (fascia_query_with_days (
        query, g_rand_boolean (rand) ? today - g_rand_int_range (rand, 0, 12) : G_MININT32,
        g_rand_boolean (rand) ? today - g_rand_int_range (rand, 0, 12) : G_MAXINT32));
  if (g_rand_int_range (rand, 0, 5) != 0)
    {
      g_autofree char *text = invent_text (rand, 3);
      CHANGE (fascia_query_with_text (query, text, names));
    }
#undef CHANGE
  return query;
}

/* (transfer full) Names of the entries, in their order. */
static char *
name_all (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *name
          = fascia_uid_to_string (fascia_entry_get_uid (g_ptr_array_index (entries, i)));
      g_string_append_printf (text, "%s\n", name);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full) In pages of @limit. */
static GPtrArray *
query_in_pages (FasciaDb *db, const FasciaQuery *query, guint limit)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  gint64 before_ms = G_MAXINT64;
  FasciaUid uid;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page
          = fascia_db_query (db, query, before_ms, all->len > 0 ? &uid : NULL, limit, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, <=, limit);
      for (guint i = 0; i < page->len; i++)
        g_ptr_array_add (all, fascia_entry_ref (g_ptr_array_index (page, i)));
      if (page->len < limit)
        return all;
      FasciaEntry *last = g_ptr_array_index (page, page->len - 1);
      before_ms = fascia_entry_get_moment (last)->utc_ms;
      uid = *fascia_entry_get_uid (last);
    }
}

static void
check_days (FasciaDb *db, const FasciaQuery *query, GPtrArray *found)
{
  g_autoptr (GArray) days = fascia_db_count_days (db, query, G_MININT32, G_MAXINT32, NULL);
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const FasciaDayCount *day = &g_array_index (days, FasciaDayCount, i);
      guint n_there = 0;

      if (i > 0)
        g_assert_cmpint (day->day, >, g_array_index (days, FasciaDayCount, i - 1).day);
      for (guint j = 0; j < found->len; j++)
        n_there += fascia_entry_get_moment (g_ptr_array_index (found, j))->day == day->day ? 1 : 0;
      g_assert_cmpuint (day->n_entries, ==, n_there);
      g_assert_cmpuint (n_there, >, 0);
      n += n_there;
    }
  g_assert_cmpuint (n, ==, found->len);
  g_assert_cmpint (fascia_db_count_query (db, query, NULL), ==, found->len);
}

static void
check_query (FasciaDb *db, const FasciaQuery *query, GPtrArray *entries, guint limit)
{
  g_autoptr (GPtrArray) expected
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  for (guint i = 0; i < entries->len; i++)
    if (fascia_query_matches (query, g_ptr_array_index (entries, i)))
      g_ptr_array_add (expected, fascia_entry_ref (g_ptr_array_index (entries, i)));
  g_autoptr (GPtrArray) found = query_in_pages (db, query, limit);
  g_autofree char *found_names = name_all (found);
  g_autofree char *expected_names = name_all (expected);
  if (!g_str_equal (found_names, expected_names))
    g_test_message ("query “%s”", fascia_query_get_text (query));
  g_assert_cmpstr (found_names, ==, expected_names);
  check_days (db, query, found);
}

static void
fill (StoreFixture *self, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaEntry) entry = invent_entry (self->rand);
      g_autoptr (FasciaOperation) operation = fascia_db_put (self->db, entry, &error);

      g_assert_no_error (error);
    }
}

static GPtrArray *
list_all (FasciaDb *db)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = fascia_db_list (db, G_MAXINT64, NULL, 100000, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < entries->len; i++)
    {
      const FasciaEntry *newer = g_ptr_array_index (entries, i - 1);
      const FasciaEntry *older = g_ptr_array_index (entries, i);
      const gint64 newer_ms = fascia_entry_get_moment (newer)->utc_ms;
      const gint64 older_ms = fascia_entry_get_moment (older)->utc_ms;

      g_assert_true (newer_ms > older_ms
                     || (newer_ms == older_ms
                         && memcmp (fascia_entry_get_uid (newer), fascia_entry_get_uid (older),
                                    sizeof (FasciaUid))
                                > 0));
    }
  return entries;
}

static void
test_same (StoreFixture *self, gconstpointer data)
{
  const guint n_journals = g_test_slow () ? 100 * N_JOURNALS : N_JOURNALS;

  for (guint journal = 0; journal < n_journals; journal++)
    {
      Names names;

      fill (self, N_ENTRIES / 2);
      /* Some change, some go. */
      g_autoptr (GPtrArray) before = list_all (self->db);
      for (guint i = 0; i < before->len; i += 5)
        {
          const FasciaUid *uid = fascia_entry_get_uid (g_ptr_array_index (before, i));
          g_autofree char *note = invent_text (self->rand, 3);
          g_autoptr (FasciaOperation) operation
              = i % 2 == 0 ? fascia_db_delete_entry (self->db, uid, NULL)
                           : fascia_db_set_note (self->db, uid, note, NULL);
          if (i % 3 == 0)
            {
              g_autoptr (FasciaOperation) undone = fascia_db_undo (self->db, 0, NULL);
            }
        }
      g_autoptr (GPtrArray) entries = list_all (self->db);
      names_init (&names, self->db);
      for (guint i = 0; i < N_QUERIES; i++)
        {
          g_autoptr (FasciaQuery) query = invent_query (self->rand, &names.names);

          check_query (self->db, query, entries, 1 + i % 40);
        }
      names_clear (&names);
    }
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
}

/* Of many hits the newest are met on the way back through time. */
static void
test_many (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) invented
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (GError) error = NULL;
  const gint32 today = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);
  const guint n_queries = g_test_slow () ? 1000 : 40;
  guint n_many = 0;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (FasciaEntry) nameless = invent_entry (self->rand);
      FasciaUid uid;

      fascia_db_make_uid (self->db, fascia_entry_get_moment (nameless)->utc_ms, &uid);
      g_ptr_array_add (invented, fascia_entry_with_uid (nameless, &uid));
    }
  fascia_db_insert_entries (self->db, (FasciaEntry *const *) invented->pdata, invented->len,
                            &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) entries = list_all (self->db);
  g_assert_cmpuint (entries->len, ==, N_MANY);
  for (guint i = 0; i < n_queries; i++)
    {
      g_autoptr (FasciaQuery) kinds = fascia_query_with_kinds (
          all, (guint) g_rand_int_range (self->rand, 0, 512) | 1u << FASCIA_ENTRY_CHECK_IN);
      g_autoptr (FasciaQuery) typed = fascia_query_with_text (kinds, i % 3 == 0 ? "s" : NULL, NULL);
      g_autoptr (FasciaQuery) query = fascia_query_with_days (
          typed, i % 4 == 0 ? today - 9 : G_MININT32, i % 5 == 0 ? today - 4 : G_MAXINT32);

      n_many += fascia_db_count_query (self->db, typed, NULL) > 200 ? 1 : 0;
      check_query (self->db, query, entries, 1 + i * 7 % 90);
    }
  g_assert_cmpuint (n_many, >, n_queries / 4);
}

/* What a page shows is what the entry says by itself. */
static void
test_whole (StoreFixture *self, gconstpointer data)
{
  fill (self, N_ENTRIES);
  g_autoptr (GPtrArray) entries = list_all (self->db);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (FasciaEntry) alone
          = fascia_db_get_entry (self->db, fascia_entry_get_uid (entry), NULL);

      g_assert_true (fascia_entry_equal (entry, alone));
    }
}

/* Adds the words of a folded text, parted where a word can begin. */
static void
add_tokens (GHashTable *tokens, const char *folded)
{
  const char *start = folded;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c != '\0' && c != ' ' && !g_unichar_ismark (c))
        continue;
      g_autofree char *token = g_strndup (start, (gsize) (at - start));
      if (at > start && !fascia_words_need_anywhere (token))
        g_hash_table_add (tokens, g_steal_pointer (&token));
      if (c == '\0')
        return;
      start = g_utf8_next_char (at);
    }
}

static void
write_note (FasciaDb *db, const FasciaMoment *moment, const char *note)
{
  const FasciaUid nameless = { { 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&nameless, FASCIA_ENTRY_NOTE, moment);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_note (empty, note);
  g_autoptr (FasciaOperation) operation = fascia_db_put (db, entry, &error);

  g_assert_no_error (error);
}

/* Every character within a word of the journal: whatever Unicode calls it, the index parts and knows
 * the same words as we do, but for scripts that are not looked for by the beginnings of words. */
static void
test_characters (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  FasciaMoment moment;
  guint n_terms = 0;

  fascia_clock_now (self->clock, &moment);
  for (gunichar c = 1; c < 0x30000; c++)
    {
      if (c < 0xd800 || c > 0xdfff)
        {
          g_string_append (note, " q");
          g_string_append_unichar (note, c);
          g_string_append (note, "z ");
          g_string_append_unichar (note, c);
        }
      if (note->len < 20000 && c + 1 < 0x30000)
        continue;
      write_note (self->db, &moment, note->str);
      g_autofree char *folded = fascia_words_fold (note->str);
      add_tokens (tokens, folded);
      g_string_truncate (note, 0);
    }
  g_assert_cmpint (
      sqlite3_exec (fascia_db_get_sqlite (self->db),
                    "CREATE VIRTUAL TABLE temp.v USING fts5vocab (main, entry_text, row)", NULL,
                    NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (fascia_db_get_sqlite (self->db), "SELECT term FROM temp.v",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *term = (const char *) sqlite3_column_text (statement, 0);

      /* Those are not asked for there. */
      if (fascia_words_need_anywhere (term))
        continue;
      if (!g_hash_table_remove (tokens, term))
        g_error ("only the index has “%s”", term);
      n_terms++;
    }
  sqlite3_finalize (statement);
  store_exec (self->db, "DROP TABLE temp.v");
  g_autofree const char **left = (const char **) g_hash_table_get_keys_as_array (tokens, NULL);
  for (guint i = 0; left[i] != NULL; i++)
    g_error ("the index has no “%s”", left[i]);
  g_assert_cmpuint (n_terms, >, 10000);
}

/* Numbers of rows that no journal of ours has. */
static void
test_far_apart (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) notes = fascia_query_with_kinds (all, 1u << FASCIA_ENTRY_NOTE);

  fill (self, 20);
  store_exec (self->db, "PRAGMA foreign_keys = OFF");
  store_exec (self->db, "DELETE FROM mark; DELETE FROM spread; DELETE FROM entry_tag; "
                        "DELETE FROM measurement; DELETE FROM drawing");
  store_exec (self->db, "UPDATE entry SET kind = 'note', id = CASE WHEN id % 2 = 0 "
                        "THEN 9223372036854775000 + id ELSE -9223372036854775000 + id END");
  g_autoptr (GPtrArray) found = query_in_pages (self->db, notes, 3);
  g_assert_cmpuint (found->len, ==, 20);
  g_assert_cmpint (fascia_db_count_query (self->db, notes, NULL), ==, 20);
  fascia_db_clear_undo (self->db);
}

static void
test_empty (StoreFixture *self, gconstpointer data)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) typed = fascia_query_with_text (all, "rain", NULL);
  g_autoptr (GPtrArray) found = query_in_pages (self->db, typed, 10);
  g_autoptr (GPtrArray) everything = query_in_pages (self->db, NULL, 10);
  g_autoptr (GArray) days = fascia_db_count_days (self->db, NULL, 0, 30000, NULL);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (everything->len, ==, 0);
  g_assert_cmpuint (days->len, ==, 0);
  g_assert_cmpint (fascia_db_count_query (self->db, typed, NULL), ==, 0);
  g_assert_cmpint (fascia_db_count_query (self->db, NULL, NULL), ==, 0);
}

/* The index is made again from the entries, and what is not in it is noticed. */
static void
test_index (StoreFixture *self, gconstpointer data)
{
  fill (self, 30);
  g_autofree char *before = store_dump (self->db, NULL);
  g_assert_true (fascia_db_rebuild_words (self->db, NULL));
  g_autofree char *after = store_dump (self->db, "entry_text_data");
  store_exec (self->db,
              "DELETE FROM entry_text WHERE rowid = (SELECT min (rowid) FROM entry_text)");
  g_autoptr (GError) error = NULL;
  g_assert_false (fascia_db_check (self->db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_assert_true (fascia_db_rebuild_words (self->db, NULL));
  g_assert_true (fascia_db_check (self->db, NULL, NULL, NULL));
  g_autofree char *again = store_dump (self->db, "entry_text_data");
  g_assert_cmpstr (again, ==, after);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  store_test_add ("/search/same", test_same);
  store_test_add ("/search/many", test_many);
  store_test_add ("/search/whole", test_whole);
  store_test_add ("/search/characters", test_characters);
  store_test_add ("/search/far-apart", test_far_apart);
  store_test_add ("/search/empty", test_empty);
  store_test_add ("/search/index", test_index);
  return g_test_run ();
}
