/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands and eyes for tests of the dialogs about the journal as a whole: files are chosen by the test,
 * rows and buttons are found by what they say.
 */

#pragma once

#include <glib/gstdio.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-button-row.h"
#include "fascia-data-actions.h"
#include "fascia-file-chooser.h"
#include "fascia-test-window.h"

G_BEGIN_DECLS

/* What the person will choose, and what was asked. */
typedef struct
{
  char *answer; /* (nullable) */
  FasciaChoose choose;
  char *name;
  guint n_asked;
} Chooser;

static Chooser the_chooser;

static inline char *
answer_chooser (const FasciaFileWish *wish, gpointer data)
{
  the_chooser.choose = wish->choose;
  the_chooser.n_asked++;
  g_set_str (&the_chooser.name, wish->name);
  g_assert_nonnull (wish->title);
  return g_strdup (the_chooser.answer);
}

static inline void
choose (const char *path)
{
  g_set_str (&the_chooser.answer, path);
}

/* ---- eyes ---- */

typedef gboolean (*Wanted) (GtkWidget *widget, const char *text);

static inline gboolean
is_row (GtkWidget *widget, const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
}

static inline gboolean
is_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static inline gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static inline GtkWidget *
find_below (GtkWidget *widget, Wanted is_wanted, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_wanted (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, is_wanted, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

typedef struct
{
  Fixture *fixture;
  Wanted is_wanted;
  const char *text;
  GtkWidget *found;
} Search;

static inline gboolean
is_found (gpointer data)
{
  Search *search = data;

  search->found
      = find_below (GTK_WIDGET (search->fixture->window), search->is_wanted, search->text);
  return search->found != NULL && gtk_widget_get_sensitive (search->found);
}

/* Waits until it is there, to be seen and used. */
static inline GtkWidget *
wait_for (Fixture *fixture, Wanted is_wanted, const char *text)
{
  Search search = { fixture, is_wanted, text, NULL };

  if (!fascia_test_wait_until (is_found, &search))
    g_error ("“%s” never came", text);
  return search.found;
}

static inline gboolean
is_shown (Fixture *fixture, Wanted is_wanted, const char *text)
{
  return find_below (GTK_WIDGET (fixture->window), is_wanted, text) != NULL;
}

/* ---- hands ---- */

static inline void
click (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (wait_for (fixture, is_button, label), "clicked");
}

static inline void
activate (Fixture *fixture, const char *title)
{
  GtkWidget *row = wait_for (fixture, is_row, title);

  if (FASCIA_IS_BUTTON_ROW (row))
    g_signal_emit_by_name (row, "activated");
  else
    adw_action_row_activate (ADW_ACTION_ROW (row));
}

static inline void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static inline gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

/* ---- the journal ---- */

typedef struct
{
  gboolean is_done;
  FasciaOperation *operation;
  FasciaBackupInfo *info;
  guint n_entries;
  GError *error;
} Doing;

static inline gboolean
is_doing_done (gpointer data)
{
  return ((Doing *) data)->is_done;
}

static inline void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Doing *doing = data;

  doing->operation = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &doing->error);
  doing->is_done = TRUE;
}

/* One more check-in, closed from its beginning, so many days ago. */
static inline void
log_mark (Fixture *fixture, const char *region, int level, int days_ago)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (fixture->clock);
  const FasciaMark mark = { .region = region, .scale = FASCIA_SCALE_TIGHTNESS, .level = level };
  FasciaMoment at;
  Doing doing = { 0 };

  fascia_moment_init (&at,
                      FASCIA_TEST_NOW_MS - days_ago * G_GINT64_CONSTANT (86400000)
                          - level * G_GINT64_CONSTANT (60000),
                      zone);
  const FasciaLog log = { .at = &at, .marks = &mark, .n_marks = 1 };
  fascia_journal_log_async (fixture->journal, &log, NULL, on_written, &doing);
  fascia_test_assert_until (is_doing_done, &doing);
  g_assert_no_error (doing.error);
  fascia_operation_unref (doing.operation);
}

static inline void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Doing *doing = data;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &doing->error);

  doing->n_entries = entries != NULL ? entries->len : 0;
  doing->is_done = TRUE;
}

static inline guint
count_entries (Fixture *fixture)
{
  Doing doing = { 0 };

  fascia_journal_list_async (fixture->journal, G_MAXINT64, NULL, 1000, NULL, on_listed, &doing);
  fascia_test_assert_until (is_doing_done, &doing);
  g_assert_no_error (doing.error);
  return doing.n_entries;
}

static inline void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  Doing *doing = data;

  doing->info = fascia_journal_backup_finish (FASCIA_JOURNAL (source), result, &doing->error);
  doing->is_done = TRUE;
}

static inline void
make_backup (Fixture *fixture, const char *path, const char *passphrase)
{
  Doing doing = { 0 };

  fascia_journal_backup_async (fixture->journal, path, passphrase, NULL, on_backed_up, &doing);
  fascia_test_assert_until (is_doing_done, &doing);
  g_assert_no_error (doing.error);
  g_assert_nonnull (doing.info);
  fascia_backup_info_free (doing.info);
}

/* Three check-ins on three days. */
static inline void
show_three (Fixture *fixture)
{
  show (fixture, 1000, 760);
  log_mark (fixture, LEFT, 6, 3);
  log_mark (fixture, RIGHT, 4, 2);
  log_mark (fixture, LEFT, 2, 1);
  g_assert_cmpuint (count_entries (fixture), ==, 3);
}

G_END_DECLS
