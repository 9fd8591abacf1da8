/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a place spreads to and what is drawn in it: rows to look at, to add to, to take out.
 */

#include "config.h"

#include "fascia-place-spreads.h"

#include <glib/gi18n.h>

#include "fascia-place-facts.h"
#include "fascia-place-words.h"
#include "fascia-text.h"
#include "widgets/fascia-link-row.h"

struct _FasciaPlaceSpreads
{
  AdwPreferencesGroup parent_instance;

  FasciaBodyModel *model;
  const FasciaRegion *region;
  FasciaEntry *shown; /* what the rows are about; NULL at first */
  GtkListBox *list;
  GPtrArray *rows; /* all but the last one */
  GtkWidget *add;  /* the last row; it stays, and with it the keyboard focus */
  guint n_arrows;
  guint n_drawings;
};

G_DEFINE_FINAL_TYPE (FasciaPlaceSpreads, fascia_place_spreads, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  SIGNAL_SPREAD = 1,
} FasciaPlaceSpreadsSignal;

static guint signals[SIGNAL_SPREAD + 1];

static const char from_key[] = "fascia-from";
static const char to_key[] = "fascia-to";
static const char scale_key[] = "fascia-scale";

static GtkWidget *
add_row (FasciaPlaceSpreads *self, const char *title, GtkWidget *button)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, fascia_body_model_is_editable (self->model));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* ---- arrows ---- */

static void
on_arrow_removed (FasciaPlaceSpreads *self, GtkWidget *button)
{
  const FasciaSpread spread = { g_object_get_data (G_OBJECT (button), from_key),
                                g_object_get_data (G_OBJECT (button), to_key) };

  /* The button goes with its row. */
  gtk_widget_grab_focus (self->add);
  fascia_body_model_remove_spread (self->model, &spread);
}

static void
add_arrow (FasciaPlaceSpreads *self, const FasciaSpread *spread)
{
  FasciaBody *body = fascia_body_model_get_body (self->model);
  gboolean is_from = g_strcmp0 (spread->from, fascia_region_get_id (self->region)) == 0;
  const char *other = fascia_text_region (body, is_from ? spread->to : spread->from);
  /* Translators: %s is a place of the body. */
  g_autofree char *title
      = g_strdup_printf (is_from ? _ ("Spreads to: %s") : _ ("Comes from: %s"), other);
  /* Translators: %s is a place of the body. */
  g_autofree char *label = g_strdup_printf (_ ("Remove the arrow: %s"), other);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), from_key, (gpointer) spread->from);
  g_object_set_data (G_OBJECT (button), to_key, (gpointer) spread->to);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_arrow_removed), self,
                           G_CONNECT_SWAPPED);
  add_row (self, title, button);
  self->n_arrows++;
}

/* ---- drawings ---- */

static void
on_drawing_erased (FasciaPlaceSpreads *self, GtkWidget *button)
{
  FasciaScale scale = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), scale_key));
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  guint n_drawings = 0;
  const FasciaDrawing *drawings
      = entry != NULL ? fascia_entry_get_drawings (entry, &n_drawings) : NULL;
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (FasciaUid));

  /* Every drawing of that quantity that touches the place, whole. */
  for (guint i = 0; i < n_drawings; i++)
    {
      if (drawings[i].scale != scale)
        continue;
      g_autoptr (GArray) extents
          = fascia_extent_measure (fascia_body_model_get_body (self->model), &drawings[i], 1);

      for (guint k = 0; k < extents->len; k++)
        if (g_array_index (extents, FasciaExtent, k).region == self->region)
          {
            g_array_append_val (uids, drawings[i].uid);
            break;
          }
    }
  gtk_widget_grab_focus (self->add);
  fascia_body_model_erase_drawings (self->model, (const FasciaUid *) (const void *) uids->data,
                                    uids->len);
}

static void
add_drawing (FasciaPlaceSpreads *self, const FasciaExtent *extent)
{
  g_autofree char *title = fascia_place_words_extent (extent);
  /* Translators: %s is what is to be erased: "Drawn on 34 % of it, mean 6". */
  g_autofree char *label = g_strdup_printf (_ ("Erase: %s"), title);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Erase"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), scale_key, GINT_TO_POINTER (extent->scale));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_drawing_erased), self,
                           G_CONNECT_SWAPPED);
  GtkWidget *row = add_row (self, title, button);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fascia_text_scale (extent->scale));
  self->n_drawings++;
}

/* ---- all of them ---- */

static void
update (FasciaPlaceSpreads *self)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  const char *code = fascia_region_get_id (self->region);
  const GArray *extents = fascia_place_facts_get_extents (fascia_place_facts_get (self->model));
  guint n_spreads = 0;
  const FasciaSpread *spreads = entry != NULL ? fascia_entry_get_spreads (entry, &n_spreads) : NULL;

  gtk_widget_set_visible (self->add, fascia_body_model_is_editable (self->model));
  if (entry == self->shown && entry != NULL)
    return;
  g_clear_pointer (&self->shown, fascia_entry_unref);
  self->shown = entry != NULL ? fascia_entry_ref (entry) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->n_arrows = 0;
  self->n_drawings = 0;
  for (guint i = 0; i < n_spreads; i++)
    if (g_strcmp0 (spreads[i].from, code) == 0 || g_strcmp0 (spreads[i].to, code) == 0)
      add_arrow (self, &spreads[i]);
  for (guint i = 0; i < extents->len; i++)
    if (g_array_index (extents, FasciaExtent, i).region == self->region)
      add_drawing (self, &g_array_index (extents, FasciaExtent, i));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_insert (self->list, g_ptr_array_index (self->rows, i), (int) i);
}

static void
on_add_activated (FasciaPlaceSpreads *self)
{
  g_signal_emit (self, signals[SIGNAL_SPREAD], 0);
}

guint
fascia_place_spreads_get_n_arrows (FasciaPlaceSpreads *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_SPREADS (self), 0);

  return self->n_arrows;
}

guint
fascia_place_spreads_get_n_drawings (FasciaPlaceSpreads *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_SPREADS (self), 0);

  return self->n_drawings;
}

static void
fascia_place_spreads_dispose (GObject *object)
{
  FasciaPlaceSpreads *self = FASCIA_PLACE_SPREADS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, fascia_entry_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_place_spreads_parent_class)->dispose (object);
}

static void
fascia_place_spreads_class_init (FasciaPlaceSpreadsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_place_spreads_dispose;

  signals[SIGNAL_SPREAD] = g_signal_new ("spread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_place_spreads_init (FasciaPlaceSpreads *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->add = fascia_link_row_new (_ ("_Spreads to…"),
                                   _ ("Then touch the place on the figure where it goes"),
                                   "list-add-symbolic");
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add), TRUE);
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (on_add_activated), self);
  gtk_list_box_append (self->list, self->add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

GtkWidget *
fascia_place_spreads_new (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaPlaceSpreads *self = g_object_new (FASCIA_TYPE_PLACE_SPREADS, NULL);

  self->model = g_object_ref (model);
  self->region = region;
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::target", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
