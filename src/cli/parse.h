/* Command lines as getopt_long reads them, but from our tables and with hints. */
#ifndef HUI_CLI_PARSE_H
#define HUI_CLI_PARSE_H

#include "cli/command.h"

/* False after a message on standard error. The strings of `call` are those of argv; its arrays, `call_finish` frees. */
bool call_parse(cli_call *call, const cli_command *command, int argc, char **argv);
void call_finish(cli_call *call);

/* What is wrong with an option's value, written into `fault`; else NULL, and a number in *number. */
enum { OPTION_FAULT = 160 };
const char *option_fault(const cli_option *option, const char *value, double *number, char fault[OPTION_FAULT]);

/* "huibao: MESSAGE" and where to read more; returns HUI_STATUS_USAGE. `command` may be NULL. */
hui_status usage_error(const cli_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
