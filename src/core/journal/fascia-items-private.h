/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of what can be measured, and making a list of it before anybody else has it. */

#pragma once

#include "fascia-items.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  char *name_c; /* (nullable): named by number and unit */
} FasciaItemChoice;

struct _FasciaItem
{
  const char *code; /* interned */
  FasciaItemGroup group;
  FasciaItemType type;
  double minimum;
  double maximum;
  double step;
  int better;
  gboolean is_sided;
  gboolean is_hidden;
  gboolean is_ready;
  gboolean is_gentle;
  const char *unit; /* (nullable) interned, as stored */
  GArray *choices;  /* FasciaItemChoice, growing */
  /* English for ready ones, as typed for own ones. (nullable) but for the name. */
  char *name;
  char *question;
  char *low_label;
  char *high_label;
  char *avoid;
  char *how;
  char *stop;
  char *sort_key;       /* of an own one */
  FasciaTraits *traits; /* (nullable) of a movement test; shared by copies */
};

/* The columns of a movement test, from the attributes of its element. */
FasciaTraits *fascia_item_traits_new (const char **names, const char **values, GError **error);
FasciaTraits *fascia_item_traits_ref (FasciaTraits *self);
void fascia_item_traits_unref (FasciaTraits *self);

FasciaItem *fascia_item_new (const char *code);
FasciaItem *fascia_item_copy (const FasciaItem *self);
void fascia_item_free (gpointer data);

/* Of a scale of the person: its ends at most, and how many steps lie between them. Between two values
 * there is a step; what differs by less than the slack, a part of one, is the same. */
#define FASCIA_SCALE_MAX_END 1e9
#define FASCIA_SCALE_MAX_STEPS 1e6
#define FASCIA_SCALE_SLACK 0.001

/* (nullable) What is wrong with @scale, for people, whole and translated. The code is not looked at. */
const char *fascia_own_scale_find_fault (const FasciaOwnScale *scale);

/* As fascia_items_with_own(), in place. A ready code is left as it is. */
void fascia_items_put_own (FasciaItems *self, const FasciaOwnScale *scale);

G_END_DECLS
