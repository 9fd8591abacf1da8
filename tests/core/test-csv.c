/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The CSV table read back by a reader of its own, and files that appear whole or not at all. */

#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/exchange/fascia-atomic-file.h"
#include "core/exchange/fascia-csv.h"
#include "core/journal/fascia-entry-private.h"
#include "fascia-core-resources.h"
#include "fascia-test-utils.h"

enum
{
  ENTRY,
  KIND,
  TIME,
  ZONE,
  DAY,
  REGION,
  BASE,
  SIDE,
  REGION_NAME,
  SCALE,
  LEVEL,
  FEELINGS,
  NOTHING_TODAY,
  NOTE,
  WHAT,
  FROM_REGION,
  TO_REGION,
  VIEW,
  FIGURE,
  WIDTH,
  N_POINTS,
  MEAN_LEVEL,
  POINTS,
  PAIN_PLACES,
  PAIN_AREAS,
  PAIN_AREAS_EXTENDED,
  PAIN_BODY_REGIONS,
  PAIN_CHOIR,
  PAIN_MICHIGAN,
  DRAWN,
  MARK_IS_DRAWN,
  DRAWING,
  PART,
  N_COLUMNS,
};

/* RFC 4180, strictly: array of rows, each an array of strings. */
static GPtrArray *
read_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *p = text;

  while (*p != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (;;)
        {
          g_autoptr (GString) cell = g_string_new (NULL);

          if (*p == '"')
            {
              for (p++; *p != '"' || p[1] == '"'; p++)
                {
                  g_assert_cmpint (*p, !=, '\0');
                  if (*p == '"')
                    p++;
                  g_string_append_c (cell, *p);
                }
              p++;
            }
          else
            {
              for (; *p != ',' && *p != '\r'; p++)
                {
                  g_assert_cmpint (*p, !=, '\0');
                  g_assert_cmpint (*p, !=, '"');
                  g_assert_cmpint (*p, !=, '\n');
                  g_string_append_c (cell, *p);
                }
            }
          g_ptr_array_add (row, g_strdup (cell->str));
          if (*p != ',')
            break;
          p++;
        }
      g_assert_true (g_str_has_prefix (p, "\r\n"));
      p += 2;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static const char *
get_cell (GPtrArray *rows, guint row, guint column)
{
  g_assert_cmpuint (row, <, rows->len);
  GPtrArray *cells = g_ptr_array_index (rows, row);
  g_assert_cmpuint (cells->len, ==, N_COLUMNS);
  return g_ptr_array_index (cells, column);
}

static FasciaEntry *
make_entry (const char *zone_name, gint64 utc_ms)
{
  static const guint8 random[10] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  FasciaMoment moment;
  FasciaUid uid;

  fascia_moment_init (&moment, utc_ms, zone);
  fascia_uid_init (&uid, utc_ms, random);
  return fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static void
mark (FasciaEntry **entry,
      const char *region,
      FasciaScale scale,
      int level,
      const char *const *feelings)
{
  const FasciaMark value = { g_intern_string (region), scale, level, feelings };
  FasciaEntry *marked = fascia_entry_with_mark (*entry, &value);

  fascia_entry_unref (*entry);
  *entry = marked;
}

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static GPtrArray *
to_rows (const FasciaBody *body, FasciaEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  fascia_csv_append_header (text);
  fascia_csv_append_entry (text, body, entry);
  return read_csv (text->str);
}

static void
test_header (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  fascia_csv_append_header (text);
  g_assert_cmpstr (text->str, ==,
                   "entry,kind,time,zone,day,region,base,side,region_name,scale,level,feelings,"
                   "nothing_today,note,what,from_region,to_region,view,figure,width,n_points,"
                   "mean_level,points,"
                   "pain_places,pain_areas,pain_areas_extended,pain_body_regions,pain_choir,"
                   "pain_michigan,drawn,mark_is_drawn,drawing,part\r\n");
}

static void
test_marks (void)
{
  static const char *const feelings[] = { "burning", "deep", NULL };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("Europe/Berlin", FASCIA_TEST_NOW_MS);

  mark (&entry, "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, feelings);
  mark (&entry, "shoulder-top-left", FASCIA_SCALE_PAIN, 0, NULL);
  mark (&entry, "sacrum", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL);
  mark (&entry, "third-elbow-left", FASCIA_SCALE_TIGHTNESS, 10, NULL);

  g_autoptr (GPtrArray) rows = to_rows (body, entry);
  g_assert_cmpuint (rows->len, ==, 5);

  /* Ordered by region, then scale. */
  g_assert_cmpstr (get_cell (rows, 1, REGION), ==, "sacrum");
  g_assert_cmpstr (get_cell (rows, 1, BASE), ==, "sacrum");
  g_assert_cmpstr (get_cell (rows, 1, SIDE), ==, "midline");
  g_assert_cmpstr (get_cell (rows, 1, REGION_NAME), ==, "Sacrum");
  g_assert_cmpstr (get_cell (rows, 1, LEVEL), ==, "");

  g_assert_cmpstr (get_cell (rows, 2, KIND), ==, "check-in");
  g_assert_cmpstr (get_cell (rows, 2, TIME), ==, "2026-03-10T14:20:00+01:00");
  g_assert_cmpstr (get_cell (rows, 2, ZONE), ==, "Europe/Berlin");
  g_assert_cmpstr (get_cell (rows, 2, DAY), ==, "2026-03-10");
  g_assert_cmpstr (get_cell (rows, 2, REGION), ==, "shoulder-top-left");
  g_assert_cmpstr (get_cell (rows, 2, BASE), ==, "shoulder-top");
  g_assert_cmpstr (get_cell (rows, 2, SIDE), ==, "left");
  g_assert_cmpstr (get_cell (rows, 2, REGION_NAME), ==, "Left shoulder top");
  g_assert_cmpstr (get_cell (rows, 2, SCALE), ==, "tightness");
  g_assert_cmpstr (get_cell (rows, 2, LEVEL), ==, "6");
  g_assert_cmpstr (get_cell (rows, 2, FEELINGS), ==, "burning;deep");
  g_assert_cmpstr (get_cell (rows, 2, NOTHING_TODAY), ==, "0");
  g_assert_cmpstr (get_cell (rows, 2, WHAT), ==, "mark");
  for (guint i = FROM_REGION; i <= POINTS; i++)
    g_assert_cmpstr (get_cell (rows, 2, i), ==, "");

  /* 0 is a level, not a missing one. */
  g_assert_cmpstr (get_cell (rows, 3, SCALE), ==, "pain");
  g_assert_cmpstr (get_cell (rows, 3, LEVEL), ==, "0");
  g_assert_cmpstr (get_cell (rows, 3, ENTRY), ==, get_cell (rows, 2, ENTRY));

  /* A place of a later version is kept by its code. */
  g_assert_cmpstr (get_cell (rows, 4, REGION), ==, "third-elbow-left");
  g_assert_cmpstr (get_cell (rows, 4, BASE), ==, "");
  g_assert_cmpstr (get_cell (rows, 4, SIDE), ==, "");
  g_assert_cmpstr (get_cell (rows, 4, REGION_NAME), ==, "");
  g_assert_cmpstr (get_cell (rows, 4, LEVEL), ==, "10");
}

static void
test_without_marks (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (entry, TRUE);
  g_autoptr (GPtrArray) rows = to_rows (body, nothing);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_cell (rows, 1, REGION), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, LEVEL), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, SCALE), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, NOTHING_TODAY), ==, "1");
  g_assert_cmpstr (get_cell (rows, 1, WHAT), ==, "");
}

/* What was drawn is there point by point, in any language, and an arrow with both its ends. */
static void
test_drawings (void)
{
  const FasciaDrawingPoint line[]
      = { { -12.5f, 300.0625f, 3.3f }, { 0, 1.25f, 0 }, { 2000, -2000, -1 } };
  const FasciaDrawingPoint dot[] = { { 1.5f, 2, -1 } };
  const FasciaDrawing stroke
      = { .kind = FASCIA_DRAWING_STROKE, FASCIA_SCALE_PAIN, FASCIA_VIEW_BACK, 1, 7.5f, line, 3 };
  const FasciaDrawing spot
      = { .kind = FASCIA_DRAWING_SPOT, FASCIA_SCALE_TIGHTNESS, FASCIA_VIEW_FRONT, 1, 12, dot, 1 };
  const FasciaSpread spread = { "sacrum", "third-elbow-left" };
  const FasciaSpread other = { "third-elbow-left", "jaw-left" };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaEntry) one = fascia_entry_with_drawing (entry, &stroke);
  g_autoptr (FasciaEntry) two = fascia_entry_with_drawing (one, &spot);
  g_autoptr (FasciaEntry) three = fascia_entry_with_spread (two, &other);
  g_autoptr (FasciaEntry) four = fascia_entry_with_spread (three, &spread);

  mark (&four, "sacrum", FASCIA_SCALE_PAIN, 6, NULL);
  g_autoptr (GPtrArray) rows = to_rows (body, four);
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (get_cell (rows, 1, WHAT), ==, "mark");
  g_assert_cmpstr (get_cell (rows, 1, LEVEL), ==, "6");

  g_assert_cmpstr (get_cell (rows, 2, WHAT), ==, "stroke");
  g_assert_cmpstr (get_cell (rows, 2, ENTRY), ==, get_cell (rows, 1, ENTRY));
  g_assert_cmpstr (get_cell (rows, 2, REGION), ==, "");
  g_assert_cmpstr (get_cell (rows, 2, SCALE), ==, "pain");
  g_assert_cmpstr (get_cell (rows, 2, LEVEL), ==, "");
  g_assert_cmpstr (get_cell (rows, 2, VIEW), ==, "back");
  g_assert_cmpstr (get_cell (rows, 2, FIGURE), ==, "1");
  g_assert_cmpstr (get_cell (rows, 2, WIDTH), ==, "7.5");
  g_assert_cmpstr (get_cell (rows, 2, N_POINTS), ==, "3");
  g_assert_cmpstr (get_cell (rows, 2, MEAN_LEVEL), ==, "1.65");
  g_assert_cmpstr (get_cell (rows, 2, POINTS), ==, "-12.5 300.0625 3.3;0 1.25 0;2000 -2000");

  g_assert_cmpstr (get_cell (rows, 3, WHAT), ==, "spot");
  g_assert_cmpstr (get_cell (rows, 3, VIEW), ==, "front");
  g_assert_cmpstr (get_cell (rows, 3, MEAN_LEVEL), ==, "");
  g_assert_cmpstr (get_cell (rows, 3, POINTS), ==, "1.5 2");

  /* A spread is no mark: nobody who counts regions finds one more. */
  g_assert_cmpstr (get_cell (rows, 4, WHAT), ==, "spread");
  for (guint i = REGION; i <= LEVEL; i++)
    g_assert_cmpstr (get_cell (rows, 4, i), ==, "");
  g_assert_cmpstr (get_cell (rows, 4, FROM_REGION), ==, "sacrum");
  g_assert_cmpstr (get_cell (rows, 4, TO_REGION), ==, "third-elbow-left");
  g_assert_cmpstr (get_cell (rows, 4, DRAWING), ==, "");
  g_assert_cmpstr (get_cell (rows, 5, FROM_REGION), ==, "third-elbow-left");
  g_assert_cmpstr (get_cell (rows, 5, TO_REGION), ==, "jaw-left");
}

/* As many points as a stroke may have: no cell is longer than other programs read. */
static void
test_long_stroke (void)
{
  const guint n_points = FASCIA_DRAWING_MAX_POINTS;
  g_autofree FasciaDrawingPoint *points = g_new0 (FasciaDrawingPoint, n_points);
  FasciaDrawing drawing
      = { { { 1, 2 } }, FASCIA_DRAWING_STROKE, FASCIA_SCALE_PAIN, FASCIA_VIEW_BACK, 1, 4, points,
          n_points };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_points; i++)
    points[i] = (FasciaDrawingPoint) { -100.0625f - (float) (i % 700), 300.0625f, 3.3f };
  g_autoptr (FasciaEntry) drawn = fascia_entry_with_drawing (entry, &drawing);
  g_autoptr (GPtrArray) rows = to_rows (body, drawn);
  g_assert_cmpuint (rows->len, >, 10);
  for (guint i = 1; i < rows->len; i++)
    {
      g_autofree char *part = g_strdup_printf ("%u", i);

      g_assert_cmpstr (get_cell (rows, i, PART), ==, part);
      g_assert_cmpstr (get_cell (rows, i, DRAWING), ==, "01020000-0000-0000-0000-000000000000");
      g_assert_cmpstr (get_cell (rows, i, WHAT), ==, "stroke");
      g_assert_cmpstr (get_cell (rows, i, N_POINTS), ==, "20000");
      g_assert_cmpstr (get_cell (rows, i, MEAN_LEVEL), ==, "3.30");
      g_assert_cmpuint (strlen (get_cell (rows, i, POINTS)), <=, 30000);
      g_string_append_printf (joined, "%s%s", i > 1 ? ";" : "", get_cell (rows, i, POINTS));
    }
  g_auto (GStrv) all = g_strsplit (joined->str, ";", -1);
  g_assert_cmpuint (g_strv_length (all), ==, n_points);
  g_assert_cmpstr (all[0], ==, "-100.0625 300.0625 3.3");
  for (guint i = 0; i < n_points; i++)
    g_assert_true (g_str_has_suffix (all[i], " 300.0625 3.3"));
}

/* What a later version drew is in the table, as far as it can be told. */
static void
test_unknown_drawing (void)
{
  const FasciaUnknownDrawing unknown
      = { { { 1, 2 } }, FASCIA_DRAWING_STROKE, FASCIA_SCALE_PAIN, "from-above", 99, 2.5 };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) plain = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  FasciaEntryParts parts;

  fascia_entry_get_parts (plain, &parts);
  parts.unknown = &unknown;
  parts.n_unknown = 1;
  g_autoptr (FasciaEntry) entry = fascia_entry_new_from_parts (&parts);
  g_autoptr (GPtrArray) rows = to_rows (body, entry);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_cell (rows, 1, WHAT), ==, "stroke");
  g_assert_cmpstr (get_cell (rows, 1, SCALE), ==, "pain");
  g_assert_cmpstr (get_cell (rows, 1, VIEW), ==, "from-above");
  g_assert_cmpstr (get_cell (rows, 1, FIGURE), ==, "99");
  g_assert_cmpstr (get_cell (rows, 1, WIDTH), ==, "2.5");
  g_assert_cmpstr (get_cell (rows, 1, N_POINTS), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, POINTS), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, DRAWING), ==, "01020000-0000-0000-0000-000000000000");
  g_assert_cmpstr (get_cell (rows, 1, PART), ==, "1");
}

/* Of a mark that, of anything else nothing. */
static void
test_is_drawn (void)
{
  const FasciaDrawingPoint dot[] = { { 1.5f, 2, -1 } };
  const FasciaDrawing spot
      = { .kind = FASCIA_DRAWING_SPOT, FASCIA_SCALE_TIGHTNESS, FASCIA_VIEW_FRONT, 1, 12, dot, 1 };
  const FasciaSpread spread = { "sacrum", "jaw-left" };
  const FasciaMark drawn = { "sacrum", FASCIA_SCALE_PAIN, 3, NULL, TRUE };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaEntry) one = fascia_entry_with_drawing (entry, &spot);
  g_autoptr (FasciaEntry) two = fascia_entry_with_spread (one, &spread);
  g_autoptr (FasciaEntry) three = fascia_entry_with_mark (two, &drawn);

  mark (&three, "jaw-left", FASCIA_SCALE_PAIN, 6, NULL);
  g_autoptr (GPtrArray) rows = to_rows (body, three);
  static const char *const expected[] = { "0", "1", "", "" };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (get_cell (rows, i + 1, MARK_IS_DRAWN), ==, expected[i]);
  g_autoptr (GPtrArray) none = to_rows (body, entry);
  g_assert_cmpstr (get_cell (none, 1, MARK_IS_DRAWN), ==, "");
}

/* The person's own words come back letter by letter. */
static void
test_notes (void)
{
  static const char *const notes[] = {
    "plain",
    "a, b",
    "she said \"ow\"",
    "\"",
    "\"\"",
    "two\nlines",
    "two\r\nlines",
    "\n",
    " blank before",
    "blank after ",
    ",",
    "=1+1",
    "@SUM(A1)",
    "+49 30",
    "-3",
    "\ttab",
    "Rücken, größer als „gestern“",
    "背中が痛い, とても",
    "ظهري يؤلمني",
    "🙂\"🙂",
    "a;b;c",
  };
  g_autoptr (FasciaBody) body = load_body ();

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
      g_autoptr (FasciaEntry) noted = fascia_entry_with_note (entry, notes[i]);

      mark (&noted, "sacrum", FASCIA_SCALE_TIGHTNESS, 3, NULL);
      mark (&noted, "jaw-left", FASCIA_SCALE_PAIN, 4, NULL);
      g_autoptr (GPtrArray) rows = to_rows (body, noted);
      g_assert_cmpuint (rows->len, ==, 3);
      g_assert_cmpstr (get_cell (rows, 1, NOTE), ==, notes[i]);
      g_assert_cmpstr (get_cell (rows, 2, NOTE), ==, notes[i]);
    }
}

/* Every region, with the side that its own code says. */
static void
test_sides (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ("UTC", FASCIA_TEST_NOW_MS);
  guint n_regions = fascia_body_get_n_regions (body);
  guint n_left = 0;
  guint n_right = 0;

  for (guint i = 0; i < n_regions; i++)
    mark (&entry, fascia_region_get_id (fascia_body_get_region (body, i)), FASCIA_SCALE_TIGHTNESS,
          (int) (i % 11), NULL);
  g_autoptr (GPtrArray) rows = to_rows (body, entry);
  g_assert_cmpuint (rows->len, ==, n_regions + 1);
  for (guint i = 1; i < rows->len; i++)
    {
      const char *region = get_cell (rows, i, REGION);
      const char *name = get_cell (rows, i, REGION_NAME);
      const char *side = get_cell (rows, i, SIDE);
      const FasciaMark *marked = fascia_entry_find_mark (entry, region, FASCIA_SCALE_TIGHTNESS);
      g_autofree char *level = g_strdup_printf ("%d", marked->level);

      g_assert_cmpstr (get_cell (rows, i, LEVEL), ==, level);
      g_assert_cmpint (g_str_has_suffix (region, "-left"), ==, g_str_equal (side, "left"));
      g_assert_cmpint (g_str_has_suffix (region, "-right"), ==, g_str_equal (side, "right"));
      g_assert_cmpint (g_str_has_prefix (name, "Left "), ==, g_str_equal (side, "left"));
      g_assert_cmpint (g_str_has_prefix (name, "Right "), ==, g_str_equal (side, "right"));
      n_left += g_str_equal (side, "left") ? 1 : 0;
      n_right += g_str_equal (side, "right") ? 1 : 0;
    }
  g_assert_cmpuint (n_left, ==, 53);
  g_assert_cmpuint (n_right, ==, 53);
}

static void
assert_contents (const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, wanted);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
write_text (FasciaAtomicFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  fascia_atomic_file_write (file, text, strlen (text), &error);
  g_assert_no_error (error);
}

static void
test_atomic_file (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build (dir, "export.csv");
  g_autofree char *link_path = fascia_test_dir_build (dir, "link.csv");
  g_autoptr (GError) error = NULL;
  struct stat status;

  /* Private from its first byte, and not there before it is whole. */
  {
    g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (path, &error);
    g_assert_no_error (error);
    write_text (file, "first");
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_assert_true (fascia_atomic_file_commit (file, &error));
    g_assert_no_error (error);
  }
  assert_contents (path, "first");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);

  /* Given up: what was there stays, nothing lies about. */
  {
    g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (path, &error);
    g_assert_no_error (error);
    write_text (file, "half");
    /* Not even a sudden end leaves anything, where files may be without a name. */
    int fd = open (fascia_test_dir_get_path (dir), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    g_assert_cmpuint (count_files (fascia_test_dir_get_path (dir)), ==, fd >= 0 ? 1 : 2);
    if (fd >= 0)
      close (fd);
  }
  assert_contents (path, "first");
  g_assert_cmpuint (count_files (fascia_test_dir_get_path (dir)), ==, 1);

  /* A link stays a link. */
  g_assert_cmpint (symlink ("export.csv", link_path), ==, 0);
  {
    g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (link_path, &error);
    g_assert_no_error (error);
    write_text (file, "second");
    g_assert_true (fascia_atomic_file_commit (file, &error));
  }
  assert_contents (path, "second");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_atomic_file_refused (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *missing = fascia_test_dir_build (dir, "no-folder/export.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_atomic_file_new (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (fascia_atomic_file_new (fascia_test_dir_get_path (dir), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fascia_test_dir_get_path (dir)), ==, 0);

  /* Links that lead nowhere, or round. */
  g_autofree char *link_path = fascia_test_dir_build (dir, "link.csv");
  g_assert_cmpint (symlink ("nowhere", link_path), ==, 0);
  g_assert_null (fascia_atomic_file_new (link_path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (unlink (link_path), ==, 0);
  g_assert_cmpint (symlink ("link.csv", link_path), ==, 0);
  g_assert_null (fascia_atomic_file_new (link_path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  g_clear_error (&error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (unlink (link_path), ==, 0);

  /* A device is written to, not replaced; one that is full says so. */
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new ("/dev/full", &error);
  g_assert_no_error (error);
  g_assert_false (fascia_atomic_file_write (file, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

/* Counts are of places that hurt, the same in each row; where nobody asked for pain they are empty. */
static void
test_counts (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaEntry *entry = make_entry ("Europe/Berlin", 1772550005000);

  mark (&entry, "neck-back-left", FASCIA_SCALE_TIGHTNESS, 6, NULL);
  g_autoptr (GPtrArray) tight = to_rows (body, entry);
  for (guint i = PAIN_PLACES; i <= DRAWN; i++)
    g_assert_cmpstr (get_cell (tight, 1, i), ==, "");

  mark (&entry, "neck-back-left", FASCIA_SCALE_PAIN, 4, NULL);
  mark (&entry, "lower-back-left", FASCIA_SCALE_PAIN, FASCIA_LEVEL_NOT_GIVEN, NULL);
  mark (&entry, "lower-back-right", FASCIA_SCALE_PAIN, 0, NULL);
  mark (&entry, "shoulder-blade-of-an-angel", FASCIA_SCALE_PAIN, 9, NULL);
  g_autoptr (GPtrArray) rows = to_rows (body, entry);
  g_assert_cmpuint (rows->len, ==, 6);
  for (guint i = 1; i < rows->len; i++)
    {
      g_assert_cmpstr (get_cell (rows, i, PAIN_PLACES), ==, "2");
      g_assert_cmpstr (get_cell (rows, i, PAIN_AREAS), ==, "2");
      g_assert_cmpstr (get_cell (rows, i, PAIN_AREAS_EXTENDED), ==, "2");
      g_assert_cmpstr (get_cell (rows, i, PAIN_BODY_REGIONS), ==, "1");
      g_assert_cmpstr (get_cell (rows, i, PAIN_CHOIR), !=, "0");
      g_assert_cmpstr (get_cell (rows, i, PAIN_MICHIGAN), ==, "2");
      g_assert_cmpstr (get_cell (rows, i, DRAWN), ==, "");
    }
  fascia_entry_unref (entry);

  g_autoptr (FasciaEntry) plain = make_entry ("UTC", 1772550005000);
  g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (plain, TRUE);
  g_autoptr (GPtrArray) none = to_rows (body, nothing);
  for (guint i = PAIN_PLACES; i < DRAWN; i++)
    g_assert_cmpstr (get_cell (none, 1, i), ==, "0");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/header", test_header);
  g_test_add_func ("/csv/marks", test_marks);
  g_test_add_func ("/csv/without-marks", test_without_marks);
  g_test_add_func ("/csv/drawings", test_drawings);
  g_test_add_func ("/csv/long-stroke", test_long_stroke);
  g_test_add_func ("/csv/unknown-drawing", test_unknown_drawing);
  g_test_add_func ("/csv/is-drawn", test_is_drawn);
  g_test_add_func ("/csv/counts", test_counts);
  g_test_add_func ("/csv/notes", test_notes);
  g_test_add_func ("/csv/sides", test_sides);
  g_test_add_func ("/csv/atomic-file", test_atomic_file);
  g_test_add_func ("/csv/atomic-file-refused", test_atomic_file_refused);
  return g_test_run ();
}
