/* Titles of charts: title and subtitle as marks, around the place where the layout will put them. */
#include "chart/guide.h"

#include "chart/encode.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

typedef struct title_drawing {
    hui_frame *frame;
    hui_arena *arena;
    const hui_json *given; /* the spec's */
    hui_guide_props props; /* of the spec, then Vega's defaults */
    const char *orient, *anchor;
    double angle;
    hui_guide *guide;
} title_drawing;

/* Properties of config.title that Vega-Lite treats as the title's own; all the others are part of the text's style. */
static const char *const own_keys[] = {"anchor", "frame", "offset", "orient", "angle", "limit", NULL};
/* Those a subtitle takes from config.title as its style. */
static const char *const shared_keys[] = {"dx", "dy", NULL};
static const char *const subtitle_keys[] = {
    "subtitleColor",      "subtitleFont",       "subtitleFontSize", "subtitleFontStyle",
    "subtitleFontWeight", "subtitleLineHeight", "subtitlePadding",  NULL};

static const hui_json *object_or_null(const hui_json *json)
{
    return hui_json_is(json, HUI_JSON_OBJECT) ? json : NULL;
}

static void put_keys(hui_arena *arena, hui_json *into, const hui_json *from, const char *const *keys)
{
    for (; from && *keys; keys++) {
        const hui_json *found = hui_json_find(from, *keys);
        if (found && found->kind != HUI_JSON_NULL)
            hui_json_put(arena, into, *keys, found);
    }
}

/* Properties
 * ---------- */

/* The title of a view; of a layer without one, the first there is in it. */
static const hui_json *find_title(const hui_view *view)
{
    const hui_json *title = hui_spec_find(view->spec, "title");
    const bool text = hui_json_is(title, HUI_JSON_STRING) || hui_json_is(title, HUI_JSON_ARRAY);
    if (text && (title->kind == HUI_JSON_ARRAY || *title->string))
        return title;
    const hui_json *own = hui_json_is(title, HUI_JSON_OBJECT) ? hui_json_find(title, "text") : NULL;
    if (hui_json_truthy(own))
        return title;
    for (size_t i = 0; view->kind == HUI_VIEW_LAYER && i < view->child_count; i++)
        if ((title = find_title(view->children[i])))
            return title;
    return NULL;
}

/* The view that has it: where it stands depends on what kind that is. */
static bool is_plot(const hui_view *view)
{
    return view->kind == HUI_VIEW_UNIT || view->kind == HUI_VIEW_LAYER;
}

static const hui_json *complete(const hui_view *view, const hui_json *title)
{
    hui_arena *arena = view->chart->arena;
    const hui_json *config = object_or_null(hui_spec_find(view->chart->config, "title"));
    hui_json *all = hui_json_make(arena, HUI_JSON_OBJECT, title);
    put_keys(arena, all, config, own_keys);
    put_keys(arena, all, config, subtitle_keys);
    if (title->kind != HUI_JSON_OBJECT)
        hui_json_put(arena, all, "text", title);
    for (const hui_json *member = title->kind == HUI_JSON_OBJECT ? title->first : NULL; member; member = member->next)
        hui_json_put(arena, all, member->key, member);
    const hui_json *anchor = hui_json_find(all, "anchor");
    const bool centred = !anchor || hui_json_is_string(anchor, "middle");
    if (is_plot(view) && centred && !hui_json_find(all, "frame"))
        hui_json_put(arena, all, "frame", hui_json_make_string(arena, "group", title));
    if (!is_plot(view) && !hui_json_truthy(anchor))
        hui_json_put(arena, all, "anchor", hui_json_make_string(arena, "start", title));
    return all;
}

/* Styles
 * ------ */

/* Styles of its own take the place of the usual one. */
static const hui_json *title_style(const title_drawing *d)
{
    const hui_json *style = hui_json_find(d->given, "style");
    hui_charting *chart = d->frame->chart;
    if (hui_json_is(style, HUI_JSON_STRING))
        return hui_guide_style(chart, style->string);
    hui_json *all = hui_json_make(d->arena, HUI_JSON_OBJECT, d->given);
    if (hui_json_is(style, HUI_JSON_ARRAY)) {
        for (const hui_json *name = style->first; name; name = name->next) {
            const hui_json *one = hui_json_is(name, HUI_JSON_STRING) ? hui_guide_style(chart, name->string) : NULL;
            for (const hui_json *member = one ? one->first : NULL; member; member = member->next)
                hui_json_put(d->arena, all, member->key, member);
        }
        return all;
    }
    const hui_json *usual = hui_guide_style(chart, "group-title");
    const hui_json *config = object_or_null(hui_spec_find(chart->config, "title"));
    for (const hui_json *member = usual ? usual->first : NULL; member; member = member->next)
        hui_json_put(d->arena, all, member->key, member);
    for (const hui_json *member = config ? config->first : NULL; member; member = member->next)
        if (member->kind != HUI_JSON_NULL)
            hui_json_put(d->arena, all, strcmp(member->key, "color") == 0 ? "fill" : member->key, member);
    return all;
}

static const hui_json *subtitle_style(const title_drawing *d)
{
    hui_charting *chart = d->frame->chart;
    const hui_json *usual = hui_guide_style(chart, "group-subtitle");
    hui_json *all = usual ? hui_json_copy(d->arena, usual) : hui_json_make(d->arena, HUI_JSON_OBJECT, d->given);
    put_keys(d->arena, all, object_or_null(hui_spec_find(chart->config, "title")), shared_keys);
    return all;
}

/* Texts
 * ----- */

static hui_anchor anchored(const char *anchor)
{
    return !strcmp(anchor, "start") ? HUI_ANCHOR_START : !strcmp(anchor, "end") ? HUI_ANCHOR_END : HUI_ANCHOR_MIDDLE;
}

static double shift_of(const title_drawing *d, const hui_json *style, const char *key)
{
    const hui_json *own = hui_guide_find(&d->props, key);
    const hui_json *found = own ? own : hui_guide_value(d->frame, hui_spec_find(style, key));
    return hui_json_number(found, 0);
}

/* At (x, y), moved by dx and dy along the text's own directions. */
static hui_mark_item *draw_text(title_drawing *d, const char *prefix, const char *role, const hui_json *style,
                                const char *text, hui_point at)
{
    hui_mark_item *item = hui_guide_mark(d->arena, &d->guide->title.marks, HUI_MARK_TEXT, role, 1)->items;
    const double dx = shift_of(d, style, "dx"), dy = shift_of(d, style, "dy"), turn = d->angle * HUI_PI / 180;
    hui_guide_text(&d->props, prefix, style, item);
    item->text.style.limit = hui_guide_number(&d->props, "limit", 0);
    item->text.text = text;
    item->text.angle = d->angle;
    item->text.align = hui_anchor_read(hui_guide_word(&d->props, "align", NULL), anchored(d->anchor));
    item->text.baseline = hui_baseline_read(hui_guide_word(&d->props, "baseline", NULL), HUI_BASELINE_TOP);
    item->x = at.x + dx * cos(turn) - dy * sin(turn);
    item->y = at.y + dx * sin(turn) + dy * cos(turn);
    return item;
}

/* A subtitle stands below the title, or on its inner side where they are turned. */
static hui_point subtitle_place(const title_drawing *d, hui_rect title)
{
    const double padding = hui_guide_number(&d->props, "subtitlePadding", 0);
    if (!strcmp(d->orient, "left"))
        return (hui_point){title.w + padding, 0};
    if (!strcmp(d->orient, "right"))
        return (hui_point){-title.w - padding, 0};
    const bool flat = !strcmp(d->orient, "top") || !strcmp(d->orient, "bottom");
    return (hui_point){0, flat ? title.h + padding : 0};
}

static void draw_texts(title_drawing *d)
{
    hui_labels *labels = d->frame->chart->labels;
    hui_title_picture *title = &d->guide->title;
    const char *subtitle = hui_json_text(d->arena, hui_guide_find(&d->props, "subtitle"));
    title->text = hui_json_text(d->arena, hui_guide_find(&d->props, "text"));
    if (!title->text)
        title->text = "";
    const hui_mark_item *first = draw_text(d, "", "title-text", title_style(d), title->text, (hui_point){0, 0});
    hui_rect bounds = hui_item_bounds(labels, HUI_MARK_TEXT, first);
    if (subtitle && *subtitle) {
        title->subtitle = subtitle;
        const hui_mark_item *second =
            draw_text(d, "subtitle", "title-subtitle", subtitle_style(d), subtitle, subtitle_place(d, bounds));
        bounds = hui_rect_join(bounds, hui_item_bounds(labels, HUI_MARK_TEXT, second));
    }
    d->guide->bounds = bounds;
    d->guide->has_bounds = true;
}

/* With everything the layout reads. */
static const hui_json *guide_spec(const title_drawing *d)
{
    hui_json *spec = hui_json_copy(d->arena, d->given);
    hui_json_put(d->arena, spec, "orient", hui_json_make_string(d->arena, d->orient, d->given));
    hui_json_put(d->arena, spec, "anchor", hui_json_make_string(d->arena, d->anchor, d->given));
    hui_json_put(d->arena, spec, "offset",
                 hui_json_make_number(d->arena, hui_guide_number(&d->props, "offset", 0), d->given));
    hui_json_put(d->arena, spec, "frame",
                 hui_json_make_string(d->arena, hui_guide_word(&d->props, "frame", "bounds"), d->given));
    return spec;
}

void hui_frame_add_title(hui_frame *frame, const hui_view *view)
{
    const hui_json *json = find_title(view);
    if (!json)
        return;
    title_drawing d = {.frame = frame, .arena = frame->chart->arena, .given = complete(view, json)};
    d.props = (hui_guide_props){frame, {d.given, hui_spec_find(frame->chart->config, "vega.title")}};
    d.orient = hui_guide_word(&d.props, "orient", "top");
    d.anchor = hui_guide_word(&d.props, "anchor", "middle");
    d.angle = hui_guide_number(&d.props, "angle",
                               !strcmp(d.orient, "left")    ? -90
                               : !strcmp(d.orient, "right") ? 90
                                                            : 0);
    d.guide = hui_vec_push(d.arena, &frame->titles);
    d.guide->kind = HUI_GUIDE_TITLE;
    d.guide->offset = NAN;
    draw_texts(&d);
    d.guide->spec = guide_spec(&d);
}
