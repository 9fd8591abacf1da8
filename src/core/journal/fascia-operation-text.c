/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What undoing an operation is called: whole sentences, so that each language can build its own. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-operation-private.h"

/* What a person did to one entry. */
typedef enum
{
  DEED_NEW,
  DEED_EDIT,
  DEED_WORDS,
  DEED_DELETE,
  N_DEEDS,
} Deed;

/* What undoing is called, before and after. */
typedef struct
{
  const char *undo;
  const char *undone;
} Label;

/* Beside the kinds: measurements that a person knows by another name. */
#define QUICK_DAY (FASCIA_ENTRY_NOTE + 1)

static const Label entry_labels[N_DEEDS][QUICK_DAY + 1] = {
  [DEED_NEW] = {
    [FASCIA_ENTRY_CHECK_IN]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s check-in"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s check-in undone") },
    [FASCIA_ENTRY_MEASUREMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s measurement"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s measurement undone") },
    [FASCIA_ENTRY_SESSION]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s session"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s session undone") },
    [FASCIA_ENTRY_VISIT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s visit"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s visit undone") },
    [FASCIA_ENTRY_EXERCISE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s exercise"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s exercise undone") },
    [FASCIA_ENTRY_TREATMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s treatment"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s treatment undone") },
    [FASCIA_ENTRY_EVENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s event"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s event undone") },
    [FASCIA_ENTRY_NOTE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s note"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s note undone") },
    [QUICK_DAY]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo adding %s quick day"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Adding %s quick day undone") },
  },
  [DEED_EDIT] = {
    [FASCIA_ENTRY_CHECK_IN]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s check-in"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s check-in undone") },
    [FASCIA_ENTRY_MEASUREMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s measurement"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s measurement undone") },
    [FASCIA_ENTRY_SESSION]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s session"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s session undone") },
    [FASCIA_ENTRY_VISIT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s visit"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s visit undone") },
    [FASCIA_ENTRY_EXERCISE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s exercise"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s exercise undone") },
    [FASCIA_ENTRY_TREATMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s treatment"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s treatment undone") },
    [FASCIA_ENTRY_EVENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s event"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s event undone") },
    [FASCIA_ENTRY_NOTE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s note"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s note undone") },
    [QUICK_DAY]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s quick day"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s quick day undone") },
  },
  [DEED_WORDS] = {
    [FASCIA_ENTRY_CHECK_IN]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s check-in"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s check-in undone") },
    [FASCIA_ENTRY_MEASUREMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s measurement"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s measurement undone") },
    [FASCIA_ENTRY_SESSION]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s session"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s session undone") },
    [FASCIA_ENTRY_VISIT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s visit"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s visit undone") },
    [FASCIA_ENTRY_EXERCISE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s exercise"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s exercise undone") },
    [FASCIA_ENTRY_TREATMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s treatment"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s treatment undone") },
    [FASCIA_ENTRY_EVENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s event"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s event undone") },
    [FASCIA_ENTRY_NOTE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo edit of %s note"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Edit of %s note undone") },
    [QUICK_DAY]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo note on %s quick day"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Note on %s quick day undone") },
  },
  [DEED_DELETE] = {
    [FASCIA_ENTRY_CHECK_IN]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s check-in"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s check-in undone") },
    [FASCIA_ENTRY_MEASUREMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s measurement"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s measurement undone") },
    [FASCIA_ENTRY_SESSION]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s session"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s session undone") },
    [FASCIA_ENTRY_VISIT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s visit"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s visit undone") },
    [FASCIA_ENTRY_EXERCISE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s exercise"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s exercise undone") },
    [FASCIA_ENTRY_TREATMENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s treatment"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s treatment undone") },
    [FASCIA_ENTRY_EVENT]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s event"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s event undone") },
    [FASCIA_ENTRY_NOTE]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s note"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s note undone") },
    [QUICK_DAY]
    = { /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Undo delete of %s quick day"),
        /* Translators: %s is "today’s", "Tuesday’s", "the 3 March". */
        N_ ("Delete of %s quick day undone") },
  },
};

static const Label plain_labels[] = {
  [FASCIA_OPERATION_CLOSE_CHECK_IN] = { N_ ("Undo new check-in"), N_ ("New check-in undone") },
  [FASCIA_OPERATION_TAGS] = { N_ ("Undo change of your tags"), N_ ("Change of your tags undone") },
  [FASCIA_OPERATION_ITEMS]
  = { N_ ("Undo change of your scales"), N_ ("Change of your scales undone") },
  [FASCIA_OPERATION_SAFETY]
  = { N_ ("Undo the safety answers"), N_ ("Safety answers as they were before") },
};

/* ---- the day ---- */

/* (transfer full) Whose entry it is: "Tuesday’s". */
static char *
dup_day (gint32 day, gint32 today)
{
  static const char *const weekdays[] = {
    NC_ ("day whose entry it is", "Monday’s"),    NC_ ("day whose entry it is", "Tuesday’s"),
    NC_ ("day whose entry it is", "Wednesday’s"), NC_ ("day whose entry it is", "Thursday’s"),
    NC_ ("day whose entry it is", "Friday’s"),    NC_ ("day whose entry it is", "Saturday’s"),
    NC_ ("day whose entry it is", "Sunday’s"),
  };
  gint64 n_days = (gint64) today - day;
  int year, this_year, month, dom;

  if (n_days == 0)
    return g_strdup (C_ ("day whose entry it is", "today’s"));
  if (n_days == 1)
    return g_strdup (C_ ("day whose entry it is", "yesterday’s"));
  if (n_days > 1 && n_days < 7)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "day whose entry it is",
                                   weekdays[fascia_day_get_weekday (day) - 1]));

  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);
  fascia_day_to_ymd (day, &year, &month, &dom);
  fascia_day_to_ymd (today, &this_year, &month, &dom);
  return g_date_time_format (
      date, year == this_year
                /* Translators: see g_date_time_format (). It becomes a part of, for example, "Undo
           * delete of the 3 March check-in". */
                ? C_ ("day whose entry it is", "the %-e %B")
                /* Translators: see g_date_time_format (). It becomes a part of, for example, "Undo
           * delete of the 3 March 2025 check-in". */
                : C_ ("day whose entry it is", "the %-e %B %Y"));
}

/* ---- the sentence ---- */

static Deed
get_deed (const FasciaOperation *operation)
{
  FasciaEntry *before = fascia_operation_get_before (operation);
  FasciaEntry *after = fascia_operation_get_after (operation);

  if (before == NULL)
    return DEED_NEW;
  if (after == NULL)
    return DEED_DELETE;
  return fascia_operation_get_kind (operation) == FASCIA_OPERATION_SET_NOTE ? DEED_WORDS
                                                                            : DEED_EDIT;
}

static char *
dup_entry_label (const FasciaOperation *operation,
                 const FasciaItems *items,
                 gint32 today,
                 gboolean is_undone)
{
  /* Of an entry that was moved, where a person left it. */
  FasciaEntry *entry = fascia_operation_get_after (operation) != NULL
                           ? fascia_operation_get_after (operation)
                           : fascia_operation_get_before (operation);
  guint kind = fascia_items_is_quick_day (items, entry) ? QUICK_DAY : fascia_entry_get_kind (entry);
  const Label *label = &entry_labels[get_deed (operation)][kind];
  g_autofree char *day = dup_day (fascia_entry_get_moment (entry)->day, today);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (is_undone ? label->undone : label->undo), day);
#pragma GCC diagnostic pop
}

static char *
dup_import_label (guint n_entries, gboolean is_undone)
{
  if (is_undone)
    /* Translators: %u is a number of entries. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import of %u entry undone",
                                         "Import of %u entries undone", n_entries),
                            n_entries);
  /* Translators: %u is a number of entries. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Undo import of %u entry",
                                       "Undo import of %u entries", n_entries),
                          n_entries);
}

/* Of a tag or a scale that many entries had. */
static char *
dup_merge_label (FasciaOperationKind kind, guint n_entries, gboolean is_undone)
{
  if (kind == FASCIA_OPERATION_TAGS && is_undone)
    /* Translators: %u is a number of entries. */
    return g_strdup_printf (ngettext ("Change of a tag in %u entry undone",
                                      "Change of a tag in %u entries undone", n_entries),
                            n_entries);
  if (kind == FASCIA_OPERATION_TAGS)
    /* Translators: %u is a number of entries. */
    return g_strdup_printf (ngettext ("Undo change of a tag in %u entry",
                                      "Undo change of a tag in %u entries", n_entries),
                            n_entries);
  if (is_undone)
    /* Translators: %u is a number of entries. */
    return g_strdup_printf (ngettext ("Change of a scale in %u entry undone",
                                      "Change of a scale in %u entries undone", n_entries),
                            n_entries);
  /* Translators: %u is a number of entries. */
  return g_strdup_printf (ngettext ("Undo change of a scale in %u entry",
                                    "Undo change of a scale in %u entries", n_entries),
                          n_entries);
}

static char *
dup_label (const FasciaOperation *operation,
           const FasciaItems *items,
           gint32 today,
           gboolean is_undone)
{
  FasciaOperationKind kind = fascia_operation_get_kind (operation);
  guint n_entries = fascia_operation_get_n_entries (operation);

  if (kind == FASCIA_OPERATION_IMPORT)
    return dup_import_label (n_entries, is_undone);
  if ((kind == FASCIA_OPERATION_TAGS || kind == FASCIA_OPERATION_ITEMS) && n_entries > 0)
    return dup_merge_label (kind, n_entries, is_undone);
  if ((gsize) kind < G_N_ELEMENTS (plain_labels) && plain_labels[kind].undo != NULL)
    return g_strdup (_ (is_undone ? plain_labels[kind].undone : plain_labels[kind].undo));
  if (fascia_operation_get_before (operation) == NULL
      && fascia_operation_get_after (operation) == NULL)
    return g_strdup (is_undone ? _ ("Undone") : _ ("Undo"));
  return dup_entry_label (operation, items, today, is_undone);
}

char *
fascia_operation_dup_undo_label_with (const FasciaOperation *self,
                                      const FasciaItems *items,
                                      gint32 today)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_label (self, items, today, FALSE);
}

char *
fascia_operation_dup_undone_label_with (const FasciaOperation *self,
                                        const FasciaItems *items,
                                        gint32 today)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Of an undo it is told what it took back, of any other what taking it back has done. */
  const FasciaOperation *undone = fascia_operation_get_undone (self);
  return dup_label (undone != NULL ? undone : self, items, today, TRUE);
}

char *
fascia_operation_dup_undo_label (const FasciaOperation *self, gint32 today)
{
  return fascia_operation_dup_undo_label_with (self, NULL, today);
}

char *
fascia_operation_dup_undone_label (const FasciaOperation *self, gint32 today)
{
  return fascia_operation_dup_undone_label_with (self, NULL, today);
}
