/* An arena as the state of each test. Include after cmocka. */
#ifndef TESTS_UNIT_ARENA_STATE_H
#define TESTS_UNIT_ARENA_STATE_H

#include "base/arena.h"

static inline int start(void **state)
{
    *state = hui_arena_new();
    return 0;
}

static inline int stop(void **state)
{
    hui_arena_free(*state);
    return 0;
}

#endif
