/* Composite marks: their orientation, their parts with styles, and the tooltips that sum them up. */
#include "chart/normalize_composite.h"

#include <string.h>

enum { TOOLTIP_LINES = 100 }; /* more cannot be read, and each is compared with all others */

hui_composite hui_composite_start(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    return (hui_composite){.rewrite = r,
                           .arena = r->arena,
                           .config = scope->config,
                           .word = hui_mark_type_word(unit),
                           .mark = hui_mark_definition(r->arena, unit),
                           .encoding = hui_encoding_complete(r, hui_json_find(unit, "encoding"))};
}

hui_json *hui_composite_outer(const hui_composite *c, const hui_json *unit)
{
    static const char *const inside[] = {"mark", "encoding", "params", "projection", NULL};
    return hui_json_without(c->arena, unit, inside);
}

bool hui_composite_fault(const hui_composite *c, const char *message)
{
    hui_diags_add(c->rewrite->diags, HUI_CODE_BAD_CHART, hui_json_place(c->arena, c->mark), NULL,
                  hui_arena_printf(c->arena, "%s %s", c->word, message));
    return false;
}

/* Orientation
 * ----------- */

bool hui_json_is_continuous(const hui_json *def)
{
    const char *type = hui_spec_string(def, "type", "");
    if (hui_json_is(hui_spec_find(def, "datum"), HUI_JSON_NUMBER))
        return true;
    if (!hui_json_is_field_def(def))
        return false;
    return !strcmp(type, "temporal") || (!strcmp(type, "quantitative") && !hui_json_truthy(hui_json_find(def, "bin")));
}

static bool is_time(const hui_json *def)
{
    const char *format = hui_spec_string(def, "formatType", hui_spec_string(def, "axis.formatType", ""));
    if (*format)
        return !strcmp(format, "time");
    return hui_json_is_string(hui_json_find(def, "type"), "temporal") ||
           hui_json_truthy(hui_json_find(def, "timeUnit"));
}

/* Of two continuous axes the one that is aggregated to this mark, or else y, unless it is the only one of time. */
static bool choose_axis(hui_composite *c, const hui_json *x, const hui_json *y)
{
    const hui_json *x_aggregate = hui_json_find(x, "aggregate"), *y_aggregate = hui_json_find(y, "aggregate");
    const bool x_named = hui_json_is_string(x_aggregate, c->word), y_named = hui_json_is_string(y_aggregate, c->word);
    if (x_named && y_named)
        return hui_composite_fault(c, "cannot be the aggregate of both x and y");
    if (y_named && !hui_json_truthy(x_aggregate))
        c->vertical = true;
    else if (x_named && !hui_json_truthy(y_aggregate))
        c->vertical = false;
    else
        c->vertical = !is_time(y) || is_time(x);
    return true;
}

bool hui_composite_orient(hui_composite *c)
{
    const hui_json *x = hui_json_find(c->encoding, "x"), *y = hui_json_find(c->encoding, "y");
    const hui_json *given = hui_json_find(c->mark, "orient");
    if (hui_json_truthy(given)) {
        c->vertical = hui_json_is_string(given, "vertical");
        return true;
    }
    if (hui_json_is_continuous(x) && hui_json_is_continuous(y))
        return choose_axis(c, x, y);
    if (!hui_json_is_continuous(x) && !hui_json_is_continuous(y))
        return hui_composite_fault(c, "needs a quantitative or temporal field on x or y");
    c->vertical = hui_json_is_continuous(y);
    return true;
}

bool hui_composite_find_axis(hui_composite *c)
{
    static const char *const aggregate[] = {"aggregate", NULL};
    c->axis = c->vertical ? "y" : "x";
    c->second = c->vertical ? "y2" : "x2";
    const hui_json *def = hui_json_find(c->encoding, c->axis);
    const hui_json *field = hui_spec_find(def, "field");
    if (!hui_json_is(field, HUI_JSON_STRING))
        return hui_composite_fault(c, hui_arena_printf(c->arena, "needs a field on %s", c->axis));
    c->def = hui_json_truthy(hui_json_find(def, "aggregate")) ? hui_json_without(c->arena, def, aggregate) : def;
    c->field = field->string;
    c->flat = hui_field_flat(c->arena, c->field);
    return true;
}

/* Texts
 * ----- */

const hui_json *hui_composite_text(const hui_composite *c, const char *text)
{
    return hui_json_make_string(c->arena, text, c->mark);
}

/* The text with a backslash before each character of a set. */
static const char *escape(hui_arena *arena, const char *text, const char *set)
{
    char *escaped = hui_arena_alloc(arena, 2 * strlen(text) + 1), *out = escaped;
    for (; *text; text++) {
        if (strchr(set, *text))
            *out++ = '\\';
        *out++ = *text;
    }
    return escaped;
}

const char *hui_composite_datum(const hui_composite *c, const char *name)
{
    return hui_arena_printf(c->arena, "datum['%s']", escape(c->arena, name, "'\\"));
}

/* Members, as an expression may have them behind a name: .a, [0], ['a']. */
static bool is_path(const char *rest)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.[]'\"";
    if (rest[strspn(rest, plain)])
        return false;
    for (const char *bracket = strchr(rest, '['); bracket; bracket = strchr(bracket + 1, '['))
        if (!bracket[1] || !strchr("0123456789'\"", bracket[1]))
            return false;
    return true;
}

const char *hui_composite_value(const hui_composite *c, const char *field)
{
    size_t length = 0;
    while (field[length] && field[length] != '.' && field[length] != '[')
        length += field[length] == '\\' && field[length + 1] ? 2 : 1;
    if (!is_path(field + length))
        return hui_composite_datum(c, field);
    const char *first = hui_field_flat(c->arena, hui_arena_string_n(c->arena, field, length));
    return hui_arena_printf(c->arena, "%s%s", hui_composite_datum(c, first), field + length);
}

static const hui_json *name_text(const hui_composite *c, const char *text)
{
    return hui_json_make_string(c->arena, text, hui_json_find(c->def, "field"));
}

const hui_json *hui_composite_name(const hui_composite *c, const char *prefix)
{
    return name_text(c, hui_arena_printf(c->arena, "%s%s", prefix, c->flat));
}

const hui_json *hui_composite_path(const hui_composite *c, const char *prefix)
{
    return name_text(c, hui_arena_printf(c->arena, "%s%s", prefix, escape(c->arena, c->flat, ".[]'\"\\")));
}

const hui_json *hui_composite_measure(const hui_composite *c, const char *op, const hui_json *field, const char *prefix)
{
    return HUI_OBJECT(c->arena, c->def, {"op", hui_composite_text(c, op)}, {"field", field},
                      {"as", hui_composite_name(c, prefix)});
}

/* Tooltips
 * -------- */

static const hui_json *find_title(const hui_composite *c)
{
    return hui_json_first(hui_json_find(c->def, "title"), hui_json_find(c->def, "field"));
}

static bool contains(const hui_json *list, const hui_json *value)
{
    for (const hui_json *item = list->first; item; item = item->next)
        if (hui_json_equal(item, value))
            return true;
    return false;
}

static void add_field(const hui_composite *c, hui_json *fields, const hui_json *def)
{
    static const char *const guides[] = {"legend", "axis", "header", "scale", NULL};
    const hui_json *field = hui_json_is_field_def(def) ? def : hui_spec_find(def, "condition");
    if (!hui_json_is_field_def(field) || fields->count >= TOOLTIP_LINES)
        return;
    field = hui_json_without(c->arena, field, guides);
    if (!contains(fields, field))
        hui_json_put(c->arena, fields, NULL, field);
}

const hui_json *hui_composite_tooltip(const hui_composite *c, const hui_summary *summary, size_t count,
                                      const hui_json *encoding, bool named)
{
    if (hui_json_find(encoding, "tooltip"))
        return hui_json_find(encoding, "tooltip");
    hui_json *lines = hui_json_make(c->arena, HUI_JSON_ARRAY, c->mark);
    const char *of = hui_value_to_string(c->arena, hui_value_from_json(c->arena, find_title(c)));
    for (size_t i = 0; i < count; i++) {
        const char *title =
            hui_arena_printf(c->arena, "%s%s%s", summary[i].title, named ? " of " : "", named ? of : "");
        const hui_json *field =
            *summary[i].prefix ? hui_composite_path(c, summary[i].prefix) : hui_json_find(c->def, "field");
        hui_json_put(c->arena, lines, NULL,
                     HUI_OBJECT(c->arena, c->mark, {"field", field}, {"type", hui_json_find(c->def, "type")},
                                {"title", hui_composite_text(c, title)}));
    }
    hui_json *fields = hui_json_make(c->arena, HUI_JSON_ARRAY, c->mark);
    for (const hui_json *def = encoding->first; def; def = def->next) {
        const bool many = def->kind == HUI_JSON_ARRAY;
        if (hui_encoding_has_field(encoding, def->key))
            for (const hui_json *one = many ? def->first : def; one; one = many ? one->next : NULL)
                add_field(c, fields, one);
    }
    hui_json_append_all(c->arena, lines, fields);
    return lines;
}

/* Parts
 * ----- */

const hui_json *hui_composite_style(const hui_composite *c, const char *part, const hui_json *mark)
{
    static const char *const shared[] = {"clip", "color", "opacity"};
    const hui_json *own = hui_json_find(c->mark, part), *settings = hui_spec_find(c->config, c->word);
    if (!hui_json_truthy(own ? own : hui_spec_find(settings, part)))
        return NULL;
    hui_json *styled = hui_json_make(c->arena, HUI_JSON_OBJECT, own ? own : c->mark);
    hui_json_put_all(c->arena, styled, hui_spec_find(settings, part));
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        hui_json_put_if(c->arena, styled, shared[i], hui_json_if_truthy(hui_json_find(c->mark, shared[i])));
    hui_json_put_all(c->arena, styled, mark);
    hui_json_put(c->arena, styled, "style", hui_composite_text(c, hui_arena_printf(c->arena, "%s-%s", c->word, part)));
    hui_json_put_all(c->arena, styled, own);
    return styled;
}

const hui_json *hui_composite_position(const hui_composite *c, const hui_json *field)
{
    return HUI_OBJECT(c->arena, c->def, {"field", field}, {"type", hui_json_find(c->def, "type")},
                      {"title", find_title(c)}, {"scale", hui_json_find(c->def, "scale")},
                      {"axis", hui_json_find(c->def, "axis")});
}

void hui_composite_add(const hui_composite *c, hui_json *layers, const hui_composite_part *part)
{
    const hui_json *mark = hui_composite_style(c, part->name, part->mark);
    if (!mark)
        return;
    c->rewrite->views++; /* it counts like one that is written out */
    hui_json *encoding =
        HUI_OBJECT(c->arena, c->encoding, {c->axis, hui_composite_position(c, hui_composite_path(c, part->from))});
    if (part->to)
        hui_json_put(c->arena, encoding, c->second,
                     HUI_OBJECT(c->arena, c->def, {"field", hui_composite_path(c, part->to)}));
    hui_json_put_all(c->arena, encoding, part->encoding);
    hui_json_put_if(c->arena, encoding, "tooltip", part->tooltip);
    hui_json_put(c->arena, layers, NULL, HUI_OBJECT(c->arena, c->mark, {"mark", mark}, {"encoding", encoding}));
}
