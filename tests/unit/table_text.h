/* Tables written down in short, for tests: "a b | 1 'x' | null undefined". Dates are @ and their milliseconds. */
#ifndef HUI_TEST_TABLE_TEXT_H
#define HUI_TEST_TABLE_TEXT_H

#include "base/buffer.h"
#include "data/table.h"

#include <math.h>

static inline void write_value(hui_buffer *buffer, hui_arena *arena, hui_value value)
{
    switch (value.kind) {
    case HUI_VALUE_STRING:
        hui_buffer_add_string(buffer, hui_arena_printf(arena, "'%s'", value.string));
        return;
    case HUI_VALUE_DATE:
        hui_buffer_add_string(buffer, hui_arena_printf(arena, "@%s", hui_number_string(arena, value.number)));
        return;
    case HUI_VALUE_ARRAY:
        hui_buffer_add_char(buffer, '[');
        for (uint32_t i = 0; i < value.count; i++) {
            if (i)
                hui_buffer_add_char(buffer, ' ');
            write_value(buffer, arena, value.items[i]);
        }
        hui_buffer_add_char(buffer, ']');
        return;
    case HUI_VALUE_OBJECT:
        hui_buffer_add_char(buffer, '{');
        for (uint32_t i = 0; i < value.count; i++) {
            hui_buffer_add_string(buffer, hui_arena_printf(arena, "%s%s:", i ? " " : "", value.members[i].key));
            write_value(buffer, arena, value.members[i].value);
        }
        hui_buffer_add_char(buffer, '}');
        return;
    case HUI_VALUE_UNDEFINED:
    case HUI_VALUE_NULL:
    case HUI_VALUE_BOOL:
    case HUI_VALUE_NUMBER:
        hui_buffer_add_string(buffer, hui_value_to_string(arena, value));
        return;
    }
}

static inline const char *table_text(hui_arena *arena, const hui_table *table)
{
    hui_buffer buffer = {0};
    for (size_t i = 0; i < table->column_count; i++)
        hui_buffer_add_string(&buffer, hui_arena_printf(arena, "%s%s", i ? " " : "", table->columns[i].name));
    for (size_t row = 0; row < table->rows; row++) {
        hui_buffer_add_string(&buffer, " |");
        for (size_t i = 0; i < table->column_count; i++) {
            hui_buffer_add_char(&buffer, ' ');
            write_value(&buffer, arena, table->columns[i].at[row]);
        }
    }
    const char *text = hui_arena_string_n(arena, buffer.bytes ? buffer.bytes : "", buffer.size);
    hui_buffer_finish(&buffer);
    return text;
}

#endif
