/* Fuzz target: any bytes as the plain PDF of the print pass, which must end with a file that can be read, or with a fault that
 * has words. */
#include "print/print.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A tenth of the inputs each. */
static const hui_print_options ways[] = {
    {.standards = HUI_PRINT_X4},
    {.standards = HUI_PRINT_X4, .outline_text = true, .black = HUI_PRINT_BLACK_NEUTRAL},
    {.standards = HUI_PRINT_X4, .keep_rgb = true},
    {.standards = HUI_PRINT_X1A},
    {.standards = HUI_PRINT_X1A, .outline_text = true, .black = HUI_PRINT_BLACK_NONE},
    {.standards = HUI_PRINT_A2A, .keep_rgb = true},
    {.standards = HUI_PRINT_A2A},
    {.standards = HUI_PRINT_UA1, .keep_rgb = true},
    {.standards = HUI_PRINT_ACCESSIBLE, .keep_rgb = true},
    {.outline_text = true},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const hui_print_ink inks[] = {{{255, 0, 0}, {0, 1, 1, 0}, NULL}, {{0, 0, 255}, {1, 0.5, 0, 0}, "Blue"}};
    hui_print_options options = ways[size % (sizeof ways / sizeof *ways)];
    char message[HUI_PRINT_MESSAGE_SIZE];
    hui_buffer out = {0};
    options.inks = inks;
    options.ink_count = size % 3;
    const hui_print_fault fault = hui_print_convert_pdf(data, size, &options, &out, message);
    if (fault ? out.size || !*message : out.size < 5 || memcmp(out.bytes, "%PDF-", 5) != 0)
        abort();
    hui_buffer_finish(&out);
    return 0;
}
