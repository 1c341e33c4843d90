/* Growing arrays in an arena: `HUI_VEC(int) numbers = {0}; *hui_vec_push(arena, &numbers) = 3;` */
#ifndef HUI_BASE_VEC_H
#define HUI_BASE_VEC_H

#include "base/arena.h"

#define HUI_VEC(type)                                                                                                  \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t count, capacity;                                                                                        \
    }

/* Returns where the memory of the grown array is: in its old place if nothing was allocated since, or else in a new one,
 * and the old one stays with the arena. */
void *hui_vec_grow(hui_arena *arena, void *at, size_t item_size, size_t count, size_t *capacity);

/* Makes room for so many items in all. */
#define hui_vec_reserve(arena, vec, wanted)                                                                            \
    do                                                                                                                 \
        while ((vec)->capacity < (wanted))                                                                             \
            (vec)->at = hui_vec_grow((arena), (vec)->at, sizeof *(vec)->at, (vec)->count, &(vec)->capacity);           \
    while (0)

/* Makes room for one more item, zeroed, and points at it. */
#define hui_vec_push(arena, vec)                                                                                       \
    ((vec)->count == (vec)->capacity                                                                                   \
         ? (void)((vec)->at = hui_vec_grow((arena), (vec)->at, sizeof *(vec)->at, (vec)->count, &(vec)->capacity))     \
         : (void)0,                                                                                                    \
     &(vec)->at[(vec)->count++])

#endif
