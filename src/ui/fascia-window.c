/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: pages, switcher, menu, and what is shown instead of the pages when the journal cannot
 * be opened.
 */

#include "config.h"

#include "fascia-window-private.h"

#include <glib/gi18n.h>

#include "body/fascia-body-page.h"
#include "body/fascia-help-page.h"
#include "core/store/fascia-db.h"
#include "data/fascia-data-actions.h"
#include "data/fascia-problem-page.h"
#include "fascia-body-setup.h"
#include "fascia-day-watch.h"
#include "flare/fascia-flare.h"
#include "journal/fascia-journal-page.h"
#include "journal/fascia-therapist-notes.h"
#include "progress/fascia-chart-view.h"
#include "progress/fascia-progress-page.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-suggestion-card.h"
#include "settings/fascia-preferences-dialog.h"

G_DEFINE_FINAL_TYPE (FasciaWindow, fascia_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- pages ---- */

static AdwBin *
get_bin (FasciaWindow *self, const char *name)
{
  GtkWidget *child = adw_view_stack_get_child_by_name (self->view_stack, name);

  return child != NULL ? ADW_BIN (child) : NULL;
}

/* One body for all pages: loading takes a few milliseconds. */
static FasciaBody *
ensure_body (FasciaWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->body == NULL)
    self->body = fascia_body_new (&error);
  if (error != NULL)
    g_critical ("The body map in the program is broken: %s", error->message);
  return self->body;
}

/* The side of the figure that was shown last. */
static void
restore_figure (FasciaWindow *self)
{
  FasciaBodyPage *page = FASCIA_BODY_PAGE (adw_bin_get_child (self->body_bin));
  FasciaBodyFigures *figures = fascia_body_page_get_figures (page);

  if (self->settings != NULL)
    {
      g_autofree char *view = g_settings_get_string (self->settings, "figure-view");

      fascia_body_figures_set_view (figures,
                                    g_strcmp0 (view, fascia_view_to_code (FASCIA_VIEW_BACK)) == 0
                                        ? FASCIA_VIEW_BACK
                                        : FASCIA_VIEW_FRONT);
    }
}

/* A page is built when it is shown for the first time, so that the start pays for one only. */
static void
ensure_page (FasciaWindow *self, AdwBin *bin)
{
  if (self->journal == NULL || bin == NULL || adw_bin_get_child (bin) != NULL)
    return;

  FasciaBody *body = ensure_body (self);
  if (body == NULL)
    return;
  if (bin == self->body_bin)
    {
      adw_bin_set_child (bin, fascia_body_page_new (self->journal, body));
      restore_figure (self);
    }
  else if (bin == self->routines_bin)
    adw_bin_set_child (bin,
                       fascia_routines_page_new (fascia_routines_model_get (self->journal, body)));
  else if (bin == self->journal_bin)
    adw_bin_set_child (bin, GTK_WIDGET (fascia_journal_page_new (self->journal, body)));
  else if (bin == self->progress_bin)
    {
      FasciaProgressPage *page = fascia_progress_page_new (self->journal, body);

      /* The range of time that was looked at last. */
      if (self->settings != NULL)
        g_settings_bind (self->settings, "progress-days", page, "days", G_SETTINGS_BIND_DEFAULT);
      adw_bin_set_child (bin, GTK_WIDGET (page));
    }
}

/* ---- the focus ---- */

static guint
get_page_index (FasciaWindow *self, GtkWidget *bin)
{
  if (bin == GTK_WIDGET (self->routines_bin))
    return 1;
  if (bin == GTK_WIDGET (self->journal_bin))
    return 2;
  return bin == GTK_WIDGET (self->progress_bin) ? 3 : 0;
}

/* (nullable) The first of that type that is shown. */
static GtkWidget *
find_shown (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_mapped (widget) || G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* To where it was on this page, else to what the page is there for. */
static gboolean
focus_page (FasciaWindow *self, GtkWidget *bin)
{
  static GType (*const types[FASCIA_WINDOW_N_PAGES]) (void)
      = { fascia_body_figures_get_type, fascia_suggestion_card_get_type, gtk_list_view_get_type,
          fascia_chart_view_get_type };
  guint index = get_page_index (self, bin);
  GtkWidget *last = self->last_focus[index];

  /* The figures give the focus they are handed to a place. */
  if (last != NULL && !FASCIA_IS_BODY_FIGURES (last) && gtk_widget_get_mapped (last)
      && gtk_widget_grab_focus (last))
    return TRUE;
  GtkWidget *main_widget = find_shown (bin, types[index]());
  if (main_widget != NULL && FASCIA_IS_BODY_FIGURES (main_widget))
    {
      /* Not on a place: focus would choose it. */
      fascia_body_figures_rest_focus (FASCIA_BODY_FIGURES (main_widget));
      return TRUE;
    }
  if (main_widget != NULL && gtk_widget_grab_focus (main_widget))
    return TRUE;
  /* Its bar is no place to begin with: while it loads, it owes the focus to its rows. */
  GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));
  if (page != NULL && FASCIA_IS_JOURNAL_PAGE (page))
    return gtk_widget_grab_focus (page);
  return gtk_widget_child_focus (bin, GTK_DIR_TAB_FORWARD);
}

/* Else it stays on the tab that was pressed, or GTK gives it to the toast. */
static void
take_focus_to_page (FasciaWindow *self, GtkWidget *bin)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  self->owes_focus = !focus_page (self, bin);
  if (self->owes_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* What was read has come. */
static void
on_page_filled (FasciaWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->view_stack);

  if (self->owes_focus && bin != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    take_focus_to_page (self, bin);
}

static void
on_focus_changed (FasciaWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *bin = adw_view_stack_get_visible_child (self->view_stack);

  if (focus == NULL || bin == NULL || !gtk_widget_is_ancestor (focus, bin))
    return;
  self->owes_focus = FALSE;
  g_set_weak_pointer (&self->last_focus[get_page_index (self, bin)], focus);
}

/* (nullable) What shows the states of a page, one at a time. */
static GtkWidget *
find_stack (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_STACK (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);
  return found;
}

static void
on_visible_page_changed (FasciaWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->view_stack);

  if (child == NULL)
    return;

  gboolean is_new = adw_bin_get_child (ADW_BIN (child)) == NULL;
  ensure_page (self, ADW_BIN (child));
  GtkWidget *page = adw_bin_get_child (ADW_BIN (child));
  GtkWidget *content = is_new && page != NULL ? find_stack (page) : NULL;
  if (content != NULL)
    g_signal_connect_object (content, "notify::visible-child", G_CALLBACK (on_page_filled), self,
                             G_CONNECT_SWAPPED);
  take_focus_to_page (self, child);
}

void
fascia_window_show_page (FasciaWindow *self, const char *name)
{
  g_return_if_fail (FASCIA_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (get_bin (self, name) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, name);
}

GtkWidget *
fascia_window_get_page (FasciaWindow *self, const char *name)
{
  g_return_val_if_fail (FASCIA_IS_WINDOW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  AdwBin *bin = get_bin (self, name);
  return bin != NULL ? adw_bin_get_child (bin) : NULL;
}

FasciaJournal *
fascia_window_get_journal (FasciaWindow *self)
{
  g_return_val_if_fail (FASCIA_IS_WINDOW (self), NULL);

  return self->journal;
}

FasciaBody *
fascia_window_get_body (FasciaWindow *self)
{
  g_return_val_if_fail (FASCIA_IS_WINDOW (self), NULL);

  return ensure_body (self);
}

/* ---- a journal that did not open ---- */

static void
update_problem (FasciaWindow *self)
{
  gboolean has_failed = fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_FAILED;

  /* Without a journal there are no pages to switch. */
  gtk_widget_set_visible (self->switcher, !has_failed);
  gtk_widget_set_visible (self->switcher_bar, !has_failed);
  if (!has_failed)
    {
      gtk_stack_set_visible_child_name (self->content_stack, "pages");
      return;
    }

  if (adw_bin_get_child (self->problem_bin) == NULL)
    adw_bin_set_child (self->problem_bin, fascia_problem_page_new (self->journal));
  FasciaProblemPage *page = FASCIA_PROBLEM_PAGE (adw_bin_get_child (self->problem_bin));

  gtk_stack_set_visible_child_name (self->content_stack, "problem");
  /* A button whose action is not there yet takes no focus. */
  fascia_data_actions_update (GTK_WIDGET (self), self->journal);
  /* Else GTK gives the focus to the path and selects all of it. */
  GtkWidget *first = fascia_problem_page_get_first (page);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    gtk_window_set_focus (GTK_WINDOW (self), first);
}

/* ---- actions ---- */

static void
on_check_in_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation != NULL)
    {
      guint64 id = fascia_operation_get_id (operation);

      fascia_window_offer_undo (GTK_WIDGET (self), _ ("New check-in"), &id, 1);
    }
  else if (!g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    fascia_window_show_error (GTK_WIDGET (self), error);
}

static void
new_check_in_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *self = FASCIA_WINDOW (widget);

  fascia_window_show_page (self, "body");
  fascia_journal_close_check_in_async (self->journal, NULL, on_check_in_closed,
                                       g_object_ref (self));
}

static void
preferences_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *self = FASCIA_WINDOW (widget);
  FasciaBody *body = ensure_body (self);

  if (body != NULL)
    adw_dialog_present (fascia_preferences_dialog_new (fascia_body_setup_get (self->journal, body)),
                        widget);
}

/* Also while the journal cannot be opened: the signs are not in it. */
static void
help_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *self = FASCIA_WINDOW (widget);
  FasciaBody *body = ensure_body (self);

  if (body != NULL)
    fascia_help_present (widget, self->journal, body, FASCIA_SIGN_ON_PAGE);
}

static void
say_to_therapist_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *self = FASCIA_WINDOW (widget);

  fascia_therapist_note_present (widget, self->journal, ensure_body (self));
}

/* From wherever the person is; it needs no journal. */
static void
flare_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *self = FASCIA_WINDOW (widget);
  FasciaBody *body = ensure_body (self);

  if (body != NULL)
    fascia_flare_open (ADW_APPLICATION_WINDOW (self), self->journal, body);
}

static void
show_page_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_window_show_page (FASCIA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What there is to act on. */
static void
update_actions (FasciaWindow *self)
{
  GtkWidget *page = fascia_window_get_page (self, "body");
  gboolean can_write = fascia_window_can_write (self);
  gboolean is_open = FALSE;

  if (page != NULL)
    {
      FasciaBodyModel *model = fascia_body_page_get_model (FASCIA_BODY_PAGE (page));

      /* What is looked back at is not the open one. */
      is_open = fascia_body_model_get_target (model) == FASCIA_BODY_TARGET_NOW
                && fascia_body_state_get_entry (fascia_body_model_get_state (model)) != NULL;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 can_write && fascia_journal_get_undo (self->journal) != NULL);
  fascia_window_update_undo (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-check-in", can_write && is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.preferences", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.say-to-therapist", can_write);
  fascia_data_actions_update (GTK_WIDGET (self), self->journal);
  fascia_window_update_read_only (self);
}

/* ---- state of the window ---- */

static void
load_state (FasciaWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  /* Without an installed schema the window still opens, in its own size. */
  if (schema == NULL)
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (FasciaWindow *self)
{
  if (self->settings == NULL)
    return;

  int width = 0;
  int height = 0;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
      g_settings_set_int (self->settings, "window-height", CLAMP (height, 294, 16384));
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));

  GtkWidget *page = fascia_window_get_page (self, "body");
  if (page != NULL)
    {
      FasciaBodyFigures *figures = fascia_body_page_get_figures (FASCIA_BODY_PAGE (page));

      g_settings_set_string (self->settings, "figure-view",
                             fascia_view_to_code (fascia_body_figures_get_view (figures)));
    }
}

/* The computer may have slept meanwhile. */
static void
on_is_active_changed (FasciaWindow *self)
{
  if (self->journal != NULL)
    fascia_day_watch_refresh (fascia_day_watch_get (self->journal));
}

static void
fascia_window_unrealize (GtkWidget *widget)
{
  save_state (FASCIA_WINDOW (widget));

  GTK_WIDGET_CLASS (fascia_window_parent_class)->unrealize (widget);
}

static void
fascia_window_dispose (GObject *object)
{
  FasciaWindow *self = FASCIA_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_func (self, on_focus_changed, NULL);
  for (guint i = 0; i < FASCIA_WINDOW_N_PAGES; i++)
    g_clear_weak_pointer (&self->last_focus[i]);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_WINDOW);
  g_clear_object (&self->toasts);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_window_parent_class)->dispose (object);
}

static void
fascia_window_finalize (GObject *object)
{
  FasciaWindow *self = FASCIA_WINDOW (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (fascia_window_parent_class)->finalize (object);
}

static void
fascia_window_class_init (FasciaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_window_dispose;
  object_class->finalize = fascia_window_finalize;
  widget_class->unrealize = fascia_window_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, toast_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, body_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, routines_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, journal_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, progress_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaWindow, problem_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page_changed);

  gtk_widget_class_install_action (widget_class, "win.new-check-in", NULL, new_check_in_activated);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_activated);
  gtk_widget_class_install_action (widget_class, "win.flare", NULL, flare_activated);
  gtk_widget_class_install_action (widget_class, "win.say-to-therapist", NULL,
                                   say_to_therapist_activated);
  fascia_data_actions_install (widget_class);

  fascia_window_undo_class_init (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "win.new-check-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.show-page", "s",
                                       "body");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.show-page", "s",
                                       "routines");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "win.show-page", "s",
                                       "journal");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_ALT_MASK, "win.show-page", "s",
                                       "progress");
}

/* Keys of the window do not work while a dialog is open; the program can be ended at any time, and a
 * flare waits for no dialog. */
static void
on_dialog_changed (FasciaWindow *self)
{
  static const char key[] = "fascia-quit";
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_q, GDK_CONTROL_MASK, "app.quit" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.flare" },
  };
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), key) != NULL)
    return;
  GtkEventController *controller = gtk_shortcut_controller_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  g_object_set_data (G_OBJECT (dialog), key, controller);
}

static void
fascia_window_init (FasciaWindow *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_window_undo_init (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active_changed), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_dialog_changed), NULL);
  load_state (self);
}

FasciaWindow *
fascia_window_new (AdwApplication *application, FasciaJournal *journal)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaWindow *self = g_object_new (FASCIA_TYPE_WINDOW, "application", application, NULL);
  self->journal = g_object_ref (journal);
  self->toasts = fascia_toasts_new (self->toast_overlay, journal);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
  update_problem (self);
  on_visible_page_changed (self);
  /* Else GTK gives the focus to the first place, and focus chooses it. */
  GtkWidget *page = adw_bin_get_child (self->body_bin);
  if (page != NULL)
    {
      FasciaBodyModel *model = fascia_body_page_get_model (FASCIA_BODY_PAGE (page));

      fascia_body_figures_rest_focus (fascia_body_page_get_figures (FASCIA_BODY_PAGE (page)));
      g_signal_connect_object (model, "changed", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "loaded", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::read-only", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::undo", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  /* "Tuesday’s" is "yesterday’s" for a while. */
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return self;
}
