/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time for a whole program, handed out by a test: preloaded, never installed.
 *
 * FASCIA_TEST_CLOCK names a socket at which a test listens. Until it asks for something, time is what
 * it always is. From then on it stands still, whatever the machine is busy with, and goes on by as much
 * as is handed out: only where the main loop would wait, and never past what that waits for. So a
 * session of minutes takes seconds, and nothing in it can come too late.
 *
 * The test writes one number, milliseconds: above zero all of it, whatever becomes due meanwhile;
 * below zero at most that much, and not past the next thing that is due. Nought lets time run again.
 * The answer is the time of the program, milliseconds, once all that was due by then has been done. */

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S INT64_C (1000000000)
#define NS_PER_MS INT64_C (1000000)
/* What a main loop waits for at once; who waits for more is let alone. */
#define MAX_FDS 64

static int control = -1;
static bool is_owed;     /* an answer */
static int64_t given_ns; /* still to go by, before the answer */
/* Nanoseconds: how far the clocks of the program are ahead of those of the machine, while they run. */
static _Atomic int64_t ahead_ns;
/* What CLOCK_BOOTTIME shows while they stand still, and the others beside it. */
static _Atomic int64_t frozen_ns;
static int64_t monotonic_ns;
static int64_t real_ns;
static atomic_bool is_frozen;

/* ---- clocks ---- */

static int64_t
read_clock (clockid_t id)
{
  struct timespec now = { 0 };

  /* Not through the library: this is it. */
  syscall (SYS_clock_gettime, id, &now);
  return now.tv_sec * NS_PER_S + now.tv_nsec;
}

static bool
is_followed (clockid_t id)
{
  return id == CLOCK_REALTIME || id == CLOCK_MONOTONIC || id == CLOCK_BOOTTIME;
}

static int64_t
get_time (clockid_t id)
{
  if (!atomic_load (&is_frozen))
    return read_clock (id) + atomic_load (&ahead_ns);
  if (id == CLOCK_BOOTTIME)
    return atomic_load (&frozen_ns);
  return atomic_load (&frozen_ns) + (id == CLOCK_MONOTONIC ? monotonic_ns : real_ns);
}

int
clock_gettime (clockid_t id, struct timespec *now)
{
  int64_t ns;

  if (!is_followed (id))
    return (int) syscall (SYS_clock_gettime, id, now);
  ns = get_time (id);
  now->tv_sec = ns / NS_PER_S;
  now->tv_nsec = ns % NS_PER_S;
  return 0;
}

int
gettimeofday (struct timeval *restrict now, void *restrict zone)
{
  struct timespec precise = { 0 };

  clock_gettime (CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

static void
freeze (void)
{
  if (atomic_load (&is_frozen))
    return;
  const int64_t boot_ns = read_clock (CLOCK_BOOTTIME);

  monotonic_ns = read_clock (CLOCK_MONOTONIC) - boot_ns;
  real_ns = read_clock (CLOCK_REALTIME) - boot_ns;
  atomic_store (&frozen_ns, boot_ns + atomic_load (&ahead_ns));
  atomic_store (&is_frozen, true);
}

static void
thaw (void)
{
  if (!atomic_load (&is_frozen))
    return;
  atomic_store (&ahead_ns, atomic_load (&frozen_ns) - read_clock (CLOCK_BOOTTIME));
  atomic_store (&is_frozen, false);
}

/* ---- waiting ---- */

/* @ns: below zero: for ever */
static int
wait_for (struct pollfd *fds, nfds_t n, int64_t ns, const sigset_t *mask)
{
  struct timespec limit = { .tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S };

  return (int) syscall (SYS_ppoll, fds, n, ns < 0 ? NULL : &limit, mask, _NSIG / 8);
}

/* Time runs again from where it stands. A socket without another end would be ready for ever. */
static void
hang_up (void)
{
  thaw ();
  close (control);
  control = -1;
  is_owed = false;
  given_ns = 0;
}

static void
answer (void)
{
  const int64_t now_ms = get_time (CLOCK_BOOTTIME) / NS_PER_MS;

  is_owed = false;
  if (send (control, &now_ms, sizeof now_ms, MSG_NOSIGNAL) != sizeof now_ms)
    hang_up ();
}

/* @ns: what the main loop waits for; below zero: for ever */
static void
go_on (int64_t ns)
{
  const int64_t step_ns = ns >= 0 && ns < given_ns ? ns : given_ns;

  atomic_fetch_add (&frozen_ns, step_ns);
  given_ns -= step_ns;
}

static void
take_time (int64_t ns)
{
  int32_t ms = 0;

  if (recv (control, &ms, sizeof ms, MSG_WAITALL) != sizeof ms)
    {
      /* Nobody hands out any more. */
      hang_up ();
      return;
    }
  is_owed = true;
  if (ms == 0)
    {
      thaw ();
      return;
    }
  freeze ();
  given_ns = (ms > 0 ? ms : -(int64_t) ms) * NS_PER_MS;
  go_on (ns);
  if (ms < 0)
    given_ns = 0;
}

/* A main loop waits for its own wakeups and for something else; a question to the display waits for its
 * answer alone. */
static bool
is_main_loop (nfds_t n, int64_t ns)
{
  return control >= 0 && n >= 2 && n < MAX_FDS && ns != 0
         && syscall (SYS_gettid) == syscall (SYS_getpid);
}

static int
wait_in_main_loop (struct pollfd *fds, nfds_t n, int64_t ns, const sigset_t *mask)
{
  struct pollfd all[MAX_FDS];
  int n_ready = wait_for (fds, n, 0, mask);

  if (n_ready != 0)
    return n_ready;
  if (given_ns > 0)
    {
      go_on (ns);
      return 0;
    }
  if (is_owed)
    answer ();
  memcpy (all, fds, n * sizeof *fds);
  all[n] = (struct pollfd) { .fd = control, .events = POLLIN };
  n_ready = wait_for (all, n + 1, atomic_load (&is_frozen) ? -1 : ns, mask);
  if (n_ready < 0)
    return n_ready;
  memcpy (fds, all, n * sizeof *fds);
  if (all[n].revents == 0)
    return n_ready;
  if (n_ready > 1)
    /* First what is there without it. */
    return n_ready - 1;
  take_time (ns);
  return 0;
}

int
ppoll (struct pollfd *fds, nfds_t n, const struct timespec *limit, const sigset_t *mask)
{
  const int64_t ns = limit != NULL ? limit->tv_sec * NS_PER_S + limit->tv_nsec : -1;

  return is_main_loop (n, ns) ? wait_in_main_loop (fds, n, ns, mask) : wait_for (fds, n, ns, mask);
}

int
poll (struct pollfd *fds, nfds_t n, int limit)
{
  const int64_t ns = limit >= 0 ? limit * NS_PER_MS : -1;

  return is_main_loop (n, ns) ? wait_in_main_loop (fds, n, ns, NULL) : wait_for (fds, n, ns, NULL);
}

/* ---- the test ---- */

__attribute__ ((constructor)) static void
call_the_test (void)
{
  const char *path = getenv ("FASCIA_TEST_CLOCK");
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  /* What the program starts has the time that it always has. */
  unsetenv ("LD_PRELOAD");
  if (path == NULL || strlen (path) >= sizeof address.sun_path)
    return;
  strcpy (address.sun_path, path);
  control = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (control < 0 || connect (control, (struct sockaddr *) &address, sizeof address) == 0)
    return;
  close (control);
  control = -1;
}
