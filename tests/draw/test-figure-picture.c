/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures: the right kind of file, and everything in words.
 */

#include <locale.h>

#include "fascia-core-resources.h"
#include "picture-fixture.h"

static void
test_format (void)
{
  static const struct
  {
    const char *name;
    int format;
  } cases[] = {
    { "a.png", FASCIA_PICTURE_PNG },
    { "/tmp/A.PNG", FASCIA_PICTURE_PNG },
    { "x.y.Svg", FASCIA_PICTURE_SVG },
    { "b.pdf", FASCIA_PICTURE_PDF },
    { "b.pdf.txt", 0 },
    { "png", 0 },
    { ".png", 0 },
    { "", 0 },
    { "a.jpeg", 0 },
    { "apng", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaPictureFormat format = 0;

      g_assert_cmpint (fascia_picture_format_from_name (cases[i].name, &format), ==,
                       cases[i].format != 0);
      g_assert_cmpint (format, ==, cases[i].format);
    }
}

/* ── What they show ──────────────────────────────────────────────────────────────────────────── */

static void
test_check_in (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaMoment moment = make_moment ();
  const FasciaPicture picture
      = { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS, .made = &moment };
  g_autoptr (GBytes) png = render (body, &picture, FASCIA_PICTURE_PNG);
  g_autoptr (GBytes) svg_bytes = render (body, &picture, FASCIA_PICTURE_SVG);
  g_autoptr (GBytes) pdf = render (body, &picture, FASCIA_PICTURE_PDF);
  cairo_surface_t *surface = load_png (png);
  Svg svg = load_svg (svg_bytes);

  check_margins (surface);
  cairo_surface_destroy (surface);
  check_pdf (pdf);
  g_assert_cmpstr (svg.title, ==, "Tuesday 3 March 2026, 14:20");
  check_says (svg.about,
              " places of 110 · tight up to 9 · pain up to 8 · 1 place that this version "
              "does not know");
  check_says (svg.about, "Right back of neck: tight\u00a09, pain\u00a04 (aching, burning)");
  check_says (svg.about, "Left jaw: tight, level not given");
  check_says (svg.about, "Left lower back: pain\u00a07");
  check_says (svg.about, "Sacrum: tightness eased: 0");
  /* A place that this version does not know is listed by its code. */
  check_says (svg.about, "left-wing-tip: tight\u00a03");
  check_says (svg.about, "from Right back of neck to Right back of head");
  check_says (svg.about, "Drawn on the figure\n1\u00a0stroke\n");
  check_says (svg.about, "Drawn for pain, not shown here\n1\u00a0sore spot\n");
  check_says (svg.about, "0, eased\n");
  check_says (svg.about, "Left and right are those of the person.");
  check_says (svg.about, "9 to 10");
  check_says (svg.about, "Made with Fascia on 3 March 2026");
  check_says (svg.about, "not a medical document");
  clear_svg (&svg);
}

/* Of what is drawn: share and mean of each place, which no line breaks apart. */
static void
test_extents (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaPicture picture = { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS };
  g_autoptr (FasciaPictureWords) words = fascia_picture_words_new (body, feelings, &picture);
  g_autofree char *text = fascia_picture_words_to_text (words);
  g_autoptr (GRegex) regex
      = g_regex_new ("^Left front of thigh: \\d+\u00a0%\u00a0drawn, mean\u00a0\\d\\.\\d$",
                     G_REGEX_MULTILINE, 0, NULL);

  if (!g_regex_match (regex, text, 0, NULL))
    g_error ("no extent in:\n%s", text);
}

/* What its dashes mean is said where there is such an arrow, and nowhere else. */
static void
test_legend_through (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  const FasciaSpread spread
      = { g_intern_string ("lower-back-left"), g_intern_string ("thigh-front-left") };
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  g_autoptr (FasciaEntry) with = fascia_entry_with_spread (entry, &spread);
  const FasciaEntry *const entries[2] = { entry, with };

  for (guint i = 0; i < 2; i++)
    {
      const FasciaPicture picture = { .entry = entries[i], .scale = FASCIA_SCALE_TIGHTNESS };
      g_autoptr (FasciaPictureWords) words = fascia_picture_words_new (body, feelings, &picture);
      g_autofree char *text = fascia_picture_words_to_text (words);

      g_assert_true ((strstr (text, "dashed arrow: goes through to the other side") != NULL)
                     == (i == 1));
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaMoment moment = make_moment ();
  const FasciaPicture picture = { .entry = entry, .scale = FASCIA_SCALE_PAIN, .made = &moment };

  for (FasciaPictureFormat format = FASCIA_PICTURE_PNG; format <= FASCIA_PICTURE_PDF; format++)
    {
      g_autoptr (GBytes) first = render (body, &picture, format);
      g_autoptr (GBytes) second = render (body, &picture, format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_nothing (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) plain = make_entry ();
  g_autoptr (FasciaEntry) entry = fascia_entry_with_nothing_today (plain, TRUE);
  const FasciaPicture pictures[] = {
    { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS, .title = "A <b>title</b> & more" },
    { .entry = plain, .scale = FASCIA_SCALE_TIGHTNESS, .subtitle = "below" },
    { .scale = FASCIA_SCALE_PAIN },
  };
  const char *const says[] = { "Nothing tight or painful", "Nothing marked", "Pain" };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = render (body, &pictures[i], FASCIA_PICTURE_SVG);
      Svg svg = load_svg (bytes);

      check_says (svg.about, says[i]);
      if (i == 0)
        g_assert_cmpstr (svg.title, ==, "A <b>title</b> & more");
      if (i == 1)
        check_says (svg.about, "below\n");
      clear_svg (&svg);
    }
}

static gboolean
has_legend (const FasciaPictureWords *words, int swatch)
{
  for (guint i = 0; i < words->legend->len; i++)
    if (g_array_index (words->legend, FasciaPictureLine, i).swatch == swatch)
      return TRUE;
  return FALSE;
}

/* The line at the top, whatever there is and is not. */
static void
test_summaries (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaSpread spread = { g_intern_string ("jaw-left"), g_intern_string ("temple-left") };
  const struct
  {
    const char *says;
    const char *region;
    int level;
    gboolean is_drawn;
    gboolean is_beside;
    gboolean is_spread;
  } cases[] = {
    { "Nothing marked", NULL, 0, FALSE, FALSE, FALSE },
    { "1 place eased", "jaw-left", 0, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 4", "jaw-left", 4, FALSE, FALSE, FALSE },
    { "1 place of 110", "jaw-left", FASCIA_LEVEL_NOT_GIVEN, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8", NULL, 0, TRUE, FALSE, FALSE },
    { "2 places of 110 · tight up to 8", "jaw-left", 4, TRUE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8", "jaw-left", 0, TRUE, FALSE, FALSE },
    { "1 sore spot", NULL, 0, FALSE, TRUE, FALSE },
    { "1 arrow, no place marked", NULL, 0, FALSE, FALSE, TRUE },
    { "1 place that this version does not know", "wing", 4, FALSE, FALSE, FALSE },
    { "Nothing marked", "wing", 0, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8 · 1 place that this version does not know", "wing", 4, TRUE,
      FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaEntry *entry = make_entry ();

      if (cases[i].region != NULL)
        mark (&entry, cases[i].region, FASCIA_SCALE_TIGHTNESS, cases[i].level, NULL);
      if (cases[i].is_drawn)
        add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 40, 450, 8);
      if (cases[i].is_beside)
        add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 210, 20, 8);
      if (cases[i].is_spread)
        {
          FasciaEntry *spreading = fascia_entry_with_spread (entry, &spread);

          fascia_entry_unref (entry);
          entry = spreading;
        }

      g_autoptr (FasciaPictureWords) words = create_words (body, entry, FASCIA_SCALE_TIGHTNESS);
      g_assert_cmpstr (words->summary, ==, cases[i].says);
      g_assert_cmpint (has_legend (words, FASCIA_PICTURE_SWATCH_ZERO), ==,
                       cases[i].region != NULL && cases[i].level == 0);
      fascia_entry_unref (entry);
    }
}

/* What is drawn for the other quantity stands apart: it is not on the figures. */
static void
test_drawn_apart (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaEntry *entry = make_entry ();

  add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 40, 450, 8);
  add_spot (&entry, FASCIA_SCALE_PAIN, 42, 470, 3);
  add_spot (&entry, FASCIA_SCALE_PAIN, 44, 480, 3);
  for (FasciaScale scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_SCALE_PAIN; scale++)
    {
      const gboolean is_pain = scale == FASCIA_SCALE_PAIN;
      g_autoptr (FasciaPictureWords) words = create_words (body, entry, scale);
      g_autofree char *text = fascia_picture_words_to_text (words);

      check_says (text, is_pain ? "Drawn on the figure\n2\u00a0sore spots\nLeft front of thigh:"
                                : "Drawn on the figure\n1\u00a0sore spot\nLeft front of thigh:");
      check_says (text, is_pain ? "Drawn for tightness, not shown here\n1\u00a0sore spot\nLeft"
                                : "Drawn for pain, not shown here\n2\u00a0sore spots\nLeft");
      g_assert_null (strstr (text, "sum"));
    }
  fascia_entry_unref (entry);
}

/* A page is for somebody else: its words for the sides are not the reader's. */
static void
test_sides (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ();

  for (int is_own = 0; is_own < 2; is_own++)
    {
      const FasciaBodyForm form = { .build = FASCIA_BUILD_LIGHT,
                                    .facing = is_own ? FASCIA_FACING_OWN : FASCIA_FACING_FACING };
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &form);
      g_autoptr (FasciaPictureWords) words = create_words (body, entry, FASCIA_SCALE_PAIN);

      g_assert_cmpstr (words->left, ==, "person’s left");
      g_assert_cmpstr (words->right, ==, "person’s right");
      g_assert_cmpstr (words->front, ==, is_own ? "Front, as in a mirror" : "Front");
      g_assert_cmpstr (words->back, ==, "Back");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-picture/format", test_format);
  g_test_add_func ("/figure-picture/check-in", test_check_in);
  g_test_add_func ("/figure-picture/extents", test_extents);
  g_test_add_func ("/figure-picture/legend-through", test_legend_through);
  g_test_add_func ("/figure-picture/same-bytes", test_same_bytes);
  g_test_add_func ("/figure-picture/nothing", test_nothing);
  g_test_add_func ("/figure-picture/summaries", test_summaries);
  g_test_add_func ("/figure-picture/drawn-apart", test_drawn_apart);
  g_test_add_func ("/figure-picture/sides", test_sides);
  return g_test_run ();
}
