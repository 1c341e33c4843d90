/* Arena: one owner for everything a document allocates. */
#ifndef HUI_BASE_ARENA_H
#define HUI_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct hui_arena hui_arena;

/* Running out of memory ends the process (abort): nothing above this file checks for it. */
hui_arena *hui_arena_new(void);
void hui_arena_free(hui_arena *arena);
/* As good as new: all it owns is released, but for at most `keep` bytes that it fills again. They need not be fetched from
 * the system, which for many small documents takes as long as making them. */
void hui_arena_clear(hui_arena *arena, size_t keep);

/* Zeroed memory, aligned for any type. */
void *hui_arena_alloc(hui_arena *arena, size_t size);
/* Makes the arena's latest allocation, `memory` of `size` bytes, `wanted` bytes long where it stands, more of them
 * zeroed; false, and nothing done, if it is not the latest or there is no room behind it. */
bool hui_arena_extend(hui_arena *arena, void *memory, size_t size, size_t wanted);
void *hui_arena_copy(hui_arena *arena, const void *bytes, size_t size);
char *hui_arena_string(hui_arena *arena, const char *text);
char *hui_arena_string_n(hui_arena *arena, const char *text, size_t length);
char *hui_arena_printf(hui_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *hui_arena_vprintf(hui_arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
/* Texts one after the other, with `between` between them. */
char *hui_arena_join(hui_arena *arena, const char *const *parts, size_t count, const char *between);

/* Calls `release(object)` when the arena is freed, last registered first. */
void hui_arena_on_free(hui_arena *arena, void (*release)(void *object), void *object);

/* Bytes handed out so far: for tests and limits. */
size_t hui_arena_size(const hui_arena *arena);

#define HUI_NEW(arena, type) ((type *)hui_arena_alloc((arena), sizeof(type)))
#define HUI_NEW_ARRAY(arena, type, count) ((type *)hui_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
