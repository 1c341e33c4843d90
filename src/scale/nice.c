/* Domains before a scale is finished: rounded to nice ends, extended for padding in pixels. */
#include "scale/scale_parts.h"

#include "data/time_unit.h"

struct ends {
    double low, high;
};

/* d3 widens until the step of the ticks no longer changes, ten times at most. */
static bool widen(struct ends *ends, double count)
{
    double low = ends->low, high = ends->high, before = NAN;
    for (int i = 0; i < 10; i++) {
        const double step = hui_tick_increment(low, high, count);
        if (step == before) {
            *ends = (struct ends){low, high};
            return true;
        }
        if (step > 0) {
            low = floor(low / step) * step;
            high = ceil(high / step) * step;
        } else if (step < 0) {
            low = ceil(low * step) / step;
            high = floor(high * step) / step;
        } else {
            return false;
        }
        before = step;
    }
    return false;
}

static double whole_power(const hui_scale *scale, double x, bool is_floor)
{
    const double base = hui_scale_base(scale), sign = hui_scale_domain_number(scale, 0) < 0 ? -1 : 1;
    const double power = hui_log_of(base, sign * x);
    return sign * hui_power_of(base, is_floor == (sign > 0) ? floor(power) : ceil(power));
}

void hui_scale_nice(hui_scale *scale, double count)
{
    const unsigned traits = hui_scale_traits(scale->type);
    if (scale->domain_count < 2 || (!(traits & HUI_SCALE_CONTINUOUS) && scale->type != HUI_SCALE_QUANTIZE))
        return;
    size_t first = 0, last = scale->domain_count - 1;
    if (hui_scale_domain_number(scale, last) < hui_scale_domain_number(scale, first))
        first = last, last = 0;
    struct ends ends = {hui_scale_domain_number(scale, first), hui_scale_domain_number(scale, last)};
    const double wanted = isnan(count) ? 10 : count;
    if (!isfinite(ends.low) || !isfinite(ends.high))
        return;
    if (scale->type == HUI_SCALE_UTC)
        hui_utc_nice(&ends.low, &ends.high, wanted);
    else if (scale->type == HUI_SCALE_TIME)
        hui_time_nice(&ends.low, &ends.high, wanted);
    else if (scale->type == HUI_SCALE_LOG)
        ends = (struct ends){whole_power(scale, ends.low, true), whole_power(scale, ends.high, false)};
    else if (!widen(&ends, wanted))
        return;
    hui_scale_domain_set(scale, first, ends.low);
    hui_scale_domain_set(scale, last, ends.high);
}

void hui_scale_pad(hui_scale *scale, double pixels)
{
    if (!(hui_scale_traits(scale->type) & HUI_SCALE_CONTINUOUS) || scale->domain_count < 2 || scale->range_count < 2)
        return;
    const size_t last = scale->domain_count - 1;
    const double first_place = hui_value_to_number(scale->range[0]);
    const double last_place = hui_value_to_number(scale->range[scale->range_count - 1]);
    const double span = fabs(last_place - first_place);
    const hui_formula formula = hui_scale_formula(scale);
    const double low = hui_scale_domain_number(scale, 0), high = hui_scale_domain_number(scale, last);
    const double a = hui_formula_lift(&formula, low), b = hui_formula_lift(&formula, high);
    const double middle = (a + b) / 2, growth = span / (span - 2 * pixels);
    const double from = hui_formula_ground(&formula, middle + (a - middle) * growth);
    const double to = hui_formula_ground(&formula, middle + (b - middle) * growth);
    /* a range without room for the padding, or a log domain that touches 0, stays as it is */
    if (!(pixels != 0) || low == high || !isfinite(from) || !isfinite(to))
        return;
    hui_scale_domain_set(scale, 0, from);
    hui_scale_domain_set(scale, last, to);
}
