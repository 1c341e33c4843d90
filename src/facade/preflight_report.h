/* Reports of preflight as text and as JSON. */
#ifndef HUI_FACADE_PREFLIGHT_REPORT_H
#define HUI_FACADE_PREFLIGHT_REPORT_H

#include "base/buffer.h"
#include "preflight/preflight.h"

typedef struct hui_preflight_result {
    const char *name, *house;
    bool is_chinese;
    const hui_preflight_report *report;
    size_t error_count, warning_count;
} hui_preflight_result;

/* The message, and where and how often. The arena's. */
const char *hui_preflight_message(hui_arena *arena, const hui_finding *finding, bool is_chinese);
void hui_preflight_write_text(const hui_preflight_result *result, hui_buffer *out);
void hui_preflight_write_json(const hui_preflight_result *result, hui_buffer *out);

#endif
