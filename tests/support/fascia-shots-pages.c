/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages are pictured, and what has to happen in the window before. */

#include "fascia-shots-pages.h"

#include <glib/gstdio.h>

#include "body/fascia-body-page.h"
#include "body/fascia-place-dialog.h"
#include "core/exchange/fascia-demo.h"
#include "core/store/fascia-db.h"
#include "fascia-test-utils.h"
#include "journal/fascia-journal-page.h"
#include "progress/fascia-progress-page.h"

/* The practice life that looks like one. */
#define SEED 7
/* The place that is chosen. */
#define PLACE "shoulder-top-right"
#define CHECK_IN_AGE_MS (5 * 60 * 1000)

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
      {
        g_autoptr (GFile) from = g_file_new_for_path (practice);
        g_autoptr (GFile) to = g_file_new_for_path (path);
        must (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
        break;
      }
    case FASCIA_SHOT_DAMAGED:
      must (g_file_set_contents (path, "This was a journal once.\n", -1, &error), error);
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

static void
show_journal (FasciaWindow *window)
{
  show (window, "journal");
}

typedef struct
{
  FasciaWindow *window;
  gboolean is_done;
} Opening;

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

static gboolean
is_done (gpointer data)
{
  return ((Opening *) data)->is_done;
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
  { "journal", FASCIA_SHOT_PRACTICE, show_journal },
  { "journal-entry", FASCIA_SHOT_PRACTICE, show_entry },
  { "progress", FASCIA_SHOT_PRACTICE, show_progress },
  { "progress-7", FASCIA_SHOT_PRACTICE, show_week },
  { "progress-90", FASCIA_SHOT_PRACTICE, show_quarter },
  { "progress-365", FASCIA_SHOT_PRACTICE, show_year },
  { "progress-all", FASCIA_SHOT_PRACTICE, show_all },
  { "progress-table", FASCIA_SHOT_PRACTICE, show_table },
  { "about", FASCIA_SHOT_PRACTICE, show_about },
  { "shortcuts", FASCIA_SHOT_PRACTICE, show_shortcuts },
  { "body-empty", FASCIA_SHOT_EMPTY, NULL },
  { "journal-empty", FASCIA_SHOT_EMPTY, show_journal },
  { "progress-empty", FASCIA_SHOT_EMPTY, show_progress },
  { "problem", FASCIA_SHOT_DAMAGED, NULL },
};

const FasciaShot *
fascia_shots_get_all (guint *n_shots)
{
  *n_shots = G_N_ELEMENTS (shots);
  return shots;
}
