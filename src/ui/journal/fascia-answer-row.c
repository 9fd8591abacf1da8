/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with its answers: 0 to 10 in a line, chips, yes and no, or a number to type.
 */

#include "config.h"

#include "fascia-answer-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/fascia-number-row.h"

#define MAX_NUMBERS 11

/* How the answers of an item are shown. */
typedef enum
{
  FASCIA_ANSWER_ROW_NUMBERS = 1, /* at most eleven whole numbers, in a line */
  FASCIA_ANSWER_ROW_CHIPS,
  FASCIA_ANSWER_ROW_TYPED,
} FasciaAnswerRowKind;

struct _FasciaAnswerRow
{
  AdwPreferencesRow parent_instance;

  FasciaAnswerRowKind kind;
  char *title;
  GtkBox *box;
  GtkLabel *title_label;
  GtkLabel *hint_label;
  FasciaAnswerButtons *buttons; /* NULL for a number to type */
  FasciaNumberRow *number;
};

G_DEFINE_FINAL_TYPE (FasciaAnswerRow, fascia_answer_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  SIGNAL_ANSWERED = 1,
} FasciaAnswerRowSignal;

static guint signals[SIGNAL_ANSWERED + 1];

static FasciaAnswerRowKind
choose_kind (const FasciaItem *item)
{
  if (fascia_item_get_type_of (item) != FASCIA_ITEM_NUMBER)
    return FASCIA_ANSWER_ROW_CHIPS;

  double minimum = fascia_item_get_minimum (item);
  double maximum = fascia_item_get_maximum (item);
  double step = fascia_item_get_step (item);
  gboolean is_whole = fabs (step - 1) < 1e-9 && fabs (minimum - round (minimum)) < 1e-9;
  /* Centimetres are read off a ruler, however few there may be. */
  if (is_whole && fascia_item_get_unit_c (item) == NULL && maximum - minimum < MAX_NUMBERS - 0.5
      && fabs (minimum) < 1000)
    return FASCIA_ANSWER_ROW_NUMBERS;
  return FASCIA_ANSWER_ROW_TYPED;
}

static void
on_chosen (FasciaAnswerRow *self, double value)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, value);
}

static void
on_number_edited (FasciaAnswerRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, fascia_number_row_get_value (self->number));
}

void
fascia_answer_row_set_value (FasciaAnswerRow *self, double value)
{
  g_return_if_fail (FASCIA_IS_ANSWER_ROW (self));

  if (self->buttons != NULL)
    fascia_answer_buttons_set_value (self->buttons, value);
  /* What is being typed and is no answer yet stays. */
  else if (!isnan (value) || !isnan (fascia_number_row_get_value (self->number)))
    fascia_number_row_set_value (self->number, value);
}

double
fascia_answer_row_get_value (FasciaAnswerRow *self)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_ROW (self), NAN);

  return self->buttons != NULL ? fascia_answer_buttons_get_value (self->buttons)
                               : fascia_number_row_get_value (self->number);
}

gboolean
fascia_answer_row_is_valid (FasciaAnswerRow *self)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_ROW (self), FALSE);

  return self->number == NULL || fascia_number_row_is_valid (self->number);
}

void
fascia_answer_row_set_hint (FasciaAnswerRow *self, const char *hint)
{
  g_return_if_fail (FASCIA_IS_ANSWER_ROW (self));

  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
  if (self->buttons == NULL)
    return;
  if (hint != NULL && *hint != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->buttons),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

const char *
fascia_answer_row_get_title (FasciaAnswerRow *self)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_ROW (self), NULL);

  return self->title;
}

FasciaAnswerButtons *
fascia_answer_row_get_buttons (FasciaAnswerRow *self)
{
  g_return_val_if_fail (FASCIA_IS_ANSWER_ROW (self), NULL);

  return self->buttons;
}

/* The row itself is no stop of its own: its answers are. */
static gboolean
fascia_answer_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaAnswerRow *self = FASCIA_ANSWER_ROW (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->box), direction);
}

static gboolean
fascia_answer_row_grab_focus (GtkWidget *widget)
{
  FasciaAnswerRow *self = FASCIA_ANSWER_ROW (widget);

  return gtk_widget_grab_focus (self->buttons != NULL ? GTK_WIDGET (self->buttons)
                                                      : GTK_WIDGET (self->number));
}

static void
fascia_answer_row_finalize (GObject *object)
{
  g_free (FASCIA_ANSWER_ROW (object)->title);

  G_OBJECT_CLASS (fascia_answer_row_parent_class)->finalize (object);
}

static void
fascia_answer_row_class_init (FasciaAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fascia_answer_row_finalize;
  widget_class->focus = fascia_answer_row_focus;
  widget_class->grab_focus = fascia_answer_row_grab_focus;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static GtkLabel *
new_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  return GTK_LABEL (label);
}

static void
fascia_answer_row_init (FasciaAnswerRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = GTK_BOX (box);
  self->title_label = new_label ("", (const char *const[]) { "title", NULL });
  self->hint_label = new_label ("", (const char *const[]) { "dimmed", "caption", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->hint_label));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answerrow");
}

/* ---- building ---- */

static void
set_title (FasciaAnswerRow *self, const char *title)
{
  self->title = g_strdup (title);
  gtk_label_set_label (self->title_label, title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

/* What the ends mean, under them. */
static void
add_ends (FasciaAnswerRow *self, const char *low, const char *high)
{
  static const char *const classes[] = { "dimmed", "caption", NULL };

  if (low == NULL && high == NULL)
    return;
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *first = new_label (low != NULL ? low : "", classes);
  GtkLabel *last = new_label (high != NULL ? high : "", classes);

  gtk_widget_set_hexpand (GTK_WIDGET (first), TRUE);
  gtk_label_set_xalign (last, 1);
  gtk_label_set_justify (last, GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (first));
  gtk_box_append (GTK_BOX (ends), GTK_WIDGET (last));
  gtk_box_append (self->box, ends);
}

static void
add_buttons (FasciaAnswerRow *self, GtkWidget *buttons)
{
  self->buttons = FASCIA_ANSWER_BUTTONS (buttons);
  fascia_answer_buttons_describe (self->buttons, self->title);
  g_signal_connect_object (buttons, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, buttons);
}

static void
add_number (FasciaAnswerRow *self, const FasciaItem *item)
{
  const char *unit = fascia_item_get_unit (item);
  /* A list of its own: it is a row, and its list gives it the look of one. */
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  GtkWidget *number = fascia_number_row_new (
      unit != NULL ? unit : C_ ("measurement", "Value"), fascia_item_get_minimum (item),
      fascia_item_get_maximum (item), fascia_item_get_step (item));
  g_autofree char *label = NULL;

  self->number = FASCIA_NUMBER_ROW (number);
  gtk_list_box_append (GTK_LIST_BOX (list), number);
  if (unit != NULL)
    /* Translators: for screen readers: what is measured, and in what: “Left: Knee to wall, cm” */
    label = g_strdup_printf (C_ ("measurement", "%1$s, %2$s"), self->title, unit);
  /* The text is what has the keyboard; its unit alone says too little. */
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (number));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : self->title, -1);
  g_signal_connect_object (number, "edited", G_CALLBACK (on_number_edited), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, list);
}

static char *
dup_title (const FasciaItem *item, FasciaSide side)
{
  const char *question = fascia_item_get_question (item);
  const char *title = question != NULL ? question : fascia_item_get_name (item);

  switch (side)
    {
    case FASCIA_SIDE_LEFT:
      /* Translators: What is measured on the left; the side comes first: “Left: Knee to wall”. */
      return g_strdup_printf (C_ ("measurement", "Left: %s"), title);
    case FASCIA_SIDE_RIGHT:
      /* Translators: What is measured on the right; the side comes first. */
      return g_strdup_printf (C_ ("measurement", "Right: %s"), title);
    case FASCIA_SIDE_MIDLINE:
    default:
      return g_strdup (title);
    }
}

GtkWidget *
fascia_answer_row_new (const FasciaItem *item, FasciaSide side)
{
  g_return_val_if_fail (item != NULL, NULL);

  FasciaAnswerRow *self = g_object_new (FASCIA_TYPE_ANSWER_ROW, NULL);
  const char *low = fascia_item_get_low_label (item);
  const char *high = fascia_item_get_high_label (item);
  g_autofree char *title = dup_title (item, side);

  set_title (self, title);
  self->kind = choose_kind (item);
  /* Which end is good is always said. */
  if (low == NULL && high == NULL && fascia_item_get_type_of (item) == FASCIA_ITEM_NUMBER)
    {
      if (fascia_item_get_better (item) == 1)
        high = _ ("higher is better");
      else if (fascia_item_get_better (item) == 0)
        low = _ ("lower is better");
    }
  switch (self->kind)
    {
    case FASCIA_ANSWER_ROW_NUMBERS:
      add_buttons (self, fascia_answer_buttons_new_numbers ((int) fascia_item_get_minimum (item),
                                                            (int) fascia_item_get_maximum (item),
                                                            low, high));
      add_ends (self, low, high);
      break;
    case FASCIA_ANSWER_ROW_CHIPS:
      add_buttons (self, fascia_answer_buttons_new_chips ());
      if (fascia_item_get_type_of (item) == FASCIA_ITEM_YES_NO)
        {
          fascia_answer_buttons_add (self->buttons, 1, C_ ("answer", "Yes"));
          fascia_answer_buttons_add (self->buttons, 0, C_ ("answer", "No"));
        }
      for (guint i = 0; i < fascia_item_get_n_choices (item); i++)
        fascia_answer_buttons_add (self->buttons, fascia_item_get_choice (item, i),
                                   fascia_item_get_choice_name (item, i));
      break;
    case FASCIA_ANSWER_ROW_TYPED:
    default:
      add_number (self, item);
      add_ends (self, low, high);
    }
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_answer_row_new_level (const char *title, const char *low, const char *high)
{
  g_return_val_if_fail (title != NULL, NULL);

  FasciaAnswerRow *self = g_object_new (FASCIA_TYPE_ANSWER_ROW, NULL);

  set_title (self, title);
  self->kind = FASCIA_ANSWER_ROW_NUMBERS;
  add_buttons (self, fascia_answer_buttons_new_numbers (0, FASCIA_LEVEL_MAX, low, high));
  add_ends (self, low, high);
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_answer_row_new_chips (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  FasciaAnswerRow *self = g_object_new (FASCIA_TYPE_ANSWER_ROW, NULL);

  set_title (self, title);
  self->kind = FASCIA_ANSWER_ROW_CHIPS;
  add_buttons (self, fascia_answer_buttons_new_chips ());
  return GTK_WIDGET (self);
}
