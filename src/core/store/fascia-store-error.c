/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what SQLite or the system reports to a kind of error and a sentence that helps. */

#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-private.h"

G_DEFINE_QUARK (fascia_store_error, fascia_store_error)

gboolean
fascia_store_error_set (GError **error, FasciaStoreError code, const char *path, const char *detail)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  switch (code)
    {
    case FASCIA_STORE_ERROR_BUSY:
      /* Translators: %s is the path of a file, here and in all messages below. */
      text = g_strdup_printf (_ ("The journal “%s” is open in another program. Close that program, "
                                 "then try again."),
                              name);
      break;
    case FASCIA_STORE_ERROR_NOT_JOURNAL:
      text = g_strdup_printf (_ ("“%s” is not a Fascia journal, and it was not changed. Move it "
                                 "away, then try again."),
                              name);
      break;
    case FASCIA_STORE_ERROR_TOO_NEW:
      text
          = g_strdup_printf (_ ("The journal “%s” was written by a newer version of Fascia, and it "
                                "was not changed. Update Fascia to open it."),
                             name);
      break;
    case FASCIA_STORE_ERROR_TOO_OLD:
      text = g_strdup_printf (_ ("The journal “%s” was written by a version of Fascia that is too "
                                 "old to be read, and it was not changed. Open it once with a "
                                 "version in between."),
                              name);
      break;
    case FASCIA_STORE_ERROR_DAMAGED:
      if (detail != NULL)
        /* Translators: the first %s is the path of a file, the second says what is wrong. */
        text
            = g_strdup_printf (_ ("The journal “%s” is damaged: %s. Keep the file, and restore the "
                                  "journal from a copy."),
                               name, detail);
      else
        text = g_strdup_printf (_ ("The journal “%s” is damaged. Keep the file, and restore the "
                                   "journal from a copy."),
                                name);
      break;
    case FASCIA_STORE_ERROR_READ_ONLY:
      if (detail != NULL)
        text = g_strdup (detail);
      else
        text = g_strdup_printf (_ ("The journal “%s” cannot be written, so nothing was changed. "
                                   "Allow yourself to write to the file and its folder, then try "
                                   "again."),
                                name);
      break;
    case FASCIA_STORE_ERROR_FULL:
      text = g_strdup_printf (_ ("There is no space left for the journal “%s”, so nothing was "
                                 "changed. Free some space, then try again."),
                              name);
      break;
    case FASCIA_STORE_ERROR_IO:
      if (detail != NULL)
        /* Translators: the first %s is the path of a file, the second what the system reports. */
        text = g_strdup_printf (_ ("The journal “%s” could not be read or written: %s. Check the "
                                   "disk, then try again."),
                                name, detail);
      else
        text = g_strdup_printf (_ ("The journal “%s” could not be read or written. Check the disk, "
                                   "then try again."),
                                name);
      break;
    case FASCIA_STORE_ERROR_CHANGED:
      text = g_strdup (_ ("This can no longer be undone: the entry has been changed since."));
      break;
    case FASCIA_STORE_ERROR_RUNNING:
      text = g_strdup (_ ("This session is not over yet. End it first, then you can undo it."));
      break;
    case FASCIA_STORE_ERROR_NOT_FOUND:
      text = g_strdup (detail != NULL ? detail : _ ("There is no such entry in the journal."));
      break;
    case FASCIA_STORE_ERROR_INVALID:
      text = g_strdup (detail != NULL ? detail : _ ("The journal does not take this value."));
      break;
    case FASCIA_STORE_ERROR_MOVED:
      text = g_strdup_printf (_ ("The journal “%s” was moved, replaced or deleted while it was "
                                 "open, so nothing more is saved. Put the file back, then try "
                                 "again."),
                              name);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  g_set_error_literal (error, FASCIA_STORE_ERROR, (int) code, text);
  return FALSE;
}

static gboolean
is_no_space (int error_number)
{
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

static gboolean
is_no_permission (int error_number)
{
  return error_number == EACCES || error_number == EPERM || error_number == EROFS
         || error_number == EBADF;
}

gboolean
fascia_store_error_set_errno (GError **error, int error_number, const char *path)
{
  if (is_no_space (error_number))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_FULL, path, NULL);
  if (is_no_permission (error_number))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_READ_ONLY, path, NULL);
  if (error_number == ENOTDIR)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, path,
                                   _ ("something on the way to it is not a folder"));
  if (error_number == ENOENT)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, path,
                                   _ ("its folder does not exist"));
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, path, g_strerror (error_number));
}

/* SQLite gives a full disk as FULL or, when a limit of size is hit, as a failed write. */
static FasciaStoreError
classify (int code, int error_number)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FASCIA_STORE_ERROR_BUSY;
    case SQLITE_NOTADB:
      return FASCIA_STORE_ERROR_NOT_JOURNAL;
    case SQLITE_CORRUPT:
    /* Our own text on our own schema: if that does not fit, the schema is not what it was. */
    case SQLITE_ERROR:
      return FASCIA_STORE_ERROR_DAMAGED;
    case SQLITE_FULL:
      return FASCIA_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return FASCIA_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      if (is_no_space (error_number))
        return FASCIA_STORE_ERROR_FULL;
      if (error_number == EMFILE || error_number == ENFILE || error_number == ENOMEM
          || error_number == EIO)
        return FASCIA_STORE_ERROR_IO;
      return FASCIA_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
      return FASCIA_STORE_ERROR_INVALID;
    default:
      if (is_no_space (error_number) || (code == SQLITE_IOERR_WRITE && error_number == 0))
        return FASCIA_STORE_ERROR_FULL;
      if (is_no_permission (error_number))
        return FASCIA_STORE_ERROR_READ_ONLY;
      return FASCIA_STORE_ERROR_IO;
    }
}

gboolean
fascia_store_error_set_sqlite (GError **error, sqlite3 *sql, int code, const char *path)
{
  int extended = sql != NULL ? sqlite3_extended_errcode (sql) : code;
  /* The number of the system call only says something about failures of input and output. */
  gboolean is_system = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  int error_number = sql != NULL && is_system ? sqlite3_system_errno (sql) : 0;

  if ((extended & 0xff) != (code & 0xff))
    extended = code;

  FasciaStoreError kind = classify (extended, error_number);
  if (kind == FASCIA_STORE_ERROR_IO)
    return fascia_store_error_set (error, kind, path,
                                   error_number != 0 ? g_strerror (error_number)
                                                     : sqlite3_errstr (extended));
  if (kind == FASCIA_STORE_ERROR_DAMAGED)
    return fascia_store_error_set (error, kind, path,
                                   sql != NULL && (code & 0xff) == SQLITE_ERROR
                                       ? sqlite3_errmsg (sql)
                                       : sqlite3_errstr (code & 0xff));
  return fascia_store_error_set (error, kind, path, NULL);
}
