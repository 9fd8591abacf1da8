/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the model of routines knows, and what it writes: favourites, what was declined, own routines,
 * the plan.
 */

#include "config.h"

#include "core/routines/fascia-open-session.h"
#include "core/routines/fascia-single.h"
#include "fascia-routines-model-private.h"

/* "Not this" is forgotten after so many others. */
#define MAX_DECLINED 60

/* ---- what it knows ---- */

gboolean
fascia_routines_model_is_ready (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), FALSE);

  return self->is_ready;
}

const char *
fascia_routines_model_get_problem (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->problem;
}

gint32
fascia_routines_model_get_day (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), 0);

  return self->outcome.day;
}

FasciaJournal *
fascia_routines_model_get_journal (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->journal;
}

FasciaBody *
fascia_routines_model_get_body (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->body;
}

FasciaLibrary *
fascia_routines_model_get_library (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.library;
}

FasciaConditions *
fascia_routines_model_get_conditions (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->tables.conditions;
}

FasciaSafety *
fascia_routines_model_get_safety (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.safety;
}

FasciaProgrammes *
fascia_routines_model_get_programmes (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->tables.programmes;
}

FasciaPlan *
fascia_routines_model_get_plan (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.plan;
}

FasciaPast *
fascia_routines_model_get_past (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.past;
}

FasciaPoses *
fascia_routines_model_get_poses (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->tables.poses;
}

FasciaSettings *
fascia_routines_model_get_settings (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.settings;
}

GPtrArray *
fascia_routines_model_get_suggestions (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.suggestions;
}

FasciaRoutine *
fascia_routines_model_get_from_map (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.from_map;
}

FasciaEntry *
fascia_routines_model_get_open (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->outcome.open;
}

const FasciaRoutineInfo *
fascia_routines_model_get_info (FasciaRoutinesModel *self, const char *routine)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  return self->outcome.infos != NULL ? g_hash_table_lookup (self->outcome.infos, routine) : NULL;
}

void
fascia_routines_model_describe (FasciaRoutinesModel *self,
                                FasciaRoutine *routine,
                                const FasciaRegion *const *places,
                                FasciaRoutineInfo *info)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
  g_return_if_fail (self->is_ready);
  g_return_if_fail (routine != NULL);
  g_return_if_fail (info != NULL);

  fascia_routines_describe (&self->outcome, &self->tables, routine, places, info);
}

FasciaPractice *
fascia_routines_model_make_practice (FasciaRoutinesModel *self,
                                     FasciaRoutine *routine,
                                     FasciaSafety *safety,
                                     const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);
  g_return_val_if_fail (self->is_ready, NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  g_autoptr (FasciaPast) without = NULL;

  if (self->going_on != NULL && self->outcome.past != NULL
      && g_strcmp0 (self->going_on, fascia_routine_get_id (routine)) == 0)
    without = fascia_open_session_leave_out (self->outcome.past, self->going_on_ms);

  const FasciaPracticeWish wish = {
    .library = self->outcome.library,
    .safety = safety != NULL ? safety : self->outcome.safety,
    .past = without != NULL ? without : self->outcome.past,
    .places = places,
    .postures = fascia_routines_get_postures (self->outcome.settings),
    .tools = fascia_settings_get_strv (self->outcome.settings, FASCIA_SETTING_TOOLS),
    /* The one hold of a bad day, however it is begun or gone on with. */
    .gentle = g_strcmp0 (fascia_routine_get_id (routine), FASCIA_SINGLE_ROUTINE) == 0,
  };

  return fascia_practice_new (routine, &wish);
}

void
fascia_routines_model_set_going_on (FasciaRoutinesModel *self, const char *routine, gint64 utc_ms)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));

  g_set_str (&self->going_on, routine);
  self->going_on_ms = utc_ms;
}

/* ---- what it writes ---- */

/* What was chosen last, written already or not. */
static const char *const *
get_list (FasciaRoutinesModel *self, const char *key)
{
  return fascia_settings_get_strv (
      self->setup != NULL ? fascia_body_setup_get_settings (self->setup) : self->outcome.settings,
      key);
}

/* Until the journal has answered nobody knows what a list holds, and nothing is written. */
static gboolean
can_write (FasciaRoutinesModel *self)
{
  return self->setup != NULL && fascia_body_setup_is_loaded (self->setup);
}

gboolean
fascia_routines_model_is_favourite (FasciaRoutinesModel *self, const char *routine)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  return g_strv_contains (get_list (self, FASCIA_SETTING_FAVOURITES), routine);
}

void
fascia_routines_model_set_favourite (FasciaRoutinesModel *self,
                                     const char *routine,
                                     gboolean is_favourite)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
  g_return_if_fail (routine != NULL);

  const char *const *old = get_list (self, FASCIA_SETTING_FAVOURITES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!can_write (self) || g_strv_contains (old, routine) == is_favourite)
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], routine))
      g_strv_builder_add (builder, old[i]);
  if (is_favourite)
    g_strv_builder_add (builder, routine);
  g_auto (GStrv) list = g_strv_builder_end (builder);
  fascia_body_setup_set (self->setup, FASCIA_SETTING_FAVOURITES,
                         g_variant_new_strv ((const char *const *) list, -1));
}

static gboolean
is_about (const char *declined, const char *routine)
{
  gsize length = strlen (routine);

  return strncmp (declined, routine, length) == 0 && declined[length] == ':';
}

void
fascia_routines_model_set_declined (FasciaRoutinesModel *self,
                                    const char *routine,
                                    gboolean is_declined)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
  g_return_if_fail (routine != NULL);

  const char *const *old = get_list (self, FASCIA_SETTING_DECLINED);
  guint n_old = g_strv_length ((char **) old);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint first = is_declined && n_old >= MAX_DECLINED ? n_old - MAX_DECLINED + 1 : 0;
  guint taken_back = n_old;

  if (!can_write (self))
    return;
  /* The newest: earlier ones were other answers. */
  if (!is_declined)
    for (guint i = 0; i < n_old; i++)
      if (is_about (old[i], routine))
        taken_back = i;
  for (guint i = first; i < n_old; i++)
    if (i != taken_back)
      g_strv_builder_add (builder, old[i]);
  if (is_declined)
    {
      g_autofree char *declined = g_strdup_printf ("%s:%d", routine, self->input.day);

      g_strv_builder_add (builder, declined);
    }
  g_auto (GStrv) list = g_strv_builder_end (builder);
  fascia_body_setup_set (self->setup, FASCIA_SETTING_DECLINED,
                         g_variant_new_strv ((const char *const *) list, -1));
}

void
fascia_routines_model_write (FasciaRoutinesModel *self, GArray *changes)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
  g_return_if_fail (changes != NULL);

  for (guint i = 0; i < changes->len && can_write (self); i++)
    {
      const FasciaSettingChange *change = &g_array_index (changes, FasciaSettingChange, i);

      fascia_body_setup_set (self->setup, change->key, change->value);
    }
  g_array_unref (changes);
}

void
fascia_routines_model_put_own (FasciaRoutinesModel *self, const char *id, FasciaRoutine *routine)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));
  g_return_if_fail (id != NULL);

  g_autofree char *key = g_strconcat (FASCIA_SETTING_ROUTINE_PREFIX, id, NULL);
  g_autofree char *text = routine != NULL ? fascia_routine_file_write_kept (routine) : NULL;

  if (can_write (self))
    fascia_body_setup_set (self->setup, key, text != NULL ? g_variant_new_string (text) : NULL);
}
