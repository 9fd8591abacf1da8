/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page: one suggestion first, then the plan, then the library for who scrolls.
 */

#include "config.h"

#include "fascia-routines-page-private.h"

#include <glib/gi18n.h>

#include "fascia-link-row.h"
#include "fascia-plan-page.h"
#include "fascia-plan-rows.h"
#include "fascia-routine-page.h"
#include "fascia-routine-row.h"
#include "fascia-session-resume-card.h"
#include "fascia-setup-card.h"
#include "fascia-soreness-card.h"

/* Reading is so fast that a spinner would only flash. */
#define SPINNER_AFTER_MS 300

G_DEFINE_FINAL_TYPE (FasciaRoutinesPage, fascia_routines_page, ADW_TYPE_BIN)

/* ---- one routine ---- */

static FasciaRoutinePage *
get_shown (FasciaRoutinesPage *self)
{
  AdwNavigationPage *content = adw_navigation_split_view_get_content (self->split_view);

  return content != NULL && FASCIA_IS_ROUTINE_PAGE (content) ? FASCIA_ROUTINE_PAGE (content) : NULL;
}

static void
show_routine (FasciaRoutinesPage *self, FasciaRoutine *routine, const FasciaRegion *const *places)
{
  AdwNavigationPage *page = fascia_routine_page_new (self->model, routine, places);

  adw_navigation_split_view_set_content (self->split_view, page);
}

void
fascia_routines_page_open_routine (FasciaRoutinesPage *self,
                                   FasciaRoutine *routine,
                                   const FasciaRegion *const *places)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_PAGE (self));
  g_return_if_fail (routine != NULL);

  g_set_str (&self->shown_routine, fascia_routine_get_id (routine));
  show_routine (self, routine, places);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
on_hero_opened (FasciaRoutinesPage *self, FasciaSuggestionCard *card)
{
  const FasciaSuggestion *suggestion = fascia_suggestion_card_get_suggestion (card);

  fascia_routines_page_open_routine (self, suggestion->routine,
                                     (const FasciaRegion *const *) suggestion->places);
}

/* Beside the list there is always one: the one suggested, until somebody has chosen another. */
static void
update_beside_list (FasciaRoutinesPage *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split_view)
      || !fascia_routines_model_is_ready (self->model) || self->shown_routine != NULL)
    return;

  GPtrArray *suggestions = fascia_routines_model_get_suggestions (self->model);
  FasciaRoutinePage *shown = get_shown (self);
  if (suggestions->len > 0)
    {
      const FasciaSuggestion *first = g_ptr_array_index (suggestions, 0);

      if (shown == NULL
          || !g_str_equal (fascia_routine_get_id (fascia_routine_page_get_routine (shown)),
                           fascia_routine_get_id (first->routine)))
        show_routine (self, first->routine, (const FasciaRegion *const *) first->places);
      else
        fascia_routine_page_set_places (shown, (const FasciaRegion *const *) first->places);
    }
  else if (shown == NULL)
    {
      FasciaLibrary *library = fascia_routines_model_get_library (self->model);

      if (fascia_library_get_n_routines (library) > 0)
        show_routine (self, fascia_library_get_routine (library, 0), NULL);
    }
}

static gboolean
on_beside_due (gpointer data)
{
  FasciaRoutinesPage *self = data;

  self->beside_id = 0;
  update_beside_list (self);
  return G_SOURCE_REMOVE;
}

/* The first time after the list has been drawn: it is what the page is there for. */
static void
queue_beside_list (FasciaRoutinesPage *self)
{
  if (get_shown (self) != NULL)
    update_beside_list (self);
  else if (self->beside_id == 0)
    self->beside_id = g_idle_add_full (G_PRIORITY_LOW, on_beside_due, self, NULL);
}

gboolean
fascia_routines_page_open (FasciaRoutinesPage *self, const char *routine)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_PAGE (self), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaRoutine *found = library != NULL ? fascia_library_lookup_routine (library, routine) : NULL;
  if (found == NULL)
    return FALSE;
  fascia_routines_page_open_routine (self, found, NULL);
  return TRUE;
}

AdwBin *
fascia_routines_page_get_plan_bin (FasciaRoutinesPage *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_PAGE (self), NULL);

  return self->plan_bin;
}

/* ---- above the list ---- */

static void
on_setup_done (FasciaRoutinesPage *self)
{
  self->asks_setup = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->setup_bin), FALSE);
  gtk_widget_grab_focus (self->hero != NULL && gtk_widget_get_visible (self->hero)
                             ? self->hero
                             : GTK_WIDGET (self->search_entry));
}

/* Asked once, in one line: what may help comes first. */
static GtkWidget *
create_setup_row (FasciaRoutinesPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = fascia_link_row_new (_ ("Postures and Tools"),
                                        _ ("Say once how you can be, and what you have."), NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (fascia_routines_page_ask_setup), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static GtkWidget *
create_setup_card (FasciaRoutinesPage *self)
{
  GtkWidget *card = fascia_setup_card_new (self->model);

  g_signal_connect_object (card, "done", G_CALLBACK (on_setup_done), self, G_CONNECT_SWAPPED);
  return card;
}

static void
update_setup (FasciaRoutinesPage *self)
{
  gboolean is_asked = self->asks_setup || fascia_setup_card_is_due (self->model);

  if (is_asked && adw_bin_get_child (self->setup_bin) == NULL)
    adw_bin_set_child (self->setup_bin,
                       self->asks_setup ? create_setup_card (self) : create_setup_row (self));
  gtk_widget_set_visible (GTK_WIDGET (self->setup_bin), is_asked);
}

void
fascia_routines_page_ask_setup (FasciaRoutinesPage *self)
{
  GtkWidget *card = create_setup_card (self);

  self->asks_setup = TRUE;
  /* The row that has it goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  adw_bin_set_child (self->setup_bin, card);
  update_setup (self);
  /* Its first chip: the list goes there. */
  gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
}

static void
ensure_hero (FasciaRoutinesPage *self)
{
  if (self->hero != NULL)
    return;
  self->hero = fascia_suggestion_card_new (self->model, FASCIA_SUGGESTION_HERO);
  g_signal_connect_object (self->hero, "opened", G_CALLBACK (on_hero_opened), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->hero_bin, self->hero);
  /* An empty bin would still take its gap. */
  g_object_bind_property (self->hero, "visible", self->hero_bin, "visible", G_BINDING_SYNC_CREATE);
}

static void
on_planned_opened (FasciaRoutinesPage *self, FasciaRoutine *routine)
{
  fascia_routines_page_open_routine (self, routine, NULL);
}

/* Beside or over the list, where a routine is shown, too. */
void
fascia_routines_page_open_plan (FasciaRoutinesPage *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_PAGE (self));
  g_return_if_fail (fascia_routines_model_is_ready (self->model));

  AdwNavigationPage *page = fascia_plan_page_new (self->model);

  g_signal_connect_object (page, "opened", G_CALLBACK (on_planned_opened), self, G_CONNECT_SWAPPED);
  /* Somebody asked for it. */
  g_set_str (&self->shown_routine, "");
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* What the plan has for today. */
static void
update_plan (FasciaRoutinesPage *self)
{
  GtkWidget *rows = adw_bin_get_child (self->plan_bin);

  if (rows == NULL)
    {
      rows = fascia_plan_rows_new (self->model, TRUE);
      g_signal_connect_object (rows, "opened", G_CALLBACK (on_planned_opened), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (rows, "plan-opened", G_CALLBACK (fascia_routines_page_open_plan),
                               self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->plan_bin, rows);
    }
  fascia_plan_rows_update (FASCIA_PLAN_ROWS (rows));
  gtk_widget_set_visible (GTK_WIDGET (self->plan_bin), TRUE);
}

/* How it is today, after what was done: above everything, and only when it is to be asked. */
static void
update_soreness (FasciaRoutinesPage *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->setup_bin));
  GtkWidget *card = gtk_widget_get_first_child (box);

  if (!FASCIA_IS_SORENESS_CARD (card))
    {
      card = fascia_soreness_card_new (self->model);
      gtk_box_prepend (GTK_BOX (box), card);
    }
  fascia_soreness_card_update (FASCIA_SORENESS_CARD (card));
}

/* A session that broke off: below the question of the day after. */
static void
update_resume (FasciaRoutinesPage *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->setup_bin));
  GtkWidget *first = gtk_widget_get_first_child (box);

  fascia_session_resume_load (fascia_session_resume_get (self->model));
  if (!FASCIA_IS_SESSION_RESUME_CARD (gtk_widget_get_next_sibling (first)))
    gtk_box_insert_child_after (GTK_BOX (box), fascia_session_resume_card_new (self->model), first);
}

static void
on_from_map_activated (FasciaRoutinesPage *self)
{
  FasciaRoutine *routine = fascia_routines_model_get_from_map (self->model);

  if (routine != NULL)
    fascia_routines_page_open_routine (self, routine, NULL);
}

static void
update_from_map (FasciaRoutinesPage *self)
{
  FasciaRoutine *routine = fascia_routines_model_get_from_map (self->model);

  if (routine != NULL)
    {
      FasciaRoutineInfo info = { 0 };

      fascia_routines_model_describe (self->model, routine, NULL, &info);
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      GtkWidget *row = fascia_routine_row_new (self->model, routine, &info);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_from_map_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      adw_bin_set_child (self->map_bin, GTK_WIDGET (group));
    }
  else
    adw_bin_set_child (self->map_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->map_bin), routine != NULL);
}

/* ---- which of the pages ---- */

FasciaRoutinesView
fascia_routines_view_choose (gboolean is_ready, gboolean has_problem)
{
  if (is_ready)
    return FASCIA_ROUTINES_VIEW_CONTENT;
  return has_problem ? FASCIA_ROUTINES_VIEW_ERROR : FASCIA_ROUTINES_VIEW_LOADING;
}

static void
on_spinner_due (gpointer data)
{
  FasciaRoutinesPage *self = data;

  self->spinner_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
}

static void
update (FasciaRoutinesPage *self)
{
  static const char *const names[] = {
    [FASCIA_ROUTINES_VIEW_LOADING] = "loading",
    [FASCIA_ROUTINES_VIEW_ERROR] = "error",
    [FASCIA_ROUTINES_VIEW_CONTENT] = "content",
  };
  const char *problem = fascia_routines_model_get_problem (self->model);
  FasciaRoutinesView view
      = fascia_routines_view_choose (fascia_routines_model_is_ready (self->model), problem != NULL);
  g_autofree char *reason = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  adw_status_page_set_description (self->error_page, reason);
  if (view == FASCIA_ROUTINES_VIEW_CONTENT)
    {
      ensure_hero (self);
      update_soreness (self);
      update_resume (self);
      update_setup (self);
      update_plan (self);
      update_from_map (self);
      fascia_routines_page_update_lists (self);
      queue_beside_list (self);
    }
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (view == FASCIA_ROUTINES_VIEW_LOADING && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->spinner_id = g_timeout_add_once (SPINNER_AFTER_MS, on_spinner_due, self);
  gtk_stack_set_visible_child_name (self->stack, names[view]);
}

static void
on_model_changed (FasciaRoutinesPage *self)
{
  /* A page that is not seen is brought up to date when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
on_retry_clicked (FasciaRoutinesPage *self)
{
  fascia_routines_model_load (self->model);
}

static void
on_breakpoint_changed (FasciaRoutinesPage *self)
{
  if (self->model != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_beside_list (self);
}

/* ---- the page ---- */

static void
fascia_routines_page_map (GtkWidget *widget)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (widget);

  GTK_WIDGET_CLASS (fascia_routines_page_parent_class)->map (widget);
  if (self->model == NULL)
    return;
  fascia_routines_model_load (self->model);
  update (self);
}

static void
fascia_routines_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FASCIA_ROUTINES_PAGE (widget)->spinner_id, g_source_remove);
  g_clear_handle_id (&FASCIA_ROUTINES_PAGE (widget)->beside_id, g_source_remove);

  GTK_WIDGET_CLASS (fascia_routines_page_parent_class)->unmap (widget);
}

static gboolean
fascia_routines_page_grab_focus (GtkWidget *widget)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (widget);

  if (self->hero != NULL && gtk_widget_get_mapped (self->hero))
    return gtk_widget_grab_focus (self->hero);
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
fascia_routines_page_dispose (GObject *object)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_handle_id (&self->beside_id, g_source_remove);
  self->hero = NULL;
  if (self->breakpoint_bin != NULL)
    adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_ROUTINES_PAGE);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routines_page_parent_class)->dispose (object);
}

static void
fascia_routines_page_finalize (GObject *object)
{
  FasciaRoutinesPage *self = FASCIA_ROUTINES_PAGE (object);

  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->shown_routine, g_free);

  G_OBJECT_CLASS (fascia_routines_page_parent_class)->finalize (object);
}

static void
fascia_routines_page_class_init (FasciaRoutinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_routines_page_dispose;
  object_class->finalize = fascia_routines_page_finalize;
  widget_class->map = fascia_routines_page_map;
  widget_class->unmap = fascia_routines_page_unmap;
  widget_class->grab_focus = fascia_routines_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-routines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, breakpoint_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, setup_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, hero_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, gentle);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, no_floor);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, is_short);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, more);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, beside);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaRoutinesPage, lists);
  gtk_widget_class_bind_template_callback (widget_class, on_breakpoint_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  fascia_routines_page_search_class_init (widget_class);
  fascia_routines_page_own_class_init (widget_class);
}

static void
fascia_routines_page_init (FasciaRoutinesPage *self)
{
  self->open = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_routines_page_search_init (self);
  fascia_routines_page_own_init (self);
}

GtkWidget *
fascia_routines_page_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaRoutinesPage *self = g_object_new (FASCIA_TYPE_ROUTINES_PAGE, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
