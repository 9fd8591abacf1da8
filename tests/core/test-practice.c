/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made ready: places and sides, other ways, the gate, rest days, trimming. What must hold
 * for any wish at all is in test-practice-any.c. */

#include "config.h"

#include "practice-fixture.h"

/* (transfer full) Made of one <do …/> after another. */
static FasciaRoutine *
new_routine (const PracticeFixture *f, const char *items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      fascia_core_get_resource (), "/io/github/fascia_app/Fascia/routines/steps.xml",
      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *steps = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *xml
      = g_strconcat ("<routines version=\"1\"><routine id=\"test\" group=\"whole\">"
                     "<title>Test</title>",
                     items, "</routine></routines>", NULL);
  g_autoptr (FasciaLibrary) library = fascia_library_new_from_data (f->body, steps, xml, &error);

  g_assert_no_error (error);
  return fascia_routine_ref (fascia_library_lookup_routine (library, "test"));
}

typedef struct
{
  const char *items;
  const char *places; /* (nullable) */
  const char *past;   /* (nullable) */
  FasciaPosture postures;
  const char *tools; /* (nullable) */
  gboolean gentle;
  int max_seconds;
  const char *entries;
  const char *held_back;
} Case;

static const Case cases[] = {
  /* ---- sides: both, left first; the marked one; both, the worse one first ---- */
  { "<do step=\"r20\"/>", .entries = "r20 left 1x30; r20 right 1x30" },
  { "<do step=\"r20\"/>", "shoulder-top-left", .entries = "r20 left 1x30" },
  { "<do step=\"r20\"/>", "shoulder-top-right", .entries = "r20 right 1x30" },
  { "<do step=\"r20\"/>", "shoulder-top-right shoulder-top-left",
    .entries = "r20 right 1x30; r20 left 1x30" },
  /* Marked elsewhere: both. */
  { "<do step=\"r20\"/>", "heel-left", .entries = "r20 left 1x30; r20 right 1x30" },
  { "<do step=\"r20\" side=\"right\"/>", "shoulder-top-left", .entries = "r20 right 1x30" },
  /* A step that works on all: on the side where any of them is marked. */
  { "<do step=\"s02\"/>", "ankle-back-right", .entries = "s02 right 2x10" },
  { "<do step=\"m14\"/>", "sacrum", .entries = "m14 left 1x4; m14 right 1x4" },
  /* One that is done for both sides at once. */
  { "<do step=\"r48\"/><do step=\"m06\"/>", "skull-base-left", .entries = "r48 1x60; m06 1x6" },

  /* ---- places: picked, marked, all of them; sets are shared ---- */
  { "<do step=\"r08\" places=\"buttock-lower\"/>", .entries = "r08 left 1x30; r08 right 1x30" },
  { "<do step=\"r08\" sets=\"2\"/>", "buttock-lower-left", .entries = "r08 left 2x30" },
  { "<do step=\"r08\" places=\"buttock-upper buttock-lower\" sets=\"2\" seconds=\"45\"/>",
    "buttock-lower-left", .entries = "r08 left 1x45; r08 left 1x45" },
  { "<do step=\"r08\" places=\"buttock-upper buttock-lower\" sets=\"1\"/>", "buttock-lower-left",
    .entries = "r08 left 1x30" },
  { "<do step=\"r12\"/>", "thigh-inner-right", .entries = "r12 right 1x90" },
  { "<do step=\"r24\" places=\"temple crown\" sets=\"2\"/>", .entries = "r24 2x60" },

  /* ---- doses ---- */
  { "<do step=\"m03\" reps=\"10\" sets=\"2\"/>", "ankle-front-left", .entries = "m03 left 2x10" },
  { "<do step=\"r20\" seconds=\"60\" sets=\"2\"/>", "shoulder-top-left", .gentle = TRUE,
    .entries = "r20 left 1x30" },
  /* A long light hold is for one side; both sides get the usual one. */
  { "<do step=\"r12\" places=\"thigh-front\" seconds=\"240\"/>", "thigh-front-left",
    .entries = "r12 left 1x240" },
  { "<do step=\"r12\" places=\"thigh-front\" seconds=\"240\"/>",
    .entries = "r12 left 1x150; r12 right 1x150" },

  /* ---- another way ---- */
  { "<do step=\"r02\"/>", "calf-upper-left", .tools = "", .entries = "r34 left 1x30" },
  { "<do step=\"r02\"/>", "calf-upper-left", .tools = "foam-roller", .entries = "r02 left 1x30" },
  { "<do step=\"r02\"/>", "calf-upper-left", .tools = "foam-roller", .postures = FASCIA_POSTURE_BED,
    .entries = "r34 left 1x30" },
  { "<do step=\"x12\"/>", "flank-left", .postures = FASCIA_POSTURE_FLOOR,
    .held_back = "x12 left 1x4" },
  /* A towel does as well as a strap; what only a harder way or the floor needs is no need. */
  { "<do step=\"s01\"/>", "thigh-back-left", .tools = "", .entries = "s01 left 2x10" },
  { "<do step=\"s11\"/>", "thigh-front-left", .tools = "", .entries = "s11 left 2x10" },
  { "<do step=\"x03\"/>", .tools = "", .entries = "x03 1x8" },
  { "<do step=\"x09\"/>", "forearm-front-left", .tools = "", .entries = "x09 left 1x8" },
  { "<do step=\"s06\"/>", .postures = FASCIA_POSTURE_CHAIR, .entries = "m16 1x5" },
  { "<do step=\"s06\"/>", .postures = FASCIA_POSTURE_FLOOR, .entries = "s06 1x30" },
  { "<do step=\"x03\"/>", .postures = FASCIA_POSTURE_CHAIR, .entries = "x15 1x6" },
  /* Never a stronger one: these bend the back more, or are on the floor. */
  { "<do step=\"s01\"/>", "thigh-back-left", .postures = FASCIA_POSTURE_CHAIR,
    .held_back = "s01 left 2x10" },
  { "<do step=\"s12\"/>", "buttock-upper-left", .postures = FASCIA_POSTURE_BED,
    .held_back = "s12 left 2x10" },
  { "<do step=\"s11\"/>", "hip-front-left", .postures = FASCIA_POSTURE_STANDING,
    .held_back = "s11 left 2x10" },
  /* Rest and breathing are never held back, and rather as the person can be. */
  { "<do step=\"r27\"/>", .tools = "", .postures = FASCIA_POSTURE_BED, .entries = "r53 1x90" },
  { "<do step=\"r27\"/>", .tools = "", .postures = FASCIA_POSTURE_STANDING, .entries = "r27 1x90" },
  { "<do step=\"b01\"/><do step=\"r28\"/>", .tools = "", .postures = FASCIA_POSTURE_FLOOR,
    .entries = "b01 1x120; r28 1x180" },
  { "<do step=\"r34\" places=\"calf-upper\"/>", "calf-upper-left", .postures = FASCIA_POSTURE_FLOOR,
    .held_back = "r34 left 1x30" },
  { "<do step=\"x11\"/>", .postures = FASCIA_POSTURE_BED, .held_back = "x11 1x6" },
  /* There is none. */
  { "<do step=\"r25\" places=\"hand-palm\"/><do step=\"m12\"/>", "hand-palm-left", .tools = "",
    .entries = "m12 1x6", .held_back = "r25 left 1x30" },

  /* ---- rest days ---- */
  { "<do step=\"r20\"/><do step=\"s09\"/>", .past = "1/r20@shoulder-top-left",
    .entries = "r20 right 1x30; s09 left 2x10; s09 right 2x10", .held_back = "r20 left 1x30" },
  { "<do step=\"r20\"/>", "shoulder-top-left", .past = "0/r20@shoulder-top-left",
    .held_back = "r20 left 1x30" },
  { "<do step=\"r20\"/>", "shoulder-top-left", .past = "2/r20@shoulder-top-left",
    .entries = "r20 left 1x30" },
  /* Light holds and movement may come daily. */
  { "<do step=\"r12\"/>", "thigh-front-left", .past = "0/r12@thigh-front-left",
    .entries = "r12 left 1x90" },
  /* One place is pressed once in a session. */
  { "<do step=\"r16\" places=\"mid-back\"/><do step=\"r15\"/>", "mid-back-left",
    .entries = "r16 left 1x30", .held_back = "r15 left 1x30" },
  /* Strength anywhere. */
  { "<do step=\"x10\"/><do step=\"x11\"/>", .past = "1/x03", .entries = "x11 1x6",
    .held_back = "x10 1x8" },
  { "<do step=\"x10\"/>", .past = "2/x03", .entries = "x10 1x8" },

  /* ---- half, and nothing ---- */
  { "<do step=\"r20\" sets=\"2\"/><do step=\"m09\"/>", "shoulder-top-left", .past = "9/r34",
    .entries = "r20 left 1x30; m09 1x6" },
  { "<do step=\"r20\"/><do step=\"s02\"/><do step=\"x10\"/>", "shoulder-top-left calf-upper-left",
    .past = "9/r34", .entries = "r20 left 1x15; s02 left 2x10; x10 1x4" },
  { "<do step=\"r20\"/><do step=\"s09\"/><do step=\"m09\"/>", "shoulder-top-left",
    .past = "3!2/r20@shoulder-top-left", .entries = "r20 left 1x15; s09 left 1x10; m09 1x6" },
  { "<do step=\"r20\"/><do step=\"s09\"/><do step=\"m09\"/><do step=\"b01\"/>", "shoulder-top-left",
    .past = "3!3/r20@shoulder-top-left", .entries = "m09 1x6; b01 1x120",
    .held_back = "r20 left 1x30; s09 left 2x10" },

  /* ---- the time box: sets, then length, then places; what is marked stays ---- */
  { "<do step=\"r20\" sets=\"2\" seconds=\"60\"/>", "shoulder-top-left", .max_seconds = 100,
    .entries = "r20 left 1x60" },
  { "<do step=\"r20\" sets=\"2\" seconds=\"60\"/>", "shoulder-top-left", .max_seconds = 50,
    .entries = "r20 left 1x30" },
  { "<do step=\"m09\"/><do step=\"r20\"/><do step=\"r34\" places=\"calf-upper\"/><do "
    "step=\"x10\"/>",
    "shoulder-top-left", .max_seconds = 70, .entries = "m09 1x6; r20 left 1x30",
    .held_back = "r34 left 1x30; r34 right 1x30; x10 1x8" },
  { "<do step=\"r20\"/>", "shoulder-top-left", .max_seconds = 10, .held_back = "r20 left 1x30" },
};

static void
test_cases (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (FasciaRoutine) routine = new_routine (f, c->items);
      g_autoptr (FasciaPast) past = practice_new_past (c->past != NULL ? c->past : "");
      g_autofree const FasciaRegion **places
          = c->places != NULL ? practice_dup_places (f, c->places) : NULL;
      g_auto (GStrv) tools = c->tools == NULL ? NULL : g_strsplit (c->tools, " ", -1);
      const FasciaPracticeWish wish = {
        .library = f->library,
        .safety = f->safety,
        .past = past,
        .places = (const FasciaRegion *const *) places,
        .postures = c->postures,
        .tools = (const char *const *) tools,
        .gentle = c->gentle,
        .max_seconds = c->max_seconds,
      };
      guint n, n_held_back;

      g_test_message ("%u: %s", i, c->items);
      g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
      const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n_held_back);
      g_autofree char *done = practice_describe (entries, n);
      g_autofree char *left = practice_describe (held_back, n_held_back);
      g_assert_cmpstr (done, ==, c->entries != NULL ? c->entries : "");
      g_assert_cmpstr (left, ==, c->held_back != NULL ? c->held_back : "");
      for (guint j = 0; j < n_held_back; j++)
        {
          g_assert_nonnull (held_back[j].reasons);
          g_assert_true (g_array_index (held_back[j].reasons, FasciaReason, 0).holds_back);
        }
    }
}

static const FasciaReason *
get_reason (const FasciaPracticeEntry *entry, guint index)
{
  g_assert_nonnull (entry->reasons);
  g_assert_cmpuint (entry->reasons->len, >, index);
  return &g_array_index (entry->reasons, FasciaReason, index);
}

/* Whatever is not as the routine says tells why, in a whole sentence. */
static void
test_reasons (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *items;
    const char *past;
    FasciaPosture postures;
    int max_seconds;
    FasciaReasonKind kind;
    gboolean holds_back;
  } reasons[] = {
    { "<do step=\"r02\"/>", "", 0, 0, FASCIA_REASON_TOOL, FALSE },
    { "<do step=\"r25\" places=\"hand-palm\"/>", "", 0, 0, FASCIA_REASON_TOOL, TRUE },
    { "<do step=\"s06\"/>", "", FASCIA_POSTURE_CHAIR, 0, FASCIA_REASON_POSTURE, FALSE },
    { "<do step=\"s01\"/>", "", FASCIA_POSTURE_CHAIR, 0, FASCIA_REASON_POSTURE, TRUE },
    { "<do step=\"x05\"/>", "", FASCIA_POSTURE_CHAIR, 0, FASCIA_REASON_POSTURE, TRUE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "1/r34@calf-upper-left", 0, 0,
      FASCIA_REASON_REST_DAY, TRUE },
    { "<do step=\"x10\"/>", "1/x10", 0, 0, FASCIA_REASON_REST_DAY, TRUE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "3!2/r34@calf-upper-left", 0, 0,
      FASCIA_REASON_SORE, FALSE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "3!4/r34@calf-upper-left", 0, 0,
      FASCIA_REASON_SORE, TRUE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "30/r34@calf-upper-left", 0, 0,
      FASCIA_REASON_BREAK, FALSE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "3/r34@calf-upper-left#too-much", 0, 0,
      FASCIA_REASON_STOPPED, FALSE },
    { "<do step=\"s02\"/>", "3/s02@calf-upper-left#eased", 0, 0, FASCIA_REASON_STOPPED, FALSE },
    { "<do step=\"r34\" places=\"calf-upper\"/>", "30/r34@calf-upper-left#nerve 1/b01", 0, 0,
      FASCIA_REASON_STOPPED, TRUE },
    { "<do step=\"m09\"/>", "", 0, 5, FASCIA_REASON_TIME, TRUE },
  };
  static const char *const no_tools[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (FasciaRoutine) routine = new_routine (f, reasons[i].items);
      g_autoptr (FasciaPast) past = practice_new_past (reasons[i].past);
      const FasciaPracticeWish wish = {
        .library = f->library,
        .safety = f->safety,
        .past = past,
        .postures = reasons[i].postures,
        .tools = no_tools,
        .max_seconds = reasons[i].max_seconds,
      };
      guint n;

      g_test_message ("%s", reasons[i].items);
      g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
      const FasciaPracticeEntry *entries = reasons[i].holds_back
                                               ? fascia_practice_get_held_back (practice, &n)
                                               : fascia_practice_get_entries (practice, &n);
      g_assert_cmpuint (n, >, 0);
      const FasciaReason *reason = get_reason (&entries[0], 0);
      g_autofree char *text = fascia_reason_dup_text (reason);
      g_assert_cmpint (reason->kind, ==, reasons[i].kind);
      g_assert_cmpint (reason->holds_back, ==, reasons[i].holds_back);
      g_assert_cmpint (entries[0].kind, ==,
                       reasons[i].holds_back ? FASCIA_VERDICT_HELD_BACK : FASCIA_VERDICT_ADAPTED);
      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_cmpint (entries[0].instead_of != NULL, ==,
                       !reasons[i].holds_back
                           && (reasons[i].kind == FASCIA_REASON_TOOL
                               || reasons[i].kind == FASCIA_REASON_POSTURE));
      g_assert_cmpfloat (entries[0].factor, ==,
                         !reasons[i].holds_back
                                 && (reasons[i].kind == FASCIA_REASON_SORE
                                     || reasons[i].kind == FASCIA_REASON_STOPPED
                                     || reasons[i].kind == FASCIA_REASON_BREAK)
                             ? 0.5
                             : 1);
    }
}

/* What a condition holds back is done in a way that it leaves open, and says so. */
static void
test_open_way (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *items;
    const char *tools;
    const char *entries;
    gboolean is_because;
  } ways[] = {
    { "<do step=\"r02\"/>", "foam-roller massage-stick", "r34 left 1x30", TRUE },
    { "<do step=\"r02\"/>", "massage-stick", "r34 left 1x30", FALSE },
    { "<do step=\"r33\"/>", "massage-stick", "r34 left 1x30", TRUE },
    { "<do step=\"r34\"/>", "massage-stick", "r34 left 1x30", FALSE },
  };
  const FasciaConditionAnswer thinners
      = { .code = g_intern_static_string ("anticoagulant"), .since_day = FASCIA_DAY_UNKNOWN };
  g_autoptr (FasciaSafety) safety = practice_new_safety (f, &thinners, 1);
  g_autofree const FasciaRegion **places = practice_dup_places (f, "calf-upper-left");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (FasciaRoutine) routine = new_routine (f, ways[i].items);
      g_auto (GStrv) tools = g_strsplit (ways[i].tools, " ", -1);
      const FasciaPracticeWish wish = {
        .library = f->library,
        .safety = safety,
        .places = (const FasciaRegion *const *) places,
        .tools = (const char *const *) tools,
      };
      gboolean is_because = FALSE, is_tool = FALSE;
      guint n;

      g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
      g_autofree char *done = practice_describe (entries, n);
      g_test_message ("%s with %s", ways[i].items, ways[i].tools);
      g_assert_cmpstr (done, ==, ways[i].entries);
      for (guint j = 0; entries[0].reasons != NULL && j < entries[0].reasons->len; j++)
        {
          const FasciaReason *reason = get_reason (&entries[0], j);

          is_because
              = is_because || (reason->kind == FASCIA_REASON_CONDITION && !reason->holds_back);
          is_tool = is_tool || reason->kind == FASCIA_REASON_TOOL;
        }
      is_because = is_because && !is_tool && entries[0].instead_of != NULL;
      g_assert_cmpint (is_because, ==, ways[i].is_because);
    }
}

/* "Lie or sit" is sitting where a condition keeps somebody from lying, and no wish for a bed changes that. */
static void
test_seated (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *code; /* (nullable) */
    const char *step;
    FasciaPosture postures;
    FasciaPosture posture; /* 0: held back */
  } cases_seated[] = {
    { NULL, "x14", 0, FASCIA_POSTURE_BED },
    { NULL, "x14", FASCIA_POSTURE_CHAIR, FASCIA_POSTURE_CHAIR },
    { "dizzy", "x14", 0, FASCIA_POSTURE_CHAIR },
    { "dizzy", "x15", 0, FASCIA_POSTURE_CHAIR },
    { "dizzy", "x14", FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR, FASCIA_POSTURE_CHAIR },
    { "dizzy", "x14", FASCIA_POSTURE_BED, 0 },
    { "dizzy", "r34", FASCIA_POSTURE_BED, 0 },
    { "dizzy", "m03", FASCIA_POSTURE_BED, 0 },
    { "dizzy", "m03", 0, FASCIA_POSTURE_CHAIR },
    { "asthma-severe", "x14", 0, FASCIA_POSTURE_CHAIR },
    { "pregnancy", "r22", FASCIA_POSTURE_BED, 0 },
    { "pregnancy", "r22", 0, FASCIA_POSTURE_CHAIR },
    { "pregnancy", "b01", FASCIA_POSTURE_BED, FASCIA_POSTURE_CHAIR },
    { "falls", "x14", 0, FASCIA_POSTURE_BED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases_seated); i++)
    {
      const FasciaConditionAnswer answer
          = { .code = g_intern_string (cases_seated[i].code), .since_day = FASCIA_DAY_UNKNOWN };
      g_autoptr (FasciaSafety) safety
          = practice_new_safety (f, &answer, cases_seated[i].code != NULL);
      g_autofree char *items = g_strdup_printf ("<do step=\"%s\"/>", cases_seated[i].step);
      g_autoptr (FasciaRoutine) routine = new_routine (f, items);
      const FasciaPracticeWish wish
          = { .library = f->library, .safety = safety, .postures = cases_seated[i].postures };
      guint n;

      g_test_message ("%s with %s", cases_seated[i].step, cases_seated[i].code);
      g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
      for (guint j = 0; j < n; j++)
        g_assert_cmpint (entries[j].posture, ==, cases_seated[i].posture);
      if (cases_seated[i].posture != 0)
        {
          g_assert_cmpuint (n, >, 0);
          g_assert_true ((fascia_practice_get_postures (practice) & FASCIA_POSTURE_BED) == 0
                         || cases_seated[i].posture == FASCIA_POSTURE_BED);
          continue;
        }
      g_assert_cmpuint (n, ==, 0);
      const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n);
      g_assert_cmpuint (n, >, 0);
      const FasciaReason *reason = get_reason (&held_back[0], 0);
      g_assert_cmpint (reason->kind, ==, FASCIA_REASON_CONDITION);
      g_assert_cmpstr (fascia_condition_get_code (reason->condition), ==, cases_seated[i].code);
    }
}

/* A step that is gone is a row with its id and a reason. */
static void
test_gone (PracticeFixture *f, gconstpointer data)
{
  const FasciaRoutineItem items[] = {
    { .step = "m09", .side = FASCIA_SIDE_MIDLINE },
    { .step = "q99", .side = FASCIA_SIDE_MIDLINE },
    { .step = "own-gone", .side = FASCIA_SIDE_LEFT },
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE },
  };
  g_autoptr (FasciaRoutine) named = fascia_routine_new_own ("own-a", "Mine", NULL);
  g_autoptr (FasciaRoutine) own = fascia_routine_with_items (named, items, G_N_ELEMENTS (items));
  const FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };
  guint n;

  g_autoptr (FasciaPractice) practice = fascia_practice_new (own, &wish);
  fascia_practice_get_entries (practice, &n);
  g_assert_cmpuint (n, ==, 2);
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = fascia_reason_dup_text (get_reason (&held_back[i], 0));

      g_assert_cmpint (get_reason (&held_back[i], 0)->kind, ==, FASCIA_REASON_UNKNOWN_STEP);
      g_assert_cmpstr (fascia_step_get_id (held_back[i].step), ==, items[i + 1].step);
      g_assert_cmpstr (fascia_step_get_title (held_back[i].step), ==, items[i + 1].step);
      g_assert_cmpstr (fascia_step_get_cue (held_back[i].step), ==, "");
      g_assert_null (held_back[i].places[0]);
      g_assert_cmpuint (held_back[i].item, ==, i + 1);
      g_assert_true (g_str_has_suffix (text, "."));
    }
}

/* Another way only on the side that a condition holds back. */
static void
test_one_side (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *site;
    const char *places; /* (nullable) */
    const char *entries;
  } sides[] = {
    /* Between four and fifteen days only hands press near it; the stick stays farther away. */
    { "thigh-back-left", NULL, "r33 left 1x30; r02 right 1x30" },
    { "thigh-back-right", NULL, "r02 left 1x30; r33 right 1x30" },
    { "thigh-back-right", "calf-upper-right calf-upper-left", "r34 right 1x30; r02 left 1x30" },
    { "thigh-back-right", "calf-upper-left", "r02 left 1x30" },
    { "elbow-back-left", NULL, "r02 left 1x30; r02 right 1x30" },
  };
  g_autoptr (FasciaRoutine) routine = new_routine (f, "<do step=\"r02\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const FasciaConditionAnswer injury = { .code = g_intern_static_string ("injury"),
                                             .region = g_intern_string (sides[i].site),
                                             .since_day = TODAY - 6 };
      g_autoptr (FasciaSafety) safety = practice_new_safety (f, &injury, 1);
      g_autofree const FasciaRegion **places
          = sides[i].places != NULL ? practice_dup_places (f, sides[i].places) : NULL;
      const FasciaPracticeWish wish = { .library = f->library,
                                        .safety = safety,
                                        .places = (const FasciaRegion *const *) places };
      guint n;

      g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
      g_autofree char *done = practice_describe (entries, n);
      g_test_message ("%s, %s", sides[i].site, sides[i].places);
      g_assert_cmpstr (done, ==, sides[i].entries);
    }
}

/* What has become the same is done once. */
static void
test_joined (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaRoutine) rests
      = new_routine (f, "<do step=\"r27\"/><do step=\"r53\"/><do step=\"r54\"/>");
  g_autoptr (FasciaRoutine) calves = new_routine (f, "<do step=\"r02\"/><do step=\"r34\"/>");
  g_autoptr (FasciaRoutine) twice = new_routine (f, "<do step=\"m09\"/><do step=\"m09\"/>");
  static const char *const no_tools[] = { NULL };
  g_autofree const FasciaRegion **places = practice_dup_places (f, "calf-upper-left");
  FasciaPracticeWish wish
      = { .library = f->library, .safety = f->safety, .postures = FASCIA_POSTURE_BED };
  guint n;

  g_autoptr (FasciaPractice) rest = fascia_practice_new (rests, &wish);
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (rest, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (fascia_step_get_id (entries[0].step), ==, "r53");

  wish.postures = 0;
  wish.tools = no_tools;
  wish.places = (const FasciaRegion *const *) places;
  g_autoptr (FasciaPractice) calf = fascia_practice_new (calves, &wish);
  entries = fascia_practice_get_entries (calf, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (fascia_step_get_id (entries[0].step), ==, "r34");
  g_assert_cmpint (entries[0].sets, ==, 1);
  fascia_practice_get_held_back (calf, &n);
  g_assert_cmpuint (n, ==, 0);

  /* Who says it twice means it. */
  g_autoptr (FasciaPractice) again = fascia_practice_new (twice, &wish);
  fascia_practice_get_entries (again, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* However somebody can be, and without anything: there is rest and there is breath. */
static void
test_rest (PracticeFixture *f, gconstpointer data)
{
  static const char *const steps[] = { "r27", "r28", "r53", "r54", "b01" };
  static const char *const no_tools[] = { NULL };
  g_autoptr (FasciaSafety) unanswered
      = fascia_safety_new (f->conditions, f->body, NULL, 0, FASCIA_DAY_UNKNOWN, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *items = g_strdup_printf ("<do step=\"%s\"/>", steps[i]);
      g_autoptr (FasciaRoutine) routine = new_routine (f, items);

      for (FasciaPosture postures = 0; postures <= FASCIA_POSTURE_ALL; postures++)
        {
          const FasciaPracticeWish wish = {
            .library = f->library, .safety = unanswered, .postures = postures, .tools = no_tools
          };
          guint n;

          g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
          fascia_practice_get_entries (practice, &n);
          g_assert_cmpuint (n, ==, 1);
        }
    }
}

/* Never answered: nothing presses, and there is still something to do. */
static void
test_unanswered (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaSafety) safety
      = fascia_safety_new (f->conditions, f->body, NULL, 0, FASCIA_DAY_UNKNOWN, TODAY);
  const FasciaPracticeWish wish = { .library = f->library, .safety = safety };
  guint n_total = 0;

  for (guint i = 0; i < fascia_library_get_n_routines (f->library); i++)
    {
      guint n;
      g_autoptr (FasciaPractice) practice
          = fascia_practice_new (fascia_library_get_routine (f->library, i), &wish);
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

      n_total += n;
      for (guint j = 0; j < n; j++)
        g_assert_cmpint (fascia_step_get_traits (entries[j].step)->grades[FASCIA_GRADE_PRESSURE],
                         <=, 1);
      g_assert_cmpint (fascia_practice_get_pressure_seconds (practice), ==, 0);
    }
  g_assert_cmpuint (n_total, >, 100);
}

/* A routine of the person's own with more than the limits: cut to a step's range, or as confirmed, and
 * inside the limits of a session either way. */
static void
test_own (PracticeFixture *f, gconstpointer data)
{
  const FasciaRoutineItem items[] = {
    { .step = "r20", .side = FASCIA_SIDE_MIDLINE, .sets = 5, .seconds = 90 },
    { .step = "r22", .side = FASCIA_SIDE_LEFT, .sets = 3, .seconds = 100 },
    { .step = "q99", .side = FASCIA_SIDE_MIDLINE },
  };
  g_autoptr (FasciaRoutine) named = fascia_routine_new_own ("own-a", "Mine", NULL);
  g_autoptr (FasciaRoutine) own = fascia_routine_with_items (named, items, G_N_ELEMENTS (items));
  g_autofree char *over = fascia_library_dup_over (f->library, own);
  g_autoptr (FasciaRoutine) confirmed = fascia_routine_with_confirmed (own, over, 1700000000000);
  g_autoptr (FasciaRoutine) other
      = fascia_routine_with_confirmed (own, "longer than the limit", 1700000000000);
  const FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };
  guint n;

  g_autoptr (FasciaPractice) cut = fascia_practice_new (own, &wish);
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (cut, &n);
  g_autofree char *text = practice_describe (entries, n);
  g_assert_cmpstr (text, ==, "r20 left 2x60; r20 right 2x60; r22 left 2x60");

  g_autoptr (FasciaPractice) longer = fascia_practice_new (confirmed, &wish);
  entries = fascia_practice_get_entries (longer, &n);
  g_autofree char *longer_text = practice_describe (entries, n);
  g_assert_cmpstr (longer_text, ==, "r20 left 2x90; r20 right 2x90; r22 left 2x100");
  g_assert_cmpint (fascia_practice_get_pressure_seconds (longer), <=,
                   FASCIA_DOSE_SESSION_PRESSURE_S);
  g_assert_true (fascia_practice_get_routine (longer) == confirmed);

  /* Restored from anywhere: what is confirmed is what is so, and nothing else. */
  g_autoptr (FasciaPractice) as_cut = fascia_practice_new (other, &wish);
  entries = fascia_practice_get_entries (as_cut, &n);
  g_autofree char *cut_text = practice_describe (entries, n);
  g_assert_cmpstr (cut_text, ==, text);

  /* Other doses than those that were confirmed are not. */
  gint64 utc_ms = 0;
  g_autoptr (FasciaRoutine) same
      = fascia_routine_with_items (confirmed, items, G_N_ELEMENTS (items));
  g_autoptr (FasciaRoutine) fewer = fascia_routine_with_items (confirmed, items, 1);
  g_assert_nonnull (fascia_routine_get_confirmed (same, &utc_ms));
  g_assert_null (fascia_routine_get_confirmed (fewer, &utc_ms));
  g_assert_true (fascia_practice_get_library (longer) == f->library);
}

/* Of the whole: how long, in which posture. */
static void
test_whole (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine = new_routine (
      f, "<do step=\"m09\" reps=\"6\" rest=\"20\"/><do step=\"r20\" sets=\"2\" rest=\"3\"/>");
  FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);

  /* 24 and a rest of 20; twice 30 with a change between, a change to the other side, once more. */
  g_assert_cmpint (fascia_practice_get_seconds (practice), ==, 24 + 20 + 68 + 8 + 68);
  g_assert_cmpint (fascia_practice_get_seconds (practice), ==,
                   fascia_library_get_seconds (f->library, routine, 2));
  g_assert_cmpint (fascia_practice_get_pressure_seconds (practice), ==, 120);
  g_assert_cmpint (fascia_practice_get_postures (practice), ==, FASCIA_POSTURE_CHAIR);
  g_assert_false (fascia_practice_is_gentle (practice));

  g_autoptr (FasciaRoutine) two = new_routine (f, "<do step=\"m09\"/><do step=\"m06\"/>");
  g_autoptr (FasciaPractice) both = fascia_practice_new (two, &wish);
  g_assert_cmpint (fascia_practice_get_postures (both), ==,
                   FASCIA_POSTURE_CHAIR | FASCIA_POSTURE_BED);

  wish.gentle = TRUE;
  g_autoptr (FasciaPractice) gentle = fascia_practice_new (routine, &wish);
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (gentle, &n);
  g_assert_true (fascia_practice_is_gentle (gentle));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (entries[i].cap, <=, 3);
}

/* A condition at a place: there it is held back, elsewhere not; and a ceiling comes down. */
static void
test_conditions (PracticeFixture *f, gconstpointer data)
{
  const FasciaConditionAnswer wound = { .code = g_intern_string ("wound"),
                                        .region = g_intern_string ("forearm-back-left"),
                                        .side = FASCIA_SIDE_MIDLINE,
                                        .since_day = FASCIA_DAY_UNKNOWN };
  g_autoptr (FasciaRoutine) routine = new_routine (f, "<do step=\"r26\"/><do step=\"b01\"/>");
  guint n;

  g_autoptr (FasciaSafety) safety = practice_new_safety (f, &wound, 1);
  const FasciaPracticeWish wish = { .library = f->library, .safety = safety };
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);
  g_autofree char *done = practice_describe (entries, n);
  g_assert_cmpstr (done, ==, "r26 right 1x30; b01 1x120");
  const FasciaPracticeEntry *held_back = fascia_practice_get_held_back (practice, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (get_reason (&held_back[0], 0)->kind, ==, FASCIA_REASON_CONDITION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/practice/cases", test_cases);
  practice_test_add ("/practice/reasons", test_reasons);
  practice_test_add ("/practice/unanswered", test_unanswered);
  practice_test_add ("/practice/open-way", test_open_way);
  practice_test_add ("/practice/rest", test_rest);
  practice_test_add ("/practice/seated", test_seated);
  practice_test_add ("/practice/gone", test_gone);
  practice_test_add ("/practice/one-side", test_one_side);
  practice_test_add ("/practice/joined", test_joined);
  practice_test_add ("/practice/own", test_own);
  practice_test_add ("/practice/whole", test_whole);
  practice_test_add ("/practice/conditions", test_conditions);
  return g_test_run ();
}
