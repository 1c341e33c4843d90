/* What a fuzz target lets its input take: it looks for faults, not for patience. */
#ifndef HUIBAO_FUZZ_LIMITS_H
#define HUIBAO_FUZZ_LIMITS_H

#include "huibao.h"

static const hui_limits fuzz_limits = {
    .data_size = 1048576,
    .nodes = 200000,
    .includes = 20,
    .rows = 20000,
    .items = 1000,
    .texts = 1048576,
    .views = 100,
    .marks = 20000,
    .images = 10,
    .image_pixels = 1000000,
    .pages = 50,
};

#endif
