/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ear for tests: every chime and every word of a session, and when.
 */

#pragma once

#include "routines/fascia-cue-sink.h"

typedef struct
{
  gint64 at_ms;
  FasciaChime chime; /* NONE: words */
  char *words;
} Heard;

#define TEST_TYPE_EAR (test_ear_get_type ())
G_DECLARE_FINAL_TYPE (TestEar, test_ear, TEST, EAR, GObject)

struct _TestEar
{
  GObject parent_instance;
  GArray *heard;
  gint64 *now;
  guint n_hushed;
};

static void
test_ear_chime (FasciaCueSink *sink, FasciaChime chime)
{
  TestEar *self = TEST_EAR (sink);
  Heard heard = { *self->now, chime, NULL };

  g_array_append_val (self->heard, heard);
}

static void
test_ear_say (FasciaCueSink *sink, const char *words)
{
  TestEar *self = TEST_EAR (sink);
  Heard heard = { *self->now, FASCIA_CHIME_NONE, g_strdup (words) };

  g_array_append_val (self->heard, heard);
}

static void
test_ear_hush (FasciaCueSink *sink)
{
  TEST_EAR (sink)->n_hushed++;
}

static void
test_ear_sink_init (FasciaCueSinkInterface *iface)
{
  iface->chime = test_ear_chime;
  iface->say = test_ear_say;
  iface->hush = test_ear_hush;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestEar,
                               test_ear,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FASCIA_TYPE_CUE_SINK, test_ear_sink_init))

static void
heard_clear (gpointer data)
{
  g_free (((Heard *) data)->words);
}

static void
test_ear_finalize (GObject *object)
{
  g_array_unref (TEST_EAR (object)->heard);
  G_OBJECT_CLASS (test_ear_parent_class)->finalize (object);
}

static void
test_ear_class_init (TestEarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_ear_finalize;
}

static void
test_ear_init (TestEar *self)
{
  self->heard = g_array_new (FALSE, FALSE, sizeof (Heard));
  g_array_set_clear_func (self->heard, heard_clear);
}
