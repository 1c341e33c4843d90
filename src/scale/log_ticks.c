/* Ticks of log scales: multiples of powers of the base, and which of them have labels. */
#include "scale/scale_parts.h"

#include "base/vec.h"

/* Beyond it only the powers themselves are ticks. */
enum { MOST_MULTIPLES = 1000 };

static const double euler = 2.71828182845904523536; /* as near as a double is: what a spec gives for it */

double hui_log_of(double base, double x)
{
    return base == 10 ? log10(x) : base == 2 ? log2(x) : base == euler ? log(x) : log(x) / log(base);
}

double hui_power_of(double base, double x)
{
    return base == euler ? exp(x) : pow(base, x);
}

/* A domain from low to high. sign -1: of numbers below 0, where everything is mirrored. */
struct logs {
    double base, sign, low, high;
};

static double power_at(const struct logs *logs, double power)
{
    return logs->sign * hui_power_of(logs->base, logs->sign * power);
}

static double log_at(const struct logs *logs, double x)
{
    return logs->sign * hui_log_of(logs->base, logs->sign * x);
}

typedef HUI_VEC(double) numbers;

/* Multiples of the power, in ascending order. Dividing where it is a fraction keeps tenths exact. */
static void add_multiples(hui_arena *arena, const struct logs *logs, double power, numbers *ticks)
{
    const bool is_fraction = logs->sign * power < 0;
    const double unit = power_at(logs, is_fraction ? -power : power);
    const int last = logs->base > MOST_MULTIPLES ? 1 : (int)logs->base - 1;
    for (int i = 1; i <= last && ticks->count < HUI_MOST_TICKS; i++) {
        const double multiple = logs->low > 0 ? i : last + 1 - i;
        const double tick = is_fraction ? multiple / unit : multiple * unit;
        if (tick > logs->high)
            break;
        if (tick >= logs->low)
            *hui_vec_push(arena, ticks) = tick;
    }
}

static void reverse(double *at, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const double kept = at[i];
        at[i] = at[count - 1 - i], at[count - 1 - i] = kept;
    }
}

double *hui_log_ticks(hui_arena *arena, const hui_scale *scale, double wanted, size_t *tick_count)
{
    const double first = hui_scale_domain_number(scale, 0);
    const double last = hui_scale_domain_number(scale, scale->domain_count - 1);
    const struct logs logs = {hui_scale_base(scale), first < 0 ? -1 : 1, fmin(first, last), fmax(first, last)};
    const double from = log_at(&logs, logs.low), to = log_at(&logs, logs.high), count = fmin(wanted, HUI_MOST_TICKS);
    numbers ticks = {0};
    if (floor(logs.base) == logs.base && logs.base > 1 && to - from < count) {
        for (double power = floor(from); power <= ceil(to); power++)
            add_multiples(arena, &logs, power, &ticks);
        if ((double)ticks.count * 2 < count)
            ticks.at = hui_ticks(arena, logs.low, logs.high, count, &ticks.count);
    } else {
        ticks.at = hui_ticks(arena, from, to, fmin(to - from, count), &ticks.count);
        for (size_t i = 0; i < ticks.count; i++)
            ticks.at[i] = power_at(&logs, ticks.at[i]);
    }
    if (last < first)
        reverse(ticks.at, ticks.count);
    *tick_count = ticks.count;
    return ticks.at;
}

bool hui_log_tick_labelled(hui_arena *arena, const hui_scale *scale, double tick, double count)
{
    if (isinf(count) || scale->domain_count == 0)
        return true;
    size_t ticks;
    hui_log_ticks(arena, scale, count, &ticks);
    const double base = hui_scale_base(scale), most = fmax(1, base * count / (double)ticks);
    double multiple = tick / pow(base, hui_round_half_up(log(tick) / log(base)));
    if (multiple * base < base - 0.5)
        multiple *= base;
    return multiple <= most;
}
