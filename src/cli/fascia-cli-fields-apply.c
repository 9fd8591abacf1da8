/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts what the options say into an entry. */

#include "config.h"

#include "fascia-cli-fields.h"

#include <glib/gi18n.h>

static void
set_number (const FasciaCliFields *fields, FasciaCliField field, int *number)
{
  if (fields->typed[field] != NULL)
    *number = fields->numbers[field];
}

static void
set_text (const FasciaCliFields *fields, FasciaCliField field, const char **text)
{
  if (fields->typed[field] != NULL)
    *text = fields->typed[field][0];
}

/* One empty word takes the whole list away. */
static void
set_list (const FasciaCliFields *fields, FasciaCliField field, const char *const **list)
{
  static const char *const nothing[] = { NULL };
  char **typed = fields->typed[field];

  if (typed != NULL)
    *list = typed[0][0] == '\0' ? nothing : (const char *const *) typed;
}

static FasciaEntry *
apply_visit (const FasciaCliFields *fields, FasciaEntry *entry)
{
  FasciaVisit visit = *fascia_entry_get_visit (entry);

  set_number (fields, FASCIA_CLI_FIELD_MINUTES, &visit.minutes);
  visit.minutes = MAX (visit.minutes, 0);
  set_number (fields, FASCIA_CLI_FIELD_PRESSURE, &visit.pressure);
  set_number (fields, FASCIA_CLI_FIELD_RATING, &visit.rating);
  set_number (fields, FASCIA_CLI_FIELD_BEFORE, &visit.before);
  set_number (fields, FASCIA_CLI_FIELD_AFTER, &visit.after);
  set_text (fields, FASCIA_CLI_FIELD_THERAPIST, &visit.therapist);
  set_text (fields, FASCIA_CLI_FIELD_SAID, &visit.said);
  set_list (fields, FASCIA_CLI_FIELD_AREA, &visit.areas);
  set_list (fields, FASCIA_CLI_FIELD_TECHNIQUE, &visit.techniques);
  set_list (fields, FASCIA_CLI_FIELD_TOOL, &visit.tools);
  return fascia_entry_with_visit (entry, &visit);
}

static FasciaEntry *
apply_exercise (const FasciaCliFields *fields, FasciaEntry *entry)
{
  FasciaExercise exercise = *fascia_entry_get_exercise (entry);
  int effort = (int) exercise.effort;

  set_text (fields, FASCIA_CLI_FIELD_WHAT, &exercise.what);
  set_number (fields, FASCIA_CLI_FIELD_MINUTES, &exercise.minutes);
  set_number (fields, FASCIA_CLI_FIELD_EFFORT, &effort);
  exercise.effort = (FasciaEffort) effort;
  set_number (fields, FASCIA_CLI_FIELD_SETS, &exercise.sets);
  set_number (fields, FASCIA_CLI_FIELD_REPETITIONS, &exercise.repetitions);
  return fascia_entry_with_exercise (entry, &exercise);
}

static FasciaEntry *
apply_treatment (const FasciaCliFields *fields, FasciaEntry *entry)
{
  FasciaTreatment treatment = *fascia_entry_get_treatment (entry);
  int taken = (int) treatment.taken;

  set_text (fields, FASCIA_CLI_FIELD_WHAT, &treatment.what);
  set_text (fields, FASCIA_CLI_FIELD_AMOUNT, &treatment.amount);
  set_number (fields, FASCIA_CLI_FIELD_TAKEN, &taken);
  treatment.taken = (FasciaAnswerYesNo) taken;
  set_number (fields, FASCIA_CLI_FIELD_HELPED, &treatment.helped);
  return fascia_entry_with_treatment (entry, &treatment);
}

static FasciaEntry *
apply_event (const FasciaCliFields *fields, FasciaEntry *entry)
{
  FasciaEvent event = *fascia_entry_get_event (entry);
  int until = event.until_day;

  set_text (fields, FASCIA_CLI_FIELD_TYPE, &event.type);
  if (event.type != NULL && *event.type == '\0')
    event.type = NULL;
  set_text (fields, FASCIA_CLI_FIELD_WHAT, &event.what);
  set_number (fields, FASCIA_CLI_FIELD_UNTIL, &until);
  event.until_day = until;
  return fascia_entry_with_event (entry, &event);
}

static FasciaEntry *
apply_kind (const FasciaCliFields *fields, FasciaEntry *entry)
{
  switch (fascia_entry_get_kind (entry))
    {
    case FASCIA_ENTRY_VISIT:
      return apply_visit (fields, entry);
    case FASCIA_ENTRY_EXERCISE:
      return apply_exercise (fields, entry);
    case FASCIA_ENTRY_TREATMENT:
      return apply_treatment (fields, entry);
    case FASCIA_ENTRY_EVENT:
      return apply_event (fields, entry);
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_SESSION:
    case FASCIA_ENTRY_NOTE:
    default:
      return fascia_entry_ref (entry);
    }
}

/* (transfer none) */
static const char *
find_tag (const FasciaTags *tags, const char *typed, GError **error)
{
  const FasciaTag *tag = fascia_tags_lookup (tags, typed);

  if (tag == NULL)
    tag = fascia_tags_find_name (tags, typed);
  if (tag != NULL)
    return fascia_tag_get_code (tag);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s was typed; the command stays as it is. */
               _ ("There is no tag “%s”: “fascia tags” lists them."), typed);
  return NULL;
}

/* A tag that the entry has may be unknown to this version; it can be taken away all the same. */
static const char *
find_own_tag (const FasciaEntry *entry, const FasciaTags *tags, const char *typed, GError **error)
{
  const char *const *own = fascia_entry_get_tags (entry);

  return g_strv_contains (own, typed) ? typed : find_tag (tags, typed, error);
}

static FasciaEntry *
apply_tags (const FasciaCliFields *fields,
            FasciaEntry *entry,
            const FasciaTags *tags,
            GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; fields->untags != NULL && fields->untags[i] != NULL; i++)
    {
      const char *code = find_own_tag (entry, tags, fields->untags[i], error);

      if (code == NULL)
        return NULL;
      g_hash_table_add (gone, (gpointer) code);
    }
  for (const char *const *own = fascia_entry_get_tags (entry); *own != NULL; own++)
    if (!g_hash_table_contains (gone, *own) && g_hash_table_add (seen, (gpointer) *own))
      g_strv_builder_add (builder, *own);
  for (guint i = 0; fields->tags != NULL && fields->tags[i] != NULL; i++)
    {
      const char *code = find_tag (tags, fields->tags[i], error);

      if (code == NULL)
        return NULL;
      if (g_hash_table_add (seen, (gpointer) code))
        g_strv_builder_add (builder, code);
    }

  g_auto (GStrv) codes = g_strv_builder_end (builder);
  return fascia_entry_with_tags (entry, (const char *const *) codes);
}

static FasciaEntry *
apply_end (const FasciaCliFields *fields, FasciaEntry *entry, GError **error)
{
  if (fields->end == NULL)
    return fascia_entry_ref (entry);
  if (fields->end_ms != FASCIA_END_NOT_GIVEN
      && fields->end_ms < fascia_entry_get_moment (entry)->utc_ms)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a time as typed. */
                   _ ("“%s” lies before the beginning: write a later end."), fields->end);
      return NULL;
    }
  return fascia_entry_with_end_ms (entry, fields->end_ms);
}

FasciaEntry *
fascia_cli_fields_apply (const FasciaCliFields *fields,
                         FasciaEntry *entry,
                         const FasciaTags *tags,
                         const FasciaItems *items,
                         GError **error)
{
  g_return_val_if_fail (fields != NULL && fields->values != NULL, NULL);
  g_return_val_if_fail (entry != NULL && tags != NULL && items != NULL, NULL);

  g_autoptr (FasciaEntry) said = apply_kind (fields, entry);
  g_autoptr (FasciaEntry) ended = apply_end (fields, said, error);
  g_autoptr (FasciaEntry) tagged = ended != NULL ? apply_tags (fields, ended, tags, error) : NULL;
  g_autoptr (FasciaEntry) measured
      = tagged != NULL ? fascia_cli_apply_measures (tagged, fields->values, items, error) : NULL;

  if (measured == NULL)
    return NULL;
  return fields->note != NULL
             ? fascia_entry_with_note (measured, *fields->note != '\0' ? fields->note : NULL)
             : g_steal_pointer (&measured);
}
