/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how a place feels: the list itself, and lists that make no sense. */

#include "config.h"

#include <string.h>

#include "core/journal/fascia-feelings.h"
#include "fascia-core-resources.h"

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaFeelings) list = fascia_feelings_new (&error);
  guint n_help = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (fascia_feelings_get_n (list), ==, 37);
  for (guint i = 0; i < fascia_feelings_get_n (list); i++)
    {
      const FasciaFeeling *word = fascia_feelings_get (list, i);

      g_assert_true (fascia_feelings_lookup (list, fascia_feeling_get_code (word)) == word);
      g_assert_null (strchr (fascia_feeling_get_code (word), ';'));
      g_assert_cmpstr (fascia_feeling_get_name_c (word), !=, "");
      n_help += fascia_feeling_is_help (word) ? 1 : 0;
    }
  g_assert_null (fascia_feelings_get (list, 37));
  g_assert_null (fascia_feelings_lookup (list, "happy"));
  g_assert_cmpstr (fascia_feelings_get_name (list, "happy"), ==, "happy");
  g_assert_cmpstr (fascia_feelings_get_name (list, "movement"), ==, "on movement");

  /* Only these four open the row with help, and the scale says the other two itself. */
  g_assert_cmpuint (n_help, ==, 4);
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "new-injury")));
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "numb")));
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "tingling")));
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "electric")));
  g_assert_false (fascia_feeling_is_offered (fascia_feelings_lookup (list, "tight")));
  g_assert_false (fascia_feeling_is_offered (fascia_feelings_lookup (list, "stiff")));
  g_assert_true (fascia_feeling_is_offered (fascia_feelings_lookup (list, "aching")));
}

/* Codes are keys in journals: those of every version so far are still there. */
static void
test_codes (void)
{
  static const char *const codes[] = {
    "aching",    "dull",     "heavy",    "tight",    "stiff",    "pulling",        "cramping",
    "throbbing", "pressing", "sore",     "tender",   "bruised",  "burning",        "hot",
    "cold",      "stabbing", "sharp",    "shooting", "electric", "stinging",       "tingling",
    "numb",      "itching",  "gnawing",  "tearing",  "deep",     "surface",        "spreading",
    "one-spot",  "constant", "movement", "night",    "morning",  "comes-and-goes", "rest",
  };
  g_autoptr (FasciaFeelings) list = fascia_feelings_new (NULL);

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, 35);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_nonnull (fascia_feelings_lookup (list, codes[i]));
}

static char *
join_group (const FasciaFeelings *list, const char *group)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < fascia_feelings_get_n (list); i++)
    {
      const FasciaFeeling *word = fascia_feelings_get (list, i);

      if (g_str_equal (fascia_feeling_get_group (word), group))
        g_strv_builder_add (codes, fascia_feeling_get_code (word));
    }
  g_auto (GStrv) joined = g_strv_builder_end (codes);
  return g_strjoinv (" ", joined);
}

static void
test_groups (void)
{
  g_autoptr (FasciaFeelings) list = fascia_feelings_new (NULL);
  g_autofree char *depth = join_group (list, FASCIA_FEELINGS_DEPTH);
  g_autofree char *course = join_group (list, FASCIA_FEELINGS_COURSE);
  guint n_one = 0;

  g_assert_cmpstr (depth, ==, "surface muscle deep");
  g_assert_cmpstr (course, ==, "constant comes-and-goes movement rest night morning new-injury");
  g_assert_cmpuint (fascia_feelings_get_n_groups (list), ==, 6);
  for (guint i = 0; i < fascia_feelings_get_n_groups (list); i++)
    {
      const char *code = fascia_feelings_get_group_code (list, i);
      g_autofree char *words = join_group (list, code);

      g_assert_cmpstr (words, !=, "");
      g_assert_cmpstr (fascia_feelings_get_group_name (list, code), !=, code);
      n_one += fascia_feelings_is_choose_one (list, code) ? 1 : 0;
    }
  g_assert_cmpuint (n_one, ==, 1);
  g_assert_true (fascia_feelings_is_choose_one (list, FASCIA_FEELINGS_DEPTH));
  g_assert_false (fascia_feelings_is_choose_one (list, FASCIA_FEELINGS_COURSE));
  g_assert_cmpstr (fascia_feelings_get_group_name (list, FASCIA_FEELINGS_DEPTH), ==, "How deep");
  g_assert_cmpstr (fascia_feelings_get_group_name (list, "mood"), ==, "mood");
  g_assert_false (fascia_feelings_is_choose_one (list, "mood"));
  g_assert_null (fascia_feelings_get_group_code (list, 6));
}

static void
assert_six (const char *used, const char *present, const char *expected)
{
  g_autoptr (FasciaFeelings) list = fascia_feelings_new (NULL);
  g_auto (GStrv) used_codes = used != NULL ? g_strsplit (used, " ", -1) : NULL;
  g_auto (GStrv) present_codes = present != NULL ? g_strsplit (present, " ", -1) : NULL;
  g_auto (GStrv) six = fascia_feelings_choose_six (list, (const char *const *) used_codes,
                                                   (const char *const *) present_codes);
  g_autofree char *text = g_strjoinv (" ", six);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_six (void)
{
  static const char *const first = "aching dull heavy pulling cramping throbbing";

  assert_six (NULL, NULL, first);
  assert_six ("", "", first);
  /* What the scale says, depth and course, and what nobody knows, are no chips. */
  assert_six ("tight stiff deep muscle constant new-injury fizzy", "tight surface night fizzy",
              first);
  /* Most used, in the order of the list: chips stay where they are. */
  assert_six ("numb burning aching", NULL, "aching dull heavy pulling burning numb");
  assert_six ("burning numb aching", NULL, "aching dull heavy pulling burning numb");
  assert_six ("numb numb numb", "numb", "aching dull heavy pulling cramping numb");
  assert_six ("hot cold sharp numb sore tender burning", NULL, "sore tender hot cold sharp numb");
  /* Present at the place goes before most used. */
  assert_six ("hot cold sharp numb sore tender", "itching", "sore hot cold sharp numb itching");
  assert_six ("hot cold", "aching dull heavy pulling cramping pressing sore",
              "aching dull heavy pulling cramping pressing");
}

static void
test_six_of_few (void)
{
  g_autoptr (FasciaFeelings) list = fascia_feelings_new_from_data (
      "<feelings><group code='a'><name>A</name></group><group code='depth'><name>D</name></group>"
      "<feeling code='x' group='a'><name>x</name></feeling>"
      "<feeling code='y' group='depth'><name>y</name></feeling></feelings>",
      NULL);
  g_auto (GStrv) six = fascia_feelings_choose_six (list, NULL, NULL);

  g_assert_cmpuint (g_strv_length (six), ==, 1);
  g_assert_cmpstr (six[0], ==, "x");
}

static void
test_nonsense (void)
{
  static const char *const lists[] = {
    "",
    "<feelings/>",
    "<feelings><group code='a'><name>A</name></group>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' "
    "group='b'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' "
    "group='a'></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x;y' "
    "group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='' "
    "group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' group='a' "
    "help='1'><name>x</name></feeling>"
    "</feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' "
    "group='a'><name>x</name></feeling>"
    "<feeling code='x' group='a'><name>y</name></feeling></feelings>",
    "<feelings><other/></feelings>",
    "<feelings><group code='a'/><feeling code='x' group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><group code='a'><name>B</name></group>"
    "<feeling code='x' group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a' choose='two'><name>A</name></group>"
    "<feeling code='x' group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name><feeling code='x' group='a'><name>x</name></feeling>"
    "</group></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling "
    "group='a'><name>x</name></feeling></feelings>",
    "<feelings><name>unfinished",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' group='a'><feeling code='y' "
    "group='a'>"
    "<name>y</name></feeling><name>x</name></feeling></feelings>",
    "<feelings><group code='a'><name>A</name></group><feeling code='x' "
    "group='a'><name>x<name>y</name></name></feeling>"
    "</feelings>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaFeelings) list = fascia_feelings_new_from_data (lists[i], &error);

      g_assert_null (list);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feelings/list", test_list);
  g_test_add_func ("/feelings/codes", test_codes);
  g_test_add_func ("/feelings/groups", test_groups);
  g_test_add_func ("/feelings/six", test_six);
  g_test_add_func ("/feelings/six-of-few", test_six_of_few);
  g_test_add_func ("/feelings/nonsense", test_nonsense);
  return g_test_run ();
}
