/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of the pages when the journal cannot be opened.
 */

#include "config.h"

#include "fascia-problem-page.h"

#include "fascia-file-chooser.h"
#include "fascia-journal-problem.h"
#include "fascia-repair-dialog.h"
#include "widgets/fascia-fit.h"

struct _FasciaProblemPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *path;
  GtkWidget *restore;
  GtkWidget *repair;
  GtkWidget *retry;
  GtkWidget *quit;
  GtkWidget *folder;

  FasciaJournal *journal;
};

G_DEFINE_FINAL_TYPE (FasciaProblemPage, fascia_problem_page, ADW_TYPE_BIN)

static GtkWidget *
get_first (FasciaProblemPage *self, const FasciaJournalProblem *problem)
{
  switch (problem->first)
    {
    case FASCIA_HELP_RESTORE:
      return self->restore;
    case FASCIA_HELP_QUIT:
      return self->quit;
    case FASCIA_HELP_RETRY:
    default:
      return self->retry;
    }
}

static void
update (FasciaProblemPage *self)
{
  const GError *error = fascia_journal_get_error (self->journal);
  FasciaJournalProblem problem;

  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_FAILED)
    return;
  fascia_journal_problem_init (&problem, error);

  const char *description = problem.advice;
  if (description == NULL && error != NULL)
    description = error->message;
  g_autofree char *escaped = g_markup_escape_text (description != NULL ? description : "", -1);

  adw_status_page_set_title (self->status, problem.title);
  adw_status_page_set_description (self->status, escaped);
  fascia_file_set_label (self->path, fascia_journal_get_path (self->journal));
  gtk_widget_set_visible (self->restore, problem.can_restore);
  gtk_widget_set_visible (self->repair, problem.can_repair);
  gtk_widget_set_visible (self->retry, problem.can_retry);
  gtk_widget_set_visible (self->quit, problem.first == FASCIA_HELP_QUIT);
  gtk_widget_set_visible (self->folder, problem.can_show_file);

  GtkWidget *const buttons[] = { self->restore, self->retry, self->quit };
  GtkWidget *first = get_first (self, &problem);
  GtkWidget *box = gtk_widget_get_parent (first);
  gtk_box_reorder_child_after (GTK_BOX (box), first, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == first)
      gtk_widget_add_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
}

GtkWidget *
fascia_problem_page_get_first (FasciaProblemPage *self)
{
  g_return_val_if_fail (FASCIA_IS_PROBLEM_PAGE (self), NULL);

  FasciaJournalProblem problem;
  fascia_journal_problem_init (&problem, fascia_journal_get_error (self->journal));
  /* Whoever hears of a new problem before this page does needs what helps with that one. */
  update (self);
  return get_first (self, &problem);
}

static void
on_retry_clicked (FasciaProblemPage *self)
{
  fascia_journal_open (self->journal);
}

static void
on_repair_clicked (FasciaProblemPage *self)
{
  adw_dialog_present (fascia_repair_dialog_new (self->journal), GTK_WIDGET (self));
}

static void
on_folder_clicked (FasciaProblemPage *self)
{
  fascia_file_show (GTK_WIDGET (self), fascia_journal_get_path (self->journal));
}

static void
fascia_problem_page_dispose (GObject *object)
{
  FasciaProblemPage *self = FASCIA_PROBLEM_PAGE (object);

  /* The bin lets go of its child itself, and only once. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PROBLEM_PAGE);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_problem_page_parent_class)->dispose (object);
}

static void
fascia_problem_page_class_init (FasciaProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_problem_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, status);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, path);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, restore);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, repair);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, retry);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, quit);
  gtk_widget_class_bind_template_child (widget_class, FasciaProblemPage, folder);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_repair_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
}

static void
fascia_problem_page_init (FasciaProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_fit_button (self->restore);
  fascia_fit_button (self->repair);
  fascia_fit_button (self->folder);
}

GtkWidget *
fascia_problem_page_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaProblemPage *self = g_object_new (FASCIA_TYPE_PROBLEM_PAGE, NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
