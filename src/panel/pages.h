/* Pages: a poster that is laid out as one long column is broken between its panels. */
#ifndef HUI_PANEL_PAGES_H
#define HUI_PANEL_PAGES_H

#include "panel/build.h"

typedef struct hui_page_boxes {
    hui_box *const *at; /* each of the page's size */
    size_t count;
} hui_page_boxes;

/* Takes `column`, which is laid out, apart: its boxes are moved to pages as high as the poster's. A page ends only
 * between the children of boxes that say they break (box.h). Of all ways with the fewest pages that one is taken that
 * fills the pages but the last and does not leave the last nearly empty. None after an error: a panel that is higher
 * than a page. */
hui_page_boxes hui_pages_break(const hui_build *build, const hui_poster *poster, hui_box *column);

#endif
