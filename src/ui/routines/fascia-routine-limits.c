/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a routine is above the limits, to be confirmed, and what must never be.
 */

#include "config.h"

#include "fascia-routine-limits.h"

#include <glib/gi18n.h>

/* What is kept of it at most, in letters: a routine is read again only with less than 8000. */
#define MAX_KEPT 7000

struct _FasciaRoutineLimits
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned by the group */
  AdwSwitchRow *confirm;
  char *over; /* one a line; empty: nothing */
  char *forbidden;
};

G_DEFINE_FINAL_TYPE (FasciaRoutineLimits, fascia_routine_limits, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaRoutineLimitsSignal;

static guint signals[SIGNAL_CHANGED + 1];

/* Each once: a routine may have the same line twice. (transfer full) */
static char *
dup_lines (char **sentences)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      gboolean is_new = TRUE;

      for (guint k = 0; k < i; k++)
        is_new &= !g_str_equal (sentences[i], sentences[k]);
      if (is_new)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", sentences[i]);
    }
  if (g_utf8_strlen (lines->str, -1) > MAX_KEPT)
    g_string_truncate (lines,
                       (gsize) (g_utf8_offset_to_pointer (lines->str, MAX_KEPT) - lines->str));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_lines (FasciaRoutineLimits *self, const char *lines, const char *icon)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), list[i]);
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_lines (FasciaRoutineLimits *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  const gboolean is_forbidden = *self->forbidden != '\0';

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_remove (group, GTK_WIDGET (self->confirm));
  add_lines (self, self->forbidden, "action-unavailable-symbolic");
  add_lines (self, self->over, "dialog-warning-symbolic");
  adw_preferences_group_add (group, GTK_WIDGET (self->confirm));
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), *self->over != '\0' && !is_forbidden);
  adw_preferences_group_set_title (group, is_forbidden ? _ ("This Cannot Be Saved")
                                                       : _ ("More than Usual"));
  adw_preferences_group_set_description (
      group, is_forbidden
                 ? _ ("Change these first.")
                 : _ ("This is more than the limits that Fascia goes by. Ask whoever gave it to "
                      "you when you are not sure."));
  gtk_widget_set_visible (GTK_WIDGET (self), *self->over != '\0' || is_forbidden);
}

void
fascia_routine_limits_check (FasciaRoutineLimits *self,
                             const FasciaLibrary *library,
                             const FasciaRoutine *routine)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_LIMITS (self));
  g_return_if_fail (library != NULL && routine != NULL);

  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;

  fascia_library_check (library, routine, &over, &forbidden);
  /* The very words by which what was confirmed is known again. */
  g_autofree char *over_lines = fascia_library_dup_over (library, routine);
  g_autofree char *forbidden_lines = dup_lines (forbidden);
  if (g_str_equal (over_lines, self->over) && g_str_equal (forbidden_lines, self->forbidden))
    return;

  g_set_str (&self->over, over_lines);
  g_set_str (&self->forbidden, forbidden_lines);
  /* Another dose is another question. */
  adw_switch_row_set_active (
      self->confirm,
      *self->over != '\0'
          && g_strcmp0 (fascia_routine_get_confirmed (routine, NULL), self->over) == 0);
  show_lines (self);
}

gboolean
fascia_routine_limits_is_forbidden (FasciaRoutineLimits *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_LIMITS (self), TRUE);

  return *self->forbidden != '\0';
}

gboolean
fascia_routine_limits_is_settled (FasciaRoutineLimits *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_LIMITS (self), FALSE);

  return *self->forbidden == '\0'
         && (*self->over == '\0' || adw_switch_row_get_active (self->confirm));
}

void
fascia_routine_limits_confirm (FasciaRoutineLimits *self, gboolean is_confirmed)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_LIMITS (self));

  adw_switch_row_set_active (self->confirm, is_confirmed);
}

FasciaRoutine *
fascia_routine_limits_apply (FasciaRoutineLimits *self, const FasciaRoutine *routine, gint64 utc_ms)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_LIMITS (self), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  gint64 before = 0;

  if (*self->over == '\0' || !fascia_routine_limits_is_settled (self))
    return fascia_routine_with_confirmed (routine, NULL, 0);
  if (g_strcmp0 (fascia_routine_get_confirmed (routine, &before), self->over) == 0)
    utc_ms = before;
  return fascia_routine_with_confirmed (routine, self->over, utc_ms);
}

static void
on_confirmed (FasciaRoutineLimits *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fascia_routine_limits_finalize (GObject *object)
{
  FasciaRoutineLimits *self = FASCIA_ROUTINE_LIMITS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->over);
  g_free (self->forbidden);

  G_OBJECT_CLASS (fascia_routine_limits_parent_class)->finalize (object);
}

static void
fascia_routine_limits_dispose (GObject *object)
{
  g_clear_object (&FASCIA_ROUTINE_LIMITS (object)->confirm);

  G_OBJECT_CLASS (fascia_routine_limits_parent_class)->dispose (object);
}

static void
fascia_routine_limits_class_init (FasciaRoutineLimitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_limits_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_routine_limits_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_routine_limits_init (FasciaRoutineLimits *self)
{
  self->rows = g_ptr_array_new ();
  self->over = g_strdup ("");
  self->forbidden = g_strdup ("");
  self->confirm = ADW_SWITCH_ROW (g_object_ref_sink (adw_switch_row_new ()));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirm), _ ("I Want It This Way"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->confirm),
                               _ ("Kept with the routine, with today’s date"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->confirm));
  g_signal_connect_object (self->confirm, "notify::active", G_CALLBACK (on_confirmed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_routine_limits_new (void)
{
  return g_object_new (FASCIA_TYPE_ROUTINE_LIMITS, NULL);
}
