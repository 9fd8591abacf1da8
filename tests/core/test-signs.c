/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": which questions there are, at which places, how urgent, in which voice.
 */

#include "config.h"

#include <string.h>

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

static FasciaSigns *
load_signs (FasciaBody *body)
{
  g_autoptr (GError) error = NULL;
  FasciaSigns *signs = fascia_signs_new (body, &error);

  g_assert_no_error (error);
  return signs;
}

/* All groups: how many questions, and how urgent. */
static const struct
{
  const char *code;
  guint n_signs;
  FasciaSignLevel level;
} groups[] = {
  { "chest", 6, FASCIA_SIGN_EMERGENCY },
  { "breath", 3, FASCIA_SIGN_EMERGENCY },
  { "cauda-saddle", 1, FASCIA_SIGN_EMERGENCY },
  { "cauda-bladder", 3, FASCIA_SIGN_EMERGENCY },
  { "cauda-legs", 2, FASCIA_SIGN_EMERGENCY },
  { "weakness", 4, FASCIA_SIGN_SAME_DAY },
  { "thunder", 1, FASCIA_SIGN_EMERGENCY },
  { "stroke", 4, FASCIA_SIGN_EMERGENCY },
  { "head-fever", 3, FASCIA_SIGN_EMERGENCY },
  { "head-trauma", 1, FASCIA_SIGN_EMERGENCY },
  { "trauma-spine", 1, FASCIA_SIGN_EMERGENCY },
  { "head-older", 3, FASCIA_SIGN_SAME_DAY },
  { "head-sight", 1, FASCIA_SIGN_EMERGENCY },
  { "head-change", 4, FASCIA_SIGN_SOON },
  { "head-preg", 2, FASCIA_SIGN_SAME_DAY },
  { "head-eye", 2, FASCIA_SIGN_EMERGENCY },
  { "head-immune", 2, FASCIA_SIGN_SAME_DAY },
  { "head-medicine", 2, FASCIA_SIGN_SOON },
  { "neck-artery", 4, FASCIA_SIGN_EMERGENCY },
  { "dvt", 2, FASCIA_SIGN_SAME_DAY },
  { "dvt-lung", 1, FASCIA_SIGN_EMERGENCY },
  { "spine-fever", 4, FASCIA_SIGN_SAME_DAY },
  { "weight", 3, FASCIA_SIGN_SOON },
  { "trauma", 4, FASCIA_SIGN_SAME_DAY },
  { "aorta", 3, FASCIA_SIGN_EMERGENCY },
  { "belly-blood", 2, FASCIA_SIGN_EMERGENCY },
  { "belly", 2, FASCIA_SIGN_SAME_DAY },
  { "gall", 2, FASCIA_SIGN_SAME_DAY },
  { "kidney", 3, FASCIA_SIGN_SAME_DAY },
  { "pelvic", 2, FASCIA_SIGN_SOON },
  { "hot-joint", 2, FASCIA_SIGN_SAME_DAY },
  { "compartment", 2, FASCIA_SIGN_EMERGENCY },
  { "limb-cold", 1, FASCIA_SIGN_EMERGENCY },
  { "shingles", 2, FASCIA_SIGN_SAME_DAY },
  { "shingles-eye", 1, FASCIA_SIGN_SAME_DAY },
  { "inflammatory-back", 3, FASCIA_SIGN_SOON },
  { "pmr", 1, FASCIA_SIGN_SOON },
  { "lump", 2, FASCIA_SIGN_SOON },
  { "not-better", 3, FASCIA_SIGN_SOON },
  { "new-pain", 1, FASCIA_SIGN_SOON },
  { "new-injury", 1, FASCIA_SIGN_SAME_DAY },
  { "mood", 1, FASCIA_SIGN_SAME_DAY },
};

/* Can be shown as it is. */
static void
assert_line (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_assert_cmpstr (text, !=, "");
  g_assert_cmpstr (text, ==, stripped);
  g_assert_null (strpbrk (text, "\n\t"));
  g_assert_null (strstr (text, "  "));
}

static void
test_all_there (void)
{
  static const char *const certainties[] = { "source read", "well established", NULL };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_signs = 0;

  g_assert_cmpuint (G_N_ELEMENTS (groups), ==, 42);
  g_assert_cmpuint (fascia_signs_get_n (signs), ==, 97);
  g_assert_null (fascia_signs_get (signs, 97));
  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) fascia_sign_get_id (sign)));
      g_assert_true (g_hash_table_add (questions, (gpointer) fascia_sign_get_question (sign)));
      assert_line (fascia_sign_get_source (sign));
      assert_line (fascia_sign_get_certainty (sign));
      g_assert_true (g_strv_contains (certainties, fascia_sign_get_certainty (sign)));
      /* The page of warning signs holds every one. */
      g_assert_true (fascia_sign_get_places (sign) & FASCIA_SIGN_ON_PAGE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GPtrArray) group = fascia_signs_get_group (signs, groups[i].code);

      g_test_message ("%s", groups[i].code);
      g_assert_cmpuint (group->len, ==, groups[i].n_signs);
      n_signs += group->len;
      /* The first of a group has its name, the others are numbered. */
      g_assert_cmpstr (fascia_sign_get_id (g_ptr_array_index (group, 0)), ==, groups[i].code);
      for (guint j = 0; j < group->len; j++)
        {
          const FasciaSign *sign = g_ptr_array_index (group, j);
          g_autofree char *id = g_strdup_printf ("%s-%u", groups[i].code, j + 1);

          g_assert_cmpint (fascia_sign_get_level (sign), ==, groups[i].level);
          g_assert_cmpstr (fascia_sign_get_group (sign), ==, groups[i].code);
          if (j > 0)
            g_assert_cmpstr (fascia_sign_get_id (sign), ==, id);
        }
    }
  g_assert_cmpuint (n_signs, ==, 97);

  g_autoptr (GPtrArray) none = fascia_signs_get_group (signs, "nothing");
  g_assert_cmpuint (none->len, ==, 0);
}

static guint
count_shown (const FasciaSigns *signs, FasciaSignPlace place)
{
  guint count = 0;

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    count += (fascia_sign_get_places (fascia_signs_get (signs, i)) & place) != 0 ? 1 : 0;
  return count;
}

static void
test_where_shown (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_AT_PLACE), ==, 85);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_ON_NERVE_WORDS), ==, 14);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_ON_NEW_INJURY), ==, 8);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_BEFORE_SESSION), ==, 5);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_BEFORE_LEG_SESSION), ==, 3);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_AFTER_SIX_WEEKS), ==, 3);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_BESIDE_MOOD), ==, 1);
  g_assert_cmpuint (count_shown (signs, FASCIA_SIGN_ON_PAGE), ==, 97);
}

/* The groups of a place in the order of the row: urgent ones first. */
static void
test_places (void)
{
  static const struct
  {
    const char *place;
    const char *groups;
  } places[] = {
    { "breastbone", "chest" },
    { "chest-upper-left", "chest breath" },
    { "chest-upper-right", "chest breath" },
    { "calf-upper-left", "cauda-legs dvt-lung compartment limb-cold dvt" },
    { "calf-lower-right", "dvt-lung compartment limb-cold dvt" },
    { "lower-back-left",
      "cauda-saddle cauda-bladder cauda-legs trauma-spine aorta weakness spine-fever trauma kidney "
      "shingles weight pelvic inflammatory-back" },
    { "neck-back-right",
      "head-fever head-trauma trauma-spine neck-artery weakness spine-fever trauma" },
    { "neck-front-left", "chest neck-artery" },
    { "sacrum", "cauda-saddle cauda-bladder cauda-legs trauma-spine spine-fever weight pelvic "
                "inflammatory-back" },
    { "tailbone", "cauda-saddle cauda-bladder" },
    { "pelvis-front", "cauda-saddle cauda-bladder pelvic" },
    { "shoulder-top-right", "breath gall pmr" },
    { "heel-left", "" },
  };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const FasciaRegion *region = fascia_body_lookup (body, places[i].place);
      g_autoptr (GPtrArray) found = fascia_signs_find (signs, region);
      g_autoptr (GString) text = g_string_new (NULL);
      const char *last = NULL;
      guint n_signs = 0;

      for (guint j = 0; j < found->len; j++)
        {
          const FasciaSign *sign = g_ptr_array_index (found, j);
          const char *group = fascia_sign_get_group (sign);

          if (g_strcmp0 (last, group) != 0)
            g_string_append_printf (text, "%s%s", last != NULL ? " " : "", group);
          last = group;
        }
      g_test_message ("%s", places[i].place);
      g_assert_cmpstr (text->str, ==, places[i].groups);

      /* Every question of each group. */
      g_auto (GStrv) codes = g_strsplit (places[i].groups, " ", -1);
      for (guint j = 0; codes[j] != NULL && *codes[j] != '\0'; j++)
        for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
          n_signs += g_str_equal (groups[k].code, codes[j]) ? groups[k].n_signs : 0;
      g_assert_cmpuint (found->len, ==, n_signs);
    }
}

/* At every place: urgent first, nothing that is for every place alike, and both sides the same. */
static void
test_rows (void)
{
  static const char *const everywhere[]
      = { "stroke", "lump", "not-better", "new-pain", "new-injury", "mood", NULL };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);
      g_autoptr (GPtrArray) found = fascia_signs_find (signs, region);

      for (guint j = 0; j < found->len; j++)
        {
          const FasciaSign *sign = g_ptr_array_index (found, j);

          g_assert_false (g_strv_contains (everywhere, fascia_sign_get_group (sign)));
          g_assert_true (fascia_sign_get_places (sign) & FASCIA_SIGN_AT_PLACE);
          if (j > 0)
            g_assert_cmpint (fascia_sign_get_level (g_ptr_array_index (found, j - 1)), <=,
                             fascia_sign_get_level (sign));
        }
      if (mirror == NULL)
        continue;

      g_autoptr (GPtrArray) other = fascia_signs_find (signs, mirror);
      g_assert_cmpuint (found->len, ==, other->len);
      for (guint j = 0; j < found->len; j++)
        g_assert_true (g_ptr_array_index (found, j) == g_ptr_array_index (other, j));
    }
}

static void
test_voice (void)
{
  /* No names of illnesses that frighten, no number of one country. */
  static const char *const never[] = {
    "heart attack", "tumour", "stroke",      "clot", "infection,", "112",         "911", "999",
    "danger",       "must",   "immediately", "!",    "patient",    "significant", "  ",
  };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const char *question = fascia_sign_get_question (fascia_signs_get (signs, i));

      g_test_message ("%s", question);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (question)));
      g_assert_true (g_str_has_suffix (question, "?"));
      g_assert_true (strchr (question, '?') == question + strlen (question) - 1);
      g_assert_null (strchr (question, '\n'));
      g_assert_cmpuint (g_utf8_strlen (question, -1), <, 110);
      for (guint j = 0; j < G_N_ELEMENTS (never); j++)
        g_assert_null (strstr (question, never[j]));
    }

  g_assert_nonnull (
      strstr (fascia_sign_level_get_advice (FASCIA_SIGN_EMERGENCY), "your local emergency number"));
  g_assert_nonnull (strstr (fascia_sign_level_get_advice (FASCIA_SIGN_SAME_DAY), "today"));
  g_assert_nonnull (strstr (fascia_sign_level_get_advice (FASCIA_SIGN_SOON), "appointment"));
  for (FasciaSignLevel level = FASCIA_SIGN_EMERGENCY; level <= FASCIA_SIGN_SOON; level++)
    for (guint j = 0; j < G_N_ELEMENTS (never); j++)
      g_assert_null (strstr (fascia_sign_level_get_advice (level), never[j]));
}

/* A sign that is as common as sore legs after sport, or long past, is no emergency. */
static void
test_no_fright (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);
      const char *question = fascia_sign_get_question (sign);

      if (fascia_sign_get_level (sign) != FASCIA_SIGN_EMERGENCY)
        continue;
      g_test_message ("%s", question);
      g_assert_null (strstr (question, "very painful"));
      if (strstr (question, "of your life") != NULL)
        g_assert_true (g_str_has_prefix (question, "Is this "));
      if (strstr (question, "exercise") != NULL)
        g_assert_nonnull (strstr (question, "extremely painful"));
    }
}

/* Thoughts of not wanting to live: a person to speak to now, behind the advice for today. */
static void
test_advice (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = load_signs (body);

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);
      const char *advice = fascia_sign_get_advice (sign);

      if (!g_str_equal (fascia_sign_get_id (sign), "mood"))
        {
          g_assert_null (advice);
          continue;
        }
      assert_line (advice);
      g_assert_nonnull (strstr (advice, "crisis line"));
      g_assert_nonnull (strstr (advice, "your local emergency number"));
      g_assert_true (g_str_has_suffix (advice, "."));
    }
}

/* A fault is told with its line. */
static void
test_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = load_body ();

  g_assert_null (fascia_signs_new_from_data (body, "<signs>\n\n  <moon/></signs>", &error));
  g_assert_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_assert_nonnull (strstr (error->message, "<moon>"));
}

#define GROUP "<group code='a' level='soon' places='heel' why='w' source='s' certainty='c'>"
#define SIGN "<sign id='a' shown='page'><question>A?</question></sign>"

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaSigns) signs = fascia_signs_new_from_data (
      body,
      "<signs><group code='a' level='soon' places='heel foot-sole' why='w' source=' one\n  two '"
      " certainty='c'><sign id='a' shown='place\n mood'><question>Is\n   it?</question>"
      "<advice>Go\n  there.</advice></sign></group></signs>",
      &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fascia_sign_get_question (fascia_signs_get (signs, 0)), ==, "Is it?");
  g_assert_cmpint (fascia_sign_get_places (fascia_signs_get (signs, 0)), ==,
                   FASCIA_SIGN_AT_PLACE | FASCIA_SIGN_BESIDE_MOOD);
  g_assert_cmpstr (fascia_sign_get_source (fascia_signs_get (signs, 0)), ==, "one two");
  g_assert_cmpstr (fascia_sign_get_advice (fascia_signs_get (signs, 0)), ==, "Go there.");
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const char *base = fascia_region_get_base (region);
      g_autoptr (GPtrArray) found = fascia_signs_find (signs, region);

      g_assert_cmpuint (found->len, ==,
                        g_str_equal (base, "heel") || g_str_equal (base, "foot-sole") ? 1 : 0);
    }
}

static void
test_nonsense (void)
{
  static const char *const tables[] = {
    "",
    "<signs/>",
    "<signs>" GROUP "</group></signs>",
    "<signs>" SIGN "</signs>",
    "<signs><group code='a' level='later' places='heel' why='w' source='s' certainty='c'>" SIGN
    "</group></signs>",
    "<signs><group code='a' level='soon' places='nose' why='w' source='s' certainty='c'>" SIGN
    "</group></signs>",
    "<signs><group code='a' level='soon' places='' why='w' source='s' certainty='c'>" SIGN
    "</group></signs>",
    "<signs><group code='a' level='soon' places='heel' why='w' certainty='c'>" SIGN
    "</group></signs>",
    "<signs>" GROUP SIGN "</group>" GROUP SIGN "</group></signs>",
    "<signs>" GROUP SIGN SIGN "</group></signs>",
    "<signs>" GROUP "<sign id='a' shown='moon'><question>A?</question></sign></group></signs>",
    "<signs>" GROUP "<sign id='a' shown=''><question>A?</question></sign></group></signs>",
    "<signs>" GROUP "<sign id='a' shown='page'><question> </question></sign></group></signs>",
    "<signs>" GROUP "<sign id='a' shown='page'></sign></group></signs>",
    "<signs>" GROUP "<sign id='a' shown='page'><question>A?</question><advice/></sign></group>"
    "</signs>",
    "<signs>" GROUP "<advice>B.</advice></group></signs>",
    "<signs><group code='a' level='soon' places='*' why='w' source='s' certainty='c'>"
    "<sign id='a' shown='place page'><question>A?</question></sign></group></signs>",
    "<signs><group code='a' level='soon' places='heel' why='w' source=' ' certainty='c'>" SIGN
    "</group></signs>",
    "<signs>" GROUP "<question>A?</question></group></signs>",
    "<signs>" GROUP GROUP "</group></group></signs>",
    "<signs>" GROUP "<sign id='a' shown='page'><question>A",
    "<signs><signs/></signs>",
    "<other/>",
    "<signs>" GROUP "<sign id='a' shown='page'><question>A?</question><question>B?</question>"
    "</sign></group></signs>",
    "<signs>" GROUP "<sign id='a' shown='page'><question>A<b/>?</question></sign></group></signs>",
    "<signs>" GROUP
    "<sign id='a' id='b' shown='page'><question>A?</question></sign></group></signs>",
  };
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaSigns) signs = fascia_signs_new_from_data (body, tables[i], &error);

      g_test_message ("%s", tables[i]);
      g_assert_null (signs);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signs/all-there", test_all_there);
  g_test_add_func ("/signs/where-shown", test_where_shown);
  g_test_add_func ("/signs/places", test_places);
  g_test_add_func ("/signs/rows", test_rows);
  g_test_add_func ("/signs/voice", test_voice);
  g_test_add_func ("/signs/no-fright", test_no_fright);
  g_test_add_func ("/signs/advice", test_advice);
  g_test_add_func ("/signs/small", test_small);
  g_test_add_func ("/signs/line", test_line);
  g_test_add_func ("/signs/nonsense", test_nonsense);
  return g_test_run ();
}
