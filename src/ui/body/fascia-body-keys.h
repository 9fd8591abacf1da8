/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a key means on the body map: key in, action out. Pure.
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum
{
  FASCIA_BODY_ACTION_NONE = 0, /* not a key of the map */
  FASCIA_BODY_ACTION_WALK,     /* value: a FasciaDirection, as seen on the screen */
  FASCIA_BODY_ACTION_DIGIT,    /* value: 0..9 */
  FASCIA_BODY_ACTION_STEP,     /* value: -1 or 1 */
  FASCIA_BODY_ACTION_ACTIVATE, /* mark, or open the levels */
  FASCIA_BODY_ACTION_REMOVE,
  FASCIA_BODY_ACTION_FIND, /* value: the character typed, 0 for an empty search */
  FASCIA_BODY_ACTION_HEAD,
  FASCIA_BODY_ACTION_FEET,
  FASCIA_BODY_ACTION_TURN,    /* front or back */
  FASCIA_BODY_ACTION_MIRROR,  /* what is marked here, on the other side too */
  FASCIA_BODY_ACTION_SPREAD,  /* the next place is where this one spreads to */
  FASCIA_BODY_ACTION_SUMMARY, /* the whole map, spoken */
  FASCIA_BODY_ACTION_ZOOM,    /* value: steps nearer, 0 for the whole figure */
  FASCIA_BODY_ACTION_LEAVE,
} FasciaBodyActionKind;

typedef struct
{
  FasciaBodyActionKind kind;
  int value;
} FasciaBodyAction;

/**
 * fascia_body_keys_interpret:
 * @keyval: the key's symbol
 * @keycode: its hardware code, for digits by physical key: 10 to 19 are the keys 1 to 0 of the row
 *   above the letters, whatever they type; 0 when unknown
 * @modifiers: modifiers held
 */
FasciaBodyAction fascia_body_keys_interpret (guint keyval,
                                             guint keycode,
                                             GdkModifierType modifiers);

/* How long after a 1 a 0 still makes it ten. */
#define FASCIA_BODY_TEN_MS 1500

/* The digit before, so that 1 then 0 is ten. Start with zeros. */
typedef struct
{
  gconstpointer place;
  int digit;
  gint64 at_ms;
  gboolean is_single; /* 1 then 0 is not ten: FASCIA_SETTING_TEN is off */
} FasciaBodyDigits;

/**
 * fascia_body_digits_push:
 * @digits: (inout): remembers the digit
 * @place: whatever stands for the place; only compared
 * @digit: 0..9
 * @now_ms: a time that never runs back, in milliseconds
 *
 * Returns: the level it sets: 0..9, or 10 for a 0 that follows a 1 on the same place within
 *   %FASCIA_BODY_TEN_MS
 */
int fascia_body_digits_push (FasciaBodyDigits *digits,
                             gconstpointer place,
                             int digit,
                             gint64 now_ms);

/**
 * fascia_body_digits_forget:
 *
 * Whatever was not a digit has happened: a 1 before it is no half of a ten. For every other key,
 * another place, page or quantity.
 */
void fascia_body_digits_forget (FasciaBodyDigits *digits);

/**
 * fascia_body_keys_is_silent:
 *
 * Returns: whether the key only changes what others mean, such as Shift: it ends no ten
 */
gboolean fascia_body_keys_is_silent (guint keyval);

G_END_DECLS
