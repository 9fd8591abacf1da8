/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The levels of the chosen place on the Body page: beside the figure, below it, or in a dialog.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include "fascia-body-keys.h"
#include "fascia-level-strip.h"
#include "fascia-place-dialog.h"
#include "widgets/fascia-fit.h"

void
fascia_body_page_open_more (FasciaBodyPage *self, const FasciaRegion *region)
{
  GtkWidget *widget = GTK_WIDGET (self);

  adw_dialog_present (fascia_place_dialog_new (self->model, region, widget), widget);
}

/* Back from the levels, to the place they are about. */
void
fascia_body_page_return_to_place (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (fascia_body_page_is_list_shown (self))
    fascia_body_list_focus_region (self->list, region);
  else
    fascia_body_figures_focus_region (self->figures, region);
}

gboolean
fascia_body_page_handle_strip_key (FasciaBodyPage *self,
                                   guint keyval,
                                   guint keycode,
                                   GdkModifierType modifiers)
{
  g_return_val_if_fail (FASCIA_IS_BODY_PAGE (self), FALSE);

  switch (fascia_body_keys_interpret (keyval, keycode, modifiers).kind)
    {
    case FASCIA_BODY_ACTION_LEAVE:
      fascia_body_page_return_to_place (self);
      return TRUE;
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_SPREAD:
    case FASCIA_BODY_ACTION_SUMMARY:
      if (fascia_body_page_is_list_shown (self))
        return fascia_body_list_handle_key (self->list, keyval, keycode, modifiers);
      return fascia_body_figures_handle_key (self->figures, keyval, keycode, modifiers, 0);
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_WALK:
    case FASCIA_BODY_ACTION_DIGIT:
    case FASCIA_BODY_ACTION_STEP:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_MIRROR:
    default:
      return FALSE;
    }
}

static gboolean
on_strip_key_pressed (GtkEventControllerKey *controller,
                      guint keyval,
                      guint keycode,
                      GdkModifierType modifiers,
                      FasciaBodyPage *self)
{
  return fascia_body_page_handle_strip_key (self, keyval, keycode, modifiers);
}

/* Large text leaves no room for name and quantities in one row. */
static FasciaLevelStrip *
ensure_strip (FasciaBodyPage *self, AdwBin *bin)
{
  if (adw_bin_get_child (bin) == NULL)
    {
      GtkWidget *strip = fascia_level_strip_new (
          self->model, bin == self->bottom_strip && !fascia_is_text_large (GTK_WIDGET (self)));
      GtkEventController *keys = gtk_event_controller_key_new ();

      /* Below the figure there is no room for words; they are under More. */
      fascia_level_strip_set_feelings_shown (FASCIA_LEVEL_STRIP (strip), bin != self->bottom_strip);
      g_signal_connect_object (strip, "left", G_CALLBACK (fascia_body_page_return_to_place), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_strip_key_pressed), self, 0);
      gtk_widget_add_controller (strip, keys);
      if (bin == self->bottom_strip && fascia_is_text_large (GTK_WIDGET (self)))
        fascia_level_strip_set_is_tight (FASCIA_LEVEL_STRIP (strip));
      adw_bin_set_child (bin, strip);
    }
  return FASCIA_LEVEL_STRIP (adw_bin_get_child (bin));
}

void
fascia_body_page_renew_bottom_strip (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  GtkWidget *old = adw_bin_get_child (self->bottom_strip);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = old != NULL && focus != NULL && gtk_widget_is_ancestor (focus, old);

  if (old == NULL)
    return;
  if (had_focus)
    gtk_root_set_focus (root, NULL);
  self->strip_suggestion = NULL;
  adw_bin_set_child (self->bottom_strip, NULL);
  ensure_strip (self, self->bottom_strip);
  fascia_body_page_update_strips (self);
  if (had_focus)
    fascia_level_strip_focus_scale (ensure_strip (self, self->bottom_strip));
}

void
fascia_body_page_update_strips (FasciaBodyPage *self)
{
  gboolean is_heat = fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT;
  gboolean has_place = fascia_body_model_get_selected (self->model) != NULL
                       && fascia_body_model_is_editable (self->model);
  const char *name = has_place ? "strip" : "summary";

  if (self->is_narrow)
    ensure_strip (self, self->bottom_strip);
  else if (has_place)
    /* A low window has room for the levels alone. */
    fascia_level_strip_set_feelings_shown (ensure_strip (self, self->side_strip),
                                           !self->is_low
                                               && !fascia_is_text_large (GTK_WIDGET (self)));
  gtk_stack_set_visible_child_name (self->bottom_bar, is_heat ? "heat" : name);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_bar), self->is_narrow && !self->is_low);
  gtk_widget_set_visible (GTK_WIDGET (self->side_strip), has_place && !self->is_narrow);
  fascia_body_page_update_suggestion (self);
  fascia_body_page_queue_settle (self);
}

void
fascia_body_page_open_levels (FasciaBodyPage *self)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (self->is_low && self->is_narrow)
    {
      if (region != NULL)
        fascia_body_page_open_more (self, region);
      return;
    }
  fascia_body_page_update_strips (self);
  AdwBin *bin = self->is_narrow ? self->bottom_strip : self->side_strip;
  if (gtk_widget_get_mapped (GTK_WIDGET (bin)))
    fascia_level_strip_focus_scale (ensure_strip (self, bin));
}
