/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps in the editor of routines: rows, their order by drag and by keys, and what is done to one.
 */

#include "config.h"

#include "fascia-routine-editor-private.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-homework.h"
#include "fascia-button-row.h"
#include "fascia-item-page.h"
#include "fascia-item-text.h"
#include "fascia-link-row.h"
#include "fascia-routine-pose.h"
#include "fascia-step-picker.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-row-words.h"

#define POSE_PX 48

static const char index_key[] = "fascia-index";
static const char text_key[] = "fascia-text";

/* ---- changing the list ---- */

static GArray *
dup_items (FasciaRoutineEditor *self)
{
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n);
  GArray *copy = g_array_new (FALSE, TRUE, sizeof (FasciaRoutineItem));

  g_array_append_vals (copy, items, n);
  return copy;
}

static guint
count_items (FasciaRoutineEditor *self)
{
  guint n = 0;

  fascia_routine_get_items (self->routine, &n);
  return n;
}

static void
take_items (FasciaRoutineEditor *self, GArray *items, int focus)
{
  fascia_routine_editor_take (
      self,
      fascia_routine_with_items (self->routine, (const FasciaRoutineItem *) (gpointer) items->data,
                                 items->len),
      focus);
}

static const FasciaStep *
get_step (FasciaRoutineEditor *self, guint index)
{
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n);

  return index < n ? fascia_library_resolve_step (self->library, self->routine, items[index].step)
                   : NULL;
}

static void
say_full (FasciaRoutineEditor *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  fascia_announce (GTK_WIDGET (self), _ ("A routine has no room for more steps"));
}

void
fascia_routine_editor_add_step (FasciaRoutineEditor *self, const char *step)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));
  g_return_if_fail (step != NULL);

  g_autoptr (GArray) items = dup_items (self);
  const FasciaRoutineItem item = { .step = step, .side = FASCIA_SIDE_MIDLINE };

  if (items->len >= FASCIA_ROUTINE_MAX_ITEMS)
    {
      say_full (self);
      return;
    }
  g_array_append_val (items, item);
  take_items (self, items, (int) items->len - 1);
}

void
fascia_routine_editor_move (FasciaRoutineEditor *self, guint from, guint to)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));

  g_autoptr (GArray) items = dup_items (self);

  if (from >= items->len || to >= items->len || from == to)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  const FasciaRoutineItem item = g_array_index (items, FasciaRoutineItem, from);
  const FasciaStep *step = get_step (self, from);
  /* Translators: said aloud when a step was moved: its title, its new place, how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("%1$s: now %2$u of %3$u"),
                                            step != NULL ? fascia_step_get_title (step) : item.step,
                                            to + 1, items->len);
  g_array_remove_index (items, from);
  g_array_insert_val (items, to, item);
  take_items (self, items, (int) to);
  fascia_announce (GTK_WIDGET (self), words);
}

void
fascia_routine_editor_remove (FasciaRoutineEditor *self, guint index)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));

  g_autoptr (GArray) items = dup_items (self);

  if (index >= items->len)
    return;
  const FasciaStep *step = get_step (self, index);
  /* Translators: said aloud; the title of a step. */
  g_autofree char *words = g_strdup_printf (
      _ ("%s removed"), step != NULL ? fascia_step_get_title (step) : _ ("Step"));
  g_array_remove_index (items, index);
  take_items (self, items, items->len > 0 ? (int) MIN (index, items->len - 1) : -1);
  fascia_announce (GTK_WIDGET (self), words);
}

void
fascia_routine_editor_split_sides (FasciaRoutineEditor *self, guint index)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));

  g_autoptr (GArray) items = dup_items (self);

  if (index >= items->len)
    return;
  if (items->len >= FASCIA_ROUTINE_MAX_ITEMS)
    {
      say_full (self);
      return;
    }
  FasciaRoutineItem *first = &g_array_index (items, FasciaRoutineItem, index);
  FasciaRoutineItem other = *first;
  if (first->side == FASCIA_SIDE_MIDLINE)
    first->side = FASCIA_SIDE_LEFT;
  other.side = first->side == FASCIA_SIDE_LEFT ? FASCIA_SIDE_RIGHT : FASCIA_SIDE_LEFT;
  g_array_insert_val (items, index + 1, other);
  take_items (self, items, (int) index);
  fascia_announce (GTK_WIDGET (self), _ ("One for each side now"));
}

/* ---- pages over it ---- */

static void
on_item_edited (FasciaRoutineEditor *self, FasciaItemPage *page)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), index_key));
  g_autoptr (GArray) items = dup_items (self);

  if (index >= items->len)
    return;
  g_array_index (items, FasciaRoutineItem, index) = *fascia_item_page_get_item (page);
  take_items (self, items, -1);
}

static void
on_item_both (FasciaRoutineEditor *self, FasciaItemPage *page)
{
  fascia_routine_editor_split_sides (
      self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), index_key)));
}

static void
on_item_removed (FasciaRoutineEditor *self, FasciaItemPage *page)
{
  fascia_routine_editor_remove (self,
                                GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (page), index_key)));
}

void
fascia_routine_editor_open_step (FasciaRoutineEditor *self, guint index)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));

  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n);

  /* One that this version does not know can only be moved and taken out. */
  if (index >= n || get_step (self, index) == NULL)
    return;
  AdwNavigationPage *page = fascia_item_page_new (self->model, self->routine, &items[index]);
  g_object_set_data (G_OBJECT (page), index_key, GUINT_TO_POINTER (index));
  g_signal_connect_object (page, "edited", G_CALLBACK (on_item_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "both-sides", G_CALLBACK (on_item_both), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "removed", G_CALLBACK (on_item_removed), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

static void
on_step_chosen (FasciaRoutineEditor *self, const char *step)
{
  const guint n = count_items (self);

  fascia_routine_editor_add_step (self, step);
  adw_navigation_view_pop (self->navigation);
  if (count_items (self) > n)
    fascia_routine_editor_open_step (self, n);
}

static void
on_like_chosen (FasciaRoutineEditor *self, const char *id, FasciaStepPicker *picker)
{
  const char *text = g_object_get_data (G_OBJECT (picker), text_key);
  const FasciaStep *like = fascia_library_lookup_step (self->library, id);
  g_auto (FasciaHomework) homework = { 0 };
  const guint n = count_items (self);

  if (like == NULL || !fascia_homework_parse (text, &homework))
    return;
  FasciaRoutine *added = fascia_homework_add (self->routine, &homework, text, like);
  if (added == NULL)
    {
      say_full (self);
      return;
    }
  fascia_routine_editor_take (self, added, (int) n);
  adw_navigation_view_pop_to_tag (self->navigation, "routine");
  fascia_routine_editor_open_step (self, n);
}

static void
on_homework (FasciaRoutineEditor *self, const char *text)
{
  g_auto (FasciaHomework) homework = { 0 };

  if (!fascia_homework_parse (text, &homework))
    return;
  AdwNavigationPage *page = fascia_step_picker_new_like (self->model, &homework);
  g_object_set_data_full (G_OBJECT (page), text_key, g_strdup (text), g_free);
  g_signal_connect_object (page, "chosen", G_CALLBACK (on_like_chosen), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

void
fascia_routine_editor_open_picker (FasciaRoutineEditor *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_EDITOR (self));

  AdwNavigationPage *page = fascia_step_picker_new (self->model);

  g_signal_connect_object (page, "chosen", G_CALLBACK (on_step_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "homework", G_CALLBACK (on_homework), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

/* ---- order ---- */

static guint
get_index (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), index_key));
}

static gboolean
on_move_key (GtkWidget *row, GVariant *args, gpointer data)
{
  FasciaRoutineEditor *self
      = FASCIA_ROUTINE_EDITOR (gtk_widget_get_ancestor (row, FASCIA_TYPE_ROUTINE_EDITOR));
  const int by = g_variant_get_int32 (args);
  const guint index = get_index (row);

  if (self == NULL)
    return FALSE;
  if (by < 0 && index == 0)
    gtk_widget_error_bell (row);
  else
    fascia_routine_editor_move (self, index, (guint) ((int) index + by));
  return TRUE;
}

static GdkContentProvider *
on_drag_prepared (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (GTK_TYPE_WIDGET, row);
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  GtkWidget *dragged = g_value_get_object (value);
  GtkWidget *editor = gtk_widget_get_ancestor (row, FASCIA_TYPE_ROUTINE_EDITOR);

  /* A row of another window is none of this routine. */
  if (editor == NULL || dragged == NULL
      || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (row))
    return FALSE;
  if (dragged != row)
    fascia_routine_editor_move (FASCIA_ROUTINE_EDITOR (editor), get_index (dragged),
                                get_index (row));
  return TRUE;
}

static void
add_order (GtkWidget *row)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_WIDGET, GDK_ACTION_MOVE);
  static const struct
  {
    guint key;
    int by;
  } keys[]
      = { { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                                gtk_callback_action_new (on_move_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
    }
  gtk_widget_add_controller (row, shortcuts);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepared), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* ---- rows ---- */

static GtkWidget *
create_image (const char *icon)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return image;
}

static GtkWidget *
create_row (FasciaRoutineEditor *self, const FasciaRoutineItem *item, guint index)
{
  AdwActionRow *row = ADW_ACTION_ROW (fascia_link_row_new_bare (NULL));
  const FasciaStep *step = fascia_library_resolve_step (self->library, self->routine, item->step);
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) limits = fascia_item_list_limits (self->library, self->routine, item);

  if (step != NULL)
    {
      g_autofree char *dose = fascia_item_text_dose (self->library, step, item);
      g_autofree char *like = fascia_item_text_like (self->library, step);

      g_string_append (words, dose);
      if (like != NULL)
        g_string_append_printf (words, "\n%s", like);
    }
  for (guint i = 0; limits[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", limits[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 step != NULL ? fascia_step_get_title (step) : item->step);
  fascia_row_set_words (row, words->str);
  adw_action_row_add_prefix (row, fascia_routine_pose_new (self->model, step, item->side, POSE_PX));
  adw_action_row_add_prefix (row, create_image ("list-drag-handle-symbolic"));
  if (limits[0] != NULL)
    adw_action_row_add_suffix (row, create_image ("dialog-warning-symbolic"));
  adw_action_row_add_suffix (row, create_image ("go-next-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Alt+Up Alt+Down", -1);
  g_object_set_data (G_OBJECT (row), index_key, GUINT_TO_POINTER (index));
  add_order (GTK_WIDGET (row));
  return GTK_WIDGET (row);
}

void
fascia_routine_editor_update_steps (FasciaRoutineEditor *self, int focus)
{
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (self->routine, &n);
  GtkWidget *button = fascia_button_row_new (_ ("_Add a Step…"), "list-add-symbolic");

  gtk_list_box_remove_all (self->steps);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->steps, create_row (self, &items[i], i));
  g_signal_connect_object (button, "activated", G_CALLBACK (fascia_routine_editor_open_picker),
                           self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->steps, button);
  if (focus >= 0)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, focus);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

GtkWidget *
fascia_routine_editor_get_row (FasciaRoutineEditor *self, guint index)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_EDITOR (self), NULL);

  return index < count_items (self)
             ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->steps, (int) index))
             : NULL;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, FasciaRoutineEditor *self)
{
  if (ADW_IS_ACTION_ROW (row))
    fascia_routine_editor_open_step (self, get_index (GTK_WIDGET (row)));
}

GtkWidget *
fascia_routine_editor_create_steps (FasciaRoutineEditor *self)
{
  self->steps = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->steps, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->steps), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps"), -1);
  g_signal_connect_object (self->steps, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  return GTK_WIDGET (self->steps);
}
