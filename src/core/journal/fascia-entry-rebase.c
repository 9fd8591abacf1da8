/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit carried over to what the entry has become meanwhile. */

#include "config.h"

#include "fascia-entry-private.h"
#include "fascia-log-private.h"

/* ---- single values ---- */

#define REBASE(field)                                                                              \
  if (mine->field != begun->field)                                                                 \
  result.field = mine->field

/* (transfer full) (nullable) Words that both have changed are kept one under the other. */
static char *
rebase_text (const char *begun, const char *mine, const char *theirs)
{
  if (g_strcmp0 (mine, begun) == 0)
    return g_strdup (theirs);
  if (g_strcmp0 (theirs, begun) == 0 || g_strcmp0 (theirs, mine) == 0
      || fascia_note_is_blank (mine))
    return g_strdup (mine);
  return fascia_note_join (theirs, mine);
}

/* One line is one, not two. */
static const char *
rebase_line (const char *begun, const char *mine, const char *theirs)
{
  return g_strcmp0 (mine, begun) != 0 ? mine : theirs;
}

/* (transfer container) What was added to the list is added, what was taken out is taken out. */
static const char *const *
rebase_codes (const char *const *begun, const char *const *mine, const char *const *theirs)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; theirs[i] != NULL; i++)
    if (g_strv_contains (mine, theirs[i]) || !g_strv_contains (begun, theirs[i]))
      g_ptr_array_add (codes, (gpointer) theirs[i]);
  for (guint i = 0; mine[i] != NULL; i++)
    if (!g_strv_contains (begun, mine[i]) && !g_strv_contains (theirs, mine[i]))
      g_ptr_array_add (codes, (gpointer) mine[i]);
  g_ptr_array_add (codes, NULL);
  return (const char *const *) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* ---- what the kind says ---- */

static FasciaEntry *
rebase_visit (FasciaEntry *entry,
              const FasciaVisit *begun,
              const FasciaVisit *mine,
              const FasciaVisit *theirs)
{
  FasciaVisit result = *theirs;
  g_autofree char *said = rebase_text (begun->said, mine->said, theirs->said);
  g_autofree const char *const *areas = rebase_codes (begun->areas, mine->areas, theirs->areas);
  g_autofree const char *const *techniques
      = rebase_codes (begun->techniques, mine->techniques, theirs->techniques);
  g_autofree const char *const *tools = rebase_codes (begun->tools, mine->tools, theirs->tools);

  REBASE (minutes);
  REBASE (pressure);
  REBASE (rating);
  REBASE (before);
  REBASE (after);
  result.therapist = rebase_line (begun->therapist, mine->therapist, theirs->therapist);
  result.said = said;
  result.areas = areas;
  result.techniques = techniques;
  result.tools = tools;
  return fascia_entry_with_visit (entry, &result);
}

static FasciaEntry *
rebase_exercise (FasciaEntry *entry,
                 const FasciaExercise *begun,
                 const FasciaExercise *mine,
                 const FasciaExercise *theirs)
{
  FasciaExercise result = *theirs;

  REBASE (minutes);
  REBASE (effort);
  REBASE (sets);
  REBASE (repetitions);
  result.what = rebase_line (begun->what, mine->what, theirs->what);
  return fascia_entry_with_exercise (entry, &result);
}

static FasciaEntry *
rebase_treatment (FasciaEntry *entry,
                  const FasciaTreatment *begun,
                  const FasciaTreatment *mine,
                  const FasciaTreatment *theirs)
{
  FasciaTreatment result = *theirs;

  REBASE (taken);
  REBASE (helped);
  result.what = rebase_line (begun->what, mine->what, theirs->what);
  result.amount = rebase_line (begun->amount, mine->amount, theirs->amount);
  return fascia_entry_with_treatment (entry, &result);
}

static FasciaEntry *
rebase_event (FasciaEntry *entry,
              const FasciaEvent *begun,
              const FasciaEvent *mine,
              const FasciaEvent *theirs)
{
  FasciaEvent result = *theirs;

  REBASE (until_day);
  result.type = rebase_line (begun->type, mine->type, theirs->type);
  result.what = rebase_line (begun->what, mine->what, theirs->what);
  return fascia_entry_with_event (entry, &result);
}

/* The steps of a session are written by what plays it, whole; an editor changes only what every kind
 * has, and leaves them to that. */
static FasciaEntry *
rebase_session (FasciaEntry *entry, const FasciaEntry *begun, const FasciaEntry *mine)
{
  const FasciaSession *session = fascia_entry_get_session (mine);
  g_autoptr (FasciaEntry) begun_with = fascia_entry_with_session (begun, session);

  return fascia_entry_equal (begun_with, begun) ? fascia_entry_ref (entry)
                                                : fascia_entry_with_session (entry, session);
}

/* (transfer full) */
static FasciaEntry *
rebase_kind (FasciaEntry *entry, const FasciaEntry *begun, const FasciaEntry *mine)
{
  switch (fascia_entry_get_kind (entry))
    {
    case FASCIA_ENTRY_VISIT:
      return rebase_visit (entry, fascia_entry_get_visit (begun), fascia_entry_get_visit (mine),
                           fascia_entry_get_visit (entry));
    case FASCIA_ENTRY_EXERCISE:
      return rebase_exercise (entry, fascia_entry_get_exercise (begun),
                              fascia_entry_get_exercise (mine), fascia_entry_get_exercise (entry));
    case FASCIA_ENTRY_TREATMENT:
      return rebase_treatment (entry, fascia_entry_get_treatment (begun),
                               fascia_entry_get_treatment (mine),
                               fascia_entry_get_treatment (entry));
    case FASCIA_ENTRY_EVENT:
      return rebase_event (entry, fascia_entry_get_event (begun), fascia_entry_get_event (mine),
                           fascia_entry_get_event (entry));
    case FASCIA_ENTRY_SESSION:
      return rebase_session (entry, begun, mine);
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_NOTE:
    default:
      return fascia_entry_ref (entry);
    }
}

/* ---- lists ---- */

static void
take (FasciaEntry **entry, FasciaEntry *next)
{
  fascia_entry_unref (*entry);
  *entry = next;
}

static void
rebase_measurements (FasciaEntry **entry, const FasciaEntry *begun, const FasciaEntry *mine)
{
  guint n_begun, n_mine;
  const FasciaMeasurement *old = fascia_entry_get_measurements (begun, &n_begun);
  const FasciaMeasurement *now = fascia_entry_get_measurements (mine, &n_mine);

  for (guint i = 0; i < n_begun; i++)
    if (fascia_entry_find_measurement (mine, old[i].item, old[i].side) == NULL)
      take (entry, fascia_entry_without_measurement (*entry, old[i].item, old[i].side));
  for (guint i = 0; i < n_mine; i++)
    {
      const FasciaMeasurement *same
          = fascia_entry_find_measurement (begun, now[i].item, now[i].side);

      if (same == NULL || same->value != now[i].value || g_strcmp0 (same->unit, now[i].unit) != 0)
        take (entry, fascia_entry_with_measurement (*entry, &now[i]));
    }
}

static void
rebase_marks (FasciaEntry **entry, const FasciaEntry *begun, const FasciaEntry *mine)
{
  guint n_begun, n_mine;
  const FasciaMark *old = fascia_entry_get_marks (begun, &n_begun);
  const FasciaMark *now = fascia_entry_get_marks (mine, &n_mine);

  for (guint i = 0; i < n_begun; i++)
    if (fascia_entry_find_mark (mine, old[i].region, old[i].scale) == NULL)
      take (entry, fascia_entry_without_mark (*entry, old[i].region, old[i].scale));
  for (guint i = 0; i < n_mine; i++)
    {
      const FasciaMark *same = fascia_entry_find_mark (begun, now[i].region, now[i].scale);

      if (same == NULL || !fascia_mark_equal (same, &now[i]))
        take (entry, fascia_entry_with_mark (*entry, &now[i]));
    }
}

FasciaEntry *
fascia_entry_rebase (const FasciaEntry *begun, const FasciaEntry *mine, const FasciaEntry *theirs)
{
  g_return_val_if_fail (begun != NULL, NULL);
  g_return_val_if_fail (mine != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);
  g_return_val_if_fail (fascia_entry_get_kind (mine) == fascia_entry_get_kind (begun), NULL);
  g_return_val_if_fail (fascia_entry_get_kind (mine) == fascia_entry_get_kind (theirs), NULL);

  const FasciaMoment *then = fascia_entry_get_moment (begun);
  const FasciaMoment *now = fascia_entry_get_moment (mine);
  FasciaEntry *entry = fascia_entry_ref ((FasciaEntry *) theirs);

  if (now->utc_ms != then->utc_ms || now->offset_min != then->offset_min)
    take (&entry, fascia_entry_with_moment (entry, now));
  if (fascia_entry_get_end_ms (mine) != fascia_entry_get_end_ms (begun))
    take (&entry, fascia_entry_with_end_ms (entry, fascia_entry_get_end_ms (mine)));
  if (!fascia_entry_is_nothing_today (mine) != !fascia_entry_is_nothing_today (begun))
    take (&entry, fascia_entry_with_nothing_today (entry, fascia_entry_is_nothing_today (mine)));

  g_autofree char *note = rebase_text (fascia_entry_get_note (begun), fascia_entry_get_note (mine),
                                       fascia_entry_get_note (theirs));
  take (&entry, fascia_entry_with_note (entry, note));
  g_autofree const char *const *tags = rebase_codes (
      fascia_entry_get_tags (begun), fascia_entry_get_tags (mine), fascia_entry_get_tags (theirs));
  take (&entry, fascia_entry_with_tags (entry, tags));
  rebase_measurements (&entry, begun, mine);
  rebase_marks (&entry, begun, mine);
  take (&entry, rebase_kind (entry, begun, mine));
  return entry;
}
