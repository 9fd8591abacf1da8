/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia figure: a check-in or a period as a picture. */

#include "config.h"

#include "fascia-cli-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "draw/fascia-figure-picture.h"

#include "fascia-cli-options.h"
#include "fascia-cli-output.h"
#include "fascia-cli-scale.h"

/* Entries looked at in one go for a check-in. */
#define SLICE 50
#define DATE_LENGTH (sizeof "2026-03-01" - 1)
#define DAY_MS ((gint64) 24 * 60 * 60 * 1000)
#define MINUTE_MS ((gint64) 60 * 1000)

typedef struct
{
  char *path;
  FasciaPictureFormat format;
  gboolean has_scale;
  FasciaScale scale;
  gboolean is_heat;
  FasciaHeatMeasure measure;
  gint32 first_day;
  gint32 last_day;
  char *at;       /* as typed; NULL: the newest */
  gint64 last_ms; /* nothing after it … */
  gint32 at_day;  /* … or after this day */

  /* the result */
  FasciaEntry *entry;
  FasciaSeries *series;
  FasciaSettings *settings;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_free (self->at);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
parse_measure (const char *text, FasciaHeatMeasure *measure, GError **error)
{
  *measure = FASCIA_HEAT_SHARE;
  if (text == NULL || g_str_equal (text, "share"))
    return TRUE;
  if (g_str_equal (text, "mean"))
    *measure = FASCIA_HEAT_MEAN;
  else if (g_str_equal (text, "worst"))
    *measure = FASCIA_HEAT_WORST;
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed; the three words stay as they are. */
                   _ ("There is no measure “%s”: write “share”, “mean” or “worst”."), valid);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_moment (FasciaCliContext *context,
              const char *option,
              const char *text,
              FasciaMoment *moment,
              GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!fascia_cli_check_utf8 (text, option, error))
    return FALSE;
  if (fascia_moment_parse (text, context->zone, context->now_ms, moment, &cause))
    return TRUE;
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s is an option such as “--from”, %2$s a sentence saying what is
                  wrong with what follows it. */
               _ ("%1$s: %2$s"), option, cause->message);
  return FALSE;
}

/* Whether what could be read is a day alone, with a zone or without. */
static gboolean
is_date (const char *text)
{
  const char after = text[DATE_LENGTH];

  return after != 'T' && after != 't' && after != ' ';
}

/* The day that is written, wherever its noon falls. */
static gboolean
parse_date (FasciaCliContext *context,
            const char *option,
            const char *text,
            gint32 *day,
            GError **error)
{
  g_autofree char *date = g_strndup (text, DATE_LENGTH);
  FasciaMoment moment;

  if (!parse_moment (context, option, date, &moment, error))
    return FALSE;
  *day = moment.day;
  return TRUE;
}

static gboolean
parse_day (FasciaCliContext *context,
           const char *option,
           const char *text,
           gint32 *day,
           GError **error)
{
  FasciaMoment moment;

  if (!parse_moment (context, option, text, &moment, error))
    return FALSE;
  if (!is_date (text))
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is an option such as “--from”, %2$s what follows it. */
                   _ ("%1$s: “%2$s” is no day: write one such as “2026-03-01”."), option, text);
      return FALSE;
    }
  return parse_date (context, option, text, day, error);
}

/* A day means all of it, a minute all of it. */
static gboolean
parse_at (FasciaCliContext *context, const char *text, Request *request, GError **error)
{
  FasciaMoment moment;

  request->last_ms = G_MAXINT64 - 1;
  request->at_day = G_MAXINT32;
  if (text == NULL)
    return TRUE;
  if (!parse_moment (context, "--at", text, &moment, error))
    return FALSE;
  if (is_date (text))
    {
      if (!parse_date (context, "--at", text, &request->at_day, error))
        return FALSE;
      /* Zones are less than a day apart from the universal one. */
      request->last_ms = ((gint64) request->at_day + 2) * DAY_MS;
    }
  else
    {
      const gboolean has_seconds = strlen (text) > 16 && text[16] == ':';

      request->last_ms = moment.utc_ms + (has_seconds ? 999 : MINUTE_MS - 1);
    }
  request->at = g_strdup (text);
  return TRUE;
}

static gboolean
parse_period (FasciaCliContext *context,
              const char *from,
              const char *to,
              Request *request,
              GError **error)
{
  FasciaMoment now;

  if (from == NULL)
    return TRUE;
  fascia_moment_init (&now, context->now_ms, context->zone);
  request->is_heat = TRUE;
  request->last_day = now.day;
  if (!parse_day (context, "--from", from, &request->first_day, error)
      || (to != NULL && !parse_day (context, "--to", to, &request->last_day, error)))
    return FALSE;
  if (request->first_day <= request->last_day)
    return TRUE;
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: a day as typed. */
               _ ("The last day lies before “--from %s”: change one of them."), from);
  return FALSE;
}

static gboolean
check_together (const char *at,
                const char *from,
                const char *to,
                const char *measure,
                GError **error)
{
  const char *sentence = NULL;

  if (at != NULL && (from != NULL || to != NULL))
    sentence = _ ("“--at” is one check-in, “--from” and “--to” are a period: say one of them.");
  else if (to != NULL && from == NULL)
    sentence = _ ("“--to” goes with “--from”.");
  else if (measure != NULL && from == NULL)
    sentence = _ ("“--measure” goes with “--from”.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE, sentence);
  return FALSE;
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autofree char *at = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *measure = NULL;
  const GOptionEntry entries[] = {
    { "at", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &at,
      N_ ("The newest check-in of that time or before; the newest of all if not given"),
      N_ ("TIME") },
    { "from", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &from,
      N_ ("All days from this one on, as a heat map"), N_ ("DAY") },
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to,
      N_ ("The last of these days; today if not given"), N_ ("DAY") },
    { "scale", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &scale,
      N_ ("What is in colour: tightness (default) or pain"), "tightness|pain" },
    { "measure", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &measure,
      N_ ("Of a heat map: share of the days (default), mean, or worst"), "share|mean|worst" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("FILE"), _ ("Draws a check-in or a period as a picture."),
          _ ("The end of the file's name says what it is: .png, .svg or .pdf. The file appears "
             "only "
             "when it is\nwhole, and only you can read it.\n\n"
             "  fascia figure today.pdf\n"
             "  fascia figure --from 2026-03-01 --to 2026-03-31 --scale pain march.png"),
          error)
      || !check_together (at, from, to, measure, error))
    return NULL;

  g_autoptr (Request) request = g_new0 (Request, 1);
  request->path = fascia_cli_parse_output (context, rest, _ ("Say one file to write to."), error);
  if (request->path == NULL)
    return NULL;
  g_autofree char *last = g_path_get_basename (request->path);
  if (!fascia_picture_format_from_name (last, &request->format))
    {
      g_autofree char *name = g_filename_display_name (rest[1]);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a file name as typed; the endings stay as they are. */
                   _ ("“%s” names no kind of picture: let it end in .png, .svg or .pdf."), name);
      return NULL;
    }
  request->has_scale = scale != NULL;
  if (!fascia_cli_parse_scale (scale, &request->scale, error)
      || !parse_measure (measure, &request->measure, error)
      || !parse_at (context, at, request, error)
      || !parse_period (context, from, to, request, error))
    return NULL;
  return g_steal_pointer (&request);
}

/* The newest check-in that is not too new. */
static gboolean
find_check_in (FasciaDb *db, Request *request, GError **error)
{
  gint64 before_ms = request->last_ms + 1;
  g_autoptr (FasciaEntry) last = NULL;

  while (request->entry == NULL)
    {
      g_autoptr (GPtrArray) entries = fascia_db_list (
          db, before_ms, last != NULL ? fascia_entry_get_uid (last) : NULL, SLICE, error);

      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len && request->entry == NULL; i++)
        {
          FasciaEntry *entry = g_ptr_array_index (entries, i);

          if (fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN
              && fascia_entry_get_moment (entry)->day <= request->at_day)
            request->entry = fascia_entry_ref (entry);
        }
      if (entries->len < SLICE)
        break;
      g_clear_pointer (&last, fascia_entry_unref);
      last = fascia_entry_ref (g_ptr_array_index (entries, entries->len - 1));
      before_ms = fascia_entry_get_moment (last)->utc_ms;
    }
  return TRUE;
}

static gboolean
read_journal (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  /* It may be read again. */
  g_clear_pointer (&request->settings, fascia_settings_unref);
  request->settings = fascia_db_load_settings (db, error);
  if (request->settings == NULL)
    return FALSE;
  if (!request->is_heat)
    return find_check_in (db, request, error);
  request->series = fascia_db_load_series (db, error);
  return request->series != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  return fascia_cli_check_output (context, request->path, error)
         && context->read (read_journal, TRUE, request, context->run_data, error);
}

static gboolean
has_scale (const FasciaEntry *entry, FasciaScale scale)
{
  guint n_marks = 0;
  guint n_drawings = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].scale == scale)
      return TRUE;
  for (guint i = 0; i < n_drawings; i++)
    if (drawings[i].scale == scale)
      return TRUE;
  return FALSE;
}

/* Who does not say what is to be seen wants to see something. */
static FasciaHeat *
create_heat (const FasciaBody *body, Request *request)
{
  g_autoptr (FasciaHeat) heat = fascia_heat_new (body, request->series, request->scale,
                                                 request->first_day, request->last_day);

  if (!request->has_scale && fascia_heat_get_n_days (heat) == 0)
    return fascia_heat_new (body, request->series, FASCIA_SCALE_PAIN, request->first_day,
                            request->last_day);
  return g_steal_pointer (&heat);
}

static gboolean
fill_check_in (FasciaPicture *picture, const Request *request, GError **error)
{
  if (request->entry == NULL && request->at == NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           _ ("There is no check-in in the journal yet."));
      return FALSE;
    }
  if (request->entry == NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a time as typed. */
                   _ ("There is no check-in at “%s” or before."), request->at);
      return FALSE;
    }
  picture->entry = request->entry;
  if (!request->has_scale && !has_scale (request->entry, FASCIA_SCALE_TIGHTNESS)
      && has_scale (request->entry, FASCIA_SCALE_PAIN))
    picture->scale = FASCIA_SCALE_PAIN;
  return TRUE;
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;
  FasciaMoment now;
  FasciaPicture picture = { .scale = request->scale, .measure = request->measure, .made = &now };
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaHeat) heat = NULL;

  if (fascia_cli_context_get_body (context, error) == NULL)
    return FALSE;
  if (!request->is_heat && !fill_check_in (&picture, request, error))
    return FALSE;
  if (request->is_heat)
    {
      heat = create_heat (context->body, request);
      picture.heat = heat;
      picture.scale = fascia_heat_get_scale (heat);
      if (fascia_heat_get_n_days (heat) == 0)
        {
          g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                               _ ("There are no check-ins in these days: choose others."));
          return FALSE;
        }
    }

  fascia_moment_init (&now, context->now_ms, context->zone);
  fascia_body_form_read (&form, request->settings);
  g_autoptr (FasciaBody) shown = fascia_body_new_with_form (context->body, &form);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = fascia_picture_render (shown, &picture, request->format, &cause);
  if (bytes == NULL)
    {
      fascia_cli_set_output_error (request->path, cause, error);
      return FALSE;
    }
  return fascia_cli_write_output (request->path, bytes, error);
}

const FasciaCliCommand fascia_cli_figure_command = {
  .name = "figure",
  .summary = N_ ("Draw a check-in or a period as a picture"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
