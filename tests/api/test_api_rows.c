/* Many rows in one context, which keeps what rows have in common: each must come out as it does in a context of its own, in
 * whatever order they come, and however much is kept or forgotten meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "huibao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of each row some 5,000 characters are its own: half a megabyte of shaped text, of which a context keeps two. */
enum { ROWS = 6, PARAGRAPHS = 10, SENTENCES = 40 };

/* The same words in colours, weights and languages that differ from row to row, links, marks of allowed breaks, figures; a
 * character that no font has; what is long. */
static const char spec[] =
    "{\"lang\": \"{{lang}}\", \"panels\": ["
    "{\"type\": \"kpi\", \"accent\": \"{{accent}}\", \"label\": \"同比增长\", \"value\": \"{{value}}\", \"unit\": "
    "\"亿元\", "
    "\"rank\": \"居全区第1\", \"icon\": \"coins\"}, "
    "{\"type\": \"card\", \"accent\": \"{{accent}}\", \"title\": \"同比增长\", \"panels\": ["
    "{\"type\": \"text\", \"text\": \"**同比增长** 的“数字” *重点*\"}]}, "
    "{\"type\": \"text\", \"text\": \"同比增长，[网站](https://{{value}}.example)|一览\"}, "
    "{\"type\": \"text\", \"text\": \"同比增长\\n\\uD83D\\uDD95{{value}}\"}, "
    "{\"type\": \"chips\", \"accent\": \"{{accent}}\", \"items\": [\"同比增长\", \"居全区第1\"]}, "
    "{\"type\": \"text\", \"text\": \"{{long}}\"}]}";

/* To be freed. */
static char *make_row(int number)
{
    static const char *const accents[] = {"red", "navy", "teal"}, *const languages[] = {"zh-Hans", "en"};
    const size_t room = 256 + (size_t)PARAGRAPHS * SENTENCES * 64;
    char *row = malloc(room), *at = row;
    if (!row)
        abort();
    at += snprintf(at, room, "{\"accent\": \"%s\", \"lang\": \"%s\", \"value\": %d, \"long\": \"", accents[number % 3],
                   languages[number % 2], number % 4 * 377);
    for (int i = 0; i < PARAGRAPHS * SENTENCES; i++)
        at += snprintf(at, room - (size_t)(at - row), "第%d行第%d句话，各不相同。%s", number, i,
                       i % SENTENCES == SENTENCES - 1 ? "\\n" : "");
    snprintf(at, room - (size_t)(at - row), "\"}");
    return row;
}

/* To be freed with the library's free. */
static char *draw(hui_context *context, const hui_template *made, int number, const char *format, size_t *size)
{
    const hui_row *row;
    void *bytes = NULL;
    char *text = make_row(number);
    hui_rows *rows = hui_rows_read("rows", text, strlen(text), &(hui_rows_options){.format = "ndjson"});
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    hui_document *document = hui_document_from_template(context, made, row);
    assert_int_equal(hui_document_diagnostic_count(document), 1);
    assert_string_equal(hui_document_diagnostic(document, 0)->code, "missing-glyph");
    assert_int_equal(
        hui_document_render_memory(document, &(hui_render_options){.format = format, .scale = 0.25}, &bytes, size),
        HUI_STATUS_OK);
    hui_document_free(document);
    hui_rows_free(rows);
    free(text);
    return bytes;
}

static void same_in_any_order(const hui_template *made, const char *format)
{
    char *alone[ROWS];
    size_t sizes[ROWS], size;
    for (int i = 0; i < ROWS; i++) {
        hui_context *fresh = hui_context_new(NULL);
        alone[i] = draw(fresh, made, i, format, &sizes[i]);
        hui_context_free(fresh);
    }
    hui_context *shared = hui_context_new(NULL);
    for (int i = 0; i < 3 * ROWS; i++) { /* up, down, and up again */
        const int row = i / ROWS == 1 ? ROWS - 1 - i % ROWS : i % ROWS;
        char *bytes = draw(shared, made, row, format, &size);
        assert_int_equal(size, sizes[row]);
        assert_memory_equal(bytes, alone[row], size);
        hui_free(bytes);
    }
    hui_context_free(shared);
    for (int i = 0; i < ROWS; i++)
        hui_free(alone[i]);
}

static void rows_are_as_if_alone(void **state)
{
    static const char *const formats[] = {"png", "svg", "pdf"};
    (void)state;
    hui_template *made = hui_template_read("template", spec, strlen(spec), NULL, NULL);
    assert_int_equal(hui_template_status(made), HUI_STATUS_OK);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        same_in_any_order(made, formats[i]);
    hui_template_free(made);
}

/* A document may outlive what the context kept of its texts. */
static void documents_keep_their_texts(void **state)
{
    (void)state;
    size_t size, later;
    void *before, *after;
    hui_context *context = hui_context_new(NULL);
    hui_template *made = hui_template_read("template", spec, strlen(spec), NULL, NULL);
    char *text = make_row(1);
    const hui_row *row;
    const hui_render_options how = {.format = "svg"};
    hui_rows *rows = hui_rows_read("rows", text, strlen(text), &(hui_rows_options){.format = "ndjson"});
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    hui_document *first = hui_document_from_template(context, made, row),
                 *second = hui_document_from_template(context, made, row);
    assert_int_equal(hui_document_render_memory(second, &how, &before, &size), HUI_STATUS_OK);
    hui_document_free(first);
    for (int i = 2; i < ROWS; i++)
        hui_free(draw(context, made, i, "svg", &later));
    assert_int_equal(hui_document_render_memory(second, &how, &after, &later), HUI_STATUS_OK);
    assert_int_equal(size, later);
    assert_memory_equal(before, after, size);
    hui_free(before);
    hui_free(after);
    hui_document_free(second);
    hui_rows_free(rows);
    free(text);
    hui_template_free(made);
    hui_context_free(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_if_alone),
        cmocka_unit_test(documents_keep_their_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
