/* Memory that must be there. */
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

void hui_memory_end(void)
{
    fputs("huibao: out of memory\n", stderr);
    abort();
}

void *hui_memory_new(size_t size)
{
    void *memory = malloc(size);
    if (!memory)
        hui_memory_end();
    return memory;
}

void *hui_memory_zeroed(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        hui_memory_end();
    return memory;
}

void *hui_memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size);
    if (!resized)
        hui_memory_end();
    return resized;
}
