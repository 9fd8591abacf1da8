/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library: tables that make no sense, sums over routines, limits, and what is found. */

#include "config.h"

#include <string.h>

#include "core/routines/fascia-library.h"
#include "fascia-core-resources.h"

#define STEP_COLUMNS                                                                               \
  "technique='direct' tool-class='hands' tools='hands' acts-on='chosen' sets='1 2' "               \
  "set-unit='sets' days='2 4' rest-day='yes' target='1 2' cap='3' posture='chair' lying='none' "   \
  "firmness='soft' pressure='2' evidence='C' source='Somebody 2020' certainty='to-verify'"
#define STEP_TEXTS "<title>T</title><setup>S.</setup><movement>M.</movement><cue>Breathe out</cue>"
#define TOOLS "<tools><tool code='hands' default='yes'><name>Hands</name></tool></tools>"
#define STEP                                                                                       \
  "<step id='a1' kind='release' regions='thigh-front calf-upper' seconds='30 60' sides='2' "       \
  "max-seconds='240' " STEP_COLUMNS ">" STEP_TEXTS "</step>"
#define STEPS(content) "<steps version='1'>\n" TOOLS "\n" content "\n</steps>"
#define ROUTINE(content)                                                                           \
  "<routines version='1'>\n<routine id='one' group='thigh'><title>One</title>\n" content           \
  "\n</routine></routines>"

typedef struct
{
  FasciaBody *body;
  FasciaLibrary *library;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fascia_core_get_resource ();
  self->body = fascia_body_new (&error);
  g_assert_no_error (error);
  self->library = fascia_library_new (self->body, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_library_unref (self->library);
  fascia_body_unref (self->body);
}

/* ---- tables ---- */

static void
test_small (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaLibrary) library = fascia_library_new_from_data (
      self->body, STEPS (STEP), ROUTINE ("<do step='a1' places='calf-upper'/>"), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fascia_library_get_n_steps (library), ==, 1);
  g_assert_cmpuint (fascia_library_get_n_routines (library), ==, 1);
  g_assert_null (fascia_library_get_step (library, 1));
  g_assert_null (fascia_library_get_routine (library, 1));
  g_assert_null (fascia_library_lookup_step (library, "a2"));
  g_assert_null (fascia_library_lookup_routine (library, "two"));
  FasciaRoutine *routine = fascia_library_lookup_routine (library, "one");
  g_assert_false (fascia_routine_is_own (routine));
  g_assert_cmpstr (fascia_routine_get_group (routine), ==, "thigh");
}

/* The set-up in a posture is its own, or that of the step. */
static void
test_setups (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *setups, *reason;
  } cases[] = {
    { "<setup>S.</setup><setup posture='bed'>B.</setup>", NULL },
    { "<setup posture='bed'>B.</setup><setup>S.</setup>", NULL },
    { "<setup>S.</setup><setup posture='bed'>B.</setup><setup posture='bed'>B.</setup>", "twice" },
    { "<setup>S.</setup><setup posture='bed'> </setup>", "empty" },
    { "<setup posture='bed'>B.</setup>", "no <setup>" },
    { "<setup posture='bed'>B.</setup><setup>S.</setup><title posture='bed'>T</title>", "posture" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) xml = g_string_new (STEPS (STEP));

      g_string_replace (xml, "posture='chair'", "posture='chair' also-posture='bed standing'", 1);
      g_assert_cmpuint (g_string_replace (xml, "<setup>S.</setup>", cases[i].setups, 1), ==, 1);
      g_autoptr (FasciaLibrary) library = fascia_library_new_from_data (
          self->body, xml->str, ROUTINE ("<do step='a1'/>"), &error);
      if (cases[i].reason != NULL)
        {
          g_assert_error (error, FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA);
          g_assert_nonnull (strstr (error->message, cases[i].reason));
          continue;
        }
      g_assert_no_error (error);
      const FasciaStep *step = fascia_library_lookup_step (library, "a1");
      g_assert_cmpstr (fascia_step_get_setup (step), ==, "S.");
      g_assert_cmpstr (fascia_step_get_setup_for (step, FASCIA_POSTURE_CHAIR), ==, "S.");
      g_assert_cmpstr (fascia_step_get_setup_for (step, FASCIA_POSTURE_BED), ==, "B.");
      g_assert_cmpstr (fascia_step_get_setup_for (step, FASCIA_POSTURE_STANDING), ==, "S.");
      g_assert_cmpstr (fascia_step_get_setup_for (step, 0), ==, "S.");
    }
}

/* Each names its line and what is wrong. */
static void
test_bad_steps (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *from, *to, *reason;
  } cases[] = {
    { "kind='release'", "kind='press'", "press" },
    { "regions='thigh-front calf-upper'", "regions='thigh-front tail'", "tail" },
    { "regions='thigh-front calf-upper'", "regions=''", "nowhere" },
    { "regions='thigh-front calf-upper'", "regions='thigh-front thigh-front'", "twice" },
    { "tools='hands'", "tools='anvil'", "anvil" },
    { "tool-class='hands'", "tool-class='hand'", "hand" },
    { "technique='direct'", "technique='magic'", "magic" },
    { "posture='chair'", "posture='stool'", "stool" },
    { "lying='none'", "lying='flat'", "flat" },
    { "firmness='soft'", "firmness='hard'", "hard" },
    { "pressure='2'", "pressure='3'", "3" },
    { "pressure='2'", "pressure='0'", "0" },
    { "pressure='2'", "presure='2'", "presure" },
    { "acts-on='chosen'", "acts-on='some'", "some" },
    { "seconds='30 60'", "seconds='60 30'", "60 30" },
    { "seconds='30 60'", "seconds='30 60 90'", "30 60 90" },
    { "seconds='30 60'", "seconds='-30 60'", "-30" },
    { "seconds='30 60'", "seconds='30.5 60'", "30.5" },
    { "seconds='30 60'", "seconds='30 60' reps='1 2' seconds-per-rep='3'", "either" },
    { "seconds='30 60'", "reps='6 10'", "seconds of one" },
    { "seconds='30 60'", "seconds='0 60'", "smallest" },
    { "max-seconds='240'", "max-seconds='200'", "240" },
    { "seconds='30 60' sides='2' max-seconds='240'", "seconds='30 200' sides='2' max-seconds='800'",
      "360" },
    { "sides='2'", "sides='3'", "sides" },
    { "cap='3'", "cap='5'", "ceiling" },
    { "cap='3'", "cap='1'", "ceiling" },
    { "days='2 4'", "days='2 9'", "seven" },
    { "rest-day='yes'", "rest-day='maybe'", "maybe" },
    /* Too much for any number. */
    { "seconds='30 60'", "reps='6 999999' seconds-per-rep='999999'", "longest" },
    { "evidence='C'", "evidence='D'", "D" },
    { "source='Somebody 2020'", "source=' '", "source" },
    { "certainty='to-verify'", "certainty='sure'", "sure" },
    { "<cue>Breathe out</cue>", "", "cue" },
    { "<cue>Breathe out</cue>", "<cue></cue>", "cue" },
    { "<cue>Breathe out</cue>",
      "<cue>Breathe out and out and out and out and out and out and out and out</cue>", "60" },
    { "<title>T</title>", "<title>T</title><title>U</title>", "twice" },
    { "<setup>S.</setup>", "<set-up>S.</set-up>", "set-up" },
    { "<setup>S.</setup>", "<setup>S.<b>x</b></setup>", "<b>" },
    { "<setup>S.</setup>", "<setup>S.</setup><setup posture='bed'>B.</setup>", "bed" },
    { "<setup>S.</setup>", "<setup>S.</setup><setup posture='chair'>B.</setup>", "chair" },
    { "<setup>S.</setup>", "<setup>S.</setup><setup posture='pond'>B.</setup>", "pond" },
    { "<setup>S.</setup>", "<setup>S.</setup><setup place='bed'>B.</setup>", "place" },
    { "<step id='a1'", "<step id='a1' pairs='a9'", "a9" },
    { "<step id='a1'", "<step id='a1' variant-of='a9'", "a9" },
    { "<step id='a1'", "<step id='A1'", "A1" },
    { "<step id='a1'", "<step", "id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) xml = g_string_new (STEPS (STEP));

      g_assert_cmpuint (g_string_replace (xml, cases[i].from, cases[i].to, 1), ==, 1);
      g_autoptr (FasciaLibrary) library = fascia_library_new_from_data (
          self->body, xml->str, ROUTINE ("<do step='a1'/>"), &error);
      if (library != NULL)
        g_error ("“%s” is taken", cases[i].to);
      g_assert_error (error, FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA);
      if (strstr (error->message, cases[i].reason) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].reason);
      /* Links are known when all is read; anything else has its line: what is left out shows at the
       * end. */
      if (strstr (cases[i].to, "a9") == NULL && strstr (error->message, "line 3") == NULL
          && strstr (error->message, "line 4") == NULL)
        g_error ("“%s” has no line", error->message);
    }
}

static void
test_bad_whole (Fixture *self, gconstpointer data)
{
  static const char *const steps[] = {
    "",
    "<steps version='1'>",
    "<steps version='1'></steps>",
    "<regions/>",
    STEPS (STEP STEP),
    STEPS ("<name>x</name>"),
    STEPS ("<tools><tool code='hands'><name>Again</name></tool></tools>"),
    "<steps version='1'>" STEP TOOLS "</steps>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          fascia_library_new_from_data (self->body, steps[i], ROUTINE ("<do step='a1'/>"), &error));
      g_assert_nonnull (error);
    }
}

static void
test_bad_routines (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *xml, *reason;
  } cases[] = {
    { ROUTINE ("<do step='a2'/>"), "Line 3" },
    { ROUTINE ("<do step='a1' places='knee-front'/>"), "knee-front" },
    { ROUTINE ("<do step='a1' reps='3'/>"), "seconds" },
    { ROUTINE ("<do step='a1' side='both'/>"), "side" },
    { ROUTINE ("<step id='own-a' like='a1'><title>X</title></step><do step='a1'/>"), "<step>" },
    { ROUTINE (""), "no step" },
    { "<routines version='1'><routine id='own-x' group='thigh'><title>X</title>"
      "<do step='a1'/></routine></routines>",
      "own-x" },
    { "<routines version='1'><routine id='x' group='tail'><title>X</title>"
      "<do step='a1'/></routine></routines>",
      "tail" },
    { "<routines version='1'><routine id='x' group='thigh'><title>X</title><do "
      "step='a1'/></routine>"
      "<routine id='x' group='thigh'><title>Y</title><do step='a1'/></routine></routines>",
      "twice" },
    { "<routine version='1'><title>X</title><do step='a1'/></routine>", "routine" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fascia_library_new_from_data (self->body, STEPS (STEP), cases[i].xml, &error));
      g_assert_error (error, FASCIA_LIBRARY_ERROR, FASCIA_LIBRARY_ERROR_DATA);
      if (strstr (error->message, cases[i].reason) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].reason);
    }
}

/* ---- sums ---- */

static FasciaRoutine *
make (const FasciaRoutineItem *items, guint n_items)
{
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-t", "Test", NULL);

  return fascia_routine_with_items (empty, items, n_items);
}

static const char *const calf_lower[] = { "calf-lower", NULL };
static const char *const calves[] = { "calf-upper", "calf-lower", NULL };

static void
test_seconds (Fixture *self, gconstpointer data)
{
  static const struct
  {
    FasciaRoutineItem item;
    int two, one;
  } cases[] = {
    /* Work, and 8 seconds between sets and sides. */
    { { .step = "b01", .side = FASCIA_SIDE_MIDLINE }, 120, 120 },
    { { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .seconds = 200 }, 200, 200 },
    { { .step = "m09", .side = FASCIA_SIDE_MIDLINE }, 24, 24 },
    { { .step = "m09", .side = FASCIA_SIDE_MIDLINE, .sets = 2, .reps = 10 }, 88, 88 },
    { { .step = "m08", .side = FASCIA_SIDE_MIDLINE }, 48, 20 },
    { { .step = "s02", .side = FASCIA_SIDE_MIDLINE, .sets = 3, .seconds = 20 }, 160, 76 },
    { { .step = "s02", .side = FASCIA_SIDE_LEFT, .sets = 3, .seconds = 20 }, 76, 76 },
    /* As many sets as places, when one may choose. */
    { { .step = "r34", .side = FASCIA_SIDE_MIDLINE, .places = calf_lower }, 68, 30 },
    { { .step = "r34", .side = FASCIA_SIDE_MIDLINE, .places = calves }, 144, 68 },
    { { .step = "r34", .side = FASCIA_SIDE_MIDLINE }, 144, 68 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FasciaRoutine) routine = make (&cases[i].item, 1);

      g_assert_cmpint (fascia_library_get_seconds (self->library, routine, 2), ==, cases[i].two);
      g_assert_cmpint (fascia_library_get_seconds (self->library, routine, 1), ==, cases[i].one);
    }

  /* Rest after all but the last, at least the time to change over. */
  const FasciaRoutineItem three[] = {
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .rest_s = 30 },
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .rest_s = 3 },
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .rest_s = 60 },
  };
  g_autoptr (FasciaRoutine) routine = make (three, 3);
  g_assert_cmpint (fascia_library_get_seconds (self->library, routine, 2), ==, 360 + 30 + 8);
}

static void
test_pressure (Fixture *self, gconstpointer data)
{
  const FasciaRoutineItem items[] = {
    { .step = "m03", .side = FASCIA_SIDE_MIDLINE },
    { .step = "r34", .side = FASCIA_SIDE_MIDLINE, .sets = 2, .seconds = 45 },
    { .step = "r34", .side = FASCIA_SIDE_RIGHT, .sets = 1, .seconds = 45 },
    { .step = "r52", .side = FASCIA_SIDE_MIDLINE, .sets = 2, .seconds = 45 }, /* light */
    { .step = "r42", .side = FASCIA_SIDE_MIDLINE, .sets = 1, .seconds = 60 }, /* one side */
  };
  g_autoptr (FasciaRoutine) routine = make (items, G_N_ELEMENTS (items));

  g_assert_cmpint (fascia_library_get_pressure_seconds (self->library, routine, 2), ==,
                   180 + 45 + 60);
  g_assert_cmpint (fascia_library_get_pressure_seconds (self->library, routine, 1), ==,
                   90 + 45 + 60);
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  const FasciaRoutineItem items[] = {
    { .step = "r34", .side = FASCIA_SIDE_MIDLINE, .places = calf_lower },
    { .step = "m03", .side = FASCIA_SIDE_MIDLINE },
    { .step = "b01", .side = FASCIA_SIDE_MIDLINE },
  };
  const FasciaRoutineItem hard[] = {
    { .step = "r39", .side = FASCIA_SIDE_MIDLINE },
    { .step = "s01", .side = FASCIA_SIDE_MIDLINE },
    { .step = "s02", .side = FASCIA_SIDE_MIDLINE },
  };
  const char *const bases[] = { "jaw",          "chest-upper", "abdomen-upper",
                                "shoulder-top", "calf-lower",  "ankle-front",
                                "ankle-back",   "foot-top",    NULL };
  g_autoptr (FasciaRoutine) easy = make (items, 3);
  g_autoptr (FasciaRoutine) heavy = make (hard, 3);
  g_autoptr (FasciaRoutine) stretch = make (hard + 1, 2);
  g_autoptr (FasciaRoutine) breath = make (items + 2, 1);
  g_autoptr (FasciaRoutine) nothing = make (NULL, 0);
  g_autofree const char **tools = fascia_library_dup_tools (self->library, easy);
  g_autofree const char **heavy_tools = fascia_library_dup_tools (self->library, heavy);
  g_autofree const char **worked = fascia_library_dup_bases (self->library, easy);

  g_assert_cmpint (fascia_library_get_postures (self->library, easy), ==,
                   FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR);
  g_assert_cmpint (fascia_library_get_all_postures (self->library, easy), ==, FASCIA_POSTURE_CHAIR);
  g_assert_cmpint (fascia_library_get_postures (self->library, heavy), ==, 0);
  g_assert_cmpint (fascia_library_get_all_postures (self->library, heavy), ==,
                   FASCIA_POSTURE_FLOOR | FASCIA_POSTURE_BED | FASCIA_POSTURE_STANDING);
  g_assert_cmpint (fascia_library_get_postures (self->library, nothing), ==, 0);
  g_assert_cmpstr (tools[0], ==, "hands");
  g_assert_null (tools[1]);
  g_assert_cmpstr (heavy_tools[0], ==, "wall");
  g_assert_cmpstr (heavy_tools[1], ==, "towel");
  g_assert_cmpstr (heavy_tools[2], ==, "tennis-ball");
  g_assert_cmpuint (g_strv_length ((char **) worked), ==, 8);
  for (guint i = 0; bases[i] != NULL; i++)
    g_assert_true (g_strv_contains (worked, bases[i]));
  g_assert_true (fascia_library_is_gentle (self->library, easy));
  g_assert_false (fascia_library_is_gentle (self->library, heavy));
  g_assert_false (fascia_library_is_gentle (self->library, nothing));
  g_assert_cmpint (fascia_library_get_evidence (self->library, easy), ==, 'C');
  g_assert_cmpint (fascia_library_get_evidence (self->library, stretch), ==, 'A');
  g_assert_cmpint (fascia_library_get_evidence (self->library, breath), ==, 'C');
}

/* ---- limits ---- */

static void
check (Fixture *self,
       const FasciaRoutineItem *items,
       guint n,
       const char *over,
       const char *forbidden)
{
  g_autoptr (FasciaRoutine) routine = make (items, n);
  g_auto (GStrv) is_over = NULL;
  g_auto (GStrv) is_forbidden = NULL;
  const gboolean is_good = fascia_library_check (self->library, routine, &is_over, &is_forbidden);

  g_assert_cmpint (is_good, ==, over == NULL && forbidden == NULL);
  g_assert_cmpint (is_over[0] != NULL, ==, over != NULL);
  g_assert_cmpint (is_forbidden[0] != NULL, ==, forbidden != NULL);
  if (over != NULL && strstr (is_over[0], over) == NULL)
    g_error ("“%s” does not say “%s”", is_over[0], over);
  if (forbidden != NULL && strstr (is_forbidden[0], forbidden) == NULL)
    g_error ("“%s” does not say “%s”", is_forbidden[0], forbidden);
}

#define ONE(...) (&(const FasciaRoutineItem) { .side = FASCIA_SIDE_MIDLINE, __VA_ARGS__ }), 1

static void
test_check_dose (Fixture *self, gconstpointer data)
{
  check (self, ONE (.step = "r34", .sets = 2, .seconds = 60), NULL, NULL);
  check (self, ONE (.step = "r34", .sets = 3, .seconds = 60), "2 sets", NULL);
  check (self, ONE (.step = "r34", .sets = 2, .seconds = 61), "60 seconds", NULL);
  check (self, ONE (.step = "x08", .sets = 3, .reps = 12), NULL, NULL);
  check (self, ONE (.step = "x08", .sets = 3, .reps = 13), "12 times", NULL);
  check (self, ONE (.step = "x01", .sets = 2), "1 set", NULL);
  check (self, ONE (.step = "no-such"), NULL, "no-such");
  /* The light hold is long, and one. */
  check (self, ONE (.step = "r12", .sets = 1, .seconds = 150), NULL, NULL);
  check (self, ONE (.step = "r12", .sets = 1, .seconds = 300), NULL, NULL);
  check (self, ONE (.step = "r12", .sets = 1, .seconds = 301), "300 seconds", NULL);
  check (self, ONE (.step = "r27", .sets = 2, .seconds = 180), NULL, NULL);
  check (self, ONE (.step = "r27", .sets = 2, .seconds = 200), "1 set", NULL);
}

static void
test_check_session (Fixture *self, gconstpointer data)
{
  FasciaRoutineItem items[12];

  /* Ten minutes of pressure are allowed, a second more is not. */
  for (guint i = 0; i < 3; i++)
    items[i] = (FasciaRoutineItem) {
      .step = "r34", .side = FASCIA_SIDE_MIDLINE, .sets = 2, .seconds = i < 2 ? 60 : 30
    };
  check (self, items, 3, NULL, NULL);
  items[3]
      = (FasciaRoutineItem) { .step = "r42", .side = FASCIA_SIDE_MIDLINE, .sets = 1, .seconds = 1 };
  check (self, items, 4, "10 minutes", NULL);

  /* Twenty minutes of work; warm-up and rest are not counted. */
  for (guint i = 0; i < 5; i++)
    items[i] = (FasciaRoutineItem) {
      .step = "s02", .side = FASCIA_SIDE_MIDLINE, .sets = 4, .seconds = 30
    };
  check (self, items, 5, NULL, NULL);
  items[5] = (FasciaRoutineItem) { .step = "m09", .side = FASCIA_SIDE_MIDLINE };
  check (self, items, 6, "20 minutes", NULL);
  items[5] = (FasciaRoutineItem) { .step = "r54", .side = FASCIA_SIDE_MIDLINE, .seconds = 300 };
  check (self, items, 6, NULL, NULL);
  items[5] = items[0];
  items[0] = (FasciaRoutineItem) { .step = "b01", .side = FASCIA_SIDE_MIDLINE, .seconds = 300 };
  items[1] = (FasciaRoutineItem) { .step = "r34", .side = FASCIA_SIDE_LEFT, .sets = 1 };
  check (self, items, 6, NULL, NULL);
}

static void
test_check_places (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  /* A hook on the calf, and hands on the front of the knee: a table of our own. */
  g_autoptr (GString) hook = g_string_new (STEPS (STEP));
  g_autoptr (GString) knee = g_string_new (STEPS (STEP));

  g_string_replace (hook, "tool-class='hands'", "tool-class='hook'", 1);
  g_string_replace (knee, "thigh-front calf-upper", "thigh-front knee-front", 1);
  g_assert_null (fascia_library_new_from_data (
      self->body, hook->str, ROUTINE ("<do step='a1' places='calf-upper'/>"), &error));
  g_assert_nonnull (strstr (error->message, "tool"));
  g_clear_error (&error);
  g_assert_null (fascia_library_new_from_data (
      self->body, knee->str, ROUTINE ("<do step='a1' places='knee-front'/>"), &error));
  g_assert_nonnull (strstr (error->message, "nothing may press"));
  g_clear_error (&error);
  /* All at once: one closed place closes the step. */
  g_string_replace (knee, "acts-on='chosen'", "acts-on='all'", 1);
  g_assert_null (
      fascia_library_new_from_data (self->body, knee->str, ROUTINE ("<do step='a1'/>"), &error));
  g_assert_nonnull (strstr (error->message, "nothing may press"));
}

/* Every step at every place of its own, at its largest: within the limits, and allowed. */
static void
test_check_all (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < fascia_library_get_n_steps (self->library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (self->library, i);
      const FasciaTraits *traits = fascia_step_get_traits (step);
      const FasciaDose *dose = fascia_step_get_dose (step);

      for (guint j = 0; traits->regions[j] != NULL; j++)
        {
          const char *const place[] = { traits->regions[j], NULL };

          check (self,
                 ONE (.step = fascia_step_get_id (step),
                      .places = traits->acts_on_all ? NULL : place, .sets = dose->sets_max,
                      .seconds = dose->seconds_max, .reps = dose->reps_max),
                 NULL, NULL);
        }
    }
}

/* ---- finding ---- */

static gboolean
contains (GPtrArray *found, const char *id)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (fascia_routine_get_id (g_ptr_array_index (found, i)), id))
      return TRUE;
  return FALSE;
}

static FasciaLibrary *
with_two (Fixture *self)
{
  const FasciaRoutineItem items[] = {
    { .step = "r34", .side = FASCIA_SIDE_MIDLINE, .places = calf_lower },
    { .step = "r12", .side = FASCIA_SIDE_MIDLINE },
  };
  g_autoptr (FasciaRoutine) b
      = fascia_routine_new_own ("own-b", "Zebra crossing", "For evenings in Wien.");
  g_autoptr (FasciaRoutine) b_full = fascia_routine_with_items (b, items, 2);
  g_autoptr (FasciaRoutine) a = fascia_routine_new_own ("own-a", "Aardvark", NULL);
  FasciaRoutine *const both[] = { b_full, a };

  return fascia_library_with_own (self->library, both, 2);
}

static void
test_own (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaLibrary) with = with_two (self);
  const guint n = fascia_library_get_n_routines (self->library);

  g_assert_cmpuint (fascia_library_get_n_routines (with), ==, n + 2);
  g_assert_cmpstr (fascia_routine_get_id (fascia_library_get_routine (with, n)), ==, "own-a");
  g_assert_cmpstr (fascia_routine_get_id (fascia_library_get_routine (with, n + 1)), ==, "own-b");
  g_assert_nonnull (fascia_library_lookup_routine (with, "own-b"));
  g_assert_null (fascia_library_lookup_routine (self->library, "own-b"));
  g_autoptr (FasciaLibrary) without = fascia_library_with_own (with, NULL, 0);
  g_assert_cmpuint (fascia_library_get_n_routines (without), ==, n);
  g_assert_cmpuint (fascia_library_get_n_steps (without), ==, 98);
  g_assert_cmpuint (g_strv_length ((char **) fascia_library_get_tools (without)), ==, 21);
}

static void
test_find (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean is_found;
  } cases[] = {
    { "zebra", TRUE },       { "ZEB cros", TRUE },   { "cros zeb", TRUE },
    { "ebra", FALSE },       { "evenings", TRUE },   { "left lower calf", TRUE },
    { "hands", TRUE },       { "cross-hand", TRUE }, { "gastrocnemius zeb", FALSE },
    { "zebra hook", FALSE }, { "", TRUE },           { "   ", TRUE },
    { "“”()*%", TRUE },
  };
  g_autoptr (FasciaLibrary) with = with_two (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = fascia_library_find (with, cases[i].text);

      if (contains (found, "own-b") != cases[i].is_found)
        g_error ("“%s” %s", cases[i].text, cases[i].is_found ? "finds nothing" : "finds it");
    }
}

static void
test_find_for (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaLibrary) with = with_two (self);
  g_autoptr (GPtrArray) calf
      = fascia_library_find_for (with, fascia_body_lookup (self->body, "calf-lower-left"));
  g_autoptr (GPtrArray) upper
      = fascia_library_find_for (with, fascia_body_lookup (self->body, "calf-upper-left"));
  gboolean is_other = FALSE;

  g_assert_true (contains (calf, "own-b"));
  g_assert_false (contains (upper, "own-b"));
  /* Those of the group come first. */
  for (guint i = 0; i < calf->len; i++)
    {
      const gboolean is_of_group
          = g_str_equal (fascia_routine_get_group (g_ptr_array_index (calf, i)), "calf");

      g_assert_false (is_of_group && is_other);
      is_other |= !is_of_group;
    }
}

/* ---- values ---- */

static void
test_copies (Fixture *self, gconstpointer data)
{
  const FasciaRoutineItem items[] = {
    { .step = "r34",
      .side = FASCIA_SIDE_LEFT,
      .places = calf_lower,
      .sets = 99,
      .seconds = 99999,
      .rest_s = -3 },
  };
  g_autofree char *long_title = g_strnfill (200, 'x');
  g_autoptr (FasciaRoutine) one = fascia_routine_new_own ("own-t", "  A\n title\u202E ", "");
  g_autoptr (FasciaRoutine) two = fascia_routine_with_items (one, items, 1);
  g_autoptr (FasciaRoutine) three = fascia_routine_with_title (two, long_title);
  g_autoptr (FasciaRoutine) four = fascia_routine_with_confirmed (two, "20 sets", 5);
  g_autoptr (FasciaRoutine) five = fascia_routine_with_id (two, "own-u");
  g_autoptr (FasciaRoutine) same = fascia_routine_with_summary (two, "");
  gint64 at;
  guint n;

  g_assert_cmpstr (fascia_routine_get_title (one), ==, "A title");
  g_assert_cmpint (strlen (fascia_routine_get_title (three)), ==, FASCIA_ROUTINE_MAX_TITLE);
  const FasciaRoutineItem *item = fascia_routine_get_items (two, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (item->sets, ==, FASCIA_ROUTINE_MAX_SETS);
  g_assert_cmpint (item->seconds, ==, FASCIA_ROUTINE_MAX_SECONDS);
  g_assert_cmpint (item->rest_s, ==, 0);
  g_assert_true (item->places != calf_lower);
  g_assert_cmpstr (fascia_routine_get_confirmed (four, &at), ==, "20 sets");
  g_assert_cmpint (at, ==, 5);
  g_assert_null (fascia_routine_get_confirmed (two, &at));
  g_assert_true (fascia_routine_equal (two, same));
  g_assert_false (fascia_routine_equal (one, two));
  g_assert_false (fascia_routine_equal (two, three));
  g_assert_false (fascia_routine_equal (two, four));
  g_assert_false (fascia_routine_equal (two, five));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/small", test_small);
  ADD ("/library/setups", test_setups);
  ADD ("/library/bad-steps", test_bad_steps);
  ADD ("/library/bad-whole", test_bad_whole);
  ADD ("/library/bad-routines", test_bad_routines);
  ADD ("/library/seconds", test_seconds);
  ADD ("/library/pressure", test_pressure);
  ADD ("/library/whole", test_whole);
  ADD ("/library/check/dose", test_check_dose);
  ADD ("/library/check/session", test_check_session);
  ADD ("/library/check/places", test_check_places);
  ADD ("/library/check/all", test_check_all);
  ADD ("/library/own", test_own);
  ADD ("/library/find", test_find);
  ADD ("/library/find-for", test_find_for);
  ADD ("/routine/copies", test_copies);

  return g_test_run ();
}
