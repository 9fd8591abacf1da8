/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The power fails in the middle of a file operation: what was told as done is there afterwards.
 *
 * A file system in memory keeps for each file what it was at its last sync. When the power fails,
 * each sector of 512 bytes written since then is old, new or garbage, by chance; so is the length of
 * the file; a file made or deleted since the last sync of a new file may be there or not. Controls
 * show that the file system does lose what was not synced. */

#include "fascia-test-long.h"
#include "store-story.h"

#define SECTOR 512

/* ---- a file system that forgets ---- */

typedef struct
{
  guint ref_count;
  GByteArray *now;
  GByteArray *synced;
} Inode;

typedef struct
{
  sqlite3_file base;
  Inode *inode;
} MemoryFile;

static struct
{
  GHashTable *now;    /* name → Inode: the folder as programs see it */
  GHashTable *synced; /* the folder as it would be found after a power cut */
  guint n_operations;
  guint cut_at; /* 0: never */
  gboolean is_off;
} disk;

static Inode *
inode_ref (Inode *inode)
{
  inode->ref_count++;
  return inode;
}

static void
inode_unref (Inode *inode)
{
  if (--inode->ref_count > 0)
    return;
  g_byte_array_unref (inode->now);
  g_byte_array_unref (inode->synced);
  g_free (inode);
}

static Inode *
inode_new (void)
{
  Inode *inode = g_new0 (Inode, 1);

  inode->ref_count = 1;
  inode->now = g_byte_array_new ();
  inode->synced = g_byte_array_new ();
  return inode;
}

static GHashTable *
folder_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) inode_unref);
}

static void
disk_clear (void)
{
  g_clear_pointer (&disk.now, g_hash_table_unref);
  g_clear_pointer (&disk.synced, g_hash_table_unref);
}

static void
disk_reset (void)
{
  disk_clear ();
  memset (&disk, 0, sizeof disk);
  disk.now = folder_new ();
  disk.synced = folder_new ();
}

static void
sync_folder (void)
{
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_remove_all (disk.synced);
  g_hash_table_iter_init (&iter, disk.now);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    g_hash_table_insert (disk.synced, g_strdup (name), inode_ref (inode));
}

/* Counts what changes the disk. TRUE when the power is off. */
static gboolean
is_off (void)
{
  disk.n_operations++;
  if (disk.cut_at != 0 && disk.n_operations >= disk.cut_at)
    disk.is_off = TRUE;
  return disk.is_off;
}

/* One file as the power cut leaves it. */
static Inode *
survive (Inode *inode, GRand *rand)
{
  Inode *left = inode_new ();
  guint old_length = inode->synced->len, new_length = inode->now->len;
  guint length = old_length;

  if (old_length != new_length)
    switch (g_rand_int_range (rand, 0, 3))
      {
      case 0:
        length = new_length;
        break;
      case 1:
        length = (guint) g_rand_int_range (rand, (gint32) MIN (old_length, new_length),
                                           (gint32) MAX (old_length, new_length) + 1);
        break;
      default:
        break;
      }
  g_byte_array_set_size (left->now, length);
  if (length > 0)
    memset (left->now->data, 0, length);
  for (guint start = 0; start < length; start += SECTOR)
    {
      guint n = MIN (SECTOR, length - start);
      guint n_old = start < old_length ? MIN (n, old_length - start) : 0;
      guint n_new = start < new_length ? MIN (n, new_length - start) : 0;
      const guint8 *old = n_old > 0 ? inode->synced->data + start : NULL;
      const guint8 *new = n_new > 0 ? inode->now->data + start : NULL;
      guint8 *out = left->now->data + start;

      if (n_old == n_new && (n_old == 0 || memcmp (old, new, n_old) == 0))
        {
          if (n_old > 0)
            memcpy (out, old, n_old);
          continue;
        }
      int fate = g_rand_int_range (rand, 0, 10);
      if (fate < 4 && n_old > 0)
        memcpy (out, old, n_old);
      else if (fate >= 4 && fate < 9 && n_new > 0)
        memcpy (out, new, n_new);
      else if (fate == 9)
        for (guint i = 0; i < n; i++)
          out[i] = (guint8) g_rand_int_range (rand, 0, 256);
    }
  if (length > 0)
    g_byte_array_append (left->synced, left->now->data, length);
  return left;
}

/* The machine starts again. */
static void
restore_power (GRand *rand)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *left = folder_new ();
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_iter_init (&iter, disk.now);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (names, name);
  g_hash_table_iter_init (&iter, disk.synced);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (names, name);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      GHashTable *chosen = g_rand_boolean (rand) ? disk.now : disk.synced;

      inode = g_hash_table_lookup (chosen, name);
      if (inode != NULL)
        g_hash_table_insert (left, g_strdup (name), survive (inode, rand));
    }
  g_hash_table_unref (names);
  disk_clear ();
  memset (&disk, 0, sizeof disk);
  disk.now = left;
  disk.synced = folder_new ();
  sync_folder ();
}

static int
memory_close (sqlite3_file *file)
{
  inode_unref (((MemoryFile *) file)->inode);
  return SQLITE_OK;
}

static int
memory_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  GByteArray *now = ((MemoryFile *) file)->inode->now;

  if (disk.is_off)
    return SQLITE_IOERR_READ;
  memset (data, 0, (gsize) size);
  if (offset >= now->len)
    return SQLITE_IOERR_SHORT_READ;
  memcpy (data, now->data + offset, MIN ((gsize) size, now->len - (gsize) offset));
  return offset + size <= now->len ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int
memory_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  GByteArray *now = ((MemoryFile *) file)->inode->now;
  guint end = (guint) (offset + size), old = now->len;
  gboolean off = is_off ();

  /* The write during which the power fails has begun. */
  if (off && disk.n_operations != disk.cut_at)
    return SQLITE_IOERR_WRITE;
  if (end > old)
    {
      g_byte_array_set_size (now, end);
      memset (now->data + old, 0, end - old);
    }
  memcpy (now->data + offset, data, (gsize) size);
  return off ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

static int
memory_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  GByteArray *now = ((MemoryFile *) file)->inode->now;

  if (is_off ())
    return SQLITE_IOERR_TRUNCATE;
  if (size < now->len)
    g_byte_array_set_size (now, (guint) size);
  return SQLITE_OK;
}

static int
memory_sync (sqlite3_file *file, int flags)
{
  Inode *inode = ((MemoryFile *) file)->inode;
  GHashTableIter iter;
  gpointer known;
  gboolean is_new = TRUE;

  if (is_off ())
    return SQLITE_IOERR_FSYNC;
  g_byte_array_set_size (inode->synced, 0);
  if (inode->now->len > 0)
    g_byte_array_append (inode->synced, inode->now->data, inode->now->len);
  g_hash_table_iter_init (&iter, disk.synced);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    is_new &= known != inode;
  if (is_new)
    sync_folder ();
  return SQLITE_OK;
}

static int
memory_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  *size = ((MemoryFile *) file)->inode->now->len;
  return disk.is_off ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

static int
memory_lock (sqlite3_file *file, int level)
{
  return SQLITE_OK;
}

static int
memory_check_reserved_lock (sqlite3_file *file, int *result)
{
  *result = 0;
  return SQLITE_OK;
}

static int
memory_file_control (sqlite3_file *file, int operation, void *argument)
{
  return SQLITE_NOTFOUND;
}

static int
memory_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

/* Nothing is promised: a sector half written may be lost whole. */
static int
memory_device_characteristics (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods memory_methods = {
  .iVersion = 1,
  .xClose = memory_close,
  .xRead = memory_read,
  .xWrite = memory_write,
  .xTruncate = memory_truncate,
  .xSync = memory_sync,
  .xFileSize = memory_file_size,
  .xLock = memory_lock,
  .xUnlock = memory_lock,
  .xCheckReservedLock = memory_check_reserved_lock,
  .xFileControl = memory_file_control,
  .xSectorSize = memory_sector_size,
  .xDeviceCharacteristics = memory_device_characteristics,
};

static int
memory_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  MemoryFile *self = (MemoryFile *) file;
  Inode *inode = name != NULL ? g_hash_table_lookup (disk.now, name) : NULL;

  self->base.pMethods = NULL;
  if (disk.is_off || (inode == NULL && (flags & SQLITE_OPEN_CREATE) == 0))
    return SQLITE_CANTOPEN;
  if (inode == NULL)
    {
      if (is_off ())
        return SQLITE_CANTOPEN;
      inode = inode_new ();
      if (name != NULL)
        g_hash_table_insert (disk.now, g_strdup (name), inode_ref (inode));
    }
  else
    inode_ref (inode);
  self->inode = inode;
  self->base.pMethods = &memory_methods;
  if (out_flags != NULL)
    *out_flags = flags;
  return SQLITE_OK;
}

static int
memory_delete (sqlite3_vfs *vfs, const char *name, int with_sync)
{
  if (is_off ())
    return SQLITE_IOERR_DELETE;
  if (!g_hash_table_remove (disk.now, name))
    return SQLITE_IOERR_DELETE_NOENT;
  if (with_sync != 0)
    sync_folder ();
  return SQLITE_OK;
}

static int
memory_access (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  *result = g_hash_table_contains (disk.now, name);
  return disk.is_off ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

static int
memory_full_pathname (sqlite3_vfs *vfs, const char *name, int size, char *out)
{
  g_strlcpy (out, name, (gsize) size);
  return SQLITE_OK;
}

static void
register_memory_vfs (void)
{
  static sqlite3_vfs vfs;

  vfs = *sqlite3_vfs_find (NULL);
  vfs.pNext = NULL;
  vfs.zName = "memory-disk";
  vfs.szOsFile = sizeof (MemoryFile);
  vfs.iVersion = 2;
  vfs.xOpen = memory_open;
  vfs.xDelete = memory_delete;
  vfs.xAccess = memory_access;
  vfs.xFullPathname = memory_full_pathname;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 0), ==, SQLITE_OK);
}

/* ---- cuts ---- */

static const FasciaDbOptions options = { .vfs = "memory-disk", .bare = TRUE };
static char *reference[N_STORY_STEPS];
static guint n_operations_in_all;

static const char path[] = "/journal.db";

/* Runs the story until the power fails; *@tried is the step it failed in. */
static int
run_story (Story *story, const char *synchronous, int checkpoint_every, int *tried)
{
  int done = -1;

  for (int step = 0; step < N_STORY_STEPS; step++)
    {
      *tried = step;
      if (!story_run_step (story, (StoryStep) step, NULL))
        break;
      done = step;
      if (step == STORY_OPEN)
        {
          g_autofree char *pragmas = g_strdup_printf (
              "PRAGMA synchronous=%s; PRAGMA wal_autocheckpoint=%d", synchronous, checkpoint_every);
          if (sqlite3_exec (fascia_db_get_sqlite (story->db), pragmas, NULL, NULL, NULL)
              != SQLITE_OK)
            break;
        }
    }
  return done;
}

static void
make_reference (void)
{
  Story story = { .path = path, .options = &options, .clock = fascia_test_clock_new () };

  disk_reset ();
  for (int step = 0; step < N_STORY_STEPS; step++)
    {
      g_assert_true (story_run_step (&story, (StoryStep) step, NULL));
      reference[step] = story.db != NULL ? story_tell (story.db) : g_strdup (reference[step - 1]);
    }
  n_operations_in_all = disk.n_operations;
  g_assert_cmpuint (n_operations_in_all, >, 50);
  fascia_clock_unref (story.clock);
}

typedef struct
{
  guint n_cuts;
  guint n_lost;   /* what was told as done is not there */
  guint n_broken; /* the journal cannot be read */
} Outcome;

static void
cut_once (guint seed, const char *synchronous, Outcome *outcome)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  Story story = { .path = path, .options = &options, .clock = fascia_test_clock_new () };
  int tried = -1;

  disk_reset ();
  disk.cut_at = (guint) g_rand_int_range (rand, 1, (gint32) n_operations_in_all + 1);
  int done = run_story (&story, synchronous, g_rand_boolean (rand) ? 4 : 1000, &tried);
  if (story.db != NULL)
    fascia_db_close (story.db, NULL);
  restore_power (rand);

  outcome->n_cuts++;
  FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, story.clock, 0, &options, &error);
  fascia_clock_unref (story.clock);
  if (db == NULL || !fascia_db_check (db, NULL, NULL, &error))
    {
      g_assert_nonnull (error);
      outcome->n_broken++;
      if (db != NULL)
        fascia_db_close (db, NULL);
      return;
    }
  g_autofree char *told = story_tell (db);
  const char *at_least = reference[MAX (done, (int) STORY_OPEN)];
  /* A step that was not told as done may be there, whole. */
  if (g_strcmp0 (told, at_least) != 0 && g_strcmp0 (told, reference[tried]) != 0)
    outcome->n_lost++;
  fascia_db_close (db, NULL);
}

static Outcome
cut_many (guint some, guint many, const char *synchronous)
{
  const guint n_cuts = fascia_test_count ("FASCIA_TEST_CUTS", some, many);
  Outcome outcome = { 0 };

  for (guint seed = 1; seed <= n_cuts; seed++)
    cut_once (seed, synchronous, &outcome);
  g_test_message ("synchronous=%s: %u cuts, %u lost, %u broken", synchronous, outcome.n_cuts,
                  outcome.n_lost, outcome.n_broken);
  return outcome;
}

static void
test_full (void)
{
  Outcome outcome = cut_many (200, 100000, "FULL");

  g_assert_cmpuint (outcome.n_lost, ==, 0);
  g_assert_cmpuint (outcome.n_broken, ==, 0);
}

static void
test_control_off (void)
{
  Outcome outcome = cut_many (40, 2000, "OFF");

  g_assert_cmpuint ((outcome.n_broken + outcome.n_lost) * 10, >, outcome.n_cuts);
  g_assert_cmpuint (outcome.n_broken, >, 0);
}

static void
test_control_normal (void)
{
  Outcome outcome = cut_many (60, 2000, "NORMAL");

  g_assert_cmpuint (outcome.n_lost, >, 0);
  g_assert_cmpuint (outcome.n_broken, ==, 0);
}

/* The power fails while a journal is taken to the next version: it is the old or the new one. */
static void
test_upgrade (void)
{
  static const FasciaSchemaStep steps[]
      = { { 1, NULL },
          { 2, NULL },
          { 3, NULL },
          { 4, "CREATE TABLE later (id INTEGER PRIMARY KEY, what TEXT) STRICT; "
               "INSERT INTO later (what) SELECT region FROM mark" } };
  FasciaDbOptions later = options;
  guint n_operations = 0;
  int n_old = 0, n_new = 0;

  later.steps = steps;
  later.n_steps = G_N_ELEMENTS (steps);
  const guint n_cuts = fascia_test_count ("FASCIA_TEST_CUTS", 40, 2000);

  for (guint seed = 0; seed <= n_cuts; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
      Story story = { .path = path, .options = &options, .clock = clock };
      int tried;

      disk_reset ();
      g_assert_cmpint (run_story (&story, "FULL", 1000, &tried), ==, N_STORY_STEPS - 1);
      guint before = disk.n_operations;
      /* The first time nothing fails: it shows how many operations there are. */
      if (seed > 0)
        disk.cut_at = before + (guint) g_rand_int_range (rand, 1, (gint32) n_operations + 1);
      FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &later, NULL);
      gboolean was_told = db != NULL;
      if (db != NULL)
        fascia_db_close (db, NULL);
      if (seed == 0)
        {
          g_assert_true (was_told);
          n_operations = disk.n_operations - before;
          continue;
        }
      restore_power (rand);

      db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &options, NULL);
      if (db != NULL)
        {
          g_assert_false (was_told);
          g_assert_cmpint (store_count (db, "SELECT count(*) FROM sqlite_schema "
                                            "WHERE name = 'later'"),
                           ==, 0);
          n_old++;
        }
      else
        {
          db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &later, NULL);
          g_assert_nonnull (db);
          g_assert_cmpint (store_count (db, "SELECT count(*) FROM later"), ==,
                           store_count (db, "SELECT count(*) FROM mark"));
          n_new++;
        }
      g_assert_true (fascia_db_check (db, NULL, NULL, NULL));
      g_autofree char *told = story_tell (db);
      g_assert_cmpstr (told, ==, reference[N_STORY_STEPS - 1]);
      g_assert_true (fascia_db_close (db, NULL));
    }
  g_test_message ("%d cuts left the old version, %d the new one", n_old, n_new);
  g_assert_cmpint (n_old, >, 0);
  g_assert_cmpint (n_new, >, 0);
}

/* A journal of an earlier version, with a few check-ins as that version wrote them. */
static char *
make_earlier (FasciaClock *clock, const FasciaDbOptions *first)
{
  FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, first, NULL);

  g_assert_nonnull (db);
  g_assert_true (fascia_db_begin (db, NULL));
  store_exec (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) "
                  "INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, offset_min, zone, "
                  "changed_ms, note) SELECT i, randomblob (16), i, 1, 'check-in', i * 86400000, i, "
                  "0, 'UTC', i * 86400000, 'Stairs' FROM n;"
                  "INSERT INTO mark (id, entry_id, level, scale, region, uid, stamp, origin) "
                  "SELECT id, id, id % 11, 'pain', 'sacrum', randomblob (16), 1, 1 FROM entry;"
                  "INSERT INTO mark_feeling (mark_id, feeling) SELECT id, 'burning' FROM mark");
  g_assert_true (fascia_db_rebuild_digests (db, NULL));
  g_assert_true (fascia_db_commit (db, NULL));
  char *dump = store_dump (db, "day_digest");
  g_assert_true (fascia_db_close (db, NULL));
  return dump;
}

/* The same with the step that the program brings: every row is there, in the one or the other. */
static void
test_upgrade_from_earlier (gconstpointer data)
{
  static const FasciaSchemaStep steps[] = { { 1, NULL }, { 2, NULL } };
  FasciaDbOptions earlier = options;
  guint n_operations = 0;
  int n_old = 0, n_new = 0;

  earlier.steps = steps;
  earlier.n_steps = GPOINTER_TO_UINT (data);
  const guint n_cuts = fascia_test_count ("FASCIA_TEST_CUTS", 40, 2000);

  for (guint seed = 0; seed <= n_cuts; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaClock) clock = fascia_test_clock_new ();

      disk_reset ();
      g_autofree char *before = make_earlier (clock, &earlier);
      guint done = disk.n_operations;
      if (seed > 0)
        disk.cut_at = done + (guint) g_rand_int_range (rand, 1, (gint32) n_operations + 1);
      FasciaDb *db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &options, NULL);
      gboolean was_told = db != NULL;
      if (db != NULL)
        fascia_db_close (db, NULL);
      if (seed == 0)
        {
          g_assert_true (was_told);
          n_operations = disk.n_operations - done;
          continue;
        }
      restore_power (rand);

      /* As it was left: what opens with the earlier steps alone is of that version. */
      db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &earlier, NULL);
      if (db != NULL)
        {
          g_assert_false (was_told);
          g_assert_true (fascia_db_check_digests (db, NULL));
          g_assert_true (fascia_db_close (db, NULL));
          n_old++;
        }
      else
        n_new++;
      db = fascia_db_open_full (path, FASCIA_DB_NONE, clock, 0, &options, NULL);
      g_assert_nonnull (db);
      g_assert_true (fascia_db_check (db, NULL, NULL, NULL));
      if (earlier.n_steps < 2)
        store_exec (db, store_second_columns_away);
      store_exec (db, store_third_columns_away);
      g_autofree char *after = store_dump (db, "day_digest");
      g_assert_cmpstr (after, ==, before);
      g_assert_true (fascia_db_close (db, NULL));
    }
  g_test_message ("%d cuts left version %u, %d a later one", n_old, earlier.n_steps, n_new);
  g_assert_cmpint (n_old, >, 0);
  g_assert_cmpint (n_new, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_memory_vfs ();
  make_reference ();

  g_test_add_func ("/power/full", test_full);
  g_test_add_func ("/power/upgrade", test_upgrade);
  g_test_add_data_func ("/power/upgrade-from-first", GUINT_TO_POINTER (1),
                        test_upgrade_from_earlier);
  g_test_add_data_func ("/power/upgrade-from-second", GUINT_TO_POINTER (2),
                        test_upgrade_from_earlier);
  g_test_add_func ("/power/control/off", test_control_off);
  g_test_add_func ("/power/control/normal", test_control_normal);

  int status = g_test_run ();
  for (int i = 0; i < N_STORY_STEPS; i++)
    g_free (reference[i]);
  disk_clear ();
  return status;
}
