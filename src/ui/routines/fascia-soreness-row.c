/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of the day after beside the figure: one line, and an answer when it is asked for.
 */

#include "config.h"

#include "fascia-soreness-row.h"

#include <glib/gi18n.h>

#include "fascia-soreness-card.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-notice.h"

#define NOTICE_ID "day-after"
#define FIRST_HOUR 9
#define LAST_HOUR 20
/* How often it is looked whether the night is over, while there is something to be asked. */
#define LOOK_S (15 * 60)
#define DIALOG_PX 440

struct _FasciaSorenessRow
{
  AdwBin parent_instance;

  FasciaRoutinesModel *model;
  GtkLabel *label;
  GtkWidget *button;
  GtkWindow *window;  /* (nullable) the one that is listened to, not held */
  guint look;         /* while the desktop is to ask later */
  gint32 noticed_day; /* the day on which the desktop has asked */
};

G_DEFINE_FINAL_TYPE (FasciaSorenessRow, fascia_soreness_row, ADW_TYPE_BIN)

/* ---- the desktop ---- */

gboolean
fascia_soreness_row_is_hour (int hour)
{
  return hour >= FIRST_HOUR && hour <= LAST_HOUR;
}

static GApplication *
get_application (FasciaSorenessRow *self)
{
  GtkApplication *application
      = self->window != NULL ? gtk_window_get_application (self->window) : NULL;

  return application != NULL ? G_APPLICATION (application) : NULL;
}

static void
withdraw (FasciaSorenessRow *self)
{
  GApplication *application = get_application (self);

  g_clear_handle_id (&self->look, g_source_remove);
  fascia_notice_withdraw (application, NOTICE_ID);
}

static int
get_hour (FasciaSorenessRow *self)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (fascia_routines_model_get_journal (self->model)),
                    &now);
  gint64 minutes = now.utc_ms / 60000 + now.offset_min;
  return (int) (((minutes / 60) % 24 + 24) % 24);
}

static void notice (FasciaSorenessRow *self);

static gboolean
on_look (gpointer data)
{
  FasciaSorenessRow *self = data;

  self->look = 0;
  notice (self);
  return G_SOURCE_REMOVE;
}

/* It brings back the window, and the row is in it. */
static void
notice (FasciaSorenessRow *self)
{
  GApplication *application = get_application (self);
  gint32 today = fascia_routines_model_get_day (self->model);

  if (application == NULL || !gtk_widget_get_visible (GTK_WIDGET (self))
      || gtk_window_is_active (self->window) || self->noticed_day == today)
    return;
  if (!fascia_soreness_row_is_hour (get_hour (self)))
    {
      if (self->look == 0)
        self->look = g_timeout_add_seconds (LOOK_S, on_look, self);
      return;
    }
  self->noticed_day = today;
  fascia_notice_send (application, NOTICE_ID, gtk_label_get_label (self->label));
}

static void
on_active_changed (FasciaSorenessRow *self)
{
  if (gtk_window_is_active (self->window))
    withdraw (self);
  else
    notice (self);
}

/* ---- the question ---- */

static void
update (FasciaSorenessRow *self)
{
  g_autofree char *question = fascia_soreness_dup_question (self->model);

  if (question != NULL)
    {
      gtk_label_set_label (self->label, question);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      question, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL);
  if (question == NULL)
    withdraw (self);
  else
    notice (self);
}

/* Said "not now" in the dialog, or undone: there is nothing to be seen any more. */
static void
on_card_visible (GtkWidget *card, GParamSpec *pspec, AdwDialog *dialog)
{
  if (!gtk_widget_get_visible (card))
    adw_dialog_close (dialog);
}

static void
on_model_changed (FasciaSorenessCard *card)
{
  fascia_soreness_card_update (card);
}

void
fascia_soreness_row_ask (FasciaSorenessRow *self)
{
  g_return_if_fail (FASCIA_IS_SORENESS_ROW (self));

  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *card = fascia_soreness_card_new (self->model);
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                      "propagate-natural-height", TRUE, "child", card, NULL);

  gtk_widget_set_margin_start (card, 18);
  gtk_widget_set_margin_end (card, 18);
  gtk_widget_set_margin_top (card, 6);
  gtk_widget_set_margin_bottom (card, 24);
  fascia_soreness_card_update (FASCIA_SORENESS_CARD (card));
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_model_changed), card,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "notify::visible", G_CALLBACK (on_card_visible), dialog, 0);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("The Day After"));
  adw_dialog_set_content_width (dialog, DIALOG_PX);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_later_clicked (FasciaSorenessRow *self)
{
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  fascia_soreness_put_off (self->model);
  update (self);
}

/* ---- the widget ---- */

static void
fascia_soreness_row_root (GtkWidget *widget)
{
  FasciaSorenessRow *self = FASCIA_SORENESS_ROW (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (fascia_soreness_row_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  self->window = GTK_WINDOW (root);
  g_signal_connect_object (root, "notify::is-active", G_CALLBACK (on_active_changed), self,
                           G_CONNECT_SWAPPED);
  notice (self);
}

static void
fascia_soreness_row_unroot (GtkWidget *widget)
{
  FasciaSorenessRow *self = FASCIA_SORENESS_ROW (widget);

  withdraw (self);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, on_active_changed, self);
  self->window = NULL;

  GTK_WIDGET_CLASS (fascia_soreness_row_parent_class)->unroot (widget);
}

static void
fascia_soreness_row_dispose (GObject *object)
{
  FasciaSorenessRow *self = FASCIA_SORENESS_ROW (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_soreness_row_parent_class)->dispose (object);
}

static void
fascia_soreness_row_class_init (FasciaSorenessRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_soreness_row_dispose;
  GTK_WIDGET_CLASS (klass)->root = fascia_soreness_row_root;
  GTK_WIDGET_CLASS (klass)->unroot = fascia_soreness_row_unroot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The button is below the words where both have no room beside each other. */
static void
fascia_soreness_row_init (FasciaSorenessRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *wrap = adw_wrap_box_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->noticed_day = FASCIA_DAY_UNKNOWN;
  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                         PANGO_WRAP_WORD_CHAR, NULL));
  self->button = gtk_button_new_with_mnemonic (_ ("_Answer"));
  gtk_button_set_can_shrink (GTK_BUTTON (self->button), TRUE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (fascia_soreness_row_ask), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (close, _ ("Not Now"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not Now"), -1);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_later_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  gtk_widget_set_hexpand (wrap, TRUE);
  gtk_widget_set_valign (wrap, GTK_ALIGN_CENTER);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), GTK_WIDGET (self->label));
  adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->button);
  gtk_box_append (GTK_BOX (row), wrap);
  gtk_box_append (GTK_BOX (row), close);
  gtk_widget_add_css_class (row, "welcome");
  adw_bin_set_child (ADW_BIN (self), row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_soreness_row_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSorenessRow *self = g_object_new (FASCIA_TYPE_SORENESS_ROW, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
