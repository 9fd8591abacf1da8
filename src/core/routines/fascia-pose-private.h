/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a pose is made of, for its reader. */

#pragma once

#include "fascia-pose.h"

G_BEGIN_DECLS

struct _FasciaPose
{
  const char *step;
  char *description;
  FasciaSight sight;
  float size;
  gboolean is_close;
  FasciaSide side;       /* that is drawn */
  FasciaPosture posture; /* in which one is seen; 0: the picture is the same in others */
  FasciaPosture
      only; /* for which alone it is drawn, beside that of the step; 0: that of the step */
  gboolean moves;
  GArray *first, *second; /* FasciaPoseItem; as many of each, in the order of drawing */
};

FasciaPose *fascia_pose_new (void);
void fascia_pose_free (gpointer data);
/* Finds the joints of a frame whose items are set. */
void fascia_pose_frame_solve (FasciaPoseFrame *frame);

/* One element as it is written: attributes by name. */
typedef struct
{
  char *element;
  char *name;
  GHashTable *attributes;
} FasciaPoseWord;

void fascia_pose_word_free (gpointer data);
FasciaPoseWord *fascia_pose_word_copy (const FasciaPoseWord *word);
/* Whether @element is one of a picture. */
gboolean fascia_pose_item_is_known (const char *element);
gboolean fascia_pose_item_read (FasciaPoseItem *item,
                                const FasciaPoseWord *word,
                                FasciaSight sight,
                                GError **error);
/* Numbers apart by blanks or commas, at most @max; -1 with @error. */
int fascia_pose_read_numbers (const char *text, float *values, guint max, GError **error);
gboolean fascia_poses_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Reads @xml into @poses (FasciaPose); bases are known from one text to the next by @bases. */
gboolean fascia_poses_read (GPtrArray *poses, GHashTable *bases, const char *xml, GError **error);
GHashTable *fascia_poses_new_bases (void);

G_END_DECLS
