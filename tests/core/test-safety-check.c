/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety check by itself: predicates, the table, when it is asked, what it says. */

#include "config.h"

#include <string.h>

#include "core/routines/fascia-predicate.h"
#include "core/routines/fascia-safety.h"
#include "fascia-core-resources.h"

#define TODAY 20700

typedef struct
{
  FasciaBody *body;
  FasciaConditions *conditions;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->body = fascia_body_new (&error);
  g_assert_no_error (error);
  self->conditions = fascia_conditions_new (self->body, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_conditions_unref (self->conditions);
  fascia_body_unref (self->body);
}

/* ---- steps to judge ---- */

static const char *const calf[] = { "calf-upper", "calf-lower", NULL };
static const char *const chest[] = { "chest-upper", "breastbone", NULL };
static const char *const wrists[] = { "wrist-front", "hand-palm", NULL };
static const char *const nothing[] = { NULL };

static FasciaTraits
make_release (void)
{
  return (FasciaTraits) {
    .kind = FASCIA_STEP_RELEASE,
    .technique = "direct",
    .tool_class = "roller",
    .posture = FASCIA_POSTURE_FLOOR,
    .lying = "none",
    .firmness = FASCIA_FIRMNESS_MEDIUM,
    .regions = calf,
    .also_loads = wrists,
    .grades = { [FASCIA_GRADE_PRESSURE] = 2, [FASCIA_GRADE_BODY_WEIGHT_ON_TOOL] = 1 },
  };
}

static FasciaTraits
make_calm (FasciaStepKind kind)
{
  return (FasciaTraits) {
    .kind = kind,
    .technique = kind == FASCIA_STEP_BREATHE ? "breathing" : "indirect",
    .tool_class = kind == FASCIA_STEP_BREATHE ? "hands-light" : "none",
    .posture = FASCIA_POSTURE_FLOOR,
    .lying = "back",
    .firmness = FASCIA_FIRMNESS_SOFT,
    .acts_on_all = TRUE,
    .regions = chest,
    .also_loads = nothing,
    /* As bad as it may be: it is not forbidden for that. */
    .grades = { [FASCIA_GRADE_PRESSURE] = kind == FASCIA_STEP_BREATHE ? 1 : 0,
                [FASCIA_GRADE_HEAD_DOWN] = 2,
                [FASCIA_GRADE_BREATH_HOLD] = 2,
                [FASCIA_GRADE_BALANCE] = 2 },
  };
}

/* ---- predicates ---- */

static gboolean
holds (const char *text, const FasciaTraits *traits, const char *const *bases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPredicate) predicate = fascia_predicate_new (text, &error);

  g_assert_no_error (error);
  return fascia_predicate_holds (predicate, traits, bases);
}

static void
test_predicates (void)
{
  const FasciaTraits release = make_release ();
  static const char *const upper[] = { "calf-upper", NULL };

  g_assert_false (holds ("", &release, NULL));
  g_assert_false (holds ("  ", &release, NULL));
  g_assert_true (holds ("kind=release", &release, NULL));
  g_assert_true (holds ("kind=stretch|release", &release, NULL));
  g_assert_false (holds ("kind!=stretch|release", &release, NULL));
  g_assert_true (holds ("kind!=stretch|rest", &release, NULL));
  g_assert_true (holds ("pressure>=2", &release, NULL));
  g_assert_false (holds ("pressure<=1", &release, NULL));
  g_assert_true (holds ("pressure=2", &release, NULL));
  g_assert_false (holds ("pressure!=1|2", &release, NULL));
  g_assert_true (holds ("effort=0", &release, NULL));
  g_assert_true (holds ("firmness>=medium", &release, NULL));
  g_assert_false (holds ("firmness=firm", &release, NULL));
  g_assert_true (holds ("firmness<=firm", &release, NULL));
  g_assert_true (holds ("posture=floor|hands-and-knees", &release, NULL));
  g_assert_true (holds ("tool-class!=hands|hands-light & pressure>=1", &release, NULL));
  g_assert_false (holds ("tool-class=roller&pressure<=1", &release, NULL));
  g_assert_true (holds ("pressure<=0;lying=none", &release, NULL));
  g_assert_true (holds ("acts-on=chosen", &release, NULL));
  g_assert_true (holds ("region=calf-lower", &release, NULL));
  /* At the place that was chosen alone; what carries weight counts in any case. */
  g_assert_false (holds ("region=calf-lower", &release, upper));
  g_assert_true (holds ("region=hand-palm|calf-lower", &release, upper));
  g_assert_true (holds ("region!=heel", &release, upper));
  g_assert_false (holds ("region!=hand-palm", &release, upper));
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text, *told;
  } faults[] = {
    { "presure>=1", "character 1 of “presure>=1”: “presure” is no column" },
    { "kind=release; colour=red", "character 15 of" },
    { "pressure>2", "character 9 of" },
    { "pressure>=3", "“3” is no value" },
    { "pressure>=", "character 11 of" },
    { "pressure>=1|2", "character 12 of" },
    { "kind>=release", "“>=” is no way to compare codes" },
    { "kind=massage", "“massage” is no value" },
    { "technique=deep", "“deep” is no value" },
    { "tool-class=hammer", "“hammer” is no value" },
    { "posture=upside-down", "“upside-down” is no value" },
    { "lying=left", "“left” is no value" },
    { "firmness>=hard", "“hard” is no value" },
    { "acts-on=some", "“some” is no value" },
    { "kind=release |stretch", "character 14 of" },
    { "kind = release", "character 5 of" },
    { "kind=release;", "character 14 of" },
    { "kind=release & ", "character 16 of" },
    { ";", "character 1 of" },
    { "kind=release stretch", "“stretch” is no ; or &" },
    { "größe>=1", "character 1 of" },
    { "kind=release; größe>=1", "character 15 of" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaPredicate) predicate = fascia_predicate_new (faults[i].text, &error);

      g_assert_null (predicate);
      g_assert_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, faults[i].told));
    }
}

/* ---- the table ---- */

static void
assert_plain (const char *text)
{
  static const char *const never[] = {
    "significant", "patient", "criteria", "treats", "heals",      "cures", "root cause",
    "dangerous",   "damage",  "risk",     "death",  "thrombosis", "seed",
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  g_assert_cmpuint (strlen (text), >, 3);
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 160);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (folded, never[i]) != NULL)
      g_error ("“%s” says “%s”", text, never[i]);
}

static void
test_table (Fixture *self, gconstpointer data)
{
  const guint n = fascia_conditions_get_n (self->conditions);
  guint n_today = 0;

  g_assert_cmpuint (n, ==, 51);
  g_assert_cmpuint (fascia_conditions_get_n_groups (self->conditions), ==, 8);
  for (guint i = 0; i < n; i++)
    {
      const FasciaCondition *row = fascia_conditions_get (self->conditions, i);
      const char *question = fascia_condition_get_question (row);

      assert_plain (fascia_condition_get_name (row));
      assert_plain (question);
      assert_plain (fascia_condition_get_effect (row));
      g_assert_true (g_str_has_suffix (question, "?") || strchr (question, '?') != NULL);
      g_assert_true (g_str_has_suffix (fascia_condition_get_effect (row), "."));
      g_assert_cmpuint (strlen (fascia_condition_get_source (row)), >, 0);
      g_assert_cmpuint (strlen (fascia_condition_get_certainty (row)), >, 0);
      g_assert_true (fascia_conditions_lookup (self->conditions, fascia_condition_get_code (row))
                     == row);
      n_today += fascia_condition_get_asked (row) == FASCIA_CONDITION_ASKED_SESSION;
      if (fascia_condition_get_asked (row) == FASCIA_CONDITION_ASKED_SESSION)
        g_assert_cmpstr (fascia_condition_get_group (row), ==, "today");
    }
  g_assert_cmpuint (n_today, ==, 3);
  g_assert_null (fascia_conditions_get (self->conditions, n));
  g_assert_null (fascia_conditions_lookup (self->conditions, "injury"));
}

/* Four rows, one question. */
static void
test_injury (Fixture *self, gconstpointer data)
{
  static const char *const codes[]
      = { "acute-injury", "injury-early", "injury-around", "injury-late" };
  const FasciaCondition *first = fascia_conditions_lookup_question (self->conditions, "injury");

  g_assert_cmpstr (fascia_condition_get_code (first), ==, "acute-injury");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const FasciaCondition *row = fascia_conditions_lookup (self->conditions, codes[i]);

      g_assert_cmpstr (fascia_condition_get_question_code (row), ==, "injury");
      g_assert_cmpstr (fascia_condition_get_question (row), ==,
                       fascia_condition_get_question (first));
      g_assert_true (fascia_condition_has_site (row) && fascia_condition_asks_date (row)
                     && fascia_condition_asks_side (row));
      g_assert_true (fascia_conditions_lookup_question (self->conditions, codes[i]) == first);
    }
  g_assert_null (fascia_conditions_lookup_question (self->conditions, "no-such"));
}

static void
test_senseless (Fixture *self, gconstpointer data)
{
  static const char *const row
      = "<conditions><group code='a'><name>A</name><condition code='a' kind='absolute' "
        "scope='general' asked='setup' regions='*' hand-width='no' forbids-kinds='release' "
        "forbids='' movement-allowed='yes' from-day='0' until='cleared' asks-date='no' "
        "asks-side='no' action='adapt' source='s' certainty='source-read'><name>N</name>"
        "<question>Q?</question><effect>E.</effect></condition></group></conditions>";
  static const struct
  {
    const char *old, *new;
  } faults[] = {
    { "kind='absolute'", "kind='some'" },
    { "scope='general'", "scope='local'" },
    { "asked='setup'", "asked='never'" },
    { "asked='setup'", "asked=''" },
    { "regions='*'", "regions='nowhere'" },
    { "regions='*'", "regions=''" },
    { "forbids-kinds='release'", "forbids-kinds='release rest'" },
    { "forbids-kinds='release'", "forbids-kinds='massage'" },
    { "forbids=''", "forbids='region=nowhere'" },
    { "forbids=''", "forbids='pressure>1'" },
    { "forbids=''", "forbids='' max-cap='11'" },
    { "movement-allowed='yes'", "movement-allowed='maybe'" },
    { "from-day='0'", "from-day='-1'" },
    { "from-day='0' until='cleared'", "from-day='4' until='3'" },
    { "until='cleared'", "until='soon'" },
    { "source='s'", "source=' '" },
    { "<effect>E.</effect>", "" },
    { "<name>N</name>", "<name> </name>" },
    { "<name>A</name>", "" },
    { "action='adapt'", "" },
    { "action='adapt'", "action='adapt' colour='red'" },
    { "</group>", "<b/></group>" },
  };
  g_autoptr (GError) fine = NULL;
  g_autoptr (FasciaConditions) table = fascia_conditions_new_from_data (self->body, row, &fine);

  g_assert_no_error (fine);
  g_assert_nonnull (table);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_auto (GStrv) parts = g_strsplit (row, faults[i].old, 2);
      g_autofree char *xml = g_strjoinv (faults[i].new, parts);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_test_message ("%s", faults[i].new);
      g_assert_null (fascia_conditions_new_from_data (self->body, xml, &error));
      g_assert_nonnull (error);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_conditions_new_from_data (self->body, "<conditions/>", &error));
  g_assert_nonnull (error);
}

/* ---- judging ---- */

static FasciaVerdictKind
judge (FasciaSafety *safety, const FasciaTraits *traits, FasciaReasonKind *first)
{
  g_auto (FasciaVerdict) verdict = { 0 };

  fascia_safety_judge (safety, &verdict, traits, NULL, 4);
  *first = verdict.reasons->len > 0 ? g_array_index (verdict.reasons, FasciaReason, 0).kind : 0;
  return verdict.kind;
}

static void
assert_judged (FasciaSafety *safety, FasciaStepKind kind, FasciaReasonKind reason)
{
  const FasciaTraits traits = kind == FASCIA_STEP_RELEASE ? make_release () : make_calm (kind);
  FasciaReasonKind first;
  FasciaVerdictKind verdict = judge (safety, &traits, &first);

  g_assert_cmpint (verdict, ==, reason != 0 ? FASCIA_VERDICT_HELD_BACK : FASCIA_VERDICT_OPEN);
  g_assert_cmpint (first, ==, reason);
}

static void
test_basics (Fixture *self, gconstpointer data)
{
  static const char *const signs[] = { "dvt", NULL };
  static const char *const no_signs[] = { NULL };
  const FasciaConditionAnswer later
      = { "from-a-later-version", NULL, 0, FASCIA_DAY_UNKNOWN, FALSE };
  g_autoptr (FasciaSafety) never
      = fascia_safety_new (self->conditions, self->body, NULL, 0, FASCIA_DAY_UNKNOWN, TODAY);
  g_autoptr (FasciaSafety) fine
      = fascia_safety_new (self->conditions, self->body, NULL, 0, TODAY, TODAY);
  g_autoptr (FasciaSafety) unknown
      = fascia_safety_new (self->conditions, self->body, &later, 1, TODAY, TODAY);
  g_autoptr (FasciaSafety) sign = fascia_safety_with_session (fine, NULL, 0, signs);
  g_autoptr (FasciaSafety) no_sign = fascia_safety_with_session (fine, NULL, 0, no_signs);
  FasciaTraits moving = make_release ();

  assert_judged (never, FASCIA_STEP_RELEASE, FASCIA_REASON_UNANSWERED);
  assert_judged (fine, FASCIA_STEP_RELEASE, 0);
  assert_judged (no_sign, FASCIA_STEP_RELEASE, 0);
  assert_judged (unknown, FASCIA_STEP_RELEASE, FASCIA_REASON_UNKNOWN_CODE);
  assert_judged (sign, FASCIA_STEP_RELEASE, FASCIA_REASON_SIGN);
  for (FasciaStepKind kind = FASCIA_STEP_BREATHE; kind <= FASCIA_STEP_REST; kind++)
    {
      assert_judged (never, kind, 0);
      assert_judged (unknown, kind, 0);
      assert_judged (sign, kind, 0);
    }
  /* Without pressure only a sign holds it back. */
  moving.kind = FASCIA_STEP_MOVE;
  moving.grades[FASCIA_GRADE_PRESSURE] = 0;
  FasciaReasonKind first;
  g_assert_cmpint (judge (never, &moving, &first), ==, FASCIA_VERDICT_OPEN);
  g_assert_cmpint (judge (unknown, &moving, &first), ==, FASCIA_VERDICT_OPEN);
  g_assert_cmpint (judge (sign, &moving, &first), ==, FASCIA_VERDICT_HELD_BACK);

  g_assert_false (fascia_safety_is_answered (never));
  g_assert_true (fascia_safety_is_answered (fine));
}

/* Rest is never blocked, breathing by two rows alone. */
static void
test_calm (Fixture *self, gconstpointer data)
{
  const FasciaTraits rest = make_calm (FASCIA_STEP_REST);
  const FasciaTraits breathe = make_calm (FASCIA_STEP_BREATHE);

  for (guint i = 0; i < fascia_conditions_get_n (self->conditions); i++)
    {
      const char *code = fascia_condition_get_code (fascia_conditions_get (self->conditions, i));
      const FasciaConditionAnswer answer = { code, "breastbone", 0, FASCIA_DAY_UNKNOWN, TRUE };
      g_autoptr (FasciaSafety) safety
          = fascia_safety_new (self->conditions, self->body, &answer, 1, TODAY, TODAY);
      const gboolean forbids
          = g_str_equal (code, "epilepsy-etc") || g_str_equal (code, "asthma-severe");
      FasciaReasonKind first;

      g_assert_cmpint (judge (safety, &rest, &first), !=, FASCIA_VERDICT_HELD_BACK);
      g_assert_cmpint (judge (safety, &breathe, &first) == FASCIA_VERDICT_HELD_BACK, ==, forbids);
    }
}

/* Own routines may ask for what no place is meant for. */
static void
test_places (Fixture *self, gconstpointer data)
{
  static const char *const neck[] = { "neck-front", NULL };
  g_autoptr (FasciaSafety) fine
      = fascia_safety_new (self->conditions, self->body, NULL, 0, TODAY, TODAY);
  FasciaTraits release = make_release ();
  FasciaReasonKind first;

  release.regions = neck;
  g_assert_cmpint (judge (fine, &release, &first), ==, FASCIA_VERDICT_HELD_BACK);
  g_assert_cmpint (first, ==, FASCIA_REASON_PLACE);
  release.regions = calf;
  release.tool_class = "hook";
  g_assert_cmpint (judge (fine, &release, &first), ==, FASCIA_VERDICT_HELD_BACK);
  release.tool_class = "hands-light";
  g_assert_cmpint (judge (fine, &release, &first), ==, FASCIA_VERDICT_OPEN);
}

static guint
count_at (Fixture *self, FasciaSafety *safety, const char *id, FasciaVerdict *verdict)
{
  const FasciaRegion *places[] = { fascia_body_lookup (self->body, id), NULL };
  const FasciaTraits release = make_release ();

  g_assert_nonnull (places[0]);
  fascia_safety_judge (safety, verdict, &release, places, 4);
  return verdict->reasons->len;
}

static void
test_sites (Fixture *self, gconstpointer data)
{
  const FasciaConditionAnswer answers[] = {
    { "wound", "calf-upper-left", 0, FASCIA_DAY_UNKNOWN, FALSE },
    { "injury", "neck-back-right", 0, TODAY - 6, FALSE },
  };
  g_autoptr (FasciaSafety) safety = fascia_safety_new (self->conditions, self->body, answers,
                                                       G_N_ELEMENTS (answers), TODAY, TODAY);
  g_auto (FasciaVerdict) here = { 0 };
  g_auto (FasciaVerdict) beside = { 0 };
  g_auto (FasciaVerdict) other = { 0 };
  guint n;

  g_assert_cmpuint (count_at (self, safety, "calf-upper-left", &here), ==, 1);
  g_assert_cmpint (here.kind, ==, FASCIA_VERDICT_HELD_BACK);
  const FasciaReason *reason = &g_array_index (here.reasons, FasciaReason, 0);
  g_assert_cmpstr (fascia_condition_get_code (reason->condition), ==, "wound");
  g_assert_cmpstr (fascia_region_get_id (reason->place), ==, "calf-upper-left");
  g_autofree char *text = fascia_reason_dup_text (reason);
  g_assert_cmpstr (
      text, ==,
      "You answered: Broken or sore skin (Left upper calf). The place and a hand-width "
      "around it stay free of pressure and pull. If redness spreads or you have a "
      "fever, see a doctor.");
  count_at (self, safety, "calf-lower-left", &beside);
  g_assert_cmpint (beside.kind, ==, FASCIA_VERDICT_HELD_BACK);
  g_assert_cmpuint (count_at (self, safety, "thigh-front-right", &other), ==, 0);
  g_assert_cmpint (other.kind, ==, FASCIA_VERDICT_OPEN);
  g_assert_cmpuint (fascia_safety_get_answers (safety, &n)[1].since_day, ==, TODAY - 6);
  g_assert_cmpuint (n, ==, 2);
}

/* The lowest ceiling of all holds, and each that lowers it is told. */
static void
test_caps (Fixture *self, gconstpointer data)
{
  static const char *const neck[] = { "neck-back", NULL };
  const FasciaConditionAnswer answers[] = {
    { "hypermobility", NULL, 0, FASCIA_DAY_UNKNOWN, FALSE },
    { "sedatives", NULL, 0, FASCIA_DAY_UNKNOWN, FALSE },
  };
  g_autoptr (FasciaSafety) fine
      = fascia_safety_new (self->conditions, self->body, NULL, 0, TODAY, TODAY);
  g_autoptr (FasciaSafety) first
      = fascia_safety_new (self->conditions, self->body, answers, 1, TODAY, TODAY);
  g_autoptr (FasciaSafety) both = fascia_safety_with_session (first, answers + 1, 1, NULL);
  FasciaTraits hands = make_release ();
  g_auto (FasciaVerdict) one = { 0 };
  g_auto (FasciaVerdict) two = { 0 };
  g_auto (FasciaVerdict) low = { 0 };

  hands.tool_class = "hands";
  hands.regions = neck;
  hands.also_loads = nothing;
  hands.posture = FASCIA_POSTURE_CHAIR;
  fascia_safety_judge (first, &one, &hands, NULL, 4);
  g_assert_cmpint (one.kind, ==, FASCIA_VERDICT_ADAPTED);
  g_assert_cmpint (one.cap, ==, 3);
  g_assert_cmpuint (one.reasons->len, ==, 1);
  g_assert_cmpint (g_array_index (one.reasons, FasciaReason, 0).cap, ==, 3);
  g_assert_false (g_array_index (one.reasons, FasciaReason, 0).holds_back);
  fascia_safety_judge (both, &two, &hands, NULL, 4);
  g_assert_cmpint (two.kind, ==, FASCIA_VERDICT_ADAPTED);
  g_assert_cmpint (two.cap, ==, 2);
  g_assert_cmpuint (two.reasons->len, ==, 2);
  /* Answered again, it is told once. */
  g_autoptr (FasciaSafety) again = fascia_safety_with_session (both, answers, 2, NULL);
  g_auto (FasciaVerdict) told = { 0 };
  fascia_safety_judge (again, &told, &hands, NULL, 4);
  g_assert_cmpuint (told.reasons->len, ==, 2);
  /* What is low already is not made lower. */
  fascia_safety_judge (both, &low, &hands, NULL, 2);
  g_assert_cmpint (low.kind, ==, FASCIA_VERDICT_OPEN);
  g_assert_cmpint (low.cap, ==, 2);
  g_assert_false (fascia_safety_has_cap (fine));
  g_assert_true (fascia_safety_has_cap (both));
}

/* ---- when it is asked ---- */

/* The weeks after a strain begin with where it was and when. */
static void
test_strain (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *code, *region;
    gint32 day;
    gboolean needs;
  } known[] = {
    { NULL, NULL, FASCIA_DAY_UNKNOWN, TRUE },
    { "falls", NULL, FASCIA_DAY_UNKNOWN, TRUE },
    { "injury", NULL, TODAY, TRUE },
    { "injury", "calf-upper-left", FASCIA_DAY_UNKNOWN, TRUE },
    { "injury", "calf-upper-left", TODAY, FALSE },
    { "injury", "calf-upper-left", TODAY - 30, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const FasciaConditionAnswer answer
          = { .code = known[i].code, .region = known[i].region, .since_day = known[i].day };
      g_autoptr (FasciaSafety) safety = fascia_safety_new (self->conditions, self->body, &answer,
                                                           known[i].code != NULL, TODAY, TODAY);

      g_test_message ("%u", i);
      g_assert_cmpint (fascia_safety_needs_injury (safety, "after-strain"), ==, known[i].needs);
      g_assert_false (fascia_safety_needs_injury (safety, "neck-and-head"));
      g_assert_false (fascia_safety_needs_injury (safety, NULL));
    }
}

static gboolean
is_due (Fixture *self, gint32 answered, gint32 programme)
{
  g_autoptr (FasciaSafety) safety
      = fascia_safety_new (self->conditions, self->body, NULL, 0, answered, TODAY);

  return fascia_safety_is_due (safety, programme);
}

static void
test_due (Fixture *self, gconstpointer data)
{
  const FasciaConditionAnswer later
      = { "from-a-later-version", NULL, 0, FASCIA_DAY_UNKNOWN, FALSE };
  g_autoptr (FasciaSafety) unknown
      = fascia_safety_new (self->conditions, self->body, &later, 1, TODAY, TODAY);

  g_assert_true (is_due (self, FASCIA_DAY_UNKNOWN, FASCIA_DAY_UNKNOWN));
  g_assert_false (is_due (self, TODAY, FASCIA_DAY_UNKNOWN));
  g_assert_false (is_due (self, TODAY - 182, FASCIA_DAY_UNKNOWN));
  g_assert_true (is_due (self, TODAY - 183, FASCIA_DAY_UNKNOWN));
  g_assert_false (is_due (self, TODAY + 1, FASCIA_DAY_UNKNOWN));
  g_assert_true (is_due (self, TODAY + 2, FASCIA_DAY_UNKNOWN));
  g_assert_true (is_due (self, TODAY - 10, TODAY));
  /* A programme that began in a year to come was begun by a wrong clock. */
  g_assert_true (is_due (self, TODAY - 10, TODAY + 1));
  g_assert_false (is_due (self, TODAY - 10, TODAY + 2));
  g_assert_false (is_due (self, TODAY - 10, TODAY + 365));
  g_assert_false (is_due (self, TODAY - 10, TODAY - 10));
  g_assert_true (fascia_safety_is_due (unknown, FASCIA_DAY_UNKNOWN));
}

/* ---- what is said ---- */

static void
test_texts (Fixture *self, gconstpointer data)
{
  const FasciaRegion *place = fascia_body_lookup (self->body, "shoulder-top-left");

  for (FasciaReasonKind kind = FASCIA_REASON_CONDITION; kind <= FASCIA_REASON_UNKNOWN_STEP; kind++)
    for (guint i = 0; i < 2; i++)
      {
        const FasciaReason reason = {
          .kind = kind,
          .condition = fascia_conditions_lookup (self->conditions, "falls"),
          .place = i == 0 ? place : NULL,
        };
        g_autofree char *text = fascia_reason_dup_text (&reason);

        assert_plain (text);
        g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "”."));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/safety-check/predicates", test_predicates);
  g_test_add_func ("/safety-check/predicate-faults", test_faults);
#define ADD(name, function)                                                                        \
  g_test_add ("/safety-check/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("table", test_table);
  ADD ("injury", test_injury);
  ADD ("senseless", test_senseless);
  ADD ("basics", test_basics);
  ADD ("calm", test_calm);
  ADD ("places", test_places);
  ADD ("sites", test_sites);
  ADD ("caps", test_caps);
  ADD ("due", test_due);
  ADD ("strain", test_strain);
  ADD ("texts", test_texts);
#undef ADD
  return g_test_run ();
}
