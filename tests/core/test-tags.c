/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags: the ready ones, what a person makes of them, and lists that make no sense. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "core/journal/fascia-tags-private.h"
#include "fascia-core-resources.h"

/* Codes are keys in journals: those of every version so far are still there. Our own list of all
 * that is to be offered. */
static const char *const triggers[] = {
  "long-sitting", "long-standing", "screen",    "lifting",    "repeated-movement",
  "driving",      "sport",         "overdoing", "too-little", "poor-sleep",
  "stress",       "worry",         "cold-damp", "heat",       "weather",
  "missed-meal",  "dehydration",   "alcohol",   "caffeine",   "hormones",
  "illness",      "jaw-clenching", "travel",    "new-things", "bed",
  "touch",        "unknown",
};
static const char *const relievers[] = {
  "self-release", "stretching",    "walking",        "strength",          "warmth",  "cold",
  "bath",         "rest",          "lying-down",     "changing-position", "sleep",   "breathing",
  "massage",      "therapy-visit", "medicine",       "distraction",       "company", "food-drink",
  "screen-break", "support",       "nothing-helped", "passed-by-itself",
};
static const char *const notes[] = { FASCIA_TAG_TO_SAY, FASCIA_TAG_SAID };

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTags) tags = fascia_tags_new (&error);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const guint n_triggers = G_N_ELEMENTS (triggers);
  const guint n_ready = n_triggers + G_N_ELEMENTS (relievers);

  g_assert_no_error (error);
  g_assert_cmpuint (fascia_tags_get_n (tags), ==, n_ready + G_N_ELEMENTS (notes));
  for (guint i = 0; i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);
      const char *code = fascia_tag_get_code (tag);

      if (i >= n_ready)
        {
          g_assert_cmpstr (code, ==, notes[i - n_ready]);
          g_assert_cmpint (fascia_tag_get_group (tag), ==, FASCIA_TAG_NOTE);
        }
      else
        {
          g_assert_cmpstr (code, ==, i < n_triggers ? triggers[i] : relievers[i - n_triggers]);
          g_assert_cmpint (fascia_tag_get_group (tag), ==,
                           i < n_triggers ? FASCIA_TAG_TRIGGER : FASCIA_TAG_RELIEVER);
        }
      g_assert_true (fascia_tags_lookup (tags, code) == tag);
      g_assert_cmpstr (fascia_tag_get_name (tag), ==, fascia_tag_get_name_c (tag));
      g_assert_true (fascia_tags_find_name (tags, fascia_tag_get_name (tag)) == tag);
      g_assert_true (g_hash_table_add (names, (gpointer) fascia_tag_get_name_c (tag)));
      g_assert_false (fascia_tag_is_hidden (tag));
      g_assert_cmpint (strncmp (code, "own-", 4), !=, 0);
    }
  g_assert_null (fascia_tags_get (tags, fascia_tags_get_n (tags)));
  g_assert_null (fascia_tags_lookup (tags, "happy"));
  g_assert_cmpstr (fascia_tags_get_name (tags, "happy"), ==, "happy");
  g_assert_cmpstr (fascia_tags_get_name (tags, "long-sitting"), ==, "long sitting");
  g_assert_null (fascia_tags_find_name (tags, "  "));
}

static void
test_own (void)
{
  g_autoptr (FasciaTags) ready = fascia_tags_new (NULL);
  g_autoptr (FasciaTags) one = fascia_tags_with (ready, "own-2", "Zumba", FALSE);
  g_autoptr (FasciaTags) two = fascia_tags_with (one, "own-1", "apnoea", FALSE);
  g_autoptr (FasciaTags) three = fascia_tags_with (two, "own-3", "Äpfel", TRUE);
  const guint n = fascia_tags_get_n (ready);

  g_assert_cmpuint (fascia_tags_get_n (three), ==, n + 3);
  g_assert_cmpuint (fascia_tags_get_n (one), ==, n + 1);
  g_assert_cmpstr (fascia_tag_get_name (fascia_tags_get (two, n)), ==, "apnoea");
  g_assert_cmpstr (fascia_tag_get_name (fascia_tags_get (two, n + 1)), ==, "Zumba");
  const FasciaTag *hidden = fascia_tags_lookup (three, "own-3");
  g_assert_true (fascia_tag_is_hidden (hidden));
  g_assert_cmpint (fascia_tag_get_group (hidden), ==, FASCIA_TAG_OWN);
  g_assert_null (fascia_tag_get_name_c (hidden));
  g_assert_true (fascia_tags_find_name (three, " äPFEL ") == hidden);

  g_autoptr (FasciaTags) renamed = fascia_tags_with (three, "own-2", "Aerobics", FALSE);
  g_assert_cmpuint (fascia_tags_get_n (renamed), ==, n + 3);
  g_assert_cmpstr (fascia_tags_get_name (renamed, "own-2"), ==, "Aerobics");
  g_assert_cmpstr (fascia_tag_get_code (fascia_tags_get (renamed, n)), ==, "own-2");
  /* A value stays as it was. */
  g_assert_cmpstr (fascia_tags_get_name (three, "own-2"), ==, "Zumba");
}

static void
test_ready_changed (void)
{
  g_autoptr (FasciaTags) ready = fascia_tags_new (NULL);
  g_autoptr (FasciaTags) mine = fascia_tags_with (ready, "sport", "Fussball", FALSE);
  g_autoptr (FasciaTags) hidden = fascia_tags_with (mine, "sport", NULL, TRUE);
  const FasciaTag *tag = fascia_tags_lookup (mine, "sport");

  g_assert_cmpuint (fascia_tags_get_n (mine), ==, fascia_tags_get_n (ready));
  g_assert_cmpstr (fascia_tag_get_name (tag), ==, "Fussball");
  g_assert_cmpstr (fascia_tag_get_name_c (tag), ==, "sport");
  g_assert_cmpint (fascia_tag_get_group (tag), ==, FASCIA_TAG_TRIGGER);
  g_assert_cmpstr (fascia_tags_get_name (hidden, "sport"), ==, "sport");
  g_assert_true (fascia_tag_is_hidden (fascia_tags_lookup (hidden, "sport")));
  /* What a newer version made known, hidden here: it has no name. */
  g_autoptr (FasciaTags) strange = fascia_tags_with (ready, "moonlight", NULL, TRUE);
  g_assert_cmpstr (fascia_tags_get_name (strange, "moonlight"), ==, "moonlight");
}

static void
assert_clean (const char *name, const char *expected)
{
  g_autofree char *clean = fascia_name_dup_clean (name);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (FASCIA_NAME_MAX_LENGTH, 'x');
  g_autofree char *longer = g_strnfill (FASCIA_NAME_MAX_LENGTH + 1, 'x');

  assert_clean (NULL, NULL);
  assert_clean ("", NULL);
  assert_clean (" \t\n", NULL);
  assert_clean ("  too \n much\tblank ", "too much blank");
  assert_clean ("Cafe\xcc\x81", "Caf\xc3\xa9");
  assert_clean ("\xff", NULL);
  assert_clean (longest, longest);
  assert_clean (longer, NULL);
}

static void
assert_senseless (const char *xml)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_tags_new_from_data (xml, &error));
  g_assert_nonnull (error);
}

static void
test_senseless (void)
{
  assert_senseless ("");
  assert_senseless ("<tags/>");
  assert_senseless ("<tags><tag code='a' group='trigger'/></tags>");
  assert_senseless ("<tags><tag code='a' group='trigger'><name> </name></tag></tags>");
  assert_senseless ("<tags><tag code='A b' group='trigger'><name>a</name></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='other'><name>a</name></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='trigger' x='y'><name>a</name></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='trigger'><b>a</b></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='trigger'><name>a</name></tag>"
                    "<tag code='a' group='trigger'><name>b</name></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='reliever'><name>a</name></tag>"
                    "<tag code='b' group='trigger'><name>b</name></tag></tags>");
  assert_senseless ("<tags><tag code='a' group='trigger'><name>a");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/tags/list", test_list);
  g_test_add_func ("/tags/own", test_own);
  g_test_add_func ("/tags/ready-changed", test_ready_changed);
  g_test_add_func ("/tags/names", test_names);
  g_test_add_func ("/tags/senseless", test_senseless);
  return g_test_run ();
}
