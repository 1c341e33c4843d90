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

/* `art` of a card or hero: a drawing behind the content. */
typedef struct hui_backdrop {
    int name; /* index in hui_arts */
    int side;
    hui_length width, height;
    int seed, count;
    bool mirror;
} hui_backdrop;

extern const hui_record hui_backdrop_record;
extern const hui_word hui_art_words[];

/* Content with the drawing behind it, both in one stack; just the content if there is none. */
hui_box *hui_with_backdrop(const hui_build *build, const hui_backdrop *backdrop, hui_box *content);

#endif
