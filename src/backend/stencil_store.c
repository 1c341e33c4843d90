/* Stencils by their keys, in a memory of bounded size. */
#include "backend/stencil_store.h"

#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_BYTES = 1 << 20,  /* of all stencils */
    MOST_PIXELS = 1 << 19, /* of one's box */
};

hui_stencils *hui_stencils_new(void)
{
    hui_stencils *stencils = hui_memory_zeroed(sizeof *stencils);
    stencils->arena = hui_arena_new();
    return stencils;
}

void hui_stencils_free(hui_stencils *stencils)
{
    if (!stencils)
        return;
    hui_buffer_finish(&stencils->key);
    hui_buffer_finish(&stencils->points);
    hui_buffer_finish(&stencils->spans);
    hui_buffer_finish(&stencils->covers);
    hui_arena_free(stencils->arena);
    free(stencils);
}

void hui_stencils_make_room(hui_stencils *s)
{
    if (hui_arena_size(s->arena) < MOST_BYTES)
        return;
    hui_arena_clear(s->arena, 0);
    s->index = (hui_index){0};
    memset(&s->kept, 0, sizeof s->kept);
}

bool hui_stencil_box_of(hui_stencil_box *box, double left, double top, double right, double bottom)
{
    const double width = right - left, height = bottom - top;
    if (!(width >= 0 && height >= 0 && width <= UINT16_MAX && width * height <= MOST_PIXELS &&
          left > -HUI_STENCIL_FARTHEST && left < HUI_STENCIL_FARTHEST && top > -HUI_STENCIL_FARTHEST &&
          top < HUI_STENCIL_FARTHEST))
        return false;
    *box = (hui_stencil_box){(int)left, (int)top, (int)width, (int)height};
    return true;
}

bool hui_stencil_suits(const cairo_matrix_t *m)
{
    return hui_canvas_is_upright(m) && m->xx == m->yy;
}

static bool has_key(const void *items, size_t at, const void *sought)
{
    const hui_stencil *known = (const hui_stencil *)items + at;
    const hui_buffer *key = sought;
    return known->key_size == key->size && memcmp(known->key, key->bytes, key->size) == 0;
}

static uint32_t hash_key(const hui_stencils *s)
{
    return hui_hash_bytes(HUI_HASH_START, s->key.bytes, s->key.size);
}

const hui_stencil *hui_stencils_find(hui_stencils *s)
{
    const size_t known = hui_index_find(&s->index, hash_key(s), has_key, s->kept.at, &s->key);
    return known == SIZE_MAX ? NULL : &s->kept.at[known];
}

/* How many bytes are like the first. */
static size_t run_length(const unsigned char *bytes, size_t size)
{
    const uint64_t all = 0x0101010101010101u * *bytes;
    size_t run = 1;
    for (uint64_t eight; run + sizeof eight <= size; run += sizeof eight) {
        memcpy(&eight, bytes + run, sizeof eight);
        if (eight != all)
            break;
    }
    while (run < size && bytes[run] == *bytes)
        run++;
    return run;
}

static size_t count_partial(const unsigned char *bytes, size_t size)
{
    size_t count = 0;
    while (count < size && bytes[count] != 0 && bytes[count] != 255)
        count++;
    return count;
}

static void add_row(hui_stencils *s, const unsigned char *row, size_t width)
{
    for (size_t x = 0, length; x < width; x += length) {
        const bool whole = row[x] == 255;
        length = whole || row[x] == 0 ? run_length(row + x, width - x) : count_partial(row + x, width - x);
        if (row[x] == 0)
            continue;
        const hui_stencil_span next = {(uint16_t)x, (uint16_t)length,
                                       whole ? HUI_STENCIL_WHOLE : (uint32_t)s->covers.size};
        hui_buffer_add(&s->spans, &next, sizeof next);
        if (!whole)
            hui_buffer_add(&s->covers, row + x, length);
    }
}

static void *copy(hui_arena *arena, const hui_buffer *buffer)
{
    return buffer->size ? hui_arena_copy(arena, buffer->bytes, buffer->size) : NULL;
}

static hui_stencil take_spans(hui_stencils *s, hui_stencil_box box, cairo_surface_t *mask)
{
    const unsigned char *bytes = cairo_image_surface_get_data(mask);
    const size_t stride = (size_t)cairo_image_surface_get_stride(mask), height = (size_t)box.height;
    uint32_t *rows = HUI_NEW_ARRAY(s->arena, uint32_t, height + 1);
    s->spans.size = s->covers.size = 0;
    for (size_t y = 0; y < height; y++) {
        add_row(s, bytes + y * stride, (size_t)box.width);
        rows[y + 1] = (uint32_t)(s->spans.size / sizeof(hui_stencil_span));
    }
    return (hui_stencil){
        .box = box, .rows = rows, .spans = copy(s->arena, &s->spans), .covers = copy(s->arena, &s->covers)};
}

const hui_stencil *hui_stencils_keep(hui_stencils *s, hui_stencil_box box, cairo_surface_t *mask)
{
    cairo_surface_flush(mask);
    const bool good = cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS;
    hui_stencil *kept = NULL;
    if (good) {
        hui_stencil made = take_spans(s, box, mask);
        made.key = copy(s->arena, &s->key);
        made.key_size = s->key.size;
        hui_index_add(s->arena, &s->index, hash_key(s), has_key, s->kept.at, &s->key);
        kept = hui_vec_push(s->arena, &s->kept);
        *kept = made;
    }
    cairo_surface_destroy(mask);
    return kept;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* Pixels of a row, in which the box begins at `x`. */
static inline void blend_span(const hui_canvas *c, uint32_t *row, int x, const hui_stencil *s,
                              const hui_stencil_span *part, hui_color color)
{
    const int begin = x + part->x, first = most(begin, c->left), end = least(begin + part->length, c->right);
    if (part->covers == HUI_STENCIL_WHOLE) {
        const uint32_t pixel = 0xFF000000u | (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
        for (int i = first; i < end; i++)
            row[i] = pixel;
        return;
    }
    const unsigned char *covers = s->covers + part->covers;
    for (int i = first; i < end; i++)
        row[i] = hui_canvas_blend(row[i], color, covers[i - begin]);
}

void hui_stencil_blend(const hui_canvas *c, const hui_stencil *s, int x, int y, hui_color color)
{
    x += s->box.x;
    y += s->box.y;
    const int first = most(0, c->top - y), end = least(s->box.height, c->bottom - y);
    for (int i = first; i < end; i++) {
        uint32_t *row = c->pixels + (ptrdiff_t)(y + i) * c->stride;
        for (uint32_t k = s->rows[i]; k < s->rows[i + 1]; k++)
            blend_span(c, row, x, s, &s->spans[k], color);
    }
}
