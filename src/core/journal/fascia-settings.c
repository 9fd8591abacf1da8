/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences of the person as a value, and each as the JSON it is stored in. */

#include "config.h"

#include "fascia-settings.h"

#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

typedef struct
{
  gatomicrefcount ref_count;
  GVariant *variant;
  const char **list; /* of strings: the texts belong to the variant; otherwise NULL */
} Value;

struct _FasciaSettings
{
  gatomicrefcount ref_count;
  GHashTable *values; /* key → Value, which copies share */
};

G_DEFINE_BOXED_TYPE (FasciaSettings, fascia_settings, fascia_settings_ref, fascia_settings_unref)

static Value *
value_new (GVariant *variant)
{
  Value *self = g_new0 (Value, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->variant = g_variant_ref (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING_ARRAY))
    self->list = g_variant_get_strv (variant, NULL);
  return self;
}

static Value *
value_ref (Value *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
value_unref (Value *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->list);
  g_variant_unref (self->variant);
  g_free (self);
}

FasciaSettings *
fascia_settings_new (void)
{
  FasciaSettings *self = g_new0 (FasciaSettings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_unref);
  return self;
}

FasciaSettings *
fascia_settings_ref (FasciaSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_settings_unref (FasciaSettings *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->values);
  g_free (self);
}

FasciaSettings *
fascia_settings_with (FasciaSettings *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  GHashTableIter iter;
  gpointer old_key, old_value;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL && *key != '\0', NULL);

  FasciaSettings *copy = fascia_settings_new ();
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &old_key, &old_value))
    g_hash_table_insert (copy->values, g_strdup (old_key), value_ref (old_value));
  if (owned != NULL)
    g_hash_table_insert (copy->values, g_strdup (key), value_new (owned));
  else
    g_hash_table_remove (copy->values, key);
  return copy;
}

/* (nullable) The value when it is of that type. */
static GVariant *
lookup (const FasciaSettings *self, const char *key, const GVariantType *type)
{
  const Value *value = g_hash_table_lookup (self->values, key);

  return value != NULL && g_variant_is_of_type (value->variant, type) ? value->variant : NULL;
}

gboolean
fascia_settings_get_boolean (const FasciaSettings *self, const char *key, gboolean fallback)
{
  g_return_val_if_fail (self != NULL && key != NULL, fallback);

  GVariant *value = lookup (self, key, G_VARIANT_TYPE_BOOLEAN);
  return value != NULL ? g_variant_get_boolean (value) : fallback;
}

gint64
fascia_settings_get_int64 (const FasciaSettings *self, const char *key, gint64 fallback)
{
  g_return_val_if_fail (self != NULL && key != NULL, fallback);

  GVariant *value = lookup (self, key, G_VARIANT_TYPE_INT64);
  return value != NULL ? g_variant_get_int64 (value) : fallback;
}

const char *
fascia_settings_get_string (const FasciaSettings *self, const char *key, const char *fallback)
{
  g_return_val_if_fail (self != NULL && key != NULL, fallback);

  GVariant *value = lookup (self, key, G_VARIANT_TYPE_STRING);
  return value != NULL ? g_variant_get_string (value, NULL) : fallback;
}

const char *const *
fascia_settings_get_strv (const FasciaSettings *self, const char *key)
{
  static const char *const nothing[] = { NULL };

  g_return_val_if_fail (self != NULL && key != NULL, nothing);

  const Value *value = g_hash_table_lookup (self->values, key);
  return value != NULL && value->list != NULL ? (const char *const *) value->list : nothing;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
fascia_settings_dup_keys (const FasciaSettings *self, const char *prefix)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (self != NULL && prefix != NULL, NULL);

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

gboolean
fascia_settings_equal (const FasciaSettings *a, const FasciaSettings *b)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_hash_table_size (a->values) != g_hash_table_size (b->values))
    return FALSE;
  g_hash_table_iter_init (&iter, a->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Value *other = g_hash_table_lookup (b->values, key);

      if (other == NULL || !g_variant_equal (((const Value *) value)->variant, other->variant))
        return FALSE;
    }
  return TRUE;
}

/* ---- as JSON ---- */

/* (nullable) */
static JsonNode *
to_node (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return json_node_init_boolean (json_node_alloc (), g_variant_get_boolean (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return json_node_init_string (json_node_alloc (), g_variant_get_string (value, NULL));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return json_node_init_int (json_node_alloc (), g_variant_get_int64 (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE)
      && isfinite (g_variant_get_double (value)))
    return json_node_init_double (json_node_alloc (), g_variant_get_double (value));
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return NULL;

  g_autofree const char **texts = g_variant_get_strv (value, NULL);
  g_autoptr (JsonArray) array = json_array_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return json_node_init_array (json_node_alloc (), array);
}

char *
fascia_setting_to_json (GVariant *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (JsonNode) node = to_node (owned);
  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

/* (nullable) Floating. */
static GVariant *
from_array (JsonArray *array)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_variant_builder_add (&builder, "s", json_node_get_string (node));
    }
  return g_variant_builder_end (&builder);
}

/* (nullable) Floating. */
static GVariant *
from_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return from_array (json_node_get_array (node));
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      return g_variant_new_boolean (json_node_get_boolean (node));
    case G_TYPE_STRING:
      return g_variant_new_string (json_node_get_string (node));
    case G_TYPE_INT64:
      return g_variant_new_int64 (json_node_get_int (node));
    case G_TYPE_DOUBLE:
      /* "1e999" is no number to write again. */
      return isfinite (json_node_get_double (node))
                 ? g_variant_new_double (json_node_get_double (node))
                 : NULL;
    default:
      return NULL;
    }
}

GVariant *
fascia_setting_from_json (const char *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  /* The parser's own way with text that is not UTF-8 is a warning. */
  if (!g_utf8_validate (json, -1, NULL))
    return NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL)
    return NULL;
  GVariant *value = from_node (json_parser_get_root (parser));
  return value != NULL ? g_variant_ref_sink (value) : NULL;
}
