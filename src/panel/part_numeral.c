/* Numerals: a value with prefix and unit on one baseline, in the largest step that fits its whole row. */
#include "base/number.h"
#include "panel/part.h"

#include <math.h>
#include <string.h>

/* Sizes a numeral may take, px, and where each class starts. */
static const double steps[] = {136, 120, 104, 96, 88, 84, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32, 28, 24, 20};
static const double class_size[HUI_NUMERAL_CLASS_COUNT] = {136, 88, 84, 64, 48};

enum { STEP_COUNT = sizeof steps / sizeof *steps };

static const double smallest_text = 20; /* as far as a reader of a poster can go */
/* Figures have no descenders: of the room below their baseline this share of their size is given up, so that what
 * stands above and below them looks equal. */
static const double descent_trim = 0.09;

/* Neighbours make a numeral no smaller than this; only want of room does. */
static const double smallest_wanted = 32;
static const double line_height = 1.14, unit_share = 0.42, smallest_unit = 26, largest_share = 0.8, unit_gap = 5;

typedef struct numeral_leaf {
    hui_build build;
    hui_numeral numeral;
    hui_color color, unit_color;
    double value_em, unit_em, prefix_em; /* widths at 1 px per em */
    hui_numeral_group *group;
    const hui_text *text;
    const hui_lines *lines;
} numeral_leaf;

static int first_step(const hui_numeral *numeral)
{
    const double largest =
        numeral->limit > 0 ? fmin(numeral->limit, class_size[numeral->size]) : class_size[numeral->size];
    int step = 0;
    while (step < STEP_COUNT - 1 && steps[step] > largest)
        step++;
    return step;
}

static double unit_size(double size)
{
    return fmax(fmax(size * unit_share, fmin(smallest_unit, size * largest_share)), smallest_text);
}

/* Han units stand close; words keep a space. */
static double gap_of(hui_string string, double size)
{
    const int first = string.text ? string.text[0] | 0x20 : 0;
    return first >= 'a' && first <= 'z' ? size * 0.25 : unit_gap;
}

static double width_at(const numeral_leaf *leaf, int step)
{
    const double size = steps[step], unit = unit_size(size);
    double width = leaf->value_em * size;
    if (leaf->unit_em > 0)
        width += gap_of(leaf->numeral.unit, unit) + leaf->unit_em * unit;
    if (leaf->prefix_em > 0)
        width += gap_of(leaf->numeral.prefix, unit) + leaf->prefix_em * unit;
    return ceil(width);
}

static const hui_text *shape(const numeral_leaf *leaf, double size)
{
    const hui_numeral *n = &leaf->numeral;
    const double unit = unit_size(size);
    hui_span spans[3];
    size_t count = 0;
    if (n->prefix.text)
        spans[count++] = (hui_span){.text = n->prefix.text, .size = unit, .weight = 700, .color = leaf->unit_color};
    spans[count] = (hui_span){.text = n->value.text, .weight = 900, .color = leaf->color};
    spans[count].gap_before = count ? gap_of(n->prefix, unit) : 0;
    count++;
    if (n->unit.text)
        spans[count++] = (hui_span){.text = n->unit.text,
                                    .size = unit,
                                    .weight = 700,
                                    .color = leaf->unit_color,
                                    .gap_before = gap_of(n->unit, unit)};
    const hui_text_style style = {.lang = leaf->build.lang,
                                  .size = size,
                                  .weight = 900,
                                  .line_height = size * line_height,
                                  .color = leaf->color,
                                  .align = n->align,
                                  .nowrap = true,
                                  .no_gap = true};
    return hui_text_new(leaf->build.arena, leaf->build.fonts, &style, (hui_spans){spans, count}, n->value.place,
                        leaf->build.diags);
}

/* Width of one or two strings set together at 1 px per em; the room between punctuation and figures depends on both. */
static double em_width(const hui_build *b, hui_string first, hui_string second)
{
    const double size = 100;
    const hui_span spans[] = {{.text = first.text ? first.text : ""}, {.text = second.text ? second.text : ""}};
    const hui_text_style style = {
        .lang = b->lang, .size = size, .weight = 900, .line_height = size, .nowrap = true, .no_gap = true};
    const hui_text *text = hui_text_new(b->arena, b->fonts, &style, (hui_spans){spans, 2}, first.place, b->diags);
    return hui_text_max_width(text) / size;
}

static hui_extent numeral_widths(void *data)
{
    const numeral_leaf *leaf = data;
    const int first = first_step(&leaf->numeral);
    int last = first;
    while (last < STEP_COUNT - 1 && (steps[last] > smallest_wanted || width_at(leaf, last) > leaf->build.room))
        last++;
    return (hui_extent){width_at(leaf, last), width_at(leaf, first)};
}

static void numeral_fit(void *data, double width)
{
    numeral_leaf *leaf = data;
    int *step = &leaf->group->step[leaf->numeral.size];
    while (*step < STEP_COUNT - 1 && width_at(leaf, *step) > width + 0.5)
        (*step)++;
}

static hui_height numeral_height(void *data, double width)
{
    numeral_leaf *leaf = data;
    const double size = steps[leaf->group->step[leaf->numeral.size]];
    leaf->text = shape(leaf, size);
    leaf->lines = hui_text_compose(leaf->text, fmax(width, hui_text_max_width(leaf->text)));
    return (hui_height){leaf->lines->height - round(size * descent_trim),
                        leaf->lines->count ? leaf->lines->at[0].baseline : NAN};
}

static void numeral_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const numeral_leaf *leaf = data;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_PARAGRAPH, .kind = "value"});
    hui_scene_text(scene, box->rect.x, box->rect.y, leaf->lines);
    hui_scene_end(scene);
}

static const hui_content numeral_content = {numeral_widths, numeral_fit, numeral_height, numeral_draw};

hui_box *hui_part_numeral(const hui_build *b, const hui_numeral *numeral)
{
    const hui_inks inks = hui_inks_of(b);
    const double value_em = em_width(b, numeral->value, (hui_string){0});
    numeral_leaf *leaf = HUI_NEW(b->arena, numeral_leaf);
    *leaf = (numeral_leaf){
        .build = *b,
        .numeral = *numeral,
        .color = numeral->color.a ? numeral->color : inks.numeral,
        .unit_color = numeral->unit_color.a ? numeral->unit_color
                      : numeral->color.a    ? numeral->color
                                            : inks.unit,
        .value_em = value_em,
        .unit_em = numeral->unit.text ? em_width(b, numeral->value, numeral->unit) - value_em : 0,
        .prefix_em = numeral->prefix.text ? em_width(b, numeral->prefix, numeral->value) - value_em : 0,
        .group = b->numerals ? b->numerals : HUI_NEW(b->arena, hui_numeral_group),
    };
    int *step = &leaf->group->step[numeral->size];
    if (*step < first_step(numeral))
        *step = first_step(numeral);
    return hui_box_leaf(b->arena, &numeral_content, leaf);
}

double hui_number_of(hui_string string)
{
    if (!string.text)
        return NAN;
    char digits[64];
    size_t length = 0;
    const char *at = string.text;
    if (strncmp(at, "−", strlen("−")) == 0) {
        digits[length++] = '-';
        at += strlen("−");
    }
    for (; *at && length < sizeof digits - 1; at++)
        if (*at != ',')
            digits[length++] = *at;
    digits[length] = 0;
    double value;
    const char *end = hui_number_read(digits, &value);
    return !end || (*end && strcmp(end, "%") != 0) ? NAN : value;
}
