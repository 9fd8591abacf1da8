/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety check in the window: questions and answers, the setup, care at a place, help.
 */

#include "config.h"

#include "body/fascia-emergency-row.h"
#include "body/fascia-help-areas.h"
#include "body/fascia-help-page.h"
#include "body/fascia-place-care.h"
#include "body/fascia-place-dialog.h"
#include "body/fascia-six-weeks.h"
#include "fascia-body-setup.h"
#include "fascia-test-read.h"
#include "journal/fascia-item-picker.h"
#include "journal/fascia-therapist-notes.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-safety-form.h"
#include "routines/fascia-safety-question-row.h"
#include "safety-fixture.h"
#include "settings/fascia-safety-preferences.h"

/* ---- questions and answers ---- */

/* Every condition of the setup is asked, and once; an injury is one question for all its stages. */
static void
test_form_asks_all (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (FasciaConditions) conditions = load_conditions (&body);
  g_autoptr (FasciaSafetyForm) form = fascia_safety_form_new (conditions, NULL, 0);
  guint n_setup = 0;

  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    {
      const FasciaCondition *condition = fascia_conditions_get (conditions, i);
      const FasciaSafetyQuestion *question
          = fascia_safety_form_lookup (form, fascia_condition_get_question_code (condition));
      gboolean is_setup
          = (fascia_condition_get_asked (condition) & FASCIA_CONDITION_ASKED_SETUP) != 0;

      g_assert_true (is_setup == (question != NULL));
      n_setup += is_setup ? 1 : 0;
      if (question == NULL)
        continue;
      g_assert_cmpint (strlen (fascia_safety_question_get_name (question)), >, 0);
      g_assert_cmpint (strlen (fascia_safety_question_get_effect (question)), >, 0);
    }
  g_assert_cmpuint (n_setup, ==, fascia_safety_form_get_n (form) + 3);
  g_assert_null (fascia_safety_form_lookup (form, "fever"));
  const FasciaSafetyQuestion *injury = fascia_safety_form_lookup (form, "injury");
  g_assert_true (injury->has_site && injury->asks_date && injury->is_absolute);
  g_assert_false (fascia_safety_form_has_any (form));
  g_autoptr (GArray) none = fascia_safety_form_dup_answers (form);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is read comes out again, places and days apart, what nobody here knows included. */
static void
test_form_keeps (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (FasciaConditions) conditions = load_conditions (&body);
  const FasciaConditionAnswer answers[] = {
    { "injury", g_intern_static_string ("knee-front-left"), FASCIA_SIDE_MIDLINE, 20500, FALSE },
    { "injury", g_intern_static_string ("heel-right"), FASCIA_SIDE_MIDLINE, 20510, FALSE },
    { "lymphoedema", NULL, FASCIA_SIDE_LEFT, FASCIA_DAY_UNKNOWN, FALSE },
    { "pregnancy", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, TRUE },
    { "moonlight", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE },
  };
  g_autoptr (FasciaSafetyForm) form
      = fascia_safety_form_new (conditions, answers, G_N_ELEMENTS (answers));
  g_autoptr (GArray) again = fascia_safety_form_dup_answers (form);
  guint n_found = 0;

  g_assert_cmpuint (again->len, ==, G_N_ELEMENTS (answers));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint k = 0; k < again->len; k++)
      {
        const FasciaConditionAnswer *one = &g_array_index (again, FasciaConditionAnswer, k);

        if (g_str_equal (one->code, answers[i].code)
            && g_strcmp0 (one->region, answers[i].region) == 0 && one->side == answers[i].side
            && one->since_day == answers[i].since_day && one->is_unsure == answers[i].is_unsure)
          n_found++;
      }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (answers));

  /* A place is asked for where there is one. */
  FasciaSafetyQuestion *implant = fascia_safety_form_lookup (form, "implant");
  g_assert_null (fascia_safety_form_find_open (form));
  implant->is_on = TRUE;
  g_assert_true (fascia_safety_form_find_open (form) == implant);
  fascia_safety_question_set_place (implant, "heel-left", TRUE);
  fascia_safety_question_set_place (implant, "heel-left", TRUE);
  g_assert_cmpuint (implant->spots->len, ==, 1);
  g_assert_null (fascia_safety_form_find_open (form));
}

static guint
count_gone (FasciaConditions *conditions,
            const FasciaConditionAnswer *before,
            const FasciaConditionAnswer *after)
{
  g_autoptr (GArray) gone
      = fascia_safety_find_taken_out (conditions, before, 1, after, after != NULL ? 1 : 0);

  return gone->len;
}

/* Only what is absolute asks before it goes; and half of it is no more than half. */
static void
test_form_taken_out (void)
{
  g_autoptr (FasciaBody) body = NULL;
  g_autoptr (FasciaConditions) conditions = load_conditions (&body);
  const FasciaConditionAnswer clot = { "clot", NULL, FASCIA_SIDE_MIDLINE, 0, FALSE };
  const FasciaConditionAnswer both = { "line-fistula", NULL, FASCIA_SIDE_MIDLINE, 0, FALSE };
  const FasciaConditionAnswer left = { "line-fistula", NULL, FASCIA_SIDE_LEFT, 0, FALSE };
  const FasciaConditionAnswer injury = { "injury", "heel-left", FASCIA_SIDE_MIDLINE, 1, FALSE };
  const FasciaConditionAnswer other = { "injury", "heel-right", FASCIA_SIDE_MIDLINE, 1, FALSE };
  const FasciaConditionAnswer implant = { "implant", "heel-left", FASCIA_SIDE_MIDLINE, 1, FALSE };

  g_assert_cmpuint (count_gone (conditions, &clot, NULL), ==, 1);
  g_assert_cmpuint (count_gone (conditions, &clot, &clot), ==, 0);
  g_assert_cmpuint (count_gone (conditions, &both, &left), ==, 1);
  g_assert_cmpuint (count_gone (conditions, &left, &both), ==, 0);
  g_assert_cmpuint (count_gone (conditions, &injury, &other), ==, 1);
  g_assert_cmpuint (count_gone (conditions, &implant, NULL), ==, 0);
}

/* ---- six weeks ---- */

static gboolean
is_due (const int *levels, guint n_levels)
{
  const gint32 today = 20522;
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  /* One mark a week, the last of them today; -2: none. */
  for (guint i = 0; i < n_levels; i++)
    {
      const FasciaUid uid = { .bytes = { 1, (guint8) i } };
      const gint32 day = today - 7 * (gint32) (n_levels - 1 - i);
      FasciaMoment moment;
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      const FasciaMark mark = { .region = g_intern_static_string (LEFT),
                                .scale = FASCIA_SCALE_TIGHTNESS,
                                .level = levels[i] };

      if (levels[i] == -2)
        continue;
      fascia_moment_init (&moment, (gint64) day * 86400000 + 1000, utc);
      g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
      g_ptr_array_add (entries, fascia_entry_with_mark (entry, &mark));
    }
  g_autoptr (FasciaSeries) series
      = fascia_series_new_from_entries ((FasciaEntry *const *) entries->pdata, entries->len);
  return fascia_six_weeks_is_due (series, LEFT, today);
}

static void
test_six_weeks (void)
{
  const int same[] = { 5, 6, 5, 5, 6, 5 };
  const int better[] = { 6, 6, 5, 4, 4, 3 };
  const int worse[] = { 3, 3, 4, 5, 6, 7 };
  const int eased[] = { 5, 6, 5, 5, 6, 0 };
  const int new_one[] = { -2, -2, 5, 5, 6, 5 };
  const int seldom[] = { 5, -2, -2, -2, 6, 5 };
  const int some[] = { 5, -2, 5, -2, 6, 5 };
  const int unrated[] = { FASCIA_LEVEL_NOT_GIVEN, FASCIA_LEVEL_NOT_GIVEN, FASCIA_LEVEL_NOT_GIVEN,
                          FASCIA_LEVEL_NOT_GIVEN, FASCIA_LEVEL_NOT_GIVEN, FASCIA_LEVEL_NOT_GIVEN };

  g_assert_true (is_due (same, 6));
  g_assert_false (is_due (better, 6));
  g_assert_true (is_due (worse, 6));
  g_assert_false (is_due (eased, 6));
  g_assert_false (is_due (new_one, 6));
  g_assert_false (is_due (seldom, 6));
  g_assert_true (is_due (some, 6));
  g_assert_true (is_due (unrated, 6));
}

static void
test_emergency_uri (void)
{
  static const struct
  {
    const char *number;
    const char *uri;
  } cases[] = {
    { "112", "tel:112" },
    { "+49 (116) 117", "tel:+49116117" },
    { "ask my neighbour", NULL },
    { "", NULL },
    { "+", NULL },
    { "000 / 112", "tel:000112" },
    { "1+2", "tel:12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = fascia_emergency_dup_uri (cases[i].number);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

/* ---- the setup dialog ---- */

typedef struct
{
  guint n_done;
  int response;
} Done;

static void
on_done (AdwDialog *dialog, int response, Done *done)
{
  done->n_done++;
  done->response = response;
}

static gboolean
is_done (gpointer data)
{
  return ((Done *) data)->n_done > 0;
}

static AdwDialog *
present_setup (Fixture *fixture, Done *done)
{
  AdwDialog *dialog
      = fascia_safety_dialog_new (get_book (fixture), GTK_WIDGET (fixture->page), NULL);

  g_signal_connect (dialog, "done", G_CALLBACK (on_done), done);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_mapped, dialog);
  fascia_test_drain ();
  return dialog;
}

static AdwExpanderRow *
open_question (AdwDialog *dialog, const char *group, const char *question)
{
  GtkWidget *row = find_row (GTK_WIDGET (dialog), group);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
  fascia_test_drain ();
  row = find_row (GTK_WIDGET (dialog), question);
  g_assert_nonnull (row);
  return ADW_EXPANDER_ROW (row);
}

/* One click says that nothing is so, and it is one operation that Undo takes back. */
static void
test_setup_none (Fixture *fixture, gconstpointer data)
{
  Done done = { 0 };

  show_ready (fixture);
  g_assert_false (fascia_safety_is_answered (fascia_safety_book_get_safety (get_book (fixture))));
  AdwDialog *dialog = present_setup (fixture, &done);
  press (GTK_WIDGET (dialog), "_None of These");
  fascia_test_assert_until (is_done, &done);
  g_assert_cmpint (done.response, ==, FASCIA_SAFETY_DIALOG_NONE);
  g_assert_true (fascia_safety_is_answered (fascia_safety_book_get_safety (get_book (fixture))));
  fascia_test_assert_until (has_no_dialog, fixture);
  g_assert_nonnull (fascia_journal_get_undo (fixture->journal));
}

/* What is switched on is kept, with its place; without one it asks for it. */
static void
test_setup_place (Fixture *fixture, gconstpointer data)
{
  Done done = { 0 };

  show_ready (fixture);
  AdwDialog *dialog = present_setup (fixture, &done);
  AdwExpanderRow *row
      = open_question (dialog, "Operations and devices", "An implant or device under the skin");
  g_assert_true (adw_dialog_get_can_close (dialog));
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_false (adw_dialog_get_can_close (dialog));
  g_assert_nonnull (find_row (GTK_WIDGET (row), "Say Where It Is…"));
  g_assert_nonnull (find_row (GTK_WIDGET (row), "I am not sure"));
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (dialog));
  fascia_test_drain ();
  g_assert_cmpuint (done.n_done, ==, 0);

  /* Asked again on the page that is shown now. */
  row = ADW_EXPANDER_ROW (find_row (GTK_WIDGET (dialog), "An implant or device under the skin"));
  g_assert_true (adw_expander_row_get_enable_expansion (row));
  fascia_safety_question_row_ask_places (FASCIA_SAFETY_QUESTION_ROW (row));
  fascia_test_drain ();
  GtkWidget *place = find_row (GTK_WIDGET (dialog), "Left hip outside");
  if (place == NULL)
    place = find_row (GTK_WIDGET (dialog),
                      fascia_region_get_name (lookup (fixture, "hip-outer-left")));
  g_assert_nonnull (place);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (place, GTK_TYPE_CHECK_BUTTON)), TRUE);
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (dialog));
  fascia_test_assert_until (is_done, &done);
  g_assert_cmpint (done.response, ==, FASCIA_SAFETY_DIALOG_SAVED);
  const FasciaConditionAnswer *kept = find_answer (fixture, "implant");
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->region, ==, "hip-outer-left");
  g_assert_true (fascia_safety_book_is_at (get_book (fixture), lookup (fixture, "hip-outer-left")));
  g_assert_false (
      fascia_safety_book_is_at (get_book (fixture), lookup (fixture, "hip-outer-right")));
  fascia_test_assert_until (has_no_dialog, fixture);
}

static void
respond (Fixture *fixture, const char *response)
{
  fascia_test_assert_until (has_alert, fixture);
  AdwDialog *alert = get_dialog (fixture);

  g_signal_emit_by_name (alert, "response", response);
  adw_dialog_force_close (alert);
  fascia_test_drain ();
}

/* What is absolute goes only once a clinician agreed. */
static void
test_setup_absolute (Fixture *fixture, gconstpointer data)
{
  const FasciaConditionAnswer clot
      = { "clot", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE };
  Done done = { 0 };

  show_ready (fixture);
  answer (fixture, &clot, 1);
  AdwDialog *dialog = present_setup (fixture, &done);
  /* Nothing has changed is what is offered first now. */
  g_assert_null (find_button (GTK_WIDGET (dialog), "_None of These"));
  g_assert_nonnull (find_button (GTK_WIDGET (dialog), "_Nothing Has Changed"));
  AdwExpanderRow *row = open_question (dialog, "Blood and heart", "A blood clot now");
  g_assert_true (adw_expander_row_get_enable_expansion (row));
  adw_expander_row_set_enable_expansion (row, FALSE);
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (dialog));
  respond (fixture, "keep");
  g_assert_cmpuint (done.n_done, ==, 0);
  g_assert_nonnull (find_answer (fixture, "clot"));
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (dialog));
  respond (fixture, "out");
  fascia_test_assert_until (is_done, &done);
  g_assert_null (find_answer (fixture, "clot"));
  fascia_test_assert_until (has_no_dialog, fixture);
}

/* ---- care at a place ---- */

static gboolean
has_care (gpointer data)
{
  return fascia_place_care_is_at (((Fixture *) data)->model, lookup (data, LEFT));
}

static gboolean
has_no_care (gpointer data)
{
  return !has_care (data);
}

static void
test_care (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  AdwDialog *dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, LEFT),
                                               GTK_WIDGET (fixture->page));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_mapped, dialog);
  GtkWidget *care = find_type (GTK_WIDGET (dialog), FASCIA_TYPE_PLACE_CARE);
  g_assert_true (gtk_widget_get_visible (care));

  fascia_place_care_set (FASCIA_PLACE_CARE (care), "implant", TRUE);
  fascia_test_assert_until (has_care, fixture);
  fascia_test_drain ();
  g_assert_nonnull (find_row (care, "An implant or device under the skin"));
  /* One place is no answer to the whole setup, and not the other side. */
  g_assert_cmpint (fascia_safety_book_get_answered_day (get_book (fixture)), ==,
                   FASCIA_DAY_UNKNOWN);
  g_assert_false (fascia_place_care_is_at (fixture->model, lookup (fixture, RIGHT)));
  fascia_place_care_set (FASCIA_PLACE_CARE (care), "implant", FALSE);
  fascia_test_assert_until (has_no_care, fixture);
  fascia_test_drain ();
  g_assert_null (find_row (care, "An implant or device under the skin"));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* ---- help ---- */

static guint
count_signs (GtkWidget *root, FasciaSigns *signs)
{
  guint n_found = 0;

  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    if (find_row (root, fascia_sign_get_question (fascia_signs_get (signs, i))) != NULL)
      n_found++;
  return n_found;
}

/* Rows that can be seen without opening one, each a stop for Tab. */
static guint
count_stops (GtkWidget *root)
{
  guint n = GTK_IS_LIST_BOX_ROW (root) && !ADW_IS_EXPANDER_ROW (root) ? 1 : 0;

  if (GTK_IS_REVEALER (root) && !gtk_revealer_get_reveal_child (GTK_REVEALER (root)))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_stops (child);
  return n;
}

/* Every sign of the table is on the page, those of every place alike among them. */
static void
test_help_all (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (fixture->body, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL);
  fascia_test_assert_until (is_mapped, get_dialog (fixture));
  AdwDialog *dialog = get_dialog (fixture);
  g_assert_cmpuint (count_signs (GTK_WIDGET (dialog), signs), ==, fascia_signs_get_n (signs));
  g_assert_nonnull (find_row (GTK_WIDGET (dialog), "My emergency number"));
  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    if (!fascia_help_area_is_known (fascia_signs_get (signs, i)))
      g_error ("In which area is “%s”?", fascia_sign_get_id (fascia_signs_get (signs, i)));
  /* Few keys from the one end to the other: nothing but the mood is asked outside of an area. */
  g_assert_cmpuint (count_stops (GTK_WIDGET (dialog)), <, 30);

  /* The number is the person's own, kept in the journal, and told here. */
  GtkWidget *line = find_type (GTK_WIDGET (dialog), FASCIA_TYPE_EMERGENCY_LINE);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (line)));
  g_autoptr (GtkWidget) number = g_object_ref_sink (fascia_emergency_row_new (fixture->journal));
  gtk_editable_set_text (GTK_EDITABLE (number), " 112 ");
  g_signal_emit_by_name (number, "apply");
  fascia_test_drain ();
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  g_assert_cmpstr (fascia_settings_get_string (settings, FASCIA_SETTING_HELP_NUMBER, NULL), ==,
                   "112");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (line)), ==, "112");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (line)));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* ---- movement tests ---- */

static void
test_item_gate (Fixture *fixture, gconstpointer data)
{
  const FasciaConditionAnswer falls
      = { "falls", NULL, FASCIA_SIDE_MIDLINE, FASCIA_DAY_UNKNOWN, FALSE };

  show_ready (fixture);
  answer (fixture, &falls, 1);
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);
  FasciaSafety *safety = fascia_safety_book_get_safety (get_book (fixture));
  g_autoptr (GtkWidget) picker
      = g_object_ref_sink (GTK_WIDGET (fascia_item_picker_new_safe (items, NULL, safety)));
  guint n_held_back = 0;

  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);
      GtkWidget *row = find_row (picker, fascia_item_get_name (item));

      /* Never silently missing. */
      g_assert_nonnull (row);
      if (fascia_item_get_group (item) != FASCIA_ITEM_MOVEMENT)
        continue;
      g_auto (FasciaVerdict) verdict = { 0 };
      fascia_safety_judge (safety, &verdict, fascia_item_get_traits (item), NULL, 10);
      gboolean is_held_back = verdict.kind == FASCIA_VERDICT_HELD_BACK;
      g_assert_true (
          fascia_item_picker_choose (FASCIA_ITEM_PICKER (picker), fascia_item_get_code (item))
          != is_held_back);
      n_held_back += is_held_back ? 1 : 0;
    }
  g_assert_cmpuint (n_held_back, >, 0);
}

/* ---- notes for the therapist ---- */

static gboolean
has_note (gpointer data)
{
  return fascia_therapist_notes_get_n (data) == 1;
}

static gboolean
is_said (gpointer data)
{
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (((Fixture *) data)->journal);

  return g_strv_contains (fascia_entry_get_tags (g_ptr_array_index (entries, 0)), FASCIA_TAG_SAID)
         && !g_strv_contains (fascia_entry_get_tags (g_ptr_array_index (entries, 0)),
                              FASCIA_TAG_TO_SAY);
}

static void
test_therapist_notes (Fixture *fixture, gconstpointer data)
{
  static const char *const tags[] = { FASCIA_TAG_TO_SAY, NULL };
  const FasciaUid none = { 0 };
  FasciaMoment now;

  show_ready (fixture);
  fascia_clock_now (fixture->clock, &now);
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&none, FASCIA_ENTRY_NOTE, &now);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (empty, tags);
  g_autoptr (FasciaEntry) note = fascia_entry_with_note (tagged, "It pulls when I turn.");
  fascia_test_put (fixture->journal, note);

  g_autoptr (GtkWidget) list = g_object_ref_sink (fascia_therapist_notes_new ());
  fascia_therapist_notes_set_journal (FASCIA_THERAPIST_NOTES (list), fixture->journal);
  fascia_test_assert_until (has_note, list);
  g_assert_true (gtk_widget_get_visible (list));
  gtk_check_button_set_active (fascia_therapist_notes_get_check (FASCIA_THERAPIST_NOTES (list), 0),
                               TRUE);
  fascia_test_assert_until (is_said, fixture);
  /* It stays in the list while that is looked at, and goes back to waiting. */
  g_assert_cmpuint (fascia_therapist_notes_get_n (FASCIA_THERAPIST_NOTES (list)), ==, 1);
  fascia_test_drain ();
  g_object_run_dispose (G_OBJECT (list));
}

/* ---- preferences ---- */

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);
  AdwPreferencesPage *page = fascia_safety_preferences_new (setup);
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_child (dialog, GTK_WIDGET (page));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_mapped, page);
  AdwSwitchRow *ball
      = fascia_safety_preferences_get_switch (FASCIA_SAFETY_PREFERENCES (page), "tennis-ball");
  AdwSwitchRow *chair
      = fascia_safety_preferences_get_switch (FASCIA_SAFETY_PREFERENCES (page), "chair");
  g_assert_nonnull (ball);
  g_assert_nonnull (chair);
  /* A wall is there for everybody. */
  g_assert_null (fascia_safety_preferences_get_switch (FASCIA_SAFETY_PREFERENCES (page), "wall"));
  /* Nothing was said yet: nothing is left out, and it looks so. */
  AdwSwitchRow *floor
      = fascia_safety_preferences_get_switch (FASCIA_SAFETY_PREFERENCES (page), "floor");
  g_assert_true (adw_switch_row_get_active (chair));
  g_assert_true (adw_switch_row_get_active (floor));
  g_assert_false (adw_switch_row_get_active (ball));
  adw_switch_row_set_active (ball, TRUE);
  adw_switch_row_set_active (floor, FALSE);
  fascia_test_drain ();
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  g_assert_true (adw_switch_row_get_active (chair));
  g_assert_false (
      g_strv_contains (fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES), "floor"));
  g_assert_true (
      g_strv_contains (fascia_settings_get_strv (settings, FASCIA_SETTING_TOOLS), "tennis-ball"));
  g_assert_true (
      g_strv_contains (fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES), "chair"));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* Who switches off one after the other keeps the last one, and hears why. */
static void
test_last_posture (Fixture *fixture, gconstpointer data)
{
  show_ready (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);
  AdwPreferencesPage *page = fascia_safety_preferences_new (setup);
  AdwDialog *dialog = adw_dialog_new ();
  AdwSwitchRow *last = NULL;
  guint n_on = 0;

  adw_dialog_set_child (dialog, GTK_WIDGET (page));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_mapped, page);
  for (guint i = 0; (1U << i) <= FASCIA_POSTURE_HANDS_AND_KNEES; i++)
    {
      last = fascia_safety_preferences_get_switch (
          FASCIA_SAFETY_PREFERENCES (page), fascia_posture_to_code ((FasciaPosture) (1U << i)));
      adw_switch_row_set_active (last, FALSE);
      fascia_test_drain ();
    }
  g_assert_true (adw_switch_row_get_active (last));
  for (guint i = 0; (1U << i) <= FASCIA_POSTURE_HANDS_AND_KNEES; i++)
    n_on += adw_switch_row_get_active (fascia_safety_preferences_get_switch (
        FASCIA_SAFETY_PREFERENCES (page), fascia_posture_to_code ((FasciaPosture) (1U << i))));
  g_assert_cmpuint (n_on, ==, 1);
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (last), ADW_TYPE_PREFERENCES_GROUP);
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), ==,
                   "One position stays on. Switch on another first.");
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  const char *const *kept = fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES);
  g_assert_cmpstr (kept[0], ==, fascia_posture_to_code (FASCIA_POSTURE_HANDS_AND_KNEES));
  g_assert_null (kept[1]);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/safety/form/asks-all", test_form_asks_all);
  g_test_add_func ("/safety/form/keeps", test_form_keeps);
  g_test_add_func ("/safety/form/taken-out", test_form_taken_out);
  g_test_add_func ("/safety/six-weeks", test_six_weeks);
  g_test_add_func ("/safety/emergency-uri", test_emergency_uri);
  ADD ("/safety/setup/none", test_setup_none);
  ADD ("/safety/setup/place", test_setup_place);
  ADD ("/safety/setup/absolute", test_setup_absolute);
  ADD ("/safety/care", test_care);
  ADD ("/safety/help-all", test_help_all);
  ADD ("/safety/item-gate", test_item_gate);
  ADD ("/safety/therapist-notes", test_therapist_notes);
  ADD ("/safety/preferences", test_preferences);
  ADD ("/safety/last-posture", test_last_posture);
#undef ADD
  return run_tests ();
}
