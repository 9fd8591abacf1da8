/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be seen of a session in a small window, with the longest words of the library; its menu.
 */

#include "config.h"

#include "fascia-test-rights.h"
#include "player-fixture.h"
#include "routines/fascia-session-start.h"

/* ---- the longest words ---- */

typedef struct
{
  const FasciaStep *step;
  FasciaPosture postures;
  glong length;
} Longest;

static Longest longest[5];
static FasciaBody *the_body;
static FasciaLibrary *the_library;

static void
take (Longest *self, const FasciaStep *step, FasciaPosture postures, glong length)
{
  if (length <= self->length)
    return;
  *self = (Longest) { step, postures, length };
}

static FasciaRoutineItem
make_item (const FasciaStep *step)
{
  return (FasciaRoutineItem) {
    .step = fascia_step_get_id (step), .side = FASCIA_SIDE_RIGHT, .sets = 1, .seconds = 40
  };
}

/* What is read of a step that is done first, and what is read of it while another one comes before it. */
static void
measure_step (const FasciaStep *step, FasciaPosture postures)
{
  const FasciaRoutineItem item = make_item (step);
  g_autoptr (FasciaPractice) practice = make_practice (the_body, the_library, &item, 1, postures);
  guint n = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  if (n == 0 || entries[0].step != step)
    return;
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
  g_autofree char *place = fascia_player_dup_short_place (player, 0);
  const glong title = g_utf8_strlen (fascia_step_get_title (step), -1);
  const glong way = g_utf8_strlen (fascia_step_get_setup_for (step, entries[0].posture), -1)
                    + g_utf8_strlen (fascia_step_get_movement (step), -1);

  take (&longest[0], step, postures, way);
  take (&longest[1], step, postures, title);
  take (&longest[2], step, postures, g_utf8_strlen (fascia_step_get_cue (step), -1));
  take (&longest[3], step, postures, title + (place != NULL ? g_utf8_strlen (place, -1) : 0));
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;
  if (kind == FASCIA_STEP_RELEASE || kind == FASCIA_STEP_STRETCH)
    take (&longest[4], step, postures,
          title + (place != NULL ? g_utf8_strlen (place, -1) : 0)
              + g_utf8_strlen (fascia_cap_get_words (fascia_player_get_cap (player, 0)), -1));
}

/* How to get there and what to do; its name; its cue; its name and place as what comes next; its name, place
 * and how much it may be. Looked for once. */
static void
find_longest (void)
{
  if (the_library != NULL)
    return;
  the_body = fascia_body_new (NULL);
  the_library = fascia_library_new (the_body, NULL);
  for (guint i = 0; i < fascia_library_get_n_steps (the_library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (the_library, i);

      measure_step (step, 0);
      for (guint posture = 0; posture < FASCIA_N_POSTURES; posture++)
        if (fascia_step_get_setup_for (step, 1u << posture) != fascia_step_get_setup (step))
          measure_step (step, 1u << posture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (longest); i++)
    g_assert_nonnull (longest[i].step);
}

/* ---- what is in sight ---- */

static gboolean
is_asked (gpointer data)
{
  GtkWidget *scale = ((Session *) data)->page->before_scale;

  return scale != NULL && gtk_widget_get_mapped (scale) && gtk_widget_get_height (scale) > 0;
}

/* Whole, and inside the window and of what is scrolled. */
static void
assert_in_sight (Session *self, GtkWidget *widget, const char *what)
{
  FasciaPlayerPage *page = self->page;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *inside = scroller != NULL ? scroller : GTK_WIDGET (page);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, inside, &bounds));
  if (bounds.origin.y < -0.5f || bounds.origin.x < -0.5f
      || bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (inside) + 0.5f
      || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (inside) + 0.5f)
    g_error ("%s is not in sight: %.0f to %.0f of %d", what, bounds.origin.y,
             bounds.origin.y + bounds.size.height, gtk_widget_get_height (inside));
}

static void
assert_whole (Session *self, GtkLabel *label, const char *what)
{
  assert_in_sight (self, GTK_WIDGET (label), what);
  g_assert_cmpint (strlen (gtk_label_get_label (label)), >, 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
}

static void
assert_buttons (Session *self)
{
  FasciaPlayerPage *page = self->page;
  GtkWidget *const buttons[]
      = { page->ease_button, page->back_button, page->pause_button, page->next_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      graphene_rect_t bounds;

      assert_in_sight (self, buttons[i], "a button");
      g_assert_true (gtk_widget_compute_bounds (buttons[i], GTK_WIDGET (page), &bounds));
      g_assert_cmpfloat (bounds.size.height, >=, 60);
      g_assert_cmpfloat (bounds.size.width, >=, 60);
    }
}

/* The count stands in its ring, however small that is. */
static void
assert_count (Session *self)
{
  graphene_rect_t bounds;
  GtkWidget *ring = GTK_WIDGET (self->page->ring);

  assert_in_sight (self, ring, "the ring");
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (self->page->numeral), ring, &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 20);
  g_assert_cmpfloat (bounds.size.height, <=, gtk_widget_get_height (ring));
  g_assert_cmpfloat (bounds.size.width, <=,
                     MIN (gtk_widget_get_height (ring), gtk_widget_get_width (ring)));
}

static void
settle (Session *self)
{
  let_frames_pass (GTK_WIDGET (self->window));
  fascia_test_drain ();
}

static void
start_with_longest (Session *self,
                    Fixture *fixture,
                    FasciaBody *body,
                    const Longest *first,
                    const Longest *next,
                    int width,
                    int height)
{
  const FasciaRoutineItem items[] = { make_item (first->step), make_item (next->step) };

  /* Both have to be possible. */
  if (first->postures != 0)
    self->postures
        = first->postures | next->postures | fascia_step_get_traits (next->step)->posture;
  session_start_items (self, fixture, body, items, 2, width, height);
  fascia_test_assert_until (is_asked, self);
  settle (self);
}

/* Getting ready on a small phone: everything that is needed is in sight, and nothing of it is cut. */
static void
test_small_phone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  find_longest ();
  start_with_longest (&session, fixture, body, &longest[GPOINTER_TO_UINT (data)], &longest[3], 360,
                      640);
  FasciaPlayerPage *page = session.page;
  g_test_message ("%s; %s", gtk_label_get_label (page->cue_label),
                  gtk_label_get_label (page->next_label));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (page)), <=, 640);
  g_assert_cmpstr (gtk_label_get_label (page->title_label), ==,
                   fascia_step_get_title (longest[GPOINTER_TO_UINT (data)].step));
  g_assert_nonnull (
      strstr (gtk_label_get_label (page->next_label), fascia_step_get_title (longest[3].step)));
  if (GPOINTER_TO_UINT (data) == 0)
    g_assert_cmpint (g_utf8_strlen (gtk_label_get_label (page->cue_label), -1), >,
                     longest[0].length);
  assert_whole (&session, page->title_label, "the name");
  assert_whole (&session, page->cue_label, "how to get there");
  assert_whole (&session, page->next_label, "what comes next");
  assert_in_sight (&session, GTK_WIDGET (page->pose), "the picture");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (page->pose)), >=, 72);
  assert_in_sight (&session, page->before_scale, "the scale");
  assert_in_sight (&session, gtk_widget_get_first_child (GTK_WIDGET (page->before_box)),
                   "the question");
  assert_count (&session);
  assert_buttons (&session);

  /* And in the hold. */
  push_to_hold (&session);
  settle (&session);
  assert_whole (&session, page->title_label, "the name");
  assert_whole (&session, page->cue_label, "the cue");
  assert_whole (&session, page->next_label, "what comes next");
  assert_count (&session);
  assert_buttons (&session);
  session_end (&session);
}

typedef struct
{
  int width;
  int height;
  int percent;
} Size;

static void
set_text_size (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}

/* Where it cannot all be in sight the words scroll, and nothing else does. */
static void
test_low (Fixture *fixture, gconstpointer data)
{
  const Size *size = data;
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  set_text_size (size->percent);
  find_longest ();
  start_with_longest (&session, fixture, body, &longest[0], &longest[3], size->width, size->height);
  FasciaPlayerPage *page = session.page;
  GtkWidget *scroller = gtk_widget_get_ancestor (page->before_scale, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, size->width);
  assert_count (&session);
  assert_buttons (&session);
  assert_in_sight (&session, GTK_WIDGET (page->pose), "the picture");
  g_assert_cmpfloat (gtk_adjustment_get_page_size (down), >=, 40);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, gtk_adjustment_get_page_size (down));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  settle (&session);
  assert_in_sight (&session, page->before_scale, "the scale");
  assert_count (&session);
  assert_buttons (&session);

  /* Other words begin with what they are about. */
  push_to_hold (&session);
  settle (&session);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  session_end (&session);
  set_text_size (100);
}

/* Not every step may be felt. */
static void
assert_ceiling (Session *self)
{
  GtkLabel *label = self->page->cap_label;

  if (gtk_widget_get_visible (GTK_WIDGET (label)))
    assert_whole (self, label, "how much it may be");
}

/* With the largest text in a narrow window: how much it may be is whole in sight for as long as something
 * is pressed. */
static void
test_ceiling (Fixture *fixture, gconstpointer data)
{
  const Longest *first = &longest[GPOINTER_TO_UINT (data)];
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  set_text_size (200);
  find_longest ();
  start_with_longest (&session, fixture, body, first, &longest[3], 360, 720);
  FasciaPlayerPage *page = session.page;

  set_switch (&session, FASCIA_SETTING_PLAYER_BREATH, TRUE);
  g_test_message ("%s · %s · %s", gtk_label_get_label (page->title_label),
                  gtk_label_get_label (page->place_label), gtk_label_get_label (page->cap_label));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  if (first == &longest[4])
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->cap_label)));
  assert_ceiling (&session);
  push_to_hold (&session);
  settle (&session);
  assert_whole (&session, page->title_label, "the name");
  assert_ceiling (&session);
  assert_buttons (&session);
  fascia_player_runner_pause (session.runner);
  settle (&session);
  assert_ceiling (&session);

  /* There is room for two rows of larger ones. */
  fascia_player_runner_go_on (session.runner);
  set_text_size (100);
  settle (&session);
  assert_ceiling (&session);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (page->running_box)), ==,
                   GTK_ORIENTATION_VERTICAL);
  session_end (&session);
}

/* ---- the menu ---- */

static gboolean
is_menu_open (gpointer data)
{
  GtkPopover *popover
      = gtk_menu_button_get_popover (GTK_MENU_BUTTON (((Session *) data)->page->menu_button));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static gboolean
is_on_pause (gpointer data)
{
  Session *self = data;

  return gtk_window_get_focus (self->window) == self->page->pause_button;
}

/* F10 pauses and opens it; what it has is done there, and afterwards Space goes on. */
static void
test_menu_by_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  FasciaPlayerPage *page = session.page;
  GtkMenuButton *button = GTK_MENU_BUTTON (page->menu_button);
  push_to_hold (&session);
  fascia_test_assert_until (is_on_pause, &session);
  g_assert_true (press_key (&session, GDK_KEY_F10));
  fascia_test_assert_until (is_menu_open, &session);
  g_assert_false (is_running (&session));
  /* All keys are its own: none goes to another step, none asks to stop. */
  g_assert_false (press_key (&session, GDK_KEY_Right));
  g_assert_false (press_key (&session, GDK_KEY_Escape));
  g_assert_false (press_key (&session, GDK_KEY_space));
  g_assert_false (is_running (&session));
  g_assert_null (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (session.window)));
  gtk_menu_button_popdown (button);
  fascia_test_assert_until (is_on_continue, &session);
  /* The button that has the focus takes it. */
  g_assert_false (press_key (&session, GDK_KEY_space));
  gtk_widget_activate (page->continue_button);
  fascia_test_assert_until (is_running, &session);

  /* By the button itself, too, which no key pauses away from under the person. */
  gtk_widget_grab_focus (page->menu_button);
  g_assert_false (press_key (&session, GDK_KEY_Return));
  g_assert_false (press_key (&session, GDK_KEY_space));
  gtk_menu_button_popup (button);
  fascia_test_assert_until (is_menu_open, &session);
  g_assert_false (is_running (&session));
  gtk_menu_button_popdown (button);
  fascia_test_assert_until (is_on_continue, &session);
  session_end (&session);
}

/* Walked to by Tab, a button is pressed by Return at once; Space pauses wherever the focus is. */
static void
test_buttons_by_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  FasciaPlayerPage *page = session.page;
  push_to_hold (&session);
  fascia_test_assert_until (is_on_pause, &session);
  gtk_widget_grab_focus (page->ease_button);
  g_assert_false (press_key (&session, GDK_KEY_Return));
  g_assert_false (press_key (&session, GDK_KEY_KP_Enter));
  g_assert_true (is_running (&session));
  g_assert_true (press_key (&session, GDK_KEY_space));
  g_assert_false (is_running (&session));
  fascia_test_assert_until (is_on_continue, &session);
  session_end (&session);
}

/* ---- words first, beside the picture ---- */

/* The smallest window that is as wide as that, with twice the text. */
static void
test_wide_large_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  set_text_size (200);
  find_longest ();
  start_with_longest (&session, fixture, body, &longest[2], &longest[3], 1000, 700);
  FasciaPlayerPage *page = session.page;
  push_to_hold (&session);
  settle (&session);
  g_assert_cmpstr (adw_multi_layout_view_get_layout_name (ADW_MULTI_LAYOUT_VIEW (page->layouts)),
                   ==, "wide");
  assert_whole (&session, page->title_label, "the name");
  assert_whole (&session, page->cue_label, "the cue");
  assert_whole (&session, page->next_label, "what comes next");
  assert_count (&session);
  assert_buttons (&session);
  session_end (&session);
  set_text_size (100);
}

/* ---- a journal that can only be read ---- */

static gboolean
find_words (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_words (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_refused (gpointer data)
{
  return find_words (data, "Your journal can only be read now, so no session can be kept in it");
}

/* What cannot be kept is not begun, and not asked about: it is said. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *content;
  FasciaRoutinesModel *model;

  fascia_journal_open (fixture->journal);
  read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
  fascia_journal_shutdown (fixture->journal);
  g_object_unref (fixture->journal);
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fascia_test_set_rights (FALSE);
  fascia_test_seal (fixture->path, TRUE);
  show (fixture, 800, 700);
  g_assert_true (fascia_journal_is_read_only (fixture->journal));
  model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);

  fascia_session_start (GTK_WIDGET (fixture->page), model,
                        fascia_library_get_routine (fascia_routines_model_get_library (model), 0),
                        NULL);
  fascia_test_assert_until (is_refused, fixture->window);
  content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_null (adw_navigation_view_find_page (ADW_NAVIGATION_VIEW (content), "player"));
  g_assert_null (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  close_window (fixture);
  fascia_test_seal (fixture->path, FALSE);
  fascia_test_set_rights (TRUE);
}

/* ---- what was written on the way to it ---- */

static gboolean
is_offered (gpointer data)
{
  return find_words (data, "Your answers are kept");
}

static void
on_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, NULL);

  *(guint64 *) data = operation != NULL ? fascia_operation_get_id (operation) : 1;
}

static gboolean
has_operation (gpointer data)
{
  return *(guint64 *) data != 0;
}

/* Nothing lies over the buttons of a session; it comes when that has gone. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const FasciaMark mark = { .region = LEFT, .scale = FASCIA_SCALE_TIGHTNESS, .level = 4 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  FasciaRoutinesModel *model;
  AdwNavigationView *navigation;
  guint64 operation = 0;

  show (fixture, 800, 700);
  model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);
  fascia_journal_log_async (fixture->journal, &log, NULL, on_logged, &operation);
  fascia_test_assert_until (has_operation, &operation);
  const FasciaRoutineItem item = { .step = "b01", .sets = 1, .seconds = 120 };
  g_autoptr (FasciaPractice) practice
      = make_practice (fixture->body, fascia_routines_model_get_library (model), &item, 1, 0);
  GtkWidget *page = fascia_player_page_new (model, practice);
  navigation = ADW_NAVIGATION_VIEW (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
  adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (page));
  fascia_window_offer_undo (GTK_WIDGET (fixture->page), "Your answers are kept", &operation, 1);
  fascia_test_drain ();
  g_assert_false (is_offered (fixture->window));
  fascia_player_page_stop (FASCIA_PLAYER_PAGE (page), "enough");
  g_assert_false (is_offered (fixture->window));
  adw_navigation_view_pop (navigation);
  fascia_test_assert_until (is_offered, fixture->window);
}

static const Size low_sizes[] = { { 360, 294, 100 }, { 360, 640, 200 }, { 360, 294, 200 } };

#define ADD(name, data, test)                                                                      \
  g_test_add ("/player-page/" name, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("small-phone-setup", GUINT_TO_POINTER (0), test_small_phone);
  ADD ("small-phone-name", GUINT_TO_POINTER (1), test_small_phone);
  ADD ("small-phone-cue", GUINT_TO_POINTER (2), test_small_phone);
  ADD ("low", &low_sizes[0], test_low);
  ADD ("large-text", &low_sizes[1], test_low);
  ADD ("low-large-text", &low_sizes[2], test_low);
  ADD ("ceiling-name", GUINT_TO_POINTER (1), test_ceiling);
  ADD ("ceiling-cue", GUINT_TO_POINTER (2), test_ceiling);
  ADD ("ceiling-most", GUINT_TO_POINTER (4), test_ceiling);
  ADD ("menu-by-keys", NULL, test_menu_by_keys);
  ADD ("buttons-by-keys", NULL, test_buttons_by_keys);
  ADD ("wide-large-text", NULL, test_wide_large_text);
  ADD ("read-only", NULL, test_read_only);
  ADD ("kept", NULL, test_kept);
  int status = run_tests ();
  g_clear_pointer (&the_library, fascia_library_unref);
  g_clear_pointer (&the_body, fascia_body_unref);
  return status;
}
