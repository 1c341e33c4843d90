/* Icons: name look-up in the generated table, outlines from the three weights of the icon font. */
#include "icon/icon.h"

#include "icon/icon_words.h"
#include "icon/own_icons.h"
#include "text/outline.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct icon_row {
    const char *name;
    uint32_t code_point;
    const char *tags;
} icon_row;

static const icon_row table[] = {
#include "icon/icon_table.inc"
};

enum { TABLE_SIZE = sizeof table / sizeof *table, WEIGHT_COUNT = 3, UNITS = 1000 };

/* The files of the set and the stroke each draws, in units of the icon's 24-unit grid. */
static const struct {
    const char *file;
    double stroke;
} weights[WEIGHT_COUNT] = {
    {"TablerIcons-200.ttf", 1.0},
    {"TablerIcons-300.ttf", 1.5},
    {"TablerIcons-400.ttf", 2.0},
};

/* The outline of a glyph that was asked for. */
typedef struct drawn_glyph {
    const hb_font_t *font;
    uint32_t code_point;
    hui_path outline;
} drawn_glyph;

/* Of these so many are kept; then all are forgotten, as what fills them is a catalogue and no poster. */
enum { MOST_DRAWN = 256 };

struct hui_icons {
    char *folder;
    hb_font_t *fonts[WEIGHT_COUNT];
    hb_draw_funcs_t *draw;
    hui_arena *arena; /* of the outlines */
    drawn_glyph drawn[MOST_DRAWN];
    size_t drawn_count;
};

hui_icons *hui_icons_new(const char *fonts_folder)
{
    hui_icons *icons = calloc(1, sizeof *icons);
    if (!icons || !(icons->folder = strdup(fonts_folder)))
        abort();
    icons->arena = hui_arena_new();
    return icons;
}

void hui_icons_free(hui_icons *icons)
{
    if (!icons)
        return;
    for (int i = 0; i < WEIGHT_COUNT; i++)
        hb_font_destroy(icons->fonts[i]);
    hb_draw_funcs_destroy(icons->draw);
    hui_arena_free(icons->arena);
    free(icons->folder);
    free(icons);
}

static int compare_names(const void *key, const void *row)
{
    return strcmp(key, ((const icon_row *)row)->name);
}

static const icon_row *find_row(const char *name)
{
    return bsearch(name, table, TABLE_SIZE, sizeof *table, compare_names);
}

bool hui_icon_exists(const char *name)
{
    return find_row(name) || hui_own_icon_find(name);
}

const char *hui_icon_nearest(const char *name)
{
    if ((unsigned char)name[0] >= 0x80)
        return hui_icon_best(name);
    const char **names = malloc(TABLE_SIZE * sizeof *names);
    if (!names)
        abort();
    for (size_t i = 0; i < TABLE_SIZE; i++)
        names[i] = table[i].name;
    const char *nearest = hui_word_nearest(name, names, TABLE_SIZE);
    free(names);
    return nearest;
}

size_t hui_icon_count(void)
{
    return TABLE_SIZE + hui_own_icon_count;
}

/* Our own icons are few: they follow the sorted table instead of being merged into it. */
const char *hui_icon_name(size_t index)
{
    return index < TABLE_SIZE ? table[index].name : hui_own_icons[index - TABLE_SIZE].name;
}

const char *hui_icon_tags(size_t index)
{
    return index < TABLE_SIZE ? table[index].tags : hui_own_icons[index - TABLE_SIZE].tags;
}

/* NULL if the file is missing: the caller then has no outline. */
static hb_font_t *open_weight(hui_icons *icons, int weight)
{
    if (icons->fonts[weight])
        return icons->fonts[weight];
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", icons->folder, weights[weight].file);
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, UNITS, UNITS);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return icons->fonts[weight] = font;
}

/* The weight whose stroke at this size is nearest to the one asked for. */
static int choose_weight(double size, double stroke)
{
    int best = 0;
    for (int i = 1; i < WEIGHT_COUNT; i++)
        if (fabs(weights[i].stroke * size / 24 - stroke) < fabs(weights[best].stroke * size / 24 - stroke))
            best = i;
    return best;
}

static const hui_path *draw_glyph(hui_icons *icons, hb_font_t *font, uint32_t code_point, hb_codepoint_t glyph)
{
    if (icons->drawn_count == MOST_DRAWN) {
        hui_arena_clear(icons->arena, 0);
        icons->drawn_count = 0;
    }
    if (!icons->draw)
        icons->draw = hui_outline_funcs();
    drawn_glyph *drawn = &icons->drawn[icons->drawn_count++];
    *drawn = (drawn_glyph){font, code_point, hui_path_new(icons->arena)};
    hui_outline_add(icons->draw, font, glyph, &drawn->outline);
    return &drawn->outline;
}

/* NULL if the font has none. */
static const hui_path *find_glyph(hui_icons *icons, hb_font_t *font, uint32_t code_point)
{
    hb_codepoint_t glyph;
    for (size_t i = 0; i < icons->drawn_count; i++)
        if (icons->drawn[i].font == font && icons->drawn[i].code_point == code_point)
            return &icons->drawn[i].outline;
    return hb_font_get_nominal_glyph(font, code_point, &glyph) ? draw_glyph(icons, font, code_point, glyph) : NULL;
}

bool hui_icon_outline(hui_icons *icons, const char *name, double x, double y, double size, double stroke,
                      hui_path *path)
{
    const hui_own_icon *own = hui_own_icon_find(name);
    if (own) {
        hui_path glyph = hui_path_new(path->arena);
        hui_path_svg(&glyph, own->outline);
        hui_path_add(path, &glyph, (hui_matrix){size / 24, 0, 0, size / 24, x, y});
        return true;
    }
    const icon_row *row = find_row(name);
    hb_font_t *font = row ? open_weight(icons, choose_weight(size, stroke)) : NULL;
    if (!font)
        return false;
    /* The 24-unit grid fills the em; its top is 900 units above the baseline. */
    const double scale = size / UNITS;
    const hui_path *glyph = find_glyph(icons, font, row->code_point);
    if (glyph)
        hui_path_add(path, glyph, (hui_matrix){scale, 0, 0, -scale, x, y + 900 * scale});
    return true;
}
