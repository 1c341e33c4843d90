/* Printers' marks as PDF operators. */
#ifndef HUI_BACKEND_PDF_MARKS_H
#define HUI_BACKEND_PDF_MARKS_H

#include "backend/pdf_pack.h"
#include "scene/scene.h"

/* The content stream of the marks around a page but for the words; `scale` is pt per px. They are an artifact of the
 * page (ISO 32000-1, section 14.8.2.2.2), drawn in the colour space HUI_PDF_REGISTRATION, and the patches in DeviceCMYK. */
const char *hui_pdf_marks_new(hui_arena *arena, const hui_pdf_sheet *sheet, const hui_print_marks *marks, double scale);

#endif
