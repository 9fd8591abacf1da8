/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries are asked for, as a value; and whether an entry is one of them. */

#include "config.h"

#include "fascia-query-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (FasciaQuery, fascia_query, fascia_query_ref, fascia_query_unref)

static FasciaQuery *
query_alloc (void)
{
  FasciaQuery *self = g_atomic_rc_box_new0 (FasciaQuery);

  self->regions = g_new0 (char *, 1);
  self->first_day = G_MININT32;
  self->last_day = G_MAXINT32;
  return self;
}

FasciaQuery *
fascia_query_new (void)
{
  return query_alloc ();
}

FasciaQuery *
fascia_query_ref (FasciaQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
query_clear (gpointer data)
{
  FasciaQuery *self = data;

  g_strfreev (self->regions);
  g_free (self->tag);
  g_free (self->text);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
}

void
fascia_query_unref (FasciaQuery *self)
{
  g_atomic_rc_box_release_full (self, query_clear);
}

static FasciaQuery *
query_copy (const FasciaQuery *self)
{
  FasciaQuery *copy = query_alloc ();

  copy->kinds = self->kinds;
  g_strfreev (copy->regions);
  copy->regions = g_strdupv (self->regions);
  copy->tag = g_strdup (self->tag);
  copy->first_day = self->first_day;
  copy->last_day = self->last_day;
  copy->text = g_strdup (self->text);
  copy->clauses = self->clauses != NULL ? g_ptr_array_ref (self->clauses) : NULL;
  return copy;
}

FasciaQuery *
fascia_query_with_kinds (const FasciaQuery *self, guint kinds)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaQuery *copy = query_copy (self);
  copy->kinds = kinds;
  return copy;
}

FasciaQuery *
fascia_query_with_regions (const FasciaQuery *self, const char *const *regions)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaQuery *copy = query_copy (self);
  g_strfreev (copy->regions);
  copy->regions = fascia_codes_dup_sorted (regions);
  return copy;
}

FasciaQuery *
fascia_query_with_tag (const FasciaQuery *self, const char *tag)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaQuery *copy = query_copy (self);
  g_set_str (&copy->tag, tag);
  return copy;
}

FasciaQuery *
fascia_query_with_days (const FasciaQuery *self, gint32 first, gint32 last)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaQuery *copy = query_copy (self);
  copy->first_day = first;
  copy->last_day = last;
  return copy;
}

FasciaQuery *
fascia_query_with_text (const FasciaQuery *self, const char *text, const FasciaNames *names)
{
  static const FasciaNames nothing = { NULL };

  g_return_val_if_fail (self != NULL, NULL);

  FasciaQuery *copy = query_copy (self);
  g_clear_pointer (&copy->clauses, g_ptr_array_unref);
  g_clear_pointer (&copy->text, g_free);
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    {
      copy->clauses = fascia_query_parse (text, names != NULL ? names : &nothing);
      if (copy->clauses != NULL)
        copy->text = g_strdup (text);
    }
  return copy;
}

gboolean
fascia_query_is_empty (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->kinds == 0 && self->regions[0] == NULL && self->tag == NULL && self->text == NULL
         && self->first_day == G_MININT32 && self->last_day == G_MAXINT32;
}

guint
fascia_query_get_kinds (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kinds;
}

const char *const *
fascia_query_get_regions (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->regions;
}

const char *
fascia_query_get_tag (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tag;
}

gint32
fascia_query_get_first_day (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_day;
}

gint32
fascia_query_get_last_day (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->last_day;
}

const char *
fascia_query_get_text (const FasciaQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
fascia_query_equal (const FasciaQuery *a, const FasciaQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kinds == b->kinds && a->first_day == b->first_day && a->last_day == b->last_day
         && g_strcmp0 (a->tag, b->tag) == 0 && g_strcmp0 (a->text, b->text) == 0
         && g_strv_equal ((const char *const *) a->regions, (const char *const *) b->regions)
         && fascia_clauses_equal (a->clauses, b->clauses);
}

gboolean
fascia_query_matches (const FasciaQuery *self, const FasciaEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  if (moment->day < self->first_day || moment->day > self->last_day)
    return FALSE;
  if (self->kinds != 0 && (self->kinds & 1u << fascia_entry_get_kind (entry)) == 0)
    return FALSE;
  if (self->tag != NULL && !g_strv_contains (fascia_entry_get_tags (entry), self->tag))
    return FALSE;
  if (self->regions[0] != NULL
      && !fascia_entry_has_region (entry, (const char *const *) self->regions))
    return FALSE;
  return self->clauses == NULL || fascia_clauses_match (self->clauses, entry);
}
