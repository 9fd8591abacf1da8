/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is suggested, case by case: each line is a day, and what it leads to. */

#include "config.h"

#include "suggest-fixture.h"

#define EVERYTHING                                                                                 \
  "tennis-ball soft-ball massage-ball foam-roller soft-foam-roller massage-stick massage-hook "    \
  "strap mat band small-weight two-tennis-balls-in-a-sock"

/**
 * Case:
 * @order: ids that come first, in this order, "" for nothing at all
 * @rule: of the first
 * @places: the regions that the first is for begin with these
 * @never: ids that are not among the suggestions at all
 * @after: "A B": A comes before B
 * @says: pieces of text of the first, "|" between: its reason, data, checks or effect
 */
typedef struct
{
  const char *name;
  SuggestDay day;
  const char *order;
  FasciaRule rule;
  const char *places;
  const char *never;
  const char *after;
  const char *says;
} Case;

static const Case cases[] = {
  /* ---- marked now ---- */
  { "marked-now",
    { .open = "calf-upper-left=6", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    "calf-upper-left",
    .says = "Left upper calf: tight 6 today.|Asked for: Skin: no|Left upper calf: tight 6, today" },
  { "worst-first",
    { .open = "calf-upper-left=4 shoulder-top-left=8", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW,
    "shoulder-top-left",
    .after = "shoulder-moves calf-hands" },
  { "worst-first-other-way",
    { .open = "calf-upper-left=8 shoulder-top-left=4", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    "calf-upper-left",
    .after = "calf-hands shoulder-hands" },
  { "one-level-counts",
    { .open = "calf-upper-left=6 shoulder-top-left=5", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-wall shoulder-hands" },
  { "pain-counts-too",
    { .open = "calf-upper-left=3 shoulder-top-left:pain=7", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "Left shoulder top: pain 7 today." },
  { "both-quantities",
    { .open = "calf-upper-left=3 calf-upper-left:pain=7", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "Left upper calf: tight 3, pain 7 today." },
  { "level-not-given",
    { .open = "calf-upper-left", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "tight, level not given" },
  { "level-not-given-ranks-low",
    { .open = "calf-upper-left shoulder-top-left=5", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW },
  { "eased-asks-for-nothing",
    { .open = "calf-upper-left=0 shoulder-top-left=2", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW,
    .never = "calf-hands calf-wall" },
  { "right-side-only",
    { .open = "calf-upper-right=6", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    "calf-upper-right",
    .says = "Right upper calf: tight 6 today." },
  { "both-sides",
    { .open = "calf-upper-left=6 calf-upper-right=6", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    "calf-upper-left calf-upper-right" },
  { "midline",
    { .open = "sacrum=6", .answers = "", .postures = FASCIA_POSTURE_CHAIR },
    "back-chair sacrum-ease",
    FASCIA_RULE_MARKED_NOW,
    "sacrum",
    .says = "Sacrum: tight 6 today." },
  { "earlier-today-still-holds",
    { .recent = "calf-upper-left=6@0", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "Left upper calf: tight 6 today." },
  { "ties-are-settled-the-same-way",
    { .open = "calf-upper-left=5 shoulder-top-left=5", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW },
  { "unknown-place",
    { .open = "third-elbow-left=9 calf-upper-left=2", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    "calf-upper-left" },
  { "only-unknown-places",
    { .open = "third-elbow-left=9", .recent = "fourth-knee=8@1", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL },

  /* ---- nothing may press there ---- */
  { "closed-place-beside",
    { .open = "knee-front-left=6", .answers = "" },
    "shin-hands",
    FASCIA_RULE_BESIDE,
    "knee-front-left",
    .after = "shin-hands whole-easy",
    .says = "Left front of knee: tight 6 today. This works beside it.|Beside it: " },
  { "sensitive-place-beside",
    { .open = "heel-left=6", .answers = "" },
    NULL,
    FASCIA_RULE_BESIDE,
    "heel-left",
    .after = "calf-hands whole-easy",
    .says = "Left heel: tight 6 today. This works beside it.|Beside it: |Left lower calf" },
  { "closed-place-moved",
    { .open = "knee-front-left=6", .answers = "", .declined = "shin-hands@0" },
    "knee-moves",
    FASCIA_RULE_MARKED_NOW },

  /* ---- lately, linked, nothing ---- */
  { "marked-lately",
    { .recent = "calf-upper-left=6@3", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_LATELY,
    "calf-upper-left",
    .says = "Left upper calf: tight 6 3 days ago." },
  { "yesterday",
    { .recent = "calf-upper-left=6@1", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_LATELY,
    .says = "yesterday" },
  { "now-before-lately",
    { .open = "calf-upper-left=1", .recent = "shoulder-top-left=9@1", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-wall shoulder-hands" },
  { "answered-now",
    { .open = "calf-upper-left=0", .recent = "calf-upper-left=9@1", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL },
  { "too-long-ago",
    { .recent = "calf-upper-left=9@15", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL },
  { "eased-lately",
    { .recent = "calf-upper-left=0@1", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL },
  { "nothing-today",
    { .nothing_today = TRUE, .recent = "calf-upper-left=9@1", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL,
    .says = "Nothing is marked now" },
  { "linked-after-marked",
    { .open = "shoulder-top-left=6", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW,
    .after = "shoulder-moves back-bed" },
  { "linked-alone",
    { .open = "temple-left=6", .answers = "", .declined = "shoulder-hands@0" },
    NULL,
    FASCIA_RULE_LINKED,
    .says = "often linked with Left temple, which you marked." },
  { "nothing-marked",
    { .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL,
    .says = "Nothing is marked now, so here is something easy." },

  /* ---- plan ---- */
  { "planned-before-lately",
    { .recent = "shoulder-top-left=9@1", .plan = "calf-hands", .answers = "" },
    "calf-hands",
    FASCIA_RULE_PLANNED,
    .after = "calf-hands shoulder-hands",
    .says = "Your plan has this for today." },
  { "now-before-planned",
    { .open = "shoulder-top-left=2", .plan = "calf-hands", .answers = "" },
    "shoulder-hands",
    FASCIA_RULE_MARKED_NOW,
    .after = "shoulder-moves calf-hands" },
  { "planned-at-the-same-place",
    { .open = "calf-upper-left=6", .plan = "calf-wall", .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW,
    .says = "In your plan for today" },
  { "done-is-not-planned-any-more",
    { .plan = "calf-hands", .past = "calf-hands@0", .answers = "" },
    "whole-easy",
    FASCIA_RULE_GENERAL },
  { "rest-day",
    { .open = "calf-upper-left=6", .plan = "rest", .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW,
    .says = "A rest day in your plan" },

  /* ---- what the person says and did ---- */
  { "declined-today",
    { .open = "calf-upper-left=6", .declined = "calf-hands@0", .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-wall calf-hands" },
  { "declined-fades",
    { .open = "calf-upper-left=6", .declined = "calf-hands@20", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW },
  { "declined-without-sense",
    { .open = "calf-upper-left=6", .declined = "calf-hands calf-hands@ :", .answers = "" },
    NULL,
    FASCIA_RULE_MARKED_NOW },
  { "favourite",
    { .open = "calf-upper-left=6", .favourites = "calf-wall", .declined = NULL, .answers = "" },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-wall whole-easy" },
  { "favourite-without-a-mark",
    { .favourites = "calf-wall", .answers = "" },
    "calf-wall whole-easy",
    FASCIA_RULE_GENERAL,
    .says = "One of your favorites" },
  { "effect-of-five",
    { .open = "calf-upper-left=6",
      .past = "calf-wall@30:6>3 calf-wall@28:6>4 calf-wall@26:6>4 calf-wall@24:6>4 "
              "calf-wall@22:6>5",
      .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW,
    .says = "Rated 2 lower after it, in 5 of your entries" },
  { "effect-of-four-says-nothing",
    { .open = "calf-upper-left=6",
      .past = "calf-wall@30:9>0 calf-wall@28:9>0 calf-wall@26:9>0 calf-wall@24:9>0",
      .answers = "" },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-hands calf-wall" },
  { "effect-the-wrong-way",
    { .open = "calf-upper-left=6",
      .past = "calf-hands@30:4>6 calf-hands@28:4>6 calf-hands@26:4>6 calf-hands@24:4>6 "
              "calf-hands@22:4>6",
      .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW },
  { "helped-without-a-mark",
    { .past = "calf-wall@30:6>3 calf-wall@28:6>4 calf-wall@26:6>4 calf-wall@24:6>4 "
              "calf-wall@22:6>5",
      .answers = "" },
    "calf-wall whole-easy",
    FASCIA_RULE_HELPED,
    .says = "Rated 2 lower after it, in 5 of your entries." },
  { "done-today",
    { .open = "calf-upper-left=6", .past = "calf-hands@0", .answers = "" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW },
  { "last-done",
    { .open = "calf-upper-left=6", .past = "calf-hands@5", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "Last done: 5 days ago" },
  { "pressed-yesterday",
    { .open = "calf-upper-left=6", .past = "shin-hands@1/r34+calf-upper-left", .answers = "" },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .after = "calf-wall calf-hands" },
  { "after-a-break",
    { .open = "calf-upper-left=6", .past = "shin-hands@9/r35+shin-front-left", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW },

  /* ---- safety ---- */
  { "unanswered",
    { .open = "calf-upper-left=6" },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .never = "calf-roller shin-hands",
    .after = "calf-wall whole-easy",
    .says = "The safety questions have no answer yet." },
  { "clot-blocks",
    { .open = "calf-upper-left=6", .answers = "clot" },
    NULL,
    0,
    .never = "calf-roller shin-hands calf-wall" },
  { "local-condition-blocks-there",
    { .open = "calf-upper-left=6", .answers = "wound@calf-upper-left" },
    NULL,
    0,
    .never = "calf-roller" },
  { "not-sure-is-yes",
    { .open = "calf-upper-left=6", .answers = "wound?@calf-upper-left" },
    NULL,
    0,
    .never = "calf-roller",
    .says = "Asked for: Skin: not sure, which counts as yes" },
  { "elsewhere-stays-open",
    { .open = "calf-upper-left=6", .answers = "wound@jaw-right" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .says = "Asked for: Skin: yes (" },
  { "later-version",
    { .open = "calf-upper-left=6", .answers = "something-of-tomorrow" },
    "calf-wall",
    FASCIA_RULE_MARKED_NOW,
    .never = "calf-roller" },

  /* ---- what is possible ---- */
  { "no-tools",
    { .open = "calf-upper-left=6", .answers = "" },
    "calf-hands",
    FASCIA_RULE_MARKED_NOW,
    .never = "shoulder-hook" },
  { "hook-there",
    { .open = "shoulder-top-left=6", .answers = "", .tools = "massage-hook" },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .after = "shoulder-hook whole-easy" },
  { "bed-only",
    { .open = "lower-back-left=6", .answers = "", .postures = FASCIA_POSTURE_BED },
    "back-bed",
    FASCIA_RULE_MARKED_NOW,
    .never = "calf-wall legs-strong" },
  { "chair-only",
    { .open = "lower-back-left=6", .answers = "", .postures = FASCIA_POSTURE_CHAIR },
    "back-chair",
    FASCIA_RULE_MARKED_NOW },
  { "gentle",
    { .open = "calf-upper-left=6", .answers = "", .is_gentle = TRUE },
    NULL,
    FASCIA_RULE_MARKED_NOW,
    .says = "Gentle: light pressure and the smallest doses" },
  { "one-minute",
    { .open = "calf-upper-left=6", .answers = "", .max_seconds = 60 },
    NULL,
    FASCIA_RULE_MARKED_NOW },
};

/* ---- looking at it ---- */

static int
find (const GPtrArray *suggestions, const char *id)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      const FasciaSuggestion *suggestion = suggestions->pdata[i];

      if (g_str_equal (fascia_routine_get_id (suggestion->routine), id))
        return (int) i;
    }
  return -1;
}

static char *
dup_ids (const GPtrArray *suggestions)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const FasciaSuggestion *suggestion = suggestions->pdata[i];

      g_string_append_printf (ids, "%s%s(%d %.2f)", i > 0 ? " " : "",
                              fascia_routine_get_id (suggestion->routine), (int) suggestion->rule,
                              suggestion->score);
    }
  return g_string_free_and_steal (ids);
}

static char *
dup_texts (const FasciaSuggestion *suggestion)
{
  g_autofree char *data = g_strjoinv ("\n", suggestion->data);
  g_autofree char *checks = g_strjoinv ("\n", suggestion->checks);

  return g_strjoin ("\n", suggestion->why, data, checks,
                    suggestion->effect != NULL ? suggestion->effect : "", NULL);
}

static void
check_order (const Case *the, const GPtrArray *suggestions)
{
  g_auto (GStrv) ids = g_strsplit (the->order != NULL ? the->order : "", " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const FasciaSuggestion *suggestion = suggestions->pdata[i];

      g_assert_cmpuint (suggestions->len, >, i);
      g_assert_cmpstr (fascia_routine_get_id (suggestion->routine), ==, ids[i]);
    }
  if (the->after != NULL)
    {
      g_auto (GStrv) pair = g_strsplit (the->after, " ", 2);

      g_assert_cmpint (find (suggestions, pair[0]), >=, 0);
      g_assert_cmpint (find (suggestions, pair[1]), >=, 0);
      g_assert_cmpint (find (suggestions, pair[0]), <, find (suggestions, pair[1]));
    }
  g_auto (GStrv) never = g_strsplit (the->never != NULL ? the->never : "", " ", -1);
  for (guint i = 0; never[i] != NULL; i++)
    g_assert_cmpint (find (suggestions, never[i]), ==, -1);
}

static void
check_first (const Case *the, const FasciaSuggestion *first)
{
  g_autofree char *texts = dup_texts (first);
  g_auto (GStrv) places = g_strsplit (the->places != NULL ? the->places : "", " ", -1);
  g_auto (GStrv) says = g_strsplit (the->says != NULL ? the->says : "", "|", -1);

  if (the->rule != 0)
    g_assert_cmpint (first->rule, ==, the->rule);
  for (guint i = 0; places[i] != NULL; i++)
    {
      g_assert_nonnull (first->places[i]);
      g_assert_cmpstr (fascia_region_get_id (first->places[i]), ==, places[i]);
    }
  for (guint i = 0; says[i] != NULL; i++)
    if (strstr (texts, says[i]) == NULL)
      g_error ("%s: “%s” is not said in:\n%s", the->name, says[i], texts);
}

static void
test_case (gconstpointer data)
{
  const Case *the = data;
  SuggestTables tables;
  SuggestInput input;

  suggest_tables_init (&tables, FALSE);
  suggest_input_init (&input, &tables, &the->day);
  {
    g_autoptr (GPtrArray) suggestions = fascia_suggest (&input.input, 0);
    g_autofree char *ids = dup_ids (suggestions);

    g_test_message ("%s", ids);
    check_order (the, suggestions);
    g_assert_cmpuint (suggestions->len, >, 0);
    check_first (the, suggestions->pdata[0]);
    for (guint i = 0; i < suggestions->len; i++)
      {
        const FasciaSuggestion *suggestion = suggestions->pdata[i];
        guint n_entries;

        fascia_practice_get_entries (suggestion->practice, &n_entries);
        g_assert_cmpuint (n_entries, >, 0);
        g_assert_cmpstr (suggestion->why, !=, "");
        g_assert_nonnull (suggestion->data[0]);
        g_assert_nonnull (suggestion->checks[0]);
        g_assert_cmpstr (fascia_rule_get_text (suggestion->rule), !=, "");
        g_assert_nonnull (fascia_rule_to_code (suggestion->rule));
        g_assert_cmpint (fascia_practice_get_seconds (suggestion->practice), <=,
                         the->day.max_seconds > 0 ? the->day.max_seconds : 1200);
      }
  }
  suggest_input_clear (&input);
  suggest_tables_clear (&tables);
}

static void
test_max (void)
{
  const SuggestDay day = { .open = "calf-upper-left=6", .answers = "" };
  SuggestTables tables;
  SuggestInput input;

  suggest_tables_init (&tables, FALSE);
  suggest_input_init (&input, &tables, &day);
  {
    g_autoptr (GPtrArray) all = fascia_suggest (&input.input, 0);
    g_autoptr (GPtrArray) two = fascia_suggest (&input.input, 2);

    g_assert_cmpuint (all->len, >, 2);
    g_assert_cmpuint (two->len, ==, 2);
    for (guint i = 0; i < two->len; i++)
      g_assert_cmpstr (fascia_routine_get_id (((FasciaSuggestion *) two->pdata[i])->routine), ==,
                       fascia_routine_get_id (((FasciaSuggestion *) all->pdata[i])->routine));
  }
  suggest_input_clear (&input);
  suggest_tables_clear (&tables);
}

/* What a reader has left out must not be an end. */
static void
test_bare (void)
{
  const SuggestDay day = { .open = "calf-upper-left=6", .answers = "" };
  SuggestTables tables;
  SuggestInput input;

  suggest_tables_init (&tables, FALSE);
  suggest_input_init (&input, &tables, &day);
  {
    FasciaSuggestInput bare = {
      .library = input.input.library,
      .safety = input.input.safety,
      .open = input.input.open,
      .day = TODAY,
    };
    g_autoptr (GPtrArray) suggestions = fascia_suggest (&bare, 0);
    g_autoptr (FasciaRoutine) routine = fascia_suggest_from_map (&bare);

    g_assert_cmpuint (suggestions->len, >, 0);
    g_assert_nonnull (routine);
  }
  suggest_input_clear (&input);
  suggest_tables_clear (&tables);
}

/* Ten years of sessions, some a week. */
static void
test_ten_years (void)
{
  const SuggestDay day = { .open = "calf-upper-left=6", .answers = "" };
  g_autoptr (GArray) sessions = g_array_new (FALSE, TRUE, sizeof (FasciaPastSession));
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (FasciaPastStep));
  SuggestTables tables;
  SuggestInput input;

  for (int ago = 3650; ago >= 4; ago -= 2)
    {
      const gboolean is_wall = ago % 4 == 0;
      const FasciaPastSession session = {
        .utc_ms = (TODAY - ago) * G_GINT64_CONSTANT (86400000),
        .day = TODAY - ago,
        .routine = g_intern_string (is_wall ? "calf-wall" : "calf-hands"),
        .seconds = 300,
        .is_finished = TRUE,
        .before = 6,
        .after = is_wall ? 4 : 6,
        .first_step = steps->len,
        .n_steps = 1,
      };
      const FasciaPastStep step = {
        .utc_ms = session.utc_ms,
        .day = session.day,
        .routine = session.routine,
        .step = g_intern_string (is_wall ? "s02" : "r34"),
        .region = g_intern_string ("calf-upper-left"),
        .done_s = 60,
        .is_done = TRUE,
      };

      g_array_append_val (sessions, session);
      g_array_append_val (steps, step);
    }
  suggest_tables_init (&tables, FALSE);
  suggest_input_init (&input, &tables, &day);
  fascia_past_unref (input.input.past);
  input.input.past
      = fascia_past_new ((const FasciaPastSession *) (gconstpointer) sessions->data, sessions->len,
                         (const FasciaPastStep *) (gconstpointer) steps->data, steps->len);
  {
    g_autoptr (GPtrArray) suggestions = fascia_suggest (&input.input, 0);
    const FasciaSuggestion *first = suggestions->pdata[0];

    g_assert_cmpstr (fascia_routine_get_id (first->routine), ==, "calf-wall");
    g_assert_cmpstr (first->effect, ==, "Rated 2 lower after it, in 912 of your entries");
  }
  suggest_input_clear (&input);
  suggest_tables_clear (&tables);
}

/* ---- effect ---- */

static void
check_effect (const char *past, const char *routine, guint n, double change)
{
  const SuggestDay day = { .past = past };
  g_autoptr (FasciaPast) sessions = suggest_make_past (&day);
  FasciaEffect effect;

  fascia_effect_of (&effect, sessions, routine);
  g_assert_cmpuint (effect.n, ==, n);
  g_assert_cmpfloat (effect.change, ==, change);
}

static void
test_effect (void)
{
  FasciaEffect effect = { 7, 7 };

  check_effect ("a@3:6>4 a@2:6>5 a@1:6>0", "a", 3, -2);
  check_effect ("a@3:6>4 a@2:6>5", "a", 2, -1.5);
  check_effect ("a@3:6>4 b@2:6>5 a@2", "a", 1, -2);
  check_effect ("a@3:2>4", "a", 1, 2);
  check_effect ("a@3", "a", 0, 0);
  check_effect ("a@3:6>4", "b", 0, 0);
  fascia_effect_of (&effect, NULL, "a");
  g_assert_cmpuint (effect.n, ==, 0);
  g_assert_cmpfloat (effect.change, ==, 0);
}

/* One that was stopped is no rating of the whole. */
static void
test_effect_unfinished (void)
{
  const FasciaPastSession sessions[] = {
    { .routine = "a", .before = 6, .after = 1, .is_finished = FALSE },
    { .routine = "a", .before = 6, .after = FASCIA_LEVEL_NOT_GIVEN, .is_finished = TRUE },
    { .routine = "a", .before = FASCIA_LEVEL_NOT_GIVEN, .after = 3, .is_finished = TRUE },
    { .routine = NULL, .before = 6, .after = 1, .is_finished = TRUE },
    { .routine = "a", .before = 0, .after = 0, .is_finished = TRUE },
  };
  g_autoptr (FasciaPast) past = fascia_past_new (sessions, G_N_ELEMENTS (sessions), NULL, 0);
  FasciaEffect effect;

  fascia_effect_of (&effect, past, "a");
  g_assert_cmpuint (effect.n, ==, 1);
  g_assert_cmpfloat (effect.change, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/suggest/max", test_max);
  g_test_add_func ("/suggest/bare", test_bare);
  g_test_add_func ("/suggest/ten-years", test_ten_years);
  g_test_add_func ("/suggest/effect", test_effect);
  g_test_add_func ("/suggest/effect-unfinished", test_effect_unfinished);
  return g_test_run ();
}
