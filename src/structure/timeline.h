/* Timelines: what their two directions share. */
#ifndef HUI_STRUCTURE_TIMELINE_H
#define HUI_STRUCTURE_TIMELINE_H

#include "structure/topic.h"

typedef struct hui_moment {
    hui_topic topic; /* first: see hui_topic_at */
    hui_string date;
} hui_moment;

extern const hui_record hui_moment_record;

/* Its date as a text; NULL if it has none. */
hui_box *hui_moment_date(const hui_build *build, const hui_moment *moment, hui_text_align align);
/* Date, figure, label and text below each other; NULL if there is none of them. */
hui_box *hui_moment_words(const hui_build *build, const hui_moment *moment, bool date, hui_text_align align);

/* ms since 1970 of a date: what hui_date_parse reads, or numbers for year, month and day with words between them, such as
 * 2023年5月1日; NAN if it is none. */
double hui_moment_ms(const char *date);

/* Where moments stand between the first and the last, 0..1; false, after a warning, if one has no date or an earlier one
 * than the moment before it. */
bool hui_moments_shares(const hui_build *build, hui_list moments, double *shares);

/* A node on a line. */
void hui_draw_node(hui_scene *scene, const hui_build *build, hui_point at, const hui_accent *accent);

static const double hui_node_size = 28, hui_node_mark = 56, hui_spine_line = 6;

/* Side by side, if there is room: NULL if not. */
hui_box *hui_timeline_level(const hui_build *build, hui_list moments, const double *shares);

#endif
