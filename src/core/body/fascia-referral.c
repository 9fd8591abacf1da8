/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places often linked with a place, and what looks alike: facts to read, never a cause.
 */

#include "config.h"

#include "fascia-referral.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fascia-facts-private.h"

/* What a place is in a fact. */
typedef enum
{
  ROLE_FROM,  /* where the muscle lies */
  ROLE_FELT,  /* where it is essentially felt */
  ROLE_ALSO,  /* where it may spill over */
  ROLE_CHAIN, /* in a line */
  N_ROLES,
} Role;

#define N_SIDES 2

struct _FasciaReferral
{
  char *id;
  FasciaReferralKind kind;
  char *name;
  char *fact;
  char *source;
  char *certainty;
  char **sign_groups;
  /* Of regions, in their order; the same fact seen from either side of the body. */
  GPtrArray *places[N_SIDES][N_ROLES];
};

struct _FasciaReferralTable
{
  FasciaBody *body;
  GPtrArray *facts; /* FasciaReferral, in the order of the table */
};

typedef struct
{
  FasciaReferralTable *table;
  GHashTable *sources;     /* code → text */
  FasciaReferral *current; /* being read, in the table already */
  char *source;            /* (nullable): the code of the source being read … */
  char *source_text;       /* (nullable): … and what it says */
} Reader;

static void
fascia_referral_free (gpointer data)
{
  FasciaReferral *self = data;

  for (guint side = 0; side < N_SIDES; side++)
    for (guint role = 0; role < N_ROLES; role++)
      g_ptr_array_unref (self->places[side][role]);
  g_free (self->id);
  g_free (self->name);
  g_free (self->fact);
  g_free (self->source);
  g_free (self->certainty);
  g_strfreev (self->sign_groups);
  g_free (self);
}

/* "temple-{s}" on the left is "temple-left", "temple-{o}" is "temple-right"; without either it is a
 * place on the midline. */
static const FasciaRegion *
resolve (const FasciaBody *body, const char *pattern, guint side, GError **error)
{
  static const char *const codes[N_SIDES] = { "-left", "-right" };
  const gboolean is_same = g_str_has_suffix (pattern, "-{s}");
  const gboolean is_opposite = g_str_has_suffix (pattern, "-{o}");
  g_autofree char *id = g_strdup (pattern);

  if (is_same || is_opposite)
    {
      g_autofree char *base = g_strndup (pattern, strlen (pattern) - strlen ("-{s}"));

      g_set_str (&id, NULL);
      id = g_strconcat (base, codes[is_same ? side : 1 - side], NULL);
    }

  const FasciaRegion *region = fascia_body_lookup (body, id);
  if (region == NULL)
    fascia_facts_fail (error, "“%s” is no place", id);
  else if (!is_same && !is_opposite && fascia_region_get_side (region) != FASCIA_SIDE_MIDLINE)
    {
      fascia_facts_fail (error, "“%s” must not name a side", id);
      return NULL;
    }
  return region;
}

static gboolean
read_places (const FasciaBody *body,
             const char *list,
             guint side,
             GPtrArray *places,
             GError **error)
{
  g_auto (GStrv) patterns = fascia_facts_split (list);

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      const FasciaRegion *region = resolve (body, patterns[i], side, error);

      if (region == NULL)
        return FALSE;
      g_ptr_array_add (places, (gpointer) region);
    }
  return TRUE;
}

static gboolean
read_sides (Reader *reader,
            FasciaReferral *fact,
            const char *only_side,
            const char *const lists[N_ROLES],
            GError **error)
{
  static const char *const codes[N_SIDES] = { "left", "right" };
  guint n_places = 0;

  if (only_side != NULL && !g_str_equal (only_side, "left") && !g_str_equal (only_side, "right"))
    return fascia_facts_fail (error, "“%s” is no side", only_side);

  for (guint side = 0; side < N_SIDES; side++)
    for (guint role = 0; role < N_ROLES; role++)
      {
        GPtrArray *places = fact->places[side][role];

        if (only_side != NULL && !g_str_equal (only_side, codes[side]))
          continue;
        if (!read_places (reader->table->body, lists[role], side, places, error))
          return FALSE;
        n_places += places->len;
      }
  return n_places > 0 || fascia_facts_fail (error, "“%s” names no place", fact->id);
}

static gboolean
read_sources (Reader *reader,
              FasciaReferral *fact,
              const char *list,
              const char *evidence,
              GError **error)
{
  g_auto (GStrv) codes = fascia_facts_split (list);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *text = g_hash_table_lookup (reader->sources, codes[i]);

      if (text == NULL)
        return fascia_facts_fail (error, "“%s” is an unknown source", codes[i]);
      g_strv_builder_add (texts, text);
    }
  if (codes[0] == NULL)
    return fascia_facts_fail (error, "“%s” has no source", fact->id);
  if (evidence != NULL)
    g_strv_builder_add (texts, evidence);

  g_auto (GStrv) joined = g_strv_builder_end (texts);
  fact->source = g_strjoinv ("; ", joined);
  return TRUE;
}

static void
read_fact (Reader *reader,
           FasciaReferralKind kind,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  FasciaReferralTable *table = reader->table;
  const char *id, *sources, *certainty;
  const char *side, *signs, *evidence, *note;
  const char *lists[N_ROLES];

#define OPTIONAL (G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL)
  if (!g_markup_collect_attributes (
          element, names, values, error, G_MARKUP_COLLECT_STRING, "id", &id,
          G_MARKUP_COLLECT_STRING, "sources", &sources, G_MARKUP_COLLECT_STRING, "certainty",
          &certainty, OPTIONAL, "from", &lists[ROLE_FROM], OPTIONAL, "felt", &lists[ROLE_FELT],
          OPTIONAL, "also", &lists[ROLE_ALSO], OPTIONAL, "chain", &lists[ROLE_CHAIN], OPTIONAL,
          "side", &side, OPTIONAL, "signs", &signs, OPTIONAL, "evidence", &evidence, OPTIONAL,
          "note", &note, G_MARKUP_COLLECT_INVALID))
    return;
#undef OPTIONAL

  for (guint i = 0; i < table->facts->len; i++)
    if (g_str_equal (id, fascia_referral_table_get (table, i)->id))
      {
        fascia_facts_fail (error, "“%s” is there twice", id);
        return;
      }

  FasciaReferral *fact = g_new0 (FasciaReferral, 1);
  for (guint i = 0; i < N_SIDES; i++)
    for (guint role = 0; role < N_ROLES; role++)
      fact->places[i][role] = g_ptr_array_new ();
  fact->id = g_strdup (id);
  fact->kind = kind;
  fact->certainty = fascia_facts_dup_certainty (certainty);
  fact->sign_groups = fascia_facts_split (signs);
  g_ptr_array_add (table->facts, fact);
  reader->current = fact;

  if (!read_sources (reader, fact, sources, evidence, error)
      || !read_sides (reader, fact, side, lists, error))
    return;
  if (kind == FASCIA_REFERRAL_LOOK_ALIKE && fact->sign_groups[0] == NULL)
    fascia_facts_fail (error, "“%s” has no signs to look at", id);
}

static void
read_source (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *code;

  if (!g_markup_collect_attributes ("source", names, values, error, G_MARKUP_COLLECT_STRING, "code",
                                    &code, G_MARKUP_COLLECT_INVALID))
    return;
  g_set_str (&reader->source, code);
}

static gboolean
on_row_began (const char *element,
              const char **names,
              const char **values,
              gpointer user_data,
              GError **error)
{
  static const char *const kinds[] = { "muscle", "line", "look-alike" };
  Reader *reader = user_data;

  if (reader->current != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (element, kinds[i]))
      {
        read_fact (reader, (FasciaReferralKind) (i + 1), element, names, values, error);
        return TRUE;
      }
  if (!g_str_equal (element, "source"))
    return FALSE;
  read_source (reader, names, values, error);
  return TRUE;
}

static char **
find_text (const char *element, gpointer user_data)
{
  Reader *reader = user_data;

  if (reader->current == NULL)
    return g_str_equal (element, "source") ? &reader->source_text : NULL;
  if (g_str_equal (element, "name"))
    return &reader->current->name;
  return g_str_equal (element, "fact") ? &reader->current->fact : NULL;
}

static gboolean
on_text_taken (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader->source_text != NULL)
    g_hash_table_replace (reader->sources, g_steal_pointer (&reader->source),
                          g_steal_pointer (&reader->source_text));
  return TRUE;
}

static gboolean
on_row_ended (const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  const FasciaReferral *fact = g_steal_pointer (&reader->current);

  return fact->name != NULL || fascia_facts_fail (error, "“%s” has no name", fact->id);
}

FasciaReferralTable *
fascia_referral_table_new_from_data (FasciaBody *body, const char *xml, GError **error)
{
  static const FasciaFactsTable table = {
    .root = "referral",
    .domain = fascia_body_error_quark,
    .code = FASCIA_BODY_ERROR_DATA,
    .begin = on_row_began,
    .find_text = find_text,
    .end = on_row_ended,
    .take = on_text_taken,
  };

  g_return_val_if_fail (body != NULL && xml != NULL, NULL);

  g_autoptr (FasciaReferralTable) self = g_atomic_rc_box_new0 (FasciaReferralTable);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->body = fascia_body_ref (body);
  self->facts = g_ptr_array_new_with_free_func (fascia_referral_free);

  Reader reader = { .table = self, .sources = sources };
  const gboolean is_read = fascia_facts_read (&table, xml, &reader, error);
  g_free (reader.source);
  g_free (reader.source_text);
  if (!is_read || (self->facts->len == 0 && !fascia_facts_fail (error, "there are no facts")))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaReferralTable *
fascia_referral_table_new (FasciaBody *body, GError **error)
{
  g_autoptr (GBytes) bytes = fascia_facts_load ("referral.xml", error);

  return bytes != NULL
             ? fascia_referral_table_new_from_data (body, g_bytes_get_data (bytes, NULL), error)
             : NULL;
}

FasciaReferralTable *
fascia_referral_table_ref (FasciaReferralTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_referral_table_clear (gpointer data)
{
  FasciaReferralTable *self = data;

  g_ptr_array_unref (self->facts);
  fascia_body_unref (self->body);
}

void
fascia_referral_table_unref (FasciaReferralTable *self)
{
  g_atomic_rc_box_release_full (self, fascia_referral_table_clear);
}

guint
fascia_referral_table_get_n (const FasciaReferralTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts->len;
}

const FasciaReferral *
fascia_referral_table_get (const FasciaReferralTable *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->facts->len ? g_ptr_array_index (self->facts, index) : NULL;
}

static gboolean
is_among (const FasciaReferral *fact, guint side, Role role, const FasciaRegion *region)
{
  return g_ptr_array_find (fact->places[side][role], region, NULL);
}

GPtrArray *
fascia_referral_table_find (const FasciaReferralTable *self,
                            const FasciaRegion *region,
                            FasciaReferralKind kind)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < self->facts->len; i++)
    {
      FasciaReferral *fact = g_ptr_array_index (self->facts, i);
      gboolean takes_part = FALSE;

      if (fact->kind != kind)
        continue;
      for (guint side = 0; side < N_SIDES; side++)
        for (guint role = 0; role < N_ROLES; role++)
          takes_part = takes_part || is_among (fact, side, (Role) role, region);
      if (takes_part)
        g_ptr_array_add (found, fact);
    }
  return found;
}

/* How often a place is named together with the one asked about. */
typedef struct
{
  const FasciaRegion *region;
  guint n_essential;
  guint n_also;
} Link;

/* @data: the region asked about: of two sides that are named alike its own comes first. */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const Link *first = a;
  const Link *second = b;
  const FasciaRegion *region = data;

  if (first->n_essential != second->n_essential)
    return first->n_essential > second->n_essential ? -1 : 1;
  if (first->n_also != second->n_also)
    return first->n_also > second->n_also ? -1 : 1;
  if (fascia_region_get_mirror (first->region) == second->region
      && fascia_region_get_side (region) != FASCIA_SIDE_MIDLINE)
    return fascia_region_get_side (first->region) == fascia_region_get_side (region) ? -1 : 1;
  return (int) fascia_region_get_index (first->region)
         - (int) fascia_region_get_index (second->region);
}

/* How a fact names a place together with another. */
typedef enum
{
  NAMED_NOT,
  NAMED_ALSO,
  NAMED_ESSENTIAL,
} Named;

static void
name_places (guint8 *named, const GPtrArray *places, Named as)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint8 *place = &named[fascia_region_get_index (g_ptr_array_index (places, i))];

      *place = MAX (*place, as);
    }
}

/* A fact counts once, though it may link two places both ways. */
static void
count_links (const FasciaReferral *fact, guint side, const FasciaRegion *region, guint8 *named)
{
  GPtrArray *const *places = fact->places[side];

  if (is_among (fact, side, ROLE_FROM, region))
    {
      name_places (named, places[ROLE_FELT], NAMED_ESSENTIAL);
      name_places (named, places[ROLE_ALSO], NAMED_ALSO);
    }
  if (is_among (fact, side, ROLE_FELT, region))
    name_places (named, places[ROLE_FROM], NAMED_ESSENTIAL);
  if (is_among (fact, side, ROLE_ALSO, region))
    name_places (named, places[ROLE_FROM], NAMED_ALSO);
}

GPtrArray *
fascia_referral_table_find_linked (const FasciaReferralTable *self,
                                   const FasciaRegion *region,
                                   guint max)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  const guint n_regions = fascia_body_get_n_regions (self->body);
  g_autofree Link *links = g_new0 (Link, n_regions);
  g_autofree guint8 *named = g_new (guint8, n_regions);
  for (guint i = 0; i < n_regions; i++)
    links[i].region = fascia_body_get_region (self->body, i);

  for (guint i = 0; i < self->facts->len; i++)
    for (guint side = 0; side < N_SIDES; side++)
      {
        const FasciaReferral *fact = g_ptr_array_index (self->facts, i);

        if (fact->kind != FASCIA_REFERRAL_MUSCLE)
          continue;
        memset (named, NAMED_NOT, n_regions);
        count_links (fact, side, region, named);
        for (guint j = 0; j < n_regions; j++)
          {
            links[j].n_essential += named[j] == NAMED_ESSENTIAL;
            links[j].n_also += named[j] == NAMED_ALSO;
          }
      }
  g_sort_array (links, n_regions, sizeof (Link), compare_links, (gpointer) region);

  GPtrArray *linked = g_ptr_array_new ();
  for (guint i = 0; i < n_regions && (max == 0 || linked->len < max); i++)
    if (links[i].region != region && links[i].n_essential + links[i].n_also > 0)
      g_ptr_array_add (linked, (gpointer) links[i].region);
  return linked;
}

const char *
fascia_referral_get_id (const FasciaReferral *self)
{
  return self->id;
}

FasciaReferralKind
fascia_referral_get_kind (const FasciaReferral *self)
{
  return self->kind;
}

const char *
fascia_referral_get_name (const FasciaReferral *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "referral", self->name);
}

const char *
fascia_referral_get_fact (const FasciaReferral *self)
{
  return self->fact != NULL ? g_dgettext (GETTEXT_PACKAGE, self->fact) : NULL;
}

const char *
fascia_referral_get_source (const FasciaReferral *self)
{
  return self->source;
}

const char *
fascia_referral_get_certainty (const FasciaReferral *self)
{
  return self->certainty;
}

const char *
fascia_referral_get_sign_group (const FasciaReferral *self)
{
  return self->sign_groups[0];
}

const char *const *
fascia_referral_get_sign_groups (const FasciaReferral *self)
{
  return (const char *const *) self->sign_groups;
}
