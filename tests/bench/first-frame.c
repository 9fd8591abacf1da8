/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times a program from exec to its first frame as seen from outside: first-frame PROGRAM [ARG…].
 *
 * The X server is watched, not the program: a top level is mapped, and from then on every DAMAGE
 * report makes us read the pixels back. The first frame is the first time that a grid of 97 × 97
 * points over the window holds at least 8 colours. Then, when the window has been quiet for a
 * while (so that what is loaded after the first frame is counted too), its proportional memory is
 * read. One line on standard output: milliseconds to the mapped window, milliseconds to the first
 * frame, memory in KiB, milliseconds that the program's threads had been on a processor by then (which
 * a busy machine stretches less than the clock on the wall).
 *
 * Deliberately without GLib and GTK: it must share no pages with what it measures. */

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#define GRID 97
#define COLOURS_WANTED 8
#define DEADLINE_NS (30 * NS_PER_S)
#define QUIET_NS (700 * NS_PER_MS)
#define SETTLE_NS (8 * NS_PER_S)
#define NS_PER_S INT64_C (1000000000)
#define NS_PER_MS INT64_C (1000000)
/* Anything smaller is a tooltip or a helper window. */
#define SMALLEST_SIDE 100

static int64_t
now_ns (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * NS_PER_S + time.tv_nsec;
}

/* Windows may go away between the event and the question; that is no error of ours. */
static int
on_x_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* Whether the window shows at least COLOURS_WANTED colours on the grid. */
static bool
has_content (Display *display, Window window)
{
  XWindowAttributes attributes;
  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable)
    return false;

  XImage *image = XGetImage (display, window, 0, 0, (unsigned int) attributes.width,
                             (unsigned int) attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return false;

  unsigned long colours[COLOURS_WANTED];
  int n_colours = 0;
  for (int row = 0; row < GRID && n_colours < COLOURS_WANTED; row++)
    for (int column = 0; column < GRID && n_colours < COLOURS_WANTED; column++)
      {
        unsigned long colour = XGetPixel (image, (2 * column + 1) * image->width / (2 * GRID),
                                          (2 * row + 1) * image->height / (2 * GRID))
                               & 0xffffff;
        bool is_known = false;

        for (int i = 0; i < n_colours && !is_known; i++)
          is_known = colours[i] == colour;
        if (!is_known)
          colours[n_colours++] = colour;
      }
  XDestroyImage (image);
  return n_colours == COLOURS_WANTED;
}

/* KiB, or -1. */
static long
read_pss (pid_t pid)
{
  char path[64];
  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int) pid);
  FILE *file = fopen (path, "r");
  if (file == NULL)
    return -1;

  char line[256];
  long kib = -1;
  while (kib < 0 && fgets (line, sizeof line, file) != NULL)
    sscanf (line, "Pss: %ld kB", &kib);
  fclose (file);
  return kib;
}

/* Milliseconds on a processor, all threads that are alive; 0 when it cannot be known. */
static double
read_cpu (pid_t pid)
{
  char path[64];
  snprintf (path, sizeof path, "/proc/%d/task", (int) pid);
  DIR *tasks = opendir (path);
  if (tasks == NULL)
    return 0;

  double ns = 0;
  struct dirent *task;
  while ((task = readdir (tasks)) != NULL)
    {
      char file_path[sizeof path + sizeof task->d_name + 16];
      snprintf (file_path, sizeof file_path, "%s/%s/schedstat", path, task->d_name);
      FILE *file = fopen (file_path, "r");
      double thread = 0;

      if (file != NULL && fscanf (file, "%lf", &thread) == 1)
        ns += thread;
      if (file != NULL)
        fclose (file);
    }
  closedir (tasks);
  return ns / (double) NS_PER_MS;
}

/* Waits for something from the server until @deadline. FALSE when nothing came. */
static bool
wait_for_event (Display *display, int64_t deadline)
{
  while (XPending (display) == 0)
    {
      int64_t left = deadline - now_ns ();
      if (left <= 0)
        return false;
      struct pollfd fd = { .fd = ConnectionNumber (display), .events = POLLIN };
      poll (&fd, 1, (int) (left / NS_PER_MS) + 1);
    }
  return true;
}

static void
end_child (pid_t pid)
{
  int64_t deadline = now_ns () + 5 * NS_PER_S;

  kill (pid, SIGTERM);
  while (waitpid (pid, NULL, WNOHANG) == 0)
    {
      if (now_ns () > deadline)
        {
          kill (pid, SIGKILL);
          waitpid (pid, NULL, 0);
          return;
        }
      poll (NULL, 0, 2);
    }
}

int
main (int argc, char *argv[])
{
  if (argc < 2)
    {
      fputs ("Usage: first-frame PROGRAM [ARG…]\n", stderr);
      return 2;
    }

  Display *display = XOpenDisplay (NULL);
  int damage_event = 0;
  int damage_error = 0;
  if (display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fputs ("first-frame: needs an X server with the DAMAGE extension\n", stderr);
      return 1;
    }
  XSetErrorHandler (on_x_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  int64_t *started
      = mmap (NULL, sizeof *started, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (started == MAP_FAILED)
    return 1;

  pid_t pid = fork ();
  if (pid < 0)
    return 1;
  if (pid == 0)
    {
      *started = now_ns ();
      execvp (argv[1], argv + 1);
      fprintf (stderr, "first-frame: %s: %s\n", argv[1], strerror (errno));
      _exit (127);
    }

  int64_t deadline = now_ns () + DEADLINE_NS;
  int64_t mapped = 0;
  int64_t framed = 0;
  double cpu = 0;
  Window window = None;
  Damage damage = None;
  while (framed == 0 && wait_for_event (display, deadline))
    {
      XEvent event;
      XNextEvent (display, &event);
      int64_t when = now_ns ();

      if (event.type == MapNotify && window == None && !event.xmap.override_redirect)
        {
          XWindowAttributes attributes;
          if (!XGetWindowAttributes (display, event.xmap.window, &attributes)
              || attributes.width < SMALLEST_SIDE || attributes.height < SMALLEST_SIDE)
            continue;
          window = event.xmap.window;
          mapped = when;
          damage = XDamageCreate (display, window, XDamageReportNonEmpty);
        }
      else if (event.type != damage_event + XDamageNotify || damage == None)
        continue;

      XDamageSubtract (display, damage, None, None);
      double used = read_cpu (pid);
      if (has_content (display, window))
        {
          framed = when;
          cpu = used;
        }
    }

  if (framed == 0)
    {
      fprintf (stderr, "first-frame: %s showed nothing\n", argv[1]);
      end_child (pid);
      return 1;
    }

  int64_t settle_deadline = now_ns () + SETTLE_NS;
  int64_t quiet_deadline = now_ns () + QUIET_NS;
  while (now_ns () < settle_deadline && wait_for_event (display, quiet_deadline))
    {
      XEvent event;
      XNextEvent (display, &event);
      if (event.type != damage_event + XDamageNotify)
        continue;
      XDamageSubtract (display, damage, None, None);
      quiet_deadline = now_ns () + QUIET_NS;
    }
  long pss = read_pss (pid);

  printf ("%.2f %.2f %ld %.2f\n", (double) (mapped - *started) / (double) NS_PER_MS,
          (double) (framed - *started) / (double) NS_PER_MS, pss, cpu);
  end_child (pid);
  XCloseDisplay (display);
  return pss > 0 ? 0 : 1;
}
