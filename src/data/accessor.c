/* Fields of rows: Vega's paths ("a.b[0]['c.d']") taken apart, and values found along them. */
#include "data/table.h"

#include "base/vec.h"

#include <string.h>

typedef HUI_VEC(const char *) parts;

typedef struct splitter {
    hui_arena *arena;
    const char *at;
    parts parts;
    char *part; /* the part under way, as long as the whole text at most */
    size_t length;
} splitter;

static void end_part(splitter *s)
{
    *hui_vec_push(s->arena, &s->parts) = hui_arena_string_n(s->arena, s->part, s->length);
    s->length = 0;
}

/* One character of a part, or what a backslash guards. */
static void take(splitter *s)
{
    if (*s->at == '\\' && s->at[1])
        s->at++;
    s->part[s->length++] = *s->at++;
}

/* What stands between brackets, quoted or not; false if the closing one is missing. */
static bool read_bracket(splitter *s)
{
    s->at++;
    const char quote = *s->at == '"' || *s->at == '\'' ? *s->at : '\0';
    if (quote)
        s->at++;
    while (*s->at && *s->at != (quote ? quote : ']'))
        take(s);
    if (quote && *s->at == quote)
        s->at++;
    if (*s->at != ']')
        return false;
    s->at++;
    end_part(s);
    return true;
}

/* A field whose brackets do not match is a plain name. */
static parts split(hui_arena *arena, const char *field)
{
    splitter s = {.arena = arena, .at = field, .part = hui_arena_alloc(arena, strlen(field) + 1)};
    bool matches = true;
    while (*s.at && matches) {
        if (*s.at == '.' || *s.at == '[') {
            if (s.length)
                end_part(&s);
            if (*s.at == '[')
                matches = read_bracket(&s);
            else
                s.at++;
        } else if (*s.at == ']') {
            matches = false;
        } else {
            take(&s);
        }
    }
    if (matches) {
        if (s.length || !s.parts.count)
            end_part(&s);
        return s.parts;
    }
    s.parts = (parts){0};
    *hui_vec_push(arena, &s.parts) = hui_arena_string(arena, field);
    return s.parts;
}

static const char *join(hui_arena *arena, parts all)
{
    size_t length = 0;
    for (size_t i = 0; i < all.count; i++)
        length += strlen(all.at[i]) + 1;
    char *flat = hui_arena_alloc(arena, length), *end = flat;
    for (size_t i = 0; i < all.count; i++) {
        const size_t size = strlen(all.at[i]);
        if (i)
            *end++ = '.';
        memcpy(end, all.at[i], size);
        end += size;
    }
    return flat;
}

static bool is_plain(const char *field)
{
    return *field && !strpbrk(field, ".[]\\");
}

const char *const *hui_field_path(hui_arena *arena, const char *field, size_t *count)
{
    const parts all = split(arena, field);
    *count = all.count;
    return all.at;
}

const char *hui_field_flat(hui_arena *arena, const char *field)
{
    return is_plain(field) ? field : join(arena, split(arena, field));
}

/* A column of the flat name comes first: it is what steps made of the members, dates for instance. The name as written is
 * taken when nothing else fits, as people forget to escape the brackets in "Speed [km/h]". */
hui_accessor hui_accessor_new(hui_arena *arena, const hui_table *table, const char *field)
{
    if (is_plain(field))
        return (hui_accessor){.column = hui_table_find(table, field)};
    const parts path = split(arena, field);
    const hui_column *flat = hui_table_find(table, join(arena, path));
    if (flat)
        return (hui_accessor){.column = flat};
    const hui_column *first = hui_table_find(table, path.at[0]);
    if (!first)
        return (hui_accessor){.column = hui_table_find(table, field)};
    return (hui_accessor){first, path.at + 1, path.count - 1};
}

hui_value hui_accessor_value(const hui_accessor *accessor, size_t row)
{
    if (!accessor->column)
        return (hui_value){0};
    hui_value value = accessor->column->at[row];
    for (size_t i = 0; i < accessor->path_count; i++)
        value = hui_value_member(value, accessor->path[i]);
    return value;
}
