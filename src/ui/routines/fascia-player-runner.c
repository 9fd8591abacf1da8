/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that runs: the player with a clock, the journal and what is to be heard.
 *
 * Each write of the session stands in line behind the one before it, so the journal always holds the
 * newest that was committed, whatever ends the program: see FasciaEntryWriter. */

#include "config.h"

#include "fascia-player-runner.h"

#include "../../core/journal/fascia-clock.h"
#include "../../core/journal/fascia-entry-writer.h"
#include "fascia-session-resume.h"

/* Fine enough for a count in tenths of a second, coarse enough to cost nothing. */
#define TICK_MS 100
/* Inside a hold nothing happens that would be written: a sudden end costs no more than this of it. */
#define KEEP_MS 20000

struct _FasciaPlayerRunner
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaPlayer *player;
  FasciaCueSink *sink;
  FasciaUid uid;
  FasciaMoment started;
  FasciaUid before;
  FasciaUid after;
  char *note;
  FasciaEntryWriter *writer;
  FasciaPlayerNow now;
  gpointer now_data;
  guint source;
  gint64 ended_ms;
  gint64 kept_ms; /* when it was written last */
  gboolean has_entry;
  gboolean was_running;
};

enum
{
  PROP_RUNNING = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EVENT,
  SIGNAL_WRITE_FAILED,
  SIGNAL_WRITTEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaPlayerRunner, fascia_player_runner, G_TYPE_OBJECT)

static gint64
get_now (FasciaPlayerRunner *self)
{
  return self->now (self->now_data);
}

/* ---- the journal ---- */

static void
on_write_failed (FasciaPlayerRunner *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_WRITE_FAILED], 0, error);
}

static void
on_kept (FasciaPlayerRunner *self)
{
  g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

/* @written: (nullable) */
static void
begin_writing (FasciaPlayerRunner *self, FasciaEntry *written)
{
  self->writer = fascia_entry_writer_new (self->journal, written);
  g_signal_connect_object (self->writer, "failed", G_CALLBACK (on_write_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->writer, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
}

static FasciaEntry *
make_entry (FasciaPlayerRunner *self)
{
  g_autoptr (FasciaEntry) begun
      = fascia_entry_new (&self->uid, FASCIA_ENTRY_SESSION, &self->started);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (begun, self->note);
  g_autoptr (FasciaEntry) entry = NULL;
  FasciaSession *session
      = fascia_player_dup_session (self->player, self->started.utc_ms, self->ended_ms);

  session->before = self->before;
  session->after = self->after;
  entry = fascia_entry_with_session (noted, session);
  fascia_player_session_free (session);
  if (self->ended_ms == 0)
    return g_steal_pointer (&entry);
  return fascia_entry_with_end_ms (entry, MAX (self->ended_ms, self->started.utc_ms));
}

/* Deleted meanwhile it is played to its end all the same, and stays deleted. */
static void
write_session (FasciaPlayerRunner *self)
{
  g_autoptr (FasciaEntry) entry = make_entry (self);

  fascia_entry_writer_put (self->writer, entry);
}

/* A name that the journal keeps from the first write on. */
static void
begin_entry (FasciaPlayerRunner *self)
{
  guint8 chance[10];

  for (guint i = 0; i < G_N_ELEMENTS (chance); i++)
    chance[i] = (guint8) g_random_int_range (0, 256);
  fascia_clock_now (fascia_journal_get_clock (self->journal), &self->started);
  fascia_uid_init (&self->uid, self->started.utc_ms, chance);
  begin_writing (self, NULL);
  self->has_entry = TRUE;
  fascia_session_resume_add_running (self->journal, &self->uid);
}

static gboolean
is_worth_writing (FasciaPlayerEventKind kind)
{
  return kind != FASCIA_PLAYER_EVENT_COUNT && kind != FASCIA_PLAYER_EVENT_START;
}

/* ---- what happens ---- */

static void
hear (FasciaPlayerRunner *self, const FasciaPlayerEvent *event)
{
  FasciaChime chime = fascia_player_event_get_chime (event);
  g_autofree char *words = fascia_player_dup_spoken (self->player, event);

  if (event->kind == FASCIA_PLAYER_EVENT_PAUSED || event->kind == FASCIA_PLAYER_EVENT_SUSPENDED
      || event->kind == FASCIA_PLAYER_EVENT_SKIPPED || event->kind == FASCIA_PLAYER_EVENT_BACK
      || event->kind == FASCIA_PLAYER_EVENT_EASED || event->kind == FASCIA_PLAYER_EVENT_STOPPED)
    fascia_cue_sink_hush (self->sink);
  if (chime != FASCIA_CHIME_NONE)
    fascia_cue_sink_chime (self->sink, chime);
  if (words != NULL)
    fascia_cue_sink_say (self->sink, words);
}

static gboolean on_timeout (gpointer data);

/* All that is told is told at a half or a whole second before the end of a part: the tick is there then,
 * not up to a tick later. */
static guint
get_delay (FasciaPlayerRunner *self)
{
  const gint64 due_ms = fascia_player_get_left_ms (self->player) % 500;

  return due_ms > 0 ? (guint) MIN (due_ms, TICK_MS) : TICK_MS;
}

static void
follow_state (FasciaPlayerRunner *self)
{
  gboolean is_running = fascia_player_is_running (self->player);

  if (is_running && self->source == 0)
    self->source = g_timeout_add (get_delay (self), on_timeout, self);
  else if (!is_running)
    g_clear_handle_id (&self->source, g_source_remove);
  if (is_running != self->was_running)
    {
      self->was_running = is_running;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
    }
}

void
fascia_player_runner_tick (FasciaPlayerRunner *self)
{
  g_autoptr (FasciaPlayerRunner) alive = g_object_ref (self);
  g_autoptr (GArray) events = NULL;
  const GArray *told = fascia_player_tick (self->player, get_now (self));
  gboolean writes = FALSE;

  /* A listener may press something, which ends the life of what was told. */
  events = g_array_sized_new (FALSE, FALSE, sizeof (FasciaPlayerEvent), told->len);
  g_array_append_vals (events, told->data, told->len);
  for (guint i = 0; i < events->len; i++)
    {
      FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);

      writes |= is_worth_writing (event->kind);
      if (event->kind == FASCIA_PLAYER_EVENT_FINISHED || event->kind == FASCIA_PLAYER_EVENT_STOPPED)
        self->ended_ms = fascia_clock_now_ms (fascia_journal_get_clock (self->journal));
    }
  writes |= fascia_player_is_running (self->player) && get_now (self) - self->kept_ms >= KEEP_MS;
  if (writes && self->has_entry)
    {
      self->kept_ms = get_now (self);
      write_session (self);
    }
  follow_state (self);
  for (guint i = 0; i < events->len; i++)
    {
      hear (self, &g_array_index (events, FasciaPlayerEvent, i));
      g_signal_emit (self, signals[SIGNAL_EVENT], 0, &g_array_index (events, FasciaPlayerEvent, i));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
on_timeout (gpointer data)
{
  FasciaPlayerRunner *self = data;

  self->source = 0;
  fascia_player_runner_tick (self);
  return G_SOURCE_REMOVE;
}

/* ---- what is pressed ---- */

gboolean
fascia_player_runner_resume (FasciaPlayerRunner *self)
{
  if (!self->has_entry)
    begin_entry (self);
  gboolean is_done = fascia_player_resume (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_go_on (FasciaPlayerRunner *self)
{
  if (!self->has_entry)
    begin_entry (self);
  gboolean is_done = fascia_player_go_on (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_pause (FasciaPlayerRunner *self)
{
  gboolean is_done = fascia_player_pause (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_next (FasciaPlayerRunner *self, const char *reason)
{
  gboolean is_done = fascia_player_next (self->player, get_now (self), reason);

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_back (FasciaPlayerRunner *self)
{
  gboolean is_done = fascia_player_back (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_ease_off (FasciaPlayerRunner *self, const char *reason)
{
  gboolean is_done = fascia_player_ease_off (self->player, get_now (self), reason);

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_longer (FasciaPlayerRunner *self)
{
  gboolean is_done = fascia_player_longer (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_add_other_side (FasciaPlayerRunner *self)
{
  gboolean is_done = fascia_player_add_other_side (self->player, get_now (self));

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_set_waits (FasciaPlayerRunner *self, gboolean waits)
{
  gboolean is_done = fascia_player_set_waits (self->player, get_now (self), waits);

  if (is_done)
    fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_stop (FasciaPlayerRunner *self, const char *reason)
{
  gboolean is_done = fascia_player_stop (self->player, get_now (self), reason);

  fascia_player_runner_tick (self);
  return is_done;
}

gboolean
fascia_player_runner_tell_reason (FasciaPlayerRunner *self, const char *reason)
{
  if (!fascia_player_tell_reason (self->player, reason))
    return FALSE;
  if (self->has_entry)
    write_session (self);
  return TRUE;
}

void
fascia_player_runner_set_before (FasciaPlayerRunner *self, const FasciaUid *before)
{
  self->before = *before;
  if (self->has_entry)
    write_session (self);
}

const FasciaUid *
fascia_player_runner_get_before (FasciaPlayerRunner *self)
{
  static const FasciaUid none = { 0 };

  return memcmp (&self->before, &none, sizeof none) != 0 ? &self->before : NULL;
}

void
fascia_player_runner_set_after (FasciaPlayerRunner *self, const FasciaUid *after)
{
  self->after = *after;
  if (self->has_entry)
    write_session (self);
}

void
fascia_player_runner_set_note (FasciaPlayerRunner *self, const char *note)
{
  if (g_set_str (&self->note, note) && self->has_entry)
    write_session (self);
}

void
fascia_player_runner_retry (FasciaPlayerRunner *self)
{
  if (self->writer != NULL)
    fascia_entry_writer_retry (self->writer);
}

FasciaPlayer *
fascia_player_runner_get_player (FasciaPlayerRunner *self)
{
  return self->player;
}

gboolean
fascia_player_runner_is_running (FasciaPlayerRunner *self)
{
  return fascia_player_is_running (self->player);
}

const FasciaUid *
fascia_player_runner_get_uid (FasciaPlayerRunner *self)
{
  return &self->uid;
}

gboolean
fascia_player_runner_has_source (FasciaPlayerRunner *self)
{
  return self->source != 0;
}

void
fascia_player_runner_set_now (FasciaPlayerRunner *self, FasciaPlayerNow now, gpointer data)
{
  self->now = now;
  self->now_data = data;
}

void
fascia_player_runner_set_sink (FasciaPlayerRunner *self, FasciaCueSink *sink)
{
  g_set_object (&self->sink, sink);
}

/* ---- the object ---- */

FasciaPlayerRunner *
fascia_player_runner_new (FasciaJournal *journal,
                          FasciaPlayer *player,
                          FasciaCueSink *sink,
                          const FasciaUid *before)
{
  FasciaPlayerRunner *self = g_object_new (FASCIA_TYPE_PLAYER_RUNNER, NULL);

  self->journal = g_object_ref (journal);
  self->player = player;
  self->sink = g_object_ref (sink);
  if (before != NULL)
    self->before = *before;
  return self;
}

FasciaPlayerRunner *
fascia_player_runner_new_resumed (FasciaJournal *journal,
                                  FasciaPlayer *player,
                                  FasciaCueSink *sink,
                                  FasciaEntry *entry)
{
  FasciaPlayerRunner *self = fascia_player_runner_new (journal, player, sink, NULL);
  const FasciaSession *session = fascia_entry_get_session (entry);

  self->uid = *fascia_entry_get_uid (entry);
  self->started = *fascia_entry_get_moment (entry);
  self->note = g_strdup (fascia_entry_get_note (entry));
  self->before = session->before;
  self->after = session->after;
  begin_writing (self, entry);
  self->has_entry = TRUE;
  fascia_session_resume_add_running (journal, &self->uid);
  return self;
}

static void
fascia_player_runner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaPlayerRunner *self = FASCIA_PLAYER_RUNNER (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, fascia_player_runner_is_running (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_player_runner_finalize (GObject *object)
{
  FasciaPlayerRunner *self = FASCIA_PLAYER_RUNNER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->has_entry)
    fascia_session_resume_remove_running (self->journal, &self->uid);
  g_clear_pointer (&self->player, fascia_player_free);
  g_clear_object (&self->journal);
  g_clear_object (&self->sink);
  g_clear_pointer (&self->note, g_free);
  g_clear_object (&self->writer);

  G_OBJECT_CLASS (fascia_player_runner_parent_class)->finalize (object);
}

static void
fascia_player_runner_class_init (FasciaPlayerRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fascia_player_runner_get_property;
  object_class->finalize = fascia_player_runner_finalize;

  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FASCIA_TYPE_PLAYER_RUNNER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EVENT] = g_signal_new ("event", FASCIA_TYPE_PLAYER_RUNNER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_WRITE_FAILED]
      = g_signal_new ("write-failed", FASCIA_TYPE_PLAYER_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", FASCIA_TYPE_PLAYER_RUNNER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_player_runner_init (FasciaPlayerRunner *self)
{
  self->now = fascia_clock_get_boot_ms;
}
