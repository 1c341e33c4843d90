/* Renders every spec named to memory, in one process of one or more threads with a context each, and prints how many a second.
 * usage: bench_charts [--format FORMAT] [--rounds N] [--threads N] SPEC... */
#include "huibao.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_THREADS = 64 };

typedef struct work {
    const char *format;
    char **specs;
    int spec_count, total; /* all rounds */
    atomic_int next, failed;
    atomic_size_t bytes;
} work;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void render(hui_context *context, const char *path, work *all)
{
    const hui_document_options how = {.lenient = true, .allow_outside = true};
    hui_document *document = hui_document_read_file(context, path, &how);
    void *bytes = NULL;
    size_t size = 0;
    if (hui_document_render_memory(document, &(hui_render_options){.format = all->format}, &bytes, &size) !=
        HUI_STATUS_OK)
        atomic_fetch_add(&all->failed, 1);
    hui_free(bytes);
    hui_document_free(document);
    atomic_fetch_add(&all->bytes, size);
}

static void *render_some(void *closure)
{
    work *all = closure;
    hui_context *context = hui_context_new(&(hui_context_options){.claim_fontconfig = true});
    for (int i; (i = atomic_fetch_add(&all->next, 1)) < all->total;)
        render(context, all->specs[i % all->spec_count], all);
    hui_context_free(context);
    return NULL;
}

int main(int count, char **arguments)
{
    work all = {.format = "svg"};
    pthread_t threads[MOST_THREADS];
    int first = 1, rounds = 1, thread_count = 1;
    for (; first + 1 < count && !strncmp(arguments[first], "--", 2); first += 2)
        if (!strcmp(arguments[first], "--format"))
            all.format = arguments[first + 1];
        else if (!strcmp(arguments[first], "--threads"))
            thread_count = atoi(arguments[first + 1]);
        else
            rounds = atoi(arguments[first + 1]);
    all.specs = arguments + first;
    all.spec_count = count - first;
    all.total = rounds * all.spec_count;
    const double start = now();
    if (thread_count > MOST_THREADS)
        thread_count = MOST_THREADS;
    for (int i = 1; i < thread_count; i++)
        if (pthread_create(&threads[i], NULL, render_some, &all))
            return 2;
    render_some(&all);
    for (int i = 1; i < thread_count; i++)
        pthread_join(threads[i], NULL);
    const double seconds = now() - start;
    printf("%d charts, %d failed, %.3f s, %.1f a second, %.1f MB of %s\n", all.total, all.failed, seconds,
           (all.total - all.failed) / seconds, (double)all.bytes / 1e6, all.format);
    return 0;
}
