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
  g_assert_cmpuint (fascia_feelings_get_n (list), ==, 35);
  for (guint i = 0; i < fascia_feelings_get_n (list); i++)
    {
      const FasciaFeeling *word = fascia_feelings_get (list, i);

      g_assert_true (fascia_feelings_lookup (list, fascia_feeling_get_code (word)) == word);
      g_assert_null (strchr (fascia_feeling_get_code (word), ';'));
      g_assert_cmpstr (fascia_feeling_get_name_c (word), !=, "");
      n_help += fascia_feeling_is_help (word) ? 1 : 0;
    }
  g_assert_null (fascia_feelings_get (list, 35));
  g_assert_null (fascia_feelings_lookup (list, "happy"));
  g_assert_cmpstr (fascia_feelings_get_name (list, "happy"), ==, "happy");
  g_assert_cmpstr (fascia_feelings_get_name (list, "movement"), ==, "on movement");

  /* Only these three open the row with help, and the scale says the other two itself. */
  g_assert_cmpuint (n_help, ==, 3);
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "numb")));
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "tingling")));
  g_assert_true (fascia_feeling_is_help (fascia_feelings_lookup (list, "electric")));
  g_assert_false (fascia_feeling_is_offered (fascia_feelings_lookup (list, "tight")));
  g_assert_false (fascia_feeling_is_offered (fascia_feelings_lookup (list, "stiff")));
  g_assert_true (fascia_feeling_is_offered (fascia_feelings_lookup (list, "aching")));
}

static void
test_nonsense (void)
{
  static const char *const lists[] = {
    "",
    "<feelings/>",
    "<feelings><group code='a'/>",
    "<feelings><group code='a'/><feeling code='x' group='b'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'/><feeling code='x' group='a'></feeling></feelings>",
    "<feelings><group code='a'/><feeling code='x;y' group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'/><feeling code='' group='a'><name>x</name></feeling></feelings>",
    "<feelings><group code='a'/><feeling code='x' group='a' help='1'><name>x</name></feeling>"
    "</feelings>",
    "<feelings><group code='a'/><feeling code='x' group='a'><name>x</name></feeling>"
    "<feeling code='x' group='a'><name>y</name></feeling></feelings>",
    "<feelings><other/></feelings>",
    "<feelings><group code='a'/><feeling group='a'><name>x</name></feeling></feelings>",
    "<feelings><name>unfinished",
    "<feelings><group code='a'/><feeling code='x' group='a'><feeling code='y' group='a'>"
    "<name>y</name></feeling><name>x</name></feeling></feelings>",
    "<feelings><group code='a'/><feeling code='x' group='a'><name>x<name>y</name></name></feeling>"
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
  g_test_add_func ("/feelings/nonsense", test_nonsense);
  return g_test_run ();
}
