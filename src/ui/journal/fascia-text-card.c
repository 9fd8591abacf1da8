/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some lines of text to write, on a card.
 */

#include "config.h"

#include "fascia-text-card.h"

#define MIN_HEIGHT_PX 72
#define MAX_HEIGHT_PX 240
#define MARGIN_PX 12

struct _FasciaTextCard
{
  AdwBin parent_instance;

  GtkTextView *view;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaTextCard, fascia_text_card, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_EDITED = 1,
} FasciaTextCardSignal;

static guint signals[SIGNAL_EDITED + 1];

static void
on_changed (FasciaTextCard *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

char *
fascia_text_card_dup_text (FasciaTextCard *self)
{
  char *text = NULL;

  g_return_val_if_fail (FASCIA_IS_TEXT_CARD (self), NULL);

  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

void
fascia_text_card_set_text (FasciaTextCard *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_TEXT_CARD (self));

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *shown = fascia_text_card_dup_text (self);

  if (g_str_equal (shown, text != NULL ? text : ""))
    return;
  self->is_updating = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_updating = FALSE;
}

GtkTextView *
fascia_text_card_get_view (FasciaTextCard *self)
{
  g_return_val_if_fail (FASCIA_IS_TEXT_CARD (self), NULL);

  return self->view;
}

static gboolean
fascia_text_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FASCIA_TEXT_CARD (widget)->view));
}

static void
fascia_text_card_class_init (FasciaTextCardClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = fascia_text_card_grab_focus;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_text_card_init (FasciaTextCard *self)
{
  /* Of its own: a long text scrolls to what is being written. */
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_input_hints (self->view, GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_top_margin (self->view, MARGIN_PX);
  gtk_text_view_set_bottom_margin (self->view, MARGIN_PX);
  gtk_text_view_set_left_margin (self->view, MARGIN_PX);
  gtk_text_view_set_right_margin (self->view, MARGIN_PX);
  gtk_widget_add_css_class (view, "inline");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), MIN_HEIGHT_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_text_card_new (const char *label)
{
  FasciaTextCard *self = g_object_new (FASCIA_TYPE_TEXT_CARD, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}
