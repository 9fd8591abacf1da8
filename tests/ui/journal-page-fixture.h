/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal page with a real journal in a window of its own, which only remembers what the page asks
 * the window of the program for.
 */

#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "fascia-announce.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "fascia-window.h"
#include "journal/fascia-journal-page.h"
#include "journal/fascia-journal-row.h"
#include "journal/fascia-timeline-item.h"

G_BEGIN_DECLS

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)

/* ---- a window that only remembers what it was asked to show ---- */

static struct
{
  char *title;
  guint64 operation;
  guint n_operations;
  guint n_offers;
  char *error;
  char *announced;
  GObject *retry_object;
  void (*retry) (GObject *object);
  FasciaUid shown_uid;
  guint n_shown;
  guint n_same_as_last;
} offered;

static inline void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_set_str (&offered.announced, text);
}

gboolean
fascia_window_offer_undo (GtkWidget *from,
                          const char *title,
                          const guint64 *operations,
                          guint n_operations)
{
  g_assert_true (GTK_IS_WIDGET (from));
  g_assert_cmpuint (n_operations, >, 0);
  g_set_str (&offered.title, title);
  offered.operation = operations[n_operations - 1];
  offered.n_operations = n_operations;
  return offered.n_offers++ > 0;
}

void
fascia_window_offer_retry (GtkWidget *from, const GError *error, GObject *object, GCallback retry)
{
  g_set_str (&offered.error, error->message);
  g_set_object (&offered.retry_object, object);
  offered.retry = (void (*) (GObject *)) retry;
}

void
fascia_window_show_error (GtkWidget *from, const GError *error)
{
  g_set_str (&offered.error, error->message);
}

void
fascia_window_show_on_body (GtkWidget *from, FasciaEntry *entry)
{
  offered.shown_uid = *fascia_entry_get_uid (entry);
  offered.n_shown++;
}

void
fascia_window_same_as_last (GtkWidget *from)
{
  offered.n_same_as_last++;
}

void
fascia_window_show_toast (GtkWidget *from, const char *title)
{
}

/* ---- fixture ---- */

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  GtkWindow *window;
  FasciaJournalPage *page;
  int width; /* of the window; 0: 400 */
  guint n_pending;
  guint64 last_operation;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fascia_test_dir_new ();
  fixture->path = fascia_test_dir_build_journal (fixture->dir);
  fixture->clock = fascia_test_clock_new ();
  fixture->journal = fascia_journal_new (fixture->path, fixture->clock);
  fixture->body = fascia_body_new (NULL);
  g_clear_pointer (&offered.title, g_free);
  g_clear_pointer (&offered.error, g_free);
  g_clear_pointer (&offered.announced, g_free);
  offered.n_offers = 0;
  offered.operation = 0;
}

/* As the window of the program, which can show another page. */
static inline void
show_page (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-page", G_VARIANT_TYPE_STRING);

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  fixture->page = fascia_journal_page_new (fixture->journal, fixture->body);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, fixture->width > 0 ? fixture->width : 400, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
}

static inline gboolean
is_ready (gpointer data)
{
  return fascia_journal_get_state (((Fixture *) data)->journal) == FASCIA_JOURNAL_READY;
}

static inline void
open_journal (Fixture *fixture)
{
  fascia_journal_open (fixture->journal);
  fascia_test_assert_until (is_ready, fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    {
      g_autoptr (FasciaJournalPage) page = g_object_ref (fixture->page);

      gtk_window_destroy (fixture->window);
      fascia_journal_shutdown (fixture->journal);
      fascia_test_drain ();
      g_assert_finalize_object (g_steal_pointer (&page));
    }
  else
    fascia_journal_shutdown (fixture->journal);

  g_assert_finalize_object (fixture->journal);
  fascia_clock_unref (fixture->clock);
  fascia_body_unref (fixture->body);
  fascia_test_dir_free (fixture->dir);
  g_free (fixture->path);
}

static inline void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  g_assert_no_error (error);
  fixture->last_operation = fascia_operation_get_id (operation);
  fixture->n_pending--;
}

static inline gboolean
is_written (gpointer data)
{
  return ((Fixture *) data)->n_pending == 0;
}

/* Does not wait. */
static inline void
log_later (Fixture *fixture, gint64 utc_ms, const char *region, FasciaScale scale, int level)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMark mark = { .region = region, .scale = scale, .level = level };
  FasciaMoment at;
  FasciaLog log = {
    .at = &at,
    .new_check_in = TRUE,
    .nothing_today = region == NULL,
    .marks = &mark,
    .n_marks = region != NULL,
  };

  fascia_moment_init (&at, utc_ms, zone);
  fixture->n_pending++;
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, fixture);
}

static inline void
log_mark (Fixture *fixture, gint64 utc_ms, const char *region, FasciaScale scale, int level)
{
  log_later (fixture, utc_ms, region, scale, level);
  fascia_test_assert_until (is_written, fixture);
}

static inline void
undo (Fixture *fixture, guint64 operation)
{
  fixture->n_pending++;
  fascia_journal_undo_async (fixture->journal, operation, NULL, on_written, fixture);
  fascia_test_assert_until (is_written, fixture);
}

/* ---- looking at the window ---- */

static inline GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline GtkListView *
get_list (Fixture *fixture)
{
  return GTK_LIST_VIEW (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));
}

static inline guint
count_items (Fixture *fixture)
{
  GtkSelectionModel *model = gtk_list_view_get_model (get_list (fixture));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static inline FasciaEntry *
peek_entry (Fixture *fixture, guint position)
{
  g_autoptr (FasciaTimelineItem) item = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture))), position);

  return item != NULL ? fascia_timeline_item_get_entry (item) : NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *view;
  guint n_items;
} Expected;

static inline gboolean
shows (gpointer data)
{
  Expected *expected = data;
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (expected->fixture->page), GTK_TYPE_STACK));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), expected->view)
         && count_items (expected->fixture) == expected->n_items;
}

static inline void
assert_shows (Fixture *fixture, const char *view, guint n_items)
{
  Expected expected = { fixture, view, n_items };

  fascia_test_assert_until (shows, &expected);
}

/* The row of a position once the list has been laid out; NULL before. */
static inline FasciaJournalRow *
find_row (Fixture *fixture, guint position)
{
  FasciaEntry *entry = peek_entry (fixture, position);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_list (fixture)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (FASCIA_IS_JOURNAL_ROW (row)
          && fascia_journal_row_get_item (FASCIA_JOURNAL_ROW (row)) != NULL
          && fascia_timeline_item_get_entry (fascia_journal_row_get_item (FASCIA_JOURNAL_ROW (row)))
                 == entry)
        return FASCIA_JOURNAL_ROW (row);
    }

  return NULL;
}

typedef struct
{
  Fixture *fixture;
  guint position;
} Place;

static inline gboolean
has_focus (gpointer data)
{
  Place *place = data;
  FasciaJournalRow *row = find_row (place->fixture, place->position);
  GtkWidget *focus = gtk_window_get_focus (place->fixture->window);

  return row != NULL && focus != NULL && gtk_widget_get_parent (GTK_WIDGET (row)) == focus;
}

static inline void
assert_focus (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_focus, &place);
}

static inline gboolean
has_row (gpointer data)
{
  Place *place = data;

  return find_row (place->fixture, place->position) != NULL;
}

static inline void
focus_row (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_row, &place);
  gtk_list_view_scroll_to (get_list (fixture), position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (fixture)));
  assert_focus (fixture, position);
}

static inline char *
dup_spoken (Fixture *fixture, guint position)
{
  Place place = { fixture, position };

  fascia_test_assert_until (has_row, &place);
  return g_strdup (fascia_journal_row_get_spoken (find_row (fixture, position)));
}

G_END_DECLS
