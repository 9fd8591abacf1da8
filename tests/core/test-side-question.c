/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Did you mean the left one?": when it is asked, and when it is not.
 */

#include "config.h"

#include "core/insights/fascia-side-question.h"
#include "fascia-core-resources.h"

#define TODAY 20000

typedef struct
{
  FasciaBody *body;
  GArray *recent;
  FasciaEntry *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const guint8 random[10] = { 1 };
  FasciaUid uid;
  FasciaMoment moment = { .day = TODAY };

  fixture->body = fascia_body_new (&error);
  g_assert_no_error (error);
  fixture->recent = g_array_new (FALSE, TRUE, sizeof (FasciaRecentMark));
  fascia_uid_init (&uid, 1, random);
  fixture->entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fascia_entry_unref (fixture->entry);
  g_array_unref (fixture->recent);
  fascia_body_unref (fixture->body);
}

static void
remember (Fixture *fixture, const char *region, FasciaScale scale, int level, gint32 since_day)
{
  FasciaRecentMark mark = {
    .region = g_intern_string (region),
    .scale = scale,
    .level = level,
    .day = TODAY - 1,
    .since_day = since_day,
  };

  g_array_append_val (fixture->recent, mark);
}

static void
mark (Fixture *fixture, const char *region, int level)
{
  const FasciaMark new_mark = { .region = region, .scale = FASCIA_SCALE_PAIN, .level = level };
  FasciaEntry *entry = fascia_entry_with_mark (fixture->entry, &new_mark);

  fascia_entry_unref (fixture->entry);
  fixture->entry = entry;
}

static gboolean
is_due (Fixture *fixture, const char *region)
{
  return fascia_side_question_is_due (fixture->body, fascia_body_lookup (fixture->body, region),
                                      fixture->recent, fixture->entry, TODAY);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  remember (fixture, "heel-left", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 7);
  g_assert_true (is_due (fixture, "heel-right"));
  /* The new mark may be in the check-in already, and others with it. */
  mark (fixture, "heel-right", 5);
  mark (fixture, "foot-sole-left", 5);
  g_assert_true (is_due (fixture, "heel-right"));
  g_assert_false (is_due (fixture, "heel-left"));
  g_assert_false (is_due (fixture, "foot-sole-right"));

  /* Without a check-in, and without anything recent. */
  g_assert_true (fascia_side_question_is_due (fixture->body,
                                              fascia_body_lookup (fixture->body, "heel-right"),
                                              fixture->recent, NULL, TODAY));
  g_assert_false (fascia_side_question_is_due (
      fixture->body, fascia_body_lookup (fixture->body, "heel-right"), NULL, NULL, TODAY));

  /* The same person a day before. */
  g_assert_false (fascia_side_question_is_due (fixture->body,
                                               fascia_body_lookup (fixture->body, "heel-right"),
                                               fixture->recent, NULL, TODAY - 1));
}

static void
test_not_kept (Fixture *fixture, gconstpointer data)
{
  remember (fixture, "heel-left", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 6);
  remember (fixture, "knee-front-left", FASCIA_SCALE_TIGHTNESS, 0, TODAY - 12);
  remember (fixture, "groin-left", FASCIA_SCALE_TIGHTNESS, 0, G_MAXINT32);
  remember (fixture, "jaw-left", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, TODAY - 12);
  g_assert_false (is_due (fixture, "heel-right"));
  g_assert_false (is_due (fixture, "knee-front-right"));
  g_assert_false (is_due (fixture, "groin-right"));
  /* Without a level is marked all the same. */
  g_assert_true (is_due (fixture, "jaw-right"));

  /* The other quantity still is. */
  remember (fixture, "knee-front-left", FASCIA_SCALE_PAIN, 2, TODAY - 12);
  g_assert_true (is_due (fixture, "knee-front-right"));
}

static void
test_both_sides_known (Fixture *fixture, gconstpointer data)
{
  /* Whoever has marked this side lately, even as none, means it. */
  remember (fixture, "heel-left", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 12);
  remember (fixture, "heel-right", FASCIA_SCALE_PAIN, 0, G_MAXINT32);
  g_assert_false (is_due (fixture, "heel-right"));

  /* Whoever marks both in one check-in means both. */
  remember (fixture, "jaw-left", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 12);
  g_assert_true (is_due (fixture, "jaw-right"));
  mark (fixture, "jaw-left", 3);
  g_assert_false (is_due (fixture, "jaw-right"));
}

static void
test_midline (Fixture *fixture, gconstpointer data)
{
  remember (fixture, "sacrum", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 12);
  remember (fixture, "from-another-version", FASCIA_SCALE_TIGHTNESS, 4, TODAY - 12);
  mark (fixture, "from-another-version", 3);
  g_assert_false (is_due (fixture, "sacrum"));
  g_assert_false (is_due (fixture, "breastbone"));
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/side-question/due", test_due);
  ADD ("/side-question/not-kept", test_not_kept);
  ADD ("/side-question/both-sides-known", test_both_sides_known);
  ADD ("/side-question/midline", test_midline);
#undef ADD
  return g_test_run ();
}
