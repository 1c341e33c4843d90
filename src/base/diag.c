/* Diagnostics: formats messages, finds line and column, cuts source lines to what a terminal shows. */
#include "base/diag.h"

#include "base/lint_rules.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <stdarg.h>
#include <string.h>

enum {
    LISTED = 200,        /* of errors and of warnings */
    LINE_COLUMNS = 160,  /* longest source line that is shown whole */
    LINE_LEAD = 60,      /* what a cut line shows before the place */
    MESSAGE_LENGTH = 400 /* longest message or hint, in characters */
};

static const struct {
    const char *word;
    hui_severity severity;
    const char *format;
} codes[] = {
#define HUI_CODE(NAME, word, severity, format) {word, HUI_SEVERITY_##severity, format},
#include "base/diag_codes.inc"
#undef HUI_CODE
};

/* A NULL message: there is none. */
static const struct {
    const char *message, *hint;
} chinese[HUI_CODE_COUNT] = {
#define HUI_CHINESE(NAME, message, hint) [HUI_CODE_##NAME] = {message, hint},
#include "base/diag_chinese.inc"
#undef HUI_CHINESE
};

hui_diags *hui_diags_new(hui_arena *arena)
{
    hui_diags *diags = HUI_NEW(arena, hui_diags);
    diags->arena = arena;
    diags->budget = hui_budget_new(arena, NULL, false);
    return diags;
}

static void report_limit(hui_diags *diags, hui_most what, hui_place place, const char *found)
{
    hui_diags_add(diags, HUI_CODE_OVER_LIMIT, place, hui_limit_hint(diags->arena, what), found,
                  hui_limit_rows[what].word, hui_budget_most(diags->budget, what), hui_limit_rows[what].unit);
}

bool hui_diags_take(hui_diags *diags, hui_most what, size_t count, hui_place place)
{
    bool is_first;
    if (hui_budget_take(diags->budget, what, count, &is_first))
        return true;
    if (is_first)
        report_limit(diags, what, place, "this is too much in all");
    return false;
}

bool hui_diags_fit(hui_diags *diags, hui_most what, size_t count, hui_place place, const char *found)
{
    if (count <= hui_budget_most(diags->budget, what))
        return true;
    report_limit(diags, what, place, found);
    return false;
}

const char *hui_code_word(hui_code code)
{
    return codes[code].word;
}

bool hui_diags_full(const hui_diags *diags)
{
    return diags->error_count >= LISTED;
}

/* Bytes of the character at s; a byte that is not UTF-8 counts as a character. */
static size_t character_size(const char *s, size_t left)
{
    const unsigned char lead = (unsigned char)*s;
    if (lead < 0x80 || hui_utf8_find_invalid(s, left < 4 ? left : 4) == 0)
        return 1;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static size_t count_characters(const char *s, size_t size)
{
    size_t count = 0;
    for (size_t at = 0; at < size; at += character_size(s + at, size - at))
        count++;
    return count;
}

/* The offset of character number `index` of the text, or its size. */
static size_t find_character(const char *s, size_t size, size_t index)
{
    size_t at = 0;
    for (; index > 0 && at < size; index--)
        at += character_size(s + at, size - at);
    return at;
}

/* Adds a character as a terminal may show it: one column of space for a tab, and nothing that steers the terminal. */
static size_t add_visible(char *out, const char *s, size_t size)
{
    static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
    const unsigned char lead = (unsigned char)*s;
    const bool is_c1 = size == 2 && lead == 0xC2 && (unsigned char)s[1] < 0xA0;
    if (lead == '\t' || lead == '\n')
        return *out = ' ', 1;
    if (lead < 0x20 || lead == 0x7F || is_c1 || (size == 1 && lead >= 0x80))
        return memcpy(out, replacement, 3), 3;
    return memcpy(out, s, size), size;
}

/* At most `limit` characters, an ellipsis in the place of the rest. */
static char *copy_visible(hui_arena *arena, const char *s, size_t size, size_t limit, bool cut_start)
{
    size_t end = find_character(s, size, limit), length = 0;
    char *copy = hui_arena_alloc(arena, 3 * end + 7);
    if (cut_start)
        memcpy(copy, "…", 3), length = 3;
    for (size_t at = 0, step; at < end; at += step) {
        step = character_size(s + at, size - at);
        length += add_visible(copy + length, s + at, step);
    }
    if (end < size)
        memcpy(copy + length, "…", 3);
    return copy;
}

int hui_place_line(hui_place place)
{
    int line = (int)place.source->lines_before + 1;
    const char *at = place.source->bytes, *end = at + place.offset;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        line++;
    }
    return line;
}

static void locate(hui_arena *arena, hui_place place, hui_diagnostic *diagnostic)
{
    const char *bytes = place.source->bytes;
    const size_t size = place.source->size;
    if (place.offset > size)
        place.offset = size;
    size_t start = place.offset;
    while (start > 0 && bytes[start - 1] != '\n')
        start--;
    const char *line = bytes + start, *newline = memchr(bytes + place.offset, '\n', size - place.offset);
    size_t line_size = (size_t)((newline ? newline : bytes + size) - line), before = place.offset - start;
    if (line_size > before && line[line_size - 1] == '\r')
        line_size--;

    size_t column = count_characters(line, before), first = 0;
    size_t marked = place.length < line_size - before ? place.length : line_size - before;
    size_t length = count_characters(line + before, marked);
    if (column > LINE_LEAD && find_character(line, line_size, LINE_COLUMNS) < line_size)
        first = column - LINE_LEAD;
    if (length > first + LINE_COLUMNS - column)
        length = first + LINE_COLUMNS - column;
    const size_t cut = find_character(line, line_size, first);
    diagnostic->line = hui_place_line(place);
    diagnostic->column = (int)(column + (start == 0 ? place.source->columns_before : 0)) + 1;
    diagnostic->source_column = (int)(column - first) + (first > 0 ? 2 : 1);
    diagnostic->length = length > 0 ? (int)length : 1;
    diagnostic->source_line = copy_visible(arena, line + cut, line_size - cut, LINE_COLUMNS, first > 0);
}

static bool is_same(const hui_diagnostic *a, const hui_diagnostic *b)
{
    return a->code == b->code && a->line == b->line && a->column == b->column && !strcmp(a->file, b->file) &&
           !strcmp(a->pointer, b->pointer) && !strcmp(a->message, b->message);
}

static bool is_listed(const hui_diags *diags, const hui_diagnostic *diagnostic)
{
    for (size_t i = 0; i < diags->count; i++)
        if (is_same(&diags->at[i], diagnostic))
            return true;
    return false;
}

static void list(hui_diags *diags, hui_diagnostic diagnostic)
{
    if (diags->count == diags->capacity)
        diags->at = hui_vec_grow(diags->arena, diags->at, sizeof *diags->at, diags->count, &diags->capacity);
    diags->at[diags->count++] = diagnostic;
}

static hui_diagnostic compose(hui_arena *arena, hui_severity severity, const char *code, hui_place place,
                              const char *hint, const char *message)
{
    hui_diagnostic diagnostic = {
        .severity = severity,
        .code = code,
        .file = place.source ? place.source->name : "",
        .length = 1,
        .source_column = 1,
        .pointer = place.pointer ? hui_arena_string(arena, place.pointer) : "",
        .message = copy_visible(arena, message, strlen(message), MESSAGE_LENGTH, false),
        .hint = hint ? copy_visible(arena, hint, strlen(hint), MESSAGE_LENGTH, false) : NULL,
    };
    if (place.source && place.source->bytes)
        locate(arena, place, &diagnostic);
    return diagnostic;
}

static hui_diagnostic compose_code(hui_arena *arena, hui_code code, hui_place place, const char *hint,
                                   const char *message)
{
    return compose(arena, codes[code].severity, codes[code].word, place, hint, message);
}

static void list_too_many(hui_diags *diags, const char *what)
{
    const char *message = hui_arena_printf(diags->arena, codes[HUI_CODE_TOO_MANY].format, LISTED, what);
    list(diags, compose_code(diags->arena, HUI_CODE_TOO_MANY, (hui_place){0}, NULL, message));
}

/* False if no more of the kind are listed. */
static bool has_room(hui_diags *diags, hui_severity severity)
{
    const bool is_error = severity == HUI_SEVERITY_ERROR;
    size_t *found = is_error ? &diags->error_count : &diags->warning_count;
    if (*found < LISTED)
        return true;
    if ((*found)++ == LISTED)
        list_too_many(diags, is_error ? "errors" : "warnings");
    return false;
}

static void count(hui_diags *diags, hui_severity severity)
{
    if (severity == HUI_SEVERITY_ERROR)
        diags->error_count++;
    else
        diags->warning_count++;
}

void hui_diags_copy(hui_diags *diags, const hui_diagnostic *diagnostic)
{
    ++*(diagnostic->severity == HUI_SEVERITY_ERROR ? &diags->error_count : &diags->warning_count);
    list(diags, *diagnostic);
}

static void translate(hui_arena *arena, hui_diagnostic *diagnostic, hui_code code, const char *row, va_list arguments)
{
    if (!chinese[code].message)
        return;
    const char *message = hui_arena_vprintf(arena, chinese[code].message, arguments);
    diagnostic->chinese = row ? hui_arena_printf(arena, "%s（%s）", message, row) : message;
    diagnostic->chinese_hint = chinese[code].hint;
}

static bool is_ignored(const hui_diags *diags, hui_code code)
{
    const hui_lint_rule rule = diags->ignored ? hui_lint_rule_find(codes[code].word) : HUI_LINT_COUNT;
    return rule != HUI_LINT_COUNT && diags->ignored & 1U << rule;
}

void hui_diags_add(hui_diags *diags, hui_code code, hui_place place, const char *hint, ...)
{
    if (is_ignored(diags, code) || !has_room(diags, codes[code].severity))
        return;
    va_list arguments, again;
    va_start(arguments, hint);
    va_copy(again, arguments);
    const char *message = hui_arena_vprintf(diags->arena, codes[code].format, arguments);
    va_end(arguments);
    if (place.row)
        message = hui_arena_printf(diags->arena, "%s (%s)", message, place.row);
    hui_diagnostic diagnostic = compose_code(diags->arena, code, place, hint, message);
    translate(diags->arena, &diagnostic, code, place.row, again);
    va_end(again);
    if (is_listed(diags, &diagnostic))
        return;
    count(diags, diagnostic.severity);
    list(diags, diagnostic);
}

void hui_diagnostic_show(hui_diagnostic *diagnostic, hui_area area)
{
    diagnostic->page = area.page;
    diagnostic->x = area.rect.x;
    diagnostic->y = area.rect.y;
    diagnostic->width = area.rect.w;
    diagnostic->height = area.rect.h;
}

void hui_diags_add_finding(hui_diags *diags, hui_severity severity, const char *code, hui_place place, hui_area area,
                           const char *hint, const char *message)
{
    if (!has_room(diags, severity))
        return;
    hui_diagnostic diagnostic =
        compose(diags->arena, severity, hui_arena_string(diags->arena, code), place, hint, message);
    hui_diagnostic_show(&diagnostic, area);
    count(diags, severity);
    list(diags, diagnostic);
}

static size_t file_rank(const hui_diags *diags, const char *file)
{
    size_t rank = 0;
    while (rank < diags->count && strcmp(diags->at[rank].file, file) != 0)
        rank++;
    return rank;
}

static bool is_before(const hui_diagnostic *a, size_t a_rank, const hui_diagnostic *b, size_t b_rank)
{
    if (a_rank != b_rank)
        return a_rank < b_rank;
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* By insertion, which keeps the order of what stands at one place; there are few. */
void hui_diags_sort(hui_diags *diags)
{
    size_t *ranks = HUI_NEW_ARRAY(diags->arena, size_t, diags->count);
    for (size_t i = 0; i < diags->count; i++)
        ranks[i] = file_rank(diags, diags->at[i].file);
    for (size_t i = 1; i < diags->count; i++) {
        const hui_diagnostic moved = diags->at[i];
        const size_t rank = ranks[i];
        size_t at = i;
        for (; at > 0 && is_before(&moved, rank, &diags->at[at - 1], ranks[at - 1]); at--) {
            diags->at[at] = diags->at[at - 1];
            ranks[at] = ranks[at - 1];
        }
        diags->at[at] = moved;
        ranks[at] = rank;
    }
}

enum { WORD_LENGTH = 48 }; /* longer words have no neighbours */

/* The word in lower case (ASCII), by code points; 0 if it is too long or not UTF-8. */
static size_t decode_word(const char *word, uint32_t out[WORD_LENGTH])
{
    size_t length = 0, size = strlen(word);
    if (hui_utf8_find_invalid(word, size) < size)
        return 0;
    while (*word) {
        if (length == WORD_LENGTH)
            return 0;
        uint32_t c = hui_utf8_next(&word);
        out[length++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return length;
}

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance with swaps of neighbours (Boytsov, "Indexing methods for approximate
 * dictionary searching", 2011, section 2.1). */
static size_t distance(const uint32_t *a, size_t a_length, const uint32_t *b, size_t b_length)
{
    size_t rows[3][WORD_LENGTH + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        above[j] = before[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = min(min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = min(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = above, above = row, row = spare;
    }
    return above[b_length];
}

const char *hui_word_nearest(const char *word, const char *const *candidates, size_t count)
{
    uint32_t wanted[WORD_LENGTH], other[WORD_LENGTH];
    const size_t length = decode_word(word, wanted);
    const char *nearest = NULL;
    size_t best = length / 3 + 1;
    for (size_t i = 0; i < count && length > 0; i++) {
        size_t other_length = decode_word(candidates[i], other);
        if (other_length >= length + best || length >= other_length + best)
            continue;
        size_t d = distance(wanted, length, other, other_length);
        if (d < best)
            best = d, nearest = candidates[i];
    }
    return nearest;
}

const char *hui_word_hint(hui_arena *arena, const char *word, const char *const *candidates, size_t count)
{
    enum { SHORT = 44 };
    const char *nearest = hui_word_nearest(word, candidates, count);
    if (nearest)
        return hui_arena_printf(arena, "did you mean `%s`?", nearest);
    if (count == 0 || count > SHORT)
        return NULL;
    const char *list = "there is";
    for (size_t i = 0; i < count; i++)
        list = hui_arena_printf(arena, "%s%s `%s`", list, i > 0 ? "," : "", candidates[i]);
    return list;
}
