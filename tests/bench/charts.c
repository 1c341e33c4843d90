/* Renders every spec named, one after the other in one process, to SVG in memory, and prints how many a second.
 * usage: bench_charts [--format FORMAT] [--rounds N] SPEC... */
#include "huibao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool render(hui_context *context, const char *path, const char *format, size_t *total)
{
    const hui_document_options how = {.lenient = true, .allow_outside = true};
    hui_document *document = hui_document_read_file(context, path, &how);
    void *bytes = NULL;
    size_t size = 0;
    const hui_status status =
        hui_document_render_memory(document, &(hui_render_options){.format = format}, &bytes, &size);
    hui_free(bytes);
    hui_document_free(document);
    *total += size;
    return status == HUI_STATUS_OK;
}

int main(int count, char **arguments)
{
    const char *format = "svg";
    int first = 1, rounds = 1, done = 0, failed = 0;
    size_t total = 0;
    for (; first + 1 < count && !strncmp(arguments[first], "--", 2); first += 2)
        if (!strcmp(arguments[first], "--format"))
            format = arguments[first + 1];
        else
            rounds = atoi(arguments[first + 1]);
    const double start = now();
    hui_context *context = hui_context_new(&(hui_context_options){.claim_fontconfig = true});
    for (int round = 0; round < rounds; round++)
        for (int i = first; i < count; i++)
            if (render(context, arguments[i], format, &total))
                done++;
            else
                failed++;
    hui_context_free(context);
    const double seconds = now() - start;
    printf("%d charts, %d failed, %.3f s, %.1f a second, %.1f MB of %s\n", done, failed, seconds, done / seconds,
           (double)total / 1e6, format);
    return 0;
}
