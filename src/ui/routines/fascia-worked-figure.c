/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body, front and back, with the places a routine works on.
 */

#include "config.h"

#include "fascia-worked-figure.h"

#include <glib/gi18n.h>

#include "draw/fascia-body-figure.h"
#include "widgets/fascia-figure-pair.h"

#define MINIMUM_HEIGHT 200
#define NATURAL_HEIGHT 280

/* Of the ramp: neither the lightest nor the strongest, as nothing is measured here. */
#define STEP 2

/* More names than these are nothing to listen to. */
#define MAX_SPOKEN 8

struct _FasciaWorkedFigure
{
  GtkWidget parent_instance;

  FasciaBody *body;
  GArray *places; /* FasciaFigureHeat */
};

G_DEFINE_FINAL_TYPE (FasciaWorkedFigure, fascia_worked_figure, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
fascia_worked_figure_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
fascia_worked_figure_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  fascia_figure_pair_measure (orientation, MINIMUM_HEIGHT, NATURAL_HEIGHT, minimum, natural);
}

static void
fascia_worked_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaWorkedFigure *self = FASCIA_WORKED_FIGURE (widget);
  const FasciaFigureMarks marks = {
    .heat = (const FasciaFigureHeat *) (const void *) self->places->data,
    .n_heat = self->places->len,
  };

  if (self->body != NULL)
    fascia_figure_pair_snapshot (widget, snapshot, self->body, &marks, FALSE);
}

static void
fascia_worked_figure_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_worked_figure_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
fascia_worked_figure_finalize (GObject *object)
{
  FasciaWorkedFigure *self = FASCIA_WORKED_FIGURE (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_worked_figure_parent_class)->finalize (object);
}

static void
fascia_worked_figure_class_init (FasciaWorkedFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = fascia_worked_figure_finalize;
  widget_class->get_request_mode = fascia_worked_figure_get_request_mode;
  widget_class->measure = fascia_worked_figure_measure;
  widget_class->snapshot = fascia_worked_figure_snapshot;
  widget_class->css_changed = fascia_worked_figure_css_changed;

  gtk_widget_class_set_css_name (widget_class, "workedfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fascia_worked_figure_init (FasciaWorkedFigure *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (FasciaFigureHeat));
}

GtkWidget *
fascia_worked_figure_new (void)
{
  return g_object_new (FASCIA_TYPE_WORKED_FIGURE, NULL);
}

void
fascia_worked_figure_set_places (FasciaWorkedFigure *self,
                                 FasciaBody *body,
                                 const FasciaRegion *const *places)
{
  g_return_if_fail (FASCIA_IS_WORKED_FIGURE (self));
  g_return_if_fail (body != NULL);
  g_return_if_fail (places != NULL);

  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  FasciaBody *old = self->body;

  self->body = fascia_body_ref (body);
  g_clear_pointer (&old, fascia_body_unref);
  g_array_set_size (self->places, 0);
  for (guint i = 0; places[i] != NULL; i++)
    {
      const FasciaFigureHeat place = { places[i], STEP };

      g_array_append_val (self->places, place);
      if (i < MAX_SPOKEN)
        g_strv_builder_add (names, fascia_region_get_name (places[i]));
    }
  g_auto (GStrv) list = g_strv_builder_end (names);
  g_autofree char *joined = g_strjoinv (_ (", "), list);
  guint n_more = self->places->len > MAX_SPOKEN ? self->places->len - MAX_SPOKEN : 0;
  /* Translators: Read aloud for a picture of the body: the places a routine works on. */
  g_autofree char *label = g_strdup_printf (_ ("Where it works: %s"), joined);

  if (n_more > 0)
    {
      /* Translators: names of places, and how many are not named: “Left calf, Right calf and 4 more” */
      g_autofree char *more = g_strdup_printf (
          ngettext ("%1$s and %2$u more", "%1$s and %2$u more", (gulong) n_more), label, n_more);

      g_set_str (&label, more);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
