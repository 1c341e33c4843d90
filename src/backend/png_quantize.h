/* A palette for a picture that has more colours (libimagequant). */
#ifndef HUI_BACKEND_PNG_QUANTIZE_H
#define HUI_BACKEND_PNG_QUANTIZE_H

#include "backend/png_histogram.h"

#include <stdbool.h>

enum { HUI_QUANTIZE_MOST = 256 };

/* NULL if libimagequant can be used; else why not. */
const char *hui_quantize_fault(void);
/* At most `most` colours, 2 to HUI_QUANTIZE_MOST, that suit the picture, as the histogram has them. Returns how many there are in `colors`; 0 if
 * libimagequant cannot be used. */
size_t hui_quantize(const hui_histogram *histogram, size_t most, uint32_t *colors);

#endif
