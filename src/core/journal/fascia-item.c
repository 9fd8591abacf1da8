/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that can be measured: which values it takes, and how they are told to people. */

#include "config.h"

#include "fascia-items-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "fascia-tags-private.h"

/* Steps are decimal fractions, which binary numbers only come near. */
#define NEARLY 1e-6
/* As fine as anybody reads off a tape. */
#define MAX_DECIMALS 3

FasciaItem *
fascia_item_new (const char *code)
{
  FasciaItem *self = g_new0 (FasciaItem, 1);

  self->code = g_intern_string (code);
  self->better = -1;
  self->choices = g_array_new (FALSE, TRUE, sizeof (FasciaItemChoice));
  return self;
}

FasciaItem *
fascia_item_copy (const FasciaItem *self)
{
  FasciaItem *copy = g_memdup2 (self, sizeof *self);

  copy->choices = g_array_copy (self->choices);
  for (guint i = 0; i < copy->choices->len; i++)
    {
      FasciaItemChoice *choice = &g_array_index (copy->choices, FasciaItemChoice, i);

      choice->name_c = g_strdup (choice->name_c);
    }
  copy->name = g_strdup (self->name);
  copy->question = g_strdup (self->question);
  copy->low_label = g_strdup (self->low_label);
  copy->high_label = g_strdup (self->high_label);
  copy->avoid = g_strdup (self->avoid);
  copy->how = g_strdup (self->how);
  copy->stop = g_strdup (self->stop);
  copy->sort_key = g_strdup (self->sort_key);
  copy->traits = self->traits != NULL ? fascia_item_traits_ref (self->traits) : NULL;
  return copy;
}

void
fascia_item_free (gpointer data)
{
  FasciaItem *self = data;

  for (guint i = 0; i < self->choices->len; i++)
    g_free (g_array_index (self->choices, FasciaItemChoice, i).name_c);
  g_array_unref (self->choices);
  g_free (self->name);
  g_free (self->question);
  g_free (self->low_label);
  g_free (self->high_label);
  g_free (self->avoid);
  g_free (self->how);
  g_free (self->stop);
  g_free (self->sort_key);
  g_clear_pointer (&self->traits, fascia_item_traits_unref);
  g_free (self);
}

/* ---- what is said of it ---- */

static const char *
translate (const FasciaItem *self, const char *context, const char *text)
{
  if (text == NULL || self->group == FASCIA_ITEM_OWN)
    return text;
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text)
                         : g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
fascia_item_get_code (const FasciaItem *self)
{
  return self->code;
}

const char *
fascia_item_get_name (const FasciaItem *self)
{
  return translate (self, "item", self->name);
}

const char *
fascia_item_get_name_c (const FasciaItem *self)
{
  return self->name;
}

const char *
fascia_item_get_question (const FasciaItem *self)
{
  return translate (self, NULL, self->question);
}

FasciaItemGroup
fascia_item_get_group (const FasciaItem *self)
{
  return self->group;
}

FasciaItemType
fascia_item_get_type_of (const FasciaItem *self)
{
  return self->type;
}

double
fascia_item_get_minimum (const FasciaItem *self)
{
  return self->minimum;
}

double
fascia_item_get_maximum (const FasciaItem *self)
{
  return self->maximum;
}

double
fascia_item_get_step (const FasciaItem *self)
{
  return self->step;
}

const char *
fascia_item_get_unit_c (const FasciaItem *self)
{
  return self->unit;
}

const char *
fascia_item_get_low_label (const FasciaItem *self)
{
  return translate (self, "answer", self->low_label);
}

const char *
fascia_item_get_high_label (const FasciaItem *self)
{
  return translate (self, "answer", self->high_label);
}

int
fascia_item_get_better (const FasciaItem *self)
{
  return self->better;
}

gboolean
fascia_item_is_sided (const FasciaItem *self)
{
  return self->is_sided;
}

gboolean
fascia_item_is_hidden (const FasciaItem *self)
{
  return self->is_hidden;
}

gboolean
fascia_item_is_ready (const FasciaItem *self)
{
  return self->is_ready;
}

gboolean
fascia_item_is_gentle (const FasciaItem *self)
{
  return self->is_gentle;
}

const char *
fascia_item_get_avoid (const FasciaItem *self)
{
  return translate (self, NULL, self->avoid);
}

const char *
fascia_item_get_how (const FasciaItem *self)
{
  return translate (self, NULL, self->how);
}

const char *
fascia_item_get_stop (const FasciaItem *self)
{
  return translate (self, NULL, self->stop);
}

const FasciaTraits *
fascia_item_get_traits (const FasciaItem *self)
{
  return self->traits;
}

guint
fascia_item_get_n_choices (const FasciaItem *self)
{
  return self->choices->len;
}

double
fascia_item_get_choice (const FasciaItem *self, guint index)
{
  g_return_val_if_fail (index < self->choices->len, NAN);

  return g_array_index (self->choices, FasciaItemChoice, index).value;
}

/* ---- units ---- */

typedef struct
{
  const char *code;
  const char *name;
  const char *format;
} Unit;

/* As UCUM writes them, and as people do. */
static const Unit units[] = {
  /* Translators: a unit; stands beside a number */
  { "cm", NC_ ("unit", "cm"),
    /* Translators: a length in centimetres, such as 12.5 cm */
    N_ ("%s cm") },
  { "mm", NC_ ("unit", "mm"),
    /* Translators: a length in millimetres, such as 42 mm */
    N_ ("%s mm") },
  { "deg", NC_ ("unit", "°"),
    /* Translators: an angle in degrees, such as 75° */
    N_ ("%s°") },
  { "s", NC_ ("unit", "s"),
    /* Translators: a time in seconds, such as 30 s */
    N_ ("%s s") },
  { "min", NC_ ("unit", "min"),
    /* Translators: a time in minutes, such as 45 min */
    N_ ("%s min") },
  { "{count}", NC_ ("unit", "times"),
    /* Translators: how often, such as 12 × */
    N_ ("%s ×") },
};

static const Unit *
find_unit (const FasciaItem *self)
{
  for (guint i = 0; self->group != FASCIA_ITEM_OWN && i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (units[i].code, self->unit) == 0)
      return &units[i];
  return NULL;
}

const char *
fascia_item_get_unit (const FasciaItem *self)
{
  const Unit *unit = find_unit (self);

  return unit != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "unit", unit->name) : self->unit;
}

/* ---- values ---- */

/* Whether @value lies a whole number of steps above @minimum. */
static gboolean
is_on_step (double value, double minimum, double step)
{
  const double steps = (value - minimum) / step;

  return fabs (steps - round (steps)) < NEARLY * MAX (1, fabs (steps));
}

static gboolean
is_in_range (double value, double minimum, double maximum, double step)
{
  const double slack = step * NEARLY;

  return isfinite (value) && value >= minimum - slack && value <= maximum + slack
         && is_on_step (value, minimum, step);
}

gboolean
fascia_item_takes (const FasciaItem *self, double value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->type)
    {
    case FASCIA_ITEM_YES_NO:
      return value == 0 || value == 1;
    case FASCIA_ITEM_CHOICE:
      for (guint i = 0; i < self->choices->len; i++)
        if (g_array_index (self->choices, FasciaItemChoice, i).value == value)
          return TRUE;
      return FALSE;
    case FASCIA_ITEM_NUMBER:
    default:
      return is_in_range (value, self->minimum, self->maximum, self->step);
    }
}

/* As many decimals as tell @value, in the manner of the locale. */
static char *
dup_number (double value)
{
  int decimals = 0;

  for (double part = value; decimals < MAX_DECIMALS; decimals++, part *= 10)
    if (fabs (part - round (part)) < 1e-9 * MAX (1, fabs (part)))
      break;
  return g_strdup_printf ("%.*f", decimals, value == 0 ? 0 : value);
}

static char *
dup_with_unit (const FasciaItem *self, double value)
{
  const Unit *unit = find_unit (self);
  g_autofree char *number = dup_number (value);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (unit != NULL)
    return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, unit->format), number);
#pragma GCC diagnostic pop
  if (self->unit != NULL)
    /* Translators: a number and its unit, which the person made up */
    return g_strdup_printf (_ ("%1$s %2$s"), number, self->unit);
  if (self->type == FASCIA_ITEM_NUMBER && self->minimum >= 0 && value >= 0)
    {
      g_autofree char *maximum = dup_number (self->maximum);

      /* Translators: an answer on a scale, such as 6 of 10 */
      return g_strdup_printf (_ ("%1$s of %2$s"), number, maximum);
    }
  return g_steal_pointer (&number);
}

const char *
fascia_item_get_choice_name (const FasciaItem *self, guint index)
{
  g_return_val_if_fail (index < self->choices->len, NULL);

  const FasciaItemChoice *choice = &g_array_index (self->choices, FasciaItemChoice, index);
  if (choice->name_c != NULL)
    return translate (self, "answer", choice->name_c);
  /* Few of them, and in few languages. */
  g_autofree char *name = dup_with_unit (self, choice->value);
  return g_intern_string (name);
}

char *
fascia_item_dup_value (const FasciaItem *self, double value)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == FASCIA_ITEM_YES_NO && (value == 0 || value == 1))
    return g_strdup (value == 1 ? C_ ("answer", "yes") : C_ ("answer", "no"));
  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, FasciaItemChoice, i).value == value)
      return g_strdup (fascia_item_get_choice_name (self, i));
  return dup_with_unit (self, value);
}

/* ---- scales the person made ---- */

const char *
fascia_own_scale_find_fault (const FasciaOwnScale *scale)
{
  g_autofree char *name = fascia_name_dup_clean (scale->name);

  if (name == NULL)
    return _ ("A scale has a name of up to 100 letters.");
  if (!isfinite (scale->minimum) || !isfinite (scale->maximum) || !isfinite (scale->step)
      || fabs (scale->minimum) > FASCIA_SCALE_MAX_END
      || fabs (scale->maximum) > FASCIA_SCALE_MAX_END)
    return _ ("The ends of a scale and its step are numbers below a thousand million.");
  if (scale->maximum <= scale->minimum)
    return _ ("The upper end of a scale lies above the lower one.");
  if (scale->step <= 0 || scale->step > scale->maximum - scale->minimum)
    return _ ("The step of a scale is above 0 and at most as wide as the scale.");
  if ((scale->maximum - scale->minimum) / scale->step > FASCIA_SCALE_MAX_STEPS)
    return _ ("A scale has at most a million steps.");
  for (guint i = 0; i < 3; i++)
    {
      const char *text = i == 0 ? scale->unit : i == 1 ? scale->low_label : scale->high_label;
      g_autofree char *clean = fascia_name_dup_clean (text);

      if (text != NULL && clean == NULL)
        return _ (
            "The unit and the ends of a scale are named by up to 100 letters, or not at all.");
    }
  return NULL;
}
