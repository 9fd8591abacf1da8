/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: today, this week, the programme and its stage, or the choice of one.
 */

#include "config.h"

#include "fascia-plan-page-private.h"

#include <glib/gi18n.h>

#include "fascia-link-row.h"
#include "fascia-plan-text.h"
#include "fascia-plan-write.h"
#include "fascia-row-words.h"
#include "widgets/fascia-fit.h"

G_DEFINE_FINAL_TYPE (FasciaPlanPage, fascia_plan_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_OPENED = 1,
} FasciaPlanPageSignal;

static guint signals[SIGNAL_OPENED + 1];

static const char name_key[] = "fascia-plan-name";

/* ---- what the parts are made of ---- */

void
fascia_plan_page_name (GtkWidget *widget, const char *key)
{
  g_object_set_data (G_OBJECT (widget), name_key, (gpointer) g_intern_string (key));
}

AdwPreferencesGroup *
fascia_plan_page_add_group (FasciaPlanPage *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  gtk_box_append (self->groups, GTK_WIDGET (group));
  return group;
}

GtkWidget *
fascia_plan_page_create_row (const char *key, const char *title, const char *words)
{
  GtkWidget *row = fascia_link_row_new (title, words, NULL);

  fascia_plan_page_name (row, key);
  return row;
}

static void
on_expanded (FasciaPlanPage *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  gpointer key = g_object_get_data (G_OBJECT (row), name_key);

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, key);
  else
    g_hash_table_remove (self->open, key);
}

GtkWidget *
fascia_plan_page_create_expander (FasciaPlanPage *self,
                                  const char *key,
                                  const char *title,
                                  const char *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title-lines", 3,
                                 "subtitle-lines", 3, "title", title, NULL);

  if (words != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  fascia_plan_page_name (row, key);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->open, g_intern_string (key)));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* ---- the stage ---- */

void
fascia_plan_page_take (FasciaPlanPage *self, FasciaPlanStep step)
{
  g_return_if_fail (FASCIA_IS_PLAN_PAGE (self));

  const gint32 today = fascia_routines_model_get_day (self->model);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (self->model);
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);
  guint stage = fascia_plan_get_stage (plan);

  if (programme == NULL)
    return;
  if (step == FASCIA_PLAN_GO_ON && stage + 1 < fascia_programme_get_n_stages (programme))
    stage++;
  else if (step == FASCIA_PLAN_GO_BACK && stage > 0)
    stage--;
  /* Translators: a toast; %s is the name of a stage of a programme. */
  g_autofree char *title
      = g_strdup_printf (_ ("Now: %s"), fascia_programme_get_stage_name (programme, stage));
  fascia_plan_write (GTK_WIDGET (self), self->model, fascia_plan_set_stage (plan, stage, today),
                     title);
}

static void
on_go_on_clicked (FasciaPlanPage *self)
{
  fascia_plan_page_take (self, FASCIA_PLAN_GO_ON);
}

static void
on_stay_clicked (FasciaPlanPage *self)
{
  fascia_plan_page_take (self, FASCIA_PLAN_STAY);
}

static void
on_back_clicked (FasciaPlanPage *self)
{
  fascia_plan_page_take (self, FASCIA_PLAN_GO_BACK);
}

static void
add_step (FasciaPlanPage *self,
          GtkWidget *box,
          const char *key,
          const char *label,
          const char *css_class,
          GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  fascia_plan_page_name (button, key);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Asked when the weeks are over; nothing happens to whoever leaves it alone. */
static void
add_stage (FasciaPlanPage *self, FasciaPlan *plan)
{
  const FasciaProgramme *programme = fascia_plan_get_programme (plan);
  const guint stage = fascia_plan_get_stage (plan);
  const gboolean is_last = stage + 1 >= fascia_programme_get_n_stages (programme);
  const char *name = fascia_programme_get_stage_name (programme, stage);
  g_autofree char *weeks
      = fascia_plan_text_weeks (fascia_programme_get_stage_weeks (programme, stage));
  /* Translators: a stage of a programme, and “2 weeks”. */
  g_autofree char *title = g_strdup_printf (_ ("“%1$s”: %2$s are over"), name, weeks);
  const char *next = is_last ? NULL : fascia_programme_get_stage_name (programme, stage + 1);
  g_autofree char *words = NULL;

  if (is_last)
    words = g_strdup (_ ("This was the last stage. Keep it for as long as you like."));
  else if (stage == 0)
    /* Translators: %s is the name of a stage. */
    words = g_strdup_printf (
        _ ("Next comes “%s”. Go on when this felt easy, stay when you are not sure."), next);
  else
    /* Translators: %s is the name of a stage. */
    words = g_strdup_printf (_ ("Next comes “%s”. Go on when this felt easy, stay when you are not "
                                "sure, go back when it was too much."),
                             next);
  GtkWidget *card = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  gtk_box_append (GTK_BOX (box), create_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (words, NULL));
  if (!is_last)
    add_step (self, buttons, "go-on", _ ("_Go On"), "suggested-action",
              G_CALLBACK (on_go_on_clicked));
  add_step (self, buttons, "stay", _ ("_Stay"), NULL, G_CALLBACK (on_stay_clicked));
  if (stage > 0)
    add_step (self, buttons, "back", _ ("Go _Back"), NULL, G_CALLBACK (on_back_clicked));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "routinesetup");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->groups, card);
}

/* ---- all of it ---- */

static void
on_routine_opened (FasciaPlanPage *self, FasciaRoutine *routine)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, routine);
}

static void
add_today (FasciaPlanPage *self)
{
  self->today = fascia_plan_rows_new (self->model, FALSE);
  g_signal_connect_object (self->today, "opened", G_CALLBACK (on_routine_opened), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->groups, self->today);
  fascia_plan_rows_update (FASCIA_PLAN_ROWS (self->today));
}

/* (nullable) The name of what has the keyboard focus, "" for something without one. */
static const char *
find_focus (FasciaPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->groups)))
    return NULL;
  for (; focus != GTK_WIDGET (self->groups); focus = gtk_widget_get_parent (focus))
    {
      const char *name = g_object_get_data (G_OBJECT (focus), name_key);

      if (name != NULL)
        return name;
    }
  return "";
}

static GtkWidget *
find_name (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), name_key), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_name (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
clear (FasciaPlanPage *self)
{
  GtkWidget *child;

  self->today = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
rebuild (FasciaPlanPage *self, FasciaPlan *plan)
{
  const char *focus = find_focus (self);

  clear (self);
  if (fascia_plan_is_there (self->model))
    {
      if (fascia_plan_is_stage_due (plan, fascia_routines_model_get_day (self->model)))
        add_stage (self, plan);
      add_today (self);
      fascia_plan_page_add_week (self, plan);
      fascia_plan_page_add_other (self, plan);
    }
  else
    fascia_plan_page_add_choice (self, plan);
  if (focus == NULL)
    return;
  GtkWidget *again = find_name (GTK_WIDGET (self->groups), focus);
  if (again == NULL || !gtk_widget_grab_focus (again))
    gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

static void
update (FasciaPlanPage *self)
{
  if (!fascia_routines_model_is_ready (self->model))
    return;
  g_autoptr (FasciaPlan) plan = fascia_plan_read (self->model);
  g_autofree char *shown = fascia_plan_page_describe (self, plan);

  if (g_strcmp0 (shown, self->shown) == 0)
    {
      if (self->today != NULL)
        fascia_plan_rows_update (FASCIA_PLAN_ROWS (self->today));
      return;
    }
  g_set_str (&self->shown, shown);
  rebuild (self, plan);
}

/* ---- the page ---- */

static void
on_model_changed (FasciaPlanPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
fascia_plan_page_map (GtkWidget *widget)
{
  update (FASCIA_PLAN_PAGE (widget));

  GTK_WIDGET_CLASS (fascia_plan_page_parent_class)->map (widget);
}

static void
fascia_plan_page_dispose (GObject *object)
{
  FasciaPlanPage *self = FASCIA_PLAN_PAGE (object);

  self->today = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_plan_page_parent_class)->dispose (object);
}

static void
fascia_plan_page_finalize (GObject *object)
{
  FasciaPlanPage *self = FASCIA_PLAN_PAGE (object);

  g_hash_table_unref (self->open);
  g_free (self->shown);

  G_OBJECT_CLASS (fascia_plan_page_parent_class)->finalize (object);
}

static void
fascia_plan_page_class_init (FasciaPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_plan_page_dispose;
  object_class->finalize = fascia_plan_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = fascia_plan_page_map;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, FASCIA_TYPE_ROUTINE);
}

static void
fascia_plan_page_init (FasciaPlanPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();

  self->open = g_hash_table_new (NULL, NULL);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  g_object_set (self->groups, "margin-top", 12, "margin-bottom", 24, "margin-start", 12,
                "margin-end", 12, NULL);
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                g_object_new (ADW_TYPE_CLAMP, "maximum-size", 600, "tightening-threshold", 600,
                              "child", self->groups, NULL),
                NULL);
  /* The window has its buttons. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->scrolled));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

AdwNavigationPage *
fascia_plan_page_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaPlanPage *self = g_object_new (FASCIA_TYPE_PLAN_PAGE, "title", _ ("Plan"), NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
