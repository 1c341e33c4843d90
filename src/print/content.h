/* Content: what a page, form or pattern paints, in inks, with decoration marked as such. */
#ifndef HUI_PRINT_CONTENT_H
#define HUI_PRINT_CONTENT_H

#include "print/inks.h"
#include "print/outliner.h"

/* Names in the resources of content that uses them. */
#define HUI_NAME_OVERPRINT "HuiOver"
#define HUI_NAME_KNOCKOUT "HuiKnock"
#define HUI_NAME_SPOT "HuiSpot" /* and the ink's index */

typedef struct hui_content_options {
    hui_inks *inks;         /* NULL: colours stay as they are */
    const hui_print_ink *named; /* those of the inks, for the index of a spot colour */
    bool is_mask;           /* of luminosity: colours become greys, whatever the inks */
    hui_outliner *outliner; /* NULL: text stays text */
    bool artifacts;         /* painting outside all tags becomes an artifact (ISO 32000-1, section 14.8.2.2) */
} hui_content_options;

typedef struct hui_content_uses {
    bool overprint; /* both graphics states are needed */
    bool spots;
} hui_content_uses;

/* Appends the rewritten content to `out`. */
hui_content_uses hui_content_write(hui_arena *arena, const char *content, size_t size,
                                   const hui_content_options *options, hui_buffer *out);

#endif
