/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which questions the quick day asks, in which order, and what was answered on a day. Pure.
 */

#include "config.h"

#include "fascia-daily-questions.h"

gboolean
fascia_daily_can_ask (const FasciaItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  FasciaItemGroup group = fascia_item_get_group (item);
  return (group == FASCIA_ITEM_DAILY || group == FASCIA_ITEM_OWN) && !fascia_item_is_hidden (item)
         && !fascia_item_is_sided (item);
}

/* An empty list means “no questions”, and is not the same as no list. */
static gboolean
was_chosen (const FasciaSettings *settings)
{
  g_autoptr (FasciaSettings) without
      = fascia_settings_with ((FasciaSettings *) settings, FASCIA_SETTING_DAILY, NULL);

  return !fascia_settings_equal (settings, without);
}

char **
fascia_daily_list (const FasciaItems *items, const FasciaSettings *settings)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (items != NULL && settings != NULL, NULL);

  if (was_chosen (settings))
    {
      const char *const *chosen = fascia_settings_get_strv (settings, FASCIA_SETTING_DAILY);

      for (guint i = 0; chosen[i] != NULL; i++)
        {
          const FasciaItem *item = fascia_items_lookup (items, chosen[i]);

          if (item != NULL && fascia_daily_can_ask (item))
            g_strv_builder_add (codes, chosen[i]);
        }
      return g_strv_builder_end (codes);
    }
  for (guint i = 0; i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (fascia_item_is_ready (item) && fascia_daily_can_ask (item))
        g_strv_builder_add (codes, fascia_item_get_code (item));
    }
  return g_strv_builder_end (codes);
}

char **
fascia_daily_with (const char *const *codes, const char *code, gboolean is_asked)
{
  g_autoptr (GStrvBuilder) changed = g_strv_builder_new ();
  gboolean is_there = FALSE;

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gboolean is_same = g_str_equal (codes[i], code);

      if (is_same && (!is_asked || is_there))
        continue;
      is_there = is_there || is_same;
      g_strv_builder_add (changed, codes[i]);
    }
  if (is_asked && !is_there)
    g_strv_builder_add (changed, code);
  return g_strv_builder_end (changed);
}

char **
fascia_daily_move (const char *const *codes, const char *code, int by)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  guint index = 0;

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (changed, (gpointer) codes[i]);
  if (g_ptr_array_find_with_equal_func (changed, code, g_str_equal, &index))
    {
      int to = CLAMP ((int) index + by, 0, (int) changed->len - 1);
      gpointer moved = g_ptr_array_remove_index (changed, index);

      g_ptr_array_insert (changed, to, moved);
    }
  g_ptr_array_add (changed, NULL);
  return g_strdupv ((char **) changed->pdata);
}

const FasciaMeasurement *
fascia_daily_find_answer (const GPtrArray *entries,
                          const char *item,
                          gint32 day,
                          FasciaEntry **entry)
{
  g_return_val_if_fail (entries != NULL && item != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *other = g_ptr_array_index (entries, i);
      const FasciaMeasurement *found = NULL;

      if (fascia_entry_get_moment (other)->day != day)
        continue;
      found = fascia_entry_find_measurement (other, item, FASCIA_SIDE_MIDLINE);
      if (found == NULL)
        continue;
      if (entry != NULL)
        *entry = other;
      return found;
    }
  return NULL;
}
