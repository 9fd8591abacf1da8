/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources of FHIR R4 as text. The rules are those of https://hl7.org/fhir/R4/observation.html and
 * https://hl7.org/fhir/R4/datatypes.html. */

#include "config.h"

#include "fascia-fhir-private.h"

#include <string.h>

#include "fascia-gcrypt.h"
#include "fascia-record.h"

#define UCUM "http://unitsofmeasure.org"
#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)

/* A string has no control characters but these three. */
static char *
dup_clean (const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p++)
    if ((guchar) *p >= 0x20 || *p == '\t' || *p == '\n' || *p == '\r')
      g_string_append_c (clean, *p);
  return g_strstrip (g_string_free_and_steal (clean));
}

gboolean
fascia_fhir_append_string (GString *text, const char *name, const char *string)
{
  g_autofree char *clean = string != NULL ? dup_clean (string) : NULL;

  if (clean == NULL || *clean == '\0')
    return FALSE;
  g_string_append_printf (text, "\"%s\":", name);
  fascia_record_append_string (text, clean, strlen (clean));
  return TRUE;
}

void
fascia_fhir_derive_uid (const guint8 *uid, const char *word, FasciaUid *derived)
{
  g_autoptr (GString) form = g_string_new_len ((const char *) uid, sizeof (FasciaUid));
  guint8 digest[FASCIA_SHA256_SIZE];

  g_string_append (form, word);
  fascia_sha256 (form->str, form->len, digest);
  memcpy (derived->bytes, digest, sizeof derived->bytes);
  /* RFC 9562: version 8, made by a rule of one's own. */
  derived->bytes[6] = (guint8) (0x80 | (derived->bytes[6] & 0x0f));
  derived->bytes[8] = (guint8) (0x80 | (derived->bytes[8] & 0x3f));
}

/* {"coding":[{…}],"text":…} */
static void
append_concept (GString *text,
                const char *system,
                const char *code,
                const char *display,
                const char *label)
{
  g_string_append (text, "{\"coding\":[{\"system\":");
  fascia_record_append_string (text, system, strlen (system));
  g_string_append_c (text, ',');
  if (!fascia_fhir_append_string (text, "code", code))
    g_string_append (text, "\"code\":\"unknown\"");
  if (display != NULL)
    {
      g_string_append_c (text, ',');
      fascia_fhir_append_string (text, "display", display);
    }
  g_string_append (text, "}]");
  g_autoptr (GString) words = g_string_new (NULL);
  if (fascia_fhir_append_string (words, "text", label))
    g_string_append_printf (text, ",%s", words->str);
  g_string_append_c (text, '}');
}

/* A code must not have blanks in it other than single ones: what has is told as text alone. */
static gboolean
is_code (const char *code)
{
  gboolean was_blank = TRUE;

  for (const char *p = code; *p != '\0'; p++)
    {
      gboolean is_blank = *p == ' ';

      if ((guchar) *p < 0x20 || (is_blank && was_blank))
        return FALSE;
      was_blank = is_blank;
    }
  return !was_blank;
}

static void
append_safe_concept (GString *text, const char *system, const char *code, const char *label)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (is_code (code))
    append_concept (text, system, code, NULL, label);
  else if (fascia_fhir_append_string (words, "text", label)
           || fascia_fhir_append_string (words, "text", code))
    g_string_append_printf (text, "{%s}", words->str);
  else
    g_string_append (text, "{\"text\":\"unknown\"}");
}

/* The side is part of the name; the middle is said too. */
static void
append_region (GString *text, const FasciaBody *body, const char *code)
{
  const FasciaRegion *region = fascia_body_lookup (body, code);
  g_autofree char *label = NULL;

  if (region == NULL)
    label = g_strdup (code);
  else if (fascia_region_get_side (region) == FASCIA_SIDE_MIDLINE)
    label = g_strdup_printf ("%s (midline)", fascia_region_get_name_c (region));
  else
    label = g_strdup (fascia_region_get_name_c (region));
  append_safe_concept (text, "urn:fascia:region", code, label);
}

/* ---- observations ---- */

/* FHIR knows the years 1 to 9999 and offsets up to 14 hours. */
static void
append_effective (GString *text, gint64 utc_ms, int offset_min)
{
  const gint64 first_ms = fascia_day_from_ymd (1, 1, 2) * G_GINT64_CONSTANT (86400000);
  const gint64 end_ms = fascia_day_from_ymd (9999, 12, 31) * G_GINT64_CONSTANT (86400000);

  if (utc_ms < first_ms || utc_ms >= end_ms)
    return;
  g_string_append (text, "\"effectiveDateTime\":\"");
  fascia_record_append_time (text, utc_ms, ABS (offset_min) <= 14 * 60 ? offset_min : G_MININT);
  g_string_append (text, "\",");
}

void
fascia_fhir_begin (FasciaFhirWriter *self,
                   const FasciaUid *uid,
                   const char *patient,
                   const char *system,
                   const char *code,
                   const char *display,
                   const char *label,
                   gint64 utc_ms,
                   int offset_min)
{
  GString *text = self->text;
  g_autofree char *name = fascia_uid_to_string (uid);

  self->has_components = FALSE;
  g_string_append_printf (text,
                          ",\n{\"fullUrl\":\"urn:uuid:%s\",\"resource\":{"
                          "\"resourceType\":\"Observation\",\"id\":\"%s\",\"status\":\"final\","
                          "\"category\":[{\"coding\":[{\"system\":"
                          "\"http://terminology.hl7.org/CodeSystem/observation-category\","
                          "\"code\":\"survey\",\"display\":\"Survey\"}]}],\"code\":",
                          name, name);
  if (display != NULL)
    append_concept (text, system, code, display, label);
  else
    append_safe_concept (text, system, code, label);
  g_string_append_printf (text, ",\"subject\":{\"reference\":\"urn:uuid:%s\"},", patient);
  append_effective (text, utc_ms, offset_min);
  g_string_append_printf (text, "\"performer\":[{\"reference\":\"urn:uuid:%s\"}]", patient);
}

void
fascia_fhir_end (FasciaFhirWriter *self)
{
  g_string_append (self->text, self->has_components ? "]}}" : "}}");
}

/* ---- values ---- */

void
fascia_fhir_add_quantity (FasciaFhirWriter *self, double value, const char *unit, gboolean is_ucum)
{
  GString *text = self->text;
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append (text, ",\"valueQuantity\":{\"value\":");
  fascia_record_append_number (text, value);
  if (unit == NULL || (!is_ucum && !fascia_fhir_append_string (words, "unit", unit)))
    g_string_append (text, ",\"system\":\"" UCUM "\",\"code\":\"1\"");
  else if (is_ucum)
    g_string_append_printf (text, ",\"unit\":\"%s\",\"system\":\"" UCUM "\",\"code\":\"%s\"", unit,
                            unit);
  else
    g_string_append_printf (text, ",%s", words->str);
  g_string_append_c (text, '}');
}

void
fascia_fhir_add_boolean (FasciaFhirWriter *self, gboolean value)
{
  g_string_append_printf (self->text, ",\"valueBoolean\":%s", value ? "true" : "false");
}

gboolean
fascia_fhir_add_string (FasciaFhirWriter *self, const char *value)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (!fascia_fhir_append_string (words, "valueString", value))
    return FALSE;
  g_string_append_c (self->text, ',');
  g_string_append_len (self->text, words->str, (gssize) words->len);
  return TRUE;
}

void
fascia_fhir_add_concept (FasciaFhirWriter *self,
                         const char *system,
                         const char *code,
                         const char *label)
{
  g_string_append (self->text, ",\"valueCodeableConcept\":");
  append_safe_concept (self->text, system, code, label);
}

void
fascia_fhir_add_region (FasciaFhirWriter *self, const char *region)
{
  g_string_append (self->text, ",\"valueCodeableConcept\":");
  append_region (self->text, self->body, region);
}

void
fascia_fhir_add_date (FasciaFhirWriter *self, gint64 day)
{
  g_autoptr (GString) date = g_string_new (NULL);

  fascia_record_append_day (date, day);
  /* Years of more than four digits are none that FHIR knows. */
  g_string_append_printf (self->text,
                          date->len == 10 ? ",\"valueDateTime\":\"%s\"" : ",\"valueString\":\"%s\"",
                          date->str);
}

void
fascia_fhir_add_absent (FasciaFhirWriter *self)
{
  g_string_append (self->text, ",\"dataAbsentReason\":{\"coding\":[{\"system\":"
                               "\"http://terminology.hl7.org/CodeSystem/data-absent-reason\","
                               "\"code\":\"unknown\",\"display\":\"Unknown\"}],"
                               "\"text\":\"Marked without a level\"}");
}

void
fascia_fhir_add_body_site (FasciaFhirWriter *self, const char *region)
{
  g_string_append (self->text, ",\"bodySite\":");
  append_region (self->text, self->body, region);
}

void
fascia_fhir_add_body_side (FasciaFhirWriter *self, const char *side)
{
  g_string_append (self->text, ",\"bodySite\":");
  append_concept (self->text, "urn:fascia:side", side, NULL,
                  strcmp (side, "left") == 0 ? "Left side" : "Right side");
}

/* ---- components ---- */

void
fascia_fhir_begin_component (FasciaFhirWriter *self, const char *code, const char *label)
{
  g_string_append (self->text, self->has_components ? ",{\"code\":" : ",\"component\":[{\"code\":");
  self->has_components = TRUE;
  append_safe_concept (self->text, FASCIA_FHIR_OBSERVATION, code, label);
}

void
fascia_fhir_end_component (FasciaFhirWriter *self)
{
  g_string_append_c (self->text, '}');
}

void
fascia_fhir_add_number_component (FasciaFhirWriter *self,
                                  const char *code,
                                  const char *label,
                                  double value,
                                  const char *unit)
{
  fascia_fhir_begin_component (self, code, label);
  fascia_fhir_add_quantity (self, value, unit, TRUE);
  fascia_fhir_end_component (self);
}

void
fascia_fhir_add_string_component (FasciaFhirWriter *self,
                                  const char *code,
                                  const char *label,
                                  const char *value)
{
  g_autofree char *clean = value != NULL ? dup_clean (value) : NULL;

  if (clean == NULL || *clean == '\0')
    return;
  fascia_fhir_begin_component (self, code, label);
  fascia_fhir_add_string (self, clean);
  fascia_fhir_end_component (self);
}
