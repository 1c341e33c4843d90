/* The backend "dump": canonical text of a scene. */
#ifndef HUI_BACKEND_DUMP_H
#define HUI_BACKEND_DUMP_H

#include "backend/backend.h"

bool hui_dump_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);

#endif
