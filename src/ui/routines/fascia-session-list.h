/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be so today, one check a line. */

#pragma once

#include <adwaita.h>

#include "fascia-session-check.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_LIST (fascia_session_list_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionList,
                      fascia_session_list,
                      FASCIA,
                      SESSION_LIST,
                      AdwPreferencesGroup)

/**
 * fascia_session_list_new:
 * @check: what is chosen here is on there
 *
 * Signals: "changed".
 */
GtkWidget *fascia_session_list_new (FasciaSessionCheck *check);
/* Puts the focus on the first thing that a line of @check stands for. */
void fascia_session_list_focus_line (FasciaSessionList *self, guint line);
/* (transfer floating) Whole: a list under what to do with it. */
GtkWidget *fascia_session_list_new_page (FasciaSessionList *list);

G_END_DECLS
