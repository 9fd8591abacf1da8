/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets of all poses, to be looked at: fascia-pose-sheet [--size N] [--look dark] [--phase P]
 * [--columns N] [--file POSES.XML…] OUT.png [STEP…]
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "core/fascia-core-resources.h"
#include "draw/fascia-pose-picture.h"

typedef struct
{
  int size, columns;
  double phase;
  char *look;
  gboolean is_mirrored;
} Options;

static void
draw_cell (cairo_t *cr, const FasciaPose *pose, const Options *options, FasciaFigureLook look)
{
  g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, options->phase);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  fascia_pose_picture_draw (cr, frame, fascia_pose_palette_get (look), options->size,
                            options->is_mirrored);
  pango_layout_set_text (layout, fascia_pose_get_step (pose), -1);
  cairo_move_to (cr, 4, 2);
  cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

int
main (int argc, char *argv[])
{
  Options options = { .size = 160, .columns = 8 };
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_INT, &options.size, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_INT, &options.columns, NULL, NULL },
    { "phase", 0, 0, G_OPTION_ARG_DOUBLE, &options.phase, NULL, NULL },
    { "look", 0, 0, G_OPTION_ARG_STRING, &options.look, NULL, NULL },
    { "mirrored", 0, 0, G_OPTION_ARG_NONE, &options.is_mirrored, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT.png [STEP…]");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  fascia_core_get_resource ();
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "where to?");
      return 2;
    }

  g_autoptr (FasciaPoses) poses = fascia_poses_new (&error);
  if (poses == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (int i = 2; i < argc; i++)
    for (guint j = 0; j < fascia_poses_get_n (poses); j++)
      if (g_pattern_match_simple (argv[i], fascia_pose_get_step (fascia_poses_get (poses, j))))
        g_ptr_array_add (shown, (gpointer) fascia_poses_get (poses, j));
  for (guint j = 0; argc == 2 && j < fascia_poses_get_n (poses); j++)
    g_ptr_array_add (shown, (gpointer) fascia_poses_get (poses, j));

  const gboolean is_dark
      = g_strcmp0 (options.look, "dark") == 0 || g_strcmp0 (options.look, "contrast-dark") == 0;
  const FasciaFigureLook look = fascia_figure_look_for (
      is_dark, options.look != NULL && g_str_has_prefix (options.look, "contrast"));
  const int columns = MAX (1, MIN (options.columns, (int) shown->len));
  const int rows = ((int) shown->len + columns - 1) / columns;
  const int step = options.size + 8;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns * step, MAX (rows, 1) * step);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, is_dark ? 0.2 : 1, is_dark ? 0.2 : 1, is_dark ? 0.215 : 1);
  cairo_paint (cr);
  for (guint i = 0; i < shown->len; i++)
    {
      const int column = (int) i % columns, row = (int) i / columns;

      cairo_save (cr);
      cairo_translate (cr, column * step + 4, row * step + 4);
      draw_cell (cr, g_ptr_array_index (shown, i), &options, look);
      cairo_restore (cr);
    }
  const cairo_status_t status = cairo_surface_write_to_png (surface, argv[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_free (options.look);
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
