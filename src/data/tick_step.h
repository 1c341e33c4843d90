/* The step of round numbers that gives about as many ticks as asked. */
#ifndef HUI_DATA_TICK_STEP_H
#define HUI_DATA_TICK_STEP_H

/* d3-array's tickStep: 1, 2 or 5 times a power of ten, negative if stop < start. */
double hui_tick_step(double start, double stop, double count);

#endif
