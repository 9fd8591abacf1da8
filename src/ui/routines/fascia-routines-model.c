/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Routines page, the suggestion on the Body page and the start of a session rest on: when
 * it is read, and when it is read again.
 */

#include "config.h"

#include "fascia-routines-model-private.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-past.h"
#include "core/journal/fascia-journal-safety.h"
#include "fascia-day-watch.h"

/* How far back sessions matter: to what helped, and to what was done last. */
#define PAST_DAYS 730

#define READ_ALL ((1u << FASCIA_ROUTINES_N_READINGS) - 1)

G_DEFINE_FINAL_TYPE (FasciaRoutinesModel, fascia_routines_model, G_TYPE_OBJECT)

typedef enum
{
  PROP_READY = 1,
} FasciaRoutinesModelProperty;

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaRoutinesModelSignal;

static GParamSpec *properties[PROP_READY + 1];
static guint signals[SIGNAL_CHANGED + 1];

static const char model_key[] = "fascia-routines-model";

static void
take_problem (FasciaRoutinesModel *self, const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- ranking ---- */

typedef struct
{
  FasciaRoutinesTables tables;
  FasciaRoutinesInput input;
} Ranking;

static void
ranking_free (gpointer data)
{
  Ranking *ranking = data;

  fascia_routines_input_clear (&ranking->input);
  fascia_routines_tables_clear (&ranking->tables);
  g_free (ranking);
}

static Ranking *
ranking_new (FasciaRoutinesModel *self)
{
  Ranking *ranking = g_new (Ranking, 1);

  ranking->tables = self->tables;
  fascia_library_ref (ranking->tables.library);
  fascia_conditions_ref (ranking->tables.conditions);
  fascia_programmes_ref (ranking->tables.programmes);
  fascia_poses_ref (ranking->tables.poses);
  fascia_referral_table_ref (ranking->tables.referral);
  ranking->input = self->input;
  fascia_settings_ref (ranking->input.settings);
  g_array_ref (ranking->input.answers);
  fascia_past_ref (ranking->input.past);
  g_array_ref (ranking->input.recent);
  if (ranking->input.open != NULL)
    fascia_entry_ref (ranking->input.open);
  return ranking;
}

static void
rank_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ranking *ranking = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, fascia_routines_rank (&ranking->tables, &ranking->input),
                           fascia_routines_outcome_free);
}

static void
on_ranked (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (source);
  FasciaRoutinesOutcome *outcome = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean was_ready = self->is_ready;

  /* Overtaken by a newer one. */
  if (outcome == NULL)
    return;
  g_clear_object (&self->ranking);
  FasciaRoutinesOutcome old = self->outcome;
  self->outcome = *outcome;
  g_free (outcome);
  self->is_ready = TRUE;
  g_clear_pointer (&self->problem, g_free);
  if (!was_ready)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  fascia_routines_outcome_clear (&old);
}

static void
on_rank_due (gpointer data)
{
  FasciaRoutinesModel *self = data;

  self->rank_id = 0;
  self->is_to_rank = FALSE;
  if (self->ranking != NULL)
    g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
  self->ranking = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->ranking, on_ranked, NULL);
  g_task_set_source_tag (task, on_rank_due);
  g_task_set_task_data (task, ranking_new (self), ranking_free);
  g_task_run_in_thread (task, rank_in_thread);
}

static gboolean
is_reading (FasciaRoutinesModel *self)
{
  for (guint i = 0; i < FASCIA_ROUTINES_N_READINGS; i++)
    if (self->reading[i] != NULL)
      return TRUE;
  return self->read_id != 0;
}

/* Once everything is there; of what comes together, once. */
static void
rank_later (FasciaRoutinesModel *self)
{
  self->is_to_rank = TRUE;
  if (self->tables.library == NULL || self->input.settings == NULL || self->have_read != READ_ALL
      || is_reading (self) || self->rank_id != 0)
    return;
  self->rank_id = g_idle_add_once (on_rank_due, self);
}

gboolean
fascia_routines_model_is_busy (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), FALSE);

  return is_reading (self) || self->rank_id != 0 || self->ranking != NULL || self->loading != NULL;
}

/* ---- the tables ---- */

static void
tables_free (gpointer data)
{
  fascia_routines_tables_clear (data);
  g_free (data);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FasciaRoutinesTables *tables = g_new0 (FasciaRoutinesTables, 1);
  FasciaBody *body = data;
  GError *error = NULL;

  if ((tables->library = fascia_library_new (body, &error)) != NULL
      && (tables->conditions = fascia_conditions_new (body, &error)) != NULL
      && (tables->programmes = fascia_programmes_new (tables->library, &error)) != NULL
      && (tables->poses = fascia_poses_new (&error)) != NULL
      && (tables->referral = fascia_referral_table_new (body, &error)) != NULL)
    {
      g_task_return_pointer (task, tables, tables_free);
      return;
    }
  tables_free (tables);
  g_task_return_error (task, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (source);
  g_autoptr (GError) error = NULL;
  FasciaRoutinesTables *tables = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (tables == NULL)
    {
      g_critical ("The routines in the program are broken: %s", error->message);
      take_problem (self, _ ("The routines that come with Fascia cannot be read. Installing it "
                             "again may help."));
      return;
    }
  self->tables = *tables;
  g_free (tables);
  rank_later (self);
}

static void
load_tables (FasciaRoutinesModel *self)
{
  if (self->tables.library != NULL || self->loading != NULL)
    return;
  self->loading = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->loading, on_loaded, NULL);
  g_task_set_source_tag (task, load_tables);
  g_task_set_task_data (task, fascia_body_ref (self->body), (GDestroyNotify) fascia_body_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/* ---- the journal ---- */

/* FALSE: somebody asked again meanwhile, or it went wrong. */
static gboolean
end_reading (FasciaRoutinesModel *self, FasciaRoutinesReading reading, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_clear_object (&self->reading[reading]);
  if (error == NULL)
    self->have_read |= 1u << reading;
  /* What is shown stays; only who has nothing to show says why. */
  else if (!self->is_ready && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    take_problem (self, error->message);
  return error == NULL;
}

static void
on_body_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutinesModel) self = data;
  g_autoptr (FasciaEntry) open = NULL;
  g_autoptr (GArray) recent = NULL;
  g_autoptr (GError) error = NULL;

  fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &open, &recent, &error);
  if (!end_reading (self, FASCIA_ROUTINES_READ_BODY, error))
    return;
  g_clear_pointer (&self->input.open, fascia_entry_unref);
  g_clear_pointer (&self->input.recent, g_array_unref);
  self->input.open = g_steal_pointer (&open);
  self->input.recent = g_steal_pointer (&recent);
  rank_later (self);
}

static void
on_answers_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutinesModel) self = data;
  g_autoptr (GError) error = NULL;
  gint32 answered_day = FASCIA_DAY_UNKNOWN;
  g_autoptr (GArray) answers
      = fascia_journal_load_answers_finish (FASCIA_JOURNAL (source), result, &answered_day, &error);

  if (!end_reading (self, FASCIA_ROUTINES_READ_ANSWERS, error))
    return;
  /* Every setting that is written comes by here. */
  if (self->is_ready && answered_day == self->input.answered_day
      && answers->len == self->input.answers->len
      && (answers->len == 0
          || memcmp (answers->data, self->input.answers->data,
                     answers->len * sizeof (FasciaConditionAnswer))
                 == 0))
    {
      /* Something else may have waited for this. */
      if (self->to_read != 0 || self->is_to_rank)
        rank_later (self);
      return;
    }
  g_clear_pointer (&self->input.answers, g_array_unref);
  self->input.answers = g_steal_pointer (&answers);
  self->input.answered_day = answered_day;
  rank_later (self);
}

static void
on_past_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaRoutinesModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaPast) past
      = fascia_journal_load_past_finish (FASCIA_JOURNAL (source), result, &error);

  if (!end_reading (self, FASCIA_ROUTINES_READ_PAST, error))
    return;
  g_clear_pointer (&self->input.past, fascia_past_unref);
  self->input.past = g_steal_pointer (&past);
  rank_later (self);
}

static GCancellable *
begin_reading (FasciaRoutinesModel *self, FasciaRoutinesReading reading)
{
  if (self->reading[reading] != NULL)
    g_cancellable_cancel (self->reading[reading]);
  g_clear_object (&self->reading[reading]);
  self->reading[reading] = g_cancellable_new ();
  return self->reading[reading];
}

static void
on_read_due (gpointer data)
{
  FasciaRoutinesModel *self = data;
  guint to_read = self->to_read;

  self->read_id = 0;
  self->to_read = 0;
  if (self->journal == NULL)
    return;
  if ((to_read & (1u << FASCIA_ROUTINES_READ_BODY)) != 0)
    fascia_journal_load_body_async (self->journal, begin_reading (self, FASCIA_ROUTINES_READ_BODY),
                                    on_body_read, g_object_ref (self));
  if ((to_read & (1u << FASCIA_ROUTINES_READ_ANSWERS)) != 0)
    fascia_journal_load_answers_async (self->journal,
                                       begin_reading (self, FASCIA_ROUTINES_READ_ANSWERS),
                                       on_answers_read, g_object_ref (self));
  if ((to_read & (1u << FASCIA_ROUTINES_READ_PAST)) != 0)
    fascia_journal_load_past_async (self->journal, self->input.day - PAST_DAYS,
                                    begin_reading (self, FASCIA_ROUTINES_READ_PAST), on_past_read,
                                    g_object_ref (self));
}

/* After what was changed is on the screen. */
static void
read_later (FasciaRoutinesModel *self, guint to_read)
{
  self->to_read |= to_read;
  if (self->has_begun && self->read_id == 0 && self->to_read != 0)
    self->read_id = g_idle_add_once (on_read_due, self);
}

static void
on_journal_changed (FasciaRoutinesModel *self, FasciaChangeFlags flags)
{
  guint to_read = 0;

  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES)) != 0)
    to_read |= 1u << FASCIA_ROUTINES_READ_BODY;
  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT)) != 0)
    to_read |= 1u << FASCIA_ROUTINES_READ_PAST;
  if ((flags & FASCIA_CHANGE_SETTINGS) != 0)
    to_read |= 1u << FASCIA_ROUTINES_READ_ANSWERS;
  if (self->has_begun)
    read_later (self, to_read);
}

static void
on_settings_changed (FasciaRoutinesModel *self)
{
  if (!self->has_begun || self->setup == NULL || !fascia_body_setup_is_loaded (self->setup))
    return;
  g_autoptr (FasciaSettings) settings
      = fascia_routines_filter_settings (fascia_body_setup_get_settings (self->setup));
  if (self->input.settings != NULL && fascia_settings_equal (self->input.settings, settings))
    return;
  g_clear_pointer (&self->input.settings, fascia_settings_unref);
  self->input.settings = g_steal_pointer (&settings);
  rank_later (self);
}

static void
on_day_changed (FasciaRoutinesModel *self, GParamSpec *pspec, FasciaDayWatch *days)
{
  self->input.day = fascia_day_watch_get_day (days);
  if (self->has_begun)
    read_later (self, READ_ALL);
}

void
fascia_routines_model_load (FasciaRoutinesModel *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));

  if (self->journal == NULL || (self->has_begun && self->problem == NULL))
    return;
  gboolean is_again = self->problem != NULL;
  self->has_begun = TRUE;
  g_clear_pointer (&self->problem, g_free);
  load_tables (self);
  read_later (self, READ_ALL & ~self->have_read);
  on_settings_changed (self);
  if (is_again)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- the object ---- */

static void
fascia_routines_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FasciaRoutinesModelProperty) id)
    {
    case PROP_READY:
      g_value_set_boolean (value, FASCIA_ROUTINES_MODEL (object)->is_ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
fascia_routines_model_dispose (GObject *object)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (object);

  cancel (&self->loading);
  cancel (&self->ranking);
  for (guint i = 0; i < FASCIA_ROUTINES_N_READINGS; i++)
    cancel (&self->reading[i]);
  g_clear_handle_id (&self->rank_id, g_source_remove);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_weak_pointer (&self->journal);
  g_clear_weak_pointer (&self->setup);

  G_OBJECT_CLASS (fascia_routines_model_parent_class)->dispose (object);
}

static void
fascia_routines_model_finalize (GObject *object)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (object);

  fascia_routines_outcome_clear (&self->outcome);
  fascia_routines_input_clear (&self->input);
  fascia_routines_tables_clear (&self->tables);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->going_on, g_free);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_routines_model_parent_class)->finalize (object);
}

static void
fascia_routines_model_class_init (FasciaRoutinesModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fascia_routines_model_get_property;
  object_class->dispose = fascia_routines_model_dispose;
  object_class->finalize = fascia_routines_model_finalize;

  properties[PROP_READY]
      = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_routines_model_init (FasciaRoutinesModel *self)
{
  self->outcome.settings = fascia_settings_new ();
  self->outcome.suggestions = g_ptr_array_new ();
}

FasciaRoutinesModel *
fascia_routines_model_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaRoutinesModel *self = g_object_new (FASCIA_TYPE_ROUTINES_MODEL, NULL);
  FasciaDayWatch *days = fascia_day_watch_get (journal);

  g_set_weak_pointer (&self->journal, journal);
  g_set_weak_pointer (&self->setup, fascia_body_setup_get (journal, body));
  self->body = fascia_body_ref (body);
  self->input.day = fascia_day_watch_get_day (days);
  self->outcome.day = self->input.day;
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setup, "notify::settings", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (days, "notify::day", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

FasciaRoutinesModel *
fascia_routines_model_get (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaRoutinesModel *self = g_object_get_data (G_OBJECT (journal), model_key);
  if (self != NULL || body == NULL)
    return self;

  self = fascia_routines_model_new (journal, body);
  g_object_set_data_full (G_OBJECT (journal), model_key, self, g_object_unref);
  return self;
}
