/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Homework as it is jotted down, "heel drops 3 × 10", made into a step of an own routine. */

#include "config.h"

#include "fascia-homework.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-routine-private.h"

/* ---- reading ---- */

/* Whether @word is one of @words, which stand with blanks between. */
static gboolean
is_one_of (const char *word, const char *words, const char *words_c)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_auto (GStrv) list_c = g_strsplit (words_c, " ", -1);

  return g_strv_contains ((const char *const *) list, word)
         || g_strv_contains ((const char *const *) list_c, word);
}

typedef enum
{
  WORD_OTHER = 0,
  WORD_NUMBER,
  WORD_TIMES, /* × */
  WORD_SETS,
  WORD_SECONDS,
  WORD_MINUTES,
  WORD_REPS,
  WORD_LEFT,
  WORD_RIGHT,
  WORD_EACH,
} WordKind;

static WordKind
get_kind (const char *word)
{
  static const char sets[] = N_ ("set sets round rounds");
  static const char seconds[] = N_ ("s sec secs second seconds");
  static const char minutes[] = N_ ("min mins minute minutes");
  static const char reps[] = N_ ("rep reps repetition repetitions times");
  static const char left[] = N_ ("left");
  static const char right[] = N_ ("right");
  static const char each[] = N_ ("each both per side sides of for hold");

  if (g_ascii_isdigit (*word))
    return WORD_NUMBER;
  if (is_one_of (word, "x × * ✕ ✖", ""))
    return WORD_TIMES;
  /* Translators: each of these is a list of words with blanks between, in small letters, by which a
   * dose is understood that somebody has typed: “3 sets of 10 reps”, “30 s each side”, “left”. */
  if (is_one_of (word, _ (sets), sets))
    return WORD_SETS;
  if (is_one_of (word, _ (seconds), seconds))
    return WORD_SECONDS;
  if (is_one_of (word, _ (minutes), minutes))
    return WORD_MINUTES;
  if (is_one_of (word, _ (reps), reps))
    return WORD_REPS;
  if (is_one_of (word, _ (left), left))
    return WORD_LEFT;
  if (is_one_of (word, _ (right), right))
    return WORD_RIGHT;
  if (is_one_of (word, _ (each), each))
    return WORD_EACH;
  return WORD_OTHER;
}

static gboolean
is_times_sign (gunichar c)
{
  return c == 0xD7 || c == '*' || c == 0x2715 || c == 0x2716;
}

/* "3x10s" is "3", "x", "10", "s"; "T4" and "4-way" stay whole. (transfer full) */
static GPtrArray *
split (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_digit = c < 128 && g_ascii_isdigit ((char) c);
      const gboolean is_end = c == 0 || g_unichar_isspace (c) || c == ',' || c == ';' || c == ':'
                              || c == '(' || c == ')';
      const gboolean is_after_number = word->len > 0 && g_ascii_isdigit (word->str[0]) && !is_digit
                                       && (g_unichar_isalpha (c) || is_times_sign (c));
      const gboolean is_after_times
          = is_digit && words->len > 0
            && (g_str_equal (word->str, "x") || g_str_equal (word->str, "X")
                || is_times_sign (g_utf8_get_char (word->str)));

      if ((is_end || is_after_number || is_after_times) && word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (c == 0)
        break;
      if (!is_end)
        g_string_append_unichar (word, c);
    }
  return g_steal_pointer (&words);
}

static int
read_number (const char *word)
{
  return (int) MIN (g_ascii_strtoull (word, NULL, 10), (guint64) FASCIA_ROUTINE_MAX_SECONDS);
}

/* A dose begins where a number is followed by what counts it, or by nothing. */
static gboolean
take_dose (FasciaHomework *homework, const WordKind *kinds, GPtrArray *words, guint i, guint *end)
{
  const guint n = words->len;
  const int number = read_number (g_ptr_array_index (words, i));
  const WordKind next = i + 1 < n ? kinds[i + 1] : WORD_EACH;

  *end = i + 1;
  if (next == WORD_TIMES && i + 2 < n && kinds[i + 2] == WORD_NUMBER)
    {
      homework->sets = number;
      *end = i + 2;
      return TRUE;
    }
  if (next == WORD_SETS || (next == WORD_TIMES && i + 2 == n))
    {
      homework->sets = number;
      *end = i + 2;
      return TRUE;
    }
  if (next == WORD_OTHER)
    return FALSE;
  homework->amount = number;
  homework->unit = FASCIA_HOMEWORK_PLAIN;
  if (next == WORD_SECONDS || next == WORD_MINUTES || next == WORD_REPS)
    *end = i + 2;
  if (next == WORD_SECONDS || next == WORD_MINUTES)
    homework->unit = FASCIA_HOMEWORK_SECONDS;
  if (next == WORD_MINUTES)
    homework->amount = MIN (number, FASCIA_ROUTINE_MAX_SECONDS / 60) * 60;
  if (next == WORD_REPS)
    homework->unit = FASCIA_HOMEWORK_REPS;
  return TRUE;
}

gboolean
fascia_homework_parse (const char *text, FasciaHomework *homework)
{
  g_return_val_if_fail (text != NULL && homework != NULL, FALSE);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GPtrArray) words = split (valid);
  g_autofree WordKind *kinds = g_new0 (WordKind, words->len + 1);
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean has_left = FALSE;
  gboolean has_right = FALSE;
  gboolean has_dose = FALSE;

  memset (homework, 0, sizeof *homework);
  homework->side = FASCIA_SIDE_MIDLINE;
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *small = g_utf8_strdown (g_ptr_array_index (words, i), -1);

      kinds[i] = get_kind (small);
    }
  for (guint i = 0; i < words->len;)
    {
      guint end = i + 1;

      if (kinds[i] == WORD_NUMBER && take_dose (homework, kinds, words, i, &end))
        {
          has_dose = TRUE;
          i = end;
          continue;
        }
      if (kinds[i] == WORD_LEFT || kinds[i] == WORD_RIGHT)
        {
          has_left |= kinds[i] == WORD_LEFT;
          has_right |= kinds[i] == WORD_RIGHT;
        }
      /* "for 30 s each side": small words belong to the dose, but "hold the wall" to the title. */
      else if (!has_dose || (kinds[i] != WORD_EACH && kinds[i] != WORD_TIMES))
        g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "",
                                (const char *) g_ptr_array_index (words, i));
      i = end;
    }
  if (has_left != has_right)
    homework->side = has_left ? FASCIA_SIDE_LEFT : FASCIA_SIDE_RIGHT;
  homework->sets = MIN (homework->sets, FASCIA_ROUTINE_MAX_SETS);
  if (homework->unit == FASCIA_HOMEWORK_REPS)
    homework->amount = MIN (homework->amount, FASCIA_ROUTINE_MAX_REPS);

  g_autoptr (FasciaRoutine) clean = fascia_routine_new_own ("own-", title->str, NULL);
  const char *line = fascia_routine_get_title_c (clean);
  if (*line == '\0')
    return FALSE;
  g_autofree char *first = g_utf8_substring (line, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  homework->title = g_strconcat (capital, g_utf8_next_char (line), NULL);
  return TRUE;
}

void
fascia_homework_clear (FasciaHomework *homework)
{
  g_return_if_fail (homework != NULL);

  g_clear_pointer (&homework->title, g_free);
}

/* ---- what it is like ---- */

gboolean
fascia_homework_fits (const FasciaHomework *homework, const FasciaStep *step)
{
  g_return_val_if_fail (homework != NULL && step != NULL, FALSE);

  const gboolean has_reps = step->dose.reps_max > 0;

  return homework->unit == FASCIA_HOMEWORK_NONE || homework->unit == FASCIA_HOMEWORK_PLAIN
         || has_reps == (homework->unit == FASCIA_HOMEWORK_REPS);
}

/* How many of @words begin a word of @text. */
static guint
count_shared (char **words, const char *text)
{
  g_auto (GStrv) others = g_str_tokenize_and_fold (text, NULL, NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_shared = FALSE;

      /* Without its plural; "of", "the" and the like say nothing. */
      gsize length = strlen (words[i]);
      if (g_utf8_strlen (words[i], -1) < 4)
        continue;
      if (length > 4 && words[i][length - 1] == 's')
        length--;
      for (guint j = 0; others[j] != NULL && !is_shared; j++)
        is_shared = strncmp (others[j], words[i], length) == 0;
      n += is_shared ? 1 : 0;
    }
  return n;
}

typedef struct
{
  const FasciaStep *step;
  guint score;
  guint index;
} Like;

static int
compare_like (gconstpointer a, gconstpointer b)
{
  const Like *one = a;
  const Like *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

GPtrArray *
fascia_homework_find_like (const FasciaLibrary *library,
                           const FasciaHomework *homework,
                           guint *n_like)
{
  g_return_val_if_fail (library != NULL && homework != NULL, NULL);

  g_auto (GStrv) words = g_str_tokenize_and_fold (homework->title, NULL, NULL);
  g_autoptr (GArray) likes = g_array_new (FALSE, FALSE, sizeof (Like));
  GPtrArray *found = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);

      if (!fascia_homework_fits (homework, step))
        continue;
      g_autofree char *places = g_strjoinv (" ", (char **) step->regions);
      const Like like = {
        .step = step,
        .score = 6 * count_shared (words, fascia_step_get_title (step))
                 + 4 * count_shared (words, fascia_step_kind_get_name (step->traits.kind))
                 + 2 * count_shared (words, places)
                 + count_shared (words, fascia_step_get_movement (step))
                 + count_shared (words, fascia_step_get_setup (step)),
        .index = i,
      };

      n += like.score > 0 ? 1 : 0;
      g_array_append_val (likes, like);
    }
  g_array_sort (likes, compare_like);
  for (guint i = 0; i < likes->len; i++)
    g_ptr_array_add (found, (gpointer) g_array_index (likes, Like, i).step);
  if (n_like != NULL)
    *n_like = n;
  return found;
}

/* ---- into a routine ---- */

/* An id that no step of the routine has. (transfer full) */
static char *
dup_free_id (const FasciaRoutine *routine)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%u", i);

      if (fascia_routine_find_own_step (routine, id) == NULL)
        return g_steal_pointer (&id);
    }
}

FasciaRoutine *
fascia_homework_add (const FasciaRoutine *routine,
                     const FasciaHomework *homework,
                     const char *text,
                     const FasciaStep *like)
{
  g_return_val_if_fail (routine != NULL && homework != NULL, NULL);
  g_return_val_if_fail (text != NULL && like != NULL, NULL);

  if (routine->steps->len >= FASCIA_ROUTINE_MAX_STEPS
      || routine->items->len >= FASCIA_ROUTINE_MAX_ITEMS)
    return NULL;

  g_autofree char *id = dup_free_id (routine);
  /* Its words go the way that all words of a routine go. */
  g_autoptr (FasciaRoutine) clean = fascia_routine_new_own ("own-", homework->title, text);
  FasciaStep *step = fascia_step_new_like (like);
  const gboolean has_reps = like->dose.reps_max > 0;
  FasciaRoutine *copy = fascia_routine_with_id (routine, routine->id);

  step->id = g_intern_string (id);
  step->texts[FASCIA_STEP_TEXT_TITLE] = g_strdup (clean->title);
  step->texts[FASCIA_STEP_TEXT_MOVEMENT] = g_strdup (clean->summary);
  fascia_step_copy_setups (step, like);
  step->texts[FASCIA_STEP_TEXT_AVOID] = g_strdup (fascia_step_get_avoid (like));
  step->texts[FASCIA_STEP_TEXT_CUE] = g_utf8_strlen (clean->title, -1) <= FASCIA_ROUTINE_MAX_CUE
                                          ? g_strdup (clean->title)
                                          : g_strdup (fascia_step_get_cue (like));
  g_ptr_array_add (copy->steps, step);

  const FasciaRoutineItem item = {
    .step = id,
    .side = like->dose.sides == 2 ? homework->side : FASCIA_SIDE_MIDLINE,
    .sets = homework->sets,
    .seconds = has_reps ? 0 : homework->amount,
    .reps = has_reps ? MIN (homework->amount, FASCIA_ROUTINE_MAX_REPS) : 0,
  };
  fascia_routine_add_item (copy, &item);
  return copy;
}

FasciaRoutine *
fascia_routine_without_idle_steps (const FasciaRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  FasciaRoutine *copy = fascia_routine_with_id (routine, routine->id);

  for (guint i = copy->steps->len; i-- > 0;)
    {
      const FasciaStep *step = g_ptr_array_index (copy->steps, i);
      gboolean is_used = FALSE;

      for (guint k = 0; k < copy->items->len; k++)
        is_used |= g_array_index (copy->items, FasciaRoutineItem, k).step == step->id;
      if (!is_used)
        g_ptr_array_remove_index (copy->steps, i);
    }
  return copy;
}
