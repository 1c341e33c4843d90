/* Topics: what structures are made of. A topic has a label, text, a figure, an icon or picture, an accent, and topics below it. */
#ifndef HUI_STRUCTURE_TOPIC_H
#define HUI_STRUCTURE_TOPIC_H

#include "panel/container.h"

typedef struct hui_topic {
    hui_string label, text, value, unit, icon, image;
    const hui_accent *accent;
    hui_list items; /* hui_topic; where the record has them */
} hui_topic;

/* The rows of a topic that is the member MEMBER of STRUCT, for records with fields of their own. */
#define HUI_TOPIC_FIELDS(STRUCT, MEMBER)                                                                               \
    HUI_FIELD_AS("label", STRUCT, MEMBER.label, TEXT, "what it is called"),                                            \
        HUI_FIELD_AS("text", STRUCT, MEMBER.text, TEXT, "a sentence or two about it"),                                 \
        HUI_FIELD_AS("value", STRUCT, MEMBER.value, VALUE, "its figure"),                                              \
        HUI_FIELD_AS("unit", STRUCT, MEMBER.unit, STRING, "after the value"),                                          \
        HUI_FIELD_AS("icon", STRUCT, MEMBER.icon, ICON, "in its mark"),                                                \
        HUI_FIELD_AS("image", STRUCT, MEMBER.image, FILE, "a PNG, JPEG or SVG file in its mark instead of the icon"),  \
        HUI_FIELD_AS("accent", STRUCT, MEMBER.accent, ACCENT, "its colours; the panel's if absent")

extern const hui_record hui_topic_record;      /* without topics below it */
extern const hui_record hui_topic_tree_record; /* with them */

/* The field `items` of a structure without properties of its own for them. */
#define HUI_TOPICS_FIELD(STRUCT, DOC)                                                                                  \
    HUI_FIELD(STRUCT, items, LIST, DOC, .required = true, .record = &hui_topic_record)

/* The same in the topic's accent. */
hui_build hui_build_topic(const hui_build *build, const hui_topic *topic);

typedef struct hui_topic_look {
    hui_text_align align;
    bool compact;               /* text of the step "note", figures of the size of a line */
    bool plain;                 /* label and figure in the ground's ink instead of the accent's colour */
    hui_color on;               /* what it stands on, if that is not the ground in force */
    bool no_text, text_only;    /* only label and figure; only the text */
    bool balance;               /* lines of the text are about equally long; always so where it does not start at the left */
} hui_topic_look;

/* Figure, label and text below each other; NULL if there is none of them. */
hui_box *hui_topic_words(const hui_build *build, const hui_topic *topic, hui_topic_look look);
bool hui_topic_has_words(const hui_topic *topic);

/* Its icon or picture in a circle, else its number (from 1); NULL if there is neither and `number` is 0. */
hui_box *hui_topic_mark(const hui_build *build, const hui_topic *topic, size_t number, double diameter, bool solid);
/* Its bare icon or picture, in the ground's colours; NULL if there is none. */
hui_box *hui_topic_icon(const hui_build *build, const hui_topic *topic, double size, hui_color color);

/* What words and marks need side by side without breaking, and on one line. */
hui_extent hui_topic_extent(const hui_build *build, const hui_topic *topic, hui_topic_look look);

/* The widest of many: of a list of records of this size whose first member is a topic. */
hui_extent hui_topics_extent(const hui_build *build, hui_list topics, size_t size, hui_topic_look look);
const hui_topic *hui_topic_at(hui_list topics, size_t size, size_t index);
/* The least width of a column of them: no word is broken, and a line holds what a reader takes in at a glance. */
double hui_topics_column(const hui_build *build, hui_list topics, size_t size, hui_topic_look look);

/* Mark and words side by side, as an item of a list: the form that fits where no other does. */
hui_box *hui_topic_row(const hui_build *build, const hui_topic *topic, size_t number);
/* All of them below each other, or in two columns where there is room: what stands under a drawing too narrow for words. */
hui_box *hui_topic_rows(const hui_build *build, hui_list topics, size_t size);
/* The list around a structure. */
hui_box *hui_topic_list(const hui_build *build, hui_box *inner, const char *kind);

/* All that is drawn from one box to a later one, or of one box alone, is one item of a list. Neither has a look of its own. */
void hui_topic_item(hui_box *first, hui_box *last);

#endif
