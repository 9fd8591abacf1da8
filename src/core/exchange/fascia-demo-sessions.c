/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guided sessions of a practice journal: some days a week, for what the person of it has, with a
 * day between for what presses. */

#include "config.h"

#include "fascia-demo-sessions.h"

#include "fascia-demo-chance.h"

#define MS_PER_SECOND G_GINT64_CONSTANT (1000)
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MAX_STEPS 6

/* One line of a session as it is done: a step at a place. */
typedef struct
{
  const char *step;
  const char *region; /* NULL: at no place of its own */
  int seconds;
} Line;

/* Of the library. A test holds them to it. */
static const struct
{
  const char *routine;
  const char *posture;
  gboolean presses;
  Line lines[MAX_STEPS];
} routines[] = {
  { "neck-and-shoulder-tops",
    "chair",
    TRUE,
    { { "m09", "shoulder-top-right", 32 },
      { "r20", "shoulder-top-right", 45 },
      { "r22", "neck-back-right", 30 },
      { "s09", "neck-back-right", 30 },
      { "m08", "neck-back-right", 24 },
      { "b01", NULL, 120 } } },
  { "lower-back-flat-hands",
    "chair",
    TRUE,
    { { "m07", "lower-back-left", 32 },
      { "r42", "lower-back-left", 90 },
      { "m16", "lower-back-left", 36 },
      { "s12", "buttock-upper-left", 30 },
      { "b01", NULL, 120 } } },
  { "neck-evening",
    "chair",
    TRUE,
    { { "m08", "neck-back-right", 24 },
      { "r48", "skull-base-right", 60 },
      { "r54", "neck-back-right", 90 },
      { "b01", NULL, 120 } } },
  { "shoulder-tops-hands",
    "chair",
    TRUE,
    { { "m09", "shoulder-top-right", 32 },
      { "r20", "shoulder-top-right", 60 },
      { "s09", "shoulder-top-right", 40 },
      { "b01", NULL, 120 } } },
  { "upper-back-chair",
    "chair",
    FALSE,
    { { "m09", "shoulder-top-right", 32 },
      { "m13", "upper-back-inner-right", 36 },
      { "m16", "lower-back-left", 36 },
      { "r45", "ribs-back-right", 30 },
      { "x11", "shoulder-blade-right", 40 },
      { "b01", NULL, 120 } } },
};

typedef struct
{
  const FasciaDemoOptions *options;
  FasciaDemoChance chance;
  GPtrArray *entries;
  gint32 pressed_day; /* the last one on which something pressed */
} Writer;

static int
get_seconds (guint routine)
{
  int seconds = 0;

  for (guint i = 0; i < MAX_STEPS && routines[routine].lines[i].step != NULL; i++)
    seconds += routines[routine].lines[i].seconds;
  return seconds;
}

/* Of a check-in: the worst place on any scale. */
static int
get_worst (const FasciaEntry *entry)
{
  return MAX (fascia_entry_get_worst (entry, FASCIA_SCALE_TIGHTNESS),
              fascia_entry_get_worst (entry, FASCIA_SCALE_PAIN));
}

static guint
fill_steps (Writer *self, guint routine, gboolean is_finished, FasciaSessionStep *steps)
{
  FasciaDemoChance *chance = &self->chance;
  guint n = 0;

  for (; n < MAX_STEPS && routines[routine].lines[n].step != NULL; n++)
    {
      const Line *line = &routines[routine].lines[n];
      const gboolean is_skipped = fascia_demo_chance_is (chance, 0.03);
      const gboolean is_left_out = (!is_finished && n >= 2) || (is_skipped && n > 0);

      steps[n] = (FasciaSessionStep) {
        .step = line->step,
        .region = line->region,
        .planned_s = line->seconds,
        .done_s = is_left_out ? 0 : line->seconds,
        .outcome = is_left_out ? (is_finished ? "skipped" : "stopped") : "done",
        .eased_off = !is_left_out && line->step[0] == 'r' && fascia_demo_chance_is (chance, 0.05),
        .discomfort = FASCIA_NOT_GIVEN,
      };
    }
  return n;
}

/* Between @before and @after, or after @before alone. FALSE: there is no time for it. */
static gboolean
add_session (Writer *self, const FasciaEntry *before, const FasciaEntry *after, guint routine)
{
  FasciaDemoChance *chance = &self->chance;
  const gboolean is_finished = fascia_demo_chance_is (chance, 0.9);
  const int seconds = is_finished ? get_seconds (routine) : get_seconds (routine) / 2;
  const gint64 before_ms = fascia_entry_get_moment (before)->utc_ms;
  /* Not on a whole minute: others begin there. */
  const gint64 length_ms = seconds * MS_PER_SECOND + 23 * MS_PER_SECOND;
  const gint64 start_ms = after != NULL
                              ? fascia_entry_get_moment (after)->utc_ms - length_ms - MS_PER_MINUTE
                              : before_ms + 7 * MS_PER_MINUTE + 17 * MS_PER_SECOND;
  FasciaSessionStep steps[MAX_STEPS];
  FasciaMoment moment;
  FasciaUid uid;
  guint8 random[10];

  for (guint i = 0; i < sizeof random; i++)
    random[i] = (guint8) (fascia_demo_chance_next (chance) >> 56);
  fascia_moment_init (&moment, start_ms, self->options->zone);
  if (start_ms <= before_ms || moment.day != fascia_entry_get_moment (before)->day)
    return FALSE;

  FasciaSession session = {
    .routine = routines[routine].routine,
    .started_ms = start_ms,
    .ended_ms = start_ms + length_ms,
    .outcome = is_finished ? "finished" : "stopped",
    .posture = routines[routine].posture,
    .before = *fascia_entry_get_uid (before),
    .steps = steps,
    .n_steps = fill_steps (self, routine, is_finished, steps),
  };
  for (guint i = 0; i < session.n_steps; i++)
    session.ease_offs += steps[i].eased_off;
  if (after != NULL)
    session.after = *fascia_entry_get_uid (after);
  fascia_uid_init (&uid, moment.utc_ms, random);
  g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  g_ptr_array_add (self->entries, fascia_entry_with_session (entry, &session));
  return TRUE;
}

/* The check-ins of one day, from @first to before @end. */
static void
write_day (Writer *self, const GPtrArray *check_ins, guint first, guint end)
{
  FasciaDemoChance *chance = &self->chance;
  const FasciaEntry *after = end - first > 1 ? check_ins->pdata[end - 1] : NULL;
  const FasciaEntry *before = check_ins->pdata[after != NULL ? end - 2 : first];
  const gint32 day = fascia_entry_get_moment (before)->day;
  /* Who feels better writes it down more willingly. */
  const double will = after == NULL                             ? 0.22
                      : get_worst (after) < get_worst (before)  ? 0.65
                      : get_worst (after) == get_worst (before) ? 0.35
                                                                : 0.15;
  const gboolean has_pressed = self->pressed_day >= day - 1;
  const guint routine = fascia_demo_chance_below (chance, G_N_ELEMENTS (routines));

  if (!fascia_demo_chance_is (chance, will) || get_worst (before) <= 0
      || (has_pressed && routines[routine].presses))
    return;
  if (add_session (self, before, after, routine) && routines[routine].presses)
    self->pressed_day = day;
}

void
fascia_demo_add_sessions (const FasciaDemoOptions *options,
                          const GPtrArray *check_ins,
                          GPtrArray *entries)
{
  /* A stream of its own: what else there is of a seed stays what it is. */
  Writer self = {
    .options = options,
    .chance = { options->seed ^ G_GUINT64_CONSTANT (0x5e551095) },
    .entries = entries,
    .pressed_day = G_MININT32,
  };
  guint first = 0;

  while (first < check_ins->len)
    {
      const gint32 day = fascia_entry_get_moment (check_ins->pdata[first])->day;
      guint end = first;

      while (end < check_ins->len && fascia_entry_get_moment (check_ins->pdata[end])->day == day)
        end++;
      if (day != options->last_day)
        write_day (&self, check_ins, first, end);
      first = end;
    }
}
