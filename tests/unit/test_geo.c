/* links: base json data geo */
/* Maps: places, outlines, fits and measures, against values of d3-geo. */
#include "geo/geojson.h"
#include "geo/measure.h"
#include "geo/projection.h"
#include "json/make.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_state.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char square[] = "{\"type\":\"Polygon\",\"coordinates\":[[[-10,-10],[-10,10],[10,10],[10,-10],[-10,-10]]]}";
static const char turned[] = "{\"type\":\"Polygon\",\"coordinates\":[[[-10,-10],[10,-10],[10,10],[-10,10],[-10,-10]]]}";
static const char hole[] = "{\"type\":\"Polygon\",\"coordinates\":[[[-60,-50],[-60,50],[40,50],[40,-50],[-60,-50]],"
                           "[[-20,-20],[10,-20],[10,10],[-20,10],[-20,-20]]]}";
static const char over[] = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                           "[[[170,-10],[170,15],[-165,15],[-165,-10],[170,-10]]]}}";
static const char cap[] = "{\"type\":\"Polygon\",\"coordinates\":[[[-180,60],[90,60],[0,60],[-90,60],[-180,60]]]}";
static const char south[] = "{\"type\":\"Polygon\",\"coordinates\":"
                            "[[[-170,-70],[-90,-65],[0,-75],[90,-62],[170,-70],[-170,-70]]]}";
static const char line[] = "{\"type\":\"LineString\",\"coordinates\":[[-170,10],[100,40],[20,-60],[-60,50]]}";
static const char lines[] = "{\"type\":\"MultiLineString\",\"coordinates\":"
                            "[[[-120,30],[-80,45]],[[-160,60],[-150,70]],[[-158,20],[-155,21]]]}";
static const char points[] = "{\"type\":\"MultiPoint\",\"coordinates\":[[10,20],[-100,40],[170,-80]]}";
static const char sphere[] = "{\"type\":\"Sphere\"}";
static const char collection[] =
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"GeometryCollection\","
    "\"geometries\":[{\"type\":\"Point\",\"coordinates\":[5,5]},{\"type\":\"MultiPolygon\",\"coordinates\":"
    "[[[[30,10],[30,15],[40,15],[40,10],[30,10]]],[[[50,10],[50,15],[60,15],[60,10],[50,10]]]]}]}},"
    "{\"type\":\"Feature\",\"geometry\":null}]}";

static hui_value value_of(hui_arena *arena, const char *json)
{
    return hui_value_from_json(arena, hui_json_constant(arena, json));
}

static void read_numbers(hui_value list, double *into, size_t count)
{
    for (size_t i = 0; list.kind == HUI_VALUE_ARRAY && i < count && i < list.count; i++)
        into[i] = hui_value_to_number(list.items[i]);
}

static void read_number(hui_value value, double *into)
{
    if (value.kind == HUI_VALUE_NUMBER)
        *into = value.number;
}

static hui_projection *projection_of(hui_arena *arena, const char *json)
{
    const hui_value value = value_of(arena, json), extent = hui_value_member(value, "clipExtent");
    hui_projection_params params = hui_projection_params_default(hui_value_member(value, "type").string);
    read_number(hui_value_member(value, "scale"), &params.scale);
    read_number(hui_value_member(value, "clipAngle"), &params.clip_angle);
    read_number(hui_value_member(value, "precision"), &params.precision);
    read_numbers(hui_value_member(value, "translate"), params.translate, 2);
    read_numbers(hui_value_member(value, "center"), params.center, 2);
    read_numbers(hui_value_member(value, "rotate"), params.rotate, 3);
    read_numbers(hui_value_member(value, "parallels"), params.parallels, 2);
    for (uint32_t i = 0; extent.kind == HUI_VALUE_ARRAY && i < 2; i++)
        read_numbers(extent.items[i], params.clip_extent + 2 * i, 2);
    params.reflect_x = hui_value_truthy(hui_value_member(value, "reflectX"));
    params.reflect_y = hui_value_truthy(hui_value_member(value, "reflectY"));
    hui_projection *projection = hui_projection_new(arena, &params);
    assert_non_null(projection);
    return projection;
}

static bool is_near(double have, double want, double by)
{
    return isnan(want) ? isnan(have) : fabs(have - want) <= by;
}

/* Projections
 * ----------- */

static void places(void **state)
{
    static const struct {
        const char *projection;
        double longitude, latitude, x, y;
    } cases[] = {
#include "geo_places.inc"
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const hui_projection *projection = projection_of(*state, cases[i].projection);
        const hui_point at = hui_projection_point(projection, cases[i].longitude, cases[i].latitude);
        if (!is_near(at.x, cases[i].x, 1e-5) || !is_near(at.y, cases[i].y, 1e-5))
            fail_msg("%s: (%g, %g) is at (%f, %f) instead of (%f, %f)", cases[i].projection, cases[i].longitude,
                     cases[i].latitude, at.x, at.y, cases[i].x, cases[i].y);
    }
}

static void names(void **state)
{
    static const char *const known[] = {"albersUsa", "ALBERSUSA", "naturalearth1", "Mollweide", "identity", NULL};
    static const char *const unknown[] = {"", "albers ", "alber", "albersUsa1", "winkel3"};
    for (size_t i = 0; i < COUNT(known); i++) {
        const hui_projection_params params = hui_projection_params_default(known[i]);
        assert_non_null(hui_projection_new(*state, &params));
    }
    for (size_t i = 0; i < COUNT(unknown); i++) {
        const hui_projection_params params = hui_projection_params_default(unknown[i]);
        assert_null(hui_projection_new(*state, &params));
    }
}

/* Outlines
 * -------- */

typedef struct outline {
    double box[4]; /* left, top, right, bottom */
    size_t lines, points;
} outline;

static outline measure(const hui_path *path)
{
    static const size_t counts[] = {
        [HUI_PATH_MOVE] = 1, [HUI_PATH_LINE] = 1, [HUI_PATH_CURVE] = 3, [HUI_PATH_CLOSE] = 0};
    outline o = {{INFINITY, INFINITY, -INFINITY, -INFINITY}, 0, 0};
    for (size_t i = 0; i < path->point_count; i++) {
        assert_true(isfinite(path->points[i].x) && isfinite(path->points[i].y));
        o.box[0] = fmin(o.box[0], path->points[i].x);
        o.box[1] = fmin(o.box[1], path->points[i].y);
        o.box[2] = fmax(o.box[2], path->points[i].x);
        o.box[3] = fmax(o.box[3], path->points[i].y);
    }
    for (size_t i = 0; i < path->verb_count; i++) {
        o.lines += path->verbs[i] == HUI_PATH_MOVE;
        o.points += counts[path->verbs[i]] == 1;
    }
    return o;
}

static outline outline_of(hui_arena *arena, hui_projection *projection, hui_value shape, bool is_turned)
{
    hui_path path = hui_path_new(arena);
    hui_projection_outline(projection, shape, is_turned, &path);
    return measure(&path);
}

typedef struct outline_case {
    const char *projection, *shape;
    double box[4];
    size_t lines, points;
} outline_case;

static void compare(const outline_case *want, outline have)
{
    bool same = have.lines == want->lines && fabs((double)have.points - (double)want->points) <= 2;
    for (int i = 0; i < 4 && want->lines > 0; i++)
        same &= is_near(have.box[i], want->box[i], 1e-3);
    if (!same)
        fail_msg("%s of %s: %zu lines, %zu points, box %f %f %f %f, instead of %zu, %zu, %f %f %f %f", want->projection,
                 want->shape, have.lines, have.points, have.box[0], have.box[1], have.box[2], have.box[3], want->lines,
                 want->points, want->box[0], want->box[1], want->box[2], want->box[3]);
}

static void outlines(void **state)
{
    static const outline_case cases[] = {
#include "geo_outlines.inc"
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        compare(&cases[i], outline_of(*state, projection_of(*state, cases[i].projection),
                                      value_of(*state, cases[i].shape), false));
}

static void fits(void **state)
{
    static const outline_case cases[] = {
#include "geo_fits.inc"
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        hui_projection *projection = projection_of(*state, cases[i].projection);
        const hui_value shape = value_of(*state, cases[i].shape);
        hui_projection_fit_begin(projection);
        hui_projection_fit_object(projection, shape, false);
        assert_int_equal(hui_projection_fit_end(projection, (hui_rect){0, 0, 300, 200}), cases[i].lines > 0);
        compare(&cases[i], outline_of(*state, projection, shape, false));
    }
}

static void fits_of_little(void **state)
{
    hui_projection *projection = projection_of(*state, "{\"type\": \"mercator\"}");
    hui_projection_fit_begin(projection);
    assert_false(hui_projection_fit_end(projection, (hui_rect){10, 20, 300, 200}));
    hui_point at = hui_projection_point(projection, 0, 0);
    assert_true(is_near(at.x, 160, 1e-9) && is_near(at.y, 120, 1e-9));
    hui_projection_fit_begin(projection);
    hui_projection_fit_point(projection, 116, 40);
    hui_projection_fit_point(projection, NAN, 40);
    hui_projection_fit_point(projection, INFINITY, -INFINITY);
    assert_true(hui_projection_fit_end(projection, (hui_rect){10, 20, 300, 200}));
    at = hui_projection_point(projection, 116, 40);
    assert_true(is_near(at.x, 160, 1e-9) && is_near(at.y, 120, 1e-9));
}

/* A ring that goes the other way round encloses the rest of the world, unless it is said to be turned. */
static void windings(void **state)
{
    const char *projection = "{\"type\": \"equirectangular\"}";
    const outline as_meant = outline_of(*state, projection_of(*state, projection), value_of(*state, square), false);
    const outline turned_back = outline_of(*state, projection_of(*state, projection), value_of(*state, turned), true);
    for (int i = 0; i < 4; i++)
        assert_true(is_near(turned_back.box[i], as_meant.box[i], 1e-6));
    assert_int_equal(turned_back.points, 4);
    assert_int_equal(hui_geo_winding_of(value_of(*state, square)), HUI_GEO_WOUND);
    assert_int_equal(hui_geo_winding_of(value_of(*state, hole)), HUI_GEO_WOUND);
    assert_int_equal(hui_geo_winding_of(value_of(*state, collection)), HUI_GEO_WOUND);
    assert_int_equal(hui_geo_winding_of(value_of(*state, turned)), HUI_GEO_TURNED);
    assert_int_equal(hui_geo_winding_of(value_of(*state, lines)), HUI_GEO_NO_POLYGONS);
    assert_true(is_near(hui_geo_area(hui_geo_turned(*state, value_of(*state, turned))), 0.122437183, 1e-8));
}

/* Graticules and measures
 * ----------------------- */

static void graticules(void **state)
{
    hui_graticule wide = hui_graticule_default(), given = hui_graticule_default(), endless = hui_graticule_default();
    given.extent_major[0][0] = given.extent_minor[0][0] = 120; /* the wrong way round */
    given.extent_major[1][0] = given.extent_minor[1][0] = -100;
    given.extent_major[0][1] = given.extent_minor[0][1] = -50;
    given.extent_major[1][1] = given.extent_minor[1][1] = 70;
    for (int i = 0; i < 2; i++)
        given.step_major[i] = given.step_minor[i] = 15;
    given.precision = 5;
    const struct {
        const hui_graticule *graticule;
        uint32_t lines, points;
    } cases[] = {{&wide, 53, 2573}, {&given, 22, 402}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const hui_value got = hui_value_member(hui_graticule_lines(*state, cases[i].graticule), "coordinates");
        uint32_t count = 0;
        for (uint32_t k = 0; k < got.count; k++)
            count += got.items[k].count;
        assert_int_equal(got.count, cases[i].lines);
        assert_int_equal(count, cases[i].points);
    }
    static const double bad[] = {0, 1e-9, NAN};
    for (size_t i = 0; i < COUNT(bad); i++) {
        endless.step_minor[0] = bad[i];
        assert_int_equal(hui_graticule_lines(*state, &endless).kind, HUI_VALUE_UNDEFINED);
    }
}

static void measures(void **state)
{
    static const struct {
        const char *shape;
        double area, centre[2], bounds[4];
    } cases[] = {
        {square, 0.122437183, {0, 0}, {-10, -10.151082, 10, 10.151082}},
        {turned, 12.443933432, {180, 0}, {-180, -90, 180, 90}},
        {hole, 2.683897339, {-10.78453, 0.792879}, {-60, -61.659226, 40, 61.659226}},
        {over, 0.191587657, {-177.5, 2.514542}, {170, -10.237719, -165, 15.347209}},
        {cap, 0.573390276, {0, 90}, {-180, -90, 180, 90}},
        {south, 0.306964913, {157.14992, -87.411746}, {-180, -90, 180, -62}},
        {line, 0, {66.079237, 13.479205}, {-60, -60, -170, 50}},
        {lines, 0, {-113.322949, 46.117441}, {-160, 20, -80, 70}},
        {points, 0, {-42.080355, 0}, {170, -80, 10, 40}},
        {sphere, 12.566370614, {NAN, NAN}, {-180, -90, 180, 90}},
        {collection, 0.02979514, {45, 12.725157}, {5, 5, 60, 15.054701}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const hui_value shape = value_of(*state, cases[i].shape);
        double centre[2] = {NAN, NAN}, bounds[4];
        assert_true(is_near(hui_geo_area(shape), cases[i].area, 1e-8));
        assert_int_equal(hui_geo_centroid(shape, &centre[0], &centre[1]), !isnan(cases[i].centre[0]));
        for (int k = 0; k < 2 && cases[i].shape != cap; k++) /* at a pole any longitude is right */
            assert_true(is_near(fmod(centre[k] + 360, 360), fmod(cases[i].centre[k] + 360, 360), 1e-5));
        assert_true(hui_geo_bounds(*state, shape, bounds));
        for (int k = 0; k < 4; k++)
            if (!is_near(bounds[k], cases[i].bounds[k], 1e-5))
                fail_msg("%s: bound %d is %f instead of %f", cases[i].shape, k, bounds[k], cases[i].bounds[k]);
    }
}

/* Bad input
 * --------- */

static void odd_objects(void **state)
{
    static const char *const shapes[] = {
        "null",
        "5",
        "[]",
        "{}",
        "{\"type\": 3}",
        "{\"type\": \"Polygon\"}",
        "{\"type\": \"Polygon\", \"coordinates\": 7}",
        "{\"type\": \"Polygon\", \"coordinates\": []}",
        "{\"type\": \"Polygon\", \"coordinates\": [[]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[null, \"a\", [], [1], [\"x\", 2], [3, null]]]}",
        "{\"type\": \"LineString\", \"coordinates\": []}",
        "{\"type\": \"Point\", \"coordinates\": [1e308, 1e308]}",
        "{\"type\": \"Point\"}",
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Feature\"}}",
        "{\"type\": \"FeatureCollection\", \"features\": [1, null, {}, {\"geometry\": []}]}",
        "{\"type\": \"GeometryCollection\", \"geometries\": {\"type\": \"Point\"}}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, 90], [0, 90], [0, 90], [0, 90]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, -90], [120, -90], [-120, -90], [0, -90]]]}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[1e9, 1e9], [-1e300, 5], [400, 100], [1e9, 1e9]]]}",
        "{\"type\": \"LineString\", \"coordinates\": [[0, 0], [180, 0], [0, 0], [180, 0]]}",
    };
    static const char *const projections[] = {
        "{\"type\": \"mercator\"}",
        "{\"type\": \"albersUsa\"}",
        "{\"type\": \"orthographic\", \"rotate\": [1e300, -1e300, 5]}",
        "{\"type\": \"gnomonic\", \"clipAngle\": 179}",
        "{\"type\": \"stereographic\", \"clipAngle\": 1e-9}",
        "{\"type\": \"azimuthalEquidistant\", \"clipAngle\": -400}",
        "{\"type\": \"conicConformal\", \"parallels\": [90, -90]}",
        "{\"type\": \"conicEqualArea\", \"parallels\": [90, 90], \"center\": [1e308, 1e308]}",
        "{\"type\": \"identity\", \"scale\": 1e308}",
        "{\"type\": \"equalEarth\", \"scale\": 1e12, \"precision\": 1e-9}",
        "{\"type\": \"mollweide\", \"scale\": 0, \"clipExtent\": [[5, 5], [-5, -5]]}",
        "{\"type\": \"transverseMercator\", \"translate\": [1e300, -1e300]}",
    };
    for (size_t i = 0; i < COUNT(projections); i++)
        for (size_t k = 0; k < COUNT(shapes); k++) {
            hui_projection *projection = projection_of(*state, projections[i]);
            const hui_value shape = value_of(*state, shapes[k]);
            double at[2], bounds[4];
            outline_of(*state, projection, shape, k % 2 == 0);
            hui_projection_fit_begin(projection);
            hui_projection_fit_object(projection, shape, false);
            hui_projection_fit_end(projection, (hui_rect){0, 0, 100, 100});
            outline_of(*state, projection, shape, false);
            assert_true(hui_geo_area(shape) >= 0);
            hui_geo_centroid(shape, &at[0], &at[1]);
            hui_geo_bounds(*state, shape, bounds);
        }
}

/* A scale beyond all bounds does not take all memory. */
static void endless_bends(void **state)
{
    hui_projection *projection =
        projection_of(*state, "{\"type\": \"orthographic\", \"scale\": 1e7, \"precision\": 1e-6}");
    const size_t before = hui_arena_size(*state);
    for (int i = 0; i < 100; i++)
        outline_of(*state, projection, value_of(*state, hole), false);
    assert_true(hui_arena_size(*state) - before < 1000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(places, start, stop),
        cmocka_unit_test_setup_teardown(names, start, stop),
        cmocka_unit_test_setup_teardown(outlines, start, stop),
        cmocka_unit_test_setup_teardown(fits, start, stop),
        cmocka_unit_test_setup_teardown(fits_of_little, start, stop),
        cmocka_unit_test_setup_teardown(windings, start, stop),
        cmocka_unit_test_setup_teardown(graticules, start, stop),
        cmocka_unit_test_setup_teardown(measures, start, stop),
        cmocka_unit_test_setup_teardown(odd_objects, start, stop),
        cmocka_unit_test_setup_teardown(endless_bends, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
