/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Routines page, the suggestion on the Body page and the start of a session rest on.
 */

#include "config.h"

#include "fascia-routines-model-private.h"

#include "fascia-day-watch.h"

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
fascia_routines_model_dispose (GObject *object)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->journal);

  G_OBJECT_CLASS (fascia_routines_model_parent_class)->dispose (object);
}

static void
fascia_routines_model_finalize (GObject *object)
{
  FasciaRoutinesModel *self = FASCIA_ROUTINES_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_pointer (&self->problem, g_free);
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
  self->cancellable = g_cancellable_new ();
  self->settings = fascia_settings_new ();
  self->suggestions = g_ptr_array_new ();
}

FasciaRoutinesModel *
fascia_routines_model_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaRoutinesModel *self = g_object_new (FASCIA_TYPE_ROUTINES_MODEL, NULL);
  g_set_weak_pointer (&self->journal, journal);
  self->body = fascia_body_ref (body);
  self->day = fascia_day_watch_get_day (fascia_day_watch_get (journal));
  return self;
}

FasciaRoutinesModel *
fascia_routines_model_get (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaRoutinesModel *self = g_object_get_data (G_OBJECT (journal), model_key);
  if (self != NULL)
    return self;
  g_return_val_if_fail (body != NULL, NULL);

  self = fascia_routines_model_new (journal, body);
  g_object_set_data_full (G_OBJECT (journal), model_key, self, g_object_unref);
  return self;
}

void
fascia_routines_model_load (FasciaRoutinesModel *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (self));

  self->has_begun = TRUE;
}

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

  return self->library;
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

  return self->safety;
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

  return self->plan;
}

FasciaPast *
fascia_routines_model_get_past (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->past;
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

  return self->settings;
}

GPtrArray *
fascia_routines_model_get_suggestions (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), NULL);

  return self->suggestions;
}

gint32
fascia_routines_model_get_day (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), 0);

  return self->day;
}
