/* The formats of templates, from their table. */
#include "facade/manual_formats.h"

#include "template/text_format.h"

#include <string.h>

/* As a template would write it: \ and | would end a cell. */
static void add_cell(hui_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|' || *text == '*' || *text == '\\')
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, *text);
    }
}

void hui_formats_write_markdown(hui_buffer *out)
{
    hui_buffer_add_string(out,
                          "\n## Formats\n\nOf values in `{{field|format:argument}}`. What is empty stays empty.\n\n"
                          "| format | what it does | of | is |\n|---|---|---|---|\n");
    for (size_t i = 0; i < hui_text_format_count; i++) {
        const hui_text_format *format = &hui_text_formats[i];
        hui_buffer_printf(out, "| `%s` | %s | `%s` | ", format->use, format->doc, format->input);
        add_cell(out, format->output);
        hui_buffer_add_string(out, " |\n");
    }
}

void hui_formats_write_text(hui_buffer *out)
{
    hui_buffer_add_string(out, "Formats of values in templates: {{field|format:argument}}\n\n");
    for (size_t i = 0; i < hui_text_format_count; i++) {
        const hui_text_format *format = &hui_text_formats[i];
        hui_buffer_printf(out, "  %s\n      %s\n      %s → %s\n", format->use, format->doc, format->input,
                          format->output);
    }
}
