/* Joined spans: one text, and where in it the look changes. */
#include "text/joined.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { MARKED_BREAK = 0x200B };

struct joiner {
    hui_arena *arena;
    hui_buffer bytes;
    HUI_VEC(hui_stretch) stretches;
    HUI_VEC(size_t) marked;
};

static bool has_color(hui_color color)
{
    return color.a != 0;
}

static double strong_scale(const hui_text_style *style, const hui_span *span)
{
    double scale = style->strong_scale;
    if (span->text[0] >= '0' && span->text[0] <= '9' && style->figure_scale > 0)
        scale = style->figure_scale;
    return scale > 0 ? scale : 1;
}

static hui_stretch resolve(hui_arena *arena, const hui_text_style *style, const hui_span *span)
{
    hui_stretch stretch = {.weight = style->weight > 0 ? style->weight : 400, .gap_before = span->gap_before};
    hui_piece *piece = &stretch.piece;
    *piece =
        (hui_piece){.size = style->size, .color = style->color, .strong = span->strong, .emphasis = span->emphasis};
    if (span->strong) {
        piece->size *= strong_scale(style, span);
        if (has_color(style->strong_color))
            piece->color = style->strong_color;
        stretch.weight = style->strong_weight > 0 ? style->strong_weight : stretch.weight > 700 ? stretch.weight : 700;
    }
    if (span->link) {
        piece->link = hui_arena_string(arena, span->link);
        if (has_color(style->link_color))
            piece->color = style->link_color;
    }
    if (span->size > 0)
        piece->size = span->size;
    if (span->weight > 0)
        stretch.weight = span->weight;
    if (has_color(span->color))
        piece->color = span->color;
    return stretch;
}

/* Line ends of all kinds are \n, other control characters nothing, marks of allowed breaks are kept aside. */
static void join_text(struct joiner *joiner, const char *at)
{
    while (*at) {
        const char *start = at;
        uint32_t code = hui_utf8_next(&at);
        if (code == MARKED_BREAK)
            *hui_vec_push(joiner->arena, &joiner->marked) = joiner->bytes.size;
        else if (code == '\n' || code == 0x0B || code == 0x0C || code == 0x85 || code == 0x2028 || code == 0x2029)
            hui_buffer_add_char(&joiner->bytes, '\n');
        else if (code == '\t')
            hui_buffer_add_char(&joiner->bytes, ' ');
        else if (code >= 0x20 && code != 0x7F)
            hui_buffer_add(&joiner->bytes, start, (size_t)(at - start));
    }
}

hui_joined hui_spans_join(hui_arena *arena, const hui_text_style *style, hui_spans spans)
{
    struct joiner joiner = {.arena = arena};
    for (size_t i = 0; i < spans.count; i++) {
        if (!spans.at[i].text || !spans.at[i].text[0])
            continue;
        hui_stretch *stretch = hui_vec_push(arena, &joiner.stretches);
        *stretch = resolve(arena, style, &spans.at[i]);
        stretch->from = joiner.bytes.size;
        join_text(&joiner, spans.at[i].text);
    }
    hui_vec_push(arena, &joiner.stretches)->from = joiner.bytes.size;
    hui_joined joined = {
        .bytes = hui_arena_string_n(arena, joiner.bytes.bytes ? joiner.bytes.bytes : "", joiner.bytes.size),
        .size = joiner.bytes.size,
        .stretches = joiner.stretches.at,
        .stretch_count = joiner.stretches.count,
        .marked = joiner.marked.at,
        .marked_count = joiner.marked.count,
    };
    hui_buffer_finish(&joiner.bytes);
    return joined;
}
