/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow, with nothing else on the screen.
 */

#include "config.h"

#include "fascia-breath-page.h"

#include <glib/gi18n.h>
#include <time.h>

#include "core/routines/fascia-library.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-breath-circle.h"
#include "fascia-flare.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-speaker.h"

/* Of the number that is counted down; the circle follows the frames. */
#define TICK_MS 100
/* What moves so slowly needs no more than thirty pictures a second. */
#define FRAME_US 30000
#define DEFAULT_MINUTES 5
#define MINUTE_MS G_GINT64_CONSTANT (60000)

struct _FasciaBreathPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  FasciaBreathCircle *circle;
  GtkLabel *count;
  GtkLabel *phase;
  GtkLabel *time;
  GtkLabel *hint;
  AdwToggleGroup *minutes;
  GtkWidget *pause_button;
  GtkLabel *pause_words;
  GtkMenuButton *menu_button;
  GtkLabel *words_title;
  GtkLabel *words;
  GtkWidget *go_button;
  GtkLabel *go_words;
  GtkWidget *leave_button;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaBodySetup *setup; /* the journal holds it */
  FasciaSafetyBook *book; /* likewise */
  FasciaLibrary *library; /* NULL when the table in the program is broken */
  FasciaBreath breath;
  GSimpleActionGroup *actions;
  FasciaBreathKeeper *keeper; /* NULL until it runs */
  FasciaCueSink *sink;        /* NULL until something is to be heard */
  FasciaSpeaker *speaker;     /* (nullable) the one of its own */
  FasciaBreathNow now;
  gpointer now_data;
  guint source;
  guint frames;
  guint inhibit;
  gint64 frame_us; /* of the picture before */
  int shown_count;
  gint64 shown_seconds;
  gboolean is_rest;     /* in place of breathing */
  gboolean is_held;     /* held back */
  gboolean has_begun;   /* at least once */
  gboolean is_awake;    /* the screen */
  gboolean is_updating; /* the toggles */
  gboolean has_chosen;  /* how long */
};

G_DEFINE_FINAL_TYPE (FasciaBreathPage, fascia_breath_page, ADW_TYPE_NAVIGATION_PAGE)

static gint64
get_boot_ms (gpointer data)
{
  struct timespec at = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &at);
  return at.tv_sec * (gint64) 1000 + at.tv_nsec / 1000000;
}

static gint64
get_now (FasciaBreathPage *self)
{
  return self->now (self->now_data);
}

static gboolean
get_preference (FasciaBreathPage *self, const char *key, gboolean fallback)
{
  return fascia_settings_get_boolean (fascia_body_setup_get_settings (self->setup), key, fallback);
}

/* ---- what is heard ---- */

static gboolean
has_voice (FasciaBreathPage *self)
{
  return get_preference (self, FASCIA_SETTING_BREATH_VOICE, FALSE);
}

/* Loudspeakers are looked for when there is something to hear, not before. */
static FasciaCueSink *
ensure_sink (FasciaBreathPage *self)
{
  if (self->sink == NULL)
    {
      const FasciaSpeakerKeys keys
          = { FASCIA_SETTING_BREATH_CHIME, FASCIA_SETTING_BREATH_VOICE, FALSE };
      g_autoptr (FasciaSpeech) speech = fascia_speech_new (NULL);

      self->speaker = fascia_speaker_new (speech);
      fascia_speaker_follow_keys (self->speaker, self->setup, &keys);
      self->sink = FASCIA_CUE_SINK (g_object_ref (self->speaker));
    }
  return self->sink;
}

static void
hear (FasciaBreathPage *self, FasciaChime chime, const char *words)
{
  if (get_preference (self, FASCIA_SETTING_BREATH_CHIME, FALSE))
    fascia_cue_sink_chime (ensure_sink (self), chime);
  if (has_voice (self))
    fascia_cue_sink_say (ensure_sink (self), words);
  else if (get_preference (self, FASCIA_SETTING_BREATH_SAY, TRUE))
    fascia_announce (GTK_WIDGET (self), words);
}

/* ---- what is seen ---- */

static const char *
get_phase_words (FasciaBreathPhase phase)
{
  return phase == FASCIA_BREATH_IN ? _ ("Breathe in") : _ ("Breathe out");
}

static void
show_time (FasciaBreathPage *self)
{
  const gint64 end = fascia_breath_get_end_ms (&self->breath);
  const gint64 seconds = end == G_MAXINT64 ? self->breath.elapsed_ms / 1000
                                           : (end - self->breath.elapsed_ms + 999) / 1000;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  if (seconds == self->shown_seconds)
    return;
  self->shown_seconds = seconds;
  count = g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
  words = end == G_MAXINT64
              /* Translators: %s is how long it has gone on: “1:20 so far” */
              ? g_strdup_printf (_ ("%s so far"), count)
              /* Translators: %s is how long it still goes on: “4:32 to go” */
              : g_strdup_printf (_ ("%s to go"), count);
  gtk_label_set_label (self->time, words);
}

static void
show_count (FasciaBreathPage *self, int count)
{
  if (count == self->shown_count)
    return;
  self->shown_count = count;
  g_autofree char *text = count > 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
  gtk_label_set_label (self->count, text);
}

static void
show (FasciaBreathPage *self)
{
  const gboolean is_moving
      = self->breath.is_running && !self->is_rest && adw_get_enable_animations (GTK_WIDGET (self));
  FasciaBreathAt at;

  fascia_breath_at (self->breath.elapsed_ms, &at);
  show_time (self);
  show_count (self, self->breath.is_running && !self->is_rest ? at.seconds_left : 0);
  gtk_label_set_label (self->phase, !self->breath.is_running ? _ ("Paused")
                                    : self->is_rest          ? _ ("Rest")
                                                             : get_phase_words (at.phase));
  fascia_breath_circle_set_fullness (self->circle, is_moving ? at.fullness : -1);
  gtk_label_set_label (self->pause_words, self->breath.is_running ? _ ("Pause") : _ ("Continue"));
}

/* ---- awake and asleep ---- */

static GtkApplication *
get_application (FasciaBreathPage *self)
{
  GApplication *application = g_application_get_default ();

  return application != NULL && GTK_IS_APPLICATION (application) ? GTK_APPLICATION (application)
                                                                 : NULL;
}

static void
stay_awake (FasciaBreathPage *self, gboolean is_running)
{
  GtkApplication *application = get_application (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (application == NULL || is_running == self->is_awake)
    return;
  self->is_awake = is_running;
  /* 0 where the desktop cannot. */
  if (is_running)
    self->inhibit = gtk_application_inhibit (
        application, root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
        GTK_APPLICATION_INHIBIT_IDLE, _ ("A breath to follow is on the screen"));
  else if (self->inhibit != 0)
    gtk_application_uninhibit (application, self->inhibit);
  if (!is_running)
    self->inhibit = 0;
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (widget);
  const gint64 frame_us = gdk_frame_clock_get_frame_time (clock);

  if (frame_us - self->frame_us < FRAME_US)
    return G_SOURCE_CONTINUE;
  self->frame_us = frame_us;
  fascia_breath_page_tick (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_timeout (gpointer data)
{
  fascia_breath_page_tick (data);
  return G_SOURCE_CONTINUE;
}

/* Nothing wakes the program up but while it runs, and frames only while something moves. */
static void
follow_state (FasciaBreathPage *self)
{
  const gboolean is_running = self->breath.is_running;
  const gboolean is_moving = is_running && !self->is_rest
                             && gtk_widget_get_mapped (GTK_WIDGET (self))
                             && adw_get_enable_animations (GTK_WIDGET (self));

  if (is_running && self->source == 0)
    self->source = g_timeout_add (TICK_MS, on_timeout, self);
  else if (!is_running)
    g_clear_handle_id (&self->source, g_source_remove);
  if (is_moving && self->frames == 0)
    self->frames = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
  else if (!is_moving && self->frames != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->frames);
      self->frames = 0;
    }
  stay_awake (self, is_running);
}

/* ---- the end ---- */

static char *
dup_minutes (gint64 ms)
{
  const int minutes = (int) ((ms + MINUTE_MS / 2) / MINUTE_MS);

  if (minutes == 0)
    return g_strdup (_ ("Less than a minute"));
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

static void
show_done (FasciaBreathPage *self)
{
  g_autofree char *minutes = dup_minutes (self->breath.elapsed_ms);

  gtk_label_set_label (self->words_title, minutes);
  gtk_label_set_label (self->words, self->is_rest
                                        ? _ ("Get up slowly. Stay as long as you like.")
                                        : _ ("Let your breath be as it likes to be now."));
  gtk_label_set_label (self->go_words, _ ("Once More"));
  gtk_widget_set_visible (self->leave_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "words");
  gtk_widget_grab_focus (self->leave_button);
}

static void
keep_end (FasciaBreathPage *self, gboolean is_finished)
{
  if (self->keeper != NULL)
    fascia_breath_keeper_end (self->keeper, self->breath.planned_ms, self->breath.elapsed_ms,
                              is_finished);
}

/* ---- time goes by ---- */

void
fascia_breath_page_tick (FasciaBreathPage *self)
{
  g_return_if_fail (FASCIA_IS_BREATH_PAGE (self));

  if (!self->breath.is_running)
    return;
  g_autoptr (FasciaBreathPage) alive = g_object_ref (self);
  const FasciaBreathEvents events = fascia_breath_tick (&self->breath, get_now (self));

  if ((events & FASCIA_BREATH_FINISHED) != 0)
    {
      keep_end (self, TRUE);
      hear (self, FASCIA_CHIME_END, _ ("That was it"));
      show_done (self);
    }
  else if ((events & FASCIA_BREATH_SUSPENDED) != 0)
    keep_end (self, FALSE);
  else
    {
      if ((events & FASCIA_BREATH_CHANGED) != 0 && !self->is_rest)
        hear (self,
              self->breath.told == FASCIA_BREATH_IN ? FASCIA_CHIME_START : FASCIA_CHIME_SWITCH,
              get_phase_words (self->breath.told));
      fascia_breath_keeper_keep (self->keeper, self->breath.planned_ms, self->breath.elapsed_ms);
    }
  show (self);
  follow_state (self);
}

static void
begin_keeping (FasciaBreathPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->keeper = fascia_breath_keeper_new (self->journal, self->is_rest ? FASCIA_BREATH_REST_STEP
                                                                        : FASCIA_BREATH_STEP);
  /* It may fail when the page is long left. */
  if (root != NULL)
    fascia_flare_tell_failures (
        GTK_WIDGET (root),
        fascia_flare_entry_get_writer (fascia_breath_keeper_get_entry (self->keeper)));
}

static void
resume_breath (FasciaBreathPage *self)
{
  if (!fascia_breath_resume (&self->breath, get_now (self)))
    return;
  if (self->keeper == NULL)
    begin_keeping (self);
  fascia_breath_page_tick (self);
}

static void
pause_breath (FasciaBreathPage *self)
{
  if (!self->breath.is_running)
    return;
  fascia_breath_pause (&self->breath, get_now (self));
  if (self->sink != NULL)
    fascia_cue_sink_hush (self->sink);
  keep_end (self, self->breath.is_finished);
  if (self->breath.is_finished)
    show_done (self);
  show (self);
  follow_state (self);
}

static void
begin (FasciaBreathPage *self)
{
  const gint64 planned_ms = self->breath.planned_ms;

  g_clear_object (&self->keeper);
  self->breath = (FasciaBreath) { .planned_ms = planned_ms };
  self->shown_seconds = -1;
  self->has_begun = TRUE;
  gtk_label_set_label (self->hint,
                       self->is_rest
                           ? _ ("Lie or sit where it aches least. Breathe as you always do.")
                           : _ ("In softly, out for longer. Never hold your breath. When you feel "
                                "dizzy, stop and breathe as you always do."));
  gtk_stack_set_visible_child_name (self->stack, "run");
  gtk_widget_grab_focus (self->pause_button);
  resume_breath (self);
}

/* ---- what holds it back ---- */

/* (transfer full) (nullable) Why not, in sentences. */
static char *
dup_obstacles (FasciaBreathPage *self)
{
  FasciaSafety *safety = fascia_safety_book_get_safety (self->book);
  const FasciaStep *step = self->library != NULL
                               ? fascia_library_lookup_step (self->library, FASCIA_BREATH_STEP)
                               : NULL;
  g_auto (FasciaVerdict) verdict = { 0 };

  if (safety == NULL || step == NULL)
    return NULL;
  fascia_safety_judge (safety, &verdict, fascia_step_get_traits (step), NULL,
                       fascia_step_get_dose (step)->cap);
  if (verdict.kind != FASCIA_VERDICT_HELD_BACK)
    return NULL;

  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; verdict.reasons != NULL && i < verdict.reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (verdict.reasons, FasciaReason, i);

      if (!reason->holds_back)
        continue;
      g_autofree char *sentence = fascia_reason_dup_text (reason);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, _ ("So there is no breath to follow here. Rest is open to you."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* TRUE: it is held back, and that is shown. */
static gboolean
update_held (FasciaBreathPage *self)
{
  g_autofree char *why = self->is_rest ? NULL : dup_obstacles (self);

  self->is_held = why != NULL;
  if (why == NULL)
    return FALSE;
  pause_breath (self);
  gtk_label_set_label (self->words_title, _ ("Rest Instead"));
  gtk_label_set_label (self->words, why);
  gtk_label_set_label (self->go_words, _ ("Rest"));
  gtk_widget_set_visible (self->leave_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "words");
  gtk_widget_grab_focus (self->go_button);
  fascia_announce (GTK_WIDGET (self), why);
  return TRUE;
}

/* The answers came, or were changed, while it was on the screen. */
static void
on_book_changed (FasciaBreathPage *self)
{
  if (self->has_begun && !self->is_held)
    update_held (self);
}

/* ---- what is pressed ---- */

static void
on_pause_clicked (FasciaBreathPage *self)
{
  if (self->breath.is_running)
    pause_breath (self);
  else
    resume_breath (self);
}

static void
leave (FasciaBreathPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
on_leave_clicked (FasciaBreathPage *self)
{
  leave (self);
}

static void
on_go_clicked (FasciaBreathPage *self)
{
  self->is_rest |= self->is_held;
  self->is_held = FALSE;
  begin (self);
}

static void
on_minutes_chosen (FasciaBreathPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->minutes);

  if (self->is_updating || name == NULL || self->journal == NULL)
    return;
  const int minutes = (int) g_ascii_strtoll (name, NULL, 10);

  self->has_chosen = TRUE;
  fascia_breath_plan (&self->breath, minutes * MINUTE_MS);
  show_time (self);
  if (fascia_body_setup_is_loaded (self->setup))
    fascia_body_setup_set (self->setup, FASCIA_SETTING_BREATH_MINUTES,
                           g_variant_new_int64 (minutes));
}

static void
load_minutes (FasciaBreathPage *self)
{
  const gint64 kept = fascia_settings_get_int64 (fascia_body_setup_get_settings (self->setup),
                                                 FASCIA_SETTING_BREATH_MINUTES, DEFAULT_MINUTES);
  /* One that is not offered may have come from elsewhere. */
  const gint64 minutes = kept == 0 || kept == 2 || kept == 10 ? kept : DEFAULT_MINUTES;
  g_autofree char *name = g_strdup_printf ("%d", (int) minutes);

  self->is_updating = TRUE;
  adw_toggle_group_set_active_name (self->minutes, name);
  self->is_updating = FALSE;
  fascia_breath_plan (&self->breath, minutes * MINUTE_MS);
}

/* Space pauses wherever the focus is, but where it chooses something. */
static gboolean
on_key_pressed (FasciaBreathPage *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "run") != 0)
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL
      && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->minutes))
          || focus == GTK_WIDGET (self->menu_button)
          || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->menu_button))))
    return GDK_EVENT_PROPAGATE;
  on_pause_clicked (self);
  return GDK_EVENT_STOP;
}

/* ---- the menu ---- */

static const struct
{
  const char *name;
  const char *key;
  gboolean fallback;
} switches[] = {
  { "chime", FASCIA_SETTING_BREATH_CHIME, FALSE },
  { "voice", FASCIA_SETTING_BREATH_VOICE, FALSE },
  { "say", FASCIA_SETTING_BREATH_SAY, TRUE },
};

static void
on_switch (GSimpleAction *action, GVariant *value, gpointer data)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (data);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].name, g_action_get_name (G_ACTION (action))))
      fascia_body_setup_set (self->setup, switches[i].key, value);
  g_simple_action_set_state (action, value);
  if (self->sink != NULL)
    fascia_cue_sink_hush (self->sink);
}

static void
add_actions (FasciaBreathPage *self)
{
  self->actions = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          switches[i].name, NULL,
          g_variant_new_boolean (get_preference (self, switches[i].key, switches[i].fallback)));

      g_signal_connect_object (action, "change-state", G_CALLBACK (on_switch), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "breath", G_ACTION_GROUP (self->actions));
}

/* Read when the program had only begun, they come while it runs. What the person chose before stays. */
static void
on_settings_changed (FasciaBreathPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_simple_action_set_state (
        G_SIMPLE_ACTION (
            g_action_map_lookup_action (G_ACTION_MAP (self->actions), switches[i].name)),
        g_variant_new_boolean (get_preference (self, switches[i].key, switches[i].fallback)));
  if (self->has_chosen || self->breath.is_finished)
    return;
  load_minutes (self);
  show_time (self);
}

static void
on_menu_needed (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (menu, _ ("_Chime at Each Change"), "breath.chime");
  g_menu_append (menu, _ ("_Voice"), "breath.voice");
  g_menu_append (menu, _ ("_Tell the Screen Reader"), "breath.say");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* ---- the page ---- */

static void
fascia_breath_page_shown (AdwNavigationPage *page)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_breath_page_parent_class)->shown (page);
  if (self->has_begun || self->is_held)
    return;
  self->has_begun = TRUE;
  if (!update_held (self))
    begin (self);
}

/* Left in the middle it is what it was; left when it has no end it is done. */
static void
fascia_breath_page_hidden (AdwNavigationPage *page)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_breath_page_parent_class)->hidden (page);
  pause_breath (self);
  if (self->breath.planned_ms == 0)
    keep_end (self, TRUE);
}

static void
fascia_breath_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_breath_page_parent_class)->map (widget);

  follow_state (FASCIA_BREATH_PAGE (widget));
}

static void
fascia_breath_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_breath_page_parent_class)->unmap (widget);

  follow_state (FASCIA_BREATH_PAGE (widget));
}

static void
fascia_breath_page_dispose (GObject *object)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (object);

  if (self->breath.is_running && fascia_breath_pause (&self->breath, get_now (self)))
    keep_end (self, self->breath.planned_ms == 0);
  g_clear_handle_id (&self->source, g_source_remove);
  stay_awake (self, FALSE);
  if (self->sink != NULL)
    fascia_cue_sink_hush (self->sink);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BREATH_PAGE);
  g_clear_object (&self->sink);
  g_clear_object (&self->speaker);
  g_clear_object (&self->keeper);
  g_clear_object (&self->actions);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_breath_page_parent_class)->dispose (object);
}

static void
fascia_breath_page_class_init (FasciaBreathPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_breath_page_dispose;
  widget_class->map = fascia_breath_page_map;
  widget_class->unmap = fascia_breath_page_unmap;
  page_class->shown = fascia_breath_page_shown;
  page_class->hidden = fascia_breath_page_hidden;

  g_type_ensure (FASCIA_TYPE_BREATH_CIRCLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-breath-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, circle);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, count);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, phase);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, time);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, pause_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, words_title);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, go_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, go_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, leave_button);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_go_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
}

static void
fascia_breath_page_init (FasciaBreathPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->now = get_boot_ms;
  self->shown_count = -1;
  self->shown_seconds = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_needed, self, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
fascia_breath_page_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaBreathPage *self = g_object_new (FASCIA_TYPE_BREATH_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  self->setup = fascia_body_setup_get (journal, body);
  self->book = fascia_safety_book_get (journal, body);
  self->library = fascia_library_new (body, &error);
  if (error != NULL)
    g_critical ("The library in the program is broken: %s", error->message);
  load_minutes (self);
  add_actions (self);
  show (self);
  g_signal_connect_object (self->setup, "notify::settings", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-enable-animations",
                           G_CALLBACK (follow_state), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* ---- for tests ---- */

void
fascia_breath_page_set_now (FasciaBreathPage *self, FasciaBreathNow now, gpointer data)
{
  g_return_if_fail (FASCIA_IS_BREATH_PAGE (self));

  self->now = now;
  self->now_data = data;
}

void
fascia_breath_page_set_sink (FasciaBreathPage *self, FasciaCueSink *sink)
{
  g_return_if_fail (FASCIA_IS_BREATH_PAGE (self));

  g_set_object (&self->sink, sink);
}

const FasciaBreath *
fascia_breath_page_get_breath (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return &self->breath;
}

GActionMap *
fascia_breath_page_get_actions (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return G_ACTION_MAP (self->actions);
}

FasciaBreathKeeper *
fascia_breath_page_get_keeper (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return self->keeper;
}

gboolean
fascia_breath_page_is_awake (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), FALSE);

  return self->is_awake;
}

gboolean
fascia_breath_page_has_source (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), FALSE);

  return self->source != 0 || self->frames != 0;
}
