/* Run: rules page by page, findings of one kind in one panel counted together, then as diagnostics from top to bottom. */
#include "base/utf8.h"
#include "lint/look.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

bool hui_lint_applies(const hui_lint_check *check, hui_lint_rule rule)
{
    return check->request->rules & 1U << rule;
}

const char *hui_lint_word(const hui_lint_check *check, const char *english, const char *chinese)
{
    return check->request->is_chinese ? chinese : english;
}

const char *hui_lint_quote(hui_arena *arena, const hui_line *line)
{
    enum { MOST = 16 }; /* characters */
    const char *text = "";
    for (size_t i = 0; i < line->run_count; i++)
        text = hui_arena_printf(arena, "%s%.*s", text, (int)line->runs[i].text_size,
                                line->runs[i].text_size ? line->runs[i].text : "");
    const char *end = text;
    for (int count = 0; *end && count < MOST; count++)
        hui_utf8_next(&end);
    return *end ? hui_arena_printf(arena, "%.*s…", (int)(end - text), text) : text;
}

/* That of the same rule in the same panel, or a new one. */
static hui_lint_finding *find_kin(hui_lint_check *check, hui_lint_rule rule, size_t panel)
{
    if (!check->kin)
        check->kin = HUI_NEW_ARRAY(check->arena, size_t, check->page->panels.count * HUI_LINT_COUNT);
    size_t *known = &check->kin[panel * HUI_LINT_COUNT + rule];
    if (*known)
        return &check->findings.at[*known - 1];
    hui_lint_finding *added = hui_vec_push(check->arena, &check->findings);
    *known = check->findings.count;
    *added = (hui_lint_finding){
        .rule = rule, .page = check->page->number, .panel = &check->page->panels.at[panel], .index = *known};
    return added;
}

void hui_lint_add(hui_lint_check *check, hui_lint_rule rule, size_t panel, hui_rect rect, double badness, ...)
{
    const hui_lint_row *row = &hui_lint_rows[rule];
    if (!hui_lint_applies(check, rule) || (check->page->panels.at[panel].ignored & 1U << rule))
        return;
    hui_lint_finding *kin = find_kin(check, rule, panel);
    if (kin->count++ > 0 && !(badness > kin->badness))
        return;
    va_list arguments;
    va_start(arguments, badness);
    kin->message = hui_arena_vprintf(check->arena, hui_lint_word(check, row->message, row->chinese), arguments);
    va_end(arguments);
    kin->hint = hui_lint_word(check, row->hint, row->chinese_hint);
    kin->rect = rect;
    kin->badness = badness;
}

static int compare(const void *a, const void *b)
{
    const hui_lint_finding *one = a, *other = b;
    if (one->page != other->page)
        return one->page < other->page ? -1 : 1;
    if (one->rect.y < other->rect.y || one->rect.y > other->rect.y)
        return one->rect.y < other->rect.y ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static void list(const hui_lint_check *check, const hui_lint_finding *finding, hui_diags *diags)
{
    const hui_lint_row *row = &hui_lint_rows[finding->rule];
    const char *message = finding->message;
    if (finding->count > 1)
        message = hui_arena_printf(check->arena,
                                   hui_lint_word(check, "%s (the worst of %zu)", "%s（共 %zu 处，此为最严重者）"),
                                   message, finding->count);
    hui_place place = finding->panel->place ? *finding->panel->place : check->request->place;
    hui_diags_add_finding(diags, HUI_SEVERITY_WARNING, row->word, place, (hui_area){finding->page, finding->rect},
                          finding->hint, message);
}

static void run_page(hui_lint_check *check)
{
    static hui_lint_rules *const families[] = {hui_lint_text_overlap,    hui_lint_text_outside, hui_lint_legibility,
                                               hui_lint_lone_characters, hui_lint_accents,      hui_lint_charts,
                                               hui_lint_images,          hui_lint_panels};
    check->kin = NULL;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        families[i](check);
}

void hui_lint_run(hui_arena *arena, const hui_lint_request *request, hui_diags *diags)
{
    hui_lint_check check = {.arena = arena, .request = request};
    int number = 0;
    for (const hui_scene *scene = request->rules ? request->pages : NULL; scene; scene = scene->next) {
        check.page = hui_lint_page_new(arena, scene, ++number, request->rules & ~(unsigned)HUI_LINT_CERTAIN);
        run_page(&check);
    }
    if (check.findings.count > 0)
        qsort(check.findings.at, check.findings.count, sizeof *check.findings.at, compare);
    for (size_t i = 0; i < check.findings.count; i++)
        list(&check, &check.findings.at[i], diags);
}

/* Whether the panel at `outer` holds what is at `inner`: RFC 6901, section 3. */
bool hui_pointer_holds(const char *outer, const char *inner)
{
    const size_t length = strlen(outer);
    return strncmp(outer, inner, length) == 0 && (inner[length] == '/' || !inner[length]);
}

/* The longest pointer that holds the diagnostic's is the smallest panel's. */
static const hui_lint_panel *find_panel(const hui_lint_page *page, const hui_diagnostic *diagnostic, size_t *longest)
{
    const hui_lint_panel *found = NULL;
    for (size_t i = 0; i < page->panels.count; i++) {
        const hui_place *place = page->panels.at[i].place;
        if (!place || !place->source || strcmp(place->source->name, diagnostic->file) != 0 ||
            !hui_pointer_holds(place->pointer, diagnostic->pointer) || (*longest && strlen(place->pointer) < *longest))
            continue;
        *longest = strlen(place->pointer) + 1;
        found = &page->panels.at[i];
    }
    return found;
}

/* Takes away what their panels ignore. */
static void remove_ignored(hui_diags *diags, const unsigned *ignored)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++) {
        const hui_lint_rule rule = hui_lint_rule_find(diags->at[i].code);
        if (rule == HUI_LINT_COUNT || !(ignored[i] & 1U << rule))
            diags->at[kept++] = diags->at[i];
    }
    diags->warning_count -= diags->count - kept;
    diags->count = kept;
}

void hui_lint_settle(hui_arena *arena, const hui_scene *pages, hui_diags *diags)
{
    if (diags->warning_count == 0)
        return;
    size_t *longest = HUI_NEW_ARRAY(arena, size_t, diags->count);
    unsigned *ignored = HUI_NEW_ARRAY(arena, unsigned, diags->count);
    int number = 0;
    for (const hui_scene *scene = pages; scene; scene = scene->next) {
        const hui_lint_page *page = hui_lint_page_new(arena, scene, ++number, false);
        for (size_t i = 0; i < diags->count; i++) {
            hui_diagnostic *diagnostic = &diags->at[i];
            const bool is_open = *diagnostic->file && (!diagnostic->page || longest[i]);
            const hui_lint_panel *panel = is_open ? find_panel(page, diagnostic, &longest[i]) : NULL;
            if (!panel)
                continue;
            ignored[i] = panel->ignored;
            hui_diagnostic_show(diagnostic, (hui_area){number, panel->frame});
        }
    }
    remove_ignored(diags, ignored);
}
