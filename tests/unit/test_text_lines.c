/* links: base text */
/* Line breaking, rule by rule, in fixed metrics: han 1 em, all else half an em. */
#include "base/buffer.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct row {
    const char *rule, *markdown;
    double width; /* em */
    const char *lines;
    bool balance, nowrap;
};

#define FILL(...) {__VA_ARGS__, false, false},
#define BALANCE(...) {__VA_ARGS__, true, false},
#define NOWRAP(...) {__VA_ARGS__, false, true},
static const struct row rows[] = {
#include "text_lines.inc"
};

static char *break_row(hui_arena *arena, hui_fonts *fonts, const struct row *row)
{
    hui_text_style style = {.size = 10, .line_height = 15, .balance = row->balance, .nowrap = row->nowrap};
    hui_diags *diags = hui_diags_new(arena);
    hui_text *text = hui_text_new(arena, fonts, &style, hui_markdown_read(arena, row->markdown), (hui_place){0}, diags);
    const hui_lines *lines = hui_text_compose(text, row->width * 10);
    hui_buffer joined = {0};
    for (size_t i = 0; i < lines->count; i++) {
        if (i > 0)
            hui_buffer_add_string(&joined, " / ");
        for (size_t r = 0; r < lines->at[i].run_count; r++)
            hui_buffer_add(&joined, lines->at[i].runs[r].text, lines->at[i].runs[r].text_size);
    }
    char *copy = hui_arena_string_n(arena, joined.bytes ? joined.bytes : "", joined.size);
    hui_buffer_finish(&joined);
    return copy;
}

static void test_rules(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, hui_diags_new(arena));
    size_t failed = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *lines = break_row(arena, fonts, &rows[i]);
        if (strcmp(lines, rows[i].lines) == 0)
            continue;
        print_error("%s: %s at %g em\n  expected %s\n  got      %s\n", rows[i].rule, rows[i].markdown, rows[i].width,
                    rows[i].lines, lines);
        failed++;
    }
    hui_fonts_free(fonts);
    hui_arena_free(arena);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
