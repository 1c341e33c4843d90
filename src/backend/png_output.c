/* Output: few colours are written as a palette where that is smaller, which shows when all are there. */
#include "backend/png_output.h"

#include "backend/png_pixels.h"

enum { MOST_HELD = 32 * 1024 * 1024 }; /* bytes of finished chunks */

hui_png_output hui_png_output_begin(const hui_sink *sink, const hui_png_head *head, size_t stripe_rows)
{
    return (hui_png_output){.sink = sink,
                            .head = *head,
                            .stripe_rows = stripe_rows,
                            .undecided = true,
                            .colors.adler = 1,
                            .indices.adler = 1};
}

static void drop(hui_held *held)
{
    hui_buffer_finish(&held->chunks);
    held->chunks = (hui_buffer){0};
}

void hui_png_output_finish(hui_png_output *o)
{
    drop(&o->colors);
    drop(&o->indices);
}

static bool write_bytes(const hui_png_output *o, const hui_buffer *bytes)
{
    return bytes->size == 0 || o->sink->write(o->sink->closure, bytes->bytes, bytes->size);
}

/* Writes the head, of a palette if there are colours for one, and what was held. */
static bool settle(hui_png_output *o, const uint32_t *colors, size_t color_count)
{
    hui_buffer head = {0};
    o->head.colors = colors;
    o->head.color_count = color_count;
    o->undecided = false;
    o->indexed = colors != NULL;
    hui_png_add_head(&head, &o->head);
    const bool good = write_bytes(o, &head) && write_bytes(o, o->indexed ? &o->indices.chunks : &o->colors.chunks);
    hui_buffer_finish(&head);
    drop(&o->colors);
    drop(&o->indices);
    return good;
}

bool hui_png_output_use_palette(hui_png_output *o, const uint32_t *colors, size_t count)
{
    return settle(o, colors, count);
}

bool hui_png_output_add(hui_png_output *o, const hui_stripe *stripe)
{
    if (!o->undecided) {
        hui_held *held = o->indexed ? &o->indices : &o->colors;
        const hui_idat *data = o->indexed ? &stripe->index_data : &stripe->color_data;
        held->adler = hui_adler32_combine(held->adler, data->adler, data->raw_size);
        return o->sink->write(o->sink->closure, data->chunk, data->size);
    }
    hui_held_add(&o->colors, &stripe->color_data);
    if (stripe->indexed)
        hui_held_add(&o->indices, &stripe->index_data);
    const bool holds = stripe->indexed && o->colors.chunks.size + o->indices.chunks.size <= MOST_HELD;
    return holds || settle(o, NULL, 0);
}

/* Which of both is smaller, of a picture whose colours fit into a palette. */
static bool choose(hui_png_output *o, const hui_palette *palette)
{
    uint32_t colors[HUI_PALETTE_MOST];
    const unsigned depth = hui_palette_depth(palette->count);
    hui_pixels_straighten(colors, palette->colors, palette->count);
    if (depth < 8)
        hui_held_narrow(&o->indices, o->head.width, o->stripe_rows, depth);
    const size_t more = hui_png_palette_size(colors, palette->count);
    const bool is_smaller = o->indices.chunks.size + more < o->colors.chunks.size;
    return settle(o, is_smaller ? colors : NULL, is_smaller ? palette->count : 0);
}

bool hui_png_output_end(hui_png_output *o, const hui_palette *palette)
{
    hui_buffer out = {0};
    bool good = !o->undecided || choose(o, palette);
    hui_png_add_foot(&out, o->indexed ? o->indices.adler : o->colors.adler);
    good = good && write_bytes(o, &out);
    hui_buffer_finish(&out);
    return good;
}
