/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places often linked with a place, and what looks alike: facts to read, never a cause.
 */

#include "config.h"

#include "fascia-referral.h"

struct _FasciaReferral
{
  char *id;
  FasciaReferralKind kind;
  char *name;
  char *fact;
  char *source;
  char *certainty;
  char **sign_groups;
};

struct _FasciaReferralTable
{
  GPtrArray *facts; /* FasciaReferral */
};

FasciaReferralTable *
fascia_referral_table_new_from_data (FasciaBody *body, const char *xml, GError **error)
{
  g_return_val_if_fail (body != NULL && xml != NULL, NULL);

  FasciaReferralTable *self = g_atomic_rc_box_new0 (FasciaReferralTable);
  self->facts = g_ptr_array_new ();
  return self;
}

FasciaReferralTable *
fascia_referral_table_new (FasciaBody *body, GError **error)
{
  return fascia_referral_table_new_from_data (body, "", error);
}

FasciaReferralTable *
fascia_referral_table_ref (FasciaReferralTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_referral_table_clear (gpointer data)
{
  FasciaReferralTable *self = data;

  g_ptr_array_unref (self->facts);
}

void
fascia_referral_table_unref (FasciaReferralTable *self)
{
  g_atomic_rc_box_release_full (self, fascia_referral_table_clear);
}

guint
fascia_referral_table_get_n (const FasciaReferralTable *self)
{
  return self->facts->len;
}

const FasciaReferral *
fascia_referral_table_get (const FasciaReferralTable *self, guint index)
{
  return index < self->facts->len ? g_ptr_array_index (self->facts, index) : NULL;
}

GPtrArray *
fascia_referral_table_find (const FasciaReferralTable *self,
                            const FasciaRegion *region,
                            FasciaReferralKind kind)
{
  return g_ptr_array_new ();
}

GPtrArray *
fascia_referral_table_find_linked (const FasciaReferralTable *self,
                                   const FasciaRegion *region,
                                   guint max)
{
  return g_ptr_array_new ();
}

const char *
fascia_referral_get_id (const FasciaReferral *self)
{
  return self->id;
}

FasciaReferralKind
fascia_referral_get_kind (const FasciaReferral *self)
{
  return self->kind;
}

const char *
fascia_referral_get_name (const FasciaReferral *self)
{
  return self->name;
}

const char *
fascia_referral_get_fact (const FasciaReferral *self)
{
  return self->fact;
}

const char *
fascia_referral_get_source (const FasciaReferral *self)
{
  return self->source;
}

const char *
fascia_referral_get_certainty (const FasciaReferral *self)
{
  return self->certainty;
}

const char *
fascia_referral_get_sign_group (const FasciaReferral *self)
{
  return self->sign_groups != NULL ? self->sign_groups[0] : NULL;
}

const char *const *
fascia_referral_get_sign_groups (const FasciaReferral *self)
{
  return (const char *const *) self->sign_groups;
}
