/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body page shows and says, as values.
 */

#include "config.h"

#include "body/fascia-body-state.h"
#include "fascia-core-resources.h"

#define TODAY 20522 /* Tuesday 2026-03-10 */
#define LEFT "shoulder-top-left"
#define RIGHT "shoulder-top-right"

static FasciaEntry *
make_entry (const FasciaMark *marks, guint n_marks)
{
  const FasciaUid uid = { { 1 } };
  const FasciaMoment moment
      = { .utc_ms = TODAY * G_GINT64_CONSTANT (86400000), .day = TODAY, .zone = "UTC" };
  FasciaEntry *entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);

  for (guint i = 0; i < n_marks; i++)
    {
      FasciaEntry *changed = fascia_entry_with_mark (entry, &marks[i]);

      fascia_entry_unref (entry);
      entry = changed;
    }
  return entry;
}

static GArray *
make_recent (const FasciaRecentMark *marks, guint n_marks)
{
  GArray *recent = g_array_new (FALSE, FALSE, sizeof (FasciaRecentMark));

  g_array_append_vals (recent, marks, n_marks);
  return recent;
}

static const FasciaBodyPlace *
get_place (FasciaBody *body, FasciaBodyState *state, const char *id)
{
  return fascia_body_state_get_place (state, fascia_body_lookup (body, id));
}

static void
test_empty (void)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, NULL, NULL, TODAY);
  const FasciaBodyPlace *place = get_place (body, state, LEFT);
  int level = 7;
  g_autofree char *summary = fascia_body_state_dup_summary (state);
  g_autofree char *value = fascia_body_place_dup_value (place, FASCIA_SCALE_TIGHTNESS);

  g_assert_cmpint (fascia_body_place_get_look (place, FASCIA_SCALE_TIGHTNESS, &level), ==,
                   FASCIA_BODY_LOOK_PLAIN);
  g_assert_cmpint (level, ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_false (fascia_body_place_is_marked (place));
  g_assert_cmpstr (summary, ==, "Nothing marked yet");
  g_assert_cmpstr (value, ==, "not marked");
  g_assert_cmpuint (fascia_body_state_count_unanswered (state), ==, 0);
}

/* Zero is an answer, no level is a mark, and neither is the other. */
static void
test_looks (void)
{
  const FasciaMark marks[] = {
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { g_intern_string ("jaw-left"), FASCIA_SCALE_TIGHTNESS, 0, NULL },
    { g_intern_string ("jaw-right"), FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL },
    { g_intern_string ("calf-upper-left"), FASCIA_SCALE_PAIN, 4, NULL },
  };
  const FasciaRecentMark last[] = {
    { g_intern_string (RIGHT), FASCIA_SCALE_TIGHTNESS, 3, 0, TODAY - 2 },
    { g_intern_string ("calf-upper-right"), FASCIA_SCALE_TIGHTNESS, 0, 0, TODAY - 2 },
    { g_intern_string ("calf-upper-left"), FASCIA_SCALE_TIGHTNESS, 2, 0, TODAY - 2 },
    { g_intern_string ("a-place-of-tomorrow"), FASCIA_SCALE_TIGHTNESS, 5, 0, TODAY - 2 },
  };
  const struct
  {
    const char *id;
    FasciaScale scale;
    FasciaBodyLook look;
    int level;
  } cases[] = {
    { LEFT, FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_RATED, 6 },
    { LEFT, FASCIA_SCALE_PAIN, FASCIA_BODY_LOOK_OTHER, -1 },
    { "jaw-left", FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_RATED, 0 },
    { "jaw-right", FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_UNRATED, -1 },
    { "calf-upper-left", FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_OLD, 2 },
    { "calf-upper-left", FASCIA_SCALE_PAIN, FASCIA_BODY_LOOK_RATED, 4 },
    { RIGHT, FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_OLD, 3 },
    { RIGHT, FASCIA_SCALE_PAIN, FASCIA_BODY_LOOK_PLAIN, -1 },
    { "calf-upper-right", FASCIA_SCALE_TIGHTNESS, FASCIA_BODY_LOOK_PLAIN, -1 },
  };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (marks, G_N_ELEMENTS (marks));
  g_autoptr (GArray) recent = make_recent (last, G_N_ELEMENTS (last));
  g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, entry, recent, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int level = 99;

      g_test_message ("%s %d", cases[i].id, cases[i].scale);
      g_assert_cmpint (
          fascia_body_place_get_look (get_place (body, state, cases[i].id), cases[i].scale, &level),
          ==, cases[i].look);
      g_assert_cmpint (level, ==, cases[i].level);
    }
  g_assert_true (fascia_body_place_is_marked (get_place (body, state, "jaw-left")));
  g_assert_true (fascia_body_place_is_marked (get_place (body, state, "calf-upper-left")));
  g_assert_false (fascia_body_place_is_marked (get_place (body, state, RIGHT)));
  g_assert_cmpuint (fascia_body_state_count_unanswered (state), ==, 1);

  g_autofree char *summary = fascia_body_state_dup_summary (state);
  g_assert_cmpstr (summary, ==, "3 places · worst 6");
}

static void
test_words (void)
{
  const struct
  {
    int last_level;
    gint32 last_day;
    const char *words;
  } cases[] = {
    { 4, TODAY - 4, "tight 6, was 4 on Friday" },  { 4, TODAY - 6, "tight 6, was 4 on Wednesday" },
    { 4, TODAY - 7, "tight 6, was 4 on 3 March" }, { 0, TODAY - 1, "tight 6, was 0 yesterday" },
    { 9, TODAY, "tight 6, was 9 earlier today" },  { FASCIA_LEVEL_NOT_GIVEN, TODAY - 1, "tight 6" },
  };
  const FasciaMark mark = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (&mark, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaRecentMark last = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS,
                                      cases[i].last_level, 0, cases[i].last_day };
      g_autoptr (GArray) recent = make_recent (&last, 1);
      g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, entry, recent, TODAY);
      g_autofree char *words = fascia_body_place_dup_description (get_place (body, state, LEFT),
                                                                  FASCIA_SCALE_TIGHTNESS, TODAY);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Side first, both quantities, the active one first. */
static void
test_announcement (void)
{
  const FasciaMark marks[] = {
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { g_intern_string (LEFT), FASCIA_SCALE_PAIN, 3, NULL },
    { g_intern_string ("jaw-right"), FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL },
  };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (marks, G_N_ELEMENTS (marks));
  g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, entry, NULL, TODAY);
  g_autofree char *both = fascia_body_place_dup_announcement (get_place (body, state, LEFT),
                                                              FASCIA_SCALE_TIGHTNESS, TODAY);
  g_autofree char *pain_first = fascia_body_place_dup_announcement (get_place (body, state, LEFT),
                                                                    FASCIA_SCALE_PAIN, TODAY);
  g_autofree char *bare = fascia_body_place_dup_announcement (get_place (body, state, "jaw-right"),
                                                              FASCIA_SCALE_TIGHTNESS, TODAY);
  g_autofree char *removed = fascia_body_place_dup_announcement (get_place (body, state, RIGHT),
                                                                 FASCIA_SCALE_TIGHTNESS, TODAY);

  g_assert_cmpstr (both, ==, "Left shoulder top, tight 6; pain 3");
  g_assert_cmpstr (pain_first, ==, "Left shoulder top, pain 3; tight 6");
  g_assert_cmpstr (bare, ==, "Right jaw, tight, level not given");
  g_assert_cmpstr (removed, ==, "Right shoulder top, not marked");
}

/* What a toast says about a change. */
static void
test_change (void)
{
  const FasciaMark six[] = { { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL } };
  const FasciaMark seven[] = { { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 7, NULL } };
  const FasciaMark eased[] = {
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { g_intern_string (RIGHT), FASCIA_SCALE_TIGHTNESS, 0, NULL },
    { g_intern_string ("jaw-left"), FASCIA_SCALE_TIGHTNESS, 0, NULL },
    { g_intern_string ("jaw-left"), FASCIA_SCALE_PAIN, 0, NULL },
  };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry_six = make_entry (six, 1);
  g_autoptr (FasciaEntry) entry_seven = make_entry (seven, 1);
  g_autoptr (FasciaEntry) entry_eased = make_entry (eased, G_N_ELEMENTS (eased));
  const struct
  {
    FasciaEntry *before;
    FasciaEntry *after;
    const char *words;
    gboolean is_many;
  } cases[] = {
    { NULL, entry_six, "Left shoulder top: tight 6", FALSE },
    { entry_six, entry_seven, "Left shoulder top: tight 7", FALSE },
    { entry_six, NULL, "Left shoulder top: mark removed", FALSE },
    { entry_six, entry_eased, "2 places eased: 0", TRUE },
    { NULL, entry_eased, "3 places", TRUE },
    { entry_six, entry_six, "Saved", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = fascia_body_state_dup_change (body, cases[i].before, cases[i].after);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (fascia_body_state_is_many (cases[i].before, cases[i].after), ==,
                       cases[i].is_many);
    }
}

static void
test_summary_eased (void)
{
  const FasciaMark zero = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 0, NULL };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry (&zero, 1);
  g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, entry, NULL, TODAY);
  g_autofree char *summary = fascia_body_state_dup_summary (state);

  g_assert_cmpstr (summary, ==, "1 place eased");
}

static void
test_shown (void)
{
  g_assert_cmpint (fascia_body_state_choose_shown (FALSE, FALSE), ==, FASCIA_BODY_SHOWN_BODY);
  g_assert_cmpint (fascia_body_state_choose_shown (FALSE, TRUE), ==, FASCIA_BODY_SHOWN_ERROR);
  g_assert_cmpint (fascia_body_state_choose_shown (TRUE, TRUE), ==, FASCIA_BODY_SHOWN_BODY);
  g_assert_cmpint (fascia_body_state_choose_shown (TRUE, FALSE), ==, FASCIA_BODY_SHOWN_BODY);
}

static void
test_equal (void)
{
  const FasciaMark six = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL };
  const FasciaMark zero = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 0, NULL };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) entry_six = make_entry (&six, 1);
  g_autoptr (FasciaEntry) entry_zero = make_entry (&zero, 1);
  g_autoptr (FasciaBodyState) a = fascia_body_state_new (body, entry_six, NULL, TODAY);
  g_autoptr (FasciaBodyState) b = fascia_body_state_new (body, entry_six, NULL, TODAY);
  g_autoptr (FasciaBodyState) c = fascia_body_state_new (body, entry_zero, NULL, TODAY);
  g_autoptr (FasciaBodyState) d = fascia_body_state_new (body, NULL, NULL, TODAY);

  g_assert_true (fascia_body_place_equal (get_place (body, a, LEFT), get_place (body, b, LEFT)));
  g_assert_false (fascia_body_place_equal (get_place (body, a, LEFT), get_place (body, c, LEFT)));
  g_assert_false (fascia_body_place_equal (get_place (body, c, LEFT), get_place (body, d, LEFT)));
}

/* ---- what is drawn, and the whole map in words ---- */

static FasciaEntry *
add_drawing (FasciaEntry *entry, FasciaDrawingKind kind, guint8 id)
{
  const FasciaDrawingPoint points[] = { { 0, 100, 5 }, { 10, 120, 6 } };
  const FasciaDrawing drawing = {
    .uid = { { id } },
    .kind = kind,
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = 6,
    .points = points,
    .n_points = kind == FASCIA_DRAWING_SPOT ? 1 : 2,
  };
  FasciaEntry *changed = fascia_entry_with_drawing (entry, &drawing);

  fascia_entry_unref (entry);
  return changed;
}

static FasciaEntry *
add_spread (FasciaEntry *entry, const char *from, const char *to)
{
  const FasciaSpread spread = { g_intern_string (from), g_intern_string (to) };
  FasciaEntry *changed = fascia_entry_with_spread (entry, &spread);

  fascia_entry_unref (entry);
  return changed;
}

static void
test_spoken_summary (void)
{
  const FasciaMark marks[] = {
    { g_intern_string ("jaw-left"), FASCIA_SCALE_TIGHTNESS, 0, NULL },
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { g_intern_string (LEFT), FASCIA_SCALE_PAIN, 2, NULL },
    { g_intern_string ("neck-back-left"), FASCIA_SCALE_PAIN, 8, NULL },
    { g_intern_string ("third-hand"), FASCIA_SCALE_TIGHTNESS, 1, NULL },
  };
  const FasciaRecentMark old[] = {
    { g_intern_string (RIGHT), FASCIA_SCALE_TIGHTNESS, 4, 0, TODAY - 1, TODAY - 1 },
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 4, 0, TODAY - 1, TODAY - 1 },
  };
  const FasciaMoment now
      = { .utc_ms = TODAY * G_GINT64_CONSTANT (86400000), .day = TODAY, .zone = "UTC" };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (GArray) recent = make_recent (old, G_N_ELEMENTS (old));
  FasciaEntry *entry = make_entry (marks, G_N_ELEMENTS (marks));
  entry = add_spread (entry, LEFT, "third-hand");
  entry = add_drawing (entry, FASCIA_DRAWING_SPOT, 1);
  entry = add_drawing (entry, FASCIA_DRAWING_SPOT, 2);
  entry = add_drawing (entry, FASCIA_DRAWING_STROKE, 3);
  g_autoptr (FasciaBodyState) state = fascia_body_state_new (body, entry, recent, TODAY);
  g_autofree char *text = fascia_body_state_dup_spoken_summary (state, &now, TRUE, FASCIA_HOURS_24);

  /* Worst first, what eased last, nothing left out. */
  g_assert_cmpstr (text, ==,
                   "Now: Today, 00:00.\n"
                   "3 places, worst 8.\n"
                   "Left back of neck, pain 8.\n"
                   "Left shoulder top, tight 6, pain 2.\n"
                   "third-hand, tight 1.\n"
                   "Left jaw, tightness eased: 0.\n"
                   "Left shoulder top spreads to third-hand.\n"
                   "Drawn on the figure: 2 spots, 1 stroke.\n"
                   "One place to answer:\n"
                   "Right shoulder top, last time tight 4.");
  fascia_entry_unref (entry);

  g_autoptr (FasciaBodyState) empty = fascia_body_state_new (body, NULL, NULL, TODAY + 2);
  g_autofree char *nothing
      = fascia_body_state_dup_spoken_summary (empty, &now, FALSE, FASCIA_HOURS_12);
  g_assert_cmpstr (nothing, ==, "Tuesday 10 March 2026, 12:00 AM.\nNothing marked yet.");
}

/* Seen later, an earlier check-in of its day was not "today". */
static void
test_same_day (void)
{
  const FasciaMark mark = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL };
  const FasciaRecentMark old
      = { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 4, 0, TODAY, TODAY };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (GArray) recent = make_recent (&old, 1);
  g_autoptr (FasciaEntry) entry = make_entry (&mark, 1);
  g_autoptr (FasciaBodyState) then = fascia_body_state_new (body, entry, recent, TODAY);
  g_autoptr (FasciaBodyState) later = fascia_body_state_new (body, entry, recent, TODAY + 9);
  g_autofree char *first = fascia_body_place_dup_description (get_place (body, then, LEFT),
                                                              FASCIA_SCALE_TIGHTNESS, TODAY);
  g_autofree char *second = fascia_body_place_dup_description (get_place (body, later, LEFT),
                                                               FASCIA_SCALE_TIGHTNESS, TODAY + 9);

  g_assert_cmpstr (first, ==, "tight 6, was 4 earlier today");
  g_assert_cmpstr (second, ==, "tight 6, was 4 earlier that day");
}

static void
assert_change (FasciaBody *body, FasciaEntry *before, FasciaEntry *after, const char *words)
{
  g_autofree char *text = fascia_body_state_dup_change (body, before, after);

  g_assert_cmpstr (text, ==, words);
}

static void
test_drawn_change (void)
{
  const FasciaMark marks[] = {
    { g_intern_string (LEFT), FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { g_intern_string (RIGHT), FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL },
  };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaEntry) before = make_entry (marks, 1);
  /* An arrow says more than the mark at its end. */
  g_autoptr (FasciaEntry) spread = add_spread (make_entry (marks, 2), LEFT, RIGHT);
  g_autoptr (FasciaEntry) drawn = add_drawing (make_entry (marks, 2), FASCIA_DRAWING_STROKE, 1);
  g_autoptr (FasciaEntry) nothing = make_entry (NULL, 0);
  g_autoptr (FasciaEntry) flag = fascia_entry_with_nothing_today (nothing, TRUE);

  assert_change (body, before, spread, "Left shoulder top spreads to Right shoulder top");
  assert_change (body, before, drawn, "Drawn");
  assert_change (body, NULL, drawn, "Drawn");
  assert_change (body, NULL, flag, "Nothing tight or painful today");
  g_autoptr (FasciaEntry) both = make_entry (marks, 2);
  assert_change (body, spread, both, "Arrow removed");
  assert_change (body, drawn, both, "Drawing erased");
  assert_change (body, before, both, "Right shoulder top: tight, level not given");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/body-state/empty", test_empty);
  g_test_add_func ("/body-state/looks", test_looks);
  g_test_add_func ("/body-state/words", test_words);
  g_test_add_func ("/body-state/announcement", test_announcement);
  g_test_add_func ("/body-state/change", test_change);
  g_test_add_func ("/body-state/summary-eased", test_summary_eased);
  g_test_add_func ("/body-state/shown", test_shown);
  g_test_add_func ("/body-state/equal", test_equal);
  g_test_add_func ("/body-state/spoken-summary", test_spoken_summary);
  g_test_add_func ("/body-state/drawn-change", test_drawn_change);
  g_test_add_func ("/body-state/same-day", test_same_day);
  return g_test_run ();
}
