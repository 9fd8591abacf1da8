/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal says: places, levels, days, sides; and which of its pages is shown.
 */

#include "config.h"

#include "core/body/fascia-body.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "journal/fascia-timeline-text.h"
#include "widgets/fascia-text.h"

#define NOON 720

static FasciaEntry *
make_entry (FasciaEntryKind kind, int minute)
{
  FasciaMoment moment = {
    .utc_ms = FASCIA_TEST_NOW_MS / 86400000 * 86400000 + minute * G_GINT64_CONSTANT (60000),
    .offset_min = 0,
    .day = (gint32) (FASCIA_TEST_NOW_MS / 86400000),
    .zone = g_intern_static_string ("UTC"),
  };
  const guint8 random[10] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  FasciaUid uid;

  fascia_uid_init (&uid, moment.utc_ms, random);
  return fascia_entry_new (&uid, kind, &moment);
}

static void
mark (FasciaEntry **entry,
      const char *region,
      FasciaScale scale,
      int level,
      const char *const *feelings)
{
  FasciaMark value = { .region = region, .scale = scale, .level = level, .feelings = feelings };
  FasciaEntry *changed = fascia_entry_with_mark (*entry, &value);

  fascia_entry_unref (*entry);
  *entry = changed;
}

static void
assert_title (FasciaEntry *entry, const char *expected, const char *spoken)
{
  g_autofree char *title = fascia_text_entry_title (entry);
  g_autofree char *aloud = fascia_text_entry_title_spoken (entry);

  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpstr (aloud, ==, spoken);
}

static void
test_titles (void)
{
  g_autoptr (FasciaEntry) entry = make_entry (FASCIA_ENTRY_CHECK_IN, NOON);
  g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (entry, TRUE);
  g_autoptr (FasciaEntry) words = fascia_entry_with_note (entry, "slept badly");
  g_autoptr (FasciaEntry) visit = make_entry (FASCIA_ENTRY_VISIT, NOON);

  assert_title (entry, "Check-in", "Check-in");
  assert_title (nothing, "Nothing tight or painful today", "Nothing tight or painful today");
  assert_title (words, "Note", "Note");
  assert_title (visit, "Therapist visit", "Therapist visit");

  /* An answer of 0 is an answer, but no place that is tight. */
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 0, NULL);
  assert_title (entry, "1 place eased", "1 place eased");
  mark (&entry, "shoulder-top-right", FASCIA_SCALE_TIGHTNESS, 0, NULL);
  mark (&entry, "shoulder-top-right", FASCIA_SCALE_PAIN, 0, NULL);
  assert_title (entry, "2 places eased", "2 places eased");

  /* Without a level: counted, and no worst is made up. */
  mark (&entry, "neck-back-left", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL);
  g_assert_cmpuint (fascia_entry_count_places (entry), ==, 1);

  mark (&entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 4, NULL);
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_PAIN, 6, NULL);
  assert_title (entry, "2 places · worst 6", "2 places, worst 6");
}

static void
test_plurals (void)
{
  g_autofree char *one = fascia_text_places_worst (1, 3);
  g_autofree char *many = fascia_text_places_worst (3, 6);
  g_autofree char *zero = fascia_text_places_worst (2, 0);
  g_autofree char *without = fascia_text_places_worst (2, FASCIA_LEVEL_NOT_GIVEN);
  g_autofree char *spoken = fascia_text_places_worst_spoken (1, 10);

  g_assert_cmpstr (one, ==, "1 place · worst 3");
  g_assert_cmpstr (many, ==, "3 places · worst 6");
  g_assert_cmpstr (zero, ==, "2 places · worst 0");
  g_assert_cmpstr (without, ==, "2 places");
  g_assert_cmpstr (spoken, ==, "1 place, worst 10");
}

static void
test_levels (void)
{
  static const struct
  {
    FasciaScale scale;
    int level;
    const char *text;
  } cases[] = {
    { FASCIA_SCALE_TIGHTNESS, 6, "tight 6" },
    { FASCIA_SCALE_TIGHTNESS, 10, "tight 10" },
    { FASCIA_SCALE_PAIN, 1, "pain 1" },
    { FASCIA_SCALE_TIGHTNESS, 0, "tightness eased: 0" },
    { FASCIA_SCALE_PAIN, 0, "pain eased: 0" },
    { FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, "tight, level not given" },
    { FASCIA_SCALE_PAIN, FASCIA_LEVEL_NOT_GIVEN, "painful, level not given" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fascia_text_level (cases[i].scale, cases[i].level);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_places (void)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (FASCIA_ENTRY_CHECK_IN, 14 * 60 + 20);
  g_autoptr (FasciaEntry) noted = NULL;
  const FasciaNames names = { .body = body };
  g_autofree char *none = fascia_timeline_text_places (entry, body, 4);
  g_autofree char *all = NULL;
  g_autofree char *short_list = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *with_note = NULL;

  g_assert_null (none);

  mark (&entry, "forearm-front-left", FASCIA_SCALE_TIGHTNESS, 0, NULL);
  mark (&entry, "neck-back-left", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL);
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, NULL);
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_PAIN, 4, NULL);
  /* A place that only a newer version knows is named by its code, never dropped. */
  mark (&entry, "tail-tip-left", FASCIA_SCALE_PAIN, 7, NULL);

  all = fascia_timeline_text_places (entry, body, 10);
  g_assert_cmpstr (all, ==,
                   "tail-tip-left pain 7 · Left shoulder top tight 6, pain 4 · "
                   "Left back of neck tight, level not given · "
                   "Left inner forearm tightness eased: 0");

  short_list = fascia_timeline_text_places (entry, body, 2);
  g_assert_cmpstr (short_list, ==,
                   "tail-tip-left pain 7 · Left shoulder top tight 6, pain 4 · 2 more");

  spoken = fascia_timeline_text_spoken (entry, &names, FASCIA_HOURS_24);
  g_assert_cmpstr (spoken, ==,
                   "14:20, 3 places, worst 7: tail-tip-left, pain 7; Left shoulder top, tight 6, "
                   "pain 4; Left back of neck, tight, level not given; "
                   "Left inner forearm, tightness eased: 0");

  noted = fascia_entry_with_note (entry, "  After\n the garden ");
  with_note = fascia_timeline_text_spoken (noted, NULL, FASCIA_HOURS_12);
  g_assert_true (g_str_has_prefix (with_note, "2:20 PM, 3 places, worst 7: tail-tip-left, pain 7"));
  g_assert_true (g_str_has_suffix (with_note, ". Note: After the garden"));
}

/* For every pair: a mark on the left reads "Left …" and one on the right "Right …", in the list, in
 * the row read aloud, and never the other way round. */
static void
test_laterality (void)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  const FasciaNames names = { .body = body };
  guint n_pairs = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      gboolean is_left = fascia_region_get_side (region) == FASCIA_SIDE_LEFT;
      g_autoptr (FasciaEntry) entry = NULL;
      g_autofree char *list = NULL;
      g_autofree char *spoken = NULL;

      if (fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE)
        continue;

      n_pairs += is_left;
      entry = make_entry (FASCIA_ENTRY_CHECK_IN, NOON);
      mark (&entry, fascia_region_get_id (region), FASCIA_SCALE_TIGHTNESS, 5, NULL);
      list = fascia_timeline_text_places (entry, body, 4);
      spoken = fascia_timeline_text_spoken (entry, &names, FASCIA_HOURS_24);

      g_assert_true (
          g_str_has_suffix (fascia_region_get_id (region), is_left ? "-left" : "-right"));
      g_assert_true (g_str_has_prefix (list, is_left ? "Left " : "Right "));
      g_assert_nonnull (strstr (spoken, is_left ? ": Left " : ": Right "));
      g_assert_null (strstr (spoken, is_left ? "Right " : "Left "));
    }

  g_assert_cmpuint (n_pairs, ==, 53);
}

static void
test_days (void)
{
  gint32 today = fascia_day_from_ymd (2026, 3, 10);
  static const struct
  {
    int year, month, dom;
    const char *text;
  } cases[] = {
    { 2026, 3, 10, "Today" },
    { 2026, 3, 9, "Yesterday" },
    { 2026, 3, 11, "Tomorrow" },
    { 2026, 3, 3, "Tuesday 3 March 2026" },
    { 2025, 12, 31, "Wednesday 31 December 2025" },
    { 2024, 2, 29, "Thursday 29 February 2024" },
    { 1969, 12, 31, "Wednesday 31 December 1969" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fascia_text_day (
          fascia_day_from_ymd (cases[i].year, cases[i].month, cases[i].dom), today);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_times (void)
{
  static const struct
  {
    int minute;
    const char *on_24;
    const char *on_12;
  } cases[] = {
    { 0, "00:00", "12:00 AM" },
    { 9 * 60 + 5, "09:05", "9:05 AM" },
    { 12 * 60, "12:00", "12:00 PM" },
    { 23 * 60 + 59, "23:59", "11:59 PM" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* The offset of the moment counts, wherever it is read. */
      FasciaMoment moment = {
        .utc_ms = (cases[i].minute - 330) * G_GINT64_CONSTANT (60000),
        .offset_min = 330,
        .day = 0,
        .zone = g_intern_static_string ("Asia/Kolkata"),
      };
      g_autofree char *on_24 = fascia_text_time (&moment, FASCIA_HOURS_24);
      g_autofree char *on_12 = fascia_text_time (&moment, FASCIA_HOURS_12);
      g_autofree char *when = fascia_text_when (&moment, 0, FASCIA_HOURS_24);
      g_autofree char *expected = g_strconcat ("Today, ", cases[i].on_24, NULL);

      g_assert_cmpstr (on_24, ==, cases[i].on_24);
      g_assert_cmpstr (on_12, ==, cases[i].on_12);
      g_assert_cmpstr (when, ==, expected);
    }
}

/* What was chosen on the desktop counts; where nothing was, the locale does. */
static void
test_hours (void)
{
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (
      g_settings_schema_source_get_default (), "org.gnome.desktop.interface", TRUE);
  g_autoptr (GSettings) settings = NULL;

  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_assert_cmpint (fascia_text_get_hours (), ==, FASCIA_HOURS_24);
  if (schema == NULL)
    {
      g_test_skip ("the desktop's settings are not installed");
      return;
    }

  settings = g_settings_new ("org.gnome.desktop.interface");
  g_settings_set_string (settings, "clock-format", "12h");
  g_assert_cmpint (fascia_text_get_hours (), ==, FASCIA_HOURS_12);
  g_settings_set_string (settings, "clock-format", "24h");
  g_assert_cmpint (fascia_text_get_hours (), ==, FASCIA_HOURS_24);
  g_settings_reset (settings, "clock-format");
}

static void
test_note_line (void)
{
  static const struct
  {
    const char *note;
    const char *line;
  } cases[] = {
    { "one", "one" },
    { "one\ntwo", "one two" },
    { "\n\n one \t\n two \n", "one two" },
    { "größer\n痛い", "größer 痛い" },
    { " \n\t ", NULL },
  };
  g_autoptr (FasciaEntry) entry = make_entry (FASCIA_ENTRY_CHECK_IN, NOON);

  g_assert_null (fascia_timeline_text_note_line (entry));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FasciaEntry) noted = fascia_entry_with_note (entry, cases[i].note);
      g_autofree char *line = fascia_timeline_text_note_line (noted);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_feelings (void)
{
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (FASCIA_ENTRY_CHECK_IN, NOON);
  const char *const both[] = { "burning", "fizzy", NULL };
  const char *const again[] = { "burning", NULL };
  g_autoptr (GArray) places = NULL;
  g_autofree char *text = NULL;
  g_autofree char *codes = NULL;

  mark (&entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 5, both);
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_PAIN, 5, again);
  places = fascia_text_list_places (entry, NULL);
  g_assert_cmpuint (places->len, ==, 1);

  /* Each word once; a word of a newer version by its code. */
  text = fascia_timeline_text_feelings (feelings, &g_array_index (places, FasciaPlace, 0));
  g_assert_cmpstr (text, ==, "burning, fizzy");
  codes = fascia_timeline_text_feelings (NULL, &g_array_index (places, FasciaPlace, 0));
  g_assert_cmpstr (codes, ==, "burning, fizzy");
}

static void
test_view (void)
{
  static const struct
  {
    FasciaJournalState state;
    gboolean has_loaded;
    gboolean has_error;
    gboolean is_filtered;
    guint n_items;
    FasciaTimelineView view;
  } cases[] = {
    { FASCIA_JOURNAL_CLOSED, FALSE, FALSE, FALSE, 0, FASCIA_TIMELINE_VIEW_LOADING },
    { FASCIA_JOURNAL_OPENING, FALSE, FALSE, FALSE, 0, FASCIA_TIMELINE_VIEW_LOADING },
    { FASCIA_JOURNAL_READY, FALSE, FALSE, FALSE, 0, FASCIA_TIMELINE_VIEW_LOADING },
    { FASCIA_JOURNAL_READY, TRUE, FALSE, FALSE, 0, FASCIA_TIMELINE_VIEW_EMPTY },
    { FASCIA_JOURNAL_READY, TRUE, FALSE, FALSE, 3, FASCIA_TIMELINE_VIEW_CONTENT },
    { FASCIA_JOURNAL_READY, FALSE, TRUE, FALSE, 0, FASCIA_TIMELINE_VIEW_ERROR },
    { FASCIA_JOURNAL_READY, TRUE, TRUE, FALSE, 0, FASCIA_TIMELINE_VIEW_ERROR },
    /* What was read stays in sight when more of it cannot be read. */
    { FASCIA_JOURNAL_READY, TRUE, TRUE, FALSE, 3, FASCIA_TIMELINE_VIEW_CONTENT },
    { FASCIA_JOURNAL_FAILED, FALSE, FALSE, FALSE, 0, FASCIA_TIMELINE_VIEW_ERROR },
    { FASCIA_JOURNAL_FAILED, TRUE, FALSE, FALSE, 3, FASCIA_TIMELINE_VIEW_ERROR },
    /* Only what is filtered can be filtered to nothing. */
    { FASCIA_JOURNAL_READY, TRUE, FALSE, TRUE, 0, FASCIA_TIMELINE_VIEW_NOTHING_FOUND },
    { FASCIA_JOURNAL_READY, FALSE, FALSE, TRUE, 0, FASCIA_TIMELINE_VIEW_LOADING },
    { FASCIA_JOURNAL_READY, TRUE, TRUE, TRUE, 0, FASCIA_TIMELINE_VIEW_ERROR },
    { FASCIA_JOURNAL_READY, TRUE, FALSE, TRUE, 3, FASCIA_TIMELINE_VIEW_CONTENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fascia_timeline_view_choose (cases[i].state, cases[i].has_loaded,
                                                  cases[i].has_error, cases[i].is_filtered,
                                                  cases[i].n_items),
                     ==, cases[i].view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (fascia_core_get_resource ());

  g_test_add_func ("/journal/text/titles", test_titles);
  g_test_add_func ("/journal/text/plurals", test_plurals);
  g_test_add_func ("/journal/text/levels", test_levels);
  g_test_add_func ("/journal/text/places", test_places);
  g_test_add_func ("/journal/text/laterality", test_laterality);
  g_test_add_func ("/journal/text/days", test_days);
  g_test_add_func ("/journal/text/times", test_times);
  g_test_add_func ("/journal/text/hours", test_hours);
  g_test_add_func ("/journal/text/note-line", test_note_line);
  g_test_add_func ("/journal/text/feelings", test_feelings);
  g_test_add_func ("/journal/text/view", test_view);

  return g_test_run ();
}
