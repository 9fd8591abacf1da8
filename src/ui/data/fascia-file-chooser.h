/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a file or a folder, and leaves no trace of it in the list of recent files.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FASCIA_CHOOSE_OPEN = 1,
  FASCIA_CHOOSE_FOLDER,
  FASCIA_CHOOSE_SAVE,
} FasciaChoose;

/**
 * FasciaFileWish:
 * @title: of the dialog
 * @accept: (nullable): what its button says
 * @name: (nullable): the name that is offered for what is to be saved
 * @filter: (nullable): what files of @suffixes are called
 * @suffixes: (nullable): how their names end, without the dot
 */
typedef struct
{
  FasciaChoose choose;
  const char *title;
  const char *accept;
  const char *name;
  const char *filter;
  const char *const *suffixes;
} FasciaFileWish;

void fascia_file_chooser_ask (GtkWidget *from,
                              const FasciaFileWish *wish,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* (transfer full) (nullable) The path; NULL without an error when nothing was chosen. */
char *fascia_file_chooser_ask_finish (GAsyncResult *result, GError **error);

/* Answers in place of the person: (transfer full) (nullable) a path. */
typedef char *(*FasciaFileChooserFunc) (const FasciaFileWish *wish, gpointer data);

/* (nullable) For tests: no dialog is shown. */
void fascia_file_chooser_set_answer (FasciaFileChooserFunc func, gpointer data);

/* Shows a file in the folder it lies in. The window of @from says when that does not work. */
void fascia_file_show (GtkWidget *from, const char *path);

/* @path: (nullable). Lines may end anywhere in it, without a hyphen that is not in its name. */
void fascia_file_set_label (GtkLabel *label, const char *path);

G_END_DECLS
