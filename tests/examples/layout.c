/* Where each field of the structs stands that batch.py declares: as a C compiler has it. */
#include <huibao.h>

#include <stdio.h>

#define FIELD(type, field) printf("%s %s %zu %zu\n", #type, #field, offsetof(type, field), sizeof((type *)0)->field)

static void print_document_options(void)
{
    FIELD(hui_document_options, theme);
    FIELD(hui_document_options, allow_outside);
    FIELD(hui_document_options, untrusted);
    FIELD(hui_document_options, lenient);
    FIELD(hui_document_options, limits);
    FIELD(hui_document_options, progress);
    FIELD(hui_document_options, progress_closure);
    printf("hui_document_options - %zu\n", sizeof(hui_document_options));
}

static void print_render_options(void)
{
    FIELD(hui_render_options, format);
    FIELD(hui_render_options, scale);
    FIELD(hui_render_options, dpi);
    FIELD(hui_render_options, threads);
    FIELD(hui_render_options, png_colors);
    FIELD(hui_render_options, id_prefix);
    FIELD(hui_render_options, svg_mode);
    FIELD(hui_render_options, svg_icons);
    FIELD(hui_render_options, svg_size);
    FIELD(hui_render_options, svg_dark);
    FIELD(hui_render_options, page);
    FIELD(hui_render_options, paper);
    FIELD(hui_render_options, sync);
    FIELD(hui_render_options, print);
    FIELD(hui_render_options, print_profile);
    FIELD(hui_render_options, print_colors);
    FIELD(hui_render_options, print_black);
    FIELD(hui_render_options, outline_text);
    FIELD(hui_render_options, progress);
    FIELD(hui_render_options, progress_closure);
    printf("hui_render_options - %zu\n", sizeof(hui_render_options));
}

_Static_assert(HUI_STATUS_OK == 0 && HUI_STATUS_INPUT == 1 && HUI_STATUS_USAGE == 2 && HUI_STATUS_SYSTEM == 3 &&
                   HUI_STATUS_CANCELLED == 4 && HUI_ROWS_END == 0 && HUI_ROWS_ROW == 1 && HUI_ROWS_BAD == 2 &&
                   HUI_DIAGNOSTIC_PLAIN == 0,
               "batch.py counts them so");

int main(void)
{
    print_document_options();
    print_render_options();
    return 0;
}
