/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries are values: what they hold, how they are changed, that nothing given out changes. */

#include <string.h>

#include "core/journal/fascia-entry-private.h"

static const FasciaMoment moment = { 1773148800000, 60, 20522, "Europe/Berlin" };

static FasciaEntry *
new_check_in (void)
{
  FasciaUid uid;

  memset (uid.bytes, 7, sizeof uid.bytes);
  return fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static FasciaEntry *
with_level (const FasciaEntry *entry, const char *region, FasciaScale scale, int level)
{
  FasciaMark mark = { region, scale, level, NULL };

  return fascia_entry_with_mark (entry, &mark);
}

static void
test_uid (void)
{
  static const guint8 zeros[10] = { 0 };
  guint8 ones[10];
  FasciaUid uid, parsed;

  fascia_uid_init (&uid, G_GINT64_CONSTANT (0x0123456789ab), zeros);
  g_autofree char *text = fascia_uid_to_string (&uid);
  g_assert_cmpstr (text, ==, "01234567-89ab-7000-8000-000000000000");
  g_assert_true (fascia_uid_parse (text, &parsed));
  g_assert_true (fascia_uid_equal (&uid, &parsed));

  memset (ones, 0xff, sizeof ones);
  fascia_uid_init (&uid, -5, ones);
  g_autofree char *other = fascia_uid_to_string (&uid);
  g_assert_cmpstr (other, ==, "00000000-0000-7fff-bfff-ffffffffffff");
  g_assert_false (fascia_uid_equal (&uid, &parsed));

  g_assert_true (fascia_uid_parse ("ABCDEF67-89ab-7000-8000-000000000000", &parsed));
  g_assert_false (fascia_uid_parse (NULL, &parsed));
  g_assert_false (fascia_uid_parse ("", &parsed));
  g_assert_false (fascia_uid_parse ("01234567-89ab-7000-8000-00000000000", &parsed));
  g_assert_false (fascia_uid_parse ("01234567-89ab-7000-8000-0000000000000", &parsed));
  g_assert_false (fascia_uid_parse ("0123456789ab70008000000000000000", &parsed));
  g_assert_false (fascia_uid_parse ("0123456g-89ab-7000-8000-000000000000", &parsed));
}

static void
test_codes (void)
{
  FasciaScale scale;
  FasciaEntryKind kind;

  g_assert_cmpstr (fascia_scale_to_code (FASCIA_SCALE_TIGHTNESS), ==, "tightness");
  g_assert_cmpstr (fascia_scale_to_code (FASCIA_SCALE_PAIN), ==, "pain");
  g_assert_true (fascia_scale_from_code ("pain", &scale));
  g_assert_cmpint (scale, ==, FASCIA_SCALE_PAIN);
  g_assert_false (fascia_scale_from_code ("Pain", &scale));
  g_assert_false (fascia_scale_from_code ("", &scale));
  g_assert_false (fascia_scale_from_code (NULL, &scale));
  for (int i = FASCIA_ENTRY_CHECK_IN; i <= FASCIA_ENTRY_NOTE; i++)
    {
      const char *code = fascia_entry_kind_to_code ((FasciaEntryKind) i);

      g_assert_true (fascia_entry_kind_from_code (code, &kind));
      g_assert_cmpint ((int) kind, ==, i);
    }
  g_assert_cmpstr (fascia_entry_kind_to_code (FASCIA_ENTRY_CHECK_IN), ==, "check-in");
  g_assert_false (fascia_entry_kind_from_code ("checkin", &kind));
}

static void
test_defaults (void)
{
  g_autoptr (FasciaEntry) entry = new_check_in ();
  guint n_marks = 9;

  g_assert_cmpint (fascia_entry_get_kind (entry), ==, FASCIA_ENTRY_CHECK_IN);
  g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, ==, moment.utc_ms);
  g_assert_cmpint (fascia_entry_get_moment (entry)->offset_min, ==, 60);
  g_assert_cmpint (fascia_entry_get_moment (entry)->day, ==, 20522);
  g_assert_cmpstr (fascia_entry_get_moment (entry)->zone, ==, "Europe/Berlin");
  g_assert_cmpint (fascia_entry_get_changed_ms (entry), ==, moment.utc_ms);
  g_assert_null (fascia_entry_get_note (entry));
  g_assert_false (fascia_entry_is_nothing_today (entry));
  g_assert_false (fascia_entry_is_closed (entry));
  fascia_entry_get_marks (entry, &n_marks);
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_cmpuint (fascia_entry_count_places (entry), ==, 0);
  g_assert_cmpint (fascia_entry_get_worst (entry, FASCIA_SCALE_PAIN), ==, FASCIA_LEVEL_NOT_GIVEN);
}

static void
test_marks_sorted (void)
{
  g_autoptr (FasciaEntry) empty = new_check_in ();
  g_autoptr (FasciaEntry) one = with_level (empty, "sacrum", FASCIA_SCALE_PAIN, 3);
  g_autoptr (FasciaEntry) two = with_level (one, "calf-upper-left", FASCIA_SCALE_TIGHTNESS, 6);
  g_autoptr (FasciaEntry) three = with_level (two, "sacrum", FASCIA_SCALE_TIGHTNESS, 0);
  g_autoptr (FasciaEntry) four = with_level (three, "sacrum", FASCIA_SCALE_PAIN, 4);
  guint n_marks;
  const FasciaMark *marks = fascia_entry_get_marks (four, &n_marks);

  g_assert_cmpuint (n_marks, ==, 3);
  g_assert_cmpstr (marks[0].region, ==, "calf-upper-left");
  g_assert_cmpstr (marks[1].region, ==, "sacrum");
  g_assert_cmpint (marks[1].scale, ==, FASCIA_SCALE_TIGHTNESS);
  g_assert_cmpint (marks[1].level, ==, 0);
  g_assert_cmpint (marks[2].scale, ==, FASCIA_SCALE_PAIN);
  g_assert_cmpint (marks[2].level, ==, 4);
  /* The earlier values are as they were. */
  g_assert_cmpint (fascia_entry_find_mark (one, "sacrum", FASCIA_SCALE_PAIN)->level, ==, 3);
  g_assert_null (fascia_entry_find_mark (one, "calf-upper-left", FASCIA_SCALE_TIGHTNESS));
  g_assert_null (fascia_entry_find_mark (four, "calf-upper-right", FASCIA_SCALE_TIGHTNESS));

  g_autoptr (FasciaEntry) fewer
      = fascia_entry_without_mark (four, "sacrum", FASCIA_SCALE_TIGHTNESS);
  g_assert_null (fascia_entry_find_mark (fewer, "sacrum", FASCIA_SCALE_TIGHTNESS));
  g_assert_nonnull (fascia_entry_find_mark (fewer, "sacrum", FASCIA_SCALE_PAIN));
}

/* Zero is an answer, no level is none, and neither is the other. */
static void
test_places_and_worst (void)
{
  g_autoptr (FasciaEntry) empty = new_check_in ();
  g_autoptr (FasciaEntry) zero = with_level (empty, "sacrum", FASCIA_SCALE_TIGHTNESS, 0);
  g_autoptr (FasciaEntry) none
      = with_level (empty, "sacrum", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN);
  g_autoptr (FasciaEntry) both = with_level (none, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4);
  g_autoptr (FasciaEntry) pain = with_level (both, "jaw-left", FASCIA_SCALE_PAIN, 9);
  g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (empty, TRUE);

  g_assert_cmpuint (fascia_entry_count_places (zero), ==, 0);
  g_assert_cmpint (fascia_entry_get_worst (zero, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_cmpuint (fascia_entry_count_places (none), ==, 1);
  g_assert_cmpint (fascia_entry_get_worst (none, FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpuint (fascia_entry_count_places (both), ==, 2);
  g_assert_cmpint (fascia_entry_get_worst (both, FASCIA_SCALE_TIGHTNESS), ==, 4);
  /* One place on two scales is one place. */
  g_assert_cmpuint (fascia_entry_count_places (pain), ==, 2);
  g_assert_cmpint (fascia_entry_get_worst (pain, FASCIA_SCALE_PAIN), ==, 9);
  g_assert_cmpint (fascia_entry_get_worst (nothing, FASCIA_SCALE_TIGHTNESS), ==, 0);
  g_assert_cmpint (fascia_entry_get_worst (nothing, FASCIA_SCALE_PAIN), ==, 0);
  g_assert_false (fascia_entry_equal (zero, none));
}

static void
test_feelings (void)
{
  static const char *const given[] = { "tight", "burning", "tight", NULL };
  g_autoptr (FasciaEntry) empty = new_check_in ();
  FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, 2, given };
  g_autoptr (FasciaEntry) entry = fascia_entry_with_mark (empty, &mark);
  const FasciaMark *stored = fascia_entry_find_mark (entry, "sacrum", FASCIA_SCALE_PAIN);

  g_assert_cmpstr (stored->feelings[0], ==, "burning");
  g_assert_cmpstr (stored->feelings[1], ==, "tight");
  g_assert_null (stored->feelings[2]);
  /* They come along in changed copies. */
  g_autoptr (FasciaEntry) copy = fascia_entry_with_note (entry, "x");
  stored = fascia_entry_find_mark (copy, "sacrum", FASCIA_SCALE_PAIN);
  g_assert_cmpstr (stored->feelings[1], ==, "tight");
  g_assert_false (fascia_entry_equal (entry, copy));
  g_autoptr (FasciaEntry) back = fascia_entry_with_note (copy, NULL);
  g_assert_true (fascia_entry_equal (entry, back));

  mark.feelings = NULL;
  g_autoptr (FasciaEntry) without = fascia_entry_with_mark (entry, &mark);
  g_assert_null (fascia_entry_find_mark (without, "sacrum", FASCIA_SCALE_PAIN)->feelings);
  g_assert_false (fascia_entry_equal (entry, without));
}

static void
test_with (void)
{
  g_autoptr (FasciaEntry) entry = new_check_in ();
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (entry, "After the stairs");
  g_autoptr (FasciaEntry) blank = fascia_entry_with_note (noted, "");
  g_autoptr (FasciaEntry) changed = fascia_entry_with_changed_ms (entry, 5);
  g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (entry, TRUE);
  g_autoptr (FasciaEntry) closed = fascia_entry_with_closed (entry, TRUE);

  g_assert_cmpstr (fascia_entry_get_note (noted), ==, "After the stairs");
  g_assert_null (fascia_entry_get_note (entry));
  g_assert_null (fascia_entry_get_note (blank));
  g_assert_true (fascia_entry_equal (entry, blank));
  g_assert_cmpint (fascia_entry_get_changed_ms (changed), ==, 5);
  g_assert_true (fascia_entry_is_nothing_today (nothing));
  g_assert_true (fascia_entry_is_closed (closed));
  g_assert_false (fascia_entry_equal (entry, changed));
  g_assert_false (fascia_entry_equal (entry, nothing));
  g_assert_false (fascia_entry_equal (entry, closed));
}

/* The strings a mark came with may go. */
static void
test_copies_strings (void)
{
  g_autoptr (FasciaEntry) empty = new_check_in ();
  char region[] = "sacrum", feeling[] = "dull";
  const char *feelings[] = { feeling, NULL };
  FasciaMark mark = { region, FASCIA_SCALE_PAIN, 2, feelings };
  g_autoptr (FasciaEntry) entry = fascia_entry_with_mark (empty, &mark);

  region[0] = feeling[0] = 'x';
  const FasciaMark *stored = fascia_entry_get_marks (entry, NULL);
  g_assert_cmpstr (stored->region, ==, "sacrum");
  g_assert_cmpstr (stored->feelings[0], ==, "dull");
}

static void
test_drawings (void)
{
  FasciaDrawingPoint line[] = { { 1.03f, -2.97f, 3.333f }, { 5, 6, FASCIA_LEVEL_NOT_GIVEN } };
  FasciaDrawing stroke = { .kind = FASCIA_DRAWING_STROKE,
                           .scale = FASCIA_SCALE_PAIN,
                           .view = FASCIA_VIEW_BACK,
                           .figure = 1,
                           .width = 8,
                           .points = line,
                           .n_points = 2 };
  g_autoptr (FasciaEntry) entry = new_check_in ();
  g_autoptr (FasciaEntry) unnamed = fascia_entry_with_drawing (entry, &stroke);
  g_autoptr (FasciaEntry) twice = fascia_entry_with_drawing (unnamed, &stroke);
  FasciaDrawingKind kind;
  guint n;

  /* Kept on the grid it is stored on, so that it is the same before and after. */
  line[0].x = 99;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (unnamed, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (drawings[0].points[0].x, 1.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (drawings[0].points[0].y, -3.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (drawings[0].points[0].level, 3.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (drawings[0].points[1].level, FASCIA_LEVEL_NOT_GIVEN, 1e-6);

  /* What has no name is never the same as another; what has one is replaced, and comes last. */
  fascia_entry_get_drawings (twice, &n);
  g_assert_cmpuint (n, ==, 2);
  memset (stroke.uid.bytes, 3, sizeof stroke.uid.bytes);
  g_autoptr (FasciaEntry) first = fascia_entry_with_drawing (entry, &stroke);
  stroke.uid.bytes[0] = 4;
  g_autoptr (FasciaEntry) both = fascia_entry_with_drawing (first, &stroke);
  stroke.uid.bytes[0] = 3;
  stroke.width = 20;
  g_autoptr (FasciaEntry) wider = fascia_entry_with_drawing (both, &stroke);
  drawings = fascia_entry_get_drawings (wider, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (drawings[0].uid.bytes[0], ==, 4);
  g_assert_cmpfloat_with_epsilon (drawings[1].width, 20, 1e-6);
  g_assert_false (fascia_entry_equal (both, wider));
  g_autoptr (FasciaEntry) without = fascia_entry_without_drawing (wider, &stroke.uid);
  fascia_entry_get_drawings (without, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (fascia_entry_count_places (wider), ==, 0);

  g_assert_true (fascia_drawing_kind_from_code ("spot", &kind));
  g_assert_cmpint (kind, ==, FASCIA_DRAWING_SPOT);
  g_assert_cmpstr (fascia_drawing_kind_to_code (FASCIA_DRAWING_STROKE), ==, "stroke");
  g_assert_false (fascia_drawing_kind_from_code ("Stroke", &kind));
  g_assert_false (fascia_drawing_kind_from_code (NULL, &kind));
  g_assert_null (fascia_drawing_kind_to_code ((FasciaDrawingKind) 7));
}

static void
test_spreads (void)
{
  g_autoptr (FasciaEntry) entry = new_check_in ();
  g_autoptr (FasciaEntry) one
      = fascia_entry_with_spread (entry, &(FasciaSpread) { "sacrum", "jaw-left" });
  g_autoptr (FasciaEntry) two
      = fascia_entry_with_spread (one, &(FasciaSpread) { "calf-left", "foot-left" });
  g_autoptr (FasciaEntry) three
      = fascia_entry_with_spread (two, &(FasciaSpread) { "sacrum", "jaw-left" });
  g_autoptr (FasciaEntry) four
      = fascia_entry_with_spread (three, &(FasciaSpread) { "sacrum", "calf-left" });
  guint n;
  const FasciaSpread *spreads = fascia_entry_get_spreads (four, &n);

  g_assert_true (fascia_entry_equal (two, three));
  g_assert_false (fascia_entry_equal (one, two));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (spreads[0].from, ==, "calf-left");
  g_assert_cmpstr (spreads[1].to, ==, "calf-left");
  g_assert_cmpstr (spreads[2].to, ==, "jaw-left");
  /* The way back is another one. */
  g_autoptr (FasciaEntry) same
      = fascia_entry_without_spread (one, &(FasciaSpread) { "jaw-left", "sacrum" });
  g_assert_true (fascia_entry_equal (one, same));
  g_autoptr (FasciaEntry) none
      = fascia_entry_without_spread (one, &(FasciaSpread) { "sacrum", "jaw-left" });
  g_assert_true (fascia_entry_equal (none, entry));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uid", test_uid);
  g_test_add_func ("/entry/codes", test_codes);
  g_test_add_func ("/entry/defaults", test_defaults);
  g_test_add_func ("/entry/marks-sorted", test_marks_sorted);
  g_test_add_func ("/entry/places-and-worst", test_places_and_worst);
  g_test_add_func ("/entry/feelings", test_feelings);
  g_test_add_func ("/entry/with", test_with);
  g_test_add_func ("/entry/copies-strings", test_copies_strings);
  g_test_add_func ("/entry/drawings", test_drawings);
  g_test_add_func ("/entry/spreads", test_spreads);

  return g_test_run ();
}
