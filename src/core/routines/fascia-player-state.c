/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a session stands.
 */

#include "config.h"

#include "fascia-player-private.h"

FasciaPractice *
fascia_player_get_practice (const FasciaPlayer *self)
{
  return self->practice;
}

FasciaPlayerState
fascia_player_get_inner_state (const FasciaPlayer *self)
{
  if (self->over != 0)
    return self->over;
  return g_array_index (self->parts, FasciaPlayerPart, self->part).state;
}

FasciaPlayerState
fascia_player_get_state (const FasciaPlayer *self)
{
  return self->is_paused ? FASCIA_PLAYER_PAUSED : fascia_player_get_inner_state (self);
}

gboolean
fascia_player_is_open (const FasciaPlayer *self)
{
  return self->over == 0 && self->has_begun
         && g_array_index (self->parts, FasciaPlayerPart, self->part).is_open;
}

gboolean
fascia_player_is_waiting (const FasciaPlayer *self)
{
  return !self->is_paused && fascia_player_is_open (self);
}

gboolean
fascia_player_is_running (const FasciaPlayer *self)
{
  return self->over == 0 && self->has_begun && !self->is_paused && !fascia_player_is_waiting (self);
}

static const FasciaPlayerPart *
peek_part_or_last (const FasciaPlayer *self)
{
  return &g_array_index (self->parts, FasciaPlayerPart, MIN (self->part, self->parts->len - 1));
}

guint
fascia_player_get_entry (const FasciaPlayer *self)
{
  return peek_part_or_last (self)->entry;
}

gboolean
fascia_player_is_new_side (const FasciaPlayer *self)
{
  return self->over == 0 && peek_part_or_last (self)->new_side;
}

guint
fascia_player_get_set (const FasciaPlayer *self)
{
  return peek_part_or_last (self)->set;
}

gint64
fascia_player_get_length_ms (const FasciaPlayer *self)
{
  return self->over != 0 ? 0 : peek_part_or_last (self)->length_ms;
}

gint64
fascia_player_get_left_ms (const FasciaPlayer *self)
{
  return self->over != 0 ? 0 : peek_part_or_last (self)->length_ms - self->in_part_ms;
}

gint64
fascia_player_get_elapsed_ms (const FasciaPlayer *self)
{
  return self->elapsed_ms;
}

gint64
fascia_player_get_remaining_ms (const FasciaPlayer *self)
{
  gint64 remaining_ms = -self->in_part_ms;

  if (self->over != 0)
    return 0;
  for (guint i = self->part; i < self->parts->len; i++)
    remaining_ms += g_array_index (self->parts, FasciaPlayerPart, i).length_ms;
  return remaining_ms;
}

int
fascia_player_get_cap (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len ? g_array_index (self->entries, FasciaPlayerEntry, entry).cap
                                    : 0;
}

gint64
fascia_player_get_done_ms (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len
             ? g_array_index (self->entries, FasciaPlayerEntry, entry).done_ms
             : 0;
}

guint
fascia_player_get_ease_offs (const FasciaPlayer *self)
{
  return self->ease_offs;
}

FasciaPosture
fascia_player_get_posture (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len
             ? g_array_index (self->entries, FasciaPlayerEntry, entry).posture
             : 0;
}
