/* What batch and worker share of their processes: limits, and why one is no more. */
#ifndef HUI_CLI_BATCH_END_H
#define HUI_CLI_BATCH_END_H

#include "batch/pool.h"
#include "cli/command.h"

/* As --jobs (else `usual`), --time-limit and --memory-limit say. */
batch_pool_options batch_pool_options_of(const cli_call *call, int usual, batch_pool_work *work, void *closure);

enum { BATCH_END_MESSAGE = 160 };

/* Of a request that got no answer. */
hui_diagnostic batch_end_describe(const cli_call *call, const batch_pool_result *result, char message[BATCH_END_MESSAGE]);

#endif
