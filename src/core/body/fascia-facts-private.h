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

/**
 * FasciaFactsTable: how one of our tables is read
 *
 * A table is a tree of rows; a row has texts, which are elements of nothing but text. Each function is given
 * the user data of fascia_facts_read().
 *
 * @root: the outermost element
 * @domain, @code: of errors
 * @begin: an element began. TRUE: it is a row, or one with a text that brought something along; FALSE with
 *   @error set: it makes no sense; FALSE without: it is a text, or has no place here
 * @find_text: (nullable) where the text of @element goes; NULL: it has none here
 * @end: (optional): a row has ended; FALSE with @error set: it makes no sense
 * @take: (optional): a text was read, as one line, and stored where it goes
 */
typedef struct
{
  const char *root;
  GQuark (*domain) (void);
  int code;
  gboolean (*begin) (const char *element,
                     const char **names,
                     const char **values,
                     gpointer user_data,
                     GError **error);
  char **(*find_text) (const char *element, gpointer user_data);
  gboolean (*end) (const char *element, gpointer user_data, GError **error);
  gboolean (*take) (const char *element, gpointer user_data, GError **error);
} FasciaFactsTable;

/* Reads the whole of @xml. What every table refuses: an element where it has no place, an empty text, one
 * that is there twice. Errors name the line. */
gboolean fascia_facts_read (const FasciaFactsTable *table,
                            const char *xml,
                            gpointer user_data,
                            GError **error);

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
