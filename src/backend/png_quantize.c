/* Palettes by libimagequant, which is opened when the first one is wanted. It would sum what its threads (OpenMP's) have found in
 * portions that depend on their number, so it is held to one: the bytes are to be the same anywhere. */
#include "backend/png_quantize.h"

#ifdef HUI_HAS_IMAGEQUANT

#include "base/memory.h"

#include <libimagequant.h>

#include <dlfcn.h>
#include <string.h>

enum { SPEED = 4, AT_ONCE = 4096 };

/* What is used of libimagequant, and of OpenMP's library where it has that. */
typedef struct quantizer {
    liq_attr *(*new_attributes)(void);
    void (*free_attributes)(liq_attr *);
    liq_error (*set_most)(liq_attr *, int);
    liq_error (*set_speed)(liq_attr *, int);
    liq_histogram *(*new_histogram)(const liq_attr *);
    void (*free_histogram)(liq_histogram *);
    liq_error (*add)(liq_histogram *, const liq_attr *, const liq_histogram_entry *, int, double);
    liq_error (*fix)(liq_histogram *, liq_color, double);
    liq_error (*run)(liq_histogram *, liq_attr *, liq_result **);
    const liq_palette *(*palette)(liq_result *);
    void (*free_result)(liq_result *);
    int (*thread_count)(void);
    void (*set_thread_count)(int);
} quantizer;

static const struct {
    const char *name;
    size_t offset;
    bool is_optional;
} symbols[] = {
    {"liq_attr_create", offsetof(quantizer, new_attributes), false},
    {"liq_attr_destroy", offsetof(quantizer, free_attributes), false},
    {"liq_set_max_colors", offsetof(quantizer, set_most), false},
    {"liq_set_speed", offsetof(quantizer, set_speed), false},
    {"liq_histogram_create", offsetof(quantizer, new_histogram), false},
    {"liq_histogram_destroy", offsetof(quantizer, free_histogram), false},
    {"liq_histogram_add_colors", offsetof(quantizer, add), false},
    {"liq_histogram_add_fixed_color", offsetof(quantizer, fix), false},
    {"liq_histogram_quantize", offsetof(quantizer, run), false},
    {"liq_get_palette", offsetof(quantizer, palette), false},
    {"liq_result_destroy", offsetof(quantizer, free_result), false},
    {"omp_get_max_threads", offsetof(quantizer, thread_count), true},
    {"omp_set_num_threads", offsetof(quantizer, set_thread_count), true},
};

/* It stays open: OpenMP's library may not be taken away. */
static bool load(quantizer *q)
{
    void *file = dlopen(HUI_IMAGEQUANT_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        void *symbol = file ? dlsym(file, symbols[i].name) : NULL; /* or in what it was linked with */
        if (!symbol && !symbols[i].is_optional)
            return false;
        memcpy((char *)q + symbols[i].offset, &symbol, sizeof symbol);
    }
    return true;
}

const char *hui_quantize_fault(void)
{
    quantizer q;
    return load(&q) ? NULL : "the library libimagequant is not installed";
}

static void require(bool good)
{
    if (!good)
        hui_memory_end();
}

static liq_color to_liq(uint32_t color)
{
    return (liq_color){(unsigned char)(color >> 16), (unsigned char)(color >> 8), (unsigned char)color,
                       (unsigned char)(color >> 24)};
}

static uint32_t from_liq(liq_color c)
{
    return c.a ? (uint32_t)c.a << 24 | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b : 0;
}

/* Colours of flat areas are kept as they are, for up to half of the palette, the largest areas' first: a palette's colours are means,
 * and a ground that is off by one would be dithered all over. An area is large if it has half of what a colour has on average. */
static size_t find_flat(const hui_histogram *histogram, size_t most_colors, uint32_t *colors)
{
    const size_t most = most_colors / 2;
    const uint64_t least = histogram->total / most_colors / 2;
    const hui_histogram_entry *flat[HUI_QUANTIZE_MOST];
    size_t count = 0;
    for (size_t i = 0; i < HUI_HISTOGRAM_SLOTS; i++) {
        const hui_histogram_entry *e = &histogram->entries[i];
        if (e->lead <= least || (count == most && e->lead <= flat[count - 1]->lead))
            continue;
        size_t at = count < most ? count++ : count - 1;
        for (; at > 0 && flat[at - 1]->lead < e->lead; at--)
            flat[at] = flat[at - 1];
        flat[at] = e;
    }
    for (size_t i = 0; i < count; i++)
        colors[i] = flat[i]->color;
    return count;
}

/* Some at a time: libimagequant squares their number as an int. */
static void add_colors(const quantizer *q, liq_histogram *out, const liq_attr *attributes,
                       const hui_histogram *histogram)
{
    liq_histogram_entry some[AT_ONCE];
    int count = 0;
    for (size_t i = 0; i < HUI_HISTOGRAM_SLOTS; i++) {
        const hui_histogram_entry *e = &histogram->entries[i];
        if (e->count)
            some[count++] = (liq_histogram_entry){to_liq(e->color), e->count};
        if (count == AT_ONCE || (count > 0 && i + 1 == HUI_HISTOGRAM_SLOTS)) {
            require(q->add(out, attributes, some, count, 0) == LIQ_OK);
            count = 0;
        }
    }
}

static size_t choose(const quantizer *q, const hui_histogram *histogram, size_t most, uint32_t *colors)
{
    liq_attr *attributes = q->new_attributes();
    require(attributes && q->set_most(attributes, (int)most) == LIQ_OK && q->set_speed(attributes, SPEED) == LIQ_OK);
    liq_histogram *all = q->new_histogram(attributes);
    liq_result *result = NULL;
    require(all);
    uint32_t flat[HUI_QUANTIZE_MOST];
    const size_t flat_count = find_flat(histogram, most, flat);
    for (size_t i = 0; i < flat_count; i++)
        require(q->fix(all, to_liq(flat[i]), 0) == LIQ_OK);
    add_colors(q, all, attributes, histogram);
    require(q->run(all, attributes, &result) == LIQ_OK);
    const liq_palette *palette = q->palette(result);
    const size_t count = palette->count;
    for (size_t i = 0; i < count; i++)
        colors[i] = from_liq(palette->entries[i]);
    q->free_result(result);
    q->free_histogram(all);
    q->free_attributes(attributes);
    return count;
}

size_t hui_quantize(const hui_histogram *histogram, size_t most, uint32_t *colors)
{
    quantizer q;
    if (!load(&q))
        return 0;
    const bool has_threads = q.thread_count && q.set_thread_count;
    const int threads = has_threads ? q.thread_count() : 0; /* of this thread of ours alone */
    if (has_threads)
        q.set_thread_count(1);
    const size_t count = choose(&q, histogram, most, colors);
    if (has_threads)
        q.set_thread_count(threads);
    return count;
}

#else

const char *hui_quantize_fault(void)
{
    return "this huibao was built without libimagequant";
}

size_t hui_quantize(const hui_histogram *histogram, size_t most, uint32_t *colors)
{
    (void)histogram, (void)most, (void)colors;
    return 0;
}

#endif
