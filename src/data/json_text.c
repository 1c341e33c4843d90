/* JSON texts of data, straight to values: no tree, and strings stand in a copy of the text. What is wrong with a text is
 * left to json/ to say. */
#include "data/reading.h"

#include "base/number.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

enum { MOST_DEPTH = 256 };

typedef struct text {
    hui_arena *arena, *scratch;
    char *at, *end;           /* *end is a NUL */
    HUI_VEC(hui_member) open; /* of all objects and arrays that are not closed yet, the outermost first */
    int depth;
    bool has_escaped; /* a key */
    struct {
        const hui_member *members;
        size_t count;
    } last[MOST_DEPTH + 1]; /* object that was closed at each depth: the next one's keys are most often the same */
} text;

static bool read_value(text *t, hui_value *value);

static void skip_space(text *t)
{
    while (*t->at == ' ' || *t->at == '\n' || *t->at == '\r' || *t->at == '\t')
        t->at++;
}

static bool skip_char(text *t, char c)
{
    skip_space(t);
    if (*t->at != c)
        return false;
    t->at++;
    return true;
}

static bool skip_word(text *t, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(t->at, word, length) != 0)
        return false;
    t->at += length;
    return true;
}

/* RFC 8259 is stricter than the reader of numbers: no +, no .5, no 5., no 05. */
static bool read_number(text *t, hui_value *value)
{
    const char *const digits = t->at + (*t->at == '-');
    if (*digits < '0' || *digits > '9' || (*digits == '0' && digits[1] >= '0' && digits[1] <= '9'))
        return false;
    const char *const end = hui_number_read(t->at, &value->number);
    if (end[-1] == '.' || *end == 'e' || *end == 'E')
        return false;
    const char *const point = memchr(digits, '.', (size_t)(end - digits));
    if (point && (point[1] < '0' || point[1] > '9'))
        return false;
    value->kind = HUI_VALUE_NUMBER;
    t->at += end - t->at;
    return true;
}

static bool read_hex(const char *at, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++) {
        const char c = at[i], lower = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            *code = *code * 16 + (uint32_t)(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            *code = *code * 16 + (uint32_t)(lower - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* \uXXXX, two of them for what is beyond 16 bits. Halves of pairs and NULs are nothing that a string could hold. */
static bool read_unicode(text *t, char **to)
{
    uint32_t code, low;
    if (!read_hex(t->at, &code) || code == 0)
        return false;
    t->at += 4;
    if (code >= 0xD800 && code < 0xE000) {
        if (code >= 0xDC00 || t->at[0] != '\\' || t->at[1] != 'u' || !read_hex(t->at + 2, &low) || low < 0xDC00 ||
            low >= 0xE000)
            return false;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        t->at += 6;
    }
    *to += hui_utf8_write(code, *to);
    return true;
}

static bool read_escape(text *t, char **to)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    const char c = t->at[1];
    t->at += 2;
    if (c == 'u')
        return read_unicode(t, to);
    const char *const letter = c ? strchr(letters, c) : NULL;
    if (!letter)
        return false;
    *(*to)++ = meanings[letter - letters];
    return true;
}

/* Whether one of eight bytes is a quote, a backslash or a control character (Hacker's Delight, section 6-1). */
static bool has_special(const char *at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = UINT64_C(0x8080808080808080);
    uint64_t word;
    memcpy(&word, at, sizeof word);
    const uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
    return (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((word - ones * ' ') & ~word)) & highs;
}

/* Unescaped where it stands; the NUL takes the place of the closing quote or of what was shortened. */
static bool read_string(text *t, hui_value *value)
{
    char *const start = ++t->at;
    while (!has_special(t->at))
        t->at += sizeof(uint64_t);
    while (*t->at != '"' && *t->at != '\\' && (unsigned char)*t->at >= ' ')
        t->at++;
    char *to = t->at;
    while (*t->at != '"') {
        if ((unsigned char)*t->at < ' ')
            return false;
        if (*t->at != '\\')
            *to++ = *t->at++;
        else if (!read_escape(t, &to))
            return false;
    }
    t->at++;
    *to = '\0';
    *value = (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)(to - start), .string = start};
    return true;
}

static bool read_items(text *t)
{
    if (skip_char(t, ']'))
        return true;
    do {
        hui_value item;
        if (!read_value(t, &item))
            return false;
        hui_vec_push(t->scratch, &t->open)->value = item;
    } while (skip_char(t, ','));
    return skip_char(t, ']');
}

/* The key that the last object of this depth had there: then one string serves both. */
static const char *read_same_key(text *t, size_t member)
{
    if (member >= t->last[t->depth].count || t->has_escaped)
        return NULL;
    const char *const key = t->last[t->depth].members[member].key;
    const size_t length = strlen(key);
    if (strncmp(t->at + 1, key, length) != 0 || t->at[1 + length] != '"')
        return NULL;
    t->at += length + 2;
    return key;
}

static const char *read_key(text *t, size_t member)
{
    hui_value key;
    skip_space(t);
    if (*t->at != '"')
        return NULL;
    const char *const same = read_same_key(t, member), *const start = t->at;
    if (same)
        return same;
    if (!read_string(t, &key))
        return NULL;
    t->has_escaped |= (size_t)(t->at - start) != (size_t)key.count + 2;
    return key.string;
}

static bool read_members(text *t)
{
    const size_t first = t->open.count;
    if (skip_char(t, '}'))
        return true;
    do {
        hui_value item;
        const char *const key = read_key(t, t->open.count - first);
        if (!key || !skip_char(t, ':') || !read_value(t, &item))
            return false;
        *hui_vec_push(t->scratch, &t->open) = (hui_member){key, item};
    } while (skip_char(t, ','));
    return skip_char(t, '}');
}

static bool read_array(text *t, hui_value *value)
{
    const size_t first = t->open.count;
    t->at++;
    if (!read_items(t))
        return false;
    const size_t count = t->open.count - first;
    hui_value *items = HUI_NEW_ARRAY(t->arena, hui_value, count);
    for (size_t i = 0; i < count; i++)
        items[i] = t->open.at[first + i].value;
    t->open.count = first;
    *value = (hui_value){.kind = HUI_VALUE_ARRAY, .count = (uint32_t)count, .items = items};
    return true;
}

static bool read_object(text *t, hui_value *value)
{
    const size_t first = t->open.count;
    t->at++;
    if (!read_members(t))
        return false;
    const size_t count = t->open.count - first;
    const hui_member *members = count ? hui_arena_copy(t->arena, t->open.at + first, count * sizeof *members) : NULL;
    t->open.count = first;
    t->last[t->depth].members = members;
    t->last[t->depth].count = count;
    *value = (hui_value){.kind = HUI_VALUE_OBJECT, .count = (uint32_t)count, .members = members};
    return true;
}

static bool read_nested(text *t, hui_value *value)
{
    if (++t->depth > MOST_DEPTH)
        return false;
    const bool is_read = *t->at == '[' ? read_array(t, value) : read_object(t, value);
    t->depth--;
    return is_read;
}

static bool read_value(text *t, hui_value *value)
{
    skip_space(t);
    *value = (hui_value){0};
    switch (*t->at) {
    case '{':
    case '[':
        return read_nested(t, value);
    case '"':
        return read_string(t, value);
    case 't':
        *value = hui_value_bool(true);
        return skip_word(t, "true");
    case 'f':
        *value = hui_value_bool(false);
        return skip_word(t, "false");
    case 'n':
        *value = hui_value_null();
        return skip_word(t, "null");
    default:
        return read_number(t, value);
    }
}

/* Fails on what follows the value. */
static bool read_whole(text *t, hui_value *value)
{
    if (!read_value(t, value))
        return false;
    skip_space(t);
    return t->at == t->end;
}

/* One value a line: that they are on lines is not asked for, only that white space ends each. */
static bool read_lines(text *t, hui_value *value, const char **line)
{
    HUI_VEC(hui_value) values = {0};
    for (skip_space(t); t->at < t->end; skip_space(t)) {
        hui_value *const next = hui_vec_push(t->scratch, &values);
        *line = t->at;
        if (!read_value(t, next) || !strchr(" \t\r\n", *t->at))
            return false;
    }
    *value = (hui_value){.kind = HUI_VALUE_ARRAY,
                         .count = (uint32_t)values.count,
                         .items = hui_arena_copy(t->arena, values.at, values.count * sizeof *values.at)};
    return true;
}

static text begin(const hui_reading *reading, const char *bytes, size_t size)
{
    char *const copy = hui_arena_alloc(reading->arena, size + sizeof(uint64_t)); /* eight bytes are looked at at once */
    if (size)
        memcpy(copy, bytes, size);
    return (text){.arena = reading->arena, .scratch = hui_arena_new(), .at = copy, .end = copy + size};
}

/* The long way, which says where the fault is. */
static bool read_tree(const hui_reading *reading, const char *bytes, size_t size, hui_value *value)
{
    const hui_json_options options = {.max_bytes = size + 1,
                                      .max_depth = MOST_DEPTH,
                                      .lines_before = reading->lines_before,
                                      .columns_before = reading->columns_before,
                                      .allow_duplicates = true};
    const hui_json *json = hui_json_read(reading->arena, reading->name, bytes, size, &options, reading->diags);
    if (json)
        *value = hui_value_from_json(reading->arena, json);
    return json != NULL;
}

bool hui_json_text_read(const hui_reading *reading, const char *bytes, size_t size, hui_value *value)
{
    bool is_read = false;
    if (size < UINT32_MAX && hui_utf8_find_invalid(bytes, size) == size) {
        text t = begin(reading, bytes, size);
        is_read = read_whole(&t, value);
        hui_arena_free(t.scratch);
    }
    return is_read || read_tree(reading, bytes, size, value);
}

/* The line at fault is read again where it stands, with blanks for all before it. */
static void report_line(const hui_reading *reading, const char *bytes, size_t size, size_t start)
{
    const char *const line_end = memchr(bytes + start, '\n', size - start);
    const size_t length = line_end ? (size_t)(line_end - bytes) : size;
    char *text_of_line = hui_arena_string_n(reading->arena, bytes, length);
    for (size_t i = 0; i < start; i++)
        if (text_of_line[i] != '\n')
            text_of_line[i] = ' ';
    hui_value value;
    if (read_tree(reading, text_of_line, length, &value))
        hui_diags_add(reading->diags, HUI_CODE_BAD_DATA, reading->place, NULL, reading->name,
                      "each line must hold one JSON value");
}

bool hui_json_lines_read(const hui_reading *reading, const char *bytes, size_t size, hui_value *value)
{
    if (size >= UINT32_MAX || hui_utf8_find_invalid(bytes, size) != size)
        return read_tree(reading, bytes, size, value);
    text t = begin(reading, bytes, size);
    const char *const start = t.at, *line = start;
    const bool is_read = read_lines(&t, value, &line);
    hui_arena_free(t.scratch);
    if (!is_read)
        report_line(reading, bytes, size, (size_t)(line - start));
    return is_read;
}
