/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine from a file: shown as it is, and written only when it is added.
 */

#include "config.h"

#include "fascia-routine-import.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-routine-file.h"
#include "fascia-file-chooser.h"
#include "fascia-item-text.h"
#include "fascia-routine-limits.h"
#include "fascia-routine-own.h"
#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-row-words.h"

#define POSE_PX 48

struct _FasciaRoutineImport
{
  AdwDialog parent_instance;

  FasciaRoutinesModel *model;
  FasciaLibrary *library;
  FasciaRoutine *routine; /* (nullable) what was read */
  char *problem;          /* (nullable) why it was not */
  gboolean is_there;      /* the journal has the very same */
  GCancellable *cancellable;
  GtkWidget *from; /* weak */

  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *another;
  AdwBin *preview;
  FasciaRoutineLimits *limits; /* in the preview; NULL without one */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (FasciaRoutineImport, fascia_routine_import, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_ADDED = 1,
} FasciaRoutineImportSignal;

static guint signals[SIGNAL_ADDED + 1];

/* ---- what was read ---- */

FasciaRoutine *
fascia_routine_import_get_routine (FasciaRoutineImport *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_IMPORT (self), NULL);

  return self->routine;
}

const char *
fascia_routine_import_get_problem (FasciaRoutineImport *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_IMPORT (self), NULL);

  return self->problem;
}

gboolean
fascia_routine_import_can_add (FasciaRoutineImport *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_IMPORT (self), FALSE);

  return self->routine != NULL && !self->is_there
         && fascia_routine_limits_is_settled (self->limits);
}

void
fascia_routine_import_confirm (FasciaRoutineImport *self, gboolean is_confirmed)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_IMPORT (self));
  g_return_if_fail (self->limits != NULL);

  fascia_routine_limits_confirm (self->limits, is_confirmed);
}

gboolean
fascia_routine_import_add (FasciaRoutineImport *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_IMPORT (self), FALSE);

  FasciaClock *clock = fascia_journal_get_clock (fascia_routines_model_get_journal (self->model));

  if (!fascia_routine_import_can_add (self))
    return FALSE;
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_limits_apply (self->limits, self->routine, fascia_clock_now_ms (clock));
  g_autofree char *id = g_strdup (fascia_routine_get_id (routine));
  g_autoptr (FasciaRoutineImport) kept = g_object_ref (self);

  /* What it once was is something else by now, and stays. */
  if (fascia_library_lookup_routine (fascia_routines_model_get_library (self->model), id) != NULL)
    {
      g_free (id);
      id = fascia_routine_own_dup_id ();
    }
  fascia_routines_model_put_own (self->model, id, routine);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (kept, signals[SIGNAL_ADDED], 0, id);
  return TRUE;
}

static void
update_add (FasciaRoutineImport *self)
{
  gtk_widget_set_visible (self->add, self->routine != NULL);
  gtk_widget_set_sensitive (self->add, fascia_routine_import_can_add (self));
}

/* ---- the preview ---- */

static GtkWidget *
create_row (FasciaRoutineImport *self, const FasciaRoutineItem *item)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  const FasciaStep *step = fascia_library_resolve_step (self->library, self->routine, item->step);
  g_autofree char *dose = fascia_item_text_dose (self->library, step, item);
  g_autofree char *like = fascia_item_text_like (self->library, step);
  g_auto (GStrv) limits = fascia_item_list_limits (self->library, self->routine, item);
  g_autoptr (GString) words = g_string_new (dose);

  if (fascia_routine_find_own_step (self->routine, item->step) != NULL)
    {
      /* Somebody else's words are read before they are taken. */
      g_string_append_printf (words, "\n%s", fascia_step_get_movement (step));
      g_string_append_printf (
          words, "\n%s",
          like != NULL ? like : _ ("Like no known step: it is judged as strictly as can be"));
    }
  for (guint i = 0; limits[i] != NULL; i++)
    g_string_append_printf (words, "\n%s", limits[i]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_step_get_title (step));
  fascia_row_set_words (row, words->str);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_prefix (row, fascia_routine_pose_new (self->model, step, item->side, POSE_PX));
  if (limits[0] != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (row, image);
    }
  return GTK_WIDGET (row);
}

static void
add_head (FasciaRoutineImport *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *minutes
      = fascia_routine_text_minutes (fascia_library_get_seconds (self->library, self->routine, 2));
  guint n = 0;
  fascia_routine_get_items (self->routine, &n);
  /* Translators: how many steps a routine has, and how long it takes: “4 steps · 8 min”. */
  g_autofree char *sum = g_strdup_printf (
      ngettext ("%1$u step · %2$s", "%1$u steps · %2$s", (gulong) n), n, minutes);
  const char *words[]
      = { fascia_routine_get_title (self->routine), sum, fascia_routine_get_summary (self->routine),
          self->is_there ? _ ("You have this routine already.") : NULL };
  const char *const classes[] = { "title-2", "dimmed", "body", "heading" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (words[i] == NULL)
        continue;
      GtkWidget *label = gtk_label_new (words[i]);

      g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify",
                    GTK_JUSTIFY_CENTER, NULL);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
show_preview (FasciaRoutineImport *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *steps = adw_preferences_group_new ();
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n);

  add_head (self, page);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (steps), _ ("Steps"));
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (steps), create_row (self, &items[i]));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (steps));
  self->limits = FASCIA_ROUTINE_LIMITS (fascia_routine_limits_new ());
  g_signal_connect_object (self->limits, "changed", G_CALLBACK (update_add), self,
                           G_CONNECT_SWAPPED);
  fascia_routine_limits_check (self->limits, self->library, self->routine);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (self->limits));
  adw_bin_set_child (self->preview, GTK_WIDGET (page));
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
show_problem (FasciaRoutineImport *self)
{
  g_autofree char *reason = g_markup_escape_text (self->problem, -1);

  adw_status_page_set_description (self->failed, reason);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  fascia_announce (GTK_WIDGET (self), self->problem);
}

static gboolean
has_same (FasciaRoutineImport *self)
{
  FasciaRoutine *there = fascia_library_lookup_routine (
      fascia_routines_model_get_library (self->model), fascia_routine_get_id (self->routine));

  if (there == NULL)
    return FALSE;
  /* What was confirmed is of one person alone. */
  g_autoptr (FasciaRoutine) plain = fascia_routine_with_confirmed (there, NULL, 0);
  return fascia_routine_equal (plain, self->routine);
}

void
fascia_routine_import_show (FasciaRoutineImport *self, const char *text, gssize length)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_IMPORT (self));

  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->library, fascia_library_unref);
  self->limits = NULL;
  adw_bin_set_child (self->preview, NULL);
  self->library = fascia_library_ref (fascia_routines_model_get_library (self->model));
  self->routine = fascia_routine_file_parse (self->library, text, length, &error);
  if (self->routine != NULL)
    {
      self->is_there = has_same (self);
      show_preview (self);
    }
  else
    {
      self->problem = g_strdup (error->message);
      show_problem (self);
    }
  update_add (self);
}

/* ---- the file ---- */

static void
show_above (FasciaRoutineImport *self)
{
  if (self->from != NULL && gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    adw_dialog_present (ADW_DIALOG (self), self->from);
}

static void
take_error (FasciaRoutineImport *self, const GError *error)
{
  g_set_str (&self->problem, error->message);
  show_above (self);
  show_problem (self);
  update_add (self);
}

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutineImport) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      take_error (self, error);
      return;
    }
  const char *text = g_bytes_get_data (bytes, &size);
  show_above (self);
  fascia_routine_import_show (self, size > 0 ? text : "", (gssize) size);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutineImport) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stream == NULL)
    {
      take_error (self, error);
      return;
    }
  /* One byte more than it may have tells that it is too large, however large it is. */
  g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), FASCIA_ROUTINE_FILE_MAX_BYTES + 1,
                                   G_PRIORITY_DEFAULT, self->cancellable, on_bytes_read,
                                   g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutineImport) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    take_error (self, error);
  if (path == NULL)
    return;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_file_read_async (file, G_PRIORITY_DEFAULT, self->cancellable, on_opened, g_object_ref (self));
}

static void
ask (FasciaRoutineImport *self, GtkWidget *from)
{
  static const char *const suffixes[] = { "xml", NULL };
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_OPEN,
    .title = _ ("Import a Routine"),
    .accept = _ ("_Open"),
    .filter = _ ("Routines"),
    .suffixes = suffixes,
  };

  fascia_file_chooser_ask (from, &wish, self->cancellable, on_chosen, g_object_ref (self));
}

void
fascia_routine_import_ask (FasciaRoutineImport *self, GtkWidget *from)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_IMPORT (self));
  g_return_if_fail (GTK_IS_WIDGET (from));

  g_set_weak_pointer (&self->from, from);
  /* The chooser holds it until it is presented. */
  g_object_ref_sink (self);
  ask (self, from);
  g_object_unref (self);
}

static void
on_another_clicked (FasciaRoutineImport *self)
{
  ask (self, GTK_WIDGET (self));
}

/* ---- the dialog ---- */

static void
on_add_clicked (FasciaRoutineImport *self)
{
  fascia_routine_import_add (self);
}

static void
on_closed (FasciaRoutineImport *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
fascia_routine_import_dispose (GObject *object)
{
  FasciaRoutineImport *self = FASCIA_ROUTINE_IMPORT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routine_import_parent_class)->dispose (object);
}

static void
fascia_routine_import_class_init (FasciaRoutineImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_import_dispose;

  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_routine_import_init (FasciaRoutineImport *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  self->preview = ADW_BIN (adw_bin_new ());
  self->another = gtk_button_new_with_mnemonic (_ ("_Choose Another…"));
  self->add = gtk_button_new_with_mnemonic (_ ("_Add"));
  adw_status_page_set_icon_name (self->failed, "dialog-warning-symbolic");
  adw_status_page_set_title (self->failed, _ ("Nothing Was Added"));
  gtk_button_set_can_shrink (GTK_BUTTON (self->another), TRUE);
  gtk_widget_set_halign (self->another, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->another, "pill");
  adw_status_page_set_child (self->failed, self->another);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->preview), "preview");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_widget_set_visible (self->add, FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Import a Routine"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  g_object_set (self, "width-request", 280, "height-request", 200, NULL);
  g_signal_connect_object (self->another, "clicked", G_CALLBACK (on_another_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

FasciaRoutineImport *
fascia_routine_import_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaRoutineImport *self = g_object_new (FASCIA_TYPE_ROUTINE_IMPORT, NULL);

  self->model = g_object_ref (model);
  return self;
}
