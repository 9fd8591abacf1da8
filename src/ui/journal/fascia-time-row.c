/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day and time of an entry, and the calendar to choose another.
 */

#include "config.h"

#include "fascia-time-row.h"

#include <glib/gi18n.h>

#include "fascia-editor-state.h"
#include "fascia-entry-text.h"
#include "widgets/fascia-row-words.h"

struct _FasciaTimeRow
{
  AdwActionRow parent_instance;

  FasciaTimeRowKind kind;
  FasciaClock *clock;
  FasciaHours hours;
  FasciaMoment begin;
  gboolean is_new;
  FasciaMoment moment;
  gboolean has_moment;

  GtkMenuButton *button;
  /* of the popover, once it was made */
  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkLabel *words;
  GtkWidget *accept;
  GtkWidget *none_button;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaTimeRow, fascia_time_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaTimeRowSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static char *
describe (FasciaTimeRow *self, const FasciaMoment *moment)
{
  FasciaMoment now;

  fascia_clock_now (self->clock, &now);
  return self->kind == FASCIA_TIME_ROW_LAST_DAY ? fascia_text_day (moment->day, now.day)
                                                : fascia_text_when (moment, now.day, self->hours);
}

static void
update_row (FasciaTimeRow *self)
{
  g_autofree char *when
      = self->has_moment ? describe (self, &self->moment) : g_strdup (_ ("Not given"));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: for screen readers: which time of an entry, and what it is: “When: Today, 14:20” */
  g_autofree char *label = g_strdup_printf (C_ ("time of an entry", "%1$s: %2$s"), title, when);

  fascia_row_set_words (ADW_ACTION_ROW (self), when);
  /* The title of the row goes before words of its own, and is half of them. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* ---- what is asked for ---- */

static char *
read_time (FasciaTimeRow *self,
           int year,
           int month,
           int dom,
           int hour,
           int minute,
           FasciaMoment *moment)
{
  if (self->kind == FASCIA_TIME_ROW_LAST_DAY)
    {
      *moment = self->begin;
      moment->day = fascia_day_from_ymd (year, month, dom);
      if (moment->day < self->begin.day)
        return g_strdup (_ ("That day is before the first one."));
      return NULL;
    }
  g_autofree char *problem = fascia_editor_read_time (&self->begin, self->is_new, self->clock, year,
                                                      month, dom, hour, minute, moment);
  if (problem != NULL)
    return g_steal_pointer (&problem);
  if (self->kind == FASCIA_TIME_ROW_END && moment->utc_ms < self->begin.utc_ms)
    return g_strdup (_ ("That is before it begins."));
  return NULL;
}

static char *
read_popover (FasciaTimeRow *self, FasciaMoment *moment)
{
  return read_time (
      self, gtk_calendar_get_year (self->calendar), gtk_calendar_get_month (self->calendar) + 1,
      gtk_calendar_get_day (self->calendar), gtk_spin_button_get_value_as_int (self->hour),
      gtk_spin_button_get_value_as_int (self->minute), moment);
}

static void
update_popover (FasciaTimeRow *self)
{
  FasciaMoment moment;
  g_autofree char *problem = read_popover (self, &moment);

  gtk_widget_set_sensitive (self->accept, problem == NULL);
  if (problem == NULL)
    problem = describe (self, &moment);
  gtk_label_set_label (self->words, problem);
}

static void
on_edited (FasciaTimeRow *self)
{
  if (!self->is_updating)
    update_popover (self);
}

static void
take (FasciaTimeRow *self, const FasciaMoment *moment)
{
  self->has_moment = moment != NULL;
  if (moment != NULL)
    self->moment = *moment;
  update_row (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_accept_clicked (FasciaTimeRow *self)
{
  FasciaMoment moment;
  g_autofree char *problem = read_popover (self, &moment);

  if (problem != NULL)
    {
      update_popover (self);
      return;
    }
  gtk_menu_button_popdown (self->button);
  take (self, &moment);
}

static void
on_none_clicked (FasciaTimeRow *self)
{
  gtk_menu_button_popdown (self->button);
  take (self, NULL);
}

char *
fascia_time_row_choose (FasciaTimeRow *self, int year, int month, int dom, int hour, int minute)
{
  FasciaMoment moment;

  g_return_val_if_fail (FASCIA_IS_TIME_ROW (self), NULL);

  g_autofree char *problem = read_time (self, year, month, dom, hour, minute, &moment);
  if (problem == NULL)
    take (self, &moment);
  return g_steal_pointer (&problem);
}

/* ---- the popover ---- */

static gboolean
on_two_digits (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (button))))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static GtkSpinButton *
new_spin (FasciaTimeRow *self, const char *name, double maximum, double step)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, maximum, 1);

  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (spin), step, 3 * step);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (spin, "output", G_CALLBACK (on_two_digits), NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (spin);
}

/* Each time from what the entry has now. */
static void
on_popover_shown (FasciaTimeRow *self)
{
  const FasciaMoment *shown = self->has_moment ? &self->moment : &self->begin;
  int minute = fascia_moment_get_minute (shown);
  g_autoptr (GDateTime) date = fascia_day_to_date_time (shown->day);

  self->is_updating = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  gtk_spin_button_set_value (self->hour, minute / 60);
  gtk_spin_button_set_value (self->minute, minute % 60);
  self->is_updating = FALSE;
  update_popover (self);
}

static GtkWidget *
create_popover (FasciaTimeRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->calendar), "moment");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  self->hour = new_spin (self, _ ("Hour"), 23, 1);
  self->minute = new_spin (self, _ ("Minute"), 59, 5);
  gtk_box_append (GTK_BOX (time), GTK_WIDGET (self->hour));
  gtk_box_append (GTK_BOX (time), gtk_label_new (":"));
  gtk_box_append (GTK_BOX (time), GTK_WIDGET (self->minute));
  gtk_widget_set_halign (time, GTK_ALIGN_CENTER);
  /* Hours come before minutes in every script. */
  gtk_widget_set_direction (time, GTK_TEXT_DIR_LTR);
  gtk_widget_set_visible (time, self->kind != FASCIA_TIME_ROW_LAST_DAY);

  self->words = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_max_width_chars (self->words, 30);
  gtk_label_set_justify (self->words, GTK_JUSTIFY_CENTER);
  self->accept = gtk_button_new_with_mnemonic (
      self->kind == FASCIA_TIME_ROW_LAST_DAY ? _ ("_Use This Day") : _ ("_Use This Time"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_halign (self->accept, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept_clicked), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), self->accept);
  if (self->kind != FASCIA_TIME_ROW_BEGIN)
    {
      self->none_button = gtk_button_new_with_mnemonic (_ ("_Not Given"));
      gtk_widget_add_css_class (self->none_button, "flat");
      gtk_widget_set_halign (self->none_button, GTK_ALIGN_CENTER);
      g_signal_connect_object (self->none_button, "clicked", G_CALLBACK (on_none_clicked), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->none_button);
    }
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 620);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  /* Below the end of its row: a narrow window has no room beside that. */
  gtk_widget_set_halign (popover, GTK_ALIGN_END);
  g_signal_connect_object (popover, "map", G_CALLBACK (on_popover_shown), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
on_popover_needed (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, create_popover (data));
}

/* ---- the row ---- */

void
fascia_time_row_set_begin (FasciaTimeRow *self, const FasciaMoment *begin, gboolean is_new)
{
  g_return_if_fail (FASCIA_IS_TIME_ROW (self));
  g_return_if_fail (begin != NULL);

  self->begin = *begin;
  self->is_new = is_new;
}

void
fascia_time_row_set_moment (FasciaTimeRow *self, const FasciaMoment *moment)
{
  g_return_if_fail (FASCIA_IS_TIME_ROW (self));

  self->has_moment = moment != NULL;
  if (moment != NULL)
    self->moment = *moment;
  update_row (self);
}

void
fascia_time_row_set_day (FasciaTimeRow *self, gint32 day)
{
  g_return_if_fail (FASCIA_IS_TIME_ROW (self));

  self->has_moment = day != FASCIA_DAY_NOT_GIVEN;
  self->moment = self->begin;
  if (self->has_moment)
    self->moment.day = day;
  update_row (self);
}

gboolean
fascia_time_row_get_chosen (FasciaTimeRow *self, FasciaMoment *moment)
{
  g_return_val_if_fail (FASCIA_IS_TIME_ROW (self), FALSE);

  if (self->has_moment && moment != NULL)
    *moment = self->moment;
  return self->has_moment;
}

static void
fascia_time_row_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_TIME_ROW (object)->clock, fascia_clock_unref);

  G_OBJECT_CLASS (fascia_time_row_parent_class)->finalize (object);
}

static void
fascia_time_row_class_init (FasciaTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_time_row_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_time_row_init (FasciaTimeRow *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->hours = fascia_text_get_hours ();
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, on_popover_needed, self, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
}

GtkWidget *
fascia_time_row_new (FasciaTimeRowKind kind, const char *title, FasciaClock *clock)
{
  g_return_val_if_fail (title != NULL && clock != NULL, NULL);

  FasciaTimeRow *self = g_object_new (FASCIA_TYPE_TIME_ROW, NULL);

  self->kind = kind;
  self->clock = fascia_clock_ref (clock);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  fascia_clock_now (clock, &self->begin);
  fascia_time_row_set_moment (self, NULL);
  return GTK_WIDGET (self);
}
