/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as immutable values. */

#include "config.h"

#include <string.h>

#include "fascia-entry-private.h"

struct _FasciaEntry
{
  gatomicrefcount ref_count;
  FasciaUid uid;
  FasciaEntryKind kind;
  FasciaMoment moment;
  gint64 changed_ms;
  char *note; /* NULL when empty */
  gboolean nothing_today;
  gboolean closed;
  FasciaMark *marks; /* sorted; each feelings list belongs to the entry */
  guint n_marks;
};

G_DEFINE_BOXED_TYPE (FasciaEntry, fascia_entry, fascia_entry_ref, fascia_entry_unref)

/* ---- codes ---- */

typedef struct
{
  int value;
  const char *code;
} Code;

static const Code scale_codes[] = {
  { FASCIA_SCALE_TIGHTNESS, "tightness" },
  { FASCIA_SCALE_PAIN, "pain" },
};

static const Code kind_codes[] = {
  { FASCIA_ENTRY_CHECK_IN, "check-in" }, { FASCIA_ENTRY_MEASUREMENT, "measurement" },
  { FASCIA_ENTRY_SESSION, "session" },   { FASCIA_ENTRY_VISIT, "visit" },
  { FASCIA_ENTRY_EXERCISE, "exercise" }, { FASCIA_ENTRY_TREATMENT, "treatment" },
  { FASCIA_ENTRY_EVENT, "event" },       { FASCIA_ENTRY_NOTE, "note" },
};

static const char *
value_to_code (const Code *codes, gsize n_codes, int value)
{
  for (gsize i = 0; i < n_codes; i++)
    if (codes[i].value == value)
      return codes[i].code;
  return NULL;
}

static gboolean
code_to_value (const Code *codes, gsize n_codes, const char *code, int *value)
{
  for (gsize i = 0; code != NULL && i < n_codes; i++)
    if (strcmp (codes[i].code, code) == 0)
      {
        *value = codes[i].value;
        return TRUE;
      }
  return FALSE;
}

const char *
fascia_scale_to_code (FasciaScale scale)
{
  return value_to_code (scale_codes, G_N_ELEMENTS (scale_codes), (int) scale);
}

gboolean
fascia_scale_from_code (const char *code, FasciaScale *scale)
{
  int value;

  if (!code_to_value (scale_codes, G_N_ELEMENTS (scale_codes), code, &value))
    return FALSE;
  *scale = (FasciaScale) value;
  return TRUE;
}

const char *
fascia_entry_kind_to_code (FasciaEntryKind kind)
{
  return value_to_code (kind_codes, G_N_ELEMENTS (kind_codes), (int) kind);
}

gboolean
fascia_entry_kind_from_code (const char *code, FasciaEntryKind *kind)
{
  int value;

  if (!code_to_value (kind_codes, G_N_ELEMENTS (kind_codes), code, &value))
    return FALSE;
  *kind = (FasciaEntryKind) value;
  return TRUE;
}

/* ---- marks ---- */

static const char *const no_feelings[] = { NULL };

const char *const *
fascia_mark_get_feelings (const FasciaMark *mark)
{
  return mark->feelings != NULL ? mark->feelings : no_feelings;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A sorted copy without doubles; NULL when there are none. */
static const char *const *
copy_feelings (const char *const *feelings)
{
  guint n = 0, n_kept = 0;

  while (feelings != NULL && feelings[n] != NULL)
    n++;
  if (n == 0)
    return NULL;

  const char **copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = g_intern_string (feelings[i]);
  qsort (copy, n, sizeof *copy, compare_codes);
  for (guint i = 0; i < n; i++)
    if (n_kept == 0 || copy[n_kept - 1] != copy[i])
      copy[n_kept++] = copy[i];
  copy[n_kept] = NULL;
  return copy;
}

static int
compare_places (const FasciaMark *mark, const char *region, FasciaScale scale)
{
  int order = mark->region == region ? 0 : strcmp (mark->region, region);

  return order != 0 ? order : (int) mark->scale - (int) scale;
}

gboolean
fascia_mark_equal (const FasciaMark *a, const FasciaMark *b)
{
  return compare_places (a, b->region, b->scale) == 0 && a->level == b->level
         && g_strv_equal (fascia_mark_get_feelings (a), fascia_mark_get_feelings (b));
}

/* Puts a copy of @mark into its place, or in place of the one that is there. */
static void
insert_mark (FasciaEntry *self, const FasciaMark *mark)
{
  const char *region = g_intern_string (mark->region);
  guint low = 0, high = self->n_marks;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (compare_places (&self->marks[middle], region, mark->scale) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  FasciaMark copy = { region, mark->scale, mark->level, copy_feelings (mark->feelings) };
  if (low < self->n_marks && compare_places (&self->marks[low], region, mark->scale) == 0)
    {
      g_free ((gpointer) self->marks[low].feelings);
      self->marks[low] = copy;
      return;
    }
  memmove (self->marks + low + 1, self->marks + low, (self->n_marks - low) * sizeof *self->marks);
  self->marks[low] = copy;
  self->n_marks++;
}

/* ---- life ---- */

FasciaEntry *
fascia_entry_new_from_parts (const FasciaEntryParts *parts)
{
  FasciaEntry *self = g_new0 (FasciaEntry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->uid = parts->uid;
  self->kind = parts->kind;
  self->moment = parts->moment;
  self->moment.zone = g_intern_string (parts->moment.zone != NULL ? parts->moment.zone : "UTC");
  self->changed_ms = parts->changed_ms;
  self->note = parts->note != NULL && *parts->note != '\0' ? g_strdup (parts->note) : NULL;
  self->nothing_today = parts->nothing_today != FALSE;
  self->closed = parts->closed != FALSE;
  if (parts->n_marks > 0)
    self->marks = g_new0 (FasciaMark, parts->n_marks);
  for (guint i = 0; i < parts->n_marks; i++)
    insert_mark (self, &parts->marks[i]);
  return self;
}

FasciaEntry *
fascia_entry_new (const FasciaUid *uid, FasciaEntryKind kind, const FasciaMoment *moment)
{
  g_return_val_if_fail (uid != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  FasciaEntryParts parts
      = { .uid = *uid, .kind = kind, .moment = *moment, .changed_ms = moment->utc_ms };
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_ref (FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_entry_unref (FasciaEntry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_marks; i++)
    g_free ((gpointer) self->marks[i].feelings);
  g_free (self->marks);
  g_free (self->note);
  g_free (self);
}

/* ---- reading ---- */

const FasciaUid *
fascia_entry_get_uid (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->uid;
}

FasciaEntryKind
fascia_entry_get_kind (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_ENTRY_CHECK_IN);
  return self->kind;
}

const FasciaMoment *
fascia_entry_get_moment (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->moment;
}

gint64
fascia_entry_get_changed_ms (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->changed_ms;
}

const char *
fascia_entry_get_note (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->note;
}

gboolean
fascia_entry_is_nothing_today (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->nothing_today;
}

gboolean
fascia_entry_is_closed (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->closed;
}

const FasciaMark *
fascia_entry_get_marks (const FasciaEntry *self, guint *n_marks)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_marks != NULL)
    *n_marks = self->n_marks;
  return self->marks;
}

const FasciaMark *
fascia_entry_find_mark (const FasciaEntry *self, const char *region, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  for (guint i = 0; i < self->n_marks; i++)
    if (compare_places (&self->marks[i], region, scale) == 0)
      return &self->marks[i];
  return NULL;
}

guint
fascia_entry_count_places (const FasciaEntry *self)
{
  const char *last = NULL;
  guint n_places = 0;

  g_return_val_if_fail (self != NULL, 0);

  /* Regions are interned and sorted: those of one place lie side by side. */
  for (guint i = 0; i < self->n_marks; i++)
    {
      if (self->marks[i].level == 0 || self->marks[i].region == last)
        continue;
      last = self->marks[i].region;
      n_places++;
    }
  return n_places;
}

int
fascia_entry_get_worst (const FasciaEntry *self, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, FASCIA_LEVEL_NOT_GIVEN);

  int worst = self->nothing_today ? 0 : FASCIA_LEVEL_NOT_GIVEN;
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].scale == scale)
      worst = MAX (worst, self->marks[i].level);
  return worst;
}

/* ---- changed copies ---- */

static FasciaEntryParts
get_parts (const FasciaEntry *self)
{
  return (FasciaEntryParts) { self->uid,        self->kind,  self->moment,
                              self->changed_ms, self->note,  self->nothing_today,
                              self->closed,     self->marks, self->n_marks };
}

FasciaEntry *
fascia_entry_with_note (const FasciaEntry *self, const char *note)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  parts.note = note;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_changed_ms (const FasciaEntry *self, gint64 changed_ms)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  parts.changed_ms = changed_ms;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_nothing_today (const FasciaEntry *self, gboolean nothing)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  parts.nothing_today = nothing;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_closed (const FasciaEntry *self, gboolean closed)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  parts.closed = closed;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_with_mark (const FasciaEntry *self, const FasciaMark *mark)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (mark != NULL && mark->region != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  g_autofree FasciaMark *marks = g_new (FasciaMark, self->n_marks + 1);
  for (guint i = 0; i < self->n_marks; i++)
    marks[i] = self->marks[i];
  marks[self->n_marks] = *mark;
  parts.marks = marks;
  parts.n_marks = self->n_marks + 1;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_without_mark (const FasciaEntry *self, const char *region, FasciaScale scale)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaEntryParts parts = get_parts (self);
  g_autofree FasciaMark *marks = g_new (FasciaMark, self->n_marks + 1);
  guint n_marks = 0;
  for (guint i = 0; i < self->n_marks; i++)
    if (compare_places (&self->marks[i], region, scale) != 0)
      marks[n_marks++] = self->marks[i];
  parts.marks = marks;
  parts.n_marks = n_marks;
  return fascia_entry_new_from_parts (&parts);
}

gboolean
fascia_entry_equal (const FasciaEntry *a, const FasciaEntry *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!fascia_uid_equal (&a->uid, &b->uid) || a->kind != b->kind
      || a->moment.utc_ms != b->moment.utc_ms || a->moment.offset_min != b->moment.offset_min
      || a->moment.day != b->moment.day || strcmp (a->moment.zone, b->moment.zone) != 0
      || a->changed_ms != b->changed_ms || g_strcmp0 (a->note, b->note) != 0
      || a->nothing_today != b->nothing_today || a->closed != b->closed || a->n_marks != b->n_marks)
    return FALSE;
  for (guint i = 0; i < a->n_marks; i++)
    if (!fascia_mark_equal (&a->marks[i], &b->marks[i]))
      return FALSE;
  return TRUE;
}
