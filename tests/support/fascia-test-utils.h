/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of every suite share: waiting for a condition, folders that clean up, a fixed clock. */

#pragma once

#include <gio/gio.h>

#include "core/journal/fascia-clock.h"

G_BEGIN_DECLS

/* 2026-03-10T13:20:00Z, a Tuesday: the moment at which most tests happen. */
#define FASCIA_TEST_NOW_MS G_GINT64_CONSTANT (1773148800000)

/* How long a condition may take before the test fails, in seconds. Generous: a slow machine under
 * sanitizers must never fail for its slowness, and a test that passes never waits for it. */
#define FASCIA_TEST_DEADLINE_S 60

typedef gboolean (*FasciaTestCondition) (gpointer data);

/**
 * fascia_test_wait_until:
 * @condition: asked after every event of the default main context
 *
 * Runs the default main context until @condition holds. Never sleeps: it wakes for events only,
 * and every 20 ms for conditions that no event announces.
 *
 * Returns: FALSE when the deadline passed first
 */
gboolean fascia_test_wait_until (FasciaTestCondition condition, gpointer data);

/* Fails the test when @condition does not come true; the message names the expression. */
#define fascia_test_assert_until(condition, data)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!fascia_test_wait_until ((condition), (data)))                                             \
      g_error ("%s:%d: " #condition " did not come true in %d s", __FILE__, __LINE__,              \
               FASCIA_TEST_DEADLINE_S);                                                            \
  }                                                                                                \
  G_STMT_END

/* Runs what is already waiting on the default main context, at most some thousand events. */
void fascia_test_drain (void);

/* Whether what the weak pointer at @pointer was at is gone. */
gboolean fascia_test_is_gone (gpointer pointer);

/* As g_assert_finalize_object(), for what a thread may still hold for a moment: one that has just given
 * back what it worked out lets go of it a little later than the answer is there. */
#define fascia_test_assert_finalized(object)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gpointer weak_object_ = (object);                                                              \
    g_object_add_weak_pointer (weak_object_, &weak_object_);                                       \
    g_object_unref (weak_object_);                                                                 \
    fascia_test_assert_until (fascia_test_is_gone, &weak_object_);                                 \
  }                                                                                                \
  G_STMT_END

/**
 * FasciaTestDir:
 *
 * A new folder of mode 0700 below the temporary folder, removed with everything in it.
 */
typedef struct _FasciaTestDir FasciaTestDir;

FasciaTestDir *fascia_test_dir_new (void);
void fascia_test_dir_free (FasciaTestDir *dir);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaTestDir, fascia_test_dir_free)

const char *fascia_test_dir_get_path (FasciaTestDir *dir);
/* (transfer full) A path below the folder; nothing is made. */
char *fascia_test_dir_build (FasciaTestDir *dir, const char *name);
/* (transfer full) The path of a journal that does not exist yet, its folder neither. */
char *fascia_test_dir_build_journal (FasciaTestDir *dir);

/* (transfer full) A clock that stands at FASCIA_TEST_NOW_MS in UTC. */
FasciaClock *fascia_test_clock_new (void);

/* Removes @path and everything below it, links not followed. */
void fascia_test_remove_tree (const char *path);

G_END_DECLS
