/* Filling in texts of templates: values, formats, and what they become in JSON. */
#include "template/text.h"

#include "base/buffer.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

static void report(const hui_filling *filling, const hui_piece *piece, hui_code code, const char *hint,
                   const char *what, const char *fault)
{
    hui_place place = piece->place;
    place.row = filling->scope->json.row;
    hui_diags_add(filling->diags, code, place, hint, what, fault);
}

static bool takes_missing(const hui_piece *piece)
{
    for (size_t i = 0; i < piece->format_count; i++)
        if (piece->formats[i].format->takes == HUI_FORMAT_TAKES_ANY)
            return true;
    return false;
}

/* As it is in the data, before formats. */
static bool find_value(const hui_filling *filling, const hui_piece *piece, hui_value *value)
{
    if (!piece->field.text)
        return hui_formula_value(&piece->formula, filling, value);
    if (hui_scope_find(filling->scope, &piece->field, value))
        return true;
    if (takes_missing(piece) && hui_scope_has_column(filling->scope, piece->field.path[0]))
        return true;
    hui_scope_report(filling->arena, filling->scope, &piece->field, piece->place, filling->diags);
    return false;
}

static const char *piece_name(const hui_piece *piece)
{
    return piece->field.text ? piece->field.text : piece->formula.text;
}

static bool is_none(hui_value value)
{
    return value.kind == HUI_VALUE_NUMBER && !isfinite(value.number);
}

/* The formatted value; false after a diagnostic. */
static bool piece_value(const hui_filling *filling, const hui_piece *piece, bool *is_markdown, hui_value *value)
{
    hui_formatting f = {.arena = filling->arena};
    if (!find_value(filling, piece, value))
        return false;
    const hui_value given = *value;
    if (is_none(given) && !takes_missing(piece)) {
        report(filling, piece, HUI_CODE_BAD_VALUE, "division by zero? give it a “default” where that may be",
               piece_name(piece), "is no finite number");
        return false;
    }
    for (size_t i = 0; i < piece->format_count && !f.fault; i++)
        *value = hui_text_format_apply(piece->formats[i].format, &f, *value, piece->formats[i].arguments);
    *is_markdown = f.is_markdown;
    if (!f.fault)
        return true;
    const char *shown = hui_value_text(filling->arena, given);
    report(filling, piece, HUI_CODE_BAD_VALUE, NULL, shown ? shown : piece_name(piece), f.fault);
    return false;
}

bool hui_text_value(const hui_text_plan *plan, const hui_filling *filling, hui_value *value)
{
    bool is_markdown;
    return plan->count == 1 && !plan->pieces[0].literal && piece_value(filling, &plan->pieces[0], &is_markdown, value);
}

/* Signs that mean something in inline Markdown, and in ours ("|" is a place for a break). */
static bool is_sign(char c)
{
    return c && strchr("\\`*_[]<>&!|~", c);
}

static void add_guarded(hui_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (is_sign(*text))
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, *text);
    }
}

/* A text under way, plain and as Markdown. */
typedef struct writing {
    hui_buffer plain, markdown;
    bool is_guarded; /* the two differ */
} writing;

static void write_text(writing *w, const char *text, bool is_markdown)
{
    hui_buffer_add_string(&w->plain, text);
    if (is_markdown) {
        hui_buffer_add_string(&w->markdown, text);
        return;
    }
    const size_t before = w->markdown.size, length = strlen(text);
    add_guarded(&w->markdown, text);
    w->is_guarded |= w->markdown.size - before != length;
}

static bool write_piece(writing *w, const hui_filling *filling, const hui_piece *piece)
{
    hui_value value;
    bool is_markdown;
    if (piece->literal) {
        write_text(w, piece->literal, true);
        return true;
    }
    if (!piece_value(filling, piece, &is_markdown, &value))
        return false;
    const char *text = hui_value_text(filling->arena, value);
    if (text)
        write_text(w, text, is_markdown);
    else
        report(filling, piece, HUI_CODE_BAD_VALUE, "name a field of it, or write the items of a list by “join”",
               piece_name(piece), "is a list or an object, not a text");
    return text != NULL;
}

static hui_json *finish(const hui_filling *filling, const hui_json *like, writing *w)
{
    hui_json *made = hui_json_make(filling->arena, HUI_JSON_STRING, like);
    made->string = hui_arena_string_n(filling->arena, w->plain.size ? w->plain.bytes : "", w->plain.size);
    if (w->is_guarded)
        hui_json_set_text(made, NULL, hui_arena_string_n(filling->arena, w->markdown.bytes, w->markdown.size));
    hui_json_set_scope(made, &filling->scope->json);
    hui_buffer_finish(&w->plain);
    hui_buffer_finish(&w->markdown);
    return made;
}

static hui_json *fill_pieces(const hui_text_plan *plan, const hui_filling *filling)
{
    const size_t most = hui_budget_most(filling->diags->budget, HUI_MOST_TEXT);
    writing w = {0};
    for (size_t i = 0; i < plan->count; i++)
        if (write_piece(&w, filling, &plan->pieces[i]) && w.plain.size > most) {
            report(filling, &plan->pieces[i], HUI_CODE_TEMPLATE_LIMIT, hui_limit_hint(filling->arena, HUI_MOST_TEXT),
                   hui_arena_printf(filling->arena, "the text becomes longer than %zu bytes", most), NULL);
            break;
        }
    return finish(filling, plan->json, &w);
}

/* A value that keeps its kind is also a text, for properties that want one. */
static hui_json *keep_kind(const hui_text_plan *plan, const hui_filling *filling, hui_value value)
{
    hui_json *made;
    if (value.kind == HUI_VALUE_ARRAY || value.kind == HUI_VALUE_OBJECT) {
        made = hui_json_copy(filling->arena, hui_json_from_value(filling->arena, value, plan->json));
        hui_json_set_scope(made, &filling->scope->json);
        return made;
    }
    const char *text = hui_value_text(filling->arena, value);
    made = value.kind == HUI_VALUE_NUMBER ? hui_json_make_number(filling->arena, value.number, plan->json)
                                          : hui_json_make_bool(filling->arena, value.truth, plan->json);
    if (made->kind == HUI_JSON_NUMBER)
        made->string = text;
    hui_json_set_text(made, text, NULL);
    hui_json_set_scope(made, &filling->scope->json);
    return made;
}

static bool keeps_kind(hui_value value)
{
    return value.kind == HUI_VALUE_NUMBER || value.kind == HUI_VALUE_BOOL || value.kind == HUI_VALUE_ARRAY ||
           value.kind == HUI_VALUE_OBJECT;
}

hui_json *hui_text_fill(const hui_text_plan *plan, const hui_filling *filling)
{
    hui_value value;
    bool is_markdown;
    writing w = {0};
    if (plan->count != 1 || plan->pieces[0].literal)
        return fill_pieces(plan, filling);
    if (piece_value(filling, &plan->pieces[0], &is_markdown, &value)) {
        if (keeps_kind(value))
            return keep_kind(plan, filling, value);
        write_text(&w, hui_value_text(filling->arena, value), is_markdown);
    }
    return finish(filling, plan->json, &w);
}
