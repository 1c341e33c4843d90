/* What a batch is to do, checked before it begins. */
#include "cli/batch.h"

#include "batch/name.h"
#include "cli/batch_names.h"
#include "cli/data.h"
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Options */

static hui_status read_shard(batch_plan *plan)
{
    const char *text = plan->call->values[OPTION_SHARD], *fault = NULL;
    plan->shard = (batch_shard){1, 1};
    if (text)
        fault = batch_shard_read(text, &plan->shard);
    return fault ? usage_error(plan->call->command, "%s", fault) : HUI_STATUS_OK;
}

static hui_status read_pattern(batch_plan *plan)
{
    const char *pattern = plan->call->values[OPTION_OUTPUT], *first = pattern ? strstr(pattern, "{{") : NULL;
    if (!first)
        return usage_error(plan->call->command, "-o needs a pattern that names a file for each row, such as "
                                                "'out/{{city}}-{{year}}.png'");
    plan->pattern = strndup(pattern, formats_stem(plan->context, pattern));
    if (!plan->pattern)
        abort();
    while (first > pattern && first[-1] != '/')
        first--;
    plan->fixed = (size_t)(first - pattern);
    return HUI_STATUS_OK;
}

static hui_status open_rows(batch_plan *plan, cli_report *report)
{
    const cli_call *call = plan->call;
    if (!call->values[OPTION_DATA])
        return usage_error(call->command, "batch needs the rows: --data FILE, or --data - for standard input");
    const hui_rows_options how = rows_options(call);
    plan->rows = hui()->rows_open(call->values[OPTION_DATA], &how);
    return report_rows(report, plan->rows, 0);
}

/* What drawings depend on */

/* Options of this run that do not show in what is drawn. */
static bool is_of_the_run(option_id id)
{
    static const option_id others[] = {OPTION_OUTPUT,     OPTION_DATA,        OPTION_JOBS,       OPTION_RESUME,
                                       OPTION_KEEP_GOING, OPTION_REPORT,      OPTION_SHARD,      OPTION_SYNC,
                                       OPTION_FAIL_FAST,  OPTION_DRY_RUN,     OPTION_JSON,       OPTION_QUIET,
                                       OPTION_COLOR,      OPTION_DIAGNOSTICS, OPTION_TIME_LIMIT, OPTION_MEMORY_LIMIT};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == id)
            return true;
    return false;
}

static batch_key add_text(batch_key key, const char *text)
{
    return batch_key_join(key, text, strlen(text) + 1);
}

static batch_key add_file(batch_key key, const char *path)
{
    batch_key bytes = {0};
    batch_key_of_file(path, &bytes);
    return batch_key_join(key, &bytes, sizeof bytes);
}

static void find_base(batch_plan *plan)
{
    batch_key key = batch_key_of(hui()->version(), strlen(hui()->version()));
    for (option_id id = 0; id < OPTION_COUNT; id++)
        if (plan->call->values[id] && !is_of_the_run(id))
            key = add_text(add_text(key, options[id].name), plan->call->values[id]);
    for (size_t i = 0; i < plan->formats.count; i++)
        key = add_text(key, plan->formats.at[i].name);
    key = add_file(key, plan->call->arguments[0]);
    const char *last = "";
    for (size_t i = 0; i < hui()->catalog_count(plan->context, HUI_CATALOG_FONTS); i++) {
        const char *file = hui()->catalog_entry(plan->context, HUI_CATALOG_FONTS, i).detail;
        if (strcmp(file, last) != 0)
            key = add_file(key, file);
        last = file;
    }
    plan->base = key;
}

batch_key batch_plan_key(const batch_plan *plan, const batch_row *row)
{
    return add_text(add_text(plan->base, row->name), row->json);
}

/* Rows */

/* The row's name. NULL after a message. To be freed by the library's free. */
static char *name_row(const batch_plan *plan, const hui_row *row)
{
    char *error = NULL, *name = hui()->row_fill(row, plan->pattern, batch_name_refused, &error);
    if (!name)
        fprintf(stderr, "huibao: error: row %zu of %s: %s\n", hui()->row_number(row), plan->call->values[OPTION_DATA],
                error);
    hui()->free(error);
    return name;
}

void batch_row_finish(batch_row *row)
{
    hui()->free(row->name);
    hui()->free(row->json);
    *row = (batch_row){0};
}

bool batch_plan_next_of_all(batch_plan *plan, batch_row *row)
{
    const hui_row *at;
    const hui_rows_next_result result = hui()->rows_next(plan->rows, &at);
    *row = (batch_row){.number = hui()->rows_number(plan->rows)};
    if (result == HUI_ROWS_ROW) {
        row->name = name_row(plan, at);
        row->json = hui()->row_json(at);
    }
    return result != HUI_ROWS_END;
}

bool batch_plan_next(batch_plan *plan, batch_row *row)
{
    while (batch_plan_next_of_all(plan, row)) {
        if (batch_shard_has(plan->shard, row->number))
            return true;
        batch_row_finish(row);
    }
    return false;
}

static hui_status read_template(batch_plan *plan, cli_report *report)
{
    const hui_document_options how = document_options(plan->call);
    plan->template = hui()->template_read_file(plan->call->arguments[0], &how);
    return report_template(report, plan->template);
}

hui_status batch_plan_make(batch_plan *plan, const cli_call *call, hui_context *context, cli_report *report)
{
    *plan = (struct batch_plan){.call = call, .report = report, .context = context};
    if (!formats_read(&plan->formats, context, call))
        return HUI_STATUS_USAGE;
    hui_status status = read_shard(plan);
    if (status == HUI_STATUS_OK)
        status = read_pattern(plan);
    if (status == HUI_STATUS_OK)
        status = read_template(plan, report);
    if (status == HUI_STATUS_OK)
        status = open_rows(plan, report);
    if (status == HUI_STATUS_OK)
        status = batch_names_check(plan, report);
    if (status == HUI_STATUS_OK)
        find_base(plan);
    return status;
}

void batch_plan_finish(batch_plan *plan)
{
    hui()->template_free(plan->template);
    formats_finish(&plan->formats);
    batch_key_file_finish(&plan->names);
    free(plan->pattern);
    hui()->rows_free(plan->rows);
}

char *batch_plan_journal_path(const batch_plan *plan)
{
    const char *given = plan->call->values[OPTION_REPORT];
    char shard[64] = "";
    const size_t size = plan->fixed + sizeof shard + 32;
    if (given)
        return strdup(given);
    char *path = malloc(size);
    if (!path)
        abort();
    if (plan->shard.count > 1)
        snprintf(shard, sizeof shard, "-%zu-of-%zu", plan->shard.index, plan->shard.count);
    snprintf(path, size, "%.*s.huibao-batch%s.ndjson", (int)plan->fixed, plan->pattern, shard);
    return path;
}
