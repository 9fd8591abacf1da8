/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of the plan page: this week, the days of every week, how steady it is, minutes of pressure.
 */

#include "config.h"

#include "fascia-plan-page-private.h"

#include <glib/gi18n.h>

#include "fascia-plan-day-dialog.h"
#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-row-words.h"

#define WEEK_DAYS 7

static const char weekday_key[] = "fascia-weekday";

/* Beside what it shows, of which a screen reader says the title alone. */
static void
describe_row (GtkWidget *row, const char *words)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/* ---- this week ---- */

/* One state for the day: what was begun counts, whatever else there was. */
static FasciaPlanState
join_states (const FasciaPlanDay *days, guint n)
{
  guint n_done = 0, n_begun = 0, n_planned = 0;
  FasciaPlanState other = n > 0 ? days[0].state : FASCIA_PLAN_REST;

  for (guint i = 0; i < n; i++)
    {
      if (days[i].state == FASCIA_PLAN_MOVED || days[i].state == FASCIA_PLAN_REST)
        continue;
      n_planned++;
      n_done += days[i].state == FASCIA_PLAN_DONE;
      n_begun += days[i].state == FASCIA_PLAN_DONE || days[i].state == FASCIA_PLAN_PARTLY;
      if (days[i].state != FASCIA_PLAN_DONE && days[i].state != FASCIA_PLAN_PARTLY)
        other = days[i].state;
    }
  if (n_planned > 0 && n_done == n_planned)
    return FASCIA_PLAN_DONE;
  if (n_begun > 0 && other != FASCIA_PLAN_DUE)
    return FASCIA_PLAN_PARTLY;
  return other;
}

/* "Slow neck · Desk break (done)": names alone where they went as the day did. */
static char *
dup_day_words (FasciaPlanPage *self, const FasciaPlanDay *days, guint n, FasciaPlanState state)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      if (days[i].routine == NULL)
        continue;
      g_autofree char *name = fascia_plan_text_routine (library, days[i].routine);

      if (days[i].state == state)
        g_ptr_array_add (words, g_steal_pointer (&name));
      else
        /* Translators: a routine of a day, and how it went: “Slow neck (done)”. */
        g_ptr_array_add (words, g_strdup_printf (_ ("%1$s (%2$s)"), name,
                                                 fascia_plan_text_state (days[i].state)));
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
add_week_day (FasciaPlanPage *self,
              AdwPreferencesGroup *group,
              const FasciaPlanDay *days,
              guint n,
              gint32 today)
{
  const FasciaPlanState state = join_states (days, n);
  g_autofree char *weekday = fascia_plan_text_weekday (fascia_day_get_weekday (days[0].day));
  g_autofree char *words = dup_day_words (self, days, n, state);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 2,
                                 "subtitle-lines", 0, "title", weekday, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (fascia_plan_text_icon (state));
  GtkWidget *label = gtk_label_new (fascia_plan_text_state (state));
  /* Translators: read aloud: how a day of the plan went, and its routines. */
  g_autofree char *spoken
      = words != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), fascia_plan_text_state (state), words)
                      : g_strdup (fascia_plan_text_state (state));

  if (words != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  describe_row (row, spoken);
  if (days[0].day != today)
    gtk_widget_add_css_class (icon, "dimmed");
  else
    gtk_widget_add_css_class (icon, "accent");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Short words: none of them is broken. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static gint32
get_monday (gint32 day)
{
  return day - fascia_day_get_weekday (day) + 1;
}

void
fascia_plan_page_add_week (FasciaPlanPage *self, FasciaPlan *plan)
{
  const gint32 today = fascia_routines_model_get_day (self->model);
  const gint32 monday = get_monday (today);
  const gint32 started = fascia_plan_get_started (plan);
  g_autoptr (GArray) days = fascia_plan_dup_days (
      plan, fascia_routines_model_get_past (self->model), monday, monday + WEEK_DAYS - 1, today);
  AdwPreferencesGroup *group = fascia_plan_page_add_group (self, _ ("This Week"));
  const FasciaPlanDay *rows = (const FasciaPlanDay *) (gconstpointer) days->data;

  if (fascia_plan_is_from_ahead (plan, today))
    adw_preferences_group_set_description (
        group, _ ("The clock was ahead when this plan began. It runs from today."));
  else if (started != FASCIA_DAY_NOT_GIVEN && started > today)
    {
      g_autofree char *day = fascia_plan_text_day (started);
      /* Translators: %s is a date. */
      g_autofree char *words = g_strdup_printf (_ ("The plan begins on %s."), day);

      adw_preferences_group_set_description (group, words);
    }
  for (guint i = 0; i < days->len;)
    {
      guint n = 1;

      while (i + n < days->len && rows[i + n].day == rows[i].day)
        n++;
      add_week_day (self, group, &rows[i], n, today);
      i += n;
    }
}

/* ---- every week ---- */

static void
on_day_activated (FasciaPlanPage *self, GtkWidget *row)
{
  const int weekday = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), weekday_key));

  adw_dialog_present (fascia_plan_day_dialog_new (self->model, weekday), GTK_WIDGET (self));
}

void
fascia_plan_page_add_days (FasciaPlanPage *self, AdwPreferencesGroup *group, FasciaPlan *plan)
{
  static const char *const keys[WEEK_DAYS]
      = { "day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7" };
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  int n_days = 0;

  for (int weekday = 1; weekday <= WEEK_DAYS; weekday++)
    n_days += fascia_plan_get_weekday (plan, weekday) != NULL;
  g_autofree char *words
      = n_days == 0 ? g_strdup (_ ("Choose routines for the days you like"))
                    : g_strdup_printf (ngettext ("%d day with a session, the others for rest",
                                                 "%d days with a session, the others for rest",
                                                 (gulong) n_days),
                                       n_days);
  if (n_days == WEEK_DAYS)
    g_set_str (&words, _ ("Something small every day"));
  GtkWidget *expander
      = fascia_plan_page_create_expander (self, "days", _ ("Days of the Week"), words);

  for (int weekday = 1; weekday <= WEEK_DAYS; weekday++)
    {
      g_autofree char *title = fascia_plan_text_weekday (weekday);
      g_autofree char *routines
          = fascia_plan_text_routines (library, fascia_plan_get_weekday (plan, weekday));
      GtkWidget *row = fascia_plan_page_create_row (keys[weekday - 1], title, routines);

      g_object_set_data (G_OBJECT (row), weekday_key, GINT_TO_POINTER (weekday));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_day_activated), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  adw_preferences_group_add (group, expander);
}

/* ---- how steady it is ---- */

static void
clear_change (gpointer change)
{
  g_clear_pointer (&((FasciaSettingChange *) change)->value, g_variant_unref);
}

static void
on_score_toggled (FasciaPlanPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));
  const FasciaSettingChange change = {
    .key = FASCIA_SETTING_PLAN_SCORE,
    .value = g_variant_ref_sink (g_variant_new_boolean (adw_switch_row_get_active (row))),
  };

  g_array_set_clear_func (changes, clear_change);
  g_array_append_val (changes, change);
  fascia_routines_model_write (self->model, changes);
}

static char *
dup_score (FasciaPlanPage *self, FasciaPlan *plan)
{
  FasciaPast *past = fascia_routines_model_get_past (self->model);
  const gint32 today = fascia_routines_model_get_day (self->model);
  const gint32 started = fascia_plan_get_started (plan);
  const double score = fascia_plan_get_score (plan, past, today);
  const double before = fascia_plan_get_score (plan, past, today - WEEK_DAYS);
  /* Of a week that nobody began on a certain day nothing is kept back. */
  const gint64 days = started != FASCIA_DAY_NOT_GIVEN ? (gint64) today - started + 1 : G_MAXINT32;

  return fascia_plan_text_score (score, before, (int) CLAMP (days, 0, G_MAXINT32));
}

void
fascia_plan_page_add_score (FasciaPlanPage *self, AdwPreferencesGroup *group, FasciaPlan *plan)
{
  g_autofree char *words = dup_score (self, plan);
  GtkWidget *row = g_object_new (
      ADW_TYPE_SWITCH_ROW, "title", _ ("How Steady It Is"), "title-lines", 3, "subtitle-lines", 4,
      "active",
      fascia_plan_get_score (plan, NULL, fascia_routines_model_get_day (self->model)) >= 0, NULL);

  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  fascia_plan_page_name (row, "score");
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_score_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

/* ---- pressure ---- */

void
fascia_plan_page_add_pressure (FasciaPlanPage *self, AdwPreferencesGroup *group)
{
  g_autoptr (GArray) list = fascia_plan_list_pressure (
      fascia_routines_model_get_library (self->model), fascia_routines_model_get_past (self->model),
      fascia_routines_model_get_day (self->model));
  g_autofree char *words
      = g_strdup_printf (ngettext ("The last seven days, %u place",
                                   "The last seven days, %u places", (gulong) list->len),
                         list->len);

  if (list->len == 0)
    return;
  GtkWidget *expander
      = fascia_plan_page_create_expander (self, "pressure", _ ("Minutes of Pressure"), words);
  for (guint i = 0; i < list->len; i++)
    {
      const FasciaPlanPressure *pressure = &g_array_index (list, FasciaPlanPressure, i);
      g_autofree char *time = fascia_plan_text_pressure (pressure->seconds);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 3,
                                     "title", fascia_region_get_name (pressure->region), NULL);
      GtkWidget *label = gtk_label_new (time);

      describe_row (row, time);
      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  adw_preferences_group_add (group, expander);
}

/* ---- what they show ---- */

static void
describe_days (FasciaPlanPage *self, GString *text, FasciaPlan *plan)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  const gint32 today = fascia_routines_model_get_day (self->model);
  const gint32 monday = get_monday (today);
  g_autoptr (GArray) days = fascia_plan_dup_days (
      plan, fascia_routines_model_get_past (self->model), monday, monday + WEEK_DAYS - 1, today);

  for (guint i = 0; i < days->len; i++)
    {
      const FasciaPlanDay *day = &g_array_index (days, FasciaPlanDay, i);

      g_string_append_printf (text, "%d %s %d\n", day->day, day->routine, (int) day->state);
    }
  for (int weekday = 1; weekday <= WEEK_DAYS; weekday++)
    {
      g_autofree char *names
          = fascia_plan_text_routines (library, fascia_plan_get_weekday (plan, weekday));

      g_string_append_printf (text, "%s\n", names);
    }
}

char *
fascia_plan_page_describe (FasciaPlanPage *self, FasciaPlan *plan)
{
  const gint32 today = fascia_routines_model_get_day (self->model);
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *score = dup_score (self, plan);
  g_autoptr (GArray) list
      = fascia_plan_list_pressure (fascia_routines_model_get_library (self->model),
                                   fascia_routines_model_get_past (self->model), today);

  g_string_append_printf (text, "%d %s %s %u %d %d %s %d\n", today,
                          programme != NULL ? fascia_programme_get_code (programme) : "-",
                          fascia_plan_get_unknown (self->model), fascia_plan_get_stage (plan),
                          fascia_plan_get_started (plan), fascia_plan_is_stage_due (plan, today),
                          score, fascia_plan_is_there (self->model));
  describe_days (self, text, plan);
  for (guint i = 0; i < list->len; i++)
    {
      const FasciaPlanPressure *pressure = &g_array_index (list, FasciaPlanPressure, i);

      g_string_append_printf (text, "%s %d\n", fascia_region_get_id (pressure->region),
                              pressure->seconds);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
