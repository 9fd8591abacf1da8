/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine on paper: its steps with their poses, doses and cautions.
 */

#include "config.h"

#include "fascia-routine-card.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "fascia-pose-picture.h"

/* In points, at full size. */
#define TITLE_SIZE 20.0
#define STEP_SIZE 11.5
#define TEXT_SIZE 9.5
#define NOTE_SIZE 8.0
#define POSE_SIZE 84.0
#define POSE_GAP 14.0
#define STEP_GAP 9.0
#define PARAGRAPH_GAP 2.0
#define LINE_SPACING 1.15

/* A card of six steps is one page: its writing shrinks that far. A longer one takes pages. */
static const double scales[] = { 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64 };

#define INK 0.1
#define FAINT 0.38
#define RULE 0.8

void
fascia_routine_card_init (FasciaRoutineCard *self,
                          FasciaLibrary *library,
                          FasciaPoses *poses,
                          FasciaRoutine *routine)
{
  g_return_if_fail (self != NULL && library != NULL && routine != NULL);

  *self = (FasciaRoutineCard) {
    .library = fascia_library_ref (library),
    .poses = poses != NULL ? fascia_poses_ref (poses) : NULL,
    .routine = fascia_routine_ref (routine),
    .width = FASCIA_ROUTINE_CARD_A4_WIDTH - 72,
    .height = FASCIA_ROUTINE_CARD_A4_HEIGHT - 72,
  };
}

void
fascia_routine_card_clear (FasciaRoutineCard *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->poses, fascia_poses_unref);
  g_clear_pointer (&self->routine, fascia_routine_unref);
}

/* ---- words ---- */

/* (transfer full) "2 × 45 s, left side, 20 s rest". */
static char *
dup_dose (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const FasciaDose *dose = fascia_step_get_dose (step);
  const gboolean has_reps = dose->reps_max > 0;
  const int given = has_reps ? item->reps : item->seconds;
  const int amount = given > 0 ? given : has_reps ? dose->reps_min : dose->seconds_min;
  const int sets = item->sets > 0 ? item->sets : MAX (dose->sets_min, 1);
  const gulong n = (gulong) MAX (amount, 0);
  g_autofree char *one = has_reps
                             /* Translators: how often a movement is done: “8 times” */
                             ? g_strdup_printf (ngettext ("%d time", "%d times", n), amount)
                             /* Translators: how long something is held, in seconds: “45 s” */
                             : g_strdup_printf (ngettext ("%d s", "%d s", n), amount);
  g_autoptr (GString) text = g_string_new (NULL);

  if (sets > 1)
    /* Translators: sets of a dose: “2 × 45 s”, “2 × 8 times” */
    g_string_append_printf (text, _ ("%1$d × %2$s"), sets, one);
  else
    g_string_append (text, one);
  if (dose->sides == 2)
    g_string_append_printf (text, " · %s",
                            item->side == FASCIA_SIDE_LEFT    ? _ ("left side")
                            : item->side == FASCIA_SIDE_RIGHT ? _ ("right side")
                                                              : _ ("each side"));
  if (item->rest_s > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d s rest", "%d s rest", (gulong) item->rest_s),
                              item->rest_s);
    }
  /* Translators: how much a step may be felt at most: “at most mild” */
  g_string_append (text, " · ");
  g_string_append_printf (text, _ ("at most %s"), fascia_cap_get_words (dose->cap));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_facts (const FasciaRoutineCard *self)
{
  const int minutes
      = MAX (1, (fascia_library_get_seconds (self->library, self->routine, 2) + 30) / 60);
  g_autofree const char **tools = fascia_library_dup_tools (self->library, self->routine);
  /* Translators: how long a routine takes. */
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
  for (guint i = 0; tools[i] != NULL; i++)
    if (!fascia_library_is_default_tool (self->library, tools[i]))
      g_string_append_printf (text, " · %s",
                              fascia_library_get_tool_name (self->library, tools[i]));
  return g_string_free (text, FALSE);
}

/* ---- laying out ---- */

typedef struct
{
  const FasciaRoutineCard *card;
  cairo_t *cr; /* (nullable) only measured */
  PangoContext *context;
  double scale;
} Pen;

/* Draws a paragraph, or only measures it; returns its height. */
static double
write_text (const Pen *pen,
            const char *text,
            double size,
            PangoWeight weight,
            double gray,
            double x,
            double y,
            double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height = 0;

  if (text == NULL || *text == '\0')
    return 0;
  layout = pango_layout_new (pen->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  pango_font_description_set_absolute_size (font, size * pen->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) LINE_SPACING);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (pen->cr != NULL)
    {
      cairo_set_source_rgb (pen->cr, gray, gray, gray);
      cairo_move_to (pen->cr, x, y);
      pango_cairo_show_layout (pen->cr, layout);
    }
  return (double) height / PANGO_SCALE + PARAGRAPH_GAP * pen->scale;
}

static void
draw_pose (const Pen *pen, const FasciaStep *step, FasciaSide side, double x, double y)
{
  const FasciaPoses *poses = pen->card->poses;
  const char *others[] = { fascia_step_get_id (step), fascia_step_get_variant_of (step),
                           fascia_step_get_like (step) };
  const FasciaPose *pose = NULL;

  if (pen->cr == NULL || poses == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (others) && pose == NULL; i++)
    if (others[i] != NULL)
      pose = fascia_poses_lookup (poses, others[i]);
  if (pose == NULL)
    return;
  g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, 0);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y);
  fascia_pose_picture_draw (pen->cr, frame, fascia_pose_palette_get (FASCIA_FIGURE_LIGHT),
                            POSE_SIZE * pen->scale, fascia_pose_is_mirrored (pose, side));
  cairo_restore (pen->cr);
}

/* Title, summary and facts; returns where the steps begin. */
static double
write_head (const Pen *pen)
{
  const FasciaRoutineCard *card = pen->card;
  g_autofree char *facts = dup_facts (card);
  double y = 0;

  y += write_text (pen, fascia_routine_get_title (card->routine), TITLE_SIZE, PANGO_WEIGHT_BOLD,
                   INK, 0, y, card->width);
  y += write_text (pen, fascia_routine_get_summary (card->routine), TEXT_SIZE + 1,
                   PANGO_WEIGHT_NORMAL, INK, 0, y, card->width);
  y += write_text (pen, facts, TEXT_SIZE, PANGO_WEIGHT_NORMAL, FAINT, 0, y, card->width);
  return y + STEP_GAP * pen->scale;
}

/* The standing notice, along the bottom; returns its height. */
static double
write_foot (const Pen *pen, double bottom)
{
  const char *notice
      = _ ("Stop when something hurts or feels wrong. Fascia gives general information. It is not "
           "medical advice and does not replace a doctor or therapist.");
  const Pen measuring = { pen->card, NULL, pen->context, pen->scale };
  const double height = write_text (&measuring, notice, NOTE_SIZE, PANGO_WEIGHT_NORMAL, FAINT, 0, 0,
                                    pen->card->width);

  write_text (pen, notice, NOTE_SIZE, PANGO_WEIGHT_NORMAL, FAINT, 0, bottom - height,
              pen->card->width);
  return height;
}

/* One step with a line above it; returns its height. */
static double
write_step (const Pen *pen, const FasciaRoutineItem *item, guint number, double top)
{
  const FasciaRoutineCard *card = pen->card;
  const FasciaStep *step = fascia_library_resolve_step (card->library, card->routine, item->step);
  const double pose = POSE_SIZE * pen->scale;
  const double indent = pose + POSE_GAP * pen->scale;
  const double x = card->is_rtl ? 0 : indent;
  const double width = card->width - indent;
  double y = top + STEP_GAP * pen->scale / 2;

  if (pen->cr != NULL)
    {
      cairo_set_source_rgb (pen->cr, RULE, RULE, RULE);
      cairo_set_line_width (pen->cr, 0.5);
      cairo_move_to (pen->cr, 0, top);
      cairo_line_to (pen->cr, card->width, top);
      cairo_stroke (pen->cr);
    }
  if (step == NULL)
    return write_text (pen, item->step, STEP_SIZE, PANGO_WEIGHT_BOLD, FAINT, x, y, width);

  /* Translators: the number of a step on paper, and its title. */
  g_autofree char *title = g_strdup_printf (_ ("%1$u. %2$s"), number, fascia_step_get_title (step));
  g_autofree char *dose = dup_dose (step, item);
  g_autofree char *words
      = g_strdup_printf ("%s %s", fascia_step_get_setup (step), fascia_step_get_movement (step));
  const char *avoid = fascia_step_get_avoid (step);

  draw_pose (pen, step, item->side, card->is_rtl ? card->width - pose : 0, y);
  y += write_text (pen, title, STEP_SIZE, PANGO_WEIGHT_BOLD, INK, x, y, width);
  y += write_text (pen, dose, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD, INK, x, y, width);
  y += write_text (pen, words, TEXT_SIZE, PANGO_WEIGHT_NORMAL, INK, x, y, width);
  if (avoid != NULL)
    y += write_text (pen, avoid, TEXT_SIZE - 0.5, PANGO_WEIGHT_NORMAL, FAINT, x, y, width);
  return MAX (y - top, pose + STEP_GAP * pen->scale / 2) + STEP_GAP * pen->scale / 2;
}

/* Draws page @wanted, when there is a cairo_t, and returns how many pages there are. */
static guint
lay_out (const Pen *pen, guint wanted)
{
  const FasciaRoutineCard *card = pen->card;
  const Pen measuring = { card, NULL, pen->context, pen->scale };
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (card->routine, &n);
  const double bottom
      = card->height - write_foot (&measuring, card->height) - STEP_GAP * pen->scale;
  guint page = 0;
  double y = write_head (wanted == 0 ? pen : &measuring);

  for (guint i = 0; i < n; i++)
    {
      const double height = write_step (&measuring, &items[i], i + 1, y);

      /* One that is higher than a page stands at its top all the same. */
      if (y + height > bottom && y > 0)
        {
          page++;
          y = 0;
        }
      if (page == wanted && pen->cr != NULL)
        write_step (pen, &items[i], i + 1, y);
      y += height;
    }
  if (pen->cr != NULL)
    write_foot (pen, card->height);
  return page + 1;
}

/* Nothing depends on the surface: what is measured is what is printed. */
static PangoContext *
create_context (const FasciaRoutineCard *card)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, card->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static double
choose_scale (const FasciaRoutineCard *card, PangoContext *context)
{
  guint n = 0;

  fascia_routine_get_items (card->routine, &n);
  if (n > FASCIA_ROUTINE_CARD_ONE_PAGE)
    return scales[2];
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const Pen pen = { card, NULL, context, scales[i] };

      if (lay_out (&pen, 0) == 1)
        return scales[i];
    }
  return scales[G_N_ELEMENTS (scales) - 1];
}

guint
fascia_routine_card_count_pages (const FasciaRoutineCard *self)
{
  g_return_val_if_fail (self != NULL, 1);

  PangoContext *context = create_context (self);
  const Pen pen = { self, NULL, context, choose_scale (self, context) };

  const guint n_pages = lay_out (&pen, 0);
  g_object_unref (context);
  return n_pages;
}

void
fascia_routine_card_draw (const FasciaRoutineCard *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && cr != NULL);

  PangoContext *context = create_context (self);
  const Pen pen = { self, cr, context, choose_scale (self, context) };

  cairo_save (cr);
  lay_out (&pen, page);
  cairo_restore (cr);
  g_object_unref (context);
}
