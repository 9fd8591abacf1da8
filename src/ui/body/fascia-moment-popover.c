/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a check-in is about: now, a while ago, or a day and time to choose.
 */

#include "config.h"

#include "fascia-moment-popover.h"

#include <glib/gi18n.h>

#include "fascia-text.h"
#include "widgets/fascia-fit.h"

#define MINUTE_MS ((gint64) 60 * 1000)
#define HOUR_MS (60 * MINUTE_MS)
#define MORNING_HOUR 8
#define EVENING_HOUR 20
/* A narrow window has room for so many large letters. */
#define LARGE_CHARS 15
#define WORDS_CHARS 30

struct _FasciaMomentPopover
{
  GtkPopover parent_instance;

  GtkWidget *now_button;
  GtkBox *quick;
  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkLabel *words;
  GtkWidget *accept;

  FasciaBodyModel *model;
  FasciaClock *clock; /* of the journal */
  FasciaHours hours;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaMomentPopover, fascia_moment_popover, GTK_TYPE_POPOVER)

static const char moment_key[] = "fascia-moment";

static void
choose (FasciaMomentPopover *self, const FasciaMoment *moment)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  if (moment != NULL)
    fascia_body_model_show_moment (self->model, moment);
  else
    fascia_body_model_show_now (self->model);
}

/* ---- what is asked for ---- */

/* NULL and @moment filled, or a sentence. */
static char *
read_moment (FasciaMomentPopover *self, FasciaMoment *moment)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (self->clock);
  g_autoptr (GError) error = NULL;
  gint64 now_ms = fascia_clock_now_ms (self->clock);
  int year = gtk_calendar_get_year (self->calendar);
  int month = gtk_calendar_get_month (self->calendar) + 1;
  int dom = gtk_calendar_get_day (self->calendar);

  if (!fascia_moment_from_local (year, month, dom, gtk_spin_button_get_value_as_int (self->hour),
                                 gtk_spin_button_get_value_as_int (self->minute), zone, now_ms,
                                 moment, &error))
    {
      if (g_error_matches (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_SKIPPED))
        return g_strdup (_ ("The clocks went forward then: that time did not happen."));
      if (!g_error_matches (error, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE))
        return g_strdup (error->message);
      moment->utc_ms = G_MAXINT64;
    }
  if (moment->utc_ms > now_ms)
    return g_strdup (_ ("That time is still to come."));
  return NULL;
}

static void
update (FasciaMomentPopover *self)
{
  FasciaMoment moment;
  FasciaMoment now;
  g_autofree char *problem = read_moment (self, &moment);

  gtk_widget_set_sensitive (self->accept, problem == NULL);
  if (problem != NULL)
    {
      gtk_label_set_label (self->words, problem);
      return;
    }
  fascia_clock_now (self->clock, &now);
  g_autofree char *when = fascia_text_when (&moment, now.day, self->hours);
  gtk_label_set_label (self->words, when);
}

static void
on_edited (FasciaMomentPopover *self)
{
  if (!self->is_updating)
    update (self);
}

static gboolean
on_two_digits (FasciaMomentPopover *self, GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (button))))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

void
fascia_moment_popover_set_local (FasciaMomentPopover *self,
                                 int year,
                                 int month,
                                 int dom,
                                 int hour,
                                 int minute)
{
  g_return_if_fail (FASCIA_IS_MOMENT_POPOVER (self));

  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, dom, 12, 0, 0);
  g_return_if_fail (date != NULL);
  self->is_updating = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  gtk_spin_button_set_value (self->hour, hour);
  gtk_spin_button_set_value (self->minute, minute);
  self->is_updating = FALSE;
  update (self);
}

char *
fascia_moment_popover_dup_problem (FasciaMomentPopover *self)
{
  FasciaMoment moment;

  g_return_val_if_fail (FASCIA_IS_MOMENT_POPOVER (self), NULL);

  return read_moment (self, &moment);
}

gboolean
fascia_moment_popover_accept (FasciaMomentPopover *self)
{
  FasciaMoment moment;

  g_return_val_if_fail (FASCIA_IS_MOMENT_POPOVER (self), FALSE);

  g_autofree char *problem = read_moment (self, &moment);
  if (problem != NULL)
    {
      update (self);
      return FALSE;
    }
  choose (self, &moment);
  return TRUE;
}

static void
on_accept_clicked (FasciaMomentPopover *self)
{
  fascia_moment_popover_accept (self);
}

static void
on_now_clicked (FasciaMomentPopover *self)
{
  choose (self, NULL);
}

/* ---- quick choices ---- */

typedef enum
{
  QUICK_HOUR_AGO = 1,
  QUICK_MORNING,
  QUICK_EVENING,
} Quick;

static void
fit_button (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  fascia_fit_button (button);
  gtk_label_set_max_width_chars (GTK_LABEL (label),
                                 fascia_is_text_large (button) ? LARGE_CHARS : -1);
}

static void
on_quick_clicked (FasciaMomentPopover *self, GtkWidget *button)
{
  choose (self, g_object_get_data (G_OBJECT (button), moment_key));
}

static void
add_quick (FasciaMomentPopover *self, Quick quick, const FasciaMoment *moment)
{
  g_autofree char *time = fascia_text_time (moment, self->hours);
  g_autofree char *label = NULL;

  switch (quick)
    {
    case QUICK_MORNING:
      /* Translators: a quick choice of a time: “This morning, 08:00” */
      label = g_strdup_printf (_ ("This morning, %s"), time);
      break;
    case QUICK_EVENING:
      /* Translators: a quick choice of a time: “Yesterday evening, 20:00” */
      label = g_strdup_printf (_ ("Yesterday evening, %s"), time);
      break;
    case QUICK_HOUR_AGO:
    default:
      /* Translators: a quick choice of a time: “An hour ago, 13:20” */
      label = g_strdup_printf (_ ("An hour ago, %s"), time);
    }
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), moment_key, g_memdup2 (moment, sizeof *moment),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_quick_clicked), self,
                           G_CONNECT_SWAPPED);
  fit_button (button);
  gtk_box_append (self->quick, button);
}

/* FALSE for a time that the day has not, or not yet. */
static gboolean
find_time (FasciaMomentPopover *self, gint32 day, int hour, FasciaMoment *moment)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (self->clock);
  gint64 now_ms = fascia_clock_now_ms (self->clock);
  int year = 0;
  int month = 0;
  int dom = 0;

  fascia_day_to_ymd (day, &year, &month, &dom);
  return fascia_moment_from_local (year, month, dom, hour, 0, zone, now_ms, moment, NULL)
         && moment->utc_ms <= now_ms;
}

static void
update_quick (FasciaMomentPopover *self)
{
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (self->clock);
  GtkWidget *child = NULL;
  FasciaMoment now;
  FasciaMoment moment;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->quick))) != NULL)
    gtk_box_remove (self->quick, child);
  fascia_clock_now (self->clock, &now);

  fascia_moment_init (&moment, now.utc_ms - HOUR_MS, zone);
  gint64 hour_ago_ms = moment.utc_ms;
  if (moment.day == now.day)
    add_quick (self, QUICK_HOUR_AGO, &moment);
  if (find_time (self, now.day, MORNING_HOUR, &moment) && moment.utc_ms < hour_ago_ms)
    add_quick (self, QUICK_MORNING, &moment);
  if (find_time (self, now.day - 1, EVENING_HOUR, &moment))
    add_quick (self, QUICK_EVENING, &moment);
}

/* Each time from the present: the program may be open for days. */
static void
set_now (FasciaMomentPopover *self)
{
  FasciaMoment now;
  int year = 0;
  int month = 0;
  int dom = 0;

  fascia_clock_now (self->clock, &now);
  fascia_day_to_ymd (now.day, &year, &month, &dom);
  int minute = fascia_moment_get_minute (&now);
  fascia_moment_popover_set_local (self, year, month, dom, minute / 60, minute % 60);
}

static void
fascia_moment_popover_map (GtkWidget *widget)
{
  FasciaMomentPopover *self = FASCIA_MOMENT_POPOVER (widget);

  update_quick (self);
  set_now (self);
  GTK_WIDGET_CLASS (fascia_moment_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (self->now_button);
}

/* ---- the object ---- */

static void
fascia_moment_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FASCIA_TYPE_MOMENT_POPOVER);

  G_OBJECT_CLASS (fascia_moment_popover_parent_class)->dispose (object);
}

static void
fascia_moment_popover_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_MOMENT_POPOVER (object)->clock, fascia_clock_unref);
  g_clear_object (&FASCIA_MOMENT_POPOVER (object)->model);

  G_OBJECT_CLASS (fascia_moment_popover_parent_class)->finalize (object);
}

static void
fascia_moment_popover_class_init (FasciaMomentPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_moment_popover_dispose;
  object_class->finalize = fascia_moment_popover_finalize;
  widget_class->map = fascia_moment_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-moment-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, now_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, quick);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, hour);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, minute);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, words);
  gtk_widget_class_bind_template_child (widget_class, FasciaMomentPopover, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_now_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_two_digits);
}

/* With large text it is no wider than a narrow window. */
static void
fit (FasciaMomentPopover *self)
{
  const gboolean is_large = fascia_is_text_large (GTK_WIDGET (self));

  if (is_large)
    gtk_widget_add_css_class (GTK_WIDGET (self->calendar), "large-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->calendar), "large-text");
  gtk_label_set_max_width_chars (self->words, is_large ? LARGE_CHARS : WORDS_CHARS);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->quick)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    fit_button (button);
}

static void
fascia_moment_popover_init (FasciaMomentPopover *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fit (self);
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (fit));
  /* Hours come before minutes in every script. */
  gtk_widget_set_direction (gtk_widget_get_parent (GTK_WIDGET (self->hour)), GTK_TEXT_DIR_LTR);
  self->is_updating = FALSE;
}

GtkWidget *
fascia_moment_popover_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaMomentPopover *self = g_object_new (FASCIA_TYPE_MOMENT_POPOVER, NULL);
  self->model = g_object_ref (model);
  self->clock = fascia_clock_ref (fascia_journal_get_clock (fascia_body_model_get_journal (model)));
  self->hours = fascia_text_get_hours ();
  set_now (self);
  return GTK_WIDGET (self);
}

static void
on_popover_needed (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, fascia_moment_popover_new (data));
}

void
fascia_moment_popover_attach (GtkMenuButton *button, FasciaBodyModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, on_popover_needed, g_object_ref (model),
                                         g_object_unref);
}
