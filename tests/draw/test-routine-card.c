/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routines on paper: six steps are one page of A4 and of Letter, nothing runs over the edge, and a file
 * comes of it.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "draw/fascia-routine-card.h"
#include "fascia-core-resources.h"

#define MARGIN 36

typedef struct
{
  FasciaLibrary *library;
  FasciaPoses *poses;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);

  g_assert_no_error (error);
  self->library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  self->poses = fascia_poses_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_library_unref (self->library);
  fascia_poses_unref (self->poses);
}

static const double papers[][2] = {
  { FASCIA_ROUTINE_CARD_A4_WIDTH, FASCIA_ROUTINE_CARD_A4_HEIGHT },
  { FASCIA_ROUTINE_CARD_LETTER_WIDTH, FASCIA_ROUTINE_CARD_LETTER_HEIGHT },
};

/* How far the words reach of the steps that have the most of them. */
static gsize
count_words (const FasciaStep *step)
{
  const char *avoid = fascia_step_get_avoid (step);

  return strlen (fascia_step_get_setup (step)) + strlen (fascia_step_get_movement (step))
         + (avoid != NULL ? strlen (avoid) : 0);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const gsize one = count_words (*(const FasciaStep *const *) a);
  const gsize other = count_words (*(const FasciaStep *const *) b);

  return one > other ? -1 : one < other;
}

static FasciaRoutine *
create_longest (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree FasciaRoutineItem *items = g_new0 (FasciaRoutineItem, n);
  g_autofree char *summary = g_strnfill (FASCIA_ROUTINE_MAX_TEXT / 2, 'w');
  g_autoptr (FasciaRoutine) frame
      = fascia_routine_new_own ("own-a", "The longest that there can be", summary);

  for (guint i = 0; i < fascia_library_get_n_steps (self->library); i++)
    g_ptr_array_add (steps, (gpointer) fascia_library_get_step (self->library, i));
  g_ptr_array_sort (steps, compare_words);
  for (guint i = 0; i < n; i++)
    items[i].step = fascia_step_get_id (g_ptr_array_index (steps, i % steps->len));
  return fascia_routine_with_items (frame, items, n);
}

static void
test_one_page (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine = create_longest (self, FASCIA_ROUTINE_CARD_ONE_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_auto (FasciaRoutineCard) card = { 0 };

      fascia_routine_card_init (&card, self->library, self->poses, routine);
      card.width = papers[i][0] - 2 * MARGIN;
      card.height = papers[i][1] - 2 * MARGIN;
      g_assert_cmpuint (fascia_routine_card_count_pages (&card), ==, 1);
    }
}

/* Every routine of the program, of six steps or fewer, too. */
static void
test_all (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < fascia_library_get_n_routines (self->library); i++)
    {
      g_auto (FasciaRoutineCard) card = { 0 };
      FasciaRoutine *routine = fascia_library_get_routine (self->library, i);
      guint n = 0;

      fascia_routine_get_items (routine, &n);
      fascia_routine_card_init (&card, self->library, self->poses, routine);
      if (fascia_routine_card_count_pages (&card) != 1 && n <= FASCIA_ROUTINE_CARD_ONE_PAGE)
        {
          g_test_message ("%s", fascia_routine_get_id (routine));
          g_test_fail ();
        }
    }
}

static cairo_surface_t *
draw (const FasciaRoutineCard *card, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) card->width + 2 * MARGIN, (int) card->height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, MARGIN, MARGIN);
  fascia_routine_card_draw (card, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of a part of it are drawn on. */
static guint
count_ink (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        guint32 pixel;

        memcpy (&pixel,
                cairo_image_surface_get_data (surface)
                    + y * cairo_image_surface_get_stride (surface) + 4 * x,
                sizeof pixel);
        n += (pixel >> 24) > 8 ? 1 : 0;
      }
  return n;
}

static void
check_edges (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);

  g_assert_cmpuint (count_ink (surface, MARGIN, MARGIN, width - MARGIN, height - MARGIN), >, 5000);
  g_assert_cmpuint (count_ink (surface, 0, 0, MARGIN - 3, height), ==, 0);
  g_assert_cmpuint (count_ink (surface, width - MARGIN + 3, 0, width, height), ==, 0);
  g_assert_cmpuint (count_ink (surface, 0, 0, width, MARGIN - 3), ==, 0);
  g_assert_cmpuint (count_ink (surface, 0, height - MARGIN + 3, width, height), ==, 0);
}

static void
test_edges (Fixture *self, gconstpointer data)
{
  static const guint counts[] = { 1, FASCIA_ROUTINE_CARD_ONE_PAGE, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint is_rtl = 0; is_rtl < 2; is_rtl++)
      {
        g_autoptr (FasciaRoutine) routine = create_longest (self, counts[i]);
        g_auto (FasciaRoutineCard) card = { 0 };

        fascia_routine_card_init (&card, self->library, self->poses, routine);
        card.is_rtl = is_rtl != 0;
        const guint n_pages = fascia_routine_card_count_pages (&card);
        g_assert_cmpuint (n_pages > 1, ==, counts[i] == 20);
        for (guint page = 0; page < n_pages; page++)
          {
            cairo_surface_t *surface = draw (&card, page);

            check_edges (surface);
            cairo_surface_destroy (surface);
          }
      }
}

/* The standing notice is at the bottom of every page. */
static void
test_notice (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine = create_longest (self, 1);
  g_auto (FasciaRoutineCard) card = { 0 };

  fascia_routine_card_init (&card, self->library, NULL, routine);
  cairo_surface_t *surface = draw (&card, 0);
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  g_assert_cmpuint (count_ink (surface, 0, height - MARGIN - 30, width, height - MARGIN), >, 200);
  g_assert_cmpuint (count_ink (surface, 0, height - MARGIN - 200, width, height - MARGIN - 40), ==,
                    0);
  cairo_surface_destroy (surface);
}

/* FASCIA_TEST_CARDS names a folder to look at them in. */
static void
test_file (Fixture *self, gconstpointer data)
{
  const char *folder = g_getenv ("FASCIA_TEST_CARDS");
  g_autofree char *path
      = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), "fascia-test-card.pdf", NULL);
  g_auto (FasciaRoutineCard) card = { 0 };
  GStatBuf status;

  fascia_routine_card_init (&card, self->library, self->poses,
                            fascia_library_get_routine (self->library, 0));
  cairo_surface_t *surface = cairo_pdf_surface_create (path, papers[0][0], papers[0][1]);
  cairo_t *cr = cairo_create (surface);
  cairo_translate (cr, MARGIN, MARGIN);
  fascia_routine_card_draw (&card, cr, 0);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 4000);
  if (folder == NULL)
    {
      g_remove (path);
      return;
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/card-%u.png", folder, i);
      g_autoptr (FasciaRoutine) longest = create_longest (self, 6);

      fascia_routine_card_clear (&card);
      fascia_routine_card_init (&card, self->library, self->poses,
                                i == 3 ? longest
                                       : fascia_library_get_routine (self->library, i * 7));
      cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1190, 1684);
      cr = cairo_create (picture);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, 2, 2);
      cairo_translate (cr, MARGIN, MARGIN);
      fascia_routine_card_draw (&card, cr, 0);
      cairo_destroy (cr);
      cairo_surface_write_to_png (picture, name);
      cairo_surface_destroy (picture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

#define ADD(path, name)                                                                            \
  g_test_add ("/routine-card/" path, Fixture, NULL, set_up, test_##name, tear_down)
  ADD ("one-page", one_page);
  ADD ("all", all);
  ADD ("edges", edges);
  ADD ("notice", notice);
  ADD ("file", file);
#undef ADD

  return g_test_run ();
}
