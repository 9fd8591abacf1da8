/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small coverage-guided fuzzer for LLVMFuzzerTestOneInput() with gcc: inputs that reach code that
 * none has reached before are kept, and changed further.
 *
 *   fuzz-NAME [--seconds N | --runs N] [--seed N] [--seeds DIR] [--keep DIR] [--control] [FILE…]
 *
 * Files are run as they are, once. With --runs everything is the same in each run of this build,
 * and so is what it says: a check that may fail is none. With --seconds it looks elsewhere each
 * time: it draws a --seed where none is given, and says which. Speaks TAP. What ends the program
 * badly is first written into the folder --keep, "crash-…", to become a seed; --control says that
 * it must end badly. */

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sanitizer/common_interface_defs.h>
#include <sanitizer/lsan_interface.h>

#include <gio/gio.h>

#define MAP_SIZE (1 << 16)
#define MAX_SIZE (1 << 20)
#define MAX_GROWTH 4096
/* One input may take so long. */
#define LIMIT_S 20
#define LEAK_EVERY 2000

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int LLVMFuzzerInitialize (int *argc, char ***argv) __attribute__ ((weak));
void __sanitizer_cov_trace_pc (void);

/* Where the program was loaded: given by the linker. */
extern const char __executable_start[];

static struct
{
  uint8_t hits[MAP_SIZE]; /* of the input at hand */
  uint8_t seen[MAP_SIZE]; /* bits: how often an edge was passed by any input, by powers of two */
  uintptr_t last;
  guint n_seen;
  GPtrArray *corpus; /* GBytes */
  GPtrArray *words;  /* GBytes: what is found between signs in the seeds */
  GRand *rand;
  const guint8 *input;
  gsize size;
  guint64 n_runs;
  const char *keep;
} self;

/* Threads that write behind come when they come: only the one that runs the input is looked at. */
static __thread gboolean is_looked_at;

/* Called by what is instrumented, at the beginning of each stretch of code without a branch. */
void
__sanitizer_cov_trace_pc (void)
{
  if (!is_looked_at)
    return;
  /* The place in the program, wherever that was loaded to this time. */
  uintptr_t place = (uintptr_t) __builtin_return_address (0) - (uintptr_t) __executable_start;
  uintptr_t here = (place >> 4) ^ (place << 8);
  uint8_t *hit = &self.hits[(here ^ self.last) % MAP_SIZE];

  *hit = (uint8_t) (*hit + (*hit != UINT8_MAX));
  self.last = here >> 1;
}

/* Plain system calls: memory may be anything by now. */
static void
keep_input (void)
{
  char path[512];

  if (self.input == NULL)
    return;
  snprintf (path, sizeof path, "%s/crash-%llu", self.keep != NULL ? self.keep : "/tmp",
            (unsigned long long) self.n_runs);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    return;
  for (gsize done = 0; done < self.size;)
    {
      ssize_t n = write (fd, self.input + done, self.size - done);
      if (n <= 0)
        break;
      done += (gsize) n;
    }
  close (fd);
  fprintf (stderr, "# the input is in %s\n", path);
}

static void
on_death (void)
{
  keep_input ();
}

static void
on_signal (int number)
{
  signal (number, SIG_DFL);
  fprintf (stderr, "# signal %d\n", number);
  keep_input ();
  raise (number);
}

static guint8
to_bit (guint8 hits)
{
  return hits == 0    ? 0
         : hits == 1  ? 1
         : hits == 2  ? 2
         : hits == 3  ? 4
         : hits < 8   ? 8
         : hits < 16  ? 16
         : hits < 32  ? 32
         : hits < 128 ? 64
                      : 128;
}

/* TRUE when it went where none has gone before. */
static gboolean
run_input (const guint8 *data, gsize size)
{
  gboolean is_new = FALSE;
  /* Exactly as long: one byte too far is found. */
  guint8 *copy = g_memdup2 (data, size);

  memset (self.hits, 0, sizeof self.hits);
  self.last = 0;
  self.input = copy != NULL ? copy : (const guint8 *) "";
  self.size = size;
  self.n_runs++;
  alarm (LIMIT_S);
  is_looked_at = TRUE;
  LLVMFuzzerTestOneInput (self.input, size);
  is_looked_at = FALSE;
  alarm (0);
  for (guint i = 0; i < MAP_SIZE; i++)
    {
      guint8 bit = to_bit (self.hits[i]);

      if ((bit & ~self.seen[i]) == 0)
        continue;
      self.n_seen += self.seen[i] == 0;
      self.seen[i] |= bit;
      is_new = TRUE;
    }
  if (self.n_runs % LEAK_EVERY == 0 && __lsan_do_recoverable_leak_check () != 0)
    abort ();
  self.input = NULL;
  g_free (copy);
  return is_new;
}

/* ---- changing ---- */

static guint
choose (guint n)
{
  return n > 0 ? g_rand_int (self.rand) % n : 0;
}

static GBytes *
choose_input (void)
{
  /* The newest have been changed least. */
  guint n = self.corpus->len;
  guint first = choose (2) == 0 ? n - MIN (n, 16) : 0;

  return g_ptr_array_index (self.corpus, first + choose (n - first));
}

static void
insert (GByteArray *bytes, guint at, const guint8 *data, guint size)
{
  guint before = bytes->len;

  if (size == 0 || before + size > MAX_SIZE)
    return;
  g_byte_array_set_size (bytes, before + size);
  memmove (bytes->data + at + size, bytes->data + at, before - at);
  memcpy (bytes->data + at, data, size);
}

static void
change_number (GByteArray *bytes, guint at)
{
  static const char *const numbers[]
      = { "0", "-1", "1", "11", "2147483648", "-9223372036854775808", "1e999", "0.5", "" };
  guint end = at;

  while (end < bytes->len && g_ascii_isdigit (bytes->data[end]))
    end++;
  if (end > at)
    g_byte_array_remove_range (bytes, at, end - at);
  const char *number = numbers[choose (G_N_ELEMENTS (numbers))];
  insert (bytes, at, (const guint8 *) number, (guint) strlen (number));
}

static void
change_once (GByteArray *bytes)
{
  static const guint8 special[]
      = { 0, 1, 9, 10, 13, 0x7f, 0x80, 0xc0, 0xff, '"', ',', '{', '[', '0' };
  guint at = choose (bytes->len + 1);
  guint left = bytes->len - at;
  guint wanted = 1 + choose (choose (8) == 0 ? 512 : 8);
  guint n = MIN (left, wanted);

  switch (choose (10))
    {
    case 0:
      if (left > 0)
        bytes->data[at] ^= (guint8) (1u << choose (8));
      break;
    case 1:
      if (left > 0)
        bytes->data[at] = (guint8) choose (256);
      break;
    case 2:
      if (left > 0)
        bytes->data[at] = special[choose (G_N_ELEMENTS (special))];
      break;
    case 3:
      if (n > 0)
        g_byte_array_remove_range (bytes, at, n);
      break;
    case 4:
      {
        g_autofree guint8 *copy = g_memdup2 (bytes->data + at, n);
        insert (bytes, choose (bytes->len + 1), copy, n);
      }
      break;
    case 5:
      {
        guint8 some[16];

        for (guint i = 0; i < sizeof some; i++)
          some[i] = (guint8) choose (256);
        insert (bytes, at, some, 1 + choose (sizeof some));
      }
      break;
    case 6:
      if (self.words->len > 0)
        {
          gsize size;
          const guint8 *word
              = g_bytes_get_data (g_ptr_array_index (self.words, choose (self.words->len)), &size);

          if (choose (2) == 0 && n > 0)
            g_byte_array_remove_range (bytes, at, n);
          insert (bytes, at, word, (guint) size);
        }
      break;
    case 7:
      {
        gsize size;
        const guint8 *other = g_bytes_get_data (choose_input (), &size);
        guint from = choose ((guint) size + 1);
        guint most = 1 + choose (choose (4) == 0 ? MAX_GROWTH : 64);

        insert (bytes, at, other + from, MIN ((guint) size - from, most));
      }
      break;
    case 8:
      change_number (bytes, at);
      break;
    default:
      if (left >= 4)
        {
          guint32 value = g_rand_int (self.rand);

          memcpy (bytes->data + at, &value, choose (2) == 0 ? 2 : 4);
        }
      break;
    }
}

static void
fuzz_once (void)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (choose_input (), &size);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (size > 0)
    g_byte_array_append (bytes, data, (guint) size);
  for (guint n = 1u << choose (5); n > 0; n--)
    change_once (bytes);
  if (run_input (bytes->data, bytes->len))
    g_ptr_array_add (self.corpus, g_bytes_new (bytes->data, bytes->len));
}

/* ---- seeds ---- */

static void
add_words (const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size && self.words->len < 4096;)
    {
      gsize end = i;

      while (end < size && end - i < 40
             && (g_ascii_isalnum (data[end]) || data[end] == '-' || data[end] == '_'))
        end++;
      if (end - i >= 2)
        g_ptr_array_add (self.words, g_bytes_new (data + i, end - i));
      i = MAX (end, i + 1);
    }
}

static void
run_file (const char *path)
{
  char *contents = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    {
      printf ("not ok - %s cannot be read\n", path);
      exit (1);
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);
  add_words ((const guint8 *) contents, MIN (size, 65536));
  run_input ((const guint8 *) contents, size);
  g_ptr_array_add (self.corpus, g_steal_pointer (&bytes));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
run_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    run_file (g_ptr_array_index (names, i));
}

/* ---- the run ---- */

static void
fuzz (gint64 n_runs, gint64 n_seconds)
{
  gint64 until = g_get_monotonic_time () + n_seconds * G_TIME_SPAN_SECOND;
  guint64 begun = self.n_runs;

  while (n_seconds > 0 ? g_get_monotonic_time () < until : self.n_runs - begun < (guint64) n_runs)
    fuzz_once ();
  if (__lsan_do_recoverable_leak_check () != 0)
    {
      printf ("not ok 1 - something is not freed\n1..1\n");
      exit (3);
    }
}

/* The same in a child, which must not survive. */
static int
run_control (gint64 n_runs, gint64 n_seconds)
{
  fflush (stdout);
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      fuzz (n_runs, n_seconds);
      _exit (0);
    }
  waitpid (child, &status, 0);
  /* The address sanitizer ends it so; a fault of the driver's own would end it otherwise. */
  gboolean is_found = WIFEXITED (status) && WEXITSTATUS (status) == 1;
  printf ("%sok 1 - a planted fault is found\n1..1\n", is_found ? "" : "not ");
  return is_found ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  gint64 n_runs = 2000, n_seconds = 0, seed = -1;
  g_autofree char *seeds = NULL, *keep = NULL;
  gboolean is_control = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[]
      = { { "runs", 0, 0, G_OPTION_ARG_INT64, &n_runs, NULL, NULL },
          { "seconds", 0, 0, G_OPTION_ARG_INT64, &n_seconds, NULL, NULL },
          { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, NULL, NULL },
          { "seeds", 0, 0, G_OPTION_ARG_FILENAME, &seeds, NULL, NULL },
          { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, NULL, NULL },
          { "control", 0, 0, G_OPTION_ARG_NONE, &is_control, NULL, NULL },
          { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const int signals[] = { SIGABRT, SIGALRM, SIGTRAP };

  if (LLVMFuzzerInitialize != NULL)
    LLVMFuzzerInitialize (&argc, &argv);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  /* ./dev test --long */
  if (g_getenv ("FASCIA_TEST_LONG") != NULL && n_seconds == 0 && !is_control && files == NULL)
    n_seconds = 60;
  if (seed < 0)
    seed = n_seconds > 0 ? g_random_int () : 1;
  printf ("# --seed %" G_GINT64_FORMAT "\n", seed);
  /* Said also when it ends badly. */
  fflush (stdout);
  self.corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self.words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self.rand = g_rand_new_with_seed ((guint32) seed);
  self.keep = keep;
  __sanitizer_set_death_callback (on_death);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], on_signal);

  if (seeds != NULL)
    run_folder (seeds);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    run_file (files[i]);
  guint64 n_seeds = self.n_runs;
  if (self.corpus->len == 0)
    g_ptr_array_add (self.corpus, g_bytes_new_static ("", 0));
  if (is_control)
    return run_control (n_runs, n_seconds);
  if (files == NULL)
    fuzz (n_runs, n_seconds);
  printf ("ok 1 - %llu seeds, %llu inputs, %u edges, %u kept\n1..1\n", (unsigned long long) n_seeds,
          (unsigned long long) (self.n_runs - n_seeds), self.n_seen,
          self.corpus->len - (guint) n_seeds);
  g_ptr_array_unref (self.corpus);
  g_ptr_array_unref (self.words);
  g_rand_free (self.rand);
  return 0;
}
