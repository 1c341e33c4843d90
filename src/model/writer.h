/* JSON writer: indented, but what fits on a line stands on one. For the files of model/ only. */
#ifndef HUI_MODEL_WRITER_H
#define HUI_MODEL_WRITER_H

#include "base/buffer.h"

#include <stdbool.h>

enum { HUI_WRITER_DEPTH = 64 };

typedef struct hui_writer {
    hui_buffer *out;
    int depth;
    bool is_first;
    size_t opened[HUI_WRITER_DEPTH]; /* where each bracket that is open stands in `out` */
} hui_writer;

/* An object or array, as an item or as the value of a key. */
void hui_writer_open(hui_writer *w, const char *key, char bracket);
void hui_writer_close(hui_writer *w, char bracket);
void hui_writer_text(hui_writer *w, const char *key, const char *value);
void hui_writer_number(hui_writer *w, const char *key, double value);
/* `json` as it is. */
void hui_writer_raw(hui_writer *w, const char *key, const char *json);

#endif
