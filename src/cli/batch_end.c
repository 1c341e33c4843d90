/* Limits of the processes that draw, and their ends. */
#include "cli/batch_end.h"

#include <stdio.h>
#include <string.h>

enum { USUAL_SECONDS = 60, USUAL_MEGABYTES = 2000 };

static double limit_of(const cli_call *call, option_id id, double usual)
{
    return call->values[id] ? call->numbers[id] : usual;
}

batch_pool_options batch_pool_options_of(const cli_call *call, int usual, batch_pool_work *work, void *closure)
{
    return (batch_pool_options){.workers = (int)limit_of(call, OPTION_JOBS, usual),
                                .time_limit = limit_of(call, OPTION_TIME_LIMIT, USUAL_SECONDS),
                                .memory_limit = (size_t)(limit_of(call, OPTION_MEMORY_LIMIT, USUAL_MEGABYTES) * 1e6),
                                .work = work,
                                .closure = closure};
}

hui_diagnostic batch_end_describe(const cli_call *call, const batch_pool_result *result,
                                  char message[BATCH_END_MESSAGE])
{
    hui_diagnostic error = {.severity = HUI_SEVERITY_ERROR, .file = "", .pointer = "", .message = message};
    switch (result->end) {
    case BATCH_POOL_ANSWERED:
    case BATCH_POOL_CRASHED:
        error.code = "crash";
        error.hint = "huibao is at fault: please report it with the template and the row";
        if (result->signal > 0)
            snprintf(message, BATCH_END_MESSAGE, "its process ended by signal %d (%s)", result->signal,
                     strsignal(result->signal));
        else
            snprintf(message, BATCH_END_MESSAGE, "its process ended with status %d", result->exit_status);
        break;
    case BATCH_POOL_NOT_STARTED:
        error.code = "crash";
        snprintf(message, BATCH_END_MESSAGE, "no process could be started for it: %s", strerror(result->reason));
        break;
    case BATCH_POOL_TIMED_OUT:
        error.code = "time-limit";
        error.hint = "--time-limit allows more";
        snprintf(message, BATCH_END_MESSAGE, "drawing it takes more than %g s",
                 limit_of(call, OPTION_TIME_LIMIT, USUAL_SECONDS));
        break;
    case BATCH_POOL_OUT_OF_MEMORY:
        error.code = "memory-limit";
        error.hint = "--memory-limit allows more";
        snprintf(message, BATCH_END_MESSAGE, "drawing it takes more than %g MB of memory",
                 limit_of(call, OPTION_MEMORY_LIMIT, USUAL_MEGABYTES));
        break;
    }
    return error;
}
