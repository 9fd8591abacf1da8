/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Head, hands and feet enlarged, in a column beside the figures.
 */

#include "config.h"

#include "fascia-body-insets.h"

#define SPACING 6
#define MARGIN 12
/* So much wider than high is wide. */
#define WIDE 1.4

struct _FasciaBodyInsets
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *grid;
  GPtrArray *maps; /* FasciaBodyMap, belonging to the grid */
};

G_DEFINE_FINAL_TYPE (FasciaBodyInsets, fascia_body_insets, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED = 1,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_map_picked (FasciaBodyMap *map,
               const FasciaRegion *region,
               gboolean is_mark,
               FasciaBodyInsets *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, map, region, is_mark);
}

/* The soles are drawn apart already, larger than they would be here. Front on the left, back on the
 * right. */
static void
build (FasciaBodyInsets *self)
{
  guint n_insets = 0;
  const FasciaInset *insets
      = fascia_body_get_insets (fascia_body_model_get_body (self->model), &n_insets);
  int rows[2] = { 0, 0 };

  for (guint i = 0; i < self->maps->len; i++)
    gtk_grid_remove (GTK_GRID (self->grid), self->maps->pdata[i]);
  g_ptr_array_set_size (self->maps, 0);
  for (guint i = 0; i < n_insets; i++)
    {
      if (g_str_has_prefix (insets[i].code, "sole-"))
        continue;
      GtkWidget *map = fascia_body_map_new_inset (self->model, &insets[i]);
      int column = insets[i].view == FASCIA_VIEW_FRONT ? 0 : 1;
      gboolean is_wide = insets[i].width > WIDE * insets[i].height;
      int row = rows[column];

      gtk_widget_set_hexpand (map, TRUE);
      gtk_widget_set_vexpand (map, TRUE);
      g_signal_connect_object (map, "picked", G_CALLBACK (on_map_picked), self, 0);
      /* Two feet side by side need the whole width to be larger than on the figure. */
      if (is_wide)
        {
          row = MAX (rows[0], rows[1]);
          column = 0;
          rows[0] = rows[1] = row;
          rows[1]++;
        }
      rows[column] = row + 1;
      gtk_grid_attach (GTK_GRID (self->grid), map, column, row, is_wide ? 2 : 1, 1);
      g_ptr_array_add (self->maps, map);
    }
}

/* Another form may have other parts: a hand that is not there has no inset. */
static void
on_body_changed (FasciaBodyInsets *self)
{
  build (self);
}

FasciaBodyMap *
fascia_body_insets_get_map (FasciaBodyInsets *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_BODY_INSETS (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->maps->len; i++)
    if (g_strcmp0 (fascia_body_map_get_code (self->maps->pdata[i]), code) == 0)
      return self->maps->pdata[i];
  return NULL;
}

gboolean
fascia_body_insets_draw_cancel (FasciaBodyInsets *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_INSETS (self), FALSE);

  gboolean has_cancelled = FALSE;
  for (guint i = 0; i < self->maps->len; i++)
    has_cancelled |= fascia_body_map_draw_cancel (self->maps->pdata[i]);
  return has_cancelled;
}

static void
fascia_body_insets_dispose (GObject *object)
{
  FasciaBodyInsets *self = FASCIA_BODY_INSETS (object);

  g_ptr_array_set_size (self->maps, 0);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_insets_parent_class)->dispose (object);
}

static void
fascia_body_insets_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_BODY_INSETS (object)->maps, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_body_insets_parent_class)->finalize (object);
}

static void
fascia_body_insets_class_init (FasciaBodyInsetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_body_insets_dispose;
  object_class->finalize = fascia_body_insets_finalize;

  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, FASCIA_TYPE_BODY_MAP, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "bodyinsets");
}

static void
fascia_body_insets_init (FasciaBodyInsets *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->maps = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), SPACING);
  gtk_widget_set_margin_top (self->grid, MARGIN);
  gtk_widget_set_margin_bottom (self->grid, MARGIN);
  gtk_widget_set_margin_end (self->grid, MARGIN);
  /* Sides never swap with the direction of text. */
  gtk_widget_set_direction (self->grid, GTK_TEXT_DIR_LTR);
  gtk_widget_set_parent (self->grid, widget);
  gtk_widget_set_can_focus (widget, FALSE);
  gtk_widget_set_hexpand (widget, FALSE);
  gtk_widget_set_hexpand_set (widget, TRUE);
}

GtkWidget *
fascia_body_insets_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyInsets *self = g_object_new (FASCIA_TYPE_BODY_INSETS, NULL);
  self->model = g_object_ref (model);
  build (self);
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_body_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
