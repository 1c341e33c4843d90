/* The step of round numbers that gives about as many ticks as asked. */
#include "data/tick_step.h"

#include <math.h>

/* Negative powers of ten are no doubles: steps below 1 are kept as their inverses, and so divide exactly. */
static double step_up(double start, double stop, double count)
{
    const double step = (stop - start) / fmax(0, count), power = floor(log10(step)), rest = step / pow(10, power);
    const double factor = rest >= sqrt(50) ? 10 : rest >= sqrt(10) ? 5 : rest >= sqrt(2) ? 2 : 1;
    const double inverse = pow(10, -power) / factor, whole = pow(10, power) * factor;
    double low = round(power < 0 ? start * inverse : start / whole),
           high = round(power < 0 ? stop * inverse : stop / whole);
    low += (power < 0 ? low / inverse : low * whole) < start;
    high -= (power < 0 ? high / inverse : high * whole) > stop;
    if (high < low && count >= 0.5 && count < 2)
        return step_up(start, stop, count * 2);
    return power < 0 ? 1 / inverse : whole;
}

double hui_tick_step(double start, double stop, double count)
{
    return stop < start ? -step_up(stop, start, count) : step_up(start, stop, count);
}
