/* Patterns: six quiet grounds, each one path over the whole area. `count` is how many repeats stand side by side. */
#include "art/art_rows.h"
#include "art/shape.h"

#include <math.h>

/* A pattern's repeats, laid out from the middle of the area so that both edges cut them alike. */
typedef struct tiles {
    double pitch, x, y; /* of the first one, outside of the area or at its edge */
    int columns, rows;
    hui_color color;
} tiles;

static const double usual_pitch = 28;
enum { MOST_TILES = 6000 }; /* more than that in an area are but a gray */

static tiles tiles_of(hui_rect area, const hui_art_options *options, double row_share)
{
    const double least = fmax(sqrt(area.w * area.h / row_share / MOST_TILES), fmax(area.w, area.h) / MOST_TILES);
    const double pitch = fmax(options->count > 0 ? area.w / options->count : usual_pitch, fmax(least, 1));
    const double row = pitch * row_share;
    const int columns = (int)ceil(area.w / pitch) + 2, rows = (int)ceil(area.h / row) + 2;
    const hui_color quiet = options->on_strong
                                ? hui_color_mix(options->accent->fill, options->theme->palette.on_strong, 0.09)
                                : hui_color_mix(options->theme->palette.card, options->accent->line, 0.55);
    return (tiles){pitch, area.x + (area.w - pitch * columns) / 2, area.y + (area.h - row * rows) / 2, columns,
                   rows,  hui_shape_color(options, quiet)};
}

void hui_art_pattern_dots(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 0.866);
    hui_path path = hui_path_new(scene->arena);
    for (int row = 0; row < t.rows; row++)
        for (int column = 0; column < t.columns; column++)
            hui_path_circle(&path, t.x + (column + (row % 2 ? 0.75 : 0.25)) * t.pitch,
                            t.y + (row + 0.5) * t.pitch * 0.866, t.pitch * 0.12);
    hui_shape_fill(scene, path, t.color);
}

void hui_art_pattern_stripes(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 1);
    hui_path path = hui_path_new(scene->arena);
    for (int row = 0; row < t.rows; row++)
        hui_path_rect(&path, (hui_rect){area.x, t.y + row * t.pitch, area.w, t.pitch / 4});
    hui_shape_fill(scene, path, t.color);
}

void hui_art_pattern_diagonals(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 1);
    hui_path path = hui_path_new(scene->arena);
    const int slant = (int)ceil(area.h / t.pitch);
    for (int i = -slant; i < t.columns; i++) {
        hui_path_move(&path, t.x + i * t.pitch, area.y + area.h);
        hui_path_line(&path, t.x + i * t.pitch + area.h, area.y);
    }
    hui_shape_line(scene, path, t.color, t.pitch / 6);
}

void hui_art_pattern_grid(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 1);
    hui_path path = hui_path_new(scene->arena);
    for (int row = 0; row <= t.rows; row++) {
        hui_path_move(&path, area.x, t.y + row * t.pitch);
        hui_path_line(&path, area.x + area.w, t.y + row * t.pitch);
    }
    for (int column = 0; column <= t.columns; column++) {
        hui_path_move(&path, t.x + column * t.pitch, area.y);
        hui_path_line(&path, t.x + column * t.pitch, area.y + area.h);
    }
    hui_shape_line(scene, path, t.color, t.pitch / 14);
}

void hui_art_pattern_waves(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 0.7);
    const double row_height = t.pitch * 0.7, rise = t.pitch * 0.35;
    hui_path path = hui_path_new(scene->arena);
    for (int row = 0; row <= t.rows; row++) {
        const double y = t.y + row * row_height;
        hui_path_move(&path, t.x, y);
        for (int column = 0; column < t.columns; column++) {
            const double x = t.x + column * t.pitch;
            hui_path_curve(&path, x + t.pitch / 3, y - rise, x + t.pitch * 2 / 3, y + rise, x + t.pitch, y);
        }
    }
    hui_shape_line(scene, path, t.color, t.pitch / 12);
}

/* Arcs in arcs, each row before the one above: the old pattern of the sea. */
void hui_art_pattern_scales(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    const tiles t = tiles_of(area, options, 0.5);
    static const double radii[] = {0.46, 0.3, 0.14};
    hui_path path = hui_path_new(scene->arena);
    for (int row = 0; row <= t.rows; row++)
        for (int column = 0; column < t.columns; column++)
            for (size_t i = 0; i < sizeof radii / sizeof *radii; i++) {
                const double x = t.x + (column + (row % 2 ? 1 : 0.5)) * t.pitch, y = t.y + row * t.pitch / 2,
                             r = radii[i] * t.pitch;
                hui_path_move(&path, x - r, y);
                hui_path_arc(&path, x, y, r, 180, 360);
            }
    hui_shape_line(scene, path, t.color, t.pitch / 16);
}
