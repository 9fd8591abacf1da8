/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be measured: the questions and tests, own scales, values for people, senseless lists. */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/journal/fascia-items-private.h"
#include "fascia-core-resources.h"

/* Our own list of all that is to be asked: code, group, unit, better end, sides. */
typedef struct
{
  const char *code;
  FasciaItemGroup group;
  FasciaItemType type;
  double minimum, maximum;
  const char *unit;
  int better;
  gboolean is_sided;
  gboolean is_ready;
  gboolean is_gentle;
} Expected;

#define DAILY(code, type, maximum, better, ready)                                                  \
  { code, FASCIA_ITEM_DAILY, FASCIA_ITEM_##type, 0, maximum, NULL, better, FALSE, ready, FALSE }
#define WEEKLY(code, better)                                                                       \
  { code, FASCIA_ITEM_WEEKLY, FASCIA_ITEM_NUMBER, 0, 10, NULL, better, FALSE, FALSE, FALSE }
#define TEST(code, minimum, maximum, unit, better, sided, gentle)                                  \
  { code,  FASCIA_ITEM_MOVEMENT, FASCIA_ITEM_NUMBER, minimum, maximum, unit, better, sided, FALSE, \
    gentle }

static const Expected expected[] = {
  DAILY ("pain-average", NUMBER, 10, 0, TRUE),
  DAILY ("pain-worst", NUMBER, 10, 0, TRUE),
  { "stiffness-morning", FASCIA_ITEM_DAILY, FASCIA_ITEM_CHOICE, 0, 180, "min", 0, FALSE, TRUE,
    FALSE },
  DAILY ("sleep", NUMBER, 10, 1, TRUE),
  DAILY ("fatigue", NUMBER, 10, 0, FALSE),
  DAILY ("mood", NUMBER, 10, 1, FALSE),
  DAILY ("stress", NUMBER, 10, 0, FALSE),
  DAILY ("quality-of-day", NUMBER, 10, 1, FALSE),
  DAILY ("headache", YES_NO, 1, -1, FALSE),
  DAILY ("headache-worst", NUMBER, 10, 0, FALSE),
  DAILY ("headache-medicine", YES_NO, 1, -1, FALSE),
  DAILY ("soreness-next-day", CHOICE, 4, 0, FALSE),
  WEEKLY ("interference-activity", 0),
  WEEKLY ("interference-enjoyment", 0),
  WEEKLY ("activity-1", 1),
  WEEKLY ("activity-2", 1),
  WEEKLY ("activity-3", 1),
  { "change", FASCIA_ITEM_WEEKLY, FASCIA_ITEM_CHOICE, -3, 3, NULL, 1, FALSE, FALSE, FALSE },
  TEST ("slr", 0, 130, "deg", 1, TRUE, TRUE),
  TEST ("neck-rot", 0, 120, "deg", 1, TRUE, TRUE),
  TEST ("shoulder-flex", 0, 200, "deg", 1, TRUE, TRUE),
  TEST ("mouth", 0, 90, "mm", 1, FALSE, TRUE),
  TEST ("ktw", 0, 30, "cm", 1, TRUE, TRUE),
  TEST ("neck-flex", 0, 30, "cm", 0, FALSE, FALSE),
  TEST ("neck-side", 0, 40, "cm", 0, TRUE, FALSE),
  TEST ("owd", 0, 40, "cm", 0, FALSE, FALSE),
  TEST ("chest-exp", 0, 20, "cm", 1, FALSE, FALSE),
  TEST ("side-bend", 0, 60, "cm", 1, TRUE, FALSE),
  TEST ("back-scratch", -60, 40, "cm", 1, TRUE, FALSE),
  TEST ("thomas", -60, 60, "deg", 1, TRUE, FALSE),
  TEST ("heel-butt", 0, 80, "cm", 0, TRUE, FALSE),
  TEST ("csr", -60, 60, "cm", 1, TRUE, FALSE),
  TEST ("sr", -60, 60, "cm", 1, FALSE, FALSE),
  TEST ("ftf", -40, 120, "cm", 0, FALSE, FALSE),
  TEST ("sls", 0, 60, "s", 1, TRUE, FALSE),
  TEST ("sts30", 0, 60, "{count}", 1, FALSE, FALSE),
};

/* One instruction a sentence, to the person, ending properly; nothing that promises or scares. */
static void
check_text (const char *text, const char *end)
{
  static const char *const words[]
      = { "patient",          "heal", "cure", "treat", "normal", "signific", "criteri",
          "exercise therapy", "must" };

  g_assert_nonnull (text);
  g_assert_true (g_str_has_suffix (text, end));
  g_assert_null (strstr (text, "  "));
  g_autofree char *lower = g_ascii_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      g_error ("“%s” says “%s”", text, words[i]);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaItems) items = fascia_items_new (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (fascia_items_get_n (items), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected *wanted = &expected[i];
      const FasciaItem *item = fascia_items_get (items, i);

      g_assert_cmpstr (fascia_item_get_code (item), ==, wanted->code);
      g_assert_true (fascia_items_lookup (items, wanted->code) == item);
      g_assert_cmpint (fascia_item_get_group (item), ==, wanted->group);
      g_assert_cmpint (fascia_item_get_type_of (item), ==, wanted->type);
      g_assert_cmpfloat (fascia_item_get_minimum (item), ==, wanted->minimum);
      g_assert_cmpfloat (fascia_item_get_maximum (item), ==, wanted->maximum);
      g_assert_cmpstr (fascia_item_get_unit_c (item), ==, wanted->unit);
      g_assert_cmpint (fascia_item_get_better (item), ==, wanted->better);
      g_assert_cmpint (fascia_item_is_sided (item), ==, wanted->is_sided);
      g_assert_cmpint (fascia_item_is_ready (item), ==, wanted->is_ready);
      g_assert_cmpint (fascia_item_is_gentle (item), ==, wanted->is_gentle);
      g_assert_false (fascia_item_is_hidden (item));
      g_assert_cmpstr (fascia_item_get_name (item), ==, fascia_item_get_name_c (item));
      g_assert_true (fascia_item_takes (item, wanted->minimum));
      g_assert_true (fascia_item_takes (item, wanted->maximum));
      g_assert_false (fascia_item_takes (item, wanted->maximum + 1));
      g_assert_false (fascia_item_takes (item, wanted->minimum - 1));
      g_assert_false (fascia_item_takes (item, wanted->minimum + 0.3));
      g_assert_false (fascia_item_takes (item, NAN));
      g_assert_false (fascia_item_takes (item, INFINITY));
    }
  g_assert_null (fascia_items_get (items, G_N_ELEMENTS (expected)));
  g_assert_cmpstr (fascia_items_get_name (items, "own-unknown"), ==, "own-unknown");
}

static void
test_texts (void)
{
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);
  gboolean is_gentle = TRUE;

  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (fascia_item_get_group (item) == FASCIA_ITEM_MOVEMENT)
        {
          check_text (fascia_item_get_avoid (item), ".");
          check_text (fascia_item_get_how (item), ".");
          check_text (fascia_item_get_stop (item), ".");
          g_assert_nonnull (strstr (fascia_item_get_stop (item), "pain, tingling, dizziness"));
          g_assert_null (fascia_item_get_question (item));
          g_assert_nonnull (fascia_item_get_unit (item));
          /* Gentle ones lead. */
          g_assert_true (is_gentle || !fascia_item_is_gentle (item));
          is_gentle = fascia_item_is_gentle (item);
          continue;
        }
      check_text (fascia_item_get_question (item), "?");
      g_assert_null (fascia_item_get_how (item));
      g_assert_false (fascia_item_is_gentle (item));
      /* Which end is good stands on the scale itself. */
      if (fascia_item_get_type_of (item) == FASCIA_ITEM_NUMBER)
        {
          g_assert_nonnull (fascia_item_get_low_label (item));
          g_assert_nonnull (fascia_item_get_high_label (item));
          g_assert_cmpint (fascia_item_get_better (item), !=, -1);
        }
    }
}

/* What bends, strains or needs balance is never offered first, and says so. */
static void
test_never_gentle (void)
{
  static const char *const hard[] = { "ftf", "sr", "csr", "sls", "sts30", "side-bend", "thomas" };
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hard); i++)
    g_assert_false (fascia_item_is_gentle (fascia_items_lookup (items, hard[i])));
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_str_has_prefix (fascia_item_get_avoid (fascia_items_lookup (items, hard[i])),
                                     "This one bends"));
}

static void
assert_value (const FasciaItems *items, const char *code, double value, const char *text)
{
  g_autofree char *told = fascia_item_dup_value (fascia_items_lookup (items, code), value);

  g_assert_cmpstr (told, ==, text);
}

static void
test_values (void)
{
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);
  const FasciaItem *minutes = fascia_items_lookup (items, "stiffness-morning");
  static const double choices[] = { 0, 5, 10, 15, 30, 45, 60, 90, 120, 180 };

  assert_value (items, "sleep", 6, "6 of 10");
  assert_value (items, "stiffness-morning", 45, "45 min");
  assert_value (items, "stiffness-morning", 180, "180 min or more");
  assert_value (items, "ktw", 12.5, "12.5 cm");
  assert_value (items, "ftf", -3, "-3 cm");
  assert_value (items, "slr", 75, "75°");
  assert_value (items, "sts30", 12, "12 ×");
  assert_value (items, "change", 2, "much better");
  assert_value (items, "change", -3, "very much worse");
  assert_value (items, "headache", 1, "yes");
  assert_value (items, "headache", 0, "no");
  /* Another version may have known it. */
  assert_value (items, "stiffness-morning", 20, "20 min");
  assert_value (items, "headache", 7, "7");
  assert_value (items, "ktw", 1.0 / 3, "0.333 cm");
  assert_value (items, "ktw", -0.0, "0 cm");

  g_assert_cmpuint (fascia_item_get_n_choices (minutes), ==, G_N_ELEMENTS (choices));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_assert_cmpfloat (fascia_item_get_choice (minutes, i), ==, choices[i]);
      g_autofree char *value = fascia_item_dup_value (minutes, choices[i]);
      g_assert_cmpstr (fascia_item_get_choice_name (minutes, i), ==, value);
    }
  g_assert_cmpuint (fascia_item_get_n_choices (fascia_items_lookup (items, "change")), ==, 7);
  g_assert_cmpstr (fascia_item_get_unit (fascia_items_lookup (items, "slr")), ==, "°");
}

static void
test_own (void)
{
  FasciaOwnScale steps = { .code = "own-1",
                           .name = "Steps",
                           .minimum = 0,
                           .maximum = 50000,
                           .step = 100,
                           .unit = "steps",
                           .better = 1 };
  const FasciaOwnScale joy = { .code = "own-2",
                               .name = "joy",
                               .minimum = 1,
                               .maximum = 5,
                               .step = 0.1,
                               .low_label = "none",
                               .better = -1,
                               .is_hidden = TRUE };
  const FasciaOwnScale thief = { .code = "sleep", .name = "x", .maximum = 1, .step = 1 };
  g_autoptr (FasciaItems) ready = fascia_items_new (NULL);
  g_autoptr (FasciaItems) one = fascia_items_with_own (ready, &steps);
  g_autoptr (FasciaItems) two = fascia_items_with_own (one, &joy);
  g_autoptr (FasciaItems) same = fascia_items_with_own (two, &thief);
  const guint n = fascia_items_get_n (ready);

  g_assert_cmpuint (fascia_items_get_n (same), ==, n + 2);
  g_assert_cmpstr (fascia_items_get_name (same, "sleep"), ==, "Sleep");
  g_assert_cmpstr (fascia_item_get_code (fascia_items_get (two, n)), ==, "own-2");
  const FasciaItem *item = fascia_items_lookup (two, "own-2");
  g_assert_true (fascia_item_is_hidden (item));
  g_assert_cmpstr (fascia_item_get_low_label (item), ==, "none");
  g_assert_cmpint (fascia_item_get_better (item), ==, -1);
  g_assert_cmpint (fascia_item_get_group (item), ==, FASCIA_ITEM_OWN);
  for (int i = 10; i <= 50; i++)
    g_assert_true (fascia_item_takes (item, i / 10.0));
  g_assert_false (fascia_item_takes (item, 1.05));
  assert_value (two, "own-1", 8200, "8200 steps");
  assert_value (two, "own-2", 3.5, "3.5 of 5");

  steps.name = "Ways";
  g_autoptr (FasciaItems) renamed = fascia_items_with_own (two, &steps);
  g_assert_cmpuint (fascia_items_get_n (renamed), ==, n + 2);
  g_assert_cmpstr (fascia_items_get_name (renamed, "own-1"), ==, "Ways");
  g_assert_cmpstr (fascia_items_get_name (two, "own-1"), ==, "Steps");
}

static void
test_faults (void)
{
  const FasciaOwnScale good = { .name = "a", .minimum = 0, .maximum = 10, .step = 1, .better = -1 };
  FasciaOwnScale bad[] = { good, good, good, good, good, good, good, good };

  bad[0].name = "  ";
  bad[1].maximum = 0;
  bad[2].step = 0;
  bad[3].step = 11;
  bad[4].minimum = NAN;
  bad[5].maximum = INFINITY;
  bad[6].unit = " ";
  bad[7].step = 1e-9;
  g_assert_null (fascia_own_scale_find_fault (&good));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *fault = fascia_own_scale_find_fault (&bad[i]);

      g_assert_nonnull (fault);
      g_assert_true (g_str_has_suffix (fault, "."));
    }
}

static void
assert_senseless (const char *attributes, const char *content)
{
  g_autofree char *xml = g_strdup_printf ("<items><item %s>%s</item></items>", attributes, content);
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_items_new_from_data (xml, &error));
  g_assert_nonnull (error);
}

static void
test_senseless (void)
{
  static const char *const name = "<name>a</name><question>b?</question>";
  static const char *const good = "code='a' group='daily' type='number' to='10'";
  g_autofree char *xml = g_strdup_printf ("<items><item %s>%s</item></items>", good, name);
  g_autoptr (FasciaItems) items = fascia_items_new_from_data (xml, NULL);

  g_assert_nonnull (items);
  assert_senseless (good, "");
  assert_senseless (good, "<name>a</name>");
  assert_senseless (good, "<name>a</name><question> </question>");
  assert_senseless (good, "<name>a</name><question>b?</question><what/>");
  assert_senseless ("code='A' group='daily' type='number' to='10'", name);
  assert_senseless ("code='a' group='yearly' type='number' to='10'", name);
  assert_senseless ("code='a' group='daily' type='words'", name);
  assert_senseless ("code='a' group='daily' type='number' to='0'", name);
  assert_senseless ("code='a' group='daily' type='number' to='ten'", name);
  assert_senseless ("code='a' group='daily' type='number' to='10' step='3'", name);
  assert_senseless ("code='a' group='daily' type='number' to='10' better='more'", name);
  assert_senseless ("code='a' group='daily' type='number' to='10' ready='1'", name);
  assert_senseless ("code='a' group='daily' type='choice'", name);
  assert_senseless ("code='a' group='daily' type='choice' choices='3 2'", name);
  assert_senseless ("code='a' group='movement' type='number' to='10' unit='cm'", "<name>a</name>");
  g_assert_null (fascia_items_new_from_data ("<items/>", NULL));
  g_assert_null (fascia_items_new_from_data ("<items><item", NULL));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/items/list", test_list);
  g_test_add_func ("/items/texts", test_texts);
  g_test_add_func ("/items/never-gentle", test_never_gentle);
  g_test_add_func ("/items/values", test_values);
  g_test_add_func ("/items/own", test_own);
  g_test_add_func ("/items/faults", test_faults);
  g_test_add_func ("/items/senseless", test_senseless);
  return g_test_run ();
}
