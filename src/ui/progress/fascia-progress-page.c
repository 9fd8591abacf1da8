/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress: the answer in a sentence, then the chart it comes from.
 */

#include "config.h"

#include "fascia-progress-page.h"

#include <glib/gi18n.h>

#include "core/insights/fascia-usage.h"
#include "fascia-answer-text.h"
#include "fascia-chart-text.h"
#include "fascia-chart-week.h"
#include "fascia-progress-state.h"
#include "fascia-text.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-fit.h"

struct _FasciaProgressPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *error_page;
  AdwToggleGroup *range_group;
  GtkDropDown *place_dropdown;
  GtkLabel *answer;
  GtkLabel *coverage;
  FasciaChartCard *card;

  FasciaJournal *journal;
  FasciaSeries *series;
  FasciaRange range;
  GCancellable *cancellable; /* of the reading under way */
  char *problem;             /* why the last reading failed */
  gboolean is_stale;         /* the journal has changed since */

  FasciaBody *body;  /* for names of places */
  GPtrArray *places; /* codes of the drop-down after "all places"; interned */
  const char *place; /* the chosen one; NULL: all */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FasciaProgressPage, fascia_progress_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_JOURNAL = 1,
  PROP_BODY,
  PROP_DAYS,
} FasciaProgressPageProperty;

static GParamSpec *properties[PROP_DAYS + 1];

static const struct
{
  FasciaRange range;
  const char *name;
  int n_days; /* 0: all */
} ranges[] = {
  { FASCIA_RANGE_7, "7", 7 },       { FASCIA_RANGE_30, "30", 30 },  { FASCIA_RANGE_90, "90", 90 },
  { FASCIA_RANGE_365, "365", 365 }, { FASCIA_RANGE_ALL, "all", 0 },
};

/* ---- values → widgets ---- */

static void
update_state (FasciaProgressPage *self)
{
  const GError *error = fascia_journal_get_error (self->journal);
  guint n_points = 0;
  FasciaProgressState state;

  if (self->series != NULL)
    fascia_series_get_points (self->series, &n_points);
  state = fascia_progress_state_for (fascia_journal_get_state (self->journal), self->series != NULL,
                                     n_points, self->problem != NULL);
  if (state == FASCIA_PROGRESS_ERROR)
    {
      const char *problem = self->problem != NULL ? self->problem
                            : error != NULL       ? error->message
                                                  : "";
      /* A description is markup, and a path may contain anything. */
      g_autofree char *escaped = g_markup_escape_text (problem, -1);

      adw_status_page_set_description (self->error_page, escaped);
    }
  gtk_stack_set_visible_child_name (self->stack, fascia_progress_state_get_name (state));
}

static const char *
get_place_name (FasciaProgressPage *self)
{
  return self->place != NULL ? fascia_text_region (self->body, self->place) : NULL;
}

static void
update_answer (FasciaProgressPage *self, const FasciaChartData *data)
{
  FasciaAnswer answer;
  fascia_answer_init (&answer, data->daily[0], data->daily[1],
                      fascia_range_get_first_counted (self->range, self->series, data->first_day));

  const char *place = get_place_name (self);
  g_autofree char *answer_text = fascia_answer_text_typical (&answer, self->range, place);
  g_autofree char *coverage_text = fascia_answer_text_coverage (&answer, self->range, place);

  gtk_label_set_label (self->answer, answer_text);
  gtk_label_set_label (self->coverage, coverage_text);
  gtk_widget_set_visible (GTK_WIDGET (self->coverage), coverage_text[0] != '\0');
}

/* The places that were ever marked, the most used first. */
static void
fill_places (FasciaProgressPage *self)
{
  g_autoptr (GArray) usage = fascia_usage_list_new (self->series);
  guint selected = 0;
  gboolean is_same = self->places->len == usage->len && usage->len > 0;

  for (guint i = 0; is_same && i < usage->len; i++)
    is_same = g_array_index (usage, FasciaUsage, i).region == g_ptr_array_index (self->places, i);
  if (is_same)
    return;

  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_ptr_array_set_size (self->places, 0);
  /* Translators: first choice of the list of places to chart. */
  gtk_string_list_append (names, _ ("All places"));
  for (guint i = 0; i < usage->len; i++)
    {
      const char *region = g_array_index (usage, FasciaUsage, i).region;

      g_ptr_array_add (self->places, (gpointer) region);
      gtk_string_list_append (names, fascia_text_region (self->body, region));
      if (region == self->place)
        selected = i + 1;
    }
  if (selected == 0)
    self->place = NULL;

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->place_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->place_dropdown, selected);
  self->is_filling = FALSE;
}

static void
update_content (FasciaProgressPage *self)
{
  if (self->series != NULL)
    {
      const gint32 today = fascia_day_watch_get_day (fascia_day_watch_get (self->journal));
      gint32 first_day;
      gint32 last_day;

      fascia_range_get_days (self->range, self->series, today, &first_day, &last_day);
      g_autoptr (FasciaChartData) data = fascia_chart_data_new (
          self->series, self->place, first_day, last_day, fascia_chart_week_get_first_day ());
      fascia_chart_card_show (self->card, data, get_place_name (self));
      update_answer (self, data);
    }
  update_state (self);
}

/* ---- reading ---- */

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FasciaProgressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FasciaSeries *series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->problem, g_free);
  if (series == NULL)
    {
      self->problem = g_strdup (error->message);
      update_state (self);
      return;
    }
  g_clear_pointer (&self->series, fascia_series_unref);
  self->series = series;
  fill_places (self);
  update_content (self);
}

static void
read_series (FasciaProgressPage *self)
{
  self->is_stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fascia_journal_load_series_async (self->journal, self->cancellable, on_series_loaded,
                                    g_object_ref (self));
}

static void
read_when_shown (FasciaProgressPage *self)
{
  if (self->is_stale && gtk_widget_get_mapped (GTK_WIDGET (self))
      && fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    read_series (self);
}

static void
on_journal_changed (FasciaProgressPage *self, FasciaChangeFlags flags)
{
  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES)) == 0)
    return;
  self->is_stale = TRUE;
  read_when_shown (self);
}

static void
on_journal_state_changed (FasciaProgressPage *self)
{
  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  update_state (self);
  read_when_shown (self);
}

static void
on_day_changed (FasciaProgressPage *self)
{
  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  update_content (self);
}

static void
on_retry_clicked (FasciaProgressPage *self)
{
  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  g_clear_pointer (&self->problem, g_free);
  self->is_stale = TRUE;
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED)
    fascia_journal_open (self->journal);
  read_when_shown (self);
  update_state (self);
}

static void
on_range_chosen (FasciaProgressPage *self)
{
  const char *name;

  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  /* While the toggles are made. */
  if (self->journal == NULL)
    return;
  name = adw_toggle_group_get_active_name (self->range_group);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (g_strcmp0 (name, ranges[i].name) != 0 || self->range == ranges[i].range)
        continue;
      self->range = ranges[i].range;
      update_content (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
    }
}

static void
on_place_chosen (FasciaProgressPage *self)
{
  guint selected;
  const char *place = NULL;

  g_assert (FASCIA_IS_PROGRESS_PAGE (self));

  if (self->is_filling || self->journal == NULL)
    return;
  selected = gtk_drop_down_get_selected (self->place_dropdown);
  if (selected != GTK_INVALID_LIST_POSITION && selected > 0 && selected <= self->places->len)
    place = g_ptr_array_index (self->places, selected - 1);
  if (place == self->place)
    return;
  self->place = place;
  update_content (self);
}

static void
fascia_progress_page_map (GtkWidget *widget)
{
  FasciaProgressPage *self = FASCIA_PROGRESS_PAGE (widget);

  GTK_WIDGET_CLASS (fascia_progress_page_parent_class)->map (widget);

  /* What comes up is of today, also when the clock was put right in the meantime. */
  fascia_day_watch_refresh (fascia_day_watch_get (self->journal));
  read_when_shown (self);
}

/* ---- public ---- */

void
fascia_progress_page_set_range (FasciaProgressPage *self, FasciaRange range)
{
  g_return_if_fail (FASCIA_IS_PROGRESS_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i].range == range)
        adw_toggle_group_set_active_name (self->range_group, ranges[i].name);
    }
}

FasciaRange
fascia_progress_page_get_range (FasciaProgressPage *self)
{
  g_return_val_if_fail (FASCIA_IS_PROGRESS_PAGE (self), FASCIA_RANGE_30);

  return self->range;
}

FasciaChartCard *
fascia_progress_page_get_card (FasciaProgressPage *self)
{
  g_return_val_if_fail (FASCIA_IS_PROGRESS_PAGE (self), NULL);

  return self->card;
}

gboolean
fascia_progress_page_select_place (FasciaProgressPage *self, const char *region)
{
  guint index = 0;

  g_return_val_if_fail (FASCIA_IS_PROGRESS_PAGE (self), FALSE);

  if (region != NULL
      && !g_ptr_array_find_with_equal_func (self->places, region, g_str_equal, &index))
    return FALSE;
  gtk_drop_down_set_selected (self->place_dropdown, region != NULL ? index + 1 : 0);
  return TRUE;
}

/* ---- class ---- */

static int
get_days (FasciaProgressPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i].range == self->range)
        return ranges[i].n_days;
    }
  return 0;
}

/* A number that is no range, from a setting that was changed by hand, changes nothing. */
static void
set_days (FasciaProgressPage *self, int n_days)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i].n_days == n_days)
        fascia_progress_page_set_range (self, ranges[i].range);
    }
}

static void
fascia_progress_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaProgressPage *self = FASCIA_PROGRESS_PAGE (object);

  switch ((FasciaProgressPageProperty) id)
    {
    case PROP_DAYS:
      g_value_set_int (value, get_days (self));
      break;
    case PROP_JOURNAL:
    case PROP_BODY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_progress_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  FasciaProgressPage *self = FASCIA_PROGRESS_PAGE (object);

  switch ((FasciaProgressPageProperty) id)
    {
    case PROP_JOURNAL:
      self->journal = g_value_dup_object (value);
      break;
    case PROP_BODY:
      self->body = g_value_dup_boxed (value);
      break;
    case PROP_DAYS:
      set_days (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_progress_page_constructed (GObject *object)
{
  FasciaProgressPage *self = FASCIA_PROGRESS_PAGE (object);

  G_OBJECT_CLASS (fascia_progress_page_parent_class)->constructed (object);

  g_signal_connect_object (self->journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify::state", G_CALLBACK (on_journal_state_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (self->journal), "notify::day",
                           G_CALLBACK (on_day_changed), self, G_CONNECT_SWAPPED);
  update_state (self);
}

static void
fascia_progress_page_dispose (GObject *object)
{
  FasciaProgressPage *self = FASCIA_PROGRESS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_PROGRESS_PAGE);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_progress_page_parent_class)->dispose (object);
}

static void
fascia_progress_page_class_init (FasciaProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_progress_page_get_property;
  object_class->set_property = fascia_progress_page_set_property;
  object_class->constructed = fascia_progress_page_constructed;
  object_class->dispose = fascia_progress_page_dispose;
  widget_class->map = fascia_progress_page_map;

  properties[PROP_JOURNAL]
      = g_param_spec_object ("journal", NULL, NULL, FASCIA_TYPE_JOURNAL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY]
      = g_param_spec_boxed ("body", NULL, NULL, FASCIA_TYPE_BODY,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAYS]
      = g_param_spec_int ("days", NULL, NULL, 0, 365, 30,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FASCIA_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, range_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, place_dropdown);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, answer);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, FasciaProgressPage, card);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_range_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

/* All of them side by side have room for so much of large text. */
static void
name_ranges (FasciaProgressPage *self)
{
  const gboolean is_short = fascia_is_text_large (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    adw_toggle_set_label (adw_toggle_group_get_toggle_by_name (self->range_group, ranges[i].name),
                          fascia_chart_text_range (ranges[i].range, is_short));
}

static void
fascia_progress_page_init (FasciaProgressPage *self)
{
  g_autoptr (PangoAttrList) larger = pango_attr_list_new ();
  g_autoptr (GtkExpression) name = NULL;

  self->range = FASCIA_RANGE_30;
  self->is_stale = TRUE;
  self->places = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Read before the picture, so a little larger. */
  pango_attr_list_insert (larger, pango_attr_scale_new (1.2));
  gtk_label_set_attributes (self->answer, larger);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, ranges[i].name);
      adw_toggle_set_tooltip (toggle, fascia_chart_text_range_spoken (ranges[i].range));
      adw_toggle_group_add (self->range_group, toggle);
    }
  name_ranges (self);
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (name_ranges));
  adw_toggle_group_set_active_name (self->range_group, "30");

  name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->place_dropdown, name);
  gtk_drop_down_set_search_match_mode (self->place_dropdown,
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

FasciaProgressPage *
fascia_progress_page_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  return g_object_new (FASCIA_TYPE_PROGRESS_PAGE, "journal", journal, "body", body, NULL);
}
