/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar column of the journal: a year, what it is coloured by, and what the colours mean.
 */

#include "config.h"

#include "fascia-year-panel.h"

#include <glib/gi18n.h>

#include "body/fascia-heat-swatch.h"
#include "draw/fascia-figure-palette.h"
#include "fascia-announce.h"
#include "fascia-day-watch.h"
#include "fascia-year-calendar.h"

/* Several changes in a row are one reading. */
#define REFRESH_AFTER_MS 250
/* What the column has within its margins. */
#define ROOM_PX (280 - 2 * 12)

struct _FasciaYearPanel
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *back;
  GtkWidget *on;
  AdwToggleGroup *measures;
  GtkDropDown *measure_list; /* in its place when the text is too large for it */
  FasciaYearCalendar *calendar;
  GtkWidget *scrolled;
  GtkLabel *legend_labels[FASCIA_FIGURE_STEPS];

  FasciaJournal *journal;
  GCancellable *cancellable;
  FasciaSeries *series; /* NULL until read */
  GArray *counts;       /* FasciaDayCount of the year; NULL until read */
  int year;
  int first_year; /* of the diary; G_MAXINT until known */
  gint32 wanted_day;
  guint refresh_id;
  guint scroll_id;
  guint is_stale : 1;
  guint has_loaded : 1;
  guint wants_focus : 1;  /* at wanted_day, once its year is shown */
  guint wants_scroll : 1; /* to the month of the day that the calendar is at */
};

enum
{
  DAY_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaYearPanel, fascia_year_panel, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  FasciaYearMeasure measure;
} measure_names[] = {
  { "tightness", FASCIA_YEAR_TIGHTNESS },
  { "pain", FASCIA_YEAR_PAIN },
  { "entries", FASCIA_YEAR_ENTRIES },
};

static gint32
get_today (FasciaYearPanel *self)
{
  return fascia_day_watch_get_day (fascia_day_watch_get (self->journal));
}

static int
get_year_of (gint32 day)
{
  int year;
  int month;
  int dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  return year;
}

/* ---- what is shown ---- */

static void
on_scroll_due (gpointer data)
{
  FasciaYearPanel *self = FASCIA_YEAR_PANEL (data);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  self->scroll_id = 0;
  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  self->wants_scroll = FALSE;
  graphene_rect_t bounds;
  if (!fascia_year_calendar_get_bounds (self->calendar,
                                        fascia_year_calendar_get_day (self->calendar), &bounds))
    return;
  /* The day in the lower half: what is looked for is more often in the past. From the beginning of
   * a month on. */
  double highest = bounds.origin.y + bounds.size.height - gtk_adjustment_get_page_size (adjustment);
  double y = 0;
  for (int month = 12; month >= 1; month--)
    {
      double top = fascia_year_calendar_get_month_y (self->calendar,
                                                     fascia_day_from_ymd (self->year, month, 1));

      if (top < highest)
        break;
      y = top;
    }
  gtk_adjustment_set_value (adjustment, y);
}

static void
scroll_later (FasciaYearPanel *self)
{
  if (self->wants_scroll && self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, G_SOURCE_FUNC (on_scroll_due), self, NULL);
}

static void
update_days (FasciaYearPanel *self)
{
  FasciaYearDay days[FASCIA_YEAR_MAX_DAYS];
  gboolean is_new_year = self->year != fascia_year_calendar_get_year (self->calendar);
  int this_year = get_year_of (get_today (self));
  /* Translators: The year above a calendar. */
  g_autofree char *title = g_strdup_printf (C_ ("year", "%d"), self->year);

  fascia_year_days_fill (days, self->year, self->counts, self->series);
  fascia_year_calendar_set_year (self->calendar, self->year, get_today (self), days);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_sensitive (self->on, self->year < this_year);
  gtk_widget_set_sensitive (self->back, self->year > MIN (self->first_year, this_year));
  if (is_new_year)
    self->wants_scroll = TRUE;
  if (self->wants_focus && get_year_of (self->wanted_day) == self->year)
    {
      self->wants_focus = FALSE;
      fascia_year_calendar_focus_day (self->calendar, self->wanted_day);
    }
  else
    scroll_later (self);
}

static const char *
get_legend (FasciaYearMeasure measure, guint step)
{
  static const char *const levels[FASCIA_FIGURE_STEPS] = { "1–2", "3–4", "5–6", "7–8", "9–10" };
  static const char *const counts[FASCIA_FIGURE_STEPS] = { "1", "2", "3", "4", "5+" };

  return measure == FASCIA_YEAR_ENTRIES ? counts[step] : levels[step];
}

static FasciaYearMeasure
get_measure (FasciaYearPanel *self)
{
  const char *name = adw_toggle_group_get_active_name (self->measures);
  for (guint i = 0; i < G_N_ELEMENTS (measure_names); i++)
    if (g_strcmp0 (measure_names[i].name, name) == 0)
      return measure_names[i].measure;
  return FASCIA_YEAR_TIGHTNESS;
}

static void
update_legend (FasciaYearPanel *self)
{
  for (guint i = 0; i < FASCIA_FIGURE_STEPS; i++)
    gtk_label_set_label (self->legend_labels[i], get_legend (get_measure (self), i));
}

/* ---- reading ---- */

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSeries) series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, &error);

  if (series == NULL)
    return;

  FasciaYearPanel *self = FASCIA_YEAR_PANEL (data);
  g_clear_pointer (&self->series, fascia_series_unref);
  self->series = g_steal_pointer (&series);
  update_days (self);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts
      = fascia_journal_count_days_finish (FASCIA_JOURNAL (source), result, &error);

  if (counts == NULL)
    return;

  FasciaYearPanel *self = FASCIA_YEAR_PANEL (data);
  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_steal_pointer (&counts);
  if (self->counts->len > 0)
    {
      gint32 first = G_MAXINT32;

      for (guint i = 0; i < self->counts->len; i++)
        first = MIN (first, g_array_index (self->counts, FasciaDayCount, i).day);
      self->first_year = MIN (self->first_year, get_year_of (first));
    }
  self->has_loaded = TRUE;
  update_days (self);
}

static void
load (FasciaYearPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_stale = FALSE;
  /* The first time all of it, which says with which year the diary begins. */
  gboolean is_first = self->first_year == G_MAXINT;
  fascia_journal_count_days_async (self->journal, NULL,
                                   is_first ? G_MININT32 : fascia_day_from_ymd (self->year, 1, 1),
                                   is_first ? G_MAXINT32 : fascia_day_from_ymd (self->year, 12, 31),
                                   self->cancellable, on_counted, self);
  fascia_journal_load_series_async (self->journal, self->cancellable, on_series_loaded, self);
}

static void
on_refresh_due (gpointer data)
{
  FasciaYearPanel *self = FASCIA_YEAR_PANEL (data);

  self->refresh_id = 0;
  load (self);
}

static void
on_journal_changed (FasciaYearPanel *self, FasciaChangeFlags flags, FasciaOperation *operation)
{
  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES)) == 0)
    return;
  /* Nobody says how far back it went; or an entry of an earlier year. */
  FasciaEntry *after = operation != NULL ? fascia_operation_get_after (operation) : NULL;
  if (after == NULL)
    self->first_year = G_MAXINT;
  else if (self->first_year != G_MAXINT)
    self->first_year = MIN (self->first_year, get_year_of (fascia_entry_get_moment (after)->day));
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_id == 0)
    self->refresh_id = g_timeout_add_once (REFRESH_AFTER_MS, on_refresh_due, self);
}

static void
on_today_changed (FasciaYearPanel *self)
{
  update_days (self);
}

/* ---- hands ---- */

static void
set_year (FasciaYearPanel *self, int year)
{
  if (year == self->year)
    return;
  self->year = year;
  self->has_loaded = FALSE;
  g_clear_pointer (&self->counts, g_array_unref);
  update_days (self);
  load (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fascia_announce (GTK_WIDGET (self), gtk_label_get_label (self->title));
}

static void
on_back_clicked (FasciaYearPanel *self)
{
  set_year (self, self->year - 1);
}

static void
on_on_clicked (FasciaYearPanel *self)
{
  set_year (self, self->year + 1);
}

static void
on_measure_chosen (FasciaYearPanel *self)
{
  gtk_drop_down_set_selected (self->measure_list, adw_toggle_group_get_active (self->measures));
  fascia_year_calendar_set_measure (self->calendar, get_measure (self));
  update_legend (self);
}

static void
on_measure_selected (FasciaYearPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->measure_list);

  if (selected < G_N_ELEMENTS (measure_names))
    adw_toggle_group_set_active (self->measures, selected);
}

static void
on_day_opened (FasciaYearPanel *self, int day)
{
  g_signal_emit (self, signals[DAY_OPENED], 0, day);
}

static void
on_year_wanted (FasciaYearPanel *self, int day)
{
  int year = get_year_of (day);

  if (year > get_year_of (get_today (self)) || year < MIN (self->first_year, self->year))
    return;
  self->wanted_day = day;
  self->wants_focus = TRUE;
  set_year (self, year);
}

/* ---- layout ---- */

static GtkWidget *
create_arrow (FasciaYearPanel *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_heading (FasciaYearPanel *self)
{
  GtkWidget *box = gtk_center_box_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "numeric");
  self->back = create_arrow (self, "go-previous-symbolic", _ ("Previous Year"),
                             G_CALLBACK (on_back_clicked));
  self->on = create_arrow (self, "go-next-symbolic", _ ("Next Year"), G_CALLBACK (on_on_clicked));
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (box), self->back);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (box), GTK_WIDGET (self->title));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (box), self->on);
  return box;
}

static GtkWidget *
create_measures (FasciaYearPanel *self)
{
  const char *const labels[] = { _ ("Tight"), _ ("Pain"), _ ("Entries") };
  GtkWidget *group = adw_toggle_group_new ();

  self->measures = ADW_TOGGLE_GROUP (group);
  for (guint i = 0; i < G_N_ELEMENTS (measure_names); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, measure_names[i].name);
      adw_toggle_set_label (toggle, labels[i]);
      adw_toggle_group_add (self->measures, toggle);
    }
  adw_toggle_group_set_homogeneous (self->measures, TRUE);
  adw_toggle_group_set_active_name (self->measures, measure_names[0].name);
  gtk_widget_add_css_class (group, "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the Days Are Coloured By"), -1);

  const char *const names[] = { labels[0], labels[1], labels[2], NULL };
  GtkWidget *list = gtk_drop_down_new_from_strings (names);
  self->measure_list = GTK_DROP_DOWN (list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the Days Are Coloured By"), -1);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

/* Large text does not fit side by side. */
static void
update_measures (FasciaYearPanel *self)
{
  int natural = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->measures), TRUE);
  gtk_widget_measure (GTK_WIDGET (self->measures), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->measures), natural <= ROOM_PX);
  gtk_widget_set_visible (GTK_WIDGET (self->measure_list), natural > ROOM_PX);
}

/* The initials of the days of the week; each day says its own in full. */
static GtkWidget *
create_weekdays (FasciaYearPanel *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  int first = fascia_year_calendar_get_first_weekday (self->calendar);

  for (int i = 0; i < 7; i++)
    {
      /* 5 January 1970 was a Monday. */
      g_autoptr (GDateTime) date = fascia_day_to_date_time (4 + (first - 1 + i) % 7);
      g_autofree char *name = g_date_time_format (date, "%a");
      g_autofree char *initial = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 2));
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", initial, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
create_legend (FasciaYearPanel *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, NULL);

  for (int i = 0; i < FASCIA_FIGURE_STEPS; i++)
    {
      GtkWidget *key = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      self->legend_labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->legend_labels[i]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->legend_labels[i]), "numeric");
      gtk_box_append (GTK_BOX (key), fascia_heat_swatch_new (i));
      gtk_box_append (GTK_BOX (key), GTK_WIDGET (self->legend_labels[i]));
      gtk_box_append (GTK_BOX (box), key);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"),
                                  -1);
  return box;
}

static void
fill (FasciaYearPanel *self)
{
  /* Close together: all of it has room in the lowest window. */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *calendar = fascia_year_calendar_new ();

  self->calendar = FASCIA_YEAR_CALENDAR (calendar);
  g_object_set (calendar, "margin-start", 12, "margin-end", 12, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), calendar);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_add_css_class (self->scrolled, "undershoot-top");
  gtk_widget_add_css_class (self->scrolled, "undershoot-bottom");

  GtkWidget *heading = create_heading (self);
  GtkWidget *measures = create_measures (self);
  GtkWidget *weekdays = create_weekdays (self);
  GtkWidget *legend = create_legend (self);
  g_object_set (heading, "margin-start", 6, "margin-end", 6, "margin-top", 3, NULL);
  g_object_set (measures, "margin-start", 12, "margin-end", 12, NULL);
  g_object_set (weekdays, "margin-start", 12, "margin-end", 12, "margin-top", 3, NULL);
  g_object_set (legend, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), measures);
  gtk_box_append (GTK_BOX (box), weekdays);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), legend);
  /* A font that is a little higher than this one must not make the window ask for more than there is:
   * the legend is below the fold then. */
  GtkWidget *whole = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (whole), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (whole), box);
  adw_bin_set_child (ADW_BIN (self), whole);
}

/* ---- the object ---- */

static void
fascia_year_panel_map (GtkWidget *widget)
{
  FasciaYearPanel *self = FASCIA_YEAR_PANEL (widget);

  GTK_WIDGET_CLASS (fascia_year_panel_parent_class)->map (widget);

  update_measures (self);
  if (self->is_stale)
    load (self);
  scroll_later (self);
}

static void
fascia_year_panel_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (fascia_year_panel_parent_class)->system_setting_changed (widget, setting);

  update_measures (FASCIA_YEAR_PANEL (widget));
}

static void
fascia_year_panel_dispose (GObject *object)
{
  FasciaYearPanel *self = FASCIA_YEAR_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);

  G_OBJECT_CLASS (fascia_year_panel_parent_class)->dispose (object);
}

static void
fascia_year_panel_finalize (GObject *object)
{
  FasciaYearPanel *self = FASCIA_YEAR_PANEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_year_panel_parent_class)->finalize (object);
}

static void
fascia_year_panel_class_init (FasciaYearPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_year_panel_dispose;
  object_class->finalize = fascia_year_panel_finalize;
  widget_class->map = fascia_year_panel_map;
  widget_class->system_setting_changed = fascia_year_panel_system_setting_changed;

  signals[DAY_OPENED] = g_signal_new ("day-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "yearpanel");
}

static void
fascia_year_panel_init (FasciaYearPanel *self)
{
  self->cancellable = g_cancellable_new ();
  self->first_year = G_MAXINT;
  self->is_stale = TRUE;
  self->wants_scroll = TRUE;
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self->measure_list), FALSE);
}

GtkWidget *
fascia_year_panel_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaYearPanel *self = g_object_new (FASCIA_TYPE_YEAR_PANEL, NULL);
  self->journal = g_object_ref (journal);
  self->year = get_year_of (get_today (self));
  update_days (self);
  update_legend (self);
  g_signal_connect_object (self->measures, "notify::active-name", G_CALLBACK (on_measure_chosen),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure_list, "notify::selected", G_CALLBACK (on_measure_selected),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-opened", G_CALLBACK (on_day_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "year-wanted", G_CALLBACK (on_year_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day",
                           G_CALLBACK (on_today_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

int
fascia_year_panel_get_year (FasciaYearPanel *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_PANEL (self), 0);

  return self->year;
}

gboolean
fascia_year_panel_has_loaded (FasciaYearPanel *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_PANEL (self), FALSE);

  return self->has_loaded;
}
