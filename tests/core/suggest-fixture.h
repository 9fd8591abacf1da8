/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small library of its own made of the real steps, and days written as text. */

#pragma once

#include <string.h>

#include "core/routines/fascia-suggest.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"

/* A Wednesday. */
#define TODAY 20516

static const char suggest_routines[]
    = "<routines version=\"1\">"
      "<routine id=\"neck-hands\" group=\"neck\"><title>Neck</title>"
      "<do step=\"r22\"/><do step=\"s09\"/><do step=\"m08\"/></routine>"
      "<routine id=\"shoulder-hands\" group=\"shoulder\"><title>Shoulder</title>"
      "<do step=\"r20\"/><do step=\"m09\"/></routine>"
      "<routine id=\"shoulder-hook\" group=\"shoulder\"><title>Shoulder, hook</title>"
      "<do step=\"r47\"/></routine>"
      "<routine id=\"shoulder-moves\" group=\"shoulder\"><title>Shoulder moves</title>"
      "<do step=\"m09\"/></routine>"
      "<routine id=\"skull-hands\" group=\"neck\"><title>Skull</title>"
      "<do step=\"r48\"/></routine>"
      "<routine id=\"calf-hands\" group=\"calf\"><title>Calf</title>"
      "<do step=\"r34\"/><do step=\"m03\"/></routine>"
      "<routine id=\"calf-roller\" group=\"calf\"><title>Calf, roller</title>"
      "<do step=\"r02\"/></routine>"
      "<routine id=\"calf-wall\" group=\"calf\"><title>Calf, wall</title>"
      "<do step=\"s02\"/></routine>"
      "<routine id=\"shin-hands\" group=\"calf\"><title>Shin</title>"
      "<do step=\"r35\"/></routine>"
      "<routine id=\"knee-moves\" group=\"knee\"><title>Knee</title>"
      "<do step=\"m01\"/></routine>"
      "<routine id=\"back-bed\" group=\"lower-back\"><title>Back in bed</title>"
      "<do step=\"m06\"/><do step=\"r53\"/></routine>"
      "<routine id=\"back-chair\" group=\"lower-back\"><title>Back on a chair</title>"
      "<do step=\"r42\"/><do step=\"m16\"/></routine>"
      "<routine id=\"sacrum-ease\" group=\"lower-back\"><title>Sacrum</title>"
      "<do step=\"m07\"/></routine>"
      "<routine id=\"legs-strong\" group=\"thigh\"><title>Strong legs</title>"
      "<do step=\"x10\"/></routine>"
      "<routine id=\"whole-easy\" group=\"whole\"><title>Easy</title>"
      "<do step=\"b01\"/><do step=\"m12\"/></routine>"
      "</routines>";

static const char suggest_programmes[]
    = "<programmes version=\"1\"><programme code=\"desk-break\" evidence=\"C\" source=\"test\">"
      "<name>Desk</name><summary>Desk.</summary><about>Desk.</about><caution>Stop.</caution>"
      "<stage weeks=\"2\" days=\"3\"><name>Begin</name>"
      "<routine ref=\"calf-hands\" days=\"3\"/></stage></programme></programmes>";

typedef struct
{
  FasciaBody *body;
  FasciaLibrary *library;
  FasciaConditions *conditions;
  FasciaReferralTable *referral;
  FasciaProgrammes *programmes;
} SuggestTables;

static inline GBytes *
suggest_load (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/fascia_app/Fascia/routines/", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (fascia_core_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

/* @is_real: with the routines that come with the program. */
static inline void
suggest_tables_init (SuggestTables *tables, gboolean is_real)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = suggest_load ("steps.xml");
  g_autofree char *steps = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  tables->body = fascia_body_new (&error);
  g_assert_no_error (error);
  tables->library
      = is_real ? fascia_library_new (tables->body, &error)
                : fascia_library_new_from_data (tables->body, steps, suggest_routines, &error);
  g_assert_no_error (error);
  tables->conditions = fascia_conditions_new (tables->body, &error);
  g_assert_no_error (error);
  tables->referral = fascia_referral_table_new (tables->body, &error);
  g_assert_no_error (error);
  tables->programmes
      = is_real ? fascia_programmes_new (tables->library, &error)
                : fascia_programmes_new_from_data (tables->library, suggest_programmes, &error);
  g_assert_no_error (error);
}

static inline void
suggest_tables_clear (SuggestTables *tables)
{
  fascia_programmes_unref (tables->programmes);
  fascia_referral_table_unref (tables->referral);
  fascia_conditions_unref (tables->conditions);
  fascia_library_unref (tables->library);
  fascia_body_unref (tables->body);
}

/**
 * SuggestDay: what is given, as text
 * @open: "shoulder-top-left=6 neck-back-left:pain=4 jaw-left": the check-in of now; NULL: none
 * @recent: "shoulder-top-left=6@3": a level and how many days ago
 * @answers: "implant@hip-front-left pregnancy"; "": none of these; NULL: never answered
 * @past: "calf-hands@1:6>4/r34+calf-upper-left!nerve": routine, days ago, before and after, a step done,
 * why it was stopped
 * @declined: "calf-hands@3"; @favourites: ids
 * @plan: the routine of today; "rest": none today, but on other days
 */
typedef struct
{
  const char *open;
  const char *recent;
  const char *answers;
  const char *past;
  const char *declined;
  const char *favourites;
  const char *plan;
  gboolean nothing_today;
  gboolean is_gentle;
  FasciaPosture postures;
  const char *tools; /* NULL: default ones alone */
  int max_seconds;
} SuggestDay;

/* Owns what an input borrows. */
typedef struct
{
  FasciaSuggestInput input;
  char **tools;
} SuggestInput;

/* "PLACE[:pain][=LEVEL]" */
static inline void
suggest_parse_mark (const char *text, char **region, FasciaScale *scale, int *level)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  const char *colon = strchr (sides[0], ':');

  *level = sides[1] != NULL ? atoi (sides[1]) : FASCIA_LEVEL_NOT_GIVEN;
  *scale = colon != NULL ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS;
  *region = colon != NULL ? g_strndup (sides[0], (gsize) (colon - sides[0])) : g_strdup (sides[0]);
}

static inline FasciaEntry *
suggest_make_open (const SuggestDay *day)
{
  const FasciaMoment moment = { .utc_ms = TODAY * G_GINT64_CONSTANT (86400000), .day = TODAY };
  const FasciaUid uid = { { 1 } };
  g_auto (GStrv) marks = g_strsplit (day->open != NULL ? day->open : "", " ", -1);

  if (day->open == NULL && !day->nothing_today)
    return NULL;
  FasciaEntry *entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
  for (guint i = 0; marks[i] != NULL; i++)
    {
      g_autoptr (FasciaEntry) old = entry;
      g_autofree char *region = NULL;
      FasciaMark mark = { 0 };

      suggest_parse_mark (marks[i], &region, &mark.scale, &mark.level);
      mark.region = region;
      entry = fascia_entry_with_mark (old, &mark);
    }
  if (day->nothing_today)
    {
      g_autoptr (FasciaEntry) old = entry;

      entry = fascia_entry_with_nothing_today (old, TRUE);
    }
  return entry;
}

static inline GArray *
suggest_make_recent (const SuggestDay *day)
{
  GArray *recent = g_array_new (FALSE, FALSE, sizeof (FasciaRecentMark));
  g_auto (GStrv) marks = g_strsplit (day->recent != NULL ? day->recent : "", " ", -1);

  for (guint i = 0; marks[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (marks[i], "@", 2);
      g_autofree char *region = NULL;
      FasciaRecentMark mark = { .day = TODAY - atoi (parts[1]) };

      suggest_parse_mark (parts[0], &region, &mark.scale, &mark.level);
      mark.region = g_intern_string (region);
      mark.utc_ms = mark.day * G_GINT64_CONSTANT (86400000);
      mark.since_day = mark.level == 0 ? G_MAXINT32 : mark.day;
      g_array_append_val (recent, mark);
    }
  return recent;
}

static inline FasciaSafety *
suggest_make_safety (const SuggestTables *tables, const SuggestDay *day)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  g_auto (GStrv) words = g_strsplit (day->answers != NULL ? day->answers : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "@", 2);
      const FasciaConditionAnswer answer = {
        .code = g_intern_string (g_strdelimit (parts[0], "?", '\0')),
        .region = g_intern_string (parts[1]),
        .side = FASCIA_SIDE_MIDLINE,
        .since_day = FASCIA_DAY_UNKNOWN,
        .is_unsure = strchr (words[i], '?') != NULL,
      };

      g_array_append_val (answers, answer);
    }
  return fascia_safety_new (tables->conditions, tables->body,
                            (const FasciaConditionAnswer *) (gconstpointer) answers->data,
                            answers->len, day->answers != NULL ? TODAY - 1 : FASCIA_DAY_UNKNOWN,
                            TODAY);
}

static inline int
suggest_compare_sessions (gconstpointer a, gconstpointer b)
{
  const gint32 x = ((const FasciaPastSession *) a)->day;
  const gint32 y = ((const FasciaPastSession *) b)->day;

  return (x > y) - (x < y);
}

static inline FasciaPast *
suggest_make_past (const SuggestDay *day)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, TRUE, sizeof (FasciaPastSession));
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (FasciaPastStep));
  g_auto (GStrv) words = g_strsplit (day->past != NULL ? day->past : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (words[i], "/", 2);
      g_auto (GStrv) parts = g_strsplit_set (halves[0], "@:>", -1);
      FasciaPastSession session = {
        .routine = g_intern_string (parts[0]),
        .day = TODAY - atoi (parts[1]),
        .seconds = 300,
        .is_finished = TRUE,
        .before = parts[2] != NULL ? atoi (parts[2]) : FASCIA_LEVEL_NOT_GIVEN,
        .after = parts[2] != NULL ? atoi (parts[3]) : FASCIA_LEVEL_NOT_GIVEN,
        .first_step = steps->len,
      };

      session.utc_ms = session.day * G_GINT64_CONSTANT (86400000);
      if (halves[1] != NULL)
        {
          g_auto (GStrv) done = g_strsplit_set (halves[1], "+!", 3);
          const FasciaPastStep step = {
            .utc_ms = session.utc_ms,
            .day = session.day,
            .routine = session.routine,
            .step = g_intern_string (done[0]),
            .region = g_intern_string (done[1]),
            .done_s = 60,
            .is_done = TRUE,
            .reason = g_intern_string (done[1] != NULL ? done[2] : NULL),
          };

          g_array_append_val (steps, step);
          session.n_steps = 1;
        }
      g_array_append_val (sessions, session);
    }
  return fascia_past_new ((const FasciaPastSession *) (gconstpointer) sessions->data, sessions->len,
                          (const FasciaPastStep *) (gconstpointer) steps->data, steps->len);
}

static inline void
suggest_set (FasciaSettings **settings, const char *key, char *const *values)
{
  g_autoptr (FasciaSettings) old = *settings;

  *settings
      = fascia_settings_with (old, key, g_variant_new_strv ((const char *const *) values, -1));
}

static inline FasciaSettings *
suggest_make_settings (const SuggestDay *day)
{
  FasciaSettings *settings = fascia_settings_new ();

  if (day->declined != NULL)
    {
      g_auto (GStrv) words = g_strsplit (day->declined, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (words[i], "@", 2);

          g_free (words[i]);
          /* What makes no sense stays as it is. */
          words[i] = parts[1] != NULL ? g_strdup_printf ("%s:%d", parts[0], TODAY - atoi (parts[1]))
                                      : g_strdup (parts[0]);
        }
      suggest_set (&settings, FASCIA_SETTING_DECLINED, words);
    }
  if (day->favourites != NULL)
    {
      g_auto (GStrv) words = g_strsplit (day->favourites, " ", -1);

      suggest_set (&settings, FASCIA_SETTING_FAVOURITES, words);
    }
  if (day->plan != NULL)
    {
      const gboolean is_rest = g_str_equal (day->plan, "rest");
      /* TODAY is a Wednesday. */
      g_autofree char *line
          = is_rest ? g_strdup ("4:calf-hands") : g_strconcat ("3:", day->plan, NULL);
      char *const days[] = { line, NULL };

      suggest_set (&settings, FASCIA_SETTING_PLAN_DAYS, days);
    }
  return settings;
}

static inline void
suggest_input_init (SuggestInput *self, const SuggestTables *tables, const SuggestDay *day)
{
  FasciaSettings *settings = suggest_make_settings (day);

  self->tools = g_strsplit (day->tools != NULL ? day->tools : "", " ", -1);
  self->input = (FasciaSuggestInput) {
    .library = tables->library,
    .referral = tables->referral,
    .safety = suggest_make_safety (tables, day),
    .past = suggest_make_past (day),
    .plan = fascia_plan_new (tables->programmes, settings),
    .settings = settings,
    .open = suggest_make_open (day),
    .recent = suggest_make_recent (day),
    .day = TODAY,
    .postures = day->postures,
    .tools = (const char *const *) self->tools,
    .max_seconds = day->max_seconds,
    .gentle = day->is_gentle,
  };
}

static inline void
suggest_input_clear (SuggestInput *self)
{
  fascia_safety_unref (self->input.safety);
  fascia_past_unref (self->input.past);
  fascia_plan_unref (self->input.plan);
  fascia_settings_unref ((FasciaSettings *) self->input.settings);
  g_clear_pointer (&self->input.open, fascia_entry_unref);
  g_array_unref ((GArray *) self->input.recent);
  g_strfreev (self->tools);
}
