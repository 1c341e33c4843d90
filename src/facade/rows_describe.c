/* What rows are, as a whole: `huibao data`. */
#include "facade/rows.h"
char *hui_rows_describe(hui_rows *rows, bool as_json)
{
    (void)rows, (void)as_json;
    hui_buffer out = {0};
    hui_buffer_add_string(&out, "");
    return out.bytes;
}
