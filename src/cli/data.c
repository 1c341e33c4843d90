/* Rows of data: the one that a template is tried with, and the command that shows them all. */
#include "cli/data.h"

#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"

#include <stdio.h>
#include <string.h>

hui_rows_options rows_options(const cli_call *call)
{
    return (hui_rows_options){
        .format = call->values[OPTION_DATA_FORMAT],
        .delimiter = call->values[OPTION_DELIMITER],
        .encoding = call->values[OPTION_ENCODING],
        .query = call->values[OPTION_QUERY],
        .columns = call->values[OPTION_COLUMNS],
    };
}

/* The row of that number; NULL after a message. */
static const hui_row *find_row(const cli_call *call, cli_report *report, hui_rows *rows, size_t number)
{
    const hui_row *row = NULL;
    hui_rows_next_result result = HUI_ROWS_BAD;
    while (hui()->rows_number(rows) < number && result != HUI_ROWS_END)
        result = hui()->rows_next(rows, &row);
    const hui_status status = report_rows(report, rows, 0);
    if (!row && status == HUI_STATUS_OK)
        usage_error(call->command, "%s has %zu rows, not %zu", call->values[OPTION_DATA], hui()->rows_number(rows),
                    number);
    return row;
}

hui_status row_choose(const cli_call *call, cli_report *report, hui_rows **rows, const hui_row **row)
{
    const char *text = call->values[OPTION_ROW], *file = call->values[OPTION_DATA];
    const double number = call->numbers[OPTION_ROW_NUMBER];
    const hui_rows_options how = rows_options(call), of_text = {.format = "ndjson", .columns = how.columns};
    *rows = NULL;
    *row = NULL;
    if (text && file)
        return usage_error(call->command, "--row and --data cannot both fill in a template");
    if (number > 0 && !file)
        return usage_error(call->command, "--row-number says which row of --data");
    if (!text && !file)
        return HUI_STATUS_OK;
    *rows = text ? hui()->rows_read("--row", text, strlen(text), &of_text) : hui()->rows_open(file, &how);
    *row = find_row(call, report, *rows, number > 0 ? (size_t)number : 1);
    const hui_status status = hui()->rows_status(*rows);
    return *row ? HUI_STATUS_OK : status == HUI_STATUS_OK ? HUI_STATUS_USAGE : status;
}

hui_status run_data(const cli_call *call)
{
    cli_report report = report_new(call);
    const hui_rows_options how = rows_options(call);
    hui_rows *rows = hui()->rows_open(call->arguments[0], &how);
    if (hui()->rows_status(rows) == HUI_STATUS_OK) {
        char *text = hui()->rows_describe(rows, call->values[OPTION_JSON]);
        fputs(text, stdout);
        hui()->free(text);
    }
    const hui_status status = report_rows(&report, rows, 0);
    hui()->rows_free(rows);
    report_finish(&report);
    return status;
}
