/* The spec language's manual: what the field tables say, as strings. */
#include "chart/check.h"
#include "facade/manual_formats.h"
#include "model/reference.h"
#include "panel/panel.h"

#include <string.h>

char *hui_manual_schema(void)
{
    hui_buffer out = {0};
    hui_schema_write(&out, hui_panel_kinds, hui_panel_kind_count);
    return out.bytes;
}

char *hui_manual_reference(void)
{
    hui_buffer out = {0};
    hui_reference_write(&out, hui_panel_kinds, hui_panel_kind_count);
    hui_formats_write_markdown(&out);
    return out.bytes;
}

char *hui_manual_vega_lite(void)
{
    hui_buffer out = {0};
    hui_spec_support_write(&out);
    return out.bytes;
}

char *hui_manual_describe(const char *word)
{
    hui_buffer out = {0};
    if (!strcmp(word, "formats"))
        hui_formats_write_text(&out);
    else if (!hui_reference_describe(&out, word, hui_panel_kinds, hui_panel_kind_count))
        hui_buffer_finish(&out);
    return out.bytes;
}
