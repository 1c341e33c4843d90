/* XML: text and attribute values as they may stand in a document. */
#ifndef HUI_BASE_XML_H
#define HUI_BASE_XML_H

#include "base/buffer.h"

/* Escapes what text and quoted attributes must not hold; tabs and line ends too, which attributes would read back as
 * spaces. Characters that XML forbids, and what follows invalid UTF-8, are dropped. */
void hui_xml_add_escaped(hui_buffer *out, const char *text, size_t size);

#endif
