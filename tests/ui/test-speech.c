/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voice of a session: what it says and in which order, and what becomes of the words when who
 * should say them is not there, dies, or talks nonsense. Chimes, and words after them.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "fascia-test-utils.h"
#include "fascia-test-voice.h"
#include "fascia-ui-resources.h"
#include "routines/fascia-speaker.h"
#include "routines/fascia-speech.h"

typedef struct
{
  FasciaTestDir *dir;
  TestVoice *voice;
  FasciaSpeech *speech; /* (nullable) */
  GString *unsaid;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = fascia_test_dir_new ();
  self->voice = test_voice_new (self->dir);
  self->unsaid = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  /* Nothing that is under way keeps it alive. */
  if (self->speech != NULL)
    g_assert_finalize_object (self->speech);
  test_voice_free (self->voice);
  fascia_test_dir_free (self->dir);
  g_string_free (self->unsaid, TRUE);
}

static void
on_not_said (Fixture *self, const char *words)
{
  g_string_append_printf (self->unsaid, "%s\n", words);
}

static void
open_speech (Fixture *self)
{
  self->speech = fascia_speech_new (self->voice->path);
  g_signal_connect_swapped (self->speech, "not-said", G_CALLBACK (on_not_said), self);
  fascia_speech_open (self->speech);
}

static gboolean
is_known (gpointer data)
{
  return fascia_speech_is_known (data);
}

static gboolean
has_failed (gpointer data)
{
  return fascia_speech_has_failed (data);
}

static gboolean
is_available (gpointer data)
{
  return fascia_speech_is_available (data);
}

static gboolean
is_fine (gpointer data)
{
  return fascia_speech_is_available (data) && fascia_speech_is_known (data);
}

/* ---- what is said ---- */

static void
test_order (Fixture *self, gconstpointer data)
{
  const char *heard;

  test_voice_start (self->voice);
  open_speech (self);
  fascia_speech_set_volume (self->speech, 75);
  /* Said before anybody is there. */
  fascia_speech_say (self->speech, "Lean and breathe.\n.\nThen let go.");
  fascia_speech_say (self->speech, "Halfway.");
  test_voice_assert_hears (self->voice, "Halfway.\n.\n");
  heard = self->voice->heard->str;
  g_assert_true (g_str_has_prefix (heard, "SET self CLIENT_NAME "));
  g_assert_nonnull (strstr (heard, "SET self LANGUAGE en\n"));
  g_assert_nonnull (strstr (heard, "SET self VOLUME 50\n"));
  /* A lone dot is of the text, and does not end it. */
  g_assert_nonnull (
      strstr (heard, "SPEAK\nLean and breathe.\n..\nThen let go.\n.\nSPEAK\nHalfway.\n.\n"));
  g_assert_true (strstr (heard, "VOLUME") < strstr (heard, "SPEAK"));
  g_assert_true (fascia_speech_is_available (self->speech));
  g_assert_false (fascia_speech_has_failed (self->speech));
  g_assert_cmpstr (self->unsaid->str, ==, "");

  fascia_speech_set_volume (self->speech, 0);
  test_voice_assert_hears (self->voice, "SET self VOLUME -100\n");
  fascia_speech_set_volume (self->speech, 1000);
  test_voice_assert_hears (self->voice, "SET self VOLUME 100\n");
}

/* What waits is forgotten; what is said after it is not. */
static void
test_hush (Fixture *self, gconstpointer data)
{
  test_voice_start (self->voice);
  open_speech (self);
  fascia_speech_say (self->speech, "Old news.");
  fascia_speech_hush (self->speech);
  fascia_speech_say (self->speech, "New news.");
  test_voice_assert_hears (self->voice, "New news.\n.\n");
  g_assert_null (strstr (self->voice->heard->str, "Old news."));

  g_string_truncate (self->voice->heard, 0);
  fascia_speech_hush (self->speech);
  fascia_speech_say (self->speech, "Newer news.");
  test_voice_assert_hears (self->voice, "Newer news.\n.\n");
  g_assert_true (
      g_str_has_prefix (self->voice->heard->str, "CANCEL self\nSPEAK\nNewer news.\n.\n"));
}

/* ---- languages ---- */

static void
test_languages (void)
{
  static const struct
  {
    const char *translated;
    const char *locale;
    const char *expected;
  } cases[] = {
    { NULL, "C", "en" },
    { "", "de_DE.UTF-8", "en" },
    { "", "en_GB.UTF-8", "en-GB" },
    { "de", "de_AT.UTF-8", "de-AT" },
    { "de", "de", "de" },
    { "de", "fr_FR.UTF-8", "de" },
    { "pt_BR", "pt_BR.UTF-8", "pt-BR" },
    { "pt_BR", "pt", "pt-BR" },
    { "sr@latin", "sr_RS@latin", "sr-RS" },
    { "[[xx]]", "en_US.UTF-8", "en-US" },
    { "nb", "", "nb" },
    { "nb", NULL, "nb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *language = fascia_speech_dup_language (cases[i].translated, cases[i].locale);

      g_assert_cmpstr (language, ==, cases[i].expected);
    }
  g_assert_true (fascia_speech_is_language ("en-us", "en-GB"));
  g_assert_true (fascia_speech_is_language ("DE", "de-AT"));
  g_assert_true (fascia_speech_is_language ("pt_BR", "pt"));
  g_assert_false (fascia_speech_is_language ("den", "de"));
  g_assert_false (fascia_speech_is_language ("d", "de"));
  g_assert_false (fascia_speech_is_language ("", ""));
  g_assert_false (fascia_speech_is_language ("none", "en"));
}

/* Words in a voice that cannot pronounce them help nobody: they are told another way. */
static void
test_no_language (Fixture *self, gconstpointer data)
{
  self->voice->language = "fi";
  test_voice_start (self->voice);
  open_speech (self);
  fascia_speech_say (self->speech, "Lean and breathe.");
  fascia_test_assert_until (has_failed, self->speech);
  g_assert_cmpint (fascia_speech_get_trouble (self->speech), ==, FASCIA_SPEECH_NO_VOICE);
  g_assert_cmpstr (self->unsaid->str, ==, "Lean and breathe.\n");
  fascia_speech_say (self->speech, "Halfway.");
  g_assert_cmpstr (self->unsaid->str, ==, "Lean and breathe.\nHalfway.\n");
  g_assert_null (strstr (self->voice->heard->str, "SPEAK"));
  g_assert_cmpuint (self->voice->n_connections, ==, 1);
}

static void
test_no_list (Fixture *self, gconstpointer data)
{
  self->voice->manner = TEST_VOICE_NO_LIST;
  test_voice_start (self->voice);
  open_speech (self);
  fascia_test_assert_until (has_failed, self->speech);
  g_assert_cmpint (fascia_speech_get_trouble (self->speech), ==, FASCIA_SPEECH_NO_VOICE);
}

/* ---- nobody there, or not any more ---- */

static void
test_nobody (Fixture *self, gconstpointer data)
{
  open_speech (self);
  fascia_speech_say (self->speech, "Hello.");
  fascia_test_assert_until (has_failed, self->speech);
  g_assert_false (fascia_speech_is_available (self->speech));
  g_assert_cmpint (fascia_speech_get_trouble (self->speech), ==, FASCIA_SPEECH_NOT_REACHED);
  g_assert_cmpstr (self->unsaid->str, ==, "Hello.\n");
  fascia_speech_hush (self->speech);
}

/* Where nothing runs yet, the server is started, and what was said until then is heard. */
static void
test_started (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", NULL);
  g_autofree char *place = g_build_filename (folder, "speechd.sock", NULL);
  g_autofree char *program = fascia_test_dir_build (self->dir, "speech-dispatcher");
  g_autofree char *programs = g_path_get_dirname (program);
  g_autofree char *path = g_strconcat (programs, ":", g_getenv ("PATH"), NULL);
  g_autofree char *path_before = g_strdup (g_getenv ("PATH"));
  g_autofree char *address = g_strdup (g_getenv ("SPEECHD_ADDRESS"));
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;

  /* It waits beside its place until somebody starts it. */
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_free (self->voice->path);
  self->voice->path = g_strconcat (place, ".off", NULL);
  test_voice_start (self->voice);
  script = g_strdup_printf ("#!/bin/sh\n[ \"$*\" = --spawn ] && exec mv '%s' '%s'\n",
                            self->voice->path, place);
  g_assert_true (
      g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error));
  g_assert_no_error (error);
  g_setenv ("PATH", path, TRUE);
  g_unsetenv ("SPEECHD_ADDRESS");

  self->speech = fascia_speech_new (NULL);
  g_signal_connect_swapped (self->speech, "not-said", G_CALLBACK (on_not_said), self);
  fascia_speech_say (self->speech, "Hello.");
  test_voice_assert_hears (self->voice, "Hello.\n.\n");
  g_assert_cmpstr (self->unsaid->str, ==, "");

  /* It is started once; whoever ended it meant it. */
  test_voice_stop (self->voice);
  g_remove (place);
  fascia_test_assert_until (has_failed, self->speech);
  fascia_speech_say (self->speech, "Again.");
  g_assert_true (fascia_speech_has_failed (self->speech));

  g_setenv ("PATH", path_before, TRUE);
  if (address != NULL)
    g_setenv ("SPEECHD_ADDRESS", address, TRUE);
}

/* It came late, was killed and came again: the words after that are heard, each once. */
static void
test_comes_back (Fixture *self, gconstpointer data)
{
  open_speech (self);
  fascia_test_assert_until (has_failed, self->speech);

  test_voice_start (self->voice);
  fascia_speech_say (self->speech, "First.");
  g_assert_cmpstr (self->unsaid->str, ==, "First.\n");
  fascia_test_assert_until (is_fine, self->speech);
  g_assert_false (fascia_speech_has_failed (self->speech));
  fascia_speech_say (self->speech, "Second.");
  test_voice_assert_hears (self->voice, "Second.\n");
  g_assert_null (strstr (self->voice->heard->str, "First."));

  for (guint i = 0; i < 3; i++)
    {
      test_voice_stop (self->voice);
      fascia_test_assert_until (has_failed, self->speech);
      g_string_truncate (self->voice->heard, 0);
      g_string_truncate (self->unsaid, 0);
      test_voice_start (self->voice);
      fascia_speech_say (self->speech, "Third.");
      g_assert_cmpstr (self->unsaid->str, ==, "Third.\n");
      fascia_test_assert_until (is_fine, self->speech);
      fascia_speech_say (self->speech, "Fourth.");
      test_voice_assert_hears (self->voice, "Fourth.\n");
      g_assert_null (strstr (self->voice->heard->str, "Third."));
      /* Who it is, what it speaks and how loud is said anew. */
      g_assert_nonnull (strstr (self->voice->heard->str, "SET self LANGUAGE en\n"));
    }
}

/* In the middle of a long sentence, which is more than the line takes at once. */
static void
test_killed_while_writing (Fixture *self, gconstpointer data)
{
  g_autofree char *sentence = g_strnfill (4 * 1024 * 1024, 'a');

  test_voice_start (self->voice);
  open_speech (self);
  fascia_test_assert_until (is_fine, self->speech);
  fascia_speech_say (self->speech, sentence);
  fascia_speech_say (self->speech, "After it.");
  g_main_context_iteration (NULL, FALSE);
  test_voice_stop (self->voice);
  fascia_test_assert_until (has_failed, self->speech);
  /* What had not gone anywhere yet is told. */
  g_assert_cmpstr (self->unsaid->str, ==, "After it.\n");
}

/* Let go of in the middle of everything. */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  g_autofree char *sentence = g_strnfill (4 * 1024 * 1024, 'a');

  open_speech (self);
  g_assert_finalize_object (g_steal_pointer (&self->speech));

  test_voice_start (self->voice);
  open_speech (self);
  fascia_speech_say (self->speech, "Hello.");
  g_assert_finalize_object (g_steal_pointer (&self->speech));

  open_speech (self);
  fascia_test_assert_until (is_fine, self->speech);
  fascia_speech_say (self->speech, sentence);
  g_assert_finalize_object (g_steal_pointer (&self->speech));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (self->unsaid->str, ==, "");
}

/* ---- who talks nonsense ---- */

static void
test_nonsense (Fixture *self, gconstpointer data)
{
  self->voice->manner = (TestVoiceManner) GPOINTER_TO_INT (data);
  test_voice_start (self->voice);
  open_speech (self);
  fascia_test_assert_until (is_available, self->speech);
  fascia_speech_set_patience (self->speech, 300);
  fascia_speech_say (self->speech, "Lean and breathe.");
  /* After a while nobody believes in it any more. */
  fascia_test_assert_until (has_failed, self->speech);
  g_assert_cmpstr (self->unsaid->str, ==, "Lean and breathe.\n");
  g_assert_null (strstr (self->voice->heard->str, "SPEAK"));

  self->voice->manner = TEST_VOICE_GOOD;
  fascia_speech_set_patience (self->speech, 60000);
  fascia_speech_say (self->speech, "Again.");
  fascia_test_assert_until (is_fine, self->speech);
  fascia_speech_say (self->speech, "And now.");
  test_voice_assert_hears (self->voice, "And now.\n");
}

/* ---- chimes ---- */

/* The chime is over before the words begin. */
static void
test_chime_first (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaSpeaker) speaker = NULL;
  gint64 begun;

  test_voice_start (self->voice);
  open_speech (self);
  fascia_test_assert_until (is_known, self->speech);
  speaker = fascia_speaker_new (self->speech);
  begun = g_get_monotonic_time ();
  fascia_cue_sink_chime (FASCIA_CUE_SINK (speaker), FASCIA_CHIME_START);
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "First.");
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "Second.");
  test_voice_assert_hears (self->voice, "First.\n.\nSPEAK\nSecond.\n");
  /* Never earlier; later is the business of a busy machine. */
  g_assert_cmpint (g_get_monotonic_time () - begun, >=,
                   1000 * (gint64) fascia_speaker_get_chime_ms (FASCIA_CHIME_START));

  /* Hushed while the chime sounds. */
  g_string_truncate (self->voice->heard, 0);
  fascia_cue_sink_chime (FASCIA_CUE_SINK (speaker), FASCIA_CHIME_COUNT);
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "Old.");
  fascia_cue_sink_hush (FASCIA_CUE_SINK (speaker));
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "New.");
  test_voice_assert_hears (self->voice, "New.\n");
  g_assert_null (strstr (self->voice->heard->str, "Old."));

  /* Without chimes nothing waits, without a voice nothing is said. */
  fascia_speaker_set_chime_volume (speaker, 0);
  fascia_cue_sink_chime (FASCIA_CUE_SINK (speaker), FASCIA_CHIME_END);
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "At once.");
  test_voice_assert_hears (self->voice, "At once.\n");
  g_string_truncate (self->voice->heard, 0);
  fascia_speaker_set_voice_volume (speaker, 0);
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "Not this.");
  fascia_speaker_set_voice_volume (speaker, 30);
  fascia_cue_sink_say (FASCIA_CUE_SINK (speaker), "But this.");
  test_voice_assert_hears (self->voice, "But this.\n");
  g_assert_null (strstr (self->voice->heard->str, "Not this."));
  g_assert_cmpstr (self->unsaid->str, ==, "");
}

/* Words wait for as long as the file is: the last page of an Ogg file tells its samples. */
static void
assert_length (FasciaChime chime)
{
  g_autofree char *path
      = g_strdup_printf (RESOURCE_BASE_PATH "/sounds/%s.oga", fascia_chime_to_code (chime));
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  guint64 samples = 0;

  g_assert_nonnull (data);
  for (gsize i = 0; i + 14 < size; i++)
    if (memcmp (data + i, "OggS", 4) == 0)
      {
        memcpy (&samples, data + i + 6, sizeof samples);
        samples = GUINT64_FROM_LE (samples);
      }
  g_assert_cmpuint (samples * 1000 / 44100, ==, fascia_speaker_get_chime_ms (chime));
}

/* Every chime may be asked for, over the one that sounds, with or without anything that plays it. */
static void
test_every_chime (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaSpeaker) speaker = NULL;

  open_speech (self);
  speaker = fascia_speaker_new (self->speech);
  for (guint round = 0; round < 3; round++)
    for (guint i = FASCIA_CHIME_NONE; i <= FASCIA_CHIME_END + 1; i++)
      {
        fascia_cue_sink_chime (FASCIA_CUE_SINK (speaker), (FasciaChime) i);
        while (g_main_context_iteration (NULL, FALSE))
          ;
      }
  for (guint i = FASCIA_CHIME_NONE + 1; i <= FASCIA_CHIME_END; i++)
    assert_length ((FasciaChime) i);
  g_assert_cmpuint (fascia_speaker_get_chime_ms (FASCIA_CHIME_NONE), ==, 0);
}

/* ---- settings ---- */

static void
test_volumes (void)
{
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  g_autoptr (FasciaSettings) loud
      = fascia_settings_with (none, FASCIA_SETTING_PLAYER_CHIME_VOLUME, g_variant_new_int64 (95));
  g_autoptr (FasciaSettings) off
      = fascia_settings_with (loud, FASCIA_SETTING_PLAYER_CHIME, g_variant_new_boolean (FALSE));
  g_autoptr (FasciaSettings) wild = fascia_settings_with (none, FASCIA_SETTING_PLAYER_VOICE_VOLUME,
                                                          g_variant_new_int64 (G_MAXINT64));
  g_autoptr (FasciaSettings) low
      = fascia_settings_with (none, FASCIA_SETTING_PLAYER_VOICE_VOLUME, g_variant_new_int64 (-4));
  g_autoptr (FasciaSettings) other = fascia_settings_with (none, FASCIA_SETTING_PLAYER_VOICE_VOLUME,
                                                           g_variant_new_string ("loud"));

  g_assert_cmpint (fascia_speaker_read_chime_volume (none), ==, FASCIA_SPEAKER_VOLUME);
  g_assert_cmpint (fascia_speaker_read_voice_volume (none), ==, FASCIA_SPEAKER_VOLUME);
  g_assert_cmpint (fascia_speaker_read_chime_volume (loud), ==, 95);
  g_assert_cmpint (fascia_speaker_read_voice_volume (loud), ==, FASCIA_SPEAKER_VOLUME);
  g_assert_cmpint (fascia_speaker_read_chime_volume (off), ==, 0);
  g_assert_cmpint (fascia_speaker_read_voice_volume (wild), ==, 100);
  g_assert_cmpint (fascia_speaker_read_voice_volume (low), ==, 1);
  g_assert_cmpint (fascia_speaker_read_voice_volume (other), ==, FASCIA_SPEAKER_VOLUME);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  fascia_ui_get_resource ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
#define ADD_MANNER(path, manner)                                                                   \
  g_test_add (path, Fixture, GINT_TO_POINTER (manner), set_up, test_nonsense, tear_down)
  ADD ("/speech/order", test_order);
  ADD ("/speech/hush", test_hush);
  g_test_add_func ("/speech/languages", test_languages);
  ADD ("/speech/no-language", test_no_language);
  ADD ("/speech/no-list", test_no_list);
  ADD ("/speech/nobody", test_nobody);
  ADD ("/speech/started", test_started);
  ADD ("/speech/comes-back", test_comes_back);
  ADD ("/speech/killed-while-writing", test_killed_while_writing);
  ADD ("/speech/dropped", test_dropped);
  ADD_MANNER ("/speech/silent", TEST_VOICE_SILENT);
  ADD_MANNER ("/speech/noise", TEST_VOICE_NOISE);
  ADD_MANNER ("/speech/huge", TEST_VOICE_HUGE);
  ADD ("/speaker/chime-first", test_chime_first);
  ADD ("/speaker/every-chime", test_every_chime);
  g_test_add_func ("/speaker/volumes", test_volumes);
#undef ADD
#undef ADD_MANNER

  return g_test_run ();
}
