/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet row, shown once, when a place has been marked for six weeks without getting better.
 */

#include "config.h"

#include "fascia-six-weeks.h"

#include <glib/gi18n.h>

#include "fascia-help-page.h"
#include "fascia-place-facts.h"
#include "routines/fascia-safety-book.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-row-words.h"

#define N_WEEKS 6
#define WEEK_DAYS 7
#define MIN_WEEKS 4
/* A mean that is lower by so much counts as better. */
#define BETTER_BY 1.0

struct _FasciaSixWeeksRow
{
  AdwActionRow parent_instance;

  FasciaBodyModel *model;
  const FasciaRegion *region;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FasciaSixWeeksRow, fascia_six_weeks_row, ADW_TYPE_ACTION_ROW)

/* ---- whether it is due ---- */

typedef struct
{
  guint n_marks;
  guint n_zero;
  guint n_levels;
  double sum;
} Week;

gboolean
fascia_six_weeks_is_due (const FasciaSeries *series, const char *region, gint32 today)
{
  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  Week weeks[N_WEEKS] = { 0 };
  gint32 first_day = today - N_WEEKS * WEEK_DAYS + 1;
  guint index = fascia_series_lookup_region (series, region);
  guint n_points = 0;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  guint n_marked = 0;

  if (index == FASCIA_POINT_NOWHERE)
    return FALSE;
  for (guint i = fascia_series_lower_bound (series, first_day); i < n_points; i++)
    {
      Week *week = NULL;

      if (points[i].day > today)
        break;
      if (points[i].region != index)
        continue;
      week = &weeks[(points[i].day - first_day) / WEEK_DAYS];
      if (points[i].level == 0)
        week->n_zero++;
      else
        week->n_marks++;
      if (points[i].level != FASCIA_LEVEL_NOT_GIVEN)
        {
          week->n_levels++;
          week->sum += points[i].level;
        }
    }
  for (guint i = 0; i < N_WEEKS; i++)
    n_marked += weeks[i].n_marks > 0 ? 1 : 0;
  if (n_marked < MIN_WEEKS || weeks[0].n_marks == 0 || weeks[N_WEEKS - 1].n_marks == 0
      || weeks[N_WEEKS - 1].n_zero > 0)
    return FALSE;

  guint n_first = weeks[0].n_levels + weeks[1].n_levels;
  guint n_last = weeks[N_WEEKS - 2].n_levels + weeks[N_WEEKS - 1].n_levels;
  if (n_first == 0 || n_last == 0)
    return TRUE;
  double first = (weeks[0].sum + weeks[1].sum) / n_first;
  double last = (weeks[N_WEEKS - 2].sum + weeks[N_WEEKS - 1].sum) / n_last;
  return last > first - BETTER_BY;
}

/* ---- the row ---- */

static void
on_activated (FasciaSixWeeksRow *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  FasciaSigns *signs = fascia_place_facts_get_signs (fascia_place_facts_get (self->model));

  if (view != NULL && signs != NULL)
    adw_navigation_view_push (
        ADW_NAVIGATION_VIEW (view),
        fascia_help_page_new_shown (signs, FASCIA_SIGN_AFTER_SIX_WEEKS,
                                    fascia_body_model_get_journal (self->model)));
}

static FasciaBodySetup *
get_setup (FasciaSixWeeksRow *self)
{
  return fascia_place_facts_get_setup (fascia_place_facts_get (self->model));
}

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSixWeeksRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSeries) series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);
  const char *id = fascia_region_get_id (self->region);

  if (series == NULL || self->model == NULL
      || !fascia_six_weeks_is_due (
          series, id, fascia_body_state_get_today (fascia_body_model_get_state (self->model))))
    return;
  /* Once for a place, and never while nobody knows whether it was. */
  if (fascia_body_setup_add_to_list (get_setup (self), FASCIA_SETTING_HELP_WEEKS, id))
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
fascia_six_weeks_row_dispose (GObject *object)
{
  FasciaSixWeeksRow *self = FASCIA_SIX_WEEKS_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_six_weeks_row_parent_class)->dispose (object);
}

static void
fascia_six_weeks_row_class_init (FasciaSixWeeksRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_six_weeks_row_dispose;
  fascia_row_class_install_press (GTK_WIDGET_CLASS (klass));
}

static void
fascia_six_weeks_row_init (FasciaSixWeeksRow *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Six Weeks, and Not Better?"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  fascia_row_set_words (ADW_ACTION_ROW (self), _ ("Somebody who can look at it may help"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "activated", G_CALLBACK (on_activated), NULL);
}

GtkWidget *
fascia_six_weeks_row_new (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaSixWeeksRow *self = g_object_new (FASCIA_TYPE_SIX_WEEKS_ROW, NULL);

  self->model = g_object_ref (model);
  self->region = region;
  /* Asked only for a place whose row has not been shown yet. */
  if (!g_strv_contains (fascia_settings_get_strv (fascia_body_setup_get_settings (get_setup (self)),
                                                  FASCIA_SETTING_HELP_WEEKS),
                        fascia_region_get_id (region)))
    fascia_journal_load_series_async (fascia_body_model_get_journal (model), self->cancellable,
                                      on_series_loaded, g_object_ref (self));
  return GTK_WIDGET (self);
}
