/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body model reads: the open check-in, an earlier one, a period.
 */

#include "config.h"

#include "fascia-body-model-private.h"

/* Entries of one millisecond to look through for one of them. */
#define SAME_TIME_LIMIT 32

/* One reading. A later one makes it void. */
typedef struct
{
  FasciaBodyModel *model;
  FasciaBodyCheckIn *check_in;
  guint serial;
  guint n_left;
  gboolean has_entry; /* entry is what the journal says */
  FasciaEntry *entry;
  GArray *recent;
  GError *error;
} Load;

static Load *
load_new (FasciaBodyModel *self, guint n_parts)
{
  Load *load = g_new0 (Load, 1);

  load->model = g_object_ref (self);
  load->check_in = fascia_body_check_in_ref (self->check_in);
  load->serial = self->load_serial;
  load->n_left = n_parts;
  return load;
}

static void
load_free (Load *load)
{
  g_clear_pointer (&load->entry, fascia_entry_unref);
  g_clear_pointer (&load->recent, g_array_unref);
  g_clear_error (&load->error);
  g_clear_pointer (&load->check_in, fascia_body_check_in_unref);
  g_clear_object (&load->model);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
report_failure (FasciaBodyModel *self, GError *error)
{
  /* A journal that did not open has a page of its own. */
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
    return;
  gboolean is_news = self->error == NULL;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  if (is_news)
    fascia_body_model_emit_failed (self, self->error);
}

/* Whether an answer is still the one that is waited for. */
static gboolean
is_wanted (FasciaBodyModel *self, guint serial)
{
  return serial == self->load_serial && !g_cancellable_is_cancelled (self->cancellable);
}

static void
finish_load (Load *load)
{
  g_autoptr (Load) owned = load;
  FasciaBodyModel *self = load->model;

  if (!is_wanted (self, load->serial))
    return;
  /* What was asked before the newest change is no longer the truth. */
  if (fascia_body_check_in_is_writing (load->check_in))
    {
      self->is_stale = TRUE;
      return;
    }
  if (load->error != NULL)
    {
      report_failure (self, load->error);
      return;
    }
  g_clear_error (&self->error);
  self->is_loaded = TRUE;
  load->check_in->is_read = TRUE;
  if (load->has_entry)
    fascia_body_check_in_take_stored (load->check_in, self->journal, load->entry);
  fascia_body_model_bind_draft (self, load->check_in);
  /* Somebody has deleted what was looked at. */
  if (self->target == FASCIA_BODY_TARGET_LOOK && load->check_in->stored == NULL)
    {
      fascia_body_model_show_now (self);
      return;
    }
  g_clear_pointer (&load->check_in->recent, g_array_unref);
  load->check_in->recent = g_steal_pointer (&load->recent);
  fascia_body_model_rebuild (self, NULL);
  fascia_body_model_emit_loaded (self);
}

/* ---- now ---- */

static void
on_body_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;

  load->has_entry = fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &load->entry,
                                                     &load->recent, &load->error);
  finish_load (load);
}

/* ---- an earlier moment ---- */

static void
finish_part (Load *load, GError *error)
{
  if (error != NULL && load->error == NULL)
    load->error = g_error_copy (error);
  if (--load->n_left == 0)
    finish_load (load);
}

static void
on_entries_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);

  for (guint i = 0; entries != NULL && load->entry == NULL && i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);

      if (fascia_uid_equal (fascia_entry_get_uid (entry), &load->check_in->uid))
        load->entry = fascia_entry_ref (entry);
    }
  load->has_entry = entries != NULL;
  finish_part (load, error);
}

static void
on_recent_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;

  load->recent = fascia_journal_load_recent_finish (FASCIA_JOURNAL (source), result, &error);
  finish_part (load, error);
}

static void
load_past (FasciaBodyModel *self)
{
  FasciaBodyCheckIn *check_in = self->check_in;
  Load *load = load_new (self, check_in->has_uid ? 2 : 1);

  if (check_in->has_uid)
    {
      /* No name is greater, so that the list begins with this very millisecond. */
      FasciaUid last;
      memset (&last, 0xff, sizeof last);
      fascia_journal_list_async (self->journal, check_in->at.utc_ms, &last, SAME_TIME_LIMIT,
                                 self->cancellable, on_entries_listed, load);
    }
  fascia_journal_load_recent_async (self->journal, check_in->at.day - FASCIA_BODY_RECENT_DAYS,
                                    check_in->at.utc_ms, self->cancellable, on_recent_loaded, load);
}

/* ---- a period ---- */

void
fascia_body_model_rebuild_heat (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  g_clear_pointer (&self->heat, fascia_heat_unref);
  if (self->target == FASCIA_BODY_TARGET_HEAT && self->series != NULL)
    self->heat = fascia_heat_new (self->body, self->series, self->scale, self->heat_first,
                                  self->heat_last);
}

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Load) load = data;
  FasciaBodyModel *self = load->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSeries) series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);

  if (!is_wanted (self, load->serial))
    return;
  if (series == NULL)
    {
      report_failure (self, error);
      return;
    }
  g_clear_error (&self->error);
  g_clear_pointer (&self->series, fascia_series_unref);
  self->series = g_steal_pointer (&series);
  fascia_body_model_rebuild_heat (self);
  fascia_body_model_rebuild (self, NULL);
  fascia_body_model_emit_loaded (self);
}

void
fascia_body_model_reload (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (self->target != FASCIA_BODY_TARGET_HEAT && fascia_body_check_in_is_writing (self->check_in))
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  self->load_serial++;
  switch (self->target)
    {
    case FASCIA_BODY_TARGET_PAST:
    case FASCIA_BODY_TARGET_LOOK:
      load_past (self);
      break;
    case FASCIA_BODY_TARGET_HEAT:
      fascia_journal_load_series_async (self->journal, self->cancellable, on_series_loaded,
                                        load_new (self, 1));
      break;
    case FASCIA_BODY_TARGET_NOW:
    default:
      fascia_journal_load_body_async (self->journal, self->cancellable, on_body_loaded,
                                      load_new (self, 1));
      break;
    }
}
