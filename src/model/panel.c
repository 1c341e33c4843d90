/* Panels: looking up their type, reading them with what all panels share, and including them from files of their own. */
#include "model/reader.h"

#include "base/hash.h"

#include <math.h>
#include <string.h>

enum { DEPTH_LIMIT = 256 };

const hui_word hui_align_words[] = {
    {"auto", "as the surrounding row, column or grid aligns its panels"},
    {"stretch", "as wide or high as there is room"},
    {"start", "at the left or top"},
    {"center", "in the middle"},
    {"end", "at the right or bottom"},
    {"baseline", "with the first lines of text of a row on one line"},
    {NULL, NULL},
};

static const hui_word breaking_words[] = {
    {"auto", "where pages look best"},
    {"before", "the panel begins a page"},
    {"avoid", "no page ends inside the panel if one page can hold it"},
    {NULL, NULL},
};

static const hui_field common_fields[] = {
    HUI_FIELD(hui_panel_common, id, STRING,
              "a name to refer to the panel by, unique in the poster: a letter, then letters, digits, - and _", 0),
    HUI_FIELD(hui_panel_common, alt, STRING, "what a reader who does not see the panel is told; without it, its texts",
              0),
    HUI_FIELD(hui_panel_common, span, INTEGER, "how many columns of a grid the panel takes", .fallback = "1", .min = 1,
              .max = 100),
    HUI_FIELD(hui_panel_common, rowSpan, INTEGER, "how many rows of a grid the panel takes", .fallback = "1", .min = 1,
              .max = 100),
    HUI_FIELD(hui_panel_common, grow, NUMBER,
              "the panel's share of spare room in a row or column; without it, what suits its type", .min = 0,
              .max = 1000),
    HUI_FIELD(hui_panel_common, width, LENGTH, "how wide the panel is in a row, where not as wide as its share",
              .min = 0, .max = 100000),
    HUI_FIELD(hui_panel_common, minHeight, LENGTH, "how high the panel is at least", .min = 0, .max = 100000),
    HUI_FIELD(hui_panel_common, align, ENUM, "where the panel stands in the room it has", .fallback = "\"auto\"",
              .words = hui_align_words),
    HUI_FIELD(hui_panel_common, theme, OBJECT,
              "another theme for the panel and what is in it: a name, an object that extends one, or a .json file with "
              "such an object; the panel then stands on that theme's paper",
              .record = &hui_theme_record),
    HUI_FIELD(hui_panel_common, accent, ACCENT,
              "the accent colour of the panel and what is in it; without it, the surrounding one", 0),
    HUI_FIELD_AS("cardStyle", hui_panel_common, cards, ENUM,
                 "how the panel, if it is a card, and cards in it are set off from what is around them; without it, as "
                 "those around it",
                 .fallback = "\"auto\"", .words = hui_card_style_words),
    HUI_FIELD_AS("stroke", hui_panel_common, pen, ENUM,
                 "how borders, bars, links and shapes of the panel and what is in it are drawn; without it, as those "
                 "around it",
                 .fallback = "\"auto\"", .words = hui_pen_words),
    HUI_FIELD_AS(
        "break", hui_panel_common, breaking, ENUM,
        "where pages end, in a poster that flows into them (CSS Fragmentation 3, sections 3.1 and 3.2): of panels in "
        "columns, grids and sections, since rows and all others stay whole",
        .fallback = "\"auto\"", .words = breaking_words),
    HUI_FIELD(hui_panel_common, lint, OBJECT, "what is not found fault with in the panel",
              .record = &hui_lint_record),
};

const hui_record hui_panel_common_record = {
    .name = "panel",
    .doc = "What every panel takes besides its own properties",
    .fields = common_fields,
    .field_count = HUI_FIELD_COUNT(common_fields),
    .size = sizeof(hui_panel_common),
};

static hui_panel *read_panel(hui_reader *reader, const hui_json *value);

static bool has_id(const void *items, size_t place, const void *sought)
{
    const hui_id *ids = items;
    return strcmp(ids[place].id, sought) == 0;
}

static bool is_id(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", others[] = "0123456789-_";
    const size_t start = strspn(text, letters);
    for (text += start; start && *text; text++)
        if (!strchr(letters, *text) && !strchr(others, *text))
            return false;
    return start > 0;
}

static void check_id(hui_reader *reader, hui_string id)
{
    if (!id.text)
        return;
    if (!is_id(id.text)) {
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, id.place, NULL, "id",
                      "a letter followed by letters, digits, - or _");
        return;
    }
    const size_t place =
        hui_index_add(reader->arena, &reader->id_index, hui_hash_bytes(HUI_HASH_START, id.text, strlen(id.text)),
                      has_id, reader->ids.at, id.text);
    if (place == reader->ids.count) {
        *hui_vec_push(reader->arena, &reader->ids) = (hui_id){id.text, id.place};
        return;
    }
    const hui_place other = reader->ids.at[place].place;
    hui_diags_add(reader->diags, HUI_CODE_DUPLICATE_ID, id.place,
                  hui_arena_printf(reader->arena, "the other one stands in %s, line %d", other.source->name,
                                   hui_place_line(other)),
                  id.text);
}

static void report_include(hui_reader *reader, const hui_json *value, const char *hint, const char *message)
{
    hui_diags_add(reader->diags, HUI_CODE_BAD_INCLUDE, hui_json_place(reader->arena, value), hint, message);
}

/* "a.json → b.json → a.json" if `real` is being read already, else NULL. */
static const char *find_circle(const hui_reader *reader, const char *real, const char *name)
{
    const char *chain = name;
    for (const hui_spec_file *file = reader->file; file; file = file->includer) {
        chain = hui_arena_printf(reader->arena, "%s → %s", file->name, chain);
        if (file->real && !strcmp(file->real, real))
            return chain;
    }
    return NULL;
}

static hui_panel *read_included(hui_reader *reader, const hui_json *include, const char *path, const char *real)
{
    const hui_spec_file file = {path, hui_path_folder(reader->arena, path), real, reader->file};
    const hui_json *root = hui_reader_read_file(reader, path, include, false);
    if (!root)
        return NULL;
    if (root->kind == HUI_JSON_OBJECT && hui_json_find(root, "panels") && !hui_json_find(root, "type") &&
        !hui_json_find(root, "include")) {
        report_include(reader, include, "include its panels' files, or add a \"type\" such as \"column\"",
                       hui_arena_printf(reader->arena, "%s holds a poster, not a panel", path));
        return NULL;
    }
    reader->file = &file;
    hui_panel *panel = read_panel(reader, root);
    reader->file = file.includer;
    return panel;
}

/* Finds the file; NULL after an error was reported. */
static hui_panel *follow_include(hui_reader *reader, const hui_json *include)
{
    const char *path, *real;
    if (include->kind != HUI_JSON_STRING) {
        hui_report_type(reader, include, "a string");
        return NULL;
    }
    const char *fault = include->has_nul ? "holds U+0000"
                                         : hui_path_resolve(reader->arena, reader->files, reader->file->folder,
                                                            include->string, &path, &real);
    if (fault) {
        report_include(reader, include,
                       hui_path_hint(reader->arena, reader->files, reader->file->folder, include->string),
                       hui_arena_printf(reader->arena, "the include “%s” %s", include->string, fault));
        return NULL;
    }
    const char *circle = find_circle(reader, real, path);
    if (circle) {
        report_include(reader, include, NULL, hui_arena_printf(reader->arena, "this file includes itself: %s", circle));
        return NULL;
    }
    return hui_diags_take(reader->diags, HUI_MOST_INCLUDES, 1, hui_json_place(reader->arena, include))
               ? read_included(reader, include, path, real)
               : NULL;
}

/* {"include": path} with the common properties that override the included panel's. */
static hui_panel *read_include(hui_reader *reader, const hui_json *value, const hui_json *include)
{
    static const char *const also[] = {"include", "theme", NULL};
    static const hui_record overrides = {
        .name = "an include", .fields = common_fields, .field_count = HUI_FIELD_COUNT(common_fields)};
    hui_panel *panel = follow_include(reader, include);
    hui_panel_common unused = {0};
    hui_object_read(reader, value, &(hui_target){&overrides, panel ? &panel->common : &unused}, 1, also);
    return panel;
}

static const hui_panel_kind *find_kind(hui_reader *reader, const hui_json *type)
{
    const hui_read_options *options = reader->options;
    const char **names = HUI_NEW_ARRAY(reader->arena, const char *, options->kind_count);
    for (size_t i = 0; i < options->kind_count; i++) {
        names[i] = options->kinds[i]->record.name;
        if (!type->has_nul && !strcmp(names[i], type->string))
            return options->kinds[i];
    }
    hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_PANEL, hui_json_place(reader->arena, type),
                  hui_word_hint(reader->arena, type->string, names, options->kind_count), type->string);
    return NULL;
}

static hui_panel *read_typed(hui_reader *reader, const hui_json *value, const hui_json *type)
{
    static const char *const also[] = {"type", "theme", NULL};
    if (type->kind != HUI_JSON_STRING) {
        hui_report_type(reader, type, "a string");
        return NULL;
    }
    const hui_panel_kind *kind = find_kind(reader, type);
    if (!kind)
        return NULL;
    hui_panel *panel = HUI_NEW(reader->arena, hui_panel);
    void *props = hui_arena_copy(reader->arena, hui_record_defaults(reader, &kind->record), kind->record.size);
    reader->panel_count++;
    panel->kind = kind;
    panel->props = props;
    panel->place = hui_reader_place(reader, value);
    memcpy(&panel->common, hui_record_defaults(reader, &hui_panel_common_record), sizeof panel->common);
    const hui_target targets[] = {{&kind->record, props}, {&hui_panel_common_record, &panel->common}};
    hui_object_read(reader, value, targets, 2, also);
    return panel;
}

/* A panel without a type; perhaps a key of it is one letter off. */
static void report_untyped(hui_reader *reader, const hui_json *value)
{
    static const char *const wanted[] = {"type", "include"};
    hui_place place = hui_json_place(reader->arena, value);
    place.length = 1;
    const char *hint = "or `include` and the path of a panel's file";
    for (const hui_json *member = value->first; member; member = member->next) {
        const char *near = hui_word_nearest(member->key, wanted, 2);
        if (!near)
            continue;
        place = hui_json_key_place(reader->arena, member);
        hint = hui_arena_printf(reader->arena, "did you mean `%s`?", near);
        break;
    }
    hui_diags_add(reader->diags, HUI_CODE_MISSING_FIELD, place, hint, "a panel", "type");
}

static hui_panel *read_by_kind(hui_reader *reader, const hui_json *value)
{
    const hui_json *include = hui_json_find(value, "include"), *type = hui_json_find(value, "type");
    if (include)
        return read_include(reader, value, include);
    if (type)
        return read_typed(reader, value, type);
    report_untyped(reader, value);
    return NULL;
}

/* Colours and accents in it are looked up in the panel's own theme, if it has one. */
static hui_panel *read_themed(hui_reader *reader, const hui_json *value)
{
    const hui_json *asked = hui_json_find(value, "theme");
    const hui_theme *surrounding = reader->theme, *theme = asked ? hui_theme_resolve(reader, asked, surrounding) : NULL;
    if (theme)
        reader->theme = theme;
    hui_panel *panel = read_by_kind(reader, value);
    if (panel && theme)
        panel->theme = theme;
    reader->theme = surrounding;
    return panel;
}

/* Without a look at its id, which an include may still replace. */
static hui_panel *read_panel(hui_reader *reader, const hui_json *value)
{
    if (value->kind != HUI_JSON_OBJECT) {
        hui_report_type(reader, value, "a panel object");
        return NULL;
    }
    if (!hui_monitor_advance(reader->options->monitor, 1))
        return NULL;
    if (reader->panel_depth >= DEPTH_LIMIT) {
        hui_diags_add(reader->diags, HUI_CODE_TOO_DEEP, hui_json_place(reader->arena, value), NULL, DEPTH_LIMIT);
        return NULL;
    }
    reader->panel_depth++;
    hui_panel *panel = read_themed(reader, value);
    reader->panel_depth--;
    return panel;
}

void hui_panel_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    (void)field;
    const hui_panel *panel = read_panel(reader, value);
    memcpy(member, &panel, sizeof panel);
    if (panel)
        check_id(reader, panel->common.id);
}

void hui_panels_read(hui_reader *reader, const hui_field *field, const hui_json *value, void *member)
{
    if (value->kind != HUI_JSON_ARRAY) {
        hui_report_type(reader, value, "an array of panels");
        return;
    }
    const hui_panel **panels = HUI_NEW_ARRAY(reader->arena, const hui_panel *, value->count);
    size_t count = 0;
    for (const hui_json *item = value->first; item; item = item->next) {
        hui_panel_read(reader, field, item, &panels[count]);
        count += panels[count] != NULL;
    }
    *(hui_panels *)member = (hui_panels){panels, count};
}
