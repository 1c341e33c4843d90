/* Arena: chunks that double up to a limit, and a list of clean-ups for foreign objects. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 1024 * 1024 };

typedef struct chunk {
    struct chunk *next;
    size_t used, capacity;
    size_t dirty; /* bytes to be zeroed when they are taken again: then they are about to be written anyway */
    alignas(max_align_t) unsigned char bytes[];
} chunk;

typedef struct cleanup {
    struct cleanup *next;
    void (*release)(void *);
    void *object;
} cleanup;

struct hui_arena {
    chunk *chunks; /* the one being filled first */
    chunk *spare;  /* to be filled again */
    cleanup *cleanups;
    size_t next_capacity, size;
};

hui_arena *hui_arena_new(void)
{
    hui_arena *arena = hui_memory_zeroed(sizeof *arena);
    arena->next_capacity = FIRST_CHUNK;
    return arena;
}

static void clean_up(hui_arena *arena)
{
    for (cleanup *entry = arena->cleanups; entry; entry = entry->next)
        entry->release(entry->object);
    arena->cleanups = NULL;
}

static void free_chunks(chunk *chunks)
{
    for (chunk *next, *entry = chunks; entry; entry = next) {
        next = entry->next;
        free(entry);
    }
}

void hui_arena_free(hui_arena *arena)
{
    if (!arena)
        return;
    clean_up(arena);
    free_chunks(arena->chunks);
    free_chunks(arena->spare);
    free(arena);
}

void hui_arena_clear(hui_arena *arena, size_t keep)
{
    size_t kept = 0;
    clean_up(arena);
    for (const chunk *entry = arena->spare; entry; entry = entry->next)
        kept += entry->capacity;
    for (chunk *next, *entry = arena->chunks; entry; entry = next) {
        next = entry->next;
        if (kept + entry->capacity > keep) {
            free(entry);
            continue;
        }
        kept += entry->capacity;
        if (entry->dirty < entry->used)
            entry->dirty = entry->used;
        entry->used = 0;
        entry->next = arena->spare;
        arena->spare = entry;
    }
    arena->chunks = NULL;
    arena->next_capacity = FIRST_CHUNK;
    arena->size = 0;
}

/* The smallest spare chunk of that capacity, taken out; NULL if there is none. */
static chunk *take_spare(hui_arena *arena, size_t capacity)
{
    chunk **best = NULL;
    for (chunk **link = &arena->spare; *link; link = &(*link)->next)
        if ((*link)->capacity >= capacity && (!best || (*link)->capacity < (*best)->capacity))
            best = link;
    chunk *taken = best ? *best : NULL;
    if (taken)
        *best = taken->next;
    return taken;
}

static void add_chunk(hui_arena *arena, size_t at_least)
{
    const size_t capacity = arena->next_capacity > at_least ? arena->next_capacity : at_least;
    chunk *fresh = take_spare(arena, at_least);
    if (!fresh) {
        fresh = hui_memory_zeroed(sizeof *fresh + capacity);
        fresh->capacity = capacity;
    }
    fresh->next = arena->chunks;
    arena->chunks = fresh;
    if (arena->next_capacity < LARGEST_CHUNK)
        arena->next_capacity *= 2;
}

/* The next bytes of a chunk that has them, zeroed. */
static void *take(chunk *from, size_t size)
{
    unsigned char *memory = from->bytes + from->used;
    if (from->used < from->dirty)
        memset(memory, 0, size < from->dirty - from->used ? size : from->dirty - from->used);
    from->used += size;
    return memory;
}

static size_t round_up(size_t size)
{
    const size_t step = alignof(max_align_t);
    return (size + step - 1) & ~(step - 1);
}

void *hui_arena_alloc(hui_arena *arena, size_t size)
{
    size = round_up(size);
    if (!arena->chunks || arena->chunks->capacity - arena->chunks->used < size)
        add_chunk(arena, size);
    arena->size += size;
    return take(arena->chunks, size);
}

bool hui_arena_extend(hui_arena *arena, void *memory, size_t size, size_t wanted)
{
    chunk *last = arena->chunks;
    const size_t more = round_up(wanted) - round_up(size);
    if (!last || (unsigned char *)memory + round_up(size) != last->bytes + last->used ||
        last->capacity - last->used < more)
        return false;
    take(last, more);
    arena->size += more;
    return true;
}

void *hui_arena_copy(hui_arena *arena, const void *bytes, size_t size)
{
    void *copy = hui_arena_alloc(arena, size);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *hui_arena_string_n(hui_arena *arena, const char *text, size_t length)
{
    char *copy = hui_arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *hui_arena_string(hui_arena *arena, const char *text)
{
    return hui_arena_string_n(arena, text, strlen(text));
}

char *hui_arena_vprintf(hui_arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = hui_arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *hui_arena_printf(hui_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = hui_arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *hui_arena_join(hui_arena *arena, const char *const *parts, size_t count, const char *between)
{
    const size_t gap = strlen(between);
    size_t size = 1;
    for (size_t i = 0; i < count; i++)
        size += strlen(parts[i]) + gap;
    char *joined = hui_arena_alloc(arena, size), *at = joined;
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(parts[i]);
        memcpy(at, parts[i], length);
        at += length;
        if (i + 1 < count) {
            memcpy(at, between, gap);
            at += gap;
        }
    }
    return joined;
}

void hui_arena_on_free(hui_arena *arena, void (*release)(void *object), void *object)
{
    cleanup *entry = HUI_NEW(arena, cleanup);
    *entry = (cleanup){arena->cleanups, release, object};
    arena->cleanups = entry;
}

size_t hui_arena_size(const hui_arena *arena)
{
    return arena->size;
}
