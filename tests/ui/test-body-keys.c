/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys mean on the body map, and how near it is drawn.
 */

#include "config.h"

#include "body/fascia-body-keys.h"
#include "body/fascia-body-zoom.h"
#include "core/body/fascia-body.h"

typedef struct
{
  guint keyval;
  guint keycode;
  GdkModifierType modifiers;
  FasciaBodyActionKind kind;
  int value;
} Case;

static void
test_interpret (void)
{
  static const Case cases[] = {
    { GDK_KEY_Up, 111, 0, FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_UP },
    { GDK_KEY_KP_Left, 0, 0, FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_LEFT },
    { GDK_KEY_Right, 0, 0, FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_RIGHT },
    { GDK_KEY_Down, 0, GDK_LOCK_MASK, FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_DOWN },
    { GDK_KEY_6, 15, 0, FASCIA_BODY_ACTION_DIGIT, 6 },
    { GDK_KEY_0, 19, 0, FASCIA_BODY_ACTION_DIGIT, 0 },
    { GDK_KEY_KP_7, 79, 0, FASCIA_BODY_ACTION_DIGIT, 7 },
    /* AZERTY without Shift: the keys type other signs, one of them a minus. */
    { GDK_KEY_ampersand, 10, 0, FASCIA_BODY_ACTION_DIGIT, 1 },
    { GDK_KEY_minus, 15, 0, FASCIA_BODY_ACTION_DIGIT, 6 },
    { GDK_KEY_agrave, 19, 0, FASCIA_BODY_ACTION_DIGIT, 0 },
    /* A layout that has its digits in another order is believed. */
    { GDK_KEY_7, 10, 0, FASCIA_BODY_ACTION_DIGIT, 7 },
    { GDK_KEY_minus, 20, 0, FASCIA_BODY_ACTION_STEP, -1 },
    { GDK_KEY_plus, 21, GDK_SHIFT_MASK, FASCIA_BODY_ACTION_STEP, 1 },
    { GDK_KEY_equal, 21, 0, FASCIA_BODY_ACTION_STEP, 1 },
    { GDK_KEY_KP_Subtract, 82, 0, FASCIA_BODY_ACTION_STEP, -1 },
    { GDK_KEY_Return, 36, 0, FASCIA_BODY_ACTION_ACTIVATE, 0 },
    { GDK_KEY_space, 65, 0, FASCIA_BODY_ACTION_ACTIVATE, 0 },
    { GDK_KEY_Delete, 0, 0, FASCIA_BODY_ACTION_REMOVE, 0 },
    { GDK_KEY_BackSpace, 0, 0, FASCIA_BODY_ACTION_REMOVE, 0 },
    { GDK_KEY_l, 46, 0, FASCIA_BODY_ACTION_FIND, 'l' },
    { GDK_KEY_Cyrillic_a, 41, 0, FASCIA_BODY_ACTION_FIND, 0x430 },
    { GDK_KEY_f, 41, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_FIND, 0 },
    { GDK_KEY_m, 58, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_MIRROR, 0 },
    { GDK_KEY_l, 46, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_SPREAD, 0 },
    { GDK_KEY_S, 39, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FASCIA_BODY_ACTION_SUMMARY, 0 },
    { GDK_KEY_s, 39, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_NONE, 0 },
    /* AZERTY with Shift types the digits; the keypad does with Num Lock, and walks without it. */
    { GDK_KEY_6, 15, GDK_SHIFT_MASK, FASCIA_BODY_ACTION_DIGIT, 6 },
    { GDK_KEY_KP_0, 90, 0, FASCIA_BODY_ACTION_DIGIT, 0 },
    { GDK_KEY_KP_Home, 79, 0, FASCIA_BODY_ACTION_HEAD, 0 },
    { GDK_KEY_KP_Up, 80, 0, FASCIA_BODY_ACTION_WALK, FASCIA_DIRECTION_UP },
    { GDK_KEY_KP_End, 87, 0, FASCIA_BODY_ACTION_FEET, 0 },
    { GDK_KEY_KP_Delete, 91, 0, FASCIA_BODY_ACTION_REMOVE, 0 },
    { GDK_KEY_KP_Begin, 84, 0, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_Home, 0, 0, FASCIA_BODY_ACTION_HEAD, 0 },
    { GDK_KEY_End, 0, 0, FASCIA_BODY_ACTION_FEET, 0 },
    { GDK_KEY_F6, 0, 0, FASCIA_BODY_ACTION_TURN, 0 },
    { GDK_KEY_Escape, 0, 0, FASCIA_BODY_ACTION_LEAVE, 0 },
    { GDK_KEY_plus, 21, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FASCIA_BODY_ACTION_ZOOM, 1 },
    { GDK_KEY_minus, 20, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_ZOOM, -1 },
    { GDK_KEY_0, 19, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_ZOOM, 0 },
    /* Never ours. */
    { GDK_KEY_1, 10, GDK_ALT_MASK, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_z, 52, GDK_CONTROL_MASK, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_m, 58, GDK_CONTROL_MASK | GDK_ALT_MASK, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_Tab, 23, 0, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_Shift_L, 50, 0, FASCIA_BODY_ACTION_NONE, 0 },
    { GDK_KEY_F10, 0, 0, FASCIA_BODY_ACTION_NONE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaBodyAction action
          = fascia_body_keys_interpret (cases[i].keyval, cases[i].keycode, cases[i].modifiers);

      g_test_message ("%u: %s", i, gdk_keyval_name (cases[i].keyval));
      g_assert_cmpint (action.kind, ==, cases[i].kind);
      g_assert_cmpint (action.value, ==, cases[i].value);
    }
}

static void
test_ten (void)
{
  static const char here[] = "here";
  static const char there[] = "there";
  FasciaBodyDigits digits = { 0 };

  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 0), ==, 0);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 1000), ==, 1);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 2500), ==, 10);
  /* The 0 of a ten begins nothing. */
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 2600), ==, 0);
  /* Too late, another place, another digit between. */
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 5000), ==, 1);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 6501), ==, 0);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 7000), ==, 1);
  g_assert_cmpint (fascia_body_digits_push (&digits, there, 0, 7100), ==, 0);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 8000), ==, 1);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 2, 8100), ==, 2);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 8200), ==, 0);

  /* Anything else between, however quick. */
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 8500), ==, 1);
  fascia_body_digits_forget (&digits);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 8550), ==, 0);
  g_assert_true (fascia_body_keys_is_silent (GDK_KEY_Shift_L));
  g_assert_true (fascia_body_keys_is_silent (GDK_KEY_ISO_Level3_Shift));
  g_assert_false (fascia_body_keys_is_silent (GDK_KEY_Delete));
  g_assert_false (fascia_body_keys_is_silent (GDK_KEY_plus));

  /* Who does not want it gets 1 and then 0. */
  digits.is_single = TRUE;
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 1, 9000), ==, 1);
  g_assert_cmpint (fascia_body_digits_push (&digits, here, 0, 9100), ==, 0);
}

/* What is under the pointer stays there, and the frame is always full. */
static void
test_zoom (void)
{
  FasciaBodyZoom zoom;
  const double width = 300;
  const double height = 600;

  fascia_body_zoom_reset (&zoom);
  g_assert_false (fascia_body_zoom_is_near (&zoom));
  fascia_body_zoom_scale (&zoom, 2, 75, 150, width, height);
  g_assert_true (fascia_body_zoom_is_near (&zoom));
  double scale = 0.5;
  double x = 100;
  double y = 40;
  fascia_body_zoom_apply (&zoom, width, height, &scale, &x, &y);
  g_assert_cmpfloat_with_epsilon (scale, 1, 1e-9);
  /* 25 beside and 110 above the fixed point; now twice as far. */
  g_assert_cmpfloat_with_epsilon (x, 75 + 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 150 - 220, 1e-9);

  fascia_body_zoom_pan (&zoom, 10000, -10000, width, height);
  g_assert_cmpfloat_with_epsilon (zoom.x, 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom.y, -300, 1e-9);
  fascia_body_zoom_reveal (&zoom, 20, 300, 40, width, height);
  g_assert_cmpfloat_with_epsilon (zoom.x, 150, 1e-9);
  fascia_body_zoom_reveal (&zoom, 290, 590, 40, width, height);
  g_assert_cmpfloat_with_epsilon (zoom.x, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom.y, -300, 1e-9);

  /* A part as near as it fits, in the middle where it can be, and never beyond the picture. */
  fascia_body_zoom_show (&zoom, 3, 120, 200, width, height);
  g_assert_cmpfloat (zoom.factor, ==, 3);
  g_assert_cmpfloat_with_epsilon (zoom.x, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom.y, 300, 1e-9);
  fascia_body_zoom_show (&zoom, 3, 0, 600, width, height);
  g_assert_cmpfloat_with_epsilon (zoom.x, 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom.y, -600, 1e-9);

  fascia_body_zoom_scale (&zoom, 100, 0, 0, width, height);
  g_assert_cmpfloat (zoom.factor, ==, FASCIA_BODY_ZOOM_MAX);
  fascia_body_zoom_scale (&zoom, 0.001, 0, 0, width, height);
  g_assert_cmpfloat (zoom.factor, ==, 1);
  g_assert_cmpfloat_with_epsilon (zoom.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom.y, 0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-keys/interpret", test_interpret);
  g_test_add_func ("/body-keys/ten", test_ten);
  g_test_add_func ("/body-keys/zoom", test_zoom);
  return g_test_run ();
}
