/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow, with nothing else on the screen.
 */

#include "config.h"

#include "fascia-breath-page.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-awake.h"
#include "fascia-body-setup.h"
#include "fascia-breath-face.h"
#include "fascia-breath-minutes.h"
#include "fascia-flare.h"
#include "fascia-text.h"

struct _FasciaBreathPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  FasciaBreathFace *face;
  FasciaBreathMinutes *length;
  GtkWidget *pause_button;
  GtkLabel *pause_words;
  GtkMenuButton *menu_button;
  GtkLabel *words_title;
  GtkLabel *words;
  GtkWidget *go_button;
  GtkLabel *go_words;
  GtkWidget *leave_button;

  FasciaBreathGate *gate;
  FasciaBreathRunner *runner;
  FasciaBreathSounds *sounds;
  guint awake;
  gboolean is_rest;   /* in place of breathing */
  gboolean is_held;   /* held back */
  gboolean is_shown;  /* has been, and may begin */
  gboolean has_begun; /* at least once */
};

G_DEFINE_FINAL_TYPE (FasciaBreathPage, fascia_breath_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what is shown ---- */

static gboolean
is_running (FasciaBreathPage *self)
{
  return fascia_breath_runner_get_breath (self->runner)->is_running;
}

static void
show (FasciaBreathPage *self)
{
  fascia_breath_face_show (self->face, fascia_breath_runner_get_breath (self->runner),
                           fascia_breath_runner_is_rest (self->runner));
  gtk_label_set_label (self->pause_words,
                       is_running (self) || !self->has_begun ? _ ("Pause") : _ ("Continue"));
}

static void
on_changed (FasciaBreathPage *self)
{
  show (self);
  fascia_awake_set (&self->awake, GTK_WIDGET (self), is_running (self),
                    _ ("A breath to follow is on the screen"));
}

static void
show_done (FasciaBreathPage *self)
{
  g_autofree char *minutes
      = fascia_text_minutes_taken (fascia_breath_runner_get_breath (self->runner)->elapsed_ms);

  gtk_label_set_label (self->words_title, minutes);
  gtk_label_set_label (self->words, self->is_rest
                                        ? _ ("Get up slowly. Stay as long as you like.")
                                        : _ ("Let your breath be as it likes to be now."));
  gtk_label_set_label (self->go_words, _ ("Once More"));
  gtk_widget_set_visible (self->leave_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "words");
  gtk_widget_grab_focus (self->leave_button);
}

/* ---- as it goes on ---- */

static void
on_turned (FasciaBreathPage *self, guint phase)
{
  if (!self->is_rest)
    fascia_breath_sounds_hear (self->sounds,
                               phase == FASCIA_BREATH_IN ? FASCIA_CHIME_START : FASCIA_CHIME_SWITCH,
                               fascia_breath_face_get_words ((FasciaBreathPhase) phase));
}

static void
on_paused (FasciaBreathPage *self)
{
  if (!self->is_held)
    fascia_breath_sounds_say (self->sounds, _ ("Paused"));
}

static void
on_finished (FasciaBreathPage *self)
{
  fascia_breath_sounds_hear (self->sounds, FASCIA_CHIME_END, _ ("That was it"));
  show_done (self);
}

/* It may fail to be kept when the page is long left. */
static void
on_begun (FasciaBreathPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  FasciaBreathKeeper *keeper = fascia_breath_runner_get_keeper (self->runner);

  if (root != NULL)
    fascia_flare_tell_failures (
        GTK_WIDGET (root), fascia_flare_entry_get_writer (fascia_breath_keeper_get_entry (keeper)));
}

static void
pause_breath (FasciaBreathPage *self)
{
  if (!is_running (self))
    return;
  fascia_breath_sounds_hush (self->sounds);
  fascia_breath_runner_pause (self->runner);
}

static void
begin (FasciaBreathPage *self)
{
  self->has_begun = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "run");
  /* What is seen above is heard with the button. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fascia_breath_face_get_hint (self->is_rest), -1);
  gtk_widget_grab_focus (self->pause_button);
  fascia_breath_runner_plan (self->runner, fascia_breath_minutes_get_ms (self->length));
  if (self->is_rest)
    fascia_breath_sounds_say (self->sounds, _ ("Rest"));
  fascia_breath_runner_begin (self->runner, self->is_rest);
}

/* ---- what holds it back ---- */

/* TRUE: it is held back, and that is shown. */
static gboolean
update_held (FasciaBreathPage *self)
{
  g_autofree char *why = self->is_rest ? NULL : fascia_breath_gate_dup_reasons (self->gate);

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

/* It is ready; or the answers came, or were changed, while it was on the screen. */
static void
on_gate_changed (FasciaBreathPage *self)
{
  if (!self->is_shown || self->is_held || !fascia_breath_gate_is_ready (self->gate))
    return;
  if (!update_held (self) && !self->has_begun)
    begin (self);
}

/* ---- what is pressed ---- */

static void
on_pause_clicked (FasciaBreathPage *self)
{
  if (is_running (self))
    pause_breath (self);
  else if (self->has_begun)
    fascia_breath_runner_resume (self->runner);
}

static void
on_leave_clicked (FasciaBreathPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
on_go_clicked (FasciaBreathPage *self)
{
  self->is_rest |= self->is_held;
  self->is_held = FALSE;
  begin (self);
}

static void
on_length_chosen (FasciaBreathPage *self)
{
  if (fascia_breath_runner_get_breath (self->runner)->is_finished)
    return;
  fascia_breath_runner_plan (self->runner, fascia_breath_minutes_get_ms (self->length));
  show (self);
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
      && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->length))
          || focus == GTK_WIDGET (self->menu_button)
          || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->menu_button))))
    return GDK_EVENT_PROPAGATE;
  on_pause_clicked (self);
  return GDK_EVENT_STOP;
}

/* ---- the page ---- */

static void
fascia_breath_page_shown (AdwNavigationPage *page)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_breath_page_parent_class)->shown (page);
  if (self->is_shown)
    return;
  self->is_shown = TRUE;
  on_gate_changed (self);
}

static void
fascia_breath_page_hidden (AdwNavigationPage *page)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_breath_page_parent_class)->hidden (page);
  fascia_breath_sounds_hush (self->sounds);
  fascia_breath_runner_leave (self->runner);
}

static void
fascia_breath_page_dispose (GObject *object)
{
  FasciaBreathPage *self = FASCIA_BREATH_PAGE (object);

  if (self->runner != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->runner, self);
      fascia_breath_runner_leave (self->runner);
    }
  fascia_awake_set (&self->awake, GTK_WIDGET (self), FALSE, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BREATH_PAGE);
  g_clear_object (&self->sounds);
  g_clear_object (&self->runner);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (fascia_breath_page_parent_class)->dispose (object);
}

static void
fascia_breath_page_class_init (FasciaBreathPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_breath_page_dispose;
  page_class->shown = fascia_breath_page_shown;
  page_class->hidden = fascia_breath_page_hidden;

  g_type_ensure (FASCIA_TYPE_BREATH_FACE);
  g_type_ensure (FASCIA_TYPE_BREATH_MINUTES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-breath-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, face);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, length);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, pause_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, words_title);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, go_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, go_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathPage, leave_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_go_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
}

static void
fascia_breath_page_init (FasciaBreathPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_breath_sounds_add_menu (self->menu_button);
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
  FasciaBodySetup *setup = fascia_body_setup_get (journal, body);

  self->gate = fascia_breath_gate_new (journal, body);
  self->runner = fascia_breath_runner_new (journal);
  self->sounds = fascia_breath_sounds_new (GTK_WIDGET (self), setup);
  g_signal_connect_object (self->length, "chosen", G_CALLBACK (on_length_chosen), self,
                           G_CONNECT_SWAPPED);
  fascia_breath_minutes_follow (self->length, setup);
  g_signal_connect_object (self->gate, "changed", G_CALLBACK (on_gate_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "turned", G_CALLBACK (on_turned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "paused", G_CALLBACK (on_paused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "finished", G_CALLBACK (on_finished), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "frame", G_CALLBACK (fascia_breath_runner_tick),
                           self->runner, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* ---- for tests ---- */

FasciaBreathRunner *
fascia_breath_page_get_runner (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return self->runner;
}

FasciaBreathSounds *
fascia_breath_page_get_sounds (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return self->sounds;
}

FasciaBreathGate *
fascia_breath_page_get_gate (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), NULL);

  return self->gate;
}

gboolean
fascia_breath_page_is_awake (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), FALSE);

  return self->awake != 0;
}

gboolean
fascia_breath_page_has_source (FasciaBreathPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_PAGE (self), FALSE);

  return fascia_breath_runner_has_source (self->runner)
         || fascia_breath_face_is_moving (self->face);
}
