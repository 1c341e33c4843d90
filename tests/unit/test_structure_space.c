/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure lint */
/* Structures of every size: whatever the number of items, the length of labels, the language, the width and the options, a spec
 * is drawn without a warning, and nothing of it is lost, on top of another text, outside the page, or out of its order.
 * A sample of the space; with an argument all of it ("all"), all of a type ("tree"), or one point of it ("tree 17"). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/rng.h"
#include "lint/ground.h"
#include "structure_space.h"

#include <math.h>
#include <stdlib.h>

/* Points of each type that are looked at; of every so many the ground below texts, too, which takes longer than all else. */
#ifdef __SANITIZE_ADDRESS__ /* twenty times as slow */
enum { SAMPLE = 10 };
#else
enum { SAMPLE = 200 };
#endif
enum { GROUND_EVERY = 10 };

typedef struct setting {
    hui_fonts *fonts;
    hui_icons *icons;
    char folder[64];
    const char *only;  /* type; NULL: all of them */
    const char *point; /* index; NULL: all of them */
    bool is_sample;
} setting;

/* Lines may be broken anywhere, with the space there left out. */
static const char *squeezed(hui_arena *arena, const char *text)
{
    char *to = hui_arena_string(arena, text);
    const char *const copy = to;
    for (const char *from = text; *from; from++)
        if (*from != ' ' && *from != '\n')
            *to++ = *from;
    *to = 0;
    return copy;
}

static bool is_kind(const hui_item *item, const char *kind)
{
    return item->kind == HUI_ITEM_GROUP && item->group.kind && !strcmp(item->group.kind, kind);
}

/* All that is said, one text a line. */
static const char *all_texts(const hui_scene *scene)
{
    hui_buffer all = {0};
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (is_kind(item, "qr"))
            hui_buffer_printf(&all, "%s\n", item->group.label); /* what it says, it says in its own way */
        else if (item->kind == HUI_ITEM_TEXT)
            hui_buffer_printf(&all, "%s\n", squeezed(scene->arena, hui_lines_string(scene->arena, item->text.lines)));
    }
    hui_buffer_add_char(&all, 0);
    const char *copy = hui_arena_string(scene->arena, all.bytes);
    hui_buffer_finish(&all);
    return copy;
}

static const char *lost_text(const hui_scene *scene, const space_texts *texts)
{
    const char *all = all_texts(scene);
    for (size_t i = 0; i < texts->count; i++)
        if (!strstr(all, squeezed(scene->arena, texts->at[i])))
            return hui_arena_printf(scene->arena, "“%s” is not drawn", texts->at[i]);
    return NULL;
}

/* Where its line goes; of curves not the controls, which its bounds hold. */
static hui_rect path_box(const hui_path *path)
{
    enum { STEPS = 16 };
    hui_point low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY}, from = {0};
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        const bool is_curve = path->verbs[i] == HUI_PATH_CURVE;
        if (path->verbs[i] == HUI_PATH_CLOSE)
            continue;
        for (int k = is_curve ? 1 : STEPS; k <= STEPS; k++) {
            const double t = (double)k / STEPS, u = 1 - t;
            const double x = is_curve ? u * u * u * from.x + 3 * u * u * t * p[0].x + 3 * u * t * t * p[1].x +
                                            t * t * t * p[2].x
                                      : p[0].x,
                         y = is_curve ? u * u * u * from.y + 3 * u * u * t * p[0].y + 3 * u * t * t * p[1].y +
                                            t * t * t * p[2].y
                                      : p[0].y;
            low = (hui_point){fmin(low.x, x), fmin(low.y, y)};
            high = (hui_point){fmax(high.x, x), fmax(high.y, y)};
        }
        p += is_curve ? 3 : 1;
        from = p[-1];
    }
    return (hui_rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

/* A drawing off the page, or nowhere; of texts the bounds are larger than their ink. */
static const char *stray(const hui_scene *scene)
{
    const double slack = 2;
    size_t turned_end = 0; /* of a group with coordinates of its own */
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP && !hui_matrix_is_identity(item->group.transform) && i >= turned_end)
            turned_end = item->end;
        const bool has_line = item->kind == HUI_ITEM_PATH && i >= turned_end;
        const hui_rect r = has_line ? path_box(&item->outline.path) : item->bounds;
        if (item->kind == HUI_ITEM_GROUP || item->kind == HUI_ITEM_END)
            continue;
        if (!isfinite(r.x) || !isfinite(r.y) || !isfinite(r.w) || !isfinite(r.h))
            return "a place is not a number";
        if (item->kind == HUI_ITEM_TEXT)
            continue;
        if (r.x < -slack || r.y < -slack || r.x + r.w > scene->width + slack || r.y + r.h > scene->height + slack)
            return hui_arena_printf(scene->arena, "a drawing reaches from %.0f, %.0f to %.0f, %.0f", r.x, r.y,
                                    r.x + r.w, r.y + r.h);
    }
    return NULL;
}

/* Which label the text between two items of the scene begins with; SIZE_MAX: none of them. */
static size_t first_label(const hui_scene *scene, size_t from, size_t to, const space_texts *labels)
{
    for (size_t i = from; i < to; i++) {
        if (scene->items[i].kind != HUI_ITEM_TEXT)
            continue;
        const char *text = hui_lines_string(scene->arena, scene->items[i].text.lines);
        for (size_t k = 0; k < labels->count; k++)
            if (!strcmp(squeezed(scene->arena, text), squeezed(scene->arena, labels->at[k])))
                return k;
    }
    return SIZE_MAX;
}

/* The labels of a list's items as they are read, or those of its key; those of lists in it are theirs. Returns how many there are. */
static size_t read_list(const hui_scene *scene, size_t list, bool of_key, const space_texts *labels, size_t *read)
{
    size_t count = 0;
    for (size_t i = list + 1; i < scene->items[list].end; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind != HUI_ITEM_GROUP || item->group.role != HUI_ROLE_LIST_ITEM || is_kind(item, "key") != of_key)
            continue;
        const size_t label = first_label(scene, i, item->end, labels);
        i = item->end;
        if (label != SIZE_MAX)
            read[count++] = label;
    }
    return count;
}

static bool has_label(const size_t *read, size_t count, size_t label, size_t *at)
{
    for (; *at < count; ++*at)
        if (read[*at] == label)
            return true;
    return false;
}

/* Items of the list that do not stand in the order of the spec. What links lead to may stand there besides. */
static const char *list_disorder(const hui_scene *scene, size_t list, bool of_key, const space_texts *labels)
{
    size_t *read = HUI_NEW_ARRAY(scene->arena, size_t, scene->items[list].end - list), at = 0;
    const size_t count = read_list(scene, list, of_key, labels, read);
    for (size_t label = 0; label < labels->count; label++) {
        size_t anywhere = 0;
        if (has_label(read, count, label, &anywhere) && !has_label(read, count, label, &at))
            return hui_arena_printf(scene->arena, "“%s” is not read in its order", labels->at[label]);
    }
    return NULL;
}

/* Parts that stand by their amounts and flows from left to right are read as they stand; what only links name has no order. */
static bool has_order(const space_spec *s)
{
    const char *name = s->point->kind->record.name;
    return s->has_items && strcmp(name, "treemap") != 0 && strcmp(name, "sankey") != 0;
}

static const char *disorder(const space_spec *s, const hui_scene *scene)
{
    const char *fault = NULL;
    for (size_t i = 0; i < scene->count && !fault && has_order(s); i++)
        if (scene->items[i].kind == HUI_ITEM_GROUP && scene->items[i].group.role == HUI_ROLE_LIST)
            for (int of_key = 0; of_key < 2 && !fault; of_key++)
                fault = list_disorder(scene, i, of_key, &s->labels);
    return fault;
}

static const char *lint_fault(hui_arena *arena, const hui_scene *scene)
{
    hui_diags *findings = hui_diags_new(arena);
    const hui_lint_request request = {.pages = scene, .rules = HUI_LINT_CERTAIN};
    hui_lint_run(arena, &request, findings);
    return findings->count ? findings->at[0].message : NULL;
}

/* Whether the colour below changes from one spot to the next, of those from one end to the other. */
static bool has_edge(const hui_lint_ground *ground, const hui_lint_line *line, hui_point from, hui_point to)
{
    const double step = 2, most = 1.1, length = hypot(to.x - from.x, to.y - from.y);
    hui_color before = {0};
    for (double at = 0; at <= length; at += step) {
        const hui_point spot = {from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length};
        hui_color color;
        if (!hui_lint_ground_at(ground, spot, line->order, &color))
            return false;
        if (at > 0 && hui_color_contrast(before, color) > most)
            return true;
        before = color;
    }
    return false;
}

/* Whether an edge of anything below the text may run through it. */
static bool may_be_struck(const hui_lint_page *page, const hui_lint_line *line, hui_rect box)
{
    for (size_t i = 0; i < page->drawings.count && page->drawings.at[i].order < line->order; i++) {
        const hui_item *item = page->drawings.at[i].item;
        const hui_rect in = hui_rect_intersect(item->bounds, box);
        const bool is_whole = in.w >= box.w && in.h >= box.h;
        if (!hui_rect_empty(in) && (!is_whole || item->kind != HUI_ITEM_RECT))
            return true;
    }
    return false;
}

/* A text across an edge or a line of what is drawn below it: along its middle, and from top to bottom every so often. */
static const char *struck_text(hui_arena *arena, const hui_lint_page *page)
{
    const double side = 4, end = 0.12, pitch = 24;
    const hui_lint_ground *ground = hui_lint_ground_new(arena, page);
    for (size_t i = 0; i < page->lines.count; i++) {
        const hui_lint_line *line = &page->lines.at[i];
        const hui_rect box = hui_rect_inset(line->box, side);
        if (line->is_decoration || line->size <= 0 || hui_rect_empty(box) || !may_be_struck(page, line, box))
            continue;
        const double top = box.y + box.h * end, bottom = box.y + box.h * (1 - end), middle = box.y + box.h / 2;
        bool is_struck = has_edge(ground, line, (hui_point){box.x, middle}, (hui_point){box.x + box.w, middle});
        for (double x = box.x; x <= box.x + box.w && !is_struck; x += pitch)
            is_struck = has_edge(ground, line, (hui_point){x, top}, (hui_point){x, bottom});
        if (is_struck)
            return hui_arena_printf(arena, "“%s” at %.0f, %.0f stands across an edge",
                                    hui_lint_quote(arena, line->line), box.x, box.y);
    }
    return NULL;
}

/* What is drawn over a text. */
static const char *covered_text(hui_arena *arena, const hui_lint_page *page)
{
    const double slack = 2;
    for (size_t i = 0; i < page->lines.count; i++) {
        const hui_lint_line *line = &page->lines.at[i];
        const hui_rect box = hui_rect_inset(line->box, slack);
        for (size_t k = page->drawings.count; k > 0 && page->drawings.at[k - 1].order > line->order; k--) {
            const hui_item *item = page->drawings.at[k - 1].item;
            const bool is_line = item->kind == HUI_ITEM_RECT && item->shape.fill.kind == HUI_PAINT_NONE;
            if (!is_line && !hui_rect_empty(hui_rect_intersect(item->bounds, box)))
                return hui_arena_printf(arena, "“%s” at %.0f, %.0f is covered by a drawing",
                                        hui_lint_quote(arena, line->line), box.x, box.y);
        }
    }
    return NULL;
}

/* Points and flows are where their values put them, and their words beside or on them. */
static bool has_free_ground(const space_spec *s)
{
    const char *name = s->point->kind->record.name;
    return strcmp(name, "quadrant") != 0 && strcmp(name, "sankey") != 0;
}

static const char *page_fault(const space_spec *s, const hui_scene *scene, bool with_ground)
{
    const hui_lint_page *page = hui_lint_page_new(s->arena, scene, 1, true);
    const char *fault = covered_text(s->arena, page);
    return !fault && with_ground && has_free_ground(s) ? struck_text(s->arena, page) : fault;
}

static const char *fault_of(const space_spec *s, const hui_scene *scene, bool with_ground)
{
    const char *fault = lost_text(scene, &s->labels);
    if (!fault)
        fault = lost_text(scene, &s->texts);
    if (!fault)
        fault = stray(scene);
    if (!fault)
        fault = disorder(s, scene);
    if (!fault)
        fault = page_fault(s, scene, with_ground);
    return fault ? fault : lint_fault(s->arena, scene);
}

static bool icon_exists(void *closure, const char *name)
{
    (void)closure;
    return hui_icon_exists(name);
}

static const hui_poster *read_poster(const space_spec *s, hui_diags *diags)
{
    const hui_read_options options = {
        .kinds = hui_panel_kinds, .kind_count = hui_panel_kind_count, .icon_exists = icon_exists};
    hui_files *files = HUI_NEW(s->arena, hui_files);
    *files = hui_files_of_text(s->arena, "structure.json", s->folder);
    const hui_json *root = hui_json_read(s->arena, "structure.json", s->json.bytes, s->json.size, NULL, diags);
    return root ? hui_poster_read(s->arena, root, files, &options, diags) : NULL;
}

static const char *draw_and_look(const setting *w, const space_spec *s, bool with_ground)
{
    hui_diags *diags = hui_diags_new(s->arena);
    const hui_poster *poster = read_poster(s, diags);
    const hui_scene *scene =
        poster && !diags->error_count ? hui_poster_draw(s->arena, poster, w->fonts, w->icons, diags).screen : NULL;
    if (diags->count)
        return diags->at[0].message;
    return fault_of(s, scene, with_ground);
}

static bool check_point(const setting *w, const hui_panel_kind *kind, size_t index)
{
    const space_point point = space_at(kind, index);
    space_spec s = {.point = &point, .arena = hui_arena_new(), .folder = w->folder, .has_items = true};
    space_write(&s);
    const char *fault = draw_and_look(w, &s, !w->is_sample || index % GROUND_EVERY == 0);
    if (fault)
        print_message("%s %zu (%d items, labels of %d, %s, %d px, %s): %s\n", kind->record.name, index, point.count,
                      point.length, point.is_chinese ? "Chinese" : "English", point.width, space_forms[point.form],
                      fault);
    if (w->point)
        printf("%.*s\n", (int)s.json.size, s.json.bytes);
    hui_buffer_finish(&s.json);
    hui_arena_free(s.arena);
    return !fault;
}

/* Points of a type: how many were looked at. */
static size_t check_kind(const setting *w, const hui_panel_kind *kind, size_t *faults)
{
    const size_t size = space_size(kind), count = w->point ? 1 : w->is_sample ? SAMPLE : size;
    hui_rng rng = hui_rng_seed(size);
    for (size_t i = 0; i < count; i++) {
        const size_t index = w->point       ? strtoul(w->point, NULL, 10) % size
                             : w->is_sample ? (size_t)hui_rng_int(&rng, 0, (int)size - 1)
                                            : i;
        *faults += !check_point(w, kind, index);
    }
    return count;
}

static void test_structures(void **state)
{
    const setting *w = *state;
    size_t kinds = 0, points = 0, all = 0, faults = 0;
    for (size_t i = 0; i < hui_panel_kind_count; i++) {
        const hui_panel_kind *kind = hui_panel_kinds[i];
        if (!space_is_structure(kind))
            continue;
        all += space_size(kind);
        if (w->only && strcmp(w->only, kind->record.name) != 0)
            continue;
        kinds++;
        points += check_kind(w, kind, &faults);
    }
    print_message("%zu types, %zu of %zu points, %zu faults\n", kinds, points, all, faults);
    assert_int_equal(faults, 0);
    assert_true(kinds > (w->only ? 0 : 40) && all > 10000);
}

static void copy_picture(const char *folder)
{
    char command[512];
    snprintf(command, sizeof command, "cp '%s/tests/unit/picture.svg' %s", HUI_SOURCE_DIR, folder);
    assert_int_equal(system(command), 0);
}

int main(int argc, char **argv)
{
    hui_arena *arena = hui_arena_new();
    setting w = {.fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, hui_diags_new(arena)),
                 .icons = hui_icons_new(hui_fonts_folder(arena)),
                 .folder = "/tmp/huibao-structures-XXXXXX",
                 .only = argc > 1 && strcmp(argv[1], "all") != 0 ? argv[1] : NULL,
                 .point = argc > 2 ? argv[2] : NULL,
                 .is_sample = argc == 1};
    if (!w.fonts || !mkdtemp(w.folder))
        return 1;
    copy_picture(w.folder);
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(test_structures, &w)};
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", w.folder);
    hui_icons_free(w.icons);
    hui_fonts_free(w.fonts);
    hui_arena_free(arena);
    return system(command) != 0 || failed;
}
