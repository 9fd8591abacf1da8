/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routines of the person's own: an id, a copy of a ready one, delete with a way back, a file, a card.
 */

#include "config.h"

#include "fascia-routine-own.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/routines/fascia-routine-file.h"
#include "draw/fascia-routine-card.h"
#include "fascia-file-chooser.h"
#include "fascia-window.h"

/* ---- copies ---- */

char *
fascia_routine_own_dup_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (GString) id = g_string_new ("own-");

  for (const char *p = uuid; *p != '\0'; p++)
    if (g_ascii_isxdigit (*p))
      g_string_append_c (id, (char) ('a' + g_ascii_xdigit_value (*p)));
  return g_string_free (g_steal_pointer (&id), FALSE);
}

FasciaRoutine *
fascia_routine_own_copy (FasciaRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);
  g_autofree char *id = fascia_routine_own_dup_id ();
  /* Translators: the title of a copy of a routine, which somebody goes on to change. */
  g_autofree char *title = g_strdup_printf (_ ("%s, my way"), fascia_routine_get_title (routine));

  if (fascia_routine_is_own (routine))
    {
      g_autoptr (FasciaRoutine) copy = fascia_routine_with_id (routine, id);

      return fascia_routine_with_title (copy, title);
    }
  g_autoptr (FasciaRoutine) frame
      = fascia_routine_new_own (id, title, fascia_routine_get_summary (routine));
  return fascia_routine_with_items (frame, items, n);
}

/* ---- delete ---- */

typedef struct
{
  FasciaRoutinesModel *model;
  FasciaRoutine *routine;
} Deleted;

static void
deleted_free (gpointer data, GClosure *closure)
{
  Deleted *deleted = data;

  g_object_unref (deleted->model);
  fascia_routine_unref (deleted->routine);
  g_free (deleted);
}

static void
on_undo_clicked (AdwToast *toast, Deleted *deleted)
{
  fascia_routines_model_put_own (deleted->model, fascia_routine_get_id (deleted->routine),
                                 deleted->routine);
}

void
fascia_routine_own_delete (GtkWidget *from, FasciaRoutinesModel *model, FasciaRoutine *routine)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (routine != NULL && fascia_routine_is_own (routine));

  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    {
      /* Translators: the title of a routine. */
      g_autofree char *title
          = g_strdup_printf (_ ("“%s” deleted"), fascia_routine_get_title (routine));
      AdwToast *toast = adw_toast_new (title);
      Deleted *deleted = g_new (Deleted, 1);

      adw_toast_set_use_markup (toast, FALSE);
      deleted->model = g_object_ref (model);
      deleted->routine = fascia_routine_ref (routine);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked), deleted,
                             deleted_free, 0);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
    }
  fascia_routines_model_put_own (model, fascia_routine_get_id (routine), NULL);
}

/* ---- a file ---- */

typedef struct
{
  GWeakRef from;
  char *text;
} Export;

static void
export_free (Export *export)
{
  g_weak_ref_clear (&export->from);
  g_free (export->text);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
say (Export *export, const char *words)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&export->from);

  if (from != NULL)
    fascia_window_show_toast (from, words);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      /* Translators: %s is a reason. */
      g_autofree char *words = g_strdup_printf (_ ("Not exported: %s"), error->message);

      say (export, words);
      return;
    }
  say (export, _ ("Routine exported"));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_file_chooser_ask_finish (result, &error);

  if (path == NULL)
    {
      if (error != NULL)
        say (export, error->message);
      return;
    }
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *text = export->text;

  g_file_replace_contents_async (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                 on_written, g_steal_pointer (&export));
}

/* A name that any file system takes. (transfer full) */
static char *
dup_file_name (FasciaRoutine *routine)
{
  g_autofree char *name = g_strconcat (fascia_routine_get_title (routine), ".xml", NULL);

  if (*name == '.')
    *name = '_';
  return g_strdup (g_strdelimit (name, "/\\:*?\"<>|", '-'));
}

void
fascia_routine_own_export (GtkWidget *from, FasciaRoutine *routine)
{
  static const char *const suffixes[] = { "xml", NULL };

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (routine != NULL);

  g_autofree char *name = dup_file_name (routine);
  Export *export = g_new0 (Export, 1);
  const FasciaFileWish wish = {
    .choose = FASCIA_CHOOSE_SAVE,
    .title = _ ("Export Routine"),
    .accept = _ ("_Export"),
    .name = name,
    .filter = _ ("Routines"),
    .suffixes = suffixes,
  };

  g_weak_ref_init (&export->from, from);
  export->text = fascia_routine_file_write (routine);
  fascia_file_chooser_ask (from, &wish, NULL, on_chosen, export);
}

/* ---- paper ---- */

typedef struct
{
  FasciaRoutineCard card;
  GWeakRef from;
} Printing;

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  fascia_routine_card_clear (&printing->card);
  g_weak_ref_clear (&printing->from);
  g_free (printing);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  printing->card.width = gtk_print_context_get_width (context);
  printing->card.height = gtk_print_context_get_height (context);
  gtk_print_operation_set_n_pages (operation,
                                   (int) fascia_routine_card_count_pages (&printing->card));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  fascia_routine_card_draw (&printing->card, gtk_print_context_get_cairo_context (context),
                            (guint) page);
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&printing->from);
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || from == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is a reason. */
  g_autofree char *words = g_strdup_printf (_ ("Not printed: %s"), error->message);
  fascia_window_show_toast (from, words);
}

void
fascia_routine_own_print (GtkWidget *from, FasciaRoutinesModel *model, FasciaRoutine *routine)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (routine != NULL);

  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkRoot *root = gtk_widget_get_root (from);
  Printing *printing = g_new0 (Printing, 1);

  g_weak_ref_init (&printing->from, from);
  fascia_routine_card_init (&printing->card, fascia_routines_model_get_library (model),
                            fascia_routines_model_get_poses (model), routine);
  printing->card.is_rtl = gtk_widget_get_direction (from) == GTK_TEXT_DIR_RTL;
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, fascia_routine_get_title (routine));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), printing);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_printed), printing, printing_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
