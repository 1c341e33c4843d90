/* What panels that hold panels share: words of the language, gaps, cards, drawings behind content. */
#ifndef HUI_PANEL_CONTAINER_H
#define HUI_PANEL_CONTAINER_H

#include "panel/part.h"

extern const hui_word hui_justify_words[];
extern const hui_word hui_text_align_words[];
extern const hui_word hui_ground_words[];
hui_justify hui_justify_of(int word);
hui_align hui_align_of(int word); /* of hui_align_words; auto is stretch */
hui_text_align hui_text_align_of(int word);

double hui_gap_of(const hui_build *build, hui_length gap);

/* The same with a numeral group of its own: figures within agree on one size. */
hui_build hui_build_group(const hui_build *build);

/* The empty card of the ground in force: a column with padding, ground and border. */
hui_box *hui_card(const hui_build *build);
/* The same of the card style in force, and in `inner` what its content is built with: the ground that it is on then. */
hui_box *hui_card_open(const hui_build *build, hui_build *inner);

/* What every panel with a drawing may say of it. */
typedef struct hui_art_look {
    int seed, count, layers;
    double density;
    hui_string color;
    bool mirror;
} hui_art_look;

/* Their rows of the field table of a struct whose member `look` they are. */
#define HUI_ART_FIELDS(STRUCT)                                                                                         \
    HUI_FIELD_AS("seed", STRUCT, look.seed, INTEGER, "another seed, another drawing of the same kind", "1", .min = 0,  \
                 .max = 1000000),                                                                                      \
        HUI_FIELD_AS("count", STRUCT, look.count, INTEGER, "how many ears, trees, …; as many as fit if 0", "0",        \
                     .min = 0, .max = 1000),                                                                           \
        HUI_FIELD_AS("layers", STRUCT, look.layers, INTEGER,                                                           \
                     "how many ranges, meadows, waves, rows or ribbons lie behind each other; what suits the drawing " \
                     "if 0",                                                                                           \
                     "0", .min = 0, .max = 12),                                                                        \
        HUI_FIELD_AS("density", STRUCT, look.density, NUMBER,                                                          \
                     "of scenes: more summits, crests, buildings, yurts or grass above 1, fewer below", "1",           \
                     .min = 0.25, .max = 4),                                                                           \
        HUI_FIELD_AS("color", STRUCT, look.color, COLOR, "instead of the drawing's own main colour"),                  \
        HUI_FIELD_AS("mirror", STRUCT, look.mirror, BOOL, "left to right")

hui_art_options hui_art_options_of(const hui_build *build, const hui_art_look *look);

/* `art` of a card: a drawing behind the content. */
typedef struct hui_backdrop {
    int name; /* index in hui_arts */
    int side;
    hui_length width, height;
    hui_art_look look;
} hui_backdrop;

extern const hui_record hui_backdrop_record;
extern const hui_word hui_art_words[];

/* Content with the drawing behind it, both in one stack; just the content if there is none. */
hui_box *hui_with_backdrop(const hui_build *build, const hui_backdrop *backdrop, hui_box *content);

#endif
