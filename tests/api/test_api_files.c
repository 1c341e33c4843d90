/* Files and rows of the public API: what is left in folders, what a drawing depends on, what is on the disk. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "huibao.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char good[] = "{\"panels\": [{\"type\": \"text\", \"text\": \"**3800亿元** 增长\"}]}";

/* The library's calls of fsync come here. */
static int sync_count, sync_fault;

__attribute__((visibility("default"))) int fsync(int file)
{
    struct stat entry;
    sync_count++;
    assert_int_equal(fstat(file, &entry), 0);
    errno = EIO;
    return sync_fault ? -1 : 0;
}

typedef struct folder {
    char path[64];
    hui_context *context;
} folder;

static const char *path_of(const folder *f, const char *name)
{
    static _Thread_local char path[256];
    snprintf(path, sizeof path, "%s/%s", f->path, name);
    return path;
}

static void write_text(const folder *f, const char *name, const char *text)
{
    FILE *file = fopen(path_of(f, name), "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static bool exists(const folder *f, const char *name)
{
    return access(path_of(f, name), F_OK) == 0;
}

static int open_folder(void **state)
{
    folder *f = calloc(1, sizeof *f);
    strcpy(f->path, "/tmp/huibao-XXXXXX");
    f->context = hui_context_new(NULL);
    *state = f;
    return mkdtemp(f->path) ? 0 : -1;
}

/* Fails where a test has left something. */
static int close_folder(void **state)
{
    folder *f = *state;
    const int left = rmdir(f->path);
    hui_context_free(f->context);
    free(f);
    return left;
}

static hui_document *read_text(const folder *f, const char *text)
{
    return hui_document_read(f->context, "spec", text, strlen(text), NULL, NULL);
}

static void sweeping_takes_what_nobody_writes(void **state)
{
    folder *f = *state;
    write_text(f, ".huibao-12345678-0", "left behind");
    write_text(f, ".huibao-12345678-1", "being written");
    write_text(f, ".huibao", "somebody's");
    write_text(f, "a.png", "a picture");
    const int writer = open(path_of(f, ".huibao-12345678-1"), O_WRONLY);
    assert_int_equal(flock(writer, LOCK_EX), 0);
    assert_int_equal(hui_sweep_folder(f->path), 1);
    assert_false(exists(f, ".huibao-12345678-0"));
    assert_true(exists(f, ".huibao-12345678-1") && exists(f, ".huibao") && exists(f, "a.png"));
    close(writer);
    assert_int_equal(hui_sweep_folder(f->path), 1);
    assert_int_equal(hui_sweep_folder(f->path), 0);
    assert_int_equal(hui_sweep_folder("/nowhere"), 0);
    unlink(path_of(f, ".huibao"));
    unlink(path_of(f, "a.png"));
}

static void documents_name_their_files_once(void **state)
{
    static const char spec[] =
        "{\"data\": {\"rows\": {\"url\": \"rows.csv\"}}, \"panels\": [{\"include\": \"panel.json\"}, {\"include\": "
        "\"panel.json\"}, {\"repeat\": \"rows\", \"type\": \"text\", \"text\": \"{{a}}\"}]}";
    static const char *const named[] = {"panel.json", "rows.csv"};
    folder *f = *state;
    write_text(f, "spec.json", spec);
    write_text(f, "panel.json", "{\"type\": \"text\", \"text\": \"b\"}");
    write_text(f, "rows.csv", "a\n1\n2\n");
    hui_document *document = hui_document_read_file(f->context, path_of(f, "spec.json"), NULL);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_int_equal(hui_document_file_count(document), 2);
    for (size_t i = 0; i < 2; i++) {
        size_t found = 0;
        for (size_t k = 0; k < 2; k++) {
            const char *file = hui_document_file(document, k), *slash = strrchr(file, '/');
            found += strcmp(slash ? slash + 1 : file, named[i]) == 0;
        }
        assert_int_equal(found, 1);
    }
    hui_document_free(document);
    document = read_text(f, good);
    assert_int_equal(hui_document_file_count(document), 0);
    hui_document_free(document);
    unlink(path_of(f, "spec.json"));
    unlink(path_of(f, "panel.json"));
    unlink(path_of(f, "rows.csv"));
}

static void synced_files_wait_for_the_disk(void **state)
{
    folder *f = *state;
    const hui_render_options plain = {0}, synced = {.sync = true};
    hui_document *document = read_text(f, good);
    sync_count = sync_fault = 0;
    assert_int_equal(hui_document_render_file(document, path_of(f, "a.svg"), &plain), HUI_STATUS_OK);
    assert_int_equal(sync_count, 0);
    assert_int_equal(hui_document_render_file(document, path_of(f, "a.svg"), &synced), HUI_STATUS_OK);
    assert_int_equal(sync_count, 2); /* the file, and the folder that names it */
    assert_int_equal(hui_document_render_file(document, "/dev/null", &synced), HUI_STATUS_OK);
    assert_int_equal(sync_count, 2);
    write_text(f, "a.svg", "the old one");
    sync_fault = 1;
    assert_int_equal(hui_document_render_file(document, path_of(f, "a.svg"), &synced), HUI_STATUS_SYSTEM);
    assert_string_equal(hui_document_diagnostic(document, 0)->code, "cannot-write");
    assert_int_equal(sync_count, 3);
    struct stat entry;
    assert_int_equal(stat(path_of(f, "a.svg"), &entry), 0);
    assert_int_equal(entry.st_size, strlen("the old one"));
    hui_document_free(document);
    unlink(path_of(f, "a.svg"));
}

static void is_and_free(char *text, const char *expected)
{
    assert_string_equal(text, expected);
    hui_free(text);
}

static void fields_are_json_of_their_types(void **state)
{
    static const char text[] = "{\"n\": 3.50, \"t\": \"a\\\"字\", \"b\": true, \"z\": null, \"l\": [1, {\"k\": []}]}";
    const hui_row *row;
    (void)state;
    hui_rows *rows = hui_rows_read("rows", text, strlen(text), &(hui_rows_options){.format = "ndjson"});
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    is_and_free(hui_row_field_json(row, "n"), "3.5");
    is_and_free(hui_row_field_json(row, "t"), "\"a\\\"字\"");
    is_and_free(hui_row_field_json(row, "b"), "true");
    is_and_free(hui_row_field_json(row, "z"), "null");
    is_and_free(hui_row_field_json(row, "l"), "[1,{\"k\":[]}]");
    assert_null(hui_row_field_json(row, "N"));
    hui_rows_free(rows);
    rows = hui_rows_read("rows", "d,c\n2023-05-01,007\n", 19, &(hui_rows_options){.format = "csv"});
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    is_and_free(hui_row_field_json(row, "d"), "\"2023-05-01\"");
    is_and_free(hui_row_field_json(row, "c"), "\"007\"");
    hui_rows_free(rows);
}

static void copies_of_rows_outlive_them(void **state)
{
    static const char lines[] = "{\"a\": \"甲\", \"l\": [1, {\"k\": \"x\"}], \"z\": null}\n{\"a\": \"乙\"}\n";
    static const char table[] = "a,day\n甲,2023-05-01\n乙,2024-01-02\n";
    const hui_row *row;
    hui_row *copies[2];
    (void)state;
    hui_row_free(NULL);
    hui_rows *rows = hui_rows_read("rows", lines, strlen(lines), &(hui_rows_options){.format = "ndjson"});
    for (int i = 0; i < 2; i++) {
        assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
        copies[i] = hui_row_copy(row);
    }
    hui_rows_free(rows);
    is_and_free(hui_row_json(copies[0]), "{\"a\":\"甲\",\"l\":[1,{\"k\":\"x\"}],\"z\":null}");
    is_and_free(hui_row_json(copies[1]), "{\"a\":\"乙\"}");
    assert_int_equal(hui_row_number(copies[1]), 2);
    char *error;
    assert_null(hui_row_fill(copies[1], "{{b}}", NULL, &error));
    assert_non_null(strstr(error, "row 2 of rows"));
    hui_free(error);
    hui_row *again = hui_row_copy(copies[0]);
    hui_row_free(copies[0]);
    hui_row_free(copies[1]);
    is_and_free(hui_row_text(again, "a"), "甲");
    hui_row_free(again);
    rows = hui_rows_read("rows", table, strlen(table), &(hui_rows_options){.format = "csv"});
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    copies[0] = hui_row_copy(row);
    hui_rows_free(rows);
    is_and_free(hui_row_fill(copies[0], "{{day|date:%Y/%m}}", NULL, NULL), "2023/05"); /* a date is still one */
    hui_row_free(copies[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sweeping_takes_what_nobody_writes, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(documents_name_their_files_once, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(synced_files_wait_for_the_disk, open_folder, close_folder),
        cmocka_unit_test(fields_are_json_of_their_types),
        cmocka_unit_test(copies_of_rows_outlive_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
