/* Shards. */
#include "batch/shard.h"

#include <stdlib.h>
#include <string.h>

/* Variables of the environment. */
typedef struct engine {
    const char *index; /* of this task */
    const char *first; /* the first task's index; NULL: 0 */
    const char *step;  /* between indices; NULL: 1 */
    const char *count; /* of tasks; NULL: it does not say */
} engine;

/* Slurm: sbatch, “Job Array Support”. AWS Batch: “Array jobs”. Kubernetes: “Indexed Job for Parallel Processing”. */
static const engine engines[] = {
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP", "SLURM_ARRAY_TASK_COUNT"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", NULL, NULL, "AWS_BATCH_JOB_ARRAY_SIZE"},
    {"JOB_COMPLETION_INDEX", NULL, NULL, NULL},
};

enum { MOST_SHARDS = 1000000 };

/* A whole number that ends the text or stands before `end`. */
static bool read_number(const char *text, char end, size_t *number)
{
    char *rest;
    if (*text < '0' || *text > '9')
        return false;
    *number = strtoul(text, &rest, 10);
    return (*rest == end || !*rest) && *number <= MOST_SHARDS;
}

static bool read_variable(const char *name, size_t usual, size_t *number)
{
    const char *text = name ? getenv(name) : NULL;
    *number = usual;
    return !text || read_number(text, 0, number);
}

static const char *read_environment(size_t count, batch_shard *shard)
{
    for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
        const engine *at = &engines[i];
        size_t index, first, step, tasks;
        if (!getenv(at->index))
            continue;
        if (!read_variable(at->index, 0, &index) || !read_variable(at->first, 0, &first) ||
            !read_variable(at->step, 1, &step) || !read_variable(at->count, 0, &tasks) || step == 0 || index < first)
            return "the environment's numbers of the array job make no sense";
        if (count > 0)
            tasks = count;
        *shard = (batch_shard){(index - first) / step + 1, tasks};
        return tasks > 0 ? NULL : "the environment says no count of tasks: write --shard auto/COUNT";
    }
    return "there is no array job: SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX, JOB_COMPLETION_INDEX are not set";
}

const char *batch_shard_read(const char *text, batch_shard *shard)
{
    static const char form[] = "--shard must be such as 2/8, auto or auto/8";
    const char *fault = NULL, *slash = strchr(text, '/');
    size_t index, count = 0;
    if (slash && !read_number(slash + 1, 0, &count))
        return form;
    if (strcmp(text, "auto") == 0 || (count > 0 && strncmp(text, "auto/", 5) == 0))
        fault = read_environment(count, shard);
    else if (slash && read_number(text, '/', &index))
        *shard = (batch_shard){index, count};
    else
        return form;
    if (!fault && (shard->index == 0 || shard->index > shard->count))
        fault = "a shard's number is from 1 to the count of shards";
    return fault;
}

bool batch_shard_has(batch_shard shard, size_t row)
{
    return (row - 1) % shard.count == shard.index - 1;
}
