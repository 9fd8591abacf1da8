/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of own routines: written, and read from a file.
 */

#include "fascia-shots-own.h"

#include "core/routines/fascia-routine-file.h"
#include "routines/fascia-routine-editor.h"
#include "routines/fascia-routine-import.h"
#include "routines/fascia-routine-own.h"
#include "routines/fascia-step-picker.h"

static FasciaRoutinesModel *
get_model (FasciaWindow *window)
{
  return fascia_routines_model_get (fascia_window_get_journal (window), NULL);
}

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaRoutineEditor *
open_editor (FasciaWindow *window)
{
  fascia_window_show_page (window, "routines");
  settle (window);
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (window));
  g_autoptr (FasciaRoutine) copy
      = fascia_routine_own_copy (fascia_library_lookup_routine (library, "neck-evening") != NULL
                                     ? fascia_library_lookup_routine (library, "neck-evening")
                                     : fascia_library_get_routine (library, 0));
  FasciaRoutineEditor *editor = fascia_routine_editor_new (get_model (window), copy, "shot", TRUE);

  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (window));
  settle (window);
  return editor;
}

void
fascia_shots_show_own_editor (FasciaWindow *window)
{
  open_editor (window);
}

static const char too_much[]
    = "<routine version=\"1\"><title>After a day of standing</title>"
      "<summary>For the calves, on most evenings of the next two weeks.</summary>"
      "<step id=\"own-heel-drops\" like=\"x08\"><title>Heel drops</title>"
      "<movement>Rise on both feet. Come down slowly on one foot.</movement></step>"
      "<do step=\"m03\" reps=\"8\"/>"
      "<do step=\"own-heel-drops\" sets=\"9\" reps=\"30\" rest=\"60\"/>"
      "<do step=\"s02\" side=\"left\" seconds=\"45\"/></routine>";

void
fascia_shots_show_own_over (FasciaWindow *window)
{
  g_autoptr (GError) error = NULL;

  fascia_window_show_page (window, "routines");
  settle (window);
  g_autoptr (FasciaRoutine) routine = fascia_routine_file_parse (
      fascia_routines_model_get_library (get_model (window)), too_much, -1, &error);
  if (routine == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  FasciaRoutineEditor *editor
      = fascia_routine_editor_new (get_model (window), routine, "shot-over", FALSE);
  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (window));
}

void
fascia_shots_show_own_step (FasciaWindow *window)
{
  fascia_routine_editor_open_step (open_editor (window), 1);
}

static FasciaStepPicker *
open_picker (FasciaWindow *window)
{
  FasciaRoutineEditor *editor = open_editor (window);
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_dialog_get_child (ADW_DIALOG (editor)));

  fascia_routine_editor_open_picker (editor);
  return FASCIA_STEP_PICKER (adw_navigation_view_get_visible_page (view));
}

void
fascia_shots_show_own_picker (FasciaWindow *window)
{
  fascia_step_picker_search (open_picker (window), "calf");
}

void
fascia_shots_show_own_like (FasciaWindow *window)
{
  FasciaStepPicker *picker = open_picker (window);

  fascia_step_picker_search (picker, "heel drops 3 × 10");
  fascia_step_picker_choose_homework (picker);
}

static void
show_import (FasciaWindow *window, const char *text)
{
  fascia_window_show_page (window, "routines");
  settle (window);
  FasciaRoutineImport *import = fascia_routine_import_new (get_model (window));

  fascia_routine_import_show (import, text, -1);
  adw_dialog_present (ADW_DIALOG (import), GTK_WIDGET (window));
}

void
fascia_shots_show_own_import (FasciaWindow *window)
{
  show_import (window, too_much);
}

void
fascia_shots_show_own_refused (FasciaWindow *window)
{
  show_import (window, "<routine version=\"1\"><title>T</title>\n"
                       "<do step=\"s02\" seconds=\"99999\"/></routine>");
}
