/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What importing would do, before it does.
 */

#include "config.h"

#include "fascia-import-page.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-data-text.h"
#include "fascia-name-book.h"
#include "fascia-outcome-page.h"
#include "fascia-row-words.h"
#include "fascia-text.h"
#include "journal/fascia-timeline-text.h"

#define N_ENTRIES 5
#define N_PROBLEMS 20
#define N_PLACES 3

struct _FasciaImportPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *bad;
  AdwSwitchRow *skip;
  AdwPreferencesGroup *entries;
  AdwStatusPage *failed;
  GtkWidget *back;
  GtkWidget *bar;
  GtkLabel *problem;
  GtkWidget *leave;
  GtkWidget *import_button;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaImport *import; /* (nullable) until it is read */
  FasciaImportPlan plan;
  GCancellable *cancellable;  /* of the plan */
  GCancellable *writing;      /* of the import itself */
  FasciaOutcomePage *outcome; /* weak */
};

typedef enum
{
  SIGNAL_IMPORTED,
} FasciaImportPageSignal;

static guint signals[SIGNAL_IMPORTED + 1];

G_DEFINE_FINAL_TYPE (FasciaImportPage, fascia_import_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what would happen ---- */

static void
update (FasciaImportPage *self)
{
  const char *problem
      = fascia_data_text_plan_problem (&self->plan, adw_switch_row_get_active (self->skip));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->import_button, problem == NULL);
}

static void
on_skip_toggled (FasciaImportPage *self)
{
  update (self);
}

static void
fill_counts (FasciaImportPage *self)
{
  g_autoptr (GPtrArray) counts = fascia_data_text_plan (&self->plan);

  for (guint i = 0; i < counts->len; i++)
    {
      const FasciaImportCount *count = counts->pdata[i];
      GtkWidget *row = fascia_words_row_new (count->what, NULL);
      GtkWidget *number = gtk_label_new (count->number);

      gtk_widget_add_css_class (number, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      count->number, -1);
      adw_preferences_group_add (self->counts, row);
    }
  if (counts->len == 0)
    adw_preferences_group_add (self->counts,
                               fascia_words_row_new (_ ("The file has no entries"), NULL));
}

static void
fill_problems (FasciaImportPage *self)
{
  guint n = fascia_import_get_n_problems (self->import);

  for (guint i = 0; i < n && i < N_PROBLEMS; i++)
    {
      const FasciaImportProblem *problem = fascia_import_get_problem (self->import, i);
      g_autofree char *place = fascia_data_text_problem_place (problem);

      adw_preferences_group_add (self->bad, fascia_words_row_new (problem->reason, place));
    }
  if (n > N_PROBLEMS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("And %u more", "And %u more", n - N_PROBLEMS), n - N_PROBLEMS);

      adw_preferences_group_add (self->bad, fascia_words_row_new (more, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->bad), n > 0);
}

/* (transfer full) Those that are there, each on a line. */
static char *
join_lines (const char *first, const char *second, const char *third)
{
  const char *lines[4] = { first };
  guint n = 1;

  if (second != NULL)
    lines[n++] = second;
  if (third != NULL)
    lines[n++] = third;
  return g_strjoinv ("\n", (char **) lines);
}

static void
fill_entries (FasciaImportPage *self)
{
  g_autoptr (GPtrArray) entries = fascia_import_dup_entries (self->import, N_ENTRIES);
  FasciaHours hours = fascia_text_get_hours ();
  FasciaNames names;
  FasciaMoment now;

  g_autoptr (FasciaItems) items = NULL;
  fascia_name_book_fill (fascia_name_book_get (self->journal), self->body, &names);
  if (names.items != NULL)
    {
      items = fascia_import_dup_items (self->import, (FasciaItems *) names.items);
      names.items = items;
    }
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = entries->pdata[i];
      g_autofree char *when = fascia_text_when (fascia_entry_get_moment (entry), now.day, hours);
      g_autofree char *title = fascia_text_entry_title (entry);
      g_autofree char *detail = fascia_timeline_text_detail (entry, &names, N_PLACES);
      g_autofree char *note = fascia_timeline_text_note_line (entry);
      g_autofree char *lines = join_lines (when, detail, note);
      GtkWidget *row = fascia_words_row_new (title, lines);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
      adw_preferences_group_add (self->entries, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->entries), entries->len > 0);
}

void
fascia_import_page_set_error (FasciaImportPage *self, const GError *error)
{
  g_return_if_fail (FASCIA_IS_IMPORT_PAGE (self));

  const char *advice = NULL;
  const char *title = fascia_data_text_import_problem (error, &advice);

  if (advice == NULL && error != NULL)
    advice = error->message;
  g_autofree char *escaped = g_markup_escape_text (advice != NULL ? advice : "", -1);
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_grab_focus (self->back);
  fascia_announce (GTK_WIDGET (self), title);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_planned
      = fascia_journal_plan_import_finish (FASCIA_JOURNAL (source), result, &self->plan, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_planned)
    {
      fascia_import_page_set_error (self, error);
      return;
    }
  fill_counts (self);
  fill_problems (self);
  if (self->plan.n_new > 0)
    fill_entries (self);
  update (self);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "preview");

  /* Something must have the focus, or no key leads out. */
  gboolean is_vain = fascia_data_text_plan_problem (&self->plan, TRUE) != NULL;
  gtk_widget_set_visible (self->leave, is_vain);
  gtk_widget_set_visible (self->import_button, !is_vain);
  if (is_vain)
    gtk_widget_grab_focus (self->leave);
  else if (gtk_widget_get_sensitive (self->import_button))
    gtk_widget_grab_focus (self->import_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->skip));
  if (is_vain)
    fascia_announce (GTK_WIDGET (self), gtk_label_get_label (self->problem));
}

void
fascia_import_page_set_import (FasciaImportPage *self, FasciaImport *import)
{
  g_return_if_fail (FASCIA_IS_IMPORT_PAGE (self));
  g_return_if_fail (import != NULL && self->import == NULL);

  self->import = fascia_import_ref (import);
  fascia_journal_plan_import_async (self->journal, import, self->cancellable, on_planned,
                                    g_object_ref (self));
}

/* ---- importing ---- */

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, operation);
  else if (self->outcome == NULL)
    return;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fascia_outcome_page_set_failed (self->outcome, _ ("Stopped"), _ ("Nothing was imported."));
  else
    fascia_outcome_page_set_failed (self->outcome, _ ("Nothing Was Imported"), error->message);
}

static void
on_import_clicked (FasciaImportPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation == NULL || self->import == NULL)
    return;
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  GtkWidget *page = fascia_outcome_page_new (_ ("Import"), _ ("Importing…"), self->writing);
  g_set_weak_pointer (&self->outcome, FASCIA_OUTCOME_PAGE (page));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
  fascia_journal_import_async (self->journal, self->import, adw_switch_row_get_active (self->skip),
                               self->writing, on_imported, g_object_ref (self));
}

/* ---- the page ---- */

static void
fascia_import_page_dispose (GObject *object)
{
  FasciaImportPage *self = FASCIA_IMPORT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_IMPORT_PAGE);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_import_page_parent_class)->dispose (object);
}

static void
fascia_import_page_finalize (GObject *object)
{
  FasciaImportPage *self = FASCIA_IMPORT_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->writing);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->import, fascia_import_unref);

  G_OBJECT_CLASS (fascia_import_page_parent_class)->finalize (object);
}

static void
fascia_import_page_class_init (FasciaImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_import_page_finalize;

  signals[SIGNAL_IMPORTED]
      = g_signal_new ("imported", FASCIA_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, FASCIA_TYPE_OPERATION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, counts);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, bad);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, skip);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, entries);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, failed);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, back);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, leave);
  gtk_widget_class_bind_template_child (widget_class, FasciaImportPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
}

static void
fascia_import_page_init (FasciaImportPage *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_import_page_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaImportPage *self = g_object_new (FASCIA_TYPE_IMPORT_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  return GTK_WIDGET (self);
}
