/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One suggestion: its picture, its one reason, how long and with what, and Start.
 */

#include "config.h"

#include "fascia-suggestion-card.h"

#include <glib/gi18n.h>

#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"
#include "fascia-session-start.h"
#include "fascia-why-dialog.h"
#include "widgets/fascia-fit.h"

#define HERO_POSE_PX 132

struct _FasciaSuggestionCard
{
  GtkWidget parent_instance;

  FasciaRoutinesModel *model;
  FasciaSuggestionStyle style;
  GPtrArray *suggestions; /* what is shown is its first */
  gboolean has_suggestion;

  GtkWidget *about;     /* opens the routine */
  FasciaPoseView *pose; /* (nullable) */
  GtkLabel *why;
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *start;
};

G_DEFINE_FINAL_TYPE (FasciaSuggestionCard, fascia_suggestion_card, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_HAS_SUGGESTION = 1,
} FasciaSuggestionCardProperty;

typedef enum
{
  SIGNAL_OPENED = 1,
} FasciaSuggestionCardSignal;

static GParamSpec *properties[PROP_HAS_SUGGESTION + 1];
static guint signals[SIGNAL_OPENED + 1];

const FasciaSuggestion *
fascia_suggestion_card_get_suggestion (FasciaSuggestionCard *self)
{
  g_return_val_if_fail (FASCIA_IS_SUGGESTION_CARD (self), NULL);

  return self->has_suggestion ? g_ptr_array_index (self->suggestions, 0) : NULL;
}

GtkWidget *
fascia_suggestion_card_get_start (FasciaSuggestionCard *self)
{
  g_return_val_if_fail (FASCIA_IS_SUGGESTION_CARD (self), NULL);

  return self->start;
}

/* ---- what a person can do ---- */

static void
on_start_clicked (FasciaSuggestionCard *self)
{
  const FasciaSuggestion *suggestion = fascia_suggestion_card_get_suggestion (self);

  if (suggestion != NULL)
    fascia_session_start (GTK_WIDGET (self), self->model, suggestion->routine,
                          (const FasciaRegion *const *) suggestion->places);
}

static void
on_about_clicked (FasciaSuggestionCard *self)
{
  if (self->has_suggestion)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
on_why_clicked (FasciaSuggestionCard *self)
{
  const FasciaSuggestion *suggestion = fascia_suggestion_card_get_suggestion (self);

  if (suggestion != NULL)
    adw_dialog_present (fascia_why_dialog_new (suggestion), GTK_WIDGET (self));
}

typedef struct
{
  FasciaRoutinesModel *model;
  char *routine;
} Declined;

static void
declined_free (gpointer data, GClosure *closure)
{
  Declined *declined = data;

  g_object_unref (declined->model);
  g_free (declined->routine);
  g_free (declined);
}

static void
on_undo_clicked (AdwToast *toast, Declined *declined)
{
  fascia_routines_model_set_declined (declined->model, declined->routine, FALSE);
}

static void
on_not_this_clicked (FasciaSuggestionCard *self)
{
  const FasciaSuggestion *suggestion = fascia_suggestion_card_get_suggestion (self);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (suggestion == NULL)
    return;
  Declined *declined = g_new (Declined, 1);
  declined->model = g_object_ref (self->model);
  declined->routine = g_strdup (fascia_routine_get_id (suggestion->routine));
  if (overlay != NULL)
    {
      AdwToast *toast = adw_toast_new (_ ("Others come first now"));

      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked), declined,
                             declined_free, 0);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
      fascia_routines_model_set_declined (self->model, declined->routine, TRUE);
    }
  else
    {
      fascia_routines_model_set_declined (self->model, declined->routine, TRUE);
      declined_free (declined, NULL);
    }
}

/* ---- what is shown ---- */

/* Nothing but a button. */
static gboolean
is_pill (FasciaSuggestionCard *self)
{
  return self->style == FASCIA_SUGGESTION_PILL || self->style == FASCIA_SUGGESTION_MINUTES;
}

static void
show_suggestion (FasciaSuggestionCard *self, const FasciaSuggestion *suggestion)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaRoutineInfo info = { 0 };

  fascia_routines_model_describe (self->model, suggestion->routine,
                                  (const FasciaRegion *const *) suggestion->places, &info);
  g_autofree char *minutes = fascia_routine_text_minutes (info.seconds);
  g_autofree char *facts = fascia_routine_text_facts (library, suggestion->routine, &info, " · ");
  g_autofree char *spoken = fascia_routine_text_facts (library, suggestion->routine, &info, ", ");
  const char *title = fascia_routine_get_title (suggestion->routine);
  /* Translators: read aloud on a button: the name of a routine, and “8 min, chair”. */
  g_autofree char *start = g_strdup_printf (_ ("Start: %1$s, %2$s"), title, spoken);

  if (is_pill (self))
    {
      /* Translators: a button below the figure: a routine of “8 min” for what is marked. */
      g_autofree char *label = g_strdup_printf (_ ("%s for this"), minutes);

      if (self->style == FASCIA_SUGGESTION_MINUTES)
        {
          adw_button_content_set_label (
              ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->start))), minutes);
          gtk_widget_set_tooltip_text (self->start, label);
        }
      else
        gtk_button_set_label (GTK_BUTTON (self->start), label);
      fascia_routine_text_name_button (self->start, start);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->start),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, suggestion->why, -1);
      return;
    }
  gtk_label_set_label (self->why, suggestion->why);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  /* Large words and a picture have no room side by side. */
  if (self->pose != NULL)
    fascia_routine_pose_show (self->pose, self->model,
                              fascia_is_text_large (GTK_WIDGET (self)) ? NULL : info.step,
                              info.side);
  fascia_routine_text_name_button (self->start, start);
  /* Translators: read aloud on a button that shows a routine: its reason, its name, and “8 min, chair”.
   */
  g_autofree char *about = g_strdup_printf (_ ("%1$s %2$s, %3$s"), suggestion->why, title, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  about, -1);
}

static void
update (FasciaSuggestionCard *self)
{
  GPtrArray *suggestions = fascia_routines_model_is_ready (self->model)
                               ? fascia_routines_model_get_suggestions (self->model)
                               : NULL;
  const FasciaSuggestion *first
      = suggestions != NULL && suggestions->len > 0 ? g_ptr_array_index (suggestions, 0) : NULL;
  gboolean has_suggestion
      = first != NULL
        && (self->style == FASCIA_SUGGESTION_HERO || first->rule != FASCIA_RULE_GENERAL);

  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  if (suggestions != NULL)
    self->suggestions = g_ptr_array_ref (suggestions);
  if (has_suggestion)
    show_suggestion (self, first);
  gtk_widget_set_visible (GTK_WIDGET (self), has_suggestion);
  if (self->has_suggestion == has_suggestion)
    return;
  self->has_suggestion = has_suggestion;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SUGGESTION]);
}

/* ---- how it is made ---- */

static GtkLabel *
create_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                             "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                                             GTK_NATURAL_WRAP_NONE, NULL));

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static GtkWidget *
create_start (FasciaSuggestionCard *self)
{
  GtkWidget *start = gtk_button_new_with_mnemonic (_ ("_Start"));

  if (self->style == FASCIA_SUGGESTION_MINUTES)
    {
      GtkWidget *content = adw_button_content_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                        "media-playback-start-symbolic");
      gtk_button_set_child (GTK_BUTTON (start), content);
    }
  gtk_button_set_can_shrink (GTK_BUTTON (start), TRUE);
  gtk_widget_add_css_class (start, "pill");
  gtk_widget_add_css_class (start, "suggested-action");
  g_signal_connect_object (start, "clicked", G_CALLBACK (on_start_clicked), self,
                           G_CONNECT_SWAPPED);
  return start;
}

static void
add_button (FasciaSuggestionCard *self, AdwWrapBox *box, GtkWidget *button, GCallback callback)
{
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, button);
}

/* Beside the figure there is no room for a third button with words. */
static GtkWidget *
create_not_this (FasciaSuggestionCard *self)
{
  if (self->style == FASCIA_SUGGESTION_HERO)
    return gtk_button_new_with_mnemonic (_ ("_Not This"));

  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Not This"));
  gtk_widget_add_css_class (button, "circular");
  return button;
}

static GtkWidget *
create_about (FasciaSuggestionCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gboolean is_hero = self->style == FASCIA_SUGGESTION_HERO;

  self->why = create_label (is_hero ? "title-4" : "heading");
  self->title = create_label (NULL);
  self->facts = create_label ("dimmed");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->facts));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  if (is_hero)
    {
      self->pose = FASCIA_POSE_VIEW (fascia_pose_view_new ());
      gtk_box_append (GTK_BOX (content), fascia_routine_pose_frame (self->pose, HERO_POSE_PX));
    }
  gtk_box_append (GTK_BOX (content), words);

  GtkWidget *about = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (about), content);
  gtk_widget_set_tooltip_text (about, _ ("Show the Routine"));
  gtk_widget_add_css_class (about, "flat");
  gtk_widget_add_css_class (about, "about");
  g_signal_connect_object (about, "clicked", G_CALLBACK (on_about_clicked), self,
                           G_CONNECT_SWAPPED);
  return about;
}

static void
build (FasciaSuggestionCard *self)
{
  self->start = create_start (self);
  if (is_pill (self))
    {
      gtk_widget_set_parent (self->start, GTK_WIDGET (self));
      return;
    }

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  AdwWrapBox *buttons = ADW_WRAP_BOX (adw_wrap_box_new ());

  self->about = create_about (self);
  adw_wrap_box_set_child_spacing (buttons, 6);
  adw_wrap_box_set_line_spacing (buttons, 6);
  gtk_widget_add_css_class (GTK_WIDGET (buttons), "buttons");
  gtk_widget_set_valign (self->start, GTK_ALIGN_CENTER);
  adw_wrap_box_append (buttons, self->start);
  add_button (self, buttons, gtk_button_new_with_mnemonic (_ ("_Why This?")),
              G_CALLBACK (on_why_clicked));
  add_button (self, buttons, create_not_this (self), G_CALLBACK (on_not_this_clicked));
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (buttons));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            self->style == FASCIA_SUGGESTION_HERO ? "hero" : "small");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* ---- the widget ---- */

static gboolean
fascia_suggestion_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FASCIA_SUGGESTION_CARD (widget)->start);
}

static void
fascia_suggestion_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FasciaSuggestionCardProperty) id)
    {
    case PROP_HAS_SUGGESTION:
      g_value_set_boolean (value, FASCIA_SUGGESTION_CARD (object)->has_suggestion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_suggestion_card_dispose (GObject *object)
{
  FasciaSuggestionCard *self = FASCIA_SUGGESTION_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  self->has_suggestion = FALSE;
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_suggestion_card_parent_class)->dispose (object);
}

static void
fascia_suggestion_card_class_init (FasciaSuggestionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_suggestion_card_get_property;
  object_class->dispose = fascia_suggestion_card_dispose;
  widget_class->grab_focus = fascia_suggestion_card_grab_focus;

  properties[PROP_HAS_SUGGESTION]
      = g_param_spec_boolean ("has-suggestion", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "suggestion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fascia_suggestion_card_init (FasciaSuggestionCard *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestion"), -1);
}

GtkWidget *
fascia_suggestion_card_new (FasciaRoutinesModel *model, FasciaSuggestionStyle style)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSuggestionCard *self = g_object_new (FASCIA_TYPE_SUGGESTION_CARD, NULL);
  self->model = g_object_ref (model);
  self->style = style;
  build (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (update));
  update (self);
  return GTK_WIDGET (self);
}
