/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The months of a year, each day in the colour of what was written that day.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"
#include "fascia-year-calendar-private.h"
#include "fascia-year-day-cell.h"
#include "progress/fascia-chart-week.h"

/* Easy to hit with a finger; grows with the text. */
#define MIN_CELL_HEIGHT_PX 28
#define CELL_PADDING_PX 8
#define TITLE_PADDING_PX 16

enum
{
  DAY_OPENED,
  YEAR_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaYearCalendar, fascia_year_calendar, GTK_TYPE_WIDGET)

/* ---- layout ---- */

static guint
count_days (FasciaYearCalendar *self)
{
  return self->cells[0] != NULL ? fascia_year_get_n_days (self->year) : 0;
}

static void
measure_font (FasciaYearCalendar *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int y = 0;

  if (self->line_height == 0)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "88");
      pango_layout_get_pixel_size (layout, &self->number_width, &self->line_height);
    }
  self->cell_height = MAX (self->line_height + CELL_PADDING_PX, MIN_CELL_HEIGHT_PX);
  self->title_height = self->line_height + TITLE_PADDING_PX;
  for (int month = 1; month <= 12; month++)
    {
      self->month_y[month] = y;
      y += self->title_height
           + self->cell_height * fascia_year_count_rows (self->year, month, self->first_weekday);
    }
  self->month_y[0] = y; /* the whole height */
}

static void
fascia_year_calendar_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  measure_font (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 7 * (self->number_width + CELL_PADDING_PX);
  else
    *minimum = *natural = self->month_y[0] + CELL_PADDING_PX;
}

graphene_rect_t
fascia_year_calendar_get_tile (FasciaYearCalendar *self, guint index)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float cell_width = (float) gtk_widget_get_width (GTK_WIDGET (self)) / 7;
  int year;
  int month;
  int dom;
  int column;
  int row;

  fascia_day_to_ymd (self->first_day + (gint32) index, &year, &month, &dom);
  fascia_year_get_cell (self->year, month, dom, self->first_weekday, &column, &row);
  if (is_rtl)
    column = 6 - column;
  return GRAPHENE_RECT_INIT (
      (float) column * cell_width + FASCIA_YEAR_GAP_PX / 2.0F,
      (float) (self->month_y[month] + self->title_height + row * self->cell_height)
          + FASCIA_YEAR_GAP_PX / 2.0F,
      cell_width - FASCIA_YEAR_GAP_PX, (float) (self->cell_height - FASCIA_YEAR_GAP_PX));
}

static void
fascia_year_calendar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);
  guint n_days = count_days (self);

  measure_font (self);
  for (guint i = 0; i < n_days; i++)
    {
      graphene_rect_t tile = fascia_year_calendar_get_tile (self, i);
      const GtkAllocation cell = {
        .x = (int) tile.origin.x,
        .y = (int) tile.origin.y,
        .width = (int) tile.size.width,
        .height = (int) tile.size.height,
      };

      gtk_widget_size_allocate (self->cells[i], &cell, -1);
    }
}

static void
fascia_year_calendar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  fascia_year_calendar_paint (FASCIA_YEAR_CALENDAR (widget), snapshot);
}

static void
fascia_year_calendar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  GTK_WIDGET_CLASS (fascia_year_calendar_parent_class)->css_changed (widget, change);

  self->line_height = 0;
  fascia_year_calendar_forget_layouts (self);
  gtk_widget_queue_resize (widget);
}

static void
fascia_year_calendar_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  GTK_WIDGET_CLASS (fascia_year_calendar_parent_class)->system_setting_changed (widget, setting);

  self->line_height = 0;
  fascia_year_calendar_forget_layouts (self);
  gtk_widget_queue_resize (widget);
}

/* ---- the focus ---- */

static void
move_to (FasciaYearCalendar *self, gint32 day)
{
  gint32 index = day - self->first_day;

  if (index < 0 || index >= (gint32) count_days (self))
    {
      g_signal_emit (self, signals[YEAR_WANTED], 0, day);
      return;
    }
  self->current = (guint) index;
  gtk_widget_grab_focus (self->cells[index]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (FasciaYearCalendar *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  FasciaYearStep step;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step = is_rtl ? FASCIA_YEAR_DAY_ON : FASCIA_YEAR_DAY_BACK;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step = is_rtl ? FASCIA_YEAR_DAY_BACK : FASCIA_YEAR_DAY_ON;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step = FASCIA_YEAR_WEEK_BACK;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step = FASCIA_YEAR_WEEK_ON;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step = FASCIA_YEAR_MONTH_START;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step = FASCIA_YEAR_MONTH_END;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step = FASCIA_YEAR_MONTH_BACK;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step = FASCIA_YEAR_MONTH_ON;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  move_to (self, fascia_year_move (self->first_day + (gint32) self->current, step));
  return GDK_EVENT_STOP;
}

/* One Tab stop: in to the current day, and out. */
static gboolean
fascia_year_calendar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  if (count_days (self) == 0 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (self->cells[self->current]);
}

static gboolean
fascia_year_calendar_grab_focus (GtkWidget *widget)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  return count_days (self) > 0 && gtk_widget_grab_focus (self->cells[self->current]);
}

/* A screen reader may give the focus to any day. */
static void
fascia_year_calendar_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);

  GTK_WIDGET_CLASS (fascia_year_calendar_parent_class)->set_focus_child (widget, child);
  if (child != NULL && FASCIA_IS_YEAR_DAY_CELL (child))
    self->current = fascia_year_day_cell_get_index (FASCIA_YEAR_DAY_CELL (child));
  gtk_widget_queue_draw (widget);
}

/* ---- the pointer ---- */

static int
find_day (FasciaYearCalendar *self, double x, double y)
{
  GtkWidget *cell = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return cell != NULL && FASCIA_IS_YEAR_DAY_CELL (cell)
             ? (int) fascia_year_day_cell_get_index (FASCIA_YEAR_DAY_CELL (cell))
             : -1;
}

static void
on_released (FasciaYearCalendar *self, int n_press, double x, double y)
{
  int index = find_day (self, x, y);

  if (index < 0)
    return;
  self->current = (guint) index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[DAY_OPENED], 0, self->first_day + index);
}

static void
on_motion (FasciaYearCalendar *self, double x, double y)
{
  int index = find_day (self, x, y);

  if (index == self->hovered)
    return;
  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_left (FasciaYearCalendar *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
fascia_year_calendar_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean is_keyboard,
                                    GtkTooltip *tooltip)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (widget);
  int index = is_keyboard ? (int) self->current : find_day (self, x, y);

  if (index < 0 || count_days (self) == 0)
    return FALSE;
  g_autofree char *name
      = fascia_year_day_dup_name (&self->days[index], self->first_day + index, self->measure);
  graphene_rect_t tile = fascia_year_calendar_get_tile (self, (guint) index);
  const GdkRectangle area = {
    .x = (int) tile.origin.x,
    .y = (int) tile.origin.y,
    .width = (int) tile.size.width,
    .height = (int) tile.size.height,
  };
  gtk_tooltip_set_text (tooltip, name);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
on_cell_opened (FasciaYearCalendar *self, FasciaYearDayCell *cell)
{
  g_signal_emit (self, signals[DAY_OPENED], 0,
                 self->first_day + (gint32) fascia_year_day_cell_get_index (cell));
}

/* ---- the object ---- */

static void
update_names (FasciaYearCalendar *self)
{
  guint n_days = count_days (self);

  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *name
          = fascia_year_day_dup_name (&self->days[i], self->first_day + (gint32) i, self->measure);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
fascia_year_calendar_dispose (GObject *object)
{
  FasciaYearCalendar *self = FASCIA_YEAR_CALENDAR (object);

  for (guint i = 0; i < FASCIA_YEAR_MAX_DAYS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  fascia_year_calendar_forget_layouts (self);

  G_OBJECT_CLASS (fascia_year_calendar_parent_class)->dispose (object);
}

static void
fascia_year_calendar_class_init (FasciaYearCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_year_calendar_dispose;
  widget_class->measure = fascia_year_calendar_measure;
  widget_class->size_allocate = fascia_year_calendar_size_allocate;
  widget_class->snapshot = fascia_year_calendar_snapshot;
  widget_class->css_changed = fascia_year_calendar_css_changed;
  widget_class->system_setting_changed = fascia_year_calendar_system_setting_changed;
  widget_class->focus = fascia_year_calendar_focus;
  widget_class->grab_focus = fascia_year_calendar_grab_focus;
  widget_class->set_focus_child = fascia_year_calendar_set_focus_child;
  widget_class->query_tooltip = fascia_year_calendar_query_tooltip;

  signals[DAY_OPENED] = g_signal_new ("day-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[YEAR_WANTED] = g_signal_new ("year-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "yearcalendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_year_calendar_init (FasciaYearCalendar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = -1;
  self->year = 1970;
  self->measure = FASCIA_YEAR_TIGHTNESS;
  self->first_weekday = fascia_chart_week_get_first_day ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fascia_year_calendar_new (void)
{
  return g_object_new (FASCIA_TYPE_YEAR_CALENDAR, NULL);
}

void
fascia_year_calendar_set_year (FasciaYearCalendar *self,
                               int year,
                               gint32 today,
                               const FasciaYearDay *days)
{
  g_return_if_fail (FASCIA_IS_YEAR_CALENDAR (self));
  g_return_if_fail (days != NULL);

  gboolean is_first = self->cells[0] == NULL;
  for (guint i = 0; is_first && i < FASCIA_YEAR_MAX_DAYS; i++)
    {
      self->cells[i] = fascia_year_day_cell_new (i);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
      g_signal_connect_swapped (self->cells[i], "opened", G_CALLBACK (on_cell_opened), self);
    }

  guint n_days = fascia_year_get_n_days (year);
  if (is_first || year != self->year)
    {
      gint32 first_day = fascia_day_from_ymd (year, 1, 1);

      self->current = CLAMP (today - first_day, 0, (gint32) n_days - 1);
      self->year = year;
      self->first_day = first_day;
      gtk_widget_set_child_visible (self->cells[FASCIA_YEAR_MAX_DAYS - 1],
                                    n_days == FASCIA_YEAR_MAX_DAYS);
      gtk_widget_queue_resize (GTK_WIDGET (self));

      /* Translators: Read aloud: a calendar of the year %d. */
      g_autofree char *name = g_strdup_printf (_ ("Calendar of %d"), year);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  self->today = today;
  memcpy (self->days, days, sizeof self->days);
  update_names (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
fascia_year_calendar_get_year (FasciaYearCalendar *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_CALENDAR (self), 0);

  return self->year;
}

void
fascia_year_calendar_set_measure (FasciaYearCalendar *self, FasciaYearMeasure measure)
{
  g_return_if_fail (FASCIA_IS_YEAR_CALENDAR (self));

  self->measure = measure;
  update_names (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_year_calendar_focus_day (FasciaYearCalendar *self, gint32 day)
{
  g_return_if_fail (FASCIA_IS_YEAR_CALENDAR (self));

  if (day >= self->first_day && day < self->first_day + (gint32) count_days (self))
    move_to (self, day);
}

gint32
fascia_year_calendar_get_day (FasciaYearCalendar *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_CALENDAR (self), 0);

  return self->first_day + (gint32) self->current;
}

gboolean
fascia_year_calendar_get_bounds (FasciaYearCalendar *self, gint32 day, graphene_rect_t *bounds)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_CALENDAR (self), FALSE);

  if (day < self->first_day || day >= self->first_day + (gint32) count_days (self)
      || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  *bounds = fascia_year_calendar_get_tile (self, (guint) (day - self->first_day));
  return TRUE;
}

double
fascia_year_calendar_get_month_y (FasciaYearCalendar *self, gint32 day)
{
  int year;
  int month;
  int dom;

  g_return_val_if_fail (FASCIA_IS_YEAR_CALENDAR (self), 0);

  fascia_day_to_ymd (day, &year, &month, &dom);
  measure_font (self);
  return year == self->year ? self->month_y[month] : 0;
}

void
fascia_year_calendar_set_first_weekday (FasciaYearCalendar *self, int weekday)
{
  g_return_if_fail (FASCIA_IS_YEAR_CALENDAR (self));
  g_return_if_fail (weekday >= 1 && weekday <= 7);

  self->first_weekday = weekday;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
fascia_year_calendar_get_first_weekday (FasciaYearCalendar *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_CALENDAR (self), 1);

  return self->first_weekday;
}
