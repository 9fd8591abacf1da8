/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person chooses what the journal shows: kinds, place, tag, period.
 */

#include "config.h"

#include "fascia-filter-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"
#include "fascia-entry-editor.h"

#define WIDTH_PX 300
#define MAX_HEIGHT_PX 520

/* In the order of the "+" menu; check-ins, which are most, and sessions before them. */
static const FasciaEntryKind kinds[] = {
  FASCIA_ENTRY_CHECK_IN, FASCIA_ENTRY_SESSION,  FASCIA_ENTRY_NOTE,      FASCIA_ENTRY_MEASUREMENT,
  FASCIA_ENTRY_VISIT,    FASCIA_ENTRY_EXERCISE, FASCIA_ENTRY_TREATMENT, FASCIA_ENTRY_EVENT,
};

struct _FasciaFilterPopover
{
  GtkPopover parent_instance;

  GtkWidget *kind_buttons[G_N_ELEMENTS (kinds)];
  GtkDropDown *place;
  GtkWidget *mirror;
  GtkDropDown *tag;
  GtkDropDown *period;
  GtkWidget *days; /* the row of the two dates */
  GtkMenuButton *first_button;
  GtkMenuButton *last_button;
  GtkWidget *clear;

  GPtrArray *regions; /* codes, interned, by position; NULL first */
  GPtrArray *tags;    /* likewise */
  const FasciaBody *body;
  FasciaJournalFilter filter;
  gint32 today;
  gboolean is_updating;
};

enum
{
  FILTER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaFilterPopover, fascia_filter_popover, GTK_TYPE_POPOVER)

/* ---- values to widgets ---- */

static guint
find_code (GPtrArray *codes, const char *code)
{
  guint index = 0;

  return code != NULL && g_ptr_array_find (codes, code, &index) ? index : 0;
}

static void
show_day (GtkMenuButton *button, gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);
  g_autofree char *text = g_date_time_format (date, _ ("%-e %b %Y"));

  gtk_menu_button_set_label (button, text);
}

static gboolean
has_mirror (FasciaFilterPopover *self)
{
  const FasciaRegion *region = self->body != NULL && self->filter.region != NULL
                                   ? fascia_body_lookup (self->body, self->filter.region)
                                   : NULL;

  return region != NULL && fascia_region_get_mirror (region) != NULL
         && fascia_region_get_mirror (region) != region;
}

static void
update (FasciaFilterPopover *self)
{
  const FasciaJournalFilter *filter = &self->filter;

  self->is_updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_buttons[i]),
                                  (filter->kinds & (1U << kinds[i])) != 0);
  gtk_drop_down_set_selected (self->place, find_code (self->regions, filter->region));
  gtk_widget_set_visible (self->mirror, has_mirror (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mirror), filter->with_mirror);
  gtk_drop_down_set_selected (self->tag, find_code (self->tags, filter->tag));
  gtk_drop_down_set_selected (self->period, filter->period);
  gtk_widget_set_visible (self->days, filter->period == FASCIA_PERIOD_CUSTOM);
  show_day (self->first_button, filter->first_day);
  show_day (self->last_button, filter->last_day);
  gtk_widget_set_sensitive (self->clear, !fascia_journal_filter_is_empty (filter));
  self->is_updating = FALSE;
}

/* ---- widgets to values ---- */

static void
on_edited (FasciaFilterPopover *self)
{
  FasciaJournalFilter filter = self->filter;

  if (self->is_updating)
    return;

  filter.kinds = 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kind_buttons[i])))
      filter.kinds |= 1U << kinds[i];
  guint place = gtk_drop_down_get_selected (self->place);
  if (place < self->regions->len)
    filter.region = g_ptr_array_index (self->regions, place);
  filter.with_mirror
      = filter.region != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->mirror));
  guint tag = gtk_drop_down_get_selected (self->tag);
  if (tag < self->tags->len)
    filter.tag = g_ptr_array_index (self->tags, tag);
  guint period = gtk_drop_down_get_selected (self->period);
  if (period < FASCIA_N_PERIODS)
    filter.period = (FasciaPeriod) period;

  if (fascia_journal_filter_equal (&filter, &self->filter))
    return;
  self->filter = filter;
  update (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
on_clear_clicked (FasciaFilterPopover *self)
{
  self->filter = (FasciaJournalFilter) {
    .first_day = self->filter.first_day,
    .last_day = self->filter.last_day,
  };
  update (self);
  /* It cannot be pressed any more. */
  gtk_widget_grab_focus (self->kind_buttons[0]);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

/* ---- choosing a day ---- */

static void
on_day_selected (FasciaFilterPopover *self, GtkCalendar *calendar)
{
  gint32 day = fascia_day_from_ymd (gtk_calendar_get_year (calendar),
                                    gtk_calendar_get_month (calendar) + 1,
                                    gtk_calendar_get_day (calendar));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  if (self->is_updating)
    return;
  if (gtk_widget_get_parent (popover) == GTK_WIDGET (self->first_button))
    {
      self->filter.first_day = day;
      self->filter.last_day = MAX (self->filter.last_day, day);
    }
  else
    {
      self->filter.last_day = day;
      self->filter.first_day = MIN (self->filter.first_day, day);
    }
  update (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
on_day_popup_needed (GtkMenuButton *button, gpointer data)
{
  FasciaFilterPopover *self = FASCIA_FILTER_POPOVER (data);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_autoptr (GDateTime) date = fascia_day_to_date_time (
      button == self->first_button ? self->filter.first_day : self->filter.last_day);

  if (popover == NULL)
    {
      GtkWidget *calendar = gtk_calendar_new ();

      popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), calendar);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                               G_CONNECT_SWAPPED);
    }
  self->is_updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover))), date);
  self->is_updating = FALSE;
}

/* ---- what is on offer ---- */

static void
on_name_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (
      item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
on_name_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_list_item_set_accessible_label (item, name);
}

/* A long name must not widen the popover. */
static GtkDropDown *
create_drop_down (FasciaFilterPopover *self, GtkStringList *names, gboolean has_search)
{
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), g_steal_pointer (&expression));

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), has_search);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop_down),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_set_hexpand (drop_down, TRUE);
  return GTK_DROP_DOWN (drop_down);
}

static GtkStringList *
list_places (FasciaFilterPopover *self, const FasciaBody *body)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->regions, NULL);
  gtk_string_list_append (names, _ ("Any Place"));
  for (guint i = 0; body != NULL && i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      g_ptr_array_add (self->regions, (gpointer) g_intern_string (fascia_region_get_id (region)));
      gtk_string_list_append (names, fascia_region_get_name (region));
    }
  return names;
}

static GtkStringList *
list_tags (FasciaFilterPopover *self, const FasciaTags *tags)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->tags, NULL);
  gtk_string_list_append (names, _ ("Any Tag"));
  for (guint i = 0; tags != NULL && i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);
      const char *code = g_intern_string (fascia_tag_get_code (tag));

      if (fascia_tag_is_hidden (tag) && code != self->filter.tag)
        continue;
      g_ptr_array_add (self->tags, (gpointer) code);
      gtk_string_list_append (names, fascia_tag_get_name (tag));
    }
  return names;
}

static GtkStringList *
list_periods (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < FASCIA_N_PERIODS; i++)
    gtk_string_list_append (names, fascia_period_get_name ((FasciaPeriod) i));
  return names;
}

/* ---- layout ---- */

static GtkWidget *
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "margin-top",
                                   gtk_widget_get_first_child (box) != NULL ? 12 : 0, NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_labelled (GtkWidget *box, const char *text, GtkWidget *widget)
{
  GtkWidget *label = add_heading (box, text);

  gtk_box_append (GTK_BOX (box), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

static GtkWidget *
create_kinds (FasciaFilterPopover *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (fascia_entry_text_kind (kinds[i]));

      gtk_widget_add_css_class (button, "chip");
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
      self->kind_buttons[i] = button;
    }
  return box;
}

static GtkMenuButton *
create_day_button (FasciaFilterPopover *self, GtkWidget *box, const char *spoken)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_day_popup_needed, self, NULL);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_MENU_BUTTON (button);
}

static GtkWidget *
create_days (FasciaFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (box, 6);
  self->first_button = create_day_button (self, box, _ ("First Day"));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("–"));
  self->last_button = create_day_button (self, box, _ ("Last Day"));
  self->days = box;
  return box;
}

static void
fill (FasciaFilterPopover *self, const FasciaNames *names)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  add_heading (box, _ ("Kinds"));
  gtk_box_append (GTK_BOX (box), create_kinds (self));

  self->place = create_drop_down (self, list_places (self, names->body), TRUE);
  add_labelled (box, _ ("Place"), GTK_WIDGET (self->place));
  self->mirror = gtk_check_button_new_with_label (_ ("And Its Mirror"));
  gtk_box_append (GTK_BOX (box), self->mirror);

  self->tag = create_drop_down (self, list_tags (self, names->tags), TRUE);
  add_labelled (box, _ ("Tag"), GTK_WIDGET (self->tag));

  self->period = create_drop_down (self, list_periods (), FALSE);
  add_labelled (box, _ ("When"), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (box), create_days (self));

  self->clear = gtk_button_new_with_mnemonic (_ ("_Clear Filter"));
  gtk_widget_set_margin_top (self->clear, 12);
  gtk_box_append (GTK_BOX (box), self->clear);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

/* ---- the object ---- */

static void
fascia_filter_popover_finalize (GObject *object)
{
  FasciaFilterPopover *self = FASCIA_FILTER_POPOVER (object);

  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer ((FasciaBody **) &self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_filter_popover_parent_class)->finalize (object);
}

static void
fascia_filter_popover_class_init (FasciaFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_filter_popover_finalize;

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_filter_popover_init (FasciaFilterPopover *self)
{
  self->regions = g_ptr_array_new ();
  self->tags = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter"), -1);
}

GtkWidget *
fascia_filter_popover_new (const FasciaNames *names,
                           const FasciaJournalFilter *filter,
                           gint32 today)
{
  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  FasciaFilterPopover *self = g_object_new (FASCIA_TYPE_FILTER_POPOVER, NULL);
  self->filter = *filter;
  self->today = today;
  self->body = names->body != NULL ? fascia_body_ref ((FasciaBody *) names->body) : NULL;
  fill (self, names);
  /* Where choosing days begins: the last thirty of them. */
  if (filter->period != FASCIA_PERIOD_CUSTOM)
    {
      self->filter.first_day = today - 29;
      self->filter.last_day = today;
    }
  update (self);
  g_signal_connect_object (self->place, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mirror, "toggled", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tag, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (on_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear_clicked), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const FasciaJournalFilter *
fascia_filter_popover_get_filter (FasciaFilterPopover *self)
{
  g_return_val_if_fail (FASCIA_IS_FILTER_POPOVER (self), NULL);

  return &self->filter;
}
