/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body model with a real journal: what its tests share.
 */

#pragma once

#include <gtk/gtk.h>

#include "body/fascia-body-model.h"
#include "fascia-body-setup.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"

#define LEFT "shoulder-top-left"
#define RIGHT "shoulder-top-right"
#define OTHER "neck-back-left"
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)
#define NO_MARK (-2)

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaBodyModel *model;
  guint n_written;
  guint n_loaded;
  guint n_ids; /* of the newest written */
  guint64 id;  /* the newest of them */
  guint n_asked;
  const FasciaRegion *asked;
  char *failed;
} Fixture;

static inline void
on_written (FasciaBodyModel *model, FasciaOperation *operation, GArray *ids, Fixture *fixture)
{
  fixture->n_written++;
  fixture->n_ids = ids->len;
  fixture->id = g_array_index (ids, guint64, ids->len - 1);
  g_assert_cmpuint (fixture->id, ==, fascia_operation_get_id (operation));
}

static inline void
on_loaded (FasciaBodyModel *model, Fixture *fixture)
{
  fixture->n_loaded++;
}

static inline void
on_asked (FasciaBodyModel *model, const FasciaRegion *region, Fixture *fixture)
{
  fixture->n_asked++;
  fixture->asked = region;
}

static inline void
on_failed (FasciaBodyModel *model, const GError *error, Fixture *fixture)
{
  g_set_str (&fixture->failed, error->message);
}

static inline gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_model_is_loaded (fixture->model) && fixture->n_loaded > 0
         && fascia_body_setup_is_loaded (fascia_body_setup_get (fixture->journal, fixture->body));
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fixture->body = fascia_body_new (NULL);
  fixture->model = fascia_body_model_new (fixture->journal, fixture->body);
  g_signal_connect (fixture->model, "written", G_CALLBACK (on_written), fixture);
  g_signal_connect (fixture->model, "loaded", G_CALLBACK (on_loaded), fixture);
  g_signal_connect (fixture->model, "side-asked", G_CALLBACK (on_asked), fixture);
  g_signal_connect (fixture->model, "failed", G_CALLBACK (on_failed), fixture);
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_settled, fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_object_run_dispose (G_OBJECT (fixture->model));
  fascia_journal_shutdown (fixture->journal);
  fascia_test_drain ();
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->journal);
  fascia_body_unref (fixture->body);
  fascia_clock_unref (fixture->clock);
  g_free (fixture->failed);
  g_free (fixture->path);
  fascia_test_dir_free (fixture->dir);
}

static const FasciaRegion *
lookup (Fixture *fixture, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (fixture->body, id);

  g_assert_nonnull (region);
  return region;
}

/* ---- waiting ---- */

typedef struct
{
  Fixture *fixture;
  guint n_written;
} Wanted;

static inline gboolean
has_written (gpointer data)
{
  Wanted *wanted = data;

  return wanted->fixture->n_written >= wanted->n_written;
}

static inline gboolean
has_loaded (gpointer data)
{
  return ((Fixture *) data)->n_loaded > 0;
}

static inline void
wait_written (Fixture *fixture, guint n_written)
{
  Wanted wanted = { fixture, n_written };

  fascia_test_assert_until (has_written, &wanted);
  fixture->n_loaded = 0;
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (has_loaded, fixture);
  g_assert_cmpuint (fixture->n_written, ==, n_written);
}

/* What is shown changes at once; what the journal says a little later. */
static inline void
wait_loaded (Fixture *fixture)
{
  fixture->n_loaded = 0;
  fascia_body_model_reload (fixture->model);
  fascia_test_assert_until (has_loaded, fixture);
}

typedef struct
{
  gboolean is_done;
  FasciaOperation *operation;
  GPtrArray *entries;
} Answer;

static inline gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->is_done;
}

static inline void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;

  answer->operation = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static inline void
undo (Fixture *fixture)
{
  Answer answer = { 0 };

  fascia_journal_undo_async (fixture->journal, fixture->id, NULL, on_undone, &answer);
  fascia_test_assert_until (is_answered, &answer);
  fascia_operation_unref (answer.operation);
  wait_loaded (fixture);
}

static inline void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->entries = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);
  answer->is_done = TRUE;
}

/* Newest first. */
static inline GPtrArray *
list_entries (Fixture *fixture)
{
  Answer answer = { 0 };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 50, NULL, on_listed, &answer);
  fascia_test_assert_until (is_answered, &answer);
  g_assert_nonnull (answer.entries);
  return answer.entries;
}

static inline int
find_level (FasciaEntry *entry, const char *id, FasciaScale scale)
{
  const FasciaMark *mark = fascia_entry_find_mark (entry, id, scale);

  return mark != NULL ? mark->level : NO_MARK;
}

static inline int
get_level (Fixture *fixture, const char *id, FasciaScale scale)
{
  const FasciaBodyAnswer *answer
      = &fascia_body_model_get_place (fixture->model, lookup (fixture, id))->answers[scale - 1];

  return answer->is_given ? answer->level : NO_MARK;
}

static inline void
get_moment (Fixture *fixture, gint64 utc_ms, FasciaMoment *moment)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);

  fascia_moment_init (moment, utc_ms, zone);
}

/* A check-in of an earlier time, with one mark on the first scale. */
static inline void
write_past (Fixture *fixture, gint64 ago_ms, const char *id, int level)
{
  FasciaMoment at;

  get_moment (fixture, FASCIA_TEST_NOW_MS - ago_ms, &at);
  fascia_body_model_show_moment (fixture->model, &at);
  guint n_written = fixture->n_written;
  fascia_body_model_set_level (fixture->model, lookup (fixture, id), FASCIA_SCALE_TIGHTNESS, level);
  wait_written (fixture, n_written + 1);
  fascia_body_model_show_now (fixture->model);
  wait_loaded (fixture);
}

#define add(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

/* The main of each of them, before it adds its tests. */
static inline void
init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_init ();
  g_resources_register (fascia_core_get_resource ());
}
