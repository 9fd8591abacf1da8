/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages are pictured, and what has to happen in the window before. */

#include "fascia-shots-pages.h"

#include <glib/gstdio.h>
#include <math.h>

#include "body/fascia-body-page.h"
#include "body/fascia-body-list.h"
#include "body/fascia-feeling-chips.h"
#include "body/fascia-level-strip.h"
#include "body/fascia-place-dialog.h"
#include "core/exchange/fascia-demo.h"
#include "core/store/fascia-db.h"
#include "fascia-shots-data.h"
#include "fascia-shots-editors.h"
#include "fascia-shots-flare.h"
#include "fascia-shots-journal.h"
#include "fascia-shots-own.h"
#include "fascia-shots-routines.h"
#include "fascia-shots-plan.h"
#include "fascia-shots-player.h"
#include "fascia-shots-safety.h"
#include "fascia-test-rights.h"
#include "fascia-test-utils.h"
#include "journal/fascia-journal-page.h"
#include "progress/fascia-progress-page.h"
#include "settings/fascia-preferences-dialog.h"

/* The practice life that looks like one. */
#define SEED 7
/* The place that is chosen. */
#define PLACE "shoulder-top-right"
#define CHECK_IN_AGE_MS (5 * 60 * 1000)
#define YESTERDAY_MS ((gint64) 20 * 60 * 60 * 1000)

/* ---- journals ---- */

static void
must (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "it did not work");
}

void
fascia_shots_make_practice (const char *path, FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);
  FasciaMoment now;
  fascia_clock_now (clock, &now);

  const FasciaDemoOptions options
      = { .seed = SEED, .last_day = now.day, .n_days = FASCIA_DEMO_DAYS, .zone = zone };
  g_autoptr (GPtrArray) entries = fascia_demo_generate (&options);
  g_autoptr (FasciaClock) earlier
      = fascia_clock_new_fixed (fascia_clock_now_ms (clock) - CHECK_IN_AGE_MS, "UTC");
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, earlier, 1000, &error);
  must (db != NULL, error);
  must (fascia_db_insert_entries (db, (FasciaEntry **) entries->pdata, entries->len, &error),
        error);

  /* What the person has said in the check-in that is still open. */
  const FasciaMark marks[] = {
    { .region = PLACE, .scale = FASCIA_SCALE_TIGHTNESS, .level = 7 },
    { .region = PLACE, .scale = FASCIA_SCALE_PAIN, .level = 4 },
    { .region = "neck-back-right", .scale = FASCIA_SCALE_TIGHTNESS, .level = 5 },
    { .region = "upper-back-inner-right", .scale = FASCIA_SCALE_TIGHTNESS, .level = 3 },
    { .region = "lower-back-left", .scale = FASCIA_SCALE_TIGHTNESS, .level = 2 },
    { .region = "jaw-right", .scale = FASCIA_SCALE_TIGHTNESS, .level = 0 },
    { .region = "thigh-front-left",
      .scale = FASCIA_SCALE_TIGHTNESS,
      .level = FASCIA_LEVEL_NOT_GIVEN },
  };
  const FasciaLog log = { .marks = marks, .n_marks = G_N_ELEMENTS (marks) };
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  must (operation != NULL, error);
  must (fascia_db_close (db, &error), error);
}

void
fascia_shots_make_journal (FasciaShotJournal journal,
                           const char *path,
                           const char *practice,
                           FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);

  switch (journal)
    {
    case FASCIA_SHOT_PRACTICE:
    case FASCIA_SHOT_SEALED:
      {
        g_autoptr (GFile) from = g_file_new_for_path (practice);
        g_autoptr (GFile) to = g_file_new_for_path (path);
        must (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
        if (journal != FASCIA_SHOT_SEALED)
          break;
        /* From here on, also for whoever may write everywhere. */
        g_assert_no_errno (g_chmod (path, 0400));
        fascia_test_set_rights (FALSE);
        break;
      }
    case FASCIA_SHOT_DAMAGED:
      must (g_file_set_contents (path, "This was a journal once.\n", -1, &error), error);
      break;
    case FASCIA_SHOT_CUT:
      {
        g_autofree char *content = NULL;
        gsize size = 0;

        must (g_file_get_contents (practice, &content, &size, &error), error);
        must (g_file_set_contents (path, content, (gssize) (size / 2), &error), error);
        break;
      }
    case FASCIA_SHOT_BACKUPS:
      fascia_shots_make_backups (path, clock);
      break;
    case FASCIA_SHOT_EMPTY:
    case FASCIA_SHOT_N_JOURNALS:
    default:
      break;
    }
}

/* ---- pages ---- */

typedef gboolean (*WidgetFunc) (GtkWidget *widget, gconstpointer data);

/* (nullable) The first mapped widget below @root of which @is_wanted is true. */
static GtkWidget *
find_widget (GtkWidget *root, WidgetFunc is_wanted, gconstpointer data)
{
  if (is_wanted (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, is_wanted, data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_id (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), data) == 0;
}

static gboolean
is_chips (GtkWidget *widget, gconstpointer data)
{
  return FASCIA_IS_FEELING_CHIPS (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_scrolled (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_expander (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_EXPANDER_ROW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_strip (GtkWidget *widget, gconstpointer data)
{
  return FASCIA_IS_LEVEL_STRIP (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_areas (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_ancestor (widget, FASCIA_TYPE_BODY_LIST) != NULL;
}

static void
show (FasciaWindow *window, const char *page)
{
  fascia_window_show_page (window, page);
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaBodyPage *
get_body_page (FasciaWindow *window)
{
  return FASCIA_BODY_PAGE (fascia_window_get_page (window, "body"));
}

static void
choose_place (FasciaWindow *window)
{
  if (!fascia_body_page_select_region (get_body_page (window), PLACE))
    g_warning ("there is no such place");
}

static void
show_list (FasciaWindow *window)
{
  fascia_body_page_set_is_list (get_body_page (window), TRUE);
}

static void
show_more (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  const FasciaRegion *region = fascia_body_lookup (fascia_body_model_get_body (model), PLACE);

  adw_dialog_present (fascia_place_dialog_new (model, region, GTK_WIDGET (window)),
                      GTK_WIDGET (window));
}

typedef struct
{
  FasciaWindow *window;
  gboolean is_done;
} Opening;

static gboolean
is_done (gpointer data)
{
  return ((Opening *) data)->is_done;
}

static void
act (FasciaWindow *window, const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (get_body_page (window)), action, NULL))
    g_warning ("%s does nothing", action);
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

/* A check-in of some days ago. */
static void
on_look_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  must (entries != NULL && entries->len > 0, error);

  for (guint i = entries->len / 2; i < entries->len && !opening->is_done; i++)
    {
      FasciaEntry *entry = entries->pdata[i];

      if (fascia_entry_count_places (entry) < 3)
        continue;
      fascia_window_show_on_body (GTK_WIDGET (opening->window), entry);
      opening->is_done = TRUE;
    }
}

static void
show_look (FasciaWindow *window)
{
  Opening opening = { .window = window };

  fascia_journal_list_async (fascia_window_get_journal (window), G_MAXINT64, NULL, 60, NULL,
                             on_look_listed, &opening);
  fascia_test_assert_until (is_done, &opening);
}

static void
show_past (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaClock *clock = fascia_journal_get_clock (fascia_window_get_journal (window));
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);
  FasciaMoment at;

  fascia_moment_init (&at, fascia_clock_now_ms (clock) - YESTERDAY_MS, zone);
  fascia_body_model_show_moment (model, &at);
}

static void
show_heat (FasciaWindow *window)
{
  act (window, "body.heat");
}

/* Some lines as a hand draws them, an arrow, and the pen still in the hand. */
static void
show_draw (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaBody *body = fascia_body_model_get_body (model);
  const FasciaRegion *from = fascia_body_lookup (body, "lower-back-left");
  const FasciaRegion *to = fascia_body_lookup (body, "thigh-back-left");
  FasciaDrawingPoint points[40];
  const FasciaDrawingPoint spot = { .x = 30, .y = 190, .level = 8 };
  FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) FASCIA_PEN_MEDIUM,
    .points = points,
    .n_points = G_N_ELEMENTS (points),
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (FasciaDrawingPoint) {
      .x = -45 + 6 * sinf ((float) i / 6),
      .y = 400 + 4 * (float) i,
      .level = 1 + (float) i / 5,
    };
  fascia_body_model_add_drawing (model, &drawing);
  drawing.kind = FASCIA_DRAWING_SPOT;
  drawing.points = &spot;
  drawing.n_points = 1;
  fascia_body_model_add_drawing (model, &drawing);
  if (from != NULL && to != NULL)
    fascia_body_model_add_spread (model, from, to);
  /* And one that goes through the body. */
  from = fascia_body_lookup (body, "lower-back-right");
  to = fascia_body_lookup (body, "thigh-front-right");
  if (from != NULL && to != NULL)
    fascia_body_model_add_spread (model, from, to);
  act (window, "body.draw");
}

static void
show_spread (FasciaWindow *window)
{
  choose_place (window);
  act (window, "body.spread");
}

static void
show_form (FasciaWindow *window, const FasciaBodyForm *form)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  g_autoptr (FasciaBody) body
      = fascia_body_new_with_form (fascia_body_model_get_body (model), form);

  choose_place (window);
  fascia_body_model_set_body (model, body);
}

static void
show_own (FasciaWindow *window)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.facing = FASCIA_FACING_OWN;
  show_form (window, &form);
}

static void
show_full (FasciaWindow *window)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.build = FASCIA_BUILD_FULL;
  show_form (window, &form);
}

static void
show_phantom (FasciaWindow *window)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.limbs[FASCIA_LIMB_FOREARM_LEFT] = FASCIA_LIMB_PHANTOM;
  form.limbs[FASCIA_LIMB_LOWER_LEG_RIGHT] = FASCIA_LIMB_HIDDEN;
  show_form (window, &form);
}

static void
show_near (FasciaWindow *window)
{
  fascia_body_figures_zoom_to (fascia_body_page_get_figures (get_body_page (window)), "head");
}

static void
show_menu (FasciaWindow *window)
{
  act (window, "body.menu");
}

static void
show_summary (FasciaWindow *window)
{
  act (window, "body.summary");
}

static void
show_question (FasciaWindow *window)
{
  FasciaBodyPage *page = get_body_page (window);
  FasciaBodyModel *model = fascia_body_page_get_model (page);
  const FasciaRegion *region
      = fascia_body_lookup (fascia_body_model_get_body (model), "hip-front-left");

  if (region == NULL)
    region = fascia_body_lookup (fascia_body_model_get_body (model), "thigh-front-right");
  fascia_body_model_set_selected (model, region);
  fascia_body_model_mark (model, region);
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  g_signal_emit_by_name (model, "side-asked", region);
}

static void
show_when (FasciaWindow *window)
{
  GtkWidget *button = find_widget (GTK_WIDGET (window), has_id, "when_button");

  if (button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else if (!gtk_widget_activate_action (GTK_WIDGET (get_body_page (window)), "body.when", NULL))
    g_warning ("there is no choice of a moment");
}

static FasciaPlaceDialog *
open_place (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  const FasciaRegion *region = fascia_body_lookup (fascia_body_model_get_body (model), PLACE);
  AdwDialog *dialog = fascia_place_dialog_new (model, region, GTK_WIDGET (window));

  adw_dialog_present (dialog, GTK_WIDGET (window));
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  return FASCIA_PLACE_DIALOG (dialog);
}

static void
show_more_words (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaBody *body = fascia_body_model_get_body (model);

  fascia_body_model_add_spread (model, fascia_body_lookup (body, PLACE),
                                fascia_body_lookup (body, "temple-right"));
  FasciaPlaceDialog *dialog = open_place (window);
  GtkWidget *chips = find_widget (GTK_WIDGET (dialog), is_chips, NULL);
  fascia_place_dialog_show_words (dialog);
  gtk_toggle_button_set_active (
      fascia_feeling_chips_get_chip (FASCIA_FEELING_CHIPS (chips), "numb"), TRUE);
}

/* As far down as a page in a dialog goes. */
static void
show_more_end (FasciaWindow *window)
{
  FasciaPlaceDialog *dialog = open_place (window);
  GtkWidget *scrolled = find_widget (GTK_WIDGET (dialog), is_scrolled, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
show_more_links (FasciaWindow *window)
{
  FasciaPlaceDialog *dialog = open_place (window);

  fascia_place_dialog_show_links (dialog);
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  GtkWidget *scrolled = find_widget (GTK_WIDGET (dialog), is_scrolled, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + gtk_adjustment_get_page_size (adjustment) - 80);
}

static void
show_more_help (FasciaWindow *window)
{
  fascia_place_dialog_show_help (open_place (window));
}

static void
show_preferences (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_window_get_journal (window),
                                                  fascia_body_model_get_body (model));

  adw_dialog_present (fascia_preferences_dialog_new (setup), GTK_WIDGET (window));
}

static void
show_limbs (FasciaWindow *window)
{
  show_preferences (window);
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_window_get_journal (window), NULL);
  const char *const limbs[] = { "forearm-left:hidden", "foot-right:phantom", NULL };

  fascia_body_setup_set (setup, FASCIA_SETTING_LIMBS, g_variant_new_strv (limbs, -1));
  fascia_body_setup_set (setup, FASCIA_SETTING_BUILD, g_variant_new_string ("full"));
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  GtkWidget *row = find_widget (GTK_WIDGET (window), is_expander, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
}

static void
show_general (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_window_get_journal (window),
                                                  fascia_body_model_get_body (model));
  AdwDialog *dialog = fascia_preferences_dialog_new (setup);

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "general");
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* A finger has marked a place a moment ago. */
static void
show_neighbours (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  const FasciaRegion *region
      = fascia_body_lookup (fascia_body_model_get_body (model), "shoulder-top-left");

  fascia_body_model_set_selected (model, region);
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  GtkWidget *strip = find_widget (GTK_WIDGET (window), is_strip, NULL);
  if (strip == NULL)
    return;
  fascia_level_strip_set_neighbours_shown (FASCIA_LEVEL_STRIP (strip), TRUE);
  fascia_body_model_mark (model, region);
}

/* The list, with the menu of whole areas. */
static void
show_list_areas (FasciaWindow *window)
{
  FasciaBodyModel *model = fascia_body_page_get_model (get_body_page (window));
  FasciaBody *body = fascia_body_model_get_body (model);

  fascia_body_page_set_is_list (get_body_page (window), TRUE);
  fascia_body_model_add_spread (model, fascia_body_lookup (body, PLACE),
                                fascia_body_lookup (body, "temple-right"));
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
  GtkWidget *button = find_widget (GTK_WIDGET (window), is_areas, NULL);
  if (button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
show_journal (FasciaWindow *window)
{
  show (window, "journal");
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);
  must (entries != NULL && entries->len > 0, error);

  GtkWidget *page = fascia_window_get_page (opening->window, "journal");
  if (!fascia_journal_page_open_entry (FASCIA_JOURNAL_PAGE (page),
                                       fascia_entry_get_uid (entries->pdata[0])))
    g_warning ("the newest entry is not in the list");
  opening->is_done = TRUE;
}

static void
show_entry (FasciaWindow *window)
{
  Opening opening = { .window = window };

  show (window, "journal");
  fascia_journal_list_async (fascia_window_get_journal (window), G_MAXINT64, NULL, 1, NULL,
                             on_listed, &opening);
  fascia_test_assert_until (is_done, &opening);
}

static void
show_progress (FasciaWindow *window)
{
  show (window, "progress");
}

static void
show_range (FasciaWindow *window, FasciaRange range)
{
  show (window, "progress");
  fascia_progress_page_set_range (
      FASCIA_PROGRESS_PAGE (fascia_window_get_page (window, "progress")), range);
}

static void
show_week (FasciaWindow *window)
{
  show_range (window, FASCIA_RANGE_7);
}

static void
show_quarter (FasciaWindow *window)
{
  show_range (window, FASCIA_RANGE_90);
}

static void
show_year (FasciaWindow *window)
{
  show_range (window, FASCIA_RANGE_365);
}

static void
show_all (FasciaWindow *window)
{
  show_range (window, FASCIA_RANGE_ALL);
}

static void
show_table (FasciaWindow *window)
{
  show (window, "progress");
  GtkWidget *group = find_widget (GTK_WIDGET (window), has_id, "view_group");
  if (group == NULL)
    g_warning ("there is no table");
  else
    adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), "table");
}

static void
show_about (FasciaWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.about", NULL);
}

static void
show_shortcuts (FasciaWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.shortcuts", NULL);
}

static const FasciaShot shots[] = {
  { "body", FASCIA_SHOT_PRACTICE, NULL },
  { "body-chosen", FASCIA_SHOT_PRACTICE, choose_place },
  { "body-list", FASCIA_SHOT_PRACTICE, show_list },
  { "body-more", FASCIA_SHOT_PRACTICE, show_more },
  { "body-more-words", FASCIA_SHOT_PRACTICE, show_more_words },
  { "body-more-links", FASCIA_SHOT_PRACTICE, show_more_links },
  { "body-more-end", FASCIA_SHOT_PRACTICE, show_more_end },
  { "body-more-help", FASCIA_SHOT_PRACTICE, show_more_help },
  { "body-neighbours", FASCIA_SHOT_PRACTICE, show_neighbours },
  { "body-list-areas", FASCIA_SHOT_PRACTICE, show_list_areas },
  { "preferences", FASCIA_SHOT_PRACTICE, show_preferences },
  { "preferences-limbs", FASCIA_SHOT_PRACTICE, show_limbs },
  { "preferences-general", FASCIA_SHOT_PRACTICE, show_general },
  { "body-look", FASCIA_SHOT_PRACTICE, show_look },
  { "body-heat", FASCIA_SHOT_PRACTICE, show_heat },
  { "body-menu", FASCIA_SHOT_PRACTICE, show_menu },
  { "body-when", FASCIA_SHOT_PRACTICE, show_when },
  { "body-summary", FASCIA_SHOT_PRACTICE, show_summary },
  { "journal", FASCIA_SHOT_PRACTICE, show_journal },
  { "journal-entry", FASCIA_SHOT_PRACTICE, show_entry },
  { "read-only", FASCIA_SHOT_SEALED, NULL },
  { "read-only-entry", FASCIA_SHOT_SEALED, show_entry },
  { "journal-kinds", FASCIA_SHOT_PRACTICE, fascia_shots_show_kinds },
  { "journal-filtered", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_filtered },
  { "journal-searching", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_searching },
  { "journal-nothing", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_nothing },
  { "journal-filter", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_filter },
  { "journal-add", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_add },
  { "journal-row-menu", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_row_menu },
  { "journal-calendar", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_calendar },
  { "journal-jump", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_jump },
  { "journal-undo", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_undo },
  { "player-ready", FASCIA_SHOT_PRACTICE, fascia_shots_player_ready },
  { "player-hold", FASCIA_SHOT_PRACTICE, fascia_shots_player_hold },
  { "player-breath", FASCIA_SHOT_PRACTICE, fascia_shots_player_breath },
  { "player-breath-words", FASCIA_SHOT_PRACTICE, fascia_shots_player_breath_words },
  { "player-waits", FASCIA_SHOT_PRACTICE, fascia_shots_player_waits },
  { "player-change", FASCIA_SHOT_PRACTICE, fascia_shots_player_change },
  { "player-rest", FASCIA_SHOT_PRACTICE, fascia_shots_player_rest },
  { "player-paused", FASCIA_SHOT_PRACTICE, fascia_shots_player_paused },
  { "player-stop", FASCIA_SHOT_PRACTICE, fascia_shots_player_stop },
  { "player-stopped", FASCIA_SHOT_PRACTICE, fascia_shots_player_stopped },
  { "player-done", FASCIA_SHOT_PRACTICE, fascia_shots_player_done },
  { "player-broken-off", FASCIA_SHOT_PRACTICE, fascia_shots_player_broken_off },
  { "player-broken-off-routines", FASCIA_SHOT_PRACTICE, fascia_shots_player_broken_off_routines },
  { "routines", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines },
  { "routines-asked", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_asked },
  { "routines-area", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_area },
  { "routines-found", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_found },
  { "routines-nothing", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_nothing },
  { "routines-closed", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_closed },
  { "routines-filter", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_filter },
  { "routines-why", FASCIA_SHOT_PRACTICE, fascia_shots_show_routines_why },
  { "routines-empty", FASCIA_SHOT_EMPTY, fascia_shots_show_routines },
  { "routine", FASCIA_SHOT_PRACTICE, fascia_shots_show_routine },
  { "routine-steps", FASCIA_SHOT_PRACTICE, fascia_shots_show_routine_steps },
  { "routine-end", FASCIA_SHOT_PRACTICE, fascia_shots_show_routine_end },
  { "own-editor", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_editor },
  { "own-over", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_over },
  { "own-step", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_step },
  { "own-picker", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_picker },
  { "own-like", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_like },
  { "own-import", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_import },
  { "own-refused", FASCIA_SHOT_PRACTICE, fascia_shots_show_own_refused },
  { "safety", FASCIA_SHOT_PRACTICE, fascia_shots_show_safety },
  { "safety-start", FASCIA_SHOT_PRACTICE, fascia_shots_show_safety_start },
  { "safety-group", FASCIA_SHOT_PRACTICE, fascia_shots_show_safety_group },
  { "safety-answered", FASCIA_SHOT_PRACTICE, fascia_shots_show_safety_answered },
  { "safety-take-out", FASCIA_SHOT_PRACTICE, fascia_shots_show_safety_take_out },
  { "session", FASCIA_SHOT_PRACTICE, fascia_shots_show_session },
  { "session-held-back", FASCIA_SHOT_PRACTICE, fascia_shots_show_session_held_back },
  { "session-list", FASCIA_SHOT_PRACTICE, fascia_shots_show_session_list },
  { "session-today", FASCIA_SHOT_PRACTICE, fascia_shots_show_session_today },
  { "help-all", FASCIA_SHOT_PRACTICE, fascia_shots_show_help_all },
  { "help-place", FASCIA_SHOT_PRACTICE, fascia_shots_show_help_place },
  { "care", FASCIA_SHOT_PRACTICE, fascia_shots_show_care },
  { "care-place", FASCIA_SHOT_PRACTICE, fascia_shots_show_care_place },
  { "care-add", FASCIA_SHOT_PRACTICE, fascia_shots_show_care_add },
  { "preferences-routines", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_routines },
  { "preferences-session", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_session },
  { "tests-held-back", FASCIA_SHOT_PRACTICE, fascia_shots_show_tests_held_back },
  { "visit-notes", FASCIA_SHOT_PRACTICE, fascia_shots_show_visit_notes },
  { "flare", FASCIA_SHOT_PRACTICE, fascia_shots_flare },
  { "flare-help", FASCIA_SHOT_PRACTICE, fascia_shots_flare_help },
  { "flare-hold", FASCIA_SHOT_PRACTICE, fascia_shots_flare_hold },
  { "flare-place", FASCIA_SHOT_PRACTICE, fascia_shots_flare_place },
  { "flare-problem", FASCIA_SHOT_DAMAGED, fascia_shots_flare },
  { "breath", FASCIA_SHOT_PRACTICE, fascia_shots_breath_in },
  { "breath-still", FASCIA_SHOT_PRACTICE, fascia_shots_breath_still },
  { "breath-paused", FASCIA_SHOT_PRACTICE, fascia_shots_breath_paused },
  { "progress", FASCIA_SHOT_PRACTICE, show_progress },
  { "progress-7", FASCIA_SHOT_PRACTICE, show_week },
  { "progress-90", FASCIA_SHOT_PRACTICE, show_quarter },
  { "progress-365", FASCIA_SHOT_PRACTICE, show_year },
  { "progress-all", FASCIA_SHOT_PRACTICE, show_all },
  { "progress-table", FASCIA_SHOT_PRACTICE, show_table },
  { "about", FASCIA_SHOT_PRACTICE, show_about },
  { "shortcuts", FASCIA_SHOT_PRACTICE, show_shortcuts },
  { "body-past", FASCIA_SHOT_PRACTICE, show_past },
  { "body-spread", FASCIA_SHOT_PRACTICE, show_spread },
  { "body-own", FASCIA_SHOT_PRACTICE, show_own },
  { "body-full", FASCIA_SHOT_PRACTICE, show_full },
  { "body-phantom", FASCIA_SHOT_PRACTICE, show_phantom },
  { "body-near", FASCIA_SHOT_PRACTICE, show_near },
  /* These write, and every later picture of the practice journal shows it. */
  { "body-draw", FASCIA_SHOT_PRACTICE, show_draw },
  { "body-question", FASCIA_SHOT_PRACTICE, show_question },
  { "plan", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan },
  { "plan-days", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_days },
  { "plan-stage", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_stage },
  { "plan-choose", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_choose },
  { "plan-programme", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_programme },
  { "plan-day", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_day },
  { "plan-unknown", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_unknown },
  { "plan-today", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_today },
  { "day-after", FASCIA_SHOT_PRACTICE, fascia_shots_show_day_after },
  { "day-after-answers", FASCIA_SHOT_PRACTICE, fascia_shots_show_day_after_answers },
  { "plan-question", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_question },
  { "plan-at-rest", FASCIA_SHOT_PRACTICE, fascia_shots_show_plan_at_rest },
  { "body-empty", FASCIA_SHOT_EMPTY, NULL },
  { "body-heat-empty", FASCIA_SHOT_EMPTY, show_heat },
  { "journal-empty", FASCIA_SHOT_EMPTY, show_journal },
  { "progress-empty", FASCIA_SHOT_EMPTY, show_progress },
  { "problem", FASCIA_SHOT_DAMAGED, NULL },
  { "problem-cut", FASCIA_SHOT_CUT, NULL },
  { "problem-repair", FASCIA_SHOT_CUT, fascia_shots_show_repair },
  { "data-export", FASCIA_SHOT_EMPTY, fascia_shots_show_export },
  { "data-exported", FASCIA_SHOT_EMPTY, fascia_shots_show_exported },
  { "data-export-failed", FASCIA_SHOT_EMPTY, fascia_shots_show_export_failed },
  { "data-import", FASCIA_SHOT_EMPTY, fascia_shots_show_import },
  { "data-import-columns", FASCIA_SHOT_EMPTY, fascia_shots_show_import_columns },
  { "data-import-preview", FASCIA_SHOT_EMPTY, fascia_shots_show_import_preview },
  { "data-import-rows", FASCIA_SHOT_EMPTY, fascia_shots_show_import_rows },
  { "data-import-failed", FASCIA_SHOT_EMPTY, fascia_shots_show_import_failed },
  { "data-backups", FASCIA_SHOT_BACKUPS, fascia_shots_show_backups },
  { "data-backup-new", FASCIA_SHOT_EMPTY, fascia_shots_show_backup_new },
  { "data-backup-typed", FASCIA_SHOT_EMPTY, fascia_shots_show_backup_typed },
  { "data-backup-done", FASCIA_SHOT_BACKUPS, fascia_shots_show_backup_done },
  { "data-restore", FASCIA_SHOT_BACKUPS, fascia_shots_show_restore },
  { "data-restore-locked", FASCIA_SHOT_EMPTY, fascia_shots_show_restore_locked },
  { "data-restore-failed", FASCIA_SHOT_EMPTY, fascia_shots_show_restore_failed },
  { "data-restored", FASCIA_SHOT_BACKUPS, fascia_shots_show_restored },
  { "data-erase", FASCIA_SHOT_EMPTY, fascia_shots_show_erase },
  { "data-delete", FASCIA_SHOT_BACKUPS, fascia_shots_show_delete },
  { "edit-visit", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_visit },
  { "edit-visit-end", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_visit_end },
  { "edit-areas", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_areas },
  { "edit-exercise", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_exercise },
  { "edit-treatment", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_treatment },
  { "edit-event", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_event },
  { "edit-note", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_note },
  { "edit-measurement", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_measurement },
  { "edit-items", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_items },
  { "edit-tags", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_tags },
  { "edit-time", FASCIA_SHOT_PRACTICE, fascia_shots_show_edit_time },
  { "edit-discard", FASCIA_SHOT_EMPTY, fascia_shots_show_edit_discard },
  { "quick-day", FASCIA_SHOT_PRACTICE, fascia_shots_show_quick_day },
  { "quick-day-empty", FASCIA_SHOT_EMPTY, fascia_shots_show_quick_day_empty },
  { "preferences-journal", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_journal },
  { "preferences-tags", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_tags },
  { "preferences-tag", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_tag },
  { "preferences-scale", FASCIA_SHOT_PRACTICE, fascia_shots_show_preferences_scale },
  /* The last of the practice journal: every later picture of it would show the words. */
  { "journal-draft", FASCIA_SHOT_PRACTICE, fascia_shots_show_journal_draft },
  { "breath-done", FASCIA_SHOT_EMPTY, fascia_shots_breath_done },
  { "breath-undo", FASCIA_SHOT_EMPTY, fascia_shots_breath_undo },
  { "flare-note", FASCIA_SHOT_EMPTY, fascia_shots_flare_note },
  { "breath-held", FASCIA_SHOT_EMPTY, fascia_shots_breath_held },
};

const FasciaShot *
fascia_shots_get_all (guint *n_shots)
{
  *n_shots = G_N_ELEMENTS (shots);
  return shots;
}
