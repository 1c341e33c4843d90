/* What a worker answers to a request: both are an object on a line (NDJSON). */
#ifndef HUI_CLI_WORKER_ANSWER_H
#define HUI_CLI_WORKER_ANSWER_H

#include "batch/bytes.h"
#include "cli/command.h"

/* A template that requests have named before. */
typedef struct kept_template {
    char *key; /* as requests name it, in JSON */
    hui_template *template;
} kept_template;

enum { KEPT_TEMPLATES = 32 };

/* Of one worker process. */
typedef struct worker_answerer {
    const cli_call *call; /* what requests do not say */
    hui_context *context;
    kept_template kept[KEPT_TEMPLATES];
    size_t next_kept; /* the place of the next one */
} worker_answerer;

/* Appends the answer, with its newline. */
void answer_request(worker_answerer *answerer, const char *line, size_t size, batch_bytes *answer);
/* That to a request whose worker is no more. */
void answer_fault(const char *line, size_t size, const char *code, const char *message, batch_bytes *answer);

#endif
