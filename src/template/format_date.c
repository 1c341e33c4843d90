/* Formats of dates, in UTC as everywhere. */
#include "template/text_format.h"

#include "data/format.h"

hui_value hui_format_date(hui_formatting *f, hui_value value, const char *const *arguments)
{
    return hui_value_string(arguments[0] ? hui_format_time(f->arena, arguments[0], value.number)
                                         : hui_value_text(f->arena, value));
}

hui_value hui_format_riqi(hui_formatting *f, hui_value value, const char *const *arguments)
{
    (void)arguments;
    return hui_value_string(hui_format_time(f->arena, "%Y年%-m月%-d日", value.number));
}

hui_value hui_format_han_date(hui_formatting *f, hui_value value, const char *const *arguments)
{
    const hui_date date = hui_date_of(value.number);
    (void)arguments;
    return hui_value_string(hui_arena_printf(
        f->arena, "%s年%s月%s日", hui_han_digits(f->arena, hui_arena_printf(f->arena, "%d", date.year)),
        hui_han_number(f->arena, date.month + 1), hui_han_number(f->arena, date.day)));
}
