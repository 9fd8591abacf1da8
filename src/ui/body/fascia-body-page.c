/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Body page: figures or list, the check-in beside them, the chosen place under the thumb.
 */

#include "config.h"

#include "fascia-body-page-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-check-in-list.h"
#include "fascia-day-watch.h"
#include "fascia-text.h"
#include "fascia-window.h"
#include "widgets/fascia-fit.h"

G_DEFINE_FINAL_TYPE (FasciaBodyPage, fascia_body_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_IS_LIST = 1,
} FasciaBodyPageProperty;

static GParamSpec *properties[PROP_IS_LIST + 1];

/* ---- what is shown where ---- */

gboolean
fascia_body_page_is_list_shown (FasciaBodyPage *self)
{
  return self->is_list || self->is_low;
}

static void
on_place_activated (FasciaBodyPage *self, const FasciaRegion *region)
{
  fascia_body_model_set_selected (self->model, region);
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (!fascia_body_page_is_list_shown (self))
    fascia_body_figures_choose_region (self->figures, region);
}

/* A low window has no room for the levels: they open as a dialog. */
static void
on_list_clicked (FasciaBodyPage *self)
{
  if (self->is_low && self->is_narrow)
    fascia_body_page_open_levels (self);
}

static void
ensure_list (FasciaBodyPage *self)
{
  if (self->list != NULL)
    return;
  self->list = FASCIA_BODY_LIST (fascia_body_list_new (self->model));
  g_signal_connect_object (self->list, "activated", G_CALLBACK (fascia_body_page_open_levels), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "clicked", G_CALLBACK (on_list_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "more", G_CALLBACK (fascia_body_page_open_more), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
}

static void
ensure_check_in (FasciaBodyPage *self)
{
  if (adw_bin_get_child (self->check_in_bin) != NULL)
    return;
  GtkWidget *list = fascia_check_in_list_new (self->model);
  g_signal_connect_object (list, "activated", G_CALLBACK (on_place_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->check_in_bin, list);
}

/* Which toggle of the narrow page is down. */
static void
update_views (FasciaBodyPage *self)
{
  const char *name = "front";
  if (fascia_body_page_is_list_shown (self))
    name = "list";
  else if (fascia_body_figures_get_view (self->figures) == FASCIA_VIEW_BACK)
    name = "back";

  self->is_updating = TRUE;
  adw_toggle_group_set_active_name (self->views, name);
  adw_toggle_group_set_active_name (self->double_views,
                                    fascia_body_page_is_list_shown (self) ? "list" : "figures");
  fascia_body_page_update_counts (self);
  self->is_updating = FALSE;
}

/* The toast keeps clear of the levels: beside the sidebar, or above the bar. */
static void
update_toast_place (FasciaBodyPage *self)
{
  static const char *const classes[] = { "beside-sidebar", "beside-wide-sidebar", "above-strip" };
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  int wanted = -1;

  if (overlay == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    wanted = -1;
  else if (!self->is_narrow)
    wanted = adw_overlay_split_view_get_max_sidebar_width (self->split_view) > 340 ? 1 : 0;
  else if (gtk_widget_get_visible (GTK_WIDGET (self->bottom_bar)))
    wanted = 2;
  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    {
      if (i == wanted)
        gtk_widget_add_css_class (overlay, classes[i]);
      else
        gtk_widget_remove_css_class (overlay, classes[i]);
    }
}

/* Figures that make room for the list take the focus with them, and the other way round: keys would
 * go nowhere. */
static void
restore_focus (FasciaBodyPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || gtk_root_get_focus (root) != NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (fascia_body_page_is_list_shown (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    fascia_body_figures_rest_focus (self->figures);
}

static gboolean
on_settled (gpointer data)
{
  FasciaBodyPage *self = data;

  self->settle_id = 0;
  update_toast_place (self);
  if (self->is_relaid)
    restore_focus (self);
  self->is_relaid = FALSE;
  return G_SOURCE_REMOVE;
}

/* Not at once: while the window is being laid out a toast has its place already. */
void
fascia_body_page_queue_settle (FasciaBodyPage *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_settled, self, NULL);
}

/* A low window has room for it or for the places, not for both. */
static void
update_welcome (FasciaBodyPage *self)
{
  gtk_widget_set_visible (self->welcome, self->is_welcome && !self->is_low);
  fascia_body_page_update_hint (self);
}

static void
update_shown (FasciaBodyPage *self)
{
  const GError *error = fascia_body_model_get_error (self->model);
  FasciaBodyShown shown
      = fascia_body_state_choose_shown (fascia_body_model_is_loaded (self->model), error != NULL);
  const char *name = fascia_body_page_is_list_shown (self) ? "list" : "figures";
  g_autofree char *reason = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

  if (shown == FASCIA_BODY_SHOWN_ERROR)
    name = "error";
  gtk_widget_set_visible (GTK_WIDGET (self->wide_menu),
                          !self->is_narrow && shown == FASCIA_BODY_SHOWN_BODY);
  fascia_body_page_update_reading (self);
  adw_status_page_set_description (self->error_page, reason);
  gtk_stack_set_visible_child_name (self->content_stack, name);
}

static void
update_layout (FasciaBodyPage *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_bin_get_current_breakpoint (self->breakpoint_bin);
  gboolean is_wide = breakpoint == self->wide;

  gboolean is_medium = breakpoint == self->medium;

  self->is_narrow = breakpoint == self->narrow || is_medium || breakpoint == self->low_narrow;
  self->is_low = breakpoint == self->low || breakpoint == self->low_narrow;

  adw_overlay_split_view_set_collapsed (self->split_view, self->is_narrow);
  adw_overlay_split_view_set_show_sidebar (self->split_view, !self->is_narrow);
  /* Laid over a narrow page the sidebar has the page's width and no more, however large the text. */
  adw_overlay_split_view_set_sidebar_width_unit (
      self->split_view, self->is_narrow ? ADW_LENGTH_UNIT_PX : ADW_LENGTH_UNIT_SP);
  adw_overlay_split_view_set_min_sidebar_width (self->split_view,
                                                self->is_narrow ? 280 : (is_wide ? 400 : 340));
  adw_overlay_split_view_set_max_sidebar_width (self->split_view,
                                                self->is_narrow ? 300 : (is_wide ? 400 : 340));
  gtk_widget_set_visible (GTK_WIDGET (self->low_summary), self->is_low);
  gtk_widget_set_visible (GTK_WIDGET (self->views), !is_medium && !self->is_low);
  gtk_widget_set_visible (GTK_WIDGET (self->double_views), is_medium);
  fascia_body_figures_set_is_double (self->figures, !self->is_narrow || is_medium);
  fascia_body_figures_set_has_insets (self->figures, is_wide);
  if (!self->is_narrow)
    ensure_check_in (self);
  if (fascia_body_page_is_list_shown (self))
    {
      ensure_list (self);
      /* There is nothing to draw on. */
      if (fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD)
        fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
    }
  self->is_relaid = TRUE;
  update_welcome (self);
  update_shown (self);
  update_views (self);
  fascia_body_page_update_strips (self);
  fascia_body_page_update_modes (self);
}

static void
on_text_size_changed (FasciaBodyPage *self)
{
  if (self->figures == NULL)
    return;
  fascia_body_page_renew_bottom_strip (self);
  fascia_body_page_fit_summary (self);
  update_layout (self);
}

static void
on_breakpoint_changed (FasciaBodyPage *self)
{
  if (self->figures != NULL)
    update_layout (self);
}

static void
on_view_toggled (FasciaBodyPage *self, GParamSpec *pspec, AdwToggleGroup *views)
{
  const char *name = adw_toggle_group_get_active_name (views);

  if (self->is_updating || self->figures == NULL || name == NULL)
    return;
  gboolean is_list = g_str_equal (name, "list");
  if (!is_list && views == self->views)
    fascia_body_figures_set_view (self->figures, g_str_equal (name, "back") ? FASCIA_VIEW_BACK
                                                                            : FASCIA_VIEW_FRONT);
  fascia_body_page_set_is_list (self, is_list);
}

static void
on_summary_clicked (FasciaBodyPage *self)
{
  ensure_check_in (self);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
on_retry_clicked (FasciaBodyPage *self)
{
  fascia_body_model_reload (self->model);
}

/* ---- the check-in grows old ---- */

static void schedule_expiry (FasciaBodyPage *self);

static void
on_expired (gpointer data)
{
  FasciaBodyPage *self = data;

  self->expiry_id = 0;
  fascia_body_model_reload (self->model);
  schedule_expiry (self);
}

/* Reads again when the open check-in closes by itself. */
static void
schedule_expiry (FasciaBodyPage *self)
{
  g_clear_handle_id (&self->expiry_id, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  if (entry == NULL)
    return;
  gint64 now_ms = fascia_clock_now_ms (
      fascia_journal_get_clock (fascia_body_model_get_journal (self->model)));
  gint64 left_ms = fascia_entry_get_changed_ms (entry) + FASCIA_CHECK_IN_OPEN_MS - now_ms;
  if (left_ms > 0)
    self->expiry_id = g_timeout_add_seconds_once ((guint) (left_ms / 1000) + 1, on_expired, self);
}

/* ---- first run ---- */

static void
on_first_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBodyPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_list_finish (FASCIA_JOURNAL (source), result, &error);

  if (entries == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_welcome = entries->len == 0;
  update_welcome (self);
}

static void
ask_whether_first (FasciaBodyPage *self)
{
  if (self->is_first_asked || !fascia_body_model_is_loaded (self->model))
    return;
  self->is_first_asked = TRUE;
  fascia_journal_list_async (fascia_body_model_get_journal (self->model), G_MAXINT64, NULL, 1,
                             self->cancellable, on_first_listed, g_object_ref (self));
}

static void
on_welcome_closed (FasciaBodyPage *self)
{
  self->is_welcome = FALSE;
  update_welcome (self);
}

/* ---- the model speaks ---- */

static void
on_model_changed (FasciaBodyPage *self)
{
  FasciaBodyState *state = fascia_body_model_get_state (self->model);
  g_autofree char *summary = fascia_body_model_dup_summary (self->model);
  guint n_unanswered = fascia_body_state_count_unanswered (state);

  if (fascia_body_state_is_blank (state) && n_unanswered > 0)
    {
      g_free (summary);
      /* Translators: nothing is marked yet, but so many places of last time are shown. */
      summary = g_strdup_printf (
          ngettext ("%u place from before", "%u places from before", (gulong) n_unanswered),
          n_unanswered);
    }
  fascia_body_page_set_summary (self, summary);
  fascia_body_page_update_actions (self);
  /* Room for either, not for both: whoever has something to answer knows how to mark. */
  g_autofree char *ease = fascia_body_state_dup_ease_label (state);
  gtk_button_set_label (self->bottom_ease_rest, ease);
  fascia_fit_button (GTK_WIDGET (self->bottom_ease_rest));
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_ease_rest),
                          n_unanswered > 0 && fascia_body_model_is_editable (self->model));
  fascia_body_page_update_counts (self);
  fascia_body_page_update_strips (self);
  update_shown (self);
  schedule_expiry (self);
  ask_whether_first (self);
}

static void
on_model_written (FasciaBodyPage *self, FasciaOperation *operation, GArray *ids)
{
  FasciaEntry *before = fascia_operation_get_before (operation);
  FasciaEntry *after = fascia_operation_get_after (operation);
  g_autofree char *title
      = fascia_body_state_dup_change (fascia_body_model_get_body (self->model), before, after);

  self->is_welcomed = TRUE;
  gboolean is_there = fascia_window_offer_undo (
      GTK_WIDGET (self), title, (const guint64 *) (const void *) ids->data, ids->len);
  /* The figure says what happened to one place; of many only the toast can tell, and one that is
   * there already is not read again. */
  if (is_there && fascia_body_state_is_many (before, after))
    fascia_announce (GTK_WIDGET (self), title);
}

static void
on_model_failed (FasciaBodyPage *self, const GError *error)
{
  update_shown (self);
  /* What the page itself says needs no toast. */
  if (fascia_body_model_is_loaded (self->model)
      || error != fascia_body_model_get_error (self->model))
    fascia_window_show_error (GTK_WIDGET (self), error);
}

/* The person has chosen another form of the figure. */
static void
on_setup_body_changed (FasciaBodyPage *self)
{
  fascia_body_model_set_body (self->model, fascia_body_setup_get_body (self->setup));
}

static void
on_setup_failed (FasciaBodyPage *self, const GError *error)
{
  fascia_window_show_error (GTK_WIDGET (self), error);
}

/* ---- the rest ---- */

gboolean
fascia_body_page_select_region (FasciaBodyPage *self, const char *id)
{
  g_return_val_if_fail (FASCIA_IS_BODY_PAGE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  const FasciaRegion *region = fascia_body_lookup (fascia_body_model_get_body (self->model), id);
  if (region == NULL)
    return FALSE;
  fascia_body_figures_focus_region (self->figures, region);
  return TRUE;
}

void
fascia_body_page_set_is_list (FasciaBodyPage *self, gboolean is_list)
{
  g_return_if_fail (FASCIA_IS_BODY_PAGE (self));

  if (self->is_list == is_list)
    return;
  self->is_list = is_list;
  update_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LIST]);
}

FasciaBodyModel *
fascia_body_page_get_model (FasciaBodyPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_PAGE (self), NULL);

  return self->model;
}

FasciaBodyFigures *
fascia_body_page_get_figures (FasciaBodyPage *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_PAGE (self), NULL);

  return self->figures;
}

static gboolean
fascia_body_page_grab_focus (GtkWidget *widget)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  return gtk_widget_grab_focus (fascia_body_page_is_list_shown (self) ? GTK_WIDGET (self->list)
                                                                      : GTK_WIDGET (self->figures));
}

static void
on_window_active_changed (FasciaBodyPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Timers stand still in suspend; a person who comes back sees the present. */
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root))
      && fascia_body_model_is_loaded (self->model))
    fascia_body_model_reload (self->model);
}

static void
fascia_body_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_body_page_parent_class)->root (widget);

  GtkRoot *root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (on_window_active_changed),
                             widget, G_CONNECT_SWAPPED);
}

static void
fascia_body_page_unroot (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    g_signal_handlers_disconnect_by_func (root, on_window_active_changed, widget);

  GTK_WIDGET_CLASS (fascia_body_page_parent_class)->unroot (widget);
}

static void
fascia_body_page_map (GtkWidget *widget)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  GTK_WIDGET_CLASS (fascia_body_page_parent_class)->map (widget);
  if (fascia_body_model_is_loaded (self->model))
    fascia_body_model_reload (self->model);
  update_toast_place (self);
  schedule_expiry (self);
  fascia_body_page_suggest_later (self);
}

static void
fascia_body_page_unmap (GtkWidget *widget)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (widget);

  g_clear_handle_id (&self->expiry_id, g_source_remove);
  fascia_body_page_suggest_never (self);
  GTK_WIDGET_CLASS (fascia_body_page_parent_class)->unmap (widget);
  /* Not while the person looks: the figure would move under the finger. */
  if (self->is_welcomed)
    self->is_welcome = FALSE;
  update_welcome (self);
  update_toast_place (self);
}

static void
fascia_body_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FasciaBodyPageProperty) id)
    {
    case PROP_IS_LIST:
      g_value_set_boolean (value, FASCIA_BODY_PAGE (object)->is_list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_body_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FasciaBodyPageProperty) id)
    {
    case PROP_IS_LIST:
      fascia_body_page_set_is_list (FASCIA_BODY_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_body_page_dispose (GObject *object)
{
  FasciaBodyPage *self = FASCIA_BODY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->expiry_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->slow_id, g_source_remove);
  fascia_body_page_suggest_never (self);
  g_clear_pointer (&self->find, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->context, gtk_widget_unparent);
  g_clear_object (&self->menu);
  self->figures = NULL;
  self->list = NULL;
  /* The bin must let go of its child before the template does. */
  if (self->breakpoint_bin != NULL)
    adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_BODY_PAGE);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_page_parent_class)->dispose (object);
}

static void
fascia_body_page_finalize (GObject *object)
{
  g_clear_object (&FASCIA_BODY_PAGE (object)->cancellable);
  g_clear_object (&FASCIA_BODY_PAGE (object)->answers);
  g_clear_pointer (&FASCIA_BODY_PAGE (object)->said, g_free);

  G_OBJECT_CLASS (fascia_body_page_parent_class)->finalize (object);
}

static void
fascia_body_page_class_init (FasciaBodyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_body_page_get_property;
  object_class->set_property = fascia_body_page_set_property;
  object_class->dispose = fascia_body_page_dispose;
  object_class->finalize = fascia_body_page_finalize;
  widget_class->root = fascia_body_page_root;
  widget_class->unroot = fascia_body_page_unroot;
  widget_class->map = fascia_body_page_map;
  widget_class->unmap = fascia_body_page_unmap;
  widget_class->grab_focus = fascia_body_page_grab_focus;

  properties[PROP_IS_LIST]
      = g_param_spec_boolean ("is-list", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-body-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, breakpoint_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, medium);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, wide);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, low);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, low_narrow);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, view_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, views);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, double_views);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, when_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, narrow_menu);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, wide_menu);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, mode_box);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, top_questions);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, figures_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, summary_button);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, low_summary);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_hint);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_ease_rest);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_strip);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_heat);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, check_in_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, heat_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, side_suggestion);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, bottom_suggestion);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, side_question_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaBodyPage, side_strip);
  gtk_widget_class_bind_template_callback (widget_class, on_breakpoint_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_welcome_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_summary_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);

  gtk_widget_class_install_property_action (widget_class, "body.list", "is-list");
  fascia_body_page_install_actions (widget_class);
}

static void
fascia_body_page_init (FasciaBodyPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_body_page_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaBodyPage *self = g_object_new (FASCIA_TYPE_BODY_PAGE, NULL);
  self->setup = fascia_body_setup_get (journal, body);
  self->model = fascia_body_model_new (journal, fascia_body_setup_get_body (self->setup));
  self->figures = FASCIA_BODY_FIGURES (fascia_body_figures_new (self->model));
  adw_bin_set_child (self->figures_bin, GTK_WIDGET (self->figures));
  fascia_body_page_add_menus (self);
  fascia_body_page_add_modes (self);

  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::selected",
                           G_CALLBACK (fascia_body_page_update_strips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "written", G_CALLBACK (on_model_written), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (on_model_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day",
                           G_CALLBACK (fascia_body_model_reload), self->model, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::view", G_CALLBACK (update_views), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "find", G_CALLBACK (fascia_body_page_open_find), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "open-levels", G_CALLBACK (fascia_body_page_open_levels),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "summary", G_CALLBACK (fascia_body_page_show_summary),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setup, "notify::body", G_CALLBACK (on_setup_body_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setup, "failed", G_CALLBACK (on_setup_failed), self,
                           G_CONNECT_SWAPPED);
  fascia_follow_text_size (GTK_WIDGET (self), G_CALLBACK (on_text_size_changed));
  update_layout (self);
  on_model_changed (self);
  return GTK_WIDGET (self);
}
