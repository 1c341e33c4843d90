/* What structures are given to say, in every length and both languages: words, figures and files. Include after cmocka. */
#ifndef TESTS_UNIT_STRUCTURE_WORDS_H
#define TESTS_UNIT_STRUCTURE_WORDS_H

#include "base/buffer.h"
#include "base/vec.h"
#include "model/poster.h"

#include <stdio.h>
#include <string.h>

/* Length 0: all of them in turn. */
static const int space_counts[] = {1, 2, 3, 5, 8, 20}, space_lengths[] = {2, 8, 20, 60, 0},
                 space_widths[] = {984, 460, 300};

/* BARE: what is required and labels; FULL: all there is; MIXED: some of it. */
typedef enum space_form { SPACE_BARE, SPACE_FULL, SPACE_MIXED, SPACE_FORM_COUNT } space_form;
static const char *const space_forms[] = {"bare", "full", "mixed"};

enum { SPACE_COUNTS = 6, SPACE_LENGTHS = 5, SPACE_WIDTHS = 3, SPACE_LANGUAGES = 2, SPACE_MARGIN = 48 };

typedef struct space_point {
    const hui_panel_kind *kind;
    int count, length, width;
    bool is_chinese;
    space_form form;
    size_t options; /* digits of the fields that choose, the first one the lowest */
} space_point;

typedef struct space_texts {
    const char **at;
    size_t count, capacity;
} space_texts;

/* A spec as it is written. */
typedef struct space_spec {
    const space_point *point;
    hui_arena *arena;
    hui_buffer json;
    space_texts labels, texts; /* in the order of the spec; what else it says */
    space_texts targets;       /* labels that links name, which may stand there again */
    const char *folder;        /* for files of its own */
    int codes, numbers;        /* how many there are so far */
    bool has_items;            /* or only links that name them */
    int index, outer;          /* in the innermost list, and in the one around it */
} space_spec;

/* Words */

/* Two characters that no other text of the spec has beside each other. */
static const char *space_code(space_spec *s)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"},
                             *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                                  "午", "未", "申", "酉", "戌", "亥"};
    enum { PAIRS = 120 };
    const int n = s->codes++;
    assert_true(n < 2 * PAIRS);
    if (!s->point->is_chinese)
        return hui_arena_printf(s->arena, "%c%d", 'A' + n / 10, n % 10);
    const char *stem = stems[n % PAIRS / 12], *branch = branches[n % 12];
    return hui_arena_printf(s->arena, "%s%s", n < PAIRS ? stem : branch, n < PAIRS ? branch : stem);
}

static const char *space_han(space_spec *s, int length)
{
    static const char prose[] =
        "深化改革开放激发首府高质量发展内生动力持续优化营商环境推动城市功能品质全面提升增进民生福祉"
        "建设宜居宜业宜游现代化新城区统筹安全稳定";
    enum { HAN = 3 }; /* bytes */
    const int start = s->codes * 7 % 24;
    const char *code = space_code(s), *from = prose + (ptrdiff_t)start * HAN;
    const int most = (int)sizeof prose / HAN - start, wanted = length - 2;
    const int first = wanted < most ? wanted : most;
    return hui_arena_printf(s->arena, "%s%.*s%.*s", code, first * HAN, from, (wanted - first) * HAN, prose);
}

static const char *space_latin(space_spec *s, int length)
{
    static const char *const words[] = {"growth",   "of",     "trade",         "and", "industry", "in",  "the",
                                        "regional", "supply", "manufacturing", "of",  "energy",   "for", "services"};
    enum { WORDS = sizeof words / sizeof *words };
    int next = s->codes * 3 % WORDS, used = 2;
    const char *text = space_code(s);
    for (;; next = (next + 1) % WORDS) {
        used += 1 + (int)strlen(words[next]);
        if (used > length)
            return text;
        text = hui_arena_printf(s->arena, "%s %s", text, words[next]);
    }
}

static const char *space_words(space_spec *s, int length)
{
    return s->point->is_chinese ? space_han(s, length) : space_latin(s, length);
}

static int space_length(const space_spec *s)
{
    return s->point->length ? s->point->length : space_lengths[s->codes * 7 % (SPACE_LENGTHS - 1)];
}

static void space_label(space_spec *s)
{
    const char *label = space_words(s, space_length(s));
    *hui_vec_push(s->arena, &s->labels) = label;
    hui_buffer_printf(&s->json, "\"%s\"", label);
}

static void space_text(space_spec *s, int length)
{
    const char *text = space_words(s, length);
    *hui_vec_push(s->arena, &s->texts) = text;
    hui_buffer_printf(&s->json, "\"%s\"", text);
}

static void space_sentence(space_spec *s)
{
    space_text(s, s->point->is_chinese ? 26 : 64);
}

static void space_short(space_spec *s)
{
    space_text(s, 5);
}

/* Figures */

static void space_number(space_spec *s, int number, bool is_half)
{
    *hui_vec_push(s->arena, &s->texts) = hui_arena_printf(s->arena, "%d%s", number, is_half ? ".5" : "");
    hui_buffer_printf(&s->json, "%d%s", number, is_half ? ".5" : "");
}

static void space_figure(space_spec *s)
{
    const int n = s->numbers++;
    space_number(s, 120 + n * 37 % 800, n % 3 == 1);
}

static void space_low_figure(space_spec *s)
{
    space_number(s, 20 + s->index, false);
}

static void space_share(space_spec *s)
{
    space_number(s, 10 + s->numbers++ * 17 % 80, true);
}

static void space_quiet_share(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 7 + s->numbers++ * 29 % 90);
}

static void space_move(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", s->index % 5 - 2);
}

static int space_lanes(const space_spec *s)
{
    enum { MOST = 6 };
    return s->point->count < MOST ? s->point->count : MOST;
}

/* Lanes take turns. */
static void space_step(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 1 + s->outer + s->index * space_lanes(s));
}

/* Where the nth of as many parts as there are items ends. */
static void space_bound(space_spec *s)
{
    hui_buffer_printf(&s->json, "%d", 100 * (s->index + 1) / s->point->count);
}

static void space_date(space_spec *s)
{
    const int year = 2004 + s->index, month = 1 + s->index * 5 % 12;
    const char *date = hui_arena_printf(s->arena, s->point->is_chinese ? "%d年%d月" : "%d-%02d", year, month);
    *hui_vec_push(s->arena, &s->texts) = date;
    hui_buffer_printf(&s->json, "\"%s\"", date);
}

static void space_numbers(space_spec *s, int count)
{
    for (int i = 0; i < count; i++)
        hui_buffer_printf(&s->json, "%c%d", i ? ',' : '[', 10 + (i + s->index) * 37 % 80);
    hui_buffer_add_char(&s->json, ']');
}

static void space_values(space_spec *s)
{
    space_numbers(s, s->point->count);
}

static void space_days(space_spec *s)
{
    space_numbers(s, s->point->count * 18);
}

static void space_ranges(space_spec *s)
{
    hui_buffer_add_string(&s->json, "[400,700,1000]");
}

static void space_year(space_spec *s)
{
    hui_buffer_add_string(&s->json, "2023");
}

/* Pairs of sets, then all of them. */
static void space_sets(space_spec *s)
{
    static const char *const sets[] = {"[1,2]", "[2,3]", "[1,3]", "[1,2,3]"};
    hui_buffer_add_string(&s->json, sets[s->index]);
}

/* Strings */

static void space_unit(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"亿元\"" : "\"units\"");
}

static void space_prefix(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"第\"" : "\"No.\"");
}

static void space_data(space_spec *s)
{
    hui_buffer_printf(&s->json, "\"https://example.org/%.*s\"", space_length(s),
                      "reports-of-all-years-and-of-all-regions-and-all-of-what-there-is");
}

static void space_mark(space_spec *s)
{
    hui_buffer_add_string(&s->json, s->point->is_chinese ? "\"或\"" : "\"or\"");
}

static void space_cell(space_spec *s)
{
    if (s->index == 0)
        space_label(s);
    else
        space_figure(s);
}

/* A file with a square for each district; the items' names are those of it. */
static void space_map(space_spec *s)
{
    hui_buffer map = {0};
    const int columns = s->point->count < 5 ? s->point->count : 5, codes = s->codes;
    hui_buffer_add_string(&map, "{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < s->point->count; i++) {
        const int x = 110 + i % columns, y = 40 - i / columns;
        hui_buffer_printf(&map,
                          "%s{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
                          "\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}",
                          i ? "," : "", space_words(s, space_length(s)), x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y);
    }
    hui_buffer_add_string(&map, "]}");
    s->codes = codes;
    char path[512];
    snprintf(path, sizeof path, "%s/map.json", s->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fwrite(map.bytes, 1, map.size, file) == map.size);
    fclose(file);
    hui_buffer_finish(&map);
    hui_buffer_add_string(&s->json, "\"map.json\"");
}

#endif
