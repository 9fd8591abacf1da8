/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One arm or leg: whether it, and what lies further out, is on the figure.
 */

#include "config.h"

#include "fascia-limb-row.h"

#include <glib/gi18n.h>

#include "widgets/fascia-row-words.h"

/* Left and right of one part follow each other, then comes the next part outwards. */
#define NEXT_OUT 2

struct _FasciaLimbRow
{
  AdwExpanderRow parent_instance;

  FasciaLimb limb;
  AdwComboRow *parts[FASCIA_LIMB_ROW_N];
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaLimbRow, fascia_limb_row, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaLimbRowSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static FasciaLimb
get_limb (FasciaLimbRow *self, guint index)
{
  return (FasciaLimb) ((guint) self->limb + NEXT_OUT * index);
}

static void
on_part_chosen (FasciaLimbRow *self, GParamSpec *pspec, AdwComboRow *part)
{
  if (self->is_updating)
    return;
  for (guint i = 0; i < FASCIA_LIMB_ROW_N; i++)
    if (self->parts[i] == part)
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) get_limb (self, i),
                     (int) adw_combo_row_get_selected (part));
}

/* "Left arm, All of It: Phantom": which limb, which part and what it stands at. */
static void
describe (FasciaLimbRow *self, guint index, FasciaLimbState state)
{
  AdwComboRow *part = self->parts[index];
  GListModel *states = adw_combo_row_get_model (part);
  g_autoptr (GtkStringObject) name = g_list_model_get_item (states, (guint) state);
  g_autofree char *label = NULL;

  if (index == 0)
    /* Translators: for screen readers: a limb, and what the figure shows of all of it: "Left arm, all
     * of it: Phantom" */
    label = g_strdup_printf (_ ("%s, all of it: %s"), fascia_limb_get_name (self->limb),
                             gtk_string_object_get_string (name));
  else
    /* Translators: for screen readers: a limb, and what the figure shows of it: "Left hand: Phantom" */
    label = g_strdup_printf (C_ ("limb and state", "%s: %s"),
                             fascia_limb_get_name (get_limb (self, index)),
                             gtk_string_object_get_string (name));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
fascia_limb_row_set_form (FasciaLimbRow *self, const FasciaBodyForm *form)
{
  g_return_if_fail (FASCIA_IS_LIMB_ROW (self));
  g_return_if_fail (form != NULL);

  FasciaLimbState above = FASCIA_LIMB_THERE;
  g_autofree char *subtitle = NULL;

  self->is_updating = TRUE;
  for (guint i = 0; i < FASCIA_LIMB_ROW_N; i++)
    {
      FasciaLimbState own = form->limbs[get_limb (self, i)];
      /* What lies below a part that is not there goes with it, whatever it was before. */
      FasciaLimbState state = above != FASCIA_LIMB_THERE ? above : own;

      adw_combo_row_set_selected (self->parts[i], (guint) state);
      gtk_widget_set_sensitive (GTK_WIDGET (self->parts[i]), above == FASCIA_LIMB_THERE);
      describe (self, i, state);
      if (subtitle == NULL && state == FASCIA_LIMB_HIDDEN)
        /* Translators: %s is a limb: "Left hand" */
        subtitle = g_strdup_printf (_ ("%s: not on the figure"),
                                    fascia_limb_get_name (get_limb (self, i)));
      else if (subtitle == NULL && state == FASCIA_LIMB_PHANTOM)
        /* Translators: %s is a limb: "Left hand" */
        subtitle = g_strdup_printf (_ ("%s: phantom"), fascia_limb_get_name (get_limb (self, i)));
      above = state;
    }
  fascia_expander_row_set_words (ADW_EXPANDER_ROW (self),
                                 subtitle != NULL ? subtitle : C_ ("limb", "There"));
  self->is_updating = FALSE;
}

AdwComboRow *
fascia_limb_row_get_part (FasciaLimbRow *self, guint index)
{
  g_return_val_if_fail (FASCIA_IS_LIMB_ROW (self), NULL);
  g_return_val_if_fail (index < FASCIA_LIMB_ROW_N, NULL);

  return self->parts[index];
}

static void
fascia_limb_row_class_init (FasciaLimbRowClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
fascia_limb_row_init (FasciaLimbRow *self)
{
}

/* ---- the choices ---- */

static void
on_choice_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
update_choice (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (check,
                          gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row));
}

/* The list of a combo row gives its entries no name for screen readers. */
static void
on_choice_bound (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))),
                       text);
  gtk_list_item_set_accessible_label (item, text);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (update_choice), item,
                           G_CONNECT_SWAPPED);
  update_choice (item, NULL, row);
}

static void
on_choice_unbound (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, update_choice, item);
}

GtkWidget *
fascia_limb_row_new (FasciaLimb limb)
{
  const char *const states[] = {
    [FASCIA_LIMB_THERE] = C_ ("limb", "There"),
    [FASCIA_LIMB_HIDDEN] = C_ ("limb", "Not on the Figure"),
    [FASCIA_LIMB_PHANTOM] = C_ ("limb", "Phantom"),
    NULL,
  };
  g_return_val_if_fail (limb == FASCIA_LIMB_ARM_LEFT || limb == FASCIA_LIMB_ARM_RIGHT
                            || limb == FASCIA_LIMB_LEG_LEFT || limb == FASCIA_LIMB_LEG_RIGHT,
                        NULL);

  FasciaLimbRow *self = g_object_new (FASCIA_TYPE_LIMB_ROW, NULL);
  self->limb = limb;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), fascia_limb_get_name (limb));
  for (guint i = 0; i < FASCIA_LIMB_ROW_N; i++)
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (states);
      GtkWidget *part = adw_combo_row_new ();

      g_autoptr (GtkListItemFactory) choices = gtk_signal_list_item_factory_new ();

      self->parts[i] = ADW_COMBO_ROW (part);
      g_signal_connect (choices, "setup", G_CALLBACK (on_choice_setup), NULL);
      g_signal_connect (choices, "bind", G_CALLBACK (on_choice_bound), part);
      g_signal_connect (choices, "unbind", G_CALLBACK (on_choice_unbound), part);
      adw_combo_row_set_list_factory (self->parts[i], choices);
      adw_combo_row_set_model (self->parts[i], G_LIST_MODEL (model));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part),
                                     i == 0 ? _ ("All of It")
                                            : fascia_limb_get_name (get_limb (self, i)));
      g_signal_connect_object (part, "notify::selected", G_CALLBACK (on_part_chosen), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), part);
    }
  return GTK_WIDGET (self);
}
