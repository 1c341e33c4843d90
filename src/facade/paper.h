/* Paper sizes by name or measure. */
#ifndef HUI_FACADE_PAPER_H
#define HUI_FACADE_PAPER_H

#include <stdbool.h>

/* "A4", "a3 landscape", "600mm x 1800mm", "8.5in×11in", in pt. False if it is none of these. */
bool hui_paper_read(const char *text, double *width, double *height);

#endif
