/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources of FHIR R4 as text: what an Observation of ours is made of. */

#pragma once

#include "../body/fascia-body.h"
#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

#define FASCIA_FHIR_OBSERVATION "urn:fascia:observation"
#define FASCIA_FHIR_LOINC "http://loinc.org"

/* One Observation being written. */
typedef struct
{
  GString *text;
  const FasciaBody *body;
  gboolean has_components;
} FasciaFhirWriter;

/* A string of JSON without what a string of FHIR must not hold; "" is nothing: FALSE. */
gboolean fascia_fhir_append_string (GString *text, const char *name, const char *string);
/* A UUID made of a name and a word, where a row has none of its own. */
void fascia_fhir_derive_uid (const guint8 *uid, const char *word, FasciaUid *derived);

/* From the brace of the entry in the bundle to its time. @display: (nullable). */
void fascia_fhir_begin (FasciaFhirWriter *self,
                        const FasciaUid *uid,
                        const char *patient,
                        const char *system,
                        const char *code,
                        const char *display,
                        const char *label,
                        gint64 utc_ms,
                        int offset_min);
void fascia_fhir_end (FasciaFhirWriter *self);

/* The value, or that of a component begun by fascia_fhir_begin_component(). */
/* @unit: a code of UCUM, or, with @is_ucum FALSE, what a person calls it; NULL: none. */
void fascia_fhir_add_quantity (FasciaFhirWriter *self,
                               double value,
                               const char *unit,
                               gboolean is_ucum);
void fascia_fhir_add_boolean (FasciaFhirWriter *self, gboolean value);
/* FALSE and nothing added when the string is empty. */
gboolean fascia_fhir_add_string (FasciaFhirWriter *self, const char *value);
void fascia_fhir_add_concept (FasciaFhirWriter *self,
                              const char *system,
                              const char *code,
                              const char *label);
/* A region with its side in words. */
void fascia_fhir_add_region (FasciaFhirWriter *self, const char *region);
void fascia_fhir_add_date (FasciaFhirWriter *self, gint64 day);
/* Marked without a level. */
void fascia_fhir_add_absent (FasciaFhirWriter *self);
/* Where it is. */
void fascia_fhir_add_body_site (FasciaFhirWriter *self, const char *region);
void fascia_fhir_add_body_side (FasciaFhirWriter *self, const char *side);

/* The code of a component; its value comes next, then the end. */
void fascia_fhir_begin_component (FasciaFhirWriter *self, const char *code, const char *label);
void fascia_fhir_end_component (FasciaFhirWriter *self);
/* A whole component. @unit: a code of UCUM. */
void fascia_fhir_add_number_component (FasciaFhirWriter *self,
                                       const char *code,
                                       const char *label,
                                       double value,
                                       const char *unit);
void fascia_fhir_add_string_component (FasciaFhirWriter *self,
                                       const char *code,
                                       const char *label,
                                       const char *value);

G_END_DECLS
