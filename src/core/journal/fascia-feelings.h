/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how a place feels: code, name, group. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FASCIA_FEELINGS_ERROR (fascia_feelings_error_quark ())
GQuark fascia_feelings_error_quark (void);

/* The two groups that are asked in their own way: how deep, and when. */
#define FASCIA_FEELINGS_DEPTH "depth"
#define FASCIA_FEELINGS_COURSE "course"

/* As many chips as fit beside a place without searching. */
#define FASCIA_FEELINGS_N_CHIPS 6

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

/* Groups in the order in which they are shown. */
guint fascia_feelings_get_n_groups (const FasciaFeelings *self);
/* @index below fascia_feelings_get_n_groups(), else NULL. */
const char *fascia_feelings_get_group_code (const FasciaFeelings *self, guint index);
/* The name of a group in the current language, such as "How deep"; @group itself when unknown. */
const char *fascia_feelings_get_group_name (const FasciaFeelings *self, const char *group);
/* Whether at most one word of the group fits a place: TRUE for #FASCIA_FEELINGS_DEPTH alone. The
 * journal does not mind; who offers the words does. */
gboolean fascia_feelings_is_choose_one (const FasciaFeelings *self, const char *group);

/**
 * fascia_feelings_choose_six:
 * @used: (nullable): codes, the most used first
 * @present: (nullable): codes already given at the place
 *
 * The words to offer as chips: those present at the place, then the most used, then the first of
 * the list, until there are six. Never a word the scale says itself, nor one of depth or course:
 * those are asked in their own way. Always in the order of the list, so that chips keep their
 * places. Codes that this version does not know are left out.
 *
 * Returns: (transfer full): NULL-terminated; fewer than six when the list is that short
 */
char **fascia_feelings_choose_six (const FasciaFeelings *self,
                                   const char *const *used,
                                   const char *const *present);

/* The code kept in journals and exports, such as "movement". */
const char *fascia_feeling_get_code (const FasciaFeeling *self);
/* The name in the current language, such as "on movement". */
const char *fascia_feeling_get_name (const FasciaFeeling *self);
/* The English name. */
const char *fascia_feeling_get_name_c (const FasciaFeeling *self);
/* "muscular", "nerve-like", "inflammatory-like", "other", "depth" or "course"; for order and look
 * only. */
const char *fascia_feeling_get_group (const FasciaFeeling *self);
/* FALSE for words the scale itself already says (tight, stiff). */
gboolean fascia_feeling_is_offered (const FasciaFeeling *self);
/* Opens the row "When to get help" of the place once. */
gboolean fascia_feeling_is_help (const FasciaFeeling *self);

G_END_DECLS
