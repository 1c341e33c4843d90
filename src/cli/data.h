/* Rows of data on the command line. */
#ifndef HUI_CLI_DATA_H
#define HUI_CLI_DATA_H

#include "cli/report.h"

hui_rows_options rows_options(const cli_call *call);
/* The row that --row or --data asks for; its owner is *rows, to be freed. *row is NULL if none is asked for, or after an error,
 * which was reported. */
hui_status row_choose(const cli_call *call, cli_report *report, hui_rows **rows, const hui_row **row);

#endif
