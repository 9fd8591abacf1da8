/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure as it is shown, as a file: asks where, renders on a thread, writes whole or not at all.
 */

#include "config.h"

#include "fascia-picture-saver.h"

#include <glib/gi18n.h>

#include "core/exchange/fascia-atomic-file.h"
#include "draw/fascia-figure-picture.h"
#include "fascia-heat-panel.h"
#include "fascia-text.h"
#include "fascia-window.h"

#define LONG_AGO_DAYS 1000

/* ---- rendering and writing ---- */

/* All that a thread needs. */
typedef struct
{
  FasciaBody *body;
  FasciaEntry *entry;
  FasciaHeat *heat;
  FasciaHeatMeasure measure;
  FasciaScale scale;
  char *title;
  FasciaMoment made;
  FasciaPictureFormat format;
  char *path;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->body, fascia_body_unref);
  g_clear_pointer (&job->entry, fascia_entry_unref);
  g_clear_pointer (&job->heat, fascia_heat_unref);
  g_free (job->title);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  const FasciaPicture picture = {
    .entry = job->entry,
    .heat = job->heat,
    .measure = job->measure,
    .scale = job->scale,
    .title = job->title,
    .made = &job->made,
  };
  g_autoptr (GBytes) bytes = fascia_picture_render (job->body, &picture, job->format, &error);
  g_autoptr (FasciaAtomicFile) file
      = bytes != NULL ? fascia_atomic_file_new (job->path, &error) : NULL;

  if (file != NULL)
    {
      gsize n_bytes = 0;
      const char *start = g_bytes_get_data (bytes, &n_bytes);

      if (fascia_atomic_file_write (file, start, n_bytes, &error)
          && fascia_atomic_file_commit (file, &error))
        {
          g_task_return_boolean (task, TRUE);
          return;
        }
    }
  /* Translators: %s is the reason, a sentence or part of one */
  g_task_return_new_error (task, error->domain, error->code, _ ("The picture was not saved: %s"),
                           error->message);
}

static char *
dup_title (FasciaBodyModel *model)
{
  FasciaBodyState *state = fascia_body_model_get_state (model);
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  const FasciaMoment *moment = fascia_body_model_get_moment (model);
  FasciaMoment now;

  if (fascia_body_model_get_target (model) == FASCIA_BODY_TARGET_HEAT)
    return fascia_heat_panel_dup_title (model);
  fascia_clock_now (fascia_journal_get_clock (fascia_body_model_get_journal (model)), &now);
  if (moment == NULL)
    moment = entry != NULL ? fascia_entry_get_moment (entry) : &now;
  /* Of a day in the past: a picture is looked at later, when "today" is another day. */
  return fascia_text_when (moment, moment->day + LONG_AGO_DAYS, fascia_text_get_hours ());
}

void
fascia_picture_saver_write_async (FasciaBodyModel *model,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));
  g_return_if_fail (G_IS_FILE (file));

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_get_path (file);
  FasciaPictureFormat format = FASCIA_PICTURE_PNG;

  if (name == NULL || !fascia_picture_format_from_name (name, &format))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                               _ ("End the name with .png, .svg or .pdf."));
      return;
    }
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("The picture can only be saved on this computer."));
      return;
    }
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (model));
  FasciaHeat *heat = fascia_body_model_get_heat (model);
  Job *job = g_new0 (Job, 1);
  job->body = fascia_body_ref (fascia_body_model_get_body (model));
  job->entry = entry != NULL ? fascia_entry_ref (entry) : NULL;
  job->heat = heat != NULL ? fascia_heat_ref (heat) : NULL;
  job->measure = fascia_body_model_get_heat_measure (model);
  job->scale = fascia_body_model_get_scale (model);
  job->title = dup_title (model);
  fascia_clock_now (fascia_journal_get_clock (fascia_body_model_get_journal (model)), &job->made);
  job->format = format;
  job->path = g_steal_pointer (&path);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

gboolean
fascia_picture_saver_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- asking ---- */

typedef struct
{
  GtkWidget *from;
  FasciaBodyModel *model;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_object (&asking->from);
  g_clear_object (&asking->model);
  g_free (asking);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
on_picture_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;

  if (fascia_picture_saver_write_finish (result, &error))
    fascia_window_show_toast (asking->from, _ ("Picture saved"));
  else
    fascia_window_show_error (asking->from, error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        fascia_window_show_error (asking->from, error);
      return;
    }
  FasciaBodyModel *model = asking->model;
  fascia_picture_saver_write_async (model, file, NULL, on_picture_written,
                                    g_steal_pointer (&asking));
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
}

void
fascia_picture_saver_ask (GtkWidget *from, FasciaBodyModel *model)
{
  static const char *const suffixes[] = { "png", "svg", "pdf", NULL };

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));

  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkRoot *root = gtk_widget_get_root (from);
  const FasciaMoment *moment = fascia_body_model_get_moment (model);
  gint32 day = moment != NULL ? moment->day
                              : fascia_body_state_get_today (fascia_body_model_get_state (model));
  int year = 0;
  int month = 0;
  int dom = 0;

  fascia_day_to_ymd (day, &year, &month, &dom);
  /* Translators: the name of a file, year-month-day: “Body 2026-03-01.png”; keep the .png */
  g_autofree char *name = g_strdup_printf (_ ("Body %04d-%02d-%02d.png"), year, month, dom);
  add_filter (filters, _ ("Pictures (PNG, SVG, PDF)"), suffixes);
  gtk_file_dialog_set_title (dialog, _ ("Save Picture"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  Asking *asking = g_new0 (Asking, 1);
  asking->from = g_object_ref (from);
  asking->model = g_object_ref (model);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        on_file_chosen, asking);
}
