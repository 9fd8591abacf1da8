/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What needs care at a place: a wound, an implant. Put there and taken away there.
 */

#include "config.h"

#include "fascia-place-care.h"

#include <glib/gi18n.h>

#include "routines/fascia-day-row.h"
#include "routines/fascia-safety-form.h"
#include "routines/fascia-safety-write.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"

struct _FasciaPlaceCare
{
  AdwPreferencesGroup parent_instance;

  FasciaSafetyBook *book; /* the journal of the model holds it */
  FasciaBodyModel *model;
  const FasciaRegion *region;
  GtkWidget *from; /* weak */

  GPtrArray *rows;     /* owned by the group */
  GPtrArray *switches; /* AdwSwitchRow with their codes; of the page, or gone with it: weak */
  GtkWidget *add_row;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaPlaceCare, fascia_place_care, ADW_TYPE_PREFERENCES_GROUP)

static const char code_key[] = "fascia-code";

static void update (FasciaPlaceCare *self);

FasciaSafetyBook *
fascia_place_care_get_book (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  if (!fascia_body_model_is_loaded (model))
    return NULL;
  return fascia_safety_book_get (fascia_body_model_get_journal (model),
                                 fascia_body_model_get_body (model));
}

gboolean
fascia_place_care_is_at (FasciaBodyModel *model, const FasciaRegion *region)
{
  FasciaSafetyBook *book = fascia_place_care_get_book (model);

  return book != NULL && fascia_safety_book_is_at (book, region);
}

/* ---- writing ---- */

/* Whatever became of it, what is shown is what is kept. */
static void
on_written (GObject *owner, gboolean is_written)
{
  update (FASCIA_PLACE_CARE (owner));
}

static FasciaSafetyForm *
dup_form (FasciaPlaceCare *self)
{
  FasciaConditions *conditions = fascia_safety_book_get_conditions (self->book);
  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (self->book, &n_answers);

  return conditions != NULL && fascia_safety_book_is_loaded (self->book)
             ? fascia_safety_form_new (conditions, answers, n_answers)
             : NULL;
}

static void
write_form (FasciaPlaceCare *self, const FasciaSafetyForm *form)
{
  g_autoptr (GArray) answers = fascia_safety_form_dup_answers (form);

  /* One place is no answer to all questions: the day of the setup stays. */
  fascia_safety_write_confirmed (self->book,
                                 (const FasciaConditionAnswer *) (gconstpointer) answers->data,
                                 answers->len, fascia_safety_book_get_answered_day (self->book),
                                 GTK_WIDGET (self), self->from, G_OBJECT (self), on_written);
}

void
fascia_place_care_set (FasciaPlaceCare *self, const char *code, gboolean is_there)
{
  g_return_if_fail (FASCIA_IS_PLACE_CARE (self));
  g_return_if_fail (code != NULL);

  g_autoptr (FasciaSafetyForm) form = dup_form (self);
  FasciaSafetyQuestion *question = form != NULL ? fascia_safety_form_lookup (form, code) : NULL;

  if (question == NULL || !question->has_site)
    return;
  fascia_safety_question_set_place (question, fascia_region_get_id (self->region), is_there);
  question->is_on = question->spots->len > 0;
  write_form (self, form);
}

static void
on_remove_clicked (FasciaPlaceCare *self, GtkWidget *button)
{
  /* The button goes with its row, and is not done with itself yet. */
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (button));
  fascia_place_care_set (self, g_object_get_data (G_OBJECT (button), code_key), FALSE);
}

static void
on_day_chosen (FasciaPlaceCare *self, FasciaDayRow *row)
{
  g_autoptr (FasciaSafetyForm) form = dup_form (self);
  FasciaSafetyQuestion *question
      = form != NULL
            ? fascia_safety_form_lookup (form, g_object_get_data (G_OBJECT (row), code_key))
            : NULL;

  for (guint i = 0; question != NULL && i < question->spots->len; i++)
    {
      FasciaSafetySpot *spot = &g_array_index (question->spots, FasciaSafetySpot, i);

      if (g_strcmp0 (spot->region, fascia_region_get_id (self->region)) == 0)
        spot->since_day = fascia_day_row_get_day (row);
    }
  if (question != NULL)
    write_form (self, form);
}

/* ---- all that can be kept ---- */

static void
on_switched (FasciaPlaceCare *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  if (!self->is_updating)
    fascia_place_care_set (self, g_object_get_data (G_OBJECT (row), code_key),
                           adw_switch_row_get_active (row));
}

static void
on_page_hidden (FasciaPlaceCare *self)
{
  g_ptr_array_set_size (self->switches, 0);
}

static void
on_add_activated (FasciaPlaceCare *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (FasciaSafetyForm) form = dup_form (self);
  GtkWidget *content = adw_preferences_page_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_page_set_description (
      ADW_PREFERENCES_PAGE (content),
      _ ("Routines leave the place alone, or go easy there. The journal stays open."));
  for (guint i = 0; form != NULL && i < fascia_safety_form_get_n (form); i++)
    {
      const FasciaSafetyQuestion *question = fascia_safety_form_get (form, i);

      if (!question->has_site)
        continue;
      GtkWidget *row = adw_switch_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     fascia_safety_question_get_name (question));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   fascia_safety_question_get_effect (question));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      g_object_set_data (G_OBJECT (row), code_key, (gpointer) question->code);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->switches, row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), content);
  AdwNavigationPage *page
      = adw_navigation_page_new (toolbar, fascia_region_get_name (self->region));
  g_signal_connect_object (page, "hidden", G_CALLBACK (on_page_hidden), self, G_CONNECT_SWAPPED);
  update (self);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

/* ---- what is kept ---- */

static void
add_kept (FasciaPlaceCare *self, const FasciaSafetyQuestion *question, const FasciaSafetySpot *spot)
{
  const char *name = fascia_safety_question_get_name (question);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is something at a place, such as an implant: a button that takes it away */
  g_autofree char *label = g_strdup_printf (_ ("Take Away: %s"), name);
  GtkWidget *row = NULL;

  if (question->asks_date)
    {
      row = fascia_day_row_new (name, fascia_safety_book_get_today (self->book));
      fascia_day_row_set_day (FASCIA_DAY_ROW (row), spot->since_day);
      g_object_set_data (G_OBJECT (row), code_key, (gpointer) question->code);
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_day_chosen), self, G_CONNECT_SWAPPED);
    }
  else
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   fascia_safety_question_get_effect (question));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Take Away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (remove), code_key, (gpointer) question->code);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update_switches (FasciaPlaceCare *self, const FasciaSafetyForm *form)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    {
      AdwSwitchRow *row = g_ptr_array_index (self->switches, i);
      const FasciaSafetyQuestion *question
          = fascia_safety_form_lookup (form, g_object_get_data (G_OBJECT (row), code_key));

      adw_switch_row_set_active (row, question != NULL
                                          && fascia_safety_question_has_place (
                                              question, fascia_region_get_id (self->region)));
    }
  self->is_updating = FALSE;
}

static void
update (FasciaPlaceCare *self)
{
  g_autoptr (FasciaSafetyForm) form = self->book != NULL ? dup_form (self) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), form != NULL);
  if (form == NULL)
    return;
  update_switches (self, form);
  /* The row that leads on stays the last. */
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  for (guint i = 0; i < fascia_safety_form_get_n (form); i++)
    {
      const FasciaSafetyQuestion *question = fascia_safety_form_get (form, i);

      for (guint k = 0; question->is_on && k < question->spots->len; k++)
        {
          const FasciaSafetySpot *spot = &g_array_index (question->spots, FasciaSafetySpot, k);

          if (g_strcmp0 (spot->region, fascia_region_get_id (self->region)) == 0)
            add_kept (self, question, spot);
        }
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
}

/* ---- the group ---- */

static void
fascia_place_care_dispose (GObject *object)
{
  FasciaPlaceCare *self = FASCIA_PLACE_CARE (object);

  g_clear_weak_pointer (&self->from);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->switches, 0);

  G_OBJECT_CLASS (fascia_place_care_parent_class)->dispose (object);
}

static void
fascia_place_care_finalize (GObject *object)
{
  FasciaPlaceCare *self = FASCIA_PLACE_CARE (object);

  g_clear_object (&self->model);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->switches);

  G_OBJECT_CLASS (fascia_place_care_parent_class)->finalize (object);
}

static void
fascia_place_care_class_init (FasciaPlaceCareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_place_care_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_place_care_finalize;
}

static void
fascia_place_care_init (FasciaPlaceCare *self)
{
  self->rows = g_ptr_array_new ();
  self->switches = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Take Care Here"));
  self->add_row
      = fascia_link_row_new (_ ("_Add…"), _ ("A wound, an operation, an implant and more"), NULL);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (on_add_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

GtkWidget *
fascia_place_care_new (FasciaBodyModel *model, const FasciaRegion *region, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaPlaceCare *self = g_object_new (FASCIA_TYPE_PLACE_CARE, NULL);

  self->model = g_object_ref (model);
  self->region = region;
  self->book = fascia_place_care_get_book (model);
  g_set_weak_pointer (&self->from, from);
  if (self->book != NULL)
    g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
