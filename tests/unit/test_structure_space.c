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
#include "base/utf8.h"
#include "page_faults.h"
#include "structure_space.h"

#include <math.h>
#include <stdlib.h>

/* Points of each type that are looked at; of every so many the ground below texts, too, which takes longer than all else. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ /* ten times as slow and more */
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

static const char *lint_fault(hui_arena *arena, const hui_scene *scene, bool with_ground)
{
    hui_diags *findings = hui_diags_new(arena);
    const hui_lint_request request = {.pages = scene,
                                      .rules = HUI_LINT_CERTAIN | (with_ground ? 1U << HUI_LINT_LOW_CONTRAST : 0)};
    hui_lint_run(arena, &request, findings);
    return findings->count ? findings->at[0].message : NULL;
}

/* Points, flows and districts are where they are, and their words beside or on them; that these can be read is asked all the same. */
static bool has_free_ground(const space_spec *s)
{
    const char *name = s->point->kind->record.name;
    return strcmp(name, "quadrant") != 0 && strcmp(name, "sankey") != 0 && strcmp(name, "map") != 0;
}

static const char *page_fault(const space_spec *s, const hui_scene *scene, bool with_ground)
{
    const hui_lint_page *page = hui_lint_page_new(s->arena, scene, 1, true);
    const char *fault = page_stray(s->arena, page);
    if (!fault)
        fault = page_covered(s->arena, page);
    if (fault || !has_free_ground(s))
        return fault;
    fault = page_crossed(s->arena, page);
    return fault || !with_ground ? fault : page_struck(s->arena, page);
}

/* The area of texts in full lines of the page's width, as a height, and some for each text. */
static double height_of(const space_spec *s, const space_texts *texts)
{
    const double size = 26, line = 40, latin = 0.5, each = 40; /* px; a letter's width by its size */
    double width = 0;
    for (size_t i = 0; i < texts->count; i++)
        for (const char *c = texts->at[i]; *c; width += s->point->is_chinese ? size : size * latin)
            hui_utf8_next(&c);
    return width / s->point->width * line + each * (double)texts->count;
}

/* Heights grow as what is said does, and no more. */
static const char *excess(const space_spec *s, const hui_scene *scene)
{
    const double least = 900, most = 4;
    const double allowed =
        least + most * (height_of(s, &s->labels) + height_of(s, &s->texts) + height_of(s, &s->targets));
    return scene->height <= allowed
               ? NULL
               : hui_arena_printf(s->arena, "it is %.0f px high, where %.0f would do", scene->height, allowed);
}

static const char *fault_of(const space_spec *s, const hui_scene *scene, bool with_ground)
{
    const char *fault = lost_text(scene, &s->labels);
    if (!fault)
        fault = lost_text(scene, &s->texts);
    if (!fault)
        fault = disorder(s, scene);
    if (!fault)
        fault = excess(s, scene);
    if (!fault)
        fault = page_fault(s, scene, with_ground);
    return fault ? fault : lint_fault(s->arena, scene, with_ground);
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
