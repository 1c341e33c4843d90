/* Output files that appear whole or not at all. */
#ifndef HUI_FACADE_OUTPUT_H
#define HUI_FACADE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct hui_output {
    FILE *file;
    char *target;
    char *temporary; /* NULL: the target is no regular file and is written straight */
    int lock;        /* the temporary again: locked for as long as it has that name; -1: none */
} hui_output;

/* False with errno where something fails; nothing is left behind then. */
bool hui_output_open(hui_output *output, const char *path);
bool hui_output_write(void *output, const void *bytes, size_t size);
bool hui_output_close(hui_output *output, bool sync); /* the target now has what was written; `sync`: on disk */
void hui_output_abandon(hui_output *output);          /* the target is as it was */

#endif
