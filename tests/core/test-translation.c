/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text of our data files, and of tables in the source, reaches gettext: seen through the made-up translation.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "fascia-body.h"
#include "fascia-feelings.h"
#include "fascia-heat.h"
#include "fascia-referral.h"
#include "fascia-signs.h"

#include "core/journal/fascia-operation-private.h"

/* The made-up translation puts every text in brackets. */
static void
assert_translated (const char *translated, const char *english)
{
  if (g_str_has_prefix (translated, "[") && g_str_has_suffix (translated, "]"))
    return;
  g_test_message ("“%s” is not in the catalogue", english);
  g_test_fail ();
}

static void
test_regions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);

  guint n_regions = fascia_body_get_n_regions (body);
  g_assert_cmpuint (n_regions, ==, 110);
  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      assert_translated (fascia_region_get_name (region), fascia_region_get_name_c (region));
      g_assert_false (g_str_has_prefix (fascia_region_get_name_c (region), "["));
    }
}

/* Names that stand in tables of the source. */
static void
test_figure (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  const FasciaInset *insets;
  guint n;

  g_assert_no_error (error);
  insets = fascia_body_get_insets (body, &n);
  for (guint i = 0; i < n; i++)
    assert_translated (fascia_inset_get_name (&insets[i]), insets[i].code);
  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    assert_translated (fascia_body_get_area_name (body, i), fascia_body_get_area_code (body, i));
  for (int i = 0; i < FASCIA_N_LIMBS; i++)
    assert_translated (fascia_limb_get_name ((FasciaLimb) i), fascia_limb_to_code ((FasciaLimb) i));
}

static void
test_feelings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaFeelings) list = fascia_feelings_new (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_feelings_get_n (list); i++)
    {
      const FasciaFeeling *word = fascia_feelings_get (list, i);

      assert_translated (fascia_feeling_get_name (word), fascia_feeling_get_name_c (word));
      g_assert_false (g_str_has_prefix (fascia_feeling_get_name_c (word), "["));
    }
  for (guint i = 0; i < fascia_feelings_get_n_groups (list); i++)
    {
      const char *code = fascia_feelings_get_group_code (list, i);

      assert_translated (fascia_feelings_get_group_name (list, code), code);
    }
}

static void
test_referral (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaReferralTable) table = fascia_referral_table_new (body, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_referral_table_get_n (table); i++)
    {
      const FasciaReferral *fact = fascia_referral_table_get (table, i);

      assert_translated (fascia_referral_get_name (fact), fascia_referral_get_id (fact));
      assert_translated (fascia_referral_get_fact (fact), fascia_referral_get_id (fact));
      g_assert_false (g_str_has_prefix (fascia_referral_get_source (fact), "["));
    }
}

static void
test_signs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);

      assert_translated (fascia_sign_get_question (sign), fascia_sign_get_id (sign));
      if (fascia_sign_get_advice (sign) != NULL)
        assert_translated (fascia_sign_get_advice (sign), fascia_sign_get_id (sign));
      g_assert_false (g_str_has_prefix (fascia_sign_get_source (sign), "["));
    }
  for (FasciaSignLevel level = FASCIA_SIGN_EMERGENCY; level <= FASCIA_SIGN_SOON; level++)
    assert_translated (fascia_sign_level_get_advice (level), "advice");
}

static void
test_heat (void)
{
  for (FasciaHeatMeasure measure = FASCIA_HEAT_SHARE; measure <= FASCIA_HEAT_WORST; measure++)
    for (int step = -1; step < 5; step++)
      {
        g_autofree char *text = fascia_heat_dup_step_text (measure, step);

        assert_translated (text, "step");
      }
}

static void
assert_labels (FasciaOperationKind kind, FasciaEntry *before, FasciaEntry *after, gint32 today)
{
  g_autoptr (FasciaOperation) operation
      = fascia_operation_new (1, kind, FASCIA_CHANGE_NONE, 1, before, after, TRUE);
  g_autofree char *undo = fascia_operation_dup_undo_label (operation, today);
  g_autofree char *undone = fascia_operation_dup_undone_label (operation, today);

  assert_translated (undo, undo);
  assert_translated (undone, undone);
  /* The day in it is translated by itself. */
  if (before != NULL || after != NULL)
    {
      g_assert_nonnull (strchr (undo + 1, '['));
      g_assert_nonnull (strchr (undone + 1, '['));
    }
}

/* What undoing is called, for every kind of entry and of operation, and every way to name a day. */
static void
test_undo (void)
{
  static const gint32 days_ago[] = { 0, 1, 2, 3, 4, 5, 6, 7, 400 };
  const FasciaUid uid = { { 1 } };

  for (FasciaEntryKind kind = FASCIA_ENTRY_CHECK_IN; kind <= FASCIA_ENTRY_NOTE; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (days_ago); i++)
      {
        const FasciaMoment moment = { 0, 0, 0, "UTC" };
        g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, kind, &moment);

        assert_labels (FASCIA_OPERATION_PUT, NULL, entry, days_ago[i]);
        assert_labels (FASCIA_OPERATION_PUT, entry, entry, days_ago[i]);
        assert_labels (FASCIA_OPERATION_SET_NOTE, entry, entry, days_ago[i]);
        assert_labels (FASCIA_OPERATION_DELETE_ENTRY, entry, NULL, days_ago[i]);
      }
  assert_labels (FASCIA_OPERATION_IMPORT, NULL, NULL, 0);
  assert_labels (FASCIA_OPERATION_TAGS, NULL, NULL, 0);
  assert_labels (FASCIA_OPERATION_ITEMS, NULL, NULL, 0);
  assert_labels (FASCIA_OPERATION_CLOSE_CHECK_IN, NULL, NULL, 0);
}

/* Only the elements our rules name are handed out: a code is a key in people's journals. */
static void
test_attributes_stay (void)
{
  g_assert_cmpstr (_ ("shoulder-top-left"), ==, "shoulder-top-left");
  g_assert_cmpstr (_ ("source-read"), ==, "source-read");
  g_assert_cmpstr (_ ("new-injury"), ==, "new-injury");
  g_assert_cmpstr (_ ("heart attack"), ==, "heart attack");
  g_assert_cmpstr (_ ("show as a teaching model only"), ==, "show as a teaching model only");
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en_XA", TRUE);
  g_test_init (&argc, &argv, NULL);

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FASCIA_PSEUDO_LOCALE"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP the locale en_US.UTF-8 is not here\n");
      return 0;
    }

  g_test_add_func ("/translation/regions", test_regions);
  g_test_add_func ("/translation/figure", test_figure);
  g_test_add_func ("/translation/feelings", test_feelings);
  g_test_add_func ("/translation/referral", test_referral);
  g_test_add_func ("/translation/signs", test_signs);
  g_test_add_func ("/translation/heat", test_heat);
  g_test_add_func ("/translation/undo", test_undo);
  g_test_add_func ("/translation/attributes-stay", test_attributes_stay);
  return g_test_run ();
}
