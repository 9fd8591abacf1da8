/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the plan as the window makes them: each at once, with a way back.
 */

#include "config.h"

#include "fascia-plan-write.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "fascia-safety-book.h"
#include "fascia-session-start.h"

/* How long Undo stays on offer. */
#define UNDO_SECONDS 8

/* Everything that a change of the plan may touch. */
static const struct
{
  const char *key;
  const char *type;
} kept[] = {
  { FASCIA_SETTING_PLAN_PROGRAMME, "s" }, { FASCIA_SETTING_PLAN_STAGE, "x" },
  { FASCIA_SETTING_PLAN_STARTED, "x" },   { FASCIA_SETTING_PLAN_STAGE_SINCE, "x" },
  { FASCIA_SETTING_PLAN_DAYS, "as" },     { FASCIA_SETTING_PLAN_MOVED, "as" },
};

static FasciaSettings *
get_settings (FasciaRoutinesModel *model)
{
  return fascia_body_setup_get_settings (fascia_body_setup_get (
      fascia_routines_model_get_journal (model), fascia_routines_model_get_body (model)));
}

FasciaPlan *
fascia_plan_read (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  return fascia_plan_new (fascia_routines_model_get_programmes (model), get_settings (model));
}

const char *
fascia_plan_get_unknown (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  const char *code
      = fascia_settings_get_string (get_settings (model), FASCIA_SETTING_PLAN_PROGRAMME, NULL);

  return code != NULL
                 && fascia_programmes_lookup (fascia_routines_model_get_programmes (model), code)
                        == NULL
             ? code
             : NULL;
}

gboolean
fascia_plan_is_there (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), FALSE);

  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);

  if (fascia_plan_get_programme (plan) != NULL || fascia_plan_get_unknown (model) != NULL)
    return TRUE;
  for (int weekday = 1; weekday <= 7; weekday++)
    if (fascia_plan_get_weekday (plan, weekday) != NULL)
      return TRUE;
  return FALSE;
}

/* ---- the way back ---- */

typedef struct
{
  FasciaRoutinesModel *model;
  GArray *changes;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->model);
  g_clear_pointer (&undo->changes, g_array_unref);
  g_free (undo);
}

static void
on_undo_clicked (AdwToast *toast, Undo *undo)
{
  if (undo->changes != NULL)
    fascia_routines_model_write (undo->model, g_steal_pointer (&undo->changes));
}

static void
clear_change (gpointer change)
{
  g_clear_pointer (&((FasciaSettingChange *) change)->value, g_variant_unref);
}

/* (nullable) floating */
static GVariant *
get_value (const FasciaSettings *settings, const char *key, const char *type)
{
  if (g_str_equal (type, "s"))
    {
      const char *text = fascia_settings_get_string (settings, key, NULL);

      return text != NULL ? g_variant_new_string (text) : NULL;
    }
  if (g_str_equal (type, "x"))
    {
      /* Absent when it is whatever is asked for. */
      const gint64 number = fascia_settings_get_int64 (settings, key, 0);

      return number == fascia_settings_get_int64 (settings, key, 1) ? g_variant_new_int64 (number)
                                                                    : NULL;
    }
  const char *const *list = fascia_settings_get_strv (settings, key);
  return list[0] != NULL ? g_variant_new_strv (list, -1) : NULL;
}

/* What takes the plan back to what it is now. */
static GArray *
remember (FasciaRoutinesModel *model)
{
  FasciaSettings *settings = get_settings (model);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      GVariant *value = get_value (settings, kept[i].key, kept[i].type);
      const FasciaSettingChange change = {
        .key = kept[i].key,
        .value = value != NULL ? g_variant_ref_sink (value) : NULL,
      };

      g_array_append_val (changes, change);
    }
  return changes;
}

void
fascia_plan_write (GtkWidget *from, FasciaRoutinesModel *model, GArray *changes, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (changes != NULL);

  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (title != NULL && overlay != NULL)
    {
      AdwToast *toast = adw_toast_new (title);
      Undo *undo = g_new (Undo, 1);

      undo->model = g_object_ref (model);
      undo->changes = remember (model);
      /* Without a mnemonic, which a screen reader would read out. */
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, UNDO_SECONDS);
      adw_toast_set_use_markup (toast, FALSE);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked), undo, undo_free,
                             0);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
    }
  fascia_routines_model_write (model, changes);
}

/* ---- what can be done ---- */

static gboolean
is_safety_due (FasciaRoutinesModel *model, gint32 programme_day)
{
  FasciaSafetyBook *book = fascia_safety_book_get (fascia_routines_model_get_journal (model),
                                                   fascia_routines_model_get_body (model));
  FasciaSafety *safety = fascia_safety_book_get_safety (book);

  return safety != NULL && fascia_safety_is_due (safety, programme_day);
}

void
fascia_plan_begin (GtkWidget *from, FasciaRoutinesModel *model, const FasciaProgramme *programme)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (programme != NULL);

  const gint32 today = fascia_routines_model_get_day (model);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);
  /* Translators: a toast; %s is the name of a programme. */
  g_autofree char *title
      = g_strdup_printf (_ ("“%s” begins today"), fascia_programme_get_name (programme));

  fascia_plan_write (from, model, fascia_plan_start (plan, programme, today), title);
  /* Whoever strained something today may have answered everything else before. */
  if (is_safety_due (model, today)
      || g_str_equal (fascia_programme_get_code (programme), FASCIA_SAFETY_STRAIN))
    fascia_safety_dialog_present (from, model);
}

void
fascia_plan_end (GtkWidget *from, FasciaRoutinesModel *model)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));

  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);

  fascia_plan_write (from, model, fascia_plan_stop (plan), _ ("Plan stopped"));
}

void
fascia_plan_to_tomorrow (GtkWidget *from, FasciaRoutinesModel *model, const char *routine)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (routine != NULL);

  const gint32 today = fascia_routines_model_get_day (model);
  g_autoptr (FasciaPlan) plan = fascia_plan_read (model);

  fascia_plan_write (from, model, fascia_plan_move (plan, today, routine, today + 1),
                     _ ("Moved to tomorrow"));
}
