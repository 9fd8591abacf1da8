/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long to breathe: some minutes, or until it is stopped.
 */

#include "config.h"

#include "fascia-breath-minutes.h"

#define DEFAULT_MINUTES 5
#define MINUTE_MS G_GINT64_CONSTANT (60000)

struct _FasciaBreathMinutes
{
  AdwBin parent_instance;

  AdwToggleGroup *minutes;

  FasciaBodySetup *setup; /* (nullable) the journal holds it */
  gint64 ms;
  gboolean is_loading;
  gboolean has_chosen; /* the person */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaBreathMinutes, fascia_breath_minutes, ADW_TYPE_BIN)

static void
on_minutes_chosen (FasciaBreathMinutes *self)
{
  const char *name = adw_toggle_group_get_active_name (self->minutes);

  if (self->is_loading || name == NULL || self->setup == NULL)
    return;
  const gint64 minutes = g_ascii_strtoll (name, NULL, 10);

  self->has_chosen = TRUE;
  self->ms = minutes * MINUTE_MS;
  if (fascia_body_setup_is_loaded (self->setup))
    fascia_body_setup_set (self->setup, FASCIA_SETTING_BREATH_MINUTES,
                           g_variant_new_int64 (minutes));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* What the person chose before stays. */
static void
load (FasciaBreathMinutes *self)
{
  if (self->has_chosen)
    return;
  const gint64 kept = fascia_settings_get_int64 (fascia_body_setup_get_settings (self->setup),
                                                 FASCIA_SETTING_BREATH_MINUTES, DEFAULT_MINUTES);
  /* One that is not offered may have come from elsewhere. */
  const gint64 minutes = kept == 0 || kept == 2 || kept == 10 ? kept : DEFAULT_MINUTES;
  g_autofree char *name = g_strdup_printf ("%d", (int) minutes);

  self->is_loading = TRUE;
  adw_toggle_group_set_active_name (self->minutes, name);
  self->is_loading = FALSE;
  self->ms = minutes * MINUTE_MS;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

void
fascia_breath_minutes_follow (FasciaBreathMinutes *self, FasciaBodySetup *setup)
{
  g_return_if_fail (FASCIA_IS_BREATH_MINUTES (self));
  g_return_if_fail (FASCIA_IS_BODY_SETUP (setup));
  g_return_if_fail (self->setup == NULL);

  self->setup = setup;
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

gint64
fascia_breath_minutes_get_ms (FasciaBreathMinutes *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_MINUTES (self), 0);

  return self->ms;
}

static void
fascia_breath_minutes_dispose (GObject *object)
{
  /* The bin would let it go once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FASCIA_TYPE_BREATH_MINUTES);

  G_OBJECT_CLASS (fascia_breath_minutes_parent_class)->dispose (object);
}

static void
fascia_breath_minutes_class_init (FasciaBreathMinutesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_breath_minutes_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FASCIA_TYPE_BREATH_MINUTES, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-breath-minutes.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBreathMinutes, minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_chosen);
}

static void
fascia_breath_minutes_init (FasciaBreathMinutes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
