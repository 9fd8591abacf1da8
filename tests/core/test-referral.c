/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linked places and look-alikes: the table itself, both sides of it, and tables that make no sense.
 */

#include "config.h"

#include <string.h>

#include "core/body/fascia-referral.h"
#include "core/body/fascia-signs.h"
#include "fascia-core-resources.h"

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static FasciaReferralTable *
load_table (FasciaBody *body)
{
  g_autoptr (GError) error = NULL;
  FasciaReferralTable *table = fascia_referral_table_new (body, &error);

  g_assert_no_error (error);
  return table;
}

static gboolean
has_fact (const FasciaReferralTable *table,
          const FasciaBody *body,
          const char *place,
          FasciaReferralKind kind,
          const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (body, place);
  g_assert_nonnull (region);

  g_autoptr (GPtrArray) facts = fascia_referral_table_find (table, region, kind);
  guint n_found = 0;
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaReferral *fact = g_ptr_array_index (facts, i);

      g_assert_cmpint (fascia_referral_get_kind (fact), ==, kind);
      n_found += g_str_equal (fascia_referral_get_id (fact), id) ? 1 : 0;
    }
  g_assert_cmpuint (n_found, <=, 1);
  return n_found == 1;
}

static void
test_all_there (void)
{
  static const char *const certainties[] = { "source read", "well established", NULL };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint counts[4] = { 0 };

  for (guint i = 0; i < fascia_referral_table_get_n (table); i++)
    {
      const FasciaReferral *fact = fascia_referral_table_get (table, i);

      counts[fascia_referral_get_kind (fact)]++;
      g_assert_true (g_hash_table_add (ids, (gpointer) fascia_referral_get_id (fact)));
      g_assert_cmpstr (fascia_referral_get_name (fact), !=, "");
      g_assert_nonnull (fascia_referral_get_fact (fact));
      g_assert_true (strlen (fascia_referral_get_source (fact)) > 10);
      g_assert_true (g_strv_contains (certainties, fascia_referral_get_certainty (fact)));
    }
  g_assert_cmpuint (counts[FASCIA_REFERRAL_MUSCLE], ==, 66);
  g_assert_cmpuint (counts[FASCIA_REFERRAL_LINE], ==, 11);
  g_assert_cmpuint (counts[FASCIA_REFERRAL_LOOK_ALIKE], ==, 13);
  g_assert_null (fascia_referral_table_get (table, 90));
}

/* What a muscle's sentence claims, and what none may say. */
static void
test_voice (void)
{
  static const char *const never[] = {
    "cause", "because",     "heal",    "cure", "treat", "damage",  "knot",
    "break", "significant", "patient", "must", "{",     "trigger", "  ",
  };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);

  for (guint i = 0; i < fascia_referral_table_get_n (table); i++)
    {
      const FasciaReferral *fact = fascia_referral_table_get (table, i);
      const char *text = fascia_referral_get_fact (fact);
      g_autofree char *lower = g_utf8_strdown (text, -1);

      g_test_message ("%s: %s", fascia_referral_get_id (fact), text);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (text)));
      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_true (g_unichar_isupper (g_utf8_get_char (fascia_referral_get_name (fact))));
      g_assert_null (strchr (text, '\n'));
      g_assert_cmpuint (g_utf8_strlen (text, -1), <, 260);
      for (guint j = 0; j < G_N_ELEMENTS (never); j++)
        g_assert_null (strstr (lower, never[j]));
      if (fascia_referral_get_kind (fact) != FASCIA_REFERRAL_LINE)
        g_assert_true (strstr (text, " may ") != NULL || strstr (text, " mostly felt ") != NULL);
    }
}

/* A sentence that sends to a doctor for weakness says when, as the signs it points to do; and what is
 * said says no more than its sources. */
static void
test_when (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);
  guint n_weak = 0;

  for (guint i = 0; i < fascia_referral_table_get_n (table); i++)
    {
      const FasciaReferral *fact = fascia_referral_table_get (table, i);
      const char *text = fascia_referral_get_fact (fact);

      if (strstr (text, "weaker") != NULL || strstr (text, "weakness") != NULL)
        {
          g_test_message ("%s", text);
          g_assert_nonnull (strstr (text, "the same day"));
          n_weak++;
        }
      if (g_str_equal (fascia_referral_get_id (fact), "mp-15"))
        g_assert_nonnull (strstr (text, "sinus"));
      if (g_str_equal (fascia_referral_get_id (fact), "mp-47"))
        g_assert_nonnull (strstr (fascia_referral_get_source (fact), "claim"));
    }
  g_assert_cmpuint (n_weak, >=, 2);
}

static void
test_both_sides (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);

  /* As source, as where it is felt, as where it spills over. */
  g_assert_true (has_fact (table, body, "shoulder-top-left", FASCIA_REFERRAL_MUSCLE, "mp-01"));
  g_assert_true (has_fact (table, body, "temple-right", FASCIA_REFERRAL_MUSCLE, "mp-01"));
  g_assert_true (has_fact (table, body, "head-back-left", FASCIA_REFERRAL_MUSCLE, "mp-01"));
  g_assert_false (has_fact (table, body, "crown-left", FASCIA_REFERRAL_MUSCLE, "mp-01"));
  g_assert_false (has_fact (table, body, "temple-left", FASCIA_REFERRAL_LINE, "mp-01"));

  /* A place on the midline takes part from either side. */
  g_assert_true (has_fact (table, body, "sacrum", FASCIA_REFERRAL_MUSCLE, "mp-43"));
  g_assert_true (has_fact (table, body, "breastbone", FASCIA_REFERRAL_LOOK_ALIKE, "vis-heart"));

  /* Lines cross, and are found on either side. */
  g_assert_true (has_fact (table, body, "thigh-inner-left", FASCIA_REFERRAL_LINE, "line-ffl"));
  g_assert_true (has_fact (table, body, "upper-arm-front-left", FASCIA_REFERRAL_LINE, "line-ffl"));
  g_assert_false (has_fact (table, body, "thigh-outer-left", FASCIA_REFERRAL_LINE, "line-ffl"));

  /* The gallbladder lies on one side. */
  g_assert_true (
      has_fact (table, body, "shoulder-top-right", FASCIA_REFERRAL_LOOK_ALIKE, "vis-gall"));
  g_assert_false (
      has_fact (table, body, "shoulder-top-left", FASCIA_REFERRAL_LOOK_ALIKE, "vis-gall"));
}

/* Apart from what is said to be one-sided, the mirror of a place has the same facts. */
static void
test_mirror (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);

      if (mirror == NULL)
        continue;
      for (FasciaReferralKind kind = FASCIA_REFERRAL_MUSCLE; kind <= FASCIA_REFERRAL_LINE; kind++)
        {
          g_autoptr (GPtrArray) facts = fascia_referral_table_find (table, region, kind);
          g_autoptr (GPtrArray) mirrored = fascia_referral_table_find (table, mirror, kind);

          g_assert_cmpuint (facts->len, ==, mirrored->len);
          for (guint j = 0; j < facts->len; j++)
            g_assert_true (g_ptr_array_index (facts, j) == g_ptr_array_index (mirrored, j));
        }

      g_autoptr (GPtrArray) linked = fascia_referral_table_find_linked (table, region, 0);
      g_autoptr (GPtrArray) back = fascia_referral_table_find_linked (table, mirror, 0);
      g_assert_cmpuint (linked->len, ==, back->len);
      for (guint j = 0; j < linked->len; j++)
        {
          const FasciaRegion *place = g_ptr_array_index (linked, j);
          const FasciaRegion *other = fascia_region_get_mirror (place);

          g_assert_true (g_ptr_array_index (back, j) == (other != NULL ? other : place));
          g_assert_true (place != region);
        }
    }
}

/* A link is one from both ends. */
static void
test_linked (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      g_autoptr (GPtrArray) linked = fascia_referral_table_find_linked (table, region, 0);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < linked->len; j++)
        {
          const FasciaRegion *place = g_ptr_array_index (linked, j);
          g_autoptr (GPtrArray) back = fascia_referral_table_find_linked (table, place, 0);

          g_assert_true (g_hash_table_add (seen, (gpointer) place));
          g_assert_true (g_ptr_array_find (back, region, NULL));
        }

      g_autoptr (GPtrArray) some = fascia_referral_table_find_linked (table, region, 3);
      g_assert_cmpuint (some->len, ==, MIN (3, linked->len));
      for (guint j = 0; j < some->len; j++)
        g_assert_true (g_ptr_array_index (some, j) == g_ptr_array_index (linked, j));
    }
}

/* By hand: the front of the left thigh is the source of the kneecap (mp-49), spills over from the
 * hip (mp-40: from the belly and from the hip), and nothing else. */
static void
test_linked_by_hand (void)
{
  static const char *const expected[]
      = { "knee-front-left", "abdomen-lower-left", "hip-front-left" };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);
  g_autoptr (GPtrArray) linked
      = fascia_referral_table_find_linked (table, fascia_body_lookup (body, "thigh-front-left"), 0);

  g_assert_cmpuint (linked->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpstr (fascia_region_get_id (g_ptr_array_index (linked, 0)), ==, expected[0]);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_ptr_array_find (linked, fascia_body_lookup (body, expected[i]), NULL));

  /* The forehead is where the side of the neck is felt, on the same side and on the other. */
  g_autoptr (GPtrArray) forehead
      = fascia_referral_table_find_linked (table, fascia_body_lookup (body, "forehead-left"), 0);
  g_assert_true (g_ptr_array_find (forehead, fascia_body_lookup (body, "neck-front-right"), NULL));
  g_assert_cmpstr (fascia_region_get_id (g_ptr_array_index (forehead, 0)), ==, "neck-front-left");
}

/* Whoever reads of a look-alike finds its signs at that very place. */
static void
test_signs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = load_table (body);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, &error);
  guint n_look_alikes = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < fascia_referral_table_get_n (table); i++)
    {
      const FasciaReferral *fact = fascia_referral_table_get (table, i);
      const char *const *groups = fascia_referral_get_sign_groups (fact);

      g_assert_cmpstr (fascia_referral_get_sign_group (fact), ==, groups[0]);
      for (guint j = 0; groups[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) group = fascia_signs_get_group (signs, groups[j]);

          g_assert_cmpuint (group->len, >, 0);
        }
    }

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      g_autoptr (GPtrArray) facts
          = fascia_referral_table_find (table, region, FASCIA_REFERRAL_LOOK_ALIKE);
      g_autoptr (GPtrArray) shown = fascia_signs_find (signs, region);

      for (guint j = 0; j < facts->len; j++)
        {
          const FasciaReferral *fact = g_ptr_array_index (facts, j);
          gboolean is_shown = FALSE;

          g_assert_nonnull (fascia_referral_get_sign_group (fact));
          for (guint k = 0; k < shown->len; k++)
            is_shown = is_shown
                       || g_strv_contains (fascia_referral_get_sign_groups (fact),
                                           fascia_sign_get_group (g_ptr_array_index (shown, k)));
          g_test_message ("%s at %s", fascia_referral_get_id (fact), fascia_region_get_id (region));
          g_assert_true (is_shown);
          n_look_alikes++;
        }
    }
  g_assert_cmpuint (n_look_alikes, >, 80);
}

#define HEAD "<referral><source code='x'>A book of 1999</source>"
#define GOOD "sources='x' certainty='source-read'"
#define TEXT "<name>A</name><fact>B.</fact>"

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaReferralTable) table = fascia_referral_table_new_from_data (
      body,
      HEAD "<line id='a' chain='heel-{s}\n  sacrum heel-{o}' evidence='weak' " GOOD
           "><name>A\n    line</name></line></referral>",
      &error);

  g_assert_no_error (error);
  const FasciaReferral *fact = fascia_referral_table_get (table, 0);
  g_assert_cmpstr (fascia_referral_get_name (fact), ==, "A line");
  g_assert_null (fascia_referral_get_fact (fact));
  g_assert_null (fascia_referral_get_sign_group (fact));
  g_assert_cmpstr (fascia_referral_get_source (fact), ==, "A book of 1999; weak");
  g_assert_true (has_fact (table, body, "sacrum", FASCIA_REFERRAL_LINE, "a"));
  g_assert_true (has_fact (table, body, "heel-right", FASCIA_REFERRAL_LINE, "a"));

  /* A line links nothing. */
  g_autoptr (GPtrArray) linked
      = fascia_referral_table_find_linked (table, fascia_body_lookup (body, "sacrum"), 0);
  g_assert_cmpuint (linked->len, ==, 0);
}

static void
test_nonsense (void)
{
  static const char *const tables[] = {
    "",
    "<referral/>",
    HEAD "</referral>",
    HEAD "<muscle id='a' from='nose-{s}' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='sacrum-{s}' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-left' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' side='up' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' sources='y' certainty='c'>" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' sources='' certainty='c'>" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD "></muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD "><name> </name></muscle></referral>",
    HEAD "<look-alike id='a' from='heel-{s}' " GOOD ">" TEXT "</look-alike></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD ">" TEXT "</muscle>"
         "<muscle id='a' from='heel-{s}' " GOOD ">" TEXT "</muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD "><muscle/></muscle></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD "><name>A<fact>B</fact></name></muscle></referral>",
    HEAD "<bone id='a' from='heel-{s}' " GOOD ">" TEXT "</bone></referral>",
    HEAD "<referral/></referral>",
    HEAD "<source code='y'></source></referral>",
    HEAD "<muscle id='a' from='heel-{s}' " GOOD "><name>A",
  };
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaReferralTable) table
          = fascia_referral_table_new_from_data (body, tables[i], &error);

      g_test_message ("%s", tables[i]);
      g_assert_null (table);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/referral/all-there", test_all_there);
  g_test_add_func ("/referral/voice", test_voice);
  g_test_add_func ("/referral/when", test_when);
  g_test_add_func ("/referral/both-sides", test_both_sides);
  g_test_add_func ("/referral/mirror", test_mirror);
  g_test_add_func ("/referral/linked", test_linked);
  g_test_add_func ("/referral/linked-by-hand", test_linked_by_hand);
  g_test_add_func ("/referral/signs", test_signs);
  g_test_add_func ("/referral/small", test_small);
  g_test_add_func ("/referral/nonsense", test_nonsense);
  return g_test_run ();
}
