/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who the practice journal is about. Right-handed, at a desk, with an old back. */

#include "config.h"

#include "fascia-demo-person.h"

#include <glib/gi18n-lib.h>

#define UPPER FASCIA_DEMO_UPPER
#define LOW FASCIA_DEMO_LOW
#define LIMB FASCIA_DEMO_LIMB

/* The right above, the left below, and the other side always less: a place never changes sides. */
static const FasciaDemoPlace places[] = {
  { "shoulder-top-right", UPPER, 4.4, 1.0, 1.1, 0.45, 1.0, -0.8, { "aching", "heavy", "pulling" } },
  { "neck-back-right", UPPER, 3.9, 1.0, 0.9, 0.45, 1.0, -0.6, { "pulling", "aching", "movement" } },
  { "upper-back-inner-right",
    UPPER,
    3.2,
    0.8,
    0.8,
    0.0,
    0.3,
    0.6,
    { "one-spot", "burning", "dull" } },
  { "shoulder-blade-right", UPPER, 2.8, 0.8, 0.7, 0.0, 0.3, 0.4, { "aching", "deep" } },
  { "skull-base-right", UPPER, 2.3, 0.9, 0.6, 0.0, 0.0, 0.0, { "pressing", "dull", "spreading" } },
  { "shoulder-top-left", UPPER, 2.2, 0.7, 0.8, 0.45, 1.0, -0.4, { "heavy", "dull" } },
  { "neck-back-left", UPPER, 1.8, 0.7, 0.6, 0.0, 0.0, 0.0, { "pulling", "dull" } },
  { "upper-back-inner-left", UPPER, 1.4, 0.5, 0.5, 0.0, 0.0, 0.0, { "dull" } },
  { "skull-base-left", UPPER, 1.0, 0.6, 0.4, 0.0, 0.0, 0.0, { "pressing" } },
  { "temple-right", UPPER, 0.8, 0.8, 0.6, 0.0, 0.0, 0.0, { "pressing", "throbbing" } },
  { "jaw-right", UPPER, 0.7, 0.4, -0.6, 0.55, 0.7, 2.4, { "tender", "morning", "aching" } },
  { "shoulder-front-right",
    UPPER,
    0.9,
    0.5,
    0.4,
    0.2,
    0.34,
    1.8,
    { "sharp", "movement", "night" } },
  { "lower-back-left",
    LOW,
    3.3,
    1.0,
    -0.9,
    0.22,
    1.0,
    1.0,
    { "aching", "pulling", "morning", "movement" } },
  { "buttock-upper-left", LOW, 2.2, 0.9, 0.2, 0.22, 1.0, 0.8, { "deep", "aching", "one-spot" } },
  { "lower-back-right", LOW, 1.9, 0.8, -0.7, 0.22, 1.0, 0.4, { "dull", "morning" } },
  { "hip-outer-left", LOW, 1.6, 0.6, 0.3, 0.3, 0.8, 0.7, { "tender", "night", "aching" } },
  { "sacrum", LOW, 1.4, 0.7, -0.5, 0.0, 0.0, 0.0, { "pressing", "dull", "rest" } },
  { "thigh-back-left", LOW, 1.2, 0.9, 0.2, 0.22, 1.0, 0.5, { "pulling", "shooting", "burning" } },
  { "hip-front-left", LOW, 0.9, 0.4, 0.3, 0.22, 1.0, 0.4, { "pulling" } },
  { "calf-upper-left", LOW, 0.4, 0.7, 0.2, 0.22, 1.0, 0.3, { "cramping", "tingling", "night" } },
  { "forearm-back-right", LIMB, 1.5, 0.8, 0.9, 0.6, 0.78, 1.2, { "aching", "burning" } },
  { "wrist-back-right", LIMB, 0.7, 0.6, 0.8, 0.6, 0.78, 1.0, { "movement", "dull" } },
  { "foot-sole-left", LIMB, 0.9, 0.9, -0.8, 0.8, 0.93, 2.2, { "morning", "stabbing", "sore" } },
  { "calf-lower-left", LIMB, 0.6, 0.7, -0.3, 0.8, 0.93, 1.2, { "pulling", "sore" } },
};

static const char *const notes[FASCIA_DEMO_N_NOTES][6] = {
  [FASCIA_DEMO_NOTE_MORNING]
  = { N_ ("Stiff on getting up, better after a warm shower."), N_ ("Slept badly."),
      N_ ("Slept well, woke only once."), N_ ("Ten minutes until I could bend down to my shoes."),
      N_ ("New pillow, second night.") },
  [FASCIA_DEMO_NOTE_EVENING]
  = { N_ ("Long day at the desk, hardly stood up."),
      N_ ("Stress at work, shoulders up to my ears."),
      N_ ("Walked for half an hour at lunch, that helped."), N_ ("Drove four hours."),
      N_ ("Tennis ball against the wall, ten minutes."), N_ ("Carried shopping up the stairs.") },
  [FASCIA_DEMO_NOTE_FLARE_UPPER]
  = { N_ ("Cannot turn my head properly."), N_ ("Pulls up into the head again."),
      N_ ("Sat in a draught, now the neck is like wood.") },
  [FASCIA_DEMO_NOTE_FLARE_LOW]
  = { N_ ("Low back went while lifting a box."), N_ ("Pulls down into the thigh when I sit."),
      N_ ("Lay on the floor with my legs up, that is bearable.") },
  [FASCIA_DEMO_NOTE_FLARE_LIMB]
  = { N_ ("Too much mouse, the forearm burns."), N_ ("First steps in the morning are bad.") },
  [FASCIA_DEMO_NOTE_GOOD]
  = { N_ ("Best day for a long time."), N_ ("Swam a kilometre without paying for it."),
      N_ ("Noticed only now that it is quiet.") },
  [FASCIA_DEMO_NOTE_BACK_HOME] = { N_ ("Back from holiday, wrote nothing down while away."),
                                   N_ ("Forgot to keep this for a while.") },
};

/* On the figure of the back the person's left is where x is below 0. */
static const FasciaDrawingPoint down_the_leg[] = {
  { -15, 316, 7 },    { -22, 332, 7 }, { -34, 348, 6.5f }, { -40, 368, 6 },
  { -41, 390, 5.5f }, { -39, 414, 5 }, { -36, 440, 4.5f }, { -33, 472, 4 },
};
static const FasciaDrawingPoint beside_the_blade[] = { { 13, 203, 7 } };

static const FasciaSpread spreads[FASCIA_DEMO_N_CLUSTERS] = {
  [UPPER] = { "skull-base-right", "temple-right" },
  [LOW] = { "lower-back-left", "thigh-back-left" },
};
static const FasciaDrawing drawings[FASCIA_DEMO_N_CLUSTERS] = {
  [UPPER] = { .kind = FASCIA_DRAWING_SPOT,
              .scale = FASCIA_SCALE_TIGHTNESS,
              .view = FASCIA_VIEW_BACK,
              .figure = 1,
              .width = 14,
              .points = beside_the_blade,
              .n_points = G_N_ELEMENTS (beside_the_blade) },
  [LOW] = { .kind = FASCIA_DRAWING_STROKE,
            .scale = FASCIA_SCALE_PAIN,
            .view = FASCIA_VIEW_BACK,
            .figure = 1,
            .width = 12,
            .points = down_the_leg,
            .n_points = G_N_ELEMENTS (down_the_leg) },
};

const FasciaSpread *
fascia_demo_get_spread (FasciaDemoCluster cluster)
{
  return cluster < FASCIA_DEMO_N_CLUSTERS && spreads[cluster].from != NULL ? &spreads[cluster]
                                                                           : NULL;
}

const FasciaDrawing *
fascia_demo_get_drawing (FasciaDemoCluster cluster)
{
  return cluster < FASCIA_DEMO_N_CLUSTERS && drawings[cluster].n_points > 0 ? &drawings[cluster]
                                                                            : NULL;
}

const FasciaDemoPlace *
fascia_demo_get_places (guint *n_places)
{
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = G_N_ELEMENTS (places);
  return places;
}

const char *
fascia_demo_get_note (FasciaDemoNote kind, guint number)
{
  guint n = 0;

  g_return_val_if_fail (kind < FASCIA_DEMO_N_NOTES, NULL);

  while (n < G_N_ELEMENTS (notes[kind]) && notes[kind][n] != NULL)
    n++;
  return _ (notes[kind][number % n]);
}
