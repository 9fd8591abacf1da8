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
#include "fascia-items.h"
#include "fascia-query.h"
#include "fascia-referral.h"
#include "fascia-signs.h"
#include "fascia-tags.h"

#include "core/journal/fascia-operation-private.h"
#include "core/routines/fascia-library.h"
#include "core/routines/fascia-pose.h"

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
test_tags (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTags) tags = fascia_tags_new (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);

      assert_translated (fascia_tag_get_name (tag), fascia_tag_get_name_c (tag));
      g_assert_true (fascia_tags_find_name (tags, fascia_tag_get_name (tag)) == tag);
    }
}

/* What has no letters is the same in every language. */
static void
assert_translated_or_none (const char *translated, const char *code)
{
  for (const char *at = translated; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      {
        assert_translated (translated, code);
        return;
      }
}

static void
test_items (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaItems) items = fascia_items_new (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);
      const char *code = fascia_item_get_code (item);
      g_autofree char *value = fascia_item_dup_value (item, fascia_item_get_maximum (item));

      assert_translated (fascia_item_get_name (item), code);
      assert_translated_or_none (fascia_item_get_question (item), code);
      assert_translated_or_none (fascia_item_get_unit (item), code);
      assert_translated_or_none (fascia_item_get_low_label (item), code);
      assert_translated_or_none (fascia_item_get_high_label (item), code);
      assert_translated_or_none (fascia_item_get_avoid (item), code);
      assert_translated_or_none (fascia_item_get_how (item), code);
      assert_translated_or_none (fascia_item_get_stop (item), code);
      for (guint j = 0; j < fascia_item_get_n_choices (item); j++)
        assert_translated (fascia_item_get_choice_name (item, j), code);
      assert_translated_or_none (value, code);
    }
}

/* What has a name is found by it in this language and in English. */
static void
test_search (void)
{
  static const FasciaUid uid = { { 1 } };
  static const char *const tag_codes[] = { "long-sitting", NULL };
  const FasciaMoment moment = { .zone = "UTC" };
  const FasciaMark mark = { "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (FasciaTags) tags = fascia_tags_new (NULL);
  const FasciaNames names = { body, NULL, tags, NULL };
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
  g_autoptr (FasciaEntry) marked = fascia_entry_with_mark (empty, &mark);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_tags (marked, tag_codes);
  const char *const typed[] = {
    "left shoulder top",
    "long sitting",
    "check-in",
    fascia_region_get_name (fascia_body_lookup (body, "shoulder-top-left")),
    fascia_tags_get_name (tags, "long-sitting"),
    C_ ("journal entry", "Check-in"),
  };
  g_autoptr (FasciaQuery) all = fascia_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (FasciaQuery) query = fascia_query_with_text (all, typed[i], &names);

      if (!fascia_query_matches (query, entry))
        g_error ("“%s” is not found", typed[i]);
      g_assert_false (fascia_query_is_empty (query));
    }
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
test_library (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  const char *const *tools = fascia_library_get_tools (library);
  const char *const *techniques = fascia_technique_get_codes ();

  for (guint i = 0; i < fascia_library_get_n_steps (library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const char *id = fascia_step_get_id (step);
      g_autofree char *dose = fascia_step_dup_dose (step);

      assert_translated (fascia_step_get_title (step), id);
      for (guint bit = 0; bit < FASCIA_N_POSTURES; bit++)
        assert_translated (fascia_step_get_setup_for (step, 1u << bit), id);
      assert_translated (fascia_step_get_movement (step), id);
      assert_translated (fascia_step_get_cue (step), id);
      assert_translated (fascia_step_get_avoid (step), id);
      assert_translated (fascia_step_get_easier (step), id);
      assert_translated (fascia_step_get_harder (step), id);
      assert_translated (dose, id);
      g_assert_false (g_str_has_prefix (fascia_step_get_title_c (step), "["));
      g_assert_false (g_str_has_prefix (fascia_step_get_source (step), "["));
    }
  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      const FasciaRoutine *routine = fascia_library_get_routine (library, i);
      const char *id = fascia_routine_get_id (routine);

      assert_translated (fascia_routine_get_title (routine), id);
      if (fascia_routine_get_summary (routine) != NULL)
        assert_translated (fascia_routine_get_summary (routine), id);
    }
  for (guint i = 0; tools[i] != NULL; i++)
    assert_translated (fascia_library_get_tool_name (library, tools[i]), tools[i]);
  for (guint i = 0; techniques[i] != NULL; i++)
    assert_translated (fascia_technique_get_name (techniques[i]), techniques[i]);
  for (FasciaStepKind kind = FASCIA_STEP_RELEASE; kind <= FASCIA_STEP_REST; kind++)
    assert_translated (fascia_step_kind_get_name (kind), fascia_step_kind_to_code (kind));

  /* Found in the language of the moment, and in English. */
  g_autoptr (GPtrArray) here
      = fascia_library_find (library, fascia_library_get_tool_name (library, "tennis-ball"));
  g_autoptr (GPtrArray) english = fascia_library_find (library, "Tennis ball");
  g_assert_cmpuint (here->len, >, 0);
  g_assert_cmpuint (english->len, >, 0);
}

static void
test_poses (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPoses) poses = fascia_poses_new (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      const FasciaPosture shown = fascia_pose_get_posture (pose);
      g_autofree char *words = fascia_pose_dup_words (
          pose, FASCIA_SIDE_LEFT,
          shown == FASCIA_POSTURE_BED ? FASCIA_POSTURE_CHAIR : FASCIA_POSTURE_BED);

      assert_translated (fascia_pose_get_description (pose), fascia_pose_get_step (pose));
      assert_translated (words, fascia_pose_get_step (pose));
    }
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
  assert_labels (FASCIA_OPERATION_SAFETY, NULL, NULL, 0);
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
  g_test_add_func ("/translation/tags", test_tags);
  g_test_add_func ("/translation/items", test_items);
  g_test_add_func ("/translation/search", test_search);
  g_test_add_func ("/translation/referral", test_referral);
  g_test_add_func ("/translation/signs", test_signs);
  g_test_add_func ("/translation/library", test_library);
  g_test_add_func ("/translation/poses", test_poses);
  g_test_add_func ("/translation/heat", test_heat);
  g_test_add_func ("/translation/undo", test_undo);
  g_test_add_func ("/translation/attributes-stay", test_attributes_stay);
  return g_test_run ();
}
