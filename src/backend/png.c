/* PNG (second edition, W3C 2003): the caller's thread draws stripe after stripe, others filter and compress them. Cairo,
 * its fonts and the sink are only ever used by the caller's thread; it compresses too when it would have to wait. */
#include "backend/png.h"

#include "backend/paint.h"
#include "backend/png_chunks.h"
#include "backend/png_hold.h"
#include "backend/png_palette.h"
#include "backend/png_pixels.h"
#include "backend/png_stripe.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MOST_WIDTH = 32767,         /* Cairo's limit for an image surface */
    MOST_HEIGHT = 1 << 22,      /* beyond it Cairo's 24.8 fixed point coordinates end */
    STRIPE_BYTES = 1024 * 1024, /* of pixels */
    LEAST_ROWS = 16,
    MOST_ROWS = 1 << 16,
    MOST_HELD = 32 * 1024 * 1024, /* bytes of finished chunks */
    MOST_THREADS = 64,
    MOST_THREADS_UNASKED = 4,
};

typedef enum state { EMPTY, DRAWN, PACKING, PACKED } state;

/* Stripe i uses slot i modulo the number of slots. `mutex` guards all states, and `quit`. */
typedef struct slot {
    hui_stripe stripe;
    state state;
} slot;

typedef struct writer {
    const hui_scene *scene;
    const hui_sink *sink;
    hui_monitor *monitor;
    hui_arena *arena; /* of the buffers */
    double scale, dpi;
    size_t width, height, stripe_rows, stripe_count;
    bool opaque; /* no pixel is translucent */
    bool clear;  /* before drawing; else that overwrites every pixel */
    slot *slots;
    size_t slot_count;
    hui_stripe_painter *painter;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool quit;
    hui_palette palette;
    bool indexing;  /* so far all colours are in the palette */
    bool undecided; /* whether it is to be colours or indices: both are held, and nothing is written yet */
    hui_held colors, indices;
} writer;

static bool is_opaque(const hui_paint *paint)
{
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        return false;
    case HUI_PAINT_SOLID:
        return paint->color.a == 255;
    case HUI_PAINT_LINEAR:
    case HUI_PAINT_RADIAL:
        for (size_t i = 0; i < paint->stop_count; i++)
            if (paint->stops[i].color.a != 255)
                return false;
        return paint->stop_count > 0;
    }
    return false;
}

static bool covers(const hui_item *item, const hui_scene *scene)
{
    const double *radii = item->shape.radii;
    hui_rect r = item->bounds;
    return item->kind == HUI_ITEM_RECT && is_opaque(&item->shape.fill) && item->shape.stroke.width <= 0 &&
           radii[0] <= 0 && radii[1] <= 0 && radii[2] <= 0 && radii[3] <= 0 && r.x <= 0 && r.y <= 0 &&
           r.x + r.w >= scene->width && r.y + r.h >= scene->height;
}

/* The plain rectangle that covers the whole page, below which nothing shows; NULL if there is none. `is_first`: nothing is
 * drawn before it. */
static const hui_item *find_ground(const hui_scene *scene, bool *is_first)
{
    *is_first = true;
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP) {
            const hui_group *group = &item->group;
            bool plain = group->opacity >= 1 && !group->clip && group->transform.xy == 0 && group->transform.yx == 0;
            if (!plain) {
                *is_first = false;
                i = item->end;
            }
        } else if (covers(item, scene)) {
            return item;
        } else if (item->kind != HUI_ITEM_END) {
            *is_first = false;
        }
    }
    return NULL;
}

/* Where all pixels lie in the ground, though the page was rounded to whole ones, it need not be drawn on anything. */
static void use_ground(writer *w)
{
    bool is_first;
    const hui_item *ground = find_ground(w->scene, &is_first);
    w->opaque = ground != NULL;
    w->clear = !ground || !is_first || (ground->bounds.x + ground->bounds.w) * w->scale < (double)w->width ||
               (ground->bounds.y + ground->bounds.h) * w->scale < (double)w->height;
}

/* Colours or indices
 * ------------------ */

static bool write_bytes(const writer *w, const hui_buffer *bytes)
{
    return w->sink->write(w->sink->closure, bytes->bytes, bytes->size);
}

static void drop(hui_held *held)
{
    hui_buffer_finish(&held->chunks);
    held->chunks = (hui_buffer){0};
}

/* Writes the head, of a palette if there are colours for one, and what was held. */
static bool settle(writer *w, hui_held *held, const uint32_t *colors)
{
    hui_buffer head = {0};
    hui_png_add_head(&head, &(hui_png_head){.scene = w->scene,
                                            .width = w->width,
                                            .height = w->height,
                                            .dpi = w->dpi,
                                            .opaque = w->opaque,
                                            .colors = colors,
                                            .color_count = w->palette.count});
    const bool good = write_bytes(w, &head) && write_bytes(w, &held->chunks);
    hui_buffer_finish(&head);
    w->undecided = false;
    drop(&w->colors);
    drop(&w->indices);
    return good;
}

/* Writes a packed stripe, or keeps it. */
static bool take_stripe(writer *w, const hui_stripe *stripe)
{
    if (!w->undecided) {
        const hui_idat *data = &stripe->color_data;
        w->colors.adler = hui_adler32_combine(w->colors.adler, data->adler, data->raw_size);
        return w->sink->write(w->sink->closure, data->chunk, data->size);
    }
    hui_held_add(&w->colors, &stripe->color_data);
    if (w->indexing)
        hui_held_add(&w->indices, &stripe->index_data);
    if (w->colors.chunks.size + w->indices.chunks.size > MOST_HELD)
        w->indexing = false;
    return w->indexing || settle(w, &w->colors, NULL);
}

/* Which of both is smaller, of a picture whose colours fit into a palette. */
static bool choose(writer *w, uint32_t *adler)
{
    uint32_t colors[HUI_PALETTE_MOST];
    const unsigned depth = hui_palette_depth(w->palette.count);
    hui_pixels_straighten(colors, w->palette.colors, w->palette.count);
    if (depth < 8)
        hui_held_narrow(&w->indices, w->width, w->stripe_rows, depth);
    const size_t palette = hui_png_palette_size(colors, w->palette.count);
    if (w->indices.chunks.size + palette >= w->colors.chunks.size)
        return settle(w, &w->colors, NULL);
    *adler = w->indices.adler;
    return settle(w, &w->indices, colors);
}

static bool write_foot(writer *w)
{
    uint32_t adler = w->colors.adler;
    hui_buffer out = {0};
    bool good = !w->undecided || choose(w, &adler);
    hui_png_add_foot(&out, adler);
    good = good && write_bytes(w, &out);
    hui_buffer_finish(&out);
    return good;
}

/* Stripes
 * ------- */

static void draw_stripe(const writer *w, hui_stripe *stripe, size_t index, const hui_stripe *above)
{
    size_t first = index * w->stripe_rows, stride = w->width * sizeof *stripe->pixels;
    stripe->index = index;
    stripe->rows = w->height - first < w->stripe_rows ? w->height - first : w->stripe_rows;
    if (above)
        memmove(stripe->pixels, above->pixels + above->rows * w->width, stride);
    else
        memset(stripe->pixels, 0, stride);
    uint32_t *pixels = stripe->pixels + w->width;
    if (w->clear)
        memset(pixels, w->opaque ? 255 : 0,
               stripe->rows * stride); /* RGB24 would leave a byte of each pixel undefined */
    cairo_surface_t *surface = cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_ARGB32,
                                                                   (int)w->width, (int)stripe->rows, (int)stride);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, 0, -(double)first);
    cairo_scale(cr, w->scale, w->scale);
    hui_rect visible = {0, (double)first / w->scale, (double)w->width / w->scale, (double)stripe->rows / w->scale};
    hui_stripe_painter_paint(w->painter, cr, visible);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    cairo_surface_destroy(surface);
}

static void index_stripe(writer *w, hui_stripe *stripe)
{
    w->indexing = w->indexing &&
                  hui_palette_index(&w->palette, stripe->indices, stripe->pixels + w->width, stripe->rows * w->width);
    stripe->indexed = w->indexing;
}

/* Packs the uppermost drawn stripe, if there is one. Called and returns with the mutex locked. */
static bool pack_one(writer *w, hui_packer *packer)
{
    slot *next = NULL;
    for (size_t i = 0; i < w->slot_count; i++) {
        slot *s = &w->slots[i];
        if (s->state == DRAWN && (!next || s->stripe.index < next->stripe.index))
            next = s;
    }
    if (!next)
        return false;
    next->state = PACKING;
    pthread_mutex_unlock(&w->mutex);
    hui_stripe_pack(&next->stripe, packer);
    pthread_mutex_lock(&w->mutex);
    next->state = PACKED;
    pthread_cond_broadcast(&w->changed);
    return true;
}

static void *run_worker(void *closure)
{
    writer *w = closure;
    hui_packer packer;
    hui_packer_init(&packer);
    pthread_mutex_lock(&w->mutex);
    while (!w->quit)
        if (!pack_one(w, &packer))
            pthread_cond_wait(&w->changed, &w->mutex);
    pthread_mutex_unlock(&w->mutex);
    hui_packer_finish(&packer);
    return NULL;
}

/* Waits until the slot's stripe is packed, helping meanwhile, and writes it. */
static bool empty_slot(writer *w, slot *s, hui_packer *packer)
{
    pthread_mutex_lock(&w->mutex);
    while (s->state != PACKED && s->state != EMPTY)
        if (!pack_one(w, packer))
            pthread_cond_wait(&w->changed, &w->mutex);
    bool full = s->state == PACKED;
    s->state = EMPTY;
    pthread_mutex_unlock(&w->mutex);
    if (!full)
        return true;
    return take_stripe(w, &s->stripe);
}

static bool write_stripes(writer *w)
{
    hui_packer packer;
    hui_packer_init(&packer);
    bool good = true;
    for (size_t i = 0; good && i < w->stripe_count + w->slot_count; i++) {
        slot *s = &w->slots[i % w->slot_count];
        good = empty_slot(w, s, &packer);
        if (!good || i >= w->stripe_count)
            continue;
        good = hui_monitor_advance(w->monitor, i > 0);
        if (!good)
            break;
        draw_stripe(w, &s->stripe, i, i ? &w->slots[(i - 1) % w->slot_count].stripe : NULL);
        index_stripe(w, &s->stripe);
        pthread_mutex_lock(&w->mutex);
        s->state = DRAWN;
        pthread_cond_broadcast(&w->changed);
        pthread_mutex_unlock(&w->mutex);
    }
    hui_packer_finish(&packer);
    return good;
}

/* A thread that cannot be had is done without. */
static bool run_threads(writer *w, size_t threads)
{
    pthread_t workers[MOST_THREADS];
    size_t started = 0;
    pthread_mutex_init(&w->mutex, NULL);
    pthread_cond_init(&w->changed, NULL);
    while (started + 1 < threads && !pthread_create(&workers[started], NULL, run_worker, w))
        started++;
    bool good = write_stripes(w);
    pthread_mutex_lock(&w->mutex);
    w->quit = true;
    pthread_cond_broadcast(&w->changed);
    pthread_mutex_unlock(&w->mutex);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    pthread_cond_destroy(&w->changed);
    pthread_mutex_destroy(&w->mutex);
    return good;
}

static size_t thread_count(int asked)
{
    if (asked > 0)
        return asked < MOST_THREADS ? (size_t)asked : MOST_THREADS;
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online < MOST_THREADS_UNASKED ? (size_t)online : MOST_THREADS_UNASKED;
}

/* The whole picture
 * ----------------- */

static bool measure(writer *w, double scale, hui_diags *diags)
{
    double width = fmax(1, floor(w->scene->width * scale + 0.5)),
           height = fmax(1, floor(w->scene->height * scale + 0.5));
    bool good = width <= MOST_WIDTH && height <= MOST_HEIGHT;
    if (!good) {
        char *message = hui_arena_printf(diags->arena, "a PNG of %.0f × %.0f px is too large", width, height);
        hui_diags_add(diags, HUI_CODE_PAGE_SIZE, (hui_place){0},
                      "at most 32767 px wide and 4194304 px high; lower the scale", message);
        return false;
    }
    if (!hui_diags_fit(diags, HUI_MOST_PIXELS, (size_t)(width * height), (hui_place){0},
                       hui_arena_printf(diags->arena, "a PNG of %.0f × %.0f px is too large", width, height)))
        return false;
    w->scale = scale;
    w->width = (size_t)width;
    w->height = (size_t)height;
    w->stripe_rows = STRIPE_BYTES / (w->width * sizeof(uint32_t));
    if (w->stripe_rows < LEAST_ROWS)
        w->stripe_rows = LEAST_ROWS;
    if (w->stripe_rows > MOST_ROWS)
        w->stripe_rows = MOST_ROWS;
    if (w->stripe_rows > w->height)
        w->stripe_rows = w->height;
    w->stripe_count = (w->height + w->stripe_rows - 1) / w->stripe_rows;
    return true;
}

bool hui_png_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    writer w = {.scene = scene,
                .sink = sink,
                .monitor = options->monitor,
                .indexing = true,
                .undecided = true,
                .colors.adler = 1,
                .indices.adler = 1};
    double scale = options->scale > 0 ? options->scale : 1;
    if (!measure(&w, scale, diags))
        return false;
    w.dpi = options->dpi > 0 ? options->dpi : 96 * scale;
    use_ground(&w);
    size_t threads = thread_count(options->threads);
    if (threads > w.stripe_count)
        threads = w.stripe_count;
    w.arena = hui_arena_new();
    w.slot_count = threads + 2 < w.stripe_count ? threads + 2 : w.stripe_count;
    w.slots = HUI_NEW_ARRAY(w.arena, slot, w.slot_count);
    for (size_t i = 0; i < w.slot_count; i++)
        hui_stripe_init(&w.slots[i].stripe, w.arena, w.width, w.stripe_rows, w.opaque);
    w.painter = hui_stripe_painter_new(scene);
    bool good = hui_monitor_begin(w.monitor, HUI_STAGE_STRIPES, w.stripe_count) && run_threads(&w, threads) &&
                write_foot(&w) && hui_monitor_end(w.monitor);
    drop(&w.colors);
    drop(&w.indices);
    hui_stripe_painter_free(w.painter);
    hui_arena_free(w.arena);
    return good;
}
