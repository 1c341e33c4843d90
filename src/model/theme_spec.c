/* Themes of specs: a theme's name, or an object that extends one with colours, accents, type sizes and measures. */
#include "model/reader.h"
#include "theme/accent_hue.h"

#include <math.h>
#include <string.h>

typedef struct color_spec {
    hui_string name, color;
} color_spec;

typedef struct accent_spec {
    hui_string name, color, dark, line, tint;
    double hue, chroma; /* NAN: no hue */
} accent_spec;

typedef struct size_spec {
    hui_string name;
    double size, lineHeight;
    int weight;
} size_spec;

typedef struct ink_spec {
    hui_string name; /* of a colour, as hui_theme_color reads it */
    hui_numbers cmyk;
    hui_string spot;
} ink_spec;

typedef struct theme_spec {
    hui_string extends, name;
    hui_list colors, accents, sizes, cmyk;
    const hui_measures *measures; /* NAN: as the extended theme */
    int cards, pen;               /* 0: as the extended theme */
    hui_colors palette;
} theme_spec;

/* In the order of hui_palette_name. */
static const hui_word palette_words[] = {
    {"paper", "ground of the page"},
    {"card", "ground of cards"},
    {"ink", "text"},
    {"secondary", "text of less weight: labels, notes"},
    {"hairline", "thin lines"},
    {"track", "what bars and rings run in"},
    {"gold", "decoration"},
    {"gold-light", "decoration on dark grounds"},
    {"gold-tint", "ground of gold pills"},
    {"gold-ink", "text on gold-tint"},
    {"gold-dark", "text on gold-light"},
    {"strong-start", "gradient of feature panels, first colour"},
    {"strong-middle", "gradient of feature panels, middle colour"},
    {"strong-end", "gradient of feature panels, last colour"},
    {"on-strong", "text on dark grounds"},
    {"stamp", "seals"},
    {NULL, NULL},
};

const hui_word hui_card_style_words[] = {
    {"auto", NULL},
    {"filled", "on the palette's card colour, with a border"},
    {"outlined", "on what is around it, with a border in the accent's colour"},
    {"tinted", "on the accent's tint, without a border"},
    {"band", "filled, the title on a band in the accent's colour"},
    {"ruled", "filled, with a thick rule in the accent's colour along the left edge"},
    {"topped", "filled, with such a rule along the upper edge"},
    {"plain", "on what is around it, below a hairline"},
    {NULL, NULL},
};

const hui_word hui_pen_words[] = {
    {"auto", NULL},
    {"exact", "with straight edges"},
    {"hand-drawn", "as if by hand: edges waver a little, the same way each time"},
    {"sketched", "as if by hand, each line drawn twice"},
    {NULL, NULL},
};

static const hui_word type_words[] = {
#define HUI_TYPE(NAME, word, size, line, weight, doc) {word, doc},
#include "theme/type_scale.inc"
#undef HUI_TYPE
    {NULL, NULL},
};

static const hui_field color_fields[] = {
    HUI_FIELD(color_spec, color, COLOR, "the colour: #RRGGBB, or the name of another of the extended theme",
              .required = true),
};
static const hui_record color_record = {
    "theme color", "A colour of the palette", color_fields, HUI_FIELD_COUNT(color_fields), sizeof(color_spec), "color"};

static const hui_field accent_fields[] = {
    HUI_FIELD(accent_spec, color, COLOR, "text and shapes; without it, what follows from the hue", 0),
    HUI_FIELD(
        accent_spec, hue, NUMBER,
        "degrees of OKLCH (25 red, 60 orange, 145 green, 195 teal, 255 blue, 315 purple): the accent's colours follow, "
        "each with the contrast that WCAG AA asks of text, on light paper or dark",
        .min = 0, .max = 360),
    HUI_FIELD(accent_spec, chroma, NUMBER, "how strong the hue is, from grey at 0", "0.12", .min = 0, .max = 0.4),
    HUI_FIELD(accent_spec, dark, COLOR, "the dark end of gradients; without it, 30 % darker than the colour", 0),
    HUI_FIELD(accent_spec, line, COLOR, "borders; without it, 20 % of the colour on white", 0),
    HUI_FIELD(accent_spec, tint, COLOR, "grounds of pills and icons; without it, 8 % of the colour on white", 0),
};
static const hui_record accent_record = {"theme accent",      "An accent: a colour with its company",
                                         accent_fields,       HUI_FIELD_COUNT(accent_fields),
                                         sizeof(accent_spec), "color"};

static const hui_field size_fields[] = {
    HUI_FIELD(size_spec, size, NUMBER, "the type size in px", .min = 8, .max = 1000),
    HUI_FIELD(size_spec, lineHeight, NUMBER, "the height of a line in px; without it, in proportion to the size",
              .min = 8, .max = 2000),
    HUI_FIELD(size_spec, weight, INTEGER, "400 regular, 700 bold, 900 black", .min = 100, .max = 900),
};
static const hui_record size_record = {
    "theme size", "A step of the type scale", size_fields, HUI_FIELD_COUNT(size_fields), sizeof(size_spec), "size"};

static const hui_field measure_fields[] = {
    HUI_FIELD(hui_measures, margin, NUMBER, "the page's margin", .min = 0, .max = 1000),
    HUI_FIELD(hui_measures, gap, NUMBER, "the gap between panels", .min = 0, .max = 1000),
    HUI_FIELD(hui_measures, radius, NUMBER, "the radius of corners", .min = 0, .max = 1000),
    HUI_FIELD(hui_measures, line, NUMBER, "the width of borders", .min = 0, .max = 100),
    HUI_FIELD_AS("cardX", hui_measures, card_x, NUMBER, "a card's padding at the sides", .min = 0, .max = 1000),
    HUI_FIELD_AS("cardY", hui_measures, card_y, NUMBER, "a card's padding above and below", .min = 0, .max = 1000),
    HUI_FIELD_AS("chapterTop", hui_measures, chapter_top, NUMBER, "a chapter's padding above", .min = 0, .max = 1000),
    HUI_FIELD_AS("chapterBottom", hui_measures, chapter_bottom, NUMBER, "a chapter's padding below", .min = 0,
                 .max = 1000),
    HUI_FIELD_AS("iconStroke", hui_measures, icon_stroke, NUMBER, "the width of icons' lines", .min = 0.5, .max = 20),
};
static const hui_record measure_record = {"theme measures",     "Measures of a theme, in px",
                                          measure_fields,       HUI_FIELD_COUNT(measure_fields),
                                          sizeof(hui_measures), NULL};

static const hui_field ink_fields[] = {
    HUI_FIELD(ink_spec, cmyk, NUMBERS, "cyan, magenta, yellow and black in percent", .required = true, .min = 0,
              .max = 100),
    HUI_FIELD(
        ink_spec, spot, STRING,
        "the name of a spot colour, such as \"PANTONE 871 C\", which gets a plate of its own; `cmyk` stands for it in "
        "gradients and on screens",
        0),
};
static const hui_record ink_record = {
    "theme ink", "What a colour is printed with", ink_fields, HUI_FIELD_COUNT(ink_fields), sizeof(ink_spec), "cmyk"};

static const hui_field theme_fields[] = {
    HUI_FIELD(theme_spec, extends, STRING, "the theme to start from; without it, of a panel the theme around it",
              .fallback = "\"red-gold\""),
    HUI_FIELD(theme_spec, name, STRING, "what the new theme is called", 0),
    HUI_FIELD(theme_spec, colors, MAP, "colours of the palette by role", .words = palette_words,
              .record = &color_record),
    HUI_FIELD(theme_spec, accents, MAP, "accents by name, new ones or other colours for old ones",
              .record = &accent_record),
    HUI_FIELD(theme_spec, sizes, MAP, "steps of the type scale by name", .words = type_words, .record = &size_record),
    HUI_FIELD(
        theme_spec, cmyk, MAP,
        "inks of colours in a print PDF, by role, accent or #RRGGBB; those of other colours follow from the profile",
        .record = &ink_record),
    HUI_FIELD(theme_spec, measures, OBJECT, "measures", .record = &measure_record),
    HUI_FIELD(theme_spec, palette, COLORS,
              "colours of the series of charts and of the parts in structures, as the name of a scheme of Vega's or "
              "ColorBrewer's, `okabeito`, or a list; those with a contrast of 3 to what they stand on are taken first",
              0),
    HUI_FIELD_AS("cardStyle", theme_spec, cards, ENUM,
                 "how cards are set off from what is around them; without it, as in the extended theme",
                 .fallback = "\"auto\"", .words = hui_card_style_words),
    HUI_FIELD_AS("stroke", theme_spec, pen, ENUM,
                 "how borders, bars, links and shapes are drawn; without it, as in the extended theme",
                 .fallback = "\"auto\"", .words = hui_pen_words),
};

const hui_record hui_theme_record = {
    .name = "theme",
    .doc = "A theme that extends another one",
    .fields = theme_fields,
    .field_count = HUI_FIELD_COUNT(theme_fields),
    .size = sizeof(theme_spec),
    .shorthand = "extends",
};

/* A checked colour; `otherwise` where the spec is silent. */
static hui_color color_of(const hui_theme *base, hui_string text, hui_color otherwise)
{
    hui_color color;
    return text.text && hui_theme_color(base, &base->accents[0], text.text, &color) ? color : otherwise;
}

static void apply_colors(const hui_theme *base, const hui_list *list, hui_palette *palette)
{
    const color_spec *specs = list->at;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < hui_palette_name_count(); j++)
            if (!strcmp(hui_palette_name(j), specs[i].name.text)) {
                hui_color *role = (hui_color *)((char *)palette + hui_palette_offset(j));
                *role = color_of(base, specs[i].color, *role);
            }
}

/* What the spec says of a hue's accent goes before what follows from the hue. */
static hui_accent accent_of_hue(const hui_theme *base, const hui_palette *palette, const accent_spec *spec)
{
    hui_accent accent = hui_accent_of_hue(palette, spec->name.text, spec->hue, spec->chroma);
    accent.color = color_of(base, spec->color, accent.color);
    accent.dark = color_of(base, spec->dark, accent.dark);
    accent.line = color_of(base, spec->line, accent.line);
    accent.tint = color_of(base, spec->tint, accent.tint);
    return accent;
}

static hui_accent make_accent(const hui_theme *base, const accent_spec *spec)
{
    static const hui_color black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    const hui_color color = color_of(base, spec->color, base->accents[0].color);
    const hui_color tint = color_of(base, spec->tint, hui_color_mix(color, white, 0.92));
    return (hui_accent){
        .name = spec->name.text,
        .color = color,
        .fill = color,
        .pale = tint,
        .dark = color_of(base, spec->dark, hui_color_mix(color, black, 0.3)),
        .line = color_of(base, spec->line, hui_color_mix(color, white, 0.8)),
        .tint = tint,
    };
}

static bool check_accent(hui_reader *reader, const accent_spec *spec)
{
    if (isnan(spec->hue) && !spec->color.text)
        hui_diags_add(reader->diags, HUI_CODE_MISSING_FIELD, spec->name.place,
                      "or a `hue`, of which the colours follow", "a theme accent", "color");
    return !isnan(spec->hue);
}

static void apply_accents(hui_reader *reader, const hui_theme *base, const hui_list *list, hui_theme *theme)
{
    const accent_spec *specs = list->at;
    hui_accent *accents = HUI_NEW_ARRAY(reader->arena, hui_accent, base->accent_count + list->count);
    memcpy(accents, base->accents, base->accent_count * sizeof *accents);
    for (size_t i = 0; i < list->count; i++) {
        const hui_accent *old = hui_accent_find(base, specs[i].name.text);
        accents[old ? (size_t)(old - base->accents) : theme->accent_count++] =
            check_accent(reader, &specs[i]) ? accent_of_hue(base, &theme->palette, &specs[i])
                                            : make_accent(base, &specs[i]);
    }
    theme->accents = accents;
}

static bool check_ink(hui_reader *reader, const ink_spec *spec)
{
    if (spec->cmyk.at && spec->cmyk.count != 4)
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, spec->cmyk.place, NULL, "cmyk",
                      "four numbers: cyan, magenta, yellow and black in percent");
    if (spec->spot.text && (!*spec->spot.text || strlen(spec->spot.text) > 60))
        hui_diags_add(reader->diags, HUI_CODE_OUT_OF_RANGE, spec->spot.place, NULL, "spot", "a name of 1 to 60 bytes");
    return spec->cmyk.count == 4;
}

/* Colours are those of the finished theme. */
static void apply_inks(hui_reader *reader, const hui_list *list, hui_theme *theme)
{
    const ink_spec *specs = list->at;
    hui_theme_ink *inks = HUI_NEW_ARRAY(reader->arena, hui_theme_ink, list->count);
    for (size_t i = 0; i < list->count; i++) {
        hui_theme_ink *ink = &inks[theme->ink_count];
        if (!hui_theme_color(theme, &theme->accents[0], specs[i].name.text, &ink->color))
            hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_VALUE, specs[i].name.place,
                          "a colour is #RRGGBB, a role of the palette or the name of an accent", specs[i].name.text,
                          "cmyk");
        else if (check_ink(reader, &specs[i])) {
            memcpy(ink->cmyk, specs[i].cmyk.at, sizeof ink->cmyk);
            ink->spot = specs[i].spot.text;
            theme->ink_count++;
        }
    }
    theme->inks = inks;
}

static void apply_sizes(const hui_list *list, hui_theme *theme)
{
    const size_spec *specs = list->at;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < HUI_TYPE_COUNT; j++) {
            hui_type_style *style = &theme->type[j];
            if (strcmp(style->name, specs[i].name.text) != 0)
                continue;
            const double size = isnan(specs[i].size) ? style->size : specs[i].size;
            style->line_height =
                isnan(specs[i].lineHeight) ? style->line_height * size / style->size : specs[i].lineHeight;
            style->size = size;
            style->weight = specs[i].weight > 0 ? specs[i].weight : style->weight;
        }
}

static void apply_measures(const hui_measures *measures, hui_theme *theme)
{
    for (size_t i = 0; i < HUI_FIELD_COUNT(measure_fields); i++) {
        const size_t offset = measure_fields[i].offset;
        const double value = *(const double *)(const void *)((const char *)measures + offset);
        if (!isnan(value))
            memcpy((char *)&theme->measures + offset, &value, sizeof value);
    }
}

const char *hui_theme_hint(hui_reader *reader, const char *name)
{
    const char **names = HUI_NEW_ARRAY(reader->arena, const char *, hui_theme_count);
    for (size_t i = 0; i < hui_theme_count; i++)
        names[i] = hui_themes[i]->name;
    return hui_word_hint(reader->arena, name, names, hui_theme_count);
}

/* NULL after it was reported that there is none. */
static const hui_theme *find_named(hui_reader *reader, const hui_json *name)
{
    const hui_theme *theme = name->has_nul ? NULL : hui_theme_find(name->string);
    if (!theme)
        hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_THEME, hui_json_place(reader->arena, name),
                      hui_theme_hint(reader, name->string), name->string);
    return theme;
}

/* What the object extends must be known before its colours are read. */
static const hui_theme *find_base(hui_reader *reader, const hui_json *value, const hui_theme *around)
{
    const hui_json *extends = value->kind == HUI_JSON_OBJECT ? hui_json_find(value, "extends") : value;
    if (!extends || extends->kind != HUI_JSON_STRING)
        return around;
    const hui_theme *base = find_named(reader, extends);
    return base ? base : around;
}

static bool is_path(const hui_json *value)
{
    const size_t length = value->kind == HUI_JSON_STRING ? strlen(value->string) : 0;
    return length > 5 && !strcmp(value->string + length - 5, ".json");
}

const hui_theme *hui_theme_resolve(hui_reader *reader, const hui_json *value, const hui_theme *around)
{
    if (is_path(value))
        value = hui_reader_follow(reader, value, false);
    reader->theme = around;
    if (!value)
        return reader->theme;
    const hui_theme *base = find_base(reader, value, around);
    reader->theme = base;
    const theme_spec *spec = hui_record_read(reader, &hui_theme_record, value);
    if (value->kind != HUI_JSON_OBJECT)
        return base;
    hui_theme *theme = hui_arena_copy(reader->arena, base, sizeof *base);
    if (spec->name.text)
        theme->name = spec->name.text;
    apply_colors(base, &spec->colors, &theme->palette);
    apply_accents(reader, base, &spec->accents, theme);
    apply_sizes(&spec->sizes, theme);
    if (spec->measures)
        apply_measures(spec->measures, theme);
    apply_inks(reader, &spec->cmyk, theme);
    hui_series_apply(reader, &spec->palette, theme);
    if (spec->cards > 0)
        theme->cards = (hui_card_style)(spec->cards - 1);
    if (spec->pen > 0)
        theme->pen = (hui_pen)(spec->pen - 1);
    return theme;
}
