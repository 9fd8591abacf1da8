/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Predicates over traits: "body-weight-on-tool>=1; region=calf-upper|calf-lower & pressure>=2". */

#pragma once

#include "fascia-traits.h"

G_BEGIN_DECLS

/* Immutable. Clauses joined by ";" (any forbids), atoms by "&" (all must hold); "=" and "!=" take
 * values joined by "|", ">=" and "<=" one; columns as in FasciaTraits, in small letters and hyphens,
 * "region" holds when one of the regions or the loaded ones is among the values. */
typedef struct _FasciaPredicate FasciaPredicate;

/* NULL with an error that names the place in @text. An empty text never holds. */
FasciaPredicate *fascia_predicate_new (const char *text, GError **error);
void fascia_predicate_free (FasciaPredicate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPredicate, fascia_predicate_free)
/* Judged for @bases (nullable, NULL-terminated): the places a step that acts on chosen ones is used
 * on; NULL: all of its regions. Pure. */
gboolean fascia_predicate_holds (const FasciaPredicate *self,
                                 const FasciaTraits *traits,
                                 const char *const *bases);
/* All bases that it names, NULL-terminated: whether the body has them is for its reader to see. */
const char *const *fascia_predicate_get_bases (const FasciaPredicate *self);

G_END_DECLS
