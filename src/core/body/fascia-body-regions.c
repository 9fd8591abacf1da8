/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the table of regions (XML).
 */

#include "fascia-body-private.h"

#include <string.h>

typedef struct
{
  FasciaBodyTable *table;
  FasciaRegion *region; /* being read, owned */
  char *group;          /* code of the group being read */
  GPtrArray *structures;
  GPtrArray *aliases;
  GString *text; /* of the element being read */
} Reader;

static gboolean
parse_enum (const char *value,
            const char *what,
            const char *const codes[],
            int *result,
            GError **error)
{
  for (int i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (value, codes[i]) == 0)
      {
        *result = i + 1;
        return TRUE;
      }
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "“%s” is no %s",
               value != NULL ? value : "", what);
  return FALSE;
}

static char **
split (const char *list, const char *delimiter)
{
  if (list == NULL || *list == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (list, delimiter, -1);
}

static gboolean
parse_choir (FasciaRegion *region, const char *list, GError **error)
{
  g_auto (GStrv) numbers = split (list, " ");

  region->choir = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint64 value;
      guint segment;

      if (!g_ascii_string_to_unsigned (numbers[i], 10, 101, 299, &value, error))
        return FALSE;
      segment = (guint) value;
      g_array_append_val (region->choir, segment);
    }
  return TRUE;
}

static gboolean
parse_version (const char *text, guint *version, GError **error)
{
  guint64 value = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, 9999, &value, error))
    return FALSE;
  *version = (guint) value;
  return TRUE;
}

static gboolean
start_region (Reader *reader, const char **names, const char **values, GError **error)
{
  static const char *const side_codes[] = { "midline", "left", "right", NULL };
  static const char *const view_codes[] = { "front", "back", NULL };
  g_autoptr (FasciaRegion) region = g_new0 (FasciaRegion, 1);
  const char *element = "region";
  const char *side, *view, *choir, *michigan, *tools, *beside, *counts, *since, *retired;
  int code;

#define OPTIONAL_STRDUP (G_MARKUP_COLLECT_STRDUP | G_MARKUP_COLLECT_OPTIONAL)
#define OPTIONAL_STRING (G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL)
  if (!g_markup_collect_attributes (
          element, names, values, error, G_MARKUP_COLLECT_STRDUP, "id", &region->id,
          G_MARKUP_COLLECT_STRDUP, "base", &region->base, G_MARKUP_COLLECT_STRING, "side", &side,
          G_MARKUP_COLLECT_STRING, "view", &view, G_MARKUP_COLLECT_STRDUP, "group", &region->group,
          OPTIONAL_STRDUP, "mirror", &region->mirror_id, OPTIONAL_STRING, "choir", &choir,
          OPTIONAL_STRDUP, "wpi-area", &region->wpi_area, OPTIONAL_STRDUP, "wpi-region",
          &region->wpi_region, OPTIONAL_STRING, "wpi-counts", &counts, OPTIONAL_STRDUP,
          "wpi-extended", &region->wpi_area_extended, OPTIONAL_STRING, "michigan", &michigan,
          G_MARKUP_COLLECT_STRING, "tools", &tools, OPTIONAL_STRING, "beside", &beside,
          G_MARKUP_COLLECT_STRDUP, "certainty", &region->certainty, OPTIONAL_STRING, "since",
          &since, OPTIONAL_STRING, "retired", &retired, OPTIONAL_STRDUP, "replaced-by",
          &region->replaced_by, G_MARKUP_COLLECT_INVALID))
    return FALSE;
#undef OPTIONAL_STRDUP
#undef OPTIONAL_STRING

  if (!parse_enum (side, "side", side_codes, &code, error))
    return FALSE;
  region->side = (FasciaSide) code;
  if (!parse_enum (view, "view", view_codes, &code, error))
    return FALSE;
  region->view = (FasciaView) code;
  if (!parse_choir (region, choir, error) || !parse_version (since, &region->since, error)
      || !parse_version (retired, &region->retired, error))
    return FALSE;
  if (region->wpi_area != NULL)
    region->wpi_count = g_strcmp0 (counts, "yes") == 0 ? FASCIA_WPI_AREA_COUNTS : FASCIA_WPI_AREA;
  region->michigan = split (michigan, ";");
  region->tools = split (tools, " ");
  region->beside = split (beside, " ");

  reader->structures = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  reader->aliases = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  reader->region = g_steal_pointer (&region);
  return TRUE;
}

static void
on_element_started (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer user_data,
                    GError **error)
{
  Reader *reader = user_data;

  g_string_truncate (reader->text, 0);
  if (strcmp (element, "region") == 0 && reader->region == NULL)
    start_region (reader, names, values, error);
  else if (strcmp (element, "group") == 0 && reader->region == NULL)
    {
      g_clear_pointer (&reader->group, g_free);
      g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_STRDUP, "code",
                                   &reader->group, G_MARKUP_COLLECT_INVALID);
    }
}

static gboolean
finish_region (Reader *reader, GError **error)
{
  FasciaBodyTable *table = reader->table;
  FasciaRegion *region = reader->region;

  region->structures = (char **) g_ptr_array_free (g_steal_pointer (&reader->structures), FALSE);
  region->aliases = (char **) g_ptr_array_free (g_steal_pointer (&reader->aliases), FALSE);
  if (region->name == NULL || *region->name == '\0'
      || g_hash_table_contains (table->by_id, region->id))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "Region “%s” has no name or comes twice", region->id);
      return FALSE;
    }
  if (region->retired > 0)
    g_ptr_array_add (table->retired, region);
  else
    {
      region->index = table->regions->len;
      g_ptr_array_add (table->regions, region);
    }
  g_hash_table_insert (table->by_id, region->id, region);
  reader->region = NULL;
  return TRUE;
}

static void
on_element_ended (GMarkupParseContext *context,
                  const char *element,
                  gpointer user_data,
                  GError **error)
{
  Reader *reader = user_data;
  g_autofree char *text = g_strstrip (g_strdup (reader->text->str));

  g_string_truncate (reader->text, 0);
  if (reader->region == NULL)
    {
      if (strcmp (element, "name") == 0 && reader->group != NULL)
        {
          FasciaBodyGroup group = { g_steal_pointer (&reader->group), g_steal_pointer (&text) };

          g_array_append_val (reader->table->groups, group);
        }
    }
  else if (strcmp (element, "region") == 0)
    finish_region (reader, error);
  else if (strcmp (element, "name") == 0)
    {
      g_free (reader->region->name);
      reader->region->name = g_steal_pointer (&text);
    }
  else if (strcmp (element, "caution") == 0)
    {
      g_free (reader->region->caution);
      reader->region->caution = g_steal_pointer (&text);
    }
  else if (strcmp (element, "structure") == 0)
    g_ptr_array_add (reader->structures, g_steal_pointer (&text));
  else if (strcmp (element, "alias") == 0)
    g_ptr_array_add (reader->aliases, g_steal_pointer (&text));
}

static void
on_text_read (GMarkupParseContext *context,
              const char *text,
              gsize length,
              gpointer user_data,
              GError **error)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, (gssize) length);
}

static gboolean
has_group (const FasciaBodyTable *self, const char *code)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (strcmp (g_array_index (self->groups, FasciaBodyGroup, i).code, code) == 0)
      return TRUE;
  return FALSE;
}

/* Everything that one region says about another must be true from both ends. */
static gboolean
link_regions (FasciaBodyTable *self, GError **error)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      FasciaRegion *region = g_ptr_array_index (self->regions, i);

      if (!has_group (self, region->group))
        {
          g_set_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA,
                       "Region “%s” is in an unknown group “%s”", region->id, region->group);
          return FALSE;
        }
      if (region->side == FASCIA_SIDE_MIDLINE && region->mirror_id == NULL)
        continue;
      region->mirror
          = region->mirror_id != NULL ? g_hash_table_lookup (self->by_id, region->mirror_id) : NULL;
      if (region->mirror == NULL || region->mirror == region
          || g_strcmp0 (region->mirror->mirror_id, region->id) != 0
          || g_strcmp0 (region->mirror->base, region->base) != 0
          || region->mirror->side == region->side || region->side == FASCIA_SIDE_MIDLINE)
        {
          g_set_error (error, FASCIA_BODY_ERROR, FASCIA_BODY_ERROR_DATA,
                       "Region “%s” has no proper mirror", region->id);
          return FALSE;
        }
    }
  return TRUE;
}

FasciaBodyTable *
fascia_body_table_read (const char *xml, gsize length, GError **error)
{
  static const GMarkupParser parser = {
    .start_element = on_element_started,
    .end_element = on_element_ended,
    .text = on_text_read,
  };
  g_autoptr (FasciaBodyTable) table = fascia_body_table_alloc ();
  Reader reader = { .table = table, .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  gboolean is_read = g_markup_parse_context_parse (context, xml, (gssize) length, error)
                     && g_markup_parse_context_end_parse (context, error);

  g_clear_pointer (&reader.region, fascia_region_free);
  g_clear_pointer (&reader.structures, g_ptr_array_unref);
  g_clear_pointer (&reader.aliases, g_ptr_array_unref);
  g_clear_pointer (&reader.group, g_free);
  g_string_free (reader.text, TRUE);
  if (!is_read || !link_regions (table, error))
    return NULL;
  return g_steal_pointer (&table);
}
