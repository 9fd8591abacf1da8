/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be measured, to choose one: questions, movement tests, own scales.
 */

#include "config.h"

#include "fascia-item-picker.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-entry.h"
#include "routines/fascia-held-back-row.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

struct _FasciaItemPicker
{
  AdwNavigationPage parent_instance;

  FasciaItems *items;
  FasciaSafety *safety; /* NULL: not known */
  AdwPreferencesPage *content;
  GPtrArray *rows; /* with their codes as data; owned by the page */
};

G_DEFINE_FINAL_TYPE (FasciaItemPicker, fascia_item_picker, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaItemPickerSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static const char code_key[] = "fascia-code";

static void
take (FasciaItemPicker *self, GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), code_key));
  g_autoptr (FasciaItemPicker) kept = g_object_ref (self);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  g_signal_emit (kept, signals[SIGNAL_CHOSEN], 0, code);
}

gboolean
fascia_item_picker_choose (FasciaItemPicker *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_ITEM_PICKER (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), code_key), code) == 0)
        {
          take (self, row);
          return TRUE;
        }
    }
  return FALSE;
}

/* (transfer full) (nullable) Why a test is held back today; NULL: it is not. */
static char *
dup_held_back (FasciaItemPicker *self, const FasciaItem *item)
{
  const FasciaTraits *traits = fascia_item_get_traits (item);

  if (traits == NULL)
    return NULL;
  if (self->safety == NULL)
    return g_strdup (_ ("The answers of the safety check are not read yet"));
  g_auto (FasciaVerdict) verdict = { 0 };
  fascia_safety_judge (self->safety, &verdict, traits, NULL, FASCIA_LEVEL_MAX);
  return verdict.kind == FASCIA_VERDICT_HELD_BACK ? fascia_held_back_dup_reasons (verdict.reasons)
                                                  : NULL;
}

static GtkWidget *
create_row (FasciaItemPicker *self, const FasciaItem *item)
{
  const char *question = fascia_item_get_question (item);
  g_autofree char *reason = dup_held_back (self, item);

  if (reason != NULL)
    {
      /* Shown, with its reason, and read like any other row. */
      GtkWidget *row = fascia_words_row_new (fascia_item_get_name (item), reason);

      gtk_widget_add_css_class (row, "dimmed");
      return row;
    }

  GtkWidget *row = fascia_link_row_new_bare (fascia_item_get_name (item));

  if (question != NULL)
    fascia_row_set_words (ADW_ACTION_ROW (row), question);
  g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (fascia_item_get_code (item)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  return row;
}

typedef gboolean (*ItemFunc) (const FasciaItem *item);

static gboolean
is_daily (const FasciaItem *item)
{
  return fascia_item_get_group (item) == FASCIA_ITEM_DAILY;
}

static gboolean
is_weekly (const FasciaItem *item)
{
  return fascia_item_get_group (item) == FASCIA_ITEM_WEEKLY;
}

static gboolean
is_gentle (const FasciaItem *item)
{
  return fascia_item_get_group (item) == FASCIA_ITEM_MOVEMENT && fascia_item_is_gentle (item);
}

static gboolean
is_strong (const FasciaItem *item)
{
  return fascia_item_get_group (item) == FASCIA_ITEM_MOVEMENT && !fascia_item_is_gentle (item);
}

static gboolean
is_own (const FasciaItem *item)
{
  return fascia_item_get_group (item) == FASCIA_ITEM_OWN;
}

static void
add_group (FasciaItemPicker *self,
           const char *title,
           const char *description,
           ItemFunc is_wanted,
           const char *const *without)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < fascia_items_get_n (self->items); i++)
    {
      const FasciaItem *item = fascia_items_get (self->items, i);

      if (!is_wanted (item) || fascia_item_is_hidden (item)
          || (without != NULL && g_strv_contains (without, fascia_item_get_code (item))))
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          fascia_group_set_title (group, title);
          adw_preferences_group_set_description (group, description);
          adw_preferences_page_add (self->content, group);
        }
      adw_preferences_group_add (group, create_row (self, item));
    }
}

static void
fascia_item_picker_finalize (GObject *object)
{
  FasciaItemPicker *self = FASCIA_ITEM_PICKER (object);

  g_clear_pointer (&self->items, fascia_items_unref);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (fascia_item_picker_parent_class)->finalize (object);
}

static void
fascia_item_picker_class_init (FasciaItemPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_item_picker_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fascia_item_picker_init (FasciaItemPicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();

  self->rows = g_ptr_array_new ();
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  /* Only the way back: closing would ask about the whole entry. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->content));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("What to Measure"));
}

AdwNavigationPage *
fascia_item_picker_new_safe (FasciaItems *items, const char *const *without, FasciaSafety *safety)
{
  g_return_val_if_fail (items != NULL, NULL);

  FasciaItemPicker *self = g_object_new (FASCIA_TYPE_ITEM_PICKER, NULL);

  self->items = fascia_items_ref (items);
  self->safety = safety != NULL ? fascia_safety_ref (safety) : NULL;
  add_group (self, _ ("My Scales"), NULL, is_own, without);
  add_group (self, _ ("Every Day"), NULL, is_daily, without);
  add_group (self, _ ("Now and Then"), NULL, is_weekly, without);
  add_group (self, _ ("Gentle Movement Tests"), _ ("Stop at a mild pull. No test is worth pain."),
             is_gentle, without);
  add_group (self, _ ("Other Movement Tests"),
             _ ("These bend, balance or strain. Read first who should leave them out."), is_strong,
             without);
  return ADW_NAVIGATION_PAGE (self);
}
