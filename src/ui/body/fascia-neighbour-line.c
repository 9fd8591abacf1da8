/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Not here?": the places beside a fresh mark, for a finger that hit the wrong one.
 */

#include "config.h"

#include "fascia-neighbour-line.h"

#include <glib/gi18n.h>

struct _FasciaNeighbourLine
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  const FasciaRegion *fresh; /* marked by the last press and nothing said of it yet, or NULL */
  const FasciaRegion *shown;
  gboolean is_enabled;
  GHashTable *marked; /* places that were marked before the last change */

  GtkWidget *scrolled;
  GtkWidget *room; /* as high as the line is with something in it */
  GtkWidget *buttons[FASCIA_NEIGHBOUR_LINE_MAX];
  const FasciaRegion *regions[FASCIA_NEIGHBOUR_LINE_MAX];
};

G_DEFINE_FINAL_TYPE (FasciaNeighbourLine, fascia_neighbour_line, GTK_TYPE_WIDGET)

/* Marked on the active scale alone, without a level and without a word. */
static gboolean
is_bare (FasciaNeighbourLine *self, const FasciaRegion *region)
{
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, region);
  const char *const *feelings = fascia_body_model_get_feelings (self->model, region);
  gboolean is_given = FALSE;

  for (guint i = 0; i < FASCIA_N_SCALES; i++)
    {
      if (!place->answers[i].is_given)
        continue;
      if (place->answers[i].level != FASCIA_LEVEL_NOT_GIVEN)
        return FALSE;
      is_given = TRUE;
    }
  return is_given && (feelings == NULL || feelings[0] == NULL);
}

static gboolean
is_spread (FasciaNeighbourLine *self, const FasciaRegion *region)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  guint n_spreads = 0;
  const FasciaSpread *spreads = entry != NULL ? fascia_entry_get_spreads (entry, &n_spreads) : NULL;

  for (guint i = 0; i < n_spreads; i++)
    if (g_strcmp0 (spreads[i].from, fascia_region_get_id (region)) == 0
        || g_strcmp0 (spreads[i].to, fascia_region_get_id (region)) == 0)
      return TRUE;
  return FALSE;
}

static void
update (FasciaNeighbourLine *self)
{
  const FasciaRegion *region = NULL;

  if (self->fresh != NULL
      && (self->fresh != fascia_body_model_get_selected (self->model)
          || !is_bare (self, self->fresh) || is_spread (self, self->fresh)))
    self->fresh = NULL;
  if (self->is_enabled && fascia_body_model_is_editable (self->model)
      && fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_NONE)
    region = self->fresh;
  if (region == self->shown)
    return;
  self->shown = region;

  guint n_shown = 0;
  if (region != NULL)
    {
      FasciaBody *body = fascia_body_model_get_body (self->model);
      g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, region);

      for (guint i = 0; i < adjacent->len && n_shown < FASCIA_NEIGHBOUR_LINE_MAX; i++)
        {
          const FasciaRegion *other = g_ptr_array_index (adjacent, i);
          /* Translators: %s is a place of the body beside the one just marked. */
          g_autofree char *hint
              = g_strdup_printf (_ ("Move the mark to: %s"), fascia_region_get_name (other));

          if (!fascia_body_is_shown (body, other)
              || fascia_body_place_is_marked (fascia_body_model_get_place (self->model, other)))
            continue;
          self->regions[n_shown] = other;
          gtk_button_set_label (GTK_BUTTON (self->buttons[n_shown]),
                                fascia_region_get_name (other));
          gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[n_shown]),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
          n_shown++;
        }
    }
  for (guint i = 0; i < FASCIA_NEIGHBOUR_LINE_MAX; i++)
    {
      gtk_widget_set_visible (self->buttons[i], i < n_shown);
      if (i >= n_shown)
        self->regions[i] = NULL;
    }
  /* Visible or not, and nothing set by hand: that is what assistive technology goes by. */
  gtk_widget_set_visible (self->scrolled, n_shown > 0);
}

static void
remember_marked (FasciaNeighbourLine *self)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  guint n_marks = 0;
  const FasciaMark *marks = entry != NULL ? fascia_entry_get_marks (entry, &n_marks) : NULL;

  g_hash_table_remove_all (self->marked);
  for (guint i = 0; i < n_marks; i++)
    g_hash_table_add (self->marked, (gpointer) marks[i].region);
}

static void
on_model_changed (FasciaNeighbourLine *self, const FasciaRegion *touched)
{
  /* A place that has just been marked, and not one that is looked at again. */
  if (touched != NULL)
    {
      const char *code = g_intern_string (fascia_region_get_id (touched));

      if (!g_hash_table_contains (self->marked, code) && is_bare (self, touched))
        self->fresh = touched;
    }
  remember_marked (self);
  update (self);
}

static void
on_button_clicked (GtkButton *button, FasciaNeighbourLine *self)
{
  for (guint i = 0; i < FASCIA_NEIGHBOUR_LINE_MAX; i++)
    {
      if (GTK_WIDGET (button) != self->buttons[i] || self->regions[i] == NULL
          || self->shown == NULL)
        continue;
      fascia_body_model_move (self->model, self->shown, self->regions[i]);
      return;
    }
}

void
fascia_neighbour_line_set_enabled (FasciaNeighbourLine *self, gboolean is_enabled)
{
  g_return_if_fail (FASCIA_IS_NEIGHBOUR_LINE (self));

  if (self->is_enabled == is_enabled)
    return;
  self->is_enabled = is_enabled;
  update (self);
}

const FasciaRegion *
fascia_neighbour_line_get_region (FasciaNeighbourLine *self)
{
  g_return_val_if_fail (FASCIA_IS_NEIGHBOUR_LINE (self), NULL);

  return self->shown;
}

GPtrArray *
fascia_neighbour_line_dup_shown (FasciaNeighbourLine *self)
{
  g_return_val_if_fail (FASCIA_IS_NEIGHBOUR_LINE (self), NULL);

  GPtrArray *regions = g_ptr_array_new ();
  for (guint i = 0; i < FASCIA_NEIGHBOUR_LINE_MAX; i++)
    if (self->regions[i] != NULL)
      g_ptr_array_add (regions, (gpointer) self->regions[i]);
  return regions;
}

static void
fascia_neighbour_line_dispose (GObject *object)
{
  FasciaNeighbourLine *self = FASCIA_NEIGHBOUR_LINE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->room, gtk_widget_unparent);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_neighbour_line_parent_class)->dispose (object);
}

static void
fascia_neighbour_line_class_init (FasciaNeighbourLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_neighbour_line_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_css_name (widget_class, "neighbourline");
}

static void
fascia_neighbour_line_init (FasciaNeighbourLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *question = gtk_label_new (_ ("Not here?"));

  self->marked = g_hash_table_new (NULL, NULL);
  gtk_widget_add_css_class (question, "caption");
  gtk_widget_add_css_class (question, "dimmed");
  gtk_box_append (GTK_BOX (box), question);
  for (guint i = 0; i < FASCIA_NEIGHBOUR_LINE_MAX; i++)
    {
      self->buttons[i] = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (self->buttons[i], "chip");
      gtk_widget_add_css_class (self->buttons[i], "neighbour");
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (on_button_clicked), self);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  /* Long names are swiped along, not cut. */
  self->scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_add_css_class (self->scrolled, "undershoot-start");
  gtk_widget_add_css_class (self->scrolled, "undershoot-end");
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_visible (self->scrolled, FALSE);
  /* The line keeps its height while it is empty: a button that is never drawn and never told. */
  self->room
      = g_object_new (GTK_TYPE_BUTTON, "label", "–", "accessible-role", GTK_ACCESSIBLE_ROLE_NONE,
                      "sensitive", FALSE, "can-focus", FALSE, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->room, "chip");
  gtk_widget_add_css_class (self->room, "neighbour");
  gtk_widget_set_parent (self->room, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->room, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not here?"), -1);
}

GtkWidget *
fascia_neighbour_line_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaNeighbourLine *self = g_object_new (FASCIA_TYPE_NEIGHBOUR_LINE, NULL);

  self->model = g_object_ref (model);
  remember_marked (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::target", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::tool", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
