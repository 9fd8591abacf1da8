/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check-in beside the figure: when, how many places, a row for each.
 */

#include "config.h"

#include "fascia-check-in-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-level-badge.h"
#include "fascia-moment-popover.h"
#include "fascia-text.h"

struct _FasciaCheckInList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *hint;
  GtkListBox *rows;
  GtkWidget *same_as_last;
  GtkWidget *ease_rest;
  GtkWidget *nothing_today;
  GtkLabel *drawn;
  GtkMenuButton *when_button;

  FasciaBodyModel *model;
  GPtrArray *codes; /* interned region codes of the rows, in their order */
};

G_DEFINE_FINAL_TYPE (FasciaCheckInList, fascia_check_in_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED = 1,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char badge_key[] = "fascia-badge";

/* The same places in the same order keep their rows, and with them the keyboard focus. */
static void
ensure_rows (FasciaCheckInList *self, const GArray *places)
{
  gboolean is_same = places->len == self->codes->len;

  for (guint i = 0; is_same && i < places->len; i++)
    is_same = g_array_index (places, FasciaPlace, i).code == g_ptr_array_index (self->codes, i);
  if (is_same)
    return;

  gtk_list_box_remove_all (self->rows);
  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < places->len; i++)
    {
      const FasciaPlace *place = &g_array_index (places, FasciaPlace, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *badge = fascia_level_badge_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), place->region != NULL);
      g_object_set_data (G_OBJECT (row), badge_key, badge);
      gtk_list_box_append (self->rows, row);
      g_ptr_array_add (self->codes, (gpointer) place->code);
    }
}

static void
update_row (FasciaCheckInList *self, guint index, const FasciaPlace *place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) index);
  FasciaBody *body = fascia_body_model_get_body (self->model);
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  FasciaBodyLook look = FASCIA_BODY_LOOK_UNRATED;
  int level = FASCIA_LEVEL_NOT_GIVEN;
  g_autofree char *words = NULL;

  if (place->region != NULL)
    {
      const FasciaBodyPlace *known = fascia_body_model_get_place (self->model, place->region);

      look = fascia_body_place_get_look (known, scale, &level);
      words = fascia_body_place_dup_description (known, scale, today);
    }
  else
    words = fascia_text_place_levels (place);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_text_region (body, place->code));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  fascia_level_badge_set (g_object_get_data (G_OBJECT (row), badge_key), look, level);
  if (place->region != NULL && place->region == fascia_body_model_get_selected (self->model))
    gtk_widget_add_css_class (GTK_WIDGET (row), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen");
}

/* One click for many places; what has nothing to do is not there. */
static void
update_answers (FasciaCheckInList *self, FasciaBodyState *state)
{
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  gboolean is_editable = fascia_body_model_is_editable (self->model);
  guint n_unanswered = is_editable ? fascia_body_state_count_unanswered (state) : 0;
  gboolean has_nothing = entry == NULL || fascia_entry_count_places (entry) == 0;
  gboolean says_nothing = entry != NULL && fascia_entry_is_nothing_today (entry);
  g_autofree char *ease = g_strdup_printf (
      ngettext ("Gives %u place marked in the last 14 days the level 0",
                "Gives %u places marked in the last 14 days the level 0", n_unanswered),
      n_unanswered);
  g_autofree char *same = g_strdup_printf (
      ngettext ("Gives %u place marked in the last 14 days the level it had",
                "Gives %u places marked in the last 14 days the levels they had", n_unanswered),
      n_unanswered);

  g_autofree char *label = fascia_body_state_dup_ease_label (state);

  gtk_button_set_label (GTK_BUTTON (self->ease_rest), label);
  gtk_widget_set_tooltip_text (self->ease_rest, ease);
  gtk_widget_set_tooltip_text (self->same_as_last, same);
  gtk_widget_set_visible (self->ease_rest, n_unanswered > 0);
  gtk_widget_set_visible (self->same_as_last, n_unanswered > 0);
  /* Of today alone. */
  gtk_widget_set_visible (self->nothing_today,
                          fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_NOW
                              && fascia_body_model_is_read (self->model) && has_nothing
                              && !says_nothing);
}

/* What is not a place: arrows, spots, strokes. */
static void
update_drawn (FasciaCheckInList *self, FasciaEntry *entry)
{
  guint n_spreads = 0;
  GString *text = g_string_new (NULL);
  g_autofree char *drawings = entry != NULL ? fascia_text_drawings (entry) : NULL;
  const FasciaSpread *spreads = entry != NULL ? fascia_entry_get_spreads (entry, &n_spreads) : NULL;

  for (guint i = 0; i < n_spreads; i++)
    {
      g_autofree char *line
          = fascia_text_spread (&spreads[i], fascia_body_model_get_body (self->model));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (drawings != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", drawings);
  gtk_label_set_label (self->drawn, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->drawn), text->len > 0);
  g_string_free (text, TRUE);
}

static void
update (FasciaCheckInList *self)
{
  FasciaBodyState *state = fascia_body_model_get_state (self->model);
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  g_autofree char *summary = fascia_body_model_dup_summary (self->model);
  g_autoptr (GArray) places
      = entry != NULL ? fascia_text_list_places (entry, fascia_body_model_get_body (self->model))
                      : g_array_new (FALSE, FALSE, sizeof (FasciaPlace));

  g_autofree char *when = fascia_body_model_dup_when (self->model);

  gtk_label_set_label (self->title, when);
  gtk_label_set_label (self->summary, summary);
  ensure_rows (self, places);
  for (guint i = 0; i < places->len; i++)
    update_row (self, i, &g_array_index (places, FasciaPlace, i));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), places->len > 0);
  gtk_widget_set_visible (self->hint, fascia_body_model_is_read (self->model)
                                          && fascia_body_state_is_blank (state)
                                          && fascia_body_model_is_editable (self->model));
  update_answers (self, state);
  update_drawn (self, entry);
}

/* The levels below take the end of the list: what they are about is to be seen. */
static void
on_selected_changed (FasciaCheckInList *self)
{
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled));
  FasciaBody *body = fascia_body_model_get_body (self->model);

  update (self);
  if (selected == NULL || !GTK_IS_VIEWPORT (viewport))
    return;
  for (guint i = 0; i < self->codes->len; i++)
    {
      if (fascia_body_lookup (body, g_ptr_array_index (self->codes, i)) == selected)
        gtk_viewport_scroll_to (GTK_VIEWPORT (viewport),
                                GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) i)),
                                NULL);
    }
}

static void
on_row_activated (FasciaCheckInList *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  if (index >= self->codes->len)
    return;

  const FasciaRegion *region = fascia_body_lookup (fascia_body_model_get_body (self->model),
                                                   g_ptr_array_index (self->codes, index));
  if (region != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, region);
}

static void
fascia_check_in_list_dispose (GObject *object)
{
  FasciaCheckInList *self = FASCIA_CHECK_IN_LIST (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_CHECK_IN_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_check_in_list_parent_class)->dispose (object);
}

static void
fascia_check_in_list_class_init (FasciaCheckInListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_check_in_list_dispose;

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-check-in-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, title);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, summary);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, hint);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, rows);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, same_as_last);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, ease_rest);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, nothing_today);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, drawn);
  gtk_widget_class_bind_template_child (widget_class, FasciaCheckInList, when_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_css_name (widget_class, "checkinlist");
}

static void
fascia_check_in_list_init (FasciaCheckInList *self)
{
  self->codes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_check_in_list_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaCheckInList *self = g_object_new (FASCIA_TYPE_CHECK_IN_LIST, NULL);
  self->model = g_object_ref (model);
  fascia_moment_popover_attach (self->when_button, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
