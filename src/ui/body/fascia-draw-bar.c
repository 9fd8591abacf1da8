/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools of Draw mode: spot, stroke, eraser; how wide, how strong; done.
 */

#include "config.h"

#include "fascia-draw-bar.h"

#include <glib/gi18n.h>

struct _FasciaDrawBar
{
  AdwBin parent_instance;

  FasciaBodyModel *model;
  AdwToggleGroup *tools;
  GtkDropDown *widths;
  GtkDropDown *levels;
  GtkLabel *words;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaDrawBar, fascia_draw_bar, ADW_TYPE_BIN)

static const struct
{
  FasciaBodyTool tool;
  const char *name;
  const char *label; /* untranslated */
} tools[] = {
  /* Translators: a tool of the pen: marks one point on the body */
  { FASCIA_BODY_TOOL_SPOT, "spot", N_ ("Spot") },
  /* Translators: a tool of the pen: draws a line on the body */
  { FASCIA_BODY_TOOL_STROKE, "stroke", N_ ("Stroke") },
  { FASCIA_BODY_TOOL_ERASE, "erase", N_ ("Erase") },
};

static const double widths[] = { FASCIA_PEN_THIN, FASCIA_PEN_MEDIUM, FASCIA_PEN_WIDE };

/* (nullable) What a press does with a tool of the pen; NULL for another tool. */
static const char *
get_words (FasciaBodyTool tool)
{
  switch (tool)
    {
    case FASCIA_BODY_TOOL_SPOT:
      return _ ("Press where it is sore: each press draws a spot.");
    case FASCIA_BODY_TOOL_STROKE:
      return _ ("Draw along where it is felt.");
    case FASCIA_BODY_TOOL_ERASE:
      return _ ("Rub over what is to go.");
    case FASCIA_BODY_TOOL_NONE:
    case FASCIA_BODY_TOOL_SPREAD:
    default:
      return NULL;
    }
}

static void
update (FasciaDrawBar *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  self->is_updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      if (tools[i].tool == tool)
        adw_toggle_group_set_active_name (self->tools, tools[i].name);
    }
  const FasciaPen *pen = fascia_body_model_get_pen (self->model);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      if (pen->width >= widths[i])
        gtk_drop_down_set_selected (self->widths, i);
    }
  gtk_drop_down_set_selected (self->levels,
                              pen->level > 0 ? (guint) MIN (pen->level, FASCIA_LEVEL_MAX) : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->widths), tool != FASCIA_BODY_TOOL_ERASE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->levels), tool != FASCIA_BODY_TOOL_ERASE);
  const char *words = get_words (tool);
  gtk_label_set_label (self->words, words != NULL ? words : "");
  self->is_updating = FALSE;
}

static void
on_tool_chosen (FasciaDrawBar *self)
{
  const char *name = adw_toggle_group_get_active_name (self->tools);

  if (self->is_updating || name == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      if (g_str_equal (tools[i].name, name))
        fascia_body_model_set_tool (self->model, tools[i].tool);
    }
}

static void
on_pen_chosen (FasciaDrawBar *self)
{
  guint width = gtk_drop_down_get_selected (self->widths);
  guint level = gtk_drop_down_get_selected (self->levels);

  if (self->is_updating || width >= G_N_ELEMENTS (widths) || level > FASCIA_LEVEL_MAX)
    return;
  const FasciaPen pen
      = { .level = level > 0 ? (int) level : FASCIA_LEVEL_NOT_GIVEN, .width = widths[width] };
  fascia_body_model_set_pen (self->model, &pen);
}

static void
on_done_clicked (FasciaDrawBar *self)
{
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
}

/* ---- the object ---- */

static void
fascia_draw_bar_dispose (GObject *object)
{
  g_clear_object (&FASCIA_DRAW_BAR (object)->model);

  G_OBJECT_CLASS (fascia_draw_bar_parent_class)->dispose (object);
}

static void
fascia_draw_bar_class_init (FasciaDrawBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_draw_bar_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fascia_draw_bar_init (FasciaDrawBar *self)
{
  static const char *const width_names[] = { N_ ("Thin pen"), N_ ("Medium pen"), N_ ("Wide pen") };
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());
  g_autoptr (GtkStringList) width_list = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) level_list = gtk_string_list_new (NULL);

  set_label (GTK_WIDGET (self), _ ("Draw"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  adw_wrap_box_set_align (box, 0.5F);

  self->tools = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, tools[i].name);
      adw_toggle_set_label (toggle, _ (tools[i].label));
      adw_toggle_group_add (self->tools, toggle);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tools), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pen"), -1);

  for (guint i = 0; i < G_N_ELEMENTS (width_names); i++)
    gtk_string_list_append (width_list, _ (width_names[i]));
  self->widths = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (width_list)), NULL));
  set_label (GTK_WIDGET (self->widths), _ ("Width of the pen"));

  gtk_string_list_append (level_list, _ ("Without level"));
  for (int level = 1; level <= FASCIA_LEVEL_MAX; level++)
    {
      /* Translators: the level, 1 to 10, that the pen draws with */
      g_autofree char *text = g_strdup_printf (_ ("Level %d"), level);

      gtk_string_list_append (level_list, text);
    }
  self->levels = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (level_list)), NULL));
  set_label (GTK_WIDGET (self->levels), _ ("Level of the pen"));

  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Done"));
  gtk_widget_add_css_class (done, "suggested-action");
  g_signal_connect_object (done, "clicked", G_CALLBACK (on_done_clicked), self, G_CONNECT_SWAPPED);

  adw_wrap_box_append (box, GTK_WIDGET (self->tools));
  adw_wrap_box_append (box, GTK_WIDGET (self->widths));
  adw_wrap_box_append (box, GTK_WIDGET (self->levels));
  adw_wrap_box_append (box, done);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_justify (self->words, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (box));
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
fascia_draw_bar_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaDrawBar *self = g_object_new (FASCIA_TYPE_DRAW_BAR, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::tool", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tools, "notify::active-name", G_CALLBACK (on_tool_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->widths, "notify::selected", G_CALLBACK (on_pen_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->levels, "notify::selected", G_CALLBACK (on_pen_chosen), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
