/* What the field tables say, for people and editors: reference page, one-record description, JSON Schema. */
#ifndef HUI_MODEL_REFERENCE_H
#define HUI_MODEL_REFERENCE_H

#include "base/buffer.h"
#include "model/poster.h"

/* specs/README.md's reference part, in Markdown. */
void hui_reference_write(hui_buffer *out, const hui_panel_kind *const *kinds, size_t count);
/* One panel type, "poster", "page", "theme", or a field "kpi.change"; false if there is none. Plain text for a terminal. */
bool hui_reference_describe(hui_buffer *out, const char *word, const hui_panel_kind *const *kinds, size_t count);
/* JSON Schema, draft 2020-12. */
void hui_schema_write(hui_buffer *out, const hui_panel_kind *const *kinds, size_t count);

#endif
