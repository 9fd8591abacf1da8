/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": the signs to look out for at a place.
 */

#include "config.h"

#include "fascia-signs.h"

struct _FasciaSign
{
  char *id;
  char *group;
  FasciaSignLevel level;
  FasciaSignPlace places;
  char *question;
  char *source;
  char *certainty;
};

struct _FasciaSigns
{
  GPtrArray *signs; /* FasciaSign */
};

FasciaSigns *
fascia_signs_new_from_data (FasciaBody *body, const char *xml, GError **error)
{
  g_return_val_if_fail (body != NULL && xml != NULL, NULL);

  FasciaSigns *self = g_atomic_rc_box_new0 (FasciaSigns);
  self->signs = g_ptr_array_new ();
  return self;
}

FasciaSigns *
fascia_signs_new (FasciaBody *body, GError **error)
{
  return fascia_signs_new_from_data (body, "", error);
}

FasciaSigns *
fascia_signs_ref (FasciaSigns *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_signs_clear (gpointer data)
{
  FasciaSigns *self = data;

  g_ptr_array_unref (self->signs);
}

void
fascia_signs_unref (FasciaSigns *self)
{
  g_atomic_rc_box_release_full (self, fascia_signs_clear);
}

guint
fascia_signs_get_n (const FasciaSigns *self)
{
  return self->signs->len;
}

const FasciaSign *
fascia_signs_get (const FasciaSigns *self, guint index)
{
  return index < self->signs->len ? g_ptr_array_index (self->signs, index) : NULL;
}

GPtrArray *
fascia_signs_find (const FasciaSigns *self, const FasciaRegion *region)
{
  return g_ptr_array_new ();
}

GPtrArray *
fascia_signs_get_group (const FasciaSigns *self, const char *group)
{
  return g_ptr_array_new ();
}

const char *
fascia_sign_get_id (const FasciaSign *self)
{
  return self->id;
}

const char *
fascia_sign_get_group (const FasciaSign *self)
{
  return self->group;
}

FasciaSignLevel
fascia_sign_get_level (const FasciaSign *self)
{
  return self->level;
}

FasciaSignPlace
fascia_sign_get_places (const FasciaSign *self)
{
  return self->places;
}

const char *
fascia_sign_get_source (const FasciaSign *self)
{
  return self->source;
}

const char *
fascia_sign_get_certainty (const FasciaSign *self)
{
  return self->certainty;
}

const char *
fascia_sign_get_question (const FasciaSign *self)
{
  return self->question;
}

const char *
fascia_sign_level_get_advice (FasciaSignLevel level)
{
  return "";
}
