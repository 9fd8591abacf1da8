/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure in the form the person has chosen, and the other settings of the journal, kept up to
 * date for everything that shows them.
 */

#include "config.h"

#include "fascia-body-setup.h"

#include "core/body/fascia-body-form.h"

struct _FasciaBodySetup
{
  GObject parent_instance;

  FasciaJournal *journal; /* not held: the journal holds the setup */
  FasciaBody *base;       /* the figure as it is drawn */
  FasciaBody *body;
  FasciaSettings *settings;
  GCancellable *reading; /* of the newest reading; NULL when none is under way */
  guint n_writing;       /* settings shown but not written yet */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (FasciaBodySetup, fascia_body_setup, G_TYPE_OBJECT)

typedef enum
{
  PROP_BODY = 1,
  PROP_SETTINGS,
} FasciaBodySetupProperty;

typedef enum
{
  SIGNAL_NOT_WRITTEN = 1,
  SIGNAL_FAILED,
} FasciaBodySetupSignal;

static GParamSpec *properties[PROP_SETTINGS + 1];
static guint signals[SIGNAL_FAILED + 1];

static const char setup_key[] = "fascia-body-setup";

static void
take_settings (FasciaBodySetup *self, FasciaSettings *settings)
{
  g_autoptr (FasciaSettings) owned = settings;
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  if (fascia_settings_equal (self->settings, owned))
    return;
  fascia_settings_unref (self->settings);
  self->settings = g_steal_pointer (&owned);

  fascia_body_form_read (&form, self->settings);
  if (!fascia_body_form_equal (&form, fascia_body_get_form (self->body)))
    {
      g_autoptr (FasciaBody) old = self->body;

      self->body = fascia_body_new_with_form (self->base, &form);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBodySetup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSettings) settings
      = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  /* A journal that cannot be read says so elsewhere: the figure stays as it is. */
  if (settings == NULL)
    return;

  gboolean was_loaded = self->is_loaded;
  self->is_loaded = TRUE;
  /* What is being written is newer than what was read before it. */
  if (self->n_writing == 0)
    take_settings (self, g_steal_pointer (&settings));
  if (!was_loaded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
}

static void
load (FasciaBodySetup *self)
{
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
    return;

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  fascia_journal_load_settings_async (self->journal, self->reading, on_loaded, g_object_ref (self));
}

static void
on_journal_changed (FasciaBodySetup *self, FasciaChangeFlags flags)
{
  if ((flags & FASCIA_CHANGE_SETTINGS) != 0 && self->n_writing == 0)
    load (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBodySetup) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = fascia_journal_set_setting_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_writing--;
  /* The journal has the last word, whether it took the setting or not. */
  if (self->n_writing == 0)
    load (self);
  if (is_written || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gboolean is_told = FALSE;
  g_signal_emit (self, signals[SIGNAL_NOT_WRITTEN], 0, error, &is_told);
  if (!is_told)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
fascia_body_setup_set (FasciaBodySetup *self, const char *key, GVariant *value)
{
  g_return_if_fail (FASCIA_IS_BODY_SETUP (self));
  g_return_if_fail (key != NULL);

  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

  self->n_writing++;
  fascia_journal_set_setting_async (self->journal, key, owned, NULL, on_written,
                                    g_object_ref (self));
  take_settings (self, fascia_settings_with (self->settings, key, owned));
}

gboolean
fascia_body_setup_add_to_list (FasciaBodySetup *self, const char *key, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  const char *const *old = fascia_settings_get_strv (self->settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!self->is_loaded)
    return FALSE;
  if (g_strv_contains (old, code))
    return TRUE;
  g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_add (builder, code);
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  fascia_body_setup_set (self, key, g_variant_new_strv ((const char *const *) codes, -1));
  return TRUE;
}

FasciaBody *
fascia_body_setup_get_body (FasciaBodySetup *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (self), NULL);

  return self->body;
}

FasciaSettings *
fascia_body_setup_get_settings (FasciaBodySetup *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (self), NULL);

  return self->settings;
}

gboolean
fascia_body_setup_is_loaded (FasciaBodySetup *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (self), FALSE);

  return self->is_loaded;
}

static void
fascia_body_setup_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaBodySetup *self = FASCIA_BODY_SETUP (object);

  switch ((FasciaBodySetupProperty) id)
    {
    case PROP_BODY:
      g_value_set_boxed (value, self->body);
      break;
    case PROP_SETTINGS:
      g_value_set_boxed (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_body_setup_dispose (GObject *object)
{
  FasciaBodySetup *self = FASCIA_BODY_SETUP (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (fascia_body_setup_parent_class)->dispose (object);
}

static void
fascia_body_setup_finalize (GObject *object)
{
  FasciaBodySetup *self = FASCIA_BODY_SETUP (object);

  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->base, fascia_body_unref);
  g_clear_pointer (&self->settings, fascia_settings_unref);

  G_OBJECT_CLASS (fascia_body_setup_parent_class)->finalize (object);
}

static void
fascia_body_setup_class_init (FasciaBodySetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fascia_body_setup_get_property;
  object_class->dispose = fascia_body_setup_dispose;
  object_class->finalize = fascia_body_setup_finalize;

  properties[PROP_BODY] = g_param_spec_boxed ("body", NULL, NULL, FASCIA_TYPE_BODY, flags);
  properties[PROP_SETTINGS]
      = g_param_spec_boxed ("settings", NULL, NULL, FASCIA_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_NOT_WRITTEN] = g_signal_new (
      "not-written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_ERROR);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fascia_body_setup_init (FasciaBodySetup *self)
{
  self->settings = fascia_settings_new ();
}

FasciaBodySetup *
fascia_body_setup_get (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaBodySetup *self = g_object_get_data (G_OBJECT (journal), setup_key);
  if (self != NULL)
    return self;
  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (FASCIA_TYPE_BODY_SETUP, NULL);
  self->journal = journal;
  self->base = fascia_body_ref (body);
  self->body = fascia_body_ref (body);
  g_object_set_data_full (G_OBJECT (journal), setup_key, self, g_object_unref);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

FasciaJournal *
fascia_body_setup_get_journal (FasciaBodySetup *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (self), NULL);

  return self->journal;
}
