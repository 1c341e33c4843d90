/* Texts. */
#include "chart/encode.h"

#include <math.h>
#include <string.h>

typedef struct text_style {
    const hui_encoder *x, *y, *radius, *theta, *text, *size, *angle, *dx, *dy, *align, *baseline;
    hui_label_style label;
    const char *line_break; /* what parts lines; NULL: nothing does */
} text_style;

int hui_json_weight(const hui_json *json, int fallback)
{
    if (hui_json_is(json, HUI_JSON_NUMBER))
        return json->number >= 850 ? 900 : json->number >= 600 ? 700 : 400;
    if (hui_json_is_string(json, "bold") || hui_json_is_string(json, "bolder"))
        return 700;
    return hui_json_is(json, HUI_JSON_STRING) ? 400 : fallback;
}

hui_anchor hui_anchor_read(const char *word, hui_anchor fallback)
{
    return !word                     ? fallback
           : !strcmp(word, "left")   ? HUI_ANCHOR_START
           : !strcmp(word, "right")  ? HUI_ANCHOR_END
           : !strcmp(word, "center") ? HUI_ANCHOR_MIDDLE
                                     : fallback;
}

hui_baseline hui_baseline_read(const char *word, hui_baseline fallback)
{
    static const char *const words[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"};
    for (int i = 0; word && i < 6; i++)
        if (!strcmp(words[i], word))
            return (hui_baseline)i;
    return fallback;
}

static const hui_encoder *encode_property(const hui_drawing *drawing, const char *key)
{
    return hui_encoder_json(drawing, hui_mark_default(drawing->unit, key));
}

static text_style style_new(const hui_drawing *drawing)
{
    const hui_view *unit = drawing->unit;
    const hui_json *size = hui_mark_find(unit, "size", "fontSize");
    text_style style = {
        .x = hui_encode_point(drawing, HUI_CHANNEL_X, HUI_PLACE_MID),
        .y = hui_encode_point(drawing, HUI_CHANNEL_Y, HUI_PLACE_MID),
        .radius = hui_encode_point(drawing, HUI_CHANNEL_RADIUS, HUI_PLACE_NONE),
        .theta = hui_encode_point(drawing, HUI_CHANNEL_THETA, HUI_PLACE_NONE),
        .text = hui_encode_text_channel(drawing, HUI_CHANNEL_TEXT),
        .size = hui_encode_channel(drawing, HUI_CHANNEL_SIZE, "fontSize", size),
        .angle = hui_encode_channel(drawing, HUI_CHANNEL_ANGLE, "angle", NULL),
        .dx = encode_property(drawing, "dx"),
        .dy = encode_property(drawing, "dy"),
        .align = encode_property(drawing, "align"),
        .baseline = encode_property(drawing, "baseline"),
    };
    style.line_break = hui_json_string(hui_mark_find(unit, "lineBreak", NULL),
                                       hui_spec_string(unit->chart->config, "lineBreak", NULL));
    style.label.font = hui_json_string(hui_mark_find(unit, "font", NULL), NULL);
    style.label.weight = hui_json_weight(hui_mark_find(unit, "fontWeight", NULL), 400);
    style.label.italic = hui_json_is_string(hui_mark_find(unit, "fontStyle", NULL), "italic");
    style.label.limit = hui_json_number(hui_mark_find(unit, "limit", NULL), 0);
    style.label.ellipsis = hui_json_string(hui_mark_find(unit, "ellipsis", NULL), NULL);
    style.label.line_height = hui_json_number(hui_mark_find(unit, "lineHeight", NULL), 0);
    return style;
}

static const char *word_of(const hui_encoder *encoder, hui_drawing *drawing, size_t row)
{
    const hui_value value = hui_encode_value(encoder, drawing, row);
    return value.kind == HUI_VALUE_STRING ? value.string : NULL;
}

static const char *break_lines(hui_arena *arena, const char *text, const char *line_break)
{
    const size_t size = line_break ? strlen(line_break) : 0;
    if (size == 0 || !text || !strstr(text, line_break))
        return text;
    char *const lines = HUI_NEW_ARRAY(arena, char, strlen(text) + 1), *end = lines;
    for (const char *at; (at = strstr(text, line_break)); text = at + size) {
        memcpy(end, text, (size_t)(at - text));
        end += at - text;
        *end++ = '\n';
    }
    memcpy(end, text, strlen(text) + 1);
    return lines;
}

void hui_draw_texts(hui_drawing *drawing, hui_marks *marks)
{
    const text_style style = style_new(drawing);
    const hui_painter *painter = hui_painter_new(drawing);
    const hui_rows rows = hui_drawing_ordered(drawing);
    hui_mark *mark = hui_mark_add(drawing, marks, HUI_MARK_TEXT, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const size_t row = hui_row_at(&rows, i);
        hui_mark_item *item = &mark->items[i];
        const double radius = hui_encode_number(style.radius, drawing, row, 0);
        const double theta = hui_encode_number(style.theta, drawing, row, 0) - HUI_PI / 2;
        item->x = hui_encode_number(style.x, drawing, row, 0) + hui_encode_number(style.dx, drawing, row, 0);
        item->y = hui_encode_number(style.y, drawing, row, 0) + hui_encode_number(style.dy, drawing, row, 0);
        if (style.radius) {
            item->x += radius * cos(theta);
            item->y += radius * sin(theta);
        }
        hui_painter_apply(painter, drawing, row, item);
        item->text.style = style.label;
        item->text.style.size = hui_encode_number(style.size, drawing, row, 11);
        item->text.text = break_lines(drawing->arena, hui_encode_text(style.text, drawing, row), style.line_break);
        item->text.angle = hui_encode_number(style.angle, drawing, row, 0);
        item->text.align = hui_anchor_read(word_of(style.align, drawing, row), HUI_ANCHOR_MIDDLE);
        item->text.baseline = hui_baseline_read(word_of(style.baseline, drawing, row), HUI_BASELINE_MIDDLE);
        if (!item->text.text)
            item->text.text = "";
    }
}
