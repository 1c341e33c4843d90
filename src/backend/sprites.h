/* Sprites: coverage of marker shapes at fractions of pixels, kept from stripe to stripe. */
#ifndef HUI_BACKEND_SPRITES_H
#define HUI_BACKEND_SPRITES_H

#include "scene/scene.h"

#include <cairo.h>

typedef struct hui_sprites hui_sprites;

hui_sprites *hui_sprites_new(void);
void hui_sprites_free(hui_sprites *sprites);
/* Paints the item's markers by blending them into the pixels of `cr`'s surface; false, and nothing drawn, where that is
 * not possible: on other surfaces, turned, under a clip that is no rectangle of whole pixels. */
bool hui_sprites_paint(hui_sprites *sprites, cairo_t *cr, const hui_item *item);

#endif
