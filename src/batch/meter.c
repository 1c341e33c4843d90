/* The progress of a batch, on standard error. */
#include "batch/meter.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RENEWED = 100, REPEATED = 10000, RATED = 3000 /* milliseconds */, BAR = 24, NUMBER = 32 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

batch_meter batch_meter_new(size_t total, bool is_quiet)
{
    const double time = now();
    return (batch_meter){.total = total,
                         .is_terminal = isatty(STDERR_FILENO),
                         .is_quiet = is_quiet,
                         .start = time,
                         .shown = time,
                         .rated = time};
}

/* "12,345" */
static const char *grouped(size_t number, char text[NUMBER])
{
    char digits[NUMBER];
    const int count = snprintf(digits, sizeof digits, "%zu", number);
    char *out = text;
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            *out++ = ',';
        *out++ = digits[i];
    }
    *out = 0;
    return text;
}

/* "0:07", "1:02:33" */
static const char *clock_time(double seconds, char text[NUMBER])
{
    const long whole = lround(fmin(seconds, 1e7)), hours = whole / 3600;
    if (hours > 0)
        snprintf(text, NUMBER, "%ld:%02ld:%02ld", hours, whole / 60 % 60, whole % 60);
    else
        snprintf(text, NUMBER, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

/* Rows a second of the last seconds: what has been skipped says nothing of what is to come. */
static void find_rate(batch_meter *meter, double time)
{
    if (time - meter->rated < RATED && meter->rate > 0)
        return;
    const double seconds = (time - meter->rated) / 1e3;
    if (seconds > 0)
        meter->rate = (double)(meter->done - meter->rated_done) / seconds;
    meter->rated = time;
    meter->rated_done = meter->done;
}

static void print_rows(const batch_meter *meter)
{
    char done[NUMBER], total[NUMBER], failed[NUMBER];
    fprintf(stderr, "%s/%s rows", grouped(meter->done + meter->skipped, done), grouped(meter->total, total));
    if (meter->failed > 0)
        fprintf(stderr, "  %s failed", grouped(meter->failed, failed));
    if (meter->rate > 0)
        fprintf(stderr, "  %.*f/s  %s left", meter->rate < 10 ? 1 : 0, meter->rate,
                clock_time((double)(meter->total - meter->done - meter->skipped) / meter->rate, done));
}

static void print_bar(const batch_meter *meter)
{
    const size_t full = meter->total > 0 ? (meter->done + meter->skipped) * BAR / meter->total : BAR;
    fputs("\r\x1b[K", stderr);
    for (size_t i = 0; i < BAR; i++)
        fputs(i < full ? "█" : "░", stderr);
    fputs("  ", stderr);
}

void batch_meter_show(batch_meter *meter)
{
    const double time = now();
    if (meter->is_quiet || time - meter->shown < (meter->is_terminal ? RENEWED : REPEATED))
        return;
    meter->shown = time;
    find_rate(meter, time);
    if (meter->is_terminal)
        print_bar(meter);
    print_rows(meter);
    if (!meter->is_terminal)
        fputc('\n', stderr);
    fflush(stderr);
}

void batch_meter_clear(const batch_meter *meter)
{
    if (meter->is_terminal && !meter->is_quiet)
        fputs("\r\x1b[K", stderr);
}

void batch_meter_finish(batch_meter *meter, bool is_interrupted)
{
    char text[NUMBER];
    const double seconds = (now() - meter->start) / 1e3;
    batch_meter_clear(meter);
    if (meter->is_quiet && meter->failed == 0 && !is_interrupted)
        return;
    fprintf(stderr, "huibao: %s row%s drawn", grouped(meter->done - meter->failed, text),
            meter->done - meter->failed == 1 ? "" : "s");
    if (meter->failed > 0)
        fprintf(stderr, ", %s failed", grouped(meter->failed, text));
    if (meter->skipped > 0)
        fprintf(stderr, ", %s unchanged", grouped(meter->skipped, text));
    if (is_interrupted)
        fprintf(stderr, ", %s to go", grouped(meter->total - meter->done - meter->skipped, text));
    fprintf(stderr, ", in %.*f s", seconds < 10 ? 1 : 0, seconds);
    if (meter->done > 0 && seconds > 0)
        fprintf(stderr, " (%.*f a second)", (double)meter->done < 10 * seconds ? 1 : 0, (double)meter->done / seconds);
    fputc('\n', stderr);
}
