/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real tables, and sessions of the past written as text, for tests of what is practised. */

#pragma once

#include <string.h>

#include "core/routines/fascia-plan.h"
#include "core/routines/fascia-practice.h"
#include "fascia-core-resources.h"

G_BEGIN_DECLS

/* A Wednesday. */
#define TODAY 20516

typedef struct
{
  FasciaBody *body;
  FasciaConditions *conditions;
  FasciaLibrary *library;
  FasciaProgrammes *programmes;
  FasciaSafety *safety; /* all answered, none of them */
} PracticeFixture;

static inline FasciaSafety *
practice_new_safety (const PracticeFixture *f,
                     const FasciaConditionAnswer *answers,
                     guint n_answers)
{
  return fascia_safety_new (f->conditions, f->body, answers, n_answers, TODAY - 10, TODAY);
}

static inline void
practice_set_up (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->body = fascia_body_new (&error);
  g_assert_no_error (error);
  f->conditions = fascia_conditions_new (f->body, &error);
  g_assert_no_error (error);
  f->library = fascia_library_new (f->body, &error);
  g_assert_no_error (error);
  f->programmes = fascia_programmes_new (f->library, &error);
  g_assert_no_error (error);
  f->safety = practice_new_safety (f, NULL, 0);
}

static inline void
practice_tear_down (PracticeFixture *f, gconstpointer data)
{
  fascia_safety_unref (f->safety);
  fascia_programmes_unref (f->programmes);
  fascia_library_unref (f->library);
  fascia_conditions_unref (f->conditions);
  fascia_body_unref (f->body);
}

#define practice_test_add(name, function)                                                          \
  g_test_add (name, PracticeFixture, NULL, practice_set_up, function, practice_tear_down)

static inline const FasciaRegion *
practice_region (const PracticeFixture *f, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (f->body, id);

  g_assert_nonnull (region);
  return region;
}

/**
 * practice_new_past: one session a word, oldest first
 *
 * "1/r34@calf-upper-left=60+m03": yesterday, two steps, the first at a place, for sixty seconds.
 * "1!2/…": asked on the day after, and answered with 2. "1:neck-evening/…": of that routine.
 * "1/r34@heel-left=10#nerve": cut short for that; "#eased": eased off.
 * "1~/…": not finished. Days may be below 0: to come.
 */
static inline FasciaPast *
practice_new_past (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (FasciaPastSession));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (FasciaPastStep));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (FasciaPastAnswer));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) halves = g_strsplit (words[i], "/", 2);
      g_auto (GStrv) parts = g_strsplit (halves[1] != NULL ? halves[1] : "", "+", -1);
      char *rest = NULL;
      FasciaPastSession session = {
        .day = TODAY - (gint32) g_ascii_strtoll (halves[0], &rest, 10),
        .seconds = 300,
        .is_finished = TRUE,
        .before = FASCIA_LEVEL_NOT_GIVEN,
        .after = FASCIA_LEVEL_NOT_GIVEN,
        .first_step = steps->len,
      };

      session.utc_ms = session.day * G_GINT64_CONSTANT (86400000) + i;
      while (*rest != '\0')
        {
          if (*rest == '!')
            {
              const FasciaPastAnswer answer
                  = { .day = session.day + 1,
                      .value = (int) g_ascii_strtoll (rest + 1, &rest, 10) };

              g_array_append_val (answers, answer);
            }
          else if (*rest == '~')
            {
              session.is_finished = FALSE;
              rest++;
            }
          else
            {
              g_assert_cmpint (*rest, ==, ':');
              session.routine = g_intern_string (rest + 1);
              break;
            }
        }
      for (guint j = 0; parts[j] != NULL && *parts[j] != '\0'; j++)
        {
          char *why = strchr (parts[j], '#');
          char *seconds = strchr (parts[j], '=');
          char *place = strchr (parts[j], '@');
          FasciaPastStep step = {
            .utc_ms = session.utc_ms,
            .day = session.day,
            .routine = session.routine,
            .done_s = 60,
            .is_done = TRUE,
          };

          if (why != NULL)
            {
              *why = '\0';
              step.eased_off = g_str_has_prefix (why + 1, "eased");
              step.reason = !step.eased_off ? g_intern_string (why + 1) : NULL;
            }
          if (seconds != NULL)
            {
              *seconds = '\0';
              step.done_s = (int) g_ascii_strtoll (seconds + 1, NULL, 10);
              step.is_done = step.done_s > 0;
            }
          if (place != NULL)
            {
              *place = '\0';
              step.region = g_intern_string (place + 1);
            }
          step.step = g_intern_string (parts[j]);
          g_array_append_val (steps, step);
        }
      session.n_steps = steps->len - session.first_step;
      g_array_append_val (sessions, session);
    }
  g_autoptr (FasciaPast) past
      = fascia_past_new ((const FasciaPastSession *) (gpointer) sessions->data, sessions->len,
                         (const FasciaPastStep *) (gpointer) steps->data, steps->len);
  return fascia_past_with_answers (past, (const FasciaPastAnswer *) (gpointer) answers->data,
                                   answers->len);
}

/* (transfer container) "shoulder-top-left neck-back-right", worst first. */
static inline const FasciaRegion **
practice_dup_places (const PracticeFixture *f, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (places, (gpointer) practice_region (f, words[i]));
  g_ptr_array_add (places, NULL);
  return (const FasciaRegion **) g_ptr_array_free (places, FALSE);
}

/* (transfer full) "r20@shoulder-top-left 2×30; m08@…": one line a practice. */
static inline char *
practice_describe (const FasciaPracticeEntry *entries, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              fascia_step_get_id (entries[i].step));
      if (entries[i].side != FASCIA_SIDE_MIDLINE)
        g_string_append_printf (text, " %s", fascia_side_to_code (entries[i].side));
      g_string_append_printf (text, " %dx%d", entries[i].sets,
                              entries[i].reps > 0 ? entries[i].reps : entries[i].seconds);
    }
  return g_string_free (text, FALSE);
}

G_END_DECLS
