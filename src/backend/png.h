/* The backend "png": pixels, drawn and compressed in stripes. */
#ifndef HUI_BACKEND_PNG_H
#define HUI_BACKEND_PNG_H

#include "backend/backend.h"

bool hui_png_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);

#endif
