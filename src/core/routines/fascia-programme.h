/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The five programmes: stages of weeks, each with its days and routines. Advanced by the person only. */

#pragma once

#include "fascia-library.h"

G_BEGIN_DECLS

/* Belongs to its table: data/routines/programmes.xml. */
typedef struct _FasciaProgramme FasciaProgramme;
/* Immutable, reference counted (atomic). */
typedef struct _FasciaProgrammes FasciaProgrammes;
#define FASCIA_TYPE_PROGRAMMES (fascia_programmes_get_type ())
GType fascia_programmes_get_type (void);

#define FASCIA_PROGRAMMES_ERROR (fascia_programmes_error_quark ())
GQuark fascia_programmes_error_quark (void);

typedef enum
{
  FASCIA_PROGRAMMES_ERROR_DATA = 1, /* the table makes no sense: message has line and reason */
} FasciaProgrammesError;

typedef struct
{
  const char *routine;    /* id */
  int days_min, days_max; /* a week */
  gboolean daily;
  gboolean strength; /* not two days running */
  gboolean presses;  /* likewise for its places: never on two days running */
} FasciaStageRoutine;

FasciaProgrammes *fascia_programmes_new (FasciaLibrary *library, GError **error);
FasciaProgrammes *fascia_programmes_new_from_data (FasciaLibrary *library,
                                                   const char *xml,
                                                   GError **error);
FasciaProgrammes *fascia_programmes_ref (FasciaProgrammes *self);
void fascia_programmes_unref (FasciaProgrammes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaProgrammes, fascia_programmes_unref)
guint fascia_programmes_get_n (const FasciaProgrammes *self);
const FasciaProgramme *fascia_programmes_get (const FasciaProgrammes *self, guint index);
const FasciaProgramme *fascia_programmes_lookup (const FasciaProgrammes *self, const char *code);

/* "gentle-whole-body", "back-and-neck", "neck-and-head", "after-strain", "desk-break" */
const char *fascia_programme_get_code (const FasciaProgramme *self);
const char *fascia_programme_get_name (const FasciaProgramme *self);
const char *fascia_programme_get_summary (const FasciaProgramme *self);
/* What is known and what is not, in the words of the evidence; several sentences. */
const char *fascia_programme_get_about (const FasciaProgramme *self);
const char *fascia_programme_get_caution (const FasciaProgramme *self);
char fascia_programme_get_evidence (const FasciaProgramme *self);
const char *fascia_programme_get_source (const FasciaProgramme *self);
guint fascia_programme_get_n_stages (const FasciaProgramme *self);
const char *fascia_programme_get_stage_name (const FasciaProgramme *self, guint stage);
/* Weeks after which "Go on / Stay / Back" is asked. */
int fascia_programme_get_stage_weeks (const FasciaProgramme *self, guint stage);
int fascia_programme_get_stage_days (const FasciaProgramme *self, guint stage);
const FasciaStageRoutine *fascia_programme_get_stage_routines (const FasciaProgramme *self,
                                                               guint stage,
                                                               guint *n);

G_END_DECLS
