/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Homework as it is jotted down: what is read of it, what it is like, the step it becomes. */

#include "config.h"

#include "core/routines/fascia-homework.h"
#include "core/routines/fascia-routine-file.h"
#include "fascia-core-resources.h"

typedef struct
{
  const char *text;
  const char *title;
  int sets;
  int amount;
  FasciaHomeworkUnit unit;
  FasciaSide side;
} Line;

static const Line lines[] = {
  { "heel drops 3 × 10", "Heel drops", 3, 10, FASCIA_HOMEWORK_PLAIN, FASCIA_SIDE_MIDLINE },
  { "Heel drops 3x10", "Heel drops", 3, 10, FASCIA_HOMEWORK_PLAIN, FASCIA_SIDE_MIDLINE },
  { "heel drops, 3 sets of 10 reps", "Heel drops", 3, 10, FASCIA_HOMEWORK_REPS,
    FASCIA_SIDE_MIDLINE },
  { "calf stretch left 30 s", "Calf stretch", 0, 30, FASCIA_HOMEWORK_SECONDS, FASCIA_SIDE_LEFT },
  { "calf stretch 2 x 30s each side", "Calf stretch", 2, 30, FASCIA_HOMEWORK_SECONDS,
    FASCIA_SIDE_MIDLINE },
  { "plank 1 min", "Plank", 0, 60, FASCIA_HOMEWORK_SECONDS, FASCIA_SIDE_MIDLINE },
  { "squats 12 times", "Squats", 0, 12, FASCIA_HOMEWORK_REPS, FASCIA_SIDE_MIDLINE },
  { "hold the wall", "Hold the wall", 0, 0, FASCIA_HOMEWORK_NONE, FASCIA_SIDE_MIDLINE },
  { "stretch over T4", "Stretch over T4", 0, 0, FASCIA_HOMEWORK_NONE, FASCIA_SIDE_MIDLINE },
  { "99999999999999999999 times up", "Up", 0, FASCIA_ROUTINE_MAX_REPS, FASCIA_HOMEWORK_REPS,
    FASCIA_SIDE_MIDLINE },
  { "9999 x 5 rows", NULL, 0, 0, FASCIA_HOMEWORK_NONE, FASCIA_SIDE_MIDLINE },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const Line *line = &lines[i];
      g_auto (FasciaHomework) homework = { 0 };
      const gboolean is_read = fascia_homework_parse (line->text, &homework);

      if (line->title == NULL)
        {
          g_assert_cmpint (homework.sets, <=, FASCIA_ROUTINE_MAX_SETS);
          continue;
        }
      g_test_message ("%s: “%s” %d %d %d", line->text, homework.title, homework.sets,
                      homework.amount, homework.unit);
      if (!is_read || g_strcmp0 (homework.title, line->title) != 0 || homework.sets != line->sets
          || homework.amount != line->amount || homework.unit != line->unit
          || homework.side != line->side)
        g_test_fail ();
    }
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "   ", "3 × 10", "30 s", "\xFF\xFE", "left" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (FasciaHomework) homework = { 0 };
      const gboolean is_read = fascia_homework_parse (texts[i], &homework);

      g_test_message ("“%s”: %s", texts[i], homework.title);
      g_assert_true (is_read == (homework.title != NULL));
      if (i != 4)
        g_assert_false (is_read);
    }
}

static FasciaLibrary *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);

  g_assert_no_error (error);
  FasciaLibrary *library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  return library;
}

static void
test_like (void)
{
  g_autoptr (FasciaLibrary) library = load ();
  g_auto (FasciaHomework) homework = { 0 };
  guint n_like = 0;

  g_assert_true (fascia_homework_parse ("calf stretch 30 s", &homework));
  g_autoptr (GPtrArray) found = fascia_homework_find_like (library, &homework, &n_like);
  g_assert_cmpuint (n_like, >, 0);
  g_assert_cmpuint (n_like, <=, found->len);
  /* Those that go by repetitions are not offered for seconds. */
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (fascia_step_get_dose (g_ptr_array_index (found, i))->reps_max, ==, 0);
  g_assert_true (fascia_step_get_traits (g_ptr_array_index (found, 0))->kind
                 == FASCIA_STEP_STRETCH);
}

static void
test_add (void)
{
  g_autoptr (FasciaLibrary) library = load ();
  g_autoptr (FasciaRoutine) begun = fascia_routine_new_own ("own-a", "Mine", NULL);
  const FasciaStep *like = fascia_library_lookup_step (library, "x08");
  g_auto (FasciaHomework) homework = { 0 };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (fascia_homework_parse ("heel drops 3 × 10", &homework));
  g_autoptr (FasciaRoutine) one = fascia_homework_add (begun, &homework, "heel drops 3 × 10", like);
  g_autoptr (FasciaRoutine) two = fascia_homework_add (one, &homework, "heel drops again", like);
  const FasciaRoutineItem *items = fascia_routine_get_items (two, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (items[0].step, !=, items[1].step);
  const FasciaStep *step = fascia_routine_find_own_step (two, items[0].step);
  g_assert_cmpstr (fascia_step_get_like (step), ==, "x08");
  /* It is judged as that one is. */
  g_assert_cmpmem (fascia_step_get_traits (step)->grades, FASCIA_N_GRADES,
                   fascia_step_get_traits (like)->grades, FASCIA_N_GRADES);

  /* It goes into a file and comes out the same. */
  g_autofree char *text = fascia_routine_file_write (two);
  g_autoptr (FasciaRoutine) read = fascia_routine_file_parse (library, text, -1, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaRoutine) same = fascia_routine_with_id (read, "own-a");
  g_assert_true (fascia_routine_equal (same, two));

  /* Steps that are used no more go. */
  g_autoptr (FasciaRoutine) fewer = fascia_routine_with_items (two, &items[1], 1);
  g_autoptr (FasciaRoutine) tidy = fascia_routine_without_idle_steps (fewer);
  g_assert_null (fascia_routine_find_own_step (tidy, items[0].step));
  g_assert_nonnull (fascia_routine_find_own_step (tidy, items[1].step));
}

/* Not one more than a file may bring. */
static void
test_full (void)
{
  g_autoptr (FasciaLibrary) library = load ();
  g_autoptr (FasciaRoutine) routine = fascia_routine_new_own ("own-a", "Mine", NULL);
  const FasciaStep *like = fascia_library_lookup_step (library, "x08");
  g_auto (FasciaHomework) homework = { 0 };

  g_assert_true (fascia_homework_parse ("heel drops", &homework));
  for (guint i = 0; i < FASCIA_ROUTINE_MAX_STEPS; i++)
    {
      FasciaRoutine *more = fascia_homework_add (routine, &homework, "heel drops", like);

      g_assert_nonnull (more);
      fascia_routine_unref (routine);
      routine = more;
    }
  g_assert_null (fascia_homework_add (routine, &homework, "heel drops", like));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/homework/parse", test_parse);
  g_test_add_func ("/homework/nothing", test_nothing);
  g_test_add_func ("/homework/like", test_like);
  g_test_add_func ("/homework/add", test_add);
  g_test_add_func ("/homework/full", test_full);

  return g_test_run ();
}
