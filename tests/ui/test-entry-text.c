/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What entries of every kind say in one line and in rows, what an editor begins with, and drafts as
 * texts: pure functions.
 */

#include "config.h"

#include <math.h>

#include "fascia-core-resources.h"
#include "fascia-test-kinds.h"
#include "fascia-test-utils.h"
#include "journal/fascia-daily-questions.h"
#include "journal/fascia-diary-words.h"
#include "journal/fascia-editor-state.h"
#include "journal/fascia-entry-draft-text.h"
#include "journal/fascia-entry-draft.h"
#include "journal/fascia-entry-editor.h"
#include "journal/fascia-entry-facts.h"
#include "journal/fascia-entry-text.h"
#include "journal/fascia-tag-picker.h"
#include "settings/fascia-scale-page.h"
#include "widgets/fascia-answer-buttons.h"
#include "widgets/fascia-cells-layout.h"
#include "widgets/fascia-number-row.h"

#define NOW FASCIA_TEST_NOW_MS
#define TODAY ((gint32) (NOW / 86400000))

static FasciaBody *the_body;
static FasciaTags *the_tags;
static FasciaItems *the_items;
static FasciaNames the_names;

static void
assert_summary (FasciaEntry *taken, const char *expected)
{
  g_autoptr (FasciaEntry) entry = taken;
  g_autofree char *summary = fascia_entry_text_summary (entry, &the_names);

  g_assert_cmpstr (summary, ==, expected);
}

static void
test_summaries (void)
{
  assert_summary (fascia_test_note_new (NOW, 1, "Words"), NULL);
  assert_summary (
      fascia_test_visit_new (NOW, 1),
      "60 min · Anna · Right back of neck, Right shoulder top · tight 7 before, 4 after "
      "· stress");
  assert_summary (fascia_test_exercise_new (NOW, 1),
                  "Heel drops on the stairs · 15 min · Light · 3 × 10");
  assert_summary (fascia_test_treatment_new (NOW, 1), "Magnesium · one tablet · taken");
  assert_summary (fascia_test_event_new (NOW, 1),
                  "New chair, shoes or bed · A higher chair at the desk · lifting or carrying, "
                  "overdoing it");
  assert_summary (fascia_test_measurement_new (NOW, 1),
                  "Worst pain 5 of 10 · Sleep 6 of 10 · Morning stiffness 30 min");
}

static void
assert_title (FasciaEntry *entry, const char *expected)
{
  g_autofree char *title = fascia_entry_text_title (entry, &the_names, FALSE);
  g_autofree char *spoken = fascia_entry_text_title (entry, &the_names, TRUE);

  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpstr (spoken, ==, expected);
}

/* One name for the quick day wherever it is met. */
static void
test_titles (void)
{
  const FasciaMeasurement sleep
      = { .item = "sleep", .side = FASCIA_SIDE_MIDLINE, .value = 6, .unit = NULL };
  const FasciaMeasurement left
      = { .item = "ktw", .side = FASCIA_SIDE_LEFT, .value = 9.5, .unit = "cm" };
  g_autoptr (FasciaEntry) none = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, NOW, 1);
  g_autoptr (FasciaEntry) daily = fascia_entry_with_measurement (none, &sleep);
  g_autoptr (FasciaEntry) mixed = fascia_entry_with_measurement (daily, &left);
  g_autoptr (FasciaEntry) note = fascia_test_note_new (NOW, 1, "Words");

  assert_title (none, "Measurement");
  assert_title (daily, "Quick Day");
  assert_title (mixed, "Measurement");
  assert_title (note, "Note");
}

/* The side comes first, and what this version does not know is told by its code. */
static void
test_measurements (void)
{
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, NOW, 1);
  const FasciaMeasurement left
      = { .item = "ktw", .side = FASCIA_SIDE_LEFT, .value = 9.5, .unit = "cm" };
  const FasciaMeasurement unknown
      = { .item = "of-tomorrow", .side = FASCIA_SIDE_MIDLINE, .value = 3, .unit = "kg" };
  g_autoptr (FasciaEntry) one = fascia_entry_with_measurement (plain, &left);
  g_autoptr (FasciaEntry) two = fascia_entry_with_measurement (one, &unknown);
  g_autofree char *first = fascia_entry_text_summary (one, &the_names);
  g_autofree char *both = fascia_entry_text_summary (two, &the_names);

  g_assert_true (g_str_has_prefix (first, "Left: "));
  g_assert_nonnull (strstr (first, "9.5 cm"));
  g_assert_nonnull (strstr (both, "of-tomorrow 3 kg"));

  /* Nothing is known at all: nothing breaks. */
  g_autofree char *bare = fascia_entry_text_summary (two, NULL);
  g_assert_nonnull (strstr (bare, "Left: ktw 9.5 cm"));
}

static void
test_kinds (void)
{
  for (int kind = FASCIA_ENTRY_CHECK_IN; kind <= FASCIA_ENTRY_NOTE; kind++)
    {
      g_assert_nonnull (fascia_entry_text_kind ((FasciaEntryKind) kind));
      g_assert_true (
          g_str_has_suffix (fascia_entry_text_icon ((FasciaEntryKind) kind), "-symbolic"));
      for (int other = FASCIA_ENTRY_CHECK_IN; other < kind; other++)
        g_assert_cmpstr (fascia_entry_text_icon ((FasciaEntryKind) other), !=,
                         fascia_entry_text_icon ((FasciaEntryKind) kind));
    }
  g_assert_cmpstr (fascia_words_get_tool_name ("laser"), ==, "laser");
  g_assert_cmpstr (fascia_words_get_tool_name ("hands"), ==, "Hands");
  g_assert_cmpstr (fascia_words_get_event_name ("injury"), ==, "Injury");
}

static void
assert_fact (const GPtrArray *facts, const char *title, const char *value)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaFact *fact = g_ptr_array_index (facts, i);

      if (!g_str_equal (fact->title, title))
        continue;
      g_assert_cmpstr (fact->value, ==, value);
      return;
    }
  g_assert_null (value);
}

static void
test_facts (void)
{
  g_autoptr (FasciaEntry) visit = fascia_test_visit_new (NOW, 1);
  g_autoptr (GPtrArray) facts = fascia_entry_list_facts (visit, &the_names, TODAY, FASCIA_HOURS_24);

  assert_fact (facts, "How long", "60 min");
  assert_fact (facts, "Until", "14:20");
  assert_fact (facts, "How they worked", "Direct pressure, Skin rolling");
  assert_fact (facts, "Pressure you felt", "4 of 10");
  assert_fact (facts, "What was said", "Less screen in the evening.");
  assert_fact (facts, "Tags", "stress");
  assert_fact (facts, "How much it helped", NULL);

  /* What was not given is not said. */
  g_autoptr (FasciaEntry) treatment = fascia_test_treatment_new (NOW, 1);
  g_autoptr (GPtrArray) few
      = fascia_entry_list_facts (treatment, &the_names, TODAY, FASCIA_HOURS_24);
  g_assert_cmpuint (few->len, ==, 3);
  assert_fact (few, "Taken or done", "Yes");
}

/* ---- the editor ---- */

static void
test_begin (void)
{
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  const FasciaUid none = { 0 };
  FasciaMoment now;

  fascia_clock_now (clock, &now);
  g_autoptr (FasciaEntry) visit = fascia_editor_begin (FASCIA_ENTRY_VISIT, NULL, &now);
  g_assert_cmpint (fascia_entry_get_visit (visit)->minutes, ==, 60);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (visit), &none));
  g_assert_true (fascia_editor_can_save (visit));

  /* Again: everything it said, now, without its end. */
  g_autoptr (FasciaEntry) old = fascia_test_visit_new (NOW - 86400000, 1);
  g_autoptr (FasciaEntry) again = fascia_editor_begin (FASCIA_ENTRY_VISIT, old, &now);
  g_assert_cmpstr (fascia_entry_get_visit (again)->therapist, ==, "Anna");
  g_assert_cmpint (fascia_entry_get_moment (again)->day, ==, now.day);
  g_assert_true (fascia_entry_get_end_ms (again) == FASCIA_END_NOT_GIVEN);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (again), &none));

  /* One of another kind is no template. */
  g_autoptr (FasciaEntry) note = fascia_editor_begin (FASCIA_ENTRY_NOTE, old, &now);
  g_assert_null (fascia_entry_get_note (note));
  g_assert_false (fascia_editor_can_save (note));
  g_autoptr (FasciaEntry) written = fascia_entry_with_note (note, "Words");
  g_assert_true (fascia_editor_can_save (written));
  g_assert_true (fascia_editor_is_changed (written, note));
  g_assert_false (fascia_editor_is_changed (note, note));
}

static char *
read_time (const FasciaMoment *was, gboolean is_new, FasciaClock *clock, int dom, int hour)
{
  FasciaMoment moment;

  return fascia_editor_read_time (was, is_new, clock, 2026, 3, dom, hour, 30, &moment);
}

static void
test_times (void)
{
  /* 2026-03-29 02:30 did not happen in Berlin. */
  g_autoptr (FasciaClock) clock = fascia_clock_new_fixed (NOW + 30 * 86400000LL, "Europe/Berlin");
  FasciaMoment now;
  fascia_clock_now (clock, &now);

  g_autofree char *skipped = read_time (&now, TRUE, clock, 29, 2);
  g_assert_nonnull (strstr (skipped, "did not happen"));
  g_assert_null (read_time (&now, TRUE, clock, 29, 3));

  g_autoptr (FasciaClock) march = fascia_clock_new_fixed (NOW, "Europe/Berlin");
  g_autofree char *ahead = read_time (&now, TRUE, march, 10, 15);
  g_assert_cmpstr (ahead, ==, "That time is still to come.");
  g_autofree char *far_ahead = read_time (&now, TRUE, march, 20, 15);
  g_assert_cmpstr (far_ahead, ==, "That time is still to come.");

  /* An entry keeps the zone it was made in, wherever the person is now. */
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  FasciaMoment there;
  FasciaMoment moved;
  fascia_moment_init (&there, NOW - 86400000, tokyo);
  g_assert_null (fascia_editor_read_time (&there, FALSE, march, 2026, 3, 9, 8, 30, &moved));
  g_assert_cmpint (moved.offset_min, ==, 9 * 60);
  g_assert_cmpint (fascia_moment_get_minute (&moved), ==, 8 * 60 + 30);
  g_assert_null (fascia_editor_read_time (&there, TRUE, march, 2026, 3, 9, 8, 30, &moved));
  g_assert_cmpint (moved.offset_min, ==, 60);
}

static void
test_time_problems (void)
{
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  g_autoptr (FasciaEntry) ahead = fascia_test_note_new (NOW + 60000, 1, "Words");
  g_autoptr (FasciaEntry) fine = fascia_test_event_new (NOW, 1);
  FasciaEvent event = *fascia_entry_get_event (fine);
  event.until_day = TODAY - 1;
  g_autoptr (FasciaEntry) backwards = fascia_entry_with_event (fine, &event);

  g_autofree char *problem = fascia_editor_find_time_problem (ahead, clock);
  g_assert_nonnull (strstr (problem, "still to come"));
  g_assert_null (fascia_editor_find_time_problem (fine, clock));
  g_autofree char *until = fascia_editor_find_time_problem (backwards, clock);
  g_assert_nonnull (strstr (until, "last day"));
}

/* ---- drafts ---- */

static void
assert_round_trip (FasciaEntry *taken)
{
  g_autoptr (FasciaEntry) entry = taken;
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  const FasciaUid none = { 0 };
  FasciaMoment now;

  fascia_clock_now (clock, &now);
  g_autoptr (FasciaEntry) nameless = fascia_entry_with_uid (entry, &none);
  g_auto (GStrv) texts = fascia_entry_draft_to_strv (nameless);
  g_autoptr (FasciaEntry) back = fascia_entry_draft_from_strv ((const char *const *) texts,
                                                               fascia_entry_get_kind (entry), &now);
  g_autoptr (FasciaEntry) expected = fascia_entry_with_changed_ms (nameless, 0);
  g_autoptr (FasciaEntry) found = fascia_entry_with_changed_ms (back, 0);

  g_assert_true (fascia_entry_equal (expected, found));
}

static void
test_draft_round_trip (void)
{
  g_autoptr (GPtrArray) kinds = fascia_test_kinds_new (NOW);
  const FasciaMeasurement measurement
      = { .item = "ktw", .side = FASCIA_SIDE_RIGHT, .value = 9.5, .unit = "cm" };

  for (guint i = 0; i < kinds->len; i++)
    assert_round_trip (fascia_entry_ref (g_ptr_array_index (kinds, i)));
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_MEASUREMENT, NOW - 60000, 1);
  assert_round_trip (fascia_entry_with_measurement (plain, &measurement));
  assert_round_trip (fascia_test_note_new (NOW, 1, "tag=stress\nnote=“two”\n\nlines = more"));
}

/* Whatever is under the key, an entry comes of it or nothing. */
static void
test_draft_damaged (void)
{
  static const char *const broken[] = { "at=tomorrow",
                                        "at=99999999999999999 0 0 UTC",
                                        "=",
                                        "note",
                                        "visit.minutes=abc",
                                        "visit.before=11",
                                        "measurement=a b",
                                        "measurement=sleep 9 nan ",
                                        "tag=",
                                        "event.until=1e9",
                                        "note=\xff\xfe",
                                        "visit.therapist=Anna",
                                        NULL };
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  FasciaMoment now;
  fascia_clock_now (clock, &now);

  for (int kind = FASCIA_ENTRY_CHECK_IN; kind <= FASCIA_ENTRY_NOTE; kind++)
    {
      g_autoptr (FasciaEntry) entry
          = fascia_entry_draft_from_strv (broken, (FasciaEntryKind) kind, &now);

      g_assert_nonnull (entry);
      g_assert_true (fascia_entry_get_moment (entry)->utc_ms == now.utc_ms);
      g_assert_null (fascia_entry_get_note (entry));
      g_assert_null (fascia_entry_get_tags (entry)[0]);
    }
  g_autoptr (FasciaEntry) visit = fascia_entry_draft_from_strv (broken, FASCIA_ENTRY_VISIT, &now);
  g_assert_cmpstr (fascia_entry_get_visit (visit)->therapist, ==, "Anna");
  g_assert_cmpint (fascia_entry_get_visit (visit)->before, ==, FASCIA_NOT_GIVEN);
  g_assert_null (fascia_entry_draft_from_strv (NULL, FASCIA_ENTRY_NOTE, &now));

  g_autoptr (FasciaEntry) note = fascia_test_note_new (NOW, 1, "  One two\nthree four five ");
  g_autofree char *words = fascia_entry_draft_dup_first_words (note, 12);
  g_assert_cmpstr (words, ==, "One two thr…");
}

/* However somebody types, what they typed is written within two seconds. */
static void
test_draft_delay (void)
{
  for (guint pause_ms = 1; pause_ms < 1000; pause_ms += 7)
    {
      gint64 due_ms = 0;

      /* A key every @pause_ms; the first one comes at 0. */
      for (gint64 at_ms = 0;; at_ms += pause_ms)
        {
          if (at_ms > 0 && at_ms >= due_ms)
            break;
          due_ms = at_ms + fascia_entry_draft_get_delay (at_ms);
          g_assert_cmpint (due_ms, <=, 1500);
        }
    }
  g_assert_cmpuint (fascia_entry_draft_get_delay (5000), ==, 0);
}

/* ---- questions of the day ---- */

static void
assert_codes (char **taken, const char *expected)
{
  g_auto (GStrv) codes = taken;
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_daily_list (void)
{
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  const char *const chosen[] = { "mood", "of-tomorrow", "ktw", "sleep", NULL };
  const char *const empty[] = { NULL };
  g_autoptr (FasciaSettings) some
      = fascia_settings_with (none, FASCIA_SETTING_DAILY, g_variant_new_strv (chosen, -1));
  g_autoptr (FasciaSettings) off
      = fascia_settings_with (none, FASCIA_SETTING_DAILY, g_variant_new_strv (empty, -1));

  assert_codes (fascia_daily_list (the_items, none),
                "pain-average pain-worst stiffness-morning sleep");
  assert_codes (fascia_daily_list (the_items, some), "mood sleep");
  /* All of them switched off is not the same as never chosen. */
  assert_codes (fascia_daily_list (the_items, off), "");

  assert_codes (fascia_daily_with (chosen, "mood", FALSE), "of-tomorrow ktw sleep");
  assert_codes (fascia_daily_with (chosen, "stress", TRUE), "mood of-tomorrow ktw sleep stress");
  assert_codes (fascia_daily_with (chosen, "ktw", TRUE), "mood of-tomorrow ktw sleep");
  assert_codes (fascia_daily_move (chosen, "sleep", -1), "mood of-tomorrow sleep ktw");
  assert_codes (fascia_daily_move (chosen, "mood", -1), "mood of-tomorrow ktw sleep");
  assert_codes (fascia_daily_move (chosen, "mood", 9), "of-tomorrow ktw sleep mood");
  assert_codes (fascia_daily_move (chosen, "other", 1), "mood of-tomorrow ktw sleep");
}

static void
test_daily_answers (void)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  FasciaEntry *in = NULL;

  g_ptr_array_add (entries, fascia_test_note_new (NOW, 1, "Words"));
  g_ptr_array_add (entries, fascia_test_measurement_new (NOW - 60000, 2));
  g_ptr_array_add (entries, fascia_test_measurement_new (NOW - 86400000, 3));
  const FasciaMeasurement *today = fascia_daily_find_answer (entries, "sleep", TODAY, &in);
  g_assert_nonnull (today);
  g_assert_true (in == g_ptr_array_index (entries, 1));
  g_assert_null (fascia_daily_find_answer (entries, "mood", TODAY, NULL));
  g_assert_null (fascia_daily_find_answer (entries, "sleep", TODAY - 2, NULL));
}

/* ---- answers ---- */

static void
test_choose (void)
{
  g_assert_cmpfloat (fascia_answer_choose (NAN, 6), ==, 6);
  g_assert_cmpfloat (fascia_answer_choose (5, 6), ==, 6);
  g_assert_cmpfloat (fascia_answer_choose (NAN, 0), ==, 0);
  /* A second click takes it back; none is not 0. */
  g_assert_true (isnan (fascia_answer_choose (6, 6)));
  g_assert_true (isnan (fascia_answer_choose (0, 0)));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double value; /* NAN: none */
  } cases[] = {
    { "12", 12 },   { " 12.5 ", 12.5 }, { "12,5", 12.5 }, { "-3", -3 },    { "−3", -3 },
    { "٤٥", 45 },   { "1 000", 1000 },  { "", NAN },      { "abc", NAN },  { "1.2.3", NAN },
    { "1e5", NAN }, { "inf", NAN },     { "nan", NAN },   { "0x10", NAN }, { "5 cm", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = NAN;
      gboolean is_number = fascia_number_parse (cases[i].text, &value);

      g_assert_cmpint (is_number, ==, !isnan (cases[i].value));
      if (is_number)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_cells (void)
{
  /* Eleven of 24 px and the gaps between them are 284 px. */
  g_assert_cmpuint (fascia_cells_layout_count_in_line (11, 24, 284), ==, 11);
  g_assert_cmpuint (fascia_cells_layout_count_in_line (11, 24, 283), ==, 6);
  g_assert_cmpuint (fascia_cells_layout_count_in_line (11, 60, 300), ==, 4);
  g_assert_cmpuint (fascia_cells_layout_count_in_line (11, 60, 10), ==, 1);
  g_assert_cmpuint (fascia_cells_layout_count_in_line (1, 60, 10), ==, 1);
}

/* ---- tags and scales ---- */

static void
test_tag_matches (void)
{
  const FasciaTag *tag = fascia_tags_lookup (the_tags, "poor-sleep");

  g_assert_true (fascia_tag_matches (tag, ""));
  g_assert_true (fascia_tag_matches (tag, "SLEEP"));
  g_assert_true (fascia_tag_matches (tag, "sleep poor"));
  g_assert_false (fascia_tag_matches (tag, "sleep well"));
}

static void
test_scale_problems (void)
{
  g_assert_null (fascia_scale_find_problem ("Hugs", 0, 10, 1));
  g_autofree char *nameless = fascia_scale_find_problem ("  ", 0, 10, 1);
  g_assert_nonnull (nameless);
  g_autofree char *backwards = fascia_scale_find_problem ("Hugs", 10, 10, 1);
  g_assert_nonnull (backwards);
  g_autofree char *still = fascia_scale_find_problem ("Hugs", 0, 10, 0);
  g_assert_nonnull (still);
  g_autofree char *wide = fascia_scale_find_problem ("Hugs", 0, 10, 11);
  g_assert_nonnull (wide);
  g_autofree char *untyped = fascia_scale_find_problem ("Hugs", NAN, 10, 1);
  g_assert_nonnull (untyped);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  the_body = fascia_body_new (&error);
  g_assert_no_error (error);
  the_tags = fascia_tags_new (&error);
  g_assert_no_error (error);
  the_items = fascia_items_new (&error);
  g_assert_no_error (error);
  the_names = (FasciaNames) { .body = the_body, .tags = the_tags, .items = the_items };

  g_test_add_func ("/entry-text/summaries", test_summaries);
  g_test_add_func ("/entry-text/measurements", test_measurements);
  g_test_add_func ("/entry-text/titles", test_titles);
  g_test_add_func ("/entry-text/kinds", test_kinds);
  g_test_add_func ("/entry-text/facts", test_facts);
  g_test_add_func ("/editor-state/begin", test_begin);
  g_test_add_func ("/editor-state/times", test_times);
  g_test_add_func ("/editor-state/time-problems", test_time_problems);
  g_test_add_func ("/draft/round-trip", test_draft_round_trip);
  g_test_add_func ("/draft/damaged", test_draft_damaged);
  g_test_add_func ("/draft/delay", test_draft_delay);
  g_test_add_func ("/daily/list", test_daily_list);
  g_test_add_func ("/daily/answers", test_daily_answers);
  g_test_add_func ("/answers/choose", test_choose);
  g_test_add_func ("/answers/numbers", test_numbers);
  g_test_add_func ("/answers/cells", test_cells);
  g_test_add_func ("/tags/matches", test_tag_matches);
  g_test_add_func ("/scales/problems", test_scale_problems);
  int status = g_test_run ();

  fascia_body_unref (the_body);
  fascia_tags_unref (the_tags);
  fascia_items_unref (the_items);
  return status;
}
