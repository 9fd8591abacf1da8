/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known about places besides their marks: linked places, signs, the words used most.
 */

#include "config.h"

#include "fascia-place-facts.h"

#include "fascia-text.h"

/* Words of so many days count as used. */
#define USED_DAYS 90
#define USED_MAX 64

struct _FasciaPlaceFacts
{
  GObject parent_instance;

  FasciaBodyModel *model; /* not held: the model holds the facts */
  FasciaBodySetup *setup;
  GCancellable *cancellable;
  FasciaReferralTable *referral;
  FasciaSigns *signs;
  gboolean has_referral; /* whether it was tried */
  gboolean has_signs;
  char **used;
  FasciaEntry *measured; /* the check-in that extents is about */
  GArray *extents;
};

G_DEFINE_FINAL_TYPE (FasciaPlaceFacts, fascia_place_facts, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_USED = 1,
} FasciaPlaceFactsSignal;

static guint signals[SIGNAL_USED + 1];

static const char facts_key[] = "fascia-place-facts";

FasciaReferralTable *
fascia_place_facts_get_referral (FasciaPlaceFacts *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), NULL);

  if (!self->has_referral)
    {
      g_autoptr (GError) error = NULL;

      self->has_referral = TRUE;
      self->referral = fascia_referral_table_new (fascia_body_model_get_body (self->model), &error);
      if (self->referral == NULL)
        g_warning ("The table of linked places: %s", error->message);
    }
  return self->referral;
}

FasciaSigns *
fascia_place_facts_get_signs (FasciaPlaceFacts *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), NULL);

  if (!self->has_signs)
    {
      g_autoptr (GError) error = NULL;

      self->has_signs = TRUE;
      self->signs = fascia_signs_new (fascia_body_model_get_body (self->model), &error);
      if (self->signs == NULL)
        g_warning ("The table of signs: %s", error->message);
    }
  return self->signs;
}

FasciaBodySetup *
fascia_place_facts_get_setup (FasciaPlaceFacts *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), NULL);

  return self->setup;
}

const char *const *
fascia_place_facts_get_used (FasciaPlaceFacts *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), NULL);

  return (const char *const *) self->used;
}

static void
on_feelings_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaPlaceFacts) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) used
      = fascia_journal_load_feelings_finish (FASCIA_JOURNAL (source), result, &error);

  /* Without an answer the first words of the list do as well. */
  if (used == NULL || g_strv_equal ((const char *const *) used, (const char *const *) self->used))
    return;
  g_strfreev (self->used);
  self->used = g_steal_pointer (&used);
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}

void
fascia_place_facts_refresh (FasciaPlaceFacts *self)
{
  g_return_if_fail (FASCIA_IS_PLACE_FACTS (self));

  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));

  fascia_journal_load_feelings_async (fascia_body_model_get_journal (self->model),
                                      today - USED_DAYS, USED_MAX, self->cancellable,
                                      on_feelings_loaded, g_object_ref (self));
}

const GArray *
fascia_place_facts_get_extents (FasciaPlaceFacts *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), NULL);

  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  guint n_drawings = 0;
  const FasciaDrawing *drawings
      = entry != NULL ? fascia_entry_get_drawings (entry, &n_drawings) : NULL;

  if (self->extents != NULL && entry == self->measured)
    return self->extents;
  g_clear_pointer (&self->measured, fascia_entry_unref);
  self->measured = entry != NULL ? fascia_entry_ref (entry) : NULL;
  g_clear_pointer (&self->extents, g_array_unref);
  self->extents = n_drawings > 0 ? fascia_extent_measure (fascia_body_model_get_body (self->model),
                                                          drawings, n_drawings)
                                 : g_array_new (FALSE, FALSE, sizeof (FasciaExtent));
  return self->extents;
}

/* ---- when to get help ---- */

gboolean
fascia_place_facts_should_help (FasciaPlaceFacts *self,
                                const FasciaRegion *region,
                                const char *const *before,
                                const char *const *after)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_FACTS (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  FasciaFeelings *feelings = fascia_text_get_feelings ();
  const char *const *helped = fascia_settings_get_strv (
      fascia_body_setup_get_settings (self->setup), FASCIA_SETTING_HELP_SHOWN);

  /* Before the settings are there nobody knows whether it has. */
  if (!fascia_body_setup_is_loaded (self->setup))
    return FALSE;
  if (feelings == NULL || after == NULL || fascia_place_facts_get_signs (self) == NULL
      || g_strv_contains (helped, fascia_region_get_id (region)))
    return FALSE;
  for (guint i = 0; after[i] != NULL; i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_lookup (feelings, after[i]);

      if (feeling != NULL && fascia_feeling_is_help (feeling)
          && (before == NULL || !g_strv_contains (before, after[i])))
        return TRUE;
    }
  return FALSE;
}

void
fascia_place_facts_set_helped (FasciaPlaceFacts *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_PLACE_FACTS (self));
  g_return_if_fail (region != NULL);

  fascia_body_setup_add_to_list (self->setup, FASCIA_SETTING_HELP_SHOWN,
                                 fascia_region_get_id (region));
}

/* ---- the object ---- */

static void
fascia_place_facts_dispose (GObject *object)
{
  FasciaPlaceFacts *self = FASCIA_PLACE_FACTS (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (fascia_place_facts_parent_class)->dispose (object);
}

static void
fascia_place_facts_finalize (GObject *object)
{
  FasciaPlaceFacts *self = FASCIA_PLACE_FACTS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->setup);
  g_clear_pointer (&self->referral, fascia_referral_table_unref);
  g_clear_pointer (&self->signs, fascia_signs_unref);
  g_clear_pointer (&self->used, g_strfreev);
  g_clear_pointer (&self->measured, fascia_entry_unref);
  g_clear_pointer (&self->extents, g_array_unref);

  G_OBJECT_CLASS (fascia_place_facts_parent_class)->finalize (object);
}

static void
fascia_place_facts_class_init (FasciaPlaceFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_place_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_place_facts_finalize;

  signals[SIGNAL_USED] = g_signal_new ("used", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_place_facts_init (FasciaPlaceFacts *self)
{
  self->cancellable = g_cancellable_new ();
  self->used = g_new0 (char *, 1);
}

FasciaPlaceFacts *
fascia_place_facts_get (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaPlaceFacts *self = g_object_get_data (G_OBJECT (model), facts_key);
  if (self != NULL)
    return self;

  self = g_object_new (FASCIA_TYPE_PLACE_FACTS, NULL);
  self->model = model;
  self->setup = g_object_ref (fascia_body_setup_get (fascia_body_model_get_journal (model),
                                                     fascia_body_model_get_body (model)));
  g_object_set_data_full (G_OBJECT (model), facts_key, self, g_object_unref);
  g_signal_connect_object (model, "loaded", G_CALLBACK (fascia_place_facts_refresh), self,
                           G_CONNECT_SWAPPED);
  if (fascia_body_model_is_loaded (model))
    fascia_place_facts_refresh (self);
  return self;
}
