/* Posters: the root of a spec, whether a poster or one panel, and everything it says about itself. */
#include "model/reader.h"

#include <string.h>

/* What the poster's record is read into: the poster, and what it is made from. */
typedef struct poster_spec {
    hui_poster poster;
    const void *theme; /* read first of all, see choose_theme */
    const hui_page *page;
    hui_print_spec *print;
} poster_spec;

typedef struct font_spec {
    hui_string path;
} font_spec;

static const hui_field font_fields[] = {
    HUI_FIELD(font_spec, path, FILE, "the folder, relative to the file", .required = true),
};

static const hui_record font_record = {
    "font folder", "A folder of fonts", font_fields, HUI_FIELD_COUNT(font_fields), sizeof(font_spec), "path"};

static const hui_field poster_fields[] = {
    HUI_FIELD_AS("title", poster_spec, poster.title, STRING,
                 "the title, for readers, catalogues and the file's metadata", 0),
    HUI_FIELD_AS("description", poster_spec, poster.description, STRING,
                 "what the poster is about, in a sentence, for those who do not see it", 0),
    HUI_FIELD_AS("author", poster_spec, poster.author, STRING, "who made it, for the file's metadata", 0),
    HUI_FIELD_AS("lang", poster_spec, poster.lang, STRING,
                 "the language of the texts, as a BCP 47 tag such as zh-Hans or en", .fallback = "\"zh-Hans\""),
    HUI_FIELD(poster_spec, theme, OBJECT, "the look: a theme's name, an object that extends one, or the path of a .json file that holds such an object",
              .fallback = "\"red-gold\"", .record = &hui_theme_record),
    HUI_FIELD(poster_spec, page, OBJECT,
              "the page: its width, margin and paper, what print needs, and whether there are several",
              .fallback = "{}", .record = &hui_page_record),
    HUI_FIELD(poster_spec, print, OBJECT, "what its PDF is made fit for: print shops, archives, reading aloud",
              .record = &hui_print_record),
    HUI_FIELD_AS("lint", poster_spec, poster.lint, OBJECT, "what is not found fault with in the whole poster",
                 .record = &hui_lint_record),
    HUI_FIELD_AS("fonts", poster_spec, poster.fonts, LIST, "folders of fonts to use besides the bundled ones",
                 .record = &font_record),
    HUI_FIELD_AS(
        "data", poster_spec, poster.data, JSON,
        "named data that charts show and `repeat` goes over: an object of lists, or of Vega-Lite's data objects, such as "
        "{\"url\": \"data/gdp.csv\"}, which may also have `columns` (types), `encoding` and `query`", 0),
    HUI_FIELD_AS("panels", poster_spec, poster.panels, PANELS, "what the poster shows, from top to bottom",
                 .required = true),
};

const hui_record hui_poster_record = {
    .name = "poster",
    .doc = "A poster: panels, one below the other",
    .fields = poster_fields,
    .field_count = HUI_FIELD_COUNT(poster_fields),
    .size = sizeof(poster_spec),
};

/* The shape of a BCP 47 tag (RFC 5646, section 2.1): subtags of up to eight letters and digits, the first of letters. */
static bool is_language(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char alphanumerics[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    size_t length = strspn(text, letters);
    if (length < 2 || length > 8)
        return false;
    for (text += length; *text; text += length) {
        if (*text++ != '-')
            return false;
        length = strspn(text, alphanumerics);
        if (length < 1 || length > 8)
            return false;
    }
    return true;
}

static void check_language(hui_reader *reader, hui_string lang)
{
    if (lang.text && !is_language(lang.text))
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, lang.place, NULL, "lang",
                      "a BCP 47 language tag such as zh-Hans or en");
}

/* The theme in force, which reading the rest needs: what the caller asks for, else the spec's. */
static void choose_theme(hui_reader *reader, const hui_json *value)
{
    const char *wanted = reader->options->theme;
    const hui_theme *colors = reader->options->colors, *theme = wanted ? hui_theme_find(wanted) : NULL;
    reader->theme = value ? hui_theme_resolve(reader, value, hui_themes[0]) : hui_themes[0];
    if (theme)
        reader->theme = theme;
    if (colors)
        reader->theme = hui_theme_recolor(reader->arena, reader->theme, colors);
    if (wanted && !theme)
        hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_THEME, (hui_place){0}, hui_theme_hint(reader, wanted), wanted);
}

/* A file that is one panel makes a poster of that panel, with all defaults. */
static void read_lone_panel(hui_reader *reader, const hui_json *root, hui_poster *poster)
{
    const hui_panel **panel = HUI_NEW(reader->arena, const hui_panel *);
    hui_panel_read(reader, NULL, root, panel);
    poster->is_panel = true;
    poster->panels = (hui_panels){panel, *panel != NULL};
}

static bool is_panel(const hui_json *root)
{
    return hui_json_find(root, "type") || hui_json_find(root, "include");
}

static const hui_poster *read_root(hui_reader *reader, const hui_json *root)
{
    if (root->kind != HUI_JSON_OBJECT) {
        hui_report_type(reader, root, "a poster or panel object");
        return NULL;
    }
    static const char *const also[] = {"theme", NULL};
    const bool is_lone = is_panel(root);
    choose_theme(reader, is_lone ? NULL : hui_json_find(root, "theme"));
    poster_spec *spec = hui_arena_copy(reader->arena, hui_record_defaults(reader, &hui_poster_record), sizeof *spec);
    hui_poster *poster = &spec->poster;
    if (is_lone)
        read_lone_panel(reader, root, poster);
    else
        hui_object_read(reader, root, &(hui_target){&hui_poster_record, spec}, 1, also);
    check_language(reader, poster->lang);

    const hui_json *page = is_lone ? NULL : hui_json_find(root, "page");
    poster->page = *spec->page;
    poster->theme = reader->theme;
    poster->print = spec->print;
    poster->files = reader->files;
    poster->lenient = reader->options->lenient;
    poster->panel_count = reader->panel_count;
    poster->monitor = reader->options->monitor;
    poster->find_table = reader->options->find_table;
    poster->table_closure = reader->options->table_closure;
    hui_page_resolve(reader, &poster->page, page);
    if (spec->print)
        hui_print_spec_resolve(reader, spec->print, poster->page.marks,
                               hui_json_place(reader->arena, hui_json_find(root, "print")));
    return poster;
}

const hui_poster *hui_poster_read(hui_arena *arena, const hui_json *root, const hui_files *files,
                                  const hui_read_options *options, hui_diags *diags)
{
    const size_t error_count = diags->error_count;
    const hui_spec_file file = {files->name, files->folder, files->path, NULL};
    hui_reader reader = {.arena = arena, .diags = diags, .options = options, .file = &file, .files = files};
    const hui_poster *poster = read_root(&reader, root);
    hui_diags_sort(diags);
    return diags->error_count == error_count ? poster : NULL;
}
