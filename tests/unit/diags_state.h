/* An arena and its diagnostics as the state of each test. Include after cmocka. */
#ifndef TESTS_UNIT_DIAGS_STATE_H
#define TESTS_UNIT_DIAGS_STATE_H

#include "base/diag.h"

typedef struct fixture {
    hui_arena *arena;
    hui_diags *diags;
} fixture;

static inline int set_up(void **state)
{
    hui_arena *arena = hui_arena_new();
    fixture *f = HUI_NEW(arena, fixture);
    *f = (fixture){arena, hui_diags_new(arena)};
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    hui_arena_free(((fixture *)*state)->arena);
    return 0;
}

#endif
