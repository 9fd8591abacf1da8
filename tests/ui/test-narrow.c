/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The narrowest window with the largest text: no words that matter are cut, nor laid out beyond its
 * edge.
 */

#include "config.h"

#include "body/fascia-level-strip.h"
#include "body/fascia-place-dialog.h"
#include "fascia-body-setup.h"
#include "fascia-shortcuts-dialog.h"
#include "fascia-test-window.h"
#include "progress/fascia-progress-page.h"
#include "routines-fixture.h"
#include "routines/fascia-routine-editor.h"
#include "routines/fascia-routine-own.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "settings/fascia-preferences-dialog.h"
#include "widgets/fascia-fit.h"

#define WIDTH 360
/* Without a window manager the window draws its own frame. */
#define FRAME 10
#define TEXT_200_PERCENT (2 * 96 * 1024)

/* ---- looking ---- */

static gboolean
is_cut (GtkLabel *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Whether a part of it lies beyond the edges of the window. */
static gboolean
is_beyond (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, root, &bounds)
         && (bounds.origin.x < -0.5
             || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + 0.5F);
}

/* Whether its lines need more than its height. */
static gboolean
is_too_low (GtkLabel *label)
{
  int height = 0;

  pango_layout_get_pixel_size (gtk_label_get_layout (label), NULL, &height);
  return height > gtk_widget_get_height (GTK_WIDGET (label));
}

typedef struct
{
  guint looked_at;
  guint cut;
} Count;

static void
look (GtkWidget *widget, Count *count)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    {
      count->looked_at++;
      if (is_cut (GTK_LABEL (widget)) || is_beyond (widget) || is_too_low (GTK_LABEL (widget)))
        {
          g_test_message ("“%s” is cut, in a %s, %d × %d px",
                          gtk_label_get_label (GTK_LABEL (widget)),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
          count->cut++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look (child, count);
}

/* There are words to be seen in @widget, and none of them is cut; each that is is named. */
static void
assert_whole (GtkWidget *widget)
{
  Count count = { 0 };

  g_assert_true (gtk_widget_get_mapped (widget));
  look (widget, &count);
  g_assert_cmpuint (count.looked_at, >, 0);
  g_assert_cmpuint (count.cut, ==, 0);
}

static gboolean
has_words (gpointer widget)
{
  Count count = { 0 };

  look (widget, &count);
  return count.looked_at > 0;
}

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->page), FASCIA_TYPE_BODY_PAGE, name));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
settle (Fixture *fixture)
{
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  let_frames_pass (GTK_WIDGET (fixture->window));
  fascia_test_drain ();
}

static void
assert_dialog (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  /* Its words are hidden for the frame in which it becomes narrow. */
  fascia_test_assert_until (has_words, dialog);
  settle (fixture);
  fascia_test_assert_until (has_words, dialog);
  assert_whole (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* ---- the Body page ---- */

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  /* The longest names there are. */
  static const char *const places[]
      = { "upper-back-inner-right", "shoulder-back-right", "shoulder-top-left", "temple-left" };

  show (fixture, WIDTH + FRAME, 720);
  settle (fixture);
  assert_whole (get_child (fixture, "bottom_bar"));
  int height = 0;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      fascia_body_model_set_selected (fixture->model, lookup (fixture, places[i]));
      settle (fixture);
      GtkWidget *bar = get_child (fixture, "bottom_bar");
      GtkWidget *name = GTK_WIDGET (gtk_widget_get_template_child (
          adw_bin_get_child (ADW_BIN (get_child (fixture, "bottom_strip"))),
          FASCIA_TYPE_LEVEL_STRIP, "name"));

      assert_whole (name);
      /* The figure does not move under the finger. */
      if (i > 0)
        g_assert_cmpint (gtk_widget_get_height (bar), ==, height);
      height = gtk_widget_get_height (bar);
    }
}

/* What is left of earlier days, and looked at from another moment. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  FasciaMoment at;
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);

  show (fixture, WIDTH + FRAME, 720);
  for (guint i = 0; i < 18; i++)
    fascia_body_model_set_level (fixture->model, fascia_body_get_region (fixture->body, i),
                                 FASCIA_SCALE_TIGHTNESS, 5);
  settle (fixture);
  fascia_moment_init (&at, fascia_clock_now_ms (fixture->clock) + HOUR_MS, zone);
  fascia_body_model_show_moment (fixture->model, &at);
  settle (fixture);
  settle (fixture);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_child (fixture, "summary_button"))), ==,
                   "18 places from before");
  assert_whole (GTK_WIDGET (fixture->page));
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  show (fixture, WIDTH + FRAME, 720);
  assert_dialog (fixture, fascia_place_dialog_new (fixture->model,
                                                   lookup (fixture, "upper-back-inner-right"),
                                                   GTK_WIDGET (fixture->page)));
  AdwDialog *dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, LEFT),
                                               GTK_WIDGET (fixture->page));
  fascia_place_dialog_show_help (FASCIA_PLACE_DIALOG (dialog));
  assert_dialog (fixture, dialog);
  /* Names of places on buttons that open a menu. */
  dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, "shoulder-top-right"),
                                    GTK_WIDGET (fixture->page));
  fascia_place_dialog_show_links (FASCIA_PLACE_DIALOG (dialog));
  assert_dialog (fixture, dialog);
}

/* The popover of the moment is no wider than the window. */
static void
test_when (Fixture *fixture, gconstpointer data)
{
  show (fixture, WIDTH + FRAME, 720);
  settle (fixture);
  GtkMenuButton *button = GTK_MENU_BUTTON (get_child (fixture, "when_button"));

  gtk_menu_button_popup (button);
  fascia_test_drain ();
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  fascia_test_assert_until (is_mapped, popover);
  let_frames_pass (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (popover), <=, WIDTH);
  gtk_menu_button_popdown (button);
  fascia_test_drain ();
}

/* ---- text that grows while the program runs ---- */

static void
set_text (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", percent * 96 * 1024 / 100, NULL);
}

static GtkWidget *
get_range (GtkWidget *ranges, const char *label)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (ranges);

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (group); i++)
    if (g_str_equal (adw_toggle_get_label (adw_toggle_group_get_toggle (group, i)), label))
      return ranges;
  return NULL;
}

/* Whoever needs larger text chooses it while it is too small, and all is laid out anew at once. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  set_text (100);
  show (fixture, WIDTH + FRAME, 720);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, "upper-back-inner-right"));
  settle (fixture);
  fascia_window_show_page (fixture->window, "progress");
  settle (fixture);
  GtkWidget *ranges = GTK_WIDGET (
      gtk_widget_get_template_child (fascia_window_get_page (fixture->window, "progress"),
                                     FASCIA_TYPE_PROGRESS_PAGE, "range_group"));
  fascia_test_assert_until (is_mapped, ranges);
  g_assert_nonnull (get_range (ranges, "365 days"));

  set_text (200);
  settle (fixture);
  g_assert_null (get_range (ranges, "365 days"));
  assert_whole (ranges);
  fascia_window_show_page (fixture->window, "body");
  settle (fixture);
  GtkWidget *strip = adw_bin_get_child (ADW_BIN (get_child (fixture, "bottom_strip")));
  GtkWidget *name
      = GTK_WIDGET (gtk_widget_get_template_child (strip, FASCIA_TYPE_LEVEL_STRIP, "name"));
  assert_whole (name);
  const int large = gtk_widget_get_height (name);

  set_text (100);
  settle (fixture);
  g_assert_nonnull (get_range (ranges, "365 days"));
  strip = adw_bin_get_child (ADW_BIN (get_child (fixture, "bottom_strip")));
  name = GTK_WIDGET (gtk_widget_get_template_child (strip, FASCIA_TYPE_LEVEL_STRIP, "name"));
  g_assert_true (gtk_widget_get_mapped (name));
  g_assert_cmpint (gtk_widget_get_height (name) * 2, <, large);
  set_text (200);
}

/* ---- the other pages ---- */

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  show (fixture, WIDTH + FRAME, 720);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 5);
  settle (fixture);
  fascia_window_show_page (fixture->window, "progress");
  settle (fixture);
  settle (fixture);
  GtkWidget *page = fascia_window_get_page (fixture->window, "progress");
  GtkWidget *ranges
      = GTK_WIDGET (gtk_widget_get_template_child (page, FASCIA_TYPE_PROGRESS_PAGE, "range_group"));
  fascia_test_assert_until (is_mapped, ranges);
  settle (fixture);
  assert_whole (ranges);
}

static gboolean
has_status (gpointer widget)
{
  if (ADW_IS_STATUS_PAGE (widget))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_status (child))
      return TRUE;
  return FALSE;
}

static void
test_journal_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture, WIDTH + FRAME, 720);
  fascia_window_show_page (fixture->window, "journal");
  settle (fixture);
  settle (fixture);
  GtkWidget *page = fascia_window_get_page (fixture->window, "journal");

  fascia_test_assert_until (has_status, page);
  assert_whole (page);
}

/* ---- dialogs ---- */

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  show (fixture, WIDTH + FRAME, 720);
  FasciaRoutinesModel *model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_settled, model);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  FasciaRoutine *routine = fascia_library_lookup_routine (library, "neck-evening");
  g_autoptr (FasciaRoutine) copy = fascia_routine_own_copy (routine);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);

  assert_dialog (fixture, fascia_preferences_dialog_new (
                              fascia_body_setup_get (fixture->journal, fixture->body)));
  assert_dialog (fixture, fascia_safety_dialog_new (book, GTK_WIDGET (fixture->window), NULL));
  assert_dialog (fixture, ADW_DIALOG (fascia_routine_editor_new (model, copy, "narrow", TRUE)));
  assert_dialog (fixture, fascia_shortcuts_dialog_new ());
}

/* ---- what they are made of ---- */

static void
test_header_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = g_object_ref_sink (fascia_header_bar_new ());
  GtkWidget *button = gtk_button_new_with_label ("Restore from a Backup…");
  int minimum = 0;
  int high = 0;
  int low = 0;

  g_object_ref_sink (button);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, WIDTH);
  fascia_fit_button (button);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, 200, &high, NULL, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, 1000, &low, NULL, NULL, NULL);
  g_assert_cmpint (high, >, low);
  g_assert_true (fascia_is_text_large (button));
  g_object_unref (button);
  g_object_unref (header);
}

static GtkWidget *
find_title_label (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title_label (child);
  return found;
}

/* Where there is room for it: a title of two words wants to be one line, not a square. */
static void
test_title_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = g_object_ref_sink (fascia_header_bar_new ());
  GtkWidget *title = find_title_label (header);
  int width = 0;
  int height = 0;
  int line = 0;

  g_assert_nonnull (title);
  gtk_label_set_label (GTK_LABEL (title), "Safety Check");
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_label_set_label (GTK_LABEL (title), "S");
  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 520);
  g_assert_cmpint (height, ==, line);
  g_object_unref (header);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", TEXT_200_PERCENT,
                "gtk-enable-animations", FALSE, NULL);

#define ADD(name, function) g_test_add ("/narrow/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("header-bar", test_header_bar);
  ADD ("title-line", test_title_line);
  ADD ("chosen", test_chosen);
  ADD ("past", test_past);
  ADD ("place", test_place);
  ADD ("when", test_when);
  ADD ("grows", test_grows);
  ADD ("progress", test_progress);
  ADD ("journal-empty", test_journal_empty);
  ADD ("dialogs", test_dialogs);
#undef ADD

  return run_tests ();
}
