/* Groups of rows: a hash table whose keys are the rows that come first. */
#include "data/table.h"

#include "base/vec.h"

typedef struct grouping {
    hui_arena *arena;
    const hui_accessor *fields;
    size_t field_count;
    HUI_VEC(size_t) first;
    uint32_t *hashes; /* of groups: spares comparisons, and rehashing when the slots grow */
    size_t hash_capacity;
    uint32_t *slots; /* group + 1; 0: free */
    size_t slot_count;
} grouping;

static uint32_t mix(uint32_t hash)
{
    hash ^= hash >> 16;
    hash *= 0x85ebca6bu;
    hash ^= hash >> 13;
    hash *= 0xc2b2ae35u;
    return hash ^ (hash >> 16);
}

static uint32_t hash_row(const grouping *g, size_t row)
{
    uint32_t hash = 0;
    for (size_t i = 0; i < g->field_count; i++)
        hash = mix(hash * 31 + hui_value_hash(hui_accessor_value(&g->fields[i], row)));
    return hash;
}

static bool is_same(const grouping *g, size_t a, size_t b)
{
    for (size_t i = 0; i < g->field_count; i++)
        if (!hui_value_same(hui_accessor_value(&g->fields[i], a), hui_accessor_value(&g->fields[i], b)))
            return false;
    return true;
}

static void grow(grouping *g)
{
    const size_t count = g->slot_count ? 2 * g->slot_count : 64, mask = count - 1;
    uint32_t *slots = HUI_NEW_ARRAY(g->arena, uint32_t, count);
    for (size_t group = 0; group < g->first.count; group++) {
        size_t at = g->hashes[group] & mask;
        while (slots[at])
            at = (at + 1) & mask;
        slots[at] = (uint32_t)(group + 1);
    }
    g->slots = slots;
    g->slot_count = count;
}

static uint32_t add_group(grouping *g, size_t row, uint32_t hash)
{
    const size_t group = g->first.count;
    if (group == g->hash_capacity)
        g->hashes = hui_vec_grow(g->arena, g->hashes, sizeof *g->hashes, group, &g->hash_capacity);
    g->hashes[group] = hash;
    *hui_vec_push(g->arena, &g->first) = row;
    return (uint32_t)group;
}

static uint32_t group_of(grouping *g, size_t row)
{
    if (2 * g->first.count >= g->slot_count)
        grow(g);
    const uint32_t hash = hash_row(g, row);
    const size_t mask = g->slot_count - 1;
    size_t at = hash & mask;
    for (; g->slots[at]; at = (at + 1) & mask) {
        const uint32_t group = g->slots[at] - 1;
        if (g->hashes[group] == hash && is_same(g, g->first.at[group], row))
            return group;
    }
    g->slots[at] = (uint32_t)(g->first.count + 1);
    return add_group(g, row, hash);
}

static hui_groups all_one(hui_arena *arena, const hui_table *table, uint32_t *of_row)
{
    return (hui_groups){table->rows > 0, of_row, HUI_NEW(arena, size_t)};
}

hui_groups hui_table_group(hui_arena *arena, const hui_table *table, const char *const *fields, size_t field_count)
{
    uint32_t *of_row = HUI_NEW_ARRAY(arena, uint32_t, table->rows);
    if (!field_count)
        return all_one(arena, table, of_row);
    hui_accessor *accessors = HUI_NEW_ARRAY(arena, hui_accessor, field_count);
    for (size_t i = 0; i < field_count; i++)
        accessors[i] = hui_accessor_new(arena, table, fields[i]);
    grouping g = {.arena = arena, .fields = accessors, .field_count = field_count};
    for (size_t row = 0; row < table->rows; row++)
        of_row[row] = group_of(&g, row);
    return (hui_groups){g.first.count, of_row, g.first.at};
}
