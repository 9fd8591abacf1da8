/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers to choose from, one click each: 0 to 10 in a line, or chips.
 */

#include "config.h"

#include "fascia-answer-buttons.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "body/fascia-body-keys.h"
#include "fascia-cells-layout.h"

#define CHIP_SPACING_PX 6

struct _FasciaAnswerButtons
{
  GtkWidget parent_instance;

  gboolean is_numbers;
  GPtrArray *buttons; /* GtkToggleButton; owned as children */
  GArray *values;     /* double, one for each */
  double value;
  FasciaBodyDigits digits;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaAnswerButtons, fascia_answer_buttons, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaAnswerButtonsSignal;

static guint signals[SIGNAL_CHOSEN + 1];

/* Whether both are the same answer, or both none. */
static gboolean
is_same (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (a - b) < 1e-9;
}

double
fascia_answer_choose (double value, double clicked)
{
  return is_same (value, clicked) ? FASCIA_ANSWER_NONE : clicked;
}

static double
get_nth (FasciaAnswerButtons *self, guint index)
{
  return g_array_index (self->values, double, index);
}

static guint
find_value (FasciaAnswerButtons *self, double value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (is_same (get_nth (self, i), value))
      return i;
  return G_MAXUINT;
}

static void
choose (FasciaAnswerButtons *self, double value)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, value);
}

static void
update (FasciaAnswerButtons *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                  is_same (get_nth (self, i), self->value));
  self->is_updating = FALSE;
}

/* What is pressed is what is true, not what was clicked last. */
static void
on_toggled (FasciaAnswerButtons *self, GtkToggleButton *button)
{
  guint index = 0;

  if (self->is_updating || !g_ptr_array_find (self->buttons, button, &index))
    return;
  double chosen = fascia_answer_choose (self->value, get_nth (self, index));
  update (self);
  choose (self, chosen);
}

static void
add_button (FasciaAnswerButtons *self, double value, const char *name, const char *spoken)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (name);

  gtk_widget_add_css_class (button, self->is_numbers ? "answer" : "chip");
  if (!self->is_numbers)
    gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  if (spoken != NULL)
    {
      /* Else the number that is shown goes before it. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
    }
  /* A button that was never pressed says nothing of it by itself. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_array_append_val (self->values, value);
}

void
fascia_answer_buttons_add (FasciaAnswerButtons *self, double value, const char *name)
{
  g_return_if_fail (FASCIA_IS_ANSWER_BUTTONS (self));
  g_return_if_fail (name != NULL);

  add_button (self, value, name, NULL);
  update (self);
}

void
fascia_answer_buttons_set_value (FasciaAnswerButtons *self, double value)
{
  g_return_if_fail (FASCIA_IS_ANSWER_BUTTONS (self));

  self->value = value;
  update (self);
}

double
fascia_answer_buttons_get_value (FasciaAnswerButtons *self)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_BUTTONS (self), FASCIA_ANSWER_NONE);

  return self->value;
}

void
fascia_answer_buttons_describe (FasciaAnswerButtons *self, const char *question)
{
  g_return_if_fail (FASCIA_IS_ANSWER_BUTTONS (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
}

GtkToggleButton *
fascia_answer_buttons_get_button (FasciaAnswerButtons *self, double value)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_BUTTONS (self), NULL);

  guint index = find_value (self, value);
  return index != G_MAXUINT ? g_ptr_array_index (self->buttons, index) : NULL;
}

/* ---- keys ---- */

/* Tab comes once, to the answer, and goes on; arrows walk among the answers. */
static gboolean
fascia_answer_buttons_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaAnswerButtons *self = FASCIA_ANSWER_BUTTONS (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return !is_tab
           && GTK_WIDGET_CLASS (fascia_answer_buttons_parent_class)->focus (widget, direction);
  if (self->buttons->len == 0)
    return FALSE;
  guint index = find_value (self, self->value);
  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index != G_MAXUINT ? index : 0));
}

static gboolean
fascia_answer_buttons_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaAnswerButtons *self)
{
  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);

  if (action.kind == FASCIA_BODY_ACTION_REMOVE)
    {
      fascia_body_digits_forget (&self->digits);
      if (!isnan (self->value))
        choose (self, FASCIA_ANSWER_NONE);
      return TRUE;
    }
  if (action.kind != FASCIA_BODY_ACTION_DIGIT)
    {
      if (!fascia_body_keys_is_silent (keyval))
        fascia_body_digits_forget (&self->digits);
      return FALSE;
    }
  if (!self->is_numbers)
    return FALSE;

  int value = fascia_body_digits_push (&self->digits, self, action.value,
                                       g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND);
  guint index = find_value (self, value);
  if (index == G_MAXUINT)
    return TRUE;
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, index));
  /* A digit says what is so; typed twice it is still so. */
  if (!is_same (self->value, value))
    choose (self, value);
  return TRUE;
}

/* ---- the widget ---- */

static void
fascia_answer_buttons_dispose (GObject *object)
{
  FasciaAnswerButtons *self = FASCIA_ANSWER_BUTTONS (object);
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fascia_answer_buttons_parent_class)->dispose (object);
}

static void
fascia_answer_buttons_finalize (GObject *object)
{
  FasciaAnswerButtons *self = FASCIA_ANSWER_BUTTONS (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->values);

  G_OBJECT_CLASS (fascia_answer_buttons_parent_class)->finalize (object);
}

static void
fascia_answer_buttons_class_init (FasciaAnswerButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_answer_buttons_dispose;
  object_class->finalize = fascia_answer_buttons_finalize;
  widget_class->focus = fascia_answer_buttons_focus;
  widget_class->grab_focus = fascia_answer_buttons_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "answers");
}

static void
fascia_answer_buttons_init (FasciaAnswerButtons *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->value = FASCIA_ANSWER_NONE;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
fascia_answer_buttons_new_numbers (int minimum, int maximum, const char *low, const char *high)
{
  FasciaAnswerButtons *self = g_object_new (FASCIA_TYPE_ANSWER_BUTTONS, NULL);

  self->is_numbers = TRUE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), fascia_cells_layout_new ());
  for (int value = minimum; value <= maximum; value++)
    {
      const char *end = value == minimum ? low : value == maximum ? high : NULL;
      g_autofree char *name = g_strdup_printf ("%d", value);
      g_autofree char *spoken = NULL;

      if (end != NULL)
        /* Translators: for screen readers: an answer on a scale and what it means: “0, no pain at
         * all” */
        spoken = g_strdup_printf (C_ ("answer", "%1$d, %2$s"), value, end);
      add_button (self, value, name, spoken != NULL ? spoken : name);
    }
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_answer_buttons_new_chips (void)
{
  FasciaAnswerButtons *self = g_object_new (FASCIA_TYPE_ANSWER_BUTTONS, NULL);
  GtkLayoutManager *layout = adw_wrap_layout_new ();

  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (layout), CHIP_SPACING_PX);
  adw_wrap_layout_set_line_spacing (ADW_WRAP_LAYOUT (layout), CHIP_SPACING_PX);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  return GTK_WIDGET (self);
}
