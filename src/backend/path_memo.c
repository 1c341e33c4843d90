/* Path data by the paths it was made of, in a memory of bounded size. */
#include "backend/path_memo.h"

#include "backend/svg_writer.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20 };

/* All that path data go by. */
typedef struct memo_key {
    int32_t decimals, filled, relative, has_start;
    hui_point start;
    size_t verb_count, point_count;
} memo_key;

typedef struct memo_entry {
    memo_key key;
    const unsigned char *verbs;
    const hui_point *points;
    const char *data;
    size_t size;
} memo_entry;

struct hui_path_memo {
    hui_arena *arena;
    hui_index index;
    HUI_VEC(memo_entry) entries;
};

hui_path_memo *hui_path_memo_new(void)
{
    hui_path_memo *memo = hui_memory_zeroed(sizeof *memo);
    memo->arena = hui_arena_new();
    return memo;
}

void hui_path_memo_free(hui_path_memo *memo)
{
    if (!memo)
        return;
    hui_arena_free(memo->arena);
    free(memo);
}

/* When there is too much of it, all is forgotten: what is drawn again and again is soon there again. */
static void make_room(hui_path_memo *memo)
{
    if (hui_arena_size(memo->arena) < MOST_BYTES)
        return;
    hui_arena *arena = memo->arena;
    hui_arena_clear(arena, 0);
    *memo = (hui_path_memo){.arena = arena};
}

static memo_entry entry_of(const hui_path *path, const hui_svg_grid *grid)
{
    memo_entry entry = {.verbs = path->verbs, .points = path->points};
    memset(&entry.key, 0, sizeof entry.key); /* bytes between the members, too */
    entry.key.decimals = grid->decimals;
    entry.key.filled = grid->filled;
    entry.key.relative = grid->relative;
    entry.key.has_start = grid->start != NULL;
    if (grid->start)
        entry.key.start = *grid->start;
    entry.key.verb_count = path->verb_count;
    entry.key.point_count = path->point_count;
    return entry;
}

static uint32_t hash_of(const memo_entry *entry)
{
    uint32_t hash = hui_hash_bytes(HUI_HASH_START, &entry->key, sizeof entry->key);
    hash = hui_hash_bytes(hash, entry->verbs, entry->key.verb_count);
    return hui_hash_bytes(hash, entry->points, entry->key.point_count * sizeof *entry->points);
}

static bool is_same(const void *items, size_t place, const void *sought)
{
    const memo_entry *known = (const memo_entry *)items + place, *entry = sought;
    return memcmp(&known->key, &entry->key, sizeof entry->key) == 0 &&
           memcmp(known->verbs, entry->verbs, entry->key.verb_count) == 0 &&
           memcmp(known->points, entry->points, entry->key.point_count * sizeof *entry->points) == 0;
}

static void keep(hui_path_memo *memo, memo_entry entry, const char *data, size_t size)
{
    entry.verbs = hui_arena_copy(memo->arena, entry.verbs, entry.key.verb_count);
    entry.points = hui_arena_copy(memo->arena, entry.points, entry.key.point_count * sizeof *entry.points);
    entry.data = hui_arena_copy(memo->arena, data, size);
    entry.size = size;
    *hui_vec_push(memo->arena, &memo->entries) = entry;
}

void hui_svg_add_kept_path(const hui_svg *svg, hui_buffer *out, const hui_path *path, const hui_svg_grid *grid)
{
    hui_path_memo *memo = svg->options->paths;
    if (!memo || path->verb_count == 0) {
        hui_svg_add_path_data(out, path, grid);
        return;
    }
    make_room(memo);
    const memo_entry entry = entry_of(path, grid);
    const size_t place = hui_index_add(memo->arena, &memo->index, hash_of(&entry), is_same, memo->entries.at, &entry);
    if (place < memo->entries.count) {
        hui_buffer_add(out, memo->entries.at[place].data, memo->entries.at[place].size);
        return;
    }
    const size_t start = out->size;
    hui_svg_add_path_data(out, path, grid);
    keep(memo, entry, out->bytes ? out->bytes + start : "", out->size - start);
}
