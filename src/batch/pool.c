/* Worker processes: each has a socket, on which requests and answers travel as a length and so many bytes. */
#include "batch/pool.h"

#include "batch/worker.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct process {
    pid_t id; /* 0: not started */
    int socket;
    bool is_busy, is_overdue;
    size_t task;
    double start; /* of the request, in milliseconds */
    batch_bytes input;
    /* The request that waits for the end of that one, kept in case that the worker does not live to see it. */
    bool has_next, is_next_sent;
    size_t next_task;
    batch_bytes next;
    int reason; /* errno: why there is no process for it */
} process;

/* A waiting request that is larger is sent when its worker is idle: the socket holds less than a large one, and we must not wait
 * for a worker that waits for nobody. */
enum { MOST_AHEAD = 1 << 16 };

struct batch_pool {
    batch_pool_options options;
    process *workers;
    struct pollfd *polled; /* workers, and the input */
    batch_bytes answer;    /* of the last result */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

batch_pool *batch_pool_new(const batch_pool_options *options)
{
    assert(options->workers > 0);
    const size_t count = (size_t)options->workers;
    batch_pool *made = calloc(1, sizeof *made);
    process *workers = calloc(count, sizeof *workers);
    struct pollfd *polled = calloc(count + 1, sizeof *polled);
    if (!made || !workers || !polled)
        abort();
    *made = (struct batch_pool){.options = *options, .workers = workers, .polled = polled};
    for (size_t i = 0; i < count; i++)
        workers[i].socket = -1;
    return made;
}

/* The new process: it holds none of the others' sockets, or these would stay open after their owners' ends. */
_Noreturn static void become_worker(const batch_pool *pool, int socket)
{
    for (int i = 0; i < pool->options.workers; i++)
        if (pool->workers[i].socket >= 0)
            close(pool->workers[i].socket);
    worker_run(socket, &pool->options);
}

static bool start(batch_pool *pool, process *worker)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    fflush(NULL);
    const pid_t id = fork();
    if (id == 0) {
        close(ends[0]);
        become_worker(pool, ends[1]);
    }
    const int reason = errno;
    close(ends[1]);
    if (id < 0) {
        close(ends[0]);
        errno = reason;
        return false;
    }
    worker->id = id;
    worker->socket = ends[0];
    return true;
}

/* Closes the socket, on which the worker ends when it is idle, and waits for that. */
static int reap(process *worker)
{
    int status = 0;
    if (worker->socket >= 0)
        close(worker->socket);
    while (waitpid(worker->id, &status, 0) < 0 && errno == EINTR)
        continue;
    worker->id = 0;
    worker->socket = -1;
    worker->is_busy = worker->is_overdue = worker->is_next_sent = false;
    worker->input.size = 0;
    return status;
}

void batch_pool_free(batch_pool *pool, bool kill_them)
{
    for (int i = 0; i < pool->options.workers; i++) {
        process *worker = &pool->workers[i];
        if (worker->id > 0 && kill_them)
            kill(worker->id, SIGKILL);
        if (worker->id > 0)
            reap(worker);
        batch_bytes_finish(&worker->input);
        batch_bytes_finish(&worker->next);
    }
    batch_bytes_finish(&pool->answer);
    free(pool->workers);
    free(pool->polled);
    free(pool);
}

size_t batch_pool_request_count(const batch_pool *pool)
{
    size_t count = 0;
    for (int i = 0; i < pool->options.workers; i++)
        count += pool->workers[i].is_busy + pool->workers[i].has_next;
    return count;
}

size_t batch_pool_most_requests(const batch_pool_options *options)
{
    return (size_t)options->workers * (options->ahead ? 2 : 1);
}

bool batch_pool_has_room(const batch_pool *pool)
{
    return batch_pool_request_count(pool) < batch_pool_most_requests(&pool->options);
}

/* One that runs already, if there is one: a short batch starts no more processes than it needs. */
static process *find_idle(batch_pool *pool)
{
    process *found = NULL;
    for (int i = 0; i < pool->options.workers; i++) {
        process *worker = &pool->workers[i];
        if (!worker->is_busy && !worker->has_next && (!found || (found->id == 0 && worker->id > 0)))
            found = worker;
    }
    return found;
}

/* The one that began its request first, of those for which none waits. */
static process *find_busy(batch_pool *pool)
{
    process *found = NULL;
    for (int i = 0; i < pool->options.workers; i++) {
        process *worker = &pool->workers[i];
        if (!worker->has_next && (!found || worker->start < found->start))
            found = worker;
    }
    return found;
}

static void begin(process *worker, size_t task)
{
    worker->is_busy = true;
    worker->task = task;
    worker->start = now();
}

static bool give(batch_pool *pool, process *worker, size_t task, const void *request, size_t size)
{
    /* An idle worker may have been killed from outside: then another takes its place. */
    for (int attempt = 0; attempt < 2; attempt++) {
        if (worker->id == 0 && !start(pool, worker))
            return false;
        if (frame_send(worker->socket, request, size)) {
            begin(worker, task);
            return true;
        }
        reap(worker);
    }
    errno = EPIPE;
    return false;
}

/* That the worker is no more shows when it is waited for. */
static void let_wait(process *worker, size_t task, const void *request, size_t size)
{
    worker->has_next = true;
    worker->next_task = task;
    worker->next.size = 0;
    batch_bytes_add(&worker->next, request, size);
    worker->is_next_sent = size <= MOST_AHEAD && frame_send(worker->socket, request, size);
}

/* A worker that has answered, or is new in its place, begins what waited for it. */
static void begin_next(batch_pool *pool, process *worker)
{
    if (!worker->has_next)
        return;
    if (worker->is_next_sent)
        begin(worker, worker->next_task);
    else if (!give(pool, worker, worker->next_task, worker->next.at, worker->next.size))
        worker->reason = errno;
    worker->has_next = !worker->is_busy;
}

bool batch_pool_send(batch_pool *pool, size_t task, const void *request, size_t size)
{
    assert(batch_pool_has_room(pool));
    process *idle = find_idle(pool);
    if (idle)
        return give(pool, idle, task, request, size);
    let_wait(find_busy(pool), task, request, size);
    return true;
}

/* Fills in how a worker that is no more has ended. */
static void judge(batch_pool_result *result, const process *worker, int status)
{
    const bool exited = WIFEXITED(status);
    result->end = worker->is_overdue                                      ? BATCH_POOL_TIMED_OUT
                  : exited && WEXITSTATUS(status) == WORKER_OUT_OF_MEMORY ? BATCH_POOL_OUT_OF_MEMORY
                                                                          : BATCH_POOL_CRASHED;
    result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result->exit_status = exited ? WEXITSTATUS(status) : 0;
}

static batch_pool_result result_of(const process *worker)
{
    return (batch_pool_result){.task = worker->task, .milliseconds = now() - worker->start};
}

/* Whether all of an answer is there; then it is the pool's. What came behind it is that to the next request. */
static bool take_answer(batch_pool *pool, process *worker, batch_pool_result *result)
{
    uint64_t size;
    if (worker->input.size < sizeof size)
        return false;
    memcpy(&size, worker->input.at, sizeof size);
    if (worker->input.size < sizeof size + size)
        return false;
    *result = result_of(worker);
    pool->answer.size = 0;
    batch_bytes_add(&pool->answer, worker->input.at + sizeof size, size);
    result->end = BATCH_POOL_ANSWERED;
    result->answer = pool->answer.at;
    result->size = size;
    worker->is_busy = false;
    worker->input.size -= sizeof size + size;
    memmove(worker->input.at, worker->input.at + sizeof size + size, worker->input.size);
    if (worker->is_overdue) /* killed, but a moment too late */
        reap(worker);
    begin_next(pool, worker);
    return true;
}

/* What is known without waiting: an answer that came with the one before it, or that a request will get none. */
static bool find_result(batch_pool *pool, batch_pool_result *result)
{
    for (int i = 0; i < pool->options.workers; i++) {
        process *worker = &pool->workers[i];
        if (worker->is_busy && take_answer(pool, worker, result))
            return true;
        if (!worker->has_next || worker->is_busy)
            continue;
        *result =
            (batch_pool_result){.task = worker->next_task, .end = BATCH_POOL_NOT_STARTED, .reason = worker->reason};
        worker->has_next = false;
        return true;
    }
    return false;
}

/* Reads what a worker wrote; true if its request has ended by that. */
static bool receive(batch_pool *pool, process *worker, batch_pool_result *result)
{
    char bytes[1 << 16];
    const ssize_t got = recv(worker->socket, bytes, sizeof bytes, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    if (got > 0) {
        batch_bytes_add(&worker->input, bytes, (size_t)got);
        return take_answer(pool, worker, result);
    }
    *result = result_of(worker);
    const process ended = *worker;
    judge(result, &ended, reap(worker));
    begin_next(pool, worker);
    return true;
}

static void kill_overdue(batch_pool *pool)
{
    const double limit = pool->options.time_limit * 1e3, time = now();
    for (int i = 0; i < pool->options.workers && limit > 0; i++) {
        process *worker = &pool->workers[i];
        if (worker->is_busy && !worker->is_overdue && time - worker->start >= limit) {
            worker->is_overdue = true;
            kill(worker->id, SIGKILL);
        }
    }
}

/* How long to wait: until the first request is overdue, but no longer than `milliseconds`. */
static int patience(const batch_pool *pool, double milliseconds)
{
    const double limit = pool->options.time_limit * 1e3, time = now();
    for (int i = 0; i < pool->options.workers && limit > 0; i++) {
        const process *worker = &pool->workers[i];
        if (worker->is_busy && !worker->is_overdue && worker->start + limit - time < milliseconds)
            milliseconds = worker->start + limit - time;
    }
    return milliseconds > 0 ? (int)ceil(milliseconds) : 0;
}

/* poll, during which the signals that end a batch are let through. */
static int poll_open(struct pollfd *polled, nfds_t count, int milliseconds)
{
    const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    sigset_t open;
    sigprocmask(SIG_SETMASK, NULL, &open);
    sigdelset(&open, SIGINT);
    sigdelset(&open, SIGTERM);
    return ppoll(polled, count, &time, &open);
}

batch_pool_event batch_pool_wait(batch_pool *pool, int input, double milliseconds, batch_pool_result *result)
{
    const double end = now() + milliseconds;
    const nfds_t count = (nfds_t)pool->options.workers;
    if (find_result(pool, result))
        return BATCH_POOL_RESULT;
    for (double left = milliseconds; left >= 0; left = end - now()) {
        for (nfds_t i = 0; i < count; i++)
            pool->polled[i] =
                (struct pollfd){.fd = pool->workers[i].is_busy ? pool->workers[i].socket : -1, .events = POLLIN};
        pool->polled[count] = (struct pollfd){.fd = input, .events = POLLIN};
        const int ready = poll_open(pool->polled, count + 1, patience(pool, left));
        if (ready < 0)
            return BATCH_POOL_INTERRUPTED;
        for (nfds_t i = 0; i < count; i++)
            if (pool->polled[i].revents && receive(pool, &pool->workers[i], result))
                return BATCH_POOL_RESULT;
        kill_overdue(pool);
        if (pool->polled[count].revents)
            return BATCH_POOL_INPUT;
    }
    return BATCH_POOL_QUIET;
}
