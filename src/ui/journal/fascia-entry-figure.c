/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body, front and back, with the marks of one check-in: a large picture to read.
 */

#include "config.h"

#include "fascia-entry-figure.h"

#include <glib/gi18n.h>

#include "widgets/fascia-body-thumbnail.h"
#include "widgets/fascia-text.h"
#include "widgets/fascia-figure-pair.h"

#define MINIMUM_HEIGHT 220
#define NATURAL_HEIGHT 300

struct _FasciaEntryFigure
{
  GtkWidget parent_instance;

  FasciaBody *body;
  FasciaEntry *entry;
  GArray *marks;   /* FasciaFigureMark */
  GArray *spreads; /* FasciaFigureSpread */
};

G_DEFINE_FINAL_TYPE (FasciaEntryFigure, fascia_entry_figure, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
fascia_entry_figure_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
fascia_entry_figure_measure (GtkWidget *widget,
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
fascia_entry_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaEntryFigure *self = FASCIA_ENTRY_FIGURE (widget);

  if (self->body == NULL || self->marks == NULL)
    return;

  FasciaFigureMarks marks = {
    .marks = (const FasciaFigureMark *) (const void *) self->marks->data,
    .n_marks = self->marks->len,
    .spreads = (const FasciaFigureSpread *) (const void *) self->spreads->data,
    .n_spreads = self->spreads->len,
  };
  marks.drawings = fascia_entry_get_drawings (self->entry, &marks.n_drawings);
  fascia_figure_pair_snapshot (widget, snapshot, self->body, &marks, TRUE);
}

static void
fascia_entry_figure_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_entry_figure_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
fascia_entry_figure_finalize (GObject *object)
{
  FasciaEntryFigure *self = FASCIA_ENTRY_FIGURE (object);

  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->spreads, g_array_unref);

  G_OBJECT_CLASS (fascia_entry_figure_parent_class)->finalize (object);
}

static void
fascia_entry_figure_class_init (FasciaEntryFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = fascia_entry_figure_finalize;
  widget_class->get_request_mode = fascia_entry_figure_get_request_mode;
  widget_class->measure = fascia_entry_figure_measure;
  widget_class->snapshot = fascia_entry_figure_snapshot;
  widget_class->css_changed = fascia_entry_figure_css_changed;

  gtk_widget_class_set_css_name (widget_class, "entryfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fascia_entry_figure_init (FasciaEntryFigure *self)
{
  /* It stands first in its dialog, and whoever does not see it is told what it shows. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* Arrows between places that this version knows; lists name the others. */
static GArray *
list_spreads (const FasciaBody *body, const FasciaEntry *entry)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FasciaFigureSpread));
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = 0; i < n_spreads; i++)
    {
      const FasciaFigureSpread spread = {
        .from = fascia_body_lookup (body, spreads[i].from),
        .to = fascia_body_lookup (body, spreads[i].to),
      };

      if (spread.from != NULL && spread.to != NULL)
        g_array_append_val (list, spread);
    }
  return list;
}

void
fascia_entry_figure_set_entry (FasciaEntryFigure *self,
                               const FasciaBody *body,
                               const FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_ENTRY_FIGURE (self));

  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->spreads, g_array_unref);

  if (body != NULL && entry != NULL)
    {
      g_autofree char *title = fascia_text_entry_title_spoken (entry);
      g_autofree char *label = NULL;

      self->body = fascia_body_ref ((FasciaBody *) body);
      self->entry = fascia_entry_ref ((FasciaEntry *) entry);
      self->marks = fascia_figure_marks_from_entry (body, entry);
      self->spreads = list_spreads (body, entry);

      /* Translators: Read aloud for a picture of the body. %s is “3 places, worst 6”. */
      label = g_strdup_printf (_ ("Picture of the body, front and back: %s"), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
