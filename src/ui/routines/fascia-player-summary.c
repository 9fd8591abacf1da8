/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quiet summary at the end of a session: what was done, how it is now, a note, what to do next. */

#include "config.h"

#include "fascia-player-page-private.h"
#include "fascia-player-stop.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-emergency-row.h"
#include "fascia-fit.h"
#include "fascia-text-card.h"
#include "fascia-text.h"
#include "fascia-window.h"

/* What is written is kept a moment after the last letter. */
#define NOTE_MS 1000
/* In a window that is lower the summary scrolls. */
#define LOW_PX 560

/* ---- what comes after it ---- */

gboolean
fascia_player_page_keep_undo (AdwNavigationPage *page, const char *title, guint64 operation)
{
  g_return_val_if_fail (FASCIA_IS_PLAYER_PAGE (page), FALSE);

  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (page);
  const FasciaPlayerState state
      = fascia_player_get_state (fascia_player_runner_get_player (self->runner));

  if (state == FASCIA_PLAYER_FINISHED || state == FASCIA_PLAYER_STOPPED)
    return FALSE;
  g_set_str (&self->kept_title, title);
  self->kept = operation;
  return TRUE;
}

void
fascia_player_page_offer_kept (FasciaPlayerPage *self)
{
  g_autofree char *title = g_steal_pointer (&self->kept_title);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A session that was removed offers that, and one thing is offered at a time. */
  if (title != NULL && root != NULL && !self->is_removed)
    fascia_window_offer_undo (GTK_WIDGET (root), title, &self->kept, 1);
}

/* ---- its buttons ---- */

static void
on_done_clicked (FasciaPlayerPage *self)
{
  fascia_player_page_leave (self);
}

/* The page is gone by then; its window is not. */
static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL)
    {
      fascia_window_show_error (window, error);
      return;
    }
  const guint64 id = fascia_operation_get_id (operation);
  fascia_window_offer_undo (window, _ ("Session removed"), &id, 1);
}

static void
on_remove_clicked (FasciaPlayerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* The second click of a double one. */
  if (self->is_removed)
    return;
  self->is_removed = TRUE;
  if (root != NULL)
    fascia_journal_delete_entry_async (fascia_routines_model_get_journal (self->model),
                                       fascia_player_runner_get_uid (self->runner), NULL,
                                       on_removed, g_object_ref (root));
  fascia_player_page_leave (self);
}

gboolean
fascia_player_page_take_undo (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FasciaPlayerPage *self = FASCIA_PLAYER_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") != 0)
    return FALSE;
  /* Among the letters it is about letters, also when none is left to take back. */
  if (focus == NULL || !GTK_IS_TEXT_VIEW (focus))
    fascia_window_refuse_undo (widget,
                               _ ("To take the session back, choose “Remove This Session”."));
  return TRUE;
}

static gboolean
on_note_rests (gpointer data)
{
  FasciaTextCard *card = data;
  FasciaPlayerPage *self = g_object_get_data (G_OBJECT (card), "page");
  g_autofree char *text = fascia_text_card_dup_text (card);

  g_object_set_data (G_OBJECT (card), "timeout", NULL);
  fascia_player_runner_set_note (self->runner, text);
  return G_SOURCE_REMOVE;
}

static void
on_note_edited (FasciaTextCard *card)
{
  guint timeout = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "timeout"));

  g_clear_handle_id (&timeout, g_source_remove);
  timeout = g_timeout_add (NOTE_MS, on_note_rests, card);
  g_object_set_data (G_OBJECT (card), "timeout", GUINT_TO_POINTER (timeout));
}

/* The last letters are kept, too. */
static void
on_note_gone (FasciaTextCard *card)
{
  guint timeout = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "timeout"));

  if (timeout == 0)
    return;
  g_source_remove (timeout);
  on_note_rests (card);
}

static char *
dup_account (FasciaPlayerPage *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  g_autofree char *time = fascia_text_minutes_taken (fascia_player_get_elapsed_ms (player));
  guint n;

  fascia_practice_get_entries (fascia_player_get_practice (player), &n);
  g_autofree char *steps = g_strdup_printf (
      /* Translators: how many parts of a session were done. */
      ngettext ("%u of %u part", "%u of %u parts", n), fascia_player_count_held (player), n);
  /* Translators: how long a session took, and how much of it was done: “8 minutes · 6 of 6 parts”. */
  return g_strdup_printf (_ ("%s · %s"), time, steps);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What to do comes first: read, heard, and with a way to help beside it. */
void
fascia_player_page_show_advice (FasciaPlayerPage *self, const char *reason)
{
  g_autofree char *advice = fascia_player_stop_dup_advice (reason);
  GtkBox *box = self->advice_box;
  GtkWidget *child;

  gtk_widget_set_visible (GTK_WIDGET (box), advice != NULL);
  if (advice == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  FasciaJournal *journal = fascia_routines_model_get_journal (self->model);
  GtkWidget *text = make_label (advice, "title-4");
  GtkWidget *card = adw_bin_new ();

  gtk_widget_set_focusable (text, TRUE);
  adw_bin_set_child (ADW_BIN (card), text);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "session-advice");
  gtk_box_append (box, card);
  self->advice = text;
  if (fascia_player_stop_needs_help (reason))
    {
      GtkWidget *help = gtk_button_new_with_label (_ ("When to Get Help"));
      GtkWidget *list = gtk_list_box_new ();

      gtk_widget_add_css_class (help, "pill");
      gtk_button_set_can_shrink (GTK_BUTTON (help), TRUE);
      fascia_fit_button (help);
      gtk_widget_set_halign (help, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (help), "win.help");
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_list_box_append (GTK_LIST_BOX (list), fascia_emergency_line_new (journal));
      gtk_box_append (box, list);
      gtk_box_append (box, help);
    }
  fascia_announce (GTK_WIDGET (self), advice);
}

/* Nothing runs that could be stopped or made longer: of its menu the switches stay. */
static void
drop_session_menu (FasciaPlayerPage *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->menu_button);
  g_autoptr (GMenuModel) switches = g_menu_model_get_item_link (
      gtk_menu_button_get_menu_model (button), 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (switches == NULL)
    return;
  g_menu_append_section (menu, NULL, switches);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_note (FasciaPlayerPage *self, GtkBox *box)
{
  GtkWidget *card = fascia_text_card_new (_ ("Note"));

  gtk_widget_set_size_request (card, -1, 84);
  g_object_set_data (G_OBJECT (card), "page", self);
  g_signal_connect (card, "edited", G_CALLBACK (on_note_edited), NULL);
  g_signal_connect (card, "unmap", G_CALLBACK (on_note_gone), NULL);
  gtk_box_append (box, make_label (_ ("Anything to remember?"), "heading"));
  gtk_box_append (box, card);
}

static GtkWidget *
make_button (FasciaPlayerPage *self, const char *label, const char *css_class, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_buttons (FasciaPlayerPage *self, GtkBox *box)
{
  /* What is felt only when the last hold is over. */
  gtk_box_append (box, make_button (self, _ ("_Something Is Wrong…"), "flat",
                                    G_CALLBACK (fascia_player_page_ask_to_stop)));
  gtk_box_append (
      box, make_button (self, _ ("Remove This Session"), "flat", G_CALLBACK (on_remove_clicked)));
}

static GtkWidget *
make_done (FasciaPlayerPage *self)
{
  GtkWidget *done = make_button (self, _ ("Done"), "pill", G_CALLBACK (on_done_clicked));

  gtk_widget_add_css_class (done, "suggested-action");
  return done;
}

/* Whether it would be below the fold. */
static gboolean
is_low (FasciaPlayerPage *self)
{
  return fascia_is_text_large (GTK_WIDGET (self))
         || gtk_widget_get_height (GTK_WIDGET (self)) < LOW_PX;
}

/* Below what scrolls: from where one lies it is reached without. */
static void
add_done_below (FasciaPlayerPage *self, GtkBox *column)
{
  GtkWidget *done = make_done (self);

  gtk_widget_set_margin_top (done, 12);
  gtk_widget_set_margin_bottom (done, 24);
  gtk_box_append (column, done);
}

/* As the question of the day after sees it: something pressed, pulled or loaded was done. */
static gboolean
leaves_sore (FasciaPlayerPage *self)
{
  FasciaPlayer *player = fascia_player_runner_get_player (self->runner);
  guint n = 0;
  /* Of the player: another side may have been added to what it began with. */
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (player), &n);

  for (guint i = 0; i < n; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (fascia_player_get_done_ms (player, i) > 0
          && (kind == FASCIA_STEP_RELEASE || kind == FASCIA_STEP_STRETCH
              || kind == FASCIA_STEP_STRENGTHEN))
        return TRUE;
    }
  return FALSE;
}

/* What is not kept is not asked about either. */
static void
add_kept (FasciaPlayerPage *self, GtkBox *box)
{
  GtkWidget *unkept = make_label (_ ("This session could not be kept in your journal."), "heading");

  gtk_widget_set_visible (unkept, self->is_unkept);
  g_set_weak_pointer (&self->unkept, unkept);
  gtk_box_append (box, unkept);
  if (leaves_sore (self))
    {
      GtkWidget *tomorrow = make_label (_ ("Tomorrow Fascia asks once how it is then."), "dimmed");

      g_object_bind_property (unkept, "visible", tomorrow, "visible",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
      gtk_box_append (box, tomorrow);
    }
}

/* Read and hit from the floor: where there is room, all of it is larger. */
static void
add_large_size (AdwBreakpointBin *bin, GtkWidget *clamp, GtkWidget *column)
{
  AdwBreakpoint *large = adw_breakpoint_new (
      adw_breakpoint_condition_parse ("min-width: 1400px and min-height: 760px"));
  const char *const classes[] = { "vertical", "session-summary-large", NULL };
  g_auto (GValue) width = G_VALUE_INIT;
  g_auto (GValue) names = G_VALUE_INIT;

  g_value_init (&width, G_TYPE_INT);
  g_value_set_int (&width, 820);
  g_value_init (&names, G_TYPE_STRV);
  g_value_set_boxed (&names, classes);
  adw_breakpoint_add_setter (large, G_OBJECT (clamp), "maximum-size", &width);
  adw_breakpoint_add_setter (large, G_OBJECT (column), "css-classes", &names);
  adw_breakpoint_bin_add_breakpoint (bin, large);
}

GtkWidget *
fascia_player_page_make_summary (FasciaPlayerPage *self, const char *stop_reason)
{
  GtkWidget *sizes = adw_breakpoint_bin_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_autofree char *account = dup_account (self);
  g_autofree char *advice = fascia_player_stop_dup_advice (stop_reason);

  const gboolean is_done
      = stop_reason == NULL
        && fascia_player_count_held (fascia_player_runner_get_player (self->runner)) > 0;

  /* Advice has the room for itself, and is read to its end. */
  const gboolean is_tight = advice == NULL && is_low (self);

  gtk_box_append (box, make_label (is_done ? _ ("Done") : _ ("Stopped"), "title-1"));
  gtk_box_append (box, make_label (account, "dimmed"));
  self->advice_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (box, GTK_WIDGET (self->advice_box));
  fascia_player_page_show_advice (self, stop_reason);
  drop_session_menu (self);
  /* Nobody who is unwell is asked for a number. */
  if (g_strcmp0 (stop_reason, "unwell") != 0)
    fascia_player_page_add_rating (self, box);
  /* Advice is read first. */
  if (advice == NULL)
    fascia_player_page_say_rating (self);
  add_note (self, box);
  gtk_box_append (
      box, make_label (_ ("No heavy exercise right after it. Drink as you usually do."), "dimmed"));
  add_kept (self, box);
  if (!is_tight)
    gtk_box_append (box, make_done (self));
  add_buttons (self, box);

  gtk_widget_set_margin_start (GTK_WIDGET (box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (box), 24);
  gtk_widget_set_valign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (box));
  /* The largest text may be wider than the narrowest window. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_box_append (GTK_BOX (column), scroller);
  if (is_tight)
    add_done_below (self, GTK_BOX (column));
  gtk_widget_set_size_request (sizes, 200, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (sizes), column);
  add_large_size (ADW_BREAKPOINT_BIN (sizes), clamp, column);
  return sizes;
}
