/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet line over the figure: what is going on, and one or two ways to answer.
 */

#include "config.h"

#include "fascia-body-notice.h"

struct _FasciaBodyNotice
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (FasciaBodyNotice, fascia_body_notice, ADW_TYPE_BIN)

static void
fascia_body_notice_class_init (FasciaBodyNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "bodynotice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_body_notice_init (FasciaBodyNotice *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 12);
  adw_wrap_box_set_line_spacing (box, 6);
  adw_wrap_box_set_justify (box, ADW_JUSTIFY_SPREAD);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->answers, GTK_ALIGN_CENTER);
  adw_wrap_box_append (box, GTK_WIDGET (self->label));
  adw_wrap_box_append (box, self->answers);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
fascia_body_notice_new (void)
{
  return g_object_new (FASCIA_TYPE_BODY_NOTICE, NULL);
}

void
fascia_body_notice_set_text (FasciaBodyNotice *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_BODY_NOTICE (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const char *
fascia_body_notice_get_text (FasciaBodyNotice *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_NOTICE (self), NULL);

  return gtk_label_get_label (self->label);
}

void
fascia_body_notice_add_answer (FasciaBodyNotice *self, const char *label, const char *action)
{
  g_return_if_fail (FASCIA_IS_BODY_NOTICE (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (action != NULL);

  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->answers), button);
}
