/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which day a week begins where this person lives.
 */

#include "config.h"

#include "fascia-chart-week.h"

#include <langinfo.h>

int
fascia_chart_week_get_first_day (void)
{
#ifdef __GLIBC__
  /* The first is a pointer in name only: a date, a Sunday or a Monday, from which the second
     counts days, beginning with 1. */
  const guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  const int offset = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] - 1;
  const int first = origin == 19971130 ? 0 : 1;

  if ((origin == 19971130 || origin == 19971201) && offset >= 0 && offset < 7)
    return (first + offset + 6) % 7 + 1;
#endif
  return 1;
}
