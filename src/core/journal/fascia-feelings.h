/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how a place feels: code, name, group. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FASCIA_FEELINGS_ERROR (fascia_feelings_error_quark ())
GQuark fascia_feelings_error_quark (void);

typedef enum
{
  FASCIA_FEELINGS_ERROR_DATA = 1, /* the list does not make sense */
} FasciaFeelingsError;

/**
 * FasciaFeelings:
 *
 * The list of words, in its order. Immutable and reference counted (atomic): may be shared between
 * threads. Names are looked up in the language of the moment.
 */
typedef struct _FasciaFeelings FasciaFeelings;

/* One word; belongs to its list. */
typedef struct _FasciaFeeling FasciaFeeling;

#define FASCIA_TYPE_FEELINGS (fascia_feelings_get_type ())
GType fascia_feelings_get_type (void);

/* Loads data/feelings.xml from the resources of the program; well under a millisecond. */
FasciaFeelings *fascia_feelings_new (GError **error);
/* As fascia_feelings_new(), from a text in memory; for tests. */
FasciaFeelings *fascia_feelings_new_from_data (const char *xml, GError **error);
FasciaFeelings *fascia_feelings_ref (FasciaFeelings *self);
void fascia_feelings_unref (FasciaFeelings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaFeelings, fascia_feelings_unref)

guint fascia_feelings_get_n (const FasciaFeelings *self);
/* @index below fascia_feelings_get_n(), else NULL. */
const FasciaFeeling *fascia_feelings_get (const FasciaFeelings *self, guint index);
/* (nullable) NULL for a code this version does not know: kept and shown by its code. */
const FasciaFeeling *fascia_feelings_lookup (const FasciaFeelings *self, const char *code);
/* The name of a code in the current language; @code itself when unknown. */
const char *fascia_feelings_get_name (const FasciaFeelings *self, const char *code);

/* The code kept in journals and exports, such as "movement". */
const char *fascia_feeling_get_code (const FasciaFeeling *self);
/* The name in the current language, such as "on movement". */
const char *fascia_feeling_get_name (const FasciaFeeling *self);
/* The English name. */
const char *fascia_feeling_get_name_c (const FasciaFeeling *self);
/* "muscular", "nerve-like", "inflammatory-like" or "other"; for order and look only. */
const char *fascia_feeling_get_group (const FasciaFeeling *self);
/* FALSE for words the scale itself already says (tight, stiff). */
gboolean fascia_feeling_is_offered (const FasciaFeeling *self);
/* Opens the row "When to get help" of the place once. */
gboolean fascia_feeling_is_help (const FasciaFeeling *self);

G_END_DECLS
