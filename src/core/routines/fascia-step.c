/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of the library, as a value. */

#include "config.h"

#include "fascia-step-private.h"

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"

static const char *const nothing[] = { NULL };

FasciaStep *
fascia_step_new (void)
{
  FasciaStep *self = g_new0 (FasciaStep, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

FasciaStep *
fascia_step_ref (FasciaStep *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_step_unref (FasciaStep *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < FASCIA_N_STEP_TEXTS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < FASCIA_N_POSTURES; i++)
    g_free (self->setups[i]);
  g_free (self->regions);
  g_free (self->also_loads);
  g_free (self->tools);
  g_free (self->or_tools);
  g_free (self->pairs);
  g_free (self->source);
  g_free (self->certainty);
  g_free (self);
}

const char **
fascia_step_copy_list (const char *const *list)
{
  guint n = 0;

  if (list == NULL)
    return g_new0 (const char *, 1);
  while (list[n] != NULL)
    n++;
  return g_memdup2 (list, (n + 1) * sizeof *list);
}

const char **
fascia_step_intern_list (const char *list)
{
  g_auto (GStrv) words = fascia_facts_split (list);
  const char **interned = g_new0 (const char *, g_strv_length (words) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    interned[i] = g_intern_string (words[i]);
  return interned;
}

void
fascia_step_take_tools (FasciaStep *self, const char *list)
{
  g_autofree const char **words = fascia_step_intern_list (list);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) ways = g_strsplit (words[i], "|", -1);

      words[i] = g_intern_string (ways[0] != NULL ? ways[0] : "");
      for (guint j = 1; ways[0] != NULL && ways[j] != NULL; j++)
        {
          g_ptr_array_add (others, (gpointer) g_intern_string (ways[j]));
          g_ptr_array_add (others, (gpointer) words[i]);
        }
    }
  g_ptr_array_add (others, NULL);
  g_free (self->tools);
  g_free (self->or_tools);
  self->tools = g_steal_pointer (&words);
  self->or_tools = (const char **) g_ptr_array_free (others, FALSE);
}

gboolean
fascia_step_list_equal (const char *const *a, const char *const *b)
{
  guint i = 0;

  if (a == NULL || b == NULL)
    return a == b;
  while (a[i] != NULL && g_strcmp0 (a[i], b[i]) == 0)
    i++;
  return a[i] == NULL && b[i] == NULL;
}

FasciaStep *
fascia_step_new_like (const FasciaStep *like)
{
  FasciaStep *self = fascia_step_new ();

  self->like = like->id;
  self->is_own = TRUE;
  self->traits = like->traits;
  self->dose = like->dose;
  self->regions = fascia_step_copy_list (like->regions);
  self->also_loads = fascia_step_copy_list (like->also_loads);
  self->traits.regions = self->regions;
  self->traits.also_loads = self->also_loads;
  self->tools = fascia_step_copy_list (like->tools);
  self->or_tools = fascia_step_copy_list (like->or_tools);
  self->pairs = fascia_step_copy_list (NULL);
  self->source = g_strdup ("");
  self->certainty = g_strdup ("to verify");
  self->evidence = 'C';
  return self;
}

FasciaStep *
fascia_step_new_gone (const char *id)
{
  FasciaStep *self = fascia_step_new ();

  self->id = g_intern_string (id);
  self->is_own = TRUE;
  self->traits = (FasciaTraits) {
    .kind = FASCIA_STEP_RELEASE,
    .technique = g_intern_static_string ("direct"),
    .tool_class = g_intern_static_string ("none"),
    .posture = FASCIA_POSTURE_CHAIR,
    .lying = g_intern_static_string ("none"),
    .firmness = FASCIA_FIRMNESS_SOFT,
  };
  self->dose = (FasciaDose) { .sets_min = 1, .sets_max = 1, .sides = 1 };
  self->regions = fascia_step_copy_list (NULL);
  self->also_loads = fascia_step_copy_list (NULL);
  self->traits.regions = self->regions;
  self->traits.also_loads = self->also_loads;
  self->tools = fascia_step_copy_list (NULL);
  self->pairs = fascia_step_copy_list (NULL);
  for (guint i = 0; i < FASCIA_N_STEP_TEXTS; i++)
    if (i != FASCIA_STEP_TEXT_AVOID && i != FASCIA_STEP_TEXT_EASIER && i != FASCIA_STEP_TEXT_HARDER)
      self->texts[i] = g_strdup (i == FASCIA_STEP_TEXT_TITLE ? id : "");
  self->source = g_strdup ("");
  self->certainty = g_strdup ("to verify");
  self->evidence = 'C';
  return self;
}

gboolean
fascia_step_equal (const FasciaStep *a, const FasciaStep *b)
{
  if (a->id != b->id || a->like != b->like || a->traits.kind != b->traits.kind
      || a->traits.posture != b->traits.posture || a->traits.tool_class != b->traits.tool_class
      || a->traits.technique != b->traits.technique || a->dose.seconds_min != b->dose.seconds_min
      || a->dose.seconds_max != b->dose.seconds_max || a->dose.reps_min != b->dose.reps_min
      || a->dose.reps_max != b->dose.reps_max || a->dose.sets_min != b->dose.sets_min
      || a->dose.sets_max != b->dose.sets_max || a->dose.sides != b->dose.sides
      || a->dose.seconds_per_rep != b->dose.seconds_per_rep || a->dose.cap != b->dose.cap
      || g_strcmp0 (a->source, b->source) != 0 || !fascia_step_list_equal (a->regions, b->regions)
      || !fascia_step_list_equal (a->tools, b->tools))
    return FALSE;
  for (guint i = 0; i < FASCIA_N_STEP_TEXTS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  for (guint i = 0; i < FASCIA_N_POSTURES; i++)
    if (g_strcmp0 (a->setups[i], b->setups[i]) != 0)
      return FALSE;
  return TRUE;
}

const char *
fascia_step_get_id (const FasciaStep *self)
{
  return self->id;
}

const FasciaTraits *
fascia_step_get_traits (const FasciaStep *self)
{
  return &self->traits;
}

const FasciaDose *
fascia_step_get_dose (const FasciaStep *self)
{
  return &self->dose;
}

const char *
fascia_step_get_variant_of (const FasciaStep *self)
{
  return self->variant_of;
}

const char *
fascia_step_get_like (const FasciaStep *self)
{
  return self->like;
}

const char *const *
fascia_step_get_tools (const FasciaStep *self)
{
  return self->tools != NULL ? self->tools : nothing;
}

gboolean
fascia_step_has_tool (const FasciaStep *self, const char *tool, const char *const *there)
{
  if (g_strv_contains (there, tool))
    return TRUE;
  for (guint i = 0; self->or_tools != NULL && self->or_tools[i] != NULL; i += 2)
    if (g_str_equal (self->or_tools[i + 1], tool) && g_strv_contains (there, self->or_tools[i]))
      return TRUE;
  return FALSE;
}

const char *const *
fascia_step_get_pairs (const FasciaStep *self)
{
  return self->pairs != NULL ? self->pairs : nothing;
}

const char *
fascia_step_text_to_code (FasciaStepText text)
{
  static const char *const codes[FASCIA_N_STEP_TEXTS] = {
    [FASCIA_STEP_TEXT_TITLE] = "title",       [FASCIA_STEP_TEXT_SETUP] = "setup",
    [FASCIA_STEP_TEXT_MOVEMENT] = "movement", [FASCIA_STEP_TEXT_CUE] = "cue",
    [FASCIA_STEP_TEXT_AVOID] = "avoid",       [FASCIA_STEP_TEXT_EASIER] = "easier",
    [FASCIA_STEP_TEXT_HARDER] = "harder",
  };

  g_return_val_if_fail (text < FASCIA_N_STEP_TEXTS, NULL);

  return codes[text];
}

char **
fascia_step_peek_setup (FasciaStep *self, FasciaPosture posture)
{
  const int bit = g_bit_nth_lsf (posture, -1);

  g_return_val_if_fail (bit >= 0 && bit < FASCIA_N_POSTURES && posture == 1u << bit, NULL);

  return &self->setups[bit];
}

void
fascia_step_copy_setups (FasciaStep *self, const FasciaStep *like)
{
  g_set_str (&self->texts[FASCIA_STEP_TEXT_SETUP], fascia_step_get_setup (like));
  for (guint i = 0; i < FASCIA_N_POSTURES; i++)
    g_set_str (&self->setups[i],
               like->setups[i] != NULL ? fascia_step_get_setup_for (like, 1u << i) : NULL);
}

/* (nullable) */
static const char *
get_text (const FasciaStep *self, FasciaStepText text)
{
  const char *own = self->texts[text];

  if (own == NULL || self->is_own)
    return own;
  return text == FASCIA_STEP_TEXT_TITLE ? g_dpgettext2 (GETTEXT_PACKAGE, "step", own)
                                        : g_dgettext (GETTEXT_PACKAGE, own);
}

const char *
fascia_step_get_title (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_TITLE);
}

const char *
fascia_step_get_title_c (const FasciaStep *self)
{
  return self->texts[FASCIA_STEP_TEXT_TITLE];
}

const char *
fascia_step_get_setup (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_SETUP);
}

const char *
fascia_step_get_setup_for (const FasciaStep *self, FasciaPosture posture)
{
  const int bit = g_bit_nth_lsf (posture, -1);

  if (bit < 0 || bit >= FASCIA_N_POSTURES || self->setups[bit] == NULL)
    return fascia_step_get_setup (self);
  return self->is_own ? self->setups[bit] : g_dgettext (GETTEXT_PACKAGE, self->setups[bit]);
}

const char *
fascia_step_get_movement (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_MOVEMENT);
}

const char *
fascia_step_get_cue (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_CUE);
}

const char *
fascia_step_get_avoid (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_AVOID);
}

const char *
fascia_step_get_easier (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_EASIER);
}

const char *
fascia_step_get_harder (const FasciaStep *self)
{
  return get_text (self, FASCIA_STEP_TEXT_HARDER);
}

const char *
fascia_step_get_source (const FasciaStep *self)
{
  return self->source;
}

const char *
fascia_step_get_certainty (const FasciaStep *self)
{
  return self->certainty;
}

char
fascia_step_get_evidence (const FasciaStep *self)
{
  return self->evidence;
}

gboolean
fascia_step_works_on (const FasciaStep *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, FALSE);

  return self->regions != NULL
         && g_strv_contains ((const char *const *) self->regions, fascia_region_get_base (region));
}

gboolean
fascia_step_presses (const FasciaStep *self)
{
  return self->traits.kind == FASCIA_STEP_RELEASE
         && self->traits.grades[FASCIA_GRADE_PRESSURE] >= 2;
}

int
fascia_dose_get_max_seconds (const FasciaDose *dose)
{
  const gint64 one
      = dose->reps_max > 0 ? (gint64) dose->reps_max * dose->seconds_per_rep : dose->seconds_max;

  return (int) MIN (one * dose->sets_max * dose->sides, G_MAXINT);
}

const char *
fascia_cap_get_words (int cap)
{
  if (cap <= 1)
    return C_ ("ceiling", "hardly felt");
  if (cap == 2)
    return C_ ("ceiling", "light");
  if (cap == 3)
    return C_ ("ceiling", "mild");
  if (cap == 4)
    return C_ ("ceiling", "moderate, easy to breathe with");
  return C_ ("ceiling", "clear, still easy to breathe with");
}
