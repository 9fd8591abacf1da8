/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries of every kind for tests of the store: one that says everything, and many by chance. */

#pragma once

#include "store-drawing.h"

G_BEGIN_DECLS

static const FasciaEntryKind store_kinds[] = {
  FASCIA_ENTRY_CHECK_IN, FASCIA_ENTRY_MEASUREMENT, FASCIA_ENTRY_SESSION, FASCIA_ENTRY_VISIT,
  FASCIA_ENTRY_EXERCISE, FASCIA_ENTRY_TREATMENT,   FASCIA_ENTRY_EVENT,   FASCIA_ENTRY_NOTE,
};

static const char *const store_feelings[] = { "burning", "dull", NULL };
static const char *const store_tags[] = { "desk-work", "own-tag", NULL };
static const char *const store_areas[] = { "lower-back-left", "sacrum", NULL };
static const char *const store_techniques[] = { "sustained-pressure", NULL };
static const char *const store_tools[] = { "elbow", "hands", NULL };

static const FasciaMark store_marks[] = {
  { "sacrum", FASCIA_SCALE_PAIN, 0, store_feelings },
  { "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, NULL },
  { "unknown-place", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL, TRUE },
};
static const FasciaMeasurement store_measurements[] = {
  { "neck-rotation", FASCIA_SIDE_LEFT, 62.5, "°" },
  { "neck-rotation", FASCIA_SIDE_RIGHT, 70, "°" },
  { "sleep", FASCIA_SIDE_MIDLINE, 4, NULL },
};
static const FasciaVisit store_visit = {
  .minutes = 50,
  .pressure = 7,
  .rating = 9,
  .before = 8,
  .after = 3,
  .therapist = "Frau Müller",
  .said = "Come back in two weeks.\nMore water.",
  .areas = store_areas,
  .techniques = store_techniques,
  .tools = store_tools,
};
static const FasciaExercise store_exercise = {
  .what = "Doorway stretch",
  .minutes = 15,
  .effort = FASCIA_EFFORT_MODERATE,
  .sets = 3,
  .repetitions = 10,
};
static const FasciaTreatment store_treatment = {
  .what = "Wärme",
  .amount = "20 min",
  .taken = FASCIA_ANSWER_NO,
  .helped = 0,
};
static const FasciaSessionStep store_steps[] = {
  { "hold", "lower-back-left", 90, 75, "done", NULL, TRUE, 4 },
  { "hold", NULL, 60, FASCIA_NOT_GIVEN, "skipped", "no-time", FALSE, FASCIA_NOT_GIVEN },
  { "breathe", NULL, FASCIA_NOT_GIVEN, 30, NULL, NULL, FALSE, 0 },
};

/* Whole parts of a kind, pointing at what is above and at @event and @session. */
static inline void
store_fill_parts (FasciaEntryParts *parts,
                  FasciaEntryKind kind,
                  gint64 utc_ms,
                  FasciaEvent *event,
                  FasciaSession *session)
{
  *parts = (FasciaEntryParts) { .kind = kind };
  parts->moment = (FasciaMoment) { utc_ms, 60, 0, "Europe/Berlin" };
  parts->moment.day = (gint32) ((utc_ms + 60 * MINUTE_MS) / DAY_MS);
  parts->changed_ms = utc_ms;
  parts->note = "Nur Worte – ¿qué tal?";
  parts->has_end = TRUE;
  parts->end_ms = utc_ms + 45 * MINUTE_MS;
  parts->tags = store_tags;
  parts->measurements = store_measurements;
  parts->n_measurements = G_N_ELEMENTS (store_measurements);
  parts->visit = &store_visit;
  parts->exercise = &store_exercise;
  parts->treatment = &store_treatment;
  *event = (FasciaEvent) { "travel", "By train to Köln", parts->moment.day + 3 };
  parts->event = event;
  *session = (FasciaSession) { .routine = "lower-back-1",
                               .started_ms = utc_ms,
                               .ended_ms = utc_ms + 20 * MINUTE_MS,
                               .paused_ms = 5000,
                               .outcome = "stopped",
                               .posture = "lying",
                               .gentle = TRUE,
                               .ease_offs = 2,
                               .before = { { 1, 2, 3 } },
                               .after = { { 4, 5, 6 } },
                               .steps = store_steps,
                               .n_steps = G_N_ELEMENTS (store_steps) };
  parts->session = session;
  if (kind == FASCIA_ENTRY_CHECK_IN)
    {
      parts->closed = TRUE;
      parts->marks = store_marks;
      parts->n_marks = G_N_ELEMENTS (store_marks);
      parts->drawings = &store_stroke;
      parts->n_drawings = 1;
      parts->spreads = &store_arrow;
      parts->n_spreads = 1;
    }
}

/* (transfer full) An entry that says everything its kind can say; without a name. */
static inline FasciaEntry *
store_make_entry (FasciaEntryKind kind, gint64 utc_ms)
{
  FasciaEntryParts parts;
  FasciaEvent event;
  FasciaSession session;

  store_fill_parts (&parts, kind, utc_ms, &event, &session);
  return fascia_entry_new_from_parts (&parts);
}

/* ---- by chance ---- */

static inline int
store_pick_rating (GRand *rand)
{
  return g_rand_int_range (rand, FASCIA_NOT_GIVEN, 11);
}

/* (nullable) */
static inline const char *
store_pick_text (GRand *rand)
{
  static const char *const texts[]
      = { NULL, "Größe 😀 “x”", "a",          "line\nline", "  blanks  ",
          "0",  "% _ \\ ' \"",  "背中が痛い", "كتف" };

  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

/* (nullable) */
static inline const char *
store_pick_code (GRand *rand)
{
  static const char *const codes[] = { NULL, "sacrum", "jaw-left", "unknown-code", "x", "ütf" };

  return codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))];
}

static inline const char *const *
store_pick_codes (GRand *rand)
{
  static const char *const lists[][4]
      = { { NULL }, { "sacrum" }, { "x", "a", "x" }, { "jaw-left", "unknown-code" } };

  return lists[g_rand_int_range (rand, 0, G_N_ELEMENTS (lists))];
}

static inline double
store_pick_value (GRand *rand)
{
  static const double values[] = { 0, 1, -2.5, 0.1, 1e-12, 123456789.125, 62.5 };

  return values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
}

/* An entry of @kind at @utc_ms that the journal takes. */
static inline FasciaEntry *
store_make_random_entry (GRand *rand, FasciaEntryKind kind, gint64 utc_ms)
{
  static const FasciaSide sides[] = { FASCIA_SIDE_LEFT, FASCIA_SIDE_MIDLINE, FASCIA_SIDE_RIGHT };
  static const char *const outcomes[] = { NULL, "finished", "stopped", "interrupted" };
  static const char *const step_outcomes[] = { NULL, "done", "skipped", "stopped", "held-back" };
  FasciaEntryParts parts = { .kind = kind };
  FasciaMeasurement measurements[4];
  FasciaSessionStep steps[5];
  FasciaMark marks[3];
  int offset_min = g_rand_int_range (rand, -960, 961);

  parts.moment = (FasciaMoment) { utc_ms, offset_min, 0, "Pacific/Auckland" };
  parts.moment.day = (gint32) ((utc_ms + offset_min * MINUTE_MS) / DAY_MS);
  parts.changed_ms = utc_ms;
  parts.note = store_pick_text (rand);
  parts.has_end = g_rand_boolean (rand);
  parts.end_ms = utc_ms + g_rand_int_range (rand, 0, 100000);
  parts.tags = store_pick_codes (rand);
  parts.n_measurements = (guint) g_rand_int_range (rand, 0, 5);
  for (guint i = 0; i < parts.n_measurements; i++)
    measurements[i] = (FasciaMeasurement) { g_rand_boolean (rand) ? "sleep" : "neck-rotation",
                                            sides[g_rand_int_range (rand, 0, 3)],
                                            store_pick_value (rand), store_pick_code (rand) };
  parts.measurements = measurements;
  if (kind == FASCIA_ENTRY_CHECK_IN)
    {
      parts.closed = TRUE;
      parts.n_marks = (guint) g_rand_int_range (rand, 1, 4);
      for (guint i = 0; i < parts.n_marks; i++)
        marks[i]
            = (FasciaMark) { g_rand_boolean (rand) ? "sacrum" : "unknown-place",
                             g_rand_boolean (rand) ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS,
                             store_pick_rating (rand), store_pick_codes (rand),
                             g_rand_boolean (rand) };
      parts.marks = marks;
      parts.drawings = g_rand_boolean (rand) ? &store_stroke : &store_spot;
      parts.n_drawings = (guint) g_rand_int_range (rand, 0, 2);
      parts.spreads = &store_arrow;
      parts.n_spreads = (guint) g_rand_int_range (rand, 0, 2);
    }
  if (kind == FASCIA_ENTRY_NOTE && parts.note == NULL)
    parts.note = "Words";
  FasciaVisit visit
      = { g_rand_int_range (rand, 0, 1441), store_pick_rating (rand), store_pick_rating (rand),
          store_pick_rating (rand),         store_pick_rating (rand), store_pick_text (rand),
          store_pick_text (rand),           store_pick_codes (rand),  store_pick_codes (rand),
          store_pick_codes (rand) };
  FasciaExercise exercise
      = { store_pick_text (rand), g_rand_int_range (rand, -1, 1441),
          (FasciaEffort) g_rand_int_range (rand, 0, 4),
          g_rand_boolean (rand) ? FASCIA_NOT_GIVEN : g_rand_int_range (rand, 1, 99),
          g_rand_boolean (rand) ? FASCIA_NOT_GIVEN : g_rand_int_range (rand, 1, 99) };
  FasciaTreatment treatment
      = { store_pick_text (rand), store_pick_text (rand),
          (FasciaAnswerYesNo) g_rand_int_range (rand, 0, 3), store_pick_rating (rand) };
  FasciaEvent event = { store_pick_code (rand), store_pick_text (rand),
                        g_rand_boolean (rand) ? FASCIA_DAY_NOT_GIVEN
                                              : parts.moment.day + g_rand_int_range (rand, 0, 30) };
  FasciaSession session = { .routine = store_pick_code (rand),
                            .started_ms = utc_ms,
                            .ended_ms = g_rand_boolean (rand) ? 0 : utc_ms + 7000,
                            .paused_ms = g_rand_int_range (rand, 0, 9),
                            .outcome = outcomes[g_rand_int_range (rand, 0, 4)],
                            .posture = store_pick_code (rand),
                            .gentle = g_rand_boolean (rand),
                            .ease_offs = g_rand_int_range (rand, 0, 5),
                            .steps = steps,
                            .n_steps = (guint) g_rand_int_range (rand, 0, 6) };
  session.before.bytes[3] = (guint8) g_rand_int_range (rand, 0, 3);
  session.after.bytes[15] = (guint8) g_rand_int_range (rand, 0, 3);
  for (guint i = 0; i < session.n_steps; i++)
    steps[i] = (FasciaSessionStep) { i % 2 == 0 ? "hold" : "breathe",
                                     store_pick_code (rand),
                                     g_rand_int_range (rand, -1, 86401),
                                     g_rand_int_range (rand, -1, 86401),
                                     step_outcomes[g_rand_int_range (rand, 0, 5)],
                                     store_pick_code (rand),
                                     g_rand_boolean (rand),
                                     store_pick_rating (rand) };
  parts.visit = &visit;
  parts.exercise = &exercise;
  parts.treatment = &treatment;
  parts.event = &event;
  parts.session = &session;
  return fascia_entry_new_from_parts (&parts);
}

/* ---- writing ---- */

static inline FasciaOperation *
store_put (FasciaDb *db, FasciaEntry *entry)
{
  g_autoptr (GError) error = NULL;
  FasciaOperation *operation = fascia_db_put (db, entry, &error);

  g_assert_no_error (error);
  g_assert_nonnull (operation);
  return operation;
}

/* (transfer full) @entry with the names that @stored has. */
static inline FasciaEntry *
store_take_names (const FasciaEntry *entry, const FasciaEntry *stored)
{
  FasciaEntryParts parts;

  fascia_entry_get_parts (entry, &parts);
  parts.uid = *fascia_entry_get_uid (stored);
  g_assert_cmpuint (parts.n_drawings, ==, store_count_drawings (stored));
  g_autofree FasciaDrawing *drawings
      = g_memdup2 (parts.drawings, parts.n_drawings * sizeof *drawings);
  for (guint i = 0; i < parts.n_drawings; i++)
    drawings[i].uid = store_get_drawing (stored, i)->uid;
  parts.drawings = drawings;
  return fascia_entry_new_from_parts (&parts);
}

G_END_DECLS
