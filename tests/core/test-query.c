/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Queries as values: what was typed, which entries it means, where its words are. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "core/journal/fascia-query-private.h"
#include "fascia-core-resources.h"

typedef struct
{
  FasciaBody *body;
  FasciaFeelings *feelings;
  FasciaTags *tags;
  FasciaItems *items;
  FasciaNames names;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->body = fascia_body_new (NULL);
  self->feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaTags) ready = fascia_tags_new (NULL);
  self->tags = fascia_tags_with (ready, "own-1", "Gartenarbeit", FALSE);
  self->items = fascia_items_new (NULL);
  self->names = (FasciaNames) { self->body, self->feelings, self->tags, self->items };
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_body_unref (self->body);
  fascia_feelings_unref (self->feelings);
  fascia_tags_unref (self->tags);
  fascia_items_unref (self->items);
}

static FasciaEntry *
new_entry (FasciaEntryKind kind, const char *note)
{
  const FasciaUid uid = { { 1 } };
  const FasciaMoment moment
      = { .utc_ms = G_GINT64_CONSTANT (86400000) * 20000, .day = 20000, .zone = "UTC" };
  g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, kind, &moment);

  return fascia_entry_with_note (entry, note);
}

static void
add_mark (FasciaEntry **entry, const char *region, const char *feeling)
{
  const char *const feelings[] = { feeling, NULL };
  const FasciaMark mark = { region, FASCIA_SCALE_TIGHTNESS, 4, feeling != NULL ? feelings : NULL };
  FasciaEntry *marked = fascia_entry_with_mark (*entry, &mark);

  fascia_entry_unref (*entry);
  *entry = marked;
}

static gboolean
finds (const Fixture *self, const char *text, const FasciaEntry *entry)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) query = fascia_query_with_text (all, text, &self->names);

  return fascia_query_matches (query, entry);
}

#define assert_finds(text) g_assert_true (finds (self, text, entry))
#define assert_misses(text) g_assert_false (finds (self, text, entry))

static void
test_words (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaEntry) entry
      = new_entry (FASCIA_ENTRY_NOTE, "Straße: Über-müde, naïve CAFÉ; x2. Ἑλλάς Ёлка");

  assert_finds ("uber");
  assert_finds ("ÜBER");
  assert_finds ("mu");
  assert_finds ("strasse");
  assert_finds ("STRASSE caf");
  assert_finds ("naive cafe");
  assert_finds ("x2");
  assert_finds ("ελλας");
  assert_finds ("елка");
  assert_finds ("über-müde");
  assert_finds ("\"uber mude\"");
  assert_finds ("“uber, müde”");
  assert_finds ("");
  assert_finds ("  \t ");
  assert_finds ("!!! –");
  assert_misses ("asse");
  assert_misses ("über-naive");
  assert_misses ("\"uber mud\"");
  assert_misses ("\"müde über\"");
  assert_misses ("cafes");
  assert_misses ("caf tea");
}

static void
test_hostile (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "\"",
    "\"\"",
    "\"caf",
    "a\"b\"c",
    "NEAR(a b)",
    "caf*",
    "^caf",
    "-caf",
    "(((",
    "words:caf",
    "caf OR tea",
    "%",
    "_",
    "\\",
    "'",
    "';DROP TABLE entry",
    "\xff",
    "caf\xc3",
    "\"\\\"",
    "\xe2\x80\xae",
    "\xcc\x81",
    "a AND",
    "{words} : caf",
  };
  g_autoptr (FasciaEntry) entry = new_entry (FASCIA_ENTRY_NOTE, "Café");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    finds (self, texts[i], entry);
  assert_finds ("caf*");
  assert_finds ("^caf");
  assert_finds ("\"café");
  assert_misses ("caf OR tea");
}

static void
test_anywhere (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaEntry) entry
      = new_entry (FASCIA_ENTRY_NOTE, "昨日は肩が痛い。 كَتِفِي تُؤلِمني 어깨가 कंधे में दर्द");

  assert_finds ("肩");
  assert_finds ("が痛");
  assert_finds ("كتف");
  assert_finds ("ؤلم");
  assert_finds ("깨");
  assert_finds ("कंधे");
  assert_finds ("र्द");
  assert_misses ("首");
  assert_misses ("رقبة");
  assert_misses ("कंधी");
  assert_misses ("痛肩");
}

static void
test_names (Fixture *self, gconstpointer data)
{
  const FasciaMeasurement sleep = { "sleep", FASCIA_SIDE_MIDLINE, 6, NULL };
  const char *const tags[] = { "long-sitting", "own-1", NULL };
  g_autoptr (FasciaEntry) plain = new_entry (FASCIA_ENTRY_CHECK_IN, "rainy afternoon");
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (plain, tags);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_measurement (tagged, &sleep);

  add_mark (&entry, "shoulder-top-left", "burning");
  assert_finds ("shoulder");
  assert_finds ("left shoulder");
  assert_finds ("l sh t");
  assert_finds ("trapezius");
  assert_finds ("burn");
  assert_finds ("sitting");
  assert_finds ("garten");
  assert_finds ("sleep");
  assert_finds ("check-in");
  assert_finds ("rain burn left shoulder sitting");
  /* A letter alone tells nothing but where it begins a word of the text. */
  assert_finds ("r");
  assert_misses ("s");
  assert_misses ("l");
  assert_finds ("l shoulder");
  assert_misses ("right shoulder");
  assert_misses ("left knee");
  assert_misses ("\"shoulder\"");
  assert_misses ("stress");
  assert_misses ("visit");
  assert_misses ("rain knee");

  /* Words side by side that name a place mean that place. */
  add_mark (&entry, "knee-front-right", NULL);
  assert_finds ("right knee");
  assert_finds ("left shoulder, right knee");
  assert_misses ("left knee");
  assert_misses ("right shoulder");
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  static const char *const shoulder[] = { "shoulder-top-left", "shoulder-top-right", NULL };
  static const char *const areas[] = { "neck-back-left", NULL };
  static const char *const neck[] = { "neck-back-left", NULL };
  static const char *const tags[] = { "stress", NULL };
  const FasciaVisit visit = { .minutes = 60,
                              .pressure = FASCIA_NOT_GIVEN,
                              .rating = FASCIA_NOT_GIVEN,
                              .before = FASCIA_NOT_GIVEN,
                              .after = FASCIA_NOT_GIVEN,
                              .said = "Come back in May",
                              .areas = areas };
  const FasciaSpread spread = { "skull-base-right", "shoulder-top-right" };
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaEntry) plain = new_entry (FASCIA_ENTRY_VISIT, NULL);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (plain, tags);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_visit (tagged, &visit);
  g_autoptr (FasciaEntry) spreading = fascia_entry_with_spread (plain, &spread);

  g_assert_true (fascia_query_is_empty (all));
  g_assert_true (fascia_query_matches (all, entry));
  assert_finds ("may back");
  g_autoptr (FasciaQuery) visits = fascia_query_with_kinds (all, 1u << FASCIA_ENTRY_VISIT);
  g_autoptr (FasciaQuery) notes = fascia_query_with_kinds (all, 1u << FASCIA_ENTRY_NOTE);
  g_assert_false (fascia_query_is_empty (visits));
  g_assert_true (fascia_query_matches (visits, entry));
  g_assert_false (fascia_query_matches (notes, entry));
  g_autoptr (FasciaQuery) at_neck = fascia_query_with_regions (all, neck);
  g_autoptr (FasciaQuery) at_shoulder = fascia_query_with_regions (all, shoulder);
  g_assert_true (fascia_query_matches (at_neck, entry));
  g_assert_false (fascia_query_matches (at_shoulder, entry));
  g_assert_true (fascia_query_matches (at_shoulder, spreading));
  g_autoptr (FasciaQuery) stress = fascia_query_with_tag (visits, "stress");
  g_autoptr (FasciaQuery) travel = fascia_query_with_tag (visits, "travel");
  g_assert_true (fascia_query_matches (stress, entry));
  g_assert_false (fascia_query_matches (travel, entry));
  g_autoptr (FasciaQuery) today = fascia_query_with_days (stress, 20000, 20000);
  g_autoptr (FasciaQuery) later = fascia_query_with_days (stress, 20001, G_MAXINT32);
  g_autoptr (FasciaQuery) earlier = fascia_query_with_days (stress, G_MININT32, 19999);
  g_assert_true (fascia_query_matches (today, entry));
  g_assert_false (fascia_query_matches (later, entry));
  g_assert_false (fascia_query_matches (earlier, entry));

  g_assert_cmpuint (fascia_query_get_kinds (today), ==, 1u << FASCIA_ENTRY_VISIT);
  g_assert_cmpstr (fascia_query_get_tag (today), ==, "stress");
  g_assert_cmpint (fascia_query_get_first_day (today), ==, 20000);
  g_assert_cmpint (fascia_query_get_last_day (earlier), ==, 19999);
  g_assert_cmpuint (g_strv_length ((char **) fascia_query_get_regions (at_shoulder)), ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) fascia_query_get_regions (today)), ==, 0);
}

static void
test_equal (Fixture *self, gconstpointer data)
{
  static const char *const regions[] = { "sacrum", "neck-back-left", NULL };
  static const char *const turned[] = { "neck-back-left", "sacrum", "sacrum", NULL };
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) a = fascia_query_with_regions (all, regions);
  g_autoptr (FasciaQuery) b = fascia_query_with_regions (all, turned);
  g_autoptr (FasciaQuery) typed = fascia_query_with_text (a, "neck stress", &self->names);
  g_autoptr (FasciaQuery) again = fascia_query_with_text (b, "neck stress", &self->names);
  g_autoptr (FasciaQuery) nameless = fascia_query_with_text (b, "neck stress", NULL);
  g_autoptr (FasciaQuery) taken_back = fascia_query_with_text (typed, NULL, &self->names);
  g_autoptr (FasciaQuery) blank = fascia_query_with_text (typed, "  ", &self->names);

  g_assert_true (fascia_query_equal (a, b));
  g_assert_false (fascia_query_equal (all, a));
  g_assert_true (fascia_query_equal (typed, again));
  g_assert_false (fascia_query_equal (typed, a));
  g_assert_false (fascia_query_equal (typed, nameless));
  g_assert_true (fascia_query_equal (taken_back, a));
  g_assert_true (fascia_query_equal (blank, a));
  g_assert_cmpstr (fascia_query_get_text (typed), ==, "neck stress");
  g_assert_null (fascia_query_get_text (blank));
}

/* @marked: the text with each hit in []. */
static void
assert_hits (const Fixture *self, const char *query_text, const char *text, const char *marked)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) query = fascia_query_with_text (all, query_text, &self->names);
  g_autoptr (GArray) hits = fascia_query_find_hits (query, text);
  g_autoptr (GString) shown = g_string_new (NULL);
  guint at = 0;

  g_assert_cmpuint (hits->len % 2, ==, 0);
  for (guint i = 0; i < hits->len; i += 2)
    {
      const guint start = g_array_index (hits, guint, i);
      const guint end = g_array_index (hits, guint, i + 1);

      g_assert_cmpuint (start, >=, at);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end, <=, strlen (text));
      g_string_append_len (shown, text + at, start - at);
      g_string_append_c (shown, '[');
      g_string_append_len (shown, text + start, end - start);
      g_string_append_c (shown, ']');
      at = end;
    }
  g_string_append (shown, text + at);
  g_assert_cmpstr (shown->str, ==, marked);
}

static void
test_hits (Fixture *self, gconstpointer data)
{
  assert_hits (self, "", "Café", "Café");
  assert_hits (self, "cafe", "Café, cafés; decaf", "[Café], [café]s; decaf");
  assert_hits (self, "cafe", "Cafe\xcc\x81!", "[Cafe\xcc\x81]!");
  assert_hits (self, "strass", "Die Straße", "Die [Straß]e");
  assert_hits (self, "a ab", "ab a b", "[ab] [a] b");
  assert_hits (self, "ab bc", "abc bcd", "[ab]c [bc]d");
  assert_hits (self, "\"a b\"", "a, b ab a–b", "[a, b] ab [a–b]");
  assert_hits (self, "肩", "右肩と左肩", "右[肩]と左[肩]");
  assert_hits (self, "كتف", "كَتِفِي", "[كَتِفِ]ي");
  assert_hits (self, "shoulder", "My shoulder.", "My [shoulder].");
  assert_hits (self, "x", "", "");
  assert_hits (self, "x", "\xff", "\xff");
}

/* What is folded once stays so, and has the form that the index takes for words. */
static void
test_fold (Fixture *self, gconstpointer data)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char utf8[16] = { 'a' };
      g_autofree char *whole = NULL;

      if (!g_unichar_validate (c))
        continue;
      char *end = utf8 + 1 + g_unichar_to_utf8 (c, utf8 + 1);
      strcpy (end, "b");
      g_autofree char *once = fascia_words_fold (utf8);
      g_autofree char *twice = fascia_words_fold (once);
      g_assert_cmpstr (twice, ==, once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_null (strpbrk (once, "\"*%_\\'^()"));
      g_assert_null (strstr (once, "  "));

      g_autoptr (GArray) offsets = NULL;
      whole = fascia_words_fold_with_offsets (utf8, &offsets);
      g_assert_cmpstr (whole, ==, once);
      g_assert_cmpuint (offsets->len, ==, strlen (whole) + 1);
      for (guint i = 1; i < offsets->len; i++)
        g_assert_cmpuint (g_array_index (offsets, gsize, i), >=,
                          g_array_index (offsets, gsize, i - 1));
    }
}

#define query_test_add(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  query_test_add ("/query/words", test_words);
  query_test_add ("/query/hostile", test_hostile);
  query_test_add ("/query/anywhere", test_anywhere);
  query_test_add ("/query/names", test_names);
  query_test_add ("/query/filters", test_filters);
  query_test_add ("/query/equal", test_equal);
  query_test_add ("/query/hits", test_hits);
  query_test_add ("/query/fold", test_fold);
  return g_test_run ();
}
