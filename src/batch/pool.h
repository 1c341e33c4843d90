/* Worker processes that answer requests, each one at a time: what a request crashes, hangs or eats is its worker alone, which is
 * replaced. Workers are forks, so what was loaded before the first request is shared by all of them. */
#ifndef HUI_BATCH_POOL_H
#define HUI_BATCH_POOL_H

#include "batch/bytes.h"
#include "batch/confine.h"

#include <stdbool.h>

/* Runs in a worker: appends the answer to `request`. */
typedef void batch_pool_work(void *closure, char *request, size_t size, batch_bytes *answer);

typedef struct batch_pool_options {
    int workers;
    double time_limit;   /* seconds a request may take; 0: any */
    size_t memory_limit; /* bytes a worker may use; 0: any */
    bool ahead;          /* a request may wait with a worker for the end of the one before it: then no worker waits for us */
    const batch_confinement *confinement; /* of workers, which end where the kernel does not keep all it can; NULL: none */
    void (*start)(void *closure); /* in a new worker, before its first request; NULL: nothing */
    batch_pool_work *work;
    void *closure;
} batch_pool_options;

/* How a request ended. */
typedef enum batch_pool_end {
    BATCH_POOL_ANSWERED,
    BATCH_POOL_CRASHED,       /* `signal` says by which, or the worker ended by itself with status `exit_status` */
    BATCH_POOL_TIMED_OUT,     /* it was killed after the time limit */
    BATCH_POOL_OUT_OF_MEMORY, /* an allocation above the memory limit failed */
    BATCH_POOL_NOT_STARTED,   /* the worker that it waited for is no more, and the system made no other: see `reason` */
} batch_pool_end;

typedef struct batch_pool_result {
    size_t task;
    batch_pool_end end;
    int signal, exit_status, reason; /* reason: errno */
    double milliseconds;
    const char *answer; /* valid until the next call */
    size_t size;
} batch_pool_result;

typedef struct batch_pool batch_pool;

batch_pool *batch_pool_new(const batch_pool_options *options);
/* Waits for busy workers to end with what they do, or kills them. */
void batch_pool_free(batch_pool *pool, bool kill);

bool batch_pool_has_room(const batch_pool *pool); /* for a request */
size_t batch_pool_request_count(const batch_pool *pool); /* in work, or waiting */
/* The most that there may be. */
size_t batch_pool_most_requests(const batch_pool_options *options);
/* Gives a request to an idle worker, starting it if need be, or lets it wait; `task` names it in the result. There must be room.
 * False with errno if the system makes no process. */
bool batch_pool_send(batch_pool *pool, size_t task, const void *request, size_t size);

typedef enum batch_pool_event { BATCH_POOL_RESULT, BATCH_POOL_INPUT, BATCH_POOL_QUIET, BATCH_POOL_INTERRUPTED } batch_pool_event;

/* Waits for a request to end, or for the file `input` (-1: none) to have something to read: BATCH_POOL_QUIET after `milliseconds`
 * without either, BATCH_POOL_INTERRUPTED when a signal came. SIGINT and SIGTERM,
 * which the caller keeps blocked, are let through meanwhile: so none is missed between two waits. */
batch_pool_event batch_pool_wait(batch_pool *pool, int input, double milliseconds, batch_pool_result *result);

#endif
