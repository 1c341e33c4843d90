/* PNG (second edition, W3C 2003): the caller's thread draws stripe after stripe, others filter and compress them. Cairo,
 * its fonts and the sink are only ever used by the caller's thread; it compresses too when it would have to wait. */
#include "backend/png.h"

#include "backend/paint.h"
#include "backend/png_dither.h"
#include "backend/png_ground.h"
#include "backend/png_output.h"
#include "backend/png_quantize.h"
#include "base/memory.h"

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
    STRIPES_A_THREAD = 8, /* less than these is sooner done than memory for another thread's is had of the system */
    MOST_THREADS = 64,
    MOST_THREADS_UNASKED = 4,
};

typedef enum state { EMPTY, DRAWN, PACKING, PACKED } state;

/* Stripe i uses slot i modulo the number of slots. `mutex` guards all states, and `quit`. */
typedef struct slot {
    hui_stripe stripe;
    hui_stripe_room room;
    state state;
} slot;

typedef struct writer {
    const hui_scene *scene;
    hui_monitor *monitor;
    hui_arena *arena;
    hui_png_room *room;
    double scale;
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
    bool indexing;      /* so far all colours are in the palette */
    hui_dither *dither; /* what colours are reduced by; NULL: they are kept */
    unsigned depth;     /* of the indices that it gives */
    hui_png_output output;
} writer;

/* Where all pixels lie in the ground, though the page was rounded to whole ones, it need not be drawn on anything. */
static void use_ground(writer *w)
{
    bool is_first;
    const hui_item *ground = hui_ground_find(w->scene, &is_first);
    w->opaque = ground != NULL;
    w->clear = !ground || !is_first || (ground->bounds.x + ground->bounds.w) * w->scale < (double)w->width ||
               (ground->bounds.y + ground->bounds.h) * w->scale < (double)w->height;
}

/* Stripes
 * ------- */

/* `above` may be the stripe itself, as it was before. */
static void draw_stripe(const writer *w, hui_stripe *stripe, size_t index, const hui_stripe *above)
{
    size_t first = index * w->stripe_rows, stride = w->width * sizeof *stripe->pixels;
    if (above)
        memmove(stripe->pixels, above->pixels + above->rows * w->width, stride);
    else
        memset(stripe->pixels, 0, stride);
    stripe->index = index;
    stripe->rows = w->height - first < w->stripe_rows ? w->height - first : w->stripe_rows;
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

/* Gives pixels the indices of their colours, as long as these fit into a palette, or of those that they are reduced to. */
static void index_stripe(writer *w, hui_stripe *stripe)
{
    const uint32_t *pixels = stripe->pixels + w->width;
    stripe->dithered = w->dither != NULL;
    stripe->colored = !stripe->dithered;
    stripe->depth = stripe->dithered ? w->depth : 8;
    if (stripe->dithered)
        hui_dither_rows(w->dither, pixels, stripe->rows, stripe->indices);
    else
        w->indexing = w->indexing && w->output.undecided &&
                      hui_palette_index(&w->palette, stripe->indices, pixels, stripe->rows * w->width);
    stripe->indexed = stripe->dithered || w->indexing;
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
    hui_packer packer = {0};
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
    return hui_png_output_add(&w->output, &s->stripe);
}

static bool write_stripes(writer *w)
{
    bool good = true;
    for (size_t i = 0; good && i < w->stripe_count + w->slot_count; i++) {
        slot *s = &w->slots[i % w->slot_count];
        good = empty_slot(w, s, &w->room->packer);
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

/* As many as were asked for; else as many as there are processors for, and work. */
static size_t thread_count(int asked, size_t stripe_count)
{
    const long online = asked > 0 ? asked : sysconf(_SC_NPROCESSORS_ONLN);
    const size_t useful = asked > 0 ? stripe_count : 1 + stripe_count / STRIPES_A_THREAD,
                 most = asked > 0 ? MOST_THREADS : MOST_THREADS_UNASKED, allowed = useful < most ? useful : most;
    return online < 1 ? 1 : (size_t)online < allowed ? (size_t)online : allowed;
}

/* Fewer colours
 * ------------- */

/* Draws everything once, only to count colours: drawing again takes less time than keeping what was drawn would take memory. */
static bool count_colors(writer *w, hui_histogram *histogram)
{
    hui_stripe *stripe = &w->slots[0].stripe;
    bool good = true;
    w->painter = hui_stripe_painter_new(w->scene, w->room->stencils);
    for (size_t i = 0; good && i < w->stripe_count; i++) {
        draw_stripe(w, stripe, i, NULL);
        index_stripe(w, stripe);
        hui_histogram_add(histogram, stripe->pixels + w->width, stripe->rows * w->width);
        good = hui_monitor_advance(w->monitor, 1);
    }
    hui_stripe_painter_free(w->painter);
    return good;
}

/* Where there are no more colours than wanted, they are kept. */
static bool reduce_colors(writer *w, size_t most)
{
    hui_histogram *histogram = hui_memory_zeroed(sizeof *histogram);
    bool good = count_colors(w, histogram);
    if (good && !(w->indexing && w->palette.count <= most)) {
        uint32_t colors[HUI_QUANTIZE_MOST];
        const size_t count = hui_quantize(histogram, most, colors);
        w->dither = hui_dither_new(w->arena, colors, count, w->width);
        w->depth = hui_palette_depth(count);
        good = hui_png_output_use_palette(&w->output, colors, count);
    }
    free(histogram);
    return good;
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

/* A thread alone packs a stripe before it draws the next; others have stripes to pack while one is drawn. */
static void make_slots(writer *w, size_t threads)
{
    const size_t wanted = threads > 1 ? threads + 2 : 1;
    w->slot_count = wanted < w->stripe_count ? wanted : w->stripe_count;
    w->slots = HUI_NEW_ARRAY(w->arena, slot, w->slot_count);
    w->slots[0].room = w->room->stripe;
    for (size_t i = 0; i < w->slot_count; i++)
        hui_stripe_init(&w->slots[i].stripe, &w->slots[i].room, w->width, w->stripe_rows, w->opaque);
}

/* But for what the next picture may use. */
static void free_slots(writer *w)
{
    w->room->stripe = w->slots[0].room;
    for (size_t i = 1; i < w->slot_count; i++)
        hui_stripe_room_finish(&w->slots[i].room);
}

static bool write_picture(writer *w, size_t threads, int most_colors)
{
    const size_t passes = most_colors > 0 ? 2 : 1;
    if (!hui_monitor_begin(w->monitor, HUI_STAGE_STRIPES, passes * w->stripe_count) ||
        (most_colors > 0 && !reduce_colors(w, (size_t)most_colors)))
        return false;
    w->painter = hui_stripe_painter_new(w->scene, w->room->stencils);
    const bool good =
        run_threads(w, threads) && hui_png_output_end(&w->output, &w->palette) && hui_monitor_end(w->monitor);
    hui_stripe_painter_free(w->painter);
    return good;
}

void hui_png_room_finish(hui_png_room *room)
{
    hui_stripe_room_finish(&room->stripe);
    hui_packer_finish(&room->packer);
    hui_stencils_free(room->stencils);
}

bool hui_png_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    hui_png_room own = {0};
    writer w = {.scene = scene,
                .monitor = options->monitor,
                .room = options->png_room ? options->png_room : &own,
                .indexing = true};
    const double scale = options->scale > 0 ? options->scale : 1;
    if (!measure(&w, scale, diags))
        return false;
    use_ground(&w);
    const size_t threads = thread_count(options->threads, w.stripe_count);
    const hui_png_head head = {.scene = scene,
                               .width = w.width,
                               .height = w.height,
                               .dpi = options->dpi > 0 ? options->dpi : 96 * scale,
                               .opaque = w.opaque};
    w.output = hui_png_output_begin(sink, &head, w.stripe_rows);
    w.arena = hui_arena_new();
    make_slots(&w, threads);
    if (!w.room->stencils)
        w.room->stencils = hui_stencils_new();
    const bool good = write_picture(&w, threads, options->png_colors);
    hui_png_output_finish(&w.output);
    free_slots(&w);
    hui_png_room_finish(&own);
    hui_arena_free(w.arena);
    return good;
}
