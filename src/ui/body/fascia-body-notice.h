/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet line over the figure: what is going on, and one or two ways to answer.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_NOTICE (fascia_body_notice_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyNotice, fascia_body_notice, FASCIA, BODY_NOTICE, AdwBin)

GtkWidget *fascia_body_notice_new (void);

/* @text: a sentence. */
void fascia_body_notice_set_text (FasciaBodyNotice *self, const char *text);
const char *fascia_body_notice_get_text (FasciaBodyNotice *self);

/* Once for each answer, in the order they are shown. @label: with a mnemonic. @action: what a click
 * does. */
void fascia_body_notice_add_answer (FasciaBodyNotice *self, const char *label, const char *action);

G_END_DECLS
