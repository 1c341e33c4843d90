/* Skyline: a row of buildings with flat, slanted, domed and spired roofs and lit windows. */
#include "art/art_rows.h"
#include "art/pieces.h"
#include "art/shape.h"

#include <math.h>

typedef enum roof { FLAT, SLANT, SPIRE, DOME } roof;

/* The row's rhythm: neighbours differ in height and roof, towers stand apart. Width in px at scale 1, height
 * from the lowest (0) to the highest (1). A seed begins elsewhere in it and varies each. */
typedef struct design {
    double width, height;
    roof roof;
} design;

static const design designs[] = {
    {44, 0.00, FLAT},  {54, 0.42, SLANT}, {38, 0.18, FLAT}, {46, 0.80, SPIRE}, {60, 0.48, FLAT}, {52, 0.04, DOME},
    {44, 0.60, SLANT}, {40, 1.00, SPIRE}, {56, 0.34, FLAT}, {64, 0.66, FLAT},  {40, 0.12, FLAT}, {50, 0.42, SLANT},
};
enum { DESIGNS = sizeof designs / sizeof *designs, MOST_BUILDINGS = 400 };

static const double gap = 6, window_width = 8, window_height = 10, window_x = 14, window_y = 22;

typedef struct building {
    double left, top, width, scale;
    roof roof;
} building;

static void add_roof(hui_path *walls, const building *b)
{
    double k = b->scale, middle = b->left + b->width / 2, right = b->left + b->width;
    switch (b->roof) {
    case FLAT:
        break;
    case SLANT: {
        double rise = 0.44 * b->width;
        const hui_point slant[] = {{b->left, b->top}, {right, b->top - rise}, {right, b->top}};
        hui_path_polygon(walls, slant, 3);
        break;
    }
    case SPIRE: {
        const hui_point mast[] = {{middle - 2.4 * k, b->top}, {middle, b->top - 46 * k}, {middle + 2.4 * k, b->top}};
        hui_path_polygon(walls, mast, 3);
        break;
    }
    case DOME: {
        double r = b->width / 2 + 3 * k;
        hui_path dome = hui_path_new(walls->arena);
        hui_path_arc(&dome, 0, 0, 1, 180, 360);
        hui_path_close(&dome);
        hui_path_add(walls, &dome, (hui_matrix){r, 0, 0, r * 0.86, middle, b->top});
        hui_path_rect(walls, (hui_rect){middle - 2 * k, b->top - r * 0.86 - 18 * k, 4 * k, 24 * k});
        break;
    }
    }
}

/* Windows in a grid centred on the wall, down to `bottom`. */
static void add_windows(hui_path *windows, const building *b, double bottom, double lit, hui_rng *rng)
{
    const double k = b->scale;
    int columns = (int)((b->width / k - 14 + window_x - window_width) / window_x);
    double left = b->left + (b->width - ((columns - 1) * window_x + window_width) * k) / 2;
    int rows = (int)floor(((bottom - b->top) / k - 14 - window_height) / window_y) + 1;
    for (int row = 0; row < rows && row < 60; row++) {
        bool dark_before = true;
        for (int column = 0; column < columns; column++) {
            /* No two dark ones side by side, or the wall looks patched. */
            bool is_lit = hui_rng_range(rng, 0, 1) < (dark_before && column ? 0.92 : lit);
            dark_before = !is_lit;
            if (is_lit)
                hui_path_rect(windows, (hui_rect){left + column * window_x * k, b->top + (14 + row * window_y) * k,
                                                  window_width * k, window_height * k});
        }
    }
}

/* Ends the row at the right edge: without the last building if little of it shows, then all a bit wider or slimmer. */
static int justify_row(const hui_skyline *s, building *row, int count)
{
    double right = s->area.x + s->area.w;
    if (count > 1 && right - row[count - 1].left < row[count - 1].width / 2)
        count--;
    double stretch = s->area.w / (row[count - 1].left + row[count - 1].width - s->area.x);
    for (int i = 0; i < count; i++) {
        row[i].left = s->area.x + (row[i].left - s->area.x) * stretch;
        row[i].width *= stretch;
    }
    return count;
}

/* Fills `row` from left to right and returns how many; heights are px, the highest as high as the area. */
static int plan_row(const hui_skyline *s, hui_rng *rng, building row[MOST_BUILDINGS])
{
    double x = s->area.x, bottom = s->area.y + s->area.h, highest = 0;
    double k = fmax(s->scale, s->area.w / (MOST_BUILDINGS * 36.0)); /* so that the row reaches the right edge */
    double low = s->low > 0 ? s->low : 0.5;
    int any = hui_rng_int(rng, 0, DESIGNS - 1), first = s->first >= 0 ? s->first : any;
    int most = s->count > 0 ? s->count : MOST_BUILDINGS, count = 0;
    for (; count < most && count < MOST_BUILDINGS && x < s->area.x + s->area.w; count++) {
        const design *d = &designs[(first + count) % DESIGNS];
        double share = fmin(1, 1.2 * (x - s->area.x) / s->area.w);
        double height = low + (1 - low) * d->height;
        height *= (1 - s->slope * 0.5 * (1 - share)) * hui_rng_range(rng, 0.94, 1);
        double width = round(d->width * hui_rng_range(rng, 0.9, 1.15)) * k;
        row[count] = (building){x, height, width, k, s->plain && d->roof != SLANT ? FLAT : d->roof};
        highest = fmax(highest, height);
        x += width + gap * k;
    }
    for (int i = 0; i < count; i++)
        row[i].top = bottom - row[i].top / highest * s->area.h;
    return s->count > 0 ? count : justify_row(s, row, count);
}

void hui_skyline_draw(hui_scene *scene, const hui_skyline *s, hui_rng *rng)
{
    hui_path walls = hui_path_new(scene->arena), windows = hui_path_new(scene->arena);
    building row[MOST_BUILDINGS];
    int count = plan_row(s, rng, row);
    double bottom = s->area.y + s->area.h, lowest = bottom - fmax(8 * s->scale, s->plinth);
    if (s->plinth > 0)
        hui_path_rect(&walls, (hui_rect){s->area.x, bottom - s->plinth, s->area.w, s->plinth});
    for (int i = 0; i < count; i++) {
        hui_path_rect(&walls, (hui_rect){row[i].left, row[i].top, row[i].width, bottom - row[i].top});
        add_roof(&walls, &row[i]);
        add_windows(&windows, &row[i], lowest, s->lit, rng);
    }
    hui_shape_fill(scene, walls, s->wall);
    hui_shape_fill(scene, windows, s->window);
}

void hui_art_skyline(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const hui_palette *palette = &options->theme->palette;
    double k = area.h / 304;
    hui_rng rng = hui_rng_seed((uint64_t)options->seed);
    hui_skyline skyline = {
        .area = {area.x, area.y + 68 * k, area.w, area.h - 68 * k}, /* 68: room for a mast */
        .scale = k * 1.15,
        .slope = 1,
        .count = options->count,
        .first = -1,
        .lit = 0.62,
        .wall = hui_shape_color(options, options->on_strong ? options->accent->dark : options->accent->color),
        .window = options->on_strong ? hui_color_mix(palette->gold, palette->gold_light, 0.2)
                                     : hui_color_mix(palette->gold, palette->gold_light, 0.6),
    };
    hui_skyline_draw(scene, &skyline, &rng);
}
