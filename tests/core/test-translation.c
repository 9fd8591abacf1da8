/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text of our data files reaches gettext: seen through the made-up translation.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "fascia-body.h"

/* The made-up translation puts every text in brackets. */
static void
assert_translated (const char *translated, const char *english)
{
  if (g_str_has_prefix (translated, "[") && g_str_has_suffix (translated, "]"))
    return;
  g_test_message ("“%s” is not in the catalogue", english);
  g_test_fail ();
}

static void
test_regions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);

  guint n_regions = fascia_body_get_n_regions (body);
  g_assert_cmpuint (n_regions, ==, 110);
  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      assert_translated (fascia_region_get_name (region), fascia_region_get_name_c (region));
      g_assert_false (g_str_has_prefix (fascia_region_get_name_c (region), "["));
    }
}

/* Only the elements our rules name are handed out: a code is a key in people's journals. */
static void
test_attributes_stay (void)
{
  g_assert_cmpstr (_ ("shoulder-top-left"), ==, "shoulder-top-left");
  g_assert_cmpstr (_ ("source-read"), ==, "source-read");
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en_XA", TRUE);
  g_test_init (&argc, &argv, NULL);

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FASCIA_PSEUDO_LOCALE"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP the locale en_US.UTF-8 is not here\n");
      return 0;
    }

  g_test_add_func ("/translation/regions", test_regions);
  g_test_add_func ("/translation/attributes-stay", test_attributes_stay);
  return g_test_run ();
}
