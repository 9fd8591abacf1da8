/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of the library to choose one: by words, kind, posture and tool.
 */

#include "config.h"

#include "fascia-step-picker.h"

#include <glib/gi18n.h>

#include "fascia-item-text.h"
#include "fascia-link-row.h"
#include "fascia-routine-pose.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-row-words.h"

#define POSE_PX 48

struct _FasciaStepPicker
{
  AdwNavigationPage parent_instance;

  FasciaRoutinesModel *model;
  FasciaLibrary *library; /* keeps the steps */
  GPtrArray *steps;       /* const FasciaStep *, in the order of the list */
  gboolean is_like;

  GtkWidget *entry;
  GtkDropDown *kind; /* these three: NULL when it says what something is like */
  GtkDropDown *posture;
  GtkDropDown *tool;
  GPtrArray *tools; /* codes, as in the drop down after its first */
  GtkWidget *homework_list;
  AdwActionRow *homework;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (FasciaStepPicker, fascia_step_picker, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_CHOSEN = 1,
  SIGNAL_HOMEWORK,
} FasciaStepPickerSignal;

static guint signals[SIGNAL_HOMEWORK + 1];

static const char step_key[] = "fascia-step";
static const char words_key[] = "fascia-words";

/* ---- which are shown ---- */

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  FasciaStepPicker *self = data;
  const FasciaStep *step = g_object_get_data (G_OBJECT (row), step_key);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (step == NULL)
    return FALSE;
  const FasciaTraits *traits = fascia_step_get_traits (step);
  if (self->kind != NULL)
    {
      const guint kind = gtk_drop_down_get_selected (self->kind);
      const guint posture = gtk_drop_down_get_selected (self->posture);
      const guint tool = gtk_drop_down_get_selected (self->tool);

      if ((kind > 0 && traits->kind != (FasciaStepKind) kind)
          || (posture > 0
              && ((traits->posture | traits->also_postures) & (1u << (posture - 1))) == 0)
          || (tool > 0 && tool <= self->tools->len
              && !g_strv_contains (fascia_step_get_tools (step),
                                   g_ptr_array_index (self->tools, tool - 1))))
        return FALSE;
    }
  return *text == '\0'
         || g_str_match_string (text, g_object_get_data (G_OBJECT (row), words_key), TRUE);
}

guint
fascia_step_picker_count (FasciaStepPicker *self)
{
  guint n = 0;

  g_return_val_if_fail (FASCIA_IS_STEP_PICKER (self), 0);

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    n += is_shown (gtk_list_box_get_row_at_index (self->list, i), self) ? 1 : 0;
  return n;
}

static void
update (FasciaStepPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (FasciaHomework) homework = { 0 };
  const gboolean is_homework = !self->is_like && fascia_homework_parse (text, &homework);

  gtk_list_box_invalidate_filter (self->list);
  const guint n = fascia_step_picker_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->homework_list, is_homework);
  if (is_homework)
    {
      /* Translators: what somebody has typed becomes a step in their own words. */
      g_autofree char *title = g_strdup_printf (_ ("Add “%s”"), homework.title);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->homework), title);
    }
  if (n == 0)
    fascia_announce (self->entry, _ ("No known step of that name"));
}

static void
on_row_activated (FasciaStepPicker *self, GtkWidget *row)
{
  const FasciaStep *step = g_object_get_data (G_OBJECT (row), step_key);
  g_autoptr (FasciaStepPicker) kept = g_object_ref (self);

  if (step != NULL)
    g_signal_emit (kept, signals[SIGNAL_CHOSEN], 0, fascia_step_get_id (step));
}

static void
on_homework_activated (FasciaStepPicker *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (FasciaStepPicker) kept = g_object_ref (self);

  g_signal_emit (kept, signals[SIGNAL_HOMEWORK], 0, text);
}

void
fascia_step_picker_search (FasciaStepPicker *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_STEP_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update (self);
}

gboolean
fascia_step_picker_choose (FasciaStepPicker *self, const char *step)
{
  g_return_val_if_fail (FASCIA_IS_STEP_PICKER (self), FALSE);

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      const FasciaStep *its = g_object_get_data (G_OBJECT (row), step_key);

      if (its != NULL && g_str_equal (fascia_step_get_id (its), step) && is_shown (row, self))
        {
          on_row_activated (self, GTK_WIDGET (row));
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
fascia_step_picker_choose_homework (FasciaStepPicker *self)
{
  g_return_val_if_fail (FASCIA_IS_STEP_PICKER (self), FALSE);

  if (!gtk_widget_get_visible (self->homework_list))
    return FALSE;
  on_homework_activated (self);
  return TRUE;
}

/* ---- layout ---- */

static GtkDropDown *
add_filter (FasciaStepPicker *self, GtkWidget *box, const char *name, const char *const *choices)
{
  GtkWidget *filter = gtk_drop_down_new_from_strings (choices);

  gtk_accessible_update_property (GTK_ACCESSIBLE (filter), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (filter, name);
  g_signal_connect_object (filter, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), filter);
  return GTK_DROP_DOWN (filter);
}

static GtkWidget *
create_filters (FasciaStepPicker *self)
{
  GtkWidget *box = adw_wrap_box_new ();
  const char *kinds[FASCIA_N_STEP_KINDS + 2] = { _ ("Any kind") };
  const char *postures[7] = { _ ("Any posture") };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *const *codes = fascia_library_get_tools (self->library);

  for (int i = 1; i <= FASCIA_N_STEP_KINDS; i++)
    kinds[i] = fascia_step_kind_get_name (i);
  for (guint i = 0; i < 5; i++)
    postures[i + 1] = fascia_posture_get_name (1u << i);
  g_ptr_array_add (names, (gpointer) _ ("Any tool"));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_ptr_array_add (self->tools, (gpointer) codes[i]);
      g_ptr_array_add (names, (gpointer) fascia_library_get_tool_name (self->library, codes[i]));
    }
  g_ptr_array_add (names, NULL);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  self->kind = add_filter (self, box, _ ("Kind"), kinds);
  self->posture = add_filter (self, box, _ ("Posture"), postures);
  self->tool = add_filter (self, box, _ ("Tool"), (const char *const *) names->pdata);
  return box;
}

static GtkWidget *
create_row (FasciaStepPicker *self, const FasciaStep *step)
{
  GtkWidget *row = fascia_link_row_new_bare (fascia_step_get_title (step));
  g_autofree char *facts = fascia_item_text_step (self->library, step);
  g_autofree char *dose = fascia_step_dup_dose (step);
  g_autofree char *words = g_strdup_printf ("%s\n%s", facts, dose);

  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row), fascia_routine_pose_new (self->model, step, FASCIA_SIDE_LEFT, POSE_PX));
  g_object_set_data (G_OBJECT (row), step_key, (gpointer) step);
  g_object_set_data_full (G_OBJECT (row), words_key, fascia_item_text_words (self->library, step),
                          g_free);
  return row;
}

static GtkWidget *
create_homework (FasciaStepPicker *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  self->homework = ADW_ACTION_ROW (fascia_link_row_new_bare (NULL));
  fascia_row_set_words (self->homework, _ ("A step in your own words"));
  adw_action_row_add_prefix (self->homework, icon);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->homework));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_homework_activated), self,
                           G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
on_row_activated_in_list (GtkListBox *list, GtkListBoxRow *row, FasciaStepPicker *self)
{
  on_row_activated (self, GTK_WIDGET (row));
}

static void
build (FasciaStepPicker *self, const char *about, const char *placeholder)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder, -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->nothing = create_label (_ ("No known step of that name"));
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  if (about != NULL)
    gtk_box_append (GTK_BOX (box), create_label (about));
  if (!self->is_like)
    gtk_box_append (GTK_BOX (box), create_filters (self));
  self->homework_list = create_homework (self);
  gtk_box_append (GTK_BOX (box), self->homework_list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  for (guint i = 0; i < self->steps->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->steps, i)));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_in_list), self,
                           0);
  g_object_set (box, "margin-top", 12, "margin-bottom", 24, "margin-start", 12, "margin-end", 12,
                NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                g_object_new (ADW_TYPE_CLAMP, "maximum-size", 600, "child", box, NULL), NULL);
  /* Only the way back: closing would ask about the whole routine. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

static void
fascia_step_picker_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (FASCIA_STEP_PICKER (page)->entry);
}

static void
fascia_step_picker_dispose (GObject *object)
{
  FasciaStepPicker *self = FASCIA_STEP_PICKER (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->library, fascia_library_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->tools, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_step_picker_parent_class)->dispose (object);
}

static void
fascia_step_picker_class_init (FasciaStepPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_step_picker_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = fascia_step_picker_shown;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_HOMEWORK] = g_signal_new ("homework", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_step_picker_init (FasciaStepPicker *self)
{
  self->tools = g_ptr_array_new ();
}

static FasciaStepPicker *
create (FasciaRoutinesModel *model, const char *title)
{
  FasciaStepPicker *self = g_object_new (FASCIA_TYPE_STEP_PICKER, "title", title, NULL);

  self->model = g_object_ref (model);
  self->library = fascia_library_ref (fascia_routines_model_get_library (model));
  return self;
}

AdwNavigationPage *
fascia_step_picker_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaStepPicker *self = create (model, _ ("Add a Step"));

  self->steps = g_ptr_array_new ();
  for (guint i = 0; i < fascia_library_get_n_steps (self->library); i++)
    g_ptr_array_add (self->steps, (gpointer) fascia_library_get_step (self->library, i));
  build (self, _ ("Homework goes in as you were told it: “heel drops 3 × 10”."),
         _ ("Place, step or homework"));
  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
fascia_step_picker_new_like (FasciaRoutinesModel *model, const FasciaHomework *homework)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (homework != NULL, NULL);

  FasciaStepPicker *self = create (model, _ ("What Is It Like?"));

  self->is_like = TRUE;
  self->steps = fascia_homework_find_like (self->library, homework, NULL);
  build (
      self,
      _ ("Choose the step with the same posture, load and pressure. Its safety checks and limits "
         "hold for yours."),
      _ ("Place or step"));
  return ADW_NAVIGATION_PAGE (self);
}
