/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the person at the terminal. */

#include "config.h"

#include "fascia-cli-terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/exchange/fascia-atomic-file.h"

#include "fascia-cli-options.h"

/* Longer than anybody types, shorter than what a pipe holds. */
#define MAX_PASSPHRASE 1000
#define MAX_LINE 4000

gboolean
fascia_cli_is_terminal (const FasciaCliContext *context)
{
  return isatty (context->in_fd) == 1;
}

/* Letter by letter: what comes after the line is not ours. */
static char *
read_line (const FasciaCliContext *context)
{
  char line[MAX_LINE + 1];
  gsize length = 0;
  gssize n = 0;
  char letter;

  do
    {
      n = read (context->in_fd, &letter, 1);
      if (n > 0 && letter != '\n' && length < MAX_LINE)
        line[length++] = letter;
    }
  while ((n > 0 && letter != '\n') || (n < 0 && errno == EINTR));

  char *copy = n > 0 || length > 0 ? g_strndup (line, length) : NULL;
  explicit_bzero (line, sizeof line);
  return copy;
}

static void
prompt (const FasciaCliContext *context, const char *text)
{
  fascia_write_all (context->err_fd, text, strlen (text), NULL);
}

static void
set_echo (int fd, const struct termios *shown, gboolean is_shown)
{
  struct termios settings = *shown;

  if (!is_shown)
    {
      settings.c_lflag &= (tcflag_t) ~ECHO;
      settings.c_lflag |= ECHONL;
    }
  /* What is typed already stays: somebody may be quick. */
  while (tcsetattr (fd, TCSADRAIN, &settings) != 0 && errno == EINTR)
    ;
}

/* Waits for the line, after the question. Whoever ends or stops the program meanwhile finds a terminal that shows what is
 * typed. */
static void
wait_hidden (const FasciaCliContext *context, const char *question, const struct termios *shown)
{
  const int fd = context->in_fd;
  const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
  sigset_t blocked, before;

  sigemptyset (&blocked);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    sigaddset (&blocked, ends[i]);
  pthread_sigmask (SIG_BLOCK, &blocked, &before);
  int signals = signalfd (-1, &blocked, SFD_CLOEXEC);
  struct pollfd watched[] = { { .fd = fd, .events = POLLIN }, { .fd = signals, .events = POLLIN } };

  set_echo (fd, shown, FALSE);
  prompt (context, question);
  for (;;)
    {
      if (poll (watched, signals >= 0 ? 2 : 1, -1) < 0)
        {
          if (errno == EINTR)
            continue;
          break;
        }
      if (signals < 0 || watched[1].revents == 0)
        break;
      /* Here it ends, or stops and goes on later. */
      set_echo (fd, shown, TRUE);
      pthread_sigmask (SIG_SETMASK, &before, NULL);
      pthread_sigmask (SIG_BLOCK, &blocked, NULL);
      set_echo (fd, shown, FALSE);
    }
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  if (signals >= 0)
    g_close (signals, NULL);
}

/* (transfer full) (nullable) */
static char *
ask_hidden (const FasciaCliContext *context, const char *question)
{
  struct termios shown;

  if (tcgetattr (context->in_fd, &shown) != 0)
    return read_line (context);
  wait_hidden (context, question, &shown);
  char *line = read_line (context);
  set_echo (context->in_fd, &shown, TRUE);
  return line;
}

gboolean
fascia_cli_confirm (FasciaCliContext *context,
                    const char *question,
                    const char *word,
                    const char *option,
                    GError **error)
{
  g_return_val_if_fail (question != NULL && word != NULL && option != NULL, FALSE);

  if (!fascia_cli_is_terminal (context))
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   /* Translators: %s is an option. */
                   _ ("There is nobody to ask: write “%s” when you are sure."), option);
      return FALSE;
    }
  g_autofree char *line = g_strconcat (question, " ", NULL);
  prompt (context, line);

  g_autofree char *typed = read_line (context);
  if (typed != NULL && g_utf8_validate (typed, -1, NULL))
    {
      g_autofree char *a = g_utf8_casefold (g_strstrip (typed), -1);
      g_autofree char *b = g_utf8_casefold (word, -1);

      if (g_str_equal (a, b))
        return TRUE;
    }
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       _ ("Nothing was changed."));
  return FALSE;
}

static void
forget (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

/* At most a little more than a passphrase may have: a device has no end. */
static gssize
read_beginning (const char *path, char *text, gsize size)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n_read = fd >= 0 ? 0 : -1;
  gssize n;

  while (n_read >= 0 && (gsize) n_read < size)
    {
      n = read (fd, text + n_read, size - (gsize) n_read);
      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        break;
      n_read = n < 0 ? -1 : n_read + n;
    }
  int code = errno;
  if (fd >= 0)
    close (fd);
  errno = code;
  return n_read;
}

/* (transfer full) */
static char *
read_file (const FasciaCliContext *context, const char *file, GError **error)
{
  g_autofree char *path = fascia_cli_context_build_path (context, file);
  g_autofree char *name = g_filename_display_name (path);
  char text[MAX_PASSPHRASE + 8];
  gssize length = read_beginning (path, text, sizeof text - 1);

  if (length < 0)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
                   _ ("The passphrase in “%1$s” cannot be read: %2$s."), name, g_strerror (errno));
      return NULL;
    }
  if (length > 0 && text[length - 1] == '\n')
    length--;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  text[length] = '\0';
  char *secret
      = g_utf8_validate_len (text, (gsize) length, NULL) ? g_strndup (text, (gsize) length) : NULL;
  explicit_bzero (text, sizeof text);
  if (secret == NULL)
    g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                 /* Translators: %s is a file. */
                 _ ("The passphrase in “%s” is no text."), name);
  return secret;
}

/* (transfer full) */
static char *
ask (FasciaCliContext *context, gboolean is_new, GError **error)
{
  char *secret = ask_hidden (context, _ ("Passphrase: "));

  if (secret == NULL || !is_new || !fascia_cli_is_terminal (context))
    return secret != NULL ? secret : g_strdup ("");

  char *again = ask_hidden (context, _ ("The same again: "));
  gboolean is_same = g_strcmp0 (secret, again) == 0;
  forget (again);
  if (is_same)
    return secret;
  forget (secret);
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       _ ("The two passphrases are different: try again."));
  return NULL;
}

const char *
fascia_cli_get_passphrase (FasciaCliContext *context,
                           const char *file,
                           gboolean is_new,
                           GError **error)
{
  g_return_val_if_fail (context != NULL, NULL);

  char *secret = file != NULL ? read_file (context, file, error) : ask (context, is_new, error);
  if (secret == NULL)
    return NULL;
  if (!fascia_cli_check_utf8 (secret, _ ("The passphrase"), error))
    {
      forget (secret);
      return NULL;
    }
  if (*secret == '\0' || strlen (secret) > MAX_PASSPHRASE)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           *secret == '\0' ? _ ("A passphrase cannot be empty.")
                                           : _ ("That passphrase is too long."));
      forget (secret);
      return NULL;
    }
  forget (context->secret);
  context->secret = secret;
  return secret;
}
