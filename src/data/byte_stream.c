/* Byte streams. */
#include "data/byte_stream.h"

#include "base/buffer.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { BLOCK = 256 * 1024 };

/* From an encoding into UTF-8. */
typedef struct decoder {
    iconv_t handle;
    char raw[BLOCK]; /* not decoded yet */
    size_t size;
} decoder;

struct hui_byte_stream {
    const char *name;
    hui_diags *diags;
    FILE *file;
    decoder *decoder; /* NULL: it is UTF-8 */
    hui_buffer buffer;
    size_t start; /* of the window in the buffer */
    bool at_end, failed;
};

static void stream_close(void *object)
{
    hui_byte_stream *s = object;
    if (s->file && s->file != stdin)
        fclose(s->file);
    if (s->decoder) {
        iconv_close(s->decoder->handle);
        free(s->decoder);
    }
    hui_buffer_finish(&s->buffer);
}

static bool fail(hui_byte_stream *s, hui_code code, const char *message)
{
    if (code == HUI_CODE_UNREADABLE_FILE)
        hui_diags_add(s->diags, code, (hui_place){0}, NULL, s->name, message);
    else
        hui_diags_add(s->diags, code, (hui_place){0}, NULL, message);
    s->failed = s->at_end = true;
    return false;
}

/* A pipe's bytes in a file that has no name. */
static FILE *keep(FILE *from)
{
    char *block = malloc(BLOCK);
    FILE *to = tmpfile();
    size_t got = 1;
    while (block && to && got > 0) {
        got = fread(block, 1, BLOCK, from);
        if (fwrite(block, 1, got, to) < got || ferror(from)) {
            fclose(to);
            to = NULL;
        }
    }
    free(block);
    if (to && (fflush(to) != 0 || fseeko(to, 0, SEEK_SET) != 0)) {
        fclose(to);
        to = NULL;
    }
    return to;
}

static FILE *open_file(const char *path)
{
    const bool is_input = !strcmp(path, "-");
    FILE *file = is_input ? stdin : fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status) != 0)
        return file;
    if (S_ISDIR(status.st_mode)) {
        fclose(file);
        errno = EISDIR;
        return NULL;
    }
    if (S_ISREG(status.st_mode))
        return file;
    FILE *kept = keep(file);
    if (!is_input)
        fclose(file);
    return kept;
}

static iconv_t open_decoder(const char *encoding)
{
    const iconv_t handle = iconv_open("UTF-8", encoding);
    return handle;
}

static const char *unknown_encoding(hui_arena *arena, const char *encoding)
{
    return hui_arena_printf(arena, "the encoding “%s” is not known; GB18030, GBK, Big5 and UTF-16 are some that are",
                            encoding);
}

static bool is_utf8(const char *encoding)
{
    return !encoding || !strcmp(encoding, "UTF-8") || !strcmp(encoding, "utf-8");
}

/* Without bytes there is nothing to open: standard C has no empty memory files. */
static FILE *open_origin(const hui_byte_origin *origin)
{
    if (!origin->bytes)
        return open_file(origin->path);
    return origin->size ? fmemopen((void *)origin->bytes, origin->size, "rb") : tmpfile();
}

hui_byte_stream *hui_byte_stream_open(hui_arena *arena, const hui_byte_origin *origin, const char *encoding,
                                      hui_diags *diags)
{
    hui_byte_stream *s = HUI_NEW(arena, hui_byte_stream);
    s->name = origin->name;
    s->diags = diags;
    hui_arena_on_free(arena, stream_close, s);
    s->file = open_origin(origin);
    if (!s->file) {
        fail(s, HUI_CODE_UNREADABLE_FILE, strerror(errno));
        return NULL;
    }
    if (is_utf8(encoding))
        return s;
    const iconv_t handle = open_decoder(encoding);
    if (handle == (iconv_t)-1) {
        fail(s, HUI_CODE_BAD_ENCODING, unknown_encoding(arena, encoding));
        return NULL;
    }
    s->decoder = calloc(1, sizeof *s->decoder);
    if (!s->decoder)
        abort();
    s->decoder->handle = handle;
    return s;
}

char *hui_byte_stream_window(hui_byte_stream *s, size_t *size)
{
    *size = s->buffer.size - s->start;
    return s->buffer.bytes ? s->buffer.bytes + s->start : NULL;
}

bool hui_byte_stream_at_end(const hui_byte_stream *s)
{
    return s->at_end;
}

bool hui_byte_stream_failed(const hui_byte_stream *s)
{
    return s->failed;
}

void hui_byte_stream_leave(hui_byte_stream *s, size_t size)
{
    s->start += size;
}

static size_t read_block(hui_byte_stream *s, char *to, size_t size)
{
    const size_t got = fread(to, 1, size, s->file);
    if (got < size)
        s->at_end = true;
    if (ferror(s->file))
        fail(s, HUI_CODE_UNREADABLE_FILE, strerror(errno));
    return got;
}

/* Decodes what was read; what is left is the start of a character. */
static bool decode(hui_byte_stream *s)
{
    decoder *d = s->decoder;
    char *from = d->raw;
    size_t left = d->size;
    int fault = E2BIG;
    while (left > 0 && fault == E2BIG) {
        hui_buffer_reserve(&s->buffer, 4 * left + 16);
        char *to = s->buffer.bytes + s->buffer.size;
        size_t room = s->buffer.capacity - s->buffer.size - 1;
        fault = iconv(d->handle, &from, &left, &to, &room) == (size_t)-1 ? errno : 0;
        s->buffer.size = (size_t)(to - s->buffer.bytes);
    }
    memmove(d->raw, from, left);
    d->size = left;
    if (fault == EILSEQ || (fault == EINVAL && s->at_end))
        return fail(s, HUI_CODE_BAD_ENCODING, "the file is not in the encoding that was said");
    return true;
}

bool hui_byte_stream_more(hui_byte_stream *s)
{
    const size_t size = s->buffer.size - s->start, wanted = size > BLOCK ? size : BLOCK;
    if (s->at_end)
        return false;
    if (s->start > 0) {
        memmove(s->buffer.bytes, s->buffer.bytes + s->start, size);
        s->buffer.size = size;
        s->start = 0;
    }
    if (s->decoder) {
        decoder *d = s->decoder;
        d->size += read_block(s, d->raw + d->size, BLOCK - d->size);
        return !s->failed && decode(s);
    }
    hui_buffer_reserve(&s->buffer, wanted + 1);
    s->buffer.size += read_block(s, s->buffer.bytes + s->buffer.size, wanted);
    return !s->failed;
}

bool hui_byte_stream_rewind(hui_byte_stream *s)
{
    if (fseeko(s->file, 0, SEEK_SET) != 0)
        return fail(s, HUI_CODE_UNREADABLE_FILE, strerror(errno));
    clearerr(s->file);
    s->buffer.size = s->start = 0;
    s->at_end = s->failed;
    if (s->decoder) {
        iconv(s->decoder->handle, NULL, NULL, NULL, NULL);
        s->decoder->size = 0;
    }
    return !s->failed;
}

const char *hui_bytes_decode(hui_arena *arena, const char *bytes, size_t size, const char *encoding, const char *name,
                             hui_place place, size_t *decoded_size, hui_diags *diags)
{
    *decoded_size = size;
    if (is_utf8(encoding))
        return bytes;
    const iconv_t handle = open_decoder(encoding);
    if (handle == (iconv_t)-1) {
        hui_diags_add(diags, HUI_CODE_BAD_ENCODING, place, NULL, unknown_encoding(arena, encoding));
        return NULL;
    }
    char *decoded = hui_arena_alloc(arena, 4 * size + 1), *to = decoded, *from = (char *)bytes;
    size_t room = 4 * size, left = size;
    const bool is_fine = iconv(handle, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(handle);
    *decoded_size = (size_t)(to - decoded);
    if (is_fine)
        return decoded;
    hui_diags_add(diags, HUI_CODE_BAD_ENCODING, place, NULL,
                  hui_arena_printf(arena, "%s is not %s: the byte %zu does not fit", name, encoding, size - left + 1));
    return NULL;
}
