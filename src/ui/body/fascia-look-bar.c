/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking back: which check-in is on the figure, the one before and after it, Edit, back to now.
 */

#include "config.h"

#include "fascia-look-bar.h"

#include <glib/gi18n.h>

#include "fascia-text.h"
#include "widgets/fascia-fit.h"

/* Entries of one millisecond to look through for a check-in. */
#define SAME_TIME_LIMIT 32

struct _FasciaLookBar
{
  AdwBin parent_instance;

  FasciaBodyModel *model;
  GtkLabel *title;
  GtkWidget *before_button;
  GtkWidget *after_button;
  GCancellable *cancellable;
  FasciaSeries *series; /* NULL until it is there */
  gboolean is_loading;
  gboolean is_stale; /* something was written while it was read */
};

G_DEFINE_FINAL_TYPE (FasciaLookBar, fascia_look_bar, ADW_TYPE_BIN)

/* ---- the one before, the one after ---- */

/* The time of the check-in next to that of the model; FALSE at the end. */
static gboolean
find_next (FasciaLookBar *self, int direction, gint64 *utc_ms)
{
  const FasciaMoment *moment = fascia_body_model_get_moment (self->model);
  guint n_points = 0;

  if (self->series == NULL || moment == NULL)
    return FALSE;
  const FasciaSeriesPoint *points = fascia_series_get_points (self->series, &n_points);
  gboolean is_found = FALSE;
  /* By day, then by time: days of different zones may overlap by hours. */
  for (guint i = 0; i < n_points; i++)
    {
      gint64 at = points[i].utc_ms;

      if (direction > 0 ? at <= moment->utc_ms : at >= moment->utc_ms)
        continue;
      if (!is_found || (direction > 0 ? at < *utc_ms : at > *utc_ms))
        *utc_ms = at;
      is_found = TRUE;
    }
  return is_found;
}

/* A button that is pressed does not die under the finger: at the end it rings. */
static void
set_possible (FasciaLookBar *self, GtkWidget *button, int direction)
{
  gtk_widget_set_sensitive (button, fascia_look_bar_can_step (self, direction)
                                        || gtk_widget_has_focus (button));
}

static void
update (FasciaLookBar *self)
{
  const FasciaMoment *moment = fascia_body_model_get_moment (self->model);

  if (moment == NULL)
    return;
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  g_autofree char *when = fascia_text_when (moment, today, fascia_text_get_hours ());

  gtk_label_set_label (self->title, when);
  set_possible (self, self->before_button, -1);
  set_possible (self, self->after_button, 1);
}

static void load (FasciaLookBar *self);

static void
on_series_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaLookBar) self = data;
  g_autoptr (FasciaSeries) series
      = fascia_journal_load_series_finish (FASCIA_JOURNAL (source), result, NULL);

  self->is_loading = FALSE;
  if (self->is_stale && self->model != NULL)
    {
      load (self);
      return;
    }
  /* Without it the two buttons stay as they are: there is nothing to say about it. */
  if (series == NULL || self->model == NULL)
    return;
  g_clear_pointer (&self->series, fascia_series_unref);
  self->series = g_steal_pointer (&series);
  update (self);
}

static void
load (FasciaLookBar *self)
{
  /* What is being read is no longer true: once more, then. */
  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  fascia_journal_load_series_async (fascia_body_model_get_journal (self->model), self->cancellable,
                                    on_series_loaded, g_object_ref (self));
}

static void
on_model_changed (FasciaLookBar *self)
{
  if (fascia_body_model_get_target (self->model) != FASCIA_BODY_TARGET_LOOK)
    {
      g_clear_pointer (&self->series, fascia_series_unref);
      return;
    }
  update (self);
  if (self->series == NULL && !self->is_loading)
    load (self);
}

/* What is written meanwhile makes other neighbours. */
static void
on_journal_changed (FasciaLookBar *self, FasciaChangeFlags flags)
{
  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES)) == 0)
    return;
  if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_LOOK)
    load (self);
  else
    g_clear_pointer (&self->series, fascia_series_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaLookBar) self = data;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, NULL);

  if (self->model == NULL || fascia_body_model_get_target (self->model) != FASCIA_BODY_TARGET_LOOK)
    return;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);

      if (fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN)
        {
          fascia_body_model_show_entry (self->model, entry);
          return;
        }
    }
}

void
fascia_look_bar_step (FasciaLookBar *self, int direction)
{
  g_return_if_fail (FASCIA_IS_LOOK_BAR (self));

  FasciaUid last;
  gint64 utc_ms = 0;
  if (!find_next (self, direction, &utc_ms))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  memset (&last, 0xff, sizeof last);
  fascia_journal_list_async (fascia_body_model_get_journal (self->model), utc_ms, &last,
                             SAME_TIME_LIMIT, self->cancellable, on_listed, g_object_ref (self));
}

gboolean
fascia_look_bar_can_step (FasciaLookBar *self, int direction)
{
  gint64 utc_ms = 0;

  g_return_val_if_fail (FASCIA_IS_LOOK_BAR (self), FALSE);

  return find_next (self, direction, &utc_ms);
}

void
fascia_look_bar_set_is_titled (FasciaLookBar *self, gboolean is_titled)
{
  g_return_if_fail (FASCIA_IS_LOOK_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), is_titled);
}

static void
on_before_clicked (FasciaLookBar *self)
{
  fascia_look_bar_step (self, -1);
}

static void
on_after_clicked (FasciaLookBar *self)
{
  fascia_look_bar_step (self, 1);
}

/* ---- the object ---- */

static void
fascia_look_bar_dispose (GObject *object)
{
  FasciaLookBar *self = FASCIA_LOOK_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_look_bar_parent_class)->dispose (object);
}

static void
fascia_look_bar_finalize (GObject *object)
{
  g_clear_object (&FASCIA_LOOK_BAR (object)->cancellable);

  G_OBJECT_CLASS (fascia_look_bar_parent_class)->finalize (object);
}

static void
fascia_look_bar_class_init (FasciaLookBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_look_bar_dispose;
  object_class->finalize = fascia_look_bar_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bodynotice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_step_button (const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_sensitive (button, FALSE);
  return button;
}

static void
fascia_look_bar_init (FasciaLookBar *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("_Edit"));
  GtkWidget *now = gtk_button_new_with_mnemonic (_ ("_Back to Now"));

  self->cancellable = g_cancellable_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Looking back"), -1);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_natural_wrap_mode (self->title, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->title, 0);
  self->before_button = make_step_button ("go-previous-symbolic", _ ("Earlier Check-in"));
  self->after_button = make_step_button ("go-next-symbolic", _ ("Later Check-in"));
  g_signal_connect_object (self->before_button, "clicked", G_CALLBACK (on_before_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after_button, "clicked", G_CALLBACK (on_after_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (steps), self->before_button);
  gtk_box_append (GTK_BOX (steps), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (steps), self->after_button);

  fascia_fit_button (edit);
  fascia_fit_button (now);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "body.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (now), "body.show-now");
  gtk_box_append (GTK_BOX (answers), edit);
  gtk_box_append (GTK_BOX (answers), now);

  adw_wrap_box_set_child_spacing (box, 12);
  adw_wrap_box_set_line_spacing (box, 6);
  adw_wrap_box_set_justify (box, ADW_JUSTIFY_SPREAD);
  adw_wrap_box_append (box, steps);
  adw_wrap_box_append (box, answers);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
fascia_look_bar_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaLookBar *self = g_object_new (FASCIA_TYPE_LOOK_BAR, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_body_model_get_journal (model), "changed",
                           G_CALLBACK (on_journal_changed), self, G_CONNECT_SWAPPED);
  on_model_changed (self);
  return GTK_WIDGET (self);
}
