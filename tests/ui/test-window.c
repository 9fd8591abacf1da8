/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: pages built when shown, the page of a journal that does not open, toast, dialogs.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "core/store/fascia-db.h"
#include "fascia-day-watch.h"
#include "fascia-journal-problem.h"
#include "fascia-shortcuts-dialog.h"
#include "fascia-test-rights.h"
#include "fascia-test-window.h"

#define KEPT "Your safety answers are kept"

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);

  /* The start pays for one page. */
  g_assert_nonnull (fascia_window_get_page (fixture->window, "body"));
  g_assert_null (fascia_window_get_page (fixture->window, "journal"));
  g_assert_null (fascia_window_get_page (fixture->window, "progress"));
  g_assert_null (fascia_window_get_page (fixture->window, "routines"));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "journal"));
  g_assert_nonnull (fascia_window_get_page (fixture->window, "journal"));
  fascia_window_show_page (fixture->window, "progress");
  g_assert_nonnull (fascia_window_get_page (fixture->window, "progress"));
  fascia_window_show_page (fixture->window, "no such page");
  fascia_window_show_page (fixture->window, "body");
  g_assert_true (fascia_window_get_journal (fixture->window) == fixture->journal);
}

/* The side of the figure shown last comes back. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);
  fascia_body_figures_set_view (fixture->figures, FASCIA_VIEW_BACK);
  close_window (fixture);

  fixture->window = fascia_window_new (ADW_APPLICATION (the_application), fixture->journal);
  fixture->page = FASCIA_BODY_PAGE (fascia_window_get_page (fixture->window, "body"));
  fixture->model = fascia_body_page_get_model (fixture->page);
  g_assert_cmpint (fascia_body_figures_get_view (fascia_body_page_get_figures (fixture->page)), ==,
                   FASCIA_VIEW_BACK);
  fascia_test_assert_until (is_loaded, fixture);
}

/* Many errors make one toast, which says the newest and tries again what may be. */
static AdwToast *the_tried;

static void
try_again (AdwToast *toast)
{
  the_tried = toast;
}

static guint count_toasts (GtkWidget *widget);
static GtkWidget *find_button (GtkWidget *widget, const char *label);

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) object = adw_toast_new ("");
  g_autoptr (GError) first = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The first.");
  g_autoptr (GError) second = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The second.");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "None.");

  show (fixture, 1000, 700);
  fascia_window_show_error (GTK_WIDGET (fixture->page), cancelled);
  fascia_test_drain ();
  g_assert_cmpuint (count_toasts (GTK_WIDGET (fixture->window)), ==, 0);

  fascia_window_offer_retry (GTK_WIDGET (fixture->page), first, G_OBJECT (object),
                             G_CALLBACK (try_again));
  fascia_window_show_error (GTK_WIDGET (fixture->page), second);
  fascia_test_drain ();
  g_assert_cmpuint (count_toasts (GTK_WIDGET (fixture->window)), ==, 1);
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "Try Again");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (the_tried == object);
  the_tried = NULL;
  fascia_test_drain ();
  g_assert_cmpuint (count_toasts (GTK_WIDGET (fixture->window)), ==, 0);

  /* A long story has a short title, and a dialog of its own. */
  g_autoptr (GError) damaged = g_error_new_literal (FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED,
                                                    "The journal at a long path is damaged.");
  fascia_window_show_error (GTK_WIDGET (fixture->page), damaged);
  fascia_test_drain ();
  button = find_button (GTK_WIDGET (fixture->window), "Details");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fascia_test_drain ();
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==, damaged->message);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* ---- a journal that does not open ---- */

static gboolean
has_failed (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_FAILED;
}

static gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static gboolean
is_page_shown (Fixture *fixture)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (fixture->page))
         && gtk_widget_get_mapped (GTK_WIDGET (fixture->page));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Something that is no journal is shown as such, left alone, and tried again when asked. */
static void
test_not_a_journal (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "This is a shopping list and no database, whatever its name says.";
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *after = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  fascia_journal_open (fixture->journal);
  make_window (fixture, 360, 294);
  fascia_test_assert_until (has_failed, fixture);
  fascia_test_drain ();
  g_assert_false (is_page_shown (fixture));

  GtkWidget *retry = find_button (GTK_WIDGET (fixture->window), "_Try Again");
  g_assert_nonnull (retry);
  g_assert_nonnull (find_button (GTK_WIDGET (fixture->window), "_Show the Folder"));
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);

  g_assert_no_errno (g_unlink (fixture->path));
  g_signal_emit_by_name (retry, "clicked");
  fascia_test_assert_until (is_ready, fixture);
  fascia_test_assert_until (is_loaded, fixture);
  fascia_test_drain ();
  g_assert_true (is_page_shown (fixture));
}

static void
test_problems (void)
{
  static const struct
  {
    int code;
    gboolean can_retry;
  } cases[] = {
    { FASCIA_STORE_ERROR_BUSY, TRUE },     { FASCIA_STORE_ERROR_NOT_JOURNAL, TRUE },
    { FASCIA_STORE_ERROR_TOO_NEW, FALSE }, { FASCIA_STORE_ERROR_TOO_OLD, FALSE },
    { FASCIA_STORE_ERROR_DAMAGED, TRUE },  { FASCIA_STORE_ERROR_READ_ONLY, TRUE },
    { FASCIA_STORE_ERROR_FULL, TRUE },     { FASCIA_STORE_ERROR_IO, TRUE },
  };
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error
          = g_error_new_literal (FASCIA_STORE_ERROR, cases[i].code, "What went wrong.");
      FasciaJournalProblem problem;

      fascia_journal_problem_init (&problem, error);
      g_assert_nonnull (problem.title);
      g_assert_true (g_hash_table_add (titles, (gpointer) problem.title));
      g_assert_cmpint (problem.can_retry, ==, cases[i].can_retry);
      g_assert_true (problem.can_show_file);
    }

  FasciaJournalProblem unknown;
  fascia_journal_problem_init (&unknown, NULL);
  g_assert_nonnull (unknown.title);
  g_assert_true (unknown.can_retry);
}

/* ---- a journal that can only be read ---- */

static void
write_mark (Fixture *fixture)
{
  const FasciaMark mark = { LEFT, FASCIA_SCALE_TIGHTNESS, 6, NULL, FALSE };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (fixture->path, FASCIA_DB_NONE, fixture->clock, 0, &error);

  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_db_close (db, NULL));
}

/* (nullable) The one that is to be seen. */
static AdwBanner *
find_banner (GtkWidget *widget)
{
  AdwBanner *found
      = ADW_IS_BANNER (widget) && gtk_widget_get_mapped (widget) ? ADW_BANNER (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_banner (child);
  return found;
}

/* As an item of the menu is. */
static gboolean
can_act (Fixture *fixture, GtkWidget *parent, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, parent);
  gboolean is_sensitive = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return is_sensitive;
}

static void
assert_writing (Fixture *fixture, gboolean is_possible)
{
  static const char *const writers[]
      = { "win.import", "win.erase", "win.preferences", "win.say-to-therapist" };
  static const char *const of_rows[]
      = { "journal.edit", "journal.delete", "journal.delete-for-good", "journal.delete-focused" };
  GtkWidget *journal = fascia_window_get_page (fixture->window, "journal");

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    g_assert_cmpint (can_act (fixture, GTK_WIDGET (fixture->page), writers[i]), ==, is_possible);
  for (guint i = 0; i < G_N_ELEMENTS (of_rows); i++)
    g_assert_cmpint (can_act (fixture, journal, of_rows[i]), ==, is_possible);
  g_assert_true (can_act (fixture, GTK_WIDGET (fixture->page), "win.export"));
  g_assert_true (can_act (fixture, GTK_WIDGET (fixture->page), "win.backups"));
  g_assert_true (can_act (fixture, journal, "journal.open"));
  g_assert_cmpint (fascia_body_model_is_editable (fixture->model), ==, is_possible);
  g_assert_cmpint (find_banner (GTK_WIDGET (fixture->window)) == NULL, ==, is_possible);
}

static gboolean
can_write (gpointer data)
{
  return !fascia_journal_is_read_only (((Fixture *) data)->journal);
}

/* Everything is there to be looked at, nothing can be written in vain, and what to do is said. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  write_mark (fixture);
  fascia_test_set_rights (FALSE);
  fascia_test_seal (fixture->path, TRUE);
  show (fixture, 360, 700);
  g_assert_true (is_page_shown (fixture));
  g_assert_nonnull (fascia_entry_find_mark (
      fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)), LEFT,
      FASCIA_SCALE_TIGHTNESS));
  fascia_window_show_page (fixture->window, "journal");
  assert_writing (fixture, FALSE);
  AdwBanner *banner = find_banner (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "Read only. Allow writing, or export.");

  /* Whatever way it is tried. */
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 2);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  assert_writing (fixture, FALSE);

  fascia_test_seal (fixture->path, FALSE);
  g_signal_emit_by_name (banner, "button-clicked");
  fascia_test_assert_until (can_write, fixture);
  fascia_test_drain ();
  assert_writing (fixture, TRUE);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 2);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 2);
  fascia_test_set_rights (TRUE);
}

static GtkWidget *
find_mapped (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_status (gpointer page)
{
  return find_mapped (page, ADW_TYPE_STATUS_PAGE) != NULL;
}

/* An empty page says so without scrolling in the smallest window; elsewhere it has its picture. */
static void
test_empty_low (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "journal", "progress" };

  show (fixture, 370, 304);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = NULL;
      GtkWidget *status = NULL;
      GtkWidget *title = NULL;
      graphene_rect_t bounds;

      fascia_window_show_page (fixture->window, pages[i]);
      page = fascia_window_get_page (fixture->window, pages[i]);
      fascia_test_assert_until (has_status, page);
      let_frames_pass (GTK_WIDGET (fixture->window));
      status = find_mapped (page, ADW_TYPE_STATUS_PAGE);
      g_assert_null (find_mapped (status, GTK_TYPE_IMAGE));
      title = find_mapped (status, GTK_TYPE_LABEL);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==,
                       adw_status_page_get_title (ADW_STATUS_PAGE (status)));
      g_assert_true (gtk_widget_compute_bounds (title, status, &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <,
                         (float) gtk_widget_get_height (status));
    }
}

static void
test_empty_high (Fixture *fixture, gconstpointer data)
{
  show (fixture, 370, 720);
  fascia_window_show_page (fixture->window, "journal");
  GtkWidget *page = fascia_window_get_page (fixture->window, "journal");

  fascia_test_assert_until (has_status, page);
  let_frames_pass (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find_mapped (find_mapped (page, ADW_TYPE_STATUS_PAGE), GTK_TYPE_IMAGE));
}

/* In the smallest window no page reaches below the switcher. */
static void
test_read_only_low (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "body", "routines", "journal", "progress" };
  GtkWidget *root = NULL;
  GtkWidget *switcher = NULL;

  write_mark (fixture);
  fascia_test_set_rights (FALSE);
  fascia_test_seal (fixture->path, TRUE);
  /* Without a window manager the window draws its own frame. */
  show (fixture, 370, 304);
  root = GTK_WIDGET (fixture->window);
  switcher = GTK_WIDGET (gtk_widget_get_template_child (root, FASCIA_TYPE_WINDOW, "switcher_bar"));
  g_assert_nonnull (find_banner (root));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      graphene_rect_t page;
      graphene_rect_t bar;

      fascia_window_show_page (fixture->window, pages[i]);
      let_frames_pass (root);
      let_frames_pass (root);
      g_assert_true (gtk_widget_get_mapped (switcher));
      g_assert_true (gtk_widget_compute_bounds (fascia_window_get_page (fixture->window, pages[i]),
                                                root, &page));
      g_assert_true (gtk_widget_compute_bounds (switcher, root, &bar));
      g_assert_cmpfloat (page.origin.y + page.size.height, <=, bar.origin.y + 0.5F);
    }
  fascia_test_seal (fixture->path, FALSE);
  fascia_test_set_rights (TRUE);
}

/* ---- the one live toast ---- */

static guint
count_toasts (GtkWidget *widget)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_toasts (child);
  return n;
}

static void
test_toast (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_cmpuint (count_toasts (GTK_WIDGET (fixture->window)), ==, 0);

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  fascia_body_model_set_level (fixture->model, lookup (fixture, RIGHT), FASCIA_SCALE_TIGHTNESS, 2);
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, 2);
  fascia_test_drain ();
  g_assert_cmpuint (count_toasts (GTK_WIDGET (fixture->window)), ==, 1);

  /* Its button undoes the newest change of the two, and that alone. */
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (read_level (fixture, RIGHT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
}

/* (nullable) */
static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

typedef struct
{
  GtkWidget *window;
  const char *text;
} ToastWords;

static gboolean
are_whole (gpointer data)
{
  ToastWords *words = data;
  GtkLabel *label = find_label (words->window, words->text);

  return label != NULL && gtk_widget_get_width (GTK_WIDGET (label)) > 0
         && !pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* The level stands at the end, and is not cut off in the narrowest window either. */
static void
test_toast_whole (Fixture *fixture, gconstpointer data)
{
  const guint64 id = 1;

  show (fixture, 360, 640);
  ToastWords words = { GTK_WIDGET (fixture->window), "Left shoulder top: tight, level not given" };
  fascia_window_offer_undo (GTK_WIDGET (fixture->page), words.text, &id, 1);
  fascia_test_assert_until (are_whole, &words);
}

/* Whoever goes to a page by key is in it, and comes back to where they were. */
static gboolean
is_focus_in_page (Fixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *page = fascia_window_get_page (fixture->window, name);

  return focus != NULL && page != NULL && gtk_widget_is_ancestor (focus, page);
}

static gboolean
is_focus_in_journal (gpointer data)
{
  return is_focus_in_page (data, "journal");
}

static gboolean
is_focus_in_progress (gpointer data)
{
  return is_focus_in_page (data, "progress");
}

static void
test_page_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  fascia_test_drain ();
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "Undo");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));

  fascia_window_show_page (fixture->window, "journal");
  fascia_test_assert_until (is_focus_in_journal, fixture);
  g_assert_true (gtk_widget_grab_focus (button));
  fascia_window_show_page (fixture->window, "progress");
  fascia_test_assert_until (is_focus_in_progress, fixture);
  GtkWidget *chart = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_grab_focus (button));
  fascia_window_show_page (fixture->window, "body");
  g_assert_true (is_focus_in_page (fixture, "body"));
  g_assert_null (fascia_body_model_get_selected (fixture->model));
  g_assert_true (gtk_widget_grab_focus (button));
  fascia_window_show_page (fixture->window, "progress");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == chart);
}

static gboolean
is_empty (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_state_get_entry (fascia_body_model_get_state (fixture->model)) == NULL;
}

/* Nothing to act on, nothing to choose in the menu. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  /* They look as the items of the menu do. */
  GtkWidget *undo = gtk_button_new ();
  GtkWidget *check_in = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (undo), "win.undo");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check_in), "win.new-check-in");
  gtk_widget_set_parent (undo, GTK_WIDGET (fixture->page));
  gtk_widget_set_parent (check_in, GTK_WIDGET (fixture->page));

  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_false (gtk_widget_get_sensitive (check_in));
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_assert_true (gtk_widget_get_sensitive (check_in));
  gtk_widget_activate_action (window, "win.new-check-in", NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_test_assert_until (is_empty, fixture);
  g_assert_false (gtk_widget_get_sensitive (check_in));
  gtk_widget_unparent (undo);
  gtk_widget_unparent (check_in);
}

/* ---- Undo by its name ---- */

static GMenuModel *
find_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GMenuModel *found = find_menu (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What the menu says of Undo. */
static char *
dup_undo_label (Fixture *fixture)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (
      find_menu (GTK_WIDGET (fixture->window)), 0, G_MENU_LINK_SECTION);
  char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  return label;
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Said;

static gboolean
is_undo_said (gpointer data)
{
  Said *said = data;
  g_autofree char *label = dup_undo_label (said->fixture);

  return g_str_equal (label, said->text);
}

static void
assert_undo_says (Fixture *fixture, const char *text)
{
  Said said = { fixture, text };

  if (!fascia_test_wait_until (is_undo_said, &said))
    {
      g_autofree char *label = dup_undo_label (fixture);

      g_error ("the menu says “%s” and not “%s”", label, text);
    }
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_toast_said (gpointer data)
{
  Said *said = data;

  return has_label (GTK_WIDGET (said->fixture->window), said->text);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_DELETE_ENTRY);
}

/* The menu names what Undo takes back, follows the journal, and the toast names what it was. */
static void
test_undo_names (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  assert_undo_says (fixture, "_Undo");

  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_autoptr (FasciaOperation) marked
      = fascia_operation_ref (fascia_journal_get_undo (fixture->journal));
  g_autofree char *mark_label = fascia_operation_dup_undo_label (marked, 20522);
  assert_undo_says (fixture, mark_label);

  FasciaEntry *entry = fascia_operation_get_after (marked);
  fascia_journal_delete_entry_async (fixture->journal, fascia_entry_get_uid (entry), NULL,
                                     on_deleted, NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  assert_undo_says (fixture, "Undo delete of today’s check-in");
  /* Tomorrow it was yesterday’s. */
  fascia_clock_set_fixed (fixture->clock, FASCIA_TEST_NOW_MS + 86400000);
  fascia_day_watch_refresh (fascia_day_watch_get (fixture->journal));
  assert_undo_says (fixture, "Undo delete of yesterday’s check-in");

  fascia_window_show_page (fixture->window, "journal");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_autofree char *old_label = fascia_operation_dup_undo_label (marked, 20523);
  assert_undo_says (fixture, old_label);
  Said said = { fixture, "Delete of yesterday’s check-in undone" };
  fascia_test_assert_until (is_toast_said, &said);
}

/* ---- what is newest is shown ---- */

/* (nullable) The toast that says it. */
static AdwToast *
find_toast (GtkWidget *widget, const char *text)
{
  AdwToast *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    {
      g_autoptr (AdwToast) toast = NULL;

      g_object_get (widget, "toast", &toast, NULL);
      return g_str_equal (adw_toast_get_title (toast), text) ? toast : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toast (child, text);
  return found;
}

/* Until somebody takes it away: it does not make room by itself. */
static void
keep_up (Fixture *fixture, const char *text)
{
  AdwToast *toast = find_toast (GTK_WIDGET (fixture->window), text);

  g_assert_nonnull (toast);
  adw_toast_set_timeout (toast, 0);
}

static gboolean
is_toast_gone (gpointer data)
{
  Said *said = data;

  return find_toast (GTK_WIDGET (said->fixture->window), said->text) == NULL;
}

static void
assert_said_alone (Fixture *fixture, const char *text, const char *old)
{
  Said said = { fixture, text };
  Said gone = { fixture, old };

  fascia_test_assert_until (is_toast_said, &said);
  fascia_test_assert_until (is_toast_gone, &gone);
  g_assert_true (is_toast_said (&said));
}

static void
offer_kept (Fixture *fixture, guint64 id)
{
  fascia_window_offer_undo (GTK_WIDGET (fixture->page), KEPT, &id, 1);
}

/* An offer of something older is up: each undo says at once what it was, and the offer does not come back.
 * What is offered after it is there at once, too. */
static void
test_undo_at_once (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  const char *const names[] = { LEFT, RIGHT };
  FasciaOperation *marked[G_N_ELEMENTS (names)];

  offer_kept (fixture, 1);
  keep_up (fixture, KEPT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fascia_body_model_set_level (fixture->model, lookup (fixture, names[i]),
                                   FASCIA_SCALE_TIGHTNESS, 6);
      g_assert_cmpint (read_level (fixture, names[i], FASCIA_SCALE_TIGHTNESS), ==, 6);
      marked[i] = fascia_operation_ref (fascia_journal_get_undo (fixture->journal));
    }
  g_autofree char *first = fascia_operation_dup_undone_label (marked[1], 20522);
  g_autofree char *second = fascia_operation_dup_undone_label (marked[0], 20522);
  g_assert_cmpstr (first, !=, second);

  offer_kept (fixture, fascia_operation_get_id (marked[0]));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said_alone (fixture, first, KEPT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said_alone (fixture, second, first);

  keep_up (fixture, second);
  offer_kept (fixture, 1);
  assert_said_alone (fixture, KEPT, second);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fascia_operation_unref (marked[i]);
}

/* An error waits for an answer: it makes room for what was undone, and is there again. */
static void
test_undo_over_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Not there.");

  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  g_autoptr (FasciaOperation) marked
      = fascia_operation_ref (fascia_journal_get_undo (fixture->journal));
  g_autofree char *undone = fascia_operation_dup_undone_label (marked, 20522);

  fascia_window_show_error (GTK_WIDGET (fixture->page), error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said_alone (fixture, undone, error->message);
  adw_toast_dismiss (find_toast (GTK_WIDGET (fixture->window), undone));
  assert_said_alone (fixture, error->message, undone);
}

/* A new check-in begins empty, and the old one can be had back. */
static void
test_new_check_in (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_level (fixture->model, lookup (fixture, LEFT), FASCIA_SCALE_TIGHTNESS, 6);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-check-in", NULL);
  g_assert_cmpint (read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS), ==, NO_MARK);
  fascia_test_assert_until (is_empty, fixture);
}

/* ---- dialogs ---- */

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 720);
  GActionGroup *actions = G_ACTION_GROUP (the_application);

  g_action_group_activate_action (actions, "shortcuts", NULL);
  fascia_test_drain ();
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  adw_dialog_force_close (dialog);
  fascia_test_drain ();

  g_action_group_activate_action (actions, "about", NULL);
  fascia_test_drain ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ABOUT_DIALOG (dialog));
  g_assert_nonnull (
      strstr (adw_about_dialog_get_comments (ADW_ABOUT_DIALOG (dialog)), "not medical advice"));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("pages", test_pages);
  ADD ("settings", test_settings);
  ADD ("errors", test_errors);
  ADD ("not-a-journal", test_not_a_journal);
  g_test_add_func ("/window/problems", test_problems);
  ADD ("read-only", test_read_only);
  ADD ("read-only-low", test_read_only_low);
  ADD ("empty-low", test_empty_low);
  ADD ("empty-high", test_empty_high);
  ADD ("toast", test_toast);
  ADD ("toast-whole", test_toast_whole);
  ADD ("page-focus", test_page_focus);
  ADD ("actions", test_actions);
  ADD ("undo-names", test_undo_names);
  ADD ("undo-at-once", test_undo_at_once);
  ADD ("undo-over-error", test_undo_over_error);
  ADD ("new-check-in", test_new_check_in);
  ADD ("dialogs", test_dialogs);
  return run_tests ();
}
