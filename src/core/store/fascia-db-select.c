/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries a query asks for: each condition by an index of its own, and then what they share.
 *
 * So the time it takes is that of reading the hits of each condition, whether they are few or many
 * and however they are spread over the years, and each text of SQL is a fixed one. */

#include "config.h"

#include <string.h>

#include "../journal/fascia-query-private.h"
#include "fascia-db-select.h"

/* ---- one condition ---- */

/* Adds the numbers in the first column. */
static gboolean
add_rows (FasciaDb *db, FasciaSet *set, sqlite3_stmt *statement, GError **error)
{
  int row;

  while ((row = fascia_db_step (db, statement, error)) > 0)
    fascia_set_add (set, sqlite3_column_int64 (statement, 0));
  return row == 0;
}

static gboolean
add_for_text (FasciaDb *db, FasciaSet *set, const char *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  return add_rows (db, set, statement, error);
}

static gboolean
add_for_codes (FasciaDb *db, FasciaSet *set, const char *sql, char **codes, GError **error)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (!add_for_text (db, set, sql, codes[i], error))
      return FALSE;
  return TRUE;
}

/* Small tables: read once, whatever the number of codes. Columns: the entry, then two codes. */
static gboolean
add_scanned (FasciaDb *db, FasciaSet *set, const char *sql, char **codes, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, sql, error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    for (int column = 1; column <= 2; column++)
      {
        const char *code = (const char *) sqlite3_column_text (statement, column);

        if (code != NULL && g_strv_contains ((const char *const *) codes, code))
          fascia_set_add (set, sqlite3_column_int64 (statement, 0));
      }
  return row == 0;
}

static gboolean
add_regions (FasciaDb *db, FasciaSet *set, char **regions, GError **error)
{
  if (regions[0] == NULL)
    return TRUE;
  return add_for_codes (db, set, "SELECT entry_id FROM mark WHERE region = ?1", regions, error)
         && add_for_codes (db, set, "SELECT entry_id FROM session_step WHERE region = ?1", regions,
                           error)
         && add_scanned (db, set, "SELECT entry_id, from_region, to_region FROM spread", regions,
                         error)
         && add_scanned (db, set,
                         "SELECT entry_id, code, NULL FROM visit_detail WHERE kind = 'area'",
                         regions, error);
}

static gboolean
add_kinds (FasciaDb *db, FasciaSet *set, guint kinds, GError **error)
{
  for (FasciaEntryKind kind = FASCIA_ENTRY_CHECK_IN; kind <= FASCIA_ENTRY_NOTE; kind++)
    if ((kinds & 1u << kind) != 0
        && !add_for_text (db, set, "SELECT id FROM entry WHERE kind = ?1",
                          fascia_entry_kind_to_code (kind), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_words (FasciaDb *db, FasciaSet *set, const FasciaTerm *term, GError **error)
{
  g_autofree char *match = NULL;

  if (term->look == FASCIA_LOOK_ANYWHERE)
    return add_for_text (db, set, "SELECT rowid FROM entry_text WHERE instr (words, ?1) > 0",
                         term->words, error);
  /* Folded words are letters and blanks: nothing in them means anything to the index. */
  match = g_strconcat ("\"", term->words, term->look == FASCIA_LOOK_PHRASE ? "\"" : "\" *", NULL);
  return add_for_text (db, set, "SELECT rowid FROM entry_text WHERE entry_text MATCH ?1", match,
                       error);
}

/* All but places. */
static gboolean
add_term (FasciaDb *db, FasciaSet *set, const FasciaTerm *term, GError **error)
{
  return add_words (db, set, term, error) && add_kinds (db, set, term->kinds, error)
         && add_for_codes (db, set, "SELECT entry_id FROM entry_tag WHERE tag = ?1", term->tags,
                           error)
         && add_for_codes (db, set,
                           "SELECT m.entry_id FROM mark_feeling AS f CROSS JOIN mark AS m "
                           "ON m.id = f.mark_id WHERE f.feeling = ?1",
                           term->feelings, error)
         && add_for_codes (db, set, "SELECT entry_id FROM measurement WHERE item = ?1", term->items,
                           error);
}

static gboolean
add_clause (FasciaDb *db, FasciaSet *set, const FasciaClause *clause, GError **error)
{
  g_autoptr (FasciaSet) common = NULL;

  for (guint i = 0; i < clause->terms->len; i++)
    {
      g_autoptr (FasciaSet) found = fascia_set_new_like (set);

      if (!add_term (db, found, g_ptr_array_index (clause->terms, i), error))
        return FALSE;
      if (common == NULL)
        common = g_steal_pointer (&found);
      else
        fascia_set_meet (common, found);
    }
  if (common != NULL)
    fascia_set_join (set, common);
  return add_regions (db, set, clause->regions, error);
}

/* ---- all conditions ---- */

typedef struct
{
  FasciaDb *db;
  FasciaSet *found; /* (nullable): by the conditions so far; all when NULL */
  FasciaSet *next;  /* (nullable): by the one at hand */
} Selection;

static gboolean
begin_condition (Selection *self, GError **error)
{
  self->next
      = self->found != NULL ? fascia_set_new_like (self->found) : fascia_set_new (self->db, error);
  return self->next != NULL;
}

static void
end_condition (Selection *self)
{
  if (self->found != NULL)
    {
      fascia_set_meet (self->found, self->next);
      g_clear_pointer (&self->next, fascia_set_free);
    }
  else
    self->found = g_steal_pointer (&self->next);
}

static gboolean
apply (Selection *self, const FasciaQuery *query, GError **error)
{
  FasciaDb *db = self->db;

  if (query->kinds != 0)
    {
      if (!begin_condition (self, error) || !add_kinds (db, self->next, query->kinds, error))
        return FALSE;
      end_condition (self);
    }
  if (query->tag != NULL)
    {
      if (!begin_condition (self, error)
          || !add_for_text (db, self->next, "SELECT entry_id FROM entry_tag WHERE tag = ?1",
                            query->tag, error))
        return FALSE;
      end_condition (self);
    }
  if (query->regions[0] != NULL)
    {
      if (!begin_condition (self, error) || !add_regions (db, self->next, query->regions, error))
        return FALSE;
      end_condition (self);
    }
  for (guint i = 0; query->clauses != NULL && i < query->clauses->len; i++)
    {
      /* Of nothing nothing can be left. */
      if (self->found != NULL && fascia_set_count (self->found) == 0)
        return TRUE;
      if (!begin_condition (self, error)
          || !add_clause (db, self->next, g_ptr_array_index (query->clauses, i), error))
        return FALSE;
      end_condition (self);
    }
  return TRUE;
}

gboolean
fascia_db_select (FasciaDb *db, const FasciaQuery *query, FasciaSet **set, GError **error)
{
  Selection selection = { .db = db };

  *set = NULL;
  if (query == NULL)
    return TRUE;
  gboolean is_found = apply (&selection, query, error);
  g_clear_pointer (&selection.next, fascia_set_free);
  if (is_found)
    *set = g_steal_pointer (&selection.found);
  g_clear_pointer (&selection.found, fascia_set_free);
  return is_found;
}
