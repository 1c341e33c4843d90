/* Progress and cancelling: who is told what, in which order, and what is left when a call is cancelled at each of its steps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "huibao.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PANELS = 16, STAGES = HUI_STAGE_PRINT + 1 };

/* Panels in panels, a chart, a link to another page, pages and a translucent picture: what cancelling must leave in order. */
static char *make_spec(void)
{
    static const char chart[] =
        "{\"type\": \"chart\", \"spec\": {\"data\": {\"values\": [{\"a\": \"甲\", \"b\": 1}, {\"a\": "
        "\"乙\", \"b\": 3}]}, \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": "
        "{\"field\": \"b\", \"type\": \"quantitative\"}}}}";
    char *spec = malloc(64 * 1024), *at = spec;
    at += sprintf(
        at,
        "{\"title\": \"字\", \"page\": {\"size\": \"A4\", \"flow\": \"pages\", \"bleed\": \"3mm\"}, \"panels\": [%s",
        chart);
    for (int i = 0; i < PANELS; i++)
        at += sprintf(at,
                      ", {\"type\": \"section\", \"id\": \"p%d\", \"title\": \"第%d节\", \"panels\": [{\"type\": "
                      "\"text\", \"text\": "
                      "\"**%d亿元** [增长](#p%d)\"}, {\"type\": \"progress\", \"label\": \"完成\", \"value\": %d}]}",
                      i, i, i * 37, PANELS - 1 - i, i);
    strcpy(at, "]}");
    return spec;
}

typedef struct watch {
    pthread_t thread;
    size_t calls, most; /* which call is to cancel, from 1; 0: none */
    size_t calls_after, begins[STAGES], ends[STAGES];
    hui_stage stage;
    size_t done, total;
} watch;

static bool tell(void *closure, hui_stage stage, size_t done, size_t total)
{
    watch *w = closure;
    assert_true(pthread_equal(pthread_self(), w->thread));
    assert_true((int)stage < (int)STAGES);
    if (w->calls > 0) { /* stages follow each other, and within them it goes forward */
        assert_true(stage >= w->stage);
        assert_true(stage > w->stage || done >= w->done || w->done == w->total);
    }
    assert_true(total == 0 || done <= total);
    w->begins[stage] += done == 0;
    w->ends[stage] += done == total && total > 0;
    w->calls++;
    w->calls_after += w->most > 0 && w->calls > w->most;
    w->stage = stage, w->done = done, w->total = total;
    return w->most == 0 || w->calls < w->most;
}

static watch watch_new(size_t most)
{
    return (watch){.thread = pthread_self(), .most = most};
}

static hui_document *read_watched(hui_context *context, const char *spec, watch *w)
{
    const hui_document_options options = {.progress = tell, .progress_closure = w};
    return hui_document_read(context, "spec", spec, strlen(spec), NULL, &options);
}

static hui_render_options rendering(const char *format, watch *w)
{
    return (hui_render_options){.format = format, .threads = 3, .progress = tell, .progress_closure = w};
}

static void every_stage_is_told_from_begin_to_end(void **state)
{
    static const struct {
        const char *format;
        hui_stage stage;
    } formats[] = {{"png", HUI_STAGE_STRIPES}, {"svg", HUI_STAGE_ITEMS}, {"pdf", HUI_STAGE_ITEMS}};
    char *spec = make_spec();
    watch reading = watch_new(0);
    hui_document *document = read_watched(*state, spec, &reading);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    for (int stage = HUI_STAGE_READ; stage <= HUI_STAGE_DRAW; stage++) {
        assert_int_equal(reading.begins[stage], 1);
        assert_int_equal(reading.ends[stage], 1);
    }
    assert_true(reading.calls > 2 * 3 * PANELS); /* each panel is read, and built */
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        watch w = watch_new(0);
        void *bytes, *plain;
        size_t size, plain_size;
        const hui_render_options options = rendering(formats[i].format, &w);
        assert_int_equal(hui_document_render_memory(document, &options, &bytes, &size), HUI_STATUS_OK);
        assert_true(w.begins[formats[i].stage] == 1 && w.ends[formats[i].stage] == 1);
        assert_true(w.calls >= (formats[i].stage == HUI_STAGE_STRIPES ? w.total + 1 : w.total / 64 + 1));
        assert_true(w.calls > 2);
        const hui_render_options unwatched = {.format = formats[i].format};
        assert_int_equal(hui_document_render_memory(document, &unwatched, &plain, &plain_size), HUI_STATUS_OK);
        assert_int_equal(size, plain_size);
        assert_memory_equal(bytes, plain, size);
        hui_free(bytes);
        hui_free(plain);
    }
    hui_document_free(document);
    free(spec);
}

static void reading_is_cancelled_at_each_call(void **state)
{
    char *spec = make_spec();
    watch all = watch_new(0);
    hui_document *whole = read_watched(*state, spec, &all);
    const double height = hui_document_height(whole);
    hui_document_free(whole);
    for (size_t most = 1; most <= all.calls; most++) {
        watch w = watch_new(most);
        void *bytes;
        size_t size;
        hui_document *document = read_watched(*state, spec, &w);
        assert_int_equal(hui_document_status(document), HUI_STATUS_CANCELLED);
        assert_int_equal(w.calls, most);
        assert_int_equal(w.calls_after, 0);
        assert_int_equal(hui_document_diagnostic_count(document), 0);
        assert_int_equal(hui_document_page_count(document), 0);
        assert_int_equal(hui_document_render_memory(document, NULL, &bytes, &size), HUI_STATUS_CANCELLED);
        assert_null(bytes);
        hui_document_free(document);
    }
    watch again = watch_new(0);
    whole = read_watched(*state, spec, &again);
    assert_int_equal(hui_document_status(whole), HUI_STATUS_OK);
    assert_true(hui_document_height(whole) == height);
    assert_int_equal(again.calls, all.calls);
    hui_document_free(whole);
    free(spec);
}

/* Cancels at each call, then renders as if nothing had happened. */
static void cancel_rendering(hui_document *document, hui_render_options options)
{
    watch all = watch_new(0);
    void *wanted, *bytes;
    size_t wanted_size, size;
    options.progress = tell;
    options.progress_closure = &all;
    const hui_status status = hui_document_render_memory(document, &options, &wanted, &wanted_size);
    assert_int_equal(status, HUI_STATUS_OK);
    const size_t step = all.calls > 60 ? all.calls / 30 : 1;
    for (size_t most = 1; most <= all.calls; most += step) {
        watch w = watch_new(most);
        options.progress_closure = &w;
        assert_int_equal(hui_document_render_memory(document, &options, &bytes, &size), HUI_STATUS_CANCELLED);
        assert_null(bytes);
        assert_int_equal(size, 0);
        assert_int_equal(w.calls_after, 0);
    }
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_int_equal(hui_document_diagnostic_count(document), 0);
    options.progress = NULL;
    assert_int_equal(hui_document_render_memory(document, &options, &bytes, &size), HUI_STATUS_OK);
    assert_int_equal(size, wanted_size);
    assert_memory_equal(bytes, wanted, size);
    hui_free(bytes);
    hui_free(wanted);
}

static void renderings_are_cancelled_at_each_call(void **state)
{
    static const hui_render_options ways[] = {{.format = "png", .threads = 1},
                                              {.format = "png", .threads = 4},
                                              {.format = "svg"},
                                              {.format = "svg", .svg_mode = "web"},
                                              {.format = "pdf"},
                                              {.format = "pdf", .page = 2}};
    char *spec = make_spec();
    hui_document *document = hui_document_read(*state, "spec", spec, strlen(spec), NULL, NULL);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        cancel_rendering(document, ways[i]);
    hui_document_free(document);
    free(spec);
}

/* The second look draws the spec once more: its stages are told before those of the format. */
static void a_second_look_is_cancelled_and_drawn_again(void **state)
{
    static const char spec[] =
        "{\"panels\": [{\"type\": \"text\", \"text\": \"字\"}, {\"type\": \"text\", \"text\": \"b\"}]}";
    const char *theme = hui_catalog_entry(*state, HUI_CATALOG_THEMES, 1).name;
    size_t cancelled = 0;
    for (hui_status status = HUI_STATUS_CANCELLED; status == HUI_STATUS_CANCELLED; cancelled++) {
        watch w = watch_new(cancelled + 1);
        void *bytes;
        size_t size;
        hui_render_options options = rendering("svg", &w);
        options.svg_dark = theme;
        hui_document *document = hui_document_read(*state, "spec", spec, strlen(spec), NULL, NULL);
        status = hui_document_render_memory(document, &options, &bytes, &size);
        assert_true(status == HUI_STATUS_CANCELLED || status == HUI_STATUS_OK);
        assert_int_equal(hui_document_diagnostic_count(document), 0);
        hui_free(bytes);
        options.progress = NULL;
        assert_int_equal(hui_document_render_memory(document, &options, &bytes, &size), HUI_STATUS_OK);
        assert_non_null(strstr(bytes, "prefers-color-scheme"));
        hui_free(bytes);
        hui_document_free(document);
    }
    assert_true(cancelled > 8); /* two calls for each of four stages, at least */
}

static void print_pdfs_are_cancelled(void **state)
{
    static const char spec[] =
        "{\"panels\": [{\"type\": \"text\", \"text\": \"a\"}], \"page\": {\"size\": \"A4\", \"bleed\": \"3mm\"}}";
    static const hui_render_options options = {.format = "pdf", .print = "pdfx4"};
    void *bytes;
    size_t size;
    hui_document *document = hui_document_read(*state, "spec", spec, strlen(spec), NULL, NULL);
    if (hui_document_render_memory(document, &options, &bytes, &size) == HUI_STATUS_SYSTEM) {
        hui_document_free(document);
        skip(); /* there is no print module */
    }
    hui_free(bytes);
    cancel_rendering(document, options);
    cancel_rendering(document, (hui_render_options){.format = "pdf", .print = "pdfx1a"});
    hui_document_free(document);
}

static size_t count_entries(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.' || strncmp(entry->d_name, ".hui", 4) == 0;
    closedir(folder);
    return count;
}

static void a_cancelled_file_is_as_it_was(void **state)
{
    static const char *const formats[] = {"png", "svg", "pdf"};
    char folder[] = "/tmp/huibao-XXXXXX", target[64], old[8] = {0};
    char *spec = make_spec();
    assert_non_null(mkdtemp(folder));
    snprintf(target, sizeof target, "%s/a", folder);
    hui_document *document = hui_document_read(*state, "spec", spec, strlen(spec), NULL, NULL);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        watch none = watch_new(3), w = watch_new(3);
        hui_render_options options = rendering(formats[i], &none);
        assert_int_equal(hui_document_render_file(document, target, &options), HUI_STATUS_CANCELLED);
        assert_int_equal(count_entries(folder), 0);
        FILE *file = fopen(target, "w");
        fputs("old", file);
        fclose(file);
        options.progress_closure = &w;
        assert_int_equal(hui_document_render_file(document, target, &options), HUI_STATUS_CANCELLED);
        file = fopen(target, "r");
        assert_int_equal(fread(old, 1, sizeof old, file), 3);
        fclose(file);
        assert_string_equal(old, "old");
        assert_int_equal(count_entries(folder), 1);
        unlink(target);
    }
    hui_document_free(document);
    free(spec);
    assert_int_equal(rmdir(folder), 0);
}

static void charts_and_templates_are_watched(void **state)
{
    static const char chart[] =
        "{\"$schema\": \"https://vega.github.io/schema/vega-lite/v5.json\", \"data\": {\"values\": "
        "[{\"a\": 1}]}, \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\"}}}";
    static const char text[] = "{\"panels\": [{\"type\": \"text\", \"text\": \"字\"}]}";
    watch w = watch_new(0);
    hui_document *document = read_watched(*state, chart, &w);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_true(w.ends[HUI_STAGE_BUILD] == 1);
    hui_document_free(document);
    for (size_t most = 1; most <= w.calls; most++) {
        watch cancelling = watch_new(most);
        document = read_watched(*state, chart, &cancelling);
        assert_int_equal(hui_document_status(document), HUI_STATUS_CANCELLED);
        assert_int_equal(hui_document_page_count(document), 0);
        hui_document_free(document);
    }
    watch second = watch_new(2);
    const hui_document_options options = {.progress = tell, .progress_closure = &second};
    hui_template *made = hui_template_read("template", text, strlen(text), NULL, &options);
    assert_int_equal(second.calls, 0);
    document = hui_document_from_template(*state, made, NULL);
    assert_int_equal(hui_document_status(document), HUI_STATUS_CANCELLED);
    hui_document_free(document);
    hui_template_free(made);
}

static int open_context(void **state)
{
    *state = hui_context_new(NULL);
    return 0;
}

static int close_context(void **state)
{
    hui_context_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stage_is_told_from_begin_to_end),
        cmocka_unit_test(reading_is_cancelled_at_each_call),
        cmocka_unit_test(renderings_are_cancelled_at_each_call),
        cmocka_unit_test(a_second_look_is_cancelled_and_drawn_again),
        cmocka_unit_test(print_pdfs_are_cancelled),
        cmocka_unit_test(a_cancelled_file_is_as_it_was),
        cmocka_unit_test(charts_and_templates_are_watched),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}
