/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of poses.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "fascia-pose-private.h"

struct _FasciaPoses
{
  GPtrArray *poses;    /* FasciaPose */
  GHashTable *by_step; /* id → FasciaPose */
};

FasciaPose *
fascia_pose_new (void)
{
  FasciaPose *self = g_new0 (FasciaPose, 1);

  self->first = g_array_new (FALSE, TRUE, sizeof (FasciaPoseItem));
  self->second = g_array_new (FALSE, TRUE, sizeof (FasciaPoseItem));
  return self;
}

void
fascia_pose_free (gpointer data)
{
  FasciaPose *self = data;

  g_free (self->description);
  g_array_unref (self->first);
  g_array_unref (self->second);
  g_free (self);
}

static FasciaPoses *
poses_new_empty (void)
{
  FasciaPoses *self = g_atomic_rc_box_new0 (FasciaPoses);

  self->poses = g_ptr_array_new_with_free_func (fascia_pose_free);
  self->by_step = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static gboolean
index_poses (FasciaPoses *self, GError **error)
{
  for (guint i = 0; i < self->poses->len; i++)
    {
      FasciaPose *pose = g_ptr_array_index (self->poses, i);

      if (pose->only == 0 && !g_hash_table_insert (self->by_step, (gpointer) pose->step, pose))
        return fascia_poses_fail (error, "the step “%s” has two poses", pose->step);
    }
  for (guint i = 0; i < self->poses->len; i++)
    {
      const FasciaPose *pose = g_ptr_array_index (self->poses, i);

      if (!g_hash_table_contains (self->by_step, pose->step)
          || fascia_poses_lookup_for (self, pose->step, pose->only) != pose)
        return fascia_poses_fail (error, "“%s” has no pose of its own, or two for a posture",
                                  pose->step);
    }
  return self->poses->len > 0 || fascia_poses_fail (error, "there are no poses");
}

FasciaPoses *
fascia_poses_new_from_data (const char *xml, GError **error)
{
  g_return_val_if_fail (xml != NULL, NULL);

  g_autoptr (FasciaPoses) self = poses_new_empty ();
  g_autoptr (GHashTable) bases = fascia_poses_new_bases ();

  if (!fascia_poses_read (self->poses, bases, xml, error) || !index_poses (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaPoses *
fascia_poses_new (GError **error)
{
  /* The first one has the bases. */
  static const char *const names[] = { "poses.xml", "poses-release.xml", "poses-move.xml" };
  g_autoptr (FasciaPoses) self = poses_new_empty ();
  g_autoptr (GHashTable) bases = fascia_poses_new_bases ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_BASE_PATH "/routines/", names[i], NULL);
      g_autoptr (GBytes) bytes
          = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;
      if (!fascia_poses_read (self->poses, bases, g_bytes_get_data (bytes, NULL), error))
        {
          g_prefix_error (error, "%s: ", names[i]);
          return NULL;
        }
    }
  return index_poses (self, error) ? g_steal_pointer (&self) : NULL;
}

FasciaPoses *
fascia_poses_ref (FasciaPoses *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_poses_clear (gpointer data)
{
  FasciaPoses *self = data;

  g_hash_table_unref (self->by_step);
  g_ptr_array_unref (self->poses);
}

void
fascia_poses_unref (FasciaPoses *self)
{
  g_atomic_rc_box_release_full (self, fascia_poses_clear);
}

guint
fascia_poses_get_n (const FasciaPoses *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->poses->len;
}

const FasciaPose *
fascia_poses_get (const FasciaPoses *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->poses->len ? g_ptr_array_index (self->poses, index) : NULL;
}

const FasciaPose *
fascia_poses_lookup (const FasciaPoses *self, const char *step)
{
  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  return g_hash_table_lookup (self->by_step, step);
}

const FasciaPose *
fascia_poses_lookup_for (const FasciaPoses *self, const char *step, FasciaPosture posture)
{
  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  for (guint i = 0; posture != 0 && i < self->poses->len; i++)
    {
      const FasciaPose *pose = g_ptr_array_index (self->poses, i);

      if (pose->only == posture && g_str_equal (pose->step, step))
        return pose;
    }
  return fascia_poses_lookup (self, step);
}

const char *
fascia_pose_get_step (const FasciaPose *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->step;
}

const char *
fascia_pose_get_description (const FasciaPose *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dgettext (GETTEXT_PACKAGE, self->description);
}

FasciaPosture
fascia_pose_get_posture (const FasciaPose *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->posture;
}

/* (nullable) */
static const char *
get_shown (FasciaPosture posture)
{
  switch (posture)
    {
    case FASCIA_POSTURE_BED:
      return _ ("This is how it looks in bed. In another posture, go by the words of the step.");
    case FASCIA_POSTURE_CHAIR:
      return _ (
          "This is how it looks on a chair. In another posture, go by the words of the step.");
    case FASCIA_POSTURE_STANDING:
      return _ ("This is how it looks standing. In another posture, go by the words of the step.");
    case FASCIA_POSTURE_FLOOR:
      return _ (
          "This is how it looks on the floor. In another posture, go by the words of the step.");
    case FASCIA_POSTURE_HANDS_AND_KNEES:
    default:
      return NULL;
    }
}

char *
fascia_pose_dup_words (const FasciaPose *self, FasciaSide side, FasciaPosture posture)
{
  const char *description = fascia_pose_get_description (self);
  const char *shown = posture != 0 && self->posture != 0 && posture != self->posture
                          ? get_shown (self->posture)
                          : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (side == FASCIA_SIDE_LEFT)
    /* Translators: what a picture shows, for who does not see it; %s are whole sentences, in which
     * “that foot” is then the left one. */
    g_string_printf (words, _ ("Left side. %s"), description);
  else if (side == FASCIA_SIDE_RIGHT)
    /* Translators: likewise; “that foot” is then the right one. */
    g_string_printf (words, _ ("Right side. %s"), description);
  else
    g_string_append (words, description);
  if (shown != NULL)
    g_string_append_printf (words, " %s", shown);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

gboolean
fascia_pose_moves (const FasciaPose *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->moves;
}

gboolean
fascia_pose_is_mirrored (const FasciaPose *self, FasciaSide side)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (side == FASCIA_SIDE_LEFT || side == FASCIA_SIDE_RIGHT) && side != self->side;
}

FasciaPoseFrame *
fascia_pose_dup_frame (const FasciaPose *self, double phase)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaPoseFrame *frame = g_new0 (FasciaPoseFrame, 1);
  const float part = (float) CLAMP (phase, 0.0, 1.0);

  frame->sight = self->sight;
  frame->size = self->size;
  frame->is_close = self->is_close;
  frame->n_items = self->first->len;
  frame->items = g_new (FasciaPoseItem, self->first->len);
  for (guint i = 0; i < frame->n_items; i++)
    {
      const FasciaPoseItem *to = &g_array_index (self->second, FasciaPoseItem, i);
      FasciaPoseItem *item = &frame->items[i];

      *item = g_array_index (self->first, FasciaPoseItem, i);
      for (guint j = 0; j < item->n; j++)
        item->values[j] += (to->values[j] - item->values[j]) * part;
    }
  fascia_pose_frame_solve (frame);
  return frame;
}

void
fascia_pose_frame_free (FasciaPoseFrame *frame)
{
  g_free (frame->items);
  g_free (frame);
}
