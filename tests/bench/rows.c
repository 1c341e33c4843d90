/* Draws a template with each row of a table to memory, in one process and one thread, and prints the milliseconds and the
 * processor milliseconds of drawing those after the first, their number, and by how many kB the process grew from row 100 on.
 * usage: bench_rows [--format FORMAT|none] [--rows N] TEMPLATE ROWS */
#include "huibao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WARM = 100 };

typedef struct drawing {
    hui_context *context;
    hui_template *template;
    const char *format; /* NULL: documents are laid out only */
} drawing;

static double read_clock(clockid_t id)
{
    struct timespec t;
    clock_gettime(id, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

/* In kB. */
static long resident(void)
{
    char line[128];
    long size = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmRSS: %ld", &size) == 1)
            break;
    if (status)
        fclose(status);
    return size;
}

static bool draw(const drawing *how, const hui_row *row)
{
    const hui_render_options options = {.format = how->format, .threads = 1};
    hui_document *document = hui_document_from_template(how->context, how->template, row);
    void *bytes = NULL;
    size_t size = 0;
    const bool done = hui_document_status(document) == HUI_STATUS_OK &&
                      (!how->format || hui_document_render_memory(document, &options, &bytes, &size) == HUI_STATUS_OK);
    hui_free(bytes);
    hui_document_free(document);
    return done;
}

/* 0 if all are drawn. */
static int draw_all(const drawing *how, hui_rows *rows, size_t most)
{
    const hui_row *row;
    size_t count = 0;
    long warm = 0;
    double wall = 0, cpu = 0;
    for (; count < most && hui_rows_next(rows, &row) == HUI_ROWS_ROW; count++) {
        if (count == 1) {
            wall = read_clock(CLOCK_MONOTONIC);
            cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID);
        }
        if (count == WARM)
            warm = resident();
        if (!draw(how, row))
            return 1;
    }
    printf("%.1f %.1f %zu %ld\n", read_clock(CLOCK_MONOTONIC) - wall, read_clock(CLOCK_PROCESS_CPUTIME_ID) - cpu, count,
           count > WARM ? resident() - warm : 0);
    return hui_rows_status(rows) != HUI_STATUS_OK;
}

int main(int count, char **arguments)
{
    drawing how = {.format = "png"};
    size_t most = (size_t)-1;
    int first = 1;
    for (; first + 1 < count && !strncmp(arguments[first], "--", 2); first += 2)
        if (!strcmp(arguments[first], "--format"))
            how.format = strcmp(arguments[first + 1], "none") ? arguments[first + 1] : NULL;
        else
            most = strtoul(arguments[first + 1], NULL, 10);
    if (first + 2 != count)
        return 2;
    how.context = hui_context_new(&(hui_context_options){.claim_fontconfig = true});
    how.template = hui_template_read_file(arguments[first], NULL);
    hui_rows *rows = hui_rows_open(arguments[first + 1], NULL);
    const int status = hui_context_prepare(how.context) ? draw_all(&how, rows, most) : 1;
    hui_rows_free(rows);
    hui_template_free(how.template);
    hui_context_free(how.context);
    return status;
}
