/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flare mode: the calm screen from anywhere, a note with one click, one hold.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "fascia-announce.h"
#include "flare-fixture.h"
#include "flare/fascia-breath-page.h"
#include "flare/fascia-flare-note-page.h"
#include "flare/fascia-flare-page.h"
#include "flare/fascia-flare.h"
#include "flare/fascia-hold-page.h"
#include "routines/fascia-hold.h"
#include "routines/fascia-player-page.h"

/* ---- the screen ---- */

static void
test_screen (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  AdwNavigationPage *root = get_page (fixture);
  g_assert_false (fascia_flare_is_open (ADW_APPLICATION_WINDOW (fixture->window)));
  for (guint i = 0; i < 4; i++)
    {
      static const char *const pages[] = { "body", "routines", "journal", "progress" };

      fascia_window_show_page (fixture->window, pages[i]);
      open_flare (fixture);
      AdwNavigationPage *page = get_page (fixture);
      g_assert_true (FASCIA_IS_FLARE_PAGE (page));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (page), FASCIA_FLARE_STYLE));
      /* Once more changes nothing, also from what it leads to. */
      open_flare (fixture);
      g_assert_true (get_page (fixture) == page);
      click (page, "breathe_button");
      fascia_test_drain ();
      AdwNavigationPage *breath = get_page (fixture);
      open_flare (fixture);
      g_assert_true (get_page (fixture) == breath);
      go_back (fixture);
      g_assert_true (get_page (fixture) == page);
      go_back (fixture);
      g_assert_true (get_page (fixture) == root);
    }
  fascia_window_show_page (fixture->window, "body");
}

/* Targets of a size for shaking hands, at any size of window. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "note_button", "breathe_button", "help_button" };
  const int height = GPOINTER_TO_INT (data);

  show (fixture, 360, height);
  open_flare (fixture);
  let_frames_pass (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *button = find (get_page (fixture), ids[i]);
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (fixture->window), &bounds));
      g_assert_cmpfloat (bounds.size.height, >=, height > 460 ? 96 : 60);
      /* All three are in sight. */
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
    }
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  go_back (fixture);
}

static double
get_luminance (const GdkRGBA *color)
{
  const double parts[] = { color->red, color->green, color->blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i]
           * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static GdkRGBA
blend (const GdkRGBA *over, const GdkRGBA *under, double share)
{
  return (GdkRGBA) {
    .red = (float) (over->red * share + under->red * (1 - share)),
    .green = (float) (over->green * share + under->green * (1 - share)),
    .blue = (float) (over->blue * share + under->blue * (1 - share)),
    .alpha = 1,
  };
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  const double x = get_luminance (a) + 0.05;
  const double y = get_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* Of a line of the style of Flare. */
static char *
dup_style (const char *property)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/style.css",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *css = g_bytes_get_data (bytes, NULL);
  const char *block = strstr (css, "\n.flare {");
  g_autofree char *key = g_strdup_printf ("%s: ", property);
  const char *line = block != NULL ? strstr (block, key) : NULL;

  g_assert_nonnull (line);
  line += strlen (key);
  return g_strndup (line, strcspn (line, ";"));
}

static GdkRGBA
get_color (const char *property)
{
  g_autofree char *text = dup_style (property);
  GdkRGBA color;

  g_assert_true (gdk_rgba_parse (&color, text));
  return color;
}

/* Words on the ground, on a target and on a row, the quiet ones too: 7 : 1 at least. */
static void
test_contrast (void)
{
  g_autofree char *dim = dup_style ("--dim-opacity");
  const double share = g_ascii_strtod (dim, NULL) / 100;
  const GdkRGBA words = get_color ("--window-fg-color");
  const GdkRGBA ground = get_color ("--window-bg-color");
  const GdkRGBA grounds[] = {
    ground,
    blend (&words, &ground, 0.15), /* a button under the pointer */
    get_color ("--card-bg-color"),
    get_color ("--popover-bg-color"),
  };

  g_assert_cmpfloat (get_luminance (&ground), <, 0.02);
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      const GdkRGBA quiet = blend (&words, &grounds[i], share);

      g_assert_cmpfloat (get_contrast (&words, &grounds[i]), >=, 7);
      g_assert_cmpfloat (get_contrast (&quiet, &grounds[i]), >=, 7);
    }
}

/* ---- from anywhere ---- */

static void
test_application (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);

  g_action_group_activate_action (G_ACTION_GROUP (the_application), "flare", NULL);
  fascia_test_drain ();
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  go_back (fixture);
}

/* At night no white sheet comes over the calm screen; elsewhere a dialog is as ever. */
static void
test_dark_dialog (Fixture *fixture, gconstpointer data)
{
  const gboolean is_flare = GPOINTER_TO_INT (data);
  GtkWidget *label = gtk_label_new ("Safety Check");
  GdkRGBA color;

  show (fixture, 1000, 700);
  if (is_flare)
    open_flare (fixture);
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (adw_dialog_new ());
  adw_dialog_set_child (dialog, label);
  adw_dialog_present (dialog,
                      is_flare ? GTK_WIDGET (get_page (fixture)) : GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  gtk_widget_get_color (label, &color);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (dialog), FASCIA_FLARE_STYLE), ==,
                   is_flare);
  if (is_flare)
    g_assert_cmpfloat (color.green, >, 0.8f);
  else
    g_assert_cmpfloat (color.green, <, 0.4f);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* A dialog is closed as by Escape; one that asks first stays, with the screen below it. */
static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  g_autoptr (AdwDialog) dialog = g_object_ref_sink (adw_dialog_new ());
  adw_dialog_set_child (dialog, gtk_entry_new ());
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  open_flare (fixture);
  g_assert_null (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  go_back (fixture);

  g_autoptr (AdwDialog) stubborn = g_object_ref_sink (adw_dialog_new ());
  adw_dialog_set_child (stubborn, gtk_entry_new ());
  adw_dialog_set_can_close (stubborn, FALSE);
  adw_dialog_present (stubborn, GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  open_flare (fixture);
  g_assert_true (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))
      == stubborn);
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  adw_dialog_force_close (stubborn);
  fascia_test_drain ();
  go_back (fixture);
}

/* A session that runs is paused, and is there again afterwards; no second one is offered meanwhile. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  answer (fixture, NULL);

  FasciaRoutinesModel *model = load_model (fixture);
  const FasciaRoutineItem item = { .step = "m09", .sets = 1, .reps = 8 };
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine = fascia_routine_with_items (empty, &item, 1);
  g_autoptr (FasciaPractice) practice
      = fascia_routines_model_make_practice (model, routine, NULL, NULL);
  AdwNavigationPage *player = ADW_NAVIGATION_PAGE (fascia_player_page_new (model, practice));

  adw_navigation_view_push (get_view (fixture), player);
  fascia_test_drain ();
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (player));
  g_assert_true (fascia_player_runner_is_running (runner));
  open_flare (fixture);
  g_assert_false (fascia_player_runner_is_running (runner));
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  g_assert_false (gtk_widget_get_visible (find (get_page (fixture), "hold_button")));
  go_back (fixture);
  g_assert_true (get_page (fixture) == player);
  g_assert_false (fascia_player_runner_is_running (runner));
  adw_navigation_page_set_can_pop (player, TRUE);
  go_back (fixture);
}

/* ---- noted ---- */

static gboolean
is_kept (gpointer data)
{
  return fascia_flare_entry_is_kept (data);
}

static FasciaFlareEntry *
note (Fixture *fixture)
{
  open_flare (fixture);
  click (get_page (fixture), "note_button");
  return fascia_flare_note_page_get_entry (FASCIA_FLARE_NOTE_PAGE (get_page (fixture)));
}

/* One click, and it is there; words and a number join the same entry; Undo takes all of it. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  FasciaFlareEntry *kept = note (fixture);
  {
    g_autoptr (FasciaEntry) entry = get_entry (fixture);

    g_assert_cmpint (fascia_entry_get_kind (entry), ==, FASCIA_ENTRY_EVENT);
    g_assert_cmpstr (fascia_entry_get_event (entry)->type, ==, FASCIA_FLARE_EVENT);
    g_assert_null (fascia_entry_get_event (entry)->what);
  }
  fascia_test_assert_until (is_kept, kept);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (get_page (fixture), "title"))), ==,
                   "Noted");

  g_signal_emit_by_name (find (get_page (fixture), "level"), "chosen", 7);
  gtk_editable_set_text (GTK_EDITABLE (find (get_page (fixture), "words")), "Low back, at night");
  /* The last letters are kept by leaving. */
  go_back (fixture);
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  {
    g_autoptr (FasciaEntry) entry = get_entry (fixture);
    const FasciaMeasurement *pain
        = fascia_entry_find_measurement (entry, "pain-worst", FASCIA_SIDE_MIDLINE);

    g_assert_cmpstr (fascia_entry_get_event (entry)->what, ==, "Low back, at night");
    g_assert_nonnull (pain);
    g_assert_cmpfloat (pain->value, ==, 7);
  }
  go_back (fixture);
}

static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  g_autoptr (FasciaFlareEntry) kept = g_object_ref (note (fixture));
  fascia_test_assert_until (is_kept, kept);
  gtk_editable_set_text (GTK_EDITABLE (find (get_page (fixture), "words")), "Not this");
  click (get_page (fixture), "undo_button");
  fascia_test_drain ();
  g_assert_true (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  assert_no_entry (fixture);
  go_back (fixture);
}

/* While the journal is still opening it is taken in, and written when it can be. */
static void
test_note_while_loading (Fixture *fixture, gconstpointer data)
{
  make_window (fixture, 1000, 700);
  FasciaFlareEntry *kept = note (fixture);

  g_assert_false (fascia_flare_entry_is_kept (kept));
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_kept, kept);
  g_autoptr (FasciaEntry) entry = get_entry (fixture);
  g_assert_cmpstr (fascia_entry_get_event (entry)->type, ==, FASCIA_FLARE_EVENT);
  fascia_test_assert_until (is_loaded, fixture);
  go_back (fixture);
  go_back (fixture);
}

static gboolean
has_failed (gpointer data)
{
  return fascia_journal_get_state (data) == FASCIA_JOURNAL_FAILED;
}

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append (data, text);
}

static gboolean
is_breathing (gpointer data)
{
  return fascia_breath_runner_get_breath (data)->is_running;
}

static gboolean
is_held_back (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "words") == 0;
}

/* Without a journal there is no note, but help, and rest: nobody knows who may follow a breath. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, "This was a journal once.\n", -1, NULL));
  fascia_journal_open (fixture->journal);
  make_window (fixture, 1000, 700);
  fascia_test_assert_until (has_failed, fixture->journal);
  g_autoptr (GString) announced = g_string_new (NULL);
  fascia_announce_set_listener (on_announced, announced);
  open_flare (fixture);
  g_assert_cmpstr (announced->str, ==, "The journal cannot be opened, so nothing can be kept.");
  fascia_announce_set_listener (NULL, NULL);
  g_assert_false (gtk_widget_is_sensitive (find (get_page (fixture), "note_button")));
  g_assert_false (gtk_widget_get_visible (find (get_page (fixture), "hold_button")));
  click (get_page (fixture), "breathe_button");
  fascia_test_drain ();
  g_assert_true (FASCIA_IS_BREATH_PAGE (get_page (fixture)));
  fascia_test_assert_until (is_held_back, find (get_page (fixture), "stack"));
  click (get_page (fixture), "go_button");
  fascia_test_assert_until (
      is_breathing, fascia_breath_page_get_runner (FASCIA_BREATH_PAGE (get_page (fixture))));
  go_back (fixture);
  click (get_page (fixture), "help_button");
  fascia_test_drain ();
  g_assert_false (FASCIA_IS_FLARE_PAGE (get_page (fixture)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_page (fixture)), FASCIA_FLARE_STYLE));
  go_back (fixture);
  go_back (fixture);
}

/* ---- one hold ---- */

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  answer (fixture, NULL);

  FasciaRoutinesModel *model = load_model (fixture);
  const FasciaRegion *open = lookup (fixture, LEFT);
  const FasciaRegion *closed = lookup (fixture, "knee-back-left");
  GtkWidget *row = g_object_ref_sink (fascia_hold_row_new (model, open, "Hold This Place"));
  GtkWidget *none = g_object_ref_sink (fascia_hold_row_new (model, closed, "Hold This Place"));

  g_assert_true (fascia_hold_row_is_open (row));
  g_assert_false (fascia_hold_row_is_open (none));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (none)), "beside"));
  g_object_unref (row);
  g_object_unref (none);

  /* By the safety sheet, as every session. */
  fascia_hold_start (GTK_WIDGET (fixture->page), model, closed);
  fascia_test_drain ();
  g_assert_null (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  fascia_hold_start (GTK_WIDGET (fixture->page), model, open);
  fascia_test_drain ();
  AdwDialog *sheet
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (sheet);
  adw_dialog_force_close (sheet);
  fascia_test_drain ();
}

typedef struct
{
  FasciaHoldPage *page;
  const FasciaRegion *region;
} ForRow;

static gboolean
has_row (gpointer data)
{
  ForRow *wanted = data;
  GtkWidget *row = fascia_hold_page_get_row (wanted->page, wanted->region);

  return row != NULL && fascia_hold_row_is_open (row);
}

/* What is marked is offered. */
static void
test_hold_page (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  answer (fixture, NULL);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  load_model (fixture);
  open_flare (fixture);
  click (get_page (fixture), "hold_button");
  fascia_test_drain ();

  ForRow wanted = { FASCIA_HOLD_PAGE (get_page (fixture)),
                    fascia_body_lookup (fascia_window_get_body (fixture->window), LEFT) };
  fascia_test_assert_until (has_row, &wanted);
  go_back (fixture);
  go_back (fixture);
}

#define add(name, function) g_test_add ("/flare/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("screen", test_screen);
  g_test_add ("/flare/targets", Fixture, GINT_TO_POINTER (720), set_up, test_targets, tear_down);
  g_test_add ("/flare/targets-low", Fixture, GINT_TO_POINTER (294), set_up, test_targets,
              tear_down);
  g_test_add_func ("/flare/contrast", test_contrast);
  add ("application", test_application);
  add ("dialogs", test_dialogs);
  g_test_add ("/flare/dark-dialog", Fixture, GINT_TO_POINTER (TRUE), set_up, test_dark_dialog,
              tear_down);
  g_test_add ("/flare/dialog-elsewhere", Fixture, GINT_TO_POINTER (FALSE), set_up, test_dark_dialog,
              tear_down);
  add ("session", test_session);
  add ("note", test_note);
  add ("note/take-back", test_take_back);
  add ("note/while-loading", test_note_while_loading);
  add ("broken", test_broken);
  add ("hold", test_hold);
  add ("hold/page", test_hold_page);

  return run_tests ();
}
