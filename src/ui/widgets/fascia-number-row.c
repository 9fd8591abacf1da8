/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number to type, or to leave out.
 */

#include "config.h"

#include "fascia-number-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _FasciaNumberRow
{
  AdwEntryRow parent_instance;

  char *title;
  double minimum;
  double maximum;
  double step;
  double given; /* a value between the steps or beyond the ends, as it is kept; NAN: none */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaNumberRow, fascia_number_row, ADW_TYPE_ENTRY_ROW)

typedef enum
{
  SIGNAL_EDITED = 1,
} FasciaNumberRowSignal;

static guint signals[SIGNAL_EDITED + 1];

gboolean
fascia_number_parse (const char *text, double *value)
{
  GString *plain = g_string_new (NULL);
  gboolean is_done = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      /* Also digits of other scripts, and the comma and point of theirs. */
      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else if (c == ',' || c == '.' || c == 0x066B)
        g_string_append_c (plain, '.');
      else if (c == '-' || c == 0x2212)
        g_string_append_c (plain, '-');
      else if (!g_unichar_isspace (c))
        g_string_append_c (plain, '?');
    }
  if (plain->len > 0 && plain->len < 32)
    {
      char *end = NULL;
      double parsed = g_ascii_strtod (plain->str, &end);

      is_done = *end == '\0' && isfinite (parsed);
      if (is_done)
        *value = parsed;
    }
  g_string_free (plain, TRUE);
  return is_done;
}

char *
fascia_number_format (double value)
{
  g_autofree char *text = NULL;
  double shown = 0;

  /* As many digits as it takes: what is opened and saved again is the same number. */
  for (int n_digits = 6; n_digits <= 15; n_digits++)
    {
      g_free (text);
      text = g_strdup_printf ("%.*g", n_digits, value);
      shown = g_strtod (text, NULL);
      if (shown == value)
        break;
    }
  if (strpbrk (text, "eE") == NULL)
    return g_steal_pointer (&text);
  /* The same digits, written out. */
  for (int n_decimals = 0; n_decimals <= 15; n_decimals++)
    {
      g_free (text);
      text = g_strdup_printf ("%.*f", n_decimals, shown);
      if (g_strtod (text, NULL) == shown)
        break;
    }
  return g_steal_pointer (&text);
}

static const char *
get_text (FasciaNumberRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_on_scale (FasciaNumberRow *self, double value)
{
  const double steps = (value - self->minimum) / self->step;

  return value >= self->minimum && value <= self->maximum && fabs (steps - round (steps)) <= 1e-6;
}

static gboolean
read_number (FasciaNumberRow *self, double *value)
{
  double typed = 0;

  if (!fascia_number_parse (get_text (self), &typed))
    return FALSE;
  if (fabs (typed - self->given) < 1e-9)
    typed = self->given;
  else if (!is_on_scale (self, typed))
    return FALSE;
  *value = typed;
  return TRUE;
}

gboolean
fascia_number_row_is_valid (FasciaNumberRow *self)
{
  double value = 0;

  g_return_val_if_fail (FASCIA_IS_NUMBER_ROW (self), FALSE);

  return is_blank (get_text (self)) || read_number (self, &value);
}

double
fascia_number_row_get_value (FasciaNumberRow *self)
{
  double value = NAN;

  g_return_val_if_fail (FASCIA_IS_NUMBER_ROW (self), NAN);

  return read_number (self, &value) ? value : NAN;
}

static void
update (FasciaNumberRow *self)
{
  gboolean is_valid = fascia_number_row_is_valid (self);
  g_autofree char *minimum = fascia_number_format (self->minimum);
  g_autofree char *maximum = fascia_number_format (self->maximum);
  g_autofree char *step = fascia_number_format (self->step);
  g_autofree char *title = NULL;

  if (is_valid)
    title = g_strdup (self->title);
  else if (fabs (self->step - round (self->step)) < 1e-9)
    /* Translators: in place of the title of a row in which something else than such a number was
     * typed: “Minutes: a whole number from 0 to 1440” */
    title = g_strdup_printf (_ ("%1$s: a whole number from %2$s to %3$s"), self->title, minimum,
                             maximum);
  else
    /* Translators: in place of the title of a row in which something else than such a number was
     * typed: “Knee to wall: a number from 0 to 30, in steps of 0.5” */
    title = g_strdup_printf (_ ("%1$s: a number from %2$s to %3$s, in steps of %4$s"), self->title,
                             minimum, maximum, step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      is_valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
on_text_changed (FasciaNumberRow *self)
{
  if (self->is_updating)
    return;
  update (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
fascia_number_row_set_value (FasciaNumberRow *self, double value)
{
  g_autofree char *text = NULL;
  double shown = NAN;

  g_return_if_fail (FASCIA_IS_NUMBER_ROW (self));

  /* What is being typed stays as it is typed. */
  if (isnan (value) ? is_blank (get_text (self))
                    : read_number (self, &shown) && fabs (shown - value) < 1e-9)
    return;
  /* What was kept when the scale had other steps, or came from elsewhere, stays what it is. */
  if (!isnan (value) && !is_on_scale (self, value))
    self->given = value;
  text = isnan (value) ? g_strdup ("") : fascia_number_format (value);
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->is_updating = FALSE;
  update (self);
}

static void
fascia_number_row_finalize (GObject *object)
{
  g_free (FASCIA_NUMBER_ROW (object)->title);

  G_OBJECT_CLASS (fascia_number_row_parent_class)->finalize (object);
}

static void
fascia_number_row_class_init (FasciaNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_number_row_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_number_row_init (FasciaNumberRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect (self, "changed", G_CALLBACK (on_text_changed), NULL);
}

GtkWidget *
fascia_number_row_new (const char *title, double minimum, double maximum, double step)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (maximum > minimum && step > 0, NULL);

  FasciaNumberRow *self = g_object_new (FASCIA_TYPE_NUMBER_ROW, NULL);

  self->title = g_strdup (title);
  self->minimum = minimum;
  self->maximum = maximum;
  self->step = step;
  self->given = NAN;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  return GTK_WIDGET (self);
}
