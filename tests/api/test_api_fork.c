/* A process that prepares a context and forks into workers, as `huibao batch` does: a program of its own, since the parent must
 * have drawn nothing before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "huibao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILDREN = 3, ROWS_EACH = 4 };

static const char spec[] =
    "{\"title\": \"{{city}}\", \"panels\": [{\"type\": \"text\", \"text\": \"**{{value}}亿元** 增长\"}, "
    "{\"type\": \"icon\", \"icon\": \"leaf\"}, {\"type\": \"chart\", \"spec\": {\"data\": {\"values\": "
    "[{\"a\": \"甲\", \"b\": 1}, {\"a\": \"乙\", \"b\": 3}]}, \"mark\": \"bar\", \"encoding\": {\"x\": "
    "{\"field\": \"a\"}, \"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}}}]}";

static void draw(hui_context *context, const hui_template *made, int number, void **bytes, size_t *size)
{
    char text[64];
    const hui_row *row;
    snprintf(text, sizeof text, "{\"city\": \"旗县%d\", \"value\": %d}", number, number * 37);
    hui_rows *rows = hui_rows_read("rows", text, strlen(text), &(hui_rows_options){.format = "ndjson"});
    if (hui_rows_next(rows, &row) != HUI_ROWS_ROW)
        abort();
    hui_document *document = hui_document_from_template(context, made, row);
    if (hui_document_render_memory(document, &(hui_render_options){.format = "png"}, bytes, size) != HUI_STATUS_OK)
        abort();
    hui_document_free(document);
    hui_rows_free(rows);
}

/* In the child: draws its rows and writes each one's size and bytes. */
static void run_child(hui_context *context, const hui_template *made, int child, FILE *out)
{
    for (int i = 0; i < ROWS_EACH; i++) {
        void *bytes;
        size_t size;
        draw(context, made, child * ROWS_EACH + i, &bytes, &size);
        fwrite(&size, sizeof size, 1, out);
        fwrite(bytes, 1, size, out);
        hui_free(bytes);
    }
}

/* In the parent: what the child has drawn is what a process draws that never forked. */
static void compare(hui_context *context, const hui_template *made, int child, FILE *in)
{
    for (int i = 0; i < ROWS_EACH; i++) {
        void *bytes;
        size_t size, told;
        draw(context, made, child * ROWS_EACH + i, &bytes, &size);
        assert_int_equal(fread(&told, sizeof told, 1, in), 1);
        assert_int_equal(told, size);
        char *drawn = malloc(size);
        assert_int_equal(fread(drawn, 1, size, in), size);
        assert_memory_equal(drawn, bytes, size);
        free(drawn);
        hui_free(bytes);
    }
}

static void a_prepared_context_is_used_in_forked_children(void **state)
{
    FILE *files[CHILDREN];
    pid_t children[CHILDREN];
    (void)state;
    hui_context *context = hui_context_new(NULL);
    hui_template *made = hui_template_read("spec", spec, strlen(spec), NULL, NULL);
    assert_int_equal(hui_template_status(made), HUI_STATUS_OK);
    assert_true(hui_context_prepare(context));
    assert_true(hui_context_prepare(context)); /* again: nothing is left to do */
    for (int i = 0; i < CHILDREN; i++) {
        files[i] = tmpfile();
        assert_non_null(files[i]);
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] > 0)
            continue;
        alarm(60); /* a lock that a fork has left locked would wait forever */
        run_child(context, made, i, files[i]);
        fflush(files[i]);
        _exit(0);
    }
    hui_context *fresh = hui_context_new(NULL);
    for (int i = 0; i < CHILDREN; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    for (int i = 0; i < CHILDREN; i++) {
        rewind(files[i]);
        compare(fresh, made, i, files[i]);
        fclose(files[i]);
    }
    hui_context_free(fresh);
    hui_template_free(made);
    hui_context_free(context);
}

static void fonts_that_are_not_there_are_told(void **state)
{
    (void)state;
    hui_context *context = hui_context_new(&(hui_context_options){.fonts_folder = "/nowhere"});
    assert_false(hui_context_prepare(context));
    hui_document *document = hui_document_read(context, "spec", "{\"panels\": []}", 14, NULL, NULL);
    assert_int_equal(hui_document_status(document), HUI_STATUS_SYSTEM);
    hui_document_free(document);
    hui_context_free(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_prepared_context_is_used_in_forked_children),
        cmocka_unit_test(fonts_that_are_not_there_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
