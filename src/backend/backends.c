/* Backends: the table of file formats. */
#include "backend/backend.h"

#include "backend/dump.h"
#include "backend/pdf.h"
#include "backend/png.h"
#include "backend/svg.h"

#include <string.h>

const hui_backend hui_backends[] = {
    {"png", ".png", "pixels, at any scale", hui_png_write},
    {"svg", ".svg", "vectors for browsers and editors", hui_svg_write},
    {"pdf", ".pdf", "vectors for print and reading aloud", hui_pdf_write},
    {"dump", ".dump", "canonical text of the drawing, for tests", hui_dump_write},
};
const size_t hui_backend_count = sizeof hui_backends / sizeof *hui_backends;

const hui_backend *hui_backend_find(const char *name)
{
    for (size_t i = 0; i < hui_backend_count; i++)
        if (!strcmp(hui_backends[i].name, name))
            return &hui_backends[i];
    return NULL;
}
