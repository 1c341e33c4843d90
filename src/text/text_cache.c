/* Shaped texts: two generations, of which the older is forgotten when the younger is full. What is asked for again moves over
 * into the younger one: so what many rows say stays, and figures that one row has go. */
#include "text/text_cache.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum {
    GENERATION_BYTES = 1 << 20,
    LARGEST_TEXT = GENERATION_BYTES / 8, /* one that is larger would drive too much else out */
};

typedef struct key {
    const char *bytes;
    size_t size;
} key;

typedef struct entry {
    key key;
    const hui_text *text;
} entry;

typedef struct generation {
    hui_arena *arena;
    hui_index index;
    HUI_VEC(entry) entries;
} generation;

struct hui_text_cache {
    generation young, old;
    hui_buffer sought; /* bytes of the key */
};

hui_text_cache *hui_text_cache_new(void)
{
    hui_text_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        abort();
    cache->young.arena = hui_arena_new();
    cache->old.arena = hui_arena_new();
    return cache;
}

void hui_text_cache_free(hui_text_cache *cache)
{
    if (!cache)
        return;
    hui_arena_free(cache->young.arena);
    hui_arena_free(cache->old.arena);
    hui_buffer_finish(&cache->sought);
    free(cache);
}

/* Keys
 * ----
 * All that shaping goes by, field by field: between them structs hold bytes that mean nothing. */

static void add_number(hui_buffer *out, double number)
{
    hui_buffer_add(out, &number, sizeof number);
}

/* Absent and empty strings differ. */
static void add_string(hui_buffer *out, const char *string)
{
    hui_buffer_add_char(out, string ? '+' : '-');
    if (string)
        hui_buffer_add(out, string, strlen(string) + 1);
}

static void add_color(hui_buffer *out, hui_color color)
{
    const uint8_t channels[] = {color.r, color.g, color.b, color.a};
    hui_buffer_add(out, channels, sizeof channels);
}

static void add_style(hui_buffer *out, const hui_text_style *style)
{
    const char choices[] = {(char)style->align, style->balance, style->nowrap,     style->tabular,
                            style->no_gap,      style->plain,   style->keep_spaces};
    add_string(out, style->family);
    add_string(out, style->lang);
    add_number(out, style->size);
    add_number(out, style->weight);
    add_number(out, style->line_height);
    add_number(out, style->letter_spacing);
    add_color(out, style->color);
    add_color(out, style->strong_color);
    add_number(out, style->strong_weight);
    add_number(out, style->strong_scale);
    add_number(out, style->figure_scale);
    add_color(out, style->link_color);
    hui_buffer_add(out, choices, sizeof choices);
}

static void add_span(hui_buffer *out, const hui_span *span)
{
    const char choices[] = {span->strong, span->emphasis, span->code};
    add_string(out, span->text);
    add_number(out, span->size);
    add_number(out, span->weight);
    add_color(out, span->color);
    add_number(out, span->gap_before);
    hui_buffer_add(out, choices, sizeof choices);
    add_string(out, span->link);
}

static key make_key(hui_text_cache *cache, const hui_text_style *style, hui_spans spans)
{
    cache->sought.size = 0;
    add_style(&cache->sought, style);
    for (size_t i = 0; i < spans.count; i++)
        add_span(&cache->sought, &spans.at[i]);
    return (key){cache->sought.bytes, cache->sought.size};
}

/* Texts
 * ----- */

static hui_piece *copy_pieces(hui_arena *arena, const hui_text *text)
{
    hui_piece *pieces = hui_arena_copy(arena, text->pieces, text->piece_count * sizeof *pieces);
    for (size_t i = 0; i < text->piece_count; i++)
        if (pieces[i].link)
            pieces[i].link = hui_arena_string(arena, pieces[i].link);
    return pieces;
}

/* All but the style, whose strings are the caller's. */
static hui_text *copy_text(hui_arena *arena, const hui_text *text)
{
    const hui_atom *end = &text->atoms[text->atom_count];
    hui_text *copy = hui_arena_copy(arena, text, sizeof *text);
    copy->arena = arena;
    copy->bytes = hui_arena_string_n(arena, text->bytes, text->size);
    copy->atoms = hui_arena_copy(arena, text->atoms, (text->atom_count + 1) * sizeof *text->atoms);
    copy->glyphs = hui_arena_copy(arena, text->glyphs, end->glyph * sizeof *text->glyphs);
    copy->pieces = copy_pieces(arena, text);
    copy->paragraphs = hui_arena_copy(arena, text->paragraphs, text->paragraph_count * sizeof *text->paragraphs);
    return copy;
}

/* Generations
 * ----------- */

static bool is_same(const void *items, size_t place, const void *sought)
{
    const key *a = &((const entry *)items)[place].key, *b = sought;
    return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

static uint32_t hash_of(key k)
{
    return hui_hash_bytes(HUI_HASH_START, k.bytes, k.size);
}

static const hui_text *find(const generation *from, key sought)
{
    const size_t place = hui_index_find(&from->index, hash_of(sought), is_same, from->entries.at, &sought);
    return place == SIZE_MAX ? NULL : from->entries.at[place].text;
}

static void age(hui_text_cache *cache)
{
    const generation old = cache->old;
    hui_arena_clear(old.arena, 2 * GENERATION_BYTES);
    cache->old = cache->young;
    cache->young = (generation){.arena = old.arena};
}

static void keep(hui_text_cache *cache, key sought, const hui_text *text)
{
    generation *young = &cache->young;
    if (hui_arena_size(young->arena) >= GENERATION_BYTES)
        age(cache);
    hui_index_add(young->arena, &young->index, hash_of(sought), is_same, young->entries.at, &sought);
    entry *kept = hui_vec_push(young->arena, &young->entries);
    kept->key = (key){hui_arena_copy(young->arena, sought.bytes, sought.size), sought.size};
    kept->text = copy_text(young->arena, text);
}

hui_text *hui_text_cache_find(hui_text_cache *cache, hui_arena *arena, const hui_text_style *style, hui_spans spans)
{
    const key sought = make_key(cache, style, spans);
    const hui_text *known = find(&cache->young, sought), *older = known ? NULL : find(&cache->old, sought);
    if (!known && !older)
        return NULL;
    hui_text *copy = copy_text(arena, known ? known : older);
    copy->style = *style;
    if (older)
        keep(cache, sought, copy);
    return copy;
}

void hui_text_cache_add(hui_text_cache *cache, const hui_text *text)
{
    if (text->atom_count * sizeof *text->atoms <= LARGEST_TEXT)
        keep(cache, (key){cache->sought.bytes, cache->sought.size}, text);
}
