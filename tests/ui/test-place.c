/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of one place: words, depth, course, neighbours, arrows, drawings, links, help.
 */

#include "config.h"

#include "body/fascia-feeling-chips.h"
#include "body/fascia-level-strip.h"
#include "body/fascia-neighbour-line.h"
#include "body/fascia-place-dialog.h"
#include "body/fascia-place-facts.h"
#include "body/fascia-place-links.h"
#include "body/fascia-place-sources.h"
#include "body/fascia-place-spreads.h"
#include "body/fascia-place-words.h"
#include "fascia-announce.h"
#include "fascia-test-window.h"

/* A place with signs and with linked places. */
#define LOW_BACK "lower-back-left"

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
find (gpointer root, GType type, guint n)
{
  GtkWidget *found = find_nth (GTK_WIDGET (root), type, &n);

  g_assert_nonnull (found);
  return found;
}

/* The row of that title, NULL without one. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_presented (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static AdwDialog *
present (Fixture *fixture, const char *id)
{
  AdwDialog *dialog
      = fascia_place_dialog_new (fixture->model, lookup (fixture, id), GTK_WIDGET (fixture->page));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_presented, dialog);
  fascia_test_drain ();
  return dialog;
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

static FasciaEntry *
read_entry (Fixture *fixture)
{
  Reading reading = { 0 };

  fascia_journal_load_body_async (fixture->journal, NULL, on_body_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  return reading.open;
}

static void
assert_words (Fixture *fixture, const char *id, const char *const *words)
{
  g_autoptr (FasciaEntry) entry = read_entry (fixture);
  const FasciaMark *mark = fascia_entry_find_mark (entry, id, FASCIA_SCALE_TIGHTNESS);

  g_assert_nonnull (mark);
  if (words == NULL)
    g_assert_true (mark->feelings == NULL || mark->feelings[0] == NULL);
  else
    g_assert_cmpstrv (mark->feelings, words);
}

static void
toggle (FasciaFeelingChips *chips, const char *code)
{
  GtkToggleButton *chip = fascia_feeling_chips_get_chip (chips, code);

  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (chip, !gtk_toggle_button_get_active (chip));
}

static FasciaFeelingChips *
create_chips (Fixture *fixture, FasciaFeelingChipsKind kind)
{
  GtkWidget *chips = g_object_ref_sink (fascia_feeling_chips_new (fixture->model, kind));

  fascia_feeling_chips_set_region (FASCIA_FEELING_CHIPS (chips), lookup (fixture, LEFT));
  return FASCIA_FEELING_CHIPS (chips);
}

/* ---- chips ---- */

/* Six words beside the levels; pressed in they are in the journal, and they keep their places. */
static void
test_six (Fixture *fixture, gconstpointer data)
{
  const char *const one[] = { "aching", NULL };

  show (fixture, 1000, 700);
  FasciaFeelingChips *chips = create_chips (fixture, FASCIA_FEELING_CHIPS_SIX);
  g_autoptr (GPtrArray) before = fascia_feeling_chips_dup_codes (chips);

  g_assert_cmpuint (before->len, ==, FASCIA_FEELINGS_N_CHIPS);
  toggle (chips, "aching");
  assert_words (fixture, LEFT, one);
  g_autoptr (GPtrArray) after = fascia_feeling_chips_dup_codes (chips);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (g_ptr_array_index (after, i), ==, g_ptr_array_index (before, i));
  toggle (chips, "aching");
  assert_words (fixture, LEFT, NULL);
  g_assert_finalize_object (chips);
}

/* How deep is one or none; when is any of them; a word of another version stays. */
static void
test_depth_and_course (Fixture *fixture, gconstpointer data)
{
  const char *const foreign[] = { "from-the-future", NULL };
  const char *const deep[] = { "deep", "from-the-future", NULL };
  const char *const surface[] = { "from-the-future", "surface", NULL };
  const char *const both[] = { "constant", "from-the-future", "movement", "surface", NULL };

  show (fixture, 1000, 700);
  fascia_body_model_set_feelings (fixture->model, lookup (fixture, LEFT), foreign);
  FasciaFeelingChips *depth = create_chips (fixture, FASCIA_FEELING_CHIPS_DEPTH);
  FasciaFeelingChips *course = create_chips (fixture, FASCIA_FEELING_CHIPS_COURSE);

  toggle (depth, "deep");
  assert_words (fixture, LEFT, deep);
  toggle (depth, "surface");
  assert_words (fixture, LEFT, surface);
  g_assert_false (gtk_toggle_button_get_active (fascia_feeling_chips_get_chip (depth, "deep")));
  toggle (course, "constant");
  toggle (course, "movement");
  assert_words (fixture, LEFT, both);
  g_assert_finalize_object (depth);
  g_assert_finalize_object (course);
}

/* The word used most comes first to hand the next time. */
static gboolean
has_used (gpointer data)
{
  return g_strv_contains (fascia_place_facts_get_used (data), "gnawing");
}

static void
test_used (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "gnawing", NULL };

  show (fixture, 1000, 700);
  FasciaPlaceFacts *facts = fascia_place_facts_get (fixture->model);
  fascia_body_model_set_feelings (fixture->model, lookup (fixture, RIGHT), words);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);
  fascia_place_facts_refresh (facts);
  fascia_test_assert_until (has_used, facts);

  FasciaFeelingChips *chips = create_chips (fixture, FASCIA_FEELING_CHIPS_SIX);
  g_assert_nonnull (fascia_feeling_chips_get_chip (chips, "gnawing"));
  g_assert_finalize_object (chips);
}

/* ---- when to get help ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append (data, text);
}

static gboolean
has_said_help (gpointer data)
{
  return strstr (((GString *) data)->str, "When to get help") != NULL;
}

/* Opens by itself for a word that asks for it: once for a place, and without taking the focus. */
static void
test_help_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) said = g_string_new (NULL);

  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture, LOW_BACK);
  FasciaFeelingChips *words = find (dialog, FASCIA_TYPE_FEELING_CHIPS, 0);
  AdwNavigationView *navigation = find (dialog, ADW_TYPE_NAVIGATION_VIEW, 0);
  g_autoptr (GPtrArray) signs
      = fascia_signs_find (fascia_place_facts_get_signs (fascia_place_facts_get (fixture->model)),
                           lookup (fixture, LOW_BACK));
  g_assert_cmpuint (signs->len, >, 0);

  fascia_place_dialog_show_words (FASCIA_PLACE_DIALOG (dialog));
  GtkWidget *numb = GTK_WIDGET (fascia_feeling_chips_get_chip (words, "numb"));
  gtk_widget_grab_focus (numb);
  fascia_announce_set_listener (on_announced, said);
  toggle (words, "burning");
  g_assert_false (has_said_help (said));
  toggle (words, "numb");
  /* It waits for what was said just before. */
  fascia_test_assert_until (has_said_help, said);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == numb);
  g_assert_cmpstr (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (navigation)),
                   ==, "place");
  guint n_shown = 0;
  for (guint i = 0; i < signs->len; i++)
    if (find_row (GTK_WIDGET (dialog), fascia_sign_get_question (g_ptr_array_index (signs, i)))
        != NULL)
      n_shown++;
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <=, 3);
  close_dialog (dialog);

  /* Never again there, also not for another word; at another place once. */
  g_string_truncate (said, 0);
  dialog = present (fixture, LOW_BACK);
  words = find (dialog, FASCIA_TYPE_FEELING_CHIPS, 0);
  toggle (words, "tingling");
  fascia_test_drain ();
  g_assert_false (has_said_help (said));
  close_dialog (dialog);
  g_assert_false (fascia_place_facts_should_help (fascia_place_facts_get (fixture->model),
                                                  lookup (fixture, LOW_BACK), NULL,
                                                  (const char *const[]) { "new-injury", NULL }));
  g_assert_true (fascia_place_facts_should_help (fascia_place_facts_get (fixture->model),
                                                 lookup (fixture, "lower-back-right"), NULL,
                                                 (const char *const[]) { "new-injury", NULL }));
  fascia_announce_set_listener (NULL, NULL);
}

/* The row itself opens a page with all signs, most urgent first, and Back comes back. */
static void
test_help_page (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture, LOW_BACK);
  AdwNavigationView *navigation = find (dialog, ADW_TYPE_NAVIGATION_VIEW, 0);
  g_autoptr (GPtrArray) signs
      = fascia_signs_find (fascia_place_facts_get_signs (fascia_place_facts_get (fixture->model)),
                           lookup (fixture, LOW_BACK));
  GtkWidget *row = find_row (GTK_WIDGET (dialog), "When to _Get Help");

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fascia_test_drain ();
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (navigation);
  g_assert_cmpstr (adw_navigation_page_get_tag (page), ==, "help");
  for (guint i = 0; i < signs->len; i++)
    g_assert_nonnull (
        find_row (GTK_WIDGET (page), fascia_sign_get_question (g_ptr_array_index (signs, i))));
  AdwPreferencesGroup *first = find (page, ADW_TYPE_PREFERENCES_GROUP, 0);
  g_assert_cmpstr (
      adw_preferences_group_get_description (first), ==,
      fascia_sign_level_get_advice (fascia_sign_get_level (g_ptr_array_index (signs, 0))));
  g_assert_true (adw_navigation_view_pop (navigation));
  close_dialog (dialog);
}

/* ---- neighbours ---- */

static FasciaNeighbourLine *
create_line (Fixture *fixture)
{
  GtkWidget *line = g_object_ref_sink (fascia_neighbour_line_new (fixture->model));

  fascia_neighbour_line_set_enabled (FASCIA_NEIGHBOUR_LINE (line), TRUE);
  return FASCIA_NEIGHBOUR_LINE (line);
}

static void
press_place (Fixture *fixture, const char *id)
{
  fascia_body_model_set_selected (fixture->model, lookup (fixture, id));
  fascia_body_model_mark (fixture->model, lookup (fixture, id));
}

/* The three with the longest common line, while nothing else was said of the mark. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaNeighbourLine *line = create_line (fixture);
  const FasciaRegion *left = lookup (fixture, LEFT);
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (fixture->body, left);

  g_assert_null (fascia_neighbour_line_get_region (line));
  press_place (fixture, LEFT);
  g_assert_true (fascia_neighbour_line_get_region (line) == left);
  g_autoptr (GPtrArray) shown = fascia_neighbour_line_dup_shown (line);
  g_assert_cmpuint (shown->len, ==, FASCIA_NEIGHBOUR_LINE_MAX);
  for (guint i = 0; i < shown->len; i++)
    g_assert_true (g_ptr_array_index (shown, i) == g_ptr_array_index (adjacent, i));

  /* A level is an answer: it was this place. */
  fascia_body_model_set_level (fixture->model, left, FASCIA_SCALE_TIGHTNESS, 4);
  g_assert_null (fascia_neighbour_line_get_region (line));

  /* A mark that is looked at again is not fresh, and neither is one that another is chosen after. */
  press_place (fixture, RIGHT);
  g_assert_nonnull (fascia_neighbour_line_get_region (line));
  fascia_body_model_set_selected (fixture->model, left);
  g_assert_null (fascia_neighbour_line_get_region (line));
  fascia_body_model_set_selected (fixture->model, lookup (fixture, RIGHT));
  g_assert_null (fascia_neighbour_line_get_region (line));

  /* A mouse hits what it means. */
  fascia_neighbour_line_set_enabled (line, FALSE);
  press_place (fixture, "jaw-left");
  g_assert_null (fascia_neighbour_line_get_region (line));
  g_assert_finalize_object (line);
}

static void
count_written (FasciaBodyModel *model, FasciaOperation *operation, GArray *ids, guint *n)
{
  *n += ids->len;
}

/* Choosing a neighbour moves the mark there in one operation, which one Undo takes back. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  guint n_written = 0;

  show (fixture, 1000, 700);
  FasciaNeighbourLine *line = create_line (fixture);
  press_place (fixture, LEFT);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);
  g_autoptr (GPtrArray) shown = fascia_neighbour_line_dup_shown (line);
  const FasciaRegion *other = g_ptr_array_index (shown, 1);
  GtkButton *button = find (line, GTK_TYPE_BUTTON, 1);

  g_signal_connect (fixture->model, "written", G_CALLBACK (count_written), &n_written);
  g_assert_cmpstr (gtk_button_get_label (button), ==, fascia_region_get_name (other));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, fascia_region_get_id (other), FASCIA_SCALE_TIGHTNESS), ==,
                   FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpuint (n_written, ==, 1);
  g_assert_true (fascia_body_model_get_selected (fixture->model) == other);
  /* Its own neighbours are offered in turn. */
  g_assert_true (fascia_neighbour_line_get_region (line) == other);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  fascia_test_drain ();
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, FASCIA_LEVEL_NOT_GIVEN);
  g_signal_handlers_disconnect_by_func (fixture->model, count_written, &n_written);
  g_assert_finalize_object (line);
}

/* ---- the strip ---- */

static GtkWidget *
find_labelled_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_button_get_child (GTK_BUTTON (root)) != NULL
      && ADW_IS_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (root)))
      && g_strcmp0 (adw_button_content_get_label (
                        ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (root)))),
                    label)
             == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Beside the figure the six words stand below the levels, and help comes there once; below the
 * figure there is no room for them. */
static void
test_strip (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  press_place (fixture, LOW_BACK);
  fascia_test_drain ();
  GtkWidget *strip = g_object_ref_sink (fascia_level_strip_new (fixture->model, FALSE));
  FasciaFeelingChips *chips = find (strip, FASCIA_TYPE_FEELING_CHIPS, 0);
  GtkWidget *help = find_labelled_button (strip, "When to Get Help");

  g_assert_nonnull (help);
  g_assert_false (gtk_widget_get_visible (help));
  g_signal_emit_by_name (chips, "help", lookup (fixture, LOW_BACK));
  g_assert_true (gtk_widget_get_visible (help));
  /* It belongs to that place. */
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  g_assert_false (gtk_widget_get_visible (help));
  g_assert_finalize_object (strip);

  GtkWidget *compact = g_object_ref_sink (fascia_level_strip_new (fixture->model, TRUE));
  guint n = 0;
  g_assert_null (find_nth (compact, FASCIA_TYPE_FEELING_CHIPS, &n));
  g_assert_finalize_object (compact);
}

/* Below the name stands what the active quantity says, and nothing of the other one. */
static void
test_strip_words (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 7);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_PAIN, 3);
  GtkWidget *strip = g_object_ref_sink (fascia_level_strip_new (fixture->model, TRUE));
  GtkLabel *words = find (strip, GTK_TYPE_LABEL, 1);

  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_TIGHTNESS);
  g_assert_cmpstr (gtk_label_get_label (words), ==, "tight 7");
  fascia_body_model_set_scale (fixture->model, FASCIA_SCALE_PAIN);
  g_assert_cmpstr (gtk_label_get_label (words), ==, "pain 3");
  g_assert_finalize_object (strip);
}

/* All that comes with a chosen place fits the lowest window. */
static void
test_low (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1000, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum = 0;

      show (fixture, widths[i], 294);
      press_place (fixture, LOW_BACK);
      fascia_test_drain ();
      gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_VERTICAL,
                          gtk_widget_get_width (GTK_WIDGET (fixture->page)), &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window)), <=, 294);
      g_assert_cmpint (minimum, <=, gtk_widget_get_height (GTK_WIDGET (fixture->page)));
      FasciaLevelStrip *strip = NULL;
      guint n = 0;
      GtkWidget *found = find_nth (GTK_WIDGET (fixture->page), FASCIA_TYPE_LEVEL_STRIP, &n);
      if (found != NULL && gtk_widget_get_mapped (found))
        strip = FASCIA_LEVEL_STRIP (found);
      if (strip != NULL)
        {
          gtk_widget_measure (GTK_WIDGET (strip), GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL,
                              NULL, NULL);
          g_assert_cmpint (minimum, <=, gtk_widget_get_height (GTK_WIDGET (fixture->page)));
        }
      close_window (fixture);
    }
}

/* ---- arrows, drawings, the other side ---- */

static void
test_spreads (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT),
                                lookup (fixture, "jaw-left"));
  AdwDialog *dialog = present (fixture, LEFT);
  FasciaPlaceSpreads *spreads = find (dialog, FASCIA_TYPE_PLACE_SPREADS, 0);

  g_assert_cmpuint (fascia_place_spreads_get_n_arrows (spreads), ==, 1);
  g_autofree char *title
      = g_strdup_printf ("Spreads to: %s", fascia_region_get_name (lookup (fixture, "jaw-left")));
  GtkWidget *row = find_row (GTK_WIDGET (dialog), title);
  g_assert_nonnull (row);
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (fascia_place_spreads_get_n_arrows (spreads), ==, 0);
  g_autoptr (FasciaEntry) entry = read_entry (fixture);
  guint n_spreads = 0;
  fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 0);
  /* The focus stays in the dialog. */
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));

  /* "Spreads to…" makes room for the figure and waits for a place there. */
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (GTK_WIDGET (dialog), "_Spreads to…")));
  g_assert_cmpint (fascia_body_model_get_tool (fixture->model), ==, FASCIA_BODY_TOOL_SPREAD);
  g_assert_cmpstr (get_selected_id (fixture), ==, LEFT);
  fascia_test_drain ();
  g_assert_null (dialog);
  fascia_body_model_set_tool (fixture->model, FASCIA_BODY_TOOL_NONE);
}

/* A stroke across a place is a row with its share in percent; Erase takes it out. */
static void
test_drawings (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  const FasciaRegion *left = lookup (fixture, "thigh-front-left");
  const FasciaShape *shape = fascia_body_get_home_shape (fixture->body, left);
  double x = shape->cx;
  double y = shape->cy;
  fascia_body_to_canonical (fixture->body, shape->view, &x, &y);
  const FasciaDrawingPoint points[]
      = { { (float) x, (float) y - 15, 6 }, { (float) x, (float) y + 15, 6 } };
  const FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = shape->view,
    .figure = FASCIA_FIGURE_VERSION,
    .width = FASCIA_PEN_WIDE,
    .points = points,
    .n_points = G_N_ELEMENTS (points),
  };
  fascia_body_model_add_drawing (fixture->model, &drawing);
  g_assert_cmpint (read_level (fixture, "thigh-front-left", FASCIA_SCALE_TIGHTNESS), !=, NO_MARK);

  AdwDialog *dialog = present (fixture, "thigh-front-left");
  FasciaPlaceSpreads *spreads = find (dialog, FASCIA_TYPE_PLACE_SPREADS, 0);
  g_assert_cmpuint (fascia_place_spreads_get_n_drawings (spreads), ==, 1);
  const GArray *extents = fascia_place_facts_get_extents (fascia_place_facts_get (fixture->model));
  const FasciaExtent *extent = NULL;
  for (guint i = 0; i < extents->len; i++)
    if (g_array_index (extents, FasciaExtent, i).region == left)
      extent = &g_array_index (extents, FasciaExtent, i);
  g_assert_nonnull (extent);
  g_autofree char *title = fascia_place_words_extent (extent);
  g_assert_nonnull (strstr (title, "mean 6"));
  GtkWidget *row = find_row (GTK_WIDGET (dialog), title);
  g_assert_nonnull (row);
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (fascia_place_spreads_get_n_drawings (spreads), ==, 0);
  g_assert_cmpint (read_level (fixture, "thigh-front-left", FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  close_dialog (dialog);
}

static void
test_extent_words (void)
{
  const FasciaExtent extents[] = {
    { .share = 0.336, .mean = 6.2 },
    { .share = 0.5, .mean = -1 },
    { .share = 0.002, .mean = 3 },
  };
  const char *const texts[]
      = { "Drawn on 34 % of it, mean 6", "Drawn on 50 % of it", "Drawn on less than 1 % of it" };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      g_autofree char *text = fascia_place_words_extent (&extents[i]);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_mirror (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  AdwDialog *dialog = present (fixture, LEFT);

  GtkWidget *row = find_row (GTK_WIDGET (dialog), "_Copy to the Right Side");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  close_dialog (dialog);

  /* The middle of the body has no other side. */
  fascia_body_model_set_level (fixture->model, lookup (fixture, "breastbone"),
                               FASCIA_SCALE_TIGHTNESS, 2);
  dialog = present (fixture, "breastbone");
  row = find_row (GTK_WIDGET (dialog), "_Copy to the Right Side");
  g_assert_true (row == NULL || !gtk_widget_get_visible (row));
  close_dialog (dialog);
}

/* ---- linked places ---- */

/* Closed until it is opened; then it says first that it names no cause. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture, LEFT);
  FasciaReferralTable *table
      = fascia_place_facts_get_referral (fascia_place_facts_get (fixture->model));
  g_autoptr (GPtrArray) linked
      = fascia_referral_table_find_linked (table, lookup (fixture, LEFT), 8);
  FasciaPlaceLinks *links = find (dialog, FASCIA_TYPE_PLACE_LINKS, 0);

  g_assert_cmpuint (linked->len, >, 0);
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (links)));
  fascia_place_dialog_show_links (FASCIA_PLACE_DIALOG (dialog));
  fascia_test_drain ();
  GtkMenuButton *chip = find (find (links, ADW_TYPE_WRAP_BOX, 0), GTK_TYPE_MENU_BUTTON, 0);
  /* Its name goes on below where there is no room for it, so it is a child. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_menu_button_get_child (chip))), ==,
                   fascia_region_get_name (g_ptr_array_index (linked, 0)));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (chip))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, fascia_region_get_name (g_ptr_array_index (linked, 0)));

  /* A chip can say that it spreads there. */
  gtk_widget_activate_action (GTK_WIDGET (links), "links.spread", "s",
                              fascia_region_get_id (g_ptr_array_index (linked, 0)));
  g_autoptr (FasciaEntry) entry = read_entry (fixture);
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 1);
  g_assert_cmpstr (spreads[0].from, ==, LEFT);
  g_assert_cmpstr (spreads[0].to, ==, fascia_region_get_id (g_ptr_array_index (linked, 0)));

  /* Or show the place on the figure. */
  gtk_widget_activate_action (GTK_WIDGET (links), "links.show", "s",
                              fascia_region_get_id (g_ptr_array_index (linked, 0)));
  fascia_test_drain ();
  g_assert_true (fascia_body_model_get_selected (fixture->model) == g_ptr_array_index (linked, 0));
}

/* What feels alike stands below the signs, not beside linked places, and leads to the signs that are
 * asked about it; where all of that comes from is one row, in words. */
static void
test_look_alike (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture, LOW_BACK);
  AdwNavigationView *navigation = find (dialog, ADW_TYPE_NAVIGATION_VIEW, 0);
  FasciaPlaceFacts *facts = fascia_place_facts_get (fixture->model);
  g_autoptr (GPtrArray) alike
      = fascia_referral_table_find (fascia_place_facts_get_referral (facts),
                                    lookup (fixture, LOW_BACK), FASCIA_REFERRAL_LOOK_ALIKE);
  g_autoptr (GPtrArray) signs
      = fascia_signs_find (fascia_place_facts_get_signs (facts), lookup (fixture, LOW_BACK));

  g_assert_cmpuint (alike->len, >, 0);
  fascia_place_dialog_show_links (FASCIA_PLACE_DIALOG (dialog));
  fascia_test_drain ();
  const char *title = fascia_referral_get_name (g_ptr_array_index (alike, 0));
  g_assert_null (find_row (GTK_WIDGET (dialog), title));
  FasciaPlaceSources *sources = find (dialog, FASCIA_TYPE_PLACE_SOURCES, 0);
  g_assert_null (strstr (fascia_place_sources_get_text (sources), "well established"));
  g_assert_nonnull (strstr (fascia_place_sources_get_text (sources), ": textbook"));

  fascia_place_dialog_show_help (FASCIA_PLACE_DIALOG (dialog));
  fascia_test_drain ();
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (navigation);
  g_assert_cmpstr (adw_navigation_page_get_tag (page), ==, "help");
  sources = find (page, FASCIA_TYPE_PLACE_SOURCES, 0);
  g_assert_nonnull (strstr (fascia_place_sources_get_text (sources),
                            fascia_sign_get_source (g_ptr_array_index (signs, 0))));
  GtkWidget *row = find_row (GTK_WIDGET (page), title);
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  fascia_test_drain ();
  g_assert_cmpstr (
      adw_navigation_page_get_title (adw_navigation_view_get_visible_page (navigation)), ==, title);
  close_dialog (dialog);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/place/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("six", test_six);
  ADD ("depth-and-course", test_depth_and_course);
  ADD ("used", test_used);
  ADD ("help-once", test_help_once);
  ADD ("help-page", test_help_page);
  ADD ("neighbours", test_neighbours);
  ADD ("move", test_move);
  ADD ("strip", test_strip);
  ADD ("strip-words", test_strip_words);
  ADD ("low", test_low);
  ADD ("look-alike", test_look_alike);
  ADD ("spreads", test_spreads);
  ADD ("drawings", test_drawings);
  ADD ("mirror", test_mirror);
  ADD ("links", test_links);
#undef ADD
  g_test_add_func ("/place/extent-words", test_extent_words);

  return run_tests ();
}
