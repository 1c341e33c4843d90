/* SVG: the scene as one self-contained document that looks alike everywhere and can be inlined beside others. */
#include "backend/svg.h"

#include "backend/link.h"
#include "backend/svg_writer.h"
#include "base/hash.h"

#include <math.h>
#include <string.h>

static void add_rect(hui_svg *svg, hui_rect rect)
{
    static const char *const names[] = {"x", "y", "width", "height"};
    const double values[] = {rect.x, rect.y, rect.w, rect.h};
    for (int i = 0; i < 4; i++)
        if (i >= 2 || values[i] != 0)
            hui_svg_add_attribute(&svg->body, names[i], values[i], 2);
}

static void add_look(hui_svg *svg, const char *element, const hui_paint *fill, const hui_stroke *stroke,
                     const char *tooltip)
{
    hui_svg_add_paint(svg, "fill", fill);
    hui_svg_add_stroke(svg, stroke);
    hui_svg_add_classes(svg, &svg->body);
    hui_svg_add_end(&svg->body, element, tooltip);
}

static bool is_filled(const hui_stroke *stroke)
{
    return stroke->paint.kind == HUI_PAINT_NONE || !(stroke->width > 0);
}

/* Outlines that are drawn several times, such as icons, are kept by their data from the origin. A gradient would move
 * with its user. */
static hui_svg_entry *find_outline(hui_svg *svg, const hui_path *path, const hui_paint *fill, const hui_stroke *stroke)
{
    if (fill->stop_count || stroke->paint.stop_count)
        return NULL;
    svg->key.size = 0;
    hui_svg_add_kept_path(
        svg, &svg->key, path,
        &(hui_svg_grid){.decimals = svg->decimals, .filled = is_filled(stroke), .start = &(hui_point){0, 0}});
    return hui_svg_find(svg, svg->key.bytes, svg->key.size);
}

static void add_path(hui_svg *svg, const hui_path *path, const hui_paint *fill, const hui_stroke *stroke,
                     const char *tooltip)
{
    enum { SHORT = 48 }; /* bytes that a reference takes */
    hui_buffer *out = &svg->body;
    hui_svg_entry *entry = find_outline(svg, path, fill, stroke);
    const hui_point start = path->points[0];
    const bool in_place = !entry || entry->uses < 2 || entry->size < SHORT;
    if (in_place) {
        hui_buffer_add_string(out, "<path d=\"");
        hui_svg_add_kept_path(svg, out, path, &(hui_svg_grid){.decimals = svg->decimals, .filled = is_filled(stroke)});
        hui_buffer_add_char(out, '"');
    } else {
        if (hui_svg_define(svg, entry)) {
            hui_buffer_add_string(&svg->defs, "<path id=\"");
            hui_svg_add_name(&svg->defs, entry->name);
            hui_buffer_add_string(&svg->defs, "\" d=\"");
            hui_buffer_add(&svg->defs, entry->key, entry->size);
            hui_buffer_add_string(&svg->defs, "\"/>\n");
        }
        hui_svg_add_use(out, entry->name, start.x, start.y, svg->decimals);
    }
    add_look(svg, in_place ? "path" : "use", fill, stroke, tooltip);
}

/* SVG's <rect> has one radius for all corners and vanishes without a width or height, even if it has a stroke. */
static void add_shape(hui_svg *svg, const hui_item *item)
{
    const hui_rect rect = item->shape.rect;
    const double *const radii = item->shape.radii;
    const hui_paint *const fill = &item->shape.fill;
    const hui_stroke *const stroke = &item->shape.stroke;
    const bool even = radii[0] == radii[1] && radii[1] == radii[2] && radii[2] == radii[3];
    if (!even || hui_rect_empty(rect)) {
        hui_path path = hui_path_new(svg->arena);
        hui_path_round_rect(&path, rect, radii);
        add_path(svg, &path, fill, stroke, item->tooltip);
        return;
    }
    hui_buffer_add_string(&svg->body, "<rect");
    add_rect(svg, rect);
    if (radii[0] > 0)
        hui_svg_add_attribute(&svg->body, "rx", radii[0], 2);
    add_look(svg, "rect", fill, stroke, item->tooltip);
}

/* An icon of one colour may take the text's, or another where dark colours are preferred. */
static hui_image_ink find_image_ink(hui_svg *svg, const hui_image *image, hui_buffer *class_name)
{
    hui_image_ink ink = {0};
    if (image->tint.a == 0)
        return ink;
    if (svg->options->svg_current_color && hui_image_is_plain(svg->arena, image, &ink.replaced)) {
        ink.from_around = true;
        return ink;
    }
    ink.replaced = NULL;
    if (svg->dark) {
        hui_svg_wear(svg, "color", image->tint, svg->dark->picture.image->tint);
        hui_svg_add_class_names(svg, class_name);
        ink.class_name = class_name->bytes;
    }
    return ink;
}

static void add_svg_image(hui_svg *svg, hui_rect rect, const hui_image *image)
{
    hui_buffer prefix = {0}, class_name = {0};
    hui_svg_add_name(&prefix, svg->name_count++);
    hui_buffer_add_char(&prefix, '-');
    const hui_image_ink ink = find_image_ink(svg, image, &class_name);
    hui_image_write_icon(image, rect, prefix.bytes, &ink, &svg->body);
    hui_buffer_finish(&prefix);
    hui_buffer_finish(&class_name);
}

static void add_image(hui_svg *svg, hui_rect rect, const hui_image *image)
{
    if (image->format == HUI_IMAGE_SVG) {
        add_svg_image(svg, rect, image);
        return;
    }
    hui_buffer_add_string(&svg->body, "<image");
    add_rect(svg, rect);
    hui_buffer_printf(&svg->body, " preserveAspectRatio=\"none\" xlink:href=\"data:image/%s;base64,",
                      image->format == HUI_IMAGE_PNG ? "png" : "jpeg");
    hui_svg_add_base64(&svg->body, image->bytes, image->size);
    hui_buffer_add_string(&svg->body, "\"/>\n");
}

static void add_quoted(hui_svg *svg, const char *name, const char *value)
{
    hui_buffer_printf(&svg->body, " %s=\"", name);
    hui_xml_add_escaped(&svg->body, value, strlen(value));
    hui_buffer_add_char(&svg->body, '"');
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* As an id, a class or a prefix can hold it everywhere: part of XML's NCName, `_` in the place of all else. */
static void add_word(hui_buffer *out, const char *word, bool ascii)
{
    for (; *word; word++) {
        const bool fits = is_letter_or_digit(*word) || *word == '-' || ((unsigned char)*word >= 0x80 && !ascii);
        hui_buffer_add_char(out, fits ? *word : '_');
    }
}

/* The panel's id behind the prefix; ids that differ only in characters we cannot write are written once. */
static void add_id(hui_svg *svg, const char *id)
{
    hui_buffer *key = &svg->key;
    key->size = 0;
    hui_buffer_add_string(key, " id=\"" HUI_SVG_PREFIX "-");
    add_word(key, id, false);
    hui_buffer_add_char(key, '"');
    if (hui_svg_define(svg, hui_svg_find(svg, key->bytes, key->size)))
        hui_buffer_add(&svg->body, key->bytes, key->size);
}

/* Whether there is anything in the group that would be read aloud, were it not hidden. */
static bool says_something(const hui_item *group)
{
    int depth = 0;
    for (const hui_item *item = group; item->kind != HUI_ITEM_END || --depth > 0; item++) {
        depth += item->kind == HUI_ITEM_GROUP;
        if (item->kind == HUI_ITEM_TEXT || item->kind == HUI_ITEM_IMAGE || item->kind == HUI_ITEM_MARKERS ||
            item->tooltip || (item->kind == HUI_ITEM_GROUP && (item->group.label || item->group.id)))
            return true;
    }
    return false;
}

static void add_role(hui_svg *svg, const hui_item *item)
{
    const hui_group *const group = &item->group;
    static const char *const words[] = {
        [HUI_ROLE_SECTION] = "group", [HUI_ROLE_HEADING] = "heading",    [HUI_ROLE_PARAGRAPH] = "paragraph",
        [HUI_ROLE_LIST] = "list",     [HUI_ROLE_LIST_ITEM] = "listitem", [HUI_ROLE_FIGURE] = "img",
        [HUI_ROLE_ARTIFACT] = NULL,
    };
    hui_buffer *out = &svg->body;
    if (group->role == HUI_ROLE_NONE)
        return;
    if (group->role == HUI_ROLE_ARTIFACT) {
        if (says_something(item))
            hui_buffer_add_string(out, " aria-hidden=\"true\"");
        return;
    }
    if (group->role == HUI_ROLE_LINK) {
        if (group->label && hui_link_is_safe(group->label))
            hui_svg_add_target(out, group->label);
        return;
    }
    add_quoted(svg, "role", words[group->role]);
    if (group->role == HUI_ROLE_HEADING)
        hui_svg_add_attribute(out, "aria-level", group->level, 0);
    if (group->label)
        add_quoted(svg, "aria-label", group->label);
}

static void add_transform(hui_buffer *out, hui_matrix m)
{
    const double scales[] = {m.xx, m.yx, m.xy, m.yy};
    const bool moves = m.xx == 1 && m.yx == 0 && m.xy == 0 && m.yy == 1;
    hui_buffer_add_string(out, moves ? " transform=\"translate(" : " transform=\"matrix(");
    for (int i = 0; i < 4 && !moves; i++) {
        hui_svg_add_number(out, scales[i], 6);
        hui_buffer_add_char(out, ' ');
    }
    hui_svg_add_number(out, m.x0, 2);
    hui_buffer_add_char(out, ' ');
    hui_svg_add_number(out, m.y0, 2);
    hui_buffer_add_string(out, ")\"");
}

static void add_clip(hui_svg *svg, const hui_path *clip)
{
    hui_buffer *key = &svg->key;
    key->size = 0;
    hui_buffer_add_string(key, "\"><path d=\"");
    hui_svg_add_path_data(key, clip, &(hui_svg_grid){.decimals = svg->decimals, .filled = true});
    hui_buffer_add_string(key, "\"/></clipPath>\n");
    hui_svg_entry *entry = hui_svg_find(svg, key->bytes, key->size);
    if (hui_svg_define(svg, entry)) {
        hui_buffer_add_string(&svg->defs, "<clipPath id=\"");
        hui_svg_add_name(&svg->defs, entry->name);
        hui_buffer_add(&svg->defs, key->bytes, key->size);
    }
    hui_buffer_add_string(&svg->body, " clip-path=\"url(#");
    hui_svg_add_name(&svg->body, entry->name);
    hui_buffer_add_string(&svg->body, ")\"");
}

/* Where the group's panel stands in the spec. */
static void add_place(hui_svg *svg, const hui_place *place)
{
    if (!svg->options->svg_places || !place || !place->source || !place->source->bytes)
        return;
    add_quoted(svg, "data-file", place->source->name);
    hui_svg_add_attribute(&svg->body, "data-line", hui_place_line(*place), 0);
    add_quoted(svg, "data-pointer", place->pointer ? place->pointer : "");
}

/* A group that says nothing is not written; its end tag is then empty. */
static void open_group(hui_svg *svg, const hui_item *item)
{
    const hui_group *const group = &item->group;
    const bool is_link = group->role == HUI_ROLE_LINK;
    hui_buffer *out = &svg->body;
    const size_t start = out->size;
    hui_buffer_add_string(out, is_link ? "<a" : "<g");
    const size_t empty = out->size;
    if (group->id)
        add_id(svg, group->id);
    if (group->kind) {
        hui_buffer_add_string(out, " class=\"hui-");
        add_word(out, group->kind, false);
        hui_buffer_add_char(out, '"');
    }
    add_role(svg, item);
    add_place(svg, group->place);
    if (!hui_matrix_is_identity(group->transform))
        add_transform(out, group->transform);
    if (group->clip)
        add_clip(svg, group->clip);
    if (group->opacity < 1)
        hui_svg_add_attribute(out, "opacity", group->opacity, 3);
    const bool written = out->size > empty;
    if (written)
        hui_buffer_add_char(out, '>');
    else
        out->size = start;
    if (svg->depth == svg->depth_capacity)
        svg->closing = hui_vec_grow(svg->arena, svg->closing, sizeof *svg->closing, svg->depth, &svg->depth_capacity);
    const bool is_said = group->role == HUI_ROLE_ARTIFACT || (group->label && group->role != HUI_ROLE_LINK);
    if (is_said && svg->said_depth == 0)
        svg->said_depth = svg->depth + 1;
    svg->closing[svg->depth++] = !written ? "" : is_link ? "</a>" : "</g>";
}

/* False if there is another colour already, or what is not one. */
static bool adds_color(const hui_paint *paint, const hui_paint **only)
{
    if (paint->kind == HUI_PAINT_NONE)
        return true;
    if (!*only)
        *only = paint;
    return paint->kind == HUI_PAINT_SOLID && paint->color.r == (*only)->color.r && paint->color.g == (*only)->color.g &&
           paint->color.b == (*only)->color.b;
}

/* Whether the group is an icon drawn in one colour, of whatever opacity. */
static bool is_plain_icon(const hui_item *group)
{
    const hui_paint *only = NULL;
    if (!group->group.kind || strcmp(group->group.kind, "icon") != 0)
        return false;
    for (const hui_item *item = group + 1; item->kind != HUI_ITEM_END; item++) {
        const bool is_rect = item->kind == HUI_ITEM_RECT;
        if ((!is_rect && item->kind != HUI_ITEM_PATH) ||
            !adds_color(is_rect ? &item->shape.fill : &item->outline.fill, &only) ||
            !adds_color(is_rect ? &item->shape.stroke.paint : &item->outline.stroke.paint, &only))
            return false;
    }
    return true;
}

/* Several elements: the tooltip takes a group. */
static void open_tooltip(hui_svg *svg, const hui_item *item)
{
    if (!item->tooltip)
        return;
    hui_buffer_add_string(&svg->body, "<g><title>");
    hui_xml_add_escaped(&svg->body, item->tooltip, strlen(item->tooltip));
    hui_buffer_add_string(&svg->body, "</title>\n");
}

static void close_tooltip(hui_svg *svg, const hui_item *item)
{
    if (item->tooltip)
        hui_buffer_add_string(&svg->body, "</g>\n");
}

static void add_item(hui_svg *svg, const hui_item *item)
{
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        open_group(svg, item);
        if (svg->options->svg_current_color && is_plain_icon(item))
            svg->icon_depth = svg->depth;
        break;
    case HUI_ITEM_END:
        if (svg->icon_depth == svg->depth)
            svg->icon_depth = 0;
        if (svg->said_depth == svg->depth)
            svg->said_depth = 0;
        hui_buffer_add_string(&svg->body, svg->closing[--svg->depth]);
        break;
    case HUI_ITEM_RECT:
        add_shape(svg, item);
        break;
    case HUI_ITEM_PATH:
        add_path(svg, &item->outline.path, &item->outline.fill, &item->outline.stroke, item->tooltip);
        break;
    case HUI_ITEM_TEXT:
        open_tooltip(svg, item);
        hui_svg_add_text(svg, item->text.x, item->text.y, item->text.lines);
        close_tooltip(svg, item);
        break;
    case HUI_ITEM_IMAGE:
        open_tooltip(svg, item);
        add_image(svg, item->picture.rect, item->picture.image);
        close_tooltip(svg, item);
        break;
    case HUI_ITEM_MARKERS:
        hui_svg_add_markers(svg, item);
        break;
    }
}

static void count_uses(hui_svg *svg, const hui_item *item)
{
    if (item->kind == HUI_ITEM_TEXT)
        hui_svg_count_glyphs(svg, item->text.lines);
    if (item->kind != HUI_ITEM_PATH)
        return;
    hui_svg_entry *entry = find_outline(svg, &item->outline.path, &item->outline.fill, &item->outline.stroke);
    if (entry)
        entry->uses++;
}

/* A tenth of a px does not show where there are many of them; small drawings are looked at enlarged. */
static int find_decimals(const hui_scene *scene)
{
    static const double large = 600, enlarged = 1.01;
    if (fmax(scene->width, scene->height) < large)
        return 2;
    for (size_t i = 0; i < scene->count; i++) {
        const hui_matrix m = scene->items[i].kind == HUI_ITEM_GROUP ? scene->items[i].group.transform : (hui_matrix){0};
        if (fabs(m.xx * m.yy - m.xy * m.yx) > enlarged)
            return 2;
    }
    return 1;
}

/* A scene with texts or roles is a document to a reader who does not see it; one without is a picture. */
static bool is_document(const hui_scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_TEXT)
            return true;
        if (item->kind == HUI_ITEM_GROUP && item->group.role != HUI_ROLE_NONE && item->group.role != HUI_ROLE_ARTIFACT)
            return true;
    }
    return false;
}

static void add_described(hui_buffer *out, const char *element, const char *text)
{
    if (!text)
        return;
    hui_buffer_printf(out, "<%s id=\"" HUI_SVG_PREFIX "_%s\">", element, element);
    hui_xml_add_escaped(out, text, strlen(text));
    hui_buffer_printf(out, "</%s>\n", element);
}

static void add_root(hui_buffer *out, const hui_scene *scene, const hui_svg *svg)
{
    hui_buffer_add_string(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    hui_buffer_add_string(out, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    if (svg->options->svg_responsive) {
        hui_buffer_add_string(out, " width=\"100%\"");
    } else {
        hui_svg_add_attribute(out, "width", scene->width, 2);
        hui_svg_add_attribute(out, "height", scene->height, 2);
    }
    hui_buffer_add_string(out, " viewBox=\"0 0 ");
    hui_svg_add_number(out, scene->width, 2);
    hui_buffer_add_char(out, ' ');
    hui_svg_add_number(out, scene->height, 2);
    hui_buffer_printf(out, "\" role=\"%s\"", is_document(scene) ? "graphics-document document" : "img");
    if (scene->lang) {
        const char *const names[] = {"lang", "xml:lang"};
        for (int i = 0; i < 2; i++) {
            hui_buffer_printf(out, " %s=\"", names[i]);
            hui_xml_add_escaped(out, scene->lang, strlen(scene->lang));
            hui_buffer_add_char(out, '"');
        }
    }
    if (scene->title)
        hui_buffer_add_string(out, " aria-labelledby=\"" HUI_SVG_PREFIX "_title\"");
    if (scene->description)
        hui_buffer_add_string(out, " aria-describedby=\"" HUI_SVG_PREFIX "_desc\"");
    if (svg->has_hidden_text) {
        hui_svg_add_attribute(out, "font-size", hui_svg_root_font_size(), 0);
        hui_buffer_add_string(out, " class=\"" HUI_SVG_PREFIX "\"");
    }
    if (svg->root_font)
        hui_svg_add_family(out, svg->root_font);
    else
        hui_buffer_add_string(out, " font-family=\"sans-serif\"");
    hui_buffer_add_string(out, " text-rendering=\"geometricPrecision\">\n");
    add_described(out, "title", scene->title);
    add_described(out, "desc", scene->description);
}

/* Browsers draw the selection over the text, which they would not if the text were fully transparent: for them its
 * fill is, and calc() keeps the rule from the readers that know `opacity` but no transparent fill of text. */
static void add_style(hui_buffer *out, hui_svg *svg)
{
    if (!svg->has_hidden_text && svg->faces.count == 0 && svg->dresses.count == 0)
        return;
    hui_buffer_add_string(out, "<style>");
    if (svg->has_hidden_text)
        hui_buffer_add_string(out, "." HUI_SVG_PREFIX " text[opacity=\"0\"]{opacity:calc(1);fill-opacity:0}");
    hui_svg_add_faces(svg, out);
    if (svg->dresses.count > 0)
        hui_svg_add_dark_rules(svg, out);
    hui_buffer_add_string(out, "</style>\n");
}

static void add_defs(hui_buffer *out, const hui_svg *svg)
{
    if (!svg->defs.size)
        return;
    hui_buffer_add_string(out, "<defs>\n");
    hui_buffer_add(out, svg->defs.bytes, svg->defs.size);
    hui_buffer_add_string(out, "</defs>\n");
}

/* The user's prefix as a name that can begin an id and does not run into what follows; or five letters and digits
 * of the content's hash, the first of them a letter, as an id's first character must be: 770 million of them. */
static void add_prefix(hui_buffer *out, const char *wanted, uint32_t hash)
{
    if (!wanted || !*wanted) {
        static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        hui_buffer_add_char(out, signs[hash % 52]);
        hash /= 52;
        for (int i = 0; i < 4; i++, hash /= 62)
            hui_buffer_add_char(out, signs[hash % 62]);
        return;
    }
    if (!is_letter_or_digit(*wanted) || (*wanted >= '0' && *wanted <= '9'))
        hui_buffer_add_char(out, '_');
    add_word(out, wanted, true);
    if (is_letter_or_digit(out->bytes[out->size - 1]))
        hui_buffer_add_char(out, '-');
}

/* Writes the content with the prefix in the places kept for it, some of it at a time. */
static bool write_filled(const hui_sink *sink, const hui_buffer *prefix, const hui_buffer *content)
{
    enum { SOME = 256 * 1024 };
    const char *at = content->bytes, *const end = at + content->size;
    hui_buffer out = {0};
    bool written = true;
    while (written && at < end) {
        const size_t left = (size_t)(end - at);
        const char *const hole = memchr(at, HUI_SVG_PREFIX[0], left < SOME ? left : SOME);
        const size_t size = hole ? (size_t)(hole - at) : left < SOME ? left : SOME;
        hui_buffer_add(&out, at, size);
        if (hole)
            hui_buffer_add(&out, prefix->bytes, prefix->size);
        at += size + (hole != NULL);
        if (out.size < SOME && at < end)
            continue;
        written = sink->write(sink->closure, out.bytes, out.size);
        out.size = 0;
    }
    hui_buffer_finish(&out);
    return written;
}

/* The place of the panel that holds the item. */
static hui_place find_place(const hui_scene *scene, size_t index)
{
    for (size_t i = index + 1; i-- > 0;) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP && item->group.place && item->end >= index)
            return *item->group.place;
    }
    return (hui_place){0};
}

/* False after a diagnostic. */
static bool check_dark(const hui_scene *scene, const hui_scene *dark, hui_diags *diags)
{
    const size_t other = dark ? hui_svg_find_other(scene, dark) : SIZE_MAX;
    if (other == SIZE_MAX)
        return true;
    hui_diags_add(diags, HUI_CODE_BAD_DARK, find_place(scene, other), "choose colours of the same kind in both themes",
                  "in the dark theme something else is drawn here, not only in other colours");
    return false;
}

static bool write_document(hui_svg *svg, const hui_scene *scene, const hui_sink *sink)
{
    hui_buffer head = {0}, prefix = {0};
    add_root(&head, scene, svg);
    add_style(&head, svg);
    add_defs(&head, svg);
    hui_buffer_add_string(&svg->body, "</svg>\n");
    uint32_t hash = hui_hash_bytes(HUI_HASH_START, head.bytes, head.size);
    hash = hui_hash_bytes(hash, svg->body.bytes, svg->body.size);
    add_prefix(&prefix, svg->options->id_prefix, hash);
    const bool written = write_filled(sink, &prefix, &head) && write_filled(sink, &prefix, &svg->body);
    hui_buffer_finish(&head);
    hui_buffer_finish(&prefix);
    return written;
}

bool hui_svg_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    if (!check_dark(scene, options->svg_dark, diags) ||
        !hui_monitor_begin(options->monitor, HUI_STAGE_ITEMS, scene->count))
        return false;
    hui_svg svg = {.arena = hui_arena_new(), .options = options, .decimals = find_decimals(scene)};
    for (size_t i = 0; i < scene->count; i++)
        count_uses(&svg, &scene->items[i]);
    for (size_t i = 0; i < scene->count && hui_monitor_advance(options->monitor, i > 0); i++) {
        svg.item = &scene->items[i];
        svg.dark = options->svg_dark ? &options->svg_dark->items[i] : NULL;
        add_item(&svg, svg.item);
    }
    const bool written = !hui_monitor_is_cancelled(options->monitor) && write_document(&svg, scene, sink);
    hui_buffer *const buffers[] = {&svg.defs, &svg.body, &svg.key};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        hui_buffer_finish(buffers[i]);
    hui_arena_free(svg.arena);
    return written && hui_monitor_end(options->monitor);
}
