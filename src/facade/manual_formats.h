/* The manual's part about formats of templates. */
#ifndef HUI_FACADE_MANUAL_FORMATS_H
#define HUI_FACADE_MANUAL_FORMATS_H

#include "base/buffer.h"

void hui_formats_write_markdown(hui_buffer *out);
void hui_formats_write_text(hui_buffer *out);

#endif
