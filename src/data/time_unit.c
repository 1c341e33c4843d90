/* Time units as words: what they are called, and how their dates are written. */
#include "data/time_unit.h"

#include <string.h>

typedef struct part_word {
    const char *word;
    unsigned part;
} part_word;

/* In Vega-Lite's order. What begins like another comes first. */
static const part_word part_words[] = {{"year", HUI_TIME_YEAR},
                                       {"quarter", HUI_TIME_QUARTER},
                                       {"month", HUI_TIME_MONTH},
                                       {"week", HUI_TIME_WEEK},
                                       {"dayofyear", HUI_TIME_DAYOFYEAR},
                                       {"day", HUI_TIME_DAY},
                                       {"date", HUI_TIME_DATE},
                                       {"hours", HUI_TIME_HOURS},
                                       {"minutes", HUI_TIME_MINUTES},
                                       {"seconds", HUI_TIME_SECONDS},
                                       {"milliseconds", HUI_TIME_MILLISECONDS}};
enum { PART_COUNT = sizeof part_words / sizeof *part_words };

static bool skip_word(const char **at, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

/* Days count by weeks, by months or by years: one of these ways. */
static bool are_compatible(unsigned parts)
{
    const bool by_week = parts & (HUI_TIME_WEEK | HUI_TIME_DAY);
    const bool by_month = parts & (HUI_TIME_QUARTER | HUI_TIME_MONTH | HUI_TIME_DATE);
    const bool by_year = parts & HUI_TIME_DAYOFYEAR;
    return by_week + by_month + by_year <= 1;
}

bool hui_time_unit_read(const char *word, hui_time_unit *unit)
{
    hui_time_unit read = {0};
    read.binned = skip_word(&word, "binned");
    read.utc = skip_word(&word, "utc");
    for (size_t i = 0; i < PART_COUNT; i++)
        if (skip_word(&word, part_words[i].word))
            read.parts |= part_words[i].part;
    if (*word || !read.parts || !are_compatible(read.parts))
        return false;
    *unit = read;
    return true;
}

static char *join_words(hui_arena *arena, const char *prefix, unsigned parts, const char *between)
{
    char joined[128] = "";
    strcat(joined, prefix);
    const size_t start = strlen(joined);
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (!(parts & part_words[i].part))
            continue;
        if (joined[start])
            strcat(joined, between);
        strcat(joined, part_words[i].word);
    }
    return hui_arena_string(arena, joined);
}

const char *hui_time_unit_word(hui_arena *arena, hui_time_unit unit)
{
    const char *prefix = unit.binned ? (unit.utc ? "binnedutc" : "binned") : (unit.utc ? "utc" : "");
    return join_words(arena, prefix, unit.parts, "");
}

const char *hui_time_unit_title(hui_arena *arena, hui_time_unit unit)
{
    return join_words(arena, "", unit.parts, "-");
}

unsigned hui_time_unit_smallest(hui_time_unit unit)
{
    unsigned part = HUI_TIME_MILLISECONDS;
    while (part && !(unit.parts & part))
        part >>= 1;
    return part;
}

/* Parts that stand together and what they give, the longer first. */
static const struct {
    unsigned parts;
    const char *specifier;
} specifiers[] = {{HUI_TIME_YEAR | HUI_TIME_MONTH | HUI_TIME_DATE, "%b %d, %Y "},
                  {HUI_TIME_YEAR | HUI_TIME_MONTH, "%b %Y "},
                  {HUI_TIME_YEAR, "%Y "},
                  {HUI_TIME_QUARTER, "Q%q "},
                  {HUI_TIME_MONTH, "%b "},
                  {HUI_TIME_WEEK, "W%U "},
                  {HUI_TIME_DATE, "%d "},
                  {HUI_TIME_DAY, "%a "},
                  {HUI_TIME_DAYOFYEAR, "%j "},
                  {HUI_TIME_HOURS | HUI_TIME_MINUTES, "%H:%M"},
                  {HUI_TIME_HOURS, "%H:00"},
                  {HUI_TIME_MINUTES, "00:%M"},
                  {HUI_TIME_SECONDS, ":%S"},
                  {HUI_TIME_MILLISECONDS, ".%L"}};

const char *hui_time_unit_format(hui_arena *arena, hui_time_unit unit)
{
    char format[128] = "";
    unsigned left = unit.parts;
    for (size_t i = 0; i < sizeof specifiers / sizeof *specifiers; i++) {
        const unsigned parts = specifiers[i].parts;
        const bool year_and_month = parts & HUI_TIME_YEAR && parts & HUI_TIME_MONTH;
        if ((left & parts) != parts || (year_and_month && left & HUI_TIME_QUARTER)) /* the quarter parts them */
            continue;
        strcat(format, specifiers[i].specifier);
        left &= ~parts;
    }
    size_t length = strlen(format);
    while (length && format[length - 1] == ' ')
        length--;
    return hui_arena_string_n(arena, format, length);
}
