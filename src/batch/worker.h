/* The inside of a worker process, and the frames on its socket. */
#ifndef HUI_BATCH_WORKER_H
#define HUI_BATCH_WORKER_H

#include "batch/pool.h"

/* The exit status of a worker whose memory ran out, and of one that could not be confined. */
enum { WORKER_OUT_OF_MEMORY = 112, WORKER_UNCONFINED = 113 };

/* Answers requests until the socket's other end is closed. */
_Noreturn void worker_run(int socket, const batch_pool_options *options);

/* Sends all of it; false with errno. */
bool frame_send(int socket, const void *bytes, size_t size);

#endif
