/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One routine: where it works, its steps and doses, what is held back, why, and how it went before.
 */

#include "config.h"

#include "fascia-routine-page-private.h"

#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "fascia-routine-pose.h"
#include "fascia-routine-text.h"
#include "fascia-session-start.h"
#include "fascia-worked-figure.h"

#define POSE_PX 220
#define START_PX 180

/* From here on what it is stands beside what is done. */
#define TWO_COLUMNS "min-width: 780sp"

G_DEFINE_FINAL_TYPE (FasciaRoutinePage, fascia_routine_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what a person can do ---- */

static void
on_start_clicked (FasciaRoutinePage *self)
{
  fascia_session_start (GTK_WIDGET (self), self->model, self->routine,
                        (const FasciaRegion *const *) self->places);
}

static void
update_favourite (FasciaRoutinePage *self)
{
  gboolean is_favourite = gtk_toggle_button_get_active (self->favourite);

  gtk_button_set_icon_name (GTK_BUTTON (self->favourite),
                            is_favourite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_favourite_toggled (FasciaRoutinePage *self)
{
  update_favourite (self);
  if (!self->is_updating)
    fascia_routines_model_set_favourite (self->model, fascia_routine_get_id (self->routine),
                                         gtk_toggle_button_get_active (self->favourite));
}

/* ---- where it works ---- */

/* (transfer container) Both sides of what is done in it, or those of the practice when that is about
 * one side. */
static const FasciaRegion **
dup_worked (FasciaPractice *practice)
{
  GPtrArray *places = g_ptr_array_new ();
  guint n_entries = 0;
  guint n_held = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  const FasciaPracticeEntry *held = fascia_practice_get_held_back (practice, &n_held);

  for (guint i = 0; i < n_entries + n_held; i++)
    {
      const FasciaPracticeEntry *entry = i < n_entries ? &entries[i] : &held[i - n_entries];

      for (guint k = 0; entry->places != NULL && entry->places[k] != NULL; k++)
        if (!g_ptr_array_find (places, entry->places[k], NULL))
          g_ptr_array_add (places, (gpointer) entry->places[k]);
    }
  g_ptr_array_add (places, NULL);
  return (const FasciaRegion **) g_ptr_array_free (places, FALSE);
}

static gboolean
is_marked (FasciaEntry *open, const FasciaRegion *region)
{
  const char *id = fascia_region_get_id (region);
  const FasciaMark *tightness = fascia_entry_find_mark (open, id, FASCIA_SCALE_TIGHTNESS);
  const FasciaMark *pain = fascia_entry_find_mark (open, id, FASCIA_SCALE_PAIN);

  return (tightness != NULL && tightness->level != 0) || (pain != NULL && pain->level != 0);
}

/* For who has marked a place where nothing should press. */
static void
update_beside (FasciaRoutinePage *self)
{
  FasciaEntry *open = fascia_routines_model_get_open (self->model);
  FasciaBody *body = fascia_routines_model_get_body (self->model);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; open != NULL && self->places != NULL && self->places[i] != NULL; i++)
    {
      g_autofree char *line = is_marked (open, self->places[i])
                                  ? fascia_routine_text_beside (body, self->places[i])
                                  : NULL;

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  gtk_label_set_label (self->beside, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), text->len > 0);
}

/* ---- all of it ---- */

void
fascia_routine_page_update (FasciaRoutinePage *self)
{
  if (!fascia_routines_model_is_ready (self->model))
    return;

  const char *id = fascia_routine_get_id (self->routine);
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaRoutine *newer = fascia_library_lookup_routine (library, id);
  FasciaRoutineInfo info = { 0 };

  if (newer != NULL && newer != self->routine)
    {
      FasciaRoutine *old = self->routine;

      self->routine = fascia_routine_ref (newer);
      fascia_routine_unref (old);
    }
  fascia_routines_model_describe (self->model, self->routine,
                                  (const FasciaRegion *const *) self->places, &info);
  g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
      self->model, self->routine, NULL, (const FasciaRegion *const *) self->places);
  g_autofree char *facts = fascia_routine_text_facts (library, self->routine, &info, " · ");
  g_autofree char *spoken = fascia_routine_text_facts (library, self->routine, &info, ", ");
  const char *title = fascia_routine_get_title (self->routine);
  const char *summary = fascia_routine_get_summary (self->routine);
  /* Translators: read aloud on a button: the name of a routine, and “8 min, chair”. */
  g_autofree char *start = g_strdup_printf (_ ("Start: %1$s, %2$s"), title, spoken);
  g_autofree const FasciaRegion **worked = dup_worked (practice);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  fascia_routine_text_name_button (self->start, start);
  fascia_routine_pose_show (self->pose, self->model, info.step, info.side);
  fascia_worked_figure_set_places (FASCIA_WORKED_FIGURE (self->figure),
                                   fascia_body_setup_get_body (fascia_body_setup_get (
                                       fascia_routines_model_get_journal (self->model),
                                       fascia_routines_model_get_body (self->model))),
                                   worked);
  gtk_widget_set_visible (self->figure, worked[0] != NULL);
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->favourite,
                                fascia_routines_model_is_favourite (self->model, id));
  /* What is made up for now is gone tomorrow. */
  gtk_widget_set_visible (GTK_WIDGET (self->favourite), newer != NULL);
  self->is_updating = FALSE;
  update_favourite (self);
  update_beside (self);
  fascia_routine_page_update_steps (self, practice);
  fascia_routine_page_update_facts (self);
}

static gboolean
is_same_places (const FasciaRegion *const *a, const FasciaRegion *const *b)
{
  guint i = 0;

  if (a == NULL || b == NULL)
    return a == b;
  while (a[i] != NULL && a[i] == b[i])
    i++;
  return a[i] == b[i];
}

static const FasciaRegion **
copy_places (const FasciaRegion *const *places)
{
  guint n = 0;

  if (places == NULL)
    return NULL;
  while (places[n] != NULL)
    n++;
  return g_memdup2 (places, (n + 1) * sizeof *places);
}

void
fascia_routine_page_set_places (FasciaRoutinePage *self, const FasciaRegion *const *places)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_PAGE (self));

  if (is_same_places ((const FasciaRegion *const *) self->places, places))
    return;
  g_free (self->places);
  self->places = copy_places (places);
  fascia_routine_page_update (self);
}

/* ---- layout ---- */

static GtkLabel *
create_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "justify", GTK_JUSTIFY_CENTER, "wrap",
                                             TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static GtkWidget *
create_about (FasciaRoutinePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->pose = FASCIA_POSE_VIEW (fascia_pose_view_new ());
  self->title = create_label ("title-2");
  self->summary = create_label (NULL);
  self->facts = create_label ("dimmed");
  self->beside = create_label (NULL);
  self->start = gtk_button_new_with_mnemonic (_ ("_Start"));
  self->figure = fascia_worked_figure_new ();
  fascia_pose_view_set_moving (self->pose, TRUE);
  gtk_widget_set_halign (self->start, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->start, START_PX, -1);
  gtk_widget_add_css_class (self->start, "pill");
  gtk_widget_add_css_class (self->start, "suggested-action");
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (on_start_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), fascia_routine_pose_frame (self->pose, POSE_PX));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (box), self->start);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->beside));
  gtk_box_append (GTK_BOX (box), self->figure);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static void
add_breakpoint (FasciaRoutinePage *self, AdwBreakpointBin *bin, GtkWidget *columns)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (TWO_COLUMNS));
  GValue orientation = G_VALUE_INIT;
  GValue is_homogeneous = G_VALUE_INIT;

  g_value_init (&orientation, GTK_TYPE_ORIENTATION);
  g_value_set_enum (&orientation, GTK_ORIENTATION_HORIZONTAL);
  g_value_init (&is_homogeneous, G_TYPE_BOOLEAN);
  g_value_set_boolean (&is_homogeneous, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (columns), "orientation", &orientation);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (columns), "homogeneous", &is_homogeneous);
  adw_breakpoint_bin_add_breakpoint (bin, breakpoint);
  g_value_unset (&orientation);
  g_value_unset (&is_homogeneous);
}

static GtkWidget *
create_header (FasciaRoutinePage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  /* The window has its buttons, and the page its title. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  self->favourite = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->favourite), _ ("Favourite"));
  g_signal_connect_object (self->favourite, "toggled", G_CALLBACK (on_favourite_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), fascia_routine_page_create_menu (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->favourite));
  return header;
}

static void
build (FasciaRoutinePage *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *bin = adw_breakpoint_bin_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (columns), create_about (self));
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->groups));
  g_object_set (columns, "margin-top", 6, "margin-bottom", 24, "margin-start", 18, "margin-end", 18,
                NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1000, "tightening-threshold", 1000,
                              "child", columns, NULL),
                NULL);
  g_object_set (bin, "child", scrolled, "width-request", 240, "height-request", 120, NULL);
  add_breakpoint (self, ADW_BREAKPOINT_BIN (bin), columns);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), bin);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/* ---- the page ---- */

static void
on_model_changed (FasciaRoutinePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fascia_routine_page_update (self);
}

static void
fascia_routine_page_map (GtkWidget *widget)
{
  fascia_routine_page_update (FASCIA_ROUTINE_PAGE (widget));

  GTK_WIDGET_CLASS (fascia_routine_page_parent_class)->map (widget);
}

static void
fascia_routine_page_dispose (GObject *object)
{
  FasciaRoutinePage *self = FASCIA_ROUTINE_PAGE (object);

  g_clear_pointer (&self->routine, fascia_routine_unref);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routine_page_parent_class)->dispose (object);
}

static void
fascia_routine_page_class_init (FasciaRoutinePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = fascia_routine_page_map;
  fascia_routine_page_own_class_init (GTK_WIDGET_CLASS (klass));
}

static void
fascia_routine_page_init (FasciaRoutinePage *self)
{
  build (self);
}

AdwNavigationPage *
fascia_routine_page_new (FasciaRoutinesModel *model,
                         FasciaRoutine *routine,
                         const FasciaRegion *const *places)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  FasciaRoutinePage *self
      = g_object_new (FASCIA_TYPE_ROUTINE_PAGE, "title", fascia_routine_get_title (routine), NULL);
  self->model = g_object_ref (model);
  self->routine = fascia_routine_ref (routine);
  self->places = copy_places (places);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}

FasciaRoutine *
fascia_routine_page_get_routine (FasciaRoutinePage *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_PAGE (self), NULL);

  return self->routine;
}
