/* Shaped texts that are kept for those to come: the rows of a table mostly say the same words. */
#ifndef HUI_TEXT_TEXT_CACHE_H
#define HUI_TEXT_TEXT_CACHE_H

#include "text/shaped.h"

typedef struct hui_text_cache hui_text_cache; /* of bounded size */

hui_text_cache *hui_text_cache_new(void);
void hui_text_cache_free(hui_text_cache *cache); /* NULL is fine */
hui_text_cache *hui_fonts_texts(hui_fonts *fonts); /* of what is set in them */

/* What shaping the spans gave before, as a text of the arena's own; NULL if it is not known (any more). */
hui_text *hui_text_cache_find(hui_text_cache *cache, hui_arena *arena, const hui_text_style *style, hui_spans spans);
/* Keeps a copy of the text that was made for what was last sought. */
void hui_text_cache_add(hui_text_cache *cache, const hui_text *text);

#endif
