/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For every pair of places: what is marked on one side shows on that side wherever it shows. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "body/fascia-body-overlay.h"
#include "body/fascia-body-state.h"
#include "core/exchange/fascia-csv.h"
#include "core/store/fascia-db.h"
#include "draw/fascia-body-figure.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "journal/fascia-timeline-text.h"
#include "progress/fascia-progress-page.h"
#include "widgets/fascia-body-thumbnail.h"

#define N_PAIRS 53
#define WIDTH 218
#define HEIGHT 386
#define LEVEL 6
#define LEVEL_LEFT 3
#define LEVEL_RIGHT 8

static FasciaBody *body;

static const char *
get_word (const FasciaRegion *region)
{
  return fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? "Left " : "Right ";
}

static const char *
get_other_word (const FasciaRegion *region)
{
  return fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? "Right " : "Left ";
}

static int
get_level (const FasciaRegion *region)
{
  return fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? LEVEL_LEFT : LEVEL_RIGHT;
}

/* A check-in that marks one place. */
static FasciaEntry *
make_entry (const FasciaRegion *region)
{
  static const guint8 random[10] = { 1 };
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  FasciaMoment now;
  FasciaUid uid;
  fascia_clock_now (clock, &now);
  fascia_uid_init (&uid, now.utc_ms, random);

  const FasciaMark mark = { .region = g_intern_string (fascia_region_get_id (region)),
                            .scale = FASCIA_SCALE_TIGHTNESS,
                            .level = LEVEL };
  g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &now);
  return fascia_entry_with_mark (entry, &mark);
}

typedef void (*PairFunc) (const FasciaRegion *region, FasciaEntry *entry);

/* Both sides of every pair. */
static void
foreach_sided (PairFunc func)
{
  guint n_left = 0;
  guint n_right = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      if (fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE)
        continue;
      if (fascia_region_get_side (region) == FASCIA_SIDE_LEFT)
        n_left++;
      else
        n_right++;

      g_autoptr (FasciaEntry) entry = make_entry (region);
      func (region, entry);
    }
  g_assert_cmpuint (n_left, ==, N_PAIRS);
  g_assert_cmpuint (n_right, ==, N_PAIRS);
}

/* ---- words ---- */

static void
check_words (const FasciaRegion *region, FasciaEntry *entry)
{
  const char *side = fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? "-left" : "-right";
  g_assert_true (g_str_has_suffix (fascia_region_get_id (region), side));
  g_assert_true (g_str_has_prefix (fascia_region_get_name (region), get_word (region)));

  g_autofree char *shown = fascia_timeline_text_places (entry, body, 3);
  const FasciaNames names = { .body = body };
  g_autofree char *spoken = fascia_timeline_text_spoken (entry, &names, FASCIA_HOURS_24);
  g_assert_true (g_str_has_prefix (shown, get_word (region)));
  g_assert_nonnull (strstr (spoken, fascia_region_get_name (region)));
  g_assert_null (strstr (shown, get_other_word (region)));
  g_assert_null (strstr (spoken, get_other_word (region)));
}

static void
test_words (void)
{
  foreach_sided (check_words);
}

/* ---- the exported table ---- */

static void
check_csv (const FasciaRegion *region, FasciaEntry *entry)
{
  const char *code = fascia_region_get_side (region) == FASCIA_SIDE_LEFT ? "left" : "right";
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = g_strdup_printf (",%s,%s,%s,", fascia_region_get_id (region),
                                             fascia_region_get_base (region), code);

  fascia_csv_append_entry (text, body, entry);
  g_assert_nonnull (strstr (text->str, wanted));
  g_assert_nonnull (strstr (text->str, fascia_region_get_name_c (region)));
  g_assert_null (strstr (text->str, get_other_word (region)));
}

static void
test_csv (void)
{
  foreach_sided (check_csv);
}

/* ---- the body page ---- */

static void
check_state (const FasciaRegion *region, FasciaEntry *entry)
{
  g_autoptr (FasciaBodyState) state
      = fascia_body_state_new (body, entry, NULL, fascia_entry_get_moment (entry)->day);
  const FasciaRegion *mirror = fascia_region_get_mirror (region);

  g_assert_nonnull (mirror);
  g_assert_true (fascia_region_get_mirror (mirror) == region);
  g_assert_true (fascia_body_place_is_marked (fascia_body_state_get_place (state, region)));
  g_assert_false (fascia_body_place_is_marked (fascia_body_state_get_place (state, mirror)));

  g_autofree char *announcement = fascia_body_place_dup_announcement (
      fascia_body_state_get_place (state, region), FASCIA_SCALE_TIGHTNESS,
      fascia_entry_get_moment (entry)->day);
  g_assert_true (g_str_has_prefix (announcement, get_word (region)));
}

static void
test_state (void)
{
  foreach_sided (check_state);
}

/* ---- the picture ---- */

/* Draws a view with the marks given, or without any. */
static cairo_surface_t *
draw (FasciaView view, GArray *marks)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const FasciaFigureMarks list = { marks != NULL ? (const FasciaFigureMark *) marks->data : NULL,
                                   marks != NULL ? marks->len : 0 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  fascia_body_figure_render (cr, body, view, 0, 0, WIDTH, HEIGHT, &list,
                             fascia_figure_palette_get (FASCIA_FIGURE_LIGHT), NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels differ on each half of the picture. */
static void
count_differences (cairo_surface_t *a, cairo_surface_t *b, guint *on_left, guint *on_right)
{
  const int stride = cairo_image_surface_get_stride (a);
  const guchar *pixels_a = cairo_image_surface_get_data (a);
  const guchar *pixels_b = cairo_image_surface_get_data (b);

  *on_left = *on_right = 0;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (memcmp (pixels_a + y * stride + x * 4, pixels_b + y * stride + x * 4, 3) != 0)
        (*(x < WIDTH / 2 ? on_left : on_right))++;
}

static cairo_surface_t *plain[2];

static void
check_picture (const FasciaRegion *region, FasciaEntry *entry)
{
  g_autoptr (GArray) marks = fascia_figure_marks_from_entry (body, entry);
  gboolean is_left = fascia_region_get_side (region) == FASCIA_SIDE_LEFT;
  g_assert_cmpuint (marks->len, ==, 1);

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      const FasciaShape *shape = fascia_body_get_shape_on (body, region, view);
      if (shape == NULL)
        continue;

      cairo_surface_t *marked = draw (view, marks);
      guint on_left = 0;
      guint on_right = 0;
      count_differences (plain[view - 1], marked, &on_left, &on_right);
      cairo_surface_destroy (marked);

      /* Who looks at you has your left on the right; who looks at your back has it on the left. A
       * place beside the midline may wet it with its edge. */
      guint here = (view == FASCIA_VIEW_FRONT) == is_left ? on_right : on_left;
      guint there = (view == FASCIA_VIEW_FRONT) == is_left ? on_left : on_right;
      g_test_message ("%s on view %d: %u here, %u there", fascia_region_get_id (region), (int) view,
                      here, there);
      g_assert_cmpuint (here, >, 10);
      g_assert_cmpuint (here, >, 4 * there);
    }
}

static void
test_picture (void)
{
  plain[0] = draw (FASCIA_VIEW_FRONT, NULL);
  plain[1] = draw (FASCIA_VIEW_BACK, NULL);
  foreach_sided (check_picture);
  cairo_surface_destroy (plain[0]);
  cairo_surface_destroy (plain[1]);
}

/* ---- the chart ---- */

static GtkLabel *
find_label (GtkWidget *root, const char *id)
{
  if (GTK_IS_LABEL (root)
      && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return GTK_LABEL (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All left places at one level, all right ones at another, in one check-in. */
static void
write_both_sides (const char *path, FasciaClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (FasciaMark));

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      const FasciaMark mark = { .region = g_intern_string (fascia_region_get_id (region)),
                                .scale = FASCIA_SCALE_TIGHTNESS,
                                .level = get_level (region) };
      g_array_append_val (marks, mark);
    }

  const FasciaLog log = { .marks = (const FasciaMark *) marks->data, .n_marks = marks->len };
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 1000, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  g_assert_no_error (error);
  fascia_db_close (db, &error);
  g_assert_no_error (error);
}

static FasciaProgressPage *progress;

static gboolean
is_charted (gpointer data)
{
  return fascia_progress_page_select_place (progress, "sacrum");
}

static void
check_legend (const FasciaRegion *region, FasciaEntry *entry)
{
  FasciaChartCard *card = fascia_progress_page_get_card (progress);
  g_assert_true (fascia_progress_page_select_place (progress, fascia_region_get_id (region)));

  GtkLabel *legend = find_label (GTK_WIDGET (card), "tightness_legend");
  g_assert_nonnull (legend);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (legend), fascia_region_get_name (region)));
  g_assert_null (strstr (gtk_label_get_label (legend), get_other_word (region)));

  guint n_days = 0;
  const FasciaDay *days
      = fascia_daily_get_days (fascia_chart_card_get_data (card)->daily[0], &n_days);
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_cmpfloat (days[0].value, ==, get_level (region));
}

static void
test_legend (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  write_both_sides (path, clock);
  g_autoptr (FasciaJournal) journal = fascia_journal_new (path, clock);
  GtkWidget *window = gtk_window_new ();

  progress = fascia_progress_page_new (journal, body);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (progress));
  gtk_window_present (GTK_WINDOW (window));
  fascia_journal_open (journal);
  fascia_test_assert_until (is_charted, NULL);

  foreach_sided (check_legend);
  gtk_window_destroy (GTK_WINDOW (window));
  fascia_test_drain ();
  fascia_journal_shutdown (journal);
}

/* What goes through the body comes out on the same side, as the window paints it. */
static void
test_arrows (void)
{
  static const char *const sides[2] = { "left", "right" };

  for (int i = 0; i < 2; i++)
    for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
      {
        g_autofree char *from = g_strdup_printf ("lower-back-%s", sides[i]);
        g_autofree char *to = g_strdup_printf ("thigh-front-%s", sides[i]);
        g_autoptr (FasciaBodyArrow) arrow = fascia_body_arrow_new (
            body, view, fascia_body_lookup (body, from), fascia_body_lookup (body, to));
        /* Facing, the left side is on the right of the front and on the left of the back. */
        const gboolean is_right = (i == 0) == (view == FASCIA_VIEW_FRONT);
        double x0 = 0;
        double x1 = 0;

        g_assert_nonnull (arrow);
        g_assert_true (arrow->is_through);
        fascia_path_get_bounds (arrow->line, &x0, NULL, &x1, NULL);
        g_assert_true (is_right ? x0 > 0 : x1 < 0);
        fascia_path_get_bounds (arrow->head, &x0, NULL, &x1, NULL);
        g_assert_true (is_right ? x0 > 0 : x1 < 0);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  fascia_core_get_resource ();
  fascia_ui_get_resource ();
  body = fascia_body_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/laterality/words", test_words);
  g_test_add_func ("/laterality/csv", test_csv);
  g_test_add_func ("/laterality/body-page", test_state);
  g_test_add_func ("/laterality/picture", test_picture);
  g_test_add_func ("/laterality/legend", test_legend);
  g_test_add_func ("/laterality/arrows", test_arrows);

  int status = g_test_run ();
  fascia_body_unref (body);
  return status;
}
