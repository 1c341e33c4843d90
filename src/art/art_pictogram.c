/* Pictograms: small solid signs for rows that count things. */
#include "art/art_rows.h"
#include "art/shape.h"

/* The colours of a sign: its face, the side in light, its openings. */
typedef struct tones {
    hui_color face, side, opening;
} tones;

static tones find_tones(const hui_art_options *options)
{
    const hui_accent *accent = options->accent;
    if (!options->color.a)
        return (tones){accent->color, hui_color_mix(accent->color, accent->line, 0.45), accent->tint};
    hui_color card = options->theme->palette.card;
    return (tones){options->color, hui_color_mix(options->color, card, 0.42),
                   hui_color_mix(options->color, card, 0.92)};
}

/* Draws SVG path data of a w × h sign. */
static void draw(hui_scene *scene, hui_matrix m, const char *d, hui_color color)
{
    hui_path sign = hui_path_new(scene->arena), placed = hui_path_new(scene->arena);
    hui_path_svg(&sign, d);
    hui_path_add(&placed, &sign, m);
    hui_shape_fill(scene, placed, color);
}

void hui_art_building(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_matrix m = hui_shape_fit_matrix(area, 40, 56);
    tones t = find_tones(options);
    draw(scene, m, "M24 18h12v36h-12z", t.side);
    draw(scene, m, "M4 54V10L24 2V54z", t.face);
    draw(
        scene, m,
        "M9 16h4v6h-4zM16 16h4v6h-4zM9 28h4v6h-4zM16 28h4v6h-4zM9 40h4v6h-4zM16 40h4v6h-4zM28 26h4v6h-4zM28 38h4v6h-4z",
        t.opening);
}

void hui_art_person(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_matrix m = hui_shape_fit_matrix(area, 40, 56);
    tones t = find_tones(options);
    draw(scene, m, "M20 2a7 7 0 0 1 0 14a7 7 0 0 1 0 -14z", t.face);
    draw(scene, m,
         "M15 18H25A7 7 0 0 1 32 25V36A2.5 2.5 0 0 1 27 36V27H26.5V51.5A2.75 2.75 0 0 1 21 51.5V38H19V51.5"
         "A2.75 2.75 0 0 1 13.5 51.5V27H13V36A2.5 2.5 0 0 1 8 36V25A7 7 0 0 1 15 18z",
         t.face);
}

void hui_art_house(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_matrix m = hui_shape_fit_matrix(area, 56, 56);
    tones t = find_tones(options);
    draw(scene, m, "M38 7h7v16h-7zM10 26h36v28h-36z", t.side);
    draw(scene, m, "M28 4L54 28H2z", t.face);
    draw(scene, m, "M15 34h8v8h-8zM30 34h10v20h-10z", t.opening);
}

void hui_art_tree(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_matrix m = hui_shape_fit_matrix(area, 40, 56);
    tones t = find_tones(options);
    draw(scene, m, "M18 36h4v18h-4z", t.side);
    draw(scene, m,
         "M20 2C28 2 33 8 32.5 14.5C36 17 37 21 36 25C38 33 31 41 20 41"
         "C9 41 2 33 4 25C3 21 4 17 7.5 14.5C7 8 12 2 20 2z",
         t.face);
    draw(scene, m, "M20 22V41h1.6V33L28 27L27 25.8L21.6 30.6V22z", t.opening);
}

void hui_art_car(hui_scene *scene, hui_rect area, const hui_art_options *options)
{
    hui_matrix m = hui_shape_fit_matrix(area, 56, 40);
    tones t = find_tones(options);
    draw(scene, m,
         "M5 22Q5 18 9 17L13 16L18 7Q19 5 22 5H36Q39 5 40.5 7.5L45 16L48 17Q52 18 52 22V31Q52 33 50 33H7Q5 33 5 31z",
         t.face);
    draw(scene, m, "M17 16L21 9H28V16zM31 9H36.5L40.5 16H31z", t.opening);
    draw(scene, m, "M16 27a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0 -11zM41 27a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0 -11z",
         t.side);
}
