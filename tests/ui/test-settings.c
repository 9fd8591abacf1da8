/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person chooses is kept with the journal, shown at once, and offered in the preferences.
 */

#include "config.h"

#include "fascia-level-scale.h"
#include "fascia-test-window.h"
#include "settings/fascia-build-card.h"
#include "settings/fascia-limb-row.h"
#include "settings/fascia-preferences-dialog.h"

static gboolean
is_setup_loaded (gpointer data)
{
  return fascia_body_setup_is_loaded (data);
}

static FasciaBodySetup *
open_setup (Fixture *fixture, FasciaBody *base)
{
  if (fascia_journal_get_state (fixture->journal) == FASCIA_JOURNAL_CLOSED)
    fascia_journal_open (fixture->journal);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, base);

  fascia_test_assert_until (is_setup_loaded, setup);
  return setup;
}

static void
count (guint *n)
{
  (*n)++;
}

typedef struct
{
  gboolean is_done;
  FasciaSettings *settings;
} Loading;

static void
on_settings_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Loading *loading = data;
  g_autoptr (GError) error = NULL;

  loading->settings = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  loading->is_done = TRUE;
}

static gboolean
is_settings_read (gpointer data)
{
  return ((Loading *) data)->is_done;
}

/* What the journal says, asked after everything written before. */
static FasciaSettings *
read_settings (Fixture *fixture)
{
  Loading loading = { 0 };

  fascia_journal_load_settings_async (fixture->journal, NULL, on_settings_read, &loading);
  fascia_test_assert_until (is_settings_read, &loading);
  fascia_test_drain ();
  return loading.settings;
}

static void
assert_string (Fixture *fixture, const char *key, const char *value)
{
  g_autoptr (FasciaSettings) settings = read_settings (fixture);

  g_assert_cmpstr (fascia_settings_get_string (settings, key, NULL), ==, value);
}

/* One object for each journal; a setting changes the figure at once, and is there the next time. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) base = fascia_body_new (&error);
  g_assert_no_error (error);
  FasciaBodySetup *setup = open_setup (fixture, base);
  guint n_bodies = 0;
  guint n_settings = 0;

  g_assert_true (fascia_body_setup_get (fixture->journal, NULL) == setup);
  g_assert_cmpint (fascia_body_get_form (fascia_body_setup_get_body (setup))->build, ==,
                   FASCIA_BUILD_LIGHT);
  g_signal_connect_swapped (setup, "notify::body", G_CALLBACK (count), &n_bodies);
  g_signal_connect_swapped (setup, "notify::settings", G_CALLBACK (count), &n_settings);

  fascia_body_setup_set (setup, FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  g_assert_cmpuint (n_bodies, ==, 1);
  g_assert_cmpuint (n_settings, ==, 1);
  g_assert_cmpint (fascia_body_get_form (fascia_body_setup_get_body (setup))->build, ==,
                   FASCIA_BUILD_FULL);
  fascia_body_setup_set (setup, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  /* The figure has nothing to do with that. */
  g_assert_cmpuint (n_bodies, ==, 1);
  assert_string (fixture, FASCIA_SETTING_BUILD, "full");
  g_assert_cmpuint (n_bodies, ==, 1);

  /* The same regions, whatever the form. */
  g_assert_true (fascia_body_lookup (fascia_body_setup_get_body (setup), LEFT)
                 == fascia_body_lookup (base, LEFT));

  /* The next start. */
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_object_unref (fixture->journal);
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  setup = open_setup (fixture, base);
  g_assert_cmpint (fascia_body_get_form (fascia_body_setup_get_body (setup))->build, ==,
                   FASCIA_BUILD_FULL);
  g_assert_false (fascia_settings_get_boolean (fascia_body_setup_get_settings (setup),
                                               FASCIA_SETTING_TEN, TRUE));
}

/* What another part of the program, or the command line, has set is shown as well. */
static void
test_set_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) base = fascia_body_new (NULL);
  FasciaBodySetup *setup = open_setup (fixture, base);

  fascia_journal_set_setting_async (fixture->journal, FASCIA_SETTING_FACING,
                                    g_variant_new_string ("own"), NULL, NULL, NULL);
  assert_string (fixture, FASCIA_SETTING_FACING, "own");
  assert_string (fixture, FASCIA_SETTING_FACING, "own");
  g_assert_cmpint (fascia_body_get_form (fascia_body_setup_get_body (setup))->facing, ==,
                   FASCIA_FACING_OWN);
}

/* ---- the dialog ---- */

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find (AdwDialog *dialog, GType type, guint n)
{
  GtkWidget *found = find_nth (GTK_WIDGET (dialog), type, &n);

  g_assert_nonnull (found);
  return found;
}

static gpointer
find_by_id (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_by_id (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static AdwDialog *
present (Fixture *fixture)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  return dialog;
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, NULL);
  GtkToggleButton *light = find (dialog, FASCIA_TYPE_BUILD_CARD, 0);
  GtkToggleButton *full = find (dialog, FASCIA_TYPE_BUILD_CARD, 1);
  GtkCheckButton *facing = find_by_id (GTK_WIDGET (dialog), "facing");
  GtkCheckButton *own = find_by_id (GTK_WIDGET (dialog), "own");

  g_assert_true (gtk_toggle_button_get_active (light));
  g_assert_true (gtk_check_button_get_active (facing));
  gtk_toggle_button_set_active (full, TRUE);
  gtk_check_button_set_active (own, TRUE);
  g_assert_false (gtk_toggle_button_get_active (light));
  assert_string (fixture, FASCIA_SETTING_BUILD, "full");
  assert_string (fixture, FASCIA_SETTING_FACING, "own");

  /* The dialog follows what is set elsewhere, and writes nothing for that. */
  fascia_body_setup_set (setup, FASCIA_SETTING_BUILD, NULL);
  g_assert_true (gtk_toggle_button_get_active (light));
  assert_string (fixture, FASCIA_SETTING_BUILD, NULL);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

static void
choose_part (FasciaLimbRow *row, guint part, FasciaLimbState state)
{
  adw_combo_row_set_selected (fascia_limb_row_get_part (row, part), (guint) state);
}

/* What lies below a part that is not there goes with it, and comes back with it. */
static void
test_limbs (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, NULL);
  FasciaLimbRow *arm = find (dialog, FASCIA_TYPE_LIMB_ROW, 0);
  FasciaLimbRow *right_leg = find (dialog, FASCIA_TYPE_LIMB_ROW, 3);
  AdwComboRow *hand = fascia_limb_row_get_part (arm, 2);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (arm)), ==, "Left arm");
  choose_part (arm, 2, FASCIA_LIMB_PHANTOM);
  const FasciaBodyForm *form = fascia_body_get_form (fascia_body_setup_get_body (setup));
  g_assert_cmpint (form->limbs[FASCIA_LIMB_HAND_LEFT], ==, FASCIA_LIMB_PHANTOM);
  g_assert_cmpint (form->limbs[FASCIA_LIMB_HAND_RIGHT], ==, FASCIA_LIMB_THERE);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (hand)));

  choose_part (arm, 1, FASCIA_LIMB_HIDDEN);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (hand)));
  g_assert_cmpuint (adw_combo_row_get_selected (hand), ==, FASCIA_LIMB_HIDDEN);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (arm)),
                            fascia_limb_get_name (FASCIA_LIMB_FOREARM_LEFT)));
  g_assert_false (fascia_body_is_shown (fascia_body_setup_get_body (setup),
                                        lookup (fixture, "wrist-front-left")));
  g_assert_true (fascia_body_is_shown (fascia_body_setup_get_body (setup),
                                       lookup (fixture, "wrist-front-right")));

  choose_part (arm, 1, FASCIA_LIMB_THERE);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (hand)));
  g_assert_cmpuint (adw_combo_row_get_selected (hand), ==, FASCIA_LIMB_PHANTOM);

  choose_part (right_leg, 0, FASCIA_LIMB_HIDDEN);
  g_autoptr (FasciaSettings) settings = read_settings (fixture);
  const char *const expected[] = { "hand-left:phantom", "leg-right:hidden", NULL };
  g_assert_cmpstrv (fascia_settings_get_strv (settings, FASCIA_SETTING_LIMBS), expected);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* The two switches: what they stand at when nothing was chosen, and that they are kept. */
static void
test_switches (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture);
  AdwSwitchRow *ten = find_by_id (GTK_WIDGET (dialog), "ten");
  AdwSwitchRow *counts = find_by_id (GTK_WIDGET (dialog), "counts");

  /* The second page is made when it is looked at. */
  if (ten == NULL)
    {
      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "general");
      fascia_test_drain ();
      ten = find_by_id (GTK_WIDGET (dialog), "ten");
      counts = find_by_id (GTK_WIDGET (dialog), "counts");
    }
  g_assert_true (adw_switch_row_get_active (ten));
  g_assert_false (adw_switch_row_get_active (counts));
  adw_switch_row_set_active (ten, FALSE);
  adw_switch_row_set_active (counts, TRUE);
  g_autoptr (FasciaSettings) settings = read_settings (fixture);
  g_assert_false (fascia_settings_get_boolean (settings, FASCIA_SETTING_TEN, TRUE));
  g_assert_true (fascia_settings_get_boolean (settings, FASCIA_SETTING_COUNTS, FALSE));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* What else is in a list stays there, also when it is not known yet what that is. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  const char *const stored[] = { "knee-front-left", NULL };
  const char *const both[] = { "knee-front-left", LEFT, NULL };
  g_autoptr (FasciaBody) base = fascia_body_new (NULL);

  fascia_journal_open (fixture->journal);
  fascia_journal_set_setting_async (fixture->journal, FASCIA_SETTING_HELP_SHOWN,
                                    g_variant_new_strv (stored, -1), NULL, NULL, NULL);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, base);
  g_assert_false (fascia_body_setup_is_loaded (setup));
  g_assert_false (fascia_body_setup_add_to_list (setup, FASCIA_SETTING_HELP_SHOWN, LEFT));
  open_setup (fixture, base);
  g_autoptr (FasciaSettings) before = read_settings (fixture);
  g_assert_cmpstrv (fascia_settings_get_strv (before, FASCIA_SETTING_HELP_SHOWN), stored);

  g_assert_true (fascia_body_setup_add_to_list (setup, FASCIA_SETTING_HELP_SHOWN, LEFT));
  g_assert_true (fascia_body_setup_add_to_list (setup, FASCIA_SETTING_HELP_SHOWN, LEFT));
  g_autoptr (FasciaSettings) after = read_settings (fixture);
  g_assert_cmpstrv (fascia_settings_get_strv (after, FASCIA_SETTING_HELP_SHOWN), both);
}

/* A setting that was not written is said where it was chosen, and only there. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture);
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, NULL);
  guint n_failed = 0;

  g_signal_connect_swapped (setup, "failed", G_CALLBACK (count), &n_failed);
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "A setting was not written*");
  fascia_body_setup_set (setup, FASCIA_SETTING_TEN, g_variant_new_boolean (FALSE));
  fascia_test_drain ();
  g_test_assert_expected_messages ();
  g_assert_cmpuint (n_failed, ==, 0);
  GtkWidget *toast = NULL;
  for (guint i = 0; toast == NULL && i < 600; i++)
    {
      guint n = i;
      GtkWidget *label = find_nth (GTK_WIDGET (dialog), GTK_TYPE_LABEL, &n);

      if (label == NULL)
        break;
      if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), "This could not be saved") == 0)
        toast = label;
    }
  g_assert_nonnull (toast);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();

  /* Without the dialog the page says it. */
  fascia_body_setup_set (setup, FASCIA_SETTING_TEN, g_variant_new_boolean (TRUE));
  fascia_test_drain ();
  g_assert_cmpuint (n_failed, ==, 1);
  g_signal_handlers_disconnect_by_data (setup, &n_failed);
}

/* Whatever was under the keyboard before is so again. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_figures_focus_region (fixture->figures, lookup (fixture, RIGHT));
  fascia_test_drain ();
  GtkWidget *before = gtk_root_get_focus (GTK_ROOT (fixture->window));
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != before);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == before);
}

/* ---- 1 then 0 ---- */

static void
note_level (FasciaLevelScale *scale, int level, int *last)
{
  *last = level;
}

static void
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
}

static void
test_ten (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = g_object_ref_sink (fascia_level_scale_new ());
  int level = -1;

  g_signal_connect (scale, "chosen", G_CALLBACK (note_level), &level);
  press (scale, GDK_KEY_1);
  press (scale, GDK_KEY_0);
  g_assert_cmpint (level, ==, 10);
  fascia_level_scale_set_has_ten (FASCIA_LEVEL_SCALE (scale), FALSE);
  press (scale, GDK_KEY_1);
  press (scale, GDK_KEY_0);
  g_assert_cmpint (level, ==, 0);
  g_assert_finalize_object (scale);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/settings/round-trip", test_round_trip);
  ADD ("/settings/set-elsewhere", test_set_elsewhere);
  ADD ("/settings/dialog", test_dialog);
  ADD ("/settings/limbs", test_limbs);
  ADD ("/settings/switches", test_switches);
  ADD ("/settings/list", test_list);
  ADD ("/settings/failure", test_failure);
  ADD ("/settings/focus", test_focus);
  ADD ("/settings/ten", test_ten);
#undef ADD

  return run_tests ();
}
