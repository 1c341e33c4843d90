/* links: base json data transform scale geo theme model text icon image scene layout chart art panel structure */
/* Random specs over all panel types, drawn from their field tables: valid, so read without errors; then nothing of what
 * they say is lost, off the page or on top of another text, unless a warning says that there was no room. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/rng.h"
#include "base/vec.h"
#include "panel/panel.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__ /* twenty times as slow */
enum { SPEC_COUNT = 1000, FLOW_COUNT = 500 };
#else
enum { SPEC_COUNT = 3000, FLOW_COUNT = 1500 };
#endif
enum { DEEPEST = 3 };

typedef struct words {
    const char **at;
    size_t count, capacity;
} words;

typedef struct maker {
    hui_arena *arena;
    hui_buffer *out;
    hui_rng rng;
    words texts; /* that the spec says, each unlike all others */
} maker;

static bool chance(maker *m, int percent)
{
    return hui_rng_int(&m->rng, 1, 100) <= percent;
}

static int pick(maker *m, int count)
{
    return hui_rng_int(&m->rng, 0, count - 1);
}

/* Short and long, in han and in letters. */
static void write_text(maker *m)
{
    static const char *const forms[] = {"改%zu。", "持续深化改革开放%zu激发首府高质量发展内生动力持续优化营商环境。",
                                        "A%zu.", "Growth%zu of trade and industry in the region.", "“城市%zu”"};
    const size_t form = (size_t)pick(m, 5), number = 1000 + m->texts.count;
    char text[256];
    snprintf(text, sizeof text, forms[form], number);
    hui_buffer_printf(m->out, "\"%s\"", text);
    *hui_vec_push(m->arena, &m->texts) = hui_arena_printf(m->arena, "%zu", number);
}

static void write_value(maker *m)
{
    const size_t number = 1000 + m->texts.count;
    if (chance(m, 50))
        hui_buffer_printf(m->out, "%zu.5", number);
    else
        hui_buffer_printf(m->out, "\"%zu\"", number);
    *hui_vec_push(m->arena, &m->texts) = hui_arena_printf(m->arena, "%zu", number);
}

static double within(maker *m, const hui_field *field, double from, double to)
{
    if (field->min < field->max) {
        from = fmin(fmax(from, ceil(field->min)), floor(field->max));
        to = fmax(fmin(to, floor(field->max)), from);
    }
    return floor(hui_rng_range(&m->rng, from, to + 1));
}

static void write_lengths(maker *m, const hui_field *field)
{
    static const char *const tracks[] = {"\"1fr\"", "\"2fr\"", "\"auto\"", "200"};
    if (field->kind == HUI_FIELD_TRACKS && chance(m, 50)) {
        hui_buffer_printf(m->out, "%d", hui_rng_int(&m->rng, 1, 4));
        return;
    }
    const int count = field->kind == HUI_FIELD_TRACKS ? hui_rng_int(&m->rng, 1, 3) : hui_rng_int(&m->rng, 1, 4);
    for (int i = 0; i < count; i++) {
        hui_buffer_add_char(m->out, i ? ',' : '[');
        if (field->kind == HUI_FIELD_TRACKS)
            hui_buffer_add_string(m->out, tracks[pick(m, 4)]);
        else
            hui_buffer_printf(m->out, "%.0f", within(m, field, 0, 40));
    }
    hui_buffer_add_char(m->out, ']');
}

static void write_numbers(maker *m, const hui_field *field)
{
    const int count = hui_rng_int(&m->rng, 1, 8);
    for (int i = 0; i < count; i++)
        hui_buffer_printf(m->out, "%c%.0f", i ? ',' : '[', within(m, field, -20, 60));
    hui_buffer_add_char(m->out, ']');
}

static void write_panel(maker *m, const hui_panel_kind *kind, int depth);
static void write_record(maker *m, const hui_record *record, int depth);

/* Maps need a file of their own, with districts of the names that items have. */
static bool needs_file(const hui_panel_kind *kind)
{
    return !strcmp(kind->record.name, "map");
}

static const hui_panel_kind *pick_kind(maker *m)
{
    const hui_panel_kind *kind;
    do
        kind = hui_panel_kinds[pick(m, (int)hui_panel_kind_count)];
    while (needs_file(kind));
    return kind;
}

static void write_list(maker *m, const hui_field *field, int depth)
{
    const int count = hui_rng_int(&m->rng, 1, 4);
    for (int i = 0; i < count; i++) {
        hui_buffer_add_char(m->out, i ? ',' : '[');
        if (field->kind == HUI_FIELD_PANELS)
            write_panel(m, pick_kind(m), depth + 1);
        else if (field->kind == HUI_FIELD_TEXTS)
            write_text(m);
        else
            write_record(m, field->record, depth + 1);
    }
    hui_buffer_add_char(m->out, ']');
}

static void write_word(maker *m, const hui_word *list)
{
    int count = 0;
    while (list[count].word)
        count++;
    hui_buffer_printf(m->out, "\"%s\"", list[pick(m, count)].word);
}

/* What names something else and is not shown: few names, so that some are found. */
static bool write_name(maker *m, const hui_field *field)
{
    static const char *const names[] = {"a", "b", "c", "d"};
    if (strcmp(field->name, "id") != 0 && strcmp(field->name, "source") != 0 && strcmp(field->name, "target") != 0)
        return false;
    hui_buffer_printf(m->out, "\"%s\"", names[pick(m, 4)]);
    return true;
}

static void write_field(maker *m, const hui_field *field, int depth)
{
    static const char *const icons[] = {"bulb", "train", "star"}, *const colors[] = {"ink", "accent", "#123456"},
                             *const accents[] = {"red", "navy", "teal"};
    switch (field->kind) {
    case HUI_FIELD_STRING:
    case HUI_FIELD_TEXT:
        if (!write_name(m, field))
            write_text(m);
        break;
    case HUI_FIELD_VALUE:
        write_value(m);
        break;
    case HUI_FIELD_ICON:
        hui_buffer_printf(m->out, "\"%s\"", icons[pick(m, 3)]);
        break;
    case HUI_FIELD_FILE:
        hui_buffer_add_string(m->out, "\"tests/unit/picture.svg\"");
        break;
    case HUI_FIELD_COLOR:
        hui_buffer_printf(m->out, "\"%s\"", colors[pick(m, 3)]);
        break;
    case HUI_FIELD_ACCENT:
        hui_buffer_printf(m->out, "\"%s\"", accents[pick(m, 3)]);
        break;
    case HUI_FIELD_NUMBER:
    case HUI_FIELD_INTEGER:
        hui_buffer_printf(m->out, "%.0f", within(m, field, -20, 60));
        break;
    case HUI_FIELD_BOOL:
        hui_buffer_add_string(m->out, chance(m, 50) ? "true" : "false");
        break;
    case HUI_FIELD_ENUM:
    case HUI_FIELD_WORDS:
        write_word(m, field->words);
        break;
    case HUI_FIELD_LENGTH:
        hui_buffer_printf(m->out, "%.0f", within(m, field, 0, 120));
        break;
    case HUI_FIELD_LENGTHS:
    case HUI_FIELD_TRACKS:
        write_lengths(m, field);
        break;
    case HUI_FIELD_OBJECT:
        write_record(m, field->record, depth);
        break;
    case HUI_FIELD_COLORS:
        hui_buffer_add_string(m->out, "[\"#c00\", \"#06c\"]");
        break;
    case HUI_FIELD_LIST:
    case HUI_FIELD_TEXTS:
    case HUI_FIELD_PANELS:
        write_list(m, field, depth);
        break;
    case HUI_FIELD_CHART:
        hui_buffer_add_string(
            m->out, "{\"data\":{\"values\":[{\"a\":\"x\",\"b\":3},{\"a\":\"y\",\"b\":5}]},\"mark\":\"bar\","
                    "\"encoding\":{\"x\":{\"field\":\"a\"},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}}}");
        break;
    case HUI_FIELD_NUMBERS:
        write_numbers(m, field);
        break;
    case HUI_FIELD_MAP:
    case HUI_FIELD_PANEL:
    case HUI_FIELD_JSON:
        fail_msg("no panel has had a field such as “%s”: write one here", field->name);
    }
}

/* A bare bar leaves its label and value out, and nobody writes a unit without a value. */
static bool is_wanted(maker *m, const hui_record *record, const hui_field *field, int depth)
{
    if (!strcmp(field->name, "bare"))
        return false;
    if (!strcmp(field->name, "unit") || !strcmp(field->name, "prefix"))
        for (size_t i = 0; i < record->field_count; i++)
            if (!strcmp(record->fields[i].name, "value") && !record->fields[i].required)
                return false;
    if (!strcmp(field->name, "label") && !strcmp(record->name, "labelled link"))
        return false; /* of a link from or to nothing it is left out */
    if ((field->kind == HUI_FIELD_PANELS || field->kind == HUI_FIELD_LIST) && depth >= DEEPEST)
        return field->required;
    return field->required || chance(m, 50);
}

static void write_fields(maker *m, const hui_record *record, int depth, bool first)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const hui_field *field = &record->fields[i];
        if (!is_wanted(m, record, field, depth))
            continue;
        hui_buffer_printf(m->out, "%s\"%s\":", first ? "" : ",", field->name);
        first = false;
        if (field->kind == HUI_FIELD_PANELS && depth >= DEEPEST)
            hui_buffer_add_string(m->out, "[]");
        else
            write_field(m, field, depth);
    }
}

static void write_record(maker *m, const hui_record *record, int depth)
{
    hui_buffer_add_char(m->out, '{');
    write_fields(m, record, depth, true);
    hui_buffer_add_char(m->out, '}');
}

static void write_panel(maker *m, const hui_panel_kind *kind, int depth)
{
    hui_buffer_printf(m->out, "{\"type\":\"%s\"", kind->record.name);
    if (chance(m, 15))
        hui_buffer_printf(m->out, ",\"span\":%d,\"grow\":%d,\"align\":\"center\"", 1 + pick(m, 2), pick(m, 3));
    if (chance(m, 30))
        hui_buffer_printf(m->out, ",\"accent\":\"%s\"", chance(m, 50) ? "plum" : "ochre");
    write_fields(m, &kind->record, depth, false);
    hui_buffer_add_char(m->out, '}');
}

/* From the first line's left to the last line's right, without leading. */
static hui_rect text_box(const hui_item *item)
{
    const hui_lines *lines = item->text.lines;
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < lines->count; i++) {
        left = fmin(left, lines->at[i].x);
        right = fmax(right, lines->at[i].x + lines->at[i].width);
    }
    const double leading = lines->count ? lines->height / (double)lines->count / 4 : 0;
    return (hui_rect){item->text.x + left + 1, item->text.y + leading, right - left - 2, lines->height - 2 * leading};
}

typedef struct drawn {
    const hui_scene *scene;
    hui_buffer all;                 /* text */
    HUI_VEC(hui_rect) texts, icons; /* their boxes */
    const char *fault;              /* where there was room */
    const char *lost;               /* whatever the room */
} drawn;

static bool overlaps(hui_rect a, hui_rect b)
{
    return !hui_rect_empty(a) && !hui_rect_empty(b) && !hui_rect_empty(hui_rect_intersect(a, b));
}

static void look_at_text(drawn *d, const hui_item *item)
{
    hui_arena *arena = d->scene->arena;
    const char *string = hui_lines_string(arena, item->text.lines);
    hui_buffer_printf(&d->all, "%s\n", string);
    const hui_rect box = text_box(item);
    if (box.x < -1 || box.x + box.w > d->scene->width + 1)
        d->fault = hui_arena_printf(arena, "“%s” from %.0f to %.0f is not on the page", string, box.x, box.x + box.w);
    for (size_t i = 0; i < d->texts.count; i++)
        if (overlaps(box, d->texts.at[i]))
            d->fault = hui_arena_printf(arena, "“%s” stands on another text", string);
    *hui_vec_push(arena, &d->texts) = box;
}

static void look_at(drawn *d, const hui_item *item, bool in_icon)
{
    const hui_rect r = item->bounds;
    if (!isfinite(r.x) || !isfinite(r.y) || !isfinite(r.w) || !isfinite(r.h))
        d->lost = "a place is not a number";
    else if (item->kind == HUI_ITEM_TEXT)
        look_at_text(d, item);
    else if (in_icon)
        *hui_vec_push(d->scene->arena, &d->icons) = hui_rect_inset(r, 1);
}

/* What is wrong with what is drawn; NULL: nothing. Without room it is enough that all is there. */
static const char *fault_of(const hui_scene *scene, const words *texts, bool had_room)
{
    drawn d = {.scene = scene};
    size_t icon_end = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP && item->group.kind && !strcmp(item->group.kind, "qr"))
            hui_buffer_printf(&d.all, "%s\n", item->group.label); /* what it says, it says in its own way */
        if (item->kind == HUI_ITEM_GROUP && item->group.kind && !strcmp(item->group.kind, "icon"))
            icon_end = item->end;
        else if (item->kind == HUI_ITEM_GROUP && item->group.role == HUI_ROLE_FIGURE &&
                 !strcmp(item->group.kind, "chart"))
            i = item->end; /* laid out by rules of its own */
        else if (item->kind != HUI_ITEM_GROUP && item->kind != HUI_ITEM_END)
            look_at(&d, item, i < icon_end);
    }
    for (size_t i = 0; i < d.icons.count; i++)
        for (size_t k = 0; k < d.texts.count; k++)
            if (overlaps(d.icons.at[i], d.texts.at[k]))
                d.fault = hui_arena_printf(scene->arena, "an icon stands on a text at %.0f, %.0f", d.texts.at[k].x,
                                           d.texts.at[k].y);
    hui_buffer_add_char(&d.all, 0);
    for (size_t i = 0; i < texts->count; i++)
        if (!strstr(d.all.bytes, texts->at[i]))
            d.lost = hui_arena_printf(scene->arena, "the text %s is not drawn", texts->at[i]);
    hui_buffer_finish(&d.all);
    return d.lost ? d.lost : had_room ? d.fault : NULL;
}

static bool icon_exists(void *closure, const char *name)
{
    (void)closure;
    return hui_icon_exists(name);
}

static bool has_room(const hui_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        if (!strcmp(diags->at[i].code, "overflow"))
            return false;
    return true;
}

static const hui_poster *read_poster(hui_arena *arena, const hui_buffer *json, hui_diags *diags)
{
    const hui_read_options options = {
        .kinds = hui_panel_kinds, .kind_count = hui_panel_kind_count, .icon_exists = icon_exists};
    hui_files *files = HUI_NEW(arena, hui_files);
    *files = hui_files_of_text(arena, "random.json", HUI_SOURCE_DIR);
    const hui_json *root = hui_json_read(arena, "random.json", json->bytes, json->size, NULL, diags);
    return root ? hui_poster_read(arena, root, files, &options, diags) : NULL;
}

static bool check_spec(hui_fonts *fonts, hui_icons *icons, uint64_t seed, int *roomy)
{
    static const int widths[] = {720, 1080, 1600};
    hui_buffer json = {0};
    maker m = {.arena = hui_arena_new(), .out = &json, .rng = hui_rng_seed(seed)};
    hui_diags *diags = hui_diags_new(m.arena);
    hui_buffer_printf(&json, "{\"page\":{\"width\":%d},\"panels\":[", widths[seed % 3]);
    const hui_panel_kind *kind = hui_panel_kinds[seed % hui_panel_kind_count];
    write_panel(&m, needs_file(kind) ? pick_kind(&m) : kind, 0);
    hui_buffer_add_string(&json, "]}");
    const hui_poster *poster = read_poster(m.arena, &json, diags);
    const char *fault = NULL;
    if (!poster || diags->error_count) {
        fault = diags->count ? diags->at[0].message : "it was not read";
    } else {
        const hui_scene *scene = hui_poster_draw(m.arena, poster, fonts, icons, diags).screen;
        fault = fault_of(scene, &m.texts, has_room(diags));
    }
    *roomy += has_room(diags);
    if (fault)
        fprintf(stderr, "seed %llu: %s\n%.*s\n", (unsigned long long)seed, fault, (int)json.size, json.bytes);
    hui_buffer_finish(&json);
    hui_arena_free(m.arena);
    return !fault;
}

/* What is said on all pages but for running lines, one text a line. */
static void add_texts(hui_buffer *out, const hui_scene *scene)
{
    for (; scene; scene = scene->next)
        for (size_t i = 0; i < scene->count; i++) {
            const hui_item *item = &scene->items[i];
            if (item->kind == HUI_ITEM_GROUP && item->group.kind && !strcmp(item->group.kind, "running"))
                i = item->end;
            else if (item->kind == HUI_ITEM_TEXT)
                hui_buffer_printf(out, "%s\n", hui_lines_string(scene->arena, item->text.lines));
        }
    hui_buffer_add_char(out, 0);
}

/* Above or below the page, or on another text. */
static const char *page_fault(const hui_scene *page, bool had_room)
{
    static const words none = {0};
    for (size_t i = 0; i < page->count; i++) {
        if (page->items[i].kind != HUI_ITEM_TEXT)
            continue;
        const hui_rect box = text_box(&page->items[i]);
        if (box.y < 0 || box.y + box.h > page->height)
            return hui_arena_printf(page->arena, "a text from %.0f to %.0f is not on the page", box.y, box.y + box.h);
    }
    return fault_of(page, &none, had_room);
}

/* Grounds reach no further than the page; what was open on it goes on on the next, as often as it was broken. */
static const char *group_fault(const hui_scene *page)
{
    int ends = 0, begins = 0;
    for (size_t i = 0; i < page->count; i++)
        if (page->items[i].kind == HUI_ITEM_GROUP)
            ends += page->items[i].group.continues;
    for (size_t i = 0; page->next && i < page->next->count; i++)
        if (page->next->items[i].kind == HUI_ITEM_GROUP)
            begins += page->next->items[i].group.continued;
    return ends == begins ? NULL : "a group goes on that was not begun, or was begun and does not go on";
}

static const char *flow_fault(const hui_scene *column, const hui_scene *pages, bool had_room)
{
    hui_buffer once = {0}, broken = {0};
    const char *fault = NULL;
    add_texts(&once, column);
    add_texts(&broken, pages);
    if (strcmp(once.bytes, broken.bytes) != 0)
        fault = "the pages do not say what the poster says";
    for (const hui_scene *page = pages; page && !fault; page = page->next) {
        fault = page_fault(page, had_room);
        if (!fault)
            fault = group_fault(page);
    }
    hui_buffer_finish(&once);
    hui_buffer_finish(&broken);
    return fault;
}

/* Some panels and the same with a page of its own; the head of the spec is longer by what stands between the quotes. */
static void write_posters(maker *m, hui_buffer *flowing, bool has_lines)
{
    hui_buffer *const column = m->out;
    const int count = 2 + pick(m, 7);
    hui_buffer_add_string(column, "{\"title\":\"*Title*\",\"page\":{\"width\":1080},\"panels\":[");
    hui_buffer_printf(
        flowing, "{\"title\":\"*Title*\",\"page\":{\"width\":1080,\"height\":%d,\"flow\":\"pages\"%s},\"panels\":[",
        1000 + 100 * pick(m, 10),
        has_lines ? ",\"header\":\"{title}\",\"footer\":{\"start\":\"{page}\",\"end\":\"{pages}\"}" : "");
    const size_t from = column->size;
    for (int i = 0; i < count; i++) {
        hui_buffer_add_string(column, i ? "," : "");
        write_panel(m, pick_kind(m), 1);
    }
    hui_buffer_add_string(column, "]}");
    hui_buffer_add(flowing, column->bytes + from, column->size - from);
}

static bool is_too_high(const hui_diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        if (!strcmp(diags->at[i].code, "panel-too-high"))
            return true;
    return false;
}

static bool check_flow(hui_fonts *fonts, hui_icons *icons, uint64_t seed, int *broken)
{
    hui_buffer json = {0}, flowing = {0};
    maker m = {.arena = hui_arena_new(), .out = &json, .rng = hui_rng_seed(seed)};
    hui_diags *diags = hui_diags_new(m.arena);
    const bool has_lines = chance(&m, 50);
    write_posters(&m, &flowing, has_lines);
    const hui_poster *poster = read_poster(m.arena, &json, diags), *pages = read_poster(m.arena, &flowing, diags);
    const char *fault = NULL;
    if (!poster || !pages) {
        fault = diags->count ? diags->at[0].message : "it was not read";
    } else {
        const hui_scene *column = hui_poster_draw(m.arena, poster, fonts, icons, diags).screen;
        const hui_scene *first = hui_poster_draw(m.arena, pages, fonts, icons, diags).screen;
        if (!is_too_high(diags))
            fault = flow_fault(column, first, has_room(diags));
        *broken += first && first->next;
    }
    if (fault)
        fprintf(stderr, "seed %llu: %s\n%.*s\n", (unsigned long long)seed, fault, (int)flowing.size, flowing.bytes);
    hui_buffer_finish(&json);
    hui_buffer_finish(&flowing);
    hui_arena_free(m.arena);
    return !fault;
}

/* Runs one check for each seed, or for the one that the environment names; returns how often it found what it counts. */
static int check_all(bool check(hui_fonts *, hui_icons *, uint64_t, int *), uint64_t seeds)
{
    hui_arena *arena = hui_arena_new();
    hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, hui_diags_new(arena));
    hui_icons *icons = hui_icons_new(hui_fonts_folder(arena));
    assert_non_null(fonts);
    const char *only = getenv("SEED");
    int faults = 0, found = 0;
    for (uint64_t seed = 0; seed < seeds; seed++)
        if (!only || strtoull(only, NULL, 10) == seed)
            faults += !check(fonts, icons, seed, &found);
    assert_int_equal(faults, 0);
    hui_icons_free(icons);
    hui_fonts_free(fonts);
    hui_arena_free(arena);
    return only ? INT_MAX : found;
}

static void test_random_specs(void **state)
{
    (void)state;
    const int roomy = check_all(check_spec, SPEC_COUNT);
    print_message("%d of %d had room for all they say\n", roomy, SPEC_COUNT);
    assert_true(roomy > SPEC_COUNT / 2); /* or the test would look at little */
}

static void test_random_flows(void **state)
{
    (void)state;
    const int broken = check_all(check_flow, FLOW_COUNT);
    print_message("%d of %d took several pages\n", broken, FLOW_COUNT);
    assert_true(broken > FLOW_COUNT / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_specs), cmocka_unit_test(test_random_flows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
