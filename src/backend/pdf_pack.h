/* Packing a PDF: Cairo's objects in compressed streams, and what Cairo cannot say. */
#ifndef HUI_BACKEND_PDF_PACK_H
#define HUI_BACKEND_PDF_PACK_H

#include "base/buffer.h"
#include "base/monitor.h"

#include <stdbool.h>

/* The colour space of what prints on all plates, in the resources of pages with marks. */
#define HUI_PDF_REGISTRATION "Registration"

/* A page that is trimmed: it stands in the middle of its sheet. Lengths are pt. */
typedef struct hui_pdf_sheet {
    double width, height; /* of the trimmed page */
    double around, bleed; /* beyond it: to the sheet's edge, and what is printed */
    double unit;          /* UserUnit, which needs PDF 1.6; 1: a pt */
    const char *marks;    /* a content stream, drawn below all; NULL: none */
} hui_pdf_sheet;

typedef struct hui_pdf_extras {
    const char *lang; /* BCP 47, or NULL */
    bool has_title;   /* shown by readers instead of the file's name */
    const char *const *alts; /* of the structure's figures, in order; an entry may be NULL */
    size_t alt_count;
    const hui_pdf_sheet *sheets; /* one for each page; none: pages are as Cairo made them */
    size_t sheet_count;
    hui_monitor *monitor; /* asked between streams, which are compressed; NULL: nobody asks */
} hui_pdf_extras;

/* Writes `pdf`, a file from Cairo 1.16, as one a fifth smaller. False, and nothing written, if it is cancelled or not built as
 * those are: Cairo 1.18 packs objects itself. */
bool hui_pdf_pack(const hui_buffer *pdf, const hui_pdf_extras *extras, hui_buffer *out);

#endif
