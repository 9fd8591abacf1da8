/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short words about routines: how long, in what posture, with what. Pure.
 */

#include "config.h"

#include "fascia-routine-text.h"

#include <glib/gi18n.h>

char *
fascia_routine_text_minutes (int seconds)
{
  int minutes = MAX (1, (seconds + 30) / 60);

  /* Translators: how long a routine takes, as short as can be. */
  return g_strdup_printf (ngettext ("%d min", "%d min", (gulong) minutes), minutes);
}

const char *
fascia_routine_text_posture (FasciaPosture posture)
{
  switch (posture)
    {
    case FASCIA_POSTURE_BED:
      /* Translators: where a routine is done: on a chip, and in a line such as “8 min · Bed”. */
      return C_ ("posture", "Bed");
    case FASCIA_POSTURE_CHAIR:
      return C_ ("posture", "Chair");
    case FASCIA_POSTURE_STANDING:
      return C_ ("posture", "Standing");
    case FASCIA_POSTURE_FLOOR:
      return C_ ("posture", "Floor");
    case FASCIA_POSTURE_HANDS_AND_KNEES:
    default:
      return C_ ("posture", "Hands and knees");
    }
}

char *
fascia_routine_text_facts (FasciaLibrary *library,
                           FasciaRoutine *routine,
                           const FasciaRoutineInfo *info,
                           const char *separator)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

  g_strv_builder_take (facts, fascia_routine_text_minutes (info->seconds));
  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if ((info->postures & bit) != 0)
      g_strv_builder_add (facts, fascia_routine_text_posture ((FasciaPosture) bit));
  for (guint i = 0; info->tools[i] != NULL; i++)
    g_strv_builder_add (facts, fascia_library_get_tool_name (library, info->tools[i]));
  g_auto (GStrv) list = g_strv_builder_end (facts);
  return g_strjoinv (separator, list);
}

char *
fascia_routine_text_places (const FasciaRegion *const *places)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    g_strv_builder_add (names, fascia_region_get_name (places[i]));
  g_auto (GStrv) list = g_strv_builder_end (names);
  return g_strjoinv (_ (", "), list);
}

const char *
fascia_routine_text_evidence (char grade)
{
  switch (grade)
    {
    case 'A':
      return _ ("Guidelines recommend this kind of exercise. How much it helps differs from person "
                "to person.");
    case 'B':
      return _ ("There are studies, but small ones. It may help; nobody can promise that it does.");
    case 'C':
    default:
      return _ (
          "This comes from practice. Studies that show whether it helps are missing. Your own "
          "entries tell more.");
    }
}

char *
fascia_routine_text_beside (FasciaBody *body, const FasciaRegion *region)
{
  const char *const *tools = fascia_region_get_tools (region);
  const char *const *beside = fascia_region_get_beside (region);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_names = 0;

  if (tools[0] != NULL && !g_str_equal (tools[0], "none"))
    return NULL;
  for (guint i = 0; beside[i] != NULL; i++)
    for (guint k = 0; k < fascia_body_get_n_regions (body); k++)
      {
        const FasciaRegion *other = fascia_body_get_region (body, k);

        /* The one on the same side, or in the middle. */
        if (g_str_equal (fascia_region_get_base (other), beside[i])
            && (fascia_region_get_side (other) == fascia_region_get_side (region)
                || fascia_region_get_side (other) == FASCIA_SIDE_MIDLINE
                || (fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE
                    && fascia_region_get_side (other) == FASCIA_SIDE_LEFT)))
          {
            g_strv_builder_add (names, fascia_region_get_name (other));
            n_names++;
            break;
          }
      }
  if (n_names == 0)
    /* Translators: %s is the name of a place: “Left groin” */
    return g_strdup_printf (_ ("%s: nothing should press here."), fascia_region_get_name (region));
  g_auto (GStrv) list = g_strv_builder_end (names);
  g_autofree char *joined = g_strjoinv (_ (", "), list);
  /* Translators: a place where nothing should press, and places near it: “Left hollow of knee: nothing
   * should press here. Work beside it: Left calf, Left back of thigh.” */
  return g_strdup_printf (_ ("%1$s: nothing should press here. Work beside it: %2$s."),
                          fascia_region_get_name (region), joined);
}

void
fascia_routine_text_name_button (GtkWidget *button, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The words on it are its name else. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}
