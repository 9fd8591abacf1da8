/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal in a dialog, which does not go while there are words to be lost.
 */

#include "config.h"

#include "fascia-entry-dialog.h"
#include "widgets/fascia-fit.h"

#include <glib/gi18n.h>

struct _FasciaEntryDialog
{
  AdwDialog parent_instance;

  FasciaEntryView *view;
};

G_DEFINE_FINAL_TYPE (FasciaEntryDialog, fascia_entry_dialog, ADW_TYPE_DIALOG)

static void
on_finished (FasciaEntryDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_leave_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryDialog) self = FASCIA_ENTRY_DIALOG (data);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (g_str_equal (answer, "keep"))
    fascia_entry_view_keep (self->view);
}

static void
on_close_attempted (FasciaEntryDialog *self)
{
  AdwDialog *question = adw_alert_dialog_new (
      _ ("Keep It?"), _ ("This entry was deleted. What you wrote is nowhere else."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Cancel"), "discard",
                                  _ ("_Discard"), "keep", _ ("_Keep It"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL, on_leave_answered,
                           g_object_ref (self));
}

gboolean
fascia_entry_dialog_keep_words (FasciaEntryDialog *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_DIALOG (self), FALSE);

  if (!fascia_entry_view_keep_words (self->view))
    return FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  return TRUE;
}

static void
fascia_entry_dialog_dispose (GObject *object)
{
  /* The sheet that it lies on may outlive the window while it is being folded away. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);

  G_OBJECT_CLASS (fascia_entry_dialog_parent_class)->dispose (object);
}

static void
fascia_entry_dialog_class_init (FasciaEntryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_entry_dialog_dispose;
}

static void
fascia_entry_dialog_init (FasciaEntryDialog *self)
{
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempted), NULL);
}

FasciaEntryDialog *
fascia_entry_dialog_new (FasciaEntryView *view)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_VIEW (view), NULL);

  FasciaEntryDialog *self
      = g_object_new (FASCIA_TYPE_ENTRY_DIALOG, "content-width", 520, "content-height", 760,
                      "width-request", 300, "height-request", 240, NULL);
  GtkWidget *toolbar = adw_toolbar_view_new ();

  self->view = view;
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (view));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  g_object_bind_property (view, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  return self;
}

FasciaEntryView *
fascia_entry_dialog_get_view (FasciaEntryDialog *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_DIALOG (self), NULL);

  return self->view;
}
