/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A build of the figure to choose, with a small picture of it.
 */

#include "config.h"

#include "fascia-build-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "draw/fascia-body-figure.h"
#include "fascia-ui-palette.h"

#define PICTURE_WIDTH 84
#define PICTURE_HEIGHT 150

struct _FasciaBuildCard
{
  GtkToggleButton parent_instance;

  FasciaBuild build;
  FasciaBody *body;
  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (FasciaBuildCard, fascia_build_card, GTK_TYPE_TOGGLE_BUTTON)

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  FasciaBuildCard *self = data;

  if (self->body != NULL)
    fascia_body_figure_render (cr, self->body, FASCIA_VIEW_FRONT, 0, 0, width, height, NULL,
                               fascia_ui_palette_get (), NULL);
}

FasciaBuild
fascia_build_card_get_build (FasciaBuildCard *self)
{
  g_return_val_if_fail (FASCIA_IS_BUILD_CARD (self), FASCIA_BUILD_LIGHT);

  return self->build;
}

void
fascia_build_card_set_body (FasciaBuildCard *self, FasciaBody *body)
{
  g_return_if_fail (FASCIA_IS_BUILD_CARD (self));
  g_return_if_fail (body != NULL);

  FasciaBodyForm form = *fascia_body_get_form (body);
  form.build = self->build;
  if (self->body != NULL && fascia_body_form_equal (&form, fascia_body_get_form (self->body)))
    return;
  g_clear_pointer (&self->body, fascia_body_unref);
  self->body = fascia_body_new_with_form (body, &form);
  gtk_widget_queue_draw (self->picture);
}

static void
fascia_build_card_dispose (GObject *object)
{
  FasciaBuildCard *self = FASCIA_BUILD_CARD (object);

  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_build_card_parent_class)->dispose (object);
}

static void
fascia_build_card_class_init (FasciaBuildCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_build_card_dispose;
}

static void
fascia_build_card_init (FasciaBuildCard *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->picture), PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw, self, NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self->picture, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self->picture, G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_build_card_new (FasciaBuild build)
{
  FasciaBuildCard *self = g_object_new (FASCIA_TYPE_BUILD_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (build == FASCIA_BUILD_FULL
                                        /* Translators: of a body */
                                        ? C_ ("build", "Fuller Build")
                                        : C_ ("build", "Lighter Build"));

  self->build = build;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "buildcard");
  return GTK_WIDGET (self);
}
