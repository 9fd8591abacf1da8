/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is heard and seen of a session: chosen in the preferences or in its menu, kept with the journal,
 * and heard at once.
 */

#include "config.h"

#include "fascia-announce.h"
#include "fascia-test-voice.h"
#include "fascia-test-window.h"
#include "routines/fascia-player-page-private.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-speaker.h"
#include "settings/fascia-session-preferences.h"

static gboolean
is_setup_loaded (gpointer data)
{
  return fascia_body_setup_is_loaded (data);
}

static FasciaBodySetup *
open_setup (Fixture *fixture)
{
  show (fixture, 1000, 700);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);

  fascia_test_assert_until (is_setup_loaded, setup);
  return setup;
}

/* In a dialog over the window, as in the preferences. */
static FasciaSessionPreferences *
present (Fixture *fixture, FasciaBodySetup *setup, AdwDialog **dialog)
{
  GtkWidget *group = fascia_session_preferences_new (setup);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  *dialog = adw_dialog_new ();
  adw_dialog_set_child (*dialog, GTK_WIDGET (page));
  adw_dialog_present (*dialog, GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  return FASCIA_SESSION_PREFERENCES (group);
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

static void
on_settings_read (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaSettings **settings = data;
  g_autoptr (GError) error = NULL;

  *settings = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_settings_read (gpointer data)
{
  return *(FasciaSettings **) data != NULL;
}

static FasciaSettings *
read_settings (Fixture *fixture)
{
  FasciaSettings *settings = NULL;

  fascia_journal_load_settings_async (fixture->journal, NULL, on_settings_read, &settings);
  fascia_test_assert_until (is_settings_read, &settings);
  return settings;
}

/* ---- the group ---- */

static void
test_group (Fixture *fixture, gconstpointer data)
{
  FasciaBodySetup *setup = open_setup (fixture);
  AdwDialog *dialog = NULL;
  FasciaSessionPreferences *group = present (fixture, setup, &dialog);
  AdwSwitchRow *chime = fascia_session_preferences_get_switch (group, FASCIA_SETTING_PLAYER_CHIME);
  AdwSwitchRow *voice = fascia_session_preferences_get_switch (group, FASCIA_SETTING_PLAYER_VOICE);
  AdwSwitchRow *fade = fascia_session_preferences_get_switch (group, FASCIA_SETTING_PLAYER_FADE);
  AdwSwitchRow *waits = fascia_session_preferences_get_switch (group, FASCIA_SETTING_PLAYER_WAITS);
  GtkRange *chime_volume
      = fascia_session_preferences_get_volume (group, FASCIA_SETTING_PLAYER_CHIME_VOLUME);
  GtkRange *voice_volume
      = fascia_session_preferences_get_volume (group, FASCIA_SETTING_PLAYER_VOICE_VOLUME);

  gtk_test_accessible_assert_role (chime_volume, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (chime_volume, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Volume of the Chimes");
  gtk_test_accessible_assert_property (voice_volume, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Volume of the Voice");
  gtk_test_accessible_assert_property (voice_volume, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0);
  gtk_test_accessible_assert_property (fade, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_action_row_get_subtitle (ADW_ACTION_ROW (fade)));
  g_assert_true (adw_switch_row_get_active (chime));
  g_assert_true (adw_switch_row_get_active (voice));
  /* Nothing that moves or waits by itself. */
  g_assert_false (adw_switch_row_get_active (fade));
  g_assert_false (adw_switch_row_get_active (waits));
  g_assert_cmpfloat (gtk_range_get_value (chime_volume), ==, FASCIA_SPEAKER_VOLUME);

  gtk_range_set_value (chime_volume, 32.7);
  gtk_range_set_value (voice_volume, 100);
  adw_switch_row_set_active (chime, FALSE);
  adw_switch_row_set_active (fade, TRUE);
  adw_switch_row_set_active (waits, TRUE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (chime_volume)));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (voice_volume)));
  {
    g_autoptr (FasciaSettings) settings = read_settings (fixture);

    g_assert_false (fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_CHIME, TRUE));
    g_assert_true (fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_FADE, FALSE));
    g_assert_true (fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_WAITS, FALSE));
    g_assert_cmpint (fascia_settings_get_int64 (settings, FASCIA_SETTING_PLAYER_CHIME_VOLUME, 0),
                     ==, 35);
    g_assert_cmpint (fascia_settings_get_int64 (settings, FASCIA_SETTING_PLAYER_VOICE_VOLUME, 0),
                     ==, 100);
  }
  /* What is chosen elsewhere is shown, and nothing is written for that. */
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_CHIME, g_variant_new_boolean (TRUE));
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_CHIME_VOLUME, g_variant_new_int64 (72));
  g_assert_true (adw_switch_row_get_active (chime));
  g_assert_cmpfloat (gtk_range_get_value (chime_volume), ==, 72);
  {
    g_autoptr (FasciaSettings) settings = read_settings (fixture);

    g_assert_cmpint (fascia_settings_get_int64 (settings, FASCIA_SETTING_PLAYER_CHIME_VOLUME, 0),
                     ==, 72);
  }
  close_dialog (dialog);
}

/* ---- how it sounds ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append_printf (data, "%s\n", text);
}

static gboolean
has_result (gpointer data)
{
  const char *result = fascia_session_preferences_get_result (data);

  return result != NULL && strstr (result, "espeak-ng") != NULL;
}

static gboolean
is_announced (gpointer data)
{
  return strstr (((GString *) data)->str, "espeak-ng") != NULL;
}

/* Without a voice it says what to do, on the screen and aloud; with one it speaks. */
static void
test_try (Fixture *fixture, gconstpointer data)
{
  FasciaBodySetup *setup = open_setup (fixture);
  TestVoice *voice = test_voice_new (fixture->dir);
  g_autofree char *address = g_strdup_printf ("unix_socket:%s", voice->path);
  g_autoptr (GString) announced = g_string_new (NULL);
  AdwDialog *dialog = NULL;
  FasciaSessionPreferences *group = NULL;

  g_setenv ("SPEECHD_ADDRESS", address, TRUE);
  group = present (fixture, setup, &dialog);
  fascia_announce_set_listener (on_announced, announced);
  /* Whoever only looks at the preferences hears nothing and reads of no trouble. */
  g_assert_cmpstr (fascia_session_preferences_get_result (group), ==, "");
  fascia_session_preferences_try (group);
  fascia_test_assert_until (has_result, group);
  g_assert_nonnull (strstr (fascia_session_preferences_get_result (group), "no voice"));
  fascia_test_assert_until (is_announced, announced);

  test_voice_start (voice);
  fascia_session_preferences_try (group);
  test_voice_assert_hears (voice, "breathe out");
  g_assert_false (has_result (group));
  g_assert_nonnull (strstr (voice->heard->str, "SET self VOLUME 20\n"));

  /* At once, while it is open. */
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_VOICE_VOLUME, g_variant_new_int64 (80));
  test_voice_assert_hears (voice, "SET self VOLUME 60\n");

  test_voice_stop (voice);
  voice->language = "fi";
  test_voice_start (voice);
  fascia_session_preferences_try (group);
  fascia_test_assert_until (has_result, group);
  g_assert_nonnull (strstr (fascia_session_preferences_get_result (group), "your language"));

  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_VOICE, g_variant_new_boolean (FALSE));
  fascia_session_preferences_try (group);
  g_assert_false (has_result (group));
  fascia_announce_set_listener (NULL, NULL);
  close_dialog (dialog);
  g_unsetenv ("SPEECHD_ADDRESS");
  test_voice_free (voice);
}

/* ---- a breath to follow ---- */

static gboolean
is_breath_closed (gpointer data)
{
  return !gtk_widget_get_sensitive (data);
}

/* Where it is held back it cannot be chosen, and the row says why. */
static void
test_breath_held_back (Fixture *fixture, gconstpointer data)
{
  FasciaBodySetup *setup = open_setup (fixture);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);
  const FasciaConditionAnswer asthma
      = { .code = "asthma-severe", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN };
  AdwDialog *dialog = NULL;

  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_BREATH, g_variant_new_boolean (TRUE));
  FasciaSessionPreferences *group = present (fixture, setup, &dialog);
  AdwSwitchRow *row = fascia_session_preferences_get_switch (group, FASCIA_SETTING_PLAYER_BREATH);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_true (adw_switch_row_get_active (row));

  fascia_safety_book_write (book, &asthma, 1, fascia_safety_book_get_today (book), NULL, NULL,
                            NULL);
  fascia_test_assert_until (is_breath_closed, row);
  g_assert_false (adw_switch_row_get_active (row));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "asthma"));
  /* What was chosen is kept for when it is open again. */
  g_assert_true (fascia_settings_get_boolean (fascia_body_setup_get_settings (setup),
                                              FASCIA_SETTING_PLAYER_BREATH, FALSE));
  close_dialog (dialog);
}

/* ---- a session that runs ---- */

static FasciaPractice *
make_practice (FasciaBody *body, FasciaLibrary *library)
{
  const char *const shoulder[] = { "shoulder-top", NULL };
  const FasciaRoutineItem items[]
      = { { .step = "r20", .places = shoulder, .sets = 1, .seconds = 30, .rest_s = 10 } };
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  FasciaPracticeWish wish = { .library = library, .safety = safety };

  return fascia_practice_new (routine, &wish);
}

static FasciaPlayerPage *
make_page (Fixture *fixture, FasciaLibrary *library, FasciaPractice *practice)
{
  g_autoptr (FasciaRoutinesModel) model
      = fascia_routines_model_new (fixture->journal, fixture->body);

  return FASCIA_PLAYER_PAGE (g_object_ref_sink (fascia_player_page_new (model, practice)));
}

static gboolean
get_state (FasciaPlayerPage *page, const char *name)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (page->actions), name);

  return g_variant_get_boolean (state);
}

/* What was chosen reaches the next session, and what is chosen meanwhile the one that runs. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  FasciaBodySetup *setup = open_setup (fixture);
  g_autoptr (FasciaLibrary) library = fascia_library_new (fixture->body, NULL);
  g_autoptr (FasciaPractice) practice = make_practice (fixture->body, library);
  FasciaPlayerPage *page;

  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_CHIME, g_variant_new_boolean (FALSE));
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_VOICE_VOLUME, g_variant_new_int64 (25));
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_FADE, g_variant_new_boolean (TRUE));
  page = make_page (fixture, library, practice);
  g_assert_cmpint (fascia_speaker_get_chime_volume (page->speaker), ==, 0);
  g_assert_cmpint (fascia_speaker_get_voice_volume (page->speaker), ==, 25);
  g_assert_false (get_state (page, "chime"));
  g_assert_true (get_state (page, "voice"));
  g_assert_true (get_state (page, "fade"));
  g_assert_false (get_state (page, "waits"));

  /* In its menu. */
  g_action_group_activate_action (G_ACTION_GROUP (page->actions), "chime", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (page->actions), "voice", NULL);
  g_assert_cmpint (fascia_speaker_get_chime_volume (page->speaker), ==, FASCIA_SPEAKER_VOLUME);
  g_assert_cmpint (fascia_speaker_get_voice_volume (page->speaker), ==, 0);
  g_assert_true (get_state (page, "chime"));
  g_assert_false (get_state (page, "voice"));
  {
    g_autoptr (FasciaSettings) settings = read_settings (fixture);

    g_assert_true (fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_CHIME, FALSE));
    g_assert_false (fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_VOICE, TRUE));
  }
  /* In the preferences. */
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_VOICE, g_variant_new_boolean (TRUE));
  fascia_body_setup_set (setup, FASCIA_SETTING_PLAYER_CHIME_VOLUME, g_variant_new_int64 (90));
  g_assert_cmpint (fascia_speaker_get_voice_volume (page->speaker), ==, 25);
  g_assert_cmpint (fascia_speaker_get_chime_volume (page->speaker), ==, 90);
  g_assert_true (get_state (page, "voice"));
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/session-preferences/group", test_group);
  ADD ("/session-preferences/try", test_try);
  ADD ("/session-preferences/breath-held-back", test_breath_held_back);
  ADD ("/session-preferences/session", test_session);
#undef ADD

  return run_tests ();
}
