/* Texts: shaped once, broken and set for any width. */
#include "text/text.h"

#include "text/shaped.h"
#include "text/text_cache.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* px; with none given, lines stand as body text does. */
static const double BODY_LINE_HEIGHT = 1.5;

static double widest_part(const hui_text *text, const hui_paragraph *paragraph)
{
    double widest = 0;
    for (size_t from = paragraph->from, to; from < paragraph->to; from = to) {
        to = from + 1;
        while (to < paragraph->to && (text->style.nowrap || text->atoms[to].breaking > HUI_BREAK_PLAIN))
            to++;
        widest = fmax(widest, hui_line_width(text, from, to));
    }
    return widest;
}

/* False after a diagnostic. */
static bool is_allowed(hui_spans spans, hui_place place, hui_diags *diags)
{
    size_t size = 0;
    for (size_t i = 0; i < spans.count; i++)
        size += spans.at[i].text ? strlen(spans.at[i].text) : 0;
    return size <= hui_budget_most(diags->budget, HUI_MOST_TEXT)
               ? hui_diags_take(diags, HUI_MOST_TEXTS, size, place)
               : hui_diags_fit(diags, HUI_MOST_TEXT, size, place,
                               hui_arena_printf(diags->arena, "the text has %zu bytes", size));
}

/* False if glyphs are missing. */
static bool shape(hui_text *text, hui_fonts *fonts, hui_spans spans, hui_place place, hui_diags *diags)
{
    const bool is_whole = hui_text_shape(text, fonts, spans, place, diags);
    for (size_t i = 0; i < text->paragraph_count; i++) {
        const hui_paragraph *paragraph = &text->paragraphs[i];
        hui_text_classify(text, paragraph);
        hui_text_space(text, paragraph);
        text->min_width = fmax(text->min_width, widest_part(text, paragraph));
        text->max_width = fmax(text->max_width, hui_line_width(text, paragraph->from, paragraph->to));
    }
    return is_whole;
}

hui_text *hui_text_new(hui_arena *arena, hui_fonts *fonts, const hui_text_style *style, hui_spans spans,
                       hui_place place, hui_diags *diags)
{
    assert(style->size > 0);
    hui_text_style whole = *style;
    if (!(whole.line_height > 0))
        whole.line_height = BODY_LINE_HEIGHT * whole.size;
    if (!is_allowed(spans, place, diags))
        spans.count = 0;
    hui_text_cache *cache = hui_fonts_texts(fonts);
    hui_text *text = hui_text_cache_find(cache, arena, &whole, spans);
    if (text)
        return text;
    text = HUI_NEW(arena, hui_text);
    text->arena = arena;
    text->style = whole;
    if (shape(text, fonts, spans, place, diags)) /* else what is missing is to be said again */
        hui_text_cache_add(cache, text);
    return text;
}

double hui_text_min_width(const hui_text *text)
{
    return text->min_width;
}

double hui_text_max_width(const hui_text *text)
{
    return text->max_width;
}
