/* What other files of the facade may ask of documents. */
#ifndef HUI_FACADE_DOCUMENT_H
#define HUI_FACADE_DOCUMENT_H

#include "facade/context.h"
#include "facade/sheet.h"

hui_context *hui_document_context(const hui_document *document);
const char *hui_document_name(const hui_document *document); /* of its file */
const hui_scene *hui_document_press(const hui_document *document); /* its pages as PDF has them; NULL after errors */
const hui_sheet *hui_document_sheet(const hui_document *document);
hui_place hui_document_place(hui_arena *arena, const hui_document *document); /* of its spec as a whole */
/* As hui_document_render_file, but for another drawing. */
hui_status hui_document_render_sheet(hui_document *document, const hui_sheet *sheet, const char *path,
                                     const hui_render_options *options);

#endif
