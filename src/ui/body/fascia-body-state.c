/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Body page shows, as a value: check-in and recent marks in, places and words out. Pure.
 */

#include "config.h"

#include "fascia-body-state.h"

#include <glib/gi18n.h>

#include "fascia-text.h"

struct _FasciaBodyState
{
  grefcount refs;
  FasciaBody *body;
  FasciaEntry *entry;
  gint32 today;
  guint n_places;
  FasciaBodyPlace places[];
};

static const FasciaScale scales[FASCIA_N_SCALES] = { FASCIA_SCALE_TIGHTNESS, FASCIA_SCALE_PAIN };

static FasciaBodyAnswer *
get_answer (FasciaBodyState *self, const char *code, FasciaScale scale)
{
  const FasciaRegion *region = fascia_body_lookup (self->body, code);

  if (region == NULL || scale < FASCIA_SCALE_TIGHTNESS || scale > FASCIA_N_SCALES)
    return NULL;
  return &self->places[fascia_region_get_index (region)].answers[scale - 1];
}

FasciaBodyState *
fascia_body_state_new (FasciaBody *body, FasciaEntry *entry, const GArray *recent, gint32 today)
{
  g_return_val_if_fail (body != NULL, NULL);

  guint n_places = fascia_body_get_n_regions (body);
  FasciaBodyState *self
      = g_malloc0 (sizeof (FasciaBodyState) + n_places * sizeof (FasciaBodyPlace));
  g_ref_count_init (&self->refs);
  self->body = fascia_body_ref (body);
  self->entry = entry != NULL ? fascia_entry_ref (entry) : NULL;
  self->today = today;
  self->n_places = n_places;
  for (guint i = 0; i < n_places; i++)
    self->places[i].region = fascia_body_get_region (body, i);

  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      const FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);
      FasciaBodyAnswer *answer = get_answer (self, mark->region, mark->scale);

      if (answer != NULL)
        {
          answer->has_last = TRUE;
          answer->last_level = mark->level;
          answer->last_day = mark->day;
          answer->is_same_day = entry != NULL && mark->day != today
                                && mark->day == fascia_entry_get_moment (entry)->day;
        }
    }

  guint n_marks = 0;
  const FasciaMark *marks = entry != NULL ? fascia_entry_get_marks (entry, &n_marks) : NULL;
  for (guint i = 0; i < n_marks; i++)
    {
      FasciaBodyAnswer *answer = get_answer (self, marks[i].region, marks[i].scale);

      if (answer != NULL)
        {
          answer->is_given = TRUE;
          answer->level = marks[i].level;
        }
    }
  return self;
}

FasciaBodyState *
fascia_body_state_ref (FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->refs);
  return self;
}

void
fascia_body_state_unref (FasciaBodyState *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_free (self);
}

const FasciaBodyPlace *
fascia_body_state_get_place (const FasciaBodyState *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  guint index = fascia_region_get_index (region);
  g_return_val_if_fail (index < self->n_places, NULL);
  return &self->places[index];
}

FasciaEntry *
fascia_body_state_get_entry (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entry;
}

FasciaBody *
fascia_body_state_get_body (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

gint32
fascia_body_state_get_today (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->today;
}

gboolean
fascia_body_place_is_marked (const FasciaBodyPlace *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; i < FASCIA_N_SCALES; i++)
    {
      if (place->answers[i].is_given)
        return TRUE;
    }
  return FALSE;
}

FasciaBodyLook
fascia_body_place_get_look (const FasciaBodyPlace *place, FasciaScale scale, int *level)
{
  g_return_val_if_fail (place != NULL, FASCIA_BODY_LOOK_PLAIN);

  const FasciaBodyAnswer *answer = &place->answers[scale - 1];
  FasciaBodyLook look = FASCIA_BODY_LOOK_PLAIN;
  int number = FASCIA_LEVEL_NOT_GIVEN;

  if (answer->is_given && answer->level != FASCIA_LEVEL_NOT_GIVEN)
    {
      look = FASCIA_BODY_LOOK_RATED;
      number = answer->level;
    }
  else if (answer->is_given)
    look = FASCIA_BODY_LOOK_UNRATED;
  /* What had eased by then is no longer a question. */
  else if (answer->has_last && answer->last_level != 0)
    {
      look = FASCIA_BODY_LOOK_OLD;
      number = answer->last_level;
    }
  else if (fascia_body_place_is_marked (place))
    look = FASCIA_BODY_LOOK_OTHER;

  if (level != NULL)
    *level = number;
  return look;
}

gboolean
fascia_body_place_equal (const FasciaBodyPlace *a, const FasciaBodyPlace *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  for (guint i = 0; i < FASCIA_N_SCALES; i++)
    {
      const FasciaBodyAnswer *x = &a->answers[i];
      const FasciaBodyAnswer *y = &b->answers[i];

      if (x->is_given != y->is_given || (x->is_given && x->level != y->level)
          || x->has_last != y->has_last
          || (x->has_last
              && (x->last_level != y->last_level || x->last_day != y->last_day
                  || x->is_same_day != y->is_same_day)))
        return FALSE;
    }
  return a->region == b->region;
}

guint
fascia_body_state_count_unanswered (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, 0);

  guint n = 0;
  for (guint i = 0; i < self->n_places; i++)
    {
      /* One answer is enough for a place. */
      if (fascia_body_place_is_marked (&self->places[i]))
        continue;
      for (guint s = 0; s < FASCIA_N_SCALES; s++)
        {
          if (fascia_body_place_get_look (&self->places[i], scales[s], NULL)
              == FASCIA_BODY_LOOK_OLD)
            {
              n++;
              break;
            }
        }
    }
  return n;
}

char *
fascia_body_state_dup_ease_label (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  guint n_places = fascia_body_state_count_unanswered (self);
  if (self->entry != NULL && fascia_entry_count_places (self->entry) > 0)
    /* Translators: a button: the places of last time that have no answer yet have eased, beside those
     * that are marked already */
    return g_strdup_printf (
        ngettext ("The Other %u Has _Eased", "The Other %u Have _Eased", n_places), n_places);
  /* Translators: a button: all places of last time have eased */
  return g_strdup_printf (ngettext ("The %u Place Has _Eased", "All %u Have _Eased", n_places),
                          n_places);
}

guint
fascia_body_state_count_on_view (const FasciaBodyState *self, FasciaView view)
{
  g_return_val_if_fail (self != NULL, 0);

  guint n_places = 0;
  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const FasciaShape *shape = fascia_body_get_home_shape (self->body, region);

      if (shape != NULL && shape->view == view
          && fascia_body_place_is_marked (fascia_body_state_get_place (self, region)))
        n_places++;
    }
  return n_places;
}

/* ---- words ---- */

char *
fascia_body_place_dup_value (const FasciaBodyPlace *place, FasciaScale scale)
{
  g_return_val_if_fail (place != NULL, NULL);

  const FasciaBodyAnswer *answer = &place->answers[scale - 1];
  if (!answer->is_given)
    return g_strdup (_ ("not marked"));
  return fascia_text_level (scale, answer->level);
}

/* "was 4 on Tuesday", or NULL when there is nothing to compare with. */
static char *
dup_last (const FasciaBodyAnswer *answer, gint32 today)
{
  if (!answer->has_last || answer->last_level == FASCIA_LEVEL_NOT_GIVEN)
    return NULL;

  if (answer->is_same_day)
    /* Translators: the level of the same place in an earlier check-in of the same day, long past */
    return g_strdup_printf (_ ("was %d earlier that day"), answer->last_level);
  gint32 age = today - answer->last_day;
  if (age <= 0)
    /* Translators: the level of the same place in an earlier check-in of the same day */
    return g_strdup_printf (_ ("was %d earlier today"), answer->last_level);
  if (age == 1)
    /* Translators: the level of the same place at the last check-in */
    return g_strdup_printf (_ ("was %d yesterday"), answer->last_level);

  g_autoptr (GDateTime) date = fascia_day_to_date_time (answer->last_day);
  if (age < 7)
    {
      g_autofree char *weekday = g_date_time_format (date, "%A");

      /* Translators: the level of the same place at the last check-in, and its weekday */
      return g_strdup_printf (C_ ("weekday", "was %d on %s"), answer->last_level, weekday);
    }
  /* Translators: a date without its year, for g_date_time_format() */
  g_autofree char *day = g_date_time_format (date, C_ ("date in a sentence", "%-d %B"));
  /* Translators: the level of the same place at the last check-in, and its date */
  return g_strdup_printf (C_ ("date", "was %d on %s"), answer->last_level, day);
}

static char *
dup_answer (const FasciaBodyPlace *place, FasciaScale scale, gint32 today)
{
  g_autofree char *value = fascia_body_place_dup_value (place, scale);
  g_autofree char *last = dup_last (&place->answers[scale - 1], today);

  if (last == NULL)
    return g_steal_pointer (&value);
  /* Translators: the level of a place and what it was before: "tight 6, was 4 on Tuesday" */
  return g_strdup_printf (C_ ("level and change", "%s, %s"), value, last);
}

char *
fascia_body_place_dup_description (const FasciaBodyPlace *place, FasciaScale scale, gint32 today)
{
  g_return_val_if_fail (place != NULL, NULL);

  FasciaScale other = scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS;
  if (!place->answers[other - 1].is_given)
    return dup_answer (place, scale, today);

  g_autofree char *second = dup_answer (place, other, today);
  if (!place->answers[scale - 1].is_given)
    return g_steal_pointer (&second);
  g_autofree char *first = dup_answer (place, scale, today);
  /* Translators: two levels of one place: "tight 6, was 4 on Tuesday; pain 3" */
  return g_strdup_printf (C_ ("two levels", "%s; %s"), first, second);
}

char *
fascia_body_place_dup_announcement (const FasciaBodyPlace *place, FasciaScale scale, gint32 today)
{
  g_return_val_if_fail (place != NULL, NULL);

  g_autofree char *description = fascia_body_place_is_marked (place)
                                     ? fascia_body_place_dup_description (place, scale, today)
                                     : fascia_body_place_dup_value (place, scale);
  /* Translators: a place and its level, spoken: "Left shoulder top, tight 6" */
  return g_strdup_printf (C_ ("place and level", "%s, %s"), fascia_region_get_name (place->region),
                          description);
}

gboolean
fascia_body_state_is_blank (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  guint n_marks = 0;
  guint n_drawings = 0;
  if (self->entry == NULL)
    return TRUE;
  fascia_entry_get_marks (self->entry, &n_marks);
  fascia_entry_get_drawings (self->entry, &n_drawings);
  return n_marks + n_drawings == 0 && !fascia_entry_is_nothing_today (self->entry);
}

char *
fascia_body_state_dup_summary (const FasciaBodyState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (fascia_body_state_is_blank (self))
    return g_strdup (_ ("Nothing marked yet"));
  return fascia_text_entry_title (self->entry);
}

/* How many places have a mark in @after that is another one in @before, or none; the last of them. */
static guint
count_changed (FasciaEntry *before,
               FasciaEntry *after,
               const FasciaMark **last_changed,
               gboolean *are_eased)
{
  guint n_marks = 0;
  guint n_places = 0;
  const FasciaMark *marks = after != NULL ? fascia_entry_get_marks (after, &n_marks) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  *are_eased = TRUE;
  for (guint i = 0; i < n_marks; i++)
    {
      const FasciaMark *old = before != NULL
                                  ? fascia_entry_find_mark (before, marks[i].region, marks[i].scale)
                                  : NULL;
      if (old != NULL && old->level == marks[i].level)
        continue;
      *last_changed = &marks[i];
      *are_eased = *are_eased && marks[i].level == 0;
      if (g_hash_table_add (places, (gpointer) marks[i].region))
        n_places++;
    }
  return n_places;
}

gboolean
fascia_body_state_is_many (FasciaEntry *before, FasciaEntry *after)
{
  const FasciaMark *mark = NULL;
  gboolean are_eased = FALSE;

  return count_changed (before, after, &mark, &are_eased) > 1;
}

static char *
dup_place_change (FasciaBody *body, const char *code, const char *what)
{
  /* Translators: what was just written: "Left shoulder top: tight 7" */
  return g_strdup_printf (C_ ("place and change", "%s: %s"), fascia_text_region (body, code), what);
}

/* (nullable) The first arrow of @entry that @other has not. */
static const FasciaSpread *
find_other_spread (FasciaEntry *entry, FasciaEntry *other)
{
  guint n_spreads = 0;
  guint n_others = 0;
  const FasciaSpread *spreads = entry != NULL ? fascia_entry_get_spreads (entry, &n_spreads) : NULL;
  const FasciaSpread *others = other != NULL ? fascia_entry_get_spreads (other, &n_others) : NULL;

  for (guint i = 0; i < n_spreads; i++)
    {
      gboolean is_there = FALSE;

      for (guint k = 0; k < n_others && !is_there; k++)
        is_there = g_str_equal (spreads[i].from, others[k].from)
                   && g_str_equal (spreads[i].to, others[k].to);
      if (!is_there)
        return &spreads[i];
    }
  return NULL;
}

static guint
count_drawings (FasciaEntry *entry)
{
  guint n_drawings = 0;

  if (entry != NULL)
    fascia_entry_get_drawings (entry, &n_drawings);
  return n_drawings;
}

/* (nullable) What happened beside the levels. */
static char *
dup_other_change (FasciaBody *body, FasciaEntry *before, FasciaEntry *after)
{
  const FasciaSpread *spread = find_other_spread (after, before);

  if (spread != NULL)
    return fascia_text_spread (spread, body);
  if (find_other_spread (before, after) != NULL)
    return g_strdup (_ ("Arrow removed"));
  if (count_drawings (after) > count_drawings (before))
    return g_strdup (_ ("Drawn"));
  if (count_drawings (after) < count_drawings (before))
    return g_strdup (_ ("Drawing erased"));
  if (after != NULL && fascia_entry_is_nothing_today (after)
      && (before == NULL || !fascia_entry_is_nothing_today (before)))
    return g_strdup (_ ("Nothing tight or painful today"));
  return NULL;
}

char *
fascia_body_state_dup_change (FasciaBody *body, FasciaEntry *before, FasciaEntry *after)
{
  g_return_val_if_fail (body != NULL, NULL);

  const FasciaMark *mark = NULL;
  gboolean are_eased = FALSE;
  guint n_places = count_changed (before, after, &mark, &are_eased);
  char *said = n_places != 1 || find_other_spread (after, before) != NULL
                       || count_drawings (after) != count_drawings (before)
                   ? dup_other_change (body, before, after)
                   : NULL;
  if (said != NULL)
    return said;
  if (n_places > 1 && are_eased)
    return g_strdup_printf (ngettext ("%u place eased: 0", "%u places eased: 0", n_places),
                            n_places);
  if (n_places > 1)
    return fascia_text_places (n_places);
  if (n_places == 1)
    {
      g_autofree char *level = fascia_text_level (mark->scale, mark->level);

      return dup_place_change (body, mark->region, level);
    }

  if (count_changed (after, before, &mark, &are_eased) == 1)
    return dup_place_change (body, mark->region, _ ("mark removed"));
  return g_strdup (_ ("Saved"));
}

/* ---- what is shown ---- */

FasciaBodyShown
fascia_body_state_choose_shown (gboolean is_loaded, gboolean has_failed)
{
  return !is_loaded && has_failed ? FASCIA_BODY_SHOWN_ERROR : FASCIA_BODY_SHOWN_BODY;
}
