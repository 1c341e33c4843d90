/* The command batch. */
#include "cli/batch.h"

#include "batch/meter.h"
#include "batch/pool.h"
#include "cli/batch_end.h"
#include "cli/batch_journal.h"
#include "cli/confined.h"
#include "cli/library.h"
#include "cli/parse.h"
#include "cli/spec.h"
#include "cli/target.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How many of SIGINT and SIGTERM have come, and the last of them: the one thing a signal's handler can reach. */
static volatile sig_atomic_t signal_count, last_signal;

static void count_signal(int signal)
{
    signal_count++;
    last_signal = signal;
}

/* A row that a worker has. */
typedef struct batch_flight {
    batch_row row; /* without a name: none */
    batch_key key;
} batch_flight;

typedef struct batch_run {
    batch_plan *plan;
    cli_report *report;
    batch_journal journal;
    batch_meter meter;
    batch_pool *pool;
    batch_flight *flights; /* as many places as the pool takes requests */
    size_t flight_count;
    batch_bytes scratch;
    size_t failures_said;
    char *folder; /* made last */
    hui_status status;
    bool is_stopping;
} batch_run;

static hui_status system_fault(const char *what, const char *name)
{
    fprintf(stderr, "huibao: cannot %s %s: %s\n", what, name, strerror(errno));
    return HUI_STATUS_SYSTEM;
}

static void stop(batch_run *run, hui_status status)
{
    status_raise(&run->status, status);
    run->is_stopping = true;
}

/* Giving rows to workers */

static bool make_folder_of(batch_run *run, const char *name)
{
    const char *slash = strrchr(name, '/');
    const size_t length = slash ? (size_t)(slash - name) : 0;
    if (length == 0 || (run->folder && strlen(run->folder) == length && strncmp(run->folder, name, length) == 0))
        return true;
    free(run->folder);
    run->folder = strndup(name, length);
    if (!run->folder)
        abort();
    return make_folder(run->folder);
}

static batch_flight *find_place(batch_run *run)
{
    size_t i = 0;
    while (run->flights[i].row.name)
        i++;
    return &run->flights[i];
}

/* Takes the row. */
static void send_row(batch_run *run, batch_row *row, batch_key key)
{
    batch_flight *flight = find_place(run);
    batch_row_pack(row, &run->scratch);
    if (!make_folder_of(run, row->name))
        stop(run, system_fault("make the folder", run->folder));
    else if (!batch_pool_send(run->pool, (size_t)(flight - run->flights), run->scratch.at, run->scratch.size))
        stop(run, system_fault("start", "a worker"));
    if (run->is_stopping)
        batch_row_finish(row);
    else
        *flight = (batch_flight){*row, key};
}

/* A row that could not be read, which has been said. */
static void add_bad_row(batch_run *run, const batch_row *row)
{
    static const char members[] = "\"status\":\"failed\",\"pages\":0,\"files\":[],\"bytes\":[],\"diagnostics\":[]";
    const batch_line line = {.row = row->number, .name = "", .members = members, .size = sizeof members - 1};
    run->meter.done++;
    run->meter.failed++;
    if (!batch_journal_add(&run->journal, &line))
        stop(run, system_fault("write the report", run->journal.path));
}

/* Gives out rows until every worker has enough. */
static void feed(batch_run *run)
{
    batch_row row;
    while (!run->is_stopping && batch_pool_has_room(run->pool) && batch_plan_next(run->plan, &row)) {
        if (!row.name) {
            add_bad_row(run, &row);
            batch_row_finish(&row);
            continue;
        }
        const batch_key key = batch_plan_key(run->plan, &row);
        if (!batch_journal_has(&run->journal, key)) {
            send_row(run, &row, key);
            continue;
        }
        run->meter.skipped++;
        batch_row_finish(&row);
    }
}

/* Taking what workers have done */

/* Removes what a worker that was killed left half written. */
static void sweep_beside(const char *name)
{
    const char *slash = strrchr(name, '/');
    char *folder = slash ? strndup(name, (size_t)(slash - name)) : strdup(".");
    if (!folder)
        abort();
    hui()->sweep_folder(folder);
    free(folder);
}

/* The answer of a row whose worker gave none; what it left half written goes. */
static batch_answer answer_for(batch_run *run, const batch_pool_result *result, const char *name)
{
    char message[BATCH_END_MESSAGE];
    const hui_diagnostic error = batch_end_describe(run->plan->call, result, message);
    sweep_beside(name);
    run->scratch.size = 0;
    batch_answer_make(run->plan, &error, &run->scratch);
    return batch_answer_read(run->scratch.at, run->scratch.size);
}

/* A fault of the system (a full disk) will be that of all rows to come. */
static bool is_enough(const batch_run *run, hui_status status)
{
    const cli_call *call = run->plan->call;
    return status != HUI_STATUS_OK && !call->values[OPTION_KEEP_GOING] &&
           (status == HUI_STATUS_SYSTEM || call->values[OPTION_FAIL_FAST]);
}

/* A fault of the template is one of all rows: who has read it many times does not read it a million times. */
static void say_failure(batch_run *run, const batch_row *row, const char *messages)
{
    enum { MOST_SAID = 20 };
    if (run->failures_said == MOST_SAID + 1)
        return;
    batch_meter_clear(&run->meter);
    if (run->failures_said++ < MOST_SAID)
        fprintf(stderr, "row %zu, %s:\n%s", row->number, row->name, messages);
    else
        fprintf(stderr, "huibao: other rows that fail are told of in %s only\n", run->journal.path);
}

static void take(batch_run *run, const batch_pool_result *result)
{
    batch_flight *flight = &run->flights[result->task];
    const batch_answer answer = result->end == BATCH_POOL_ANSWERED ? batch_answer_read(result->answer, result->size)
                                                                   : answer_for(run, result, flight->row.name);
    const batch_line line = {flight->row.number, flight->row.name, flight->key, result->milliseconds,
                             answer.inputs,      answer.members,   answer.size};
    run->meter.done++;
    run->meter.failed += answer.status != HUI_STATUS_OK;
    status_raise(&run->status, answer.status);
    if (answer.status != HUI_STATUS_OK && !run->journal.echo)
        say_failure(run, &flight->row, answer.messages);
    if (!batch_journal_add(&run->journal, &line))
        stop(run, system_fault("write the report", run->journal.path));
    if (is_enough(run, answer.status))
        run->is_stopping = true;
    batch_row_finish(&flight->row);
}

/* The first signal lets workers end with what they do, the second does not. */
static bool is_killed(batch_run *run)
{
    if (signal_count > 0 && !run->is_stopping) {
        run->is_stopping = true;
        batch_meter_clear(&run->meter);
        fputs("huibao: stopping after the rows in work; once more stops at once\n", stderr);
    }
    return signal_count > 1;
}

static void draw_rows(batch_run *run)
{
    enum { RENEWED = 100 /* milliseconds */ };
    batch_pool_result result;
    feed(run);
    while (batch_pool_request_count(run->pool) > 0 && !is_killed(run)) {
        if (batch_pool_wait(run->pool, -1, RENEWED, &result) == BATCH_POOL_RESULT)
            take(run, &result);
        batch_meter_show(&run->meter);
        if (!is_killed(run))
            feed(run);
    }
}

/* As many as processors may be used: a job's share, on machines that many share. */
static int processor_count(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0 ? CPU_COUNT(&set) : 1;
}

/* In a worker, which must not hold the journal when its parent is gone. */
static void start_worker(void *closure)
{
    const batch_run *run = closure;
    close(run->journal.file);
}

static void draw_row(void *closure, char *request, size_t size, batch_bytes *answer)
{
    const batch_run *run = closure;
    (void)size;
    batch_draw(run->plan, request, answer);
}

static void set_signals(void)
{
    const struct sigaction counted = {.sa_handler = count_signal}, ignored = {.sa_handler = SIG_IGN};
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, NULL);
    sigaction(SIGINT, &counted, NULL);
    sigaction(SIGTERM, &counted, NULL);
    sigaction(SIGPIPE, &ignored, NULL);
}

/* Ends as the signal would have ended it, so that a shell's loop around it ends, too. */
static void end_by_signal(void)
{
    const struct sigaction usual = {.sa_handler = SIG_DFL};
    sigset_t set;
    if (signal_count == 0)
        return;
    sigaction(last_signal, &usual, NULL);
    sigemptyset(&set);
    sigaddset(&set, last_signal);
    raise(last_signal);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void run_workers(batch_run *run)
{
    const cli_call *call = run->plan->call;
    batch_pool_options how = batch_pool_options_of(call, processor_count(), draw_row, run);
    char *folder = folder_of(call->arguments[0], strlen(call->arguments[0]));
    char *output = folder_of(run->plan->pattern, run->plan->fixed);
    how.start = start_worker;
    how.ahead = !call->values[OPTION_FAIL_FAST];
    set_signals();
    hui()->context_prepare(run->plan->context);
    cli_confined confined = confined_new(call, run->plan->context, folder, output);
    how.confinement = confined_find(&confined);
    run->flight_count = batch_pool_most_requests(&how);
    run->flights = calloc(run->flight_count, sizeof *run->flights);
    if (!run->flights)
        abort();
    run->pool = batch_pool_new(&how);
    run->meter = batch_meter_new(run->plan->row_count, run->report->quiet || run->journal.echo);
    draw_rows(run);
    status_raise(&run->status, hui()->rows_status(run->plan->rows));
    batch_meter_finish(&run->meter, run->is_stopping);
    batch_pool_free(run->pool, signal_count > 1);
    for (size_t i = 0; i < run->flight_count; i++) {
        if (run->flights[i].row.name) /* killed at once */
            sweep_beside(run->flights[i].row.name);
        batch_row_finish(&run->flights[i].row);
    }
    free(run->flights);
    confined_finish(&confined);
    free(folder);
    free(output);
}

/* Only says what would be drawn. */
static hui_status list_files(batch_plan *plan)
{
    for (batch_row row; batch_plan_next(plan, &row); batch_row_finish(&row)) {
        batch_files files = batch_files_of(plan, row.name, 1);
        for (; row.name && batch_files_next(&files); free(files.path))
            printf("%zu\t%s\n", row.number, files.path);
    }
    return hui()->rows_status(plan->rows);
}

static hui_status run_plan(batch_plan *plan, cli_report *report)
{
    batch_run run = {.plan = plan, .report = report};
    run.status = batch_journal_open(&run.journal, plan, report);
    if (run.status == HUI_STATUS_OK)
        run_workers(&run);
    batch_journal_close(&run.journal);
    batch_bytes_finish(&run.scratch);
    free(run.folder);
    return run.status;
}

hui_status run_batch(const cli_call *call)
{
    cli_report report = report_new(call);
    hui_context *context = context_open(call);
    batch_plan plan;
    hui_status status = batch_plan_make(&plan, call, context, &report);
    if (status == HUI_STATUS_OK)
        status = call->values[OPTION_DRY_RUN] ? list_files(&plan) : run_plan(&plan, &report);
    batch_plan_finish(&plan);
    hui()->context_free(context);
    end_by_signal();
    return status;
}
