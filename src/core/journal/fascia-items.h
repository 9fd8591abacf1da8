/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be measured: questions, movement tests, and scales the person made. */

#pragma once

#include "../routines/fascia-traits.h"
#include "fascia-entry.h"

G_BEGIN_DECLS

#define FASCIA_ITEMS_ERROR (fascia_items_error_quark ())
GQuark fascia_items_error_quark (void);

typedef enum
{
  FASCIA_ITEMS_ERROR_DATA = 1,
} FasciaItemsError;

typedef enum
{
  FASCIA_ITEM_DAILY = 1, /* questions of the quick day */
  FASCIA_ITEM_WEEKLY,    /* now and then: weekly, monthly */
  FASCIA_ITEM_MOVEMENT,  /* home tests of movement */
  FASCIA_ITEM_OWN,
} FasciaItemGroup;

typedef enum
{
  FASCIA_ITEM_NUMBER = 1, /* minimum … maximum in steps */
  FASCIA_ITEM_CHOICE,     /* one of a few named values */
  FASCIA_ITEM_YES_NO,     /* 1 or 0 */
} FasciaItemType;

/**
 * FasciaItems:
 *
 * Immutable, reference counted (atomic). Ready items are in data/items.xml. Names are looked up in
 * the language of the moment.
 */
typedef struct _FasciaItems FasciaItems;
typedef struct _FasciaItem FasciaItem;

#define FASCIA_TYPE_ITEMS (fascia_items_get_type ())
GType fascia_items_get_type (void);

FasciaItems *fascia_items_new (GError **error);
FasciaItems *fascia_items_new_from_data (const char *xml, GError **error);
FasciaItems *fascia_items_ref (FasciaItems *self);
void fascia_items_unref (FasciaItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaItems, fascia_items_unref)

/* A scale the person made. @code: given by the journal when it is made, then fixed. Labels and unit
 * are NULL when there are none. */
typedef struct
{
  const char *code;
  const char *name;
  double minimum;
  double maximum; /* above minimum */
  double step;    /* above 0 */
  const char *unit;
  const char *low_label;
  const char *high_label;
  int better; /* 1: higher is better; 0: lower; -1: not said */
  gboolean is_hidden;
} FasciaOwnScale;

/* A changed copy. */
FasciaItems *fascia_items_with_own (FasciaItems *self, const FasciaOwnScale *scale);

guint fascia_items_get_n (const FasciaItems *self);
const FasciaItem *fascia_items_get (const FasciaItems *self, guint index);
/* (nullable) */
const FasciaItem *fascia_items_lookup (const FasciaItems *self, const char *code);
/* The name in the current language; @code itself when unknown. */
const char *fascia_items_get_name (const FasciaItems *self, const char *code);

/* Whether @entry holds answers to the questions of a day and nothing else that was measured; own
 * scales may be among them. @items: (nullable) */
gboolean fascia_items_is_quick_day (const FasciaItems *items, const FasciaEntry *entry);

const char *fascia_item_get_code (const FasciaItem *self);
const char *fascia_item_get_name (const FasciaItem *self);
/* The English name; an own one's name. */
const char *fascia_item_get_name_c (const FasciaItem *self);
/* (nullable) The whole question: "How well did you sleep?" */
const char *fascia_item_get_question (const FasciaItem *self);
FasciaItemGroup fascia_item_get_group (const FasciaItem *self);
FasciaItemType fascia_item_get_type_of (const FasciaItem *self);
double fascia_item_get_minimum (const FasciaItem *self);
double fascia_item_get_maximum (const FasciaItem *self);
double fascia_item_get_step (const FasciaItem *self);
/* (nullable) UCUM-like short unit for people, in the current language: "cm", "min". */
const char *fascia_item_get_unit (const FasciaItem *self);
/* (nullable) As stored and exported. */
const char *fascia_item_get_unit_c (const FasciaItem *self);
/* (nullable) Which end is which: "bad" … "good". */
const char *fascia_item_get_low_label (const FasciaItem *self);
const char *fascia_item_get_high_label (const FasciaItem *self);
/* 1, 0 or -1 as in #FasciaOwnScale. */
int fascia_item_get_better (const FasciaItem *self);
/* Whether left and right are measured apart. */
gboolean fascia_item_is_sided (const FasciaItem *self);
gboolean fascia_item_is_hidden (const FasciaItem *self);
/* One of the questions that are switched on at first: average and worst pain, stiffness, sleep. */
gboolean fascia_item_is_ready (const FasciaItem *self);
/* Values of a choice, growing. */
guint fascia_item_get_n_choices (const FasciaItem *self);
double fascia_item_get_choice (const FasciaItem *self, guint index);
/* Its name in the current language. */
const char *fascia_item_get_choice_name (const FasciaItem *self, guint index);
/* (nullable) Of a movement test: what to leave it for, how to do it, when to stop. Shown in that
 * order. */
const char *fascia_item_get_avoid (const FasciaItem *self);
const char *fascia_item_get_how (const FasciaItem *self);
const char *fascia_item_get_stop (const FasciaItem *self);
/* (nullable) Of a movement test: what it asks of the body, for fascia_safety_judge(). */
const FasciaTraits *fascia_item_get_traits (const FasciaItem *self);
/* Gentle tests lead; one that bends, balances or strains is never the default. */
gboolean fascia_item_is_gentle (const FasciaItem *self);
/* Whether @value is one that the item takes. */
gboolean fascia_item_takes (const FasciaItem *self, double value);
/* (transfer full) "6 of 10", "45 min", "12.5 cm", "much better": for people. */
char *fascia_item_dup_value (const FasciaItem *self, double value);

G_END_DECLS
