/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is pressed during a session: every tap and every key that means nothing else pauses. */

#include "config.h"

#include "fascia-body-keys.h"
#include "fascia-menu-names.h"
#include "fascia-player-page-private.h"

/* So long somebody who has moved the pointer is near. */
#define NEAR_S 3

static gboolean
is_playing (FasciaPlayerPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "run") == 0;
}

/* ---- keys ---- */

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_ISO_Level3_Shift
         || key == GDK_KEY_Num_Lock || key == GDK_KEY_Super_L || key == GDK_KEY_Super_R;
}

/* Keys of the desktop and of the menus keep their meaning, and so does walking by Tab. */
static gboolean
is_of_others (guint key, GdkModifierType state)
{
  return is_modifier (key) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
         || key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_F10
         || key == GDK_KEY_Menu;
}

static gboolean
press (FasciaPlayerPage *self, guint key)
{
  gboolean is_running = fascia_player_runner_is_running (self->runner);
  gboolean is_left_to_right = gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      /* What waits stands anyway. */
      if (!is_running || !fascia_player_runner_pause (self->runner))
        fascia_player_runner_go_on (self->runner);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) ? 1 : 0) == is_left_to_right)
        fascia_player_runner_next (self->runner, NULL);
      else
        fascia_player_runner_back (self->runner);
      return TRUE;
    case GDK_KEY_e:
    case GDK_KEY_E:
      fascia_player_runner_ease_off (self->runner, "asked");
      return TRUE;
    case GDK_KEY_Escape:
      fascia_player_page_ask_to_stop (self);
      return TRUE;
    default:
      return is_running && fascia_player_runner_pause (self->runner);
    }
}

/* One key, as afterwards: whoever would have to walk there has begun before. */
static gboolean
answers_before (FasciaPlayerPage *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventController *controller)
{
  GtkWidget *scale = self->before_scale;

  return scale != NULL && gtk_widget_get_mapped (scale)
         && fascia_body_keys_interpret (key, code, state).kind == FASCIA_BODY_ACTION_DIGIT
         && gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), scale);
}

/* A dialog has the keys to itself. */
static gboolean
is_covered (GtkRoot *root)
{
  return ADW_IS_APPLICATION_WINDOW (root)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL;
}

/* F10 is that of the menus everywhere: here of this one, which pauses when it opens. */
static gboolean
opens_menu (FasciaPlayerPage *self, guint key, GdkModifierType state)
{
  if (key != GDK_KEY_F10 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
  return TRUE;
}

/* A button that has the focus is pressed by its keys, while nothing runs; that of the menu always. While it
 * runs Space pauses, and Return presses the button that somebody has walked to. */
static gboolean
is_pressed_by (FasciaPlayerPage *self, GtkWidget *focus, guint key)
{
  const gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (focus == NULL || (key != GDK_KEY_space && key != GDK_KEY_KP_Space && !is_return))
    return FALSE;
  if (focus == self->menu_button || gtk_widget_is_ancestor (focus, self->menu_button))
    return TRUE;
  /* One that has gone from sight presses nothing. */
  if (!GTK_IS_BUTTON (focus) || !gtk_widget_get_mapped (focus))
    return FALSE;
  return is_return || !fascia_player_runner_is_running (self->runner);
}

static gboolean
on_key_pressed (FasciaPlayerPage *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventController *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_playing (self) || is_covered (root))
    return GDK_EVENT_PROPAGATE;
  /* An open menu has them to itself. */
  if (gtk_menu_button_get_active (GTK_MENU_BUTTON (self->menu_button)))
    return GDK_EVENT_PROPAGATE;
  if (opens_menu (self, key, state))
    return GDK_EVENT_STOP;
  if (is_of_others (key, state))
    return GDK_EVENT_PROPAGATE;
  /* How it was before is answered by keys of its own. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->before_box)))
    return GDK_EVENT_PROPAGATE;
  if (answers_before (self, key, code, state, controller))
    return GDK_EVENT_STOP;
  if (is_pressed_by (self, focus, key))
    return GDK_EVENT_PROPAGATE;
  return press (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* ---- controls that go out of sight ---- */

static void
set_away (FasciaPlayerPage *self, gboolean is_away)
{
  GtkWidget *const widgets[] = { GTK_WIDGET (self->controls), self->header_bar };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (is_away)
      gtk_widget_add_css_class (widgets[i], "away");
    else
      gtk_widget_remove_css_class (widgets[i], "away");
}

static void
on_nobody_near (gpointer data)
{
  FasciaPlayerPage *self = data;

  self->away = 0;
  set_away (self, TRUE);
}

void
fascia_player_page_show_controls (FasciaPlayerPage *self)
{
  gboolean is_far = adw_breakpoint_bin_get_current_breakpoint (self->sizes) == self->giant_size;

  g_clear_handle_id (&self->away, g_source_remove);
  set_away (self, FALSE);
  /* While nothing runs somebody is about to press something. */
  if (is_far && self->runner != NULL && fascia_player_runner_is_running (self->runner))
    self->away = g_timeout_add_seconds_once (NEAR_S, on_nobody_near, self);
}

gboolean
fascia_player_page_is_bare (FasciaPlayerPage *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self->controls), "away");
}

static void
on_motion (FasciaPlayerPage *self, double x, double y)
{
  /* A pointer that is put under a new layout has not moved. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  fascia_player_page_show_controls (self);
}

/* ---- taps ---- */

/* A button takes a press only when it ends: until then it would be paused, and gone from under it. */
static gboolean
is_for_itself (FasciaPlayerPage *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->layouts, x, y, GTK_PICK_DEFAULT);

  return picked != NULL
         && (gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL
             || picked == GTK_WIDGET (self->before_box)
             || gtk_widget_is_ancestor (picked, GTK_WIDGET (self->before_box)));
}

static void
on_tapped (FasciaPlayerPage *self, int n_press, double x, double y)
{
  /* What waits for the person stands anyway. */
  if (is_playing (self) && fascia_player_runner_is_running (self->runner)
      && !is_for_itself (self, x, y))
    fascia_player_runner_pause (self->runner);
}

static void
on_menu_gone (gpointer data)
{
  FasciaPlayerPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_playing (self)
      && !is_covered (root) && !gtk_menu_button_get_active (GTK_MENU_BUTTON (self->menu_button)))
    fascia_player_page_focus_controls (self);
  g_object_unref (self);
}

/* Nobody reads a menu against the clock. And afterwards Space goes on: on the button of the menu it would
 * open that again. */
static void
on_menu_toggled (FasciaPlayerPage *self)
{
  if (!is_playing (self))
    return;
  if (!gtk_menu_button_get_active (GTK_MENU_BUTTON (self->menu_button)))
    /* When the popover has given the focus back, and what was chosen has been done. */
    g_idle_add_once (on_menu_gone, g_object_ref (self));
  else if (fascia_player_runner_is_running (self->runner))
    self->is_for_menu = fascia_player_runner_pause (self->runner);
}

static void
on_unmapped (FasciaPlayerPage *self, GtkEventController *keys)
{
  GtkWidget *widget = gtk_event_controller_get_widget (keys);

  if (widget != NULL)
    gtk_widget_remove_controller (widget, keys);
}

static void
on_mapped (FasciaPlayerPage *self, GtkEventController *keys)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  on_unmapped (self, keys);
  if (root != NULL)
    gtk_widget_add_controller (GTK_WIDGET (root), g_object_ref (keys));
}

/* Of the window while this is seen: keys work also when whatever had the focus is gone. */
static void
add_keys (FasciaPlayerPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), "fascia-player-keys", keys, g_object_unref);
  g_signal_connect_object (self, "map", G_CALLBACK (on_mapped), keys, G_CONNECT_DEFAULT);
  g_signal_connect_object (self, "unmap", G_CALLBACK (on_unmapped), keys, G_CONNECT_DEFAULT);
}

void
fascia_player_page_add_input (FasciaPlayerPage *self)
{
  GtkEventController *motion;
  GtkGesture *click = gtk_gesture_click_new ();

  add_keys (self);

  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (on_menu_toggled), self,
                           G_CONNECT_SWAPPED);
  fascia_menu_button_name_items (GTK_MENU_BUTTON (self->menu_button));

  motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  /* Whatever is no button. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_tapped), self);
  gtk_widget_add_controller (self->layouts, GTK_EVENT_CONTROLLER (click));
}

/* ---- the menu ---- */

static void
on_longer (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fascia_player_runner_longer (FASCIA_PLAYER_PAGE (data)->runner);
}

static void
on_skip (GSimpleAction *action, GVariant *reason, gpointer data)
{
  fascia_player_runner_next (FASCIA_PLAYER_PAGE (data)->runner,
                             g_variant_get_string (reason, NULL));
}

/* The steps have new numbers then. */
static void
on_other_side (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (data);

  self->shown_entry = G_MAXUINT;
  fascia_player_runner_add_other_side (self->runner);
  fascia_player_page_update_actions (self);
}

static void
set_enabled (FasciaPlayerPage *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)),
      is_enabled);
}

void
fascia_player_page_update_actions (FasciaPlayerPage *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  gboolean is_hold = fascia_player_get_inner_state (player) == FASCIA_PLAYER_HOLD;
  gboolean has_other = fascia_player_find_other_side (player) >= 0;

  set_enabled (self, "longer", is_hold);
  set_enabled (self, "other-side", has_other);
  set_enabled (self, "breath", self->may_breathe);
  set_enabled (self, "why-no-breath", !self->may_breathe);
  gtk_widget_set_visible (self->other_side_button, has_other);
}

static void
on_stop (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fascia_player_page_ask_to_stop (data);
}

static void
on_why_no_breath (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fascia_player_page_say_why_no_breath (data);
}

static const struct
{
  const char *name;
  const char *key;
  gboolean fallback;
} switches[] = {
  { "chime", FASCIA_SETTING_PLAYER_CHIME, TRUE },
  { "voice", FASCIA_SETTING_PLAYER_VOICE, TRUE },
  { "fade", FASCIA_SETTING_PLAYER_FADE, FALSE },
  { "breath", FASCIA_SETTING_PLAYER_BREATH, FALSE },
  { "waits", FASCIA_SETTING_PLAYER_WAITS, FALSE },
};

static void
on_switch (GSimpleAction *action, GVariant *value, gpointer data)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (data);
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].name, name))
      fascia_body_setup_set (self->setup, switches[i].key, value);
}

/* Chosen in its own menu, which has paused it: what waits stands anyway, and there is no second thing to go
 * on from. Under another page it stays paused, whatever is chosen. */
static void
follow_waits (FasciaPlayerPage *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);

  if (self->is_for_menu && fascia_player_is_open (player))
    fascia_player_runner_resume (self->runner);
  else if (fascia_player_is_waiting (player))
    fascia_player_page_announce (self, fascia_player_get_ready_words ());
}

/* The preferences have the same switches. */
static void
update_switches (FasciaPlayerPage *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (self->setup);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (self->actions), switches[i].name)),
                               g_variant_new_boolean (fascia_settings_get_boolean (
                                   settings, switches[i].key, switches[i].fallback)));
  /* At once, also while one gets ready. */
  if (fascia_player_runner_set_waits (
          self->runner, fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAYER_WAITS, FALSE)))
    follow_waits (self);
  fascia_player_page_show (self);
}

void
fascia_player_page_add_actions (FasciaPlayerPage *self)
{
  const GActionEntry entries[] = {
    { "longer", on_longer, NULL, NULL, NULL, { 0 } },
    { "other-side", on_other_side, NULL, NULL, NULL, { 0 } },
    { "skip", on_skip, "s", NULL, NULL, { 0 } },
    { "stop", on_stop, NULL, NULL, NULL, { 0 } },
    { "why-no-breath", on_why_no_breath, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          switches[i].name, NULL, g_variant_new_boolean (switches[i].fallback));

      g_signal_connect (action, "change-state", G_CALLBACK (on_switch), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  update_switches (self);
  g_signal_connect_object (self->setup, "notify::settings", G_CALLBACK (update_switches), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "player", G_ACTION_GROUP (self->actions));
}
