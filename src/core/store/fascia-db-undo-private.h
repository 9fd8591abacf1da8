/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step of the undo stack remembers. */

#pragma once

#include "../journal/fascia-operation-private.h"
#include "fascia-db-change.h"

G_BEGIN_DECLS

/* What was written of one entry, or of the tags or own scales. */
typedef struct
{
  FasciaUid uid;                     /* of the entry */
  guint8 digest[FASCIA_DIGEST_SIZE]; /* of an entry that was new, as it was left */
  gboolean is_new;
  GPtrArray *before; /* else the rows that the operation changed, as they were … */
  GPtrArray *after;  /* … and as it left them */
} FasciaUndoPart;

struct _FasciaUndoStep
{
  gint64 utc_ms; /* when */
  FasciaOperation *operation;
  gboolean is_whole; /* of an entry that went on: with its beginning */
  GArray *parts;     /* FasciaUndoPart, in the order of writing */
  GArray *wholes;    /* FasciaUndoWhole */
};

G_END_DECLS
