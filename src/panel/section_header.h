/* Headers of chapters, in several styles. */
#ifndef HUI_PANEL_SECTION_HEADER_H
#define HUI_PANEL_SECTION_HEADER_H

#include "panel/part.h"

typedef struct hui_section_header {
    hui_string number, title, claim, icon;
    int style; /* index in hui_section_header_words */
} hui_section_header;

extern const hui_word hui_section_header_words[];

hui_box *hui_section_header_build(const hui_build *build, const hui_section_header *header);

#endif
