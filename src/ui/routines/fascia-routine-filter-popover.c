/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "More": routines by place, tool, technique and kind of step.
 */

#include "config.h"

#include "fascia-routine-filter-popover.h"

#include <glib/gi18n.h>

#define WIDTH_PX 300
#define MAX_HEIGHT_PX 460

/* One question: the codes that can be chosen, none first. */
typedef struct
{
  GtkDropDown *drop_down;
  GPtrArray *codes; /* interned; NULL first */
} Choice;

enum
{
  CHOICE_PLACE,
  CHOICE_TOOL,
  CHOICE_TECHNIQUE,
  CHOICE_KIND,
  N_CHOICES,
};

struct _FasciaRoutineFilterPopover
{
  GtkPopover parent_instance;

  Choice choices[N_CHOICES];
  FasciaRoutineFilter filter;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaRoutineFilterPopover, fascia_routine_filter_popover, GTK_TYPE_POPOVER)

typedef enum
{
  SIGNAL_FILTER_CHANGED = 1,
} FasciaRoutineFilterPopoverSignal;

static guint signals[SIGNAL_FILTER_CHANGED + 1];

static void
on_chosen (FasciaRoutineFilterPopover *self)
{
  const char *codes[N_CHOICES];

  if (self->is_updating)
    return;
  for (guint i = 0; i < N_CHOICES; i++)
    {
      guint selected = gtk_drop_down_get_selected (self->choices[i].drop_down);

      codes[i] = selected < self->choices[i].codes->len
                     ? g_ptr_array_index (self->choices[i].codes, selected)
                     : NULL;
    }
  self->filter.region = codes[CHOICE_PLACE];
  self->filter.tool = codes[CHOICE_TOOL];
  self->filter.technique = codes[CHOICE_TECHNIQUE];
  self->filter.kind = 0;
  if (codes[CHOICE_KIND] != NULL)
    fascia_step_kind_from_code (codes[CHOICE_KIND], &self->filter.kind);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

/* ---- layout ---- */

static void
on_name_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (
      item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
on_name_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_list_item_set_accessible_label (item, name);
}

/* A long name must not widen the popover. */
static void
add_choice (FasciaRoutineFilterPopover *self,
            GtkBox *box,
            guint index,
            const char *title,
            GtkStringList *names,
            GPtrArray *codes)
{
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), g_steal_pointer (&expression));

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), index == CHOICE_PLACE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop_down),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  if (index > 0)
    gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
  gtk_box_append (box, drop_down);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  self->choices[index] = (Choice) { GTK_DROP_DOWN (drop_down), codes };
}

static void
offer (GtkStringList *names, GPtrArray *codes, const char *code, const char *name)
{
  g_ptr_array_add (codes, (gpointer) g_intern_string (code));
  gtk_string_list_append (names, name);
}

static void
fill (FasciaRoutineFilterPopover *self, FasciaLibrary *library)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkStringList *names[N_CHOICES];
  GPtrArray *codes[N_CHOICES];
  FasciaBody *body = fascia_library_get_body (library);
  const char *const *tools = fascia_library_get_tools (library);
  const char *const *techniques = fascia_technique_get_codes ();

  for (guint i = 0; i < N_CHOICES; i++)
    {
      names[i] = gtk_string_list_new (NULL);
      codes[i] = g_ptr_array_new ();
    }
  offer (names[CHOICE_PLACE], codes[CHOICE_PLACE], NULL, _ ("Any Place"));
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      offer (names[CHOICE_PLACE], codes[CHOICE_PLACE], fascia_region_get_id (region),
             fascia_region_get_name (region));
    }
  offer (names[CHOICE_TOOL], codes[CHOICE_TOOL], NULL, _ ("Any Tool"));
  for (guint i = 0; tools[i] != NULL; i++)
    offer (names[CHOICE_TOOL], codes[CHOICE_TOOL], tools[i],
           fascia_library_get_tool_name (library, tools[i]));
  offer (names[CHOICE_TECHNIQUE], codes[CHOICE_TECHNIQUE], NULL, _ ("Any Technique"));
  for (guint i = 0; techniques[i] != NULL; i++)
    offer (names[CHOICE_TECHNIQUE], codes[CHOICE_TECHNIQUE], techniques[i],
           fascia_technique_get_name (techniques[i]));
  offer (names[CHOICE_KIND], codes[CHOICE_KIND], NULL, _ ("Any Kind"));
  for (guint i = 1; i <= FASCIA_N_STEP_KINDS; i++)
    offer (names[CHOICE_KIND], codes[CHOICE_KIND], fascia_step_kind_to_code ((FasciaStepKind) i),
           fascia_step_kind_get_name ((FasciaStepKind) i));

  add_choice (self, box, CHOICE_PLACE, _ ("Place"), names[CHOICE_PLACE], codes[CHOICE_PLACE]);
  add_choice (self, box, CHOICE_TOOL, _ ("Tool"), names[CHOICE_TOOL], codes[CHOICE_TOOL]);
  add_choice (self, box, CHOICE_TECHNIQUE, _ ("Technique"), names[CHOICE_TECHNIQUE],
              codes[CHOICE_TECHNIQUE]);
  add_choice (self, box, CHOICE_KIND, _ ("Kind of Step"), names[CHOICE_KIND], codes[CHOICE_KIND]);

  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", MAX_HEIGHT_PX, "child", box, "width-request", WIDTH_PX, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

/* ---- the object ---- */

static void
fascia_routine_filter_popover_finalize (GObject *object)
{
  FasciaRoutineFilterPopover *self = FASCIA_ROUTINE_FILTER_POPOVER (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->choices[i].codes, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_routine_filter_popover_parent_class)->finalize (object);
}

static void
fascia_routine_filter_popover_class_init (FasciaRoutineFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_routine_filter_popover_finalize;
  signals[SIGNAL_FILTER_CHANGED]
      = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
fascia_routine_filter_popover_init (FasciaRoutineFilterPopover *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More Filters"), -1);
}

GtkWidget *
fascia_routine_filter_popover_new (FasciaLibrary *library)
{
  g_return_val_if_fail (library != NULL, NULL);

  FasciaRoutineFilterPopover *self = g_object_new (FASCIA_TYPE_ROUTINE_FILTER_POPOVER, NULL);
  fill (self, library);
  return GTK_WIDGET (self);
}

void
fascia_routine_filter_popover_set_filter (FasciaRoutineFilterPopover *self,
                                          const FasciaRoutineFilter *filter)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_FILTER_POPOVER (self));
  g_return_if_fail (filter != NULL);

  const char *codes[N_CHOICES] = {
    [CHOICE_PLACE] = filter->region,
    [CHOICE_TOOL] = filter->tool,
    [CHOICE_TECHNIQUE] = filter->technique,
    [CHOICE_KIND]
    = filter->kind != 0 ? g_intern_string (fascia_step_kind_to_code (filter->kind)) : NULL,
  };

  self->filter = *filter;
  self->is_updating = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    {
      guint index = 0;

      if (codes[i] != NULL)
        g_ptr_array_find (self->choices[i].codes, codes[i], &index);
      gtk_drop_down_set_selected (self->choices[i].drop_down, index);
    }
  self->is_updating = FALSE;
}

const FasciaRoutineFilter *
fascia_routine_filter_popover_get_filter (FasciaRoutineFilterPopover *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_FILTER_POPOVER (self), NULL);

  return &self->filter;
}
