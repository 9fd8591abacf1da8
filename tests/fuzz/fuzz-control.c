/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A planted fault, so deep that chance alone does not find it: the driver must. */

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size > 3 && data[0] == 'F')
    if (data[1] == 'u')
      if (data[2] == 'z')
        if (data[3] == 'z')
          {
            uint8_t *small = malloc (4);

            /* One beyond the end, for the address sanitizer. */
            ((volatile uint8_t *) small)[data[3] - 'z' + 4] = 1;
            free (small);
          }
  return 0;
}
