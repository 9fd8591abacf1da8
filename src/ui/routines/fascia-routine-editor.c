/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a routine of the person's own: its title, its steps in order, and how much of each.
 */

#include "config.h"

#include "fascia-routine-editor-private.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-homework.h"
#include "fascia-routine-own.h"
#include "fascia-routine-text.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"

G_DEFINE_FINAL_TYPE (FasciaRoutineEditor, fascia_routine_editor, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_SAVED = 1,
} FasciaRoutineEditorSignal;

static guint signals[SIGNAL_SAVED + 1];

/* ---- what is written ---- */

FasciaRoutine *
fascia_routine_editor_get_routine (FasciaRoutineEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_EDITOR (self), NULL);

  return self->routine;
}

gboolean
fascia_routine_editor_is_changed (FasciaRoutineEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_EDITOR (self), FALSE);

  return !fascia_routine_equal (self->routine, self->begun);
}

gboolean
fascia_routine_editor_can_save (FasciaRoutineEditor *self)
{
  guint n = 0;

  g_return_val_if_fail (FASCIA_IS_ROUTINE_EDITOR (self), FALSE);

  fascia_routine_get_items (self->routine, &n);
  return n > 0 && *fascia_routine_get_title (self->routine) != '\0'
         && fascia_routine_limits_is_settled (self->limits);
}

/* What is missing yet, for who wonders why it cannot be saved. */
static const char *
get_missing (FasciaRoutineEditor *self)
{
  guint n = 0;

  fascia_routine_get_items (self->routine, &n);
  if (fascia_routine_editor_can_save (self))
    return NULL;
  if (*fascia_routine_get_title (self->routine) == '\0')
    return _ ("Give it a title first");
  if (n == 0)
    return _ ("Add a step first");
  if (fascia_routine_limits_is_forbidden (self->limits))
    return _ ("Something in it must not be done");
  return _ ("Confirm what is more than usual first");
}

static void
update_sum (FasciaRoutineEditor *self)
{
  guint n = 0;

  fascia_routine_get_items (self->routine, &n);
  if (n == 0)
    {
      gtk_label_set_label (self->sum, _ ("No steps yet"));
      return;
    }
  g_autofree char *minutes
      = fascia_routine_text_minutes (fascia_library_get_seconds (self->library, self->routine, 2));
  /* Translators: how many steps a routine has, and how long it takes: “4 steps · 8 min”. */
  g_autofree char *sum = g_strdup_printf (
      ngettext ("%1$u step · %2$s", "%1$u steps · %2$s", (gulong) n), n, minutes);
  gtk_label_set_label (self->sum, sum);
}

static void
update_save (FasciaRoutineEditor *self)
{
  const char *missing = get_missing (self);

  gtk_widget_set_sensitive (self->save, missing == NULL);
  gtk_widget_set_tooltip_text (self->save, missing);
  adw_dialog_set_can_close (ADW_DIALOG (self), !fascia_routine_editor_is_changed (self));
}

static void
update_rest (FasciaRoutineEditor *self)
{
  fascia_routine_limits_check (self->limits, self->library, self->routine);
  update_sum (self);
  update_save (self);
}

void
fascia_routine_editor_take (FasciaRoutineEditor *self, FasciaRoutine *routine, int focus)
{
  g_clear_pointer (&self->routine, fascia_routine_unref);
  self->routine = routine;
  fascia_routine_editor_update_steps (self, focus);
  update_rest (self);
  fascia_routine_draft_set (self->draft, routine);
}

static void
on_words_changed (FasciaRoutineEditor *self)
{
  if (self->is_updating)
    return;
  g_autoptr (FasciaRoutine) titled = fascia_routine_with_title (
      self->routine, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  const char *summary = gtk_editable_get_text (GTK_EDITABLE (self->summary));

  g_clear_pointer (&self->routine, fascia_routine_unref);
  self->routine = fascia_routine_with_summary (titled, *summary != '\0' ? summary : NULL);
  update_save (self);
  fascia_routine_draft_set (self->draft, self->routine);
}

static void
show_words (FasciaRoutineEditor *self)
{
  const char *summary = fascia_routine_get_summary (self->routine);

  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title), fascia_routine_get_title (self->routine));
  gtk_editable_set_text (GTK_EDITABLE (self->summary), summary != NULL ? summary : "");
  self->is_updating = FALSE;
}

/* ---- saving and leaving ---- */

gboolean
fascia_routine_editor_save (FasciaRoutineEditor *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_EDITOR (self), FALSE);

  FasciaClock *clock = fascia_journal_get_clock (fascia_routines_model_get_journal (self->model));

  if (!fascia_routine_editor_can_save (self))
    return FALSE;
  g_autoptr (FasciaRoutine) tidy = fascia_routine_without_idle_steps (self->routine);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_limits_apply (self->limits, tidy, fascia_clock_now_ms (clock));
  const char *id = fascia_routine_get_id (routine);
  g_autoptr (FasciaRoutineEditor) kept = g_object_ref (self);

  fascia_routines_model_put_own (self->model, id, routine);
  fascia_routine_draft_discard (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (kept, signals[SIGNAL_SAVED], 0, id);
  return TRUE;
}

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutineEditor) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (answer, "discard"))
    return;
  fascia_routine_draft_discard (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_close_attempted (FasciaRoutineEditor *self)
{
  /* A short heading: a longer one has no room in a narrow window with large text. */
  AdwDialog *question = adw_alert_dialog_new (_ ("Discard?"), NULL);

  adw_alert_dialog_set_body (
      ADW_ALERT_DIALOG (question),
      self->is_new ? _ ("This routine has not been saved.")
                   : _ ("Your changes are lost. The routine stays as it was before."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Go Back"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL,
                           on_discard_answered, g_object_ref (self));
}

static void
on_anew_clicked (FasciaRoutineEditor *self)
{
  fascia_routine_draft_discard (self->draft);
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  fascia_routine_editor_take (self, fascia_routine_ref (self->begun), -1);
  fascia_routine_draft_discard (self->draft);
  show_words (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/* ---- layout ---- */

static GtkWidget *
create_words (FasciaRoutineEditor *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->title = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->summary = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _ ("Title"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), _ ("What it is for"));
  adw_entry_row_set_max_length (self->title, FASCIA_ROUTINE_MAX_TITLE);
  adw_entry_row_set_max_length (self->summary, FASCIA_ROUTINE_MAX_TEXT);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (on_words_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "changed", G_CALLBACK (on_words_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->summary));
  return group;
}

static GtkWidget *
create_page (FasciaRoutineEditor *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "numeric");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Steps"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->sum));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             fascia_routine_editor_create_steps (self));
  self->limits = FASCIA_ROUTINE_LIMITS (fascia_routine_limits_new ());
  g_signal_connect_object (self->limits, "changed", G_CALLBACK (update_save), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_words (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->limits));
  return page;
}

static void
on_cancel_clicked (FasciaRoutineEditor *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_save_clicked (FasciaRoutineEditor *self)
{
  fascia_routine_editor_save (self);
}

static GtkWidget *
create_header (FasciaRoutineEditor *self)
{
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_button_set_can_shrink (GTK_BUTTON (cancel), TRUE);
  gtk_button_set_can_shrink (GTK_BUTTON (self->save), TRUE);
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static void
fascia_routine_editor_dispose (GObject *object)
{
  FasciaRoutineEditor *self = FASCIA_ROUTINE_EDITOR (object);

  if (self->draft != NULL)
    fascia_routine_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->begun, fascia_routine_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routine_editor_parent_class)->dispose (object);
}

static void
fascia_routine_editor_class_init (FasciaRoutineEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_editor_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_routine_editor_init (FasciaRoutineEditor *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = create_header (self);
  GtkWidget *banner = adw_banner_new (_ ("Here is what you had not saved yet"));

  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  self->banner = ADW_BANNER (banner);
  adw_banner_set_button_label (self->banner, _ ("_Begin Anew"));
  gtk_widget_set_visible (banner, FALSE);
  g_signal_connect_object (banner, "button-clicked", G_CALLBACK (on_anew_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_page (self));
  AdwNavigationPage *page = adw_navigation_page_new_with_tag (view, _ ("Routine"), "routine");
  fascia_fit_title_below (ADW_DIALOG (self), header, page);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), banner);
  adw_navigation_view_add (self->navigation, page);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->navigation));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 720);
  g_object_set (self, "width-request", 280, "height-request", 200, NULL);
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempted), NULL);
}

FasciaRoutineEditor *
fascia_routine_editor_new (FasciaRoutinesModel *model,
                           FasciaRoutine *routine,
                           const char *name,
                           gboolean is_new)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  FasciaRoutineEditor *self = g_object_new (FASCIA_TYPE_ROUTINE_EDITOR, NULL);
  g_autofree char *id = fascia_routine_own_dup_id ();
  const char *title = is_new ? _ ("New Routine") : _ ("Edit Routine");

  self->model = g_object_ref (model);
  self->library = fascia_library_ref (fascia_routines_model_get_library (model));
  self->begun
      = routine != NULL ? fascia_routine_ref (routine) : fascia_routine_new_own (id, "", NULL);
  self->is_new = is_new;
  self->draft = fascia_routine_draft_new (model, name);
  self->routine = fascia_routine_draft_load (self->draft);
  const gboolean is_back = self->routine != NULL;
  if (self->routine == NULL)
    self->routine = fascia_routine_ref (self->begun);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_navigation_page_set_title (adw_navigation_view_find_page (self->navigation, "routine"),
                                 title);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), is_back);
  adw_banner_set_revealed (self->banner, is_back);
  show_words (self);
  fascia_routine_editor_update_steps (self, -1);
  update_rest (self);
  return self;
}
