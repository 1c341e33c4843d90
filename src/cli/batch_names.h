/* Names of files, checked before anything is drawn. */
#ifndef HUI_CLI_BATCH_NAMES_H
#define HUI_CLI_BATCH_NAMES_H

#include "cli/batch.h"

/* Reads all rows, counts those of the shard, and makes plan->names. The first faults are printed: names that cannot be files', or
 * that are also another row's. Rows that cannot be read are reported and left out. Rewinds the rows. */
hui_status batch_names_check(batch_plan *plan, cli_report *report);

#endif
