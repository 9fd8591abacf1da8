/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries the journal shows, as a person chooses it: a plain value. Pure.
 */

#include "config.h"

#include "fascia-journal-filter.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-moment.h"
#include "fascia-entry-editor.h"
#include "fascia-text.h"

gboolean
fascia_journal_filter_is_empty (const FasciaJournalFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->kinds == 0 && self->region == NULL && self->tag == NULL
         && self->period == FASCIA_PERIOD_ANY;
}

gboolean
fascia_journal_filter_equal (const FasciaJournalFilter *a, const FasciaJournalFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kinds != b->kinds || a->region != b->region || a->tag != b->tag || a->period != b->period)
    return FALSE;
  if (a->region != NULL && !a->with_mirror != !b->with_mirror)
    return FALSE;
  return a->period != FASCIA_PERIOD_CUSTOM
         || (a->first_day == b->first_day && a->last_day == b->last_day);
}

void
fascia_journal_filter_get_days (const FasciaJournalFilter *self,
                                gint32 today,
                                gint32 *first_day,
                                gint32 *last_day)
{
  int year;
  int month;
  int dom;

  g_return_if_fail (self != NULL);

  *first_day = G_MININT32;
  *last_day = G_MAXINT32;
  switch (self->period)
    {
    case FASCIA_PERIOD_7_DAYS:
      *first_day = today - 6;
      break;
    case FASCIA_PERIOD_30_DAYS:
      *first_day = today - 29;
      break;
    case FASCIA_PERIOD_90_DAYS:
      *first_day = today - 89;
      break;
    case FASCIA_PERIOD_YEAR:
      fascia_day_to_ymd (today, &year, &month, &dom);
      *first_day = fascia_day_from_ymd (year, 1, 1);
      *last_day = fascia_day_from_ymd (year, 12, 31);
      break;
    case FASCIA_PERIOD_CUSTOM:
      *first_day = MIN (self->first_day, self->last_day);
      *last_day = MAX (self->first_day, self->last_day);
      break;
    case FASCIA_PERIOD_ANY:
    case FASCIA_N_PERIODS:
    default:
      break;
    }
}

/* Takes @query. */
static FasciaQuery *
add_places (FasciaQuery *query, const FasciaJournalFilter *filter, const FasciaBody *body)
{
  g_autoptr (FasciaQuery) old = query;
  const char *regions[3] = { filter->region, NULL, NULL };
  const FasciaRegion *region = body != NULL ? fascia_body_lookup (body, filter->region) : NULL;
  const FasciaRegion *mirror = region != NULL ? fascia_region_get_mirror (region) : NULL;

  if (filter->with_mirror && mirror != NULL && mirror != region)
    regions[1] = fascia_region_get_id (mirror);
  return fascia_query_with_regions (old, regions);
}

FasciaQuery *
fascia_journal_filter_create_query (const FasciaJournalFilter *self,
                                    const char *text,
                                    const FasciaNames *names,
                                    gint32 today)
{
  g_autoptr (FasciaQuery) query = fascia_query_new ();
  FasciaQuery *next;
  gint32 first_day;
  gint32 last_day;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kinds != 0)
    {
      next = fascia_query_with_kinds (query, self->kinds);
      fascia_query_unref (query);
      query = next;
    }
  if (self->region != NULL)
    query = add_places (g_steal_pointer (&query), self, names != NULL ? names->body : NULL);
  if (self->tag != NULL)
    {
      next = fascia_query_with_tag (query, self->tag);
      fascia_query_unref (query);
      query = next;
    }
  fascia_journal_filter_get_days (self, today, &first_day, &last_day);
  if (first_day != G_MININT32 || last_day != G_MAXINT32)
    {
      next = fascia_query_with_days (query, first_day, last_day);
      fascia_query_unref (query);
      query = next;
    }
  if (text != NULL && *text != '\0')
    {
      next = fascia_query_with_text (query, text, names);
      fascia_query_unref (query);
      query = next;
    }
  return fascia_query_is_empty (query) ? NULL : g_steal_pointer (&query);
}

/* ---- parts ---- */

GArray *
fascia_journal_filter_list_parts (const FasciaJournalFilter *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (FasciaFilterPart));

  g_return_val_if_fail (self != NULL, parts);

  for (guint kind = FASCIA_ENTRY_CHECK_IN; kind <= FASCIA_ENTRY_NOTE; kind++)
    if ((self->kinds & (1U << kind)) != 0)
      {
        const FasciaFilterPart part = { FASCIA_FILTER_KIND, (FasciaEntryKind) kind };

        g_array_append_val (parts, part);
      }
  if (self->region != NULL)
    {
      const FasciaFilterPart part = { .type = FASCIA_FILTER_PLACE };

      g_array_append_val (parts, part);
    }
  if (self->tag != NULL)
    {
      const FasciaFilterPart part = { .type = FASCIA_FILTER_TAG };

      g_array_append_val (parts, part);
    }
  if (self->period != FASCIA_PERIOD_ANY)
    {
      const FasciaFilterPart part = { .type = FASCIA_FILTER_PERIOD };

      g_array_append_val (parts, part);
    }
  return parts;
}

const char *
fascia_period_get_name (FasciaPeriod period)
{
  switch (period)
    {
    case FASCIA_PERIOD_7_DAYS:
      return _ ("Last 7 Days");
    case FASCIA_PERIOD_30_DAYS:
      return _ ("Last 30 Days");
    case FASCIA_PERIOD_90_DAYS:
      return _ ("Last 90 Days");
    case FASCIA_PERIOD_YEAR:
      return _ ("This Year");
    case FASCIA_PERIOD_CUSTOM:
      return _ ("From and To…");
    case FASCIA_PERIOD_ANY:
    case FASCIA_N_PERIODS:
    default:
      return _ ("Any Time");
    }
}

static char *
format_day (gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  /* Translators: A date on a small button: “3 Mar 2026”; see strftime (3). */
  return g_date_time_format (date, _ ("%-e %b %Y"));
}

static char *
create_period_label (const FasciaJournalFilter *self)
{
  if (self->period != FASCIA_PERIOD_CUSTOM)
    return g_strdup (fascia_period_get_name (self->period));

  g_autofree char *first = format_day (MIN (self->first_day, self->last_day));
  g_autofree char *last = format_day (MAX (self->first_day, self->last_day));
  if (self->first_day == self->last_day)
    return g_steal_pointer (&first);
  /* Translators: From one day to another: “3 Mar 2026 – 9 Mar 2026”. */
  return g_strdup_printf (_ ("%1$s – %2$s"), first, last);
}

char *
fascia_journal_filter_dup_part_label (const FasciaJournalFilter *self,
                                      const FasciaFilterPart *part,
                                      const FasciaNames *names)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (part != NULL, NULL);

  switch (part->type)
    {
    case FASCIA_FILTER_KIND:
      return g_strdup (fascia_entry_text_kind (part->kind));
    case FASCIA_FILTER_PLACE:
      {
        const char *name = fascia_text_region (names != NULL ? names->body : NULL, self->region);

        if (!self->with_mirror)
          return g_strdup (name);
        /* Translators: A place of the body and the same one on the other side: “Left shoulder top
         * and its mirror”. */
        return g_strdup_printf (_ ("%s and its mirror"), name);
      }
    case FASCIA_FILTER_TAG:
      return g_strdup (names != NULL && names->tags != NULL
                           ? fascia_tags_get_name (names->tags, self->tag)
                           : self->tag);
    case FASCIA_FILTER_PERIOD:
    default:
      return create_period_label (self);
    }
}

FasciaJournalFilter
fascia_journal_filter_without (const FasciaJournalFilter *self, const FasciaFilterPart *part)
{
  FasciaJournalFilter filter = { 0 };

  g_return_val_if_fail (self != NULL, filter);
  g_return_val_if_fail (part != NULL, filter);

  filter = *self;
  switch (part->type)
    {
    case FASCIA_FILTER_KIND:
      filter.kinds &= ~(1U << part->kind);
      break;
    case FASCIA_FILTER_PLACE:
      filter.region = NULL;
      filter.with_mirror = FALSE;
      break;
    case FASCIA_FILTER_TAG:
      filter.tag = NULL;
      break;
    case FASCIA_FILTER_PERIOD:
    default:
      filter.period = FASCIA_PERIOD_ANY;
      break;
    }
  return filter;
}
