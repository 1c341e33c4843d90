/* Run: a file is read and looked at, page by page. */
#include "preflight/check.h"

#include "huibao.h"

#include <stdio.h>
#include <string.h>

/* Pages that are looked at: more are a book, and a list of faults that nobody reads. */
enum { PAGES_MOST = 2000 };

static const double house_limits[HUI_LIMIT_COUNT][HUI_HOUSE_COUNT] = {
#define LIMIT(NAME, word, unit, coated, uncoated, newspaper, digital, accessible) \
    [HUI_LIMIT_##NAME] = {[HUI_HOUSE_COATED] = coated,                            \
                          [HUI_HOUSE_UNCOATED] = uncoated,                        \
                          [HUI_HOUSE_NEWSPAPER] = newspaper,                      \
                          [HUI_HOUSE_DIGITAL] = digital,                          \
                          [HUI_HOUSE_ACCESSIBLE] = accessible},
#include "preflight/limits.inc"
#undef LIMIT
};

static void set_limits(hui_check *check)
{
    const hui_preflight_request *request = check->request;
    double *limits = check->report->limits;
    for (int i = 0; i < HUI_LIMIT_COUNT; i++)
        limits[i] = request->is_set[i] ? request->limits[i] : house_limits[i][request->house];
    check->limits = limits;
}

static bool is_password(qpdf_data pdf, qpdf_error error)
{
    return qpdf_get_error_code(pdf, error) == qpdf_e_password;
}

/* qpdf words what is wrong in English; its sentences are short. */
static void report_unreadable(hui_check *check)
{
    const qpdf_error error = qpdf_has_error(check->pdf) ? qpdf_get_error(check->pdf) : NULL;
    if (error && is_password(check->pdf, error))
        hui_check_add(check, HUI_RULE_PASSWORD, (hui_spot){0}, "");
    else
        hui_check_add(check, HUI_RULE_UNREADABLE, (hui_spot){0},
                      error ? qpdf_get_error_message_detail(check->pdf, error) : "?");
}

/* Files of other programs may have anything before "%PDF-", but not no such thing (ISO 32000-1, annex H.3.4.1). */
static bool is_pdf(const hui_check *check)
{
    const char *bytes = check->bytes;
    for (size_t i = 0; i + 5 <= check->size && i < 1024; i++)
        if (memcmp(bytes + i, "%PDF-", 5) == 0)
            return true;
    return false;
}

static bool read_file(hui_check *check)
{
    qpdf_silence_errors(check->pdf);
    qpdf_set_suppress_warnings(check->pdf, QPDF_TRUE);
    if (!is_pdf(check)) {
        hui_check_add(check, HUI_RULE_UNREADABLE, (hui_spot){0},
                      hui_check_word(check, "it does not begin as PDFs do", "文件头不是 PDF"));
        return false;
    }
    if ((qpdf_read_memory(check->pdf, "the file", check->bytes, check->size, NULL) & QPDF_ERRORS) ||
        qpdf_get_num_pages(check->pdf) < 1) {
        report_unreadable(check);
        return false;
    }
    qpdf_push_inherited_attributes_to_page(check->pdf);
    return true;
}

/* The first of what qpdf warned about while all was read. */
static void report_damage(hui_check *check)
{
    if (qpdf_more_warnings(check->pdf))
        hui_check_add(check, HUI_RULE_DAMAGED, (hui_spot){0},
                      qpdf_get_error_message_detail(check->pdf, qpdf_next_warning(check->pdf)));
    while (qpdf_more_warnings(check->pdf))
        qpdf_next_warning(check->pdf);
}

static void check_pages(hui_check *check)
{
    const int count = qpdf_get_num_pages(check->pdf);
    for (int i = 0; i < count && i < PAGES_MOST; i++) {
        const qpdf_oh page = qpdf_get_page_n(check->pdf, (size_t)i);
        check->page = i + 1;
        hui_check_boxes(check, page);
        hui_check_annotations(check, page);
        hui_check_content(check, page);
        hui_drop(check, page);
    }
    check->page = 0;
    if (count > PAGES_MOST)
        hui_check_add(check, HUI_RULE_COMPLEX, (hui_spot){0},
                      hui_check_word(check, "there are more than 2000 pages", "超过 2000 页"));
}

static void check_all(hui_check *check)
{
    check->report->is_readable = true;
    hui_check_claims(check);
    hui_check_file(check);
    hui_check_intents(check);
    hui_check_access(check);
    report_damage(check); /* of the file's structure; content is damaged in ways that all readers forgive */
    check_pages(check);
    hui_check_ink(check);
    if (qpdf_has_error(check->pdf))
        hui_check_add(check, HUI_RULE_DAMAGED, (hui_spot){0},
                      qpdf_get_error_message_detail(check->pdf, qpdf_get_error(check->pdf)));
}

static void run(hui_arena *arena, const void *pdf, size_t size, const hui_preflight_request *request,
                hui_preflight_report *report)
{
    hui_check check = {.arena = arena, .bytes = pdf, .size = size, .request = request, .report = report};
    *report = (hui_preflight_report){.version = ""};
    set_limits(&check);
    check.pdf = qpdf_init();
    if (read_file(&check))
        check_all(&check);
    qpdf_cleanup(&check.pdf);
}

extern const hui_print_module hui_print_module_exported;
HUI_API const hui_print_module hui_print_module_exported = {HUI_VERSION, hui_print_convert_pdf, run};
