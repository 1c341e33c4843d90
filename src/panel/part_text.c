/* Text leaves: shaped when built, composed when their width is known. */
#include "panel/part.h"

#include "base/utf8.h"

#include <math.h>

typedef struct text_leaf {
    const hui_build *build;
    hui_spans spans;
    hui_place place;
    hui_text_style style;
    const hui_text *text;
    const hui_lines *lines;
    hui_group group;
    double keep, shrink_to;
    bool afloat, of_letters;
    hui_color on;
} text_leaf;

/* A shrinking text gives this share of its size up at each try. */
static const double shrink_step = 0.94;
/* Words stay whole down to this share of their size, and this many px. */
static const double word_shrink = 0.72, smallest_word = 20;

static void shape(text_leaf *leaf)
{
    const hui_build *b = leaf->build;
    leaf->text = hui_text_new(b->arena, b->fonts, &leaf->style, leaf->spans, leaf->place, b->diags);
}

/* Whether it is all of letters: then a word too long for its line is set smaller rather than broken. */
static bool is_of_letters(hui_spans spans)
{
    for (size_t i = 0; i < spans.count; i++)
        for (const char *at = spans.at[i].text; *at;)
            if (hui_utf8_is_cjk(hui_utf8_next(&at)))
                return false;
    return true;
}

/* The smallest size to which it goes to keep words whole. */
static double least_size(const text_leaf *leaf)
{
    const double size = leaf->shrink_to > 0 ? fmin(leaf->shrink_to, leaf->style.size) : leaf->style.size;
    return leaf->of_letters ? fmin(size, fmax(leaf->style.size * word_shrink, smallest_word)) : size;
}

static hui_extent text_widths(void *data)
{
    const text_leaf *leaf = data;
    const double min = hui_text_min_width(leaf->text), max = hui_text_max_width(leaf->text), size = leaf->style.size;
    const double kept = fmin(max * (leaf->shrink_to > 0 ? fmin(1, leaf->shrink_to / size) : 1), leaf->keep);
    return (hui_extent){ceil(fmax(min * least_size(leaf) / size, kept)), ceil(max)};
}

/* The largest size at which no line but the author's own breaks; below `shrink_to` it wraps, but where that would break
 * words. */
static void text_fit(void *data, double width)
{
    text_leaf *leaf = data;
    const double full = leaf->style.size, line = hui_text_max_width(leaf->text) / full,
                 word = hui_text_min_width(leaf->text) / full;
    double size = full;
    if (leaf->shrink_to > 0 && line * size > width + 0.5)
        while (line * size > width && size > leaf->shrink_to)
            size = fmax(size * shrink_step, fmin(leaf->shrink_to, full));
    while (word * size > width + 0.5 && size > least_size(leaf))
        size = fmax(size * shrink_step, least_size(leaf));
    if (size == full)
        return;
    leaf->style.line_height *= size / full;
    leaf->style.size = size;
    shape(leaf);
}

static hui_height text_height(void *data, double width)
{
    text_leaf *leaf = data;
    hui_text_check(leaf->build, &leaf->style, leaf->on, leaf->place);
    leaf->lines = hui_text_compose(leaf->text, width);
    return (hui_height){leaf->lines->height, leaf->lines->count && !leaf->afloat ? leaf->lines->at[0].baseline : NAN};
}

static void text_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const text_leaf *leaf = data;
    const bool grouped = leaf->group.role != HUI_ROLE_NONE || leaf->group.kind;
    if (grouped)
        hui_scene_group(scene, leaf->group);
    hui_scene_text(scene, box->rect.x, box->rect.y, leaf->lines);
    if (grouped)
        hui_scene_end(scene);
}

static const hui_content text_content = {text_widths, text_fit, text_height, text_draw};

static hui_text_style style_of(const hui_build *b, const hui_text_look *look)
{
    const hui_type_style *step = &b->theme->type[look->type];
    const hui_inks inks = hui_inks_of(b);
    const double size = look->size > 0 ? look->size : step->size;
    return (hui_text_style){
        .lang = b->lang,
        .size = size,
        .weight = look->weight ? look->weight : step->weight,
        .line_height = step->line_height * size / step->size,
        .letter_spacing = look->letter_spacing,
        .color = look->color.a ? look->color : inks.ink,
        .align = look->align,
        .strong_color = look->strong_color.a ? look->strong_color : inks.strong,
        .strong_weight = look->strong_weight,
        .strong_scale = look->strong_scale,
        .figure_scale = look->figure_scale,
        .link_color = inks.strong,
        .balance = look->balance,
        .nowrap = look->nowrap,
        .no_gap = look->no_gap,
        .tabular = look->tabular,
    };
}

hui_box *hui_part_spans(const hui_build *build, hui_spans spans, hui_place place, hui_text_look look)
{
    text_leaf *leaf = HUI_NEW(build->arena, text_leaf);
    hui_build *kept = HUI_NEW(build->arena, hui_build);
    *kept = *build;
    *leaf = (text_leaf){
        .build = kept,
        .spans = spans,
        .place = place,
        .style = style_of(build, &look),
        .keep = look.keep,
        .afloat = look.afloat,
        .of_letters = is_of_letters(spans),
        .shrink_to = look.shrink_to,
        .on = look.on.a ? look.on : hui_ground_color(build),
    };
    leaf->group =
        (hui_group){.role = look.role, .kind = look.kind, .level = build->heading_level < 6 ? build->heading_level : 6};
    shape(leaf);
    return hui_box_leaf(build->arena, &text_content, leaf);
}

double hui_text_keep(const hui_build *build)
{
    return fmin(build->room * 0.4, 240);
}

hui_box *hui_part_text(const hui_build *build, hui_string string, hui_text_look look)
{
    if (!string.text || !string.text[0])
        return NULL;
    hui_box *box = hui_part_spans(build, hui_markdown_read(build->arena, string.text), string.place, look);
    if (look.role == HUI_ROLE_HEADING)
        ((text_leaf *)box->data)->group.label = hui_markdown_plain(build->arena, string.text);
    return box;
}

hui_box *hui_part_heading(const hui_build *build, hui_string string, hui_type type)
{
    return hui_part_text(build, string,
                         (hui_text_look){.type = type,
                                         .color = hui_inks_of(build).strong,
                                         .balance = true,
                                         .role = HUI_ROLE_HEADING,
                                         .kind = "title"});
}

hui_box *hui_part_label(const hui_build *build, hui_string string)
{
    return hui_part_text(build, string,
                         (hui_text_look){.type = HUI_TYPE_LABEL,
                                         .color = hui_inks_of(build).secondary,
                                         .balance = true,
                                         .keep = hui_text_keep(build),
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}
