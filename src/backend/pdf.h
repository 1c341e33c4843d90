/* The backend "pdf": a page for print and for reading. */
#ifndef HUI_BACKEND_PDF_H
#define HUI_BACKEND_PDF_H

#include "backend/backend.h"

bool hui_pdf_write(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);

#endif
