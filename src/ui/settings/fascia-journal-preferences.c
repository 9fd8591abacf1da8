/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page "Journal" of the preferences: daily questions, tags, own scales.
 */

#include "config.h"

#include "fascia-journal-preferences.h"

#include <glib/gi18n.h>

#include "fascia-scale-page.h"
#include "fascia-tags-page.h"
#include "journal/fascia-daily-questions.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-row-words.h"

struct _FasciaJournalPreferences
{
  AdwPreferencesPage parent_instance;

  FasciaBodySetup *setup;
  FasciaNameBook *book;

  AdwPreferencesGroup *questions;
  GPtrArray *question_rows; /* Question as data; owned by the group */
  AdwPreferencesGroup *scales;
  GPtrArray *scale_rows; /* owned by the group */
  GtkWidget *new_scale;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaJournalPreferences,
                     fascia_journal_preferences,
                     ADW_TYPE_PREFERENCES_PAGE)

/* What a row of a question is made of. */
typedef struct
{
  char *code;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *toggle;
} Question;

static const char question_key[] = "fascia-question";
static const char code_key[] = "fascia-code";

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->code);
  g_free (question);
}

static Question *
get_question (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), question_key);
}

static void
push (FasciaJournalPreferences *self, AdwNavigationPage *page)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), page);
}

/* ---- questions ---- */

static char **
dup_asked (FasciaJournalPreferences *self)
{
  return fascia_daily_list (fascia_name_book_get_items (self->book),
                            fascia_body_setup_get_settings (self->setup));
}

static void
set_asked (FasciaJournalPreferences *self, char **codes)
{
  g_auto (GStrv) owned = codes;

  fascia_body_setup_set (self->setup, FASCIA_SETTING_DAILY,
                         g_variant_new_strv ((const char *const *) owned, -1));
}

static void
on_question_toggled (FasciaJournalPreferences *self, GParamSpec *pspec, GtkWidget *toggle)
{
  if (self->is_updating)
    return;
  g_auto (GStrv) asked = dup_asked (self);

  /* The rows may be made anew by this, and the switch is not done with itself yet. */
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (toggle));
  set_asked (self, fascia_daily_with ((const char *const *) asked,
                                      g_object_get_data (G_OBJECT (toggle), code_key),
                                      gtk_switch_get_active (GTK_SWITCH (toggle))));
}

void
fascia_journal_preferences_move (FasciaJournalPreferences *self, const char *code, int by)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_PREFERENCES (self));
  g_return_if_fail (code != NULL);

  g_auto (GStrv) asked = dup_asked (self);
  set_asked (self, fascia_daily_move ((const char *const *) asked, code, by));
}

/* The row goes with its question, and the focus with the row. */
static void
focus_question (FasciaJournalPreferences *self, const char *code, gboolean is_up)
{
  for (guint i = 0; i < self->question_rows->len; i++)
    {
      Question *question = get_question (g_ptr_array_index (self->question_rows, i));

      if (!g_str_equal (question->code, code))
        continue;
      if (!gtk_widget_grab_focus (is_up ? question->up : question->down))
        gtk_widget_grab_focus (is_up ? question->down : question->up);
      return;
    }
}

static void
on_move_clicked (FasciaJournalPreferences *self, GtkWidget *button)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), code_key));
  gboolean is_up = g_object_get_data (G_OBJECT (button), "is-up") != NULL;

  fascia_journal_preferences_move (self, code, is_up ? -1 : 1);
  focus_question (self, code, is_up);
}

static GtkWidget *
create_move_button (FasciaJournalPreferences *self, const FasciaItem *item, gboolean is_up)
{
  GtkWidget *button = gtk_button_new_from_icon_name (is_up ? "go-up-symbolic" : "go-down-symbolic");
  /* Translators: %s is a daily question: a button that moves it up, or down, in the list */
  g_autofree char *label = g_strdup_printf (is_up ? _ ("Move Up: %s") : _ ("Move Down: %s"),
                                            fascia_item_get_name (item));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, is_up ? _ ("Move Up") : _ ("Move Down"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), code_key, g_strdup (fascia_item_get_code (item)),
                          g_free);
  g_object_set_data (G_OBJECT (button), "is-up", GINT_TO_POINTER (is_up));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_move_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_question (FasciaJournalPreferences *self, const FasciaItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  Question *question = g_new0 (Question, 1);

  question->code = g_strdup (fascia_item_get_code (item));
  question->up = create_move_button (self, item, TRUE);
  question->down = create_move_button (self, item, FALSE);
  question->toggle = gtk_switch_new ();
  gtk_widget_set_valign (question->toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fascia_item_get_name (item), -1);
  g_object_set_data_full (G_OBJECT (question->toggle), code_key, g_strdup (question->code), g_free);
  g_object_set_data_full (G_OBJECT (row), question_key, question, free_question);
  g_signal_connect_object (question->toggle, "notify::active", G_CALLBACK (on_question_toggled),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_item_get_name (item));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), question->up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), question->down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), question->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), question->toggle);
  adw_preferences_group_add (self->questions, row);
  g_ptr_array_add (self->question_rows, row);
}

/* Those that are asked in their order, then the others. */
static GPtrArray *
list_questions (FasciaJournalPreferences *self, const char *const *asked)
{
  FasciaItems *items = fascia_name_book_get_items (self->book);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; asked[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) fascia_items_lookup (items, asked[i]));
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (fascia_daily_can_ask (item) && !g_strv_contains (asked, fascia_item_get_code (item)))
        g_ptr_array_add (all, (gpointer) item);
    }
  return all;
}

/* (nullable) (transfer full) The question whose switch has the keyboard. */
static char *
dup_focused (FasciaJournalPreferences *self)
{
  for (guint i = 0; i < self->question_rows->len; i++)
    {
      Question *question = get_question (g_ptr_array_index (self->question_rows, i));

      if (gtk_widget_is_focus (question->toggle))
        return g_strdup (question->code);
    }
  return NULL;
}

static void
update_questions (FasciaJournalPreferences *self)
{
  if (fascia_name_book_get_items (self->book) == NULL)
    return;
  g_auto (GStrv) asked = dup_asked (self);
  g_autoptr (GPtrArray) all = list_questions (self, (const char *const *) asked);
  guint n_asked = g_strv_length (asked);
  gboolean is_same = all->len == self->question_rows->len;

  /* The same questions in the same order keep their rows, and with them the keyboard focus. */
  for (guint i = 0; is_same && i < all->len; i++)
    is_same = g_str_equal (get_question (g_ptr_array_index (self->question_rows, i))->code,
                           fascia_item_get_code (g_ptr_array_index (all, i)));
  g_autofree char *focused = is_same ? NULL : dup_focused (self);
  if (!is_same)
    {
      for (guint i = 0; i < self->question_rows->len; i++)
        adw_preferences_group_remove (self->questions, g_ptr_array_index (self->question_rows, i));
      g_ptr_array_set_size (self->question_rows, 0);
      for (guint i = 0; i < all->len; i++)
        add_question (self, g_ptr_array_index (all, i));
    }
  self->is_updating = TRUE;
  for (guint i = 0; i < all->len; i++)
    {
      Question *question = get_question (g_ptr_array_index (self->question_rows, i));

      gtk_switch_set_active (GTK_SWITCH (question->toggle), i < n_asked);
      gtk_widget_set_visible (question->up, i < n_asked && n_asked > 1);
      gtk_widget_set_visible (question->down, i < n_asked && n_asked > 1);
      gtk_widget_set_sensitive (question->up, i > 0);
      gtk_widget_set_sensitive (question->down, i + 1 < n_asked);
      if (g_strcmp0 (focused, question->code) == 0)
        gtk_widget_grab_focus (question->toggle);
    }
  self->is_updating = FALSE;
}

GtkSwitch *
fascia_journal_preferences_get_switch (FasciaJournalPreferences *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL_PREFERENCES (self), NULL);

  for (guint i = 0; i < self->question_rows->len; i++)
    {
      Question *question = get_question (g_ptr_array_index (self->question_rows, i));

      if (g_strcmp0 (question->code, code) == 0)
        return GTK_SWITCH (question->toggle);
    }
  return NULL;
}

/* ---- scales and tags ---- */

static void
on_scale_activated (FasciaJournalPreferences *self, GtkWidget *row)
{
  push (self, fascia_scale_page_new (fascia_body_setup_get_journal (self->setup),
                                     g_object_get_data (G_OBJECT (row), code_key)));
}

static void
on_tags_activated (FasciaJournalPreferences *self)
{
  push (self, fascia_tags_page_new (fascia_body_setup_get_journal (self->setup)));
}

static void
update_scales (FasciaJournalPreferences *self)
{
  FasciaItems *items = fascia_name_book_get_items (self->book);

  for (guint i = 0; i < self->scale_rows->len; i++)
    adw_preferences_group_remove (self->scales, g_ptr_array_index (self->scale_rows, i));
  g_ptr_array_set_size (self->scale_rows, 0);
  /* The row for a new one stays the last. */
  g_object_ref (self->new_scale);
  adw_preferences_group_remove (self->scales, self->new_scale);
  for (guint i = 0; items != NULL && i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (fascia_item_get_group (item) != FASCIA_ITEM_OWN)
        continue;
      const char *words = fascia_item_is_hidden (item) ? C_ ("scale", "Not offered") : NULL;
      GtkWidget *row = fascia_link_row_new (fascia_item_get_name (item), words, NULL);
      g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (fascia_item_get_code (item)),
                              g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_scale_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->scales, row);
      g_ptr_array_add (self->scale_rows, row);
    }
  adw_preferences_group_add (self->scales, self->new_scale);
  g_object_unref (self->new_scale);
}

static void
update (FasciaJournalPreferences *self)
{
  update_questions (self);
  update_scales (self);
}

/* ---- the page ---- */

static void
fascia_journal_preferences_finalize (GObject *object)
{
  FasciaJournalPreferences *self = FASCIA_JOURNAL_PREFERENCES (object);

  g_clear_object (&self->setup);
  g_ptr_array_unref (self->question_rows);
  g_ptr_array_unref (self->scale_rows);

  G_OBJECT_CLASS (fascia_journal_preferences_parent_class)->finalize (object);
}

static void
fascia_journal_preferences_class_init (FasciaJournalPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_journal_preferences_finalize;
}

static AdwPreferencesGroup *
add_group (FasciaJournalPreferences *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
fascia_journal_preferences_init (FasciaJournalPreferences *self)
{
  AdwPreferencesGroup *tags = NULL;
  GtkWidget *row = fascia_link_row_new (_ ("All Tags"), _ ("Rename, hide, merge, delete"), NULL);

  self->question_rows = g_ptr_array_new ();
  self->scale_rows = g_ptr_array_new ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "journal");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Journal"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "fascia-journal-symbolic");

  self->questions = add_group (self, _ ("Quick Day"), _ ("What it asks, and in which order."));
  tags = add_group (self, _ ("Tags"), NULL);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_tags_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (tags, row);

  self->scales = add_group (self, _ ("My Scales"), _ ("Anything you want to count or rate."));
  self->new_scale = fascia_button_row_new (_ ("_New Scale"), "list-add-symbolic");
  g_signal_connect_object (self->new_scale, "activated", G_CALLBACK (on_scale_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->scales, self->new_scale);
}

AdwPreferencesPage *
fascia_journal_preferences_new (FasciaBodySetup *setup)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaJournalPreferences *self = g_object_new (FASCIA_TYPE_JOURNAL_PREFERENCES, NULL);

  self->setup = g_object_ref (setup);
  self->book = fascia_name_book_get (fascia_body_setup_get_journal (setup));
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (update_questions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_PREFERENCES_PAGE (self);
}
