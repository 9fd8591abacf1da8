/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "You were in Neck in the evening, step 2 of 4": Go On, or Leave It.
 */

#include "config.h"

#include "fascia-session-resume-card.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"

struct _FasciaSessionResumeCard
{
  AdwBin parent_instance;

  FasciaSessionResume *resume; /* the model holds it */
  FasciaRoutinesModel *model;
  GtkLabel *label; /* (nullable) until there is something to say */
  gboolean is_line;
  guint to_say; /* source: until somebody hears it */
};

/* A window that has only just come is not known to a screen reader. */
#define SETTLE_MS 1000

/* On what is offered: that it was said. */
static const char said_key[] = "fascia-session-resume-said";

G_DEFINE_FINAL_TYPE (FasciaSessionResumeCard, fascia_session_resume_card, ADW_TYPE_BIN)

static void
on_go_on_clicked (FasciaSessionResumeCard *self)
{
  fascia_session_resume_go_on (self->resume, GTK_WIDGET (self));
}

static void
on_leave_clicked (FasciaSessionResumeCard *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The button that has the focus goes: to what comes after it. */
  if (parent != NULL)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (parent)), GTK_DIR_TAB_FORWARD);
  fascia_session_resume_leave (self->resume, GTK_WIDGET (self));
}

static GtkWidget *
create_button (FasciaSessionResumeCard *self,
               const char *label,
               const char *css_class,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_line (FasciaSessionResumeCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *leave = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* At which step stands at the end: where there is no room for all, that stays. */
  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap",
                                         TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2,
                                         "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL));
  gtk_widget_set_tooltip_text (leave, _ ("Leave It"));
  gtk_widget_set_valign (leave, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (leave, "flat");
  gtk_widget_add_css_class (leave, "circular");
  g_signal_connect_object (leave, "clicked", G_CALLBACK (on_leave_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), create_button (self, _ ("_Go On"), "suggested-action",
                                                G_CALLBACK (on_go_on_clicked)));
  gtk_box_append (GTK_BOX (box), leave);
  return box;
}

/* Words and buttons side by side where there is room, else one below the other. */
static GtkWidget *
create_card (FasciaSessionResumeCard *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());
  AdwWrapBox *buttons = ADW_WRAP_BOX (adw_wrap_box_new ());

  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                         PANGO_WRAP_WORD_CHAR, NULL));
  adw_wrap_box_set_child_spacing (buttons, 6);
  adw_wrap_box_set_line_spacing (buttons, 6);
  adw_wrap_box_append (buttons, create_button (self, _ ("_Go On"), "suggested-action",
                                               G_CALLBACK (on_go_on_clicked)));
  adw_wrap_box_append (
      buttons, create_button (self, _ ("_Leave It"), "flat", G_CALLBACK (on_leave_clicked)));
  adw_wrap_box_set_child_spacing (box, 18);
  adw_wrap_box_set_line_spacing (box, 9);
  adw_wrap_box_set_justify (box, ADW_JUSTIFY_SPREAD);
  adw_wrap_box_append (box, GTK_WIDGET (self->label));
  adw_wrap_box_append (box, GTK_WIDGET (buttons));
  return GTK_WIDGET (box);
}

static void
build (FasciaSessionResumeCard *self)
{
  adw_bin_set_child (ADW_BIN (self), self->is_line ? create_line (self) : create_card (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
}

/* Who does not see it come hears it: once, though it stands on two pages. */
static void
say (FasciaSessionResumeCard *self)
{
  g_autofree char *words = fascia_session_resume_dup_words (self->resume);

  if (words == NULL || g_object_get_data (G_OBJECT (self->resume), said_key) != NULL)
    return;
  g_object_set_data (G_OBJECT (self->resume), said_key, GINT_TO_POINTER (TRUE));
  fascia_announce (GTK_WIDGET (self), words);
}

static void
on_settled (gpointer data)
{
  FasciaSessionResumeCard *self = data;

  self->to_say = 0;
  say (self);
}

static void
wait_to_say (FasciaSessionResumeCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->to_say == 0 && root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    self->to_say = g_timeout_add_once (SETTLE_MS, on_settled, self);
}

static void
on_unmapped (FasciaSessionResumeCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_handle_id (&self->to_say, g_source_remove);
  if (root != NULL)
    g_signal_handlers_disconnect_by_func (root, wait_to_say, self);
}

static void
on_mapped (FasciaSessionResumeCard *self)
{
  on_unmapped (self);
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::is-active",
                           G_CALLBACK (wait_to_say), self, G_CONNECT_SWAPPED);
  wait_to_say (self);
}

static void
update (FasciaSessionResumeCard *self)
{
  g_autofree char *words = fascia_session_resume_dup_words (self->resume);

  if (words != NULL && self->label == NULL)
    build (self);
  if (words != NULL)
    {
      gtk_label_set_label (self->label, words);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), self->is_line ? words : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (fascia_session_resume_get_entry (self->resume) == NULL)
    g_object_set_data (G_OBJECT (self->resume), said_key, NULL);
  if (words != NULL)
    wait_to_say (self);
}

static void
fascia_session_resume_card_dispose (GObject *object)
{
  FasciaSessionResumeCard *self = FASCIA_SESSION_RESUME_CARD (object);

  g_clear_handle_id (&self->to_say, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_session_resume_card_parent_class)->dispose (object);
}

static void
fascia_session_resume_card_class_init (FasciaSessionResumeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_session_resume_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_session_resume_card_init (FasciaSessionResumeCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "welcome");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_after (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmapped), NULL);
}

GtkWidget *
fascia_session_resume_card_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSessionResumeCard *self = g_object_new (FASCIA_TYPE_SESSION_RESUME_CARD, NULL);

  self->model = g_object_ref (model);
  self->resume = fascia_session_resume_get (model);
  g_signal_connect_object (self->resume, "notify::entry", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  /* The routine is known by its name once the tables are read. */
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
fascia_session_resume_card_set_is_line (FasciaSessionResumeCard *self, gboolean is_line)
{
  g_return_if_fail (FASCIA_IS_SESSION_RESUME_CARD (self));

  if (self->is_line == is_line)
    return;
  self->is_line = is_line;
  if (self->label == NULL)
    return;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* What has the focus goes. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
  self->label = NULL;
  update (self);
}
