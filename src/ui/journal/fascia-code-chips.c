/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names to press in, any number of them.
 */

#include "config.h"

#include "fascia-code-chips.h"

#include <adwaita.h>

#define SPACING_PX 6

struct _FasciaCodeChips
{
  GtkWidget parent_instance;

  GPtrArray *chips; /* GtkToggleButton with its code as data; owned as children */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaCodeChips, fascia_code_chips, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_TOGGLED = 1,
} FasciaCodeChipsSignal;

static guint signals[SIGNAL_TOGGLED + 1];

static const char code_key[] = "fascia-code";

static const char *
get_code (gpointer chip)
{
  return g_object_get_data (G_OBJECT (chip), code_key);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A sorted list that ends with NULL, from pointers that stay the caller's. */
static char **
dup_sorted (GPtrArray *codes)
{
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return g_strdupv ((char **) codes->pdata);
}

char **
fascia_codes_with (const char *const *codes, const char *code, gboolean is_in)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!g_str_equal (codes[i], code))
      g_ptr_array_add (all, (gpointer) codes[i]);
  if (is_in)
    g_ptr_array_add (all, (gpointer) code);
  return dup_sorted (all);
}

static void
on_toggled (FasciaCodeChips *self, GtkToggleButton *chip)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, get_code (chip),
                   gtk_toggle_button_get_active (chip));
}

GtkToggleButton *
fascia_code_chips_get_chip (FasciaCodeChips *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_CODE_CHIPS (self), NULL);

  for (guint i = 0; i < self->chips->len; i++)
    if (g_strcmp0 (get_code (g_ptr_array_index (self->chips, i)), code) == 0)
      return g_ptr_array_index (self->chips, i);
  return NULL;
}

void
fascia_code_chips_add (FasciaCodeChips *self, const char *code, const char *name)
{
  g_return_if_fail (FASCIA_IS_CODE_CHIPS (self));
  g_return_if_fail (code != NULL && name != NULL);

  if (fascia_code_chips_get_chip (self, code) != NULL)
    return;
  GtkWidget *chip = gtk_toggle_button_new_with_label (name);
  gtk_widget_add_css_class (chip, "chip");
  gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
  g_object_set_data_full (G_OBJECT (chip), code_key, g_strdup (code), g_free);
  /* A button that was never pressed says nothing of it by itself. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->chips, chip);
}

void
fascia_code_chips_remove_all (FasciaCodeChips *self)
{
  g_return_if_fail (FASCIA_IS_CODE_CHIPS (self));

  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
}

guint
fascia_code_chips_get_n (FasciaCodeChips *self)
{
  g_return_val_if_fail (FASCIA_IS_CODE_CHIPS (self), 0);

  return self->chips->len;
}

void
fascia_code_chips_set_chosen (FasciaCodeChips *self, const char *const *codes)
{
  g_return_if_fail (FASCIA_IS_CODE_CHIPS (self));

  self->is_updating = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      gpointer chip = g_ptr_array_index (self->chips, i);

      gtk_toggle_button_set_active (chip,
                                    codes != NULL && g_strv_contains (codes, get_code (chip)));
    }
  self->is_updating = FALSE;
}

char **
fascia_code_chips_dup_chosen (FasciaCodeChips *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  g_return_val_if_fail (FASCIA_IS_CODE_CHIPS (self), NULL);

  for (guint i = 0; i < self->chips->len; i++)
    {
      gpointer chip = g_ptr_array_index (self->chips, i);

      if (gtk_toggle_button_get_active (chip))
        g_ptr_array_add (codes, (gpointer) get_code (chip));
    }
  return dup_sorted (codes);
}

/* ---- the widget ---- */

static gboolean
fascia_code_chips_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaCodeChips *self = FASCIA_CODE_CHIPS (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return !is_tab && GTK_WIDGET_CLASS (fascia_code_chips_parent_class)->focus (widget, direction);
  if (self->chips->len == 0)
    return FALSE;
  /* To what is chosen first, as a list of choices does. */
  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->chips, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->chips, i));
  return gtk_widget_grab_focus (g_ptr_array_index (self->chips, 0));
}

static void
fascia_code_chips_dispose (GObject *object)
{
  FasciaCodeChips *self = FASCIA_CODE_CHIPS (object);
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->chips, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fascia_code_chips_parent_class)->dispose (object);
}

static void
fascia_code_chips_finalize (GObject *object)
{
  g_ptr_array_unref (FASCIA_CODE_CHIPS (object)->chips);

  G_OBJECT_CLASS (fascia_code_chips_parent_class)->finalize (object);
}

static void
fascia_code_chips_class_init (FasciaCodeChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_code_chips_dispose;
  object_class->finalize = fascia_code_chips_finalize;
  widget_class->focus = fascia_code_chips_focus;

  signals[SIGNAL_TOGGLED]
      = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, ADW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "codechips");
}

static void
fascia_code_chips_init (FasciaCodeChips *self)
{
  AdwWrapLayout *layout = ADW_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  self->chips = g_ptr_array_new ();
  adw_wrap_layout_set_child_spacing (layout, SPACING_PX);
  adw_wrap_layout_set_line_spacing (layout, SPACING_PX);
}

GtkWidget *
fascia_code_chips_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  FasciaCodeChips *self = g_object_new (FASCIA_TYPE_CODE_CHIPS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
