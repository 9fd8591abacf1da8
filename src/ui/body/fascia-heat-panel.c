/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What belongs to the heat map: which days, which measure, what the colours mean, and all of it in
 * words.
 */

#include "config.h"

#include "fascia-heat-panel.h"

#include <glib/gi18n.h>

#include "draw/fascia-figure-palette.h"
#include "fascia-heat-swatch.h"
#include "fascia-text.h"

/* Places named in the words under the legend. */
#define NAMED_PLACES 12

struct _FasciaHeatPanel
{
  AdwBin parent_instance;

  FasciaBodyModel *model;
  GtkDropDown *ranges;
  GtkDropDown *measures;
  AdwToggleGroup *scales;
  GtkLabel *title;
  GtkLabel *legend[FASCIA_FIGURE_STEPS];
  GtkWidget *legend_box;
  GtkBox *words; /* NULL when compact */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaHeatPanel, fascia_heat_panel, ADW_TYPE_BIN)

static const struct
{
  guint n_days; /* 0: all */
  const char *label;
} ranges[] = {
  { 7, N_ ("7 days") },     { 30, N_ ("30 days") }, { 90, N_ ("90 days") },
  { 365, N_ ("365 days") }, { 0, N_ ("All days") },
};

static const struct
{
  FasciaHeatMeasure measure;
  const char *label;
} measures[] = {
  /* Translators: what the colours of the body mean: on how many of the days a place was marked */
  { FASCIA_HEAT_SHARE, N_ ("How often") },
  /* Translators: what the colours of the body mean: the mean level of a place */
  { FASCIA_HEAT_MEAN, N_ ("Mean level") },
  /* Translators: what the colours of the body mean: the worst level of a place */
  { FASCIA_HEAT_WORST, N_ ("Worst level") },
};

/* Before any entry there can be. */
#define FIRST_DAY_OF_ALL (-25567)

static gint32
get_today (FasciaBodyModel *model)
{
  return fascia_body_state_get_today (fascia_body_model_get_state (model));
}

void
fascia_heat_panel_show_days (FasciaBodyModel *model, guint n_days, FasciaHeatMeasure measure)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));

  gint32 today = get_today (model);
  gint32 first = n_days > 0 ? today - (gint32) n_days + 1 : FIRST_DAY_OF_ALL;
  fascia_body_model_show_heat (model, first, today, measure);
}

/* ---- words ---- */

/* "Tightness, 30 days: 18 with entries" */
static char *
dup_title (FasciaHeat *heat)
{
  guint n_days = fascia_heat_get_n_days (heat);
  gint32 first = 0;
  gint32 last = 0;

  if (n_days == 0)
    return g_strdup (_ ("No entries in these days"));
  fascia_heat_get_range (heat, &first, &last);
  /* Translators: the name of the quantity that a heat map shows */
  const char *scale = fascia_heat_get_scale (heat) == FASCIA_SCALE_PAIN
                          ? C_ ("heat map", "Pain")
                          : C_ ("heat map", "Tightness");
  if (first <= FIRST_DAY_OF_ALL)
    /* Translators: what a heat map is about: “Tightness, on 182 days with entries” */
    return g_strdup_printf (
        ngettext ("%1$s, on %2$u day with entries", "%1$s, on %2$u days with entries", n_days),
        scale, n_days);
  g_autoptr (GDateTime) first_date = fascia_day_to_date_time (first);
  g_autoptr (GDateTime) last_date = fascia_day_to_date_time (last);
  /* Translators: a date with its year, for g_date_time_format() */
  const char *format = C_ ("date of a range", "%-d %B %Y");
  g_autofree char *from = g_date_time_format (first_date, format);
  g_autofree char *to = g_date_time_format (last_date, format);
  /* Translators: what a heat map is about: “Tightness, 1 March 2026 to 30 March 2026: 18 days with
   * entries” */
  return g_strdup_printf (ngettext ("%1$s, %2$s to %3$s: %4$u day with entries",
                                    "%1$s, %2$s to %3$s: %4$u days with entries", n_days),
                          scale, from, to, n_days);
}

char *
fascia_heat_panel_dup_words (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaHeat *heat = fascia_body_model_get_heat (model);
  if (heat == NULL)
    return g_strdup ("");
  g_autofree char *title = dup_title (heat);
  if (fascia_heat_get_n_days (heat) == 0)
    return g_steal_pointer (&title);
  g_autofree char *summary
      = fascia_heat_dup_summary (heat, fascia_body_model_get_body (model), NAMED_PLACES);
  return g_strconcat (title, "\n", summary, NULL);
}

char *
fascia_heat_panel_dup_title (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaHeat *heat = fascia_body_model_get_heat (model);
  return heat != NULL ? dup_title (heat) : g_strdup ("");
}

/* ---- what is shown ---- */

static guint
find_range (FasciaBodyModel *model)
{
  FasciaHeat *heat = fascia_body_model_get_heat (model);
  gint32 first = 0;
  gint32 last = 0;

  if (heat == NULL)
    return G_N_ELEMENTS (ranges);
  fascia_heat_get_range (heat, &first, &last);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i].n_days > 0 && last - first + 1 == (gint32) ranges[i].n_days)
        return i;
    }
  return first <= FIRST_DAY_OF_ALL ? G_N_ELEMENTS (ranges) - 1 : G_N_ELEMENTS (ranges);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
update (FasciaHeatPanel *self)
{
  FasciaHeat *heat = fascia_body_model_get_heat (self->model);

  if (heat == NULL)
    return;
  FasciaHeatMeasure measure = fascia_body_model_get_heat_measure (self->model);
  gboolean has_entries = fascia_heat_get_n_days (heat) > 0;
  guint range = find_range (self->model);

  self->is_updating = TRUE;
  if (range < G_N_ELEMENTS (ranges))
    gtk_drop_down_set_selected (self->ranges, range);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (measures[i].measure == measure)
        gtk_drop_down_set_selected (self->measures, i);
    }
  adw_toggle_group_set_active (self->scales, (guint) fascia_body_model_get_scale (self->model) - 1);
  self->is_updating = FALSE;

  g_autofree char *title = dup_title (heat);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->legend_box, has_entries);
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    {
      g_autofree char *text = fascia_heat_dup_step_text (measure, i);

      gtk_label_set_label (self->legend[i], text);
    }
  if (self->words == NULL)
    return;
  g_autofree char *summary
      = has_entries
            ? fascia_heat_dup_summary (heat, fascia_body_model_get_body (self->model), NAMED_PLACES)
            : NULL;
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  g_auto (GStrv) lines = g_strsplit (summary != NULL ? summary : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkLabel *line = make_label (NULL);

      gtk_label_set_label (line, lines[i]);
      gtk_box_append (self->words, GTK_WIDGET (line));
    }
}

static void
on_chosen (FasciaHeatPanel *self)
{
  guint range = gtk_drop_down_get_selected (self->ranges);
  guint measure = gtk_drop_down_get_selected (self->measures);

  if (self->is_updating || range >= G_N_ELEMENTS (ranges) || measure >= G_N_ELEMENTS (measures)
      || fascia_body_model_get_target (self->model) != FASCIA_BODY_TARGET_HEAT)
    return;
  fascia_heat_panel_show_days (self->model, ranges[range].n_days, measures[measure].measure);
}

static void
on_scale_chosen (FasciaHeatPanel *self)
{
  if (!self->is_updating)
    fascia_body_model_set_scale (self->model,
                                 (FasciaScale) adw_toggle_group_get_active (self->scales) + 1);
}

/* ---- the object ---- */

static void
fascia_heat_panel_dispose (GObject *object)
{
  g_clear_object (&FASCIA_HEAT_PANEL (object)->model);

  G_OBJECT_CLASS (fascia_heat_panel_parent_class)->dispose (object);
}

static void
fascia_heat_panel_class_init (FasciaHeatPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_heat_panel_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_heat_panel_init (FasciaHeatPanel *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Heat map"), -1);
}

/* Below a narrow figure: the colours in one row, and what the first and the last of them mean. */
static GtkWidget *
make_compact_legend (FasciaHeatPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *colours = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (colours), TRUE);
  gtk_box_append (GTK_BOX (box), colours);
  gtk_box_append (GTK_BOX (box), words);
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    {
      GtkWidget *swatch = fascia_heat_swatch_new (i);

      self->legend[i] = make_label ("caption");
      gtk_widget_set_visible (GTK_WIDGET (self->legend[i]), i == 0 || i == FASCIA_FIGURE_STEPS - 1);
      gtk_widget_set_hexpand (GTK_WIDGET (self->legend[i]), TRUE);
      if (i == 0)
        gtk_widget_set_halign (swatch, GTK_ALIGN_START);
      if (i == FASCIA_FIGURE_STEPS - 1)
        {
          gtk_widget_set_halign (swatch, GTK_ALIGN_END);
          gtk_label_set_xalign (self->legend[i], 1);
          gtk_label_set_justify (self->legend[i], GTK_JUSTIFY_RIGHT);
        }
      gtk_box_append (GTK_BOX (colours), swatch);
      gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->legend[i]));
    }
  return box;
}

/* The colours with their words: badges as on the figure, hatching included. */
static GtkWidget *
make_legend (FasciaHeatPanel *self, gboolean is_compact)
{
  if (is_compact)
    return make_compact_legend (self);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->legend[i] = make_label (NULL);
      gtk_box_append (GTK_BOX (pair), fascia_heat_swatch_new (i));
      gtk_box_append (GTK_BOX (pair), GTK_WIDGET (self->legend[i]));
      gtk_box_append (GTK_BOX (box), pair);
    }
  return box;
}

static GtkDropDown *
make_drop_down (const char *label)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkDropDown *drop_down
      = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), NULL));

  gtk_widget_set_tooltip_text (GTK_WIDGET (drop_down), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return drop_down;
}

static void
add_controls (FasciaHeatPanel *self, AdwWrapBox *box)
{
  self->is_updating = TRUE;
  self->ranges = make_drop_down (_ ("Days"));
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->ranges)),
                            _ (ranges[i].label));
  self->measures = make_drop_down (_ ("What the colours show"));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->measures)),
                            _ (measures[i].label));
  self->scales = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (int scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_N_SCALES; scale++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, fascia_text_scale (scale));
      adw_toggle_group_add (self->scales, toggle);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scales), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Quantity"), -1);
  self->is_updating = FALSE;
  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  adw_wrap_box_append (box, GTK_WIDGET (self->scales));
  adw_wrap_box_append (box, GTK_WIDGET (self->ranges));
  adw_wrap_box_append (box, GTK_WIDGET (self->measures));

  GtkWidget *now = gtk_button_new_with_mnemonic (_ ("_Back to Now"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (now), "body.show-now");
  adw_wrap_box_append (box, now);
}

GtkWidget *
fascia_heat_panel_new (FasciaBodyModel *model, gboolean is_compact)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaHeatPanel *self = g_object_new (FASCIA_TYPE_HEAT_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, is_compact ? 6 : 18);
  AdwWrapBox *controls = ADW_WRAP_BOX (adw_wrap_box_new ());

  self->model = g_object_ref (model);
  self->title = make_label (is_compact ? "caption-heading" : "heading");
  add_controls (self, controls);
  self->legend_box = make_legend (self, is_compact);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (controls));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->legend_box);
  if (!is_compact)
    {
      self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
    }
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->ranges, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measures, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scales, "notify::active", G_CALLBACK (on_scale_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
