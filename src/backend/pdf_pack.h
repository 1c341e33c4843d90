/* Packing a PDF: Cairo's objects in compressed streams, and what Cairo cannot say. */
#ifndef HUI_BACKEND_PDF_PACK_H
#define HUI_BACKEND_PDF_PACK_H

#include "base/buffer.h"

#include <stdbool.h>

typedef struct hui_pdf_extras {
    const char *lang; /* BCP 47, or NULL */
    bool has_title;   /* shown by readers instead of the file's name */
    const char *const *alts; /* of the structure's figures, in order; an entry may be NULL */
    size_t alt_count;
} hui_pdf_extras;

/* Writes `pdf`, a file from Cairo 1.16, as one a fifth smaller. False, and nothing written, if it is not built as those
 * are: Cairo 1.18 packs objects itself. */
bool hui_pdf_pack(const hui_buffer *pdf, const hui_pdf_extras *extras, hui_buffer *out);

#endif
