/* How fast a PNG's pixels could be had at best: memory filled with as many, and libdeflate's level 1 over the same pixels as
 * bytes, in threads that share the rows. Prints the least wall and processor time in ms, and kB. usage: bench_floor THREADS PNG */
#include <libdeflate.h>
#include <png.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_THREADS = 64, RUNS = 7, STRIPE_BYTES = 1024 * 1024 };

typedef struct work {
    const unsigned char *bytes;
    size_t width, height, channels, first, step; /* rows of the first stripe; stripes to the next */
    size_t packed;
} work;

static double seconds(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void *run(void *closure)
{
    work *w = closure;
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(1);
    const size_t rows = STRIPE_BYTES / (w->width * 4) + 1, row = w->width * w->channels,
                 room = libdeflate_deflate_compress_bound(compressor, rows * row);
    uint32_t *volatile pixels = malloc(rows * w->width * sizeof *pixels); /* volatile: the filling is not left out */
    unsigned char *out = malloc(room);
    w->packed = 0;
    for (size_t y = w->first * rows; y < w->height; y += w->step * rows) {
        const size_t count = w->height - y < rows ? w->height - y : rows;
        memset(pixels, (int)(y & 255), count * w->width * sizeof *pixels);
        w->packed += libdeflate_deflate_compress(compressor, w->bytes + y * row, count * row, out, room);
    }
    free(out);
    free(pixels);
    libdeflate_free_compressor(compressor);
    return NULL;
}

/* All rows once; returns the bytes packed. */
static size_t run_all(const work *whole, size_t threads)
{
    work parts[MOST_THREADS];
    pthread_t ids[MOST_THREADS];
    size_t packed = 0;
    for (size_t i = 0; i < threads; i++) {
        parts[i] = *whole;
        parts[i].first = i;
        parts[i].step = threads;
        if (pthread_create(&ids[i], NULL, run, &parts[i]) != 0)
            abort();
    }
    for (size_t i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        packed += parts[i].packed;
    }
    return packed;
}

int main(int count, char **arguments)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const int threads = count == 3 ? atoi(arguments[1]) : 0;
    if (threads < 1 || threads > MOST_THREADS || !png_image_begin_read_from_file(&image, arguments[2])) {
        fprintf(stderr, "usage: bench_floor THREADS PNG\n");
        return 2;
    }
    image.format = image.format & PNG_FORMAT_FLAG_ALPHA ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    unsigned char *bytes = malloc(PNG_IMAGE_SIZE(image));
    if (!bytes || !png_image_finish_read(&image, NULL, bytes, 0, NULL))
        return 1;
    const work whole = {.bytes = bytes,
                        .width = image.width,
                        .height = image.height,
                        .channels = PNG_IMAGE_SAMPLE_CHANNELS(image.format)};
    double wall = 1e9, cpu = 1e9;
    size_t packed = 0;
    for (int i = 0; i < RUNS; i++) {
        const double start = seconds(CLOCK_MONOTONIC), used = seconds(CLOCK_PROCESS_CPUTIME_ID);
        packed = run_all(&whole, (size_t)threads);
        const double took = seconds(CLOCK_MONOTONIC) - start, took_cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - used;
        wall = took < wall ? took : wall;
        cpu = took_cpu < cpu ? took_cpu : cpu;
    }
    printf("%.4g %.4g %zu\n", wall * 1e3, cpu * 1e3, packed / 1000);
    free(bytes);
    return 0;
}
