/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a key means on the body map: key in, action out. Pure.
 */

#include "config.h"

#include "fascia-body-keys.h"

#include "core/body/fascia-body.h"

#define KEYCODE_1 10
#define KEYCODE_0 19

static FasciaBodyAction
make (FasciaBodyActionKind kind, int value)
{
  return (FasciaBodyAction) { .kind = kind, .value = value };
}

/* 0..9, or -1. A layout that types the digits elsewhere is believed; else the place of the key
 * counts, so that AZERTY needs no Shift. */
static int
get_digit (guint keyval, guint keycode)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keycode >= KEYCODE_1 && keycode <= KEYCODE_0)
    return (int) ((keycode - KEYCODE_1 + 1) % 10);
  return -1;
}

static FasciaBodyAction
interpret_control (guint keyval, gboolean is_shifted)
{
  if (is_shifted && (keyval == GDK_KEY_s || keyval == GDK_KEY_S))
    return make (FASCIA_BODY_ACTION_SUMMARY, 0);

  switch (keyval)
    {
    case GDK_KEY_m:
    case GDK_KEY_M:
      return make (FASCIA_BODY_ACTION_MIRROR, 0);
    case GDK_KEY_l:
    case GDK_KEY_L:
      return make (FASCIA_BODY_ACTION_SPREAD, 0);
    case GDK_KEY_f:
    case GDK_KEY_F:
      return make (FASCIA_BODY_ACTION_FIND, 0);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return make (FASCIA_BODY_ACTION_ZOOM, 1);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return make (FASCIA_BODY_ACTION_ZOOM, -1);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      return make (FASCIA_BODY_ACTION_ZOOM, 0);
    default:
      return make (FASCIA_BODY_ACTION_NONE, 0);
    }
}

FasciaBodyAction
fascia_body_keys_interpret (guint keyval, guint keycode, GdkModifierType modifiers)
{
  GdkModifierType held
      = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);

  if (held == GDK_CONTROL_MASK)
    return interpret_control (keyval, (modifiers & GDK_SHIFT_MASK) != 0);
  if (held != 0)
    return make (FASCIA_BODY_ACTION_NONE, 0);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return make (FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return make (FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_DOWN);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return make (FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return make (FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_RIGHT);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return make (FASCIA_BODY_ACTION_HEAD, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return make (FASCIA_BODY_ACTION_FEET, 0);
    case GDK_KEY_F6:
      return make (FASCIA_BODY_ACTION_TURN, 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return make (FASCIA_BODY_ACTION_ACTIVATE, 0);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return make (FASCIA_BODY_ACTION_REMOVE, 0);
    case GDK_KEY_Escape:
      return make (FASCIA_BODY_ACTION_LEAVE, 0);
    default:
      break;
    }

  /* Before minus and plus: on AZERTY the key of the 6 types a minus. */
  int digit = get_digit (keyval, keycode);
  if (digit >= 0)
    return make (FASCIA_BODY_ACTION_DIGIT, digit);

  switch (keyval)
    {
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_underscore:
      return make (FASCIA_BODY_ACTION_STEP, -1);
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_equal:
      return make (FASCIA_BODY_ACTION_STEP, 1);
    default:
      break;
    }

  gunichar character = gdk_keyval_to_unicode (keyval);
  if (character != 0 && g_unichar_isalpha (character))
    return make (FASCIA_BODY_ACTION_FIND, (int) character);
  return make (FASCIA_BODY_ACTION_NONE, 0);
}

int
fascia_body_digits_push (FasciaBodyDigits *digits, gconstpointer place, int digit, gint64 now_ms)
{
  g_return_val_if_fail (digits != NULL, digit);
  g_return_val_if_fail (digit >= 0 && digit <= 9, 0);

  gboolean is_ten = !digits->is_single && digit == 0 && digits->digit == 1 && digits->place == place
                    && place != NULL && now_ms >= digits->at_ms
                    && now_ms - digits->at_ms <= FASCIA_BODY_TEN_MS;

  digits->place = place;
  digits->digit = digit;
  digits->at_ms = now_ms;
  return is_ten ? 10 : digit;
}

void
fascia_body_digits_forget (FasciaBodyDigits *digits)
{
  g_return_if_fail (digits != NULL);

  digits->place = NULL;
  digits->digit = 0;
}

gboolean
fascia_body_keys_is_silent (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R)
         || (keyval >= GDK_KEY_ISO_Lock && keyval <= GDK_KEY_ISO_Level5_Lock)
         || keyval == GDK_KEY_Mode_switch || keyval == GDK_KEY_Num_Lock;
}
