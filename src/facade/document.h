/* What other files of the facade may ask of documents. */
#ifndef HUI_FACADE_DOCUMENT_H
#define HUI_FACADE_DOCUMENT_H

#include "facade/context.h"
#include "scene/scene.h"

hui_context *hui_document_context(const hui_document *document);
const char *hui_document_name(const hui_document *document); /* of its file */
const hui_scene *hui_document_press(const hui_document *document); /* its pages as PDF has them; NULL after errors */

#endif
