/* The files of the page, which the build puts into the module. */
#ifndef HUI_PREVIEW_ASSETS_H
#define HUI_PREVIEW_ASSETS_H

#include <stddef.h>

typedef struct preview_asset {
    const char *name; /* as in src/preview/page */
    const unsigned char *bytes;
    size_t size;
} preview_asset;

extern const preview_asset preview_assets[];
extern const size_t preview_asset_count;

#endif
