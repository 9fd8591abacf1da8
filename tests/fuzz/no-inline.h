/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Included before every source that is fuzzed: what GLib puts into it of its own is left to GLib. To
 * append to a string compares addresses, and so goes one way or another by chance. */

#pragma once

#include <glib.h>

#undef g_string_append
#undef g_string_append_c
#undef g_string_append_len
#undef g_string_truncate
