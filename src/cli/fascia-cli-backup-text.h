/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What backup and restore say of a backup. */

#pragma once

#include "core/store/fascia-backup.h"

#include "fascia-cli-json.h"

G_BEGIN_DECLS

/* (transfer full) "12 entries, 2024-01-01 to 2026-03-01", "locked" … */
char *fascia_cli_backup_to_text (const FasciaBackupInfo *info);
/* As members of the object at hand. */
void fascia_cli_json_add_backup (JsonBuilder *builder, const FasciaBackupInfo *info);

/* Takes over @cause: what a person can do about a backup that cannot be read is said. */
void fascia_cli_propagate_backup (GError **error, GError *cause);

G_END_DECLS
