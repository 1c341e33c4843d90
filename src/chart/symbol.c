/* Symbols: Vega's shapes of points, as polygons in units of half their side. */
#include "chart/outline.h"

#include <math.h>
#include <string.h>

#define HIGH 0.8660254037844386              /* half an equilateral triangle's height, its side being 2 */
#define TIP (-2 * HIGH + 0.5773502691896257) /* of one whose centre of mass is at 0 */
#define FOOT 0.5773502691896257

typedef struct polygon {
    const char *name;
    int count;
    hui_point at[12];
    bool open;
} polygon;

static const polygon polygons[] = {
    {"square", 4, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, false},
    {"cross",
     12,
     {{-1, -0.4},
      {-1, 0.4},
      {-0.4, 0.4},
      {-0.4, 1},
      {0.4, 1},
      {0.4, 0.4},
      {1, 0.4},
      {1, -0.4},
      {0.4, -0.4},
      {0.4, -1},
      {-0.4, -1},
      {-0.4, -0.4}},
     false},
    {"diamond", 4, {{-1, 0}, {0, -1}, {1, 0}, {0, 1}}, false},
    {"triangle-up", 3, {{0, -HIGH}, {-1, HIGH}, {1, HIGH}}, false},
    {"triangle-down", 3, {{0, HIGH}, {-1, -HIGH}, {1, -HIGH}}, false},
    {"triangle-right", 3, {{HIGH, 0}, {-HIGH, -1}, {-HIGH, 1}}, false},
    {"triangle-left", 3, {{-HIGH, 0}, {HIGH, -1}, {HIGH, 1}}, false},
    {"triangle", 3, {{0, TIP}, {-1, FOOT}, {1, FOOT}}, false},
    {"wedge", 3, {{0, TIP}, {-0.25, FOOT}, {0.25, FOOT}}, false},
    {"arrow",
     7,
     {{-1.0 / 7, 1}, {1.0 / 7, 1}, {1.0 / 7, -0.125}, {0.4, -0.125}, {0, -1}, {-0.4, -0.125}, {-1.0 / 7, -0.125}},
     false},
    {"stroke", 2, {{-1, 0}, {1, 0}}, true},
};

static void add_polygon(hui_path *path, const polygon *shape, double half)
{
    for (int i = 0; i < shape->count; i++) {
        const double x = shape->at[i].x * half, y = shape->at[i].y * half;
        if (i == 0)
            hui_path_move(path, x, y);
        else
            hui_path_line(path, x, y);
    }
    if (!shape->open)
        hui_path_close(path);
}

void hui_symbol_outline(hui_path *path, const char *shape, double size)
{
    if (!(size >= 0))
        return;
    const double half = sqrt(hui_coordinate(size)) / 2;
    if (!shape || strcmp(shape, "circle") == 0) {
        hui_path_circle(path, 0, 0, half);
        return;
    }
    for (size_t i = 0; i < sizeof polygons / sizeof *polygons; i++)
        if (strcmp(polygons[i].name, shape) == 0) {
            add_polygon(path, &polygons[i], half);
            return;
        }
    const size_t verbs = path->verb_count, points = path->point_count;
    if (hui_path_svg(path, shape)) {
        hui_path_transform(path, points, hui_matrix_scale(half, half));
    } else {
        path->verb_count = verbs;
        path->point_count = points;
    }
}
