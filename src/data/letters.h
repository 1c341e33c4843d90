/* Letters by Unicode: upper and lower case, white space. */
#ifndef HUI_DATA_LETTERS_H
#define HUI_DATA_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/* The one letter that it becomes; itself if there is none, or several. */
uint32_t hui_letter_upper(uint32_t code_point);
uint32_t hui_letter_lower(uint32_t code_point);
/* What it becomes if that is several letters ("ß": "SS"), else NULL. */
const char *hui_letter_upper_several(uint32_t code_point);
/* White space and line ends as ECMAScript has them (ECMA-262, sections 12.2 and 12.3). */
bool hui_letter_is_space(uint32_t code_point);

#endif
