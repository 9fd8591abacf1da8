/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More about a place: both quantities, how it feels, the note of the check-in.
 */

#include "config.h"

#include "fascia-place-dialog.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-feelings.h"
#include "fascia-level-scale.h"
#include "fascia-note-draft.h"
#include "fascia-text.h"

/* As many words as two or three lines hold; the others are one tap away. */
#define FEW_CHIPS 8

struct _FasciaPlaceDialog
{
  AdwDialog parent_instance;

  FasciaLevelScale *tightness;
  FasciaLevelScale *pain;
  GtkLabel *tightness_last;
  GtkLabel *pain_last;
  GtkWidget *feelings_box;
  AdwWrapBox *feelings;
  GtkWidget *note_box;
  GtkTextView *note;
  GtkWidget *remove;

  FasciaBodyModel *model;
  const FasciaRegion *region;
  GPtrArray *chips; /* GtkToggleButton with its code as data */
  FasciaNoteDraft *draft;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaPlaceDialog, fascia_place_dialog, ADW_TYPE_DIALOG)

static const char code_key[] = "fascia-feeling-code";

/* ---- values to widgets ---- */

static void
update_scale (FasciaPlaceDialog *self, FasciaScale scale, FasciaLevelScale *widget, GtkLabel *last)
{
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, self->region);
  const FasciaBodyAnswer *answer = &place->answers[scale - 1];
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  g_autofree char *value = fascia_body_place_dup_value (place, scale);
  FasciaBodyPlace only = *place;
  /* The words of one quantity alone. */
  only.answers[scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN - 1 : FASCIA_SCALE_TIGHTNESS - 1]
      = (FasciaBodyAnswer) { 0 };
  g_autofree char *description = fascia_body_place_dup_description (&only, scale, today);

  fascia_level_scale_set_level (widget, answer->is_given ? answer->level : FASCIA_LEVEL_NOT_GIVEN);
  fascia_level_scale_set_last (widget,
                               answer->has_last ? answer->last_level : FASCIA_LEVEL_NOT_GIVEN);
  fascia_level_scale_describe (widget, fascia_text_scale (scale), value);
  gtk_label_set_label (last, description);
}

static const char *const *
get_feelings (FasciaPlaceDialog *self)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  const char *code = fascia_region_get_id (self->region);
  FasciaScale scale = fascia_body_model_get_scale (self->model);

  if (entry == NULL)
    return NULL;
  const FasciaMark *mark = fascia_entry_find_mark (entry, code, scale);
  if (mark == NULL)
    mark = fascia_entry_find_mark (
        entry, code, scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS);
  return mark != NULL ? mark->feelings : NULL;
}

/* The note stays with the check-in that was open when the dialog opened, or with the first one that
 * comes. Only what the journal has just said is newer than what is being written. */
static void
update_note (FasciaPlaceDialog *self)
{
  const FasciaUid *open = fascia_body_model_get_uid (self->model);
  const FasciaUid *uid = fascia_note_draft_get_uid (self->draft);
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));

  if (entry != NULL && open != NULL && uid != NULL && fascia_uid_equal (uid, open))
    fascia_note_draft_set_stored (self->draft, fascia_entry_get_note (entry));
}

static void
update (FasciaPlaceDialog *self)
{
  const char *const *chosen = get_feelings (self);

  self->is_updating = TRUE;
  update_scale (self, FASCIA_SCALE_TIGHTNESS, self->tightness, self->tightness_last);
  update_scale (self, FASCIA_SCALE_PAIN, self->pain, self->pain_last);
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);
      const char *code = g_object_get_data (G_OBJECT (chip), code_key);

      gtk_toggle_button_set_active (chip, chosen != NULL && g_strv_contains (chosen, code));
    }
  /* A note is about a check-in, and there is none before the first mark. */
  gtk_widget_set_visible (self->note_box,
                          fascia_body_state_get_entry (fascia_body_model_get_state (self->model))
                              != NULL);
  update_note (self);
  /* Without a check-in there is nothing yet that a note could belong to. */
  gtk_widget_set_visible (self->note_box,
                          fascia_body_state_get_entry (fascia_body_model_get_state (self->model))
                                  != NULL
                              || fascia_note_draft_get_uid (self->draft) != NULL
                              || fascia_note_draft_is_dirty (self->draft));
  gtk_widget_set_visible (self->remove, fascia_body_place_is_marked (fascia_body_model_get_place (
                                            self->model, self->region)));
  self->is_updating = FALSE;
}

/* ---- widgets to values ---- */

static void
on_remove_clicked (FasciaPlaceDialog *self)
{
  fascia_body_model_remove (self->model, self->region);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_tightness_chosen (FasciaPlaceDialog *self, int level)
{
  fascia_body_model_set_level (self->model, self->region, FASCIA_SCALE_TIGHTNESS, level);
}

static void
on_pain_chosen (FasciaPlaceDialog *self, int level)
{
  fascia_body_model_set_level (self->model, self->region, FASCIA_SCALE_PAIN, level);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
on_chip_toggled (FasciaPlaceDialog *self)
{
  if (self->is_updating)
    return;

  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      if (gtk_toggle_button_get_active (chip))
        g_ptr_array_add (codes, g_object_get_data (G_OBJECT (chip), code_key));
    }
  /* Words of a newer version stay where they are. */
  const char *const *old = get_feelings (self);
  FasciaFeelings *known = fascia_text_get_feelings ();
  for (guint i = 0; old != NULL && known != NULL && old[i] != NULL; i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_lookup (known, old[i]);

      if (feeling == NULL || !fascia_feeling_is_offered (feeling))
        g_ptr_array_add (codes, (gpointer) g_intern_string (old[i]));
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  fascia_body_model_set_feelings (self->model, self->region, (const char *const *) codes->pdata);
}

/* ---- the rest ---- */

static void
on_more_feelings_clicked (FasciaPlaceDialog *self, GtkWidget *button)
{
  gtk_widget_set_visible (button, FALSE);
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->chips, i), TRUE);
  gtk_widget_grab_focus (g_ptr_array_index (self->chips, MIN (FEW_CHIPS, self->chips->len - 1)));
}

static void
add_chips (FasciaPlaceDialog *self)
{
  const char *const *chosen = get_feelings (self);
  FasciaFeelings *feelings = fascia_text_get_feelings ();
  guint n_feelings = feelings != NULL ? fascia_feelings_get_n (feelings) : 0;

  for (guint i = 0; i < n_feelings; i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_get (feelings, i);
      if (!fascia_feeling_is_offered (feeling))
        continue;

      GtkWidget *chip = gtk_toggle_button_new_with_label (fascia_feeling_get_name (feeling));
      gtk_widget_add_css_class (chip, "chip");
      gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
      g_object_set_data (G_OBJECT (chip), code_key,
                         (gpointer) g_intern_string (fascia_feeling_get_code (feeling)));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_visible (
          chip,
          self->chips->len < FEW_CHIPS
              || (chosen != NULL && g_strv_contains (chosen, fascia_feeling_get_code (feeling))));
      adw_wrap_box_append (self->feelings, chip);
      g_ptr_array_add (self->chips, chip);
    }
  if (self->chips->len > FEW_CHIPS)
    {
      GtkWidget *more = gtk_button_new_with_mnemonic (_ ("_More Words"));

      gtk_widget_add_css_class (more, "chip");
      gtk_widget_add_css_class (more, "flat");
      g_signal_connect_object (more, "clicked", G_CALLBACK (on_more_feelings_clicked), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->feelings, more);
    }
  gtk_widget_set_visible (self->feelings_box, self->chips->len > 0);
}

static void
fascia_place_dialog_dispose (GObject *object)
{
  FasciaPlaceDialog *self = FASCIA_PLACE_DIALOG (object);

  if (self->draft != NULL)
    fascia_note_draft_save (self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PLACE_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->model);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_place_dialog_parent_class)->dispose (object);
}

static void
fascia_place_dialog_class_init (FasciaPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_place_dialog_dispose;

  g_type_ensure (FASCIA_TYPE_LEVEL_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, tightness);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, pain);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, tightness_last);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, pain_last);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, feelings_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, feelings);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, note_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_tightness_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_pain_chosen);
}

static void
fascia_place_dialog_init (FasciaPlaceDialog *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
fascia_place_dialog_new (FasciaBodyModel *model, const FasciaRegion *region, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  FasciaPlaceDialog *self = g_object_new (FASCIA_TYPE_PLACE_DIALOG, NULL);

  self->model = g_object_ref (model);
  self->region = region;
  self->draft = fascia_body_model_dup_draft (model, from);
  adw_dialog_set_title (ADW_DIALOG (self), fascia_region_get_name (region));
  add_chips (self);
  update (self);
  fascia_note_draft_attach (self->draft, self->note);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "loaded", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
