/* Values: lays the tree that cJSON reads beside the scanner's and takes keys, strings and numbers from it. */
#include "json/scan.h"

#include <cjson/cJSON.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cJSON reads numbers through a buffer of this size (parse_number, 1.7.15) and fails on longer ones. */
enum { CJSON_NUMBER = 63 };

static void release_tree(void *tree)
{
    cJSON_Delete(tree);
}

/* The text with numbers that are too long for cJSON replaced by zeros; it is copied only if there are some. */
static const char *shorten_numbers(hui_arena *arena, hui_json *root)
{
    char *copy = NULL;
    for (const hui_json *value = root; value; value = hui_json_next(value)) {
        if (value->kind != HUI_JSON_NUMBER || value->length <= CJSON_NUMBER)
            continue;
        if (!copy)
            copy = hui_arena_copy(arena, value->source->bytes, value->source->size);
        memset(copy + value->offset, ' ', value->length);
        copy[value->offset] = '0';
    }
    return copy ? copy : root->source->bytes;
}

static double read_long_number(const char *digits)
{
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0), callers = uselocale(c_locale);
    const double number = strtod(digits, NULL);
    uselocale(callers);
    freelocale(c_locale);
    return number;
}

static bool fill_number(hui_arena *arena, hui_json *value, const cJSON *item, hui_diags *diags)
{
    value->string = hui_arena_string_n(arena, value->source->bytes + value->offset, value->length);
    value->number = value->length > CJSON_NUMBER ? read_long_number(value->string) : item->valuedouble;
    if (isfinite(value->number))
        return true;
    const size_t shown = value->length < 40 ? value->length : 40;
    hui_diags_add(diags, HUI_CODE_NUMBER_RANGE, hui_json_place(arena, value), "the largest number is about 1.8e308",
                  hui_arena_printf(arena, "%.*s%s", (int)shown, value->string, shown < value->length ? "…" : ""));
    return false;
}

/* A key with \u0000 in it cannot be a C string: it stays as it is written, and so matches no property. */
static const char *find_key(hui_arena *arena, const hui_json *value, const cJSON *item)
{
    const char *raw = value->source->bytes + value->key_offset + 1;
    const size_t raw_length = value->key_length - 2;
    if (!memchr(raw, '\\', raw_length))
        return item->string;
    const char *key = hui_arena_string_n(arena, raw, raw_length);
    return strstr(key, "\\u0000") ? key : item->string;
}

static bool fill_value(hui_arena *arena, hui_json *value, const cJSON *item, hui_diags *diags)
{
    if (value->parent && value->parent->kind == HUI_JSON_OBJECT)
        value->key = find_key(arena, value, item);
    if (value->kind == HUI_JSON_STRING)
        value->string = item->valuestring;
    return value->kind != HUI_JSON_NUMBER || fill_number(arena, value, item, diags);
}

/* Both trees in step, without recursion; `items` are the counterparts of the value's ancestors. */
static bool fill(hui_arena *arena, hui_json *root, const cJSON *item, hui_diags *diags)
{
    const cJSON *items[CJSON_NESTING_LIMIT + 1];
    size_t depth = 0;
    bool is_fine = true;
    for (hui_json *value = root; value;) {
        is_fine &= fill_value(arena, value, item, diags);
        if (value->first) {
            items[depth++] = item;
            item = item->child;
            value = (hui_json *)value->first;
            continue;
        }
        while (value && !value->next) {
            value = (hui_json *)value->parent;
            item = value ? items[--depth] : NULL;
        }
        if (value) {
            value = (hui_json *)value->next;
            item = item->next;
        }
    }
    return is_fine;
}

bool hui_json_fill(hui_arena *arena, hui_json *root, hui_diags *diags)
{
    cJSON *tree = cJSON_ParseWithLength(shorten_numbers(arena, root), root->source->size);
    if (!tree) { /* the scanner let the text pass, so only memory can be lacking */
        fputs("huibao: out of memory\n", stderr);
        abort();
    }
    hui_arena_on_free(arena, release_tree, tree);
    return fill(arena, root, tree, diags);
}
