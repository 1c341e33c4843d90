/* Lint: findings of the rules, and what the document reported itself, in one list and in one picture. */
#include "lint/lint.h"

#include "facade/document.h"

#include <assert.h>
#include <string.h>

struct hui_lint {
    hui_arena *arena;
    hui_document *document;
    hui_diags *diags;
    hui_status status;
    bool has_rules; /* some are asked for by name */
    hui_lint_request request;
};

static const double usual_dpi = 150;

static bool refuse(hui_lint *lint, const char *hint, const char *value, const char *option)
{
    hui_diags_add(lint->diags, HUI_CODE_UNKNOWN_VALUE, (hui_place){0}, hint, value, option);
    lint->status = HUI_STATUS_USAGE;
    return false;
}

static bool refuse_rule(hui_lint *lint, const char *word, const char *option)
{
    const char *words[HUI_LINT_COUNT];
    for (int i = 0; i < HUI_LINT_COUNT; i++)
        words[i] = hui_lint_rows[i].word;
    return refuse(lint, hui_word_hint(lint->arena, word, words, HUI_LINT_COUNT), word, option);
}

/* Names with commas between them, as bits; `none`: what no list says. False after a diagnostic. */
static bool read_rules(hui_lint *lint, const char *list, const char *option, unsigned none, unsigned *rules)
{
    *rules = list ? 0 : none;
    while (list && *list) {
        const size_t length = strcspn(list, ",");
        const char *word = hui_arena_string_n(lint->arena, list, length);
        const hui_lint_rule rule = hui_lint_rule_find(word);
        if (rule == HUI_LINT_COUNT)
            return refuse_rule(lint, word, option);
        *rules |= 1U << rule;
        list += length + (list[length] == ',');
    }
    return true;
}

static bool read_options(hui_lint *lint, const hui_lint_options *options)
{
    static const hui_lint_options defaults;
    if (!options)
        options = &defaults;
    hui_lint_request *request = &lint->request;
    const char *lang = options->lang;
    unsigned rules, ignored;
    lint->has_rules = options->rules;
    request->scale = options->scale > 0 ? options->scale : 1;
    request->dpi = options->dpi > 0 ? options->dpi : usual_dpi;
    request->is_chinese = lang && strcmp(lang, "zh") == 0;
    if (lang && !request->is_chinese && strcmp(lang, "en") != 0)
        return refuse(lint, "there is `en` and `zh`", lang, "lang");
    if (!read_rules(lint, options->rules, "rules", HUI_LINT_ALL, &rules) ||
        !read_rules(lint, options->ignore, "ignore", 0, &ignored))
        return false;
    request->rules = rules & ~ignored;
    return true;
}

/* Errors always are; warnings of no rule where all rules are asked for. */
static bool is_asked_for(const hui_lint *lint, const hui_diagnostic *diagnostic)
{
    const hui_lint_rule rule = hui_lint_rule_find(diagnostic->code);
    if (diagnostic->severity == HUI_SEVERITY_ERROR)
        return true;
    return rule == HUI_LINT_COUNT ? !lint->has_rules : lint->request.rules & 1U << rule;
}

static hui_diagnostic in_language(const hui_lint *lint, hui_diagnostic diagnostic)
{
    if (lint->request.is_chinese && diagnostic.chinese) {
        diagnostic.message = diagnostic.chinese;
        diagnostic.hint = diagnostic.chinese_hint;
    }
    return diagnostic;
}

static void take_over(hui_lint *lint)
{
    for (size_t i = 0; i < hui_document_diagnostic_count(lint->document); i++) {
        const hui_diagnostic diagnostic = in_language(lint, *hui_document_diagnostic(lint->document, i));
        if (is_asked_for(lint, &diagnostic))
            hui_diags_copy(lint->diags, &diagnostic);
    }
}

/* One of the document's that tells the same, and of which text; `found` names the panel. */
static hui_diagnostic *find_same(const hui_lint *lint, const hui_diagnostic *found)
{
    for (size_t i = 0; i < lint->diags->count; i++) {
        hui_diagnostic *known = &lint->diags->at[i];
        if (strcmp(known->code, found->code) == 0 && strcmp(known->file, found->file) == 0 &&
            hui_pointer_holds(found->pointer, known->pointer) &&
            !strstr(known->pointer + strlen(found->pointer), "/panels/"))
            return known;
    }
    return NULL;
}

static hui_area area_of(const hui_diagnostic *diagnostic)
{
    return (hui_area){diagnostic->page, {diagnostic->x, diagnostic->y, diagnostic->width, diagnostic->height}};
}

static void run(hui_lint *lint, const hui_sheet *sheet)
{
    hui_lint_request request = lint->request;
    hui_diags *found = hui_diags_new(lint->arena);
    if (!sheet->picture) /* of posters the document has told them */
        request.rules &= ~(unsigned)HUI_LINT_CERTAIN;
    hui_lint_run(lint->arena, &request, found);
    const size_t known = lint->diags->count;
    for (size_t i = 0; i < found->count; i++) {
        hui_diagnostic *same = known > 0 ? find_same(lint, &found->at[i]) : NULL;
        if (same)
            hui_diagnostic_show(same, area_of(&found->at[i]));
        else
            hui_diags_copy(lint->diags, &found->at[i]);
    }
}

/* By insertion, which keeps the order of the others; there are few. */
static void sort(hui_diags *diags)
{
    for (size_t i = 1; i < diags->count; i++) {
        const hui_diagnostic moved = diags->at[i];
        size_t at = i;
        for (; at > 0 && (moved.page < diags->at[at - 1].page ||
                          (moved.page == diags->at[at - 1].page && moved.y < diags->at[at - 1].y));
             at--)
            diags->at[at] = diags->at[at - 1];
        diags->at[at] = moved;
    }
}

hui_lint *hui_document_lint(hui_document *document, const hui_lint_options *options)
{
    assert(document);
    const hui_sheet *sheet = hui_document_sheet(document);
    hui_arena *arena = hui_arena_new();
    hui_lint *lint = HUI_NEW(arena, hui_lint);
    *lint = (hui_lint){.arena = arena, .document = document, .diags = hui_diags_new(arena)};
    if (!read_options(lint, options))
        return lint;
    lint->request.pages = sheet->scene;
    lint->request.paper_width = sheet->paper_width;
    lint->request.place = hui_document_place(arena, document);
    lint->request.rules &= ~sheet->ignored;
    take_over(lint);
    if (sheet->scene) {
        run(lint, sheet);
        sort(lint->diags);
    }
    lint->status = hui_document_status(document);
    if (lint->status == HUI_STATUS_OK && lint->diags->count > 0)
        lint->status = HUI_STATUS_INPUT;
    return lint;
}

void hui_lint_free(hui_lint *lint)
{
    if (lint)
        hui_arena_free(lint->arena);
}

hui_status hui_lint_status(const hui_lint *lint)
{
    return lint->status;
}

size_t hui_lint_diagnostic_count(const hui_lint *lint)
{
    return lint->diags->count;
}

const hui_diagnostic *hui_lint_diagnostic(const hui_lint *lint, size_t index)
{
    assert(index < lint->diags->count);
    return &lint->diags->at[index];
}

hui_status hui_lint_render_file(hui_lint *lint, const char *path, const hui_render_options *options)
{
    const hui_sheet *own = hui_document_sheet(lint->document);
    hui_render_options how = options ? *options : (hui_render_options){0};
    if (!own->scene)
        return lint->status;
    hui_sheet sheet = {.fonts = own->fonts, .theme = own->theme};
    sheet.scene = sheet.press = hui_lint_annotate(lint->arena, own->scene, own->fonts, lint->diags);
    how.page = 0;
    how.paper = how.svg_dark = NULL;
    how.print = "none";
    return hui_document_render_sheet(lint->document, &sheet, path, &how);
}
