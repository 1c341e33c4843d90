/* Names of files, checked before anything is drawn. */
#include "cli/batch_names.h"

#include "batch/name.h"
#include "cli/library.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { MOST_FAULTS = 20 }; /* that are printed, not a million of them */

/* Rows whose names are those of rows before them: the first of them, in order. */
typedef struct twin {
    size_t row, owner;
} twin;

typedef struct twins {
    twin at[MOST_FAULTS];
    size_t count;
    size_t all; /* of which `at` has the first */
} twins;

static void add_twin(void *closure, size_t owner, size_t row)
{
    twins *found = closure;
    size_t place = found->count;
    found->all++;
    while (place > 0 && found->at[place - 1].row > row)
        place--;
    if (place == MOST_FAULTS)
        return;
    found->count += found->count < MOST_FAULTS;
    memmove(&found->at[place + 1], &found->at[place], (found->count - place - 1) * sizeof *found->at);
    found->at[place] = (twin){row, owner};
}

static void say_fault(const batch_plan *plan, size_t row, const char *name, const char *fault)
{
    fprintf(stderr, "huibao: error: row %zu of %s: the name “%s” %s\n", row, plan->call->values[OPTION_DATA], name,
            fault);
}

static bool name_is_sound(const batch_plan *plan, const batch_row *row)
{
    char fault[BATCH_NAME_FAULT];
    const char *wrong = batch_name_fault(row->name, plan->fixed, fault);
    if (wrong)
        say_fault(plan, row->number, row->name, wrong);
    return !wrong;
}

static hui_status cannot_keep_names(void)
{
    fprintf(stderr, "huibao: cannot keep the names of files in TMPDIR or /tmp: %s\n", strerror(errno));
    return HUI_STATUS_SYSTEM;
}

/* Reads on until the rows that are named twice. */
static void say_twins(batch_plan *plan, const twins *found)
{
    size_t said = 0;
    if (!hui()->rows_rewind(plan->rows))
        return; /* the caller, who rewinds too, says it */
    for (batch_row row; said < found->count && batch_plan_next_of_all(plan, &row); batch_row_finish(&row)) {
        char fault[BATCH_NAME_FAULT];
        if (row.number != found->at[said].row)
            continue;
        snprintf(fault, sizeof fault, "is that of row %zu, too", found->at[said++].owner);
        say_fault(plan, row.number, row.name, fault);
    }
    if (found->all > said)
        fprintf(stderr, "huibao: error: so are %zu more\n", found->all - said);
}

/* Reads rows to their end, or to so many faults that the rest does not matter. */
static hui_status read_names(batch_plan *plan, size_t *row_count, size_t *faults)
{
    for (batch_row row; *faults < MOST_FAULTS && batch_plan_next_of_all(plan, &row); batch_row_finish(&row)) {
        ++*row_count;
        plan->row_count += batch_shard_has(plan->shard, row.number);
        *faults += row.json && !(row.name && name_is_sound(plan, &row));
        if (row.name && !batch_key_file_add(&plan->names, batch_key_of(row.name, strlen(row.name)), row.number)) {
            batch_row_finish(&row);
            return cannot_keep_names();
        }
    }
    return HUI_STATUS_OK;
}

static hui_status find_twins(batch_plan *plan, size_t *faults)
{
    twins found = {0};
    if (!batch_key_file_sort(&plan->names, add_twin, &found))
        return cannot_keep_names();
    if (found.count > 0)
        say_twins(plan, &found);
    *faults += found.all;
    return HUI_STATUS_OK;
}

hui_status batch_names_check(batch_plan *plan, cli_report *report)
{
    const size_t known = hui()->rows_diagnostic_count(plan->rows);
    size_t faults = 0, row_count = 0;
    hui_status kept = read_names(plan, &row_count, &faults);
    const hui_status status = report_rows(report, plan->rows, known);
    if (kept == HUI_STATUS_OK)
        kept = find_twins(plan, &faults);
    report->error_count += faults;
    if (status == HUI_STATUS_SYSTEM || kept != HUI_STATUS_OK || faults > 0)
        return status == HUI_STATUS_SYSTEM || kept != HUI_STATUS_OK ? HUI_STATUS_SYSTEM : HUI_STATUS_INPUT;
    if (row_count == 0 && status == HUI_STATUS_OK)
        fprintf(stderr, "huibao: warning: %s has no rows\n", plan->call->values[OPTION_DATA]);
    return hui()->rows_rewind(plan->rows) ? HUI_STATUS_OK : HUI_STATUS_INPUT;
}
