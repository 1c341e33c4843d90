/* Which part of the rows a run draws, where several runs share them. */
#ifndef HUI_BATCH_SHARD_H
#define HUI_BATCH_SHARD_H

#include <stdbool.h>
#include <stddef.h>

typedef struct batch_shard {
    size_t index, count; /* from 1 */
} batch_shard;

/* Reads “2/8”, “auto” (what Slurm's arrays and AWS Batch's array jobs put into the environment) or “auto/8” (where the
 * environment says the index only, as that of Kubernetes' indexed jobs). NULL, or what is wrong, as a sentence. */
const char *batch_shard_read(const char *text, batch_shard *shard);
bool batch_shard_has(batch_shard shard, size_t row);

#endif
