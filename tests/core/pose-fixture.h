/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All poses at several moments, for tests of them. */

#pragma once

#include <math.h>

#include "core/routines/fascia-library.h"
#include "core/routines/fascia-pose.h"
#include "fascia-core-resources.h"

G_BEGIN_DECLS

/* Says all that is wrong, not only the first thing. */
#define complain(...)                                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_message (__VA_ARGS__);                                                                  \
    g_test_fail ();                                                                                \
  }                                                                                                \
  G_STMT_END

static inline FasciaPoses *
load_poses (void)
{
  g_autoptr (GError) error = NULL;
  FasciaPoses *poses = fascia_poses_new (&error);

  g_assert_no_error (error);
  return poses;
}

static inline double
apart (FasciaPosePoint a, FasciaPosePoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* (nullable) */
static inline const FasciaPoseItem *
find (const FasciaPoseFrame *frame, const char *name)
{
  for (guint i = 0; i < frame->n_items; i++)
    if (g_str_equal (frame->items[i].name, name))
      return &frame->items[i];
  return NULL;
}

typedef void (*Check) (const FasciaPose *pose, const FasciaPoseFrame *frame);

/* Both pictures of every pose, and half-way between them. */
static inline void
check_all (Check check)
{
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    for (int phase = 0; phase <= 2; phase++)
      {
        const FasciaPose *pose = fascia_poses_get (poses, i);
        g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, phase / 2.0);

        check (pose, frame);
      }
}

G_END_DECLS
