/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of our tables of facts have in common.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @text as one line: blanks and line ends between words become one blank, as gettext does it when
 * it reads the same file. (transfer full) */
char *fascia_facts_dup_line (const char *text);

/* The words of a list; none for NULL. (transfer full) */
char **fascia_facts_split (const char *list);

/* "well-established" as it is shown: "well established". (transfer full) */
char *fascia_facts_dup_certainty (const char *code);

/* @name lies in the folder body of the resources. The text ends with a NUL that is not counted. */
GBytes *fascia_facts_load (const char *name, GError **error);

/* Reads the whole of @xml. */
gboolean fascia_facts_parse (const GMarkupParser *parser,
                             const char *xml,
                             gpointer user_data,
                             GError **error);

/* Sets @error: the table does not make sense. FALSE always. */
gboolean fascia_facts_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* As above, for tables of other domains. */
gboolean fascia_facts_fail_as (GError **error, GQuark domain, int code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Whether @code is one that journals and exports can keep: small letters, digits and hyphens. ";"
 * joins codes in an export. */
gboolean fascia_facts_is_code (const char *code);

/* "yes" or "no"; @fallback for NULL. FALSE for anything else. */
gboolean fascia_facts_read_flag (const char *value, gboolean fallback, gboolean *flag);

G_END_DECLS
