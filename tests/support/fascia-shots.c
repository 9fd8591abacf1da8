/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of every page in every look: fascia-shots [--look NAME] [--only TEXT]
 * FOLDER.
 *
 * Each look (colours, contrast, direction, size, text size) is a process of its own, because
 * libadwaita reads contrast and colours once. A page is drawn by the window's own renderer into a
 * texture, so a picture needs no window manager and is the same on every machine: the clock stands
 * still, nothing moves, and a picture is taken when the journal has answered and three frames in a
 * row are equal. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "core/store/fascia-db.h"
#include "fascia-application.h"
#include "fascia-shots-pages.h"
#include "fascia-test-utils.h"
#include "fascia-window.h"
#include "routines/fascia-routines-model.h"

#define EQUAL_FRAMES 3
/* After everything else, also what is of low priority. */
#define AFTER_ALL_ELSE (G_PRIORITY_LOW + 100)
#define DPI_AT_100_PERCENT (96 * 1024)

/* ---- looks ---- */

typedef struct
{
  const char *name;
  gboolean is_dark;
  gboolean has_high_contrast;
  gboolean is_rtl;
  int width, height;
  int text_percent;
} Look;

static const Look looks[] = {
  { "light", FALSE, FALSE, FALSE, 1000, 700, 100 },
  { "dark", TRUE, FALSE, FALSE, 1000, 700, 100 },
  { "contrast", FALSE, TRUE, FALSE, 1000, 700, 100 },
  { "contrast-dark", TRUE, TRUE, FALSE, 1000, 700, 100 },
  { "rtl", FALSE, FALSE, TRUE, 1000, 700, 100 },
  { "360", FALSE, FALSE, FALSE, 360, 720, 100 },
  { "360-dark", TRUE, FALSE, FALSE, 360, 720, 100 },
  { "1600", FALSE, FALSE, FALSE, 1600, 1000, 100 },
  { "text-200", FALSE, FALSE, FALSE, 1000, 700, 200 },
  { "360-text-200", FALSE, FALSE, FALSE, 360, 720, 200 },
  { "smallest", FALSE, FALSE, FALSE, 360, 294, 100 },
};

/* ---- waiting until a window stands still ---- */

typedef struct
{
  FasciaJournal *journal;
  GtkWindow *window;
  gboolean has_answered;
  guint idle_id;       /* (0: none) runs when nothing else is to be done */
  gboolean has_idle;   /* it has run */
  gint64 frame;        /* the last frame looked at */
  GdkTexture *texture; /* its picture */
  GBytes *pixels;
  guint n_equal;
} Stillness;

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Stillness *stillness = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSeries) series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);

  /* A journal that could not be opened has answered, too. */
  stillness->has_answered = TRUE;
}

/* A popover has a surface of its own: laid over the window where it stands. */
static void
snapshot_popovers (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkSurface *surface
      = GTK_IS_POPOVER (widget) ? gtk_native_get_surface (GTK_NATIVE (widget)) : NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (surface != NULL && GDK_IS_POPUP (surface))
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
      double x = 0;
      double y = 0;

      gtk_native_get_surface_transform (GTK_NATIVE (widget), &x, &y);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot,
          &GRAPHENE_POINT_INIT ((float) (gdk_popup_get_position_x (GDK_POPUP (surface)) + x),
                                (float) (gdk_popup_get_position_y (GDK_POPUP (surface)) + y)));
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
      gtk_snapshot_restore (snapshot);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    snapshot_popovers (child, snapshot);
}

static GdkTexture *
render (GtkWindow *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  if (width == 0 || height == 0 || renderer == NULL)
    return NULL;

  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  snapshot_popovers (GTK_WIDGET (window), snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;

  const graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  return gsk_renderer_render_texture (renderer, node, &viewport);
}

static gboolean
on_idle (gpointer data)
{
  Stillness *stillness = data;

  stillness->idle_id = 0;
  stillness->has_idle = TRUE;
  return G_SOURCE_REMOVE;
}

/* What pages leave for a quiet moment has had one: suggestions, the second page. No frame is asked for
 * before, since on a busy machine one frame after the other would leave no such moment. */
static gboolean
is_quiet (Stillness *stillness)
{
  if (!stillness->has_idle && stillness->idle_id == 0)
    stillness->idle_id = g_idle_add_full (AFTER_ALL_ELSE, on_idle, stillness, NULL);
  return stillness->has_idle;
}

static gboolean
is_still (gpointer data)
{
  Stillness *stillness = data;
  FasciaJournalState state = fascia_journal_get_state (stillness->journal);

  if (state != FASCIA_JOURNAL_FAILED && !stillness->has_answered)
    return FALSE;

  FasciaRoutinesModel *routines = fascia_routines_model_get (stillness->journal, NULL);
  if (routines != NULL && fascia_routines_model_is_busy (routines))
    {
      stillness->has_idle = FALSE;
      stillness->n_equal = 0;
      return FALSE;
    }
  if (!is_quiet (stillness))
    return FALSE;

  /* Each look is at another frame, so that what takes its time to open has had it. */
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (stillness->window));
  if (clock == NULL)
    return FALSE;
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  if (frame == stillness->frame)
    return FALSE;
  stillness->frame = frame;
  stillness->has_idle = FALSE;

  g_autoptr (GdkTexture) texture = render (stillness->window);
  if (texture == NULL)
    return FALSE;
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  gsize stride = 0;
  g_autoptr (GBytes) pixels = gdk_texture_downloader_download_bytes (downloader, &stride);

  if (stillness->pixels != NULL && g_bytes_equal (pixels, stillness->pixels))
    stillness->n_equal++;
  else
    stillness->n_equal = 0;
  g_clear_pointer (&stillness->pixels, g_bytes_unref);
  stillness->pixels = g_steal_pointer (&pixels);
  g_set_object (&stillness->texture, texture);
  return stillness->n_equal >= EQUAL_FRAMES;
}

/* (transfer full) The picture of a window that has nothing more to do. */
static GdkTexture *
wait_for_picture (GtkWindow *window, FasciaJournal *journal)
{
  Stillness stillness = { .journal = journal, .window = window, .frame = -1 };

  /* Answered in the order asked: what the page wanted has come when this comes. */
  fascia_journal_load_series_async (journal, NULL, on_series_loaded, &stillness);
  fascia_test_assert_until (is_still, &stillness);

  while (!stillness.has_answered)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&stillness.idle_id, g_source_remove);
  g_clear_pointer (&stillness.pixels, g_bytes_unref);
  return stillness.texture;
}

void
fascia_shots_settle (GtkWindow *window, FasciaJournal *journal)
{
  g_autoptr (GdkTexture) texture = wait_for_picture (window, journal);
}

/* ---- one look ---- */

static void
apply_look (const Look *look)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_object_set (settings, "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, "gtk-xft-dpi",
                DPI_AT_100_PERCENT * look->text_percent / 100, NULL);
  gtk_widget_set_default_direction (look->is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);

  /* Without a window manager GTK frames the window itself; a page of 360 is then not 360. */
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (
      provider, "window { border: none; margin: 0; padding: 0; box-shadow: none;"
                " outline: none; border-radius: 0; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER + 1);
}

static void
take (AdwApplication *application,
      FasciaJournal *journal,
      const FasciaShot *shot,
      const Look *look,
      const char *folder)
{
  FasciaWindow *window = fascia_window_new (application, journal);

  gtk_window_set_default_size (GTK_WINDOW (window), look->width, look->height);
  gtk_window_present (GTK_WINDOW (window));
  fascia_shots_settle (GTK_WINDOW (window), journal);
  if (shot->prepare != NULL)
    shot->prepare (window);

  g_autoptr (GdkTexture) texture = wait_for_picture (GTK_WINDOW (window), journal);
  g_autofree char *name = g_strdup_printf ("%s-%s.png", shot->name, look->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_opened (gpointer data)
{
  FasciaJournalState state = fascia_journal_get_state (data);

  return state == FASCIA_JOURNAL_READY || state == FASCIA_JOURNAL_FAILED;
}

/* Where the journals of a look lie. Their path is on one of the pictures, so it is the same each
 * time, unless somebody has taken the name. */
static char *
make_place (FasciaTestDir *dir)
{
  char *place = g_build_filename (g_get_tmp_dir (), "fascia-shots", NULL);

  if (g_mkdir (place, 0700) == 0)
    return place;
  g_free (place);
  return g_strdup (fascia_test_dir_get_path (dir));
}

/* (transfer full) A new journal of that kind, opened. */
static FasciaJournal *
open_journal (FasciaShotJournal kind,
              const char *place,
              const char *name,
              const char *practice,
              FasciaClock *clock)
{
  g_autofree char *path = g_build_filename (place, name, "journal.db", NULL);
  fascia_shots_make_journal (kind, path, practice, clock);
  FasciaJournal *journal = fascia_journal_new (path, clock);

  fascia_journal_open (journal);
  fascia_test_assert_until (is_opened, journal);
  return journal;
}

static int
render_look (const Look *look, const char *only, const char *practice, const char *folder)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *place = make_place (dir);
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  FasciaJournal *own = open_journal (FASCIA_SHOT_EMPTY, place, "application", practice, clock);

  g_autoptr (GError) error = NULL;
  FasciaApplication *application = fascia_application_new_for_journal (own);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_hold (G_APPLICATION (application));
  apply_look (look);

  guint n_shots = 0;
  const FasciaShot *shots = fascia_shots_get_all (&n_shots);
  for (guint i = 0; i < n_shots; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", shots[i].name, look->name);
      if (only != NULL && strstr (name, only) == NULL)
        continue;
      g_print ("%s\n", name);
      /* Its own: what one picture needs written is not to be seen in the next. */
      FasciaJournal *journal
          = open_journal (shots[i].journal, place, shots[i].name, practice, clock);
      take (ADW_APPLICATION (application), journal, &shots[i], look, folder);
      fascia_test_drain ();
      fascia_journal_shutdown (journal);
      g_object_unref (journal);
    }

  fascia_test_drain ();
  fascia_journal_shutdown (own);
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  g_object_unref (own);
  fascia_test_remove_tree (place);
  return 0;
}

/* ---- all looks ---- */

/* libadwaita wants to know before the process begins. */
static void
set_look_environment (const Look *look)
{
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", look->is_dark ? "prefer-dark" : "default", TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", look->has_high_contrast ? "1" : "0", TRUE);
  g_setenv ("GDK_DEBUG", "no-portals", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
}

static int
render_all (const char *program, const char *look, const char *only, const char *folder)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  g_autofree char *practice
      = g_build_filename (fascia_test_dir_get_path (dir), "practice", "journal.db", NULL);
  fascia_shots_make_practice (practice, clock);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const char *arguments[]
          = { program, "--look", looks[i].name, "--practice", practice, folder, NULL, NULL, NULL };
      if (only != NULL)
        {
          arguments[6] = "--only";
          arguments[7] = only;
        }
      g_autoptr (GError) error = NULL;
      int status = 0;

      if (look != NULL && !g_str_equal (look, looks[i].name))
        continue;
      set_look_environment (&looks[i]);
      if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL,
                         NULL, NULL, &status, &error)
          || !g_spawn_check_wait_status (status, &error))
        {
          g_printerr ("fascia-shots: %s: %s\n", looks[i].name, error->message);
          return 1;
        }
    }
  return 0;
}

static const Look *
find_look (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, name))
      return &looks[i];
  return NULL;
}

int
main (int argc, char *argv[])
{
  g_autofree char *look_name = NULL;
  g_autofree char *practice = NULL;
  g_autofree char *only = NULL;
  const GOptionEntry entries[] = {
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only pictures with this in their name", "TEXT" },
    { "look", 0, 0, G_OPTION_ARG_STRING, &look_name, "Only this look", "NAME" },
    { "practice", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &practice, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("fascia-shots: %s\n", error ? error->message : "one folder, please");
      return 2;
    }
  if (g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("fascia-shots: %s cannot be made\n", argv[1]);
      return 1;
    }

  const Look *look = look_name != NULL ? find_look (look_name) : NULL;
  if (look_name != NULL && look == NULL)
    {
      g_printerr ("fascia-shots: there is no look “%s”\n", look_name);
      return 2;
    }
  if (practice == NULL)
    return render_all (argv[0], look_name, only, argv[1]);
  return render_look (look, only, practice, argv[1]);
}
