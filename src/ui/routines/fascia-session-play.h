/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that is asked for from outside: by the command line, or over the bus. */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

/**
 * fascia_session_play: shows a routine and starts its session
 * @routine: id; of one that is not there nothing happens
 *
 * The way is the one of the button: what is so today is asked first. Waits until the routines have been
 * read. Where a session runs or anything else stands before the pages, it stays there.
 */
void fascia_session_play (FasciaWindow *window, const char *routine);

G_END_DECLS
