/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked once: in which postures a person can be, and what is there.
 */

#include "config.h"

#include "fascia-setup-card.h"

#include <glib/gi18n.h>

#include "fascia-routine-text.h"

struct _FasciaSetupCard
{
  AdwBin parent_instance;

  FasciaRoutinesModel *model;
  AdwWrapBox *postures;
  AdwWrapBox *tools;
};

G_DEFINE_FINAL_TYPE (FasciaSetupCard, fascia_setup_card, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_DONE = 1,
} FasciaSetupCardSignal;

static guint signals[SIGNAL_DONE + 1];

/* Hands and knees are on the floor: one question for both. */
static const FasciaPosture asked[] = {
  FASCIA_POSTURE_BED,
  FASCIA_POSTURE_CHAIR,
  FASCIA_POSTURE_STANDING,
  FASCIA_POSTURE_FLOOR,
};

static const char code_key[] = "fascia-code";

gboolean
fascia_setup_card_is_due (FasciaRoutinesModel *model)
{
  FasciaSettings *settings = fascia_routines_model_get_settings (model);

  return fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES)[0] == NULL;
}

static void
add_chip (AdwWrapBox *box, const char *code, const char *label, gboolean is_active)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), is_active);
  g_object_set_data (G_OBJECT (chip), code_key, (gpointer) g_intern_string (code));
  adw_wrap_box_append (box, chip);
}

/* Codes of the chips that are down. */
static void
collect (AdwWrapBox *box, GStrvBuilder *codes)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_strv_builder_add (codes, g_object_get_data (G_OBJECT (chip), code_key));
}

static void
clear_change (gpointer change)
{
  g_clear_pointer (&((FasciaSettingChange *) change)->value, g_variant_unref);
}

static void
add_change (GArray *changes, const char *key, GStrvBuilder *builder)
{
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  const FasciaSettingChange change = {
    .key = key,
    .value = g_variant_ref_sink (g_variant_new_strv ((const char *const *) codes, -1)),
  };

  g_array_append_val (changes, change);
}

static void
on_done_clicked (FasciaSetupCard *self)
{
  g_autoptr (GStrvBuilder) postures = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) tools = g_strv_builder_new ();
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));

  g_array_set_clear_func (changes, clear_change);
  collect (self->postures, postures);
  g_auto (GStrv) chosen = g_strv_builder_end (postures);
  /* None is no answer: then anything goes. */
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (chosen[0] == NULL
        || g_strv_contains ((const char *const *) chosen, fascia_posture_to_code (asked[i])))
      {
        g_strv_builder_add (postures, fascia_posture_to_code (asked[i]));
        if (asked[i] == FASCIA_POSTURE_FLOOR)
          g_strv_builder_add (postures, fascia_posture_to_code (FASCIA_POSTURE_HANDS_AND_KNEES));
      }
  add_change (changes, FASCIA_SETTING_POSTURES, postures);
  collect (self->tools, tools);
  add_change (changes, FASCIA_SETTING_TOOLS, tools);
  fascia_routines_model_write (self->model, changes);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
add_chips (FasciaSetupCard *self)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaSettings *settings = fascia_routines_model_get_settings (self->model);
  const char *const *postures = fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES);
  const char *const *owned = fascia_settings_get_strv (settings, FASCIA_SETTING_TOOLS);
  const char *const *tools = fascia_library_get_tools (library);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const char *code = fascia_posture_to_code (asked[i]);

      add_chip (self->postures, code, fascia_routine_text_posture (asked[i]),
                g_strv_contains (postures, code));
    }
  for (guint i = 0; tools[i] != NULL; i++)
    if (!fascia_library_is_default_tool (library, tools[i]))
      add_chip (self->tools, tools[i], fascia_library_get_tool_name (library, tools[i]),
                g_strv_contains (owned, tools[i]));
}

static AdwWrapBox *
add_question (GtkBox *box, const char *title, const char *words)
{
  GtkWidget *heading
      = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *chips = adw_wrap_box_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  if (words != NULL)
    {
      GtkWidget *label
          = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (box, label);
    }
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (chips), 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  gtk_box_append (box, chips);
  return ADW_WRAP_BOX (chips);
}

static void
fascia_setup_card_dispose (GObject *object)
{
  g_clear_object (&FASCIA_SETUP_CARD (object)->model);

  G_OBJECT_CLASS (fascia_setup_card_parent_class)->dispose (object);
}

static void
fascia_setup_card_class_init (FasciaSetupCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_setup_card_dispose;
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_setup_card_init (FasciaSetupCard *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Done"));

  self->postures = add_question (box, _ ("How can you be for a routine?"),
                                 _ ("What you leave out is not suggested."));
  self->tools = add_question (box, _ ("What do you have?"),
                              _ ("Hands, a wall, a chair and a towel are enough."));
  gtk_widget_set_halign (done, GTK_ALIGN_END);
  g_signal_connect_object (done, "clicked", G_CALLBACK (on_done_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, done);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "routinesetup");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Asked once"), -1);
}

GtkWidget *
fascia_setup_card_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSetupCard *self = g_object_new (FASCIA_TYPE_SETUP_CARD, NULL);
  self->model = g_object_ref (model);
  add_chips (self);
  return GTK_WIDGET (self);
}
