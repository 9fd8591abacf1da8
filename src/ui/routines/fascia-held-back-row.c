/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a routine is held back or eased today, each with its reason, and what stays. */

#include "config.h"

#include "fascia-held-back-row.h"

#include <glib/gi18n.h>

#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

struct _FasciaHeldBackRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *rows; /* owned by the row */
};

G_DEFINE_FINAL_TYPE (FasciaHeldBackRow, fascia_held_back_row, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  SIGNAL_ANSWERS_ASKED = 1,
} FasciaHeldBackRowSignal;

static guint signals[SIGNAL_ANSWERS_ASKED + 1];

char *
fascia_held_back_dup_reasons (const GArray *reasons)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      g_autofree char *line = fascia_reason_dup_text (&g_array_index (reasons, FasciaReason, i));

      /* Two rows may say the same of a step. */
      if (!g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* (transfer full) */
static char *
dup_title (const FasciaPracticeEntry *entry)
{
  const char *title = fascia_step_get_title (entry->step);

  if (entry->places != NULL && entry->places[0] != NULL && entry->places[1] == NULL)
    /* Translators: a step of a routine and its place: "Ball at a wall · Left shoulder top". */
    return g_strdup_printf (C_ ("step and place", "%s · %s"), title,
                            fascia_region_get_name (entry->places[0]));
  switch (entry->side)
    {
    case FASCIA_SIDE_LEFT:
      /* Translators: %s is a step of a routine. */
      return g_strdup_printf (_ ("%s · left"), title);
    case FASCIA_SIDE_RIGHT:
      /* Translators: %s is a step of a routine. */
      return g_strdup_printf (_ ("%s · right"), title);
    case FASCIA_SIDE_MIDLINE:
    default:
      return g_strdup (title);
    }
}

static void
add_entry (FasciaHeldBackRow *self, const FasciaPracticeEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (entry);
  g_autofree char *reasons = fascia_held_back_dup_reasons (entry->reasons);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), reasons);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
on_answers_activated (FasciaHeldBackRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERS_ASKED], 0);
}

static void
add_answers (FasciaHeldBackRow *self)
{
  GtkWidget *row = fascia_link_row_new (_ ("Look at My Answers"), NULL, NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_answers_activated), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update_titles (FasciaHeldBackRow *self, guint n_held_back, guint n_adapted, guint n_open)
{
  g_autofree char *title = NULL;
  g_autofree char *stays = NULL;

  if (n_held_back > 0)
    title = g_strdup_printf (
        ngettext ("%u step is left out today", "%u steps are left out today", n_held_back),
        n_held_back);
  else
    title = g_strdup_printf (
        ngettext ("%u step is lighter today", "%u steps are lighter today", n_adapted), n_adapted);
  if (n_open > 0)
    stays = g_strdup_printf (ngettext ("%u step stays. Open this to see why.",
                                       "%u steps stay. Open this to see why.", n_open),
                             n_open);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  fascia_expander_row_set_words (ADW_EXPANDER_ROW (self),
                                 stays != NULL ? stays : _ ("Open this to see why."));
}

void
fascia_held_back_row_set_practice (FasciaHeldBackRow *self, FasciaPractice *practice)
{
  g_return_if_fail (FASCIA_IS_HELD_BACK_ROW (self));

  guint n_open = 0;
  guint n_held_back = 0;
  guint n_adapted = 0;
  const FasciaPracticeEntry *entries
      = practice != NULL ? fascia_practice_get_entries (practice, &n_open) : NULL;
  const FasciaPracticeEntry *held_back
      = practice != NULL ? fascia_practice_get_held_back (practice, &n_held_back) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_held_back; i++)
    add_entry (self, &held_back[i]);
  for (guint i = 0; i < n_open; i++)
    if (entries[i].kind == FASCIA_VERDICT_ADAPTED)
      {
        add_entry (self, &entries[i]);
        n_adapted++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n_held_back + n_adapted > 0);
  if (n_held_back + n_adapted == 0)
    return;
  add_answers (self);
  update_titles (self, n_held_back, n_adapted, n_open);
}

static void
fascia_held_back_row_finalize (GObject *object)
{
  g_ptr_array_unref (FASCIA_HELD_BACK_ROW (object)->rows);

  G_OBJECT_CLASS (fascia_held_back_row_parent_class)->finalize (object);
}

static void
fascia_held_back_row_class_init (FasciaHeldBackRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_held_back_row_finalize;

  signals[SIGNAL_ANSWERS_ASKED]
      = g_signal_new ("answers-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
fascia_held_back_row_init (FasciaHeldBackRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_held_back_row_new (void)
{
  return g_object_new (FASCIA_TYPE_HELD_BACK_ROW, NULL);
}
