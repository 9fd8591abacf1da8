/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The end of a session: a key too many answers nothing, and what the journal could not take comes later.
 */

#include "config.h"

#include "core/store/fascia-db-private.h"
#include "fascia-announce.h"
#include "fascia-level-scale.h"
#include "fascia-toasts.h"
#include "player-fixture.h"

static void
press_scale (GtkWidget *scale, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
      /* Else it would move the focus. */
      g_assert_true (is_taken);
    }
}

static void
end_session (Session *session)
{
  push_to_hold (session);
  push (session, 400000);
  g_assert_nonnull (session->page->rating);
}

static int
get_answer (Session *session)
{
  return fascia_level_scale_get_level (FASCIA_LEVEL_SCALE (session->page->rating));
}

/* They were keys of the session a moment before. */
static void
test_key_too_many (Fixture *fixture, gconstpointer data)
{
  static const guint keys[]
      = { GDK_KEY_Right, GDK_KEY_Left, GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_Home, GDK_KEY_End };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start_with (&session, fixture, body, "r20");
  end_session (&session);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press_scale (session.page->rating, keys[i]);
      g_assert_cmpint (get_answer (&session), ==, FASCIA_LEVEL_NOT_GIVEN);
    }
  press_scale (session.page->rating, GDK_KEY_4);
  g_assert_cmpint (get_answer (&session), ==, 4);
  /* Which may be corrected by one. */
  press_scale (session.page->rating, GDK_KEY_Right);
  g_assert_cmpint (get_answer (&session), ==, 5);
  session_end (&session);
}

/* ---- no room ---- */

static void
refuse (Fixture *fixture, gboolean refuses)
{
  fascia_journal_set_setting_async (fixture->journal, "refuse", g_variant_new_boolean (refuses),
                                    NULL, NULL, NULL);
}

static void
prepare_refusal (Fixture *fixture)
{
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (db);
  fascia_db_exec (db,
                  "CREATE TRIGGER no_more BEFORE INSERT ON entry WHEN (SELECT value FROM setting "
                  "WHERE key = 'refuse') = 'true' BEGIN SELECT RAISE (ABORT, 'full'); END;"
                  "CREATE TRIGGER no_other BEFORE UPDATE ON entry WHEN (SELECT value FROM setting "
                  "WHERE key = 'refuse') = 'true' BEGIN SELECT RAISE (ABORT, 'full'); END",
                  &error);
  g_assert_no_error (error);
  g_assert_true (fascia_db_close (db, NULL));
}

static gboolean
is_unkept (gpointer data)
{
  FasciaPlayerPage *page = data;

  return page->is_unkept && !page->is_logging && page->after_logged == FASCIA_LEVEL_NOT_GIVEN;
}

typedef struct
{
  FasciaEntry *entry;
  gboolean is_done;
} Loading;

static void
on_session_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Loading *loading = data;

  loading->entry = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, NULL);
  loading->is_done = TRUE;
}

static gboolean
is_session_loaded (gpointer data)
{
  return ((Loading *) data)->is_done;
}

static FasciaEntry *
load_session (Fixture *fixture, const FasciaUid *uid)
{
  Loading loading = { NULL, FALSE };

  fascia_journal_load_entry_async (fixture->journal, uid, NULL, on_session_loaded, &loading);
  fascia_test_assert_until (is_session_loaded, &loading);
  return loading.entry;
}

static gboolean
is_left (gpointer data)
{
  Session *session = data;

  return adw_navigation_view_get_visible_page (session->navigation)
         != ADW_NAVIGATION_PAGE (session->page);
}

/* Room again before the person leaves: the end and the rating are in the journal. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  FasciaUid uid;

  prepare_refusal (fixture);
  session_start_with (&session, fixture, body, "r20");
  uid = *fascia_player_runner_get_uid (session.runner);
  refuse (fixture, TRUE);
  end_session (&session);
  press_scale (session.page->rating, GDK_KEY_3);
  fascia_test_assert_until (is_unkept, session.page);
  {
    g_autoptr (FasciaEntry) entry = load_session (fixture, &uid);

    g_assert_nonnull (entry);
    g_assert_null (fascia_entry_get_session (entry)->outcome);
  }
  refuse (fixture, FALSE);
  g_object_ref (session.page);
  fascia_player_page_leave (session.page);
  fascia_test_assert_until (is_left, &session);
  {
    /* What is asked stands behind what is written. */
    g_autoptr (FasciaEntry) first = load_session (fixture, &uid);
    g_autoptr (FasciaEntry) entry = load_session (fixture, &uid);
    const FasciaUid none = { 0 };

    g_assert_cmpstr (fascia_entry_get_session (entry)->outcome, ==, "finished");
    g_assert_true (memcmp (&fascia_entry_get_session (entry)->after, &none, sizeof none) != 0);
  }
  g_assert_false (session.page->is_unkept);
  g_object_unref (session.page);
  session_end (&session);
}

/* ---- what is heard ---- */

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_ptr_array_add (data, g_strdup (text));
}

static gboolean
are_two (gpointer said)
{
  return ((GPtrArray *) said)->len == 2;
}

/* The voice may give the question back when it has its answer. */
static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  Session session = { 0 };

  session_start_with (&session, fixture, body, "r20");
  end_session (&session);
  g_autofree char *question
      = g_strdup_printf ("%s: how tight is it now? Press 0 to 9. For 10, press 1, then 0.",
                         fascia_region_get_name (session.page->place));
  fascia_announce_set_listener (on_announced, said);
  g_signal_emit_by_name (session.page->speech, "not-said", question);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpstr (said->pdata[0], ==, question);
  fascia_announce_set_listener (on_announced, said);
  press_scale (session.page->rating, GDK_KEY_3);
  fascia_announce_set_listener (on_announced, said);
  g_ptr_array_set_size (said, 0);
  g_signal_emit_by_name (session.page->speech, "not-said", question);
  g_assert_cmpuint (said->len, ==, 0);
  fascia_announce_set_listener (NULL, NULL);
  session_end (&session);
}

static gboolean
is_before_asked (gpointer data)
{
  GtkWidget *scale = ((Session *) data)->page->before_scale;

  return scale != NULL && gtk_widget_get_mapped (scale);
}

/* What nobody could say has come back by then. */
static gboolean
is_speech_known (gpointer data)
{
  return fascia_speech_is_known (((Session *) data)->page->speech);
}

/* Nor is what was asked before it, when the answer came while the question waited for other words,
 * or with them. */
static void
test_answered_early (Fixture *fixture, gconstpointer data)
{
  const gboolean is_joined = GPOINTER_TO_INT (data);
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  Session session = { 0 };

  session_start_with (&session, fixture, body, "r20");
  fascia_test_assert_until (is_before_asked, &session);
  fascia_test_assert_until (is_speech_known, &session);
  fascia_test_drain ();
  g_autofree char *question
      = g_strdup_printf ("%s: how tight is it now? Press 0 to 9. For 10, press 1, then 0.",
                         fascia_region_get_name (session.page->place));
  fascia_announce_set_listener (on_announced, said);
  fascia_announce (GTK_WIDGET (session.page), "Before");
  if (is_joined)
    fascia_announce (GTK_WIDGET (session.page), "Meanwhile");
  /* As after easing off: then what waits is not dropped for it. */
  session.page->has_eased = is_joined;
  g_signal_emit_by_name (session.page->speech, "not-said", question);
  gtk_widget_grab_focus (session.page->before_scale);
  press_scale (session.page->before_scale, GDK_KEY_3);
  fascia_announce_further (GTK_WIDGET (session.page), "After");
  fascia_test_assert_until (are_two, said);
  g_assert_cmpstr (said->pdata[0], ==, "Before");
  g_assert_cmpstr (said->pdata[1], ==, is_joined ? "Meanwhile After" : "After");
  fascia_announce_set_listener (NULL, NULL);
  session_end (&session);
}

/* With shut eyes: that the key was taken comes first, whatever was said a moment before. */
static void
test_eased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  const FasciaRoutineItem items[]
      = { { .step = "r20", .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 60 },
          { .step = "b01", .sets = 1, .seconds = 60 } };
  Session session = { 0 };

  session_start_items (&session, fixture, body, items, 2, 800, 600);
  push_to_hold (&session);
  fascia_body_setup_set (session.page->setup, FASCIA_SETTING_PLAYER_VOICE,
                         g_variant_new_boolean (FALSE));
  fascia_test_drain ();
  fascia_announce_set_listener (on_announced, said);
  fascia_announce (GTK_WIDGET (session.page), "Before");
  fascia_player_runner_ease_off (session.runner, "asked");
  fascia_test_assert_until (are_two, said);
  g_assert_true (g_str_has_prefix (said->pdata[1], "Eased off. "));
  g_assert_nonnull (strstr (said->pdata[1], "Next: "));
  fascia_announce_set_listener (NULL, NULL);
  session_end (&session);
}

static void
count_mnemonics (GMenuModel *menu, guint *counts)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      if (section != NULL)
        count_mnemonics (section, counts);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        continue;
      const char *at = strchr (label, '_');
      g_assert_nonnull (at);
      g_assert_cmpuint (counts[(guchar) g_ascii_toupper (at[1])]++, ==, 0);
    }
}

/* One letter is one thing in the menu. */
static void
test_mnemonics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  guint counts[256] = { 0 };

  session_start (&session, fixture, body);
  count_mnemonics (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (session.page->menu_button)),
                   counts);
  session_end (&session);
}

static gboolean
has_words (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child, words))
      return TRUE;
  return FALSE;
}

/* Done, it is over for the person: Undo says what takes it back, and Escape leaves, toast or not. */
static void
test_undo_and_escape (Fixture *fixture, gconstpointer data)
{
  const FasciaRoutineItem item
      = { .step = "r20", .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 60 };
  Session session = { .now = 1000000 };
  AdwNavigationView *navigation;
  FasciaToasts *toasts;
  gboolean is_taken = FALSE;

  show (fixture, 800, 700);
  session.model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (session.model);
  fascia_test_assert_until (is_model_ready, session.model);
  g_autoptr (FasciaPractice) practice = make_practice (
      fixture->body, fascia_routines_model_get_library (session.model), &item, 1, 0);
  session.page = FASCIA_PLAYER_PAGE (fascia_player_page_new (session.model, practice));
  session.runner = fascia_player_page_get_runner (session.page);
  fascia_player_runner_set_now (session.runner, get_now, &session);
  navigation = session.navigation = ADW_NAVIGATION_VIEW (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
  adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (session.page));
  fascia_test_assert_until (is_running, &session);
  g_assert_false (fascia_player_page_take_undo (GTK_WIDGET (session.page), NULL, NULL));
  end_session (&session);
  gtk_widget_grab_focus (session.page->rating);
  g_assert_true (fascia_player_page_take_undo (GTK_WIDGET (session.page), NULL, NULL));
  g_assert_true (has_words (GTK_WIDGET (session.page), "choose “Remove This Session”"));

  toasts = fascia_toasts_get_of_page (ADW_NAVIGATION_PAGE (session.page));
  g_assert_nonnull (toasts);
  GtkWidget *bin = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (session.page));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (bin);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &is_taken);
    }
  g_assert_false (is_taken);
  fascia_test_drain ();
  g_assert_false (has_words (GTK_WIDGET (session.page), "choose “Remove This Session”"));
  g_object_add_weak_pointer (G_OBJECT (session.page), (gpointer *) &session.page);
  adw_navigation_view_pop (navigation);
  fascia_test_assert_until (fascia_test_is_gone, &session.page);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* The way to help is never cut, however large the text. */
static void
test_help_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  session_start (&session, fixture, body);
  fascia_player_page_stop (session.page, "nerve");
  GtkWidget *help = find_button (GTK_WIDGET (session.page->done_bin), "When to Get Help");
  g_assert_nonnull (help);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (gtk_widget_get_first_child (help))), ==,
                   PANGO_ELLIPSIZE_NONE);
  session_end (&session);
}

/* ---- the way out, and the scale, with twice the text in a narrow window ---- */

static void
set_text_size (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}

/* Whole between the ends of what it lies in. */
static gboolean
is_within (GtkWidget *widget, GtkWidget *inside)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, inside, &bounds)
         && bounds.size.height > 0 && bounds.origin.x >= -0.5F && bounds.origin.y >= -0.5F
         && bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (inside) + 0.5F
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (inside) + 0.5F;
}

static gboolean
is_done_in_sight (gpointer data)
{
  FasciaPlayerPage *page = ((Session *) data)->page;
  GtkWidget *done = find_button (GTK_WIDGET (page->done_bin), "Done");

  return done != NULL && is_within (done, GTK_WIDGET (page));
}

static void
test_done_in_sight (Fixture *fixture, gconstpointer data)
{
  const FasciaRoutineItem item
      = { .step = "r20", .side = FASCIA_SIDE_LEFT, .sets = 1, .seconds = 120 };
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };
  graphene_rect_t bounds;

  set_text_size (200);
  session_start_items (&session, fixture, body, &item, 1, 360, 720);
  end_session (&session);
  let_frames_pass (GTK_WIDGET (session.window));
  fascia_test_drain ();
  GtkWidget *done = find_button (GTK_WIDGET (session.page->done_bin), "Done");
  g_assert_nonnull (done);
  g_assert_null (gtk_widget_get_ancestor (done, GTK_TYPE_SCROLLED_WINDOW));
  fascia_test_assert_until (is_done_in_sight, &session);
  /* The numbers stand apart from its ends. */
  g_assert_true (gtk_widget_compute_bounds (session.page->rating, session.page->rating, &bounds));
  g_assert_cmpfloat (bounds.origin.x, <=, -3);
  g_assert_cmpfloat (bounds.size.width, >=,
                     (float) gtk_widget_get_width (session.page->rating) + 6);
  g_signal_emit_by_name (done, "clicked");
  fascia_test_assert_until (fascia_test_is_gone, &session.page);
  session_end (&session);
  set_text_size (100);
}

/* Advice is read before anything else, and has the room for itself. */
static void
test_advice_has_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);
  Session session = { 0 };

  set_text_size (200);
  session_start (&session, fixture, body);
  fascia_player_page_stop (session.page, "nerve");
  GtkWidget *done = find_button (GTK_WIDGET (session.page->done_bin), "Done");
  g_assert_nonnull (done);
  g_assert_nonnull (gtk_widget_get_ancestor (done, GTK_TYPE_SCROLLED_WINDOW));
  session_end (&session);
  set_text_size (100);
}

#define ADD(name, test) g_test_add ("/player-end/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("key-too-many", test_key_too_many);
  ADD ("no-room", test_no_room);
  ADD ("asked-once", test_asked_once);
  ADD ("answered-early", test_answered_early);
  g_test_add ("/player-end/answered-among", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_answered_early, tear_down);
  ADD ("eased", test_eased);
  ADD ("mnemonics", test_mnemonics);
  ADD ("undo-and-escape", test_undo_and_escape);
  ADD ("help-whole", test_help_whole);
  ADD ("done-in-sight", test_done_in_sight);
  ADD ("advice-has-room", test_advice_has_room);
  return run_tests ();
}
