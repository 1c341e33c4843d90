/* Time unit: where the unit begins that each date lies in, and where it ends. */
#include "data/format.h"
#include "transform/transform.h"

#include <math.h>

typedef struct span {
    hui_value start, end;
} span;

static double date_of(hui_value value)
{
    return value.kind == HUI_VALUE_STRING ? hui_date_parse(value.string) : hui_value_to_number(value);
}

static span find_span(hui_time_unit unit, double ms)
{
    const double start = hui_time_unit_floor(unit, ms);
    return (span){hui_value_date(start), hui_value_date(isnan(start) ? start : hui_time_unit_offset(unit, start, 1))};
}

/* Dates that stand next to each other are often of one unit, if not the same. */
static void fill(const hui_accessor *accessor, size_t rows, hui_time_unit unit, hui_value *start, hui_value *end)
{
    double last = NAN;
    span found = {hui_value_null(), hui_value_null()};
    for (size_t row = 0; row < rows; row++) {
        const hui_value value = hui_accessor_value(accessor, row);
        span here = {hui_value_null(), hui_value_null()};
        if (value.kind != HUI_VALUE_NULL && value.kind != HUI_VALUE_UNDEFINED) {
            const double ms = date_of(value);
            if (ms != last)
                found = find_span(unit, ms);
            last = ms;
            here = found;
        }
        start[row] = here.start;
        if (end)
            end[row] = here.end;
    }
}

hui_table *hui_time_unit_apply(hui_arena *arena, const hui_table *table, const char *field, hui_time_unit unit,
                               const char *as_start, const char *as_end)
{
    const hui_accessor accessor = hui_accessor_new(arena, table, field);
    hui_table *binned = hui_table_copy(arena, table);
    hui_value *const start = hui_table_add(binned, as_start);
    hui_value *const end = as_end ? hui_table_add(binned, as_end) : NULL;
    fill(&accessor, table->rows, unit, start, end);
    return binned;
}
