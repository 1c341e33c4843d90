/* links: base text */
/* Inline Markdown: what becomes a span, and what stays as it was written. */
#include "base/buffer.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Strong as [..], emphasis as <..>, code as `..`, links as {..}(url), allowed breaks as ¦. */
static const char *const rows[][2] = {
    {"", ""},
    {"同比增长**10%**", "同比增长[10%]"},
    {"荣获**“世界乳业”**称号", "荣获[“世界乳业”]称号"},
    {"荣获“**世界乳业**”“**中国奶业**”称号", "荣获“[世界乳业]”“[中国奶业]”称号"},
    {"**甲**“乙”**丙**", "[甲]“乙”[丙]"},
    {"**（一）**建设**（二）**治理", "[（一）]建设[（二）]治理"},
    {"举办**400**余场次", "举办[400]余场次"},
    {"A**“b”**c", "A[“b”]c"},
    {"***都***", "[<都>]"},
    {"说*“甲”*吧", "说<“甲”>吧"},
    {"3*4*5 与 2 * 3", "3<4>5 与 2 * 3"},
    {"未完**加粗", "未完**加粗"},
    {"# 一", "# 一"},
    {"- 一\n* 二\n+ 三", "- 一\n* 二\n+ 三"},
    {"1. 一\n2) 二", "1. 一\n2) 二"},
    {"> 引", "> 引"},
    {"    四格", "    四格"},
    {"一\n===\n二\n---", "一\n===\n二\n---"},
    {"```\n一\n```", "` 一 `"},
    {"一\r\n# 二\r- 三", "一\n# 二\n- 三"},
    {"[a]: b", "[a]: b"},
    {"一\n\n二", "一\n\n二"},
    {"一  \n二\\\n三", "一\n二\n三"},
    {"**一\n二**", "[一\n二]"},
    {"全国营商环境|进步最明显", "全国营商环境¦进步最明显"},
    {"甲\\|乙", "甲|乙"},
    {"**甲**|**乙**", "[甲]¦[乙]"},
    {"**“甲”**|乙", "[“甲”]¦乙"},
    {"见[网站](https://example.org/a|b)吧", "见{网站}(https://example.org/a|b)吧"},
    {"[**粗**链](x)", "{[粗]}(x){链}(x)"},
    {"`a|b **c**`", "`a|b **c**`"},
    {"\\*不是\\*", "*不是*"},
    {"a &amp; b &lt; c", "a & b < c"},
    {"<b>原样</b>", "<b>原样</b>"},
    {"![图](a.png)", "图"},
    {"尾\\", "尾\\"},
};

static char *describe(hui_arena *arena, hui_spans spans)
{
    hui_buffer out = {0};
    for (size_t i = 0; i < spans.count; i++) {
        const hui_span *span = &spans.at[i];
        const char *text = span->text;
        char *marked = hui_arena_string(arena, "");
        for (const char *bar; (bar = strstr(text, "\u200B")); text = bar + strlen("\u200B"))
            marked = hui_arena_printf(arena, "%s%.*s¦", marked, (int)(bar - text), text);
        hui_buffer_printf(&out, "%s%s%s%s%s%s%s%s%s", span->link ? "{" : "", span->strong ? "[" : "", span->emphasis ? "<" : "",
                          span->code ? "`" : "", marked, text, span->code ? "`" : "", span->emphasis ? ">" : "",
                          span->strong ? "]" : "");
        if (span->link)
            hui_buffer_printf(&out, "}(%s)", span->link);
    }
    char *copy = hui_arena_string_n(arena, out.bytes ? out.bytes : "", out.size);
    hui_buffer_finish(&out);
    return copy;
}

static void test_spans(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(describe(arena, hui_markdown_read(arena, rows[i][0])), rows[i][1]);
    hui_arena_free(arena);
}

static void test_plain(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    assert_string_equal(hui_markdown_plain(arena, "**全国**|*进步*[链](x)\n`a` \\| b"), "全国进步链a | b");
    assert_string_equal(hui_markdown_plain(arena, "A year of\nmomentum"), "A year of momentum");
    assert_string_equal(hui_markdown_plain(arena, ""), "");
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_spans), cmocka_unit_test(test_plain)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
