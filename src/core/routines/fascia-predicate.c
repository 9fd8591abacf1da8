/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Predicates over traits: reading them and asking them. */

#include "config.h"

#include "fascia-predicate.h"

#include <string.h>

#include "../body/fascia-facts-private.h"

typedef enum
{
  OP_IS,
  OP_IS_NOT,
  OP_AT_LEAST,
  OP_AT_MOST,
} Op;

typedef enum
{
  COLUMN_KIND,
  COLUMN_TECHNIQUE,
  COLUMN_TOOL_CLASS,
  COLUMN_POSTURE,
  COLUMN_LYING,
  COLUMN_FIRMNESS,
  COLUMN_ACTS_ON,
  COLUMN_REGION,
  COLUMN_GRADE,
} Column;

/* Values are codes, or numbers for firmness and grades. */
typedef struct
{
  Column column;
  FasciaGrade grade;
  Op op;
  GPtrArray *codes; /* interned */
  GArray *numbers;  /* of int */
} Atom;

struct _FasciaPredicate
{
  GPtrArray *clauses; /* of GPtrArray of Atom */
  GPtrArray *bases;   /* interned, with NULL at the end */
};

static void
atom_free (gpointer data)
{
  Atom *atom = data;

  g_ptr_array_unref (atom->codes);
  g_array_unref (atom->numbers);
  g_free (atom);
}

void
fascia_predicate_free (FasciaPredicate *self)
{
  g_ptr_array_unref (self->clauses);
  g_ptr_array_unref (self->bases);
  g_free (self);
}

const char *const *
fascia_predicate_get_bases (const FasciaPredicate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->bases->pdata;
}

/* ---- reading ---- */

static const char *const tool_classes[] = {
  "none",        "hands-light",      "hands",      "ball-table",  "ball-chair",
  "ball-wall",   "ball-floor-light", "ball-floor", "balls-lying", "roller-light",
  "roller-wall", "roller",           "stick",      "hook",        NULL,
};
static const char *const lyings[] = { "none", "side", "back", "front", NULL };
static const char *const acts_on[] = { "chosen", "all", NULL };

typedef struct
{
  const char *text;
  const char *at;
  FasciaPredicate *predicate;
} Reader;

static gboolean
fail (const Reader *reader, const char *at, const char *what, const char *word, GError **error)
{
  return fascia_facts_fail (error, "character %ld of “%s”: “%s” is no %s",
                            g_utf8_pointer_to_offset (reader->text, at) + 1, reader->text, word,
                            what);
}

static void
skip_blanks (Reader *reader)
{
  reader->at += strspn (reader->at, " \t\r\n");
}

/* (transfer full) The letters, digits and hyphens that come next. */
static char *
read_word (Reader *reader)
{
  const gsize length = strspn (reader->at, "abcdefghijklmnopqrstuvwxyz0123456789-");
  char *word = g_strndup (reader->at, length);

  reader->at += length;
  return word;
}

/* (transfer full) What stands there, up to a blank: to be shown. */
static char *
dup_rest (const char *at)
{
  return *at == '\0' ? g_strdup ("…") : g_strndup (at, MAX (1, strcspn (at, " \t\r\n;&")));
}

static gboolean
read_column (Reader *reader, Atom *atom, GError **error)
{
  static const char *const names[] = {
    "kind", "technique", "tool-class", "posture", "lying", "firmness", "acts-on", "region",
  };
  const char *start = reader->at;
  g_autofree char *word = read_word (reader);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (word, names[i]))
      {
        atom->column = (Column) i;
        return TRUE;
      }
  atom->column = COLUMN_GRADE;
  if (*word != '\0' && fascia_grade_from_code (word, &atom->grade))
    return TRUE;
  g_autofree char *shown = *word != '\0' ? g_steal_pointer (&word) : dup_rest (start);
  return fail (reader, start, "column", shown, error);
}

static gboolean
read_op (Reader *reader, Atom *atom, GError **error)
{
  static const char *const ops[] = { "=", "!=", ">=", "<=" };

  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (g_str_has_prefix (reader->at, ops[i]))
      {
        if (i >= OP_AT_LEAST && atom->column != COLUMN_GRADE && atom->column != COLUMN_FIRMNESS)
          return fail (reader, reader->at, "way to compare codes", ops[i], error);
        atom->op = (Op) i;
        reader->at += strlen (ops[i]);
        return TRUE;
      }
  g_autofree char *shown = dup_rest (reader->at);
  return fail (reader, reader->at, "=, !=, >= or <=", shown, error);
}

static gboolean
read_firmness (const char *word, int *number)
{
  static const char *const codes[] = { "soft", "medium", "firm" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (word, codes[i]))
      {
        *number = FASCIA_FIRMNESS_SOFT + (int) i;
        return TRUE;
      }
  return FALSE;
}

/* Numbers are grades: 0, 1 or 2. */
static gboolean
read_grade (const char *word, int *number)
{
  *number = word[0] - '0';
  return word[0] >= '0' && word[0] <= '2' && word[1] == '\0';
}

static gboolean
is_value (Column column, const char *word)
{
  FasciaStepKind kind;
  FasciaPosture posture;

  switch (column)
    {
    case COLUMN_KIND:
      return fascia_step_kind_from_code (word, &kind);
    case COLUMN_POSTURE:
      return fascia_posture_from_code (word, &posture);
    case COLUMN_TECHNIQUE:
      return g_strv_contains (fascia_technique_get_codes (), word);
    case COLUMN_TOOL_CLASS:
      return g_strv_contains (tool_classes, word);
    case COLUMN_LYING:
      return g_strv_contains (lyings, word);
    case COLUMN_ACTS_ON:
      return g_strv_contains (acts_on, word);
    case COLUMN_REGION: /* which bases there are only the body knows */
      return fascia_facts_is_code (word);
    case COLUMN_FIRMNESS:
    case COLUMN_GRADE:
    default:
      return FALSE;
    }
}

static gboolean
read_value (Reader *reader, Atom *atom, GError **error)
{
  const char *start = reader->at;
  g_autofree char *word = read_word (reader);
  int number = 0;

  if (atom->column == COLUMN_FIRMNESS ? read_firmness (word, &number)
                                      : atom->column == COLUMN_GRADE && read_grade (word, &number))
    {
      g_array_append_val (atom->numbers, number);
      return TRUE;
    }
  if (*word == '\0' || !is_value (atom->column, word))
    {
      g_autofree char *shown = *word != '\0' ? g_steal_pointer (&word) : dup_rest (start);

      return fail (reader, start, "value of this column", shown, error);
    }
  g_ptr_array_add (atom->codes, (gpointer) g_intern_string (word));
  if (atom->column == COLUMN_REGION)
    g_ptr_array_insert (reader->predicate->bases, 0, (gpointer) g_intern_string (word));
  return TRUE;
}

static gboolean
read_atom (Reader *reader, GPtrArray *clause, GError **error)
{
  Atom *atom = g_new0 (Atom, 1);

  atom->codes = g_ptr_array_new ();
  atom->numbers = g_array_new (FALSE, TRUE, sizeof (int));
  g_ptr_array_add (clause, atom);
  skip_blanks (reader);
  if (!read_column (reader, atom, error) || !read_op (reader, atom, error)
      || !read_value (reader, atom, error))
    return FALSE;
  while (*reader->at == '|')
    {
      if (atom->op == OP_AT_LEAST || atom->op == OP_AT_MOST)
        return fail (reader, reader->at, "part of a comparison", "|", error);
      reader->at++;
      if (!read_value (reader, atom, error))
        return FALSE;
    }
  skip_blanks (reader);
  if (*reader->at == '\0' || *reader->at == ';' || *reader->at == '&')
    return TRUE;
  g_autofree char *shown = dup_rest (reader->at);
  return fail (reader, reader->at, "; or &", shown, error);
}

static gboolean
read_clause (Reader *reader, GError **error)
{
  GPtrArray *clause = g_ptr_array_new_with_free_func (atom_free);

  g_ptr_array_add (reader->predicate->clauses, clause);
  if (!read_atom (reader, clause, error))
    return FALSE;
  while (*reader->at == '&')
    {
      reader->at++;
      if (!read_atom (reader, clause, error))
        return FALSE;
    }
  return TRUE;
}

FasciaPredicate *
fascia_predicate_new (const char *text, GError **error)
{
  g_autoptr (FasciaPredicate) self = g_new0 (FasciaPredicate, 1);
  Reader reader = { .text = text, .at = text, .predicate = self };

  g_return_val_if_fail (text != NULL, NULL);

  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->bases = g_ptr_array_new ();
  g_ptr_array_add (self->bases, NULL);
  skip_blanks (&reader);
  if (*reader.at == '\0')
    return g_steal_pointer (&self);
  if (!read_clause (&reader, error))
    return NULL;
  while (*reader.at == ';')
    {
      reader.at++;
      if (!read_clause (&reader, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* ---- asking ---- */

static gboolean
has_code (const Atom *atom, const char *code)
{
  for (guint i = 0; i < atom->codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (atom->codes, i), code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_any (const Atom *atom, const char *const *bases)
{
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (has_code (atom, bases[i]))
      return TRUE;
  return FALSE;
}

static gboolean
compare (const Atom *atom, int value)
{
  const int *numbers = (const int *) (gpointer) atom->numbers->data;

  if (atom->op == OP_AT_LEAST)
    return value >= numbers[0];
  if (atom->op == OP_AT_MOST)
    return value <= numbers[0];
  for (guint i = 0; i < atom->numbers->len; i++)
    if (numbers[i] == value)
      return atom->op == OP_IS;
  return atom->op == OP_IS_NOT;
}

static gboolean
atom_holds (const Atom *atom, const FasciaTraits *traits, const char *const *bases)
{
  gboolean is_there = FALSE;

  switch (atom->column)
    {
    case COLUMN_GRADE:
      return compare (atom, traits->grades[atom->grade]);
    case COLUMN_FIRMNESS:
      return compare (atom, (int) traits->firmness);
    case COLUMN_KIND:
      is_there = has_code (atom, fascia_step_kind_to_code (traits->kind));
      break;
    case COLUMN_TECHNIQUE:
      is_there = has_code (atom, traits->technique);
      break;
    case COLUMN_TOOL_CLASS:
      is_there = has_code (atom, traits->tool_class);
      break;
    case COLUMN_POSTURE:
      is_there = has_code (atom, fascia_posture_to_code (traits->posture));
      break;
    case COLUMN_LYING:
      is_there = has_code (atom, traits->lying);
      break;
    case COLUMN_ACTS_ON:
      is_there = has_code (atom, traits->acts_on_all ? "all" : "chosen");
      break;
    case COLUMN_REGION:
    default:
      is_there = has_any (atom, bases != NULL ? bases : traits->regions)
                 || has_any (atom, traits->also_loads);
      break;
    }
  return is_there == (atom->op == OP_IS);
}

static gboolean
clause_holds (const GPtrArray *clause, const FasciaTraits *traits, const char *const *bases)
{
  for (guint i = 0; i < clause->len; i++)
    if (!atom_holds (g_ptr_array_index (clause, i), traits, bases))
      return FALSE;
  return TRUE;
}

gboolean
fascia_predicate_holds (const FasciaPredicate *self,
                        const FasciaTraits *traits,
                        const char *const *bases)
{
  g_return_val_if_fail (self != NULL && traits != NULL, TRUE);

  for (guint i = 0; i < self->clauses->len; i++)
    if (clause_holds (g_ptr_array_index (self->clauses, i), traits, bases))
      return TRUE;
  return FALSE;
}
