/* The backend "svg": vector text for browsers and editors. */
#ifndef HUI_BACKEND_SVG_H
#define HUI_BACKEND_SVG_H

#include "backend/backend.h"

bool hui_svg_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);

#endif
