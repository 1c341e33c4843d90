/* Trees of boxes from short texts, with leaves that wrap as if they held words, for the tests of layout. */
#ifndef TEST_LAYOUT_H
#define TEST_LAYOUT_H

#include "base/buffer.h"
#include "layout/box.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Needs `min`; is `max` long on one line; lines are `line` high. */
typedef struct fake {
    double min, max, line, baseline; /* baseline NAN: none */
    int widths_calls, fit_calls, height_calls;
    double fit_width, height_width;
    int *clock, fit_time, height_time; /* which call of all leaves' */
} fake;

static hui_extent fake_widths(void *data)
{
    fake *self = data;
    self->widths_calls++;
    if (self->clock)
        ++*self->clock;
    return (hui_extent){self->min, self->max};
}

static void fake_fit(void *data, double width)
{
    fake *self = data;
    self->fit_calls++;
    self->fit_width = width;
    if (self->clock)
        self->fit_time = ++*self->clock;
}

static hui_height fake_height(void *data, double width)
{
    fake *self = data;
    self->height_calls++;
    self->height_width = width;
    if (self->clock)
        self->height_time = ++*self->clock;
    double lines = self->max > 0 ? ceil(self->max / fmax(width, 1)) : 1;
    return (hui_height){lines * self->line, self->baseline};
}

static const hui_content fake_content = {.widths = fake_widths, .fit = fake_fit, .height = fake_height};

static inline hui_box *fake_leaf(hui_arena *arena, double min, double max)
{
    fake *self = HUI_NEW(arena, fake);
    *self = (fake){.min = min, .max = max, .line = 20, .baseline = 15};
    return hui_box_leaf(arena, &fake_content, self);
}

/* One word of a text such as `row gap=10 ( 50-200 grow=1  30 )`: a leaf is its least and its full width. */
static inline bool next_word(const char **at, char word[64])
{
    while (**at == ' ')
        ++*at;
    size_t length = strcspn(*at, " ");
    if (length >= 64)
        abort();
    memcpy(word, *at, length);
    word[length] = 0;
    *at += length;
    return length > 0;
}

static inline hui_align align_named(const char *name)
{
    static const char *const names[] = {"stretch", "start", "center", "end", "baseline"};
    for (int i = 0; i < 5; i++) {
        if (strcmp(name, names[i]) == 0)
            return (hui_align)i;
    }
    abort();
}

static inline hui_justify justify_named(const char *name)
{
    static const char *const names[] = {"start", "center", "end", "between"};
    for (int i = 0; i < 4; i++) {
        if (strcmp(name, names[i]) == 0)
            return (hui_justify)i;
    }
    abort();
}

/* 1fr,auto,120 */
static inline void set_tracks(hui_arena *arena, hui_box *box, const char *text)
{
    hui_track *tracks = HUI_NEW_ARRAY(arena, hui_track, strlen(text));
    size_t count = 0;
    for (char *end; *text; text = *end ? end + 1 : end) {
        hui_track *track = &tracks[count++];
        track->size = strtod(text, &end);
        track->kind = end == text ? HUI_TRACK_AUTO : *end == 'f' ? HUI_TRACK_FR : HUI_TRACK_PX;
        end += strcspn(end, ",");
    }
    box->tracks = tracks;
    box->track_count = count;
}

/* Of pad=8, pad=8,20 */
static inline void set_padding(hui_box *box, const char *text)
{
    char *end;
    double vertical = strtod(text, &end);
    hui_box_pad(box, vertical, *end ? strtod(end + 1, NULL) : vertical);
}

static inline void set_property(hui_arena *arena, hui_box *box, const char *word)
{
    const char *value = strchr(word, '=') ? strchr(word, '=') + 1 : "";
    double number = strtod(value, NULL);
    fake *leaf = box->kind == HUI_BOX_LEAF ? box->data : NULL;
    const struct {
        const char *name;
        double *to;
    } numbers[] = {
        {"gap=", &box->gap},         {"rowgap=", &box->row_gap},       {"maxgap=", &box->max_gap},
        {"grow=", &box->grow},       {"width=", &box->width},          {"minw=", &box->min_width},
        {"maxw=", &box->max_width},  {"minh=", &box->min_height},      {"height=", &box->height},
        {"ratio=", &box->ratio},     {"dx=", &box->offset_x},          {"dy=", &box->offset_y},
        {"line=", leaf ? &leaf->line : NULL}, {"base=", leaf ? &leaf->baseline : NULL},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strncmp(word, numbers[i].name, strlen(numbers[i].name)) == 0) {
            *numbers[i].to = number;
            return;
        }
    }
    if (strncmp(word, "align=", 6) == 0)
        box->align = align_named(value);
    else if (strncmp(word, "justify=", 8) == 0)
        box->justify = justify_named(value);
    else if (strncmp(word, "self=", 5) == 0)
        box->has_self = true, box->self = align_named(value);
    else if (strncmp(word, "span=", 5) == 0)
        box->span = (int)number;
    else if (strncmp(word, "rows=", 5) == 0)
        box->row_span = (int)number;
    else if (strncmp(word, "tracks=", 7) == 0)
        set_tracks(arena, box, value);
    else if (strncmp(word, "pad=", 4) == 0)
        set_padding(box, value);
    else if (strcmp(word, "out") == 0)
        box->out_of_flow = true;
    else
        abort();
}

static inline hui_box *box_named(hui_arena *arena, const char *word)
{
    static const char *const names[] = {"leaf", "column", "row", "wrap", "grid", "stack"};
    for (int i = 0; i < 6; i++) {
        if (strcmp(word, names[i]) == 0)
            return hui_box_new(arena, (hui_box_kind)i);
    }
    if (word[0] < '0' || word[0] > '9')
        return NULL;
    char *end;
    double min = strtod(word, &end);
    return fake_leaf(arena, min, *end == '-' ? strtod(end + 1, NULL) : min);
}

static inline hui_box *read_tree(hui_arena *arena, const char *text)
{
    hui_box *root = NULL, *parent = NULL, *box = NULL;
    for (char word[64]; next_word(&text, word);) {
        hui_box *made;
        if (strcmp(word, "(") == 0) {
            parent = box;
        } else if (strcmp(word, ")") == 0) {
            box = parent;
            parent = parent->parent;
        } else if ((made = box_named(arena, word))) {
            box = made;
            if (parent)
                hui_box_add(parent, box);
            else
                root = box;
        } else {
            set_property(arena, box, word);
        }
    }
    assert(!parent);
    return root;
}

/* `x,y w×h` of each box, parents first, with `|` between. */
static inline void dump_tree(hui_buffer *out, const hui_box *box)
{
    const double numbers[] = {box->rect.x, box->rect.y, box->rect.w, box->rect.h};
    if (out->size > 0)
        hui_buffer_add_string(out, " | ");
    for (int i = 0; i < 4; i++) {
        hui_buffer_add_number(out, numbers[i], 2);
        hui_buffer_add_string(out, (const char *const[]){",", " ", "x", ""}[i]);
    }
    for (const hui_box *child = box->first; child; child = child->next)
        dump_tree(out, child);
}

#endif
