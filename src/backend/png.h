/* The backend "png": pixels, drawn and compressed in stripes. */
#ifndef HUI_BACKEND_PNG_H
#define HUI_BACKEND_PNG_H

#include "backend/backend.h"
#include "backend/png_stripe.h"
#include "backend/stencils.h"

/* What one picture leaves for the next, of the thread that draws them: memory that need not be asked of the system again. Begins as
 * zeros. */
struct hui_png_room {
    hui_stripe_room stripe;
    hui_packer packer;
    hui_stencils *stencils; /* NULL: none yet */
};

void hui_png_room_finish(hui_png_room *room);

bool hui_png_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);

#endif
