/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a row of the journal: one popover for all rows, and which entry it is about.
 */

#include "config.h"

#include "fascia-row-menu.h"

#include "widgets/fascia-menu-names.h"

struct _FasciaRowMenu
{
  GtkWidget *parent;
  GMenuModel *model;
  GtkWidget *popover; /* NULL until the first time */
  FasciaUid uid;
  gboolean has_uid;
};

FasciaRowMenu *
fascia_row_menu_new (GtkWidget *parent, GMenuModel *model)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  FasciaRowMenu *self = g_new0 (FasciaRowMenu, 1);
  self->parent = parent;
  self->model = model != NULL ? g_object_ref (model) : NULL;
  return self;
}

void
fascia_row_menu_free (FasciaRowMenu *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_free (self);
}

void
fascia_row_menu_popup (FasciaRowMenu *self, FasciaJournalRow *row, const graphene_point_t *at)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (row));

  FasciaTimelineItem *item = fascia_journal_row_get_item (row);
  graphene_rect_t bounds;
  if (item == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), self->parent, &bounds))
    return;

  self->uid = *fascia_entry_get_uid (fascia_timeline_item_get_entry (item));
  self->has_uid = TRUE;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_parent (self->popover, self->parent);
    }

  const GdkRectangle area = {
    .x = at != NULL ? (int) at->x : (int) bounds.origin.x,
    .y = at != NULL ? (int) at->y : (int) bounds.origin.y,
    .width = at != NULL ? 1 : (int) bounds.size.width,
    .height = at != NULL ? 1 : (int) bounds.size.height,
  };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_widget_set_halign (self->popover,
                         at == NULL ? GTK_ALIGN_CENTER
                         : gtk_widget_get_direction (self->parent) == GTK_TEXT_DIR_RTL
                             ? GTK_ALIGN_END
                             : GTK_ALIGN_START);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  fascia_menu_name_items (self->popover);
}

const FasciaUid *
fascia_row_menu_get_uid (FasciaRowMenu *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_uid ? &self->uid : NULL;
}
