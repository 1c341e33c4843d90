/* Labels set for drawing. */
#ifndef HUI_CHART_LABELS_H
#define HUI_CHART_LABELS_H

#include "chart/picture.h"

/* The lines of a text, each cut to the style's limit, around the anchor on the first line's baseline at (0, 0). NULL if
 * there is nothing to be seen. */
const hui_lines *hui_labels_set(hui_labels *labels, const char *text, const hui_label_style *style, hui_anchor align,
                                hui_color color);
/* How far the first baseline is below the anchor. */
double hui_label_shift(const hui_labels *labels, const hui_label_style *style, hui_baseline baseline);
/* Size and distance of lines, scaled as the labels are. */
double hui_label_size(const hui_labels *labels, const hui_label_style *style);
double hui_label_line_height(const hui_labels *labels, const hui_label_style *style);
/* Lines a text has. */
size_t hui_label_lines(const char *text);
/* An outline to be used for a moment, empty. */
hui_path *hui_labels_scratch(hui_labels *labels);

#endif
