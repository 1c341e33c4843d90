/* Limits as they are written on a command line. */
#include "base/diag.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Copies what is said to the caller. */
static bool refuse(char **error, const char *message)
{
    if (error && !(*error = strdup(message)))
        abort();
    return false;
}

static const hui_limit_row *find_row(const char *word, size_t length)
{
    for (size_t i = 0; i < HUI_MOST_COUNT; i++)
        if (strlen(hui_limit_rows[i].word) == length && memcmp(hui_limit_rows[i].word, word, length) == 0)
            return &hui_limit_rows[i];
    return NULL;
}

static bool refuse_name(hui_arena *arena, const char *word, size_t length, char **error)
{
    const char *words[HUI_MOST_COUNT], *name = hui_arena_string_n(arena, word, length);
    for (size_t i = 0; i < HUI_MOST_COUNT; i++)
        words[i] = hui_limit_rows[i].word;
    return refuse(error, hui_arena_printf(arena, "there is no limit “%s”; %s", name,
                                          hui_word_hint(arena, name, words, HUI_MOST_COUNT)));
}

/* One of the list; moves behind it. */
static bool read_limit(hui_arena *arena, hui_limits *limits, const char **at, char **error)
{
    const size_t length = strcspn(*at, ",="), size = strcspn(*at, ",");
    const char *number = *at + length + 1;
    char *end;
    const hui_limit_row *row = find_row(*at, length);
    if (!row)
        return refuse_name(arena, *at, length, error);
    errno = 0;
    const unsigned long long value = length < size && *number >= '0' && *number <= '9' ? strtoull(number, &end, 10) : 0;
    if (value == 0 || errno || value > SIZE_MAX || end != *at + size)
        return refuse(error,
                      hui_arena_printf(arena, "“%.*s” is not a limit and a whole number from 1, such as “%s=%zu”",
                                       (int)(size < 60 ? size : 60), *at, row->word, row->usual));
    const size_t most = (size_t)value;
    memcpy((char *)limits + row->offset, &most, sizeof most);
    *at += size + ((*at)[size] == ',');
    return true;
}

bool hui_limits_read(hui_limits *limits, const char *text, char **error)
{
    hui_arena *arena = hui_arena_new();
    hui_limits read = *limits;
    bool is_good = true;
    if (error)
        *error = NULL;
    for (const char *at = text; is_good && (at == text || *at);)
        is_good = read_limit(arena, &read, &at, error);
    if (is_good)
        *limits = read;
    hui_arena_free(arena);
    return is_good;
}
