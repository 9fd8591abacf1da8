/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hold at one place, from where it is offered to the start of a session.
 */

#include "config.h"

#include "fascia-hold.h"

#include <glib/gi18n.h>

#include "core/routines/fascia-single.h"
#include "fascia-routine-text.h"
#include "fascia-session-start.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

static const char model_key[] = "fascia-hold-model";
static const char region_key[] = "fascia-hold-region";

/* ---- what is open ---- */

/* (nullable) The same place of the figure that the library knows: the one drawn may have another form. */
static const FasciaRegion *
find_region (FasciaRoutinesModel *model, const FasciaRegion *region)
{
  return fascia_body_lookup (fascia_routines_model_get_body (model), fascia_region_get_id (region));
}

/* What is open at @region now. @single: (out): to be cleared */
static void
choose (FasciaRoutinesModel *model, const FasciaRegion *region, FasciaSingle *single)
{
  FasciaSettings *settings = fascia_routines_model_get_settings (model);
  const FasciaPracticeWish wish = {
    .library = fascia_routines_model_get_library (model),
    .safety = fascia_routines_model_get_safety (model),
    .past = fascia_routines_model_get_past (model),
    .postures = fascia_routines_model_get_postures (model),
    .tools = fascia_settings_get_strv (settings, FASCIA_SETTING_TOOLS),
  };

  const FasciaRegion *own = find_region (model, region);

  *single = (FasciaSingle) { .kind = FASCIA_SINGLE_NOTHING };
  if (own != NULL)
    fascia_single_choose (&wish, own, single);
}

/* The first is reason enough for a row; the session tells all. */
static char *
dup_reason (const FasciaSingle *single)
{
  if (single->reasons == NULL || single->reasons->len == 0)
    return g_strdup (_ ("Nothing is open here today."));
  return fascia_reason_dup_text (&g_array_index (single->reasons, FasciaReason, 0));
}

/* (transfer full) One or two sentences. */
static char *
dup_words (FasciaRoutinesModel *model, const FasciaRegion *region, const FasciaSingle *single)
{
  char *beside = fascia_routine_text_beside (fascia_routines_model_get_body (model), region);

  switch (single->kind)
    {
    case FASCIA_SINGLE_OPEN:
      g_free (beside);
      /* Translators: what is held, how long and in which posture: “Palm on the shoulder · 60 s · On a
       * chair” */
      return g_strdup_printf (_ ("%1$s · %2$d s · %3$s"), fascia_step_get_title (single->step),
                              single->seconds, fascia_posture_get_name (single->posture));
    case FASCIA_SINGLE_CLOSED:
      if (beside != NULL)
        return beside;
      return g_strdup (_ ("Nothing should press here."));
    case FASCIA_SINGLE_HELD_BACK:
      g_free (beside);
      return dup_reason (single);
    case FASCIA_SINGLE_NOTHING:
    default:
      if (beside != NULL)
        return beside;
      return g_strdup (_ ("There is no hold for this place. Rest and slow breathing are open."));
    }
}

void
fascia_hold_start (GtkWidget *parent, FasciaRoutinesModel *model, const FasciaRegion *region)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));
  g_return_if_fail (region != NULL);

  const FasciaRegion *const places[] = { find_region (model, region), NULL };
  g_auto (FasciaSingle) single = { 0 };

  if (places[0] == NULL || !fascia_routines_model_is_ready (model))
    return;
  choose (model, region, &single);
  if (single.kind == FASCIA_SINGLE_OPEN)
    fascia_session_start (parent, model, single.routine, places);
}

/* ---- a row ---- */

static void
update_row (GtkWidget *row)
{
  FasciaRoutinesModel *model = g_object_get_data (G_OBJECT (row), model_key);
  const FasciaRegion *region = g_object_get_data (G_OBJECT (row), region_key);
  g_auto (FasciaSingle) single = { 0 };
  g_autofree char *words = NULL;
  gboolean is_open = FALSE;

  if (fascia_routines_model_is_ready (model))
    {
      choose (model, region, &single);
      words = dup_words (model, region, &single);
      is_open = single.kind == FASCIA_SINGLE_OPEN;
    }
  else if (fascia_routines_model_get_problem (model) != NULL)
    words = g_strdup (fascia_routines_model_get_problem (model));
  else
    words = g_strdup (_ ("One moment…"));
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  fascia_link_row_set_leads_on (FASCIA_LINK_ROW (row), is_open);
}

gboolean
fascia_hold_row_is_open (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), FALSE);

  return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
}

GtkWidget *
fascia_hold_row_new (FasciaRoutinesModel *model, const FasciaRegion *region, const char *title)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  GtkWidget *row = fascia_link_row_new (title, NULL, NULL);

  g_object_set_data_full (G_OBJECT (row), model_key, g_object_ref (model), g_object_unref);
  g_object_set_data (G_OBJECT (row), region_key, (gpointer) region);
  g_signal_connect_object (model, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::ready", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  fascia_routines_model_load (model);
  update_row (row);
  return row;
}
