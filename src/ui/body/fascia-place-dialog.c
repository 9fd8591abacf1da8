/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More about a place: both quantities, how it feels, where it goes, the note of the check-in.
 */

#include "config.h"

#include "fascia-place-dialog.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-feeling-chips.h"
#include "fascia-help-page.h"
#include "fascia-level-scale.h"
#include "fascia-note-draft.h"
#include "fascia-place-care.h"
#include "fascia-place-facts.h"
#include "fascia-place-links.h"
#include "fascia-place-spreads.h"
#include "fascia-six-weeks.h"
#include "fascia-text.h"
#include "routines/fascia-hold.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"

/* So many signs stand in the dialog itself once the row has opened. */
#define MAX_SIGNS 3
/* The word for it; the other words that open the row are about nerves. */
#define NEW_INJURY "new-injury"

struct _FasciaPlaceDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  AdwNavigationPage *top;
  AdwPreferencesPage *page;
  FasciaLevelScale *tightness;
  FasciaLevelScale *pain;
  GtkLabel *tightness_last;
  GtkLabel *pain_last;
  AdwPreferencesGroup *words_group;
  AdwPreferencesGroup *depth_group;
  AdwPreferencesGroup *course_group;
  AdwPreferencesGroup *hold_group;
  AdwPreferencesGroup *help_group;
  AdwPreferencesGroup *care_group;
  AdwPreferencesGroup *spreads_group;
  AdwPreferencesGroup *links_group;
  GtkWidget *help_row;
  GtkWidget *note_box;
  GtkTextView *note;
  GtkWidget *mirror;
  GtkWidget *remove;
  GtkWidget *words;
  GtkWidget *links; /* NULL when nothing is known of the place */

  FasciaBodyModel *model;
  FasciaPlaceFacts *facts;
  const FasciaRegion *region;
  FasciaNoteDraft *draft;
  GtkWidget *from;       /* (nullable) weak: of the window */
  gboolean is_help_open; /* some signs stand in the dialog */
};

G_DEFINE_FINAL_TYPE (FasciaPlaceDialog, fascia_place_dialog, ADW_TYPE_DIALOG)

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
  /* Translators: a place and a quantity, for screen readers: "Left shoulder top, Tight" */
  g_autofree char *label
      = g_strdup_printf (C_ ("place and quantity", "%s, %s"), fascia_region_get_name (self->region),
                         fascia_text_scale (scale));
  g_autofree char *description = fascia_body_place_dup_description (&only, scale, today);

  fascia_level_scale_set_level (widget, answer->is_given ? answer->level : FASCIA_LEVEL_NOT_GIVEN);
  fascia_level_scale_set_last (widget,
                               answer->has_last ? answer->last_level : FASCIA_LEVEL_NOT_GIVEN);
  fascia_level_scale_describe (widget, label, value);
  gtk_label_set_label (last, description);
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
  gboolean is_editable = fascia_body_model_is_editable (self->model);
  gboolean is_marked
      = fascia_body_place_is_marked (fascia_body_model_get_place (self->model, self->region));

  update_scale (self, FASCIA_SCALE_TIGHTNESS, self->tightness, self->tightness_last);
  update_scale (self, FASCIA_SCALE_PAIN, self->pain, self->pain_last);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tightness), is_editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pain), is_editable);
  update_note (self);
  /* Without a check-in there is nothing yet that a note could belong to. */
  gtk_widget_set_visible (self->note_box,
                          fascia_body_state_get_entry (fascia_body_model_get_state (self->model))
                                  != NULL
                              || fascia_note_draft_get_uid (self->draft) != NULL
                              || fascia_note_draft_is_dirty (self->draft));
  gtk_widget_set_visible (self->remove, is_marked && is_editable);
  gtk_widget_set_visible (self->mirror, is_marked && is_editable
                                            && fascia_region_get_mirror (self->region) != NULL);
}

static void
on_settings_changed (FasciaPlaceDialog *self)
{
  gboolean has_ten = fascia_settings_get_boolean (
      fascia_body_setup_get_settings (fascia_place_facts_get_setup (self->facts)),
      FASCIA_SETTING_TEN, TRUE);

  fascia_level_scale_set_has_ten (self->tightness, has_ten);
  fascia_level_scale_set_has_ten (self->pain, has_ten);
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

static void
on_mirror_activated (FasciaPlaceDialog *self)
{
  const FasciaRegion *mirror = fascia_region_get_mirror (self->region);

  if (mirror == NULL || !fascia_body_model_is_editable (self->model))
    return;
  fascia_body_model_mirror (self->model, self->region);
  /* Translators: %s is a place of the body. */
  g_autofree char *text = g_strdup_printf (_ ("Copied to %s"), fascia_region_get_name (mirror));
  fascia_announce (GTK_WIDGET (self), text);
}

/* The next place pressed on the figure is where it goes: the dialog makes room for that. */
static void
on_spread_asked (FasciaPlaceDialog *self)
{
  g_autoptr (FasciaBodyModel) model = g_object_ref (self->model);
  const FasciaRegion *region = self->region;

  if (!fascia_body_model_is_editable (model))
    return;
  /* First, because the focus that comes back to the figure chooses a place there. */
  adw_dialog_close (ADW_DIALOG (self));
  fascia_body_model_set_selected (model, region);
  fascia_body_model_set_tool (model, FASCIA_BODY_TOOL_SPREAD);
}

static gboolean
on_mirror_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_mirror_activated (FASCIA_PLACE_DIALOG (widget));
  return TRUE;
}

static gboolean
on_spread_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_spread_asked (FASCIA_PLACE_DIALOG (widget));
  return TRUE;
}

static void
on_linked_chosen (FasciaPlaceDialog *self, const FasciaRegion *region)
{
  g_autoptr (FasciaBodyModel) model = g_object_ref (self->model);

  adw_dialog_close (ADW_DIALOG (self));
  fascia_body_model_set_selected (model, region);
}

/* ---- one hold ---- */

/* The session comes in the place of the dialog. */
static void
on_hold_activated (FasciaPlaceDialog *self)
{
  GtkWidget *from = self->from;
  const FasciaRegion *region = self->region;
  FasciaRoutinesModel *model = fascia_routines_model_get (
      fascia_body_model_get_journal (self->model), fascia_body_model_get_body (self->model));

  if (from == NULL || model == NULL)
    return;
  adw_dialog_close (ADW_DIALOG (self));
  fascia_hold_start (from, model, region);
}

static void
add_hold (FasciaPlaceDialog *self)
{
  FasciaRoutinesModel *model = fascia_routines_model_get (
      fascia_body_model_get_journal (self->model), fascia_body_model_get_body (self->model));
  GtkWidget *row = fascia_hold_row_new (model, self->region, _ ("Hold This Place"));

  g_signal_connect_object (row, "activated", G_CALLBACK (on_hold_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->hold_group, row);
}

/* ---- when to get help ---- */

static void
push_help (FasciaPlaceDialog *self)
{
  FasciaSigns *signs = fascia_place_facts_get_signs (self->facts);

  if (signs != NULL)
    adw_navigation_view_push (
        self->navigation,
        fascia_help_page_new (signs, fascia_place_facts_get_referral (self->facts), self->region,
                              fascia_body_model_get_journal (self->model)));
}

static void
on_help_activated (FasciaPlaceDialog *self)
{
  push_help (self);
}

static void
add_sign (GtkListBox *list, const FasciaSign *sign)
{
  GtkWidget *row = adw_action_row_new ();
  const char *level = fascia_sign_level_get_advice (fascia_sign_get_level (sign));
  const char *own = fascia_sign_get_advice (sign);
  /* Translators: what to do for every sign of a level, and one more sentence for this one. */
  g_autofree char *advice = own != NULL
                                ? g_strdup_printf (C_ ("two sentences", "%s %s"), level, own)
                                : g_strdup (level);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_sign_get_question (sign));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), advice);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
}

/* What the words of the place ask for. */
static FasciaSignPlace
get_sign_places (FasciaPlaceDialog *self)
{
  FasciaFeelings *known = fascia_text_get_feelings ();
  const char *const *codes = fascia_body_model_get_feelings (self->model, self->region);
  guint places = 0;

  for (guint i = 0; known != NULL && codes != NULL && codes[i] != NULL; i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_lookup (known, codes[i]);

      if (feeling == NULL || !fascia_feeling_is_help (feeling))
        continue;
      places |= g_str_equal (codes[i], NEW_INJURY) ? FASCIA_SIGN_ON_NEW_INJURY
                                                   : FASCIA_SIGN_ON_NERVE_WORDS;
    }
  return (FasciaSignPlace) places;
}

/* The row opens by itself: right below the words the person has chosen, where it is seen, and
 * without taking the focus away. */
static void
on_help_asked (FasciaPlaceDialog *self, const FasciaRegion *region, GtkWidget *chips)
{
  FasciaSigns *signs = fascia_place_facts_get_signs (self->facts);
  GtkWidget *group = gtk_widget_get_ancestor (chips, ADW_TYPE_PREFERENCES_GROUP);

  if (signs == NULL || group == NULL || self->is_help_open)
    return;
  self->is_help_open = TRUE;
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (list), 12);
  adw_preferences_group_remove (self->help_group, self->help_row);
  gtk_widget_set_visible (GTK_WIDGET (self->help_group), FALSE);
  gtk_list_box_append (list, self->help_row);

  /* Only those that the words have to do with; the row leads to all of them. */
  g_autoptr (GPtrArray) found = fascia_signs_find (signs, self->region);
  FasciaSignPlace wanted = get_sign_places (self);
  guint n_shown = 0;
  for (guint i = 0; i < found->len && n_shown < MAX_SIGNS; i++)
    {
      const FasciaSign *sign = g_ptr_array_index (found, i);

      if ((fascia_sign_get_places (sign) & wanted) == 0)
        continue;
      add_sign (list, sign);
      n_shown++;
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (list));
  fascia_announce (GTK_WIDGET (self), _ ("“When to get help” is open below."));
}

/* ---- to be called ---- */

void
fascia_place_dialog_show_words (FasciaPlaceDialog *self)
{
  g_return_if_fail (FASCIA_IS_PLACE_DIALOG (self));

  fascia_feeling_chips_show_all (FASCIA_FEELING_CHIPS (self->words));
}

void
fascia_place_dialog_show_help (FasciaPlaceDialog *self)
{
  g_return_if_fail (FASCIA_IS_PLACE_DIALOG (self));

  push_help (self);
}

void
fascia_place_dialog_show_links (FasciaPlaceDialog *self)
{
  g_return_if_fail (FASCIA_IS_PLACE_DIALOG (self));

  if (self->links == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->links), TRUE);
  gtk_widget_grab_focus (self->links);
}

/* ---- the dialog ---- */

static void
fascia_place_dialog_dispose (GObject *object)
{
  FasciaPlaceDialog *self = FASCIA_PLACE_DIALOG (object);

  if (self->draft != NULL)
    fascia_note_draft_save (self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PLACE_DIALOG);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->draft);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_place_dialog_parent_class)->dispose (object);
}

static void
fascia_place_dialog_class_init (FasciaPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_place_dialog_dispose;

  g_type_ensure (FASCIA_TYPE_LEVEL_SCALE);
  g_type_ensure (FASCIA_TYPE_BUTTON_ROW);
  g_type_ensure (FASCIA_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, top);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, page);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, tightness);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, pain);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, tightness_last);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, pain_last);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, words_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, depth_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, course_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, hold_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, help_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, care_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, spreads_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, links_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, help_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, note_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, mirror);
  gtk_widget_class_bind_template_child (widget_class, FasciaPlaceDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_tightness_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_pain_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_help_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_mirror_activated);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, on_mirror_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, on_spread_key, NULL);
}

static void
fascia_place_dialog_init (FasciaPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_fit_titles (GTK_WIDGET (self->navigation));
}

static GtkWidget *
add_chips (FasciaPlaceDialog *self, AdwPreferencesGroup *group, FasciaFeelingChipsKind kind)
{
  GtkWidget *chips = fascia_feeling_chips_new (self->model, kind);

  fascia_feeling_chips_set_region (FASCIA_FEELING_CHIPS (chips), self->region);
  g_signal_connect_object (chips, "help", G_CALLBACK (on_help_asked), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, chips);
  return chips;
}

static void
add_links (FasciaPlaceDialog *self)
{
  GtkWidget *spreads = fascia_place_spreads_new (self->model, self->region);

  g_signal_connect_object (spreads, "spread", G_CALLBACK (on_spread_asked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->spreads_group, spreads);
  gtk_widget_set_visible (GTK_WIDGET (self->links_group),
                          fascia_place_links_has_any (self->model, self->region));
  if (!fascia_place_links_has_any (self->model, self->region))
    return;

  self->links = fascia_place_links_new (self->model, self->region);
  g_signal_connect_object (self->links, "chosen", G_CALLBACK (on_linked_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->links_group, self->links);
}

AdwDialog *
fascia_place_dialog_new (FasciaBodyModel *model, const FasciaRegion *region, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  FasciaPlaceDialog *self = g_object_new (FASCIA_TYPE_PLACE_DIALOG, NULL);
  const FasciaRegion *mirror = fascia_region_get_mirror (region);

  self->model = g_object_ref (model);
  self->facts = fascia_place_facts_get (model);
  self->region = region;
  self->draft = fascia_body_model_dup_draft (model, from);
  g_set_weak_pointer (&self->from, from);
  adw_dialog_set_title (ADW_DIALOG (self), fascia_region_get_name (region));
  adw_navigation_page_set_title (self->top, fascia_region_get_name (region));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mirror),
                                 mirror != NULL
                                         && fascia_region_get_side (mirror) == FASCIA_SIDE_LEFT
                                     ? _ ("_Copy to the Left Side")
                                     : _ ("_Copy to the Right Side"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->mirror), TRUE);
  self->words = add_chips (self, self->words_group, FASCIA_FEELING_CHIPS_WORDS);
  add_chips (self, self->depth_group, FASCIA_FEELING_CHIPS_DEPTH);
  add_chips (self, self->course_group, FASCIA_FEELING_CHIPS_COURSE);
  add_links (self);
  add_hold (self);
  gtk_widget_set_visible (GTK_WIDGET (self->help_group),
                          fascia_place_facts_get_signs (self->facts) != NULL);
  adw_preferences_group_add (self->help_group, fascia_six_weeks_row_new (model, region));
  adw_preferences_group_add (self->care_group, fascia_place_care_new (model, region, from));
  update (self);
  on_settings_changed (self);
  fascia_note_draft_attach (self->draft, self->note);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::target", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "loaded", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_place_facts_get_setup (self->facts), "notify::settings",
                           G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
