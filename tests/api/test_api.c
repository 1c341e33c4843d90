/* The public API as a caller uses it: linked with the shared library alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "huibao.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char good[] = "{\"title\": \"字\", \"panels\": [{\"type\": \"text\", \"text\": \"**3800亿元** 增长\"}, "
                           "{\"type\": \"icon\", \"icon\": \"leaf\"}]}";
static const char bad[] = "{\"titel\": \"字\",\n \"panels\": [{\"type\": \"txt\"}]}";

static hui_document *read_text(hui_context *context, const char *text)
{
    return hui_document_read(context, "spec", text, strlen(text), NULL, NULL);
}

static void *render_text(hui_context *context, const char *text, const char *format, size_t *size)
{
    void *bytes;
    hui_document *document = read_text(context, text);
    assert_int_equal(hui_document_render_memory(document, &(hui_render_options){.format = format}, &bytes, size),
                     HUI_STATUS_OK);
    hui_document_free(document);
    return bytes;
}

static void version_is_the_header_s(void **state)
{
    (void)state;
    char text[32];
    snprintf(text, sizeof text, "%d.%d.%d", HUI_VERSION_MAJOR, HUI_VERSION_MINOR, HUI_VERSION_PATCH);
    assert_string_equal(text, HUI_VERSION);
    assert_string_equal(hui_version(), HUI_VERSION);
}

static void good_spec_has_size_and_title(void **state)
{
    hui_document *document = read_text(*state, good);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_int_equal(hui_document_diagnostic_count(document), 0);
    assert_string_equal(hui_document_title(document), "字");
    assert_true(hui_document_width(document) == 1080);
    assert_true(hui_document_height(document) > 100);
    hui_document_free(document);
}

/* A finding knows its panel, page and rectangle; what a panel ignores is none; the document stays as it is. */
static void lint_finds_places(void **state)
{
    static const char odd[] = "{\"panels\": [{\"type\": \"text\", \"text\": \"a\"},\n"
                              "{\"type\": \"column\", \"gap\": 21, \"panels\": []}]}";
    hui_document *document = read_text(*state, odd);
    hui_lint *lint = hui_document_lint(document, &(hui_lint_options){.ignore = "empty-panel"});
    assert_int_equal(hui_lint_status(lint), HUI_STATUS_INPUT);
    assert_int_equal(hui_lint_diagnostic_count(lint), 1);
    const hui_diagnostic *found = hui_lint_diagnostic(lint, 0);
    assert_string_equal(found->code, "off-rhythm");
    assert_string_equal(found->pointer, "/panels/1");
    assert_int_equal(found->line, 2);
    assert_int_equal(found->page, 1);
    assert_true(found->x == 48 && found->y > 48 && found->width == 984);
    hui_lint_free(lint);
    lint = hui_document_lint(document, &(hui_lint_options){.rules = "low-contrast"});
    assert_int_equal(hui_lint_status(lint), HUI_STATUS_OK);
    hui_lint_free(lint);
    lint = hui_document_lint(document, &(hui_lint_options){.rules = "no-such-rule"});
    assert_int_equal(hui_lint_status(lint), HUI_STATUS_USAGE);
    hui_lint_free(lint);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_int_equal(hui_document_diagnostic_count(document), 0);
    hui_document_free(document);
    hui_lint_free(NULL);
}

/* Without a drawing, errors are all there is. */
static void lint_tells_errors(void **state)
{
    hui_document *document = read_text(*state, bad);
    hui_lint *lint = hui_document_lint(document, NULL);
    assert_int_equal(hui_lint_status(lint), HUI_STATUS_INPUT);
    assert_int_equal(hui_lint_diagnostic_count(lint), hui_document_diagnostic_count(document));
    assert_int_equal(hui_lint_render_file(lint, "/nowhere/found.png", NULL), HUI_STATUS_INPUT);
    hui_lint_free(lint);
    hui_document_free(document);
}

static void bad_spec_tells_all_and_renders_nothing(void **state)
{
    hui_document *document = read_text(*state, bad);
    assert_int_equal(hui_document_status(document), HUI_STATUS_INPUT);
    assert_int_equal(hui_document_diagnostic_count(document), 2);
    const hui_diagnostic *first = hui_document_diagnostic(document, 0), *second = hui_document_diagnostic(document, 1);
    assert_string_equal(first->code, "unknown-key");
    assert_string_equal(first->file, "spec");
    assert_int_equal(first->line, 1);
    assert_int_equal(first->column, 2);
    assert_string_equal(second->code, "unknown-panel");
    assert_string_equal(second->pointer, "/panels/0/type");
    assert_int_equal(second->line, 2);
    assert_true(hui_document_width(document) == 0);
    void *bytes = document;
    size_t size = 1;
    assert_int_equal(hui_document_render_memory(document, NULL, &bytes, &size), HUI_STATUS_INPUT);
    assert_null(bytes);
    assert_int_equal(size, 0);
    assert_int_equal(hui_document_diagnostic_count(document), 2);
    hui_document_free(document);
}

static void diagnostic_is_text_with_caret_under_the_place(void **state)
{
    (void)state;
    const hui_diagnostic diagnostic = {
        .severity = HUI_SEVERITY_ERROR,
        .code = "unknown-key",
        .file = "a.json",
        .line = 3,
        .column = 4,
        .length = 2,
        .source_line = "汉a字b",
        .source_column = 3,
        .pointer = "/a\"b",
        .message = "wrong",
        .hint = "right",
    };
    char *text = hui_diagnostic_text(&diagnostic, HUI_DIAGNOSTIC_PLAIN);
    assert_string_equal(text, "a.json:3:4: error[unknown-key]: wrong\n"
                              "    3 | 汉a字b\n"
                              "      |    ^^^\n"
                              "      = hint: right\n");
    hui_free(text);
    text = hui_diagnostic_text(&diagnostic, HUI_DIAGNOSTIC_JSON);
    assert_string_equal(
        text,
        "{\"severity\":\"error\",\"code\":\"unknown-key\",\"file\":\"a.json\",\"line\":3,\"column\":4,\"length\":2,"
        "\"pointer\":\"/a\\\"b\",\"message\":\"wrong\",\"hint\":\"right\"}\n");
    hui_free(text);
    text = hui_diagnostic_text(&diagnostic, HUI_DIAGNOSTIC_COLOR);
    assert_non_null(strstr(text, "\x1b[1;31m"));
    hui_free(text);
}

static void placeless_diagnostic_of_a_strange_file_name(void **state)
{
    (void)state;
    const hui_diagnostic diagnostic = {
        .severity = HUI_SEVERITY_WARNING, .code = "x", .file = "\xFF\n", .length = 1, .pointer = "", .message = "m"};
    char *text = hui_diagnostic_text(&diagnostic, HUI_DIAGNOSTIC_JSON);
    assert_string_equal(
        text,
        "{\"severity\":\"warning\",\"code\":\"x\",\"file\":\"\\ufffd\\u000a\",\"pointer\":\"\",\"message\":\"m\"}\n");
    hui_free(text);
}

static void every_format_renders_to_memory(void **state)
{
    static const char *const begins[][2] = {{"png", "\x89PNG"}, {"svg", "<"}, {"pdf", "%PDF"}, {"dump", "scene 1080"}};
    for (size_t i = 0; i < 4; i++) {
        size_t size;
        char *bytes = render_text(*state, good, begins[i][0], &size);
        assert_true(size > 100);
        assert_memory_equal(bytes, begins[i][1], strlen(begins[i][1]));
        hui_free(bytes);
    }
}

static void a_document_drawn_after_others_has_the_same_bytes(void **state)
{
    static const char other[] = "{\"panels\": [{\"type\": \"kpi\", \"label\": \"Other\", \"value\": \"1\"}]}";
    for (size_t i = 0; i < hui_catalog_count(*state, HUI_CATALOG_FORMATS); i++) {
        const char *format = hui_catalog_entry(*state, HUI_CATALOG_FORMATS, i).name;
        size_t first_size, later_size, other_size;
        hui_context *fresh = hui_context_new(NULL);
        void *first = render_text(fresh, good, format, &first_size);
        hui_context_free(fresh);
        fresh = hui_context_new(NULL);
        hui_free(render_text(fresh, other, format, &other_size));
        void *later = render_text(fresh, good, format, &later_size);
        hui_context_free(fresh);
        assert_int_equal(first_size, later_size);
        assert_memory_equal(first, later, first_size);
        hui_free(first);
        hui_free(later);
    }
}

typedef struct limited {
    size_t left, calls_after_end;
} limited;

static bool write_limited(void *closure, const void *bytes, size_t size)
{
    limited *limit = closure;
    (void)bytes;
    if (size <= limit->left) {
        limit->left -= size;
        return true;
    }
    limit->calls_after_end += limit->left == 0;
    limit->left = 0;
    errno = ENOSPC;
    return false;
}

static void failing_callback_is_told_once(void **state)
{
    for (size_t i = 0; i < hui_catalog_count(*state, HUI_CATALOG_FORMATS); i++) {
        hui_document *document = read_text(*state, good);
        const hui_render_options options = {.format = hui_catalog_entry(*state, HUI_CATALOG_FORMATS, i).name};
        limited limit = {.left = 50};
        assert_int_equal(hui_document_render(document, "the pipe", write_limited, &limit, &options), HUI_STATUS_SYSTEM);
        assert_int_equal(limit.calls_after_end, 0);
        assert_int_equal(hui_document_diagnostic_count(document), 1);
        const hui_diagnostic *diagnostic = hui_document_diagnostic(document, 0);
        assert_string_equal(diagnostic->code, "cannot-write");
        assert_non_null(strstr(diagnostic->message, "the pipe"));
        assert_non_null(strstr(diagnostic->message, "No space left"));
        assert_int_equal(hui_document_status(document), HUI_STATUS_SYSTEM);
        limit.left = SIZE_MAX;
        assert_int_equal(hui_document_render(document, "the pipe", write_limited, &limit, &options), HUI_STATUS_OK);
        hui_document_free(document);
    }
}

static void nonsense_options_are_usage(void **state)
{
    static const hui_render_options options[] = {{.format = "gif"},
                                                 {.format = "pdf", .paper = "A"},
                                                 {.paper = "10mm x"},
                                                 {.png_colors = 1},
                                                 {.svg_mode = "pixels"},
                                                 {.svg_size = "large"},
                                                 {.svg_icons = "grey"},
                                                 {.print = "pdfx4", .print_colors = "grey"},
                                                 {.print = "pdfx4", .print_black = "yes"},
                                                 {.print_colors = "cmyk"},
                                                 {.print = ""},
                                                 {.print = "pdfua1", .outline_text = true}};
    void *bytes;
    size_t size;
    hui_document *document = read_text(*state, good);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        assert_int_equal(hui_document_render_memory(document, &options[i], &bytes, &size), HUI_STATUS_USAGE);
    assert_int_equal(hui_document_diagnostic_count(document), sizeof options / sizeof *options);
    static const hui_render_options lost = {.format = "pdf", .print = "pdfx4", .print_profile = "there/is/none.icc"};
    assert_int_equal(hui_document_render_memory(document, &lost, &bytes, &size), HUI_STATUS_SYSTEM);
    hui_document_free(document);
}

static void file_keeps_the_umask_and_links(void **state)
{
    char folder[] = "/tmp/huibao-XXXXXX", target[64], link[64];
    struct stat entry;
    assert_non_null(mkdtemp(folder));
    snprintf(target, sizeof target, "%s/a.svg", folder);
    snprintf(link, sizeof link, "%s/link.svg", folder);
    mode_t mask = umask(027);
    hui_document *document = read_text(*state, good);
    assert_int_equal(hui_document_render_file(document, target, NULL), HUI_STATUS_OK);
    umask(mask);
    assert_int_equal(stat(target, &entry), 0);
    assert_int_equal(entry.st_mode & 0777, 0640);
    assert_int_equal(symlink("a.svg", link), 0);
    ino_t before = entry.st_ino;
    assert_int_equal(hui_document_render_file(document, link, NULL), HUI_STATUS_OK);
    assert_int_equal(lstat(link, &entry), 0);
    assert_true(S_ISLNK(entry.st_mode));
    assert_int_equal(stat(target, &entry), 0);
    assert_true(entry.st_ino != before);
    hui_document_free(document);
    unlink(link);
    unlink(target);
    assert_int_equal(rmdir(folder), 0); /* nothing else was left in it */
}

typedef struct job {
    const char *spec, *format;
    char *bytes;
    size_t size;
} job;

static void *run_job(void *closure)
{
    job *mine = closure;
    hui_context *context = hui_context_new(NULL);
    for (int i = 0; i < 4; i++) {
        hui_free(mine->bytes);
        mine->bytes = render_text(context, mine->spec, mine->format, &mine->size);
    }
    hui_context_free(context);
    return NULL;
}

/* Each spec in eight threads at once, two for each format. */
static void check_threads(const char *spec)
{
    enum { THREADS = 8 };
    static const char *const formats[] = {"png", "svg", "pdf", "dump"};
    pthread_t threads[THREADS];
    job jobs[THREADS];
    for (int i = 0; i < THREADS; i++) {
        jobs[i] = (job){.spec = spec, .format = formats[i % 4]};
        assert_int_equal(pthread_create(&threads[i], NULL, run_job, &jobs[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(jobs[i].size, jobs[i % 4].size);
        assert_memory_equal(jobs[i].bytes, jobs[i % 4].bytes, jobs[i].size);
    }
    for (int i = 0; i < THREADS; i++)
        hui_free(jobs[i].bytes);
}

static void threads_with_their_own_contexts_agree(void **state)
{
    (void)state;
    check_threads(good);
}

/* Graphviz, which lays them out, has state of its own. */
static void threads_draw_graphs_at_once(void **state)
{
    static const char graph[] =
        "{\"panels\": [{\"type\": \"graph\", \"links\": [{\"source\": \"a\", \"target\": \"b\", \"label\": \"l\"}, "
        "{\"source\": \"a\", \"target\": \"c\"}, {\"source\": \"b\", \"target\": \"d\"}, {\"source\": \"c\", \"target\": \"d\"}, "
        "{\"source\": \"d\", \"target\": \"a\"}]}]}";
    hui_document *document = read_text(*state, graph);
    const bool is_there = hui_document_status(document) == HUI_STATUS_OK;
    if (!is_there)
        assert_string_equal(hui_document_diagnostic(document, 0)->code, "unsupported");
    hui_document_free(document);
    if (is_there)
        check_threads(graph);
}

static long resident_pages(void)
{
    long all, resident;
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &all, &resident), 2);
    fclose(file);
    return resident;
}

static void many_contexts_take_no_more_memory_than_few(void **state)
{
    (void)state;
    long before = 0;
    for (int i = 0; i < 220; i++) {
        size_t size;
        hui_context *context = hui_context_new(NULL);
        hui_free(render_text(context, good, "svg", &size));
        hui_context_free(context);
        if (i == 20)
            before = resident_pages();
    }
    /* A context that stays has 45 kB of fonts alone. Freed blocks that AddressSanitizer holds back count too. */
#ifdef __SANITIZE_ADDRESS__
    (void)before;
#else
    assert_in_range((resident_pages() - before) * sysconf(_SC_PAGESIZE) / 1024 + 4096, 0, 4096 + 3000);
#endif
}

static void catalogues_list_what_specs_may_name(void **state)
{
    static const struct {
        hui_catalog catalog;
        const char *name;
        size_t least;
    } rows[] = {{HUI_CATALOG_FORMATS, "svg", 4},
                {HUI_CATALOG_THEMES, "blue-white", 2},
                {HUI_CATALOG_PANELS, "kpi", 20},
                {HUI_CATALOG_ICONS, "leaf", 5000},
                {HUI_CATALOG_FONTS, "Huibao Sans", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = hui_catalog_count(*state, rows[i].catalog);
        bool found = false;
        assert_true(count >= rows[i].least);
        for (size_t j = 0; j < count; j++) {
            hui_entry entry = hui_catalog_entry(*state, rows[i].catalog, j);
            found |= strcmp(entry.name, rows[i].name) == 0;
            assert_non_null(entry.doc);
        }
        assert_true(found);
    }
}

/* From memory a chart is known by its schema. */
static void charts_are_documents(void **state)
{
    static const char text[] =
        "{\"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\", \"title\": \"Ernte\", \"config\": "
        "{\"locale\": {}},"
        "\"data\": {\"values\": [{\"a\": \"x\", \"b\": 3}]}, \"mark\": \"bar\","
        "\"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": {\"field\": \"b\", \"type\": \"quantitative\"}}}";
    hui_context *context = *state;
    hui_document *document = read_text(context, text);
    assert_int_equal(hui_document_status(document), HUI_STATUS_INPUT);
    assert_string_equal(hui_document_diagnostic(document, 0)->code, "unsupported");
    hui_document_free(document);

    const hui_document_options lenient = {.lenient = true};
    document = hui_document_read(context, "spec", text, strlen(text), NULL, &lenient);
    assert_int_equal(hui_document_status(document), HUI_STATUS_OK);
    assert_int_equal(hui_document_diagnostic_count(document), 1);
    assert_string_equal(hui_document_title(document), "Ernte");
    assert_true(hui_document_width(document) > 20 && hui_document_height(document) > 200);
    void *bytes;
    size_t size;
    const hui_render_options dump = {.format = "dump"};
    assert_int_equal(hui_document_render_memory(document, &dump, &bytes, &size), HUI_STATUS_OK);
    assert_non_null(strstr(bytes, "\"marks\""));
    hui_free(bytes);
    hui_document_free(document);
}

static void pages_are_drawn_together_or_alone(void **state)
{
    static const char text[] = "{\"page\": {\"width\": 400, \"height\": 300, \"flow\": \"pages\"}, \"panels\": ["
                               "{\"type\": \"text\", \"text\": \"one\"}, {\"type\": \"spacer\", \"height\": 300}, "
                               "{\"type\": \"text\", \"text\": \"two\"}]}";
    hui_document *document = read_text(*state, text);
    assert_int_equal(hui_document_page_count(document), 2);
    assert_true(hui_document_height(document) == 300);
    void *all, *first, *second, *unnumbered;
    size_t sizes[4];
    hui_render_options how = {.format = "dump"};
    assert_int_equal(hui_document_render_memory(document, &how, &all, &sizes[0]), HUI_STATUS_OK);
    how.page = 1;
    assert_int_equal(hui_document_render_memory(document, &how, &first, &sizes[1]), HUI_STATUS_OK);
    how.page = 2;
    assert_int_equal(hui_document_render_memory(document, &how, &second, &sizes[2]), HUI_STATUS_OK);
    assert_int_equal(sizes[0], sizes[1] + sizes[2]);
    assert_memory_equal(all, first, sizes[1]);
    assert_memory_equal((char *)all + sizes[1], second, sizes[2]);
    assert_non_null(strstr(first, "one"));
    assert_null(strstr(first, "two"));
    hui_free(first);
    hui_free(second);

    how = (hui_render_options){.format = "svg", .page = 1};
    assert_int_equal(hui_document_render_memory(document, &how, &first, &sizes[1]), HUI_STATUS_OK);
    how.page = 0;
    assert_int_equal(hui_document_render_memory(document, &how, &unnumbered, &sizes[3]), HUI_STATUS_OK);
    assert_int_equal(sizes[1], sizes[3]);
    assert_memory_equal(first, unnumbered, sizes[1]);
    for (how.page = -1; how.page <= 3; how.page += 4) {
        assert_int_equal(hui_document_render_memory(document, &how, &second, &sizes[2]), HUI_STATUS_USAGE);
        assert_null(second);
    }
    assert_string_equal(hui_document_diagnostic(document, 0)->code, "out-of-range");
    hui_free(all);
    hui_free(first);
    hui_free(unnumbered);
    hui_document_free(document);
}

static char *render_svg(hui_context *context, const char *text, bool places)
{
    void *bytes;
    size_t size;
    hui_document *document = read_text(context, text);
    const hui_render_options how = {.format = "svg", .id_prefix = "p", .svg_places = places};
    assert_int_equal(hui_document_render_memory(document, &how, &bytes, &size), HUI_STATUS_OK);
    hui_document_free(document);
    char *copy = strndup(bytes, size);
    hui_free(bytes);
    return copy;
}

/* The text from `mark` to the end of its line. */
static char *line_of(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    assert_non_null(at);
    return strndup(at, strcspn(at, "\n"));
}

static void svg_tells_places_of_panels(void **state)
{
    static const char two[] = "{\"panels\": [\n {\"type\": \"text\", \"text\": \"%s\"},\n"
                              " {\"type\": \"kpi\", \"id\": \"k\", \"label\": \"七七\", \"value\": \"7\"}]}";
    static const char mark[] = "id=\"p--k\" class=\"hui-kpi\"";
    char texts[2][256];
    snprintf(texts[0], sizeof texts[0], two, "甲甲");
    snprintf(texts[1], sizeof texts[1], two, "乙乙乙丙丙");
    char *plain = render_svg(*state, texts[0], false), *placed = render_svg(*state, texts[0], true);
    char *other = render_svg(*state, texts[1], true);
    assert_null(strstr(plain, "data-"));
    assert_non_null(strstr(placed, "data-file=\"spec\" data-line=\"2\" data-pointer=\"/panels/0\""));
    assert_non_null(strstr(placed, "data-file=\"spec\" data-line=\"3\" data-pointer=\"/panels/1\""));
    char *before = line_of(placed, mark), *after = line_of(other, mark);
    assert_string_equal(before, after); /* another panel has changed */
    /* paths are kept from drawing to drawing, and change nothing */
    hui_context *fresh = hui_context_new(NULL);
    char *first = render_svg(fresh, texts[0], true);
    free(render_svg(fresh, texts[1], true));
    char *again = render_svg(fresh, texts[0], true);
    hui_context_free(fresh);
    assert_string_equal(first, again);
    char *const texts_to_free[] = {plain, placed, other, before, after, first, again};
    for (size_t i = 0; i < sizeof texts_to_free / sizeof *texts_to_free; i++)
        free(texts_to_free[i]);
}

static void manuals_know_the_panels(void **state)
{
    (void)state;
    char *schema = hui_manual_schema(), *reference = hui_manual_reference(), *kpi = hui_manual_describe("kpi");
    assert_non_null(strstr(schema, "https://json-schema.org/draft/2020-12/schema"));
    assert_non_null(strstr(schema, "\"kpi\""));
    assert_non_null(strstr(reference, "kpi"));
    assert_non_null(strstr(kpi, "value"));
    assert_null(hui_manual_describe("nothing"));
    char *charts = hui_manual_vega_lite();
    assert_non_null(strstr(charts, "### mark property channel"));
    hui_free(charts);
    hui_free(schema);
    hui_free(reference);
    hui_free(kpi);
}

static const hui_diagnostic *find_diagnostic(const hui_preflight *preflight, const char *code)
{
    for (size_t i = 0; i < hui_preflight_diagnostic_count(preflight); i++)
        if (strcmp(hui_preflight_diagnostic(preflight, i)->code, code) == 0)
            return hui_preflight_diagnostic(preflight, i);
    return NULL;
}

static bool has_print_module(const hui_preflight *preflight)
{
    return find_diagnostic(preflight, "no-print-module") == NULL;
}

static void preflight_names_the_panel_and_outlives_the_bytes(void **state)
{
    static const char spec[] = "{\"panels\": [{\"type\": \"text\", \"text\": \"a\"}],\n \"page\": {\"size\": \"A4\", \"bleed\": "
                               "\"3mm\"}, \"print\": \"pdfx4\"}";
    const hui_preflight_options no_ink = {.ghostscript = ""}, strict = {.ghostscript = "", .limits = "text=500"};
    hui_document *document = read_text(*state, spec);
    hui_preflight *clean = hui_preflight_document(document, NULL, &no_ink);
    if (!has_print_module(clean)) {
        hui_preflight_free(clean);
        hui_document_free(document);
        skip();
    }
    assert_int_equal(hui_preflight_status(clean), HUI_STATUS_OK);
    assert_int_equal(hui_preflight_diagnostic_count(clean), 0);
    hui_preflight_free(clean);
    hui_preflight *small = hui_preflight_document(document, NULL, &strict);
    const hui_diagnostic *text = find_diagnostic(small, "tiny-text");
    assert_int_equal(hui_preflight_status(small), HUI_STATUS_OK); /* a warning */
    assert_non_null(text);
    assert_string_equal(text->pointer, "/panels/0");
    assert_int_equal(text->line, 1);
    char *json = hui_preflight_json(small);
    assert_non_null(strstr(json, "\"pointer\":\"/panels/0\""));
    hui_free(json);
    hui_preflight_free(small);
    hui_document_free(document);
}

static void preflight_refuses_what_makes_no_sense(void **state)
{
    const hui_preflight_options options[] = {
        {.rules = "glossy"}, {.limits = "ink"}, {.limits = "ink=much"}, {.limits = "bleed=-1"}, {.lang = "fr"}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        hui_preflight *preflight = hui_preflight_read(*state, "a.pdf", "", 0, &options[i]);
        assert_int_equal(hui_preflight_status(preflight), HUI_STATUS_USAGE);
        assert_non_null(find_diagnostic(preflight, "unknown-value"));
        hui_preflight_free(preflight);
    }
}

/* A renderer that never ends is ended, one that fails is told, and nothing is left of either. */
static void preflight_ends_a_renderer_that_hangs(void **state)
{
    char folder[] = "/tmp/hui-api-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/gs", folder);
    FILE *file = fopen(path, "w");
    fputs("#!/bin/sh\nexec sleep 100\n", file);
    fclose(file);
    chmod(path, 0755);
    const char *const programs[] = {path, "/bin/false", "/nowhere/gs"};
    void *pdf;
    size_t size;
    hui_document *document = read_text(*state, good);
    assert_int_equal(hui_document_render_memory(document, &(hui_render_options){.format = "pdf"}, &pdf, &size), HUI_STATUS_OK);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        const hui_preflight_options options = {.ghostscript = programs[i], .seconds = 0.2};
        hui_preflight *preflight = hui_preflight_read(*state, "good.pdf", pdf, size, &options);
        if (has_print_module(preflight))
            assert_non_null(find_diagnostic(preflight, "ink-unchecked"));
        hui_preflight_free(preflight);
    }
    hui_free(pdf);
    hui_document_free(document);
    unlink(path);
    assert_int_equal(rmdir(folder), 0);
}

/* Templates and rows
 * ------------------ */

static const char template_text[] =
    "{\"data\": {\"rows\": [{\"n\": 1}, {\"n\": 2}]}, \"title\": \"{{city}}\",\n"
    " \"panels\": [{\"type\": \"text\", \"text\": \"{{city}} {{gdp|fixed:1}}\"},\n"
    "  {\"repeat\": \"rows\", \"type\": \"text\", \"text\": \"{{n}} {{parent.city}}\"}]}";
static const char rows_text[] = "\xEF\xBB\xBF" "city,gdp,code,day\r\n呼和浩特,3800,010,2023-05-01\r\n\"包头,\"\"市\"\"\",4263.9,0472,\r\n";

static hui_template *read_template(const char *text)
{
    hui_template *made = hui_template_read("template", text, strlen(text), NULL, NULL);
    assert_non_null(made);
    return made;
}

static hui_rows *read_rows(const char *text, const char *format)
{
    hui_rows *rows = hui_rows_read("rows", text, strlen(text), &(hui_rows_options){.format = format});
    assert_non_null(rows);
    return rows;
}

static void is_and_free(char *text, const char *expected)
{
    assert_string_equal(text, expected);
    hui_free(text);
}

static void rows_have_types_numbers_and_json(void **state)
{
    (void)state;
    hui_rows *rows = read_rows(rows_text, "csv");
    const hui_row *row;
    for (int run = 0; run < 2; run++) {
        assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
        assert_int_equal(hui_row_number(row), 1);
        is_and_free(hui_row_json(row), "{\"city\":\"呼和浩特\",\"gdp\":3800,\"code\":\"010\",\"day\":\"2023-05-01\"}");
        assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
        assert_int_equal(hui_row_number(row), 2);
        is_and_free(hui_row_text(row, "city"), "包头,\"市\"");
        is_and_free(hui_row_text(row, "day"), "");
        assert_null(hui_row_text(row, "nothing"));
        assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_END);
        assert_null(row);
        assert_true(hui_rows_rewind(rows));
    }
    assert_int_equal(hui_rows_status(rows), HUI_STATUS_OK);
    hui_rows_free(rows);
}

static void bad_rows_are_told_and_passed_over(void **state)
{
    (void)state;
    hui_rows *rows = read_rows("{\"a\": 1}\n{\"a\": }\n\n[2]\n{\"a\": \"é\"}", "ndjson");
    const hui_row *row;
    static const hui_rows_next_result expected[] = {HUI_ROWS_ROW, HUI_ROWS_BAD, HUI_ROWS_BAD, HUI_ROWS_ROW, HUI_ROWS_END};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(hui_rows_next(rows, &row), expected[i]);
    assert_int_equal(hui_rows_diagnostic_count(rows), 2);
    assert_int_equal(hui_rows_diagnostic(rows, 0)->line, 2);
    assert_int_equal(hui_rows_diagnostic(rows, 1)->line, 4);
    assert_int_equal(hui_rows_status(rows), HUI_STATUS_INPUT);
    hui_rows_forget(rows);
    assert_int_equal(hui_rows_diagnostic_count(rows), 0);
    assert_int_equal(hui_rows_status(rows), HUI_STATUS_OK);
    hui_rows_free(rows);
    rows = hui_rows_open("/nowhere.csv", NULL);
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_END);
    assert_int_equal(hui_rows_status(rows), HUI_STATUS_SYSTEM);
    hui_rows_free(rows);
}

static void rows_fill_in_names(void **state)
{
    (void)state;
    hui_rows *rows = read_rows("{\"city\": \"a/b\", \"year\": 2023}", "ndjson");
    const hui_row *row;
    char *error;
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    is_and_free(hui_row_fill(row, "out/{{year}}.png", "/", &error), "out/2023.png");
    assert_null(error);
    is_and_free(hui_row_fill(row, "out/{{city|replace:/:-}}.png", "/", NULL), "out/a-b.png");
    assert_null(hui_row_fill(row, "out/{{city}}.png", "/", &error));
    assert_non_null(strstr(error, "a/b"));
    hui_free(error);
    assert_null(hui_row_fill(row, "{{town}}", NULL, &error));
    assert_non_null(strstr(error, "town"));
    hui_free(error);
    assert_null(hui_row_fill(row, "{{city", NULL, &error));
    hui_free(error);
    hui_rows_free(rows);
}

static void *render_row(hui_context *context, const hui_template *made, const hui_row *row, size_t *size)
{
    void *bytes;
    hui_document *document = hui_document_from_template(context, made, row);
    assert_int_equal(hui_document_render_memory(document, &(hui_render_options){.format = "dump"}, &bytes, size), HUI_STATUS_OK);
    hui_document_free(document);
    return bytes;
}

static void a_template_drawn_with_a_row_is_the_spec_written_out(void **state)
{
    hui_template *made = read_template(template_text);
    hui_rows *rows = read_rows(rows_text, "csv");
    const hui_row *row;
    size_t size, written_size;
    assert_int_equal(hui_template_status(made), HUI_STATUS_OK);
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    char *bytes = render_row(*state, made, row, &size);
    char *written = render_text(*state,
                                "{\"title\": \"呼和浩特\", \"panels\": [{\"type\": \"text\", \"text\": \"呼和浩特 3800.0\"}, "
                                "{\"type\": \"text\", \"text\": \"1 呼和浩特\"}, {\"type\": \"text\", \"text\": \"2 呼和浩特\"}]}",
                                "dump", &written_size);
    assert_int_equal(size, written_size);
    assert_memory_equal(bytes, written, size);
    hui_free(bytes);
    hui_free(written);
    hui_rows_free(rows);
    hui_template_free(made);
}

static void a_missing_field_is_told_with_place_and_row(void **state)
{
    hui_template *made = read_template(template_text);
    hui_rows *rows = read_rows("{\"city\": \"x\", \"gdpp\": 1}", "ndjson");
    const hui_row *row;
    assert_int_equal(hui_rows_next(rows, &row), HUI_ROWS_ROW);
    hui_document *document = hui_document_from_template(*state, made, row);
    assert_int_equal(hui_document_status(document), HUI_STATUS_INPUT);
    assert_int_equal(hui_document_diagnostic_count(document), 1);
    const hui_diagnostic *diagnostic = hui_document_diagnostic(document, 0);
    assert_string_equal(diagnostic->code, "unknown-column");
    assert_string_equal(diagnostic->file, "template");
    assert_int_equal(diagnostic->line, 2);
    assert_non_null(strstr(diagnostic->message, "row 1 of rows"));
    assert_non_null(strstr(diagnostic->hint, "gdpp"));
    hui_document_free(document);
    hui_rows_free(rows);
    hui_template_free(made);
    made = read_template("{\"panels\": [{\"type\": \"text\", \"text\": \"{{a\"}]}");
    assert_int_equal(hui_template_status(made), HUI_STATUS_INPUT);
    assert_string_equal(hui_template_diagnostic(made, 0)->code, "bad-template");
    document = hui_document_from_template(*state, made, NULL);
    assert_int_equal(hui_document_status(document), HUI_STATUS_INPUT);
    hui_document_free(document);
    hui_template_free(made);
}

typedef struct shared_work {
    const hui_template *made;
    char *bytes;
    size_t size;
} shared_work;

static void *draw_all(void *closure)
{
    shared_work *work = closure;
    hui_context *context = hui_context_new(NULL);
    for (int run = 0; run < 10; run++) {
        hui_rows *rows = read_rows(rows_text, "csv");
        const hui_row *row;
        while (hui_rows_next(rows, &row) == HUI_ROWS_ROW) {
            hui_free(work->bytes);
            work->bytes = render_row(context, work->made, row, &work->size);
        }
        hui_rows_free(rows);
    }
    hui_context_free(context);
    return NULL;
}

static void threads_share_a_template(void **state)
{
    (void)state;
    hui_template *made = read_template(template_text);
    shared_work work[3];
    pthread_t threads[3];
    for (int i = 0; i < 3; i++) {
        work[i] = (shared_work){made, NULL, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, draw_all, &work[i]), 0);
    }
    for (int i = 0; i < 3; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(work[i].size, work[0].size);
        assert_memory_equal(work[i].bytes, work[0].bytes, work[0].size);
    }
    for (int i = 0; i < 3; i++)
        hui_free(work[i].bytes);
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
        cmocka_unit_test(version_is_the_header_s),
        cmocka_unit_test(good_spec_has_size_and_title),
        cmocka_unit_test(bad_spec_tells_all_and_renders_nothing),
        cmocka_unit_test(lint_finds_places),
        cmocka_unit_test(lint_tells_errors),
        cmocka_unit_test(diagnostic_is_text_with_caret_under_the_place),
        cmocka_unit_test(placeless_diagnostic_of_a_strange_file_name),
        cmocka_unit_test(every_format_renders_to_memory),
        cmocka_unit_test(a_document_drawn_after_others_has_the_same_bytes),
        cmocka_unit_test(failing_callback_is_told_once),
        cmocka_unit_test(nonsense_options_are_usage),
        cmocka_unit_test(file_keeps_the_umask_and_links),
        cmocka_unit_test(threads_with_their_own_contexts_agree),
        cmocka_unit_test(threads_draw_graphs_at_once),
        cmocka_unit_test(many_contexts_take_no_more_memory_than_few),
        cmocka_unit_test(catalogues_list_what_specs_may_name),
        cmocka_unit_test(charts_are_documents),
        cmocka_unit_test(pages_are_drawn_together_or_alone),
        cmocka_unit_test(svg_tells_places_of_panels),
        cmocka_unit_test(manuals_know_the_panels),
        cmocka_unit_test(preflight_names_the_panel_and_outlives_the_bytes),
        cmocka_unit_test(preflight_refuses_what_makes_no_sense),
        cmocka_unit_test(preflight_ends_a_renderer_that_hangs),
        cmocka_unit_test(rows_have_types_numbers_and_json),
        cmocka_unit_test(bad_rows_are_told_and_passed_over),
        cmocka_unit_test(rows_fill_in_names),
        cmocka_unit_test(a_template_drawn_with_a_row_is_the_spec_written_out),
        cmocka_unit_test(a_missing_field_is_told_with_place_and_row),
        cmocka_unit_test(threads_share_a_template),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}
