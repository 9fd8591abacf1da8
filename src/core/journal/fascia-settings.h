/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences that belong to the person and are kept with the journal, as an immutable value. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The keys in use; what another version wrote under other keys is kept. */
#define FASCIA_SETTING_BUILD "body.build"     /* s: "light" or "full" */
#define FASCIA_SETTING_FACING "body.facing"   /* s: "facing" or "own" */
#define FASCIA_SETTING_LIMBS "body.limbs"     /* as: "hand-left:hidden", "foot-right:phantom" */
#define FASCIA_SETTING_TEN "keys.ten"         /* b: 1 then 0 is ten; absent: yes */
#define FASCIA_SETTING_COUNTS "report.counts" /* b: counts of areas in the report; absent: no */
/* as: region codes that "Did you mean the other side?" was answered for */
#define FASCIA_SETTING_SIDES_ASKED "body.sides-asked"
/* as: region codes whose row "When to get help" has opened by itself once */
#define FASCIA_SETTING_HELP_SHOWN "body.help-shown"
/* as: codes of the questions that the quick day asks, in order; absent: the ready ones */
#define FASCIA_SETTING_DAILY "daily.questions"
/* as: an entry that is being written, under "draft." and the code of its kind: what a sudden end
 * would lose. Never exported. */
#define FASCIA_SETTING_DRAFT_PREFIX "draft."
/* s: a routine of the person's own, under "routine." and its id: see fascia_routine_file_write_kept() */
#define FASCIA_SETTING_ROUTINE_PREFIX "routine."

/**
 * FasciaSettings:
 *
 * Immutable, reference counted (atomic). A value that is absent, or of another type than is asked
 * for, is the fallback.
 */
typedef struct _FasciaSettings FasciaSettings;
#define FASCIA_TYPE_SETTINGS (fascia_settings_get_type ())
GType fascia_settings_get_type (void);

/* No settings at all. */
FasciaSettings *fascia_settings_new (void);
FasciaSettings *fascia_settings_ref (FasciaSettings *self);
void fascia_settings_unref (FasciaSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSettings, fascia_settings_unref)

/* A changed copy. @value: (nullable): of type b, s, x, d or as; NULL forgets the key. */
FasciaSettings *fascia_settings_with (FasciaSettings *self, const char *key, GVariant *value);

gboolean fascia_settings_get_boolean (const FasciaSettings *self,
                                      const char *key,
                                      gboolean fallback);
gint64 fascia_settings_get_int64 (const FasciaSettings *self, const char *key, gint64 fallback);
/* (transfer none) (nullable when @fallback is) */
const char *fascia_settings_get_string (const FasciaSettings *self,
                                        const char *key,
                                        const char *fallback);
/* (transfer none) NULL-terminated, never NULL. */
const char *const *fascia_settings_get_strv (const FasciaSettings *self, const char *key);
/* The keys that begin with @prefix and are set, sorted. (transfer full) */
char **fascia_settings_dup_keys (const FasciaSettings *self, const char *prefix);
gboolean fascia_settings_equal (const FasciaSettings *a, const FasciaSettings *b);

/* As stored: one JSON value for each key. NULL when @value is none of the types above. */
char *fascia_setting_to_json (GVariant *value);
/* (transfer full) floating-free; NULL when the text is no JSON value of the types above. */
GVariant *fascia_setting_from_json (const char *json);

G_END_DECLS
