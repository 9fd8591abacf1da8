/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of an own routine: where, on which side, how much, and the rest after it.
 */

#include "config.h"

#include "fascia-item-page.h"

#include <glib/gi18n.h>

#include "fascia-button-row.h"
#include "fascia-item-text.h"
#include "fascia-routine-pose.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"

#define POSE_PX 160
#define STEP_S 5

struct _FasciaItemPage
{
  AdwNavigationPage parent_instance;

  FasciaRoutinesModel *model;
  FasciaLibrary *library;
  FasciaRoutine *routine;
  const FasciaStep *step;
  FasciaRoutineItem item;
  GPtrArray *places; /* codes that are chosen, NULL-terminated when item.places is set */

  AdwPreferencesPage *content;
  AdwSpinRow *sets;
  AdwSpinRow *amount;
  AdwSpinRow *rest;
  AdwComboRow *side; /* NULL when it is done once for both */
  GtkLabel *limits;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaItemPage, fascia_item_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_EDITED = 1,
  SIGNAL_BOTH_SIDES,
  SIGNAL_REMOVED,
} FasciaItemPageSignal;

static guint signals[SIGNAL_REMOVED + 1];

static const char base_key[] = "fascia-base";

enum
{
  SIDE_MARKED = 0,
  SIDE_LEFT,
  SIDE_RIGHT,
  SIDE_BOTH,
};

/* ---- what is edited ---- */

static void
update_limits (FasciaItemPage *self)
{
  g_auto (GStrv) lines = fascia_item_list_limits (self->library, self->routine, &self->item);
  g_autofree char *text = g_strjoinv ("\n", lines);

  if (g_str_equal (text, gtk_label_get_label (self->limits)))
    return;
  gtk_label_set_label (self->limits, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->limits)), *text != '\0');
  if (*text != '\0')
    fascia_announce (GTK_WIDGET (self), text);
}

static void
tell (FasciaItemPage *self)
{
  update_limits (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_dose_changed (FasciaItemPage *self)
{
  if (self->is_updating)
    return;
  const int amount = (int) adw_spin_row_get_value (self->amount);

  self->item.sets = (int) adw_spin_row_get_value (self->sets);
  self->item.rest_s = (int) adw_spin_row_get_value (self->rest);
  if (fascia_step_get_dose (self->step)->reps_max > 0)
    self->item.reps = amount;
  else
    self->item.seconds = amount;
  tell (self);
}

static void
pop (FasciaItemPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

void
fascia_item_page_ask_both (FasciaItemPage *self)
{
  g_return_if_fail (FASCIA_IS_ITEM_PAGE (self));

  g_autoptr (FasciaItemPage) kept = g_object_ref (self);

  pop (self);
  g_signal_emit (kept, signals[SIGNAL_BOTH_SIDES], 0);
}

static void
on_side_changed (FasciaItemPage *self)
{
  static const FasciaSide sides[] = {
    [SIDE_MARKED] = FASCIA_SIDE_MIDLINE,
    [SIDE_LEFT] = FASCIA_SIDE_LEFT,
    [SIDE_RIGHT] = FASCIA_SIDE_RIGHT,
  };
  const guint selected = adw_combo_row_get_selected (self->side);

  if (self->is_updating)
    return;
  if (selected == SIDE_BOTH)
    {
      fascia_item_page_ask_both (self);
      return;
    }
  if (selected >= G_N_ELEMENTS (sides))
    return;
  self->item.side = sides[selected];
  tell (self);
}

static void
on_place_toggled (FasciaItemPage *self, GtkCheckButton *check)
{
  const char *base = g_object_get_data (G_OBJECT (check), base_key);
  const char *const *regions = fascia_step_get_traits (self->step)->regions;
  g_autoptr (GPtrArray) before = g_ptr_array_copy (self->places, NULL, NULL);

  if (self->is_updating)
    return;
  /* In the order of the step. */
  g_ptr_array_set_size (self->places, 0);
  for (guint i = 0; regions[i] != NULL; i++)
    {
      gboolean is_chosen = g_ptr_array_find (before, regions[i], NULL);

      if (g_str_equal (regions[i], base))
        is_chosen = gtk_check_button_get_active (check);
      if (is_chosen)
        g_ptr_array_add (self->places, (gpointer) regions[i]);
    }
  const guint n = self->places->len;
  g_ptr_array_add (self->places, NULL);
  self->item.places = n > 0 ? (const char *const *) self->places->pdata : NULL;
  tell (self);
}

static void
on_removed (FasciaItemPage *self)
{
  g_autoptr (FasciaItemPage) kept = g_object_ref (self);

  pop (self);
  g_signal_emit (kept, signals[SIGNAL_REMOVED], 0);
}

const FasciaRoutineItem *
fascia_item_page_get_item (FasciaItemPage *self)
{
  g_return_val_if_fail (FASCIA_IS_ITEM_PAGE (self), NULL);

  return &self->item;
}

void
fascia_item_page_set_dose (FasciaItemPage *self, int sets, int amount, int rest_s)
{
  g_return_if_fail (FASCIA_IS_ITEM_PAGE (self));

  adw_spin_row_set_value (self->sets, sets);
  adw_spin_row_set_value (self->amount, amount);
  adw_spin_row_set_value (self->rest, rest_s);
}

void
fascia_item_page_set_side (FasciaItemPage *self, FasciaSide side)
{
  g_return_if_fail (FASCIA_IS_ITEM_PAGE (self));

  if (self->side != NULL)
    adw_combo_row_set_selected (self->side, side == FASCIA_SIDE_LEFT    ? SIDE_LEFT
                                            : side == FASCIA_SIDE_RIGHT ? SIDE_RIGHT
                                                                        : SIDE_MARKED);
}

/* ---- layout ---- */

static AdwPreferencesGroup *
add_group (FasciaItemPage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static AdwSpinRow *
add_number (FasciaItemPage *self,
            AdwPreferencesGroup *group,
            const char *title,
            int least,
            int most,
            int step,
            int value)
{
  GtkWidget *row = adw_spin_row_new_with_range (least, most, step);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), value);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (on_dose_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return ADW_SPIN_ROW (row);
}

static void
add_about (FasciaItemPage *self)
{
  AdwPreferencesGroup *group = add_group (self, NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (fascia_step_get_title (self->step));
  GtkWidget *movement = gtk_label_new (fascia_step_get_movement (self->step));
  g_autofree char *like = fascia_item_text_like (self->library, self->step);

  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box),
                  fascia_routine_pose_new (self->model, self->step, self->item.side, POSE_PX));
  gtk_box_append (GTK_BOX (box), title);
  if (like != NULL)
    {
      GtkWidget *label = gtk_label_new (like);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), movement);
  g_object_set (title, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  g_object_set (movement, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  adw_preferences_group_add (group, box);
}

static void
add_dose (FasciaItemPage *self)
{
  const gboolean has_reps = fascia_step_get_dose (self->step)->reps_max > 0;
  g_autofree char *usual = fascia_step_dup_dose (self->step);
  /* Translators: the dose of a step as the library has it: “1–2 sets of 30–60 s a side”. */
  g_autofree char *about = g_strdup_printf (_ ("Usual: %s"), usual);
  AdwPreferencesGroup *group = add_group (self, _ ("How Much"), about);

  self->sets = add_number (
      self, group,
      fascia_step_get_dose (self->step)->sides == 2 ? _ ("Sets for a Side") : _ ("Sets"), 1,
      FASCIA_ROUTINE_MAX_SETS, 1, fascia_item_get_sets (self->step, &self->item));
  self->amount
      = add_number (self, group, has_reps ? _ ("Times") : _ ("Seconds of a Set"), 1,
                    has_reps ? FASCIA_ROUTINE_MAX_REPS : FASCIA_ROUTINE_MAX_SECONDS,
                    has_reps ? 1 : STEP_S, fascia_item_get_amount (self->step, &self->item));
  self->rest = add_number (self, group, _ ("Seconds of Rest After It"), 0, FASCIA_ROUTINE_MAX_REST,
                           STEP_S, self->item.rest_s);

  GtkWidget *holder = adw_preferences_row_new ();
  self->limits = GTK_LABEL (gtk_label_new (""));
  g_object_set (self->limits, "wrap", TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom", 12,
                "margin-start", 12, "margin-end", 12, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), GTK_WIDGET (self->limits));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_visible (holder, FALSE);
  adw_preferences_group_add (group, holder);
}

static void
add_side (FasciaItemPage *self)
{
  if (fascia_step_get_dose (self->step)->sides != 2)
    return;
  const char *const names[] = { _ ("As marked on the map, else both"), _ ("Left"), _ ("Right"),
                                _ ("Both, one after the other"), NULL };
  AdwPreferencesGroup *group = add_group (self, NULL, NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->side = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->side), _ ("Side"));
  adw_combo_row_set_model (self->side, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->side, self->item.side == FASCIA_SIDE_LEFT    ? SIDE_LEFT
                                          : self->item.side == FASCIA_SIDE_RIGHT ? SIDE_RIGHT
                                                                                 : SIDE_MARKED);
  g_signal_connect_object (self->side, "notify::selected", G_CALLBACK (on_side_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->side));
}

static void
add_places (FasciaItemPage *self)
{
  const FasciaTraits *traits = fascia_step_get_traits (self->step);

  if (traits->acts_on_all || g_strv_length ((char **) traits->regions) < 2)
    return;
  AdwPreferencesGroup *group
      = add_group (self, _ ("Places"), _ ("Choose none, and it follows what you mark on the map."));

  for (guint i = 0; traits->regions[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *name = fascia_item_text_place (fascia_library_get_body (self->library),
                                                      traits->regions[i], FASCIA_SIDE_MIDLINE);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   self->item.places != NULL
                                       && g_strv_contains (self->item.places, traits->regions[i]));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (check), base_key, (gpointer) traits->regions[i]);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_place_toggled), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (group, row);
    }
}

static void
add_button (AdwPreferencesGroup *group, const char *title, GCallback callback, FasciaItemPage *self)
{
  GtkWidget *row = fascia_button_row_new (title, NULL);

  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
build (FasciaItemPage *self)
{
  self->is_updating = TRUE;
  add_about (self);
  add_dose (self);
  add_side (self);
  add_places (self);
  AdwPreferencesGroup *group = add_group (self, NULL, NULL);
  if (self->side != NULL)
    add_button (group, _ ("_One for Each Side"), G_CALLBACK (fascia_item_page_ask_both), self);
  add_button (group, _ ("_Remove from Routine"), G_CALLBACK (on_removed), self);
  self->is_updating = FALSE;
  update_limits (self);
}

static void
fascia_item_page_dispose (GObject *object)
{
  FasciaItemPage *self = FASCIA_ITEM_PAGE (object);

  self->is_updating = TRUE;
  g_clear_object (&self->model);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_item_page_parent_class)->dispose (object);
}

static void
fascia_item_page_class_init (FasciaItemPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_item_page_dispose;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BOTH_SIDES]
      = g_signal_new ("both-sides", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_item_page_init (FasciaItemPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();

  self->places = g_ptr_array_new ();
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->content));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

AdwNavigationPage *
fascia_item_page_new (FasciaRoutinesModel *model,
                      FasciaRoutine *routine,
                      const FasciaRoutineItem *item)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (routine != NULL && item != NULL, NULL);

  FasciaLibrary *library = fascia_routines_model_get_library (model);
  const FasciaStep *step = fascia_library_resolve_step (library, routine, item->step);
  g_return_val_if_fail (step != NULL, NULL);

  FasciaItemPage *self = g_object_new (FASCIA_TYPE_ITEM_PAGE, "title", _ ("Step"), NULL);

  self->model = g_object_ref (model);
  self->library = fascia_library_ref (library);
  self->routine = fascia_routine_ref (routine);
  self->step = step;
  self->item = *item;
  for (guint i = 0; item->places != NULL && item->places[i] != NULL; i++)
    g_ptr_array_add (self->places, (gpointer) g_intern_string (item->places[i]));
  if (self->places->len > 0)
    {
      g_ptr_array_add (self->places, NULL);
      self->item.places = (const char *const *) self->places->pdata;
    }
  else
    self->item.places = NULL;
  build (self);
  return ADW_NAVIGATION_PAGE (self);
}
