/* Shows how far a batch is: a line that renews itself on a terminal, else a line now and then. */
#ifndef HUI_BATCH_METER_H
#define HUI_BATCH_METER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct batch_meter {
    size_t total, done, failed, skipped;
    bool is_terminal, is_quiet;
    double start, shown; /* milliseconds */
    double rate;         /* rows a second, of late */
    double rated;        /* when that was found … */
    size_t rated_done;   /* … and how many were done then */
} batch_meter;

batch_meter batch_meter_new(size_t total, bool is_quiet);
/* Shows it, if it is time to. */
void batch_meter_show(batch_meter *meter);
/* Makes room for a message. */
void batch_meter_clear(const batch_meter *meter);
/* The last line: "1,000 rows, 3 failed, in 12 s (83 a second)". */
void batch_meter_finish(batch_meter *meter, bool is_interrupted);

#endif
