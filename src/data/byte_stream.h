/* Byte streams: files and standard input, decoded into UTF-8, in a window that moves along. For this folder only. */
#ifndef HUI_DATA_BYTE_STREAM_H
#define HUI_DATA_BYTE_STREAM_H

#include "base/diag.h"

#include <stdbool.h>

typedef struct hui_byte_stream hui_byte_stream;

/* A text in memory, or a file: "-" is standard input; what is no regular file is kept in a temporary one, so that it can be read twice. `encoding`: NULL or
 * one that iconv knows. NULL after a diagnostic. Closed with the arena. */
typedef struct hui_byte_origin {
    const char *path, *name; /* as messages have it */
    const char *bytes;       /* NULL: those of the file */
    size_t size;
} hui_byte_origin;

hui_byte_stream *hui_byte_stream_open(hui_arena *arena, const hui_byte_origin *origin, const char *encoding,
                                      hui_diags *diags);
/* The window: what was read and not left behind. One byte behind it may be written to. */
char *hui_byte_stream_window(hui_byte_stream *stream, size_t *size);
bool hui_byte_stream_at_end(const hui_byte_stream *stream); /* nothing follows the window */
/* Reads more behind the window, as much as it holds. False at the end, or after a diagnostic. Moves the window. */
bool hui_byte_stream_more(hui_byte_stream *stream);
void hui_byte_stream_leave(hui_byte_stream *stream, size_t size); /* behind: the window begins so much later */
bool hui_byte_stream_rewind(hui_byte_stream *stream);
bool hui_byte_stream_failed(const hui_byte_stream *stream); /* a diagnostic was given */

/* A whole text in UTF-8. NULL after a diagnostic at the place. */
const char *hui_bytes_decode(hui_arena *arena, const char *bytes, size_t size, const char *encoding, const char *name,
                             hui_place place, size_t *decoded_size, hui_diags *diags);

#endif
