/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chosen place and its level: name, scale, minus, eleven steps, plus, remove, more.
 */

#include "config.h"

#include "fascia-level-strip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-body-page.h"
#include "fascia-feeling-chips.h"
#include "fascia-level-scale.h"
#include "fascia-neighbour-line.h"
#include "fascia-place-dialog.h"
#include "fascia-place-facts.h"
#include "fascia-text.h"
#include "widgets/fascia-fit.h"

struct _FasciaLevelStrip
{
  GtkWidget parent_instance;

  GtkWidget *title_row;
  GtkBox *value_row;
  GtkWidget *remove;
  GtkLabel *name;
  GtkLabel *value;
  AdwToggleGroup *scales;
  GtkWidget *minus;
  GtkWidget *plus;
  FasciaLevelScale *scale;
  GtkWidget *chips; /* NULL when compact */
  GtkWidget *help;  /* NULL when compact */
  GtkWidget *neighbours;

  FasciaBodyModel *model;
  const FasciaRegion *helped; /* the place whose row "When to get help" has come by itself */
  GtkEventController *presses;
  gboolean is_compact;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaLevelStrip, fascia_level_strip, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_LEFT = 1,
} FasciaLevelStripSignal;

static guint signals[SIGNAL_LEFT + 1];

static void
update (FasciaLevelStrip *self)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);
  if (region == NULL)
    return;

  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, region);
  const FasciaBodyAnswer *answer = &place->answers[scale - 1];
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  int level = answer->is_given ? answer->level : FASCIA_LEVEL_NOT_GIVEN;
  /* The other quantity says its own when it is switched to. */
  FasciaBodyPlace only = *place;
  for (guint i = 0; i < FASCIA_N_SCALES; i++)
    if (i + 1 != (guint) scale)
      only.answers[i] = (FasciaBodyAnswer) { 0 };
  g_autofree char *description = fascia_body_place_dup_description (&only, scale, today);
  g_autofree char *value = fascia_body_place_dup_value (place, scale);
  /* Translators: a place and a quantity, for screen readers: "Left shoulder top, Tight" */
  g_autofree char *label
      = g_strdup_printf (C_ ("place and quantity", "%s, %s"), fascia_region_get_name (region),
                         fascia_text_scale (scale));

  GtkWidget *const writers[] = { self->minus, GTK_WIDGET (self->scale), self->plus };

  self->is_updating = TRUE;
  gtk_label_set_label (self->name, fascia_region_get_name (region));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), fascia_region_get_name (region));
  gtk_label_set_label (self->value, description);
  adw_toggle_group_set_active_name (self->scales, fascia_scale_to_code (scale));
  fascia_level_scale_set_level (self->scale, level);
  fascia_level_scale_set_last (self->scale,
                               answer->has_last ? answer->last_level : FASCIA_LEVEL_NOT_GIVEN);
  fascia_level_scale_describe (self->scale, label, value);
  gtk_widget_set_sensitive (self->remove, fascia_body_place_is_marked (place)
                                              && fascia_body_model_is_editable (self->model));
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    gtk_widget_set_sensitive (writers[i], fascia_body_model_is_editable (self->model));
  if (self->chips != NULL)
    {
      fascia_feeling_chips_set_region (FASCIA_FEELING_CHIPS (self->chips), region);
      if (self->helped != region)
        self->helped = NULL;
      gtk_widget_set_visible (self->help, self->helped != NULL);
    }
  self->is_updating = FALSE;
}

static void
on_scale_toggled (FasciaLevelStrip *self)
{
  FasciaScale scale = FASCIA_SCALE_TIGHTNESS;
  const char *name = adw_toggle_group_get_active_name (self->scales);

  if (self->is_updating || self->model == NULL || name == NULL
      || !fascia_scale_from_code (name, &scale))
    return;
  fascia_body_model_set_scale (self->model, scale);
}

static void
on_level_chosen (FasciaLevelStrip *self, int level)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region != NULL)
    fascia_body_model_set_level (self->model, region, fascia_body_model_get_scale (self->model),
                                 level);
}

static void
step (FasciaLevelStrip *self, int delta)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region == NULL)
    return;
  /* A button that goes insensitive under the finger takes the focus away with it. */
  const FasciaBodyAnswer *answer = &fascia_body_model_get_place (self->model, region)
                                        ->answers[fascia_body_model_get_scale (self->model) - 1];
  if (answer->is_given && answer->level == (delta < 0 ? 0 : FASCIA_LEVEL_MAX))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    fascia_body_model_step (self->model, region, delta);
}

static void
on_minus_clicked (FasciaLevelStrip *self)
{
  step (self, -1);
}

static void
on_plus_clicked (FasciaLevelStrip *self)
{
  step (self, 1);
}

static void
on_remove_clicked (FasciaLevelStrip *self)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region == NULL)
    return;
  /* The button goes insensitive: the focus goes to the place first. It stays the chosen one, so that
   * Undo has somewhere to be seen. */
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  fascia_body_model_remove (self->model, region);
}

static FasciaPlaceDialog *
present_dialog (FasciaLevelStrip *self)
{
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);

  if (region == NULL)
    return NULL;
  /* The strip may go while the dialog is open; the page stays. */
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), FASCIA_TYPE_BODY_PAGE);
  GtkWidget *from = page != NULL ? page : GTK_WIDGET (self);
  AdwDialog *dialog = fascia_place_dialog_new (self->model, region, from);
  adw_dialog_present (dialog, from);
  return FASCIA_PLACE_DIALOG (dialog);
}

static void
on_more_clicked (FasciaLevelStrip *self)
{
  present_dialog (self);
}

static void
on_more_words_clicked (FasciaLevelStrip *self)
{
  FasciaPlaceDialog *dialog = present_dialog (self);

  if (dialog != NULL)
    fascia_place_dialog_show_words (dialog);
}

static void
on_help_clicked (FasciaLevelStrip *self)
{
  FasciaPlaceDialog *dialog = present_dialog (self);

  if (dialog != NULL)
    fascia_place_dialog_show_help (dialog);
}

/* Comes once, below what the person is doing, and takes nothing away from it. */
static void
on_help_asked (FasciaLevelStrip *self, const FasciaRegion *region)
{
  self->helped = region;
  gtk_widget_set_visible (self->help, TRUE);
  fascia_announce (GTK_WIDGET (self), _ ("“When to get help” is shown below."));
}

static void
on_settings_changed (FasciaLevelStrip *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (
      fascia_place_facts_get_setup (fascia_place_facts_get (self->model)));

  fascia_level_scale_set_has_ten (self->scale,
                                  fascia_settings_get_boolean (settings, FASCIA_SETTING_TEN, TRUE));
}

/* ---- finger or mouse ---- */

void
fascia_level_strip_set_neighbours_shown (FasciaLevelStrip *self, gboolean is_shown)
{
  g_return_if_fail (FASCIA_IS_LEVEL_STRIP (self));

  /* Once there was a finger the line keeps its place, and toasts keep above it. */
  if (is_shown)
    {
      GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

      gtk_widget_set_visible (self->neighbours, TRUE);
      if (overlay != NULL && self->is_compact)
        gtk_widget_add_css_class (overlay, "above-neighbours");
    }
  fascia_neighbour_line_set_enabled (FASCIA_NEIGHBOUR_LINE (self->neighbours), is_shown);
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, FasciaLevelStrip *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_TOUCH_BEGIN)
    fascia_level_strip_set_neighbours_shown (self, TRUE);
  else if (type == GDK_BUTTON_PRESS)
    {
      GdkDevice *device = gdk_event_get_device (event);

      fascia_level_strip_set_neighbours_shown (
          self, device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN);
    }
  else if (type == GDK_KEY_PRESS)
    fascia_level_strip_set_neighbours_shown (self, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
fascia_level_strip_root (GtkWidget *widget)
{
  FasciaLevelStrip *self = FASCIA_LEVEL_STRIP (widget);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (fascia_level_strip_parent_class)->root (widget);

  self->presses = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->presses, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->presses, "event", G_CALLBACK (on_event), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->presses);
  /* The press that brought the strip here came before it. */
  if (seat != NULL && (gdk_seat_get_capabilities (seat) & GDK_SEAT_CAPABILITY_TOUCH) != 0)
    fascia_level_strip_set_neighbours_shown (self, TRUE);
}

static void
fascia_level_strip_unroot (GtkWidget *widget)
{
  FasciaLevelStrip *self = FASCIA_LEVEL_STRIP (widget);

  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL && self->is_compact)
    gtk_widget_remove_css_class (overlay, "above-neighbours");
  if (self->presses != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->presses);
  self->presses = NULL;

  GTK_WIDGET_CLASS (fascia_level_strip_parent_class)->unroot (widget);
}

/* ---- the widget ---- */

void
fascia_level_strip_set_feelings_shown (FasciaLevelStrip *self, gboolean is_shown)
{
  g_return_if_fail (FASCIA_IS_LEVEL_STRIP (self));

  if (self->chips != NULL)
    gtk_widget_set_visible (self->chips, is_shown);
}

void
fascia_level_strip_focus_scale (FasciaLevelStrip *self)
{
  g_return_if_fail (FASCIA_IS_LEVEL_STRIP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static void
fascia_level_strip_dispose (GObject *object)
{
  FasciaLevelStrip *self = FASCIA_LEVEL_STRIP (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_LEVEL_STRIP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_level_strip_parent_class)->dispose (object);
}

static void
fascia_level_strip_class_init (FasciaLevelStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_level_strip_dispose;
  widget_class->root = fascia_level_strip_root;
  widget_class->unroot = fascia_level_strip_unroot;

  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FASCIA_TYPE_LEVEL_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-level-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, title_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, value_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, remove);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, name);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, value);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, scales);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, minus);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, plus);
  gtk_widget_class_bind_template_child (widget_class, FasciaLevelStrip, scale);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_level_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_minus_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_plus_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "levelstrip");
}

static void
fascia_level_strip_init (FasciaLevelStrip *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

static void
add_feelings (FasciaLevelStrip *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->chips = fascia_feeling_chips_new (self->model, FASCIA_FEELING_CHIPS_SIX);
  g_signal_connect_object (self->chips, "more", G_CALLBACK (on_more_words_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "help", G_CALLBACK (on_help_asked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->chips, GTK_WIDGET (self), NULL);

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("When to Get Help"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "help-about-symbolic");
  self->help = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->help), content);
  gtk_button_set_can_shrink (GTK_BUTTON (self->help), TRUE);
  gtk_widget_set_halign (self->help, GTK_ALIGN_START);
  gtk_widget_set_visible (self->help, FALSE);
  gtk_widget_add_css_class (self->help, "flat");
  g_signal_connect_object (self->help, "clicked", G_CALLBACK (on_help_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->help, GTK_WIDGET (self), NULL);
}

/* With room, the two quantities have a row of their own. */
static void
spread (FasciaLevelStrip *self)
{
  g_object_ref (self->scales);
  gtk_box_remove (GTK_BOX (self->title_row), GTK_WIDGET (self->scales));
  gtk_widget_insert_after (GTK_WIDGET (self->scales), GTK_WIDGET (self), self->title_row);
  adw_toggle_group_set_homogeneous (self->scales, TRUE);
  g_object_unref (self->scales);
}

GtkWidget *
fascia_level_strip_new (FasciaBodyModel *model, gboolean is_compact)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaLevelStrip *self = g_object_new (FASCIA_TYPE_LEVEL_STRIP, NULL);
  self->model = g_object_ref (model);
  self->is_compact = is_compact;
  if (is_compact)
    {
      gtk_widget_set_visible (self->remove, FALSE);
    }
  else
    {
      spread (self);
      add_feelings (self);
    }
  self->neighbours = fascia_neighbour_line_new (model);
  gtk_widget_set_visible (self->neighbours, FALSE);
  gtk_widget_insert_before (self->neighbours, GTK_WIDGET (self), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chosen place"), -1);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::target", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_place_facts_get_setup (fascia_place_facts_get (model)),
                           "notify::settings", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  on_settings_changed (self);
  update (self);
  return GTK_WIDGET (self);
}

/* Two lines of it, also while there is one: a figure that moves under the finger is a trap. */
static void
reserve_lines (GtkLabel *label)
{
  /* Its font is known in a window only. */
  if (gtk_widget_get_root (GTK_WIDGET (label)) == NULL)
    return;
  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (label)), NULL, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (label), -1,
                               2 * PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
  pango_font_metrics_unref (metrics);
}

void
fascia_level_strip_set_is_tight (FasciaLevelStrip *self)
{
  g_return_if_fail (FASCIA_IS_LEVEL_STRIP (self));

  gtk_widget_set_visible (self->remove, FALSE);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_yalign (self->name, 1);
  g_signal_connect (self->name, "notify::root", G_CALLBACK (reserve_lines), NULL);
  fascia_follow_text_size (GTK_WIDGET (self->name), G_CALLBACK (reserve_lines));
  reserve_lines (self->name);
  gtk_label_set_lines (self->value, 1);
}

void
fascia_level_strip_set_aside (FasciaLevelStrip *self, GtkWidget *widget)
{
  g_return_if_fail (FASCIA_IS_LEVEL_STRIP (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_box_append (self->value_row, widget);
  gtk_widget_add_css_class (GTK_WIDGET (self->value_row), "aside");
}
