/* Draws a template with every row of a table: several threads, a context each, one template, PNG into memory. Ctrl-C ends it
 * between two stripes, and leaves only whole files.
 *
 *     cc batch.c $(pkg-config --cflags --libs huibao) -pthread -o batch
 *     ./batch card.json cities.csv 'out/{{city}}.png' 4
 */
#include <huibao.h>

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_THREADS = 64, STATUS_INTERRUPTED = 130 };

/* What the threads share. The template may be used by all at once, the rows by one at a time. */
typedef struct batch {
    const hui_template *spec;
    const char *target;
    pthread_mutex_t mutex; /* guards what follows, and standard error */
    hui_rows *rows;
    size_t done, failed;
} batch;

static atomic_bool stopped;

static void stop(int signal)
{
    (void)signal;
    atomic_store(&stopped, true);
}

static bool go_on(void *closure, hui_stage stage, size_t done, size_t total)
{
    (void)closure, (void)stage, (void)done, (void)total;
    return !atomic_load(&stopped);
}

static void print_diagnostic(const hui_diagnostic *diagnostic)
{
    char *text = hui_diagnostic_text(diagnostic, HUI_DIAGNOSTIC_PLAIN);
    fprintf(stderr, "\r%s", text);
    hui_free(text);
}

/* The next row, as a copy of one's own; NULL: there are no more. */
static hui_row *take_row(batch *b)
{
    const hui_row *row = NULL;
    pthread_mutex_lock(&b->mutex);
    while (!atomic_load(&stopped) && hui_rows_next(b->rows, &row) == HUI_ROWS_BAD)
        b->failed++;
    hui_row *mine = row ? hui_row_copy(row) : NULL;
    pthread_mutex_unlock(&b->mutex);
    return mine;
}

/* The picture is in memory: a program may as well send it somewhere. */
static bool write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(bytes, 1, size, file) == size;
    if (file && fclose(file) != 0)
        written = false;
    if (file && !written)
        remove(path);
    return written;
}

static bool deliver(const batch *b, const hui_row *row, const void *bytes, size_t size)
{
    char *error, *path = hui_row_fill(row, b->target, "/", &error);
    const bool written = path && write_file(path, bytes, size);
    if (!written)
        fprintf(stderr, "\rrow %zu: %s\n", hui_row_number(row), error ? error : "cannot write its file");
    hui_free(path);
    hui_free(error);
    return written;
}

static void draw_row(batch *b, hui_context *context, const hui_row *row)
{
    const hui_render_options options = {.format = "png", .threads = 1, .progress = go_on};
    hui_document *document = hui_document_from_template(context, b->spec, row);
    void *bytes;
    size_t size;
    const hui_status status = hui_document_render_memory(document, &options, &bytes, &size);
    pthread_mutex_lock(&b->mutex);
    for (size_t i = 0; i < hui_document_diagnostic_count(document); i++)
        print_diagnostic(hui_document_diagnostic(document, i));
    if (status == HUI_STATUS_OK && deliver(b, row, bytes, size))
        b->done++;
    else if (status != HUI_STATUS_CANCELLED)
        b->failed++;
    fprintf(stderr, "\r%zu rows, %zu failed", b->done, b->failed);
    pthread_mutex_unlock(&b->mutex);
    hui_free(bytes);
    hui_document_free(document);
}

static void *run_thread(void *closure)
{
    batch *b = closure;
    hui_context *context = hui_context_new(NULL);
    for (hui_row *row; (row = take_row(b));) {
        draw_row(b, context, row);
        hui_row_free(row);
    }
    hui_context_free(context);
    return NULL;
}

static void run_threads(batch *b, int count)
{
    pthread_t threads[MOST_THREADS];
    int started = 0;
    pthread_mutex_init(&b->mutex, NULL);
    while (started < count && started < MOST_THREADS && !pthread_create(&threads[started], NULL, run_thread, b))
        started++;
    if (started == 0)
        run_thread(b);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&b->mutex);
}

static int run(batch *b, int threads)
{
    for (size_t i = 0; i < hui_template_diagnostic_count(b->spec); i++)
        print_diagnostic(hui_template_diagnostic(b->spec, i));
    if (hui_template_status(b->spec) == HUI_STATUS_OK)
        run_threads(b, threads);
    for (size_t i = 0; i < hui_rows_diagnostic_count(b->rows); i++)
        print_diagnostic(hui_rows_diagnostic(b->rows, i));
    fprintf(stderr, "\r%zu rows, %zu failed%s\n", b->done, b->failed, atomic_load(&stopped) ? ", stopped" : "");
    if (atomic_load(&stopped))
        return STATUS_INTERRUPTED;
    if (hui_template_status(b->spec) != HUI_STATUS_OK)
        return (int)hui_template_status(b->spec);
    const hui_status of_rows = hui_rows_status(b->rows);
    return (int)(of_rows == HUI_STATUS_OK && b->failed > 0 ? HUI_STATUS_INPUT : of_rows);
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc > 5) {
        fprintf(stderr, "usage: %s TEMPLATE ROWS TARGET [THREADS]\n", argv[0]);
        return HUI_STATUS_USAGE;
    }
    signal(SIGINT, stop);
    hui_template *spec = hui_template_read_file(argv[1], &(hui_document_options){.progress = go_on});
    hui_rows *rows = hui_rows_open(argv[2], NULL);
    batch b = {.spec = spec, .rows = rows, .target = argv[3]};
    const int status = run(&b, argc > 4 ? atoi(argv[4]) : 2);
    hui_rows_free(rows);
    hui_template_free(spec);
    return status;
}
