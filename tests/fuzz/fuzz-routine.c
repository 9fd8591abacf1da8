/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzing routine files: whatever it is, it is read or refused with a sentence, and what is read can
 * be written, read again, summed up and checked. */

#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/routines/fascia-routine-file.h"
#include "fascia-core-resources.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static FasciaLibrary *
get_library (void)
{
  static FasciaLibrary *library;

  if (library == NULL)
    {
      g_autoptr (GError) error = NULL;

      fascia_core_get_resource ();
      g_autoptr (FasciaBody) body = fascia_body_new (&error);
      g_assert_no_error (error);
      library = fascia_library_new (body, &error);
      g_assert_no_error (error);
    }
  return library;
}

static void __attribute__ ((destructor))
clean (void)
{
  fascia_library_unref (get_library ());
}

/* Nothing that presses may do so where it may not: judged here by what the places say. */
static void
check_places (FasciaLibrary *library, const FasciaRoutine *routine)
{
  FasciaBody *body = fascia_library_get_body (library);
  guint n;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);

  for (guint i = 0; i < n; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, routine, items[i].step);
      g_assert_nonnull (step);
      const FasciaTraits *traits = fascia_step_get_traits (step);

      if (traits->kind != FASCIA_STEP_RELEASE || !traits->acts_on_all)
        continue;
      for (guint j = 0; j < fascia_body_get_n_regions (body); j++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, j);

          if (g_strv_contains (traits->regions, fascia_region_get_base (region)))
            g_assert_cmpstr (fascia_region_get_tools (region)[0], !=, "none");
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FasciaLibrary *library = get_library ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_file_parse (library, (const char *) data, (gssize) size, &error);

  if (routine == NULL)
    {
      if (error == NULL || error->domain != FASCIA_ROUTINE_FILE_ERROR || *error->message == '\0'
          || !g_utf8_validate (error->message, -1, NULL))
        abort ();
      return 0;
    }

  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;
  fascia_library_check (library, routine, &over, &forbidden);
  g_assert_null (forbidden[0]);
  check_places (library, routine);
  g_assert_cmpint (fascia_library_get_seconds (library, routine, 2), >, 0);

  g_autofree char *text = fascia_routine_file_write (routine);
  g_autoptr (FasciaRoutine) again = fascia_routine_file_parse (library, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_routine_equal (routine, again));
  return 0;
}
