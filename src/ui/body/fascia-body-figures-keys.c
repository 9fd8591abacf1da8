/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the figures do when a key is pressed.
 */

#include "config.h"

#include "fascia-body-figures-private.h"

#include <glib/gi18n.h>

#include "fascia-body-parts.h"
#include "fascia-body-setup.h"

static FasciaView
get_other_view (FasciaView view)
{
  return view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT;
}

/* Whether 1 and then 0 is ten: a preference. */
static gboolean
is_ten_typed (FasciaBodyFigures *self)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_body_model_get_journal (self->model),
                                                  fascia_body_figures_get_body (self));

  return fascia_settings_get_boolean (fascia_body_setup_get_settings (setup), FASCIA_SETTING_TEN,
                                      TRUE);
}

static void
turn (FasciaBodyFigures *self, const FasciaRegion *focused)
{
  const FasciaRegion *region
      = focused != NULL ? fascia_body_parts_get_behind (fascia_body_figures_get_body (self),
                                                        focused, self->view)
                        : NULL;

  fascia_body_figures_set_view (self, get_other_view (self->view));
  if (region == NULL)
    region = fascia_body_figures_get_entrance (self);
  if (region != NULL)
    fascia_body_figures_grab (self, region, TRUE);
}

static gboolean
is_writing (FasciaBodyActionKind kind)
{
  switch (kind)
    {
    case FASCIA_BODY_ACTION_DIGIT:
    case FASCIA_BODY_ACTION_STEP:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_MIRROR:
    case FASCIA_BODY_ACTION_SPREAD:
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_WALK:
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_SUMMARY:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_LEAVE:
    default:
      return FALSE;
    }
}

/* The level that a digit means. A 1 that something has taken back since is no half of a ten. */
static int
push_digit (FasciaBodyFigures *self, const FasciaRegion *region, int digit, gint64 time_ms)
{
  int level = FASCIA_LEVEL_NOT_GIVEN;

  if (fascia_body_place_get_look (fascia_body_model_get_place (self->model, region),
                                  fascia_body_model_get_scale (self->model), &level)
          != FASCIA_BODY_LOOK_RATED
      || level != 1)
    fascia_body_digits_forget (&self->digits);
  self->digits.is_single = !is_ten_typed (self);
  return fascia_body_digits_push (&self->digits, region, digit, time_ms);
}

static gboolean
handle_place_action (FasciaBodyFigures *self,
                     const FasciaBodyAction *action,
                     const FasciaRegion *region,
                     gint64 time_ms)
{
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaRegion *next = NULL;

  if (is_writing (action->kind))
    {
      if (!fascia_body_model_is_editable (self->model))
        {
          fascia_body_figures_say_read_only (self);
          return TRUE;
        }
      /* What has the focus is what is changed, and the levels beside the figure are about it. */
      fascia_body_model_set_selected (self->model, region);
    }
  switch (action->kind)
    {
    case FASCIA_BODY_ACTION_WALK:
      if (!fascia_body_figures_walk (self, region, action->value))
        fascia_body_figures_hint (self, _ ("Nothing further that way"));
      return TRUE;
    case FASCIA_BODY_ACTION_DIGIT:
      fascia_body_model_set_level (self->model, region, scale,
                                   push_digit (self, region, action->value, time_ms));
      return TRUE;
    case FASCIA_BODY_ACTION_STEP:
      fascia_body_model_step (self->model, region, action->value);
      return TRUE;
    case FASCIA_BODY_ACTION_ACTIVATE:
      if (fascia_body_figures_use_tool (self, region))
        return TRUE;
      if (fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region)))
        fascia_body_figures_emit_open_levels (self);
      else
        fascia_body_model_mark (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_REMOVE:
      if (fascia_body_figures_is_drawing (self))
        fascia_body_figures_clear_drawings (self, region);
      else
        fascia_body_model_remove (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_MIRROR:
      next = fascia_region_get_mirror (region);
      if (next == NULL)
        gtk_widget_error_bell (GTK_WIDGET (self));
      else if (!fascia_body_is_shown (fascia_body_figures_get_body (self), next))
        {
          /* Translators: %s is a place such as "Left palm", on a limb that is not shown */
          g_autofree char *text
              = g_strdup_printf (_ ("%s is not on the figure"), fascia_region_get_name (next));

          fascia_body_figures_hint (self, text);
        }
      else
        {
          /* Chosen first: what is said of it is said there. */
          fascia_body_figures_grab (self, next, TRUE);
          fascia_body_model_mirror (self->model, region);
        }
      return TRUE;
    case FASCIA_BODY_ACTION_SPREAD:
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_SPREAD);
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_LEAVE:
    case FASCIA_BODY_ACTION_SUMMARY:
    default:
      return FALSE;
    }
}

gboolean
fascia_body_figures_handle_key (FasciaBodyFigures *self,
                                guint keyval,
                                guint keycode,
                                GdkModifierType modifiers,
                                gint64 time_ms)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);
  const FasciaRegion *focused = fascia_body_figures_get_focused (self);
  const FasciaRegion *next = NULL;

  if (action.kind != FASCIA_BODY_ACTION_DIGIT && !fascia_body_keys_is_silent (keyval))
    fascia_body_digits_forget (&self->digits);
  switch (action.kind)
    {
    case FASCIA_BODY_ACTION_NONE:
      return FALSE;
    case FASCIA_BODY_ACTION_FIND:
      {
        char text[7] = { 0 };

        if (action.value != 0)
          g_unichar_to_utf8 ((gunichar) action.value, text);
        fascia_body_figures_emit_find (self, text);
        return TRUE;
      }
    case FASCIA_BODY_ACTION_TURN:
      turn (self, focused);
      return TRUE;
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
      next = fascia_body_figures_get_extreme (self, action.kind == FASCIA_BODY_ACTION_HEAD);
      if (next != NULL)
        fascia_body_figures_grab (self, next, TRUE);
      return TRUE;
    case FASCIA_BODY_ACTION_ZOOM:
      fascia_body_map_zoom (self->maps[self->view - 1], action.value);
      return TRUE;
    case FASCIA_BODY_ACTION_SUMMARY:
      fascia_body_figures_emit_summary (self);
      return TRUE;
    case FASCIA_BODY_ACTION_LEAVE:
      if (fascia_body_figures_leave_tool (self))
        return TRUE;
      if (fascia_body_model_get_selected (self->model) == NULL)
        return FALSE;
      fascia_body_figures_leave (self);
      return TRUE;
    case FASCIA_BODY_ACTION_WALK:
      if (focused != NULL)
        break;
      next = fascia_body_figures_get_entrance (self);
      if (next != NULL)
        fascia_body_figures_grab (self, next, TRUE);
      return TRUE;
    case FASCIA_BODY_ACTION_SPREAD:
      if (focused != NULL)
        break;
      /* From the levels, too, where the chosen place has no focus. */
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_SPREAD);
      if (fascia_body_model_is_editable (self->model)
          && fascia_body_model_get_spread_from (self->model) == NULL)
        fascia_body_figures_say (self, NULL, _ ("Choose a place first"));
      return TRUE;
    case FASCIA_BODY_ACTION_DIGIT:
    case FASCIA_BODY_ACTION_STEP:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_MIRROR:
    default:
      break;
    }
  return focused != NULL && handle_place_action (self, &action, focused, time_ms);
}
