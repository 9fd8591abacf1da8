/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of a backup: lines of text that a person can read, the last of them the SHA-256 of the
 * others. There is one way to write a head, so one that is not written like that is damaged. */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exchange/fascia-gcrypt.h"
#include "fascia-backup-private.h"

#define MAGIC "fascia-backup "
#define VERSION_LINE MAGIC "1\n"
/* What age --armor writes. */
#define ARMOUR "-----BEGIN AGE ENCRYPTED FILE-----"

G_DEFINE_QUARK (fascia_backup_error, fascia_backup_error)

gboolean
fascia_backup_error_set (GError **error,
                         FasciaBackupError code,
                         const char *path,
                         const char *detail)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  switch (code)
    {
    case FASCIA_BACKUP_ERROR_NOT_BACKUP:
      if (detail != NULL)
        /* Translators: %s is the path of a file. The command is typed as it is. */
        text = g_strdup_printf (_ ("“%s” is an age file that was written as text, and Fascia does "
                                   "not read those. Open it with “age --decrypt”, then choose what "
                                   "comes out."),
                                name);
      else
        /* Translators: %s is the path of a file, here and in all messages below. */
        text = g_strdup_printf (_ ("“%s” is not a backup of Fascia. Choose another file."), name);
      break;
    case FASCIA_BACKUP_ERROR_DAMAGED:
      if (detail != NULL)
        /* Translators: the first %s is the path of a file, the second says what is wrong. */
        text = g_strdup_printf (_ ("The backup “%s” is damaged: %s. Choose another backup."), name,
                                detail);
      else
        text = g_strdup_printf (_ ("The backup “%s” is damaged. Choose another backup."), name);
      break;
    case FASCIA_BACKUP_ERROR_LOCKED:
      text = g_strdup_printf (_ ("The backup “%s” is locked. Give its passphrase."), name);
      break;
    case FASCIA_BACKUP_ERROR_PASSPHRASE:
      text = g_strdup_printf (_ ("The passphrase does not open the backup “%s”. Check the "
                                 "passphrase, then try again."),
                              name);
      break;
    case FASCIA_BACKUP_ERROR_TOO_NEW:
      text = g_strdup_printf (_ ("The backup “%s” was made by a newer version of Fascia. Update "
                                 "Fascia to open it."),
                              name);
      break;
    case FASCIA_BACKUP_ERROR_READ:
      if (detail != NULL)
        /* Translators: the first %s is the path of a file, the second what the system reports. */
        text = g_strdup_printf (_ ("The backup “%s” could not be read: %s. Check the file, then "
                                   "try again."),
                                name, detail);
      else
        text = g_strdup_printf (_ ("The backup “%s” could not be read. Check the file, then try "
                                   "again."),
                                name);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  g_set_error_literal (error, FASCIA_BACKUP_ERROR, (int) code, text);
  return FALSE;
}

gboolean
fascia_backup_error_set_write (GError **error, const char *path, const char *detail)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: the first %s is the path of a file, the second what went wrong. */
               _ ("The backup “%s” could not be written: %s. Check the folder and its free space, "
                  "then try again."),
               name, detail);
  return FALSE;
}

static void
append_hex (GString *text, const guint8 digest[FASCIA_DIGEST_SIZE])
{
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    g_string_append_printf (text, "%02x", digest[i]);
}

static void
append_day (GString *text, const char *name, gboolean is_known, gint32 day)
{
  int year, month, dom;

  if (!is_known)
    {
      g_string_append_printf (text, "%s none\n", name);
      return;
    }
  fascia_day_to_ymd (day, &year, &month, &dom);
  g_string_append_printf (text, "%s %04d-%02d-%02d\n", name, year, month, dom);
}

char *
fascia_backup_head_build (const FasciaBackupHead *head)
{
  g_autoptr (GString) text = g_string_new (VERSION_LINE);
  gint64 seconds = head->created_ms / 1000;
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *moment
      = created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%S") : g_strdup ("none");
  gboolean has_days = head->first_day <= head->last_day;
  guint8 digest[FASCIA_DIGEST_SIZE];

  g_string_append_printf (text, "created %s.%03dZ\n", moment, (int) (head->created_ms % 1000));
  g_string_append_printf (text, "schema %d\n", head->schema);
  g_string_append_printf (text, "entries %" G_GINT64_FORMAT "\n", head->n_entries);
  append_day (text, "first-day", has_days, head->first_day);
  append_day (text, "last-day", has_days, head->last_day);
  g_string_append (text, "state ");
  append_hex (text, head->state);
  g_string_append_printf (text, "\nsize %" G_GUINT64_FORMAT "\nsha256 ", head->size);
  append_hex (text, head->sha256);
  g_string_append_c (text, '\n');
  fascia_sha256 (text->str, text->len, digest);
  g_string_append (text, "head-sha256 ");
  append_hex (text, digest);
  g_string_append (text, "\n\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- reading ---- */

/* (transfer full) (nullable) What follows @name and a space on the line at *@at; moves on. */
static char *
read_line (const char *text, gsize size, gsize *at, const char *name)
{
  gsize name_length = strlen (name);
  const char *line = text + *at;
  const char *end = *at < size ? memchr (line, '\n', size - *at) : NULL;

  if (end == NULL || (gsize) (end - line) <= name_length || line[name_length] != ' '
      || memcmp (line, name, name_length) != 0)
    return NULL;
  *at += (gsize) (end - line) + 1;
  return g_strndup (line + name_length + 1, (gsize) (end - line) - name_length - 1);
}

static gboolean
read_number (const char *text, gsize size, gsize *at, const char *name, guint64 max, guint64 *value)
{
  g_autofree char *line = read_line (text, size, at, name);

  return line != NULL && g_ascii_string_to_unsigned (line, 10, 0, max, value, NULL);
}

static gboolean
read_digest (const char *text,
             gsize size,
             gsize *at,
             const char *name,
             guint8 digest[FASCIA_DIGEST_SIZE])
{
  g_autofree char *line = read_line (text, size, at, name);

  if (line == NULL || strlen (line) != 2 * FASCIA_DIGEST_SIZE)
    return FALSE;
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    {
      int high = g_ascii_xdigit_value (line[2 * i]), low = g_ascii_xdigit_value (line[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest[i] = (guint8) (high * 16 + low);
    }
  return TRUE;
}

static gboolean
read_moment (const char *text, gsize size, gsize *at, gint64 *utc_ms)
{
  g_autofree char *line = read_line (text, size, at, "created");
  g_autoptr (GDateTime) moment = line != NULL ? g_date_time_new_from_iso8601 (line, NULL) : NULL;

  if (moment == NULL)
    return FALSE;
  *utc_ms
      = g_date_time_to_unix (moment) * 1000 + (g_date_time_get_microsecond (moment) + 500) / 1000;
  return *utc_ms >= 0;
}

/* *@has_day: FALSE for "none". */
static gboolean
read_day (const char *text, gsize size, gsize *at, const char *name, gboolean *has_day, gint32 *day)
{
  g_autofree char *line = read_line (text, size, at, name);
  int year, month, dom;
  char rest;

  if (line == NULL)
    return FALSE;
  *has_day = !g_str_equal (line, "none");
  if (!*has_day)
    return TRUE;
  if (sscanf (line, "%d-%2d-%2d%c", &year, &month, &dom, &rest) != 3 || year < 1 || year > 9999
      || month < 1 || month > 12 || dom < 1 || dom > 31)
    return FALSE;
  *day = fascia_day_from_ymd (year, month, dom);
  return TRUE;
}

static gboolean
read_days (const char *text, gsize size, gsize *at, FasciaBackupHead *head)
{
  gboolean has_first, has_last;

  head->first_day = 1;
  head->last_day = 0;
  return read_day (text, size, at, "first-day", &has_first, &head->first_day)
         && read_day (text, size, at, "last-day", &has_last, &head->last_day)
         && has_first == has_last;
}

gboolean
fascia_backup_set_unknown (GError **error, const char *path, const char *bytes, gsize n_bytes)
{
  gboolean is_text = n_bytes >= sizeof ARMOUR - 1 && memcmp (bytes, ARMOUR, sizeof ARMOUR - 1) == 0;

  return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_NOT_BACKUP, path,
                                  is_text ? ARMOUR : NULL);
}

int
fascia_backup_head_parse (const char *bytes, gsize n_bytes, FasciaBackupHead *head)
{
  gsize size = MIN (n_bytes, FASCIA_BACKUP_HEAD_MAX);
  gsize at = sizeof VERSION_LINE - 1;
  guint8 digest[FASCIA_DIGEST_SIZE];
  guint64 schema, n_entries;

  *head = (FasciaBackupHead) { 0 };
  if (size < sizeof VERSION_LINE - 1 || memcmp (bytes, MAGIC, sizeof MAGIC - 1) != 0)
    return 0;
  if (memcmp (bytes, VERSION_LINE, sizeof VERSION_LINE - 1) != 0)
    {
      gsize i = sizeof MAGIC - 1;

      while (i < size && g_ascii_isdigit (bytes[i]))
        i++;
      return i > sizeof MAGIC - 1 && i < size && bytes[i] == '\n' && bytes[sizeof MAGIC - 1] != '0'
                 ? -1
                 : -2;
    }
  if (!read_moment (bytes, size, &at, &head->created_ms)
      || !read_number (bytes, size, &at, "schema", G_MAXINT32, &schema)
      || !read_number (bytes, size, &at, "entries", G_MAXINT64, &n_entries)
      || !read_days (bytes, size, &at, head)
      || !read_digest (bytes, size, &at, "state", head->state)
      || !read_number (bytes, size, &at, "size", G_MAXINT64, &head->size)
      || !read_digest (bytes, size, &at, "sha256", head->sha256)
      || !read_digest (bytes, size, &at, "head-sha256", digest) || at >= size)
    return -2;
  head->schema = (int) schema;
  head->n_entries = (gint64) n_entries;

  /* Its own digest, and everything about how it is written. */
  g_autofree char *again = fascia_backup_head_build (head);
  gsize length = strlen (again);
  return length <= size && memcmp (bytes, again, length) == 0 ? (int) length : -2;
}
