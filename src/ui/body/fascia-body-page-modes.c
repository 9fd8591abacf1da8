/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body page shows when it is not simply now: another moment, a look back, a period, a tool,
 * a question.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-draw-bar.h"
#include "fascia-heat-panel.h"
#include "fascia-look-bar.h"
#include "widgets/fascia-fit.h"

/* As high as the panel of the heat map is below a narrow figure. */
#define LOW_PANEL_PX 220

/* ---- what is told ---- */

/* (transfer full) (nullable) What is shown, for somebody who does not see it; NULL while it is still
 * being read. */
static char *
dup_shown (FasciaBodyPage *self)
{
  FasciaBodyState *state = fascia_body_model_get_state (self->model);
  g_autofree char *when = fascia_body_model_dup_when (self->model);

  switch (fascia_body_model_get_target (self->model))
    {
    case FASCIA_BODY_TARGET_HEAT:
      return fascia_body_model_get_heat (self->model) != NULL
                 ? fascia_heat_panel_dup_title (self->model)
                 : NULL;
    case FASCIA_BODY_TARGET_LOOK:
      {
        g_autofree char *summary = fascia_body_state_dup_summary (state);

        /* Translators: read aloud: an earlier check-in is shown, and what it says: “Looking back:
         * Yesterday, 20:00. 2 places · worst 5” */
        return g_strdup_printf (_ ("Looking back: %1$s. %2$s"), when, summary);
      }
    case FASCIA_BODY_TARGET_PAST:
      /* Translators: which check-in is being written: “Adding to Tuesday 3 March 2026, 14:20” */
      return g_strdup_printf (_ ("Adding to %s"), when);
    case FASCIA_BODY_TARGET_NOW:
    default:
      return g_strdup (_ ("Now"));
    }
}

/* Once for each thing that is shown. */
static void
tell_shown (FasciaBodyPage *self)
{
  g_autofree char *text = dup_shown (self);

  if (text == NULL || g_strcmp0 (text, self->said) == 0)
    return;
  /* The page opens with now. */
  if (self->said != NULL || fascia_body_model_get_target (self->model) != FASCIA_BODY_TARGET_NOW)
    fascia_announce (GTK_WIDGET (self), text);
  g_free (self->said);
  self->said = g_steal_pointer (&text);
}

/* ---- bars ---- */

static gboolean
is_drawing (FasciaBodyPage *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  return tool == FASCIA_BODY_TOOL_SPOT || tool == FASCIA_BODY_TOOL_STROKE
         || tool == FASCIA_BODY_TOOL_ERASE;
}

/* What is shown instead of now, where no other bar says it. */
static char *
dup_notice (FasciaBodyPage *self)
{
  FasciaBodyTarget target = fascia_body_model_get_target (self->model);

  if (target == FASCIA_BODY_TARGET_PAST)
    {
      g_autofree char *when = fascia_body_model_dup_when (self->model);
      /* Translators: which check-in is being written: “Adding to Tuesday 3 March 2026, 14:20” */
      return g_strdup_printf (_ ("Adding to %s"), when);
    }
  /* A low window has no room for the panel of the heat map. */
  if (target == FASCIA_BODY_TARGET_HEAT && self->is_low && self->is_narrow)
    return fascia_heat_panel_dup_title (self->model);
  return NULL;
}

static void
update_past (FasciaBodyPage *self)
{
  g_autofree char *text = dup_notice (self);

  fascia_body_notice_set_text (self->past_notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->past_notice), text != NULL);
}

static void
update_spread (FasciaBodyPage *self)
{
  const FasciaRegion *region = fascia_body_model_get_spread_from (self->model);

  if (region != NULL)
    {
      /* Translators: the name of a place: “Left lower back: touch the place it spreads to.” */
      g_autofree char *text = g_strdup_printf (_ ("%s: touch the place it spreads to."),
                                               fascia_region_get_name (region));

      if (g_strcmp0 (fascia_body_notice_get_text (self->spread_notice), text) != 0
          || !gtk_widget_get_visible (GTK_WIDGET (self->spread_notice)))
        fascia_announce (GTK_WIDGET (self), text);
      fascia_body_notice_set_text (self->spread_notice, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->spread_notice), region != NULL);
}

/* What is needed only now and then is made when it is. */
static GtkWidget *
ensure_bar (FasciaBodyPage *self, GtkWidget **bar, GtkWidget *(*create) (FasciaBodyModel *model))
{
  if (*bar == NULL)
    {
      *bar = create (self->model);
      gtk_box_append (self->mode_box, *bar);
    }
  return *bar;
}

void
fascia_body_page_update_view_bar (FasciaBodyPage *self)
{
  gboolean has_other = gtk_widget_get_visible (GTK_WIDGET (self->mode_box))
                       || (self->resume_bin != NULL && gtk_widget_get_visible (self->resume_bin));

  /* A low window has room for one of them. */
  gtk_widget_set_visible (self->view_bar, self->is_narrow && (!self->is_low || !has_other));
}

static void
update_bars (FasciaBodyPage *self)
{
  FasciaBodyTarget target = fascia_body_model_get_target (self->model);
  gboolean is_look = target == FASCIA_BODY_TARGET_LOOK;

  update_past (self);
  update_spread (self);
  if (is_look)
    ensure_bar (self, &self->look_bar, fascia_look_bar_new);
  if (self->look_bar != NULL)
    {
      gtk_widget_set_visible (self->look_bar, is_look);
      /* The check-in beside the figures has the same heading. */
      fascia_look_bar_set_is_titled (FASCIA_LOOK_BAR (self->look_bar), self->is_narrow);
    }
  if (is_drawing (self))
    ensure_bar (self, &self->draw_bar, fascia_draw_bar_new);
  if (self->draw_bar != NULL)
    gtk_widget_set_visible (self->draw_bar, is_drawing (self));

  gboolean has_bar = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->mode_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    has_bar = has_bar || gtk_widget_get_visible (child);
  gtk_widget_set_visible (GTK_WIDGET (self->mode_box), has_bar);
  if (self->resume_bin != NULL || self->soreness_bin != NULL)
    fascia_body_page_update_suggestion (self);
  fascia_body_page_update_view_bar (self);
}

/* Large text must leave room for the figure. */
static GtkWidget *
create_low_scroll (GtkWidget *child)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_scrolled_window_set_policy (scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scrolled, TRUE);
  gtk_scrolled_window_set_max_content_height (scrolled, LOW_PANEL_PX);
  gtk_scrolled_window_set_child (scrolled, child);
  return GTK_WIDGET (scrolled);
}

static void
update_heat (FasciaBodyPage *self)
{
  gboolean is_heat = fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT;
  AdwBin *bin = self->is_narrow ? self->bottom_heat : self->heat_bin;

  if (is_heat && adw_bin_get_child (bin) == NULL)
    {
      GtkWidget *panel = fascia_heat_panel_new (self->model, self->is_narrow);

      adw_bin_set_child (bin, self->is_narrow ? create_low_scroll (panel) : panel);
    }
  /* The bars below a narrow figure are all as high as the highest of them. */
  if (!is_heat || !self->is_narrow)
    adw_bin_set_child (self->bottom_heat, NULL);
  gtk_stack_set_visible_child_name (self->side_stack, is_heat ? "heat" : "check-in");
}

static void
update_question (FasciaBodyPage *self)
{
  gboolean is_asked = self->asked != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->question), is_asked && !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_question), is_asked && self->is_narrow);
}

void
fascia_body_page_update_modes (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  update_bars (self);
  update_heat (self);
  update_question (self);
}

/* ---- the side that is not shown ---- */

static void
set_count (FasciaBodyPage *self, const char *name, const char *label, FasciaView view)
{
  AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (self->views, name);
  guint n_places
      = fascia_body_figures_get_view (self->figures) == view
                || fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT
                || fascia_is_text_large (GTK_WIDGET (self))
            ? 0
            : fascia_body_state_count_on_view (fascia_body_model_get_state (self->model), view);
  g_autofree char *text = NULL;

  if (n_places > 0)
    /* Translators: a side of the body that is not shown, and how many places are marked there: “Back ·
     * 3” */
    text = g_strdup_printf (C_ ("hidden side", "%1$s · %2$u"), label, n_places);
  adw_toggle_set_label (toggle, text != NULL ? text : label);
}

/* What is marked on the side that is not shown is not forgotten. */
void
fascia_body_page_update_counts (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  set_count (self, "front", _ ("Front"), FASCIA_VIEW_FRONT);
  set_count (self, "back", _ ("Back"), FASCIA_VIEW_BACK);
}

/* ---- the question ---- */

void
fascia_body_page_ask_side (FasciaBodyPage *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  if (self->asked == region)
    return;
  self->asked = region;
  if (region != NULL)
    {
      const char *text = fascia_region_get_side (region) == FASCIA_SIDE_RIGHT
                             ? _ ("Did you mean the left one?")
                             : _ ("Did you mean the right one?");

      fascia_body_notice_set_text (self->question, text);
      fascia_body_notice_set_text (self->narrow_question, text);
      /* Translators: read aloud: a place that was just marked, and a question: “Right shoulder top. Did
       * you mean the left one?” */
      g_autofree char *spoken = g_strdup_printf (C_ ("place and question", "%1$s. %2$s"),
                                                 fascia_region_get_name (region), text);
      fascia_announce (GTK_WIDGET (self), spoken);
    }
  update_question (self);
}

static FasciaBodyNotice *
create_question (void)
{
  FasciaBodyNotice *notice = FASCIA_BODY_NOTICE (fascia_body_notice_new ());

  fascia_body_notice_add_answer (notice, _ ("_Yes, Move It"), "body.move-side");
  fascia_body_notice_add_answer (notice, _ ("N_o"), "body.keep-side");
  gtk_widget_set_visible (GTK_WIDGET (notice), FALSE);
  return notice;
}

/* ---- Esc leaves a tool ---- */

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaBodyPage *self)
{
  if (keyval != GDK_KEY_Escape || (modifiers & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK) != 0)
    return FALSE;
  if (fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_NONE)
    {
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
      return TRUE;
    }
  if (self->asked != NULL)
    {
      fascia_body_page_ask_side (self, NULL);
      return TRUE;
    }
  return FALSE;
}

static void
on_tool_changed (FasciaBodyPage *self)
{
  if (is_drawing (self))
    fascia_body_model_set_selected (self->model, NULL);
  update_bars (self);
}

/* A question is about what was just done, not about what came later. */
static void
on_selected_changed (FasciaBodyPage *self)
{
  if (self->asked != NULL && fascia_body_model_get_selected (self->model) != self->asked)
    fascia_body_page_ask_side (self, NULL);
}

/* Nor about another check-in than the one it was done in. */
static void
on_target_changed (FasciaBodyPage *self)
{
  FasciaBodyTarget target = fascia_body_model_get_target (self->model);

  fascia_body_page_ask_side (self, NULL);
  /* What needs no reading is told at once. */
  if (target == FASCIA_BODY_TARGET_PAST || target == FASCIA_BODY_TARGET_NOW)
    tell_shown (self);
}

static void
on_changed (FasciaBodyPage *self)
{
  if (self->asked != NULL
      && !fascia_body_place_is_marked (fascia_body_model_get_place (self->model, self->asked)))
    fascia_body_page_ask_side (self, NULL);
  fascia_body_page_update_modes (self);
  /* Another quantity or period of the heat map needs no reading either. */
  if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT)
    tell_shown (self);
}

void
fascia_body_page_add_modes (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  GtkEventController *keys = gtk_event_controller_key_new ();

  self->past_notice = FASCIA_BODY_NOTICE (fascia_body_notice_new ());
  fascia_body_notice_add_answer (self->past_notice, _ ("_Back to Now"), "body.show-now");
  self->spread_notice = FASCIA_BODY_NOTICE (fascia_body_notice_new ());
  fascia_body_notice_add_answer (self->spread_notice, _ ("_Cancel"), "body.cancel-tool");
  gtk_widget_set_visible (GTK_WIDGET (self->spread_notice), FALSE);
  gtk_box_append (self->mode_box, GTK_WIDGET (self->past_notice));
  gtk_box_append (self->mode_box, GTK_WIDGET (self->spread_notice));
  self->question = create_question ();
  gtk_widget_set_margin_top (GTK_WIDGET (self->question), 12);
  adw_bin_set_child (self->side_question_bin, GTK_WIDGET (self->question));
  self->narrow_question = create_question ();
  gtk_box_append (self->top_questions, GTK_WIDGET (self->narrow_question));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->model, "notify::tool", G_CALLBACK (on_tool_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::selected", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::target", G_CALLBACK (on_target_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (tell_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "side-asked", G_CALLBACK (fascia_body_page_ask_side), self,
                           G_CONNECT_SWAPPED);
}
