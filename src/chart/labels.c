/* Labels: texts shaped once for each style, measured line by line, and set around their anchors. */
#include "chart/labels.h"

#include "base/hash.h"
#include "base/index.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/text.h"

#include <math.h>
#include <string.h>

/* One line of text in one style. */
typedef struct entry {
    const char *text; /* NULL: the slot is free */
    size_t size;
    const char *family;
    double points;
    int weight;
    const hui_text *shaped;
    const hui_lines *lines; /* when it is first set */
} entry;

struct hui_labels {
    hui_arena *arena;
    hui_fonts *fonts;
    hui_labels_options options;
    hui_place place;
    hui_diags *diags;
    HUI_VEC(entry) entries;
    hui_index index; /* of entries, by what they are shaped from */
    hui_path scratch;
};

hui_labels *hui_labels_new(hui_arena *arena, hui_fonts *fonts, const hui_labels_options *options, hui_place place,
                           hui_diags *diags)
{
    hui_labels *labels = HUI_NEW(arena, hui_labels);
    *labels = (hui_labels){.arena = arena, .fonts = fonts, .options = *options, .place = place, .diags = diags};
    if (!(labels->options.text_scale > 0))
        labels->options.text_scale = 1;
    labels->scratch = hui_path_new(arena);
    return labels;
}

hui_path *hui_labels_scratch(hui_labels *labels)
{
    labels->scratch.verb_count = labels->scratch.point_count = 0;
    return &labels->scratch;
}

double hui_label_size(const hui_labels *labels, const hui_label_style *style)
{
    const double most = 1e4;
    return style->size > 0 ? fmin(most, style->size) * labels->options.text_scale : 0;
}

double hui_label_line_height(const hui_labels *labels, const hui_label_style *style)
{
    const double most = 1e4,
                 height = style->line_height > 0 ? fmin(most, style->line_height) : fmax(0, style->size) + 2;
    return fmin(most, height) * labels->options.text_scale;
}

double hui_label_shift(const hui_labels *labels, const hui_label_style *style, hui_baseline baseline)
{
    const double size = hui_label_size(labels, style), height = hui_label_line_height(labels, style);
    double shift = 0;
    switch (baseline) {
    case HUI_BASELINE_ALPHABETIC:
        break;
    case HUI_BASELINE_TOP:
        shift = 0.79 * size;
        break;
    case HUI_BASELINE_MIDDLE:
        shift = (labels->options.chinese ? 0.36 : 0.30) * size; /* of figures and han characters; of Latin letters */
        break;
    case HUI_BASELINE_BOTTOM:
        shift = -0.21 * size;
        break;
    case HUI_BASELINE_LINE_TOP:
        shift = 0.29 * size + 0.5 * height;
        break;
    case HUI_BASELINE_LINE_BOTTOM:
        shift = 0.29 * size - 0.5 * height;
        break;
    }
    return floor(shift + 0.5);
}

size_t hui_label_lines(const char *text)
{
    size_t count = 1;
    for (; (text = strchr(text, '\n')); text++)
        count++;
    return count;
}

/* Shaped texts
 * ------------ */

static const char *family_of(const hui_labels *labels, const hui_label_style *style)
{
    return style->font ? style->font : labels->options.family ? labels->options.family : "";
}

static uint32_t hash_of(const entry *key)
{
    uint32_t hash = hui_hash_bytes(HUI_HASH_START, key->text, key->size);
    hash = hui_hash_bytes(hash, &key->points, sizeof key->points);
    return hui_hash_bytes(hash, &key->weight, sizeof key->weight);
}

static bool has_key(const void *items, size_t place, const void *sought)
{
    const entry *a = (const entry *)items + place, *b = sought;
    return a->size == b->size && a->points == b->points && a->weight == b->weight &&
           memcmp(a->text, b->text, a->size) == 0 && strcmp(a->family, b->family) == 0;
}

/* Data may hold any bytes: what is not UTF-8 is shown as such. */
static const char *valid_text(hui_arena *arena, const char *text, size_t size)
{
    size_t bad = hui_utf8_find_invalid(text, size);
    if (bad == size)
        return hui_arena_string_n(arena, text, size);
    HUI_VEC(char) out = {0};
    for (size_t i = 0; i < size; i += bad + 1) {
        bad = hui_utf8_find_invalid(text + i, size - i);
        for (size_t k = 0; k < bad; k++)
            *hui_vec_push(arena, &out) = text[i + k];
        for (const char *mark = "\uFFFD"; i + bad < size && *mark; mark++)
            *hui_vec_push(arena, &out) = *mark;
    }
    return hui_arena_string_n(arena, out.at, out.count);
}

static const hui_text *shape(hui_labels *labels, const entry *e, const char *text, bool wrapped)
{
    const hui_text_style style = {
        .family = *e->family ? e->family : NULL,
        .lang = labels->options.lang,
        .size = e->points,
        .weight = e->weight,
        .line_height = e->points,
        .color = {0, 0, 0, 255},
        .nowrap = !wrapped,
        .balance = wrapped,
        .plain = !labels->options.chinese,
        .keep_spaces = !wrapped,
    };
    const hui_span span = {.text = text};
    return hui_text_new(labels->arena, labels->fonts, &style, (hui_spans){&span, 1}, labels->place, labels->diags);
}

static entry key_of(const hui_labels *labels, const char *text, size_t size, const hui_label_style *style)
{
    return (entry){.text = text,
                   .size = size,
                   .family = family_of(labels, style),
                   .points = hui_label_size(labels, style),
                   .weight = style->weight > 0 ? style->weight : 400};
}

/* NULL for an empty text, or one of no size. */
static entry *find_entry(hui_labels *labels, const char *text, size_t size, const hui_label_style *style)
{
    entry key = key_of(labels, text, size, style);
    if (size == 0 || !(key.points > 0))
        return NULL;
    const size_t place = hui_index_add(labels->arena, &labels->index, hash_of(&key), has_key, labels->entries.at, &key);
    if (place == labels->entries.count) {
        key.text = hui_arena_copy(labels->arena, text, size);
        key.shaped = shape(labels, &key, valid_text(labels->arena, text, size), false);
        *hui_vec_push(labels->arena, &labels->entries) = key;
    }
    return &labels->entries.at[place];
}

/* Cutting
 * ------- */

typedef struct line {
    const char *text;
    size_t size;
} line;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The line at *text without the spaces around it; moves to the next, or to NULL after the last. */
static line next_line(const char **text)
{
    const char *start = *text, *end = start + strcspn(start, "\n");
    *text = *end ? end + 1 : NULL;
    while (start < end && is_space(*start))
        start++;
    while (end > start && is_space(end[-1]))
        end--;
    return (line){start, (size_t)(end - start)};
}

static double line_width(hui_labels *labels, const char *text, size_t size, const hui_label_style *style)
{
    const entry *found = find_entry(labels, text, size, style);
    return found ? hui_text_max_width(found->shaped) : 0;
}

static bool starts_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* The longest start of the text that is narrower than the limit, in bytes. */
static size_t fitting_size(hui_labels *labels, line l, const hui_label_style *style, double limit)
{
    size_t *starts = HUI_NEW_ARRAY(labels->arena, size_t, l.size + 1), count = 0;
    for (size_t i = 0; i < l.size; i++)
        if (starts_character(l.text[i]))
            starts[count++] = i;
    starts[count] = l.size;
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = 1 + (low + high) / 2;
        if (line_width(labels, l.text, starts[middle], style) < limit)
            low = middle;
        else
            high = middle - 1;
    }
    return count ? starts[low] : 0;
}

/* vega-scenegraph cuts only where the text is at least as wide as the limit. */
static line cut_line(hui_labels *labels, line l, const hui_label_style *style)
{
    const double limit = style->limit * labels->options.text_scale;
    if (!(limit > 0) || l.size == 0 || line_width(labels, l.text, l.size, style) < limit)
        return l;
    const char *ellipsis = style->ellipsis ? style->ellipsis : "…";
    const double room = limit - line_width(labels, ellipsis, strlen(ellipsis), style);
    const size_t kept = fitting_size(labels, l, style, room);
    const char *cut = hui_arena_printf(labels->arena, "%.*s%s", (int)kept, l.text, ellipsis);
    return (line){cut, strlen(cut)};
}

double hui_labels_width(hui_labels *labels, const char *text, const hui_label_style *style)
{
    double widest = 0;
    while (text) {
        const line l = cut_line(labels, next_line(&text), style);
        widest = fmax(widest, line_width(labels, l.text, l.size, style));
    }
    return widest;
}

static void add_line(hui_arena *arena, const char **joined, const char *text, size_t size)
{
    *joined =
        *joined ? hui_arena_printf(arena, "%s\n%.*s", *joined, (int)size, text) : hui_arena_string_n(arena, text, size);
}

const char *hui_labels_cut(hui_labels *labels, const char *text, const hui_label_style *style)
{
    const char *joined = NULL;
    while (text) {
        const line l = cut_line(labels, next_line(&text), style);
        add_line(labels->arena, &joined, l.text, l.size);
    }
    return joined ? joined : "";
}

const char *hui_labels_wrap(hui_labels *labels, const char *text, const hui_label_style *style, double width)
{
    const entry key = key_of(labels, text, strlen(text), style);
    if (key.size == 0 || !(key.points > 0))
        return text;
    const hui_text *shaped = shape(labels, &key, valid_text(labels->arena, text, key.size), true);
    const hui_lines *lines = hui_text_compose(shaped, fmax(width, hui_text_min_width(shaped))); /* words stay whole */
    const char *joined = NULL;
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *l = &lines->at[i];
        const hui_run *last = l->run_count ? &l->runs[l->run_count - 1] : NULL;
        const char *start = last ? l->runs[0].text : "";
        add_line(labels->arena, &joined, start, last ? (size_t)(last->text + last->text_size - start) : 0);
    }
    return joined ? joined : text;
}

/* Setting
 * ------- */

static double share_left(hui_anchor align)
{
    return align == HUI_ANCHOR_START ? 0 : align == HUI_ANCHOR_MIDDLE ? 0.5 : 1;
}

/* A line's runs in the colour asked for. */
static const hui_run *colored(hui_arena *arena, const hui_line *l, hui_color color)
{
    hui_run *runs = hui_arena_copy(arena, l->runs, l->run_count * sizeof *runs);
    for (size_t i = 0; i < l->run_count; i++)
        runs[i].color = color;
    return runs;
}

static hui_line set_line(hui_labels *labels, entry *e, double left, double baseline, hui_color color)
{
    if (!e->lines)
        e->lines = hui_text_compose(e->shaped, INFINITY);
    if (e->lines->count == 0)
        return (hui_line){.baseline = baseline, .ends_paragraph = true};
    const hui_line *shaped = &e->lines->at[0];
    return (hui_line){.x = -left * shaped->width,
                      .baseline = baseline,
                      .width = shaped->width,
                      .runs = colored(labels->arena, shaped, color),
                      .run_count = shaped->run_count,
                      .ends_paragraph = true};
}

const hui_lines *hui_labels_set(hui_labels *labels, const char *text, const hui_label_style *style, hui_anchor align,
                                hui_color color)
{
    const double size = hui_label_size(labels, style), height = hui_label_line_height(labels, style);
    hui_line *at = HUI_NEW_ARRAY(labels->arena, hui_line, hui_label_lines(text));
    hui_lines *set = HUI_NEW(labels->arena, hui_lines);
    bool visible = false;
    for (; text; set->count++) {
        const line l = cut_line(labels, next_line(&text), style);
        entry *e = find_entry(labels, l.text, l.size, style);
        const double baseline = (double)set->count * height;
        at[set->count] = e ? set_line(labels, e, share_left(align), baseline, color)
                           : (hui_line){.baseline = baseline, .ends_paragraph = true};
        visible = visible || e;
        set->ink_width = fmax(set->ink_width, at[set->count].width);
    }
    set->at = at;
    set->width = set->ink_width;
    set->ascent = size;
    set->height = (double)(set->count - 1) * height + size;
    return visible ? set : NULL;
}
