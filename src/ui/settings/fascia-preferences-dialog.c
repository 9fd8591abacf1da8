/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose: the figure, the keys, the report.
 */

#include "config.h"

#include "fascia-preferences-dialog.h"

#include <glib/gi18n.h>

#include "fascia-build-card.h"
#include "fascia-journal-preferences.h"
#include "fascia-limb-row.h"
#include "fascia-safety-preferences.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-row-words.h"

#define N_BUILDS FASCIA_BUILD_FULL
#define N_LIMB_ROWS 4

struct _FasciaPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GtkBox *builds;
  GtkCheckButton *facing;
  GtkCheckButton *own;
  AdwPreferencesGroup *limbs_group;
  AdwSwitchRow *ten;
  AdwSwitchRow *counts;
  FasciaBuildCard *cards[N_BUILDS];
  FasciaLimbRow *limbs[N_LIMB_ROWS];

  FasciaBodySetup *setup;
  GtkWidget *came_from; /* what had the focus before, not held */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaPreferencesDialog,
                     fascia_preferences_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

static void
update (FasciaPreferencesDialog *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (self->setup);
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  fascia_body_form_read (&form, settings);
  self->is_updating = TRUE;
  for (guint i = 0; i < N_BUILDS; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cards[i]),
                                    fascia_build_card_get_build (self->cards[i]) == form.build);
      fascia_build_card_set_body (self->cards[i], fascia_body_setup_get_body (self->setup));
    }
  gtk_check_button_set_active (self->facing, form.facing == FASCIA_FACING_FACING);
  gtk_check_button_set_active (self->own, form.facing == FASCIA_FACING_OWN);
  for (guint i = 0; i < N_LIMB_ROWS; i++)
    fascia_limb_row_set_form (self->limbs[i], &form);
  adw_switch_row_set_active (self->ten,
                             fascia_settings_get_boolean (settings, FASCIA_SETTING_TEN, TRUE));
  adw_switch_row_set_active (self->counts,
                             fascia_settings_get_boolean (settings, FASCIA_SETTING_COUNTS, FALSE));
  self->is_updating = FALSE;
}

/* ---- what is chosen ---- */

static void
on_build_toggled (FasciaPreferencesDialog *self, GtkToggleButton *card)
{
  if (self->is_updating || !gtk_toggle_button_get_active (card))
    return;
  fascia_body_setup_set (self->setup, FASCIA_SETTING_BUILD,
                         g_variant_new_string (fascia_build_to_code (
                             fascia_build_card_get_build (FASCIA_BUILD_CARD (card)))));
}

static void
on_facing_toggled (FasciaPreferencesDialog *self, GtkCheckButton *button)
{
  if (self->is_updating || self->setup == NULL || !gtk_check_button_get_active (button))
    return;
  fascia_body_setup_set (self->setup, FASCIA_SETTING_FACING,
                         g_variant_new_string (fascia_facing_to_code (
                             button == self->own ? FASCIA_FACING_OWN : FASCIA_FACING_FACING)));
}

static void
on_limb_chosen (FasciaPreferencesDialog *self, int limb, int state)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  if (self->is_updating)
    return;
  fascia_body_form_read (&form, fascia_body_setup_get_settings (self->setup));
  form.limbs[limb] = (FasciaLimbState) state;
  g_autoptr (GVariant) value = fascia_body_form_write_limbs (&form);
  fascia_body_setup_set (self->setup, FASCIA_SETTING_LIMBS, value);
}

static void
on_ten_toggled (FasciaPreferencesDialog *self)
{
  if (!self->is_updating && self->setup != NULL)
    fascia_body_setup_set (self->setup, FASCIA_SETTING_TEN,
                           g_variant_new_boolean (adw_switch_row_get_active (self->ten)));
}

static void
on_counts_toggled (FasciaPreferencesDialog *self)
{
  if (!self->is_updating && self->setup != NULL)
    fascia_body_setup_set (self->setup, FASCIA_SETTING_COUNTS,
                           g_variant_new_boolean (adw_switch_row_get_active (self->counts)));
}

/* Told here, over what was chosen, and nowhere else. */
static gboolean
on_not_written (FasciaPreferencesDialog *self, const GError *error)
{
  AdwToast *toast = adw_toast_new (_ ("This could not be saved"));

  g_message ("A setting was not written: %s", error->message);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
  return TRUE;
}

/* ---- the dialog ---- */

/* Menus and keys open the dialog: what had the focus before them is where the person worked. */
static void
on_closed (FasciaPreferencesDialog *self)
{
  GtkWidget *came_from = self->came_from;

  if (came_from == NULL)
    return;
  g_clear_weak_pointer (&self->came_from);
  if (gtk_widget_get_mapped (came_from))
    gtk_widget_grab_focus (came_from);
}

/* The entry for searching says nothing of itself. */
static void
name_search (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SEARCH_BAR (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Search the preferences"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

/* Four names side by side have room for so much of large text, as those of the window. */
static void
fit_switcher (GtkWidget *widget)
{
  if (ADW_IS_VIEW_SWITCHER_BAR (widget))
    gtk_widget_set_name (widget, fascia_is_text_large (widget) ? "large-text-switcher" : NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fit_switcher (child);
}

static void
fascia_preferences_dialog_root (GtkWidget *widget)
{
  FasciaPreferencesDialog *self = FASCIA_PREFERENCES_DIALOG (widget);

  GTK_WIDGET_CLASS (fascia_preferences_dialog_parent_class)->root (widget);

  g_set_weak_pointer (&self->came_from, gtk_root_get_focus (gtk_widget_get_root (widget)));
  name_search (widget);
  fit_switcher (widget);
}

static void
fascia_preferences_dialog_dispose (GObject *object)
{
  FasciaPreferencesDialog *self = FASCIA_PREFERENCES_DIALOG (object);

  g_clear_weak_pointer (&self->came_from);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (fascia_preferences_dialog_parent_class)->dispose (object);
}

static void
fascia_preferences_dialog_class_init (FasciaPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_preferences_dialog_dispose;
  widget_class->root = fascia_preferences_dialog_root;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, builds);
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, facing);
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, own);
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, limbs_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, ten);
  gtk_widget_class_bind_template_child (widget_class, FasciaPreferencesDialog, counts);
  gtk_widget_class_bind_template_callback (widget_class, on_facing_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_ten_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_counts_toggled);
}

/* Those that a template gives a row are no description of it. */
static void
say_words (gpointer inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_ACTION_ROW);
  g_autofree char *words = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

  fascia_row_set_words (ADW_ACTION_ROW (row), words);
}

static void
fascia_preferences_dialog_init (FasciaPreferencesDialog *self)
{
  static const FasciaLimb limbs[N_LIMB_ROWS] = { FASCIA_LIMB_ARM_LEFT, FASCIA_LIMB_ARM_RIGHT,
                                                 FASCIA_LIMB_LEG_LEFT, FASCIA_LIMB_LEG_RIGHT };

  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (fit_switcher));
  say_words (self->facing);
  say_words (self->own);
  say_words (self->ten);
  say_words (self->counts);
  for (guint i = 0; i < N_BUILDS; i++)
    {
      GtkWidget *card = fascia_build_card_new ((FasciaBuild) (i + 1));

      self->cards[i] = FASCIA_BUILD_CARD (card);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (self->cards[0]));
      gtk_box_append (self->builds, card);
      g_signal_connect_object (card, "toggled", G_CALLBACK (on_build_toggled), self,
                               G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < N_LIMB_ROWS; i++)
    {
      self->limbs[i] = FASCIA_LIMB_ROW (fascia_limb_row_new (limbs[i]));
      adw_preferences_group_add (self->limbs_group, GTK_WIDGET (self->limbs[i]));
      g_signal_connect_object (self->limbs[i], "chosen", G_CALLBACK (on_limb_chosen), self,
                               G_CONNECT_SWAPPED);
    }
  self->is_updating = FALSE;
}

AdwDialog *
fascia_preferences_dialog_new (FasciaBodySetup *setup)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaPreferencesDialog *self = g_object_new (FASCIA_TYPE_PREFERENCES_DIALOG, NULL);

  self->setup = g_object_ref (setup);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self),
                              fascia_journal_preferences_new (setup));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), fascia_safety_preferences_new (setup));
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (setup, "not-written", G_CALLBACK (on_not_written), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
