/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of the library to choose one: by words, kind, posture and tool.
 */

#pragma once

#include <adwaita.h>

#include "core/routines/fascia-homework.h"
#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_STEP_PICKER (fascia_step_picker_get_type ())
G_DECLARE_FINAL_TYPE (FasciaStepPicker, fascia_step_picker, FASCIA, STEP_PICKER, AdwNavigationPage)

/**
 * fascia_step_picker_new:
 *
 * Words are looked for in titles, places, kinds, postures and tools. What is typed is offered as
 * homework as well.
 *
 * Signals: "chosen" (const char *step); "homework" (const char *text).
 */
AdwNavigationPage *fascia_step_picker_new (FasciaRoutinesModel *model);

/* The same to say what @homework is like: only steps that are dosed as it is, the likeliest first. */
AdwNavigationPage *fascia_step_picker_new_like (FasciaRoutinesModel *model,
                                                const FasciaHomework *homework);

/* As if typed, and as if chosen; for tests. FALSE when it is not in the list. */
void fascia_step_picker_search (FasciaStepPicker *self, const char *text);
gboolean fascia_step_picker_choose (FasciaStepPicker *self, const char *step);
gboolean fascia_step_picker_choose_homework (FasciaStepPicker *self);
/* Rows to be seen. */
guint fascia_step_picker_count (FasciaStepPicker *self);

G_END_DECLS
