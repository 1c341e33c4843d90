/* Dump: the scene as canonical text, one item a line, for tests and for reviewing what a spec became. */
#include "backend/dump.h"

#include <math.h>
#include <string.h>

static void add_numbers(hui_buffer *out, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hui_buffer_add_char(out, ' ');
        hui_buffer_add_number(out, values[i], 2);
    }
}

static void add_field(hui_buffer *out, const char *name, double value)
{
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_string(out, name);
    add_numbers(out, &value, 1);
}

static void add_rect(hui_buffer *out, hui_rect rect)
{
    add_numbers(out, (const double[]){rect.x, rect.y, rect.w, rect.h}, 4);
}

/* " “"text"”, with quotes, backslashes and control characters escaped as in JSON. */
static void add_quoted(hui_buffer *out, const char *text, size_t size)
{
    hui_buffer_add_string(out, " \"");
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (c == '\n')
            hui_buffer_add_string(out, "\\n");
        else if (c < 0x20 || c == 0x7F)
            hui_buffer_printf(out, "\\u%04x", c);
        else {
            if (c == '"' || c == '\\')
                hui_buffer_add_char(out, '\\');
            hui_buffer_add_char(out, (char)c);
        }
    }
    hui_buffer_add_char(out, '"');
}

static void add_string(hui_buffer *out, const char *name, const char *text)
{
    if (!text)
        return;
    if (out->size && out->bytes[out->size - 1] != '\n')
        hui_buffer_add_char(out, ' ');
    hui_buffer_add_string(out, name);
    add_quoted(out, text, strlen(text));
}

static void add_color(hui_buffer *out, hui_color color)
{
    hui_buffer_printf(out, " #%02x%02x%02x", color.r, color.g, color.b);
    if (color.a != 255)
        hui_buffer_printf(out, "%02x", color.a);
}

static void add_paint(hui_buffer *out, const hui_paint *paint)
{
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        return;
    case HUI_PAINT_SOLID:
        add_color(out, paint->color);
        return;
    case HUI_PAINT_LINEAR:
        hui_buffer_add_string(out, " linear");
        add_numbers(out, (const double[]){paint->x0, paint->y0, paint->x1, paint->y1}, 4);
        break;
    case HUI_PAINT_RADIAL:
        hui_buffer_add_string(out, " radial");
        add_numbers(out, (const double[]){paint->x0, paint->y0, paint->x1}, 3);
        if (paint->focus.x != 0 || paint->focus.y != 0 || paint->inner != 0) {
            hui_buffer_add_string(out, " from");
            add_numbers(out, (const double[]){paint->focus.x, paint->focus.y, paint->inner}, 3);
        }
        break;
    }
    for (size_t i = 0; i < paint->stop_count; i++) {
        add_color(out, paint->stops[i].color);
        hui_buffer_add_char(out, '@');
        hui_buffer_add_number(out, paint->stops[i].offset, 2);
    }
}

/* All but its paint. */
static void add_pen(hui_buffer *out, const hui_stroke *stroke)
{
    static const char *const caps[] = {
        [HUI_CAP_BUTT] = "", [HUI_CAP_ROUND] = " cap round", [HUI_CAP_SQUARE] = " cap square"};
    static const char *const joins[] = {
        [HUI_JOIN_MITER] = "", [HUI_JOIN_ROUND] = " join round", [HUI_JOIN_BEVEL] = " join bevel"};
    if (stroke->dash_count) {
        hui_buffer_add_string(out, " dash");
        add_numbers(out, stroke->dashes, stroke->dash_count);
        add_numbers(out, &stroke->dash_offset, 1);
    }
    hui_buffer_add_string(out, caps[stroke->cap]);
    hui_buffer_add_string(out, joins[stroke->join]);
    if (stroke->join == HUI_JOIN_MITER && stroke->miter_limit > 0 && stroke->miter_limit != 4)
        add_field(out, "miter", stroke->miter_limit);
}

static void add_look(hui_buffer *out, const hui_paint *fill, const hui_stroke *stroke)
{
    if (fill->kind != HUI_PAINT_NONE) {
        hui_buffer_add_string(out, " fill");
        add_paint(out, fill);
    }
    if (stroke->paint.kind == HUI_PAINT_NONE || !(stroke->width > 0))
        return;
    add_field(out, "stroke", stroke->width);
    add_paint(out, &stroke->paint);
    add_pen(out, stroke);
}

/* FNV-1a (Fowler, Noll, Vo) over the outline as it stands from its box, in hundredths of a px. */
static uint32_t shape_hash(const hui_path *path, hui_rect box)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < path->verb_count; i++)
        hash = (hash ^ path->verbs[i]) * 16777619u;
    for (size_t i = 0; i < path->point_count; i++) {
        const long x = lround((path->points[i].x - box.x) * 100), y = lround((path->points[i].y - box.y) * 100);
        hash = (hash ^ (uint32_t)x) * 16777619u;
        hash = (hash ^ (uint32_t)y) * 16777619u;
    }
    return hash;
}

/* Outlines that nobody reads point by point, such as icons: their size, box and hash. */
static void add_long_path(hui_buffer *out, const hui_path *path)
{
    const hui_rect box = hui_path_bounds(path);
    hui_buffer_printf(out, " of %zu verbs in", path->verb_count);
    add_rect(out, box);
    hui_buffer_printf(out, " hash %08x", (unsigned)shape_hash(path, box));
}

enum { LONGEST_PATH = 24 };

static void add_path(hui_buffer *out, const hui_path *path)
{
    if (path->verb_count > LONGEST_PATH) {
        add_long_path(out, path);
        return;
    }
    static const char letters[] = {
        [HUI_PATH_MOVE] = 'M', [HUI_PATH_LINE] = 'L', [HUI_PATH_CURVE] = 'C', [HUI_PATH_CLOSE] = 'Z'};
    static const int counts[] = {[HUI_PATH_MOVE] = 1, [HUI_PATH_LINE] = 1, [HUI_PATH_CURVE] = 3, [HUI_PATH_CLOSE] = 0};
    const hui_point *point = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        hui_buffer_add_char(out, ' ');
        hui_buffer_add_char(out, letters[path->verbs[i]]);
        for (int k = 0; k < counts[path->verbs[i]]; k++, point++) {
            if (k > 0)
                hui_buffer_add_char(out, ' ');
            hui_buffer_add_number(out, point->x, 2);
            hui_buffer_add_char(out, ' ');
            hui_buffer_add_number(out, point->y, 2);
        }
    }
}

static const char *role_word(hui_role role)
{
    switch (role) {
    case HUI_ROLE_NONE:
        return "group";
    case HUI_ROLE_SECTION:
        return "section";
    case HUI_ROLE_HEADING:
        return "heading";
    case HUI_ROLE_PARAGRAPH:
        return "paragraph";
    case HUI_ROLE_LIST:
        return "list";
    case HUI_ROLE_LIST_ITEM:
        return "list-item";
    case HUI_ROLE_FIGURE:
        return "figure";
    case HUI_ROLE_LINK:
        return "link";
    case HUI_ROLE_ARTIFACT:
        return "artifact";
    }
    return "";
}

static void add_group(hui_buffer *out, const hui_group *group)
{
    hui_buffer_add_string(out, role_word(group->role));
    if (group->role == HUI_ROLE_HEADING)
        hui_buffer_printf(out, " %d", group->level);
    if (group->kind)
        hui_buffer_printf(out, " .%s", group->kind);
    add_string(out, "id", group->id);
    add_string(out, "label", group->label);
    const hui_matrix *m = &group->transform;
    if (!hui_matrix_is_identity(*m)) {
        hui_buffer_add_string(out, " transform");
        add_numbers(out, (const double[]){m->xx, m->yx, m->xy, m->yy, m->x0, m->y0}, 6);
    }
    if (group->opacity < 1)
        add_field(out, "opacity", group->opacity);
    if (group->clip) {
        hui_buffer_add_string(out, " clip");
        add_path(out, group->clip);
    }
}

static void add_radii(hui_buffer *out, const double radii[4])
{
    if (radii[0] == 0 && radii[1] == 0 && radii[2] == 0 && radii[3] == 0)
        return;
    const bool same = radii[0] == radii[1] && radii[1] == radii[2] && radii[2] == radii[3];
    hui_buffer_add_string(out, " radius");
    add_numbers(out, radii, same ? 1 : 4);
}

static void add_run(hui_buffer *out, const hui_run *run, const hui_run *before)
{
    if (before)
        add_field(out, "at", run->x);
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_number(out, run->size, 2);
    hui_buffer_printf(out, "/%d", hui_font_weight(run->font));
    add_color(out, run->color);
    if (run->link)
        add_string(out, "link", run->link);
    add_quoted(out, run->text, run->text_size);
}

static void indent(hui_buffer *out, int depth)
{
    for (int i = 0; i < depth; i++)
        hui_buffer_add_string(out, "  ");
}

/* A line of text: where it starts and its baseline on the item's coordinates, its width, its runs. */
static void add_lines(hui_buffer *out, const hui_item *item, int depth)
{
    const hui_lines *lines = item->text.lines;
    hui_buffer_add_string(out, "text");
    add_rect(out, (hui_rect){item->text.x, item->text.y, lines->width, lines->height});
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        hui_buffer_add_char(out, '\n');
        indent(out, depth + 1);
        hui_buffer_add_string(out, "line");
        add_numbers(out, (const double[]){item->text.x + line->x, item->text.y + line->baseline, line->width}, 3);
        for (size_t k = 0; k < line->run_count; k++)
            add_run(out, &line->runs[k], k > 0 ? &line->runs[k - 1] : NULL);
        if (line->ends_paragraph)
            hui_buffer_add_string(out, " ¶");
    }
}

static void add_image(hui_buffer *out, hui_rect rect, const hui_image *image)
{
    static const char *const formats[] = {[HUI_IMAGE_PNG] = "png", [HUI_IMAGE_JPEG] = "jpeg", [HUI_IMAGE_SVG] = "svg"};
    hui_buffer_add_string(out, "image");
    add_rect(out, rect);
    hui_buffer_printf(out, " %s", formats[image->format]);
    add_numbers(out, (const double[]){image->width, image->height}, 2);
    if (image->file)
        add_quoted(out, image->file, strlen(image->file));
}

/* A marker: its place, its outline, its colours. */
static void add_marker(hui_buffer *out, const hui_marker *marker, const hui_marker_shape *shape)
{
    hui_buffer_add_string(out, "marker");
    add_numbers(out, (const double[]){marker->x, marker->y}, 2);
    if (marker->fill.a != 0) {
        hui_buffer_add_string(out, " fill");
        add_color(out, marker->fill);
    }
    if (marker->stroke.a != 0 && shape->stroke.width > 0) {
        add_field(out, "stroke", shape->stroke.width);
        add_color(out, marker->stroke);
        add_pen(out, &shape->stroke);
    }
    if (shape->radius > 0)
        add_field(out, "radius", shape->radius);
    else
        add_path(out, &shape->outline);
    add_string(out, "tooltip", marker->tooltip);
}

static void add_markers(hui_buffer *out, const hui_item *item, int depth)
{
    hui_buffer_printf(out, "markers %zu", item->markers.count);
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        hui_buffer_add_char(out, '\n');
        indent(out, depth + 1);
        add_marker(out, marker, &item->markers.shapes[marker->shape]);
    }
}

static void add_item(hui_buffer *out, const hui_item *item, int depth)
{
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        add_group(out, &item->group);
        break;
    case HUI_ITEM_END:
        hui_buffer_add_string(out, "end");
        break;
    case HUI_ITEM_RECT:
        hui_buffer_add_string(out, "rect");
        add_rect(out, item->shape.rect);
        add_radii(out, item->shape.radii);
        add_look(out, &item->shape.fill, &item->shape.stroke);
        break;
    case HUI_ITEM_PATH:
        hui_buffer_add_string(out, "path");
        add_look(out, &item->outline.fill, &item->outline.stroke);
        add_path(out, &item->outline.path);
        break;
    case HUI_ITEM_TEXT:
        add_lines(out, item, depth);
        break;
    case HUI_ITEM_IMAGE:
        add_image(out, item->picture.rect, item->picture.image);
        break;
    case HUI_ITEM_MARKERS:
        add_markers(out, item, depth);
        break;
    }
    add_string(out, "tooltip", item->tooltip);
    hui_buffer_add_char(out, '\n');
}

bool hui_dump_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags)
{
    (void)diags;
    hui_buffer out = {0};
    if (!hui_monitor_begin(options->monitor, HUI_STAGE_ITEMS, scene->count))
        return false;
    hui_buffer_add_string(&out, "scene");
    add_numbers(&out, (const double[]){scene->width, scene->height}, 2);
    hui_buffer_add_char(&out, '\n');
    const char *const names[] = {"lang", "title", "description", "author"};
    const char *const values[] = {scene->lang, scene->title, scene->description, scene->author};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (values[i]) {
            add_string(&out, names[i], values[i]);
            hui_buffer_add_char(&out, '\n');
        }
    int depth = 0;
    for (size_t i = 0; i < scene->count && hui_monitor_advance(options->monitor, i > 0); i++) {
        depth -= scene->items[i].kind == HUI_ITEM_END;
        indent(&out, depth);
        add_item(&out, &scene->items[i], depth);
        depth += scene->items[i].kind == HUI_ITEM_GROUP;
    }
    const bool written = hui_monitor_end(options->monitor) && sink->write(sink->closure, out.bytes, out.size);
    hui_buffer_finish(&out);
    return written;
}
