/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of an entry as typed: a UUID, or as much of its beginning as no other has. */

#include "config.h"

#include "fascia-cli-id.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/store/fascia-db-names.h"

/* Fewer are a slip of the finger, and what is deleted is gone. */
#define MIN_TYPED 4
/* As many as change about once a minute. */
#define MIN_SHOWN 8

void
fascia_cli_id_clear (FasciaCliId *id)
{
  g_clear_pointer (&id->typed, g_free);
}

/* FALSE when it has something else in it than digits and hyphens between them. */
static gboolean
read_digits (FasciaCliId *id, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '-' && p > text && p[-1] != '-')
        continue;
      if (!g_ascii_isxdigit (*p) || id->n_digits == FASCIA_NAME_DIGITS)
        return FALSE;
      guint8 digit = (guint8) g_ascii_xdigit_value (*p);
      id->name.bytes[id->n_digits / 2] |= (guint8) (id->n_digits % 2 == 0 ? digit << 4 : digit);
      id->n_digits++;
    }
  return TRUE;
}

gboolean
fascia_cli_id_parse (FasciaCliId *id, char *const *rest, GError **error)
{
  g_return_val_if_fail (id != NULL && rest != NULL && rest[0] != NULL, FALSE);

  *id = (FasciaCliId) { 0 };
  if (rest[1] == NULL || rest[2] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say the id of one entry, as “fascia list” shows it."));
      return FALSE;
    }

  g_autofree char *valid = g_utf8_make_valid (rest[1], -1);
  if (!read_digits (id, rest[1]))
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed; the command stays as it is. */
                   _ ("“%s” is no id: “fascia list” shows them."), valid);
      return FALSE;
    }
  if (id->n_digits < MIN_TYPED)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is the beginning of an id as typed. */
                   _ ("“%s” is too short for an id: write at least four digits of it."), valid);
      return FALSE;
    }
  id->typed = g_steal_pointer (&valid);
  return TRUE;
}

gboolean
fascia_cli_id_resolve (const FasciaCliId *id, FasciaDb *db, FasciaUid *name, GError **error)
{
  g_autoptr (GArray) names = fascia_db_find_names (db, &id->name, id->n_digits, 2, error);

  if (names == NULL)
    return FALSE;
  if (names->len == 0)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is an id as typed; the command stays as it is. */
                   _ ("There is no entry “%s”: “fascia list” shows their ids."), id->typed);
      return FALSE;
    }
  if (names->len > 1)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is the beginning of an id as typed. */
                   _ ("The ids of several entries begin with “%s”: write more of it."), id->typed);
      return FALSE;
    }
  *name = g_array_index (names, FasciaUid, 0);
  return TRUE;
}

char *
fascia_cli_id_to_text (const FasciaUid *name, guint n_digits)
{
  char *text = fascia_uid_to_string (name);
  guint wanted = MAX (n_digits, MIN_SHOWN);
  char *end = text;

  while (*end != '\0' && wanted > 0)
    if (*end++ != '-')
      wanted--;
  *end = '\0';
  return text;
}
