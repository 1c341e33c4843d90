/* The command worker: requests come on standard input, answers go to standard output, a line each. Requests are drawn by processes of
 * the pool, so that none can end the worker. */
#include "batch/pool.h"
#include "cli/batch_end.h"
#include "cli/confined.h"
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"
#include "cli/target.h"
#include "cli/worker_answer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A request that has come, in the order of coming. */
typedef struct worker_ticket {
    batch_bytes line;   /* given to a process */
    batch_bytes answer; /* empty: not there yet */
    bool is_printed;
} worker_ticket;

/* At most so many answers wait for an earlier one. */
enum { MOST_WAITING = 256 };

typedef struct worker_run {
    const cli_call *call;
    worker_answerer answerer;
    batch_pool *pool;
    batch_bytes input;
    size_t taken; /* bytes of the input that are tickets */
    bool has_ended;
    worker_ticket tickets[MOST_WAITING]; /* ticket i at i modulo their number */
    size_t first, next;                  /* the first that is not answered, and the next to be given out */
    hui_status status;
} worker_run;

static worker_ticket *ticket_at(worker_run *run, size_t index)
{
    return &run->tickets[index % MOST_WAITING];
}

/* Reads what there is. */
static void read_input(worker_run *run)
{
    enum { BLOCK = 1 << 16 };
    batch_bytes_room(&run->input, BLOCK);
    memmove(run->input.at, run->input.at + run->taken, run->input.size - run->taken);
    run->input.size -= run->taken;
    run->taken = 0;
    const ssize_t got = read(STDIN_FILENO, run->input.at + run->input.size, BLOCK);
    if (got > 0)
        run->input.size += (size_t)got;
    else if (got == 0 || errno != EINTR)
        run->has_ended = true;
}

/* The next whole line; the last one needs no end. */
static bool next_line(worker_run *run, const char **line, size_t *size)
{
    const size_t left = run->input.size - run->taken;
    const char *start = left > 0 ? run->input.at + run->taken : NULL;
    const char *end = start ? memchr(start, '\n', left) : NULL;
    if (!end && (!run->has_ended || left == 0))
        return false;
    *line = start;
    *size = end ? (size_t)(end - start) : left;
    run->taken += *size + (end != NULL);
    return true;
}

static bool is_blank(const char *line, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\r", line[i]))
            return false;
    return true;
}

static bool is_full(const worker_run *run)
{
    return run->next - run->first == MOST_WAITING;
}

/* Gives lines to idle processes. */
static void feed(worker_run *run)
{
    const char *line;
    size_t size;
    while (run->status == HUI_STATUS_OK && batch_pool_has_room(run->pool) && !is_full(run) &&
           next_line(run, &line, &size)) {
        if (is_blank(line, size))
            continue;
        worker_ticket *ticket = ticket_at(run, run->next);
        batch_bytes_add(&ticket->line, line, size);
        if (!batch_pool_send(run->pool, run->next, line, size)) {
            perror("huibao: cannot start a process");
            run->status = HUI_STATUS_SYSTEM;
        }
        run->next++;
    }
}

static void print_answer(worker_run *run, worker_ticket *ticket)
{
    if (fwrite(ticket->answer.at, 1, ticket->answer.size, stdout) != ticket->answer.size || fflush(stdout) != 0) {
        perror("huibao: standard output");
        run->status = HUI_STATUS_SYSTEM;
    }
    ticket->is_printed = true;
}

static void forget(worker_ticket *ticket)
{
    batch_bytes_finish(&ticket->line);
    batch_bytes_finish(&ticket->answer);
    ticket->is_printed = false;
}

/* Prints what is there; in the order of requests unless they may be told apart by their ids. */
static void print_answers(worker_run *run)
{
    const bool in_order = !run->call->values[OPTION_UNORDERED];
    for (size_t i = run->first; i < run->next; i++) {
        worker_ticket *ticket = ticket_at(run, i);
        if (ticket->answer.size > 0 && !ticket->is_printed)
            print_answer(run, ticket);
        if (in_order && !ticket->is_printed)
            break;
    }
    for (; run->first < run->next && ticket_at(run, run->first)->is_printed; run->first++)
        forget(ticket_at(run, run->first));
}

static void take(worker_run *run, const batch_pool_result *result)
{
    char message[BATCH_END_MESSAGE];
    worker_ticket *ticket = ticket_at(run, result->task);
    if (result->end == BATCH_POOL_ANSWERED) {
        batch_bytes_add(&ticket->answer, result->answer, result->size);
    } else {
        const hui_diagnostic error = batch_end_describe(run->call, result, message);
        answer_fault(ticket->line.at, ticket->line.size, error.code, error.message, &ticket->answer);
    }
    print_answers(run);
}

static void answer_requests(worker_run *run)
{
    enum { PATIENCE = 1000 /* milliseconds */ };
    batch_pool_result result;
    feed(run);
    while (run->status == HUI_STATUS_OK && (!run->has_ended || batch_pool_request_count(run->pool) > 0)) {
        const bool wants_input = !run->has_ended && batch_pool_has_room(run->pool) && !is_full(run);
        switch (batch_pool_wait(run->pool, wants_input ? STDIN_FILENO : -1, PATIENCE, &result)) {
        case BATCH_POOL_RESULT:
            take(run, &result);
            break;
        case BATCH_POOL_INPUT:
            read_input(run);
            break;
        case BATCH_POOL_QUIET:
        case BATCH_POOL_INTERRUPTED:
            break;
        }
        feed(run);
    }
}

static void work(void *closure, char *request, size_t size, batch_bytes *answer)
{
    worker_run *run = closure;
    answer_request(&run->answerer, request, size, answer);
}

/* The folder that files go to, made. False after a message. */
static bool check_output(const cli_call *call)
{
    const char *folder = call->values[OPTION_OUTPUT];
    if (!folder)
        return true;
    if (!call->values[OPTION_UNTRUSTED]) {
        usage_error(call->command, "a worker's requests say where their files go; -o is for --untrusted");
        return false;
    }
    if (make_folder(folder))
        return true;
    fprintf(stderr, "huibao: cannot make the folder %s: %s\n", folder, strerror(errno));
    return false;
}

hui_status run_worker(const cli_call *call)
{
    if (!check_output(call))
        return call->values[OPTION_UNTRUSTED] ? HUI_STATUS_SYSTEM : HUI_STATUS_USAGE;
    worker_run *run = calloc(1, sizeof *run);
    if (!run)
        abort();
    run->call = call;
    run->answerer = (worker_answerer){.call = call, .context = context_open(call)};
    hui()->context_prepare(run->answerer.context);
    batch_pool_options how = batch_pool_options_of(call, 1, work, run);
    cli_confined confined = confined_new(call, run->answerer.context, ".", call->values[OPTION_OUTPUT]);
    how.confinement = confined_find(&confined);
    run->pool = batch_pool_new(&how);
    answer_requests(run);
    batch_pool_free(run->pool, run->status != HUI_STATUS_OK);
    confined_finish(&confined);
    const hui_status status = run->status;
    for (size_t i = 0; i < MOST_WAITING; i++)
        forget(&run->tickets[i]);
    batch_bytes_finish(&run->input);
    hui()->context_free(run->answerer.context);
    free(run);
    return status;
}
