/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of text in memory: encodings, separators, quotes. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-import.h"
#include "fascia-text-table-private.h"

/* More than any table has. */
#define MAX_COLUMNS 2000
#define MAX_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)

typedef struct
{
  guint32 start; /* in the text */
  gboolean is_quoted;
} Cell;

typedef struct
{
  guint first_cell;
  guint n_cells;
  guint line;
} Row;

struct _FasciaTextTable
{
  char *text; /* cells, each ended by a zero byte */
  char separator;
  GArray *cells; /* Cell */
  GArray *rows;  /* Row; the first is the header */
};

static gboolean
set_error (GError **error, FasciaImportError code, const char *reason)
{
  g_set_error_literal (error, FASCIA_IMPORT_ERROR, (int) code, reason);
  return FALSE;
}

/* ---- encodings ---- */

static char *
decode_utf16 (const char *bytes, gsize n_bytes, const char *encoding, gsize *length)
{
  return g_convert (bytes, (gssize) n_bytes, "UTF-8", encoding, NULL, length, NULL);
}

/* (transfer full) (nullable) UTF-8 with a zero byte at the end. */
static char *
decode (const char *bytes, gsize n_bytes, gsize *length)
{
  char *text;

  if (n_bytes >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return decode_utf16 (bytes + 2, n_bytes - 2, "UTF-16LE", length);
  if (n_bytes >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return decode_utf16 (bytes + 2, n_bytes - 2, "UTF-16BE", length);
  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      n_bytes -= 3;
    }
  if (g_utf8_validate_len (bytes, n_bytes, NULL))
    {
      *length = n_bytes;
      return g_strndup (bytes, n_bytes);
    }
  if (memchr (bytes, '\0', n_bytes) != NULL)
    return NULL;
  /* Five bytes are no letter in it; they are in its elder sister, if only controls. */
  text = g_convert (bytes, (gssize) n_bytes, "UTF-8", "WINDOWS-1252", NULL, length, NULL);
  if (text == NULL)
    text = g_convert (bytes, (gssize) n_bytes, "UTF-8", "ISO-8859-1", NULL, length, NULL);
  return text;
}

/* ---- separators ---- */

/* The one that the first row has most of, outside of quotes. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  for (const char *p = text; *p != '\0' && (is_quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      for (guint i = 0; !is_quoted && i < G_N_ELEMENTS (candidates); i++)
        if (*p == candidates[i])
          counts[i]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/* ---- cells ---- */

typedef struct
{
  FasciaTextTable *table;
  const char *in;
  char *out; /* never overtakes: what is read is as long or longer */
  guint line;
} Parser;

static void
count_line (Parser *self, const char *p)
{
  if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
    self->line++;
}

/* From after the opening quote to after the closing one. */
static gboolean
read_quoted (Parser *self)
{
  for (; *self->in != '\0'; self->in++)
    {
      if (*self->in == '"')
        {
          if (self->in[1] != '"')
            {
              self->in++;
              return TRUE;
            }
          self->in++;
        }
      count_line (self, self->in);
      *self->out++ = *self->in;
    }
  return FALSE;
}

static gboolean
is_end (const Parser *self)
{
  return *self->in == '\0' || *self->in == self->table->separator || *self->in == '\n'
         || *self->in == '\r';
}

static gboolean
read_cell (Parser *self, GError **error)
{
  Cell cell = { .start = (guint32) (self->out - self->table->text) };
  guint line = self->line;

  cell.is_quoted = *self->in == '"';
  if (cell.is_quoted)
    {
      self->in++;
      if (!read_quoted (self))
        {
          /* Translators: %u is the number of a line. */
          g_autofree char *reason
              = g_strdup_printf (_ ("The quote that begins on line %u does not end."), line);
          return set_error (error, FASCIA_IMPORT_ERROR_FORMAT, reason);
        }
    }
  /* What some programs write behind a quote belongs to the cell. */
  while (!is_end (self))
    *self->out++ = *self->in++;
  g_array_append_val (self->table->cells, cell);
  return TRUE;
}

static gboolean
read_row (Parser *self, GError **error)
{
  FasciaTextTable *table = self->table;
  Row row = { .first_cell = table->cells->len, .line = self->line };

  for (;;)
    {
      char end;

      if (!read_cell (self, error))
        return FALSE;
      end = *self->in;
      if (end != '\0')
        self->in++;
      /* In the place of the separator at the latest. */
      *self->out++ = '\0';
      if (end != table->separator)
        {
          if (end == '\r' && *self->in == '\n')
            self->in++;
          if (end != '\0')
            self->line++;
          break;
        }
      if (table->cells->len - row.first_cell >= MAX_COLUMNS)
        return set_error (error, FASCIA_IMPORT_ERROR_FORMAT, _ ("The table has too many columns."));
    }
  row.n_cells = table->cells->len - row.first_cell;
  /* A line without anything is no row. */
  if (row.n_cells == 1 && !g_array_index (table->cells, Cell, row.first_cell).is_quoted
      && table->text[g_array_index (table->cells, Cell, row.first_cell).start] == '\0')
    g_array_set_size (table->cells, row.first_cell);
  else
    g_array_append_val (table->rows, row);
  return TRUE;
}

FasciaTextTable *
fascia_text_table_read (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize n_bytes, length = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes > (gsize) MAX_SIZE)
    {
      set_error (error, FASCIA_IMPORT_ERROR_TOO_LARGE, _ ("The file is too large."));
      return NULL;
    }
  g_autoptr (FasciaTextTable) self = g_new0 (FasciaTextTable, 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->text = n_bytes > 0 ? decode (data, n_bytes, &length) : NULL;
  if (self->text == NULL || strlen (self->text) != length)
    {
      set_error (error, FASCIA_IMPORT_ERROR_FORMAT, _ ("This is no table of text."));
      return NULL;
    }
  g_autofree char *in = g_strndup (self->text, length);
  self->separator = find_separator (in);
  Parser parser = { .table = self, .in = in, .out = self->text, .line = 1 };
  /* The last cell ends where the text does: there is a byte more for its zero. */
  while (*parser.in != '\0')
    if (!read_row (&parser, error))
      return NULL;
  if (self->rows->len == 0)
    {
      set_error (error, FASCIA_IMPORT_ERROR_FORMAT, _ ("This is no table of text."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
fascia_text_table_free (FasciaTextTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->text);
  g_free (self);
}

/* ---- looking at it ---- */

static const Row *
get_row (const FasciaTextTable *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static const Cell *
get_cell (const FasciaTextTable *self, guint row, guint column)
{
  const Row *there = row < self->rows->len ? get_row (self, row) : NULL;

  return there != NULL && column < there->n_cells
             ? &g_array_index (self->cells, Cell, there->first_cell + column)
             : NULL;
}

guint
fascia_text_table_get_n_rows (const FasciaTextTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1;
}

guint
fascia_text_table_get_n_columns (const FasciaTextTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_row (self, 0)->n_cells;
}

const char *
fascia_text_table_get_header (const FasciaTextTable *self, guint column)
{
  g_return_val_if_fail (self != NULL, "");

  const Cell *cell = get_cell (self, 0, column);
  return cell != NULL ? self->text + cell->start : "";
}

const char *
fascia_text_table_get (const FasciaTextTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, "");

  const Cell *cell = get_cell (self, row + 1, column);
  return cell != NULL ? self->text + cell->start : "";
}

gboolean
fascia_text_table_is_quoted (const FasciaTextTable *self, guint row, guint column)
{
  const Cell *cell = get_cell (self, row + 1, column);

  return cell != NULL && cell->is_quoted;
}

guint
fascia_text_table_get_n_cells (const FasciaTextTable *self, guint row)
{
  return row + 1 < self->rows->len ? get_row (self, row + 1)->n_cells : 0;
}

guint
fascia_text_table_get_line (const FasciaTextTable *self, guint row)
{
  g_return_val_if_fail (self != NULL, 0);

  return row + 1 < self->rows->len ? get_row (self, row + 1)->line : 0;
}
