/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments: days, skipped and double local times, text, and that no entry ever changes its day. */

#include <string.h>

#include "core/journal/fascia-clock.h"
#include "core/journal/fascia-moment.h"
#include "fascia-test-long.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)
/* Far enough ahead that nothing in these tests lies in the future. */
#define LATE_MS G_GINT64_CONSTANT (300000000000000)

static GTimeZone *
get_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  if (zone == NULL)
    g_error ("No time zone %s on this machine (package tzdata)", name);
  return zone;
}

static gint64
utc_ms (int year, int month, int dom, int hour, int minute)
{
  return fascia_day_from_ymd (year, month, dom) * DAY_MS + hour * HOUR_MS + minute * 60000;
}

/* ---- days ---- */

static void
test_day_known (void)
{
  int year, month, dom;

  g_assert_cmpint (fascia_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (fascia_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (fascia_day_from_ymd (2000, 2, 29), ==, 11016);
  g_assert_cmpint (fascia_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (fascia_day_from_ymd (2026, 3, 10), ==, 20522);
  g_assert_cmpint (fascia_day_from_ymd (1900, 3, 1) - fascia_day_from_ymd (1900, 2, 28), ==, 1);
  fascia_day_to_ymd (11016, &year, &month, &dom);
  g_assert_cmpint (year * 10000 + month * 100 + dom, ==, 20000229);
  g_assert_cmpint (fascia_day_get_weekday (0), ==, 4);
  g_assert_cmpint (fascia_day_get_weekday (-1), ==, 3);
  g_assert_cmpint (fascia_day_get_weekday (20522), ==, 2);
}

/* Against GLib's own calendar, day by day over more than one era of 400 years. */
static void
test_day_against_glib (void)
{
  for (gint32 day = fascia_day_from_ymd (1850, 1, 1); day < fascia_day_from_ymd (2310, 1, 1); day++)
    {
      int year, month, dom;
      GDate date;

      g_date_clear (&date, 1);
      /* GDate counts from 1 January of the year 1, which is day 1. */
      g_date_set_julian (&date, (guint32) (day + 719163));
      fascia_day_to_ymd (day, &year, &month, &dom);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (dom, ==, g_date_get_day (&date));
      g_assert_cmpint (fascia_day_get_weekday (day), ==, (int) g_date_get_weekday (&date));
      g_assert_cmpint (fascia_day_from_ymd (year, month, dom), ==, day);
    }
}

static void
test_day_date_time (void)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (fascia_day_from_ymd (2024, 2, 29));

  g_assert_cmpint (g_date_time_get_year (date), ==, 2024);
  g_assert_cmpint (g_date_time_get_month (date), ==, 2);
  g_assert_cmpint (g_date_time_get_day_of_month (date), ==, 29);
  g_assert_cmpint (g_date_time_get_hour (date), ==, 12);
}

/* ---- from UTC ---- */

static void
assert_moment (gint64 ms, const char *zone_name, const char *iso, int year, int month, int dom)
{
  g_autoptr (GTimeZone) zone = get_zone (zone_name);
  FasciaMoment moment;

  fascia_moment_init (&moment, ms, zone);
  g_autofree char *text = fascia_moment_to_iso (&moment);
  g_assert_cmpstr (text, ==, iso);
  g_assert_cmpint (moment.day, ==, fascia_day_from_ymd (year, month, dom));
  g_assert_cmpstr (moment.zone, ==, zone_name);
}

static void
test_init_zones (void)
{
  assert_moment (0, "UTC", "1970-01-01T00:00:00+00:00", 1970, 1, 1);
  assert_moment (-1, "UTC", "1969-12-31T23:59:59.999+00:00", 1969, 12, 31);
  assert_moment (0, "America/New_York", "1969-12-31T19:00:00-05:00", 1969, 12, 31);
  assert_moment (G_GINT64_CONSTANT (2147483647000), "UTC", "2038-01-19T03:14:07+00:00", 2038, 1,
                 19);
  assert_moment (G_GINT64_CONSTANT (2147483648000), "UTC", "2038-01-19T03:14:08+00:00", 2038, 1,
                 19);
  assert_moment (utc_ms (2024, 2, 28, 23, 30), "Europe/Berlin", "2024-02-29T00:30:00+01:00", 2024,
                 2, 29);
  /* Both sides of the changes of 2026. */
  assert_moment (utc_ms (2026, 3, 29, 0, 59), "Europe/Berlin", "2026-03-29T01:59:00+01:00", 2026, 3,
                 29);
  assert_moment (utc_ms (2026, 3, 29, 1, 0), "Europe/Berlin", "2026-03-29T03:00:00+02:00", 2026, 3,
                 29);
  assert_moment (utc_ms (2026, 10, 25, 0, 30), "Europe/Berlin", "2026-10-25T02:30:00+02:00", 2026,
                 10, 25);
  assert_moment (utc_ms (2026, 10, 25, 1, 30), "Europe/Berlin", "2026-10-25T02:30:00+01:00", 2026,
                 10, 25);
  assert_moment (utc_ms (2026, 11, 1, 5, 30), "America/New_York", "2026-11-01T01:30:00-04:00", 2026,
                 11, 1);
  assert_moment (utc_ms (2026, 11, 1, 6, 30), "America/New_York", "2026-11-01T01:30:00-05:00", 2026,
                 11, 1);
  /* Half an hour of summer time. */
  assert_moment (utc_ms (2026, 4, 4, 14, 45), "Australia/Lord_Howe", "2026-04-05T01:45:00+11:00",
                 2026, 4, 5);
  assert_moment (utc_ms (2026, 4, 4, 15, 15), "Australia/Lord_Howe", "2026-04-05T01:45:00+10:30",
                 2026, 4, 5);
  /* Samoa went from 29 December 2011 straight to the 31st. */
  assert_moment (utc_ms (2011, 12, 30, 9, 59), "Pacific/Apia", "2011-12-29T23:59:00-10:00", 2011,
                 12, 29);
  assert_moment (utc_ms (2011, 12, 30, 10, 0), "Pacific/Apia", "2011-12-31T00:00:00+14:00", 2011,
                 12, 31);
  assert_moment (utc_ms (2026, 1, 1, 0, 0), "Asia/Kathmandu", "2026-01-01T05:45:00+05:45", 2026, 1,
                 1);
}

static void
test_minute (void)
{
  FasciaMoment moment = { -1, 0, -1, "UTC" };

  g_assert_cmpint (fascia_moment_get_minute (&moment), ==, 1439);
  moment = (FasciaMoment) { 0, 90, 0, "x" };
  g_assert_cmpint (fascia_moment_get_minute (&moment), ==, 90);
  moment = (FasciaMoment) { 0, -30, -1, "x" };
  g_assert_cmpint (fascia_moment_get_minute (&moment), ==, 1410);
}

/* ---- from local time ---- */

typedef struct
{
  const char *zone;
  const char *local;
  const char *iso; /* NULL: skipped */
} LocalCase;

static const LocalCase local_cases[] = {
  { "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T01:59:00+01:00" },
  { "Europe/Berlin", "2026-03-29T02:00", NULL },
  { "Europe/Berlin", "2026-03-29T02:59", NULL },
  { "Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00" },
  { "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00" },
  { "Europe/Berlin", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00" },
  { "America/New_York", "2026-03-08T02:30", NULL },
  { "America/New_York", "2026-11-01T01:30", "2026-11-01T01:30:00-04:00" },
  { "Australia/Lord_Howe", "2026-10-04T02:10", NULL },
  { "Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-04T02:30:00+11:00" },
  { "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11:00" },
  { "Pacific/Apia", "2011-12-30T12:00", NULL },
  { "Pacific/Apia", "2011-12-30", NULL },
  { "Pacific/Apia", "2011-12-29T23:59", "2011-12-29T23:59:00-10:00" },
  { "Pacific/Apia", "2011-12-31T00:00", "2011-12-31T00:00:00+14:00" },
  /* A day that began at one in the morning. */
  { "America/Sao_Paulo", "2018-11-04T00:30", NULL },
  { "America/Sao_Paulo", "2018-11-04T01:00", "2018-11-04T01:00:00-02:00" },
  { "UTC", "2024-02-29T23:59:59", "2024-02-29T23:59:59+00:00" },
  { "UTC", "1970-01-01T00:00", "1970-01-01T00:00:00+00:00" },
  { "UTC", "2038-01-19T03:14:08", "2038-01-19T03:14:08+00:00" },
  { "UTC", "9999-12-31T23:59:59", "9999-12-31T23:59:59+00:00" },
  { "UTC", "1900-01-01", "1900-01-01T12:00:00+00:00" },
};

static void
test_local_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (local_cases); i++)
    {
      const LocalCase *c = &local_cases[i];
      g_autoptr (GTimeZone) zone = get_zone (c->zone);
      g_autoptr (GError) error = NULL;
      FasciaMoment moment;
      gboolean success = fascia_moment_parse (c->local, zone, LATE_MS, &moment, &error);

      if (c->iso == NULL)
        {
          g_assert_false (success);
          g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SKIPPED);
          g_assert_nonnull (strstr (error->message, c->local));
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (success);
      g_autofree char *iso = fascia_moment_to_iso (&moment);
      g_assert_cmpstr (iso, ==, c->iso);
      g_assert_cmpint (
          moment.day, ==,
          fascia_day_from_ymd (atoi (c->local), atoi (c->local + 5), atoi (c->local + 8)));
    }
}

static void
test_from_local (void)
{
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  FasciaMoment moment;

  g_assert_true (fascia_moment_from_local (2026, 10, 25, 2, 30, zone, LATE_MS, &moment, &error));
  g_assert_no_error (error);
  g_assert_cmpint (moment.offset_min, ==, 120);
  g_assert_false (fascia_moment_from_local (2026, 3, 29, 2, 30, zone, LATE_MS, &moment, &error));
  g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SKIPPED);
  g_clear_error (&error);
  g_assert_false (fascia_moment_from_local (2026, 2, 29, 12, 0, zone, LATE_MS, &moment, &error));
  g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SYNTAX);
}

/* ---- text ---- */

static void
test_parse_forms (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
    const char *zone;
  } cases[] = {
    { "2026-03-01", "2026-03-01T12:00:00+01:00", "Europe/Berlin" },
    { "2026-03-01T14:20", "2026-03-01T14:20:00+01:00", "Europe/Berlin" },
    { "2026-03-01 14:20", "2026-03-01T14:20:00+01:00", "Europe/Berlin" },
    { "2026-03-01t14:20:05", "2026-03-01T14:20:05+01:00", "Europe/Berlin" },
    { "2026-03-01T14:20:05.123", "2026-03-01T14:20:05.123+01:00", "Europe/Berlin" },
    { "2026-03-01T14:20:05,5", "2026-03-01T14:20:05.500+01:00", "Europe/Berlin" },
    /* An instant: the place is the person's own. */
    { "2026-03-01T23:30Z", "2026-03-02T00:30:00+01:00", "Europe/Berlin" },
    /* An offset says where the person was. */
    { "2026-03-01T23:30+00:00", "2026-03-01T23:30:00+00:00", "UTC" },
    { "2026-03-01T23:30+01:00", "2026-03-01T23:30:00+01:00", "Europe/Berlin" },
    { "2026-03-01T23:30-0930", "2026-03-01T23:30:00-09:30", "-09:30" },
    { "2026-03-01T23:30+14", "2026-03-01T23:30:00+14:00", "+14:00" },
    { "2026-03-01+02:00", "2026-03-01T12:00:00+02:00", "+02:00" },
  };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaMoment moment, again;

      fascia_moment_parse (cases[i].text, zone, LATE_MS, &moment, &error);
      g_assert_no_error (error);
      g_autofree char *iso = fascia_moment_to_iso (&moment);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (moment.zone, ==, cases[i].zone);
      /* What is written out reads back as the same moment, day and offset. */
      g_assert_true (fascia_moment_parse (iso, zone, LATE_MS, &again, &error));
      g_assert_cmpint (again.utc_ms, ==, moment.utc_ms);
      g_assert_cmpint (again.offset_min, ==, moment.offset_min);
      g_assert_cmpint (again.day, ==, moment.day);
      g_assert_cmpstr (again.zone, ==, moment.zone);
    }
}

static void
test_parse_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "now",
    "2026",
    "2026-03",
    "2026-3-1",
    "26-03-01",
    "2026-00-01",
    "2026-13-01",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-03-00",
    "2026-03-01T",
    "2026-03-01T1:20",
    "2026-03-01T24:00",
    "2026-03-01T14:60",
    "2026-03-01T14:20:60",
    "2026-03-01T14:20:",
    "2026-03-01T14:20:05.",
    "2026-03-01T14:20x",
    "2026-03-01T14:20+",
    "2026-03-01T14:20+1",
    "2026-03-01T14:20+01:",
    "2026-03-01T14:20+01:60",
    "2026-03-01T14:20+17:00",
    "2026-03-01T14:20Zulu",
    " 2026-03-01",
    "2026-03-01 ",
    "-2026-03-01",
    "2026-03-01T14:20 +01:00",
    "\xff\xfe",
  };
  g_autoptr (GTimeZone) zone = get_zone ("UTC");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaMoment moment = { 77, 7, 7, "x" };

      if (fascia_moment_parse (texts[i], zone, LATE_MS, &moment, &error))
        g_error ("“%s” was taken", texts[i]);
      g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (moment.utc_ms, ==, 77);
    }
}

static void
test_parse_range (void)
{
  g_autoptr (GTimeZone) zone = get_zone ("UTC");
  g_autoptr (GError) error = NULL;
  FasciaMoment moment;

  g_assert_false (fascia_moment_parse ("1899-12-31", zone, LATE_MS, &moment, &error));
  g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "1899-12-31"));
}

static void
test_parse_future (void)
{
  g_autoptr (GTimeZone) zone = get_zone ("UTC");
  g_autoptr (GError) error = NULL;
  gint64 now_ms = utc_ms (2026, 3, 10, 13, 20);
  FasciaMoment moment;

  g_assert_true (fascia_moment_parse ("2026-03-11T13:20", zone, now_ms, &moment, &error));
  g_assert_no_error (error);
  g_assert_false (fascia_moment_parse ("2026-03-11T13:20:00.001", zone, now_ms, &moment, &error));
  g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE);
  g_clear_error (&error);
  g_assert_false (fascia_moment_parse ("9999-01-01T12:00", zone, now_ms, &moment, &error));
  g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE);
}

/* A date alone never lies ahead, whatever the hour. */
static void
test_parse_today (void)
{
  static const struct
  {
    int hour;
    const char *text;
    const char *iso; /* NULL: refused */
  } cases[] = {
    { 13, "2026-03-10", "2026-03-10T12:00:00+01:00" },
    { 8, "2026-03-10", "2026-03-10T09:20:00+01:00" },
    { 8, "2026-03-09", "2026-03-09T12:00:00+01:00" },
    { 8, "2026-03-10+05:00", "2026-03-10T12:00:00+05:00" },
    { 8, "2026-03-10-05:00", "2026-03-10T03:20:00-05:00" },
    { 3, "2026-03-10-05:00", NULL },
    { 8, "2026-03-11", NULL },
    { 13, "2026-03-11", NULL },
    { 23, "2026-03-11", "2026-03-11T00:20:00+01:00" },
    { 13, "9999-01-01", NULL },
  };
  g_autoptr (GTimeZone) zone = get_zone ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      FasciaMoment moment;

      if (fascia_moment_parse (cases[i].text, zone, utc_ms (2026, 3, 10, cases[i].hour, 20),
                               &moment, &error))
        iso = fascia_moment_to_iso (&moment);
      else
        g_assert_error (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* ---- every zone ---- */

static char **
get_zone_names (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  gboolean is_table = !g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &text, NULL, NULL);
  g_assert_true (!is_table
                 || g_file_get_contents ("/usr/share/zoneinfo/zone1970.tab", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " \t", -1);
      guint n_words = g_strv_length (words);
      const char *name = NULL;

      /* "Z NAME …" and "L TARGET NAME" in one form, a column in the other. */
      if (!is_table && n_words >= 2 && g_str_equal (words[0], "Z"))
        name = words[1];
      else if (n_words >= 3 && (is_table ? words[0][0] != '#' : g_str_equal (words[0], "L")))
        name = words[2];
      /* Old names may be left out of a machine. */
      g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
      if (zone != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_assert_cmpuint (names->len, >, 300);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* What a moment says of its day must be what its local time says, and must come back from text. */
static void
assert_keeps_its_day (gint64 ms, GTimeZone *zone, GTimeZone *elsewhere)
{
  FasciaMoment moment, again;
  int year, month, dom;

  fascia_moment_init (&moment, ms, zone);
  gint64 local_ms = ms + moment.offset_min * G_GINT64_CONSTANT (60000);
  gint64 start_ms = moment.day * DAY_MS;
  g_assert_cmpint (local_ms, >=, start_ms);
  g_assert_cmpint (local_ms, <, start_ms + DAY_MS);
  g_assert_cmpint (fascia_moment_get_minute (&moment), ==, (local_ms - start_ms) / 60000);

  fascia_day_to_ymd (moment.day, &year, &month, &dom);
  if (year < 1900)
    return;
  /* Read by somebody in another zone it stays where it was. */
  g_autofree char *iso = fascia_moment_to_iso (&moment);
  g_assert_true (fascia_moment_parse (iso, elsewhere, LATE_MS, &again, NULL));
  g_assert_cmpint (again.utc_ms, ==, ms);
  g_assert_cmpint (again.day, ==, moment.day);
  g_assert_cmpint (again.offset_min, ==, moment.offset_min);
}

static void
test_every_zone (void)
{
  g_auto (GStrv) names = get_zone_names ();
  g_autoptr (GTimeZone) elsewhere = get_zone ("Pacific/Apia");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260310);
  guint n_zones = g_strv_length (names);
  guint n_each = fascia_test_count ("FASCIA_TEST_MOMENTS", 30000, 1000000) / n_zones + 1;

  for (guint z = 0; z < n_zones; z++)
    {
      g_autoptr (GTimeZone) zone = get_zone (names[z]);

      for (guint i = 0; i < n_each; i++)
        assert_keeps_its_day ((gint64) g_rand_double_range (rand, -2.2e12, 4.2e12), zone,
                              elsewhere);
    }
}

/* Local times of every zone: what can be shown can be typed, and means the earlier time. */
static void
test_every_zone_local (void)
{
  g_auto (GStrv) names = get_zone_names ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint z = 0; names[z] != NULL; z++)
    {
      g_autoptr (GTimeZone) zone = get_zone (names[z]);

      for (guint i = 0; i < 12; i++)
        {
          gint64 ms = (gint64) g_rand_double_range (rand, 0, 2.1e12) / 1000 * 1000;
          g_autoptr (GError) error = NULL;
          FasciaMoment shown, typed;

          fascia_moment_init (&shown, ms, zone);
          g_autofree char *iso = fascia_moment_to_iso (&shown);
          iso[19] = '\0';
          g_assert_true (fascia_moment_parse (iso, zone, LATE_MS, &typed, &error));
          g_assert_no_error (error);
          g_assert_cmpint (typed.day, ==, shown.day);
          g_assert_cmpint (typed.utc_ms, <=, shown.utc_ms);
          g_assert_cmpint (shown.utc_ms - typed.utc_ms, <=, 24 * HOUR_MS);
        }
    }
}

static void
test_extremes (void)
{
  static const gint64 times[] = { G_MININT64 / 1000000,
                                  -1,
                                  0,
                                  1,
                                  G_GINT64_CONSTANT (253402300799999),
                                  G_GINT64_CONSTANT (100000000000000000) };
  g_autoptr (GTimeZone) zone = get_zone ("America/New_York");

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      FasciaMoment moment;

      fascia_moment_init (&moment, times[i], zone);
      gint64 local_ms = times[i] + moment.offset_min * G_GINT64_CONSTANT (60000);
      g_assert_cmpint (local_ms - moment.day * DAY_MS, >=, 0);
      g_assert_cmpint (local_ms - moment.day * DAY_MS, <, DAY_MS);
      g_autofree char *iso = fascia_moment_to_iso (&moment);
      g_assert_nonnull (iso);
    }
}

/* ---- the clock ---- */

static void
test_clock_fixed (void)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_fixed (1000, "Asia/Tokyo");
  FasciaMoment now;

  g_assert_cmpint (fascia_clock_now_ms (clock), ==, 1000);
  fascia_clock_set_fixed (clock, utc_ms (2026, 3, 10, 15, 0));
  fascia_clock_now (clock, &now);
  g_assert_cmpint (now.utc_ms, ==, utc_ms (2026, 3, 10, 15, 0));
  g_assert_cmpint (now.offset_min, ==, 540);
  g_assert_cmpint (now.day, ==, fascia_day_from_ymd (2026, 3, 11));
  g_assert_cmpstr (now.zone, ==, "Asia/Tokyo");
}

static void
test_clock_system (void)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = fascia_clock_now_ms (clock);
  gint64 after = g_get_real_time () / 1000;
  FasciaMoment moment;

  g_assert_cmpint (before, <=, now);
  g_assert_cmpint (now, <=, after);
  fascia_clock_now (clock, &moment);
  /* Never a path of the machine. */
  g_assert_cmpint (moment.zone[0], !=, '/');
  g_assert_cmpint (moment.zone[0], !=, ':');
}

/* It goes on while the machine sleeps, so it is never behind the one that does not. */
static void
test_clock_boot (void)
{
  const gint64 awake_ms = g_get_monotonic_time () / 1000;
  const gint64 first = fascia_clock_get_boot_ms (NULL);

  g_assert_cmpint (first, >=, awake_ms);
  g_assert_cmpint (fascia_clock_get_boot_ms (NULL), >=, first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/day/known", test_day_known);
  g_test_add_func ("/moment/day/against-glib", test_day_against_glib);
  g_test_add_func ("/moment/day/date-time", test_day_date_time);
  g_test_add_func ("/moment/init/zones", test_init_zones);
  g_test_add_func ("/moment/minute", test_minute);
  g_test_add_func ("/moment/local/cases", test_local_cases);
  g_test_add_func ("/moment/local/broken-down", test_from_local);
  g_test_add_func ("/moment/parse/forms", test_parse_forms);
  g_test_add_func ("/moment/parse/refused", test_parse_refused);
  g_test_add_func ("/moment/parse/range", test_parse_range);
  g_test_add_func ("/moment/parse/future", test_parse_future);
  g_test_add_func ("/moment/parse/today", test_parse_today);
  g_test_add_func ("/moment/every-zone", test_every_zone);
  g_test_add_func ("/moment/every-zone/local", test_every_zone_local);
  g_test_add_func ("/moment/extremes", test_extremes);
  g_test_add_func ("/clock/fixed", test_clock_fixed);
  g_test_add_func ("/clock/system", test_clock_system);
  g_test_add_func ("/clock/boot", test_clock_boot);

  return g_test_run ();
}
