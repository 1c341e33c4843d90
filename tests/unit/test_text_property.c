/* links: base text */
/* Whatever the text and the width: no line breaks a rule, no text is lost, no line is too wide. */
#include "base/buffer.h"
#include "base/rng.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <fontconfig/fontconfig.h>

static const char bundled[] = HUI_SOURCE_DIR "/fonts";
static const char *const prose[] = {
#include "text_prose.inc"
};

enum { WIDTHS = 40, MIXTURES = 150, SHOWN = 12 };

struct tally {
    size_t texts, lines, faults;
};

struct setup {
    hui_arena *arena;
    hui_diags *diags;
    hui_fonts *fonts, *fixed;
};

/* The characters of a paragraph, spaces included, and where the author allows a break. */
struct letters {
    uint32_t *at;
    bool *allowed;
    size_t count;
};

static struct letters decode(hui_arena *arena, const char *text)
{
    struct letters letters = {HUI_NEW_ARRAY(arena, uint32_t, strlen(text) + 1), HUI_NEW_ARRAY(arena, bool, strlen(text) + 1), 0};
    while (*text) {
        uint32_t code = hui_utf8_next(&text);
        if (code == 0x200B)
            letters.allowed[letters.count] = true;
        else
            letters.at[letters.count++] = code;
    }
    return letters;
}

static bool is_one_of(uint32_t code, const char *set)
{
    while (*set)
        if (hui_utf8_next(&set) == code)
            return true;
    return false;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_latin(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static bool is_han(uint32_t code)
{
    return code >= 0x4E00 && code <= 0x9FFF;
}

/* What is wrong with a line break between two characters with these neighbours; NULL: nothing. Written from clreq and the
 * house's table, not from the composer's. */
static const char *fault_at(const struct letters *letters, size_t cut)
{
    const uint32_t *at = letters->at;
    uint32_t a = at[cut - 1], b = at[cut];
    size_t before = cut; /* over spaces */
    while (before > 0 && at[before - 1] == ' ')
        before--;
    uint32_t last = before > 0 ? at[before - 1] : 0;
    if (is_one_of(b, "，。、；：！？”’》）】」』—…·"))
        return "a mark begins the line";
    if (is_one_of(last, "“‘《（【「『") && last == a)
        return "an opener ends the line";
    if (b == ' ')
        return "a space begins the line";
    if (letters->allowed[cut] || (a == ' ' && letters->allowed[before]))
        return NULL;
    if (is_digit(last) && is_one_of(b, "个户套条亩头名人万亿千百元吨台所处年月日次位强项级座场%％‰℃"))
        return "a number is parted from its unit";
    if (is_digit(a) && (is_digit(b) || b == '.' || is_latin(b)))
        return "a number is split";
    if (a == '.' && is_digit(b) && cut > 1 && is_digit(at[cut - 2]))
        return "a decimal is split";
    if (is_latin(a) && (is_latin(b) || is_digit(b)))
        return "a word is split";
    if (a == 0x7B2C && (is_digit(b) || is_one_of(b, "一二三四五六七八九十")))
        return "第 is parted from its number";
    if (is_one_of(a, "万亿") && is_one_of(b, "元个户亩人吨") && cut > 1 && is_digit(at[cut - 2]))
        return "a unit is split";
    if (is_one_of(a, "+") && is_digit(b) && cut > 1 && is_digit(at[cut - 2]))
        return "an expression is split";
    return NULL;
}

/* A last line of one character, although two han before it could have been parted. */
static bool is_lone(const struct letters *letters, size_t from, size_t previous)
{
    const uint32_t *at = letters->at;
    size_t characters = 0;
    for (size_t i = from; i < letters->count; i++)
        characters += !is_one_of(at[i], "，。、；：！？”’》）】」』“‘《（【 ");
    return characters == 1 && from - previous >= 3 && is_han(at[from - 1]) && is_han(at[from - 2]) && is_han(at[from - 3]) &&
           is_han(at[from]) && !fault_at(letters, from - 1);
}

static void complain(struct tally *tally, const char *what, const char *text, double width, const char *line)
{
    if (tally->faults++ < SHOWN)
        print_error("%s at %g: “%s”\n  in %.200s\n", what, width, line, text);
}

static char *line_text(hui_arena *arena, const hui_line *line)
{
    char *text = hui_arena_string(arena, "");
    for (size_t r = 0; r < line->run_count; r++)
        text = hui_arena_printf(arena, "%s%.*s", text, (int)line->runs[r].text_size, line->runs[r].text);
    return text;
}

/* The place after `text` in `at`, marks of allowed breaks left aside; NULL: something else stands there. */
static const char *skip_text(const char *at, const char *text)
{
    for (; *text; at++) {
        if (strncmp(at, "\u200B", 3) == 0)
            at += 2;
        else if (*at != *text++)
            return NULL;
    }
    return at;
}

static const char *skip_spaces(const char *at)
{
    static const char *const spaces[] = {" ", "\u200B", "\u00A0", "\u3000"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strncmp(at, spaces[i], strlen(spaces[i])) == 0)
            return skip_spaces(at + strlen(spaces[i]));
    return at;
}

static const char *line_fault(const struct letters *letters, const hui_line *line, size_t from, size_t previous, double width)
{
    if (line->width > width + 1e-6)
        return "too wide";
    if (line->x < -1e-6)
        return "out of its block";
    if (from == 0 || from >= letters->count)
        return NULL;
    if (line->ends_paragraph && is_lone(letters, from, previous))
        return "a lone last character";
    return fault_at(letters, from);
}

/* Walks the text along the lines: each line's text must come next in it, with nothing but spaces and \n skipped. */
static void check_lines(hui_arena *arena, struct tally *tally, const char *text, const hui_lines *lines, double width,
                        bool narrow)
{
    const char *at = text, *paragraph = text;
    size_t previous = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const char *line = line_text(arena, &lines->at[i]);
        if (!skip_text(at, line) || !*line)
            at = skip_spaces(at);
        struct letters letters = decode(arena, hui_arena_string_n(arena, paragraph, strcspn(paragraph, "\n")));
        size_t from = decode(arena, hui_arena_string_n(arena, paragraph, (size_t)(at - paragraph))).count;
        const char *fault = narrow ? NULL : line_fault(&letters, &lines->at[i], from, previous, width);
        if (fault)
            complain(tally, fault, text, width, line);
        previous = from;
        tally->lines++;
        at = skip_text(at, line);
        if (!at) {
            complain(tally, "text is lost", text, width, line);
            return;
        }
        if (lines->at[i].ends_paragraph && *skip_spaces(at) == '\n') {
            paragraph = at = skip_spaces(at) + 1;
            previous = 0;
        }
    }
    at = skip_spaces(at);
    if (*at)
        complain(tally, "text is missing", text, width, at);
}

static char *join(hui_arena *arena, hui_spans spans)
{
    hui_buffer joined = {0};
    for (size_t i = 0; i < spans.count; i++)
        hui_buffer_add_string(&joined, spans.at[i].text);
    char *copy = hui_arena_string_n(arena, joined.bytes ? joined.bytes : "", joined.size);
    hui_buffer_finish(&joined);
    return copy;
}

static void check_text(struct setup *setup, struct tally *tally, const char *markdown, bool balance)
{
    hui_arena *arena = hui_arena_new();
    hui_text_style style = {.size = 28, .line_height = 42, .figure_scale = 1.08, .balance = balance,
                            .align = balance ? HUI_TEXT_CENTER : HUI_TEXT_JUSTIFY};
    hui_spans spans = hui_markdown_read(arena, markdown);
    hui_text *text = hui_text_new(arena, setup->fonts, &style, spans, (hui_place){0}, setup->diags);
    const char *plain = join(arena, spans);
    double least = hui_text_min_width(text), most = hui_text_max_width(text);
    for (int i = 0; i < WIDTHS; i++) {
        double width = least + (700 - least) * i / (WIDTHS - 1);
        if (width >= least)
            check_lines(arena, tally, plain, hui_text_compose(text, width), width, false);
    }
    check_lines(arena, tally, plain, hui_text_compose(text, least / 2), least / 2, true);
    check_lines(arena, tally, plain, hui_text_compose(text, 0), 0, true);
    const hui_lines *widest = hui_text_compose(text, most + 1e-6);
    for (size_t i = 0; i < widest->count; i++)
        if (!widest->at[i].ends_paragraph)
            complain(tally, "wrapped at its greatest width", plain, most, "");
    tally->texts++;
    hui_arena_free(arena);
}

/* As a program does: otherwise Pango reads the system's configuration in the background. */
static int open_fonts(void **state)
{
    FcConfigSetCurrent(FcConfigCreate());
    struct setup *setup = calloc(1, sizeof *setup);
    setup->arena = hui_arena_new();
    setup->diags = hui_diags_new(setup->arena);
    setup->fonts = hui_fonts_new(&(hui_fonts_options){.folder = bundled}, setup->diags);
    setup->fixed = hui_fonts_new(&(hui_fonts_options){.fixed = true}, setup->diags);
    *state = setup;
    return setup->fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
    struct setup *setup = *state;
    hui_fonts_free(setup->fonts);
    hui_fonts_free(setup->fixed);
    hui_arena_free(setup->arena);
    free(setup);
    return 0;
}

static void test_prose(void **state)
{
    struct setup *setup = *state;
    struct tally tally = {0};
    for (size_t i = 0; i < sizeof prose / sizeof *prose; i++) {
        check_text(setup, &tally, prose[i], false);
        check_text(setup, &tally, prose[i], true);
    }
    print_message("%zu texts, %zu lines, %zu faults\n", tally.texts, tally.lines, tally.faults);
    assert_true(tally.lines > 10000);
    assert_int_equal(tally.faults, 0);
}

static const char *const words[] = {
    "全面推进", "首府", "的", "和", "与", "建设", "乳业", "一体化", "现代", "了", "发展", "工程", "算力", "项目", "荣获", "累计达",
    "，", "。", "、", "；", "：", "——", "……", "！", "·", "“创新”", "“**中国投资热点城市**”", "《规划》", "（一期）", "‘甲’",
    "**430**个", "**1355**亿元", "5058.1万人次", "12GW", "6.9万个", "10万吨", "**23.6%**", "2166.8亿元", "400余场次", "第1", "第**15**位",
    "第三批", "S43", "G5901", "1+2+N", "Q10", "A级", "2023年5月", "87.8公里", "100%", "3A级", "30多万户", "5.5 亿元", "12 GW",
    "Wi-Fi", "AI", "km/h", "https://example.org/very/long/path?x=1", "plain words ", " ", " ", "\n", "|", "“**1+2+N**”", "It’s",
    "*重点*", "[链接](x)", "`code`", "👍🏽", "é", "①", "名校+",
};

static char *make_mixture(hui_arena *arena, hui_rng *rng, int count)
{
    hui_buffer text = {0};
    for (int i = 0; i < count; i++)
        hui_buffer_add_string(&text, words[hui_rng_int(rng, 0, (int)(sizeof words / sizeof *words) - 1)]);
    char *copy = hui_arena_string_n(arena, text.bytes ? text.bytes : "", text.size);
    hui_buffer_finish(&text);
    return copy;
}

static void test_mixtures(void **state)
{
    struct setup *setup = *state;
    struct tally tally = {0};
    hui_rng rng = hui_rng_seed(20231123);
    for (int i = 0; i < MIXTURES; i++)
        check_text(setup, &tally, make_mixture(setup->arena, &rng, hui_rng_int(&rng, 1, i % 30 == 0 ? 400 : 60)), i % 3 == 0);
    print_message("%zu texts, %zu lines, %zu faults\n", tally.texts, tally.lines, tally.faults);
    assert_int_equal(tally.faults, 0);
}

/* Any characters at all, in spans of any kind: nothing is lost but what cannot be drawn, nothing crashes. */
static void test_soup(void **state)
{
    struct setup *setup = *state;
    hui_rng rng = hui_rng_seed(7);
    struct tally tally = {0};
    for (int i = 0; i < 200; i++) {
        hui_arena *arena = hui_arena_new();
        hui_fonts *fonts = i % 2 ? setup->fonts : setup->fixed;
        hui_span spans[8] = {{0}};
        int blocks[] = {0x20, 0x80, 0x300, 0x5D0, 0x600, 0xE00, 0x1100, 0x2000, 0x3000, 0x4E00, 0xAC00, 0xFF00, 0x1F300, 0xE0100};
        for (size_t s = 0; s < 7; s++) {
            hui_buffer text = {0};
            for (int n = hui_rng_int(&rng, 0, 30); n > 0; n--) {
                int code = blocks[hui_rng_int(&rng, 0, (int)(sizeof blocks / sizeof *blocks) - 1)] + hui_rng_int(&rng, 0, 127);
                char bytes[4];
                if (code < 0x7F || (code > 0xA0 && code != 0x200B && code != 0x2028 && code != 0x2029))
                    hui_buffer_add(&text, bytes, hui_utf8_write((uint32_t)code, bytes));
            }
            spans[s] = (hui_span){.text = hui_arena_string_n(arena, text.bytes ? text.bytes : "", text.size),
                                  .size = hui_rng_range(&rng, -5, 50), .strong = s % 2, .emphasis = s % 3 == 0,
                                  .gap_before = hui_rng_range(&rng, -3, 9), .link = s == 4 ? "x" : NULL};
            hui_buffer_finish(&text);
        }
        hui_text_style style = {.size = 20, .align = (hui_text_align)(i % 4), .balance = i % 3 == 0, .tabular = i % 5 == 0};
        hui_text *text = hui_text_new(arena, fonts, &style, (hui_spans){spans, 8}, (hui_place){0}, setup->diags);
        for (double width = 0; width < 1000; width += 99)
            check_lines(arena, &tally, join(arena, (hui_spans){spans, 7}), hui_text_compose(text, width), width, true);
        hui_arena_free(arena);
    }
    assert_true(tally.lines > 10000);
    assert_int_equal(tally.faults, 0);
}

/* A cluster longer than its 16-bit counts is told in parts. */
static void test_heap_of_accents(void **state)
{
    struct setup *setup = *state;
    hui_buffer text = {0};
    hui_buffer_add_string(&text, "e");
    for (int i = 0; i < 70000; i++)
        hui_buffer_add_string(&text, "\u0301");
    hui_text_style style = {.size = 20};
    for (int i = 0; i < 2; i++) {
        hui_span span = {.text = text.bytes};
        hui_text *heap = hui_text_new(setup->arena, i ? setup->fonts : setup->fixed, &style, (hui_spans){&span, 1}, (hui_place){0},
                                      setup->diags);
        const hui_lines *lines = hui_text_compose(heap, 10);
        size_t bytes = 0, glyphs = 0, bytes_told = 0, glyphs_told = 0;
        for (size_t l = 0; l < lines->count; l++)
            for (size_t r = 0; r < lines->at[l].run_count; r++) {
                const hui_run *run = &lines->at[l].runs[r];
                bytes += run->text_size;
                glyphs += run->glyph_count;
                for (size_t c = 0; c < run->cluster_count; c++) {
                    bytes_told += run->clusters[c].bytes;
                    glyphs_told += run->clusters[c].glyphs;
                }
            }
        assert_int_equal(bytes, text.size);
        assert_int_equal(bytes_told, bytes);
        assert_int_equal(glyphs_told, glyphs);
    }
    hui_buffer_finish(&text);
}

static double milliseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* Ten times the text may take at most about ten times as long: nothing is quadratic. */
static double time_of(struct setup *setup, size_t characters, double width)
{
    hui_arena *arena = hui_arena_new();
    hui_buffer text = {0};
    while (text.size < characters * 3)
        hui_buffer_add_string(&text, "新建高标准农田**12**万亩，“**绿色底色**”进一步夯实");
    hui_text_style style = {.size = 28, .line_height = 42};
    double start = milliseconds();
    hui_spans spans = hui_markdown_read(arena, text.bytes);
    hui_text_compose(hui_text_new(arena, setup->fonts, &style, spans, (hui_place){0}, setup->diags), width);
    double taken = milliseconds() - start;
    hui_buffer_finish(&text);
    hui_arena_free(arena);
    return taken;
}

static void test_linear(void **state)
{
    struct setup *setup = *state;
    time_of(setup, 3000, 500);
    double small = time_of(setup, 3000, 500), large = time_of(setup, 30000, 500), wide = time_of(setup, 30000, 1e5);
    print_message("3,000 characters: %.1f ms; 30,000: %.1f ms, in few lines %.1f ms\n", small, large, wide);
    assert_true(large < 40 * small + 20);
    assert_true(wide < 40 * small + 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose),
        cmocka_unit_test(test_mixtures),
        cmocka_unit_test(test_soup),
        cmocka_unit_test(test_heap_of_accents),
        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
