/* Tooltips: what a mark says of itself when it is pointed at or read aloud. */
#include "chart/encode.h"

#include <string.h>

/* Marks beyond this many are a cloud that nobody reads one by one; they have tooltips only where the spec asks. */
enum { MOST_MARKS = 2000 };

typedef struct line {
    const char *title; /* NULL: the text alone */
    const hui_channel_def *def;
    hui_accessor field, end;
    const char *format, *format_type;
} line;

struct hui_tooltip {
    HUI_VEC(line) lines;
    hui_encoder *text; /* instead */
    bool whole_row;
};

static bool has_title(const hui_tooltip *tooltip, const char *title)
{
    for (size_t i = 0; i < tooltip->lines.count; i++)
        if (!strcmp(tooltip->lines.at[i].title, title))
            return true;
    return false;
}

static void add_line(const hui_drawing *drawing, hui_tooltip *tooltip, const hui_channel_def *def)
{
    const hui_json *given = def ? hui_json_find(def->json, "title") : NULL;
    if (!hui_def_is_field(def) || def->type == HUI_GEOJSON)
        return;
    const char *title = hui_json_text(drawing->arena, given);
    if (!title)
        title = hui_def_title(drawing->frame->chart, def);
    if (has_title(tooltip, title))
        return;
    line *entry = hui_vec_push(drawing->arena, &tooltip->lines);
    entry->title = title;
    entry->def = def;
    entry->field = hui_drawing_accessor(drawing, def->column);
    if (def->bins)
        entry->end = hui_drawing_accessor(drawing, def->column_end);
    entry->format_type = hui_spec_string(def->json, "formatType", NULL);
    entry->format =
        hui_def_format(drawing->frame->chart, def, hui_spec_string(def->json, "format", NULL), entry->format_type);
}

/* Of a path, what its whole series has in common. */
static void add_encodings(const hui_drawing *drawing, hui_tooltip *tooltip, bool path)
{
    for (unsigned i = path ? HUI_CHANNEL_COLOR : 0; i < HUI_CHANNEL_TOOLTIP; i++)
        if (i != HUI_CHANNEL_ORDER)
            add_line(drawing, tooltip, hui_unit_scaled(drawing->unit, (hui_channel)i));
    for (size_t i = 0; i < drawing->unit->details.count; i++)
        add_line(drawing, tooltip, drawing->unit->details.at[i]);
}

hui_tooltip *hui_tooltip_new(const hui_drawing *drawing, size_t item_count)
{
    const hui_view *unit = drawing->unit;
    const hui_json *mark = hui_mark_find(unit, "tooltip", NULL);
    const bool path = (hui_mark_traits(unit->mark_kind) & HUI_MARK_PATH_LIKE) != 0;
    hui_tooltip *tooltip = HUI_NEW(drawing->arena, hui_tooltip);
    if (hui_json_is(unit->tooltip_json, HUI_JSON_NULL))
        return NULL;
    if (unit->tooltips.count > 0 && !path) {
        for (size_t i = 0; i < unit->tooltips.count; i++)
            add_line(drawing, tooltip, unit->tooltips.at[i]);
        return tooltip;
    }
    if (!path && (unit->channels[HUI_CHANNEL_TOOLTIP] || hui_json_is(mark, HUI_JSON_STRING))) {
        tooltip->text = hui_encode_text_channel(drawing, HUI_CHANNEL_TOOLTIP);
        return tooltip;
    }
    if (hui_json_is(mark, HUI_JSON_NULL) || hui_json_is(mark, HUI_JSON_FALSE) ||
        (!mark && !path && item_count > MOST_MARKS))
        return NULL;
    tooltip->whole_row = !path && hui_json_is_string(hui_spec_find(mark, "content"), "data");
    add_encodings(drawing, tooltip, path);
    return tooltip->lines.count > 0 || tooltip->whole_row ? tooltip : NULL;
}

static void add_parts(const char **parts, size_t *count, const char *title, const char *text)
{
    if (*count > 0)
        parts[(*count)++] = "\n";
    parts[(*count)++] = title;
    parts[(*count)++] = ": ";
    parts[(*count)++] = text;
}

static const char *row_text(hui_drawing *drawing, size_t row)
{
    const hui_table *table = drawing->rows.table;
    const char **parts = HUI_NEW_ARRAY(drawing->arena, const char *, 4 * table->column_count);
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        add_parts(parts, &count, table->columns[i].name,
                  hui_value_to_string(drawing->arena, table->columns[i].at[row]));
    return hui_arena_join(drawing->arena, parts, count, "");
}

const char *hui_tooltip_text(const hui_tooltip *tooltip, hui_drawing *drawing, size_t row)
{
    if (tooltip->text)
        return hui_encode_text(tooltip->text, drawing, row);
    if (tooltip->whole_row)
        return row_text(drawing, row);
    const char **parts = HUI_NEW_ARRAY(drawing->arena, const char *, 4 * tooltip->lines.count);
    size_t count = 0;
    for (size_t i = 0; i < tooltip->lines.count; i++) {
        const line *entry = &tooltip->lines.at[i];
        const hui_value end = entry->end.column ? hui_accessor_value(&entry->end, row) : (hui_value){0};
        add_parts(parts, &count, entry->title,
                  hui_def_text(drawing->frame->chart, entry->def, hui_accessor_value(&entry->field, row), end,
                               entry->format, entry->format_type));
    }
    return hui_arena_join(drawing->arena, parts, count, "");
}
