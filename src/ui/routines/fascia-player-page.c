/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session, as it runs. */

#include "config.h"

#include "fascia-player-page-private.h"

#include "../fascia-toasts.h"
#include "../fascia-window.h"
#include "core/routines/fascia-open-session.h"
#include "fascia-announce.h"

G_DEFINE_FINAL_TYPE (FasciaPlayerPage, fascia_player_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what is heard ---- */

/* Two voices at once would be heard by nobody: this one, or else that of assistive technology. */
static void
on_not_said (FasciaPlayerPage *self, const char *words)
{
  fascia_player_page_announce (self, words);
}

static void
set_up_sound (FasciaPlayerPage *self)
{
  self->speech = fascia_speech_new (NULL);
  g_signal_connect_object (self->speech, "not-said", G_CALLBACK (on_not_said), self,
                           G_CONNECT_SWAPPED);
  self->speaker = fascia_speaker_new (self->speech);
  fascia_speaker_follow (self->speaker, self->setup);
}

/* ---- the machine ---- */

static GtkWindow *
get_window (FasciaPlayerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkApplication *
get_application (FasciaPlayerPage *self)
{
  GtkWindow *window = get_window (self);

  return window != NULL ? gtk_window_get_application (window) : NULL;
}

static void
on_raise (FasciaPlayerPage *self)
{
  GtkWindow *window = get_window (self);

  if (window != NULL)
    gtk_window_present (window);
}

static void
add_media_keys (FasciaPlayerPage *self)
{
  GtkApplication *application = get_application (self);
  GDBusConnection *bus = application != NULL
                             ? g_application_get_dbus_connection (G_APPLICATION (application))
                             : NULL;

  if (bus == NULL || self->mpris != NULL)
    return;
  self->mpris = fascia_mpris_new (bus, self->runner);
  g_signal_connect_object (self->mpris, "raise", G_CALLBACK (on_raise), self, G_CONNECT_SWAPPED);
}

static void
drop_media_keys (FasciaPlayerPage *self)
{
  if (self->mpris != NULL)
    g_object_run_dispose (G_OBJECT (self->mpris));
  g_clear_object (&self->mpris);
}

/* ---- the runner ---- */

static gboolean
is_over (FasciaPlayerPage *self)
{
  FasciaPlayerState state
      = fascia_player_get_state (fascia_player_runner_get_player (self->runner));

  return state == FASCIA_PLAYER_FINISHED || state == FASCIA_PLAYER_STOPPED;
}

static void
on_running (FasciaPlayerPage *self)
{
  self->is_for_menu = FALSE;
  fascia_player_page_stay_awake (self, fascia_player_runner_is_running (self->runner));
  fascia_player_page_show_controls (self);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), is_over (self));
}

static void
on_event (FasciaPlayerPage *self, const FasciaPlayerEvent *event)
{
  fascia_player_page_notify_away (self, event);
  fascia_player_page_show_event (self, event);
  if (event->kind == FASCIA_PLAYER_EVENT_FINISHED)
    {
      adw_bin_set_child (self->done_bin, fascia_player_page_make_summary (self, NULL));
      gtk_stack_set_visible_child_name (self->stack, "done");
      adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
      drop_media_keys (self);
    }
}

static void
on_changed (FasciaPlayerPage *self)
{
  fascia_player_page_show (self);
}

static void
set_unkept (FasciaPlayerPage *self, gboolean is_unkept)
{
  self->is_unkept = is_unkept;
  if (self->unkept != NULL)
    gtk_widget_set_visible (self->unkept, is_unkept);
}

static void
on_written (FasciaPlayerPage *self)
{
  set_unkept (self, FALSE);
}

void
fascia_player_page_set_unkept (FasciaPlayerPage *self, const GError *error)
{
  set_unkept (self, TRUE);
  /* Once: it runs by what is heard, and the same words in each pause would be in the way of that. */
  if (!self->has_failed)
    fascia_window_show_error (GTK_WIDGET (self), error);
  self->has_failed = TRUE;
}

/* ---- buttons ---- */

static void
on_ease_clicked (FasciaPlayerPage *self)
{
  fascia_player_runner_ease_off (self->runner, "asked");
}

static void
on_back_clicked (FasciaPlayerPage *self)
{
  fascia_player_runner_back (self->runner);
}

static void
on_next_clicked (FasciaPlayerPage *self)
{
  fascia_player_runner_next (self->runner, NULL);
}

static void
on_pause_clicked (FasciaPlayerPage *self)
{
  fascia_player_runner_pause (self->runner);
}

static void
on_continue_clicked (FasciaPlayerPage *self)
{
  fascia_player_runner_go_on (self->runner);
}

static void
on_stop_clicked (FasciaPlayerPage *self)
{
  fascia_player_page_ask_to_stop (self);
}

static void
on_leave_clicked (FasciaPlayerPage *self)
{
  if (is_over (self))
    fascia_player_page_leave (self);
  else
    fascia_player_page_ask_to_stop (self);
}

static void
on_size_changed (FasciaPlayerPage *self)
{
  static const char *const classes[] = { "large", "huge", "giant", "small", "small", "narrow" };
  AdwBreakpoint *const points[] = { self->large_size, self->huge_size, self->giant_size,
                                    self->small_size, self->tiny_size, NULL };
  AdwBreakpoint *current = adw_breakpoint_bin_get_current_breakpoint (self->sizes);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->layouts, classes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (points[i] == current)
      gtk_widget_add_css_class (self->layouts, classes[i]);
  fascia_player_page_fit (self);
  fascia_player_page_show_controls (self);
}

/* ---- the page ---- */

void
fascia_player_page_leave (FasciaPlayerPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  fascia_player_page_write_rest (self);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  /* A second click, while it goes, is not for the page under it. */
  if (navigation != NULL
      && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation))
             == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
}

/* Nothing of the person is needed from here to the rating at the end. */
static void
fascia_player_page_shown (AdwNavigationPage *page)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_player_page_parent_class)->shown (page);
  if (is_over (self))
    return;
  /* Also after another page was over it: paused, it goes on by them. */
  add_media_keys (self);
  if (get_window (self) != NULL)
    fascia_player_page_watch_window (self, get_window (self));
  if (fascia_player_get_state (fascia_player_runner_get_player (self->runner))
      == FASCIA_PLAYER_PAUSED)
    return;
  fascia_player_page_begin_rating (self);
  fascia_player_runner_resume (self->runner);
  fascia_player_page_focus_controls (self);
}

/* Another page lies over it, and it will be seen again. */
static gboolean
is_covered (FasciaPlayerPage *self)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (widget == NULL)
    return FALSE;
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (view);
  while (page != NULL && page != ADW_NAVIGATION_PAGE (self))
    page = adw_navigation_view_get_previous_page (view, page);
  return page != NULL;
}

/* Gone from the window while it ran: as if it were paused, to be taken up again. */
static void
fascia_player_page_hidden (AdwNavigationPage *page)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_player_page_parent_class)->hidden (page);
  fascia_player_runner_pause (self->runner);
  self->is_for_menu = FALSE;
  fascia_player_page_stay_awake (self, FALSE);
  fascia_player_page_withdraw_notice (self);
  drop_media_keys (self);
  fascia_player_page_write_rest (self);
  if (is_over (self) && !is_covered (self))
    fascia_player_page_offer_kept (self);
}

static void
fascia_player_page_dispose (GObject *object)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->away, g_source_remove);
  drop_media_keys (self);
  fascia_player_page_stay_awake (self, FALSE);
  g_clear_weak_pointer (&self->unkept);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PLAYER_PAGE);

  G_OBJECT_CLASS (fascia_player_page_parent_class)->dispose (object);
}

static void
fascia_player_page_finalize (GObject *object)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (object);

  g_free (self->kept_title);
  g_clear_object (&self->runner);
  g_clear_object (&self->speaker);
  g_clear_object (&self->speech);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->setup);
  g_clear_object (&self->model);
  g_clear_pointer (&self->practice, fascia_practice_unref);

  G_OBJECT_CLASS (fascia_player_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, sizes);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, large_size);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, huge_size);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, giant_size);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, small_size);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, tiny_size);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, narrow_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, narrow_pictures);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, narrow_scroll);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, narrow_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, narrow_controls);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, wide_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, wide_time);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, wide_scroll);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, wide_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, wide_next);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, pose_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, ring);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, numeral);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, words_state_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, ring_state);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, words_state);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, other_side_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, cue_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, cap_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, before_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, controls);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, ease_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, running_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, paused_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, nav_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, other_side_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, fade);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlayerPage, done_bin);
}

static void
fascia_player_page_class_init (FasciaPlayerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  object_class->dispose = fascia_player_page_dispose;
  object_class->finalize = fascia_player_page_finalize;
  page_class->shown = fascia_player_page_shown;
  page_class->hidden = fascia_player_page_hidden;

  g_type_ensure (FASCIA_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-player-page.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                fascia_player_page_take_undo, NULL);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_ease_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_continue_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_size_changed);
}

static void
fascia_player_page_init (FasciaPlayerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_player_page_lay_out_rows (self);

  self->cancellable = g_cancellable_new ();
  self->shown_entry = G_MAXUINT;
  self->shown_seconds = -1;
  self->before_level = FASCIA_LEVEL_NOT_GIVEN;
  self->after_level = FASCIA_LEVEL_NOT_GIVEN;
  self->after_logged = FASCIA_LEVEL_NOT_GIVEN;
  self->pose = FASCIA_POSE_VIEW (fascia_pose_view_new ());
  adw_bin_set_child (self->pose_bin, GTK_WIDGET (self->pose));
}

static void
set_up (FasciaPlayerPage *self)
{
  g_signal_connect_object (self->runner, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "write-failed", G_CALLBACK (fascia_player_page_set_unkept),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "written", G_CALLBACK (on_written), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::running", G_CALLBACK (on_running), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  adw_navigation_page_set_title (
      ADW_NAVIGATION_PAGE (self),
      fascia_routine_get_title (fascia_practice_get_routine (self->practice)));
  /* It lies over those of the window. */
  fascia_toasts_cover (ADW_NAVIGATION_PAGE (self), fascia_routines_model_get_journal (self->model));
  fascia_toasts_set_keeper (ADW_NAVIGATION_PAGE (self), fascia_player_page_keep_undo);
  fascia_player_page_add_actions (self);
  fascia_player_page_follow_answers (self);
  fascia_player_page_add_input (self);
  on_size_changed (self);
  fascia_player_page_show (self);
}

static FasciaBodySetup *
get_setup (FasciaRoutinesModel *model)
{
  return fascia_body_setup_get (fascia_routines_model_get_journal (model),
                                fascia_routines_model_get_body (model));
}

static FasciaPlayerPage *
make_page (FasciaRoutinesModel *model, FasciaPractice *practice)
{
  FasciaPlayerPage *self = g_object_new (FASCIA_TYPE_PLAYER_PAGE, NULL);

  self->model = g_object_ref (model);
  self->practice = fascia_practice_ref (practice);
  self->setup = g_object_ref (get_setup (model));
  set_up_sound (self);
  return self;
}

static FasciaPlayerOptions
get_options (FasciaRoutinesModel *model)
{
  return (FasciaPlayerOptions) { .waits = fascia_settings_get_boolean (
                                     fascia_body_setup_get_settings (get_setup (model)),
                                     FASCIA_SETTING_PLAYER_WAITS, FALSE) };
}

GtkWidget *
fascia_player_page_new (FasciaRoutinesModel *model, FasciaPractice *practice)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (practice != NULL, NULL);

  const FasciaPlayerOptions options = get_options (model);
  FasciaPlayer *player = fascia_player_new (practice, &options);
  g_return_val_if_fail (player != NULL, NULL);

  FasciaPlayerPage *self = make_page (model, practice);
  self->runner = fascia_player_runner_new (fascia_routines_model_get_journal (model), player,
                                           FASCIA_CUE_SINK (self->speaker), NULL);
  set_up (self);
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_player_page_new_resumed (FasciaRoutinesModel *model,
                                FasciaPractice *practice,
                                FasciaEntry *entry)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  const FasciaPlayerOptions options = get_options (model);
  FasciaClock *clock = fascia_journal_get_clock (fascia_routines_model_get_journal (model));
  FasciaSession session = *fascia_entry_get_session (entry);
  FasciaPlayer *player;

  session.paused_ms = fascia_open_session_get_paused_ms (&session, fascia_clock_now_ms (clock));
  player = fascia_player_new_resumed (practice, &options, &session);
  if (player == NULL)
    return NULL;

  FasciaPlayerPage *self = make_page (model, practice);
  self->runner = fascia_player_runner_new_resumed (fascia_routines_model_get_journal (model),
                                                   player, FASCIA_CUE_SINK (self->speaker), entry);
  set_up (self);
  return GTK_WIDGET (self);
}

void
fascia_player_page_set_places (FasciaPlayerPage *self, const FasciaRegion *const *places)
{
  g_return_if_fail (FASCIA_IS_PLAYER_PAGE (self));

  self->place = places != NULL ? places[0] : NULL;
}

FasciaPlayerRunner *
fascia_player_page_get_runner (FasciaPlayerPage *self)
{
  return self->runner;
}
