/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stopping, and why: the reason decides what is said then, and what is done next time. */

#include "config.h"

#include "fascia-player-page-private.h"
#include "fascia-player-stop.h"

#include <glib/gi18n.h>

#include "../../core/body/fascia-signs.h"
#include "fascia-link-row.h"

/* Source of the reasons and of what follows from them: docs/routines.md, "When to stop". */
static const struct
{
  const char *code;
  const char *name;
  const char *advice;
} reasons[] = {
  { "enough", N_ ("Enough for today"), NULL },
  { "too-much", N_ ("Too strong, sharp, burning or spreading"),
    N_ ("Rest now. Next time this place gets half the dose.") },
  { "nerve", N_ ("Numb, tingling, weak, cold or changed in colour"),
    N_ ("Leave this place alone until somebody has looked at it. If it stays, or an arm or leg "
        "gets "
        "weaker, get help today.") },
  { "unwell", N_ ("Dizzy, sick, short of breath, heart racing, pressure in the chest"), NULL },
  { "headache", N_ ("A new headache"),
    N_ ("Rest, and leave head and neck alone today. If it came suddenly, is the worst you have "
        "had, or "
        "your sight or speech is changed, call your local emergency number.") },
  { "pulse", N_ ("A pulse where you press"),
    N_ ("Take the tool or your hand away from there. Do not press at this spot again.") },
  { "skin", N_ ("Skin broke, a bruise, or sudden swelling"),
    N_ ("Leave this place alone until it is well again. If it swells more, gets hot or red, let "
        "somebody look at it today.") },
  { "tense", N_ ("I cannot breathe calmly or let go"),
    N_ ("Rest and breathe. Next time this place gets half the dose.") },
};

char *
fascia_player_stop_dup_advice (const char *code)
{
  if (g_strcmp0 (code, "unwell") == 0)
    return g_strdup_printf (
        /* Translators: first comes a sentence such as “If yes, call your local emergency number now.” */
        _ ("Lie or sit down. Is it in the chest, are you short of breath, or is your sight, speech "
           "or "
           "face changed? %s Otherwise rest until it is over, and do no more today."),
        fascia_sign_level_get_advice (FASCIA_SIGN_EMERGENCY));
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (code, reasons[i].code) == 0)
      return g_strdup (reasons[i].advice != NULL ? _ (reasons[i].advice) : NULL);
  return NULL;
}

gboolean
fascia_player_stop_needs_help (const char *code)
{
  static const char *const codes[] = { "unwell", "nerve", "headache", "skin", NULL };

  return code != NULL && g_strv_contains (codes, code);
}

const char *
fascia_player_stop_get_pulse_name (const FasciaStep *step)
{
  const FasciaTraits *traits = fascia_step_get_traits (step);

  if (traits->grades[FASCIA_GRADE_PRESSURE] == 0 || g_str_equal (traits->tool_class, "none"))
    return NULL;
  return g_str_has_prefix (traits->tool_class, "hands") ? _ ("A pulse under your hand")
                                                        : _ ("A pulse under the tool");
}

/* After its end: what is to be done is said all the same, and the reason is kept. */
static void
tell_after (FasciaPlayerPage *self, const char *code)
{
  fascia_player_runner_tell_reason (self->runner, code);
  fascia_player_page_show_advice (self, code);
  if (self->advice != NULL)
    gtk_widget_grab_focus (self->advice);
}

static gboolean
is_over (FasciaPlayerPage *self)
{
  const FasciaPlayerState state
      = fascia_player_get_state (fascia_player_runner_get_player (self->runner));

  return state == FASCIA_PLAYER_FINISHED || state == FASCIA_PLAYER_STOPPED;
}

void
fascia_player_page_stop (FasciaPlayerPage *self, const char *code)
{
  if (is_over (self) && code != NULL)
    {
      tell_after (self, code);
      return;
    }
  if (!fascia_player_runner_stop (self->runner, code))
    return;
  adw_bin_set_child (self->done_bin, fascia_player_page_make_summary (self, code));
  gtk_stack_set_visible_child_name (self->stack, "done");
  if (self->advice != NULL)
    gtk_widget_grab_focus (self->advice);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
}

static void
on_row_activated (AdwDialog *dialog, AdwActionRow *row)
{
  FasciaPlayerPage *self = g_object_get_data (G_OBJECT (dialog), "page");
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  g_object_ref (self);
  self->is_asking = FALSE;
  adw_dialog_close (dialog);
  fascia_player_page_stop (self, code);
  g_object_unref (self);
}

static void
on_closed (FasciaPlayerPage *self)
{
  self->is_asking = FALSE;
}

/* (nullable) In the words for the step that is on; NULL: no reason in it. */
static const char *
get_reason_name (FasciaPlayerPage *self, guint i)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  guint n = 0;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (player), &n);
  const guint now = fascia_player_get_entry (player);

  if (!g_str_equal (reasons[i].code, "pulse"))
    return _ (reasons[i].name);
  return now < n ? fascia_player_stop_get_pulse_name (entries[now].step) : NULL;
}

static GtkWidget *
make_list (FasciaPlayerPage *self, AdwDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      const char *name = get_reason_name (self, i);
      GtkWidget *row;

      if (name == NULL || (is_over (self) && g_str_equal (reasons[i].code, "enough")))
        continue;
      row = fascia_link_row_new_bare (name);
      gtk_widget_set_size_request (row, -1, 60);
      g_object_set_data (G_OBJECT (row), "code", (gpointer) reasons[i].code);
      g_signal_connect_swapped (row, "activated", G_CALLBACK (on_row_activated), dialog);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

void
fascia_player_page_ask_to_stop (FasciaPlayerPage *self)
{
  AdwDialog *dialog;
  GtkWidget *view;
  GtkWidget *scroller;
  GtkWidget *clamp;

  fascia_player_runner_pause (self->runner);
  if (self->is_asking)
    return;
  self->is_asking = TRUE;
  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, is_over (self) ? _ ("What Is Wrong?") : _ ("Stop the Session?"));
  adw_dialog_set_content_width (dialog, 420);
  g_object_set_data (G_OBJECT (dialog), "page", self);
  clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (clamp), make_list (self, dialog));
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_margin_top (clamp, 6);
  gtk_widget_set_margin_bottom (clamp, 18);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
