/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our own JSON, read back entry by entry. */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "fascia-export-private.h"
#include "fascia-import-private.h"
#include "fascia-json-scan.h"

typedef struct
{
  FasciaImportBuilder builder;
  JsonParser *parser;
  const char *name;
  char *format;
  gint64 version;
} Reader;

static const char *
get_name (FasciaRecordKind kind, gpointer data)
{
  return ((Reader *) data)->name;
}

static void
reader_clear (Reader *self)
{
  fascia_import_builder_clear (&self->builder);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->format, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* (nullable) (transfer none) Belongs to the parser until the next one. */
static JsonNode *
parse (Reader *self, const FasciaJsonSpan *span)
{
  if (span->length > G_MAXSSIZE / 2
      || !json_parser_load_from_data (self->parser, span->text, (gssize) span->length, NULL))
    return NULL;
  return json_parser_get_root (self->parser);
}

/* JSON can say a zero character, which would end the text there without a word. */
static gboolean
has_zero (const FasciaJsonSpan *span)
{
  for (gsize i = 0; i + 1 < span->length; i++)
    if (span->text[i] == '\\')
      {
        i++;
        if (span->text[i] == 'u' && span->length - i >= 5
            && memcmp (span->text + i + 1, "0000", 4) == 0)
          return TRUE;
      }
  return FALSE;
}

/* ---- values ---- */

static gboolean
read_value (const FasciaField *field,
            JsonNode *node,
            FasciaValue *value,
            int *offset_min,
            char **reason)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_BOOLEAN && field->type == FASCIA_FIELD_FLAG)
    return fascia_record_take_int64 (field, json_node_get_boolean (node), value, reason);
  if (type == G_TYPE_INT64 && field->type != FASCIA_FIELD_FLAG)
    return fascia_record_take_int64 (field, json_node_get_int (node), value, reason);
  if (type == G_TYPE_DOUBLE)
    return fascia_record_take_double (field, json_node_get_double (node), value, reason);
  if (type == G_TYPE_STRING && field->type != FASCIA_FIELD_NUMBER
      && field->type != FASCIA_FIELD_INTEGER && field->type != FASCIA_FIELD_FLAG)
    {
      const char *text = json_node_get_string (node);

      return fascia_record_parse (field, text, strlen (text), value, offset_min, reason);
    }
  *reason = g_strdup (_ ("This is of another type than it should be."));
  return FALSE;
}

static const FasciaField *
find_field (const FasciaRecord *record, const char *name)
{
  const FasciaField *field = fascia_record_find (record, name);

  return field != NULL && field->type != FASCIA_FIELD_OWNER ? field : NULL;
}

/* TRUE when the member is a field, and then *@is_read. */
static gboolean
read_field (Reader *self,
            FasciaRecordRow *row,
            const char *name,
            JsonNode *node,
            int *offset_min,
            gboolean *is_read)
{
  const FasciaRecord *record = fascia_record_get (row->kind);
  const FasciaField *field = find_field (record, name);
  char *reason = NULL;

  *is_read = TRUE;
  if (field == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_NULL (node) || fascia_field_is_derived (field))
    return TRUE;
  *is_read = read_value (field, node, &row->values[field - record->fields], offset_min, &reason);
  if (!*is_read)
    fascia_import_builder_add_problem (&self->builder, row->kind, row->line, name, reason);
  return TRUE;
}

static gboolean
refuse (Reader *self, const FasciaRecordRow *row, const char *member, const char *reason)
{
  fascia_import_builder_add_problem (&self->builder, row->kind, row->line, member,
                                     g_strdup (reason));
  return FALSE;
}

/* ---- records ---- */

/* An array of codes: feelings, tags. */
static gboolean
read_codes (Reader *self,
            FasciaImportEntry *entry,
            FasciaRecordKind kind,
            const char *field,
            JsonNode *node,
            int owner)
{
  FasciaRecordRow *first = g_ptr_array_index (entry->rows, 0);
  const char *member = fascia_record_get (kind)->member;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (self, first, member, _ ("This is of another type than it should be."));
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      FasciaRecordRow *row = fascia_import_entry_add (entry, kind, entry->line);
      gboolean is_read;

      row->owner = owner;
      read_field (self, row, field, json_array_get_element (array, i), NULL, &is_read);
      if (!is_read)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_record (Reader *self, FasciaImportEntry *entry, FasciaRecordKind kind, JsonNode *node)
{
  FasciaRecordRow *row = fascia_import_entry_add (entry, kind, entry->line);
  int owner = (int) entry->rows->len - 1;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, row, fascia_record_get (kind)->member,
                   _ ("This is of another type than it should be."));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      gboolean is_read = TRUE;

      if (kind == FASCIA_RECORD_MARK && strcmp (name, "feelings") == 0)
        is_read = read_codes (self, entry, FASCIA_RECORD_FEELING, "feeling", value, owner);
      else if (!read_field (self, row, name, value, NULL, &is_read))
        return refuse (self, row, name, _ ("Fascia does not know this."));
      if (!is_read)
        return FALSE;
    }
  return TRUE;
}

/* What an entry holds besides its own fields. */
static gboolean
read_member (Reader *self, FasciaImportEntry *entry, const char *name, JsonNode *node)
{
  FasciaRecordRow *first = g_ptr_array_index (entry->rows, 0);

  for (guint i = FASCIA_RECORD_MARK; i < FASCIA_N_ENTRY_RECORDS; i++)
    {
      FasciaRecordKind kind = (FasciaRecordKind) i;
      const FasciaRecord *record = fascia_record_get (kind);

      if (kind == FASCIA_RECORD_FEELING || strcmp (record->member, name) != 0)
        continue;
      if (JSON_NODE_HOLDS_NULL (node))
        return TRUE;
      if (kind == FASCIA_RECORD_ENTRY_TAG)
        return read_codes (self, entry, kind, "tag", node, -1);
      if (record->is_single)
        return read_record (self, entry, kind, node);
      if (!JSON_NODE_HOLDS_ARRAY (node))
        return refuse (self, first, name, _ ("This is of another type than it should be."));
      JsonArray *array = json_node_get_array (node);
      for (guint j = 0; j < json_array_get_length (array); j++)
        if (!read_record (self, entry, kind, json_array_get_element (array, j)))
          return FALSE;
      return TRUE;
    }
  return refuse (self, first, name, _ ("Fascia does not know this."));
}

/* (nullable) (transfer none) As parse(); else a problem of @row. */
static JsonNode *
parse_for (Reader *self, const FasciaRecordRow *row, const FasciaJsonSpan *span)
{
  JsonNode *node = has_zero (span) ? NULL : parse (self, span);

  if (node == NULL)
    refuse (self, row, NULL,
            has_zero (span) ? _ ("A character in it, \\u0000, is none that a text can have.")
                            : _ ("This is no valid JSON."));
  return node;
}

static void
read_entry (Reader *self, const FasciaJsonSpan *span)
{
  g_autoptr (FasciaImportEntry) entry = fascia_import_entry_new (span->line);
  FasciaRecordRow *first = fascia_import_entry_add (entry, FASCIA_RECORD_ENTRY, span->line);
  JsonNode *node = parse_for (self, first, span);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (self, first, NULL, _ ("This is no valid JSON."));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      gboolean is_read;

      if (!read_field (self, first, name, value, &entry->offset_min, &is_read))
        is_read = read_member (self, entry, name, value);
      if (!is_read)
        return;
    }
  fascia_import_builder_take_entry (&self->builder, g_steal_pointer (&entry));
}

static void
read_whole (Reader *self, FasciaRecordKind kind, const FasciaJsonSpan *span)
{
  g_autoptr (FasciaRecordRow) row = fascia_record_row_new (kind, span->line);
  JsonNode *node = parse_for (self, row, span);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (self, row, NULL, _ ("This is no valid JSON."));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      gboolean is_read;

      if (!read_field (self, row, name, value, NULL, &is_read))
        is_read = refuse (self, row, name, _ ("Fascia does not know this."));
      if (!is_read)
        return;
    }
  fascia_import_builder_take_whole (&self->builder, g_steal_pointer (&row));
}

static void
read_setting (Reader *self, const FasciaJsonSpan *key, const FasciaJsonSpan *value)
{
  g_autoptr (FasciaRecordRow) row = fascia_record_row_new (FASCIA_RECORD_SETTING, key->line);
  JsonNode *node = parse_for (self, row, key);
  gboolean is_read;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      refuse (self, row, NULL, _ ("This is no valid JSON."));
      return;
    }
  if (!fascia_export_is_setting_kept (json_node_get_string (node)))
    return;
  read_field (self, row, "key", node, NULL, &is_read);
  if (!is_read)
    return;
  node = parse_for (self, row, value);
  if (node == NULL)
    return;
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *json = fascia_record_dup_json (text);
  if (json == NULL)
    {
      refuse (self, row, "value", _ ("This is no value of a preference."));
      return;
    }
  fascia_record_row_set_text (row, "value", json);
  fascia_import_builder_take_whole (&self->builder, g_steal_pointer (&row));
}

/* ---- the file ---- */

static void
read_element (Reader *self, FasciaRecordKind kind, const FasciaJsonSpan *span)
{
  if (kind == FASCIA_RECORD_ENTRY)
    read_entry (self, span);
  else
    read_whole (self, kind, span);
}

/* FALSE when it is no whole array. */
static gboolean
read_array (Reader *self, FasciaRecordKind kind, const FasciaJsonSpan *array)
{
  FasciaJsonScanner scanner;
  FasciaJsonSpan element;

  fascia_json_scanner_init (&scanner, array);
  if (!fascia_json_scanner_take (&scanner, '['))
    return FALSE;
  if (fascia_json_scanner_take (&scanner, ']'))
    return fascia_json_scanner_is_at_end (&scanner);
  do
    {
      if (!fascia_json_scanner_skip_value (&scanner, &element))
        return FALSE;
      read_element (self, kind, &element);
    }
  while (fascia_json_scanner_take (&scanner, ','));
  return fascia_json_scanner_take (&scanner, ']') && fascia_json_scanner_is_at_end (&scanner);
}

static gboolean
read_settings (Reader *self, const FasciaJsonSpan *object)
{
  FasciaJsonScanner scanner;
  FasciaJsonSpan key, value;

  fascia_json_scanner_init (&scanner, object);
  if (!fascia_json_scanner_take (&scanner, '{'))
    return FALSE;
  if (fascia_json_scanner_take (&scanner, '}'))
    return fascia_json_scanner_is_at_end (&scanner);
  do
    {
      if (!fascia_json_scanner_skip_value (&scanner, &key)
          || !fascia_json_scanner_take (&scanner, ':')
          || !fascia_json_scanner_skip_value (&scanner, &value))
        return FALSE;
      read_setting (self, &key, &value);
    }
  while (fascia_json_scanner_take (&scanner, ','));
  return fascia_json_scanner_take (&scanner, '}') && fascia_json_scanner_is_at_end (&scanner);
}

/* Members that are read in the first round are those that say what it is. */
static gboolean
read_top (Reader *self, const char *name, const FasciaJsonSpan *value, gboolean is_first)
{
  static const FasciaRecordKind lists[]
      = { FASCIA_RECORD_TAG, FASCIA_RECORD_SCALE, FASCIA_RECORD_CONDITION, FASCIA_RECORD_ENTRY };

  if (is_first)
    {
      JsonNode *node;

      if (strcmp (name, "format") != 0 && strcmp (name, "version") != 0)
        return TRUE;
      node = parse (self, value);
      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
        return FALSE;
      if (strcmp (name, "version") == 0 && json_node_get_value_type (node) == G_TYPE_INT64)
        self->version = json_node_get_int (node);
      if (strcmp (name, "format") == 0 && json_node_get_value_type (node) == G_TYPE_STRING)
        {
          g_free (self->format);
          self->format = g_strdup (json_node_get_string (node));
        }
      return TRUE;
    }
  if (strcmp (name, "settings") == 0)
    return read_settings (self, value);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (name, fascia_record_get (lists[i])->member) == 0)
      return read_array (self, lists[i], value);
  return TRUE;
}

/* *@line: where it is broken. */
static gboolean
read_file (Reader *self, const FasciaJsonSpan *file, gboolean is_first, guint *line)
{
  FasciaJsonScanner scanner;
  FasciaJsonSpan key, value;

  fascia_json_scanner_init (&scanner, file);
  if (!fascia_json_scanner_take (&scanner, '{'))
    {
      *line = scanner.line;
      return FALSE;
    }
  do
    {
      g_autofree char *name = NULL;

      if (!fascia_json_scanner_skip_value (&scanner, &key) || *key.text != '"'
          || !fascia_json_scanner_take (&scanner, ':')
          || !fascia_json_scanner_skip_value (&scanner, &value))
        {
          *line = scanner.line;
          return FALSE;
        }
      name = g_strndup (key.text + 1, MIN (key.length, 40) - 2);
      if (!read_top (self, name, &value, is_first))
        {
          *line = value.line;
          return FALSE;
        }
    }
  while (fascia_json_scanner_take (&scanner, ','));
  *line = scanner.line;
  return fascia_json_scanner_take (&scanner, '}') && fascia_json_scanner_is_at_end (&scanner);
}

static gboolean
set_broken (GError **error, const char *name, guint line)
{
  /* Translators: %u is the number of a line. */
  g_autofree char *reason = g_strdup_printf (_ ("From line %u on it is no valid JSON."), line);

  return fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name, reason);
}

FasciaImport *
fascia_import_read_json (GBytes *bytes,
                         const char *name,
                         const FasciaBody *body,
                         gint64 now_ms,
                         GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  g_auto (Reader) self = { .parser = json_parser_new_immutable (), .name = name, .version = 0 };
  FasciaJsonSpan file = { .line = 1 };
  guint line = 1;

  json_parser_set_strict (self.parser, TRUE);
  fascia_import_builder_init (&self.builder, get_name, &self, now_ms);
  file.text = g_bytes_get_data (bytes, &file.length);
  /* Some programs put a mark of the order of bytes first. */
  if (file.length >= 3 && memcmp (file.text, "\xef\xbb\xbf", 3) == 0)
    {
      file.text += 3;
      file.length -= 3;
    }
  if (file.length == 0 || !g_utf8_validate_len (file.text, file.length, NULL)
      || memchr (file.text, '{', MIN (file.length, 4096)) == NULL)
    {
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name,
                               _ ("It is nothing that Fascia has written."));
      return NULL;
    }
  if (!read_file (&self, &file, TRUE, &line))
    {
      set_broken (error, name, line);
      return NULL;
    }
  if (g_strcmp0 (self.format, FASCIA_RECORD_FORMAT) != 0 || self.version < 1)
    {
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name,
                               _ ("It is nothing that Fascia has written."));
      return NULL;
    }
  if (self.version > FASCIA_RECORD_VERSION)
    {
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_TOO_NEW, name,
                               _ ("A newer version of Fascia has written it."));
      return NULL;
    }
  if (!read_file (&self, &file, FALSE, &line))
    {
      set_broken (error, name, line);
      return NULL;
    }
  return fascia_import_builder_finish (&self.builder);
}
