/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calm screen: note it, breathe, get help.
 */

#include "config.h"

#include "fascia-flare-page.h"

#include <glib/gi18n.h>

#include "body/fascia-help-page.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-breath-page.h"
#include "fascia-flare-note-page.h"
#include "fascia-flare.h"
#include "fascia-hold-page.h"

struct _FasciaFlarePage
{
  AdwNavigationPage parent_instance;

  GtkWidget *targets;
  GtkWidget *note_button;
  GtkLabel *note_words;
  GtkWidget *breathe_button;
  GtkLabel *breathe_words;
  GtkWidget *help_button;
  GtkLabel *help_words;
  GtkWidget *hold_button;

  FasciaJournal *journal;
  FasciaBody *body;
  gboolean has_session;
};

G_DEFINE_FINAL_TYPE (FasciaFlarePage, fascia_flare_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what is possible ---- */

static void
describe (GtkWidget *button, GtkLabel *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (words), -1);
}

static void
update (FasciaFlarePage *self)
{
  const gboolean has_failed = fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED;
  const gboolean can_write = !has_failed && !fascia_journal_is_read_only (self->journal);

  gtk_label_set_label (self->note_words,
                       can_write    ? _ ("Kept at once. Words can follow.")
                       : has_failed ? _ ("The journal cannot be opened, so nothing can be kept.")
                                    : _ ("The journal can only be read, so nothing can be kept."));
  gtk_widget_set_sensitive (self->note_button, can_write);
  gtk_widget_set_visible (self->hold_button, can_write && !self->has_session);
  describe (self->note_button, self->note_words);
}

/* ---- where they lead ---- */

static void
push (FasciaFlarePage *self, GtkWidget *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  fascia_flare_dress (page, self->journal);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

static void
on_note_clicked (FasciaFlarePage *self)
{
  push (self, fascia_flare_note_page_new (self->journal));
}

static void
on_breathe_clicked (FasciaFlarePage *self)
{
  push (self, fascia_breath_page_new (self->journal, self->body));
}

static void
on_help_clicked (FasciaFlarePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSigns) signs = fascia_signs_new (self->body, &error);

  if (signs == NULL)
    {
      g_critical ("The table of signs in the program is broken: %s", error->message);
      return;
    }
  /* The number to call is one of its settings. */
  fascia_body_setup_get (self->journal, self->body);
  push (self, GTK_WIDGET (fascia_help_page_new_all (signs, self->journal)));
}

static void
on_hold_clicked (FasciaFlarePage *self)
{
  push (self, fascia_hold_page_new (self->journal, self->body));
}

/* ---- the page ---- */

static void
fascia_flare_page_shown (AdwNavigationPage *page)
{
  FasciaFlarePage *self = FASCIA_FLARE_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  ADW_NAVIGATION_PAGE_CLASS (fascia_flare_page_parent_class)->shown (page);
  /* Where it was when something that was opened from here is closed again. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->targets))
    gtk_widget_child_focus (self->targets, GTK_DIR_TAB_FORWARD);
  /* Nobody who walks by keys comes past what cannot be pressed. */
  if (!gtk_widget_is_sensitive (self->note_button))
    fascia_announce (GTK_WIDGET (self), gtk_label_get_label (self->note_words));
}

static void
fascia_flare_page_dispose (GObject *object)
{
  FasciaFlarePage *self = FASCIA_FLARE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_FLARE_PAGE);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_flare_page_parent_class)->dispose (object);
}

static void
fascia_flare_page_class_init (FasciaFlarePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_flare_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = fascia_flare_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-flare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, targets);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, note_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, note_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, breathe_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, breathe_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, help_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, help_words);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlarePage, hold_button);
  gtk_widget_class_bind_template_callback (widget_class, on_note_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_breathe_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_help_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_hold_clicked);
}

static void
fascia_flare_page_init (FasciaFlarePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  describe (self->breathe_button, self->breathe_words);
  describe (self->help_button, self->help_words);
}

GtkWidget *
fascia_flare_page_new (FasciaJournal *journal, FasciaBody *body, gboolean has_session)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaFlarePage *self = g_object_new (FASCIA_TYPE_FLARE_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  self->has_session = has_session;
  fascia_flare_dress (GTK_WIDGET (self), journal);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::read-only", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
