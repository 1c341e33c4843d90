/* JSON: reading a text as a whole, and looking around in the tree. */
#include "json/json.h"

#include "base/buffer.h"
#include "json/made.h"
#include "json/scan.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SMALL_OBJECT = 16, BLOCK = 64 * 1024 };

hui_json *hui_json_next(const hui_json *value)
{
    if (value->first)
        return (hui_json *)value->first;
    while (value && !value->next)
        value = value->parent;
    return value ? (hui_json *)value->next : NULL;
}

static void report_duplicate(hui_arena *arena, const hui_json *first, const hui_json *second, hui_diags *diags)
{
    const char *hint = hui_diags_full(diags) ? NULL
                                             : hui_arena_printf(arena, "first in line %d",
                                                                hui_place_line(hui_json_key_place(arena, first)));
    hui_diags_add(diags, HUI_CODE_DUPLICATE_KEY, hui_json_key_place(arena, second), hint, second->key);
}

static int compare_keys(const void *a, const void *b)
{
    const hui_json *left = *(const hui_json *const *)a, *right = *(const hui_json *const *)b;
    const int order = strcmp(left->key, right->key);
    return order ? order : (left->offset > right->offset) - (left->offset < right->offset);
}

static bool check_large_object(hui_arena *arena, const hui_json *object, hui_diags *diags)
{
    const hui_json **sorted = HUI_NEW_ARRAY(arena, const hui_json *, object->count);
    size_t count = 0;
    bool is_fine = true;
    for (const hui_json *value = object->first; value; value = value->next)
        sorted[count++] = value;
    qsort(sorted, count, sizeof *sorted, compare_keys);
    for (size_t i = 1; i < count; i++)
        if (!strcmp(sorted[i - 1]->key, sorted[i]->key)) {
            report_duplicate(arena, sorted[i - 1], sorted[i], diags);
            is_fine = false;
        }
    return is_fine;
}

static bool check_small_object(hui_arena *arena, const hui_json *object, hui_diags *diags)
{
    bool is_fine = true;
    for (const hui_json *value = object->first; value; value = value->next)
        for (const hui_json *other = object->first; other != value; other = other->next)
            if (!strcmp(other->key, value->key)) {
                report_duplicate(arena, other, value, diags);
                is_fine = false;
                break;
            }
    return is_fine;
}

static bool check_duplicates(hui_arena *arena, const hui_json *root, hui_diags *diags)
{
    bool is_fine = true;
    for (const hui_json *value = root; value; value = hui_json_next(value))
        if (value->kind == HUI_JSON_OBJECT)
            is_fine &= value->count <= SMALL_OBJECT ? check_small_object(arena, value, diags)
                                                    : check_large_object(arena, value, diags);
    return is_fine;
}

static hui_json_options complete(const hui_json_options *options, const hui_budget *budget)
{
    hui_json_options all = options ? *options : (hui_json_options){0};
    if (all.max_bytes == 0)
        all.max_bytes = hui_budget_most(budget, HUI_MOST_FILE_SIZE);
    const size_t depth = all.max_depth > 0 ? (size_t)all.max_depth : hui_budget_most(budget, HUI_MOST_DEPTH);
    all.max_depth = depth < CJSON_NESTING_LIMIT ? (int)depth : CJSON_NESTING_LIMIT;
    return all;
}

/* `bytes` live in the arena and end with a NUL. */
static const hui_json *read_source(hui_arena *arena, const char *name, const char *bytes, size_t size,
                                   const hui_json_options *options, hui_diags *diags)
{
    hui_source *source = HUI_NEW(arena, hui_source);
    *source = (hui_source){hui_arena_string(arena, name), bytes, size, options->lines_before,
                            options->columns_before};
    if (!hui_json_check_encoding(source, diags))
        return NULL;
    hui_json *root = hui_json_scan(arena, source, options->max_depth, diags);
    if (!root)
        return NULL;
    const bool in_range = hui_json_fill(arena, root, diags);
    const bool is_unique = options->allow_duplicates || check_duplicates(arena, root, diags);
    return (in_range && is_unique) || options->keep_going ? root : NULL;
}

static void report_size(hui_arena *arena, const char *name, size_t size, size_t limit, hui_diags *diags)
{
    hui_source *source = HUI_NEW(arena, hui_source);
    source->name = hui_arena_string(arena, name);
    hui_diags_add(diags, HUI_CODE_FILE_TOO_LARGE, (hui_place){.source = source},
                  hui_limit_hint(arena, HUI_MOST_FILE_SIZE), size, limit);
}

const hui_json *hui_json_read(hui_arena *arena, const char *name, const char *bytes, size_t size,
                              const hui_json_options *given, hui_diags *diags)
{
    const hui_json_options options = complete(given, diags->budget);
    if (size > options.max_bytes) {
        report_size(arena, name, size, options.max_bytes, diags);
        return NULL;
    }
    return read_source(arena, name, hui_arena_string_n(arena, bytes, size), size, &options, diags);
}

/* Reads to the end, or until there is more than `limit`; 0 or what errno says. */
static int read_stream(FILE *file, size_t limit, hui_buffer *buffer)
{
    struct stat status;
    if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode)) {
        buffer->size = (size_t)status.st_size;
        if (buffer->size > limit)
            return 0;
        buffer->size = 0;
        hui_buffer_reserve(buffer, (size_t)status.st_size);
    }
    while (buffer->size <= limit) {
        hui_buffer_reserve(buffer, BLOCK);
        const size_t got = fread(buffer->bytes + buffer->size, 1, BLOCK, file);
        buffer->size += got;
        if (got < BLOCK)
            return ferror(file) ? errno : 0;
    }
    return 0;
}

const hui_json *hui_json_read_file(hui_arena *arena, const char *path, hui_place place, const hui_json_options *given,
                                   hui_diags *diags)
{
    const hui_json_options options = complete(given, diags->budget);
    hui_buffer buffer = {0};
    FILE *file = fopen(path, "rb");
    const int fault = file ? read_stream(file, options.max_bytes, &buffer) : errno;
    const hui_json *root = NULL;
    if (fault)
        hui_diags_add(diags, HUI_CODE_UNREADABLE_FILE, place, NULL, path, strerror(fault));
    else if (buffer.size > options.max_bytes)
        report_size(arena, path, buffer.size, options.max_bytes, diags);
    else
        root = read_source(arena, path, hui_arena_string_n(arena, buffer.bytes, buffer.size), buffer.size, &options,
                           diags);
    if (file)
        fclose(file);
    hui_buffer_finish(&buffer);
    return root;
}

const hui_json *hui_json_find(const hui_json *object, const char *key)
{
    if (object->kind != HUI_JSON_OBJECT)
        return NULL;
    for (const hui_json *value = object->first; value; value = value->next)
        if (*value->key == *key && !strcmp(value->key, key))
            return value;
    return NULL;
}

const char *hui_json_kind_word(const hui_json *value)
{
    switch (value->kind) {
    case HUI_JSON_NULL:
        return "null";
    case HUI_JSON_FALSE:
        return "false";
    case HUI_JSON_TRUE:
        return "true";
    case HUI_JSON_NUMBER:
        return "a number";
    case HUI_JSON_STRING:
        return "a string";
    case HUI_JSON_ARRAY:
        return "an array";
    case HUI_JSON_OBJECT:
        return "an object";
    }
    return "nothing";
}

enum { INDEX_DIGITS = 20 };

/* The reference token of a value in its parent: a key with ~ and / escaped (RFC 6901, section 3), or an index. While the
 * text is being scanned, the key is what stands between its quotes. */
static size_t write_token(const hui_json *value, char *out)
{
    if (value->parent->kind == HUI_JSON_ARRAY)
        return (size_t)snprintf(out, INDEX_DIGITS + 1, "%zu", value->index);
    const char *key = value->key ? value->key : value->source->bytes + value->key_offset + 1;
    const size_t length = value->key ? strlen(value->key) : value->key_length - 2;
    size_t written = 0;
    for (size_t i = 0; i < length; i++) {
        out[written++] = key[i] == '/' ? '~' : key[i];
        if (key[i] == '~' || key[i] == '/')
            out[written++] = key[i] == '~' ? '0' : '1';
    }
    return written;
}

static size_t token_limit(const hui_json *value)
{
    return value->parent->kind == HUI_JSON_ARRAY ? INDEX_DIGITS
                                                 : 2 * (value->key ? strlen(value->key) : value->key_length);
}

/* Where the value stands in what was read: a made one goes by the value it was made from. */
static const char *write_pointer(hui_arena *arena, const hui_json *value)
{
    if (value->is_made)
        value = ((const hui_json_made *)value)->origin;
    size_t limit = 1;
    for (const hui_json *at = value; at->parent; at = at->parent)
        limit += token_limit(at) + 1;
    if (limit == 1)
        return "";
    const hui_json *path[CJSON_NESTING_LIMIT + 1];
    size_t depth = 0, length = 0;
    for (const hui_json *at = value; at->parent; at = at->parent)
        path[depth++] = at;
    char *pointer = hui_arena_alloc(arena, limit + INDEX_DIGITS);
    while (depth-- > 0) {
        pointer[length++] = '/';
        length += write_token(path[depth], pointer + length);
    }
    pointer[length] = 0;
    return pointer;
}

const hui_json_scope *hui_json_scope_of(const hui_json *value)
{
    return value->is_made ? ((const hui_json_made *)value)->scope : NULL;
}

const char *hui_json_as_string(const hui_json *value)
{
    return value->kind == HUI_JSON_STRING ? value->string
           : value->is_made               ? ((const hui_json_made *)value)->text
                                          : NULL;
}

const char *hui_json_as_markdown(const hui_json *value)
{
    const char *markdown = value->is_made ? ((const hui_json_made *)value)->markdown : NULL;
    return markdown ? markdown : hui_json_as_string(value);
}

static const char *row_of(const hui_json *value)
{
    const hui_json_scope *scope = hui_json_scope_of(value);
    return scope ? scope->row : NULL;
}

hui_place hui_json_place(hui_arena *arena, const hui_json *value)
{
    if (!value->source)
        return (hui_place){0};
    return (hui_place){value->source, value->offset, value->length, write_pointer(arena, value), row_of(value)};
}

hui_place hui_json_key_place(hui_arena *arena, const hui_json *value)
{
    if (!value->source)
        return (hui_place){0};
    return (hui_place){value->source, value->key_offset, value->key_length, write_pointer(arena, value), row_of(value)};
}
