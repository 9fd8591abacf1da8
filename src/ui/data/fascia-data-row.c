/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of words: one line, and what there is to say of it.
 */

#include "config.h"

#include "fascia-data-row.h"

#include "widgets/fascia-row-words.h"

GtkWidget *
fascia_data_row_new (const char *title, const char *subtitle)
{
  g_return_val_if_fail (title != NULL, NULL);

  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    fascia_row_set_words (ADW_ACTION_ROW (row), subtitle);
  return row;
}
