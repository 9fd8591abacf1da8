/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day on which something was, with the calendar to choose another. */

#include "config.h"

#include "fascia-day-row.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"
#include "widgets/fascia-row-words.h"
#include "widgets/fascia-text.h"

struct _FasciaDayRow
{
  AdwActionRow parent_instance;

  gint32 today;
  gint32 day;
  GtkMenuButton *button;
  GtkCalendar *calendar; /* once the popover was made */
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (FasciaDayRow, fascia_day_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaDayRowSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static void
update (FasciaDayRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *when = self->day != FASCIA_DAY_UNKNOWN
                              ? fascia_text_day (self->day, self->today)
                              : g_strdup (_ ("Day not given: counts as today"));
  /* Translators: for screen readers: what is asked, and the day: “When it was: 3 March” */
  g_autofree char *label = g_strdup_printf (C_ ("day of a condition", "%1$s: %2$s"), title, when);

  fascia_row_set_words (ADW_ACTION_ROW (self), when);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static gint32
read_calendar (FasciaDayRow *self)
{
  return fascia_day_from_ymd (gtk_calendar_get_year (self->calendar),
                              gtk_calendar_get_month (self->calendar) + 1,
                              gtk_calendar_get_day (self->calendar));
}

static void
on_day_selected (FasciaDayRow *self)
{
  gtk_widget_set_sensitive (self->accept, read_calendar (self) <= self->today);
}

gboolean
fascia_day_row_choose (FasciaDayRow *self, gint32 day)
{
  g_return_val_if_fail (FASCIA_IS_DAY_ROW (self), FALSE);

  if (day != FASCIA_DAY_UNKNOWN && day > self->today)
    return FALSE;
  fascia_day_row_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  return TRUE;
}

static void
on_accept_clicked (FasciaDayRow *self)
{
  if (fascia_day_row_choose (self, read_calendar (self)))
    gtk_menu_button_popdown (self->button);
}

static void
on_unknown_clicked (FasciaDayRow *self)
{
  fascia_day_row_choose (self, FASCIA_DAY_UNKNOWN);
  gtk_menu_button_popdown (self->button);
}

/* A calendar costs too much to be made for every row. */
static void
on_popover_needed (GtkMenuButton *button, gpointer data)
{
  FasciaDayRow *self = FASCIA_DAY_ROW (data);

  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *unknown = gtk_button_new_with_mnemonic (_ ("_Not Sure"));

      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      self->accept = gtk_button_new_with_mnemonic (_ ("_Choose"));
      gtk_widget_add_css_class (self->accept, "suggested-action");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
      gtk_box_append (GTK_BOX (box), self->accept);
      gtk_box_append (GTK_BOX (box), unknown);
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (self->calendar, "notify::day", G_CALLBACK (on_day_selected), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept_clicked), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (unknown, "clicked", G_CALLBACK (on_unknown_clicked), self,
                               G_CONNECT_SWAPPED);
    }
  g_autoptr (GDateTime) date
      = fascia_day_to_date_time (self->day != FASCIA_DAY_UNKNOWN ? self->day : self->today);
  gtk_calendar_select_day (self->calendar, date);
  on_day_selected (self);
}

static void
fascia_day_row_class_init (FasciaDayRowClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_day_row_init (FasciaDayRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->day = FASCIA_DAY_UNKNOWN;
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, on_popover_needed, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
}

GtkWidget *
fascia_day_row_new (const char *title, gint32 today)
{
  g_return_val_if_fail (title != NULL, NULL);

  FasciaDayRow *self = g_object_new (FASCIA_TYPE_DAY_ROW, NULL);

  self->today = today;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  update (self);
  return GTK_WIDGET (self);
}

void
fascia_day_row_set_day (FasciaDayRow *self, gint32 day)
{
  g_return_if_fail (FASCIA_IS_DAY_ROW (self));

  self->day = day;
  update (self);
}

gint32
fascia_day_row_get_day (FasciaDayRow *self)
{
  g_return_val_if_fail (FASCIA_IS_DAY_ROW (self), FASCIA_DAY_UNKNOWN);

  return self->day;
}
