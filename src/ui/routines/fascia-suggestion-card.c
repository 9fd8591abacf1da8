/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One suggestion: its picture, its one reason, how long and with what, and Start.
 */

#include "config.h"

#include "fascia-suggestion-card.h"

struct _FasciaSuggestionCard
{
  GtkWidget parent_instance;

  FasciaRoutinesModel *model;
  FasciaSuggestionStyle style;
};

G_DEFINE_FINAL_TYPE (FasciaSuggestionCard, fascia_suggestion_card, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_OPENED = 1,
} FasciaSuggestionCardSignal;

static guint signals[SIGNAL_OPENED + 1];

static void
fascia_suggestion_card_dispose (GObject *object)
{
  FasciaSuggestionCard *self = FASCIA_SUGGESTION_CARD (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_suggestion_card_parent_class)->dispose (object);
}

static void
fascia_suggestion_card_class_init (FasciaSuggestionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_suggestion_card_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fascia_suggestion_card_init (FasciaSuggestionCard *self)
{
}

GtkWidget *
fascia_suggestion_card_new (FasciaRoutinesModel *model, FasciaSuggestionStyle style)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSuggestionCard *self = g_object_new (FASCIA_TYPE_SUGGESTION_CARD, NULL);
  self->model = g_object_ref (model);
  self->style = style;
  return GTK_WIDGET (self);
}
