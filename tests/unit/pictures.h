/* A picture of one plot, to be filled by tests. Include after cmocka. */
#ifndef TESTS_UNIT_PICTURES_H
#define TESTS_UNIT_PICTURES_H

#include "chart/picture.h"

#include <string.h>

typedef struct fixture {
    hui_arena *arena;
    hui_diags *diags;
    hui_fonts *fonts;
    hui_labels *labels;
    hui_plot plots[2];
    hui_picture picture;
} fixture;

static const hui_color blue = HUI_RGB(0x4C78A8), red = HUI_RGB(0xE45756), black = HUI_RGB(0);

static inline hui_mark_item plain(double x, double y)
{
    return (hui_mark_item){.x = x, .y = y, .opacity = 1, .fill_opacity = 1, .stroke_opacity = 1, .stroke_width = 1};
}

static inline void set_up(fixture *f)
{
    *f = (fixture){.arena = hui_arena_new()};
    f->diags = hui_diags_new(f->arena);
    f->fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, f->diags);
    f->labels = hui_labels_new(f->arena, f->fonts, &(hui_labels_options){0}, (hui_place){0}, f->diags);
    f->plots[0] = (hui_plot){.role = "view", .name = "main", .x = 50, .y = 10, .w = 80, .h = 200, .bare = true};
    f->picture = (hui_picture){.width = 140, .height = 247.5, .plots = f->plots, .plot_count = 1};
}

static inline void tear_down(fixture *f)
{
    assert_int_equal(f->diags->count, 0);
    hui_fonts_free(f->fonts);
    hui_arena_free(f->arena);
}

static inline void expect_text(const hui_buffer *is, const char *wanted)
{
    if (strcmp(is->bytes, wanted) != 0)
        print_error("is\n%s\nexpected\n%s\n", is->bytes, wanted);
    assert_string_equal(is->bytes, wanted);
}

#endif
