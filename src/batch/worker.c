/* What a worker process does. */
#include "batch/worker.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static bool send_all(int socket, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t sent = send(socket, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        bytes += sent;
        size -= (size_t)sent;
    }
    return true;
}

bool frame_send(int socket, const void *bytes, size_t size)
{
    const uint64_t length = size;
    return send_all(socket, (const char *)&length, sizeof length) && send_all(socket, bytes, size);
}

static bool receive_all(int socket, char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t got = recv(socket, bytes, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        size -= (size_t)got;
    }
    return true;
}

/* The library ends its process by abort() when memory runs out, GLib by a trap; both directly after the allocation that failed. */
static void end_for_memory(int signal)
{
    if (errno == ENOMEM)
        _exit(WORKER_OUT_OF_MEMORY);
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(signal, &usual, NULL);
    raise(signal);
}

/* What is asked of the parent by Ctrl-C or by kill, the worker hears from its parent alone. */
static void set_signals(void)
{
    const struct sigaction deaf = {.sa_handler = SIG_IGN}, memory = {.sa_handler = end_for_memory};
    sigaction(SIGINT, &deaf, NULL);
    sigaction(SIGTERM, &deaf, NULL);
    sigaction(SIGABRT, &memory, NULL);
    sigaction(SIGTRAP, &memory, NULL);
}

/* Time is kept by the parent. Where that was killed the worker ends with the requests it has, or by itself a second too late. */
static void set_alarm(const batch_pool_options *options)
{
    if (options->time_limit > 0)
        alarm((unsigned)ceil(options->time_limit) + 1);
}

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

/* Of what a process writes to, RLIMIT_DATA counts all that it does not share, on Linux: of a sanitizer also the terabytes of
 * addresses that it keeps and does not use, so that it cannot have a limit. */
static void limit_memory(size_t bytes)
{
    const struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes}, no_core = {0};
    if (bytes > 0 && !IS_SANITIZED)
        setrlimit(RLIMIT_DATA, &limit);
    setrlimit(RLIMIT_CORE, &no_core);
}

_Noreturn void worker_run(int socket, const batch_pool_options *options)
{
    batch_bytes request = {0}, answer = {0};
    uint64_t size;
    set_signals();
    limit_memory(options->memory_limit);
    if (options->start)
        options->start(options->closure);
    if (options->confinement && batch_confine(options->confinement, socket) != batch_confine_ability())
        _exit(WORKER_UNCONFINED);
    while (receive_all(socket, (char *)&size, sizeof size)) {
        request.size = answer.size = 0;
        batch_bytes_room(&request, size);
        if (!receive_all(socket, request.at, size))
            break;
        set_alarm(options);
        options->work(options->closure, request.at, size, &answer);
        if (!frame_send(socket, answer.at, answer.size))
            break;
    }
    _exit(0);
}
