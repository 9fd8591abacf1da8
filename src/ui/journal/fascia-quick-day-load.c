/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the quick day reads: which questions, what was answered, and when that is another.
 */

#include "config.h"

#include "fascia-quick-day-private.h"

#include <math.h>

/* More measurements in two days are not looked through. */
#define MAX_ENTRIES 200

static void
show_error (FasciaQuickDay *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What is shown stays: it was true a moment ago. */
  if (self->settings != NULL && self->entries != NULL)
    {
      adw_window_title_set_subtitle (self->title, error->message);
      return;
    }
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* What is waited for is not in the journal yet. */
static void
forget_given (FasciaQuickDay *self)
{
  g_hash_table_remove_all (self->given);
  if (self->waiting != NULL)
    g_hash_table_insert (self->given, g_strdup (self->waiting),
                         g_memdup2 (&self->waiting_value, sizeof self->waiting_value));
}

static gboolean
is_saved_still (FasciaQuickDay *self)
{
  double value = fascia_quick_day_get_answer (self, self->saved_code);

  return value == self->saved_value || (isnan (value) && isnan (self->saved_value));
}

static void
on_entries_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaQuickDay) self = FASCIA_QUICK_DAY (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_query_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_reading--;
  if (self->is_disposed)
    return;
  if (entries == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  forget_given (self);
  /* Undone, or changed by someone else. */
  if (self->saved_code != NULL && !is_saved_still (self))
    g_clear_pointer (&self->saved_code, g_free);
  fascia_quick_day_rebuild (self);
}

void
fascia_quick_day_load_entries (FasciaQuickDay *self)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) two_days = fascia_query_with_days (
      all, fascia_quick_day_get_day (self) - 1, fascia_quick_day_get_day (self));

  /* One at a time: an older answer never comes after a newer one. */
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->n_reading++;
  fascia_journal_query_async (self->journal, two_days, G_MAXINT64, NULL, MAX_ENTRIES, self->reading,
                              on_entries_loaded, g_object_ref (self));
}

static void
on_settings_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaQuickDay) self = FASCIA_QUICK_DAY (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSettings) settings
      = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_reading--;
  if (self->is_disposed)
    return;
  if (settings == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->settings, fascia_settings_unref);
  self->settings = g_steal_pointer (&settings);
  fascia_quick_day_rebuild (self);
}

static void
load_settings (FasciaQuickDay *self)
{
  self->n_reading++;
  fascia_journal_load_settings_async (self->journal, self->cancellable, on_settings_loaded,
                                      g_object_ref (self));
}

void
fascia_quick_day_load (FasciaQuickDay *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  load_settings (self);
  fascia_quick_day_load_entries (self);
}

void
fascia_quick_day_follow_journal (FasciaQuickDay *self, FasciaChangeFlags flags)
{
  if ((flags & FASCIA_CHANGE_SETTINGS) != 0)
    load_settings (self);
  /* What is written here is read when it is written. */
  if ((flags & (FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_MARKS | FASCIA_CHANGE_TEXT)) != 0
      && self->n_writing == 0)
    fascia_quick_day_load_entries (self);
}

void
fascia_quick_day_follow_day (FasciaQuickDay *self)
{
  /* Of the day it was typed on. */
  fascia_quick_day_write_waiting (self);
  g_hash_table_remove_all (self->given);
  g_clear_pointer (&self->saved_code, g_free);
  fascia_quick_day_update_date (self);
  if (self->n_writing == 0)
    fascia_quick_day_load_entries (self);
}
