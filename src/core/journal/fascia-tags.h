/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags: what comes with the program, translated, and what the person made. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FASCIA_TAGS_ERROR (fascia_tags_error_quark ())
GQuark fascia_tags_error_quark (void);

typedef enum
{
  FASCIA_TAGS_ERROR_DATA = 1, /* the list does not make sense */
} FasciaTagsError;

typedef enum
{
  FASCIA_TAG_TRIGGER = 1, /* what may have brought it on */
  FASCIA_TAG_RELIEVER,    /* what may have eased it */
  FASCIA_TAG_NOTE,        /* what a note is there for */
  FASCIA_TAG_OWN,
} FasciaTagGroup;

/* A note that waits for the next visit to a therapist, and one that was said there. */
#define FASCIA_TAG_TO_SAY "to-say"
#define FASCIA_TAG_SAID "said"

/**
 * FasciaTags:
 *
 * All tags in their order: triggers, relievers, those of notes, own ones by name. Immutable, reference counted
 * (atomic). Ready tags are named by code (data/tags.xml); own ones have a code that never changes
 * and a name that may.
 */
typedef struct _FasciaTags FasciaTags;
typedef struct _FasciaTag FasciaTag;

#define FASCIA_TYPE_TAGS (fascia_tags_get_type ())
GType fascia_tags_get_type (void);

/* The ready ones alone. */
FasciaTags *fascia_tags_new (GError **error);
FasciaTags *fascia_tags_new_from_data (const char *xml, GError **error);
FasciaTags *fascia_tags_ref (FasciaTags *self);
void fascia_tags_unref (FasciaTags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaTags, fascia_tags_unref)

/* A changed copy: an own tag, or what the person has made of a ready one. @name: (nullable) for a
 * ready one that keeps its name. */
FasciaTags *fascia_tags_with (FasciaTags *self,
                              const char *code,
                              const char *name,
                              gboolean is_hidden);

guint fascia_tags_get_n (const FasciaTags *self);
const FasciaTag *fascia_tags_get (const FasciaTags *self, guint index);
/* (nullable) */
const FasciaTag *fascia_tags_lookup (const FasciaTags *self, const char *code);
/* The name in the current language; @code itself when unknown. */
const char *fascia_tags_get_name (const FasciaTags *self, const char *code);
/* (nullable) The tag of that name, without regard to case. */
const FasciaTag *fascia_tags_find_name (const FasciaTags *self, const char *name);

const char *fascia_tag_get_code (const FasciaTag *self);
const char *fascia_tag_get_name (const FasciaTag *self);
/* (nullable) English, of a ready one. */
const char *fascia_tag_get_name_c (const FasciaTag *self);
FasciaTagGroup fascia_tag_get_group (const FasciaTag *self);
/* Not offered any more; what has it keeps it and shows it. */
gboolean fascia_tag_is_hidden (const FasciaTag *self);

/* What is done to the list of tags. Codes of own tags are made by the journal. A tag in use is
 * never lost: merging gives all its entries the other one. */
typedef enum
{
  FASCIA_TAG_CREATE = 1, /* @name */
  FASCIA_TAG_RENAME,     /* @code, @name; a ready one too; NULL: its own name again */
  FASCIA_TAG_HIDE,       /* @code */
  FASCIA_TAG_SHOW,       /* @code */
  FASCIA_TAG_MERGE,      /* @code into @into; @code is gone, a ready one is hidden */
  FASCIA_TAG_DELETE,     /* @code, an own one; INVALID while an entry has it */
} FasciaTagChangeType;

typedef struct
{
  FasciaTagChangeType type;
  const char *code;
  const char *name;
  const char *into;
} FasciaTagChange;

G_END_DECLS
