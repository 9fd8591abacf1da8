/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do on the Body page beside marking: find, whole areas, draw, look, save, hear.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-find-popover.h"
#include "fascia-heat-panel.h"
#include "fascia-level-badge.h"
#include "fascia-moment-popover.h"
#include "fascia-picture-saver.h"
#include "fascia-text.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-menu-names.h"

/* ---- find ---- */

static void
on_found (FasciaBodyPage *self, const FasciaRegion *region)
{
  fascia_body_figures_choose_region (self->figures, region);
}

void
fascia_body_page_open_find (FasciaBodyPage *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  if (fascia_body_page_is_list_shown (self))
    {
      fascia_body_list_focus_search (self->list);
      return;
    }
  if (self->find == NULL)
    {
      self->find = fascia_find_popover_new (fascia_body_model_get_body (self->model));
      gtk_widget_set_parent (self->find, GTK_WIDGET (self));
      g_signal_connect_object (self->find, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
    }
  fascia_find_popover_set_body (FASCIA_FIND_POPOVER (self->find),
                                fascia_body_model_get_body (self->model));
  graphene_rect_t bounds;
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->figures), GTK_WIDGET (self), &bounds))
    {
      const GdkRectangle top
          = { (int) (bounds.origin.x + bounds.size.width / 2), (int) bounds.origin.y + 12, 1, 1 };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->find), &top);
    }
  fascia_find_popover_open (FASCIA_FIND_POPOVER (self->find), text);
}

static void
find_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_page_open_find (FASCIA_BODY_PAGE (widget), "");
}

/* ---- one click, many places ---- */

/* The button that was pressed goes away, and the focus is not to go with it. */
static void
keep_focus (FasciaBodyPage *self)
{
  self->is_relaid = TRUE;
}

static void
ease_rest_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  keep_focus (FASCIA_BODY_PAGE (widget));
  fascia_body_model_ease_rest (FASCIA_BODY_PAGE (widget)->model);
}

static void
same_as_last_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  keep_focus (FASCIA_BODY_PAGE (widget));
  fascia_body_model_copy_last (FASCIA_BODY_PAGE (widget)->model);
}

static void
nothing_today_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  keep_focus (FASCIA_BODY_PAGE (widget));
  fascia_body_model_set_nothing_today (FASCIA_BODY_PAGE (widget)->model);
}

static void
mark_area_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);
  FasciaBody *body = fascia_body_model_get_body (self->model);
  const char *code = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    {
      if (!g_str_equal (fascia_body_get_area_code (body, i), code))
        continue;
      const FasciaRegion *const *regions = fascia_body_get_area_regions (body, i);
      guint n_regions = 0;

      while (regions[n_regions] != NULL)
        n_regions++;
      fascia_body_model_mark_all (self->model, regions, n_regions);
      return;
    }
}

/* ---- tools ---- */

static void
draw_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  fascia_body_page_set_is_list (self, FALSE);
  if (fascia_body_page_is_list_shown (self))
    return;
  switch (fascia_body_model_get_tool (self->model))
    {
    case FASCIA_BODY_TOOL_SPOT:
    case FASCIA_BODY_TOOL_STROKE:
    case FASCIA_BODY_TOOL_ERASE:
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
      break;
    case FASCIA_BODY_TOOL_NONE:
    case FASCIA_BODY_TOOL_SPREAD:
    default:
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_SPOT);
    }
}

static void
spread_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_model_set_tool (FASCIA_BODY_PAGE (widget)->model, FASCIA_BODY_TOOL_SPREAD);
}

static void
mirror_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region != NULL)
    fascia_body_model_mirror (self->model, region);
}

static void
cancel_tool_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_model_set_tool (FASCIA_BODY_PAGE (widget)->model, FASCIA_BODY_TOOL_NONE);
}

static void
zoom_to_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  fascia_body_page_set_is_list (self, FALSE);
  fascia_body_figures_zoom_to (self->figures, *code != '\0' ? code : NULL);
}

/* ---- looking ---- */

static void
heat_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT)
    fascia_body_model_show_now (self->model);
  else
    fascia_heat_panel_show_days (self->model, FASCIA_HEAT_DAYS,
                                 fascia_body_model_get_heat_measure (self->model));
}

static void
show_now_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_model_show_now (FASCIA_BODY_PAGE (widget)->model);
}

static void
edit_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_model_edit (FASCIA_BODY_PAGE (widget)->model);
}

static void
save_picture_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_picture_saver_ask (widget, FASCIA_BODY_PAGE (widget)->model);
}

/* ---- the other side ---- */

static void
move_side_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);
  const FasciaRegion *region = self->asked;

  fascia_body_page_ask_side (self, NULL);
  if (region == NULL)
    return;
  fascia_body_model_move_to_other_side (self->model, region);
  /* A digit corrects the place that was meant. */
  fascia_body_page_return_to_place (self);
}

static void
keep_side_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_page_ask_side (FASCIA_BODY_PAGE (widget), NULL);
}

/* ---- the summary ---- */

static char *
dup_summary (FasciaBodyPage *self)
{
  FasciaBodyTarget target = fascia_body_model_get_target (self->model);
  const FasciaMoment *moment = fascia_body_model_get_moment (self->model);
  FasciaMoment now;

  if (target == FASCIA_BODY_TARGET_HEAT)
    return fascia_heat_panel_dup_words (self->model);
  fascia_clock_now (fascia_journal_get_clock (fascia_body_model_get_journal (self->model)), &now);
  return fascia_body_state_dup_spoken_summary (
      fascia_body_model_get_state (self->model), moment != NULL ? moment : &now,
      target == FASCIA_BODY_TARGET_NOW, fascia_text_get_hours ());
}

/* Spoken, and to be read as well. */
void
fascia_body_page_show_summary (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  g_autofree char *text = dup_summary (self);
  GtkTextIter start;
  GtkWidget *words = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwDialog *dialog = adw_dialog_new ();

  /* With a cursor, so that a screen reader goes through it line by line. */
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), text, -1);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), &start);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (words), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (words), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (words), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (words), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (words), 18);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (words), 3);
  gtk_widget_add_css_class (words, "inline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Summary"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), words);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _ ("Summary"));
  adw_dialog_set_content_width (dialog, 440);
  adw_dialog_set_content_height (dialog, 480);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_focus (dialog, words);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  fascia_announce (GTK_WIDGET (self), text);
}

static void
summary_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_body_page_show_summary (FASCIA_BODY_PAGE (widget));
}

/* ---- when ---- */

static void
when_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->when_button)))
    {
      gtk_menu_button_popup (self->when_button);
      return;
    }
  if (self->when == NULL)
    {
      self->when = fascia_moment_popover_new (self->model);
      gtk_widget_set_parent (self->when, widget);
    }
  const GdkRectangle top = { gtk_widget_get_width (widget) / 2, 0, 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->when), &top);
  gtk_popover_popup (GTK_POPOVER (self->when));
}

/* ---- what the outlines mean ---- */

static void
add_meaning (GtkListBox *rows, FasciaBodyLook look, int level, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = fascia_level_badge_new ();

  fascia_level_badge_set (FASCIA_LEVEL_BADGE (badge), look, level);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  gtk_list_box_append (rows, row);
}

static void
legend_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkListBox *rows = GTK_LIST_BOX (gtk_list_box_new ());
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwDialog *dialog = adw_dialog_new ();

  add_meaning (rows, FASCIA_BODY_LOOK_RATED, 6, _ ("Filled, with a number"),
               _ ("How tight or painful it is. The darker, the worse."));
  add_meaning (rows, FASCIA_BODY_LOOK_UNRATED, FASCIA_LEVEL_NOT_GIVEN, _ ("Coloured dashes"),
               _ ("Marked. It has no number yet."));
  add_meaning (rows, FASCIA_BODY_LOOK_RATED, 0, _ ("A thick line around nothing"),
               _ ("It was there, and has eased."));
  add_meaning (rows, FASCIA_BODY_LOOK_OLD, 4, _ ("Grey dashes, with a small number"),
               _ ("Marked in the last 14 days. It has no answer yet."));
  gtk_list_box_set_selection_mode (rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (rows), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (rows), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (rows), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (rows), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (rows), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (rows), 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (rows));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _ ("What the Outlines Mean"));
  adw_dialog_set_content_width (dialog, 400);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}

/* ---- what there is to act on ---- */

/* What cannot be done now is not offered. */
static void
append_possible (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* The answers say how many they are about. */
static void
update_answers (FasciaBodyPage *self)
{
  g_autofree char *ease
      = fascia_body_state_dup_ease_label (fascia_body_model_get_state (self->model));
  g_autofree char *old = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->answers)) > 1)
    g_menu_model_get_item_attribute (G_MENU_MODEL (self->answers), 1, G_MENU_ATTRIBUTE_LABEL, "s",
                                     &old);
  if (g_strcmp0 (old, ease) == 0)
    return;
  g_menu_remove_all (self->answers);
  append_possible (self->answers, _ ("_Same as Last Time"), "body.same-as-last");
  append_possible (self->answers, ease, "body.ease-rest");
  append_possible (self->answers, _ ("_Nothing Today"), "body.nothing-today");
}

void
fascia_body_page_update_actions (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  GtkWidget *widget = GTK_WIDGET (self);
  FasciaBodyState *state = fascia_body_model_get_state (self->model);
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  gboolean is_editable = fascia_body_model_is_editable (self->model);
  gboolean is_asked = is_editable && fascia_body_state_count_unanswered (state) > 0;
  gboolean has_nothing = entry == NULL || fascia_entry_count_places (entry) == 0;
  gboolean says_nothing = entry != NULL && fascia_entry_is_nothing_today (entry);

  gtk_widget_action_set_enabled (widget, "body.ease-rest", is_asked);
  gtk_widget_action_set_enabled (widget, "body.same-as-last", is_asked);
  gtk_widget_action_set_enabled (widget, "body.nothing-today",
                                 fascia_body_model_get_target (self->model)
                                         == FASCIA_BODY_TARGET_NOW
                                     && has_nothing && !says_nothing);
  gtk_widget_action_set_enabled (widget, "body.mark-area", is_editable);
  gtk_widget_action_set_enabled (widget, "body.draw", is_editable);
  update_answers (self);
}

/* ---- menus ---- */

static void
append_target (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (FasciaBodyPage *self)
{
  FasciaBody *body = fascia_body_model_get_body (self->model);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) when = g_menu_new ();
  g_autoptr (GMenu) marking = g_menu_new ();
  g_autoptr (GMenu) areas = g_menu_new ();
  g_autoptr (GMenu) zoom = g_menu_new ();
  g_autoptr (GMenu) looking = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();

  g_menu_append (when, _ ("_When…"), "body.when");
  self->answers = g_menu_new ();
  update_answers (self);

  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    append_target (areas, fascia_body_get_area_name (body, i), "body.mark-area",
                   fascia_body_get_area_code (body, i));
  g_menu_append_submenu (marking, _ ("Mark a Whole _Area"), G_MENU_MODEL (areas));
  append_possible (marking, _ ("_Draw"), "body.draw");

  append_target (zoom, _ ("_Whole Figure"), "body.zoom-to", "");
  append_target (zoom, _ ("_Head"), "body.zoom-to", "head");
  append_target (zoom, _ ("H_ands"), "body.zoom-to", "hands");
  append_target (zoom, _ ("_Feet"), "body.zoom-to", "feet");
  g_menu_append_submenu (looking, _ ("L_ook Closer"), G_MENU_MODEL (zoom));
  g_menu_append (looking, _ ("_List of Places"), "body.list");
  g_menu_append (looking, _ ("_Heat Map"), "body.heat");
  g_menu_append (looking, _ ("What the Outlines _Mean"), "body.legend");

  g_menu_append (out, _ ("S_ummary"), "body.summary");
  g_menu_append (out, _ ("Save _Picture…"), "body.save-picture");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (when));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->answers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marking));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (looking));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
open_context (FasciaBodyPage *self, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->context == NULL)
    {
      self->context = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context), FALSE);
      gtk_widget_set_halign (self->context, GTK_ALIGN_START);
      gtk_widget_set_parent (self->context, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context), &at);
  gtk_popover_popup (GTK_POPOVER (self->context));
}

/* (nullable) The place at a point of the page. */
static const FasciaRegion *
pick (FasciaBodyPage *self, const graphene_point_t *at)
{
  static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *map = GTK_WIDGET (fascia_body_figures_get_map (self->figures, views[i]));
      graphene_point_t inside;

      if (gtk_widget_get_mapped (map)
          && gtk_widget_compute_point (GTK_WIDGET (self), map, at, &inside)
          && gtk_widget_contains (map, (double) inside.x, (double) inside.y))
        return fascia_body_map_pick (FASCIA_BODY_MAP (map), (double) inside.x, (double) inside.y);
    }
  return NULL;
}

void
fascia_body_page_open_menu_at (FasciaBodyPage *self, double x, double y)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  const FasciaRegion *region = pick (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  /* A tool has chosen its place already. */
  if (region != NULL && fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_NONE)
    fascia_body_figures_focus_region (self->figures, region);
  open_context (self, x, y);
}

/* On the body it chooses a place, too. */
static void
on_secondary_pressed (FasciaBodyPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *from = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t at;

  if (!gtk_widget_compute_point (from, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* Not in the middle of a stroke. */
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
       & GDK_BUTTON1_MASK)
      == 0)
    fascia_body_page_open_menu_at (self, (double) at.x, (double) at.y);
}

static void
menu_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  GtkMenuButton *button = self->is_narrow ? self->narrow_menu : self->wide_menu;

  if (gtk_widget_get_mapped (GTK_WIDGET (button)))
    gtk_menu_button_popup (button);
  else
    open_context (self, gtk_widget_get_width (widget) / 2.0, 0);
}

/* Not before it is asked for: a window opens without the rows of its menus. */
static void
on_menu_needed (GtkMenuButton *button, gpointer data)
{
  FasciaBodyPage *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->menu);
}

void
fascia_body_page_add_menus (FasciaBodyPage *self)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  GtkGesture *secondary = gtk_gesture_click_new ();

  self->menu = create_menu (self);
  gtk_menu_button_set_create_popup_func (self->wide_menu, on_menu_needed, self, NULL);
  gtk_menu_button_set_create_popup_func (self->narrow_menu, on_menu_needed, self, NULL);
  fascia_menu_button_name_items (self->wide_menu);
  fascia_menu_button_name_items (self->narrow_menu);
  fascia_moment_popover_attach (self->when_button, self->model);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->figures_bin), GTK_EVENT_CONTROLLER (secondary));
}

void
fascia_body_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "body.find", NULL, find_activated },
    { "body.ease-rest", NULL, ease_rest_activated },
    { "body.same-as-last", NULL, same_as_last_activated },
    { "body.nothing-today", NULL, nothing_today_activated },
    { "body.mark-area", "s", mark_area_activated },
    { "body.draw", NULL, draw_activated },
    { "body.spread", NULL, spread_activated },
    { "body.mirror", NULL, mirror_activated },
    { "body.cancel-tool", NULL, cancel_tool_activated },
    { "body.zoom-to", "s", zoom_to_activated },
    { "body.heat", NULL, heat_activated },
    { "body.show-now", NULL, show_now_activated },
    { "body.edit", NULL, edit_activated },
    { "body.save-picture", NULL, save_picture_activated },
    { "body.move-side", NULL, move_side_activated },
    { "body.keep-side", NULL, keep_side_activated },
    { "body.summary", NULL, summary_activated },
    { "body.menu", NULL, menu_activated },
    { "body.when", NULL, when_activated },
    { "body.legend", NULL, legend_activated },
  };
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "body.find" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "body.draw" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "body.spread" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "body.mirror" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "body.summary" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "body.menu" },
    { GDK_KEY_Menu, 0, "body.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers,
                                         keys[i].action, NULL);
}
